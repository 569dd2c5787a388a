//! The agreement, who signs it, its versions, and the action plan.

use app::{
    BentukBerkas, CetakPerjanjian, Error, IsianSel, JenisAlur, Keadaan, LangkahBaru, PejabatBaru,
    Pelaku, Peran, Tindakan, TitikSel, UnitBaru,
};

use crate::umum::{Tempat, contoh, tempat};

const TAHUN: i64 = 2024;

async fn isi(tempat: &Tempat, tanpa_rencana: bool) -> Pelaku {
    let operator = tempat.orang("operator", Peran::Operator).await;
    let mut paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    if tanpa_rencana {
        paket.lembar.retain(|lembar| lembar.nama != "rencana_aksi");
    }
    tempat
        .app
        .impor_paket(&operator, &tempat.unit, &paket, "awal")
        .await
        .unwrap();
    operator
}

fn pejabat(unit: &str, sifat: &str, nama: &str, dari: &str, sampai: Option<&str>) -> PejabatBaru {
    PejabatBaru {
        unit: unit.to_owned(),
        jabatan: "Kepala Kantor".to_owned(),
        sifat: sifat.to_owned(),
        nama: nama.to_owned(),
        nip: None,
        dari: dari.to_owned(),
        sampai: sampai.map(str::to_owned),
        alasan: "keputusan".to_owned(),
    }
}

async fn html(tempat: &Tempat, oleh: &Pelaku, seksi: Option<&str>, tanggal: &str) -> String {
    let cetak = CetakPerjanjian {
        seksi: seksi.map(str::to_owned),
        tanggal: Some(tanggal.to_owned()),
        bentuk: BentukBerkas::Html,
    };
    let berkas = tempat
        .app
        .cetak_perjanjian(oleh, &tempat.unit, TAHUN, &cetak)
        .await
        .unwrap();
    String::from_utf8(berkas.isi).unwrap()
}

async fn langkah(
    tempat: &Tempat,
    oleh: &Pelaku,
    jenis: JenisAlur,
    ke: Keadaan,
    versi: i64,
    alasan: &str,
) -> app::Result<()> {
    let baru = LangkahBaru {
        jenis,
        ke,
        versi,
        alasan: alasan.to_owned(),
    };
    tempat
        .app
        .langkah_alur(oleh, &tempat.unit, TAHUN, &baru)
        .await
}

#[tokio::test]
async fn the_agreement_bears_the_name_of_whoever_held_the_post_on_the_day_of_signing() {
    let tempat = tempat().await;
    let operator = isi(&tempat, false).await;
    // Nothing on record: the names of the year's data.
    let awal = html(&tempat, &operator, None, "2024-01-08").await;
    assert!(awal.contains("Sekar Rekawati") && awal.contains("Bima Rekananta"));
    assert!(awal.contains("8 Januari 2024"));
    for baru in [
        pejabat(
            &tempat.unit,
            "definitif",
            "Kepala Lama",
            "2023-01-01",
            Some("2024-06-30"),
        ),
        pejabat(
            &tempat.unit,
            "plt",
            "Kepala Sementara",
            "2024-07-01",
            Some("2024-08-31"),
        ),
        pejabat(&tempat.unit, "definitif", "Kepala Baru", "2024-10-01", None),
    ] {
        tempat
            .app
            .catat_pejabat(&tempat.admin, &baru)
            .await
            .unwrap();
    }
    let lama = html(&tempat, &operator, None, "2024-06-30").await;
    assert!(lama.contains("Kepala Lama") && !lama.contains("Sekar Rekawati"));
    assert!(!lama.contains("Plt."));
    let sementara = html(&tempat, &operator, None, "2024-07-01").await;
    assert!(sementara.contains("Kepala Sementara") && sementara.contains("Plt. Kepala Kantor"));
    // Between two office-holders nobody signs, and nobody is made up.
    let kosong = html(&tempat, &operator, None, "2024-09-15").await;
    assert!(kosong.contains("nama belum diisi") && !kosong.contains("Kepala Sementara"));
    let baru = html(&tempat, &operator, None, "2024-10-01").await;
    assert!(baru.contains("Kepala Baru"));
    let galat = tempat
        .app
        .cetak_perjanjian(
            &operator,
            &tempat.unit,
            TAHUN,
            &CetakPerjanjian {
                seksi: None,
                tanggal: Some("31 Juni".to_owned()),
                bentuk: BentukBerkas::Html,
            },
        )
        .await;
    assert!(matches!(galat, Err(Error::Isian(_))));
}

