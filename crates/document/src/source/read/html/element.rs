//! What an element means for a report.

/// An element that is open.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) role: Role,
    /// For an item: whether its first words have been read.
    pub(super) used: bool,
}

/// What an element means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a line.
    Inline,
    /// Raised letters.
    Raised,
    /// It has no end.
    Void,
    /// Passed over with all that is in it.
    Hidden,
    /// Drawn, and told in words.
    Picture,
    Block,
    Paragraph,
    Heading(u8),
    Running,
    /// Footnotes at the end.
    Notes,
    List,
    Item,
    Table,
    Caption,
    Head,
    Body,
    Row,
    Cell,
    Formula,
}

impl Element {
    pub(super) fn is_hidden(&self) -> bool {
        matches!(self.role, Role::Hidden | Role::Picture)
    }

    pub(super) fn is_block(&self) -> bool {
        match self.role {
            Role::Inline | Role::Raised | Role::Void | Role::Formula => false,
            Role::Hidden => !matches!(self.name.as_str(), "span" | "a"),
            _ => true,
        }
    }
}

/// The element of a tag.
pub(super) fn element(name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Element {
    let class = attribute("class").unwrap_or_default();
    let is = |wanted: &str| class.split_whitespace().any(|class| class == wanted);
    let kind = attribute("role").unwrap_or_default();
    let role = match name {
        "br" | "hr" | "img" | "input" | "meta" | "link" | "col" | "wbr" | "source" | "area"
        | "base" | "embed" | "track" | "param" => Role::Void,
        "head" | "script" | "style" | "template" | "noscript" | "nav" | "svg" | "iframe"
        | "object" | "select" | "textarea" | "audio" | "video" | "canvas" | "map" | "dialog"
        | "annotation" => Role::Hidden,
        _ if kind == "img" => Role::Picture,
        _ if is_pop_up(attribute, &kind) => Role::Hidden,
        // The marks of our own writer: what it shows beside a report is not part of the report.
        "aside" if is("notes") => Role::Hidden,
        "a" if is("skip") => Role::Hidden,
        "span" if is("why") => Role::Hidden,
        "header" if is("bar") => Role::Running,
        "footer" if is("foot") => Role::Running,
        "p" if is("draft") => Role::Running,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "p" | "dt" | "dd" => Role::Paragraph,
        "section" | "div" if kind == "doc-endnotes" || is("footnotes") || is("endnotes") => {
            Role::Notes
        }
        "ul" | "ol" | "menu" => Role::List,
        "li" => Role::Item,
        "table" => Role::Table,
        "caption" => Role::Caption,
        "thead" => Role::Head,
        "tbody" | "tfoot" => Role::Body,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "math" => Role::Formula,
        "sup" => Role::Raised,
        "html" | "body" | "main" | "section" | "article" | "aside" | "header" | "footer"
        | "div" | "address" | "blockquote" | "pre" | "figure" | "figcaption" | "details"
        | "summary" | "fieldset" | "form" | "legend" | "dl" | "center" | "hgroup" => Role::Block,
        _ => Role::Inline,
    };
    Element {
        name: name.to_owned(),
        role,
        used: false,
    }
}

/// Whether an element is not shown where it stands, or only to some readers.
fn is_pop_up(attribute: &dyn Fn(&str) -> Option<String>, kind: &str) -> bool {
    attribute("popover").is_some()
        || attribute("hidden").is_some()
        || attribute("popovertargetaction").is_some()
        || attribute("aria-hidden").is_some_and(|value| value == "true")
        || matches!(kind, "tooltip" | "doc-backlink" | "navigation" | "dialog")
}
