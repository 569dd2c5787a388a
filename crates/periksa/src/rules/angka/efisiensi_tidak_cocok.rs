//! An efficiency that ceiling, spending and capaian beside it do not give, though the document reckons it so elsewhere.

mod kumpul;

use std::collections::BTreeMap;

use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId};
use crate::hitung::{self, tampil};
use crate::salah_ketik::salah_ketik;
use crate::{Aturan, BahanDokumen, Berat, Cara as CaraAturan, Halaman, Pemeriksaan, Temuan};
use kumpul::Deret;

pub(super) const ATURAN: Aturan = Aturan {
    nama: "efisiensi-tidak-cocok",
    judul: "Efisiensi tidak sesuai dengan pagu, realisasi anggaran, dan capaian di sampingnya.",
    berat: Berat::Wajib,
    cara: CaraAturan::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Efisiensi pada tabel atau kalimat dihitung ulang dengan cara yang dipakai dokumen itu sendiri di tempat lain: (pagu × capaian − realisasi) / (pagu × capaian), capaian dikurangi penyerapan, atau sisa anggaran terhadap pagu. Baris atau kalimat yang tidak sesuai dengan satu pun cara yang lazim memuat satu angka yang keliru; yang ditunjuk adalah angka yang penggantinya tercetak di tempat lain, dan bila tidak ada, efisiensinya. Bila tidak satu pun efisiensi pada dokumen dapat dihitung kembali, tidak ada yang dinilai.",
            dasar: &[
                "Aritmetika",
                "Peraturan Menteri Keuangan tentang pengukuran dan evaluasi kinerja anggaran: rumus efisiensi",
            ],
            buruk: &[
                "Sasaran kegiatan\tPagu (Rp)\tRealisasi (Rp)\tSerapan (%)\tCapaian (%)\tEfisiensi (%)\nMeningkatnya mutu pelayanan\t1.857.411.468\t1.805.674.540\t97,21\t110,10\t11,70\nMeningkatnya tata kelola\t1.857.411.468\t1.805.674.540\t97,21\t107,91\t6,16\n\nUntuk sasaran tata kelola, anggaran Rp1.805.674.540 dari pagu Rp1.857.411.468 menghasilkan capaian 103,60%. Efisiensinya 6,16%.\n",
                "Sasaran kegiatan\tPagu (Rp)\tRealisasi (Rp)\tSerapan (%)\tCapaian (%)\tEfisiensi (%)\nMeningkatnya mutu pelayanan\t1.857.411.468\t1.805.674.540\t97,21\t110,10\t11,70\n\nAnggaran Rp1.805.674.540 dari pagu Rp1.857.411.468 menghasilkan capaian 1101,0%. Efisiensinya 11,70%.\n",
            ],
            baik: &[
                "Sasaran kegiatan\tPagu (Rp)\tRealisasi (Rp)\tSerapan (%)\tCapaian (%)\tEfisiensi (%)\nMeningkatnya mutu pelayanan\t1.857.411.468\t1.805.674.540\t97,21\t110,10\t11,70\nMeningkatnya tata kelola\t1.857.411.468\t1.805.674.540\t97,21\t103,60\t6,16\n\nUntuk sasaran tata kelola, anggaran Rp1.805.674.540 dari pagu Rp1.857.411.468 menghasilkan capaian 103,60%. Efisiensinya 6,16%.\n",
                "Sasaran kegiatan\tPagu (Rp)\tRealisasi (Rp)\tCapaian (%)\tEfisiensi (%)\nMeningkatnya mutu pelayanan\t1.857.411.468\t1.805.674.540\t110,10\t20,00\nMeningkatnya tata kelola\t1.857.411.468\t1.805.674.540\t103,60\t40,00\n",
            ],
        },
    },
};

/// How an efficiency is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cara {
    /// What the capaian should have cost less what was spent, as a share of what it should have cost.
    Kebutuhan,
    /// Capaian less the share that was spent.
    Beda,
    /// The share that was not spent.
    Sisa,
}

impl Cara {
    const SEMUA: [Self; 3] = [Self::Kebutuhan, Self::Beda, Self::Sisa];

    /// The efficiency of a share spent and a capaian, both in percent.
    fn hitung(self, serapan: Selang, capaian: Selang) -> Option<Selang> {
        let seratus = Selang::titik(Decimal::ONE_HUNDRED);
        match self {
            Self::Kebutuhan => seratus.kurang(serapan.kali(seratus)?.bagi(capaian)?),
            Self::Beda => capaian.kurang(serapan),
            Self::Sisa => seratus.kurang(serapan),
        }
    }

