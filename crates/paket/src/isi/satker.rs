//! The office from the key/value document.

use hukum::Hukum;
use kinerja::masukan::{Formasi, Gambar, IsiSel, Pejabat, PeranGambar, Satker, Sel, Surat};

use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::mentah::dokumen::pola_kunci;
use crate::mentah::{Entri, Mentah};
use crate::skema::{self, DAFTAR_SATKER, Jenis, SATKER};
use crate::tabel::{
    Konteks, baca_sel, baca_tanggal, lapor_bukan_angka, periksa_aksara, periksa_jenis,
    periksa_rentang, periksa_rentang_tanggal,
};
use crate::teks::{rapikan, saran, terdekat};

/// A survey that the document announces.
pub(super) struct Survei {
    pub indikator: String,
    /// Name of the sheet, without `.csv`.
    pub lembar: String,
    pub tahun: i16,
    pub berkelompok: bool,
    pub instrumen: String,
    pub populasi: Sel,
    pub skala: Sel,
    /// Where the survey is announced.
    pub baris: u32,
}

/// Reads values of the document by path.
struct Pembaca<'a> {
    mentah: &'a Mentah,
}

impl<'a> Pembaca<'a> {
    fn entri(&self, kunci: &str) -> Option<&'a Entri> {
        self.mentah.satker.entri(kunci)
    }

    fn teks(&self, kunci: &str) -> String {
        self.entri(kunci)
            .map(|entri| rapikan(&entri.teks))
            .unwrap_or_default()
    }

    fn bila_ada(&self, kunci: &str) -> Option<String> {
        Some(self.teks(kunci)).filter(|teks| !teks.is_empty())
    }

    fn tahun(&self, kunci: &str) -> Option<i16> {
        self.teks(kunci).parse().ok()
    }

    fn daftar(&self, nama: &str) -> Vec<String> {
        (1..=self.mentah.satker.panjang(nama))
            .filter_map(|nomor| self.bila_ada(&format!("{nama}[{nomor}]")))
            .collect()
    }

    fn sel(&self, kunci: &str) -> Sel {
        let entri = self.entri(kunci);
        let letak = tempat(
            self.mentah.sebut_satker(),
            entri.map_or(0, |entri| entri.baris),
            kunci,
        );
        baca_sel(letak, &self.teks(kunci))
    }

    fn pejabat(&self, bagian: &str) -> Pejabat {
        Pejabat {
            nama: self.teks(&format!("{bagian}.nama")),
            jabatan: self.teks(&format!("{bagian}.jabatan")),
            nip: self.bila_ada(&format!("{bagian}.nip")),
            pelaksana: self.bila_ada(&format!("{bagian}.pelaksana")),
        }
    }
}

/// Years and codes that the checks of cells need.
pub(super) fn konteks(satker: &Satker, hukum: &Hukum) -> Konteks {
    Konteks {
        tahun: satker.tahun,
        awal_renstra: satker.tahun_awal_renstra,
        akhir_renstra: satker.tahun_akhir_renstra,
        indikator: hukum
            .profil(&satker.profil)
            .map(|profil| {
                profil
                    .indikator
                    .iter()
                    .map(|i| (i.kode.clone(), i.presisi))
                    .collect()
            })
            .unwrap_or_default(),
    }
}

