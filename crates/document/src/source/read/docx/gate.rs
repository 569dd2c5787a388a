//! The gate: what kind of file it is, whether it may be opened, and its parts one by one, each within bounds.
//!
//! A Word file is a ZIP of XML. The directory of the ZIP is walked before a library opens it, because a hostile
//! file costs its reader the most exactly when it is opened trustingly.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

/// Most entries; a report with a photograph for every page has some hundreds.
const ENTRIES: usize = 10_000;
/// Largest part unpacked; a hundred pages of text and tables take 2 to 4 MB.
const PART: u64 = 24 * 1024 * 1024;
/// Most that all parts that are read may take together; the body is nearly all of an honest report.
const ALL_PARTS: u64 = 32 * 1024 * 1024;
/// Bytes of the end record without its comment, and of the fixed stretch of a directory entry.
const END: usize = 22;
const ENTRY: usize = 46;

/// How an old Word file (.doc) and a locked one begin.
pub(super) const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// An opened file.
pub(in crate::source) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Entries by name in small letters; names of parts know no capitals.
    names: HashMap<String, usize>,
    left: u64,
    /// Whether a name asks to be written outside a folder.
    pub(super) odd_names: bool,
}

/// Why a part is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum Missing {
    /// There is no such part.
    Absent,
    /// It is larger than the bounds.
    Large,
    /// It cannot be unpacked.
    Damaged,
}

impl<'b> Package<'b> {
    /// Opens a file, or says in Indonesian why not and what to do.
    pub(in crate::source) fn open(bytes: &'b [u8]) -> Result<Self, String> {
        const MEND: &str =
            "buka berkas aslinya di Word atau LibreOffice, lalu simpan ulang sebagai .docx";
        if bytes.starts_with(OLE) {
            return Err(old(bytes));
        }
        if !bytes.starts_with(b"PK") {
            return Err(format!("isi berkas bukan dokumen Word (.docx); {MEND}"));
        }
        let entries = match directory(bytes) {
            Ok(entries) => entries,
            Err(Odd::Many) => {
                return Err(format!(
                    "berkas memuat lebih dari {ENTRIES} bagian, jauh di atas dokumen biasa; {MEND}"
                ));
            }
            Err(Odd::Damaged) => {
                return Err(format!(
                    "arsip di dalam berkas terpotong atau daftar isinya rusak; {MEND}"
                ));
            }
        };
        let damaged =
            || format!("daftar isi arsip di dalam berkas tidak cocok dengan isinya; {MEND}");
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        // Two parts with one name would let two readers see two documents.
        if archive.len() != entries || archive.has_duplicate_names() {
            return Err(format!(
                "berkas memuat dua bagian dengan nama yang sama; {MEND}"
            ));
        }
        let mut names = HashMap::with_capacity(entries);
        let mut odd_names = false;
        for at in 0..archive.len() {
            let Some(Ok(name)) = archive.name_for_index(at) else {
                odd_names = true;
                continue;
            };
            if name.starts_with('/')
                || name.contains(['\\', '\0'])
                || name.split('/').any(|piece| piece == "..")
            {
                odd_names = true;
                continue;
            }
            if names.insert(name.to_lowercase(), at).is_some() {
                return Err(format!(
                    "berkas memuat dua bagian dengan nama yang sama; {MEND}"
                ));
            }
        }
        Ok(Self {
            archive,
            names,
            left: ALL_PARTS,
            odd_names,
        })
    }

    /// Names of the parts, in small letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// Whether there is a part of this name.
    pub(in crate::source) fn has(&self, name: &str) -> bool {
        self.names
            .contains_key(&name.trim_start_matches('/').to_lowercase())
    }

    /// A part as text.
    pub(in crate::source) fn part(&mut self, name: &str) -> Result<String, Missing> {
        self.bytes(name).map(text)
    }

    /// A part as it is.
    pub(in crate::source) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Missing> {
        let at = *self
            .names
            .get(&name.trim_start_matches('/').to_lowercase())
            .ok_or(Missing::Absent)?;
        let file = self.archive.by_index(at).map_err(|_| Missing::Damaged)?;
        if !matches!(
            file.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            return Err(Missing::Damaged);
        }
        let bound = PART.min(self.left);
        if file.size() > bound {
            return Err(Missing::Large);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(file.size()).unwrap_or(0));
        // What the directory says of the size may be a lie.
        file.take(bound + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Missing::Damaged)?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > bound {
            return Err(Missing::Large);
        }
        self.left -= size;
        Ok(bytes)
    }
}

/// The letters of a part; what is no letter becomes a mark of replacement.
fn text(bytes: Vec<u8>) -> String {
    let wide = |unit: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes)
            .unwrap_or_else(|fault| String::from_utf8_lossy(fault.as_bytes()).into_owned()),
    }
}

/// What is wrong with a directory.
enum Odd {
    Many,
    Damaged,
}

/// Counts the entries of the directory, which must fill the file up to its end record.
///
/// The larger form of ZIP is refused with it: a report with that many parts is no report.
fn directory(bytes: &[u8]) -> Result<usize, Odd> {
    let short = |at: usize| {
        let pair = bytes.get(at..at + 2)?;
        Some(usize::from(u16::from_le_bytes(pair.try_into().ok()?)))
    };
    let long = |at: usize| {
        let four = bytes.get(at..at + 4)?;
        usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
    };
    let last = bytes.len().checked_sub(END).ok_or(Odd::Damaged)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let end = (first..=last)
        .rev()
        .find(|&at| {
            bytes.get(at..at + 4) == Some(b"PK\x05\x06")
                && short(at + 20).is_some_and(|comment| at + END + comment == bytes.len())
        })
        .ok_or(Odd::Damaged)?;
    let (entries, size, start) = match (short(end + 10), long(end + 12), long(end + 16)) {
        (Some(entries), Some(size), Some(start)) => (entries, size, start),
        _ => return Err(Odd::Damaged),
    };
    if entries > ENTRIES {
        return Err(Odd::Many);
    }
    let mut at = start;
    for _ in 0..entries {
        if bytes.get(at..at.saturating_add(4)) != Some(b"PK\x01\x02") {
            return Err(Odd::Damaged);
        }
        let variable = [28, 30, 32]
            .into_iter()
            .try_fold(0, |sum, field| Some(sum + short(at + field)?))
            .ok_or(Odd::Damaged)?;
        at = at.saturating_add(ENTRY + variable);
    }
    if at != end || start.checked_add(size) != Some(end) {
        return Err(Odd::Damaged);
    }
    Ok(entries)
}

/// What an OLE file is, and what to do with it.
fn old(bytes: &[u8]) -> String {
    // Names in an OLE file are written with two bytes for each letter.
    let locked: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|letter| [letter, 0])
        .collect();
    if bytes
        .windows(locked.len())
        .any(|window| window == locked.as_slice())
    {
        "berkas dikunci dengan kata sandi; buka di Word, hapus kata sandinya, lalu simpan ulang sebagai .docx"
            .to_owned()
    } else {
        "berkas berformat Word lama (.doc); buka di Word atau LibreOffice, lalu simpan sebagai .docx"
            .to_owned()
    }
}
