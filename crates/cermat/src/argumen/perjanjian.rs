//! `cermat perjanjian`.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::{anak, jalur, jalur_atau, pilihan};

/// `cermat perjanjian`
#[derive(Debug, PartialEq, Eq)]
pub struct Perjanjian {
    /// The package.
    pub paket: PathBuf,
    /// Where the files go; none for a folder of the package's name under the usual one.
    pub keluar: Option<PathBuf>,
    /// Year of the agreement; none for the package's own.
    pub tahun: Option<i16>,
}

/// The command as the command line shows it.
pub(super) fn perintah() -> Command {
    anak(
        "perjanjian",
        "Tulis Perjanjian Kinerja yang siap ditandatangani (PDF, DOCX, HTML) dari paket data.",
        "cermat perjanjian PAKET [--keluar FOLDER] [--tahun TAHUN]",
    )
    .arg(jalur("paket", "PAKET", "Folder paket atau berkas .xlsx").required(true))
    .arg(
        pilihan(
            "keluar",
            "FOLDER",
            "Folder tempat hasil; bawaannya hasil/NAMA-PAKET",
        )
        .value_parser(value_parser!(PathBuf)),
    )
    .arg(
        pilihan(
            "tahun",
            "TAHUN",
            "Tahun perjanjian: tahun paket, atau tahun berikutnya bila barisnya sudah ada",
        )
        .value_parser(value_parser!(i16)),
    )
}

pub(super) fn baca(a: &ArgMatches) -> Perjanjian {
    Perjanjian {
        paket: jalur_atau(a, "paket", ""),
        keluar: a.get_one::<PathBuf>("keluar").cloned(),
        tahun: a.get_one::<i16>("tahun").copied(),
    }
}
