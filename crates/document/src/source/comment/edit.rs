//! The body with the marks of comments in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::anchor::Anchor;
use super::paragraph::{Paragraph, Seam};
use crate::escape::put;
use crate::source::read::docx::{Glyph, Step, Tag, Walk};

/// Marks that stand at one place.
#[derive(Debug, Default)]
struct Point {
    seam: Option<Seam>,
    /// The run that is split, and its properties.
    run: Option<(Range<usize>, Range<usize>)>,
    ends: Vec<u32>,
    starts: Vec<u32>,
    /// Comments that hold nothing.
    bare: Vec<u32>,
    /// Tag that opens and closes an empty paragraph at once.
    closed: Option<Range<usize>>,
}

/// The body with comments, the first of which gets the id `first`; none if the body cannot be walked through.
pub(super) fn with_comments(xml: &str, anchors: &[Anchor], first: u32) -> Option<String> {
    let mark = xml.len() - xml.trim_start_matches('\u{feff}').len();
    let (head, xml) = xml.split_at(mark);
    let mut waiting = Waiting::new(anchors, first);
    let mut points = BTreeMap::new();
    let mut last = None;
    let mut walk = Walk::new(xml);
    let mut open: Option<Paragraph> = None;
    let mut depth = 0_usize;
    let mut own = "";
    loop {
        let Ok(step) = walk.next() else {
            return None;
        };
        let Some(step) = step else {
            break;
        };
        match &step {
            Step::Open(Tag::P, _) => {
                depth += 1;
                let tag = xml.get(walk.span())?;
                let closed = tag.ends_with("/>");
                own = prefix(name(tag));
                match &mut open {
                    None => open = Some(Paragraph::new(walk.line(), walk.span(), closed)),
                    Some(outer) => outer.boxes.push(walk.line()),
                }
                continue;
            }
            Step::Close(Tag::P) => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let Some(paragraph) = open.take()
                {
                    waiting.settle(xml, &paragraph, &mut points);
                    last = Some(paragraph);
                }
                continue;
            }
            Step::Glyph(Glyph::Footnote(id), spot) => {
                waiting.at_mark(&Anchor::Footnote(id.clone()), spot.line, spot.column, depth);
            }
            Step::Glyph(Glyph::Endnote(id), spot) => {
                waiting.at_mark(&Anchor::Endnote(id.clone()), spot.line, spot.column, depth);
            }
            _ => {}
        }
        if depth == 1
            && let Some(paragraph) = &mut open
        {
            paragraph.step(&step, &walk);
        }
    }
    let left = waiting.rest();
    if !left.is_empty() {
        let last = last?;
        for id in left {
            place(xml, &last, &(0..0), id, &mut points);
        }
    }
    let changed = apply(xml, own, &points);
    // Odd nestings that Word never writes must not come out as a file that opens nowhere.
    is_whole(&changed).then(|| format!("{head}{changed}"))
}

fn is_whole(xml: &str) -> bool {
    let mut walk = Walk::new(xml);
    loop {
        match walk.next() {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

/// Comments that have not met their paragraph yet.
struct Waiting {
    by_line: HashMap<u32, Vec<(Range<u32>, u32)>>,
    by_note: HashMap<String, Vec<u32>>,
    at_end: Vec<u32>,
}

impl Waiting {
    fn new(anchors: &[Anchor], first: u32) -> Self {
        let mut waiting = Self {
            by_line: HashMap::new(),
            by_note: HashMap::new(),
            at_end: Vec::new(),
        };
        for (anchor, id) in anchors.iter().zip(first..) {
            match anchor {
                Anchor::Line(line, columns) => waiting
                    .by_line
                    .entry(*line)
                    .or_default()
                    .push((columns.clone(), id)),
                Anchor::End => waiting.at_end.push(id),
                note => waiting.by_note.entry(key(note)).or_default().push(id),
            }
        }
        waiting
    }

    /// The mark of a note was met: comments on the note belong here.
    fn at_mark(&mut self, note: &Anchor, line: u32, column: u32, depth: usize) {
        let ids = self.by_note.remove(&key(note)).unwrap_or_default();
        let columns = if depth == 1 {
            column..column.saturating_add(1)
        } else {
            0..0
        };
        self.by_line
            .entry(line)
            .or_default()
            .extend(ids.into_iter().map(|id| (columns.clone(), id)));
    }

    /// Places the comments of a paragraph, and those of text boxes that hang on it on the whole of it.
    fn settle(&mut self, xml: &str, paragraph: &Paragraph, points: &mut BTreeMap<usize, Point>) {
        for (columns, id) in self.by_line.remove(&paragraph.line).unwrap_or_default() {
            place(xml, paragraph, &columns, id, points);
        }
        for line in &paragraph.boxes {
            for (_, id) in self.by_line.remove(line).unwrap_or_default() {
                place(xml, paragraph, &(0..0), id, points);
            }
        }
    }

    /// Those that met no paragraph, in order.
    fn rest(self) -> BTreeSet<u32> {
        self.by_line
            .into_values()
            .flatten()
            .map(|(_, id)| id)
            .chain(self.by_note.into_values().flatten())
            .chain(self.at_end)
            .collect()
    }
}

fn key(note: &Anchor) -> String {
    match note {
        Anchor::Footnote(id) => format!("f{id}"),
        Anchor::Endnote(id) => format!("e{id}"),
        Anchor::Line(..) | Anchor::End => String::new(),
    }
}

fn place(
    xml: &str,
    paragraph: &Paragraph,
    columns: &Range<u32>,
    id: u32,
    points: &mut BTreeMap<usize, Point>,
) {
    let ends = paragraph.within(columns).and_then(|columns| {
        let start = paragraph.before(xml, columns.start)?;
        let end = paragraph.behind(xml, columns.end)?;
        (start.0 < end.0).then_some((start, end))
    });
    let Some(((start, from), (end, to))) = ends else {
        let point = points.entry(paragraph.inner).or_default();
        point.bare.push(id);
        point.closed = paragraph.closed.then(|| paragraph.open.clone());
        return;
    };
    point(paragraph, start, from, points).starts.push(id);
    point(paragraph, end, to, points).ends.push(id);
}

fn point<'p>(
    paragraph: &Paragraph,
    at: usize,
    seam: Seam,
    points: &'p mut BTreeMap<usize, Point>,
) -> &'p mut Point {
    let point = points.entry(at).or_default();
    if seam == Seam::Between && point.seam.is_some() {
        // What is split here already holds the mark of this one too.
        return point;
    }
    if let Seam::Run(run) | Seam::Text(run, _) = seam {
        point.run = paragraph
            .runs
            .get(run)
            .map(|run| (run.open.clone(), run.properties.clone()));
    }
    point.seam = Some(seam);
    point
}

/// The name in a tag.
fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    inner
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'))
        .next()
        .unwrap_or_default()
}