    /// The capaian that gives an efficiency.
    fn capaian(self, serapan: Selang, efisiensi: Selang) -> Option<Selang> {
        let seratus = Selang::titik(Decimal::ONE_HUNDRED);
        match self {
            Self::Kebutuhan => serapan.kali(seratus)?.bagi(seratus.kurang(efisiensi)?),
            Self::Beda => serapan.tambah(efisiensi),
            Self::Sisa => None,
        }
    }

    /// The share spent, in percent, that gives an efficiency.
    fn serapan(self, capaian: Selang, efisiensi: Selang) -> Option<Selang> {
        let seratus = Selang::titik(Decimal::ONE_HUNDRED);
        match self {
            Self::Kebutuhan => capaian.kali(seratus.kurang(efisiensi)?)?.bagi(seratus),
            Self::Beda => capaian.kurang(efisiensi),
            Self::Sisa => seratus.kurang(efisiensi),
        }
    }

    fn rumus(self) -> &'static str {
        match self {
            Self::Kebutuhan => "(pagu × capaian − realisasi) / (pagu × capaian) × 100%",
            Self::Beda => "capaian − penyerapan",
            Self::Sisa => "(pagu − realisasi) / pagu × 100%",
        }
    }
}

/// Values as printed, each with the first and the last piece that holds it.
type Tercetak = BTreeMap<Decimal, (usize, usize)>;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let semua = kumpul::semua(bahan.bacaan);
    let mut kali: BTreeMap<Cara, usize> = BTreeMap::new();
    let mut salah: Vec<&Deret> = Vec::new();
    for deret in &semua {
        let Some(berlaku) = berlaku(deret) else {
            continue;
        };
        if berlaku.is_empty() {
            salah.push(deret);
        } else {
            catat.diperiksa(deret.id());
        }
        // A rate of one digit is met by chance.
        if deret
            .efisiensi
            .1
            .nilai
            .is_some_and(|n| n.abs() >= Decimal::ONE && deret.efisiensi.1.presisi > 0)
        {
            for cara in berlaku {
                *kali.entry(cara).or_default() += 1;
            }
        }
    }
    let Some((cara, _)) = kali
        .iter()
        .max_by_key(|(cara, banyak)| (**banyak, std::cmp::Reverse(**cara)))
    else {
        return;
    };
    if salah.is_empty() || kali.values().sum::<usize>() < salah.len() {
        return;
    }
    let mut tercetak = Tercetak::new();
    for angka in &bahan.bacaan.angka {
        if let Some(nilai) = angka.besaran().filter(|_| angka.skala == 0) {
            let piece = angka.letak.piece;
            let tempat = tercetak.entry(nilai).or_insert((piece, piece));
            *tempat = (tempat.0.min(piece), tempat.1.max(piece));
        }
    }
    for deret in salah {
        if let Some(temuan) = temuan(bahan, aturan, &tercetak, deret, *cara) {
            catat.diperiksa(deret.id());
            catat.temuan(temuan);
        }
    }
}