/// Fills the office and checks the whole document.
pub(super) fn fill(mentah: &Mentah, hukum: &Hukum, galat: &mut Galat) -> Satker {
    let baca = Pembaca { mentah };
    let satker = Satker {
        nama: baca.teks("nama"),
        profil: baca.teks("profil"),
        jenis: baca.teks("jenis"),
        kementerian: baca.teks("kementerian"),
        unit_eselon_1: baca.teks("unit_eselon_1"),
        kanwil: baca.teks("kanwil"),
        kota: baca.teks("kota"),
        alamat: baca.teks("alamat"),
        telepon: baca.teks("telepon"),
        surel: baca.teks("surel"),
        laman: baca.teks("laman"),
        tahun: baca
            .tahun("tahun")
            .filter(|tahun| (1900..=9998).contains(tahun))
            .unwrap_or(0),
        tahun_akhir_renstra: baca.tahun("tahun_akhir_renstra"),
        tahun_awal_renstra: baca.tahun("tahun_awal_renstra"),
        dokumen_renstra: baca.teks("dokumen_renstra"),
        kepala: baca.pejabat("kepala"),
        atasan: baca.pejabat("atasan"),
        surat: Surat {
            nomor: baca.bila_ada("surat.nomor"),
            tanggal: baca_tanggal(&baca.teks("surat.tanggal")),
            kepada: baca.teks("surat.kepada"),
            di: baca.teks("surat.di"),
            tembusan: baca.daftar("surat.tembusan"),
        },
        tanggal_perjanjian: baca_tanggal(&baca.teks("tanggal_perjanjian")),
        tanggal_laporan: baca_tanggal(&baca.teks("tanggal_laporan")),
        rekaan: baca.teks("rekaan") == "true",
        wilayah_kerja: baca.daftar("wilayah_kerja"),
        tpi: baca.daftar("tpi"),
        jumlah_pegawai: baca.sel("jumlah_pegawai"),
        formasi: (1..=mentah.satker.panjang("formasi"))
            .map(|nomor| Formasi {
                nama: baca.teks(&format!("formasi[{nomor}].nama")),
                jumlah: baca.sel(&format!("formasi[{nomor}].jumlah")),
            })
            .collect(),
        ketentuan_diakui: baca.daftar("ketentuan_diakui"),
        gambar: gambar(&baca, galat),
    };
    let konteks = konteks(&satker, hukum);
    periksa(mentah, &konteks, galat);
    periksa_hukum(mentah, &satker, hukum, galat);
    satker
}

fn periksa(mentah: &Mentah, konteks: &Konteks, galat: &mut Galat) {
    let berkas = mentah.sebut_satker();
    let dikenal: Vec<&str> = SATKER.iter().map(|kunci| kunci.jalur).collect();
    for entri in &mentah.satker.isi {
        let letak = tempat(berkas, entri.baris, &entri.kunci);
        let Some(kunci) = pola_kunci(&entri.kunci) else {
            galat.push(
                Kesalahan::new(
                    "kunci-tak-dikenal",
                    letak,
                    format!("kunci {:?} tidak dikenal", entri.kunci),
                    saran(&entri.kunci, &dikenal),
                )
                .cuplikan(&entri.teks),
            );
            continue;
        };
        if !periksa_aksara(&letak, &entri.teks, galat) {
            continue;
        }
        let isi = rapikan(&entri.teks);
        if isi.is_empty() {
            continue;
        }
        periksa_jenis(&letak, &isi, kunci.jenis, konteks, galat);
        if kunci.jenis == Jenis::Tanggal {
            // The agreement may be signed as soon as the budget is settled, before its year begins.
            let sebelum = i16::from(kunci.jalur == "tanggal_perjanjian");
            periksa_rentang_tanggal(&letak, &isi, konteks.tahun, sebelum, galat);
        }
        if matches!(
            kunci.jenis,
            Jenis::Cacah | Jenis::Angka | Jenis::Positif | Jenis::Uang
        ) {
            match baca_sel(letak.clone(), &isi).isi {
                IsiSel::Angka(nilai) => periksa_rentang(&letak, nilai, kunci.jenis, galat),
                IsiSel::Kosong | IsiSel::TidakTersedia(_) => {}
                IsiSel::Rusak(_) => lapor_bukan_angka(letak, &isi, galat),
            }
        }
    }
    if mentah.satker.isi.is_empty() {
        // The missing or broken document is its own error; its keys are not listed one by one.
        return;
    }
    for kunci in SATKER.iter().filter(|kunci| kunci.wajib) {
        let jalur: Vec<String> = match kunci.jalur.split_once("[]") {
            None => vec![kunci.jalur.to_owned()],
            Some((daftar, nama)) => (1..=mentah.satker.panjang(daftar))
                .map(|nomor| format!("{daftar}[{nomor}]{nama}"))
                .collect(),
        };
        for jalur in jalur {
            if mentah
                .satker
                .entri(&jalur)
                .is_none_or(|entri| rapikan(&entri.teks).is_empty())
            {
                galat.push(Kesalahan::new(
                    "kunci-wajib-hilang",
                    tempat(berkas, 0, &jalur),
                    format!("kunci {jalur} wajib diisi"),
                    format!("{} Misalnya {:?}", kunci.catatan, kunci.contoh),
                ));
            }
        }
    }
}

