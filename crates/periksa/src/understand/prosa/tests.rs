//! Sentences of reports by several kinds of office, and what their numbers say.

use document::source::read;
use hukum::Hukum;

use crate::bacaan::{Asal, Milik, Pernyataan};

/// The statements of a sentence, one group after another: "ikm 2023 Realisasi=3,95 Target=3,25 | …".
fn ringkas(pembuka: &str, kalimat: &str) -> String {
    let hukum = Hukum::bawaan().expect("law data");
    let teks = format!("{pembuka}\n\n{kalimat}\n");
    let sumber = read::read(teks.as_bytes(), "laporan.txt");
    let bacaan = crate::understand(&sumber, &hukum);
    let awal = pembuka.lines().count();
    let baris = |p: &&Pernyataan| {
        matches!(p.asal, Asal::Kalimat(_))
            && bacaan.titik(&bacaan.angka(p.angka).letak).rentang[0].0.line as usize > awal
    };
    let mut hasil = String::new();
    let mut kepala = String::new();
    for p in bacaan.pernyataan.iter().filter(baris) {
        let milik = match &p.milik {
            Milik::Sendiri => String::new(),
            Milik::Lain(nama) => format!(" @{nama}"),
        };
        let bulan = p.bulan.map(|b| format!("-{b}")).unwrap_or_default();
        let tahun = p.tahun.map(|t| t.to_string()).unwrap_or_default();
        let ini = format!("{} {tahun}{bulan}{milik} k{}", p.perihal.kunci, p.kelompok);
        if ini != kepala {
            if !hasil.is_empty() {
                hasil.push_str(" | ");
            }
            hasil.push_str(&format!("{} {tahun}{bulan}{milik}", p.perihal.kunci));
            kepala = ini;
        }
        hasil.push_str(&format!(" {:?}={}", p.peran, bacaan.angka(p.angka).teks));
    }
    hasil
}

const KANIM: &str = "LAPORAN KINERJA KANTOR IMIGRASI KELAS II NON TPI KOTA BARU TAHUN 2023

BAB III AKUNTABILITAS KINERJA

A. Capaian Kinerja

No\tSasaran Kegiatan\tIndikator Kinerja Kegiatan\tTarget\tRealisasi\tCapaian
1\tMeningkatnya kualitas layanan\tIndeks Kepuasan Masyarakat terhadap Layanan Keimigrasian di Wilayah\t3,25\t3,60\t110,77%
2\tMeningkatnya keamanan\tIndeks Pengamanan Keimigrasian di Wilayah\t3,13\t3,20\t102,24%";

const DINAS: &str = "LAPORAN KINERJA DINAS KESEHATAN KABUPATEN AWAN TAHUN 2022

BAB III AKUNTABILITAS KINERJA

A. Capaian Kinerja

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget\tRealisasi\tCapaian
1\tMeningkatnya derajat kesehatan\tPersentase Ibu Hamil yang Mendapat Pelayanan Lengkap\tPersen\t90\t92\t102,22
2\tMeningkatnya tata kelola\tNilai SAKIP\tNilai\t72,00\t70,50\t97,92";

fn uji(pembuka: &str, kasus: &[(&str, &str)]) {
    let keluhan: Vec<String> = kasus
        .iter()
        .filter_map(|(kalimat, harapan)| {
            let nyata = ringkas(pembuka, kalimat);
            (nyata != *harapan)
                .then(|| format!("{kalimat}\n  got      {nyata}\n  expected {harapan}"))
        })
        .collect();
    assert!(keluhan.is_empty(), "\n{}", keluhan.join("\n"));
}

