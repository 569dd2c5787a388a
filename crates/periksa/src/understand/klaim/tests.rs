//! Sentences, and what their words claim.

use document::source::read;
use hukum::Hukum;

use crate::bacaan::{AngkaId, Arah, Bacaan, Cacahan, IsiKlaim, Klaim};

const PEMBUKA: &str = "LAPORAN KINERJA BADAN PUSAT STATISTIK KABUPATEN AWAN TAHUN 2023

BAB III AKUNTABILITAS KINERJA

A. Capaian Kinerja

No\tSasaran\tIndikator Kinerja\tTarget\tRealisasi\tCapaian
1\tMeningkatnya kualitas layanan\tIndeks Kepuasan Masyarakat\t3,25\t3,60\t110,77%
2\tMeningkatnya tata kelola\tNilai SAKIP\t72,00\t70,50\t97,92%

Unsur Layanan\tNilai
Persyaratan\t3,52
Waktu Penyelesaian\t3,40
Sarana dan Prasarana\t3,71";

fn ringkas(kalimat: &str) -> String {
    let hukum = Hukum::bawaan().expect("law data");
    let teks = format!("{PEMBUKA}\n\n{kalimat}\n");
    let sumber = read::read(teks.as_bytes(), "laporan.txt");
    let bacaan = crate::understand(&sumber, &hukum);
    bacaan
        .klaim
        .iter()
        .map(|k| satu(&bacaan, k))
        .collect::<Vec<_>>()
        .join(" | ")
}

fn satu(bacaan: &Bacaan, klaim: &Klaim) -> String {
    let angka = |nama: &str, id: Option<AngkaId>| {
        id.map(|id| format!(" {nama}={}", bacaan.angka(id).teks))
            .unwrap_or_default()
    };
    let arah = |arah: Arah| match arah {
        Arah::Naik => "naik",
        Arah::Turun => "turun",
        Arah::Tetap => "tetap",
    };
    let hal = klaim
        .perihal
        .as_ref()
        .map_or_else(|| "?".to_owned(), |p| p.kunci.clone());
    let isi = match &klaim.isi {
        IsiKlaim::Perubahan {
            arah: a,
            dari,
            tahun_dari,
            ke,
            sebesar,
        } => format!(
            "{}{}{}{}{}",
            arah(*a),
            angka("dari", *dari),
            tahun_dari.map(|t| format!(" ({t})")).unwrap_or_default(),
            angka("ke", *ke),
            angka("sebesar", *sebesar)
        ),
        IsiKlaim::Konsisten { arah: a, deret } => format!(
            "{}{}",
            a.map_or_else(
                || "berfluktuasi".to_owned(),
                |a| format!("konsisten {}", arah(a))
            ),
            deret
                .iter()
                .map(|(tahun, id)| format!(" {}={}", tahun, bacaan.angka(*id).teks))
                .collect::<String>()
        ),
        IsiKlaim::Tercapai { ya, melampaui } => format!(
            "{}{}",
            if *ya { "tercapai" } else { "tidak tercapai" },
            if *melampaui { "+" } else { "" }
        ),
        IsiKlaim::Banding {
            lebih_tinggi,
            kiri,
            kanan,
            selisih,
        } => format!(
            "{}{}{}{}",
            if *lebih_tinggi {
                "lebih tinggi"
            } else {
                "lebih rendah"
            },
            angka("kiri", *kiri),
            angka("kanan", *kanan),
            angka("selisih", *selisih)
        ),
        IsiKlaim::Ujung {
            tertinggi,
            nama,
            angka: id,
            deret,
        } => format!(
            "{} {nama}{} dari {:?}",
            if *tertinggi { "tertinggi" } else { "terendah" },
            angka("nilai", *id),
            deret.iter().map(|d| d.semua.len()).collect::<Vec<_>>()
        ),
        IsiKlaim::Kategori {
            kategori,
            angka: id,
            ..
        } => format!("kategori {kategori}{}", angka("nilai", *id)),
        IsiKlaim::Cacah {
            banyak,
            benda,
            golongan,
            daftar,
            ..
        } => match golongan {
            Cacahan::Lain => format!("{banyak} {benda}: {}", daftar.len()),
            lain => format!("{banyak} {benda} {lain:?}: {}", daftar.len()),
        },
        IsiKlaim::RespondenMinimum {
            bulan,
            kecuali,
            minimum,
            responden,
            tercapai,
        } => format!(
            "minimum{}{} bulan={bulan:?} kecuali={kecuali:?} {tercapai}",
            angka("batas", *minimum),
            angka("responden", *responden)
        ),
    };
    format!("{hal}: {isi}")
}