fn periksa_hukum(mentah: &Mentah, satker: &Satker, hukum: &Hukum, galat: &mut Galat) {
    let letak = |kunci: &str| {
        tempat(
            mentah.sebut_satker(),
            mentah.satker.entri(kunci).map_or(0, |entri| entri.baris),
            kunci,
        )
    };
    let profil: Vec<&str> = hukum
        .profil
        .iter()
        .map(|profil| profil.id.as_str())
        .collect();
    if !profil.is_empty() && !satker.profil.is_empty() && !profil.contains(&satker.profil.as_str())
    {
        galat.push(
            Kesalahan::new(
                "profil-tak-dikenal",
                letak("profil"),
                "profil kantor ini tidak dikenal",
                saran(&satker.profil, &profil),
            )
            .cuplikan(&satker.profil),
        );
    }
    if let (Some(awal), Some(akhir)) = (satker.tahun_awal_renstra, satker.tahun_akhir_renstra)
        && !(awal..=akhir).contains(&satker.tahun)
        && satker.tahun > 0
    {
        galat.push(
            Kesalahan::new(
                "tahun-di-luar-jangkauan",
                letak("tahun"),
                format!(
                    "tahun {} di luar masa Renstra ({awal} sampai {akhir})",
                    satker.tahun
                ),
                "perbaiki tahun laporan atau tahun Renstra",
            )
            .cuplikan(&satker.tahun.to_string()),
        );
    }
    let mut kode: Vec<&str> = hukum.ketentuan.iter().map(|k| k.kode.as_str()).collect();
    kode.dedup();
    for (i, diakui) in satker.ketentuan_diakui.iter().enumerate() {
        if !kode.is_empty() && !kode.contains(&diakui.as_str()) {
            galat.push(
                Kesalahan::new(
                    "ketentuan-tak-dikenal",
                    letak(&format!("ketentuan_diakui[{}]", i + 1)),
                    "tidak ada ketentuan dengan kode ini",
                    match terdekat(diakui, kode.iter().copied()) {
                        Some(calon) => format!("maksud Anda {calon:?}?"),
                        None => "lihat daftarnya dengan `cermat regulasi`".to_owned(),
                    },
                )
                .cuplikan(diakui),
            );
        }
    }
}

fn gambar(baca: &Pembaca<'_>, galat: &mut Galat) -> Vec<Gambar> {
    let mut hasil = Vec::new();
    for nomor in 1..=baca.mentah.satker.panjang("gambar") {
        let kunci = format!("gambar[{nomor}].berkas");
        let berkas = baca.teks(&kunci);
        let peran = match baca.teks(&format!("gambar[{nomor}].peran")).as_str() {
            "lambang" => PeranGambar::Lambang,
            "sampul" => PeranGambar::Sampul,
            "peta_wilayah" => PeranGambar::PetaWilayah,
            _ => PeranGambar::Foto,
        };
        let letak = tempat(
            baca.mentah.sebut_satker(),
            baca.entri(&kunci).map_or(0, |e| e.baris),
            &kunci,
        );
        let Some(isi) = baca.mentah.gambar.get(&berkas) else {
            if !baca.mentah.ditolak.contains(&berkas) {
                galat.push(
                    Kesalahan::new(
                        "gambar-hilang",
                        letak,
                        "berkas gambar tidak ada di dalam paket",
                        "salin gambarnya ke dalam paket atau perbaiki namanya",
                    )
                    .cuplikan(&berkas),
                );
            }
            continue;
        };
        let png = isi.starts_with(b"\x89PNG\r\n\x1a\n");
        let jpeg = isi.starts_with(&[0xff, 0xd8, 0xff]);
        if !png && !jpeg {
            galat.push(
                Kesalahan::new(
                    "bukan-gambar",
                    letak,
                    "isi berkas bukan PNG atau JPEG",
                    "simpan gambarnya sebagai PNG atau JPEG",
                )
                .cuplikan(&berkas),
            );
            continue;
        }
        hasil.push(Gambar {
            peran,
            berkas,
            keterangan: baca.teks(&format!("gambar[{nomor}].keterangan")),
            isi: isi.clone(),
        });
    }
    hasil
}

