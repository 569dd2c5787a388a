use document::source::read::read;
use hukum::Hukum;

use crate::bacaan::{Bacaan, JenisBaris, Milik, Peran};
use crate::understand;

fn dengan<T>(teks: &str, lihat: impl Fn(&Bacaan) -> T) -> T {
    let hukum = Hukum::bawaan().expect("law data");
    let sumber = read(teks.as_bytes(), "contoh.txt");
    lihat(&understand(&sumber, &hukum))
}

/// Key, role, year and text of each statement.
fn isi(bacaan: &Bacaan) -> Vec<(String, Peran, Option<i16>, String)> {
    bacaan
        .pernyataan
        .iter()
        .filter(|p| matches!(p.asal, crate::bacaan::Asal::Tabel(_)))
        .map(|p| {
            (
                p.perihal.kunci.clone(),
                p.peran,
                p.tahun,
                bacaan.angka(p.angka).teks.clone(),
            )
        })
        .collect()
}

#[test]
fn years_stand_over_target_and_realisasi() {
    let teks = "Indikator Kinerja\t2021\t\t\t2022\t\t\n\
\tTarget\tRealisasi\tCapaian (%)\tTarget\tRealisasi\tCapaian (%)\n\
Indeks Kepuasan Masyarakat\t3,15\t3,61\t114,60%\t3,20\t3,98\t124,38%\n";
    let hasil = dengan(teks, isi);
    let ringkas: Vec<(Peran, Option<i16>, &str)> = hasil
        .iter()
        .map(|(_, p, t, s)| (*p, *t, s.as_str()))
        .collect();
    assert_eq!(
        ringkas,
        [
            (Peran::Target, Some(2021), "3,15"),
            (Peran::Realisasi, Some(2021), "3,61"),
            (Peran::Capaian, Some(2021), "114,60%"),
            (Peran::Target, Some(2022), "3,20"),
            (Peran::Realisasi, Some(2022), "3,98"),
            (Peran::Capaian, Some(2022), "124,38%"),
        ]
    );
    assert!(hasil.iter().all(|(kunci, ..)| kunci == "ikm"));
}

#[test]
fn numbered_names_in_a_cell_go_with_as_many_figures() {
    let teks = "No\tSasaran Kegiatan\tIndikator Kinerja Kegiatan\tTarget\n\
(1)\t(2)\t(3)\t(4)\n\
1\tMeningkatnya mutu\t1. Indeks Kepuasan Masyarakat 2. Persentase arsip tertata\t3,25 (Indeks) 90 (Persen)\n";
    let hasil = dengan(teks, isi);
    let ringkas: Vec<(&str, &str)> = hasil
        .iter()
        .map(|(k, _, _, s)| (k.as_str(), s.as_str()))
        .collect();
    assert_eq!(ringkas.len(), 2, "{hasil:?}");
    assert_eq!((ringkas[0].0, ringkas[1].0), ("ikm", "ars"));
}

#[test]
fn a_budget_has_a_ceiling_a_spending_and_a_share() {
    let teks = "Tabel 3 Realisasi Anggaran\n\n\
No\tUraian\tPagu\tRealisasi\t%\n\
1\tBelanja Pegawai\tRp1.000.000.000\tRp900.000.000\t90,00\n\
2\tBelanja Barang\tRp2.000.000.000\tRp1.900.000.000\t95,00\n\
\tJumlah\tRp3.000.000.000\tRp2.800.000.000\t93,33\n";
    let hasil = dengan(teks, isi);
    let kunci: Vec<(&str, Peran)> = hasil.iter().map(|(k, p, ..)| (k.as_str(), *p)).collect();
    assert_eq!(
        kunci,
        [
            ("belanja pegawai", Peran::Target),
            ("belanja pegawai", Peran::Realisasi),
            ("belanja pegawai", Peran::Capaian),
            ("belanja barang", Peran::Target),
            ("belanja barang", Peran::Realisasi),
            ("belanja barang", Peran::Capaian),
            ("total", Peran::Target),
            ("total", Peran::Realisasi),
            ("total", Peran::Capaian),
        ]
    );
}

#[test]
fn a_survey_by_months_has_parts_a_mean_and_respondents() {
    let teks = "Indeks Kepuasan Masyarakat tiap bulan:\n\n\
Unsur Layanan\tJAN\tFEB\n\
Informasi\t3,80\t3,90\n\
Persyaratan\t3,70\t3,90\n\
Waktu Penyelesaian\t3,60\t3,90\n\
Tarif/ Biaya\t3,70\t3,90\n\
Nilai SKM\t3,70\t3,90\n\
Responden\t40\t35\n";
    dengan(teks, |bacaan| {
        let jenis: Vec<JenisBaris> = bacaan.tabel[0].baris.iter().map(|b| b.jenis).collect();
        assert_eq!(jenis[0], JenisBaris::Kepala);
        assert_eq!(jenis[5], JenisBaris::Rerata);
        let responden: Vec<Option<u8>> = bacaan
            .pernyataan
            .iter()
            .filter(|p| p.perihal.jenis == crate::bacaan::JenisPerihal::Responden)
            .map(|p| p.bulan)
            .collect();
        assert_eq!(responden, [Some(1), Some(2)]);
    });
}

