//! From bytes to characters: UTF-8, UTF-16 with its mark, otherwise the old code page of Windows.

use std::borrow::Cow;

use crate::source::{Format, NoteKind, Source};

/// Files of words that are larger than this are refused.
const MOST_BYTES: usize = 64 << 20;

/// 0x80 to 0x9F of the code page 1252; the rest of it is Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Reads a file of words with a reader of characters.
pub(super) fn read(bytes: &[u8], format: Format, reader: fn(&str) -> Source) -> Source {
    if bytes.len() > MOST_BYTES {
        return Source::refused(
            format,
            format!(
                "Berkas lebih besar daripada {} MB, sehingga tidak dibaca.",
                MOST_BYTES >> 20
            ),
        );
    }
    let (text, note) = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(why) => return Source::refused(format, why),
    };
    let mut source = reader(&text);
    source.format = format;
    if let Some(note) = note {
        source.note(NoteKind::Odd, note, None);
    }
    source
}

type Decoded<'b> = (Cow<'b, str>, Option<&'static str>);

fn decode(bytes: &[u8]) -> Result<Decoded<'_>, &'static str> {
    let (text, note) = if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        (utf16(rest, u16::from_le_bytes).into(), None)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        (utf16(rest, u16::from_be_bytes).into(), None)
    } else {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), None),
            Err(_) => (
                windows(bytes).into(),
                Some(
                    "Berkas bukan UTF-8; hurufnya dibaca menurut halaman kode Windows-1252, sehingga tanda tertentu dapat keliru.",
                ),
            ),
        }
    };
    let nuls = text.bytes().filter(|byte| *byte == 0).count();
    if nuls > text.len() / 1024 {
        return Err("Berkas bukan berkas teks: isinya data biner.");
    }
    Ok((text, note))
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| match pair {
        [first, second] => Some(join([*first, *second])),
        _ => None,
    });
    char::decode_utf16(units)
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn windows(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9F => WINDOWS
                .get(usize::from(*byte - 0x80))
                .copied()
                .unwrap_or(char::REPLACEMENT_CHARACTER),
            _ => char::from(*byte),
        })
        .collect()
}
