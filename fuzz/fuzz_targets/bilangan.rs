//! A text is a number or it is refused; a number that is written is read back as itself.
#![no_main]

use kinerja::bilangan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|teks: &str| {
    if let Ok(angka) = bilangan::parse(teks) {
        let tulisan = bilangan::format(angka.nilai, angka.presisi);
        let lagi = bilangan::parse(&tulisan).expect("what we write we can read");
        assert_eq!(lagi.nilai, angka.nilai);
    }
});
