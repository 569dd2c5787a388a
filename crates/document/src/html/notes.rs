//! What stands behind values and gaps: one popover a note, shared by all the places that open it.

use std::collections::BTreeMap;

use crate::escape::{Escaped, put};
use crate::tree::{Document, ValueNote};

/// The notes that the body has asked for, in order of first use.
pub(super) struct Notes<'a> {
    known: &'a BTreeMap<String, ValueNote>,
    ids: BTreeMap<(String, String), usize>,
    asked: Vec<(Option<&'a ValueNote>, String)>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self {
            known: &document.notes,
            ids: BTreeMap::new(),
            asked: Vec::new(),
        }
    }

    /// The number of the note for a key and the reason of a gap; none where nothing stands behind them.
    pub(super) fn ask(&mut self, key: Option<&str>, reason: &str) -> Option<usize> {
        let note = key.and_then(|key| self.known.get(key));
        if note.is_none() && reason.is_empty() {
            return None;
        }
        let name = (
            note.and(key).unwrap_or_default().to_owned(),
            reason.to_owned(),
        );
        let next = self.asked.len() + 1;
        let number = *self.ids.entry(name).or_insert(next);
        if number == next {
            self.asked.push((note, reason.to_owned()));
        }
        Some(number)
    }

    pub(super) fn write(&self, out: &mut String) {
        if self.asked.is_empty() {
            return;
        }
        out.push_str("<aside class=\"notes\" aria-label=\"Asal angka\">\n");
        for ((note, reason), number) in self.asked.iter().zip(1..) {
            let label = note.map_or("Belum tersedia", |note| &note.label);
            put!(
                out,
                "<div class=\"note\" id=\"n{number}\" popover role=\"note\" aria-labelledby=\"n{number}-t\">\
                 <p class=\"label\" id=\"n{number}-t\">{}</p>",
                Escaped(label)
            );
            if !reason.is_empty() {
                put!(out, "<p class=\"why\">{}</p>", Escaped(reason));
            }
            if let Some(note) = note {
                derivation(out, note);
            }
            put!(
                out,
                "<button type=\"button\" class=\"close\" popovertarget=\"n{number}\" popovertargetaction=\"hide\">Tutup</button></div>\n"
            );
        }
        out.push_str("</aside>\n");
    }
}

fn derivation(out: &mut String, note: &ValueNote) {
    if !note.steps.is_empty() {
        out.push_str("<ol class=\"steps\">");
        for step in &note.steps {
            put!(
                out,
                "<li class=\"d{}\">{}</li>",
                step.depth.min(8),
                Escaped(&step.text)
            );
        }
        out.push_str("</ol>");
    }
    if !note.basis.is_empty() {
        out.push_str("<p class=\"basis\">Dasar:</p><ul class=\"basis\">");
        for basis in &note.basis {
            put!(out, "<li>{}</li>", Escaped(basis));
        }
        out.push_str("</ul>");
    }
}
