//! The gaps of a report.

use document::{Document, Heading, Inline, plain_text};

use crate::nilai::DAN_LAIN;
use crate::telusur::{Temu, telusuri};

/// Something that a report still lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rumpangan {
    /// Code of the fakta that is missing, where the gap is a value.
    pub kode: Option<String>,
    /// Chapter and section in which it stands ("BAB III.C.1 Nilai Kinerja Anggaran").
    pub tempat: String,
    /// Why it is missing, and what would close it.
    pub sebab: String,
}

/// All gaps of a report in reading order; what one empty cell leaves open in many places counts where it is met first.
#[must_use]
pub fn rumpang(dokumen: &Document) -> Vec<Rumpangan> {
    let mut daftar: Vec<Rumpangan> = Vec::new();
    let mut letak = Letak::default();
    telusuri(&dokumen.blocks, &mut |temu| match temu {
        Temu::Kepala(kepala) => letak.masuk(kepala),
        Temu::Isi(Inline::Gap { reason, key, text }) => {
            let sebab = if reason.is_empty() { text } else { reason };
            let sebab = sebab.strip_suffix(DAN_LAIN).unwrap_or(sebab);
            if !daftar.iter().any(|lama| lama.sebab == sebab) {
                daftar.push(Rumpangan {
                    kode: key.clone(),
                    tempat: letak.sebutan(),
                    sebab: sebab.to_owned(),
                });
            }
        }
        _ => {}
    });
    daftar
}

/// The headings above the place that is read: chapter, section, subsection.
#[derive(Default)]
struct Letak(Vec<(u8, String, String)>);

impl Letak {
    fn masuk(&mut self, kepala: &Heading) {
        if kepala.level > 3 {
            return;
        }
        self.0.retain(|(tingkat, ..)| *tingkat < kepala.level);
        let nomor = kepala.number.as_deref().unwrap_or_default();
        let nomor = nomor.trim_end_matches('.').to_owned();
        self.0
            .push((kepala.level, nomor, plain_text(&kepala.content)));
    }

    fn sebutan(&self) -> String {
        let Some((.., judul)) = self.0.last() else {
            return "Bagian awal".to_owned();
        };
        let nomor: Vec<&str> = self.0.iter().map(|(_, nomor, _)| nomor.as_str()).collect();
        let nomor: Vec<&str> = nomor.into_iter().filter(|n| !n.is_empty()).collect();
        format!("{} {judul}", nomor.join(".")).trim().to_owned()
    }
}
