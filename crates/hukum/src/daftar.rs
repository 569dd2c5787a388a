//! The law data as lines of text for a reader.

use rust_decimal::Decimal;

use crate::{Butir, Hukum, Isi, Ketentuan, Pita};

/// Most items that a short rendering of a list still names.
const BUTIR_DISEBUT: usize = 9;

impl Ketentuan {
    /// The value in one line: "30 responden", "A ≥ 88,31; B ≥ 76,61; …", a formula, the number of items.
    #[must_use]
    pub fn ringkas(&self) -> String {
        let satuan = self
            .satuan
            .as_ref()
            .map(|s| format!(" {s}"))
            .unwrap_or_default();
        match &self.isi {
            Isi::Angka(angka) => format!("{}{satuan}", koma(*angka)),
            Isi::Pita(pita) => ringkas_pita(pita),
            Isi::Daftar(butir) => ringkas_daftar(butir, &satuan),
            Isi::Rumus { bunyi, .. } => bunyi.clone(),
            Isi::Kosong => "belum diketahui".to_owned(),
        }
    }

    /// The fiscal years of the value: "2021 sampai 2023", "sejak 2024".
    #[must_use]
    pub fn masa(&self) -> String {
        match self.sampai {
            Some(akhir) if akhir == self.mulai => akhir.to_string(),
            Some(akhir) => format!("{} sampai {akhir}", self.mulai),
            None => format!("sejak {}", self.mulai),
        }
    }
}

impl Hukum {
    /// What is in force for fiscal year `tahun`, by regulation, then what is unverified, not covered and superseded.
    /// Without a year, every period of every value.
    #[must_use]
    pub fn daftar(&self, tahun: Option<i16>) -> Vec<String> {
        let terpilih: Vec<&Ketentuan> = self
            .ketentuan
            .iter()
            .filter(|k| tahun.is_none_or(|tahun| k.berlaku(tahun)))
            .collect();
        let mut baris = vec![match tahun {
            Some(tahun) => format!("Ketentuan yang berlaku untuk tahun anggaran {tahun}"),
            None => "Seluruh ketentuan menurut masa berlakunya".to_owned(),
        }];
        for regulasi in &self.regulasi {
            let isi: Vec<&&Ketentuan> = terpilih
                .iter()
                .filter(|k| k.regulasi == regulasi.id)
                .collect();
            if isi.is_empty() {
                continue;
            }
            baris.push(String::new());
            baris.push(format!("{} tentang {}", regulasi.sebutan, regulasi.tentang));
            if regulasi.saran {
                baris.push("  Saran; tidak perlu diakui kantor.".to_owned());
            }
            for ketentuan in isi {
                baris.push(format!(
                    "  {}: {} ({})",
                    ketentuan.kode,
                    ketentuan.judul,
                    ketentuan.masa()
                ));
                baris.push(format!("      nilai   : {}", ketentuan.ringkas()));
                baris.push(format!("      kutipan : {}", ketentuan.kutipan));
                baris.push(format!("      keadaan : {}", ketentuan.status.sebutan()));
                baris.push(format!("      sumber  : {}", ketentuan.sumber));
                if let Some(catatan) = &ketentuan.catatan {
                    baris.push(format!("      catatan : {catatan}"));
                }
            }
        }
        let belum = terpilih.iter().filter(|k| self.perlu_dipastikan(k));
        bagian(
            &mut baris,
            "Belum terverifikasi; cocokkan dengan naskah peraturannya",
            belum
                .map(|k| format!("{} ({}): {}", k.kode, self.singkatan(&k.regulasi), k.judul))
                .collect(),
        );
        if let Some(tahun) = tahun {
            bagian(
                &mut baris,
                "Tidak ada ketentuan untuk tahun ini",
                self.tidak_tercakup(tahun),
            );
        }
        let diganti = self.regulasi.iter().filter_map(|r| {
            r.diganti_oleh
                .as_deref()
                .map(|baru| format!("{} diganti oleh {}", r.singkatan, self.singkatan(baru)))
        });
        bagian(
            &mut baris,
            "Peraturan yang sudah diganti",
            diganti.collect(),
        );
        baris
    }

    fn singkatan<'a>(&'a self, id: &'a str) -> &'a str {
        self.regulasi(id).map_or(id, |r| r.singkatan.as_str())
    }

    /// Codes that no value covers in fiscal year `tahun`, with the years that some value does.
    #[must_use]
    pub fn tidak_tercakup(&self, tahun: i16) -> Vec<String> {
        let mut kode: Vec<&str> = self.ketentuan.iter().map(|k| k.kode.as_str()).collect();
        kode.dedup();
        kode.retain(|kode| self.ketentuan(kode, tahun).is_err());
        let masa = |kode: &str| {
            let masa: Vec<String> = self
                .ketentuan
                .iter()
                .filter(|k| k.kode == kode)
                .map(Ketentuan::masa)
                .collect();
            masa.join(", ")
        };
        kode.into_iter()
            .map(|kode| format!("{kode} (berlaku {})", masa(kode)))
            .collect()
    }
}

fn bagian(baris: &mut Vec<String>, judul: &str, isi: Vec<String>) {
    if isi.is_empty() {
        return;
    }
    baris.push(String::new());
    baris.push(format!("{judul} ({})", isi.len()));
    baris.extend(isi.into_iter().map(|isi| format!("  {isi}")));
}

fn koma(angka: Decimal) -> String {
    angka.to_string().replace('.', ",")
}

fn ringkas_pita(pita: &Pita) -> String {
    let kelas: Vec<String> = pita
        .kelas
        .iter()
        .rev()
        .map(|k| {
            let sebutan = if k.huruf.is_empty() {
                k.nama.clone()
            } else {
                format!("{} ({})", k.huruf, k.nama)
            };
            format!(
                "{sebutan} {} {}",
                if k.di_atas { ">" } else { "≥" },
                koma(k.dari)
            )
        })
        .collect();
    format!(
        "{}; setelah dibulatkan {} desimal",
        kelas.join("; "),
        pita.presisi
    )
}

fn ringkas_daftar(butir: &[Butir], satuan: &str) -> String {
    let anak: usize = butir.iter().map(|b| b.anak.len()).sum();
    if anak > 0 {
        return format!("{} bagian dengan {anak} butir", butir.len());
    }
    if butir.len() > BUTIR_DISEBUT {
        return format!("{} butir", butir.len());
    }
    let sebut = |b: &Butir| match b.nilai {
        Some(nilai) => format!("{} {}{satuan}", b.nama, koma(nilai)),
        None => b.nama.clone(),
    };
    butir.iter().map(sebut).collect::<Vec<_>>().join("; ")
}
