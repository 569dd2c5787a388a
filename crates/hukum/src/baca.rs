//! Reads the embedded data files.

use crate::{Hukum, Masalah};

pub(crate) fn bawaan() -> Result<Hukum, Vec<Masalah>> {
    Ok(Hukum::default())
}
