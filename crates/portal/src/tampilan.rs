//! The look that all pages share: the frame with its menu, and the pieces that pages are made of.

mod alur;
mod bingkai;
mod blok;
mod grafik;
mod unsur;

pub(crate) use alur::alur;
pub(crate) use bingkai::{Bingkai, Menu, polos};
pub(crate) use blok::blok;
pub(crate) use grafik::grafik;
pub(crate) use unsur::*;
