//! Fields: what Word computes and prints in place of an instruction.

/// Fields within fields.
const DEEPEST: usize = 64;
/// Letters of an instruction that are looked at.
const INSTRUCTION: usize = 300;

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether its result has begun.
    result: bool,
    /// Whether anything was seen of its result.
    seen: bool,
}

/// The fields that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

impl Fields {
    fn begin(&mut self, field: Field) {
        if self.open.len() < DEEPEST {
            self.open.push(field);
        }
    }

    /// A field whose instruction is an attribute, so that all of its content is its result.
    pub(super) fn begin_simple(&mut self, instruction: String) {
        self.begin(Field {
            instruction,
            result: true,
            seen: false,
        });
    }

    /// A sign that a field begins or that its result does; true where it ends, which [`Self::end`] settles.
    pub(super) fn mark(&mut self, kind: Option<&str>) -> bool {
        match kind {
            Some("begin") => self.begin(Field::default()),
            Some("separate") => {
                if let Some(field) = self.open.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => return true,
            _ => {}
        }
        false
    }

    /// Ends a field. One that should have been filled from elsewhere and has no result shows its name.
    pub(super) fn end(&mut self) -> Option<String> {
        let field = self.open.pop()?;
        if field.seen || !self.show() {
            return None;
        }
        let mut words = field.instruction.split_whitespace();
        if !words.next()?.eq_ignore_ascii_case("MERGEFIELD") {
            return None;
        }
        Some(format!("«{}»", words.next()?.trim_matches('"')))
    }

    /// Letters of an instruction.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.result) {
            let room = INSTRUCTION.saturating_sub(field.instruction.len());
            field.instruction.extend(text.chars().take(room));
        }
    }

    /// Whether letters are seen: not within the instruction of a field.
    pub(super) fn show(&self) -> bool {
        self.open.iter().all(|field| field.result)
    }

    /// Letters of a result were seen.
    pub(super) fn seen(&mut self) {
        for field in &mut self.open {
            field.seen = true;
        }
    }

    /// Forgets instructions that were never ended, so that a damaged file does not swallow the rest of it.
    pub(super) fn abandon(&mut self) {
        self.open.retain(|field| field.result);
    }
}
