//! The pure core: an office's year in, its fakta out.
//!
//! No input or output, no clock, no environment, no floats, no randomness: the same input gives the same fakta.

pub mod bilangan;
pub mod masukan;