fn uji(kasus: &[(&str, &str)]) {
    let keluhan: Vec<String> = kasus
        .iter()
        .filter_map(|(kalimat, harapan)| {
            let nyata = ringkas(kalimat);
            (nyata != *harapan)
                .then(|| format!("{kalimat}\n  got      {nyata}\n  expected {harapan}"))
        })
        .collect();
    assert!(keluhan.is_empty(), "\n{}", keluhan.join("\n"));
}

#[test]
fn a_change_binds_its_numbers_by_their_years() {
    uji(&[
        (
            "Realisasi Indeks Kepuasan Masyarakat tahun 2023 sebesar 3,60 mengalami peningkatan dibandingkan tahun 2022 sebesar 3,50.",
            "ikm: naik dari=3,50 (2022) ke=3,60",
        ),
        (
            "Indeks Kepuasan Masyarakat naik dari 3,50 pada tahun 2022 menjadi 3,60 pada tahun 2023.",
            "ikm: naik dari=3,50 (2022) ke=3,60",
        ),
        (
            "Realisasi Indeks Kepuasan Masyarakat tahun 2023 sebesar 3,60. Capaian ini mengalami penurunan dari capaian tahun 2022 sebesar 3,70 atau mengalami penurunan sebesar 2,7%.",
            "ikm: turun dari=3,70 (2022) ke=3,60 sebesar=2,7% | ikm: turun dari=3,70 (2022) ke=3,60 sebesar=2,7%",
        ),
        (
            "Dibandingkan tahun 2022 sebesar 3,50, realisasi Indeks Kepuasan Masyarakat mengalami kenaikan dengan nilai sebesar 3,60 indeks.",
            "ikm: naik dari=3,50 (2022) ke=3,60",
        ),
        (
            "Sisa perkara tahun 2023 sebanyak 14 perkara, menurun dibandingkan tahun 2022.",
            "?: turun (2022)",
        ),
        (
            "Nilai SAKIP tahun 2023 menurun dibandingkan tahun sebelumnya.",
            "indikator-1: turun (2022)",
        ),
        (
            "Berdasarkan hasil perbandingan dengan nilai tahun 2022 sebesar 3,50 dan 2021 sebesar 3,40, realisasi Indeks Kepuasan Masyarakat tahun 2023 mengalami peningkatan dengan nilai sebesar 3,60.",
            "ikm: naik dari=3,50 (2022) ke=3,60",
        ),
    ]);
}

#[test]
fn the_numbers_of_the_sentence_decide_whatever_they_measure() {
    uji(&[
        (
            "Jumlah kelompok tani naik dari 41 kelompok pada tahun 2022 menjadi 37 kelompok.",
            "?: naik dari=41 (2022) ke=37",
        ),
        (
            "Terdaftar 512 kapal, turun dari 498 kapal pada tahun 2022.",
            "?: turun dari=498 (2022) ke=512",
        ),
        (
            "Seluruh 21 embung terpelihara (100,00%), berkurang 2 unit dari tahun 2022 sebanyak 19 unit dan tahun 2021 sebanyak 18 unit.",
            "?: turun dari=19 (2022) ke=21 sebesar=2",
        ),
        (
            "Dari target 9 dokumen terselesaikan 7 dokumen, meningkat dibandingkan tahun 2022 sebanyak 8 dokumen.",
            "?: naik dari=8 (2022) ke=7",
        ),
        // A share, a plan and another unit are no earlier value.
        ("Penyaluran 38 dari 54 usulan meningkat.", "?: naik"),
        (
            "Panjang jalan 12 km naik dari Rp450.000.000 pada tahun 2022.",
            "?: naik dari=Rp450.000.000 (2022)",
        ),
        (
            "Panjang saluran tahun 2021 (42,15 km) dan 2022 (46,80 km) terus berkurang.",
            "?: konsisten turun 2021=42,15 2022=46,80",
        ),
        (
            "Tangkapan tahun 2021, 2022, dan 2023 berturut-turut 310 ton, 290 ton, dan 255 ton, artinya berfluktuasi.",
            "?: berfluktuasi 2021=310 2022=290 2023=255",
        ),
    ]);
}

#[test]
fn hopes_plans_and_names_of_goals_are_no_claims() {
    uji(&[
        ("Nilai SAKIP diharapkan meningkat pada tahun 2024.", ""),
        ("Sasaran pertama adalah meningkatnya kualitas layanan.", ""),
        (
            "Upaya peningkatan kualitas layanan terus dilakukan untuk mencapai target.",
            "",
        ),
        (
            "Capaian ini mengalami [peningkatan/penurunan] dari tahun 2022.",
            "",
        ),
        (
            "Catatan diberikan apabila jumlah responden belum mencapai ketentuan minimal 30.",
            "",
        ),
        (
            "Agar Indeks Kepuasan Masyarakat terus meningkat, loket ditambah.",
            "",
        ),
    ]);
}

