//! The command line, in Indonesian.

pub mod data;
pub mod layani;
pub mod perjanjian;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::ExitCode;

use app::telaah::BentukReviu;
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Perintah {
    /// No argument: the main job on the example package.
    Bawaan,
    /// Compose reports.
    Susun(Susun),
    /// Write an empty package.
    Templat(Templat),
    /// Convert a package.
    Ubah(Ubah),
    /// List the law in force.
    Regulasi(Regulasi),
    /// Show the derivation of a fakta.
    Jelaskan(Jelaskan),
    /// Check a document that anyone wrote.
    Periksa(Periksa),
    /// Write the Perjanjian Kinerja to be signed.
    Perjanjian(perjanjian::Perjanjian),
    /// Work on the database of an installation.
    Data(data::Data),
    /// Serve the portal.
    Layani(layani::Layani),
}

/// `cermat susun`
#[derive(Debug, PartialEq, Eq)]
pub struct Susun {
    /// Packages.
    pub paket: Vec<PathBuf>,
    /// Where the results go; none for a folder of the package's name under the usual one.
    pub keluar: Option<PathBuf>,
    /// Refuse while anything is missing or wrong.
    pub akhir: bool,
    /// The office's own texts, which replace the built-in ones of the same name.
    pub naskah: Option<PathBuf>,
    /// Leave the PDF out.
    pub tanpa_pdf: bool,
}

/// `cermat templat`
#[derive(Debug, PartialEq, Eq)]
pub struct Templat {
    /// Where the empty package goes: a folder, or a file that ends in `.xlsx`.
    pub tujuan: PathBuf,
    /// Kind of office; the first that the program knows where it is none.
    pub profil: Option<String>,
    /// Fiscal year; the latest that the law data know where it is none.
    pub tahun: Option<i16>,
    /// Replace what is there.
    pub timpa: bool,
}

/// `cermat ubah`
#[derive(Debug, PartialEq, Eq)]
pub struct Ubah {
    /// Package to read.
    pub dari: PathBuf,
    /// Package to write.
    pub ke: PathBuf,
    /// Replace what is there.
    pub timpa: bool,
}

/// `cermat regulasi`
#[derive(Debug, PartialEq, Eq)]
pub struct Regulasi {
    /// Fiscal year; the latest that anything is dated for where it is none.
    pub tahun: Option<i16>,
}

/// `cermat jelaskan`
#[derive(Debug, PartialEq, Eq)]
pub struct Jelaskan {
    /// Code of the fakta, or the beginning of one.
    pub kode: String,
    /// Package.
    pub paket: PathBuf,
}

/// `cermat periksa`
#[derive(Debug, PartialEq, Eq)]
pub struct Periksa {
    /// The document.
    pub dokumen: PathBuf,
    /// In which form the findings are told.
    pub bentuk: Bentuk,
    /// Where they go; standard output where it is none.
    pub keluar: Option<PathBuf>,
    /// Only these rules; all where it is empty.
    pub aturan: Vec<String>,
    /// Not these rules.
    pub abaikan: Vec<String>,
    /// The office's own data.
    pub paket: Option<PathBuf>,
    /// Dismiss the finding with this fingerprint instead of telling the findings.
    pub kesampingkan: Option<String>,
    /// Who dismisses it.
    pub oleh: Option<String>,
    /// Why.
    pub alasan: Option<String>,
    /// Write a review sheet to this file.
    pub reviu: Option<(PathBuf, BentukReviu)>,
}

/// In which form findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// For a person at a terminal.
    Teks,
    /// For programs.
    Json,
    /// SARIF 2.1.0, for editors and continuous integration.
    Sarif,
    /// The document with the findings beside it.
    Html,
    /// The original Word file with a comment at each spot.
    Docx,
}

