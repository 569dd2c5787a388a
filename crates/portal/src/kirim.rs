//! What goes out as a file.

/// What a document that we composed may do in a frame or a window: look as its own styles say, and nothing else.
pub(crate) const CSP_DOKUMEN: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