/// Names of the sheets that the document announces as surveys, whether they are there or not.
pub(super) fn lembar_survei(mentah: &Mentah) -> Vec<String> {
    let baca = Pembaca { mentah };
    let mut hasil: Vec<String> = Vec::new();
    for nomor in 1..=mentah.satker.panjang("survei") {
        let berkas = baca.teks(&format!("survei[{nomor}].berkas"));
        let nama = nama_lembar(&berkas);
        if !nama.is_empty() && !hasil.iter().any(|lain| lain == nama) {
            hasil.push(nama.to_owned());
        }
    }
    hasil
}

fn nama_lembar(berkas: &str) -> &str {
    berkas.strip_suffix(".csv").unwrap_or(berkas)
}

/// The surveys that the document announces, each with a sheet of its own.
pub(super) fn daftar_survei(mentah: &Mentah, konteks: &Konteks, galat: &mut Galat) -> Vec<Survei> {
    debug_assert!(DAFTAR_SATKER.contains(&"survei"));
    let baca = Pembaca { mentah };
    let diumumkan = lembar_survei(mentah);
    let mut hasil: Vec<Survei> = Vec::new();
    for nomor in 1..=mentah.satker.panjang("survei") {
        let kunci = |nama: &str| format!("survei[{nomor}].{nama}");
        let berkas = baca.teks(&kunci("berkas"));
        let baris = baca.entri(&kunci("berkas")).map_or(0, |entri| entri.baris);
        let survei = Survei {
            indikator: baca.teks(&kunci("indikator")),
            lembar: nama_lembar(&berkas).to_owned(),
            tahun: baca.tahun(&kunci("tahun")).unwrap_or(konteks.tahun),
            berkelompok: baca.teks(&kunci("bentuk")) == "kelompok",
            instrumen: baca.teks(&kunci("instrumen")),
            populasi: baca.sel(&kunci("populasi")),
            skala: baca.sel(&kunci("skala")),
            baris,
        };
        let letak = || tempat(mentah.sebut_satker(), baris, &kunci("berkas"));
        if survei.lembar.is_empty() {
            continue;
        }
        if hasil.iter().any(|lain| lain.lembar == survei.lembar) {
            galat.push(
                Kesalahan::new(
                    "berkas-ganda",
                    letak(),
                    "berkas ini sudah dipakai survei lain",
                    "pakai satu berkas untuk satu survei",
                )
                .cuplikan(&berkas),
            );
            continue;
        }
        if mentah.ditolak.contains(&survei.lembar) {
            continue;
        }
        if mentah.lembar(&survei.lembar).is_none() {
            // Only a sheet that nothing else reads can be this one under another name.
            let sisa = mentah
                .lembar
                .iter()
                .map(|lembar| lembar.nama.as_str())
                .filter(|nama| {
                    skema::lembar(nama).is_none() && !diumumkan.iter().any(|d| d == nama)
                });
            let mut perbaikan =
                "tambahkan berkas itu, atau perbaiki namanya pada satker.toml".to_owned();
            if let Some(calon) = terdekat(&survei.lembar, sisa) {
                perbaikan = format!("{perbaikan}; maksud Anda {:?}?", mentah.sebut_lembar(calon));
            }
            galat.push(
                Kesalahan::new(
                    "berkas-hilang",
                    letak(),
                    format!(
                        "{} tidak ada di dalam paket",
                        mentah.sebut_lembar(&survei.lembar)
                    ),
                    perbaikan,
                )
                .cuplikan(&berkas),
            );
            continue;
        }
        hasil.push(survei);
    }
    hasil
}