#[tokio::test]
async fn a_section_promises_to_the_head_of_its_office_what_the_action_plan_gives_it() {
    let tempat = tempat().await;
    let operator = isi(&tempat, false).await;
    let seksi = tempat
        .app
        .buat_unit(
            &tempat.admin,
            &UnitBaru {
                nama: "Subbagian Tata Usaha".to_owned(),
                tingkat: "seksi".to_owned(),
                profil: None,
                kode: None,
                zona: None,
                induk: Some(tempat.unit.clone()),
                dari: "2020-01-01".to_owned(),
                alasan: "organisasi".to_owned(),
            },
        )
        .await
        .unwrap();
    let mut kasubbag = pejabat(&seksi, "definitif", "Tata Rekapraja", "2023-01-01", None);
    kasubbag.jabatan = "Kepala Subbagian Tata Usaha".to_owned();
    tempat
        .app
        .catat_pejabat(&tempat.admin, &kasubbag)
        .await
        .unwrap();
    let halaman = html(&tempat, &operator, Some(&seksi), "2024-01-10").await;
    for kata in [
        "Tata Rekapraja",
        "Sekar Rekawati",
        "Persentase arsip tertata",
        "2.550.000.000",
    ] {
        assert!(halaman.contains(kata), "{kata}");
    }
    assert!(!halaman.contains("Bima Rekananta") && !halaman.contains("Rata-rata waktu layanan"));
    let rencana = tempat
        .app
        .perencanaan(&operator, &tempat.unit, TAHUN, None)
        .await
        .unwrap();
    assert_eq!(rencana.seksi.len(), 1);
    assert_eq!(rencana.seksi[0].1, 1);
    // Another office's section is not this one's.
    let asing = CetakPerjanjian {
        seksi: Some("bukan-unit".to_owned()),
        tanggal: None,
        bentuk: BentukBerkas::Html,
    };
    assert!(matches!(
        tempat
            .app
            .cetak_perjanjian(&operator, &tempat.unit, TAHUN, &asing)
            .await,
        Err(Error::Store(_))
    ));
}

#[tokio::test]
async fn an_action_plan_is_handed_in_only_when_every_indicator_has_its_quarters() {
    let tempat = tempat().await;
    let operator = isi(&tempat, true).await;
    let rencana = JenisAlur::RencanaAksi;
    let galat = langkah(&tempat, &operator, rencana, Keadaan::Diajukan, 0, "")
        .await
        .unwrap_err()
        .to_string();
    assert!(
        galat.contains("Rata-rata waktu layanan belum ada"),
        "{galat}"
    );
    let staf = tempat.orang("staf", Peran::Staf).await;
    assert!(matches!(
        tempat
            .app
            .siapkan_rencana_aksi(&staf, &tempat.unit, TAHUN)
            .await,
        Err(Error::Ditolak(putusan)) if putusan.tindakan == Tindakan::UbahRencana
    ));
    let siapkan = || {
        tempat
            .app
            .siapkan_rencana_aksi(&operator, &tempat.unit, TAHUN)
    };
    assert_eq!(siapkan().await.unwrap(), 3);
    assert_eq!(siapkan().await.unwrap(), 0, "rows that are there stay");
    let galat = langkah(&tempat, &operator, rencana, Keadaan::Diajukan, 0, "")
        .await
        .unwrap_err()
        .to_string();
    assert!(
        galat.contains("target triwulan I, II, III, IV belum diisi"),
        "{galat}"
    );
    let dibaca = tempat
        .app
        .lihat_tahun(&operator, &tempat.unit, TAHUN)
        .await
        .unwrap();
    let isian: Vec<IsianSel> = dibaca
        .isi
        .lembar("rencana_aksi")
        .unwrap()
        .baris
        .iter()
        .flat_map(|baris| {
            ["tw1", "tw2", "tw3", "tw4"].map(|kolom| IsianSel {
                titik: TitikSel {
                    lembar: "rencana_aksi".to_owned(),
                    baris: baris.id.clone(),
                    kolom: kolom.to_owned(),
                },
                teks: "3,50".to_owned(),
                versi: 0,
            })
        })
        .collect();
    tempat
        .app
        .isi_nilai(&operator, &tempat.unit, TAHUN, &isian, "")
        .await
        .unwrap();
    langkah(&tempat, &operator, rencana, Keadaan::Diajukan, 0, "")
        .await
        .unwrap();
    assert!(matches!(siapkan().await, Err(Error::BelumDapat(_))));
    assert!(
        tempat
            .app
            .periksa_audit(&tempat.admin, &tempat.unit, None)
            .await
            .unwrap()
            .is_ok()
    );
}