/// The usual ways of reckoning that give the printed efficiency; none where that cannot be told.
fn berlaku(deret: &Deret) -> Option<Vec<Cara>> {
    let cetak = deret.efisiensi.1;
    let (nilai, capaian) = (cetak.nilai?, deret.capaian.1.selang()?);
    let serapan = deret.serapan()?;
    let dapat = |selang: Option<Selang>| {
        selang.is_some_and(|s| {
            let s = hitung::longgar(s);
            s.dapat_tercetak(nilai, cetak.presisi)
                || s.dapat_tercetak(Decimal::ZERO.saturating_sub(nilai), cetak.presisi)
        })
    };
    let hasil: Vec<Cara> = Cara::SEMUA
        .into_iter()
        .filter(|cara| serapan.iter().any(|s| dapat(cara.hitung(*s, capaian))))
        .collect();
    let seratus = Selang::titik(Decimal::ONE_HUNDRED);
    // A ratio of the two, or a score of the efficiency, is another thing by the same name.
    let lain = serapan.iter().any(|s| {
        let rasio = |a: Selang, b: Selang| a.bagi(b);
        let persen = |a: Selang, b: Selang| a.kali(seratus)?.bagi(b);
        let skor = || {
            let lima_puluh = Selang::titik(Decimal::from(50));
            let kali = Selang::titik(Decimal::new(25, 1));
            Cara::Kebutuhan
                .hitung(*s, capaian)?
                .kali(kali)?
                .tambah(lima_puluh)
        };
        [
            rasio(*s, capaian),
            rasio(capaian, *s),
            persen(*s, capaian),
            persen(capaian, *s),
            skor(),
        ]
        .into_iter()
        .any(dapat)
    });
    (!hasil.is_empty() || !lain).then_some(hasil)
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    tercetak: &Tercetak,
    deret: &Deret,
    cara: Cara,
) -> Option<Temuan> {
    let capaian = deret.capaian.1.selang()?;
    let serapan = *deret.serapan()?.first()?;
    let cetak = deret.efisiensi.1;
    let hasil = tengah(cara.hitung(serapan, capaian)?)?;
    let benar = hitung::bersatuan(hasil, cetak.presisi, crate::bacaan::SatuanCetak::Persen);
    let (keliru, ganti) = keliru(tercetak, deret, cara).unwrap_or((deret.efisiensi, None));
    let ganti = ganti.map_or(benar.clone(), |nilai| {
        hitung::bersatuan(nilai, keliru.1.presisi, keliru.1.satuan)
    });
    let hitungan = format!("{} = {benar}", cara.rumus());
    Some(
        Temuan::di(
            aturan,
            bahan,
            &keliru.1.letak,
            format!(
                "Efisiensi tercetak {}, padahal dengan angka di sampingnya {hitungan}, dan cara itu yang dipakai di tempat lain dokumen ini",
                tampil(cetak)
            ),
            format!(
                "Cocokkan pagu, realisasi, capaian, dan efisiensi pada bagian itu dengan sumbernya; bila yang keliru {}, tulis {ganti}.",
                tampil(keliru.1)
            ),
        )
        .hitungan(hitungan)
        .seharusnya(Some(ganti))
        .terkait(
            bahan,
            deret
                .id()
                .into_iter()
                .filter(|id| *id != keliru.0)
                .map(|id| &bahan.bacaan.angka(id).letak),
        ),
    )
}

fn tengah(selang: Selang) -> Option<Decimal> {
    selang
        .bawah
        .checked_add(selang.atas)?
        .checked_div(Decimal::TWO)
}

/// The figure whose substitute stands elsewhere in the document, with that substitute.
fn keliru<'b>(
    tercetak: &Tercetak,
    deret: &Deret<'b>,
    cara: Cara,
) -> Option<((AngkaId, &'b Angka), Option<Decimal>)> {
    let efisiensi = deret.efisiensi.1.selang()?;
    let capaian = deret.capaian.1.selang()?;
    let serapan = *deret.serapan()?.first()?;
    let cari = |ini: (AngkaId, &'b Angka), selang: Option<Selang>, slip: bool| {
        let selang = hitung::longgar(selang.filter(|s| s.bawah <= s.atas)?);
        let piece = ini.1.letak.piece;
        tercetak
            .range(selang.bawah..=selang.atas)
            .find(|(nilai, tempat)| {
                **tempat != (piece, piece)
                    && ini.1.nilai != Some(**nilai)
                    && (!slip
                        || ini
                            .1
                            .nilai
                            .is_some_and(|n| salah_ketik(n, ini.1.presisi, **nilai).is_some()))
            })
            .map(|(nilai, _)| (ini, Some(*nilai)))
    };
    if let (Some(pagu), Some(realisasi)) = (deret.pagu, deret.realisasi) {
        let seharusnya = cara.serapan(capaian, efisiensi);
        let seratus = Selang::titik(Decimal::ONE_HUNDRED);
        let (p, r) = (pagu.1.selang()?, realisasi.1.selang()?);
        let pagu_lain = seharusnya.and_then(|s| r.kali(seratus)?.bagi(s));
        let realisasi_lain = seharusnya.and_then(|s| p.kali(s)?.bagi(seratus));
        let uang = cari(pagu, pagu_lain, true).or_else(|| cari(realisasi, realisasi_lain, true));
        if uang.is_some() {
            return uang;
        }
    }
    let bulat = |selang: Selang, presisi: u32| {
        let ujung = |n: Decimal| bilangan::round_half_up(n, presisi);
        Selang {
            bawah: ujung(selang.bawah),
            atas: ujung(selang.atas),
        }
    };
    let hasil = cara
        .hitung(serapan, capaian)
        .map(|s| bulat(s, deret.efisiensi.1.presisi));
    let seharusnya = cara
        .capaian(serapan, efisiensi)
        .map(|s| bulat(s, deret.capaian.1.presisi.max(deret.efisiensi.1.presisi)));
    cari(deret.efisiensi, hasil, false).or_else(|| cari(deret.capaian, seharusnya, false))
}