#[test]
fn other_offices_in_a_comparison_keep_their_figures() {
    let teks = "KANTOR IMIGRASI KELAS I TPI SEMARANG\n\n\
1. Indikator Kinerja Kegiatan Indeks Kepuasan Masyarakat\n\n\
Perbandingan:\n\n\
No\tSatuan Kerja\tNilai IKM\n\
1\tKantor Wilayah Jawa Tengah\t3,80\n\
2\tDirektorat Jenderal Imigrasi\t3,75\n";
    dengan(teks, |bacaan| {
        let milik: Vec<&Milik> = bacaan.pernyataan.iter().map(|p| &p.milik).collect();
        assert_eq!(milik.len(), 2, "{:?}", bacaan.pernyataan);
        assert!(milik.iter().all(|m| matches!(m, Milik::Lain(_))));
    });
}

#[test]
fn two_levels_of_headings_span_to_the_left() {
    let teks = "NO\tGOLONGAN\tPANGKAT\t\tTEKNIS\t\tJUMLAH\n\
\t\tA\tB\tLK\tPR\t\n\
1\tIII\t5\t6\t7\t4\t11\n\
2\tII\t1\t1\t1\t1\t2\n\
JUMLAH\t\t6\t7\t8\t5\t13\n";
    dengan(teks, |bacaan| {
        let tabel = &bacaan.tabel[0];
        let jalur: Vec<String> = tabel.kolom.iter().map(|k| k.jalur.join("/")).collect();
        assert_eq!(
            jalur,
            [
                "NO",
                "GOLONGAN",
                "PANGKAT/A",
                "PANGKAT/B",
                "TEKNIS/LK",
                "TEKNIS/PR",
                "JUMLAH"
            ]
        );
        assert_eq!(tabel.baris[4].jenis, JenisBaris::Total);
        assert_eq!(tabel.baris[4].label, "JUMLAH");
    });
}

#[test]
fn a_title_over_all_columns_tells_rows_of_the_same_name_apart() {
    let hukum = Hukum::bawaan().expect("law data");
    let teks = "<html><body><p>Indeks Kepuasan Masyarakat</p><table><thead><tr><th>Unsur</th><th>Bobot (%)</th>\
<th>Nilai</th></tr></thead><tbody><tr><td colspan=\"3\">Pengguna layanan, 13 responden</td></tr>\
<tr><td>Kecepatan</td><td>60</td><td>3,54</td></tr><tr><td>Kejelasan</td><td>40</td><td>3,60</td></tr>\
<tr><td colspan=\"3\">Mitra kerja, 8 responden</td></tr>\
<tr><td>Kecepatan</td><td>50</td><td>3,20</td></tr><tr><td>Kejelasan</td><td>50</td><td>3,30</td></tr>\
</tbody></table></body></html>";
    let sumber = read(teks.as_bytes(), "contoh.html");
    let bacaan = understand(&sumber, &hukum);
    let tabel = &bacaan.tabel[0];
    let peran: Vec<Option<Peran>> = tabel.kolom.iter().map(|k| k.peran).collect();
    assert_eq!(peran, [None, Some(Peran::Bobot), Some(Peran::Nilai)]);
    assert_eq!(tabel.baris[1].jenis, JenisBaris::Kelompok);
    let mut kunci: Vec<&str> = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.peran == Peran::Nilai)
        .map(|p| p.perihal.kunci.as_str())
        .collect();
    kunci.sort_unstable();
    kunci.dedup();
    assert_eq!(kunci.len(), 4, "{kunci:?}");
}

#[test]
fn an_agreement_of_another_year_has_targets_of_that_year() {
    let teks = "LAPORAN KINERJA TAHUN 2023\n\nKANTOR IMIGRASI KELAS II NON TPI SUKAMAJU\n\n\
LAMPIRAN\n\n1. Perjanjian Kinerja Tahun 2023\n2. Perjanjian Kinerja Tahun 2024\n\n\
PERJANJIAN KINERJA TAHUN 2024\nSasaran Kegiatan\tIndikator Kinerja Kegiatan\tTarget\n\
Meningkatnya mutu\tIndeks Kepuasan Masyarakat\t3,30 (Indeks)\n\tIndeks Kepuasan Internal\t3,14 (Indeks)\n";
    let tahun: Vec<Option<i16>> = dengan(teks, isi)
        .into_iter()
        .map(|(_, _, t, _)| t)
        .collect();
    assert_eq!(tahun, [Some(2024), Some(2024)]);
}

