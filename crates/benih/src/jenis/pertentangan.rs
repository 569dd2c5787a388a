//! The same thing said in two ways.

use super::templat::prosa;
use super::{Cara, Ganti, Jenis, Keluarga, Ladang, satu, ubah};
use crate::daun::Wadah;

pub(super) const JENIS: &[Jenis] = &[
    beda("realisasi-tahun-lain", |l| {
        nilai_lain(l, ".realisasi", true)
    }),
    beda("target-indikator-lain", |l| nilai_lain(l, ".target", false)),
    beda("responden-berubah", responden),
    beda("tahun-laporan-lain", tahun),
    beda("kantor-lain", kantor),
    beda("indikator-berubah", indikator),
    beda("sasaran-berubah", sasaran),
    beda("singkatan-berubah", singkatan),
    beda("kata-ganda", ganda),
];

const fn beda(nama: &'static str, tanam: fn(&mut Ladang<'_>) -> Option<Ganti>) -> Jenis {
    Jenis {
        nama,
        keluarga: Keluarga::Pertentangan,
        cara: Cara::Ganti(tanam),
    }
}

/// The value of another year of the same quantity, or of the same year of another one.
fn nilai_lain(ladang: &mut Ladang<'_>, ekor: &str, tahun_lain: bool) -> Option<Ganti> {
    let tahun = format!(".{}.", ladang.tahun);
    let berulang: Vec<bool> = ladang
        .daun
        .iter()
        .map(|daun| {
            daun.kunci
                .as_deref()
                .is_some_and(|kunci| ladang.sebanyak(kunci) > 1)
        })
        .collect();
    let i = ladang.pilih(|i, daun| {
        berulang[i]
            && !matches!(daun.wadah, Wadah::Rumus(_))
            && daun
                .kunci
                .as_deref()
                .is_some_and(|kunci| kunci.ends_with(ekor) && kunci.contains(&tahun))
    })?;
    let lama = ladang.daun[i].clone();
    let kunci = lama.kunci?;
    let (pokok, _) = kunci.split_once(&tahun)?;
    let satuan = |teks: &str| {
        teks.trim_start_matches("Rp")
            .trim_start_matches(|h: char| h.is_ascii_digit() || matches!(h, '.' | ','))
            .to_owned()
    };
    let lain: Vec<String> = ladang
        .daun
        .iter()
        .filter(|daun| {
            daun.kunci.as_deref().is_some_and(|kunci| {
                let sepokok = kunci.starts_with(&format!("{pokok}."));
                kunci.ends_with(ekor)
                    && if tahun_lain {
                        sepokok
                    } else {
                        !sepokok && kunci.contains(&tahun)
                    }
            })
        })
        .filter(|daun| {
            daun.teks != lama.teks
                && satuan(&daun.teks) == satuan(&lama.teks)
                && daun.teks.starts_with("Rp") == lama.teks.starts_with("Rp")
        })
        .map(|daun| daun.teks.clone())
        .collect();
    let baru = ladang.acak.pilih(&lain)?.clone();
    Some(satu(i, baru))
}

/// Respondents of the whole year, elsewhere other than in the table.
fn responden(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let berulang: Vec<bool> = ladang
        .daun
        .iter()
        .map(|daun| {
            daun.kunci
                .as_deref()
                .is_some_and(|kunci| ladang.sebanyak(kunci) > 1)
        })
        .collect();
    let i = ladang.pilih(|i, daun| {
        berulang[i]
            && prosa(daun.wadah)
            && daun
                .kunci
                .as_deref()
                .is_some_and(|kunci| kunci.contains("responden"))
    })?;
    let teks = ladang.daun[i].teks.clone();
    Some(satu(i, ubah::digit(&teks, ladang.acak)?))
}

/// Another year in a heading, a caption or where the report names itself.
fn tahun(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let ini = ladang.tahun;
    let dari = format!("Tahun {ini}");
    let i = ladang.pilih(|_, daun| {
        let diri = daun.teks.contains(&format!("Laporan Kinerja {dari}"))
            || daun.teks.contains(&format!("Laporan Kinerja Tahun {ini}"));
        daun.teks.contains(&dari)
            && (diri || matches!(daun.wadah, Wadah::Keterangan | Wadah::Judul))
            && daun.kunci.is_none()
    })?;
    let lain = ini - i16::try_from(ladang.acak.di(1, 3)).unwrap_or(1);
    Some(satu(
        i,
        ladang.daun[i]
            .teks
            .replacen(&dari, &format!("Tahun {lain}"), 1),
    ))
}

/// The name of an office of the same kind elsewhere.
fn kantor(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let kantor = ladang.kantor.to_owned();
    let i = ladang.pilih(|_, daun| prosa(daun.wadah) && daun.teks.contains(&kantor))?;
    let kata: Vec<&str> = kantor.split(' ').collect();
    let depan = kata.get(..kata.len().saturating_sub(2))?.join(" ");
    let &kota = ladang
        .acak
        .pilih(&["Gunung Sejati", "Pantai Baru", "Kuala Bening", "Sukamaju"])?;
    Some(satu(
        i,
        ladang.daun[i]
            .teks
            .replacen(&kantor, &format!("{depan} {kota}"), 1),
    ))
}

