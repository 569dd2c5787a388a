//! The wall table: which crate may use which, and which crate alone may use a heavy library.
//!
//! `tests/walls.rs` holds it against what cargo says.

/// A crate and the crates of this workspace that it may use.
pub struct Wall {
    /// Its name.
    pub name: &'static str,
    /// Its row in `ARCHITECTURE.md`; a crate uses lower rows only, and `paket` may use `kinerja` beside it.
    pub row: u8,
    /// Crates of this workspace that it may use.
    pub may_use: &'static [&'static str],
}

/// The house, from the ground up.
pub const WALLS: &[Wall] = &[
    Wall {
        name: "hukum",
        row: 0,
        may_use: &[],
    },
    Wall {
        name: "kinerja",
        row: 1,
        may_use: &["hukum"],
    },
    Wall {
        name: "document",
        row: 1,
        may_use: &[],
    },
    Wall {
        name: "paket",
        row: 1,
        may_use: &["hukum", "kinerja"],
    },
    Wall {
        name: "laporan",
        row: 2,
        may_use: &["hukum", "kinerja", "document"],
    },
    Wall {
        name: "periksa",
        row: 2,
        may_use: &["hukum", "kinerja", "document"],
    },
    Wall {
        name: "store",
        row: 2,
        may_use: &[],
    },
    Wall {
        name: "app",
        row: 3,
        may_use: &[
            "hukum", "kinerja", "document", "paket", "laporan", "periksa", "store",
        ],
    },
    Wall {
        name: "portal",
        row: 4,
        may_use: &[
            "hukum", "kinerja", "document", "paket", "laporan", "periksa", "store", "app",
        ],
    },
    Wall {
        name: "cermat",
        row: 5,
        may_use: &[
            "hukum", "kinerja", "document", "paket", "laporan", "periksa", "store", "app", "portal",
        ],
    },
    Wall {
        name: "benih",
        row: 5,
        may_use: &[
            "hukum", "kinerja", "document", "paket", "laporan", "periksa",
        ],
    },
    Wall {
        name: "xtask",
        row: 0,
        may_use: &[],
    },
];

/// A library that only some crates may use, and why.
pub struct Door {
    /// Beginning of the library's name.
    pub library: &'static str,
    /// The crates that may use it.
    pub only: &'static [&'static str],
    /// Why.
    pub reason: &'static str,
}

/// The doors to the outside.
pub const DOORS: &[Door] = &[
    Door {
        library: "typst",
        only: &["document"],
        reason: "the heaviest build; only the PDF writer needs it",
    },
    Door {
        library: "resvg",
        only: &["document"],
        reason: "pictures are made where documents are written",
    },
    Door {
        library: "quick-xml",
        only: &["document"],
        reason: "XML is a matter of document formats",
    },
    Door {
        library: "html5gum",
        only: &["document"],
        reason: "HTML is read where documents are read",
    },
    Door {
        library: "zip",
        only: &["document", "paket", "store"],
        reason: "archives are opened where files are read and written",
    },
    Door {
        library: "calamine",
        only: &["paket"],
        reason: "workbooks are read in one place, behind one set of limits",
    },
    Door {
        library: "rust_xlsxwriter",
        only: &["paket"],
        reason: "workbooks are written in one place",
    },
    Door {
        library: "csv",
        only: &["paket"],
        reason: "tables are read in one place, behind one set of limits",
    },
    Door {
        library: "minijinja",
        only: &["laporan"],
        reason: "templates hold words, and only the report has words",
    },
    Door {
        library: "pulldown-cmark",
        only: &["laporan", "document"],
        reason: "Markdown is the form of the words, and a document that somebody else wrote may be Markdown",
    },
    Door {
        library: "clap",
        only: &["cermat"],
        reason: "only the binary has a command line",
    },
    Door {
        library: "sqlx",
        only: &["store"],
        reason: "the only SQL",
    },
    Door {
        library: "axum",
        only: &["portal"],
        reason: "the only HTTP",
    },
    Door {
        library: "reqwest",
        only: &["portal"],
        reason: "the only HTTP, also as a client",
    },
    Door {
        library: "openidconnect",
        only: &["portal"],
        reason: "who somebody is elsewhere is asked in one file",
    },
    Door {
        library: "utoipa",
        only: &["portal"],
        reason: "the interface is described where it stands",
    },
    Door {
        library: "rand",
        only: &[],
        reason: "the same input gives the same bytes",
    },
    Door {
        library: "chrono",
        only: &[],
        reason: "one date library: jiff",
    },
];
