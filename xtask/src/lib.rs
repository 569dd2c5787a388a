//! The project's own rules about itself.

pub mod walls;
