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
}

/// The command as the command line shows it.
pub(super) fn perintah() -> Command {
    anak_data("layani", "Layani portal: pengisian, pengesahan, laporan, pemeriksaan, dan konsolidasi di peramban.", "cermat layani [--alamat ALAMAT] [--data FOLDER] [--basis-data URL] [--asal URL] [--proksi]")
        .arg(pilihan("alamat", "ALAMAT", "Alamat dan porta tempat mendengar; bawaannya 127.0.0.1:8080, hanya dari mesin ini").value_parser(value_parser!(SocketAddr)))
        .arg(pilihan("asal", "URL", "Alamat yang diketik pengguna, misalnya https://cermat.kantor.go.id; dengan https, kuki hanya dikirim lewat TLS"))
        .arg(tanda("proksi", "Percayai X-Forwarded-For dari proksi di depan program ini"))
}

/// What was asked for.
pub(super) fn baca(a: &ArgMatches) -> Layani {
    let data = super::data::tempat(a);
    Layani {
        alamat: a.get_one("alamat").copied().unwrap_or(ALAMAT),
        folder: data.0,
        basis_data: data.1,
        asal: a.get_one("asal").cloned(),
        proksi: a.get_flag("proksi"),
    }
}
