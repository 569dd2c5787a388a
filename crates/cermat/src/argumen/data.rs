//! The commands on the database.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{anak, jalur, jalur_atau, pilihan, tanda};

/// Where the embedded database lies unless said otherwise.
const FOLDER_DATA: &str = "data";

/// A command on the database.
#[derive(Debug, PartialEq, Eq)]
pub struct Data {
    /// Folder of the embedded database and of the evidence files.
    pub folder: PathBuf,
    /// URL of a PostgreSQL server; the embedded database where it is none.
    pub basis_data: Option<String>,
    /// What is done.
    pub kerja: KerjaData,
}

/// What is done with the database.
#[derive(Debug, PartialEq, Eq)]
pub enum KerjaData {
    /// Bring a package in.
    Impor(PathBuf),
    /// Take a year out as a package.
    Ekspor(Ekspor),
    /// Write a backup.
    Cadangkan(PathBuf),
    /// Put a backup into an empty database.
    Pulihkan(PathBuf),
    /// Follow the chain of the audit; a hash noted earlier must be on it.
    Audit(Option<String>),
}

/// Which year goes where.
#[derive(Debug, PartialEq, Eq)]
pub struct Ekspor {
    /// Folder, or a file that ends in `.xlsx`.
    pub tujuan: PathBuf,
    /// Name of the unit; none where there is one.
    pub unit: Option<String>,
    /// Fiscal year; none where there is one.
    pub tahun: Option<i64>,
    /// Replace what is there.
    pub timpa: bool,
}

/// The commands as the command line shows them.
pub(super) fn perintah() -> Vec<Command> {
    vec![
        anak_data("impor", "Masukkan paket ke basis data; yang sama tidak disimpan lagi, yang berubah menjadi versi baru.", "cermat impor PAKET [--data FOLDER] [--basis-data URL]")
            .arg(jalur("paket", "PAKET", "Folder paket atau berkas .xlsx").required(true)),
        anak_data("ekspor", "Keluarkan satu tahun dari basis data sebagai paket, tanpa kehilangan isi.", "cermat ekspor TUJUAN [--unit NAMA] [--tahun TAHUN] [--timpa] [--data FOLDER] [--basis-data URL]")
            .arg(jalur("tujuan", "TUJUAN", "Folder baru, atau berkas .xlsx").required(true))
            .arg(pilihan("unit", "NAMA", "Nama unit, bila ada beberapa"))
            .arg(pilihan("tahun", "TAHUN", "Tahun anggaran, bila ada beberapa").value_parser(value_parser!(i64)))
            .arg(tanda("timpa", "Ganti isi tujuan yang sudah ada")),
        anak_data("cadangkan", "Tulis cadangan seluruh basis data beserta berkas bukti ke satu berkas ZIP.", "cermat cadangkan BERKAS [--data FOLDER] [--basis-data URL]")
            .arg(jalur("berkas", "BERKAS", "Berkas cadangan yang ditulis").required(true)),
        anak_data("pulihkan", "Pulihkan cadangan ke basis data yang masih kosong, SQLite atau PostgreSQL.", "cermat pulihkan BERKAS [--data FOLDER] [--basis-data URL]")
            .arg(jalur("berkas", "BERKAS", "Berkas cadangan").required(true)),
        anak("audit", "Periksa jejak audit.", "cermat audit periksa [--sidik SIDIK] [--data FOLDER] [--basis-data URL]")
            .subcommand_required(true)
            .subcommand(
                anak_data("periksa", "Telusuri rantai audit dari catatan pertama sampai terakhir.", "cermat audit periksa [--sidik SIDIK] [--data FOLDER] [--basis-data URL]")
                    .arg(pilihan("sidik", "SIDIK", "Sidik ujung yang dicatat dahulu; harus masih ada di rantai")),
            ),
    ]
}

/// What was asked for; none for a command that is not about the database.
pub(super) fn baca(nama: &str, a: &ArgMatches) -> Option<Data> {
    let (kerja, a) = match (nama, a.subcommand()) {
        ("impor", _) => (KerjaData::Impor(jalur_atau(a, "paket", "")), a),
        ("ekspor", _) => (
            KerjaData::Ekspor(Ekspor {
                tujuan: jalur_atau(a, "tujuan", ""),
                unit: a.get_one::<String>("unit").cloned(),
                tahun: a.get_one::<i64>("tahun").copied(),
                timpa: a.get_flag("timpa"),
            }),
            a,
        ),
        ("cadangkan", _) => (KerjaData::Cadangkan(jalur_atau(a, "berkas", "")), a),
        ("pulihkan", _) => (KerjaData::Pulihkan(jalur_atau(a, "berkas", "")), a),
        ("audit", Some(("periksa", a))) => {
            (KerjaData::Audit(a.get_one::<String>("sidik").cloned()), a)
        }
        _ => return None,
    };
    let (folder, basis_data) = tempat(a);
    Some(Data {
        folder,
        basis_data,
        kerja,
    })
}

/// The folder, and the server where one is named.
pub(super) fn tempat(a: &ArgMatches) -> (PathBuf, Option<String>) {
    (
        jalur_atau(a, "data", FOLDER_DATA),
        a.get_one::<String>("basis-data").cloned(),
    )
}

/// A command with the choice of the database.
pub(super) fn anak_data(nama: &'static str, tentang: &'static str, pakai: &'static str) -> Command {
    let folder: Arg = pilihan(
        "data",
        "FOLDER",
        "Folder basis data dan berkas bukti; bawaannya data",
    );
    anak(nama, tentang, pakai)
        .arg(folder.value_parser(value_parser!(PathBuf)))
        .arg(pilihan("basis-data", "URL", "Server PostgreSQL (postgres://...) sebagai ganti basis data di folder itu; berkas bukti tetap di folder itu"))
}
