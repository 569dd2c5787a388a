//! Any bytes are read as plain text or refused, and every letter that is read has a line of the file.
#![no_main]

use document::source::read::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = read(bytes, "laporan.txt");
    let lines = u32::try_from(bytes.len()).unwrap_or(u32::MAX).saturating_add(1);
    for passage in source.pieces.iter().filter_map(|piece| piece.passage()) {
        for (at, _) in passage.text.char_indices() {
            assert!((1..=lines).contains(&passage.place(at).line));
        }
    }
});
