//! Which part of the package is what.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::gate::Package;
use super::xml::attribute;
use crate::source::Part;

/// Most relations of a part that are looked at; each picture and link is one.
const RELATIONS: usize = 50_000;

/// What a part refers to.
#[derive(Debug, Default)]
pub(in crate::source) struct Relations {
    /// Kind (the last word of its address) and name of the part.
    entries: Vec<(String, String)>,
}

impl Relations {
    /// The relations of the part `name`; none where it has none or they cannot be read.
    pub(in crate::source) fn of(package: &mut Package<'_>, name: &str) -> Self {
        let xml = package.part(&relations_of(name)).unwrap_or_default();
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut reader = Reader::from_str(&xml);
        let mut entries = Vec::new();
        while let Ok(event) = reader.read_event() {
            let (Event::Start(start) | Event::Empty(start)) = &event else {
                if matches!(event, Event::Eof | Event::DocType(_)) {
                    break;
                }
                continue;
            };
            if start.local_name().as_ref() != "Relationship"
                || attribute(start, "TargetMode").as_deref() == Some("External")
            {
                continue;
            }
            if let (Some(kind), Some(target)) =
                (attribute(start, "Type"), attribute(start, "Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                entries.push((kind, absolute(folder, &target)));
            }
            if entries.len() >= RELATIONS {
                break;
            }
        }
        Self { entries }
    }

    /// The first part of a kind.
    pub(in crate::source) fn first(&self, kind: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|(known, _)| known == kind)
            .map(|(_, name)| name.as_str())
    }

    /// Headers and footers, by the number of their file.
    pub(super) fn running(&self) -> Vec<(Part, &str)> {
        let mut running: Vec<(Part, &str)> = self
            .entries
            .iter()
            .filter_map(|(kind, name)| {
                let stem = name.strip_suffix(".xml").unwrap_or(name);
                let digits = stem.len()
                    - stem
                        .trim_end_matches(|letter: char| letter.is_ascii_digit())
                        .len();
                let number = stem
                    .get(stem.len() - digits..)
                    .and_then(|digits| digits.parse().ok())
                    .unwrap_or(0);
                match kind.as_str() {
                    "header" => Some((Part::Header(number), name.as_str())),
                    "footer" => Some((Part::Footer(number), name.as_str())),
                    _ => None,
                }
            })
            .collect();
        running.sort_unstable();
        running.dedup();
        running
    }
}

/// The part that holds the relations of the part `name`.
pub(in crate::source) fn relations_of(name: &str) -> String {
    match name.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{name}.rels"),
    }
}

/// The name of a part that is referred to from a folder.
fn absolute(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "" | "." => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The part that holds the body of a Word file.
pub(in crate::source) fn main(package: &mut Package<'_>) -> Option<String> {
    const USUAL: &str = "word/document.xml";
    let named = Relations::of(package, "")
        .first("officeDocument")
        .map(str::to_owned);
    let name = named
        .filter(|name| package.has(name))
        .unwrap_or_else(|| USUAL.to_owned());
    // A workbook and a presentation name their main part the same way.
    let foreign = ["xl/", "ppt/"]
        .iter()
        .any(|folder| name.to_lowercase().starts_with(folder));
    (!foreign && package.has(&name)).then_some(name)
}

/// What a package is that holds no Word file, and what to do with it.
pub(super) fn not_word(package: &mut Package<'_>) -> String {
    let kind = if package.has("xl/workbook.xml") {
        "berkas ini buku kerja Excel"
    } else if package.has("ppt/presentation.xml") {
        "berkas ini salindia PowerPoint"
    } else if package.has("content.xml") {
        "berkas ini dokumen OpenDocument (.odt)"
    } else {
        return "arsip ini tidak memuat dokumen Word; serahkan laporannya sebagai .docx".to_owned();
    };
    format!("{kind}, bukan dokumen Word; simpan laporannya sebagai .docx")
}