#[test]
fn result_target_and_share_of_one_sentence_belong_together() {
    uji(
        KANIM,
        &[
            (
                "Indeks Kepuasan Masyarakat terhadap Layanan Keimigrasian memperoleh hasil sebesar 3,60 indeks dari target 3,25 indeks atau 110,77%.",
                "ikm 2023 Realisasi=3,60 Target=3,25 Capaian=110,77%",
            ),
            (
                "Realisasi Indeks Pengamanan Keimigrasian adalah sebesar 3,20 dari target sebesar 3,13 atau dengan capaian sebesar 102,24%.",
                "ipk 2023 Realisasi=3,20 Target=3,13 Capaian=102,24%",
            ),
            (
                "Dengan target 3,25, nilai IKM tahun 2023 mencapai 3,60 sehingga capaiannya 110,77%.",
                "ikm 2023 Target=3,25 Realisasi=3,60 Capaian=110,77%",
            ),
            (
                "Target Indeks Kepuasan Masyarakat tahun 2023 adalah 3,25 dan terealisasi sebesar 3,60 (110,77%).",
                "ikm 2023 Target=3,25 Realisasi=3,60 Capaian=110,77%",
            ),
            (
                "Capaian Indeks Pengamanan Keimigrasian tahun 2023 sebesar 102,24%.",
                "ipk 2023 Capaian=102,24%",
            ),
        ],
    );
}

#[test]
fn each_number_has_the_year_of_its_own_phrase() {
    uji(
        KANIM,
        &[
            (
                "Dibandingkan dengan nilai Indeks Kepuasan Masyarakat tahun 2022 sebesar 3,50 dan 2021 sebesar 3,40, realisasi tahun 2023 sebesar 3,60.",
                "ikm 2022 Realisasi=3,50 | ikm 2021 Realisasi=3,40 | ikm 2023 Realisasi=3,60",
            ),
            (
                "Indeks Kepuasan Masyarakat naik dari 3,50 pada tahun 2022 menjadi 3,60 pada tahun 2023.",
                "ikm 2022 Realisasi=3,50 | ikm 2023 Realisasi=3,60",
            ),
            (
                "Indeks Kepuasan Masyarakat tahun sebelumnya sebesar 3,50.",
                "ikm 2022 Realisasi=3,50",
            ),
            (
                "Indeks Kepuasan Masyarakat mengalami peningkatan dari capaian tahun 2022 sebesar 3,50 indeks dari target 3,20 indeks atau mengalami peningkatan sebesar 0,10 poin.",
                "ikm 2022 Realisasi=3,50 Target=3,20 | ikm 2023 Perubahan=0,10",
            ),
            (
                "Realisasi Indeks Kepuasan Masyarakat tahun 2023 sebesar 3,60, meningkat 0,10 poin dari tahun 2022 yang sebesar 3,50.",
                "ikm 2023 Realisasi=3,60 | ikm 2023 Perubahan=0,10 | ikm 2022 Realisasi=3,50",
            ),
        ],
    );
}

#[test]
fn a_target_of_a_year_to_come_is_the_plans() {
    uji(
        KANIM,
        &[
            (
                "Target nilai Indeks Kepuasan Masyarakat tahun 2024 adalah sebesar 3,30 sementara realisasi di tahun 2023 adalah sebesar 3,60 indeks atau nilai capaian sebesar 109,09%.",
                "ikm 2024 TargetJangkaMenengah=3,30 | ikm 2023 Realisasi=3,60 CapaianJangkaMenengah=109,09%",
            ),
            (
                "Dibandingkan target jangka menengah Renstra 2020-2024 sebesar 3,30, realisasi Indeks Kepuasan Masyarakat tahun 2023 sebesar 3,60.",
                "ikm 2024 TargetJangkaMenengah=3,30 | ikm 2023 Realisasi=3,60",
            ),
        ],
    );
}

#[test]
fn a_number_belongs_to_the_body_that_its_phrase_names() {
    uji(
        KANIM,
        &[
            (
                "Jika dibandingkan dengan hasil Indeks Kepuasan Masyarakat Kantor Wilayah Sumatera Tengah tahun 2023 sebesar 3,70, nilai Indeks Kepuasan Masyarakat Kantor Imigrasi Kelas II Non TPI Kota Baru sebesar 3,60.",
                "ikm 2023 @kantor wilayah sumatera tengah Realisasi=3,70 | ikm 2023 Realisasi=3,60",
            ),
            (
                "Sebagai satuan kerja di bawah Kantor Wilayah Sumatera Tengah, realisasi Indeks Kepuasan Masyarakat tahun 2023 sebesar 3,60.",
                "ikm 2023 Realisasi=3,60",
            ),
            (
                "Rata-rata nilai Indeks Kepuasan Masyarakat nasional sebesar 3,55.",
                "ikm 2023 @nasional Realisasi=3,55",
            ),
        ],
    );
}