#[test]
fn an_indicator_that_is_a_mean_itself_is_no_row_of_means() {
    let teks = "Indikator\tTarget\tRealisasi\tCapaian\n\
Jumlah berkas selesai\t100\t110\t110,00%\nRata-rata waktu pelayanan\t5,0\t4,0\t120,00%\n\
Nilai SAKIP\t80,00\t82,00\t102,50%\nRata-rata capaian\t\t\t110,83%\n";
    let jenis = dengan(teks, |b| {
        b.tabel[0].baris.iter().map(|r| r.jenis).collect::<Vec<_>>()
    });
    assert_eq!(
        jenis[1..],
        [
            JenisBaris::Isi,
            JenisBaris::Isi,
            JenisBaris::Isi,
            JenisBaris::Rerata
        ]
    );
}

#[test]
fn a_short_name_in_capitals_over_a_sum_is_an_ordinary_row() {
    let teks = "Golongan\tLaki-laki\tPerempuan\tJumlah\nIV\t2\t0\t2\nIII\t17\t9\t26\nII\t11\t5\t16\n\
PPPK\t3\t2\t5\nJumlah\t33\t16\t49\n";
    let jenis = dengan(teks, |b| {
        b.tabel[0].baris.iter().map(|r| r.jenis).collect::<Vec<_>>()
    });
    assert_eq!(jenis[4], JenisBaris::Isi);
    assert_eq!(jenis[5], JenisBaris::Total);
}

#[test]
fn the_end_score_of_weighted_components_is_their_sum() {
    let teks = "Komponen\tBobot\tNilai\nPerencanaan\t30\t24,10\nPengukuran\t30\t22,05\n\
Pelaporan\t15\t11,40\nEvaluasi\t25\t17,80\nNilai akhir\t100\t75,35\n";
    dengan(teks, |b| {
        assert_eq!(b.tabel[0].baris[5].jenis, JenisBaris::Total);
    });
    let teks = "Unsur\tBobot (%)\tNilai\tNilai x Bobot\nKecepatan\t60\t3,50\t2,10\nKejelasan\t40\t3,25\t1,30\n";
    dengan(teks, |b| {
        let peran: Vec<Option<Peran>> = b.tabel[0].kolom.iter().map(|k| k.peran).collect();
        assert_eq!(peran, [None, Some(Peran::Bobot), Some(Peran::Nilai), None]);
    });
}

#[test]
fn an_achievement_beside_absorption_is_not_of_the_money() {
    let teks = "Sasaran\tCapaian (%)\tPagu (Rp)\tRealisasi (Rp)\tPenyerapan (%)\n\
Meningkatnya mutu layanan\t104,50\t2.000.000.000\t1.900.000.000\t95,00\n\
Tertibnya arsip\t98,00\t1.000.000.000\t990.000.000\t99,00\n";
    let capaian: Vec<String> = dengan(teks, isi)
        .into_iter()
        .filter(|(_, p, _, _)| *p == Peran::Capaian)
        .map(|(_, _, _, s)| s)
        .collect();
    assert_eq!(capaian, ["95,00", "99,00"]);
}

#[test]
fn an_indicator_named_as_a_mean_is_an_indicator() {
    let teks = "Indikator\tTarget\tRealisasi\tCapaian\n\
Rata-rata waktu pelayanan\t5,0\t4,0\t120,00%\nNilai SAKIP\t80,00\t82,00\t102,50%\n\
Rata-rata capaian\t\t\t111,25%\n";
    let nama = dengan(teks, |b| {
        b.indikator
            .iter()
            .map(|i| i.nama.clone())
            .collect::<Vec<_>>()
    });
    assert_eq!(nama, ["Rata-rata waktu pelayanan", "Nilai SAKIP"]);
}

#[test]
fn targets_of_a_plan_are_not_those_of_the_year() {
    let teks = "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\n\
BAB II PERENCANAAN KINERJA\n\n\
Tabel 1. Rencana strategis\n\n\
Indikator Kinerja\tTarget\nIndeks Kepuasan Masyarakat\t3,40\n\n\
Tabel 2. Perjanjian Kinerja Tahun 2023\n\n\
Indikator Kinerja\tTarget\nIndeks Kepuasan Masyarakat\t3,25\n";
    let tahun: Vec<(Option<i16>, String)> = dengan(teks, isi)
        .into_iter()
        .map(|(_, _, tahun, teks)| (tahun, teks))
        .collect();
    assert_eq!(
        tahun,
        [(None, "3,40".to_owned()), (Some(2023), "3,25".to_owned())]
    );
}
