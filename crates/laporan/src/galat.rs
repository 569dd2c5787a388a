//! A fault in the words of the report.

/// What is wrong in a text of `naskah/`, in the frame of all messages: place, excerpt, what, mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{tempat}: {apa}\n  {cuplikan}\n  {perbaikan}")]
pub struct GalatNaskah {
    /// "naskah/32-indikator.md baris 14"
    pub tempat: String,
    /// The line as it stands there.
    pub cuplikan: String,
    /// What is wrong.
    pub apa: String,
    /// How to mend it.
    pub perbaikan: String,
}

impl GalatNaskah {
    /// A fault at a line (from 1) of a text.
    pub(crate) fn pada(
        berkas: &str,
        sumber: &str,
        baris: usize,
        apa: impl Into<String>,
        perbaikan: impl Into<String>,
    ) -> Self {
        let cuplikan = sumber.lines().nth(baris.saturating_sub(1));
        Self {
            tempat: format!("naskah/{berkas} baris {baris}"),
            cuplikan: cuplikan.unwrap_or_default().trim().to_owned(),
            apa: apa.into(),
            perbaikan: perbaikan.into(),
        }
    }
}
