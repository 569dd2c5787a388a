//! PDF through Typst.
