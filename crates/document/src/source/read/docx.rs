//! Reader of Word files (.docx, .docm).
//!
//! A [`Place`](crate::source::Place) counts paragraphs (`w:p`) of its part in file order, those of tables, text boxes
//! and passed-over alternatives too, and letters within the paragraph. Automatic numbers, marks of notes and
//! the signs of formulas are no letters of the file; they stand at the place of their neighbour.

mod build;
mod gate;
mod headings;
mod math;
mod numbering;
mod paragraph;
mod parts;
mod styles;
mod symbols;
mod table;
mod walk;
mod words;
mod xml;

pub(in crate::source) use gate::{Missing, Package};
pub(in crate::source) use math::MathTag;
pub(in crate::source) use parts::{Relations, main as main_part, relations_of};
pub(in crate::source) use walk::{Glyph, Spot, Step, Stop, Walk};
pub(in crate::source) use xml::{Tag, attribute};

use build::{Built, Context, build};
use numbering::Numbering;
use styles::Styles;

use super::super::{Format, NoteKind, Part, Piece, Place, Source};

/// Most headers and footers that are read; a section has at most six.
const RUNNING: usize = 200;

/// Reads a Word file. Never fails: one that cannot be read is a source with a note that says why.
#[must_use]
pub fn read(bytes: &[u8]) -> Source {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(why) => return Source::refused(Format::Docx, why),
    };
    let Some(main) = parts::main(&mut package) else {
        return Source::refused(Format::Docx, parts::not_word(&mut package));
    };
    let xml = match package.part(&main) {
        Ok(xml) => xml,
        Err(Missing::Large) => {
            return Source::refused(
                Format::Docx,
                "isi dokumen jauh lebih besar daripada laporan biasa setelah diurai; periksa apakah berkasnya benar",
            );
        }
        Err(_) => {
            return Source::refused(
                Format::Docx,
                "isi dokumen di dalam berkas rusak; buka di Word atau LibreOffice, lalu simpan ulang sebagai .docx",
            );
        }
    };
    let mut source = Source {
        format: Format::Docx,
        ..Source::default()
    };
    let relations = Relations::of(&mut package, &main);
    let mut context = Context::default();
    if let Some(styles) = optional(&mut package, relations.first("styles"), &mut source) {
        context.styles = Styles::read(&styles);
    }
    if let Some(numbering) = optional(&mut package, relations.first("numbering"), &mut source) {
        context.numbering = Numbering::read(&numbering);
    }
    let mut built = Vec::new();
    let mut shift = 0;
    for kind in ["footnotes", "endnotes"] {
        let Some(xml) = optional(&mut package, relations.first(kind), &mut source) else {
            continue;
        };
        let mut notes = build(&xml, Part::Footnotes, shift, &mut context);
        shift = shift.saturating_add(notes.lines);
        let words = std::mem::take(&mut notes.notes);
        if kind == "footnotes" {
            context.footnotes = words;
        } else {
            context.endnotes = words;
        }
        built.push(notes);
    }
    let mut body = build(&xml, Part::Body, 0, &mut context);
    if body.stop == Some(Stop::DocumentType) {
        return Source::refused(
            Format::Docx,
            "berkas memuat deklarasi XML yang tidak pernah ditulis Word; buka di Word atau LibreOffice, lalu simpan ulang sebagai .docx",
        );
    }
    let found = std::mem::take(&mut body.found);
    source.pages = body.pages;
    built.push(body);
    source.pieces = headings::settle(found);
    for (part, name) in relations.running().into_iter().take(RUNNING) {
        let Some(xml) = optional(&mut package, Some(name), &mut source) else {
            continue;
        };
        let mut running = build(&xml, part, 0, &mut context);
        for found in running.found.drain(..) {
            source.pieces.extend(as_running(found.piece));
        }
        built.push(running);
    }
    notes(&mut source, &built, &context, &package);
    source
}

/// A part that a file may lack; what is there and cannot be read is noted.
fn optional(package: &mut Package<'_>, name: Option<&str>, source: &mut Source) -> Option<String> {
    let name = name?;
    match package.part(name) {
        Ok(xml) => Some(xml),
        Err(Missing::Absent) => None,
        Err(why) => {
            let why = match why {
                Missing::Large => "terlalu besar",
                _ => "rusak",
            };
            source.note(
                NoteKind::Lost,
                format!("bagian {name} dilewati karena {why}"),
                None,
            );
            None
        }
    }
}

fn as_running(piece: Piece) -> Vec<Piece> {
    match piece {
        Piece::Paragraph(passage)
        | Piece::Item { passage, .. }
        | Piece::Heading { passage, .. }
        | Piece::Formula(passage) => vec![Piece::Running(passage)],
        // Heads are often set in a table without lines.
        Piece::Grid(grid) => grid
            .cells
            .into_iter()
            .filter(|cell| !cell.passage.is_blank())
            .map(|cell| Piece::Running(cell.passage))
            .collect(),
        Piece::Running(_) | Piece::Footnote { .. } | Piece::Picture(_) => vec![piece],
    }
}

fn notes(source: &mut Source, built: &[Built], context: &Context, package: &Package<'_>) {
    let sum = |count: fn(&Built) -> u32| built.iter().map(count).fold(0, u32::saturating_add);
    let tell = |source: &mut Source, count: u32, kind, text: &str| {
        if count > 0 {
            source.note(kind, format!("{count} {text}"), None);
        }
    };
    use NoteKind::{Lost, Odd};
    tell(
        source,
        sum(|built| built.met.changes),
        Odd,
        "perubahan terlacak dibaca sebagai diterima",
    );
    tell(
        source,
        sum(|built| built.met.comments),
        Odd,
        "komentar tidak ikut dibaca",
    );
    tell(
        source,
        sum(|built| built.met.hidden),
        Odd,
        "huruf tersembunyi dilewati",
    );
    tell(
        source,
        context.charts,
        Lost,
        "grafik atau diagram tidak terbaca isinya",
    );
    tell(
        source,
        context.old_formulas,
        Lost,
        "rumus dari penyunting rumus lama tidak terbaca; ketik ulang dengan penyunting rumus Word",
    );
    if package.names().any(|name| name.ends_with("vbaproject.bin")) {
        source.note(Odd, "makro di dalam berkas diabaikan", None);
    }
    if package.odd_names {
        source.note(
            Odd,
            "bagian berkas dengan nama yang tidak wajar diabaikan",
            None,
        );
    }
    for stop in built.iter().filter(|built| built.stop.is_some()) {
        let why = match stop.stop {
            Some(Stop::Deep) => "isinya bersarang terlalu dalam",
            Some(Stop::Long) => "isinya jauh lebih panjang daripada laporan biasa",
            Some(Stop::DocumentType) => "memuat deklarasi XML yang tidak wajar",
            _ => "XML-nya rusak",
        };
        source.note(
            Lost,
            format!(
                "satu bagian dokumen hanya terbaca sampai paragraf ke-{}: {why}",
                stop.lines
            ),
            Some(Place::new(stop.lines, 1)),
        );
    }
}