#[tokio::test]
async fn a_revision_is_a_new_version_with_its_reason_and_what_it_changed() {
    let tempat = tempat().await;
    let operator = isi(&tempat, false).await;
    let pereviu = tempat.orang("pereviu", Peran::Reviu).await;
    let kepala = tempat.orang("kepala", Peran::Kepala).await;
    let pk = JenisAlur::Perjanjian;
    for (oleh, ke, versi) in [
        (&operator, Keadaan::Diajukan, 0),
        (&pereviu, Keadaan::Diverifikasi, 1),
        (&kepala, Keadaan::Disahkan, 2),
    ] {
        langkah(&tempat, oleh, pk, ke, versi, "").await.unwrap();
    }
    let sah = html(&tempat, &operator, None, "2024-01-08").await;
    let ubah = |versi| IsianSel {
        titik: TitikSel {
            lembar: "perjanjian_kinerja".to_owned(),
            baris: "2024 / sasaran_kegiatan / 1 / 2".to_owned(),
            kolom: "target".to_owned(),
        },
        teks: "4,5".to_owned(),
        versi,
    };
    let isi = |versi| {
        let isian = vec![ubah(versi)];
        let (app, unit, operator) = (&tempat.app, &tempat.unit, &operator);
        async move {
            app.isi_nilai(operator, unit, TAHUN, &isian, "pergantian pejabat")
                .await
        }
    };
    assert!(matches!(isi(1).await, Err(Error::BelumDapat(_))));
    langkah(
        &tempat,
        &kepala,
        pk,
        Keadaan::Draf,
        3,
        "pergantian kepala kantor",
    )
    .await
    .unwrap();
    isi(1).await.unwrap();
    let rencana = tempat
        .app
        .perencanaan(&operator, &tempat.unit, TAHUN, None)
        .await
        .unwrap();
    let [kini, awal] = rencana.versi.as_slice() else {
        panic!("{:?}", rencana.versi);
    };
    assert_eq!((awal.nomor, kini.nomor), (1, 2));
    assert!(awal.disahkan.is_some() && kini.disahkan.is_none());
    assert_eq!(kini.alasan, "pergantian kepala kantor");
    assert_eq!(kini.perubahan.len(), 1);
    assert_eq!(
        (
            kini.perubahan[0].semula.as_str(),
            kini.perubahan[0].menjadi.as_str()
        ),
        ("5,0", "4,5")
    );
    assert_eq!(
        rencana.nama.get(&operator.orang).map(String::as_str),
        Some("Orang operator")
    );
    // What is not approved is printed as a draft.
    let draf = html(&tempat, &operator, None, "2024-01-08").await;
    assert!(draf.contains("DRAF") && !sah.contains("DRAF"));
}