#[test]
fn budget_lines_are_told_from_the_whole() {
    uji(
        KANIM,
        &[
            (
                "Realisasi belanja tahun 2023 adalah sebesar Rp9.500.000.000,- atau 95,00% dari total anggaran Rp10.000.000.000,-.",
                "total 2023 Realisasi=Rp9.500.000.000,- Capaian=95,00% Target=Rp10.000.000.000,-",
            ),
            (
                "Alokasi anggarannya terdiri atas belanja pegawai sebesar Rp3.000.000.000,-, belanja barang sebesar Rp6.000.000.000,-, dan belanja modal sebesar Rp1.000.000.000,-.",
                "belanja pegawai 2023 Target=Rp3.000.000.000,- | belanja barang 2023 Target=Rp6.000.000.000,- | belanja modal 2023 Target=Rp1.000.000.000,-",
            ),
            (
                "Realisasi PNBP tahun 2023 sebesar Rp22.000.000.000,- atau 110% dari target sebesar Rp20.000.000.000,-.",
                "pnbp 2023 Realisasi=Rp22.000.000.000,- Capaian=110% Target=Rp20.000.000.000,-",
            ),
            (
                "Kegiatan sosialisasi paspor menghabiskan biaya sebesar Rp25.000.000,-.",
                "",
            ),
        ],
    );
}

#[test]
fn shares_of_an_indicator_in_percent_are_results() {
    uji(
        DINAS,
        &[
            (
                "Realisasi Persentase Ibu Hamil yang Mendapat Pelayanan Lengkap sebesar 92% dari target 90% atau capaian 102,22%.",
                "indikator-0 2022 Realisasi=92% Target=90% Capaian=102,22%",
            ),
            (
                "Nilai SAKIP Dinas Kesehatan Kabupaten Awan tahun 2022 sebesar 70,50 dengan target 72,00.",
                "indikator-1 2022 Realisasi=70,50 Target=72,00",
            ),
            (
                "Nilai SAKIP Kabupaten Bukit tahun 2022 sebesar 74,10.",
                "indikator-1 2022 @kabupaten bukit Realisasi=74,10",
            ),
        ],
    );
}

#[test]
fn two_values_of_a_change_have_one_role() {
    uji(
        DINAS,
        &[
            (
                "Persentase Ibu Hamil yang Mendapat Pelayanan Lengkap naik 2 poin dari 90% pada tahun 2021 menjadi 92% pada tahun 2022.",
                "indikator-0 2022 Perubahan=2 | indikator-0 2021 Realisasi=90% | indikator-0 2022 Realisasi=92%",
            ),
            (
                "Persentase Ibu Hamil yang Mendapat Pelayanan Lengkap tahun 2022 sebesar 92% telah mencapai 96,84% dari target akhir RPJMD tahun 2026 sebesar 95%.",
                "indikator-0 2022 Realisasi=92% CapaianJangkaMenengah=96,84% | indikator-0 2026 TargetJangkaMenengah=95%",
            ),
            (
                "Realisasi anggaran sebesar Rp960.000.000 dari pagu Rp1.000.000.000 atau 96,00% sehingga sisa anggaran sebesar Rp40.000.000.",
                "total 2022 Realisasi=Rp960.000.000 Target=Rp1.000.000.000 Capaian=96,00% Sisa=Rp40.000.000",
            ),
        ],
    );
}

#[test]
fn staff_and_respondents_are_counted_apart() {
    uji(
        DINAS,
        &[(
            "Dinas Kesehatan Kabupaten Awan didukung oleh sumber daya manusia sejumlah 68 orang pegawai, dengan formasi 1 orang Eselon III dan 5 orang Eselon IV.",
            "jumlah 2022 Jumlah=68 | eselon iii 2022 Jumlah=1 | eselon iv 2022 Jumlah=5",
        )],
    );
    uji(
        KANIM,
        &[(
            "Survei Indeks Kepuasan Masyarakat bulan April diikuti oleh 41 responden.",
            "ikm 2023-4 Jumlah=41",
        )],
    );
}

