//! Fonts: what each code means and how wide it is.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::{Font, FontCache, FontGlyph, FontQuery};
use hayro_syntax::object::{Dict, Name};

/// Fonts of one document beyond this number are not loaded.
const MAX_FONTS: usize = 4_000;
/// Codes kept in a row, without looking for them.
const FEW: usize = 1_024;
/// Codes remembered for one font; what is beyond is looked up again.
const MAX_CODES: usize = 70_000;

/// The fonts of a document.
#[derive(Default)]
pub(super) struct Faces<'a> {
    cache: FontCache<'a>,
    known: HashMap<usize, Option<Rc<Face<'a>>>>,
}

/// A font, with what was asked of it before.
pub(super) struct Face<'a> {
    font: Font<'a>,
    pub(super) bold: bool,
    codes: RefCell<HashMap<u32, Letter>>,
    /// The first codes, which most text is made of.
    few: RefCell<Vec<Option<Letter>>>,
}

/// What a code of a font stands for.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// Thousandths of the font's size.
    pub(super) advance: f64,
    /// Its text; none where the font does not say.
    pub(super) text: Option<Rc<str>>,
}

impl<'a> Faces<'a> {
    /// The font that a dictionary describes.
    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        // A dictionary is one stretch of the file's bytes, so its address tells it from all others.
        let key = dict.data().as_ptr() as usize;
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        if self.known.len() >= MAX_FONTS {
            return None;
        }
        let standard: hayro_font::FontResolverFn = Arc::new(|query| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        });
        let none: hayro_font::CMapResolverFn = Arc::new(|_| None);
        let face = self.cache.font(dict, &standard, &none).map(|font| {
            let name = dict
                .get::<Name<'_>>("BaseFont")
                .map(|name| name.as_str().to_lowercase())
                .unwrap_or_default();
            Rc::new(Face {
                font,
                bold: ["bold", "black", "heavy", "demi"]
                    .iter()
                    .any(|mark| name.contains(mark)),
                codes: RefCell::default(),
                few: RefCell::new(vec![None; FEW]),
            })
        });
        self.known.insert(key, face.clone());
        face
    }
}

impl Face<'_> {
    /// The code at a byte of a shown string, and how many bytes it takes.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// What a code stands for.
    pub(super) fn letter(&self, code: u32) -> Letter {
        let few = usize::try_from(code).ok().filter(|code| *code < FEW);
        let known = match few {
            Some(at) => self.few.borrow().get(at).cloned().flatten(),
            None => self.codes.borrow().get(&code).cloned(),
        };
        if let Some(letter) = known {
            return letter;
        }
        let text = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = match text {
            Some(BfString::Char(letter)) => Some(plain(&letter.to_string())),
            Some(BfString::String(letters)) => Some(plain(&letters)),
            None => None,
        };
        let letter = Letter {
            advance: self.font.code_advance(code).x,
            text: text.map(Rc::from),
        };
        if let Some(at) = few {
            if let Some(place) = self.few.borrow_mut().get_mut(at) {
                *place = Some(letter.clone());
            }
            return letter;
        }
        let mut codes = self.codes.borrow_mut();
        if codes.len() < MAX_CODES {
            codes.insert(code, letter.clone());
        }
        letter
    }
}

/// Letters as a typist would write them: ligatures apart, marks of symbol fonts as their likeness, no control characters.
pub(super) fn plain(letters: &str) -> String {
    let mut out = String::with_capacity(letters.len());
    for letter in letters.chars() {
        match letter {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            // Marks of lists in the symbol fonts that word processors use.
            '\u{F0B7}' | '\u{F06C}' | '\u{F09F}' => out.push('•'),
            '\u{F0A7}' | '\u{F06E}' => out.push('▪'),
            '\u{F0D8}' => out.push('➢'),
            '\u{F0FC}' => out.push('✓'),
            '\u{F02D}' => out.push('-'),
            '\u{F0B4}' => out.push('×'),
            '\u{F0B8}' => out.push('÷'),
            '\u{F0E5}' => out.push('∑'),
            '\u{F03D}' => out.push('='),
            // A symbol font keeps its plain letters in this corner.
            '\u{F021}'..='\u{F07E}' => {
                out.extend(char::from_u32(u32::from(letter).saturating_sub(0xF000)));
            }
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' | '\t' | '\n' | '\r' => {
                out.push(' ');
            }
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_ligature_becomes_its_letters_and_a_symbol_its_likeness() {
        assert_eq!(plain("e\u{FB03}siensi"), "effisiensi");
        assert_eq!(plain("\u{F0B7}"), "•");
        assert_eq!(plain("a\u{A0}b\u{200B}"), "a b");
    }
}
