//! What a page draws, followed operator by operator.
//!
//! Positions in a PDF are floats, and matrices act on them; here they become hundredths of a point and stay whole numbers.
#![expect(
    clippy::float_arithmetic,
    reason = "positions and matrices of a PDF are floats; no quantity of a report passes here"
)]

use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream, dict_or_stream};
use hayro_syntax::page::Resources;
use kurbo::{Affine, Point};

use super::face::{Face, Faces};
use super::marks::Marks;
use super::page::{Frame, POINT, Page, Unit};
use super::path::Path;
use super::pen::{Pen, Shown};
use super::stream::{MAX_CONTENT, unpack};

/// Operators followed in one document.
const MAX_STEPS: usize = 60_000_000;
/// Operators followed on one page.
const MAX_PAGE_STEPS: usize = 3_000_000;
/// Drawings inside drawings.
const MAX_DEPTH: usize = 12;
/// Drawings run on one page, one inside another counted too.
const MAX_FORMS: usize = 3_000;
/// The side of a page, as the format bounds it.
const MAX_SIDE: Unit = 14_400 * POINT;
/// The size of a letter.
const MAX_LETTER: Unit = 1_000 * POINT;
/// Names of fonts kept while a drawing is followed; a page has a few.
const MAX_NAMES: usize = 32;
/// Saved states one upon another.
const MAX_STATES: usize = 512;

/// What one document may cost, and its fonts.
pub(super) struct Reader<'a> {
    faces: Faces<'a>,
    steps: usize,
    bytes: usize,
}

/// One page being followed.
struct Run<'r, 'a> {
    reader: &'r mut Reader<'a>,
    pen: Pen,
    marks: Marks,
    steps: usize,
    forms: usize,
}

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
struct State<'a> {
    matrix: Affine,
    face: Option<Rc<Face<'a>>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    /// Horizontal scale, 1 for none.
    scale: f64,
    leading: f64,
    rise: f64,
    stroke: f64,
}

impl<'a> Reader<'a> {
    /// A reader that may spend one of several equal shares of what a document may cost.
    pub(super) fn new(shares: usize) -> Self {
        let shares = shares.max(1);
        Self {
            faces: Faces::default(),
            steps: MAX_STEPS / shares,
            bytes: MAX_CONTENT / shares,
        }
    }

    /// Follows a page, turned by quarters clockwise so that its text stands upright.
    pub(super) fn page(
        &mut self,
        page: &hayro_syntax::page::Page<'a>,
        number: u32,
        quarters: u8,
    ) -> Page {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let mut base = Affine::new(page.initial_transform(true).as_coeffs());
        let (mut wide, mut high) = (width, height);
        for _ in 0..quarters {
            base = Affine::new([0.0, 1.0, -1.0, 0.0, high, 0.0]) * base;
            std::mem::swap(&mut wide, &mut high);
        }
        let base = Affine::scale(100.0) * base;
        let mut run = Run {
            steps: MAX_PAGE_STEPS.min(self.steps),
            reader: self,
            pen: Pen::new(
                number,
                unit(wide * 100.0).min(MAX_SIDE),
                unit(high * 100.0).min(MAX_SIDE),
            ),
            marks: Marks::default(),
            forms: MAX_FORMS,
        };
        let content = run.contents(page.raw());
        run.follow(&content, page.resources(), &State::new(base), 0);
        run.pen.finish()
    }
}

impl State<'_> {
    fn new(matrix: Affine) -> Self {
        Self {
            matrix,
            face: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            stroke: 1.0,
        }
    }
}

