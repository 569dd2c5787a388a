//! The PDF reader: words with their places, tables from their lines, paragraphs from distances.
//!
//! A PDF holds letters at positions and nothing else that can be trusted, so structure is recovered from what an eye sees.
//! `content` follows what a page draws and gives words, ruling lines and pictures; from then on all positions are whole
//! hundredths of a point. `frames` and `table` make tables, `running` finds heads and feet, `flow` the rest.
//! Why these libraries, and what a hostile file meets: `docs/decisions/0009-reading-pdf.md`.

mod block;
mod content;
mod face;
mod flow;
mod fraction;
mod frames;
mod line;
mod marks;
mod measure;
mod page;
mod path;
mod pen;
mod running;
mod signs;
mod stream;
mod table;
mod unruled;
mod writer;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use content::Reader;
use flow::{Element, Flow};
use frames::Ruled;
use line::gather;
use measure::Measure;
use page::{Frame, POINT, Page};
use running::{Edges, Running};

use crate::source::{Format, NoteKind, Passage, Place, Source};

/// A longer file is not read.
const MAX_BYTES: usize = 64 << 20;
/// Pages beyond this number are not read, and a note says so. It bounds time and memory; no report has so many.
const MAX_PAGES: usize = 2_000;
/// Pages are drawn side by side by up to so many threads.
const MAX_THREADS: usize = 4;
/// For fewer pages than this another thread is not worth it.
const PAGES_A_THREAD: usize = 40;
/// Room for the library's recursion, which it bounds itself; address space that is only taken if used.
const STACK: usize = 64 << 20;
/// Pages without text are named in a note up to this many.
const NAMED_PAGES: usize = 12;
/// Smaller pictures are ornaments.
const MIN_PICTURE: i32 = 24 * POINT;

const DAMAGED: &str = "Berkas PDF ini rusak atau terpotong, sehingga tidak dapat dibaca. \
    Buka dengan pembaca PDF lalu simpan ulang, atau minta berkas aslinya (.docx).";
const SCANNED: &str = "Berkas PDF ini hanya berisi gambar hasil pindai, tanpa teks. \
    Minta berkas aslinya (.docx atau PDF yang disimpan dari pengolah kata), atau jalankan OCR terlebih dahulu.";
const LOCKED: &str = "Berkas PDF ini dikunci dengan kata sandi. \
    Simpan salinan tanpa kata sandi, lalu periksa salinan itu.";
const TOO_BIG: &str = "Berkas PDF ini melebihi batas ukuran yang dapat dibaca. \
    Bagi menjadi beberapa berkas, atau kecilkan gambarnya.";

/// Reads a PDF. Never fails: what cannot be read is said in the notes.
pub fn read(bytes: &[u8]) -> Source {
    if bytes.len() > MAX_BYTES || !stream::is_bounded(bytes) {
        return Source::refused(Format::Pdf, TOO_BIG);
    }
    let copy = Arc::new(bytes.to_vec());
    // A thread of its own, so that the stack is known to be big enough whoever calls.
    let work = move || {
        // The libraries are of others and meet files that nobody foresaw; a panic there is a damaged file here.
        catch_unwind(AssertUnwindSafe(|| read_pages(copy))).unwrap_or(Err(DAMAGED))
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    let pages = thread.map(std::thread::JoinHandle::join);
    match pages {
        Ok(Ok(Ok(pages))) => understand(pages),
        Ok(Ok(Err(why))) => Source::refused(Format::Pdf, why),
        Ok(Err(_)) | Err(_) => Source::refused(Format::Pdf, DAMAGED),
    }
}

fn read_pages(bytes: Arc<Vec<u8>>) -> Result<Read, &'static str> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => LOCKED,
        _ => DAMAGED,
    })?;
    let all = pdf.pages();
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let all = all.get(..MAX_PAGES).unwrap_or(all);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let shares = cores.min(MAX_THREADS).min(all.len() / PAGES_A_THREAD + 1);
    let part = all.len().div_ceil(shares).max(1);
    let numbered: Vec<(u32, &hayro_syntax::page::Page<'_>)> = (1..).zip(all).collect();
    let parts = std::thread::scope(|scope| {
        let threads: Vec<_> = numbered
            .chunks(part)
            .map(|pages| {
                let work = move || draw(pages, shares);
                std::thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, work)
            })
            .collect();
        let joined = threads.into_iter().map(|thread| thread.ok()?.join().ok());
        joined.collect::<Option<Vec<_>>>()
    });
    let pages = parts.ok_or(DAMAGED)?.into_iter().flatten().collect();
    Ok(Read { pages, count })
}

