//! `cermat`: an office's year becomes its LKjIP, and says what in it is wrong.
//!
//! Exit codes: 0 done; 1 a final report is refused, or a document has binding findings; 2 wrong arguments; 3 the package or document cannot be read; 4 a file cannot be read or written.

mod argumen;
mod galat;
mod keluaran;
mod perintah;
mod tampilan;

use std::process::ExitCode;

use argumen::Perintah;
use galat::Galat;

fn main() -> ExitCode {
    let perintah = match argumen::parse(std::env::args_os()) {
        Ok(perintah) => perintah,
        Err(akhir) => return akhir.tampilkan(),
    };
    match jalankan(perintah) {
        Ok(()) => ExitCode::SUCCESS,
        Err(galat) => galat.tampilkan(),
    }
}

fn jalankan(perintah: Perintah) -> Result<(), Galat> {
    match perintah {
        Perintah::Bawaan => perintah::bawaan::run(),
        Perintah::Susun(pilihan) => perintah::susun::run(&pilihan),
        Perintah::Templat(pilihan) => perintah::templat::run(&pilihan),
        Perintah::Ubah(pilihan) => perintah::ubah::run(&pilihan),
        Perintah::Regulasi(pilihan) => perintah::regulasi::run(&pilihan),
        Perintah::Jelaskan(pilihan) => perintah::jelaskan::run(&pilihan),
        Perintah::Periksa(pilihan) => perintah::periksa::run(&pilihan),
        Perintah::Perjanjian(pilihan) => perintah::perjanjian::run(&pilihan),
        Perintah::Data(pilihan) => perintah::data::run(&pilihan),
        Perintah::Layani(pilihan) => perintah::layani::run(&pilihan),
    }
}
