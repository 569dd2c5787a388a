//! `cermat layani`

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::data::anak_data;
use super::{pilihan, tanda};

/// Where the portal listens unless told otherwise: this machine alone.
pub const ALAMAT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// `cermat layani`
#[derive(Debug, PartialEq, Eq)]
pub struct Layani {
    /// Where to listen.
    pub alamat: SocketAddr,
    /// Folder of the embedded database and of the evidence files.
    pub folder: PathBuf,
    /// URL of a PostgreSQL server; the embedded database where it is none.
    pub basis_data: Option<String>,
    /// Address that people type, where a proxy with TLS stands before the program.
    pub asal: Option<String>,
    /// Whether that proxy's word on where a request came from is believed.
    pub proksi: bool,
    /// Whether every request gets a line in the log.
    pub log_permintaan: bool,
    /// Whether the log is JSON.
    pub log_json: bool,
    /// Requests that a token may make in a minute.
    pub laju_api: u32,
    /// A file with the provider of single sign-on.
    pub sso: Option<PathBuf>,
}

/// The command as the command line shows it.
pub(super) fn perintah() -> Command {
    anak_data("layani", "Layani portal: pengisian, pengesahan, laporan, pemeriksaan, dan konsolidasi di peramban.", "cermat layani [--alamat ALAMAT] [--data FOLDER] [--basis-data URL] [--asal URL] [--proksi] [--sso BERKAS] [--log-permintaan] [--log-json]")
        .arg(pilihan("alamat", "ALAMAT", "Alamat dan porta tempat mendengar; bawaannya 127.0.0.1:8080, hanya dari mesin ini").value_parser(value_parser!(SocketAddr)))
        .arg(pilihan("asal", "URL", "Alamat yang diketik pengguna, misalnya https://cermat.kantor.go.id; dengan https, kuki hanya dikirim lewat TLS"))
        .arg(tanda("proksi", "Percayai X-Forwarded-For dari proksi di depan program ini"))
        .arg(tanda("log-permintaan", "Catat satu baris untuk setiap permintaan: rute, status, lama; tanpa data pribadi"))
        .arg(tanda("log-json", "Tulis log sebagai JSON, satu objek per baris"))
        .arg(pilihan("laju-api", "BANYAK", "Permintaan per menit untuk setiap token API; bawaannya 600").value_parser(value_parser!(u32).range(1..)))
        .arg(pilihan("sso", "BERKAS", "Berkas TOML dengan bagian [oidc]: penerbit, id_klien, rahasia_klien, nama, acr_dua_faktor, buat_akun").value_parser(value_parser!(PathBuf)))
}

/// What was asked for.
pub(super) fn baca(a: &ArgMatches) -> Layani {
    let data = super::data::tempat(a);
    Layani {
        alamat: a.get_one("alamat").copied().unwrap_or(ALAMAT),
        folder: data.0,
        basis_data: data.1,
        asal: a
            .get_one::<String>("asal")
            .map(|asal| asal.trim_end_matches('/').to_owned()),
        proksi: a.get_flag("proksi"),
        log_permintaan: a.get_flag("log-permintaan"),
        log_json: a.get_flag("log-json"),
        laju_api: a.get_one("laju-api").copied().unwrap_or_default(),
        sso: a.get_one("sso").cloned(),
    }
}
