//! Any bytes under the name of a PDF are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = document::source::read::read(bytes, "laporan.pdf");
    assert!(!source.pieces.is_empty() || !source.notes.is_empty());
});