impl<'a> Run<'_, 'a> {
    fn contents(&mut self, page: &Dict<'a>) -> Vec<u8> {
        let mut content = Vec::new();
        let mut add = |stream: &Stream<'a>, left: &mut usize, cut: &mut bool| {
            match unpack(stream, left) {
                Some(data) => content.extend_from_slice(&data),
                None => *cut = true,
            }
            content.push(b' ');
        };
        let (left, cut) = (&mut self.reader.bytes, &mut self.pen.page.cut);
        if let Some(stream) = page.get::<Stream<'_>>("Contents") {
            add(&stream, left, cut);
        } else if let Some(streams) = page.get::<Array<'_>>("Contents") {
            for stream in streams.iter::<Stream<'_>>() {
                add(&stream, left, cut);
            }
        }
        content
    }

    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.reader.steps = self.reader.steps.saturating_sub(1);
        if self.steps == 0 {
            self.pen.page.cut = true;
        }
        self.steps > 0
    }

    fn follow(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        from: &State<'a>,
        depth: usize,
    ) {
        let mut now = from.clone();
        let mut saved: Vec<State<'a>> = Vec::new();
        let mut path = Path::default();
        let (mut text, mut line) = (Affine::IDENTITY, Affine::IDENTITY);
        let mut fonts: Vec<(Vec<u8>, Option<Rc<Face<'a>>>)> = Vec::new();
        let mut operators = TypedIter::new(content);
        while let Some(op) = operators.next() {
            if !self.step() {
                return;
            }
            match op {
                Op::SaveState(_) if saved.len() < MAX_STATES => saved.push(now.clone()),
                Op::RestoreState(_) => now = saved.pop().unwrap_or(now),
                Op::Transform(m) => {
                    now.matrix *= affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(|n| n.as_f64()));
                }
                Op::LineWidth(w) => now.stroke = w.0.as_f64(),

                Op::MoveTo(p) => path.begin(now.matrix * Point::new(p.0.as_f64(), p.1.as_f64())),
                Op::LineTo(p) => path.line(now.matrix * Point::new(p.0.as_f64(), p.1.as_f64())),
                Op::CubicTo(p) => path.curve(now.matrix * Point::new(p.4.as_f64(), p.5.as_f64())),
                Op::CubicStartTo(p) => {
                    path.curve(now.matrix * Point::new(p.2.as_f64(), p.3.as_f64()));
                }
                Op::CubicEndTo(p) => {
                    path.curve(now.matrix * Point::new(p.2.as_f64(), p.3.as_f64()))
                }
                Op::ClosePath(_) => path.close(),
                Op::RectPath(r) => {
                    let [x, y, w, h] = [&r.0, &r.1, &r.2, &r.3].map(|n| n.as_f64());
                    let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
                    path.frame(corners.map(|(x, y)| now.matrix * Point::new(x, y)));
                }
                Op::CloseAndStrokePath(_)
                | Op::CloseFillAndStrokeNonZero(_)
                | Op::CloseFillAndStrokeEvenOdd(_) => {
                    path.close();
                    path.stroke(stroke(&now), &mut self.pen.page);
                }
                Op::StrokePath(_) | Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => {
                    path.stroke(stroke(&now), &mut self.pen.page);
                }
                Op::FillPathNonZero(_)
                | Op::FillPathNonZeroCompatibility(_)
                | Op::FillPathEvenOdd(_) => path.fill(&mut self.pen.page),
                Op::EndPath(_) => path.forget(),

                Op::BeginText(_) => (text, line) = (Affine::IDENTITY, Affine::IDENTITY),
                Op::TextFont(f) => {
                    // A font is named over and over; its dictionary is looked for once.
                    let name: &[u8] = f.0;
                    let known = fonts.iter().find(|(known, _)| known == name);
                    now.face = match known {
                        Some((_, face)) => face.clone(),
                        None => {
                            let dict = resources.get_font(f.0);
                            let face = dict.and_then(|dict| self.reader.faces.face(&dict));
                            if fonts.len() < MAX_NAMES {
                                fonts.push((name.to_vec(), face.clone()));
                            }
                            face
                        }
                    };
                    now.size = f.1.as_f64();
                }
                Op::CharacterSpacing(n) => now.between_letters = n.0.as_f64(),
                Op::WordSpacing(n) => now.between_words = n.0.as_f64(),
                Op::HorizontalScaling(n) => now.scale = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => now.leading = n.0.as_f64(),
                Op::TextRise(n) => now.rise = n.0.as_f64(),
                Op::SetTextMatrix(m) => {
                    line = affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(|n| n.as_f64()));
                    text = line;
                }
                Op::NextLine(p) => {
                    line *= Affine::translate((p.0.as_f64(), p.1.as_f64()));
                    text = line;
                }
                Op::NextLineAndSetLeading(p) => {
                    now.leading = -p.1.as_f64();
                    line *= Affine::translate((p.0.as_f64(), p.1.as_f64()));
                    text = line;
                }
                Op::NextLineUsingLeading(_) => {
                    line *= Affine::translate((0.0, -now.leading));
                    text = line;
                }
                Op::ShowText(s) => self.show(s.0.as_bytes(), &now, &mut text),
                Op::NextLineAndShowText(s) => {
                    line *= Affine::translate((0.0, -now.leading));
                    text = line;
                    self.show(s.0.as_bytes(), &now, &mut text);
                }
                Op::ShowTextWithParameters(s) => {
                    (now.between_words, now.between_letters) = (s.0.as_f64(), s.1.as_f64());
                    line *= Affine::translate((0.0, -now.leading));
                    text = line;
                    self.show(s.2.as_bytes(), &now, &mut text);
                }
                Op::ShowTexts(list) => {
                    for object in list.0.iter::<Object<'_>>() {
                        match object {
                            Object::Number(n) => {
                                let move_by = -n.as_f64() / 1000.0 * now.size * now.scale;
                                text *= Affine::translate((move_by, 0.0));
                            }
                            Object::String(s) => self.show(s.as_bytes(), &now, &mut text),
                            _ => {}
                        }
                        if !self.step() {
                            return;
                        }
                    }
                }

                Op::BeginMarkedContent(mark) => self.marks.begin(mark.0.as_str(), None),
                Op::BeginMarkedContentWithProperties(mark) => match mark.1 {
                    Object::Name(name) => {
                        let dict = resources.properties.get::<Dict<'_>>(name);
                        self.marks.begin(mark.0.as_str(), dict.as_ref());
                    }
                    other => {
                        let dict = dict_or_stream(other).map(|(dict, _)| dict);
                        self.marks.begin(mark.0.as_str(), dict);
                    }
                },
                Op::EndMarkedContent(_) => self.marks.end(),
                Op::XObject(x) => {
                    if let Some(stream) = resources.get_x_object(x.0) {
                        self.draw(&stream, resources, &now, depth);
                    }
                }
                Op::InlineImage(_) => self.picture(now.matrix),
                _ => {}
            }
        }
    }

    /// Runs a drawing, or notes where a picture lies.
    fn draw(&mut self, stream: &Stream<'a>, around: &Resources<'a>, now: &State<'a>, depth: usize) {
        let dict = stream.dict();
        match dict.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => self.picture(now.matrix),
            Some(b"Form") if depth < MAX_DEPTH && self.forms > 0 => {
                self.forms -= 1;
                let Some(content) = unpack(stream, &mut self.reader.bytes) else {
                    self.pen.page.cut = true;
                    return;
                };
                let mut inner = now.clone();
                if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
                    inner.matrix *= affine(matrix);
                }
                let resources = dict
                    .get::<Dict<'a>>("Resources")
                    .map_or_else(|| around.clone(), Resources::new);
                self.follow(&content, &resources, &inner, depth + 1);
            }
            Some(b"Form") => self.pen.page.cut = true,
            _ => {}
        }
    }

    fn picture(&mut self, matrix: Affine) {
        let rect = matrix.transform_rect_bbox(kurbo::Rect::new(0.0, 0.0, 1.0, 1.0));
        self.pen.picture(Frame {
            x: unit(rect.x0),
            y: unit(rect.y0),
            end: unit(rect.x1),
            bottom: unit(rect.y1),
        });
    }

    fn show(&mut self, bytes: &[u8], now: &State<'a>, text: &mut Affine) {
        let Some(face) = now.face.clone() else {
            return;
        };
        let [a, b, c, d, e, f] = (now.matrix * *text).as_coeffs();
        let (mut walked, mut at) = (0.0, 0);
        let size = now.size * c.hypot(d);
        while at < bytes.len() {
            let (code, length) = face.code(bytes, at);
            at += length;
            let letter = face.letter(code);
            let width = letter.advance / 1000.0 * now.size * now.scale;
            let place = |along: f64| (a * along + c * now.rise + e, b * along + d * now.rise + f);
            let ((x, y), (end, end_y)) = (place(walked), place(walked + width));
            let gap = if code == 32 && length == 1 {
                now.between_letters + now.between_words
            } else {
                now.between_letters
            };
            walked += width + gap * now.scale;
            if self.marks.is_hidden() {
                continue;
            }
            let (dx, dy) = if now.size < 0.0 { (-a, -b) } else { (a, b) };
            let direction = match () {
                () if dx > 0.0 && dy.abs() <= dx / 10.0 => 0,
                () if dy > 0.0 && dx.abs() <= dy / 10.0 => 1,
                () if dx < 0.0 && dy.abs() <= -dx / 10.0 => 2,
                () if dy < 0.0 && dx.abs() <= -dy / 10.0 => 3,
                () => 4,
            };
            let stays = y.midpoint(end_y);
            self.pen.put(
                Shown {
                    x: unit(x.min(end)),
                    end: unit(end.max(x)),
                    y: unit(stays),
                    size: unit(size.abs()).clamp(1, MAX_LETTER),
                    bold: face.bold,
                    running: self.marks.is_running(),
                    direction,
                },
                self.marks.replace(letter.text),
            );
        }
        *text *= Affine::translate((walked, 0.0));
    }
}

fn stroke(now: &State<'_>) -> Unit {
    let [a, b, c, d, ..] = now.matrix.as_coeffs();
    unit(now.stroke * a.hypot(b).max(c.hypot(d)))
}

fn affine(coefficients: [f64; 6]) -> Affine {
    Affine::new(coefficients)
}

/// A float as hundredths of a point; what is absurd is kept far off the page.
pub(super) fn unit(value: f64) -> Unit {
    (value.round() as Unit).clamp(-10_000_000, 10_000_000)
}