impl Bentuk {
    const SEMUA: [(&'static str, Self); 5] = [
        ("teks", Self::Teks),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("html", Self::Html),
        ("docx", Self::Docx),
    ];
}

/// Why parsing ended without a command: help was asked for, or the arguments are wrong.
#[derive(Debug)]
pub struct Akhir {
    teks: String,
    bantuan: bool,
}

impl Akhir {
    /// Prints the text and gives the exit code: 0 for help, 2 for wrong arguments.
    pub fn tampilkan(&self) -> ExitCode {
        if self.bantuan {
            anstream::println!("{}", self.teks);
            return ExitCode::SUCCESS;
        }
        anstream::eprintln!("{}", self.teks);
        ExitCode::from(2)
    }
}

/// Where results go unless said otherwise.
pub const FOLDER_HASIL: &str = "hasil";
/// The example package of the main job.
pub const PAKET_CONTOH: &str = "contoh/kanim-samarinda-2023";

const TEMPLAT_INDUK: &str =
    "{about}\n\nPemakaian: {usage}\n\nPerintah:\n{subcommands}\n\nPilihan:\n{options}{after-help}";
const TEMPLAT_ANAK: &str = "{about}\n\nPemakaian: {usage}\n\n{all-args}{after-help}";

fn induk() -> Command {
    Command::new("cermat")
        .about("Cermat menyusun Laporan Kinerja (LKjIP) dari data setahun sebuah kantor dan menunjukkan angka yang keliru.")
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage("cermat [PERINTAH] [PILIHAN]")
        .help_template(TEMPLAT_INDUK)
        .after_help(
            "\nTanpa perintah, cermat menyusun contoh contoh/kanim-samarinda-2023 ke folder hasil.\n\
             Kode keluar: 0 selesai; 1 laporan final ditolak atau dokumen memuat temuan wajib; 2 argumen keliru; 3 paket atau dokumen tidak dapat dibaca; 4 berkas gagal dibaca atau ditulis.",
        )
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(bantuan())
        .arg(Arg::new("versi").long("versi").alias("version").short('V').action(ArgAction::Version).help("Tampilkan versi"))
        .subcommand(
            anak("susun", "Susun LKjIP (PDF, DOCX, HTML, fakta.json, temuan.json) dari satu paket atau lebih.", "cermat susun PAKET... [--keluar FOLDER] [--final]")
                .arg(jalur("paket", "PAKET", "Folder paket atau berkas .xlsx").num_args(1..).required(true))
                .arg(pilihan("keluar", "FOLDER", "Folder tempat hasil; bawaannya hasil/NAMA-PAKET. Untuk beberapa paket, tiap paket mendapat folder sendiri di dalamnya").value_parser(value_parser!(PathBuf)))
                .arg(pilihan("naskah", "FOLDER", "Naskah kantor sendiri, menggantikan naskah bawaan yang senama").value_parser(value_parser!(PathBuf)))
                .arg(tanda("final", "Terbitkan laporan final; ditolak selama masih ada rumpang atau temuan wajib"))
                .arg(tanda("tanpa-pdf", "Jangan menulis PDF")),
        )
        .subcommand(
            anak("periksa", "Periksa LKjIP siapa pun (.docx, .pdf, .txt, .md, .html): apa yang keliru, di mana, seharusnya berapa, dan bagaimana memperbaikinya.", "cermat periksa DOKUMEN [--format BENTUK] [--keluar BERKAS] [--paket PAKET] [--reviu BERKAS]")
                .arg(jalur("dokumen", "DOKUMEN", "Laporan yang diperiksa").required(true))
                .arg(pilihan("format", "BENTUK", "Bentuk hasil: teks, json, sarif, html (laporan dengan temuan di sampingnya), atau docx (berkas Word asli dengan komentar)").value_parser(Bentuk::SEMUA.map(|(nama, _)| nama)).default_value("teks").hide_default_value(true).hide_possible_values(true))
                .arg(pilihan("keluar", "BERKAS", "Tulis hasil ke berkas ini, bukan ke layar").value_parser(value_parser!(PathBuf)))
                .arg(pilihan("aturan", "NAMA", "Pakai aturan ini saja; boleh beberapa, dipisah koma").value_delimiter(',').action(ArgAction::Append))
                .arg(pilihan("abaikan", "NAMA", "Jangan pakai aturan ini; boleh beberapa, dipisah koma").value_delimiter(',').action(ArgAction::Append))
                .arg(pilihan("paket", "PAKET", "Cocokkan juga dengan data kantor: folder paket atau berkas .xlsx").value_parser(value_parser!(PathBuf)))
                .arg(pilihan("reviu", "BERKAS", "Tulis lembar reviu (daftar uji, temuan, cakupan, dan bentuk pernyataan telah direviu) ke berkas .docx, .pdf, atau .html ini").value_parser(PathBufValueParser::new().try_map(berkas_reviu)).conflicts_with_all(["aturan", "abaikan", "kesampingkan"]))
                .arg(pilihan("kesampingkan", "SIDIK", "Kesampingkan temuan dengan sidik ini; dicatat di DOKUMEN.kesampingan.toml dan terbuka lagi bila isinya berubah").requires("oleh").requires("alasan"))
                .arg(pilihan("oleh", "NAMA", "Siapa yang mengesampingkan").requires("kesampingkan"))
                .arg(pilihan("alasan", "TEKS", "Mengapa temuan itu dikesampingkan").requires("kesampingkan")),
        )
        .subcommand(
            anak("templat", "Tulis paket kosong yang siap diisi.", "cermat templat TUJUAN [--profil PROFIL] [--tahun TAHUN]")
                .arg(jalur("tujuan", "TUJUAN", "Folder baru, atau berkas .xlsx").required(true))
                .arg(pilihan("profil", "PROFIL", "Jenis kantor menurut folder profil"))
                .arg(pilihan("tahun", "TAHUN", "Tahun anggaran yang dilaporkan").value_parser(value_parser!(i16)))
                .arg(tanda("timpa", "Ganti isi tujuan yang sudah ada")),
        )
        .subcommand(
            anak("ubah", "Ubah paket folder menjadi .xlsx atau sebaliknya, tanpa kehilangan isi.", "cermat ubah DARI KE [--timpa]")
                .arg(jalur("dari", "DARI", "Folder paket atau berkas .xlsx").required(true))
                .arg(jalur("ke", "KE", "Folder baru atau berkas .xlsx").required(true))
                .arg(tanda("timpa", "Ganti isi tujuan yang sudah ada")),
        )
        .subcommand(
            anak("regulasi", "Daftar ketentuan yang berlaku untuk suatu tahun anggaran, dengan kutipan dan yang belum terverifikasi.", "cermat regulasi [TAHUN]")
                .arg(Arg::new("tahun").value_name("TAHUN").help("Tahun anggaran").value_parser(value_parser!(i16))),
        )
        .subcommand(
            anak("jelaskan", "Tunjukkan asal sebuah fakta sampai ke sel datanya dan pasal dasarnya.", "cermat jelaskan KODE [--paket PAKET]")
                .arg(Arg::new("kode").value_name("KODE").help("Kode fakta, misalnya ikm.2023.capaian, atau awalannya").required(true))
                .arg(pilihan("paket", "PAKET", "Folder paket atau berkas .xlsx; bawaannya contoh/kanim-samarinda-2023").value_parser(value_parser!(PathBuf))),
        )
        .subcommand(layani::perintah())
        .subcommand(perjanjian::perintah())
        .subcommands(data::perintah())
}

fn anak(nama: &'static str, tentang: &'static str, pakai: &'static str) -> Command {
    Command::new(nama)
        .about(tentang)
        .override_usage(pakai)
        .help_template(TEMPLAT_ANAK)
        .disable_help_flag(true)
        .next_help_heading("Pilihan")
        .arg(bantuan())
}

fn bantuan() -> Arg {
    Arg::new("bantuan")
        .long("bantuan")
        .visible_alias("help")
        .short('h')
        .action(ArgAction::Help)
        .help("Tampilkan bantuan ini")
}

fn jalur(id: &'static str, nilai: &'static str, tentang: &'static str) -> Arg {
    Arg::new(id)
        .value_name(nilai)
        .help(tentang)
        .value_parser(value_parser!(PathBuf))
}

fn pilihan(id: &'static str, nilai: &'static str, tentang: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(nilai).help(tentang)
}

/// A review sheet is written in the form that the ending of its file says.
fn berkas_reviu(jalur: PathBuf) -> Result<(PathBuf, BentukReviu), String> {
    let bentuk = jalur
        .extension()
        .and_then(OsStr::to_str)
        .and_then(BentukReviu::dari_akhiran)
        .ok_or_else(|| "berkas harus berakhiran .docx, .pdf, atau .html".to_owned())?;
    Ok((jalur, bentuk))
}

fn tanda(id: &'static str, tentang: &'static str) -> Arg {
    Arg::new(id)
        .long(id)
        .help(tentang)
        .action(ArgAction::SetTrue)
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// [`Akhir`] with help or with what is wrong.
pub fn parse(argumen: impl IntoIterator<Item = OsString>) -> Result<Perintah, Akhir> {
    let cocok = induk()
        .try_get_matches_from(argumen)
        .map_err(|galat| sebut(&galat))?;
    Ok(match cocok.subcommand() {
        Some(("susun", a)) => Perintah::Susun(Susun {
            paket: a
                .get_many::<PathBuf>("paket")
                .unwrap_or_default()
                .cloned()
                .collect(),
            keluar: a.get_one::<PathBuf>("keluar").cloned(),
            akhir: a.get_flag("final"),
            naskah: a.get_one::<PathBuf>("naskah").cloned(),
            tanpa_pdf: a.get_flag("tanpa-pdf"),
        }),
        Some(("periksa", a)) => Perintah::Periksa(Periksa {
            dokumen: jalur_atau(a, "dokumen", ""),
            bentuk: a
                .get_one::<String>("format")
                .and_then(|nama| Bentuk::SEMUA.iter().find(|(satu, _)| satu == nama))
                .map_or(Bentuk::Teks, |(_, bentuk)| *bentuk),
            keluar: a.get_one::<PathBuf>("keluar").cloned(),
            aturan: semua(a, "aturan"),
            abaikan: semua(a, "abaikan"),
            paket: a.get_one::<PathBuf>("paket").cloned(),
            kesampingkan: a.get_one::<String>("kesampingkan").cloned(),
            oleh: a.get_one::<String>("oleh").cloned(),
            alasan: a.get_one::<String>("alasan").cloned(),
            reviu: a.get_one::<(PathBuf, BentukReviu)>("reviu").cloned(),
        }),
        Some(("templat", a)) => Perintah::Templat(Templat {
            tujuan: jalur_atau(a, "tujuan", ""),
            profil: a.get_one::<String>("profil").cloned(),
            tahun: a.get_one::<i16>("tahun").copied(),
            timpa: a.get_flag("timpa"),
        }),
        Some(("ubah", a)) => Perintah::Ubah(Ubah {
            dari: jalur_atau(a, "dari", ""),
            ke: jalur_atau(a, "ke", ""),
            timpa: a.get_flag("timpa"),
        }),
        Some(("regulasi", a)) => Perintah::Regulasi(Regulasi {
            tahun: a.get_one::<i16>("tahun").copied(),
        }),
        Some(("jelaskan", a)) => Perintah::Jelaskan(Jelaskan {
            kode: a.get_one::<String>("kode").cloned().unwrap_or_default(),
            paket: jalur_atau(a, "paket", PAKET_CONTOH),
        }),
        Some(("layani", a)) => Perintah::Layani(layani::baca(a)),
        Some(("perjanjian", a)) => Perintah::Perjanjian(perjanjian::baca(a)),
        Some((nama, a)) => data::baca(nama, a).map_or(Perintah::Bawaan, Perintah::Data),
        None => Perintah::Bawaan,
    })
}

fn semua(a: &ArgMatches, id: &str) -> Vec<String> {
    a.get_many::<String>(id)
        .unwrap_or_default()
        .cloned()
        .collect()
}

fn jalur_atau(a: &ArgMatches, id: &str, bawaan: &str) -> PathBuf {
    a.get_one::<PathBuf>(id)
        .cloned()
        .unwrap_or_else(|| PathBuf::from(bawaan))
}

/// What is wrong with the arguments, in Indonesian.
fn sebut(galat: &clap::Error) -> Akhir {
    if matches!(
        galat.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        return Akhir {
            teks: galat.render().ansi().to_string().trim_end().to_owned(),
            bantuan: true,
        };
    }
    let konteks = |jenis| match galat.get(jenis) {
        Some(ContextValue::String(teks)) => teks.clone(),
        Some(ContextValue::Strings(teks)) => teks.join(", "),
        _ => String::new(),
    };
    let argumen = konteks(ContextKind::InvalidArg);
    let nilai = konteks(ContextKind::InvalidValue);
    let pesan = match galat.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "perintah {:?} tidak dikenal",
                konteks(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => format!("argumen {argumen} tidak dikenal"),
        ErrorKind::MissingRequiredArgument => format!("argumen {argumen} belum diberikan"),
        ErrorKind::ValueValidation | ErrorKind::InvalidValue if nilai.is_empty() => {
            format!("pilihan {argumen} memerlukan nilai")
        }
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => {
            format!("nilai {nilai:?} tidak dapat dipakai untuk {argumen}")
        }
        ErrorKind::ArgumentConflict => {
            format!("argumen {argumen} diberikan lebih dari sekali atau bertentangan")
        }
        _ => "argumen tidak dapat dibaca".to_owned(),
    };
    let saran = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .map(konteks)
        .concat();
    let saran = if saran.is_empty() {
        String::new()
    } else {
        format!("\nMaksud Anda: {saran}?")
    };
    Akhir {
        teks: format!("Galat: {pesan}.{saran}\nLihat cara memakainya dengan: cermat --bantuan"),
        bantuan: false,
    }
}