/// The prefix that Word's own elements have here, with its colon.
fn prefix(name: &str) -> &str {
    name.rfind(':')
        .and_then(|colon| name.get(..=colon))
        .unwrap_or_default()
}

fn apply(xml: &str, own: &str, points: &BTreeMap<usize, Point>) -> String {
    // Letters that come to stand at the edge of an element keep their spaces only where it says so.
    let mut keep: BTreeSet<usize> = BTreeSet::new();
    for point in points.values() {
        if let Some(Seam::Text(_, start)) = &point.seam
            && !xml[start.clone()].contains("xml:space")
        {
            keep.insert(start.end.saturating_sub(1));
        }
    }
    let mut out = String::with_capacity(xml.len() + points.len() * 400);
    let mut done = 0;
    let mut keep = keep.into_iter().peekable();
    for (&at, point) in points {
        while let Some(tag) = keep.next_if(|&tag| tag < at) {
            out.push_str(&xml[done..tag]);
            out.push_str(" xml:space=\"preserve\"");
            done = tag;
        }
        match &point.closed {
            Some(tag) => {
                let whole = &xml[tag.clone()];
                out.push_str(&xml[done..tag.start]);
                out.push_str(whole.trim_end_matches("/>").trim_end());
                out.push('>');
                marks(&mut out, own, point);
                put!(out, "</{}>", name(whole));
                done = tag.end;
            }
            None => {
                out.push_str(&xml[done..at]);
                done = at;
                split(&mut out, xml, own, point);
            }
        }
    }
    for tag in keep {
        out.push_str(&xml[done..tag]);
        out.push_str(" xml:space=\"preserve\"");
        done = tag;
    }
    out.push_str(&xml[done..]);
    out
}

/// Writes the marks, and around them the end and the new beginning of what they split.
fn split(out: &mut String, xml: &str, own: &str, point: &Point) {
    let text = match &point.seam {
        Some(Seam::Text(_, start)) => Some(name(&xml[start.clone()])),
        _ => None,
    };
    let run = point
        .run
        .as_ref()
        .map(|(open, properties)| (name(&xml[open.clone()]), &xml[properties.clone()]));
    if let Some(text) = text {
        put!(out, "</{text}>");
    }
    if let Some((run, _)) = run {
        put!(out, "</{run}>");
    }
    marks(out, own, point);
    if let Some((run, properties)) = run {
        put!(out, "<{run}>{properties}");
    }
    if let Some(text) = text {
        put!(out, "<{text} xml:space=\"preserve\">");
    }
}

fn marks(out: &mut String, own: &str, point: &Point) {
    let reference = |out: &mut String, id: u32| {
        put!(
            out,
            "<{own}commentRangeEnd {own}id=\"{id}\"/><{own}r><{own}commentReference {own}id=\"{id}\"/></{own}r>"
        );
    };
    for id in &point.ends {
        reference(out, *id);
    }
    for id in &point.starts {
        put!(out, "<{own}commentRangeStart {own}id=\"{id}\"/>");
    }
    for id in &point.bare {
        put!(out, "<{own}commentRangeStart {own}id=\"{id}\"/>");
        reference(out, *id);
    }
}
