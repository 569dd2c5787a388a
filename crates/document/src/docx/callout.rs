//! Framed remarks: a table of one shaded cell with a strong edge.

use super::DocxError;
use super::paragraph::Setting;
use super::writer::{Frame, Writer};
use crate::escape::put;
use crate::tree::{Callout, CalloutKind};

/// Space between the frame and its words, in twentieths of a point.
const PADDING: u32 = 170;

impl Writer<'_> {
    pub(super) fn callout(&mut self, callout: &Callout, frame: Frame) -> Result<(), DocxError> {
        let (edge, tint) = match callout.kind {
            CalloutKind::Note => ("1C3557", "F0F3F8"),
            CalloutKind::Warning => ("8A4B00", "FFF8EA"),
        };
        self.settle_break();
        let width = frame.width.saturating_sub(frame.indent);
        put!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblInd w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblBorders><w:left w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"{edge}\"/></w:tblBorders>\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"85\" w:type=\"dxa\"/><w:left w:w=\"{PADDING}\" w:type=\"dxa\"/>\
             <w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"{PADDING}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{tint}\"/></w:tcPr>",
            frame.indent
        );
        let inner = Frame {
            width: width.saturating_sub(2 * PADDING),
            indent: 0,
            depth: 0,
            cell: true,
        };
        if !callout.title.is_empty() {
            self.line(
                &callout.title,
                Setting::styled("CalloutTitle").kept(),
                inner,
            );
        }
        if !(callout.blocks.is_empty() && self.out.ends_with("</w:p>")) {
            self.cell_blocks(&callout.blocks, inner)?;
        }
        self.out.push_str("</w:tc></w:tr></w:tbl>");
        self.gap(160);
        Ok(())
    }
}
