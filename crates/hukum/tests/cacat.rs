//! Claims about defective data files: all defects at once, each with its file, in Indonesian.

use hukum::{Hukum, Masalah};
use proptest::prelude::*;
use rust_decimal::Decimal;

const REGULASI: (&str, &str) = (
    "regulasi/uji/regulasi.toml",
    "sebutan = \"Peraturan Uji\"\nsingkatan = \"Uji 1\"\ntentang = \"Uji\"\nstatus = \"terverifikasi\"\n",
);

fn nilai(kode: &str, masa: &str, isi: &str) -> String {
    format!(
        "[[ketentuan]]\nkode = \"{kode}\"\njudul = \"Uji\"\nkutipan = \"Pasal 1\"\n{masa}\nstatus = \"terverifikasi\"\nsumber = \"uji\"\n{isi}\n\n"
    )
}

fn baca(isi: &str) -> Result<Hukum, Vec<Masalah>> {
    Hukum::dari_berkas([REGULASI, ("regulasi/uji/nilai.toml", isi)])
}

#[track_caller]
fn pesan(isi: &str) -> String {
    let masalah = match baca(isi) {
        Ok(_) => panic!("data cacat diterima: {isi}"),
        Err(masalah) => masalah,
    };
    masalah
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn tolak(isi: &str, sebab: &str) {
    let pesan = pesan(isi);
    assert!(pesan.contains(sebab), "{pesan}");
    assert!(pesan.contains("regulasi/uji/nilai.toml"), "{pesan}");
}

#[test]
fn all_defects_of_a_file_are_reported_at_once() {
    let isi = [
        nilai("a", "mulai = 2020", "angka = \"0,435\""),
        nilai("b", "mulai = 2020", "angka = 5"),
        nilai("c", "mulai = 2020", "angka = \"5\"\nwarna = \"biru\""),
        nilai("d", "mulai = 2021\nsampai = 2020", "angka = \"5\""),
        nilai("e", "mulai = 2020", ""),
    ]
    .concat();
    let pesan = pesan(&isi);
    assert_eq!(pesan.lines().count(), 5, "{pesan}");
    for sebab in [
        "\"0,435\" bukan angka",
        "bilangan bulat `5`",
        "warna",
        "lebih awal",
        "tepat satu dari",
    ] {
        assert!(pesan.contains(sebab), "{sebab} tidak ada pada:\n{pesan}");
    }
}

#[test]
fn a_value_without_a_citation_is_refused() {
    tolak(
        &nilai("a", "mulai = 2020", "angka = \"5\"").replace("Pasal 1", " "),
        "`kutipan` kosong",
    );
    tolak(
        &nilai("a", "mulai = 2020", "angka = \"5\"").replace("kutipan = \"Pasal 1\"\n", ""),
        "kutipan",
    );
}

#[test]
fn a_value_of_a_regulation_that_does_not_exist_is_refused() {
    let isi = nilai("a", "mulai = 2020", "angka = \"5\"");
    let hasil = Hukum::dari_berkas([("regulasi/hilang/nilai.toml", isi.as_str())]);
    assert!(hasil.is_err_and(|masalah| {
        masalah[0]
            .pesan
            .contains("regulasi/hilang/regulasi.toml tidak ada")
    }));
}

#[test]
fn overlapping_periods_of_one_code_are_refused() {
    let dua = |lama, baru| nilai("a", lama, "angka = \"5\"") + &nilai("a", baru, "angka = \"6\"");
    tolak(
        &dua("mulai = 2020\nsampai = 2022", "mulai = 2022"),
        "bertumpang tindih",
    );
    tolak(&dua("mulai = 2020", "mulai = 2024"), "bertumpang tindih");
    tolak(&dua("mulai = 2020", "mulai = 2020"), "bertumpang tindih");
    assert!(baca(&dua("mulai = 2020\nsampai = 2022", "mulai = 2023")).is_ok());
}

#[test]
fn a_gap_between_periods_is_refused_unless_the_file_says_why() {
    let dua = |alasan: &str| {
        nilai("a", "mulai = 2020\nsampai = 2021", "angka = \"5\"")
            + &nilai("a", "mulai = 2024", &format!("angka = \"6\"\n{alasan}"))
    };
    tolak(&dua(""), "tidak ada ketentuan untuk tahun 2022 sampai 2023");
    assert!(baca(&dua("celah = \"dicabut dua tahun\"")).is_ok());
}

#[test]
fn weights_that_miss_their_total_are_refused() {
    let bobot = |b: &str| {
        format!(
            "jumlah = \"1\"\nbutir = [{{ kode = \"x\", nama = \"X\", nilai = \"0.5\" }}, {{ kode = \"y\", nama = \"Y\"{b} }}]"
        )
    };
    tolak(
        &nilai("a", "mulai = 2020", &bobot(", nilai = \"0.49\"")),
        "jumlah butir 0.99, seharusnya 1",
    );
    tolak(&nilai("a", "mulai = 2020", &bobot("")), "butir tanpa nilai");
    assert!(baca(&nilai("a", "mulai = 2020", &bobot(", nilai = \"0.5\""))).is_ok());
}

fn pita(kelas: &str) -> String {
    nilai(
        "a",
        "mulai = 2020",
        &format!(
            "pita = {{ presisi = 2, minimum = \"0\", maksimum = \"100\", kelas = [{kelas}] }}"
        ),
    )
}

#[test]
fn a_formula_without_its_wording_and_a_wording_without_its_formula_are_refused() {
    tolak(&nilai("a", "mulai = 2020", "rumus = \"r\""), "diisi berdua");
    tolak(
        &nilai("a", "mulai = 2020", "angka = \"1\"\nbunyi = \"b\""),
        "diisi berdua",
    );
}

#[test]
fn bands_with_gaps_overlaps_or_unreachable_classes_are_refused() {
    let kelas = |nama: &str, batas: &str| format!("{{ nama = \"{nama}\", {batas} }},");
    let dua = |bawah: &str, atas: &str| pita(&(kelas("Bawah", bawah) + &kelas("Atas", atas)));
    assert!(baca(&dua("dari = \"0\"", "di_atas = \"50\"")).is_ok());
    tolak(&dua("dari = \"1\"", "dari = \"50\""), "celah");
    tolak(&dua("di_atas = \"0\"", "dari = \"50\""), "celah");
    tolak(&dua("dari = \"0\"", "dari = \"0\""), "bertumpang tindih");
    tolak(
        &dua("dari = \"0\"", "dari = \"50.005\""),
        "lebih halus daripada presisi",
    );
    tolak(
        &dua("dari = \"0\"", "di_atas = \"100\""),
        "di atas nilai tertinggi",
    );
    tolak(
        &dua("dari = \"0\"", "dari = \"50\", di_atas = \"50\""),
        "salah satu",
    );
    tolak(&pita(""), "tidak berisi satu kelas pun");
}

proptest! {
    #[test]
    fn bands_whose_edges_ascend_class_every_value_once_and_reach_every_class(
        atas in prop::collection::btree_map(1_i64..5_000, any::<bool>(), 0..6),
    ) {
        // Edges on even hundredths, so that an open edge never meets the next closed one.
        let batas = std::iter::once((0, false)).chain(atas.iter().map(|(b, terbuka)| (b * 2, *terbuka)));
        let kelas: String = batas
            .map(|(batas, terbuka)| {
                let kunci = if terbuka { "di_atas" } else { "dari" };
                format!("{{ nama = \"K{batas}\", {kunci} = \"{}\" }},", Decimal::new(batas, 2))
            })
            .collect();
        let hukum = baca(&pita(&kelas));
        prop_assert!(hukum.is_ok(), "{:?}", hukum);
        let Ok(hukum) = hukum else { return Ok(()) };
        let mut urutan = Vec::new();
        for nilai in 0..=10_000 {
            let pita = hukum.ketentuan[0].pita();
            let hasil = pita.and_then(|p| p.kelas(Decimal::new(nilai, 2)).ok()).map(|(i, _)| i);
            prop_assert!(hasil.is_some(), "{} tanpa kelas", nilai);
            urutan.extend(hasil);
        }
        prop_assert!(urutan.is_sorted());
        urutan.dedup();
        prop_assert_eq!(urutan.len(), atas.len() + 1);
    }
}

#[test]
fn a_file_that_is_not_toml_names_its_line() {
    tolak(
        "[[ketentuan]]\nkode = \"a\"\njudul = tanpa kutip\n",
        "baris 3: bukan TOML",
    );
}

#[test]
fn a_file_in_an_unknown_place_is_refused() {
    let hasil = Hukum::dari_berkas([("hukum/nilai.toml", "a = 1")]);
    assert!(hasil.is_err_and(|masalah| masalah[0].pesan.contains("letak berkas tidak dikenal")));
}

#[test]
fn an_instrument_whose_weights_miss_one_hundred_or_are_partial_is_refused() {
    let instrumen = |unsur: &str| {
        let isi = format!(
            "nama = \"Uji\"\nsingkatan = \"U\"\ndasar = \"Uji\"\nstatus = \"tidak_pasti\"\nskala_min = \"1\"\nskala_maks = \"4\"\nunsur = [{unsur}]\n"
        );
        Hukum::dari_berkas([("profil/instrumen/uji.toml", isi)])
            .map_err(|masalah| masalah.iter().map(ToString::to_string).collect::<String>())
    };
    let unsur =
        |kode: &str, bobot: &str| format!("{{ kode = \"{kode}\", nama = \"{kode}\"{bobot} }},");
    let seratus = unsur("a", ", bobot = \"60\"") + &unsur("b", ", bobot = \"40\"");
    assert!(instrumen(&seratus).is_ok());
    assert!(
        instrumen(&seratus.replace("40", "41"))
            .is_err_and(|m| m.contains("jumlah bobot unsur 101"))
    );
    let sebagian = unsur("a", ", bobot = \"100\"") + &unsur("b", "");
    assert!(instrumen(&sebagian).is_err_and(|m| m.contains("sebagian unsur berbobot")));
    let kembar = unsur("a", "") + &unsur("a", "");
    assert!(instrumen(&kembar).is_err_and(|m| m.contains("tidak dapat dibedakan")));
}

#[test]
fn a_profile_that_names_a_missing_instrument_or_provision_is_refused() {
    let isi = "nama = \"Uji\"\ntugas = []\n[[indikator]]\nkode = \"A\"\nnama = \"A\"\ndefinisi = \"-\"\ncara_ukur = \"-\"\narah = \"naik\"\nsatuan = \"indeks\"\npresisi = 2\n[indikator.sumber]\njenis = \"survei_kelompok\"\nkelompok = [{ kode = \"x\", instrumen = \"hilang\", ketentuan_minimum = \"lenyap\" }]\n";
    let hasil = Hukum::dari_berkas([("profil/uji/profil.toml", isi)]);
    let pesan = hasil
        .err()
        .map(|m| m.iter().map(ToString::to_string).collect::<String>())
        .unwrap_or_default();
    assert!(pesan.contains("instrumen `hilang` tidak ada"), "{pesan}");
    assert!(pesan.contains("ketentuan `lenyap` tidak ada"), "{pesan}");
}

#[test]
fn an_office_can_add_its_own_value_of_law_to_the_embedded_ones() {
    let tambahan = [
        (
            "regulasi/perbup-1/regulasi.toml".to_owned(),
            REGULASI.1.to_owned(),
        ),
        (
            "regulasi/perbup-1/nilai.toml".to_owned(),
            nilai("daerah.batas", "mulai = 2023", "angka = \"110\""),
        ),
    ];
    let hukum = Hukum::bawaan_dengan(tambahan);
    assert!(hukum.is_ok_and(
        |h| h.ketentuan("daerah.batas", 2023).is_ok() && h.ketentuan("skm.pita", 2023).is_ok()
    ));
}