/// A word of an indicator's name replaced, where the name stands.
fn indikator(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    const GANTI: &[(&str, &str)] = &[
        ("Indeks Kepuasan Masyarakat", "Indeks Kepuasan Pelanggan"),
        ("Indeks Kepuasan Masyarakat", "Indek Kepuasan Masyarakat"),
        (
            "Indeks Pengamanan Keimigrasian",
            "Indeks Keamanan Keimigrasian",
        ),
        ("Indeks Kepuasan Internal", "Indeks Kepuasan Pegawai"),
        ("Rata-rata waktu layanan", "Rata-rata waktu tunggu layanan"),
        ("Persentase arsip tertata", "Persentase arsip terkelola"),
    ];
    let mut ganti = GANTI.to_vec();
    ladang.acak.kocok(&mut ganti);
    for (dari, menjadi) in ganti {
        let Some(i) = ladang.pilih(|_, daun| {
            daun.kunci.is_none() && ubah::kata(&daun.teks, dari, menjadi).is_some()
        }) else {
            continue;
        };
        return Some(satu(i, ubah::kata(&ladang.daun[i].teks, dari, menjadi)?));
    }
    None
}

/// The first word of a sasaran replaced, or one in it.
fn sasaran(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    const GANTI: &[(&str, &str)] = &[
        ("Meningkatnya", "Terwujudnya"),
        ("Terwujudnya", "Meningkatnya"),
        ("mutu", "kualitas"),
        ("kualitas", "mutu"),
        ("tata kelola", "pengelolaan"),
        ("layanan", "pelayanan"),
    ];
    let mut ganti = GANTI.to_vec();
    ladang.acak.kocok(&mut ganti);
    let berulang: Vec<bool> = ladang
        .daun
        .iter()
        .map(|daun| {
            daun.teks.starts_with(['M', 'T'])
                && ladang
                    .daun
                    .iter()
                    .filter(|lain| lain.teks.contains(&daun.teks))
                    .count()
                    > 1
        })
        .collect();
    for (dari, menjadi) in ganti {
        let Some(i) = ladang.pilih(|i, daun| {
            let awal =
                daun.teks.starts_with("Meningkatnya ") || daun.teks.starts_with("Terwujudnya ");
            awal && berulang[i]
                && daun.kunci.is_none()
                && ubah::kata(&daun.teks, dari, menjadi).is_some()
        }) else {
            continue;
        };
        return Some(satu(i, ubah::kata(&ladang.daun[i].teks, dari, menjadi)?));
    }
    None
}

/// Other letters in a short form.
fn singkatan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    const GANTI: &[(&str, &str)] = &[
        ("(PNBP)", "(PBNP)"),
        ("(IKM)", "(IMK)"),
        ("(WTL)", "(WLT)"),
        ("(ARS)", "(ASR)"),
        ("(IPK)", "(IKP)"),
        ("(DIPA)", "(DIPPA)"),
        ("(IKPA)", "(IPKA)"),
        ("(IKI)", "(IIK)"),
    ];
    let mut ganti = GANTI.to_vec();
    ladang.acak.kocok(&mut ganti);
    for (dari, menjadi) in ganti {
        let Some(i) = ladang
            .pilih(|_, daun| daun.teks.contains(dari) && !matches!(daun.wadah, Wadah::Rumus(_)))
        else {
            continue;
        };
        return Some(satu(i, ladang.daun[i].teks.replacen(dari, menjadi, 1)));
    }
    None
}

/// A word twice; a noun twice would be a plural without its hyphen.
fn ganda(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    const KATA: &[&str] = &[
        "yang", "dan", "dari", "untuk", "dengan", "pada", "adalah", "dalam", "oleh", "atau",
        "tentang", "terhadap", "dapat", "telah",
    ];
    let ganda = |kata: &str| {
        KATA.contains(&kata)
            || (kata.starts_with("me") && kata.len() > 7 && kata.chars().all(char::is_lowercase))
    };
    let i = ladang.pilih(|_, daun| {
        let panjang = daun.teks.split(' ').count() > 8;
        prosa(daun.wadah) && daun.kunci.is_none() && panjang && daun.teks.split(' ').any(ganda)
    })?;
    let kata: Vec<&str> = ladang.daun[i].teks.split(' ').collect();
    let tempat: Vec<usize> = (0..kata.len()).filter(|&k| ganda(kata[k])).collect();
    let &k = ladang.acak.pilih(&tempat)?;
    let mut baru = kata.clone();
    baru.insert(k, kata[k]);
    Some(satu(i, baru.join(" ")))
}