#[test]
fn what_cannot_be_told_is_not_said() {
    uji(
        KANIM,
        &[
            (
                "Nilai Indeks Kepuasan Masyarakat lebih tinggi 0,05 poin dari rata-rata.",
                "",
            ),
            (
                "Sebagai contoh, realisasi Indeks Kepuasan Masyarakat sebesar 3,90 dari target 3,00.",
                "",
            ),
            (
                "Capaian ini mengalami [peningkatan/penurunan] dari capaian tahun 2022 sebesar [capaian 2022].",
                "",
            ),
        ],
    );
}

#[test]
fn what_stands_beside_an_indicator_is_not_its_own_value() {
    uji(
        DINAS,
        &[
            (
                "Persentase Ibu Hamil yang Mendapat Pelayanan Lengkap tahun 2022, 2021, dan 2020 berturut-turut 92%, 90%, dan 87%.",
                "indikator-0 2022 Realisasi=92% | indikator-0 2021 Realisasi=90% | indikator-0 2020 Realisasi=87%",
            ),
            (
                "Persentase Ibu Hamil yang Mendapat Pelayanan Lengkap ditingkatkan menjadi 92% dari 90% pada tahun 2021.",
                "indikator-0 2022 Realisasi=92% | indikator-0 2021 Realisasi=90%",
            ),
            (
                "Persentase Ibu Hamil yang Mendapat Pelayanan Lengkap: jumlah ibu hamil yang dilayani sebanyak 1.840 dari 2.000 orang.",
                "",
            ),
            (
                "Nilai SAKIP sebesar 70,50. Hasil audit kearsipan oleh Arsip Daerah memperoleh nilai 64,20.",
                "indikator-1 2022 Realisasi=70,50",
            ),
            (
                "Nilai SAKIP 70,50 dari target 72,00. Target akhir 75,00.",
                "indikator-1 2022 Realisasi=70,50 Target=72,00 | indikator-1  TargetJangkaMenengah=75,00",
            ),
            (
                "Capaian Nilai SAKIP 97,92% dengan serapan 98,40% menunjukkan efisiensi.",
                "indikator-1 2022 Capaian=97,92%",
            ),
        ],
    );
}

#[test]
fn ceilings_have_stages_and_changes_are_no_shares() {
    uji(
        DINAS,
        &[
            (
                "Pagu awal sebesar Rp900.000.000 direvisi menjadi Rp1.000.000.000.",
                "total 2022 Target=Rp1.000.000.000",
            ),
            (
                "Realisasi anggaran tahun 2022 meningkat Rp60.000.000 atau 6,67% dibandingkan tahun 2021.",
                "total 2022 Perubahan=Rp60.000.000 | total 2022 Perubahan=6,67%",
            ),
            (
                "Untuk sasaran tersebut, anggaran Rp960.000.000 dari pagu Rp1.000.000.000 menghasilkan capaian 102,22%.",
                "",
            ),
            (
                "Anggaran Rp960.000.000 dari pagu Rp1.000.000.000 menghasilkan capaian 102,22%.",
                "total 2022 Realisasi=Rp960.000.000 Target=Rp1.000.000.000",
            ),
            (
                "Belanja pegawai terealisasi Rp400.000.000 dari Rp410.000.000 (97,56%) dan belanja modal Rp95.000.000 dari Rp100.000.000 (95,00%).",
                "belanja pegawai 2022 Realisasi=Rp400.000.000 Target=Rp410.000.000 Capaian=97,56% | belanja modal 2022 Realisasi=Rp95.000.000 Target=Rp100.000.000 Capaian=95,00%",
            ),
        ],
    );
}

#[test]
fn parts_of_those_asked_and_of_the_staff_are_not_the_whole() {
    uji(
        DINAS,
        &[(
            "Dinas didukung oleh 68 orang pegawai, terdiri atas 40 laki-laki dan 28 perempuan, dengan 1 orang pada Eselon II dan 5 orang pada Eselon III.",
            "jumlah 2022 Jumlah=68 | eselon ii 2022 Jumlah=1 | eselon iii 2022 Jumlah=5",
        )],
    );
    uji(
        KANIM,
        &[(
            "Indeks Pengamanan Keimigrasian dinilai oleh responden eksternal sebanyak 46 orang dan responden internal sebanyak 24 orang.",
            "",
        )],
    );
}
