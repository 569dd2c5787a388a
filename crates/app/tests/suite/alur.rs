//! From draft to approval.

use app::{Error, JenisAlur, Keadaan, LangkahBaru, Pelaku, Peran, Unggahan};

use crate::umum::{Tempat, contoh, tempat};

async fn langkah(
    tempat: &Tempat,
    oleh: &Pelaku,
    ke: Keadaan,
    versi: i64,
    alasan: &str,
) -> app::Result<()> {
    let baru = LangkahBaru {
        jenis: JenisAlur::Realisasi,
        ke,
        versi,
        alasan: alasan.to_owned(),
    };
    tempat
        .app
        .langkah_alur(oleh, &tempat.unit, 2024, &baru)
        .await
}

#[tokio::test]
async fn a_year_goes_from_draft_to_approval_and_is_then_locked() {
    let tempat = tempat().await;
    let operator = tempat.orang("operator", Peran::Operator).await;
    let pereviu = tempat.orang("pereviu", Peran::Reviu).await;
    let kepala = tempat.orang("kepala", Peran::Kepala).await;
    let paket = paket::read_mentah(&contoh("kantor-contoh")).unwrap();
    let (tahun, _) = tempat
        .app
        .impor_paket(&operator, &tempat.unit, &paket, "awal")
        .await
        .unwrap();
    assert_eq!(tahun, 2024);

    // The gate: evidence for every indicator.
    let galat = langkah(&tempat, &operator, Keadaan::Diajukan, 0, "")
        .await
        .unwrap_err();
    assert!(
        galat.to_string().contains("bukti belum dilampirkan"),
        "{galat}"
    );
    let dibaca = tempat
        .app
        .lihat_tahun(&operator, &tempat.unit, tahun)
        .await
        .unwrap();
    for indikator in dibaca.ringkasan().indikator {
        let berkas = Unggahan {
            nama: "berita-acara.pdf".to_owned(),
            isi: b"%PDF-1.7 bukti".to_vec(),
        };
        tempat
            .app
            .lampirkan_bukti(&operator, &tempat.unit, tahun, &indikator.kode, berkas)
            .await
            .unwrap();
    }
    let skrip = Unggahan {
        nama: "x.pdf".to_owned(),
        isi: b"#!/bin/sh".to_vec(),
    };
    assert!(
        tempat
            .app
            .lampirkan_bukti(&operator, &tempat.unit, tahun, "IKM", skrip)
            .await
            .is_err()
    );

    langkah(&tempat, &operator, Keadaan::Diajukan, 0, "")
        .await
        .unwrap();
    // No step is skipped, nobody verifies their own, a return needs a reason, a stale page is told.
    assert!(matches!(
        langkah(&tempat, &kepala, Keadaan::Disahkan, 1, "").await,
        Err(Error::BelumDapat(_))
    ));
    assert!(matches!(
        langkah(&tempat, &operator, Keadaan::Diverifikasi, 1, "").await,
        Err(Error::Ditolak(_))
    ));
    tempat.hak(&operator.orang, Peran::Reviu, false).await;
    assert!(matches!(
        langkah(&tempat, &operator, Keadaan::Diverifikasi, 1, "").await,
        Err(Error::BelumDapat(_))
    ));
    assert!(matches!(
        langkah(&tempat, &pereviu, Keadaan::Dikembalikan, 1, " ").await,
        Err(Error::Isian(_))
    ));
    langkah(
        &tempat,
        &pereviu,
        Keadaan::Dikembalikan,
        1,
        "bukti IKM bulan April tidak terbaca",
    )
    .await
    .unwrap();
    assert!(
        langkah(&tempat, &operator, Keadaan::Diajukan, 1, "")
            .await
            .is_err()
    );
    langkah(&tempat, &operator, Keadaan::Diajukan, 2, "")
        .await
        .unwrap();
    assert!(matches!(
        tempat
            .app
            .impor_paket(&operator, &tempat.unit, &paket, "lagi")
            .await,
        Err(Error::BelumDapat(_))
    ));
    langkah(&tempat, &pereviu, Keadaan::Diverifikasi, 3, "")
        .await
        .unwrap();
    langkah(&tempat, &kepala, Keadaan::Disahkan, 4, "")
        .await
        .unwrap();
    // A correction reopens it, with a reason.
    langkah(
        &tempat,
        &kepala,
        Keadaan::Draf,
        5,
        "salah ketik responden Mei",
    )
    .await
    .unwrap();
    tempat
        .app
        .impor_paket(&operator, &tempat.unit, &paket, "koreksi")
        .await
        .unwrap();
    let alur = tempat
        .app
        .daftar_alur(&kepala, &tempat.unit, tahun)
        .await
        .unwrap();
    let realisasi = alur
        .iter()
        .find(|satu| satu.jenis == JenisAlur::Realisasi)
        .unwrap();
    assert_eq!(
        (realisasi.keadaan, realisasi.riwayat.len()),
        (Keadaan::Draf, 6)
    );
    assert!(
        tempat
            .app
            .periksa_audit(&tempat.admin, &tempat.unit, None)
            .await
            .unwrap()
            .is_ok()
    );
}
