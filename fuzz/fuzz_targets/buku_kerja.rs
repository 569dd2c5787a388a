//! Any bytes under the name of a workbook are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bita: &[u8]| {
    if let Ok(mentah) = paket::read_workbook("paket.xlsx", bita) {
        let hukum = hukum::Hukum::bawaan().expect("the data of the law are sound");
        let _ = paket::interpret(&mentah, &hukum);
    }
});
