//! The part that holds the words of comments, and the lists that must name it.

use super::{Author, Comment, CommentError, exact};
use crate::escape::{Escaped, put};
use crate::source::read::docx::{Package, Relations, relations_of};

const TYPES: &str = "[Content_Types].xml";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const USUAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The parts that name or hold comments, as they were.
pub(super) struct Listed {
    name: String,
    /// Comments that were there.
    words: Option<String>,
    relations_name: String,
    relations: Option<String>,
    types: String,
    /// Whether the body already refers to the part.
    related: bool,
}

impl Listed {
    pub(super) fn of(
        package: &mut Package<'_>,
        relations: &Relations,
        main: &str,
    ) -> Result<Self, CommentError> {
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let related = relations.first("comments").map(str::to_owned);
        let is_related = related.is_some();
        let name = related.unwrap_or_else(|| {
            let mut name = format!("{folder}/comments.xml");
            let mut number = 2;
            while package.has(&name) {
                name = format!("{folder}/comments{number}.xml");
                number += 1;
            }
            name.trim_start_matches('/').to_owned()
        });
        let relations_name = relations_of(main);
        Ok(Self {
            words: exact(package, &name)?,
            relations: exact(package, &relations_name)?,
            types: exact(package, TYPES)?.ok_or_else(|| CommentError::Part(TYPES.to_owned()))?,
            related: is_related,
            relations_name,
            name,
        })
    }

    /// The first id that no comment has.
    pub(super) fn first_id(&self, body: &str) -> u32 {
        let highest = |xml: &str, element: &str| {
            xml.split(element)
                .skip(1)
                .filter_map(|rest| {
                    let tag = rest.split('>').next()?;
                    let (_, value) = tag.split_once("id=\"")?;
                    value.split('"').next()?.trim().parse::<u32>().ok()
                })
                .max()
        };
        let words = self.words.as_deref().unwrap_or_default();
        highest(words, ":comment ")
            .max(highest(body, "commentReference "))
            .max(highest(body, "commentRangeStart "))
            .map_or(0, |highest| highest.saturating_add(1))
    }

    /// The parts with the new comments.
    pub(super) fn with(
        self,
        comments: &[Comment],
        author: &Author<'_>,
        body: &str,
    ) -> Result<Vec<(String, String)>, CommentError> {
        let space = if body.contains(STRICT) { STRICT } else { USUAL };
        let first = self.first_id(body);
        let new: String = comments
            .iter()
            .zip(first..)
            .map(|(comment, id)| written(comment, id, author, space))
            .collect();
        let broken = |name: &str| CommentError::Part(name.to_owned());
        let words = match &self.words {
            Some(words) => within_root(words, &new).ok_or_else(|| broken(&self.name))?,
            None => format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{space}\">{new}</w:comments>"
            ),
        };
        let mut parts = vec![];
        if !self.related {
            let relations = self.relations.unwrap_or_else(|| {
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>".to_owned()
            });
            let mut id = "rIdComments".to_owned();
            while relations.contains(&format!("\"{id}\"")) {
                id.push('1');
            }
            let base = if space == STRICT {
                "http://purl.oclc.org/ooxml/officeDocument/relationships"
            } else {
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            };
            let relation = format!(
                "<Relationship Id=\"{id}\" Type=\"{base}/comments\" Target=\"/{}\"/>",
                Escaped(&self.name)
            );
            let relations =
                within_root(&relations, &relation).ok_or_else(|| broken(&self.relations_name))?;
            parts.push((self.relations_name, relations));
        }
        if !self.types.contains(&format!("\"/{}\"", self.name)) {
            let declared = format!(
                "<Override PartName=\"/{}\" ContentType=\"{KIND}\"/>",
                Escaped(&self.name)
            );
            let types = within_root(&self.types, &declared).ok_or_else(|| broken(TYPES))?;
            parts.push((TYPES.to_owned(), types));
        }
        parts.push((self.name, words));
        Ok(parts)
    }
}

fn written(comment: &Comment, id: u32, author: &Author<'_>, space: &str) -> String {
    let date = author.date.map_or_else(String::new, |date| {
        format!(" w:date=\"{}\"", date.strftime("%Y-%m-%dT%H:%M:%SZ"))
    });
    let mut out = format!(
        "<w:comment xmlns:w=\"{space}\" w:id=\"{id}\" w:author=\"{}\"{date} w:initials=\"{}\">",
        Escaped(author.name),
        Escaped(author.initials)
    );
    for paragraph in &comment.paragraphs {
        put!(
            out,
            "<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            Escaped(paragraph)
        );
    }
    if comment.paragraphs.is_empty() {
        out.push_str("<w:p/>");
    }
    out.push_str("</w:comment>");
    out
}

/// A part with something more at the end of its root; none if it has no root.
fn within_root(xml: &str, more: &str) -> Option<String> {
    let end = xml.rfind("</");
    let trimmed = xml.trim_end();
    match end {
        // Nothing but the tag of the root may follow.
        Some(end) if xml[end..].trim_end().ends_with('>') && !xml[end..].contains("/>") => {
            Some(format!("{}{more}{}", &xml[..end], &xml[end..]))
        }
        _ => {
            let open = trimmed.strip_suffix("/>")?;
            let start = open.rfind('<')?;
            let name = open[start + 1..].split_whitespace().next()?;
            Some(format!("{}>{more}</{name}>", open.trim_end()))
        }
    }
}
