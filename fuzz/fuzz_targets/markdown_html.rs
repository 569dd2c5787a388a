//! Any text is read as Markdown and as HTML, and the cells of its tables stand inside of them.
#![no_main]

use document::source::Piece;
use document::source::read::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for name in ["laporan.md", "laporan.html"] {
        for piece in read(text.as_bytes(), name).pieces {
            let Piece::Grid(grid) = piece else { continue };
            for cell in &grid.cells {
                assert!(cell.row + cell.rowspan <= grid.rows.max(1));
                assert!(cell.column + cell.colspan <= grid.columns);
            }
        }
    }
});
