//! Where in the body each comment belongs.

use std::collections::HashMap;
use std::ops::Range;

use super::Comment;
use crate::source::Part;
use crate::source::read::docx::{Package, Relations, Step, Tag, Walk, attribute};

/// The spot of the body that a comment hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A paragraph and columns of it.
    Line(u32, Range<u32>),
    /// The mark of a footnote, by the note's id.
    Footnote(String),
    /// The mark of an endnote.
    Endnote(String),
    /// The last paragraph.
    End,
}

pub(super) fn anchors(
    comments: &[Comment],
    package: &mut Package<'_>,
    relations: &Relations,
) -> Vec<Anchor> {
    let noted = comments
        .iter()
        .any(|comment| comment.part == Part::Footnotes);
    let notes = if noted {
        notes(package, relations)
    } else {
        HashMap::new()
    };
    comments
        .iter()
        .map(|comment| match comment.part {
            Part::Body => Anchor::Line(comment.line, comment.columns.clone()),
            Part::Footnotes => notes.get(&comment.line).cloned().unwrap_or(Anchor::End),
            Part::Header(_) | Part::Footer(_) => Anchor::End,
        })
        .collect()
}

/// The note that each paragraph of footnotes and endnotes belongs to, counted as the reader counts them.
fn notes(package: &mut Package<'_>, relations: &Relations) -> HashMap<u32, Anchor> {
    let mut all = HashMap::new();
    let mut shift = 0_u32;
    for kind in ["footnotes", "endnotes"] {
        let xml = relations
            .first(kind)
            .and_then(|name| package.part(name).ok())
            .unwrap_or_default();
        let mut walk = Walk::new(&xml);
        let mut open = None;
        while let Ok(Some(step)) = walk.next() {
            match step {
                Step::Open(Tag::Footnote, start) => {
                    open = attribute(&start, "id").map(Anchor::Footnote);
                }
                Step::Open(Tag::Endnote, start) => {
                    open = attribute(&start, "id").map(Anchor::Endnote);
                }
                Step::Open(Tag::P, _) => {
                    let line = shift.saturating_add(walk.line());
                    all.extend(open.clone().map(|anchor| (line, anchor)));
                }
                _ => {}
            }
        }
        shift = shift.saturating_add(walk.line());
    }
    all
}
