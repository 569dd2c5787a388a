//! What the file says about itself.

use super::package::DECLARATION;
use crate::escape::{Escaped, put};
use crate::tree::Meta;

/// Core properties; the date is the document's own, never today's.
pub(super) fn core(meta: &Meta) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{}</dc:creator><cp:keywords>{}</cp:keywords>",
        Escaped(&meta.title),
        Escaped(&meta.subject),
        Escaped(&meta.author),
        Escaped(&meta.keywords.join("; ")),
    );
    if let Some(date) = meta.date {
        for name in ["created", "modified"] {
            put!(
                out,
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{name}>"
            );
        }
    }
    out.push_str("<dc:language>id-ID</dc:language></cp:coreProperties>");
    out
}

/// Extended properties: the issuing body alone.
pub(super) fn extended(meta: &Meta) -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Company>{}</Company></Properties>",
        Escaped(&meta.author)
    )
}