/// What `work` makes of each page, in order; long documents are shared among threads.
fn side_by_side<T: Sync, R: Send>(pages: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let shares = cores.min(MAX_THREADS).min(pages.len() / PAGES_A_THREAD + 1);
    let part = pages.len().div_ceil(shares).max(1);
    let work = |pages: &[T]| pages.iter().map(&work).collect::<Vec<R>>();
    let (first, rest) = pages.split_at(part.min(pages.len()));
    std::thread::scope(|scope| {
        let threads: Vec<_> = rest
            .chunks(part)
            .map(|pages| scope.spawn(move || work(pages)))
            .collect();
        let mut out = work(first);
        for thread in threads {
            out.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        out
    })
}

/// Draws some pages, one after the other.
fn draw(pages: &[(u32, &hayro_syntax::page::Page<'_>)], shares: usize) -> Vec<Drawn> {
    let mut reader = Reader::new(shares);
    let mut out = Vec::with_capacity(pages.len());
    for (number, page) in pages {
        let mut drawn = reader.page(page, *number, 0);
        // A page that lies on its side is read lying on its side.
        let [right, down, left, up] = drawn.directions;
        let turned = [(down, 3), (left, 2), (up, 1)];
        if let Some((count, quarters)) = turned.into_iter().max()
            && count > 2 * right
        {
            drawn = reader.page(page, *number, quarters);
        }
        line::number(&mut drawn);
        let ruled = rule(&mut drawn);
        // A box that is no higher than a head may be one.
        let high = |frame: &Frame| frame.bottom - frame.y > drawn.height / 8;
        let frames: Vec<Frame> = ruled.iter().map(Ruled::frame).filter(high).collect();
        out.push(Drawn {
            edges: running::edge_lines(&drawn, &frames),
            page: drawn,
            ruled,
        });
    }
    out
}

/// A page, and what can be told of it without the others.
struct Drawn {
    page: Page,
    ruled: Vec<Ruled>,
    /// The lines near its upper and lower edge.
    edges: Edges,
}

/// The pages that were read.
#[derive(Default)]
struct Read {
    pages: Vec<Drawn>,
    /// How many the file has.
    count: u32,
}

fn understand(read: Read) -> Source {
    let (mut pages, mut ruled, mut edges) = (Vec::new(), Vec::new(), Vec::new());
    for drawn in read.pages {
        pages.push(drawn.page);
        ruled.push(drawn.ruled);
        edges.push(drawn.edges);
    }
    let pages: Vec<Page> = pages;
    if pages.iter().all(|page| page.words.is_empty()) {
        let pictured = pages.iter().any(|page| !page.pictures.is_empty());
        return Source::refused(Format::Pdf, if pictured { SCANNED } else { DAMAGED });
    }
    let mut source = Source {
        format: Format::Pdf,
        pages: Some(read.count),
        ..Source::default()
    };
    let running = running::find(&pages, &edges);
    let parts: Vec<_> = pages.iter().zip(&running).zip(&ruled).collect();
    let parts = side_by_side(&parts, |((page, running), ruled)| {
        parts_of(page, running, ruled)
    });
    let (elements, lines): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let usual = Measure::of(&pages, &lines);
    let mut flow = Flow::new(&pages, &usual);
    let parts = running.into_iter().zip(elements).zip(lines);
    for (at, ((running, mut found), lines)) in parts.enumerate() {
        let Some(page) = pages.get(at) else {
            continue;
        };
        found.extend(lines.into_iter().map(Element::Line));
        found.extend(pictures(page));
        found.sort_by_key(top);
        let running = running.into_iter().map(|(_, passage, _)| passage).collect();
        flow.page(at, running, found);
    }
    source.pieces = flow.finish();
    notes(&mut source, &pages);
    source
}

/// The tables and formulas of a page, and the lines of the rest.
fn parts_of(page: &Page, running: &Running, ruled: &[Ruled]) -> (Vec<Element>, Vec<line::Line>) {
    let mut taken = vec![false; page.words.len()];
    for at in running.iter().flat_map(|(_, _, words)| words) {
        taken[*at] = true;
    }
    let mut found: Vec<Element> = Vec::new();
    for ruled in ruled {
        if let Some(table) = table::fill(page, ruled, &mut taken) {
            found.push(Element::Table(Box::new(table)));
        }
    }
    let tables: Vec<Frame> = found.iter().filter_map(frame).collect();
    found.extend(
        fraction::find(page, &tables, &mut taken)
            .into_iter()
            .map(|row| Element::Formula(row.y, row.passage)),
    );
    let rest: Vec<usize> = (0..page.words.len()).filter(|at| !taken[*at]).collect();
    (found, gather(page, &rest))
}

/// The ruled grids of a page. A head that a table repeats is marked as not of the text, but it is of the table.
fn rule(page: &mut Page) -> Vec<Ruled> {
    let grids = frames::find(page);
    for grid in &grids {
        let frame = grid.frame();
        let inside = |word: &page::Word| frame.holds(word.centre(), word.middle());
        if page.words.iter().any(|word| !word.running && inside(word)) {
            for word in page
                .words
                .iter_mut()
                .filter(|word| word.running && inside(word))
            {
                word.running = false;
            }
        }
    }
    grids
}

fn frame(element: &Element) -> Option<Frame> {
    match element {
        Element::Table(table) => Some(table.frame),
        _ => None,
    }
}

fn top(element: &Element) -> i32 {
    match element {
        Element::Line(line) => line.top(),
        Element::Table(table) => table.frame.y,
        Element::Formula(y, _) => *y,
        Element::Picture(frame, _) => frame.y,
    }
}

/// The pictures of a page; their place is the line that follows them.
fn pictures(page: &Page) -> Vec<Element> {
    page.pictures
        .iter()
        .filter(|frame| frame.end - frame.x >= MIN_PICTURE && frame.bottom - frame.y >= MIN_PICTURE)
        .map(|frame| {
            let line = page
                .words
                .iter()
                .filter(|word| word.y >= frame.y)
                .map(|word| word.line)
                .min();
            let last = page.words.iter().map(|word| word.line).max().unwrap_or(0);
            let place = Place {
                page: Some(page.number),
                ..Place::new(line.unwrap_or(last + 1), 1)
            };
            Element::Picture(*frame, Passage::new("", place))
        })
        .collect()
}

/// Says what could not be read.
fn notes(source: &mut Source, pages: &[Page]) {
    let numbers = |is: &dyn Fn(&Page) -> bool| -> Vec<u32> {
        pages
            .iter()
            .filter(|page| is(page))
            .map(|page| page.number)
            .collect()
    };
    let mut say = |pages: Vec<u32>, what: &str| {
        if let Some(first) = pages.first() {
            let place = Place {
                page: Some(*first),
                ..Place::new(1, 1)
            };
            source.note(
                NoteKind::Lost,
                format!("{}: {what}", name_pages(&pages)),
                Some(place),
            );
        }
    };
    say(
        numbers(&|page| page.words.is_empty() && !page.pictures.is_empty()),
        "hanya berisi gambar, tanpa teks, sehingga isinya tidak diperiksa. Minta berkas aslinya atau jalankan OCR.",
    );
    say(
        numbers(&|page| page.unknown > 0),
        "sebagian huruf tidak dapat dikenali karena berkas tidak menyebut artinya; huruf itu ditulis \u{FFFD}. \
         Simpan ulang PDF dari berkas aslinya.",
    );
    say(
        numbers(&|page| page.turned > 0),
        "teks yang ditulis tegak atau miring tidak dibaca.",
    );
    say(
        numbers(&|page| page.cut),
        "isi halaman melebihi batas pembacaan, sehingga sebagian tidak dibaca.",
    );
    if source
        .pages
        .is_some_and(|count| count as usize > pages.len())
    {
        source.note(
            NoteKind::Lost,
            format!(
                "Berkas ini memuat {} halaman. Hanya {} halaman pertama yang dibaca dan diperiksa.",
                grouped(source.pages.unwrap_or_default() as usize),
                grouped(pages.len())
            ),
            None,
        );
    }
}

/// "2.000"
fn grouped(number: usize) -> String {
    match (number / 1_000, number % 1_000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{}.{rest:03}", grouped(thousands)),
    }
}

/// "Halaman 3, 4, 7, dan 5 halaman lain".
fn name_pages(pages: &[u32]) -> String {
    let named: Vec<String> = pages.iter().take(NAMED_PAGES).map(u32::to_string).collect();
    let more = pages.len().saturating_sub(NAMED_PAGES);
    let mut out = format!("Halaman {}", named.join(", "));
    if more > 0 {
        out.push_str(&format!(", dan {more} halaman lain"));
    }
    out
}
