//! The first page.

use super::DocxError;
use super::paragraph::Setting;
use super::writer::{Frame, Writer};
use crate::tree::Cover;

impl Writer<'_> {
    pub(super) fn cover(&mut self, cover: &Cover) -> Result<(), DocxError> {
        let frame = self.section.frame();
        if let Some(crest) = &cover.crest {
            self.picture(crest, (2_800, 1_814), frame)?;
        }
        self.lines(&cover.above, "CoverAbove", frame);
        self.gap(if cover.photo.is_some() { 300 } else { 1_200 });
        self.line("", Setting::styled("CoverRule"), frame);
        self.lines(&cover.title, "CoverTitle", frame);
        if !cover.period.is_empty() {
            self.line(&cover.period, Setting::styled("CoverPeriod"), frame);
        }
        self.line("", Setting::styled("CoverRule"), frame);
        if let Some(photo) = &cover.photo {
            self.gap(200);
            self.picture(photo, (frame.width, 4_600), frame)?;
        }
        // The issuing office and its address stand at the foot of the page, however long the title is.
        for (lines, style) in [(&cover.body, "CoverBody"), (&cover.foot, "CoverFoot")] {
            for line in lines {
                let setting = Setting {
                    at_foot: true,
                    ..Setting::styled(style)
                };
                self.line(line, setting, frame);
            }
        }
        Ok(())
    }

    fn lines(&mut self, lines: &[String], style: &str, frame: Frame) {
        for line in lines {
            self.line(line, Setting::styled(style), frame);
        }
    }
}