#[test]
fn targets_are_said_to_be_reached_or_missed() {
    uji(&[
        (
            "Target Indeks Kepuasan Masyarakat tahun 2023 telah tercapai.",
            "ikm: tercapai",
        ),
        (
            "Realisasi Nilai SAKIP belum mencapai target yang ditetapkan.",
            "indikator-1: tidak tercapai",
        ),
        (
            "Seluruh indikator kinerja telah melampaui target.",
            "semua: tercapai+",
        ),
        (
            "Sebanyak 2 (dua) indikator kinerja telah mencapai target.",
            "semua: tercapai | ?: 2 indikator Tercapai: 0",
        ),
        (
            "Satu indikator belum mencapai target, sedangkan Nilai SAKIP telah tercapai 97,92% dari target.",
            "?: tidak tercapai | ?: 1 indikator BelumTercapai: 0",
        ),
        (
            "Sebanyak 1 dari 2 indikator telah mencapai target.",
            "?: tercapai",
        ),
        (
            "Realisasi Nilai SAKIP berada di bawah target.",
            "indikator-1: lebih rendah kiri=70,50 kanan=72,00",
        ),
    ]);
}

#[test]
fn one_number_is_set_against_another() {
    uji(&[
        (
            "Nilai SAKIP tahun 2023 sebesar 70,50 lebih rendah dibandingkan dengan nilai SAKIP Kabupaten Bukit sebesar 74,00.",
            "indikator-1: lebih rendah kiri=70,50 kanan=74,00",
        ),
        (
            "Jika dibandingkan dengan nilai SAKIP Kabupaten Bukit tahun 2023 sebesar 74,00, maka nilai SAKIP BPS Kabupaten Awan lebih kecil 3,50 poin.",
            "indikator-1: lebih rendah kiri=70,50 kanan=74,00 selisih=3,50",
        ),
    ]);
}

#[test]
fn ends_and_categories_are_named() {
    uji(&[
        (
            "Unsur dengan nilai terendah adalah Waktu Penyelesaian sebesar 3,40.",
            "?: terendah Waktu Penyelesaian nilai=3,40 dari [3]",
        ),
        (
            "Nilai tertinggi terdapat pada unsur Sarana dan Prasarana dan nilai terendah pada unsur Persyaratan.",
            "?: tertinggi Sarana dan Prasarana dari [3] | ?: terendah Persyaratan dari [3]",
        ),
        (
            "Realisasi Indeks Kepuasan Masyarakat sebesar 3,60 berada dalam kategori \"Sangat Baik\".",
            "ikm: kategori sangat baik nilai=3,60",
        ),
        (
            "Nilai SAKIP tahun 2023 memperoleh predikat BB.",
            "indikator-1: kategori bb",
        ),
        (
            "Skor dibagi dalam kategori tidak baik sampai dengan sangat baik.",
            "",
        ),
    ]);
}

#[test]
fn things_are_counted_with_their_list() {
    uji(&[
        (
            "Survei ini terdiri dari 3 (tiga) unsur layanan, yaitu Persyaratan, Waktu Penyelesaian, serta Sarana dan Prasarana.",
            "?: 3 unsur: 3",
        ),
        (
            "Kantor ini memiliki 2 (dua) seksi, yaitu:\n\n1. Seksi Produksi; dan\n2. Seksi Distribusi.",
            "?: 2 seksi: 2",
        ),
        (
            "Camat dibantu oleh satu sekretariat dan empat seksi, yaitu Seksi Umum, Seksi Sosial, dan Seksi Tata Tertib.",
            "?: 4 seksi: 3",
        ),
        (
            "Dari tujuh indikator, lima indikator mencapai target, dan dua belum.",
            "?: tercapai | ?: 7 indikator Semua: 0 | ?: 5 indikator Tercapai: 0 | ?: 2 indikator BelumTercapai: 0",
        ),
        (
            "Ada 4 (empat) unsur yang nilainya di bawah rata-rata.",
            "?: 4 unsur DiBawahRerata: 0",
        ),
        (
            "Terdapat 5 inovasi, antara lain loket keliling dan antrean daring.",
            "",
        ),
        (
            "Renstra berlaku 5 (lima) tahun, yaitu 2020 sampai dengan 2024.",
            "",
        ),
    ]);
}

#[test]
fn the_least_number_of_respondents_is_claimed_or_denied() {
    uji(&[
        (
            "Pada bulan April 2023 jumlah responden Indeks Kepuasan Masyarakat belum mencapai ketentuan minimal 30.",
            "ikm: minimum batas=30 bulan=[4] kecuali=[] false",
        ),
        (
            "Jumlah responden Indeks Kepuasan Masyarakat setiap bulan telah memenuhi ketentuan minimal 30 responden.",
            "ikm: minimum batas=30 bulan=[] kecuali=[] true",
        ),
    ]);
}
