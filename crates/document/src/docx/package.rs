//! Assembles the parts into the package.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::DocxError;
use super::image::relation;
use super::writer::Parts;
use super::{properties, section, settings, styles, theme};
use crate::escape::put;
use crate::tree::Document;

/// First line of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Packs the parts with fixed times, so that the same document gives the same bytes.
pub(super) fn pack(document: &Document, parts: Parts) -> Result<Vec<u8>, DocxError> {
    let mut package = Package::default();
    package.text("[Content_Types].xml", &content_types(&parts))?;
    package.text("_rels/.rels", &package_relations())?;
    package.text("docProps/core.xml", &properties::core(&document.meta))?;
    package.text("docProps/app.xml", &properties::extended(&document.meta))?;
    let body = &parts.body;
    package.text(
        "word/document.xml",
        &format!("{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"),
    )?;
    package.text("word/_rels/document.xml.rels", &document_relations(&parts))?;
    package.text("word/styles.xml", &styles::part())?;
    package.text("word/theme/theme1.xml", &theme::part())?;
    package.text("word/settings.xml", &settings::settings())?;
    package.text("word/fontTable.xml", &settings::fonts())?;
    package.text("word/numbering.xml", &parts.numbering)?;
    package.text("word/footnotes.xml", &footnotes(&parts.footnotes))?;
    for running in &parts.sections.used {
        let name = running.name();
        package.text(
            &format!("word/header{name}.xml"),
            &section::head(&document.meta, *running),
        )?;
        package.text(
            &format!("word/footer{name}.xml"),
            &section::foot(&document.meta, *running),
        )?;
    }
    for (name, bytes) in &parts.pictures.files {
        // Pictures are compressed already.
        package.file(
            &format!("word/media/{name}"),
            bytes,
            CompressionMethod::Stored,
        )?;
    }
    package.finish()
}

struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Package {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Package {
    fn text(&mut self, name: &str, text: &str) -> Result<(), DocxError> {
        self.file(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    fn file(
        &mut self,
        name: &str,
        bytes: &[u8],
        method: CompressionMethod,
    ) -> Result<(), DocxError> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT);
        self.0.start_file(name, options)?;
        self.0
            .write_all(bytes)
            .map_err(zip::result::ZipError::from)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, DocxError> {
        Ok(self.0.finish()?.into_inner())
    }
}

fn content_types(parts: &Parts) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
    );
    let mut part = |name: &str, kind: &str| {
        put!(
            out,
            "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"
        );
    };
    part("word/document.xml", &format!("{WORD}.document.main+xml"));
    for name in ["styles", "settings", "fontTable", "numbering", "footnotes"] {
        part(&format!("word/{name}.xml"), &format!("{WORD}.{name}+xml"));
    }
    part(
        "word/theme/theme1.xml",
        "application/vnd.openxmlformats-officedocument.theme+xml",
    );
    for running in &parts.sections.used {
        for kind in ["header", "footer"] {
            part(
                &format!("word/{kind}{}.xml", running.name()),
                &format!("{WORD}.{kind}+xml"),
            );
        }
    }
    part(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
    );
    part(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    );
    out.push_str("</Types>");
    out
}

const RELATIONS: &str =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

fn package_relations() -> String {
    format!(
        "{DECLARATION}{RELATIONS}<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
    )
}

fn document_relations(parts: &Parts) -> String {
    let mut out = format!("{DECLARATION}{RELATIONS}");
    let mut relate = |id: &str, kind: &str, target: &str| {
        put!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"
        );
    };
    for (number, name) in ["styles", "settings", "fontTable", "numbering", "footnotes"]
        .into_iter()
        .enumerate()
    {
        relate(&format!("rId{}", number + 1), name, &format!("{name}.xml"));
    }
    relate("rIdTema", "theme", "theme/theme1.xml");
    for running in &parts.sections.used {
        let name = running.name();
        relate(
            &format!("rIdKepala{name}"),
            "header",
            &format!("header{name}.xml"),
        );
        relate(
            &format!("rIdKaki{name}"),
            "footer",
            &format!("footer{name}.xml"),
        );
    }
    for ((name, _), number) in parts.pictures.files.iter().zip(1..) {
        relate(&relation(number), "image", &format!("media/{name}"));
    }
    out.push_str("</Relationships>");
    out
}

fn footnotes(notes: &str) -> String {
    let line = |id: &str, kind: &str, element: &str| {
        format!(
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
             <w:r><w:{element}/></w:r></w:p></w:footnote>"
        )
    };
    format!(
        "{DECLARATION}<w:footnotes {NAMESPACES}>{}{}{notes}</w:footnotes>",
        line("-1", "separator", "separator"),
        line("0", "continuationSeparator", "continuationSeparator")
    )
}
