//! Comments written into a Word file that somebody else made, with everything else left as it was.
//!
//! Paragraphs and letters are counted as the reader counts them, because both walk the same way.
//! Parts that need no change are copied as the bytes that they are.

mod anchor;
mod edit;
mod paragraph;
mod part;

use std::fmt;
use std::io::{Cursor, Write};
use std::ops::Range;

use jiff::civil::DateTime;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::Part;
use super::read::docx::{Missing, Package, Relations, main_part};

/// A remark on a stretch of a Word file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comment {
    /// The part that the stretch stands in.
    ///
    /// Word knows comments in the body only: one on a note stands at the note's mark, one on a running head or foot
    /// at the last paragraph.
    pub part: Part,
    /// Ordinal of the paragraph in its part, as [`super::Place`] counts; an unknown one means the last paragraph.
    pub line: u32,
    /// Columns from 1, the end exclusive; an empty range means the whole paragraph.
    pub columns: Range<u32>,
    /// What is remarked.
    pub paragraphs: Vec<String>,
}

/// Who remarks, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author<'a> {
    /// Name, as the margin shows it.
    pub name: &'a str,
    /// Initials.
    pub initials: &'a str,
    /// Moment, if one is to be told; nothing here looks at a clock, so that the same call gives the same bytes.
    pub date: Option<DateTime>,
}

/// Why comments could not be written.
#[derive(Debug)]
#[non_exhaustive]
pub enum CommentError {
    /// The file is no Word file that can be read; why, and what to do.
    Unreadable(String),
    /// A part that must change is not what it should be; its name.
    Part(String),
    /// The file cannot be put together again.
    Package(zip::result::ZipError),
}

impl fmt::Display for CommentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => formatter.write_str(why),
            Self::Part(name) => write!(
                formatter,
                "bagian {name} rusak, terlalu besar, atau tidak ditulis dalam UTF-8; buka di Word, lalu simpan ulang sebagai .docx"
            ),
            Self::Package(cause) => write!(formatter, "berkas DOCX tidak dapat disusun: {cause}"),
        }
    }
}

impl std::error::Error for CommentError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Package(cause) => Some(cause),
            Self::Unreadable(_) | Self::Part(_) => None,
        }
    }
}

impl From<zip::result::ZipError> for CommentError {
    fn from(cause: zip::result::ZipError) -> Self {
        Self::Package(cause)
    }
}

impl From<std::io::Error> for CommentError {
    fn from(cause: std::io::Error) -> Self {
        Self::Package(cause.into())
    }
}

/// Writes comments into a Word file and gives the file with them.
///
/// The body changes by insertions only: marks of the range, the reference, and the seams of runs that are split.
/// Without comments the parts are the same, byte for byte.
///
/// # Errors
/// When the file cannot be read as a Word file, or a part that must change is damaged.
pub fn write_comments(
    original: &[u8],
    comments: &[Comment],
    author: &Author<'_>,
) -> Result<Vec<u8>, CommentError> {
    let mut package = Package::open(original).map_err(CommentError::Unreadable)?;
    let main = main_part(&mut package).ok_or_else(|| {
        CommentError::Unreadable(
            "berkas ini tidak memuat dokumen Word; serahkan sebagai .docx".to_owned(),
        )
    })?;
    let body = exact(&mut package, &main)?.ok_or_else(|| CommentError::Part(main.clone()))?;
    let relations = Relations::of(&mut package, &main);
    let listed = part::Listed::of(&mut package, &relations, &main)?;
    let anchors = anchor::anchors(comments, &mut package, &relations);
    let changed = edit::with_comments(&body, &anchors, listed.first_id(&body))
        .ok_or_else(|| CommentError::Part(main.clone()))?;
    let mut parts = listed.with(comments, author, &body)?;
    parts.push((main, changed));
    if comments.is_empty() {
        parts.clear();
    }
    assemble(original, &parts)
}

/// A part as the text that it is; none where there is none.
fn exact(package: &mut Package<'_>, name: &str) -> Result<Option<String>, CommentError> {
    match package.bytes(name) {
        Ok(bytes) => String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| CommentError::Part(name.to_owned())),
        Err(Missing::Absent) => Ok(None),
        Err(_) => Err(CommentError::Part(name.to_owned())),
    }
}

/// The file with some parts changed or added, and the others as they are.
fn assemble(original: &[u8], parts: &[(String, String)]) -> Result<Vec<u8>, CommentError> {
    let mut archive = ZipArchive::new(Cursor::new(original))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(original.len())));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut written = vec![false; parts.len()];
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at)?;
        let name = file
            .name()
            .map(|name| name.into_owned())
            .unwrap_or_default();
        let changed = parts
            .iter()
            .position(|(changed, _)| changed.eq_ignore_ascii_case(&name));
        match changed {
            None => writer.raw_copy_file(file)?,
            Some(index) => {
                written[index] = true;
                writer.start_file(name, options)?;
                writer.write_all(parts[index].1.as_bytes())?;
            }
        }
    }
    for ((name, content), written) in parts.iter().zip(written) {
        if !written {
            writer.start_file(name.as_str(), options)?;
            writer.write_all(content.as_bytes())?;
        }
    }
    Ok(writer.finish()?.into_inner())
}
