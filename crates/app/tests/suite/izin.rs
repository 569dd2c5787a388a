//! Who may do what: the whole matrix, denials, and the explanation.

use app::{Error, Peran, Tindakan};

use crate::umum::tempat;

/// The matrix as a person would write it on paper; the code has it the other way round.
fn diharapkan(peran: Peran) -> &'static [Tindakan] {
    use Tindakan::*;
    match peran {
        Peran::Operator => &[
            Lihat,
            IsiNilai,
            UbahRencana,
            LampirkanBukti,
            TulisNarasi,
            SusunLaporan,
            Ajukan,
            ImporEkspor,
        ],
        Peran::Staf => &[Lihat, IsiNilai, LampirkanBukti],
        Peran::Perencana => &[
            Lihat,
            IsiNilai,
            UbahRencana,
            LampirkanBukti,
            TulisNarasi,
            SusunLaporan,
            Ajukan,
            HapusPemeriksaan,
            BukaTahun,
            ImporEkspor,
        ],
        Peran::Kepala => &[
            Lihat,
            SusunLaporan,
            Verifikasi,
            Sahkan,
            Terbitkan,
            BukaKoreksi,
            LihatAudit,
        ],
        Peran::Reviu => &[Lihat, SusunLaporan, Verifikasi, LihatAudit],
        Peran::Administrator => &[
            Lihat,
            BukaTahun,
            KelolaUnit,
            KelolaOrang,
            KelolaHak,
            LihatAudit,
            Cadangkan,
        ],
        Peran::Pemantau => &[Lihat],
    }
}

#[tokio::test]
async fn every_role_may_what_the_matrix_says_and_nothing_else() {
    let tempat = tempat().await;
    for peran in Peran::SEMUA {
        let orang = tempat.orang(peran.kata(), peran).await;
        let putusan = tempat
            .app
            .jelaskan_izin(&orang, &orang.orang, &tempat.unit)
            .await
            .unwrap();
        assert_eq!(putusan.len(), Tindakan::SEMUA.len());
        for satu in putusan {
            assert_eq!(
                satu.boleh,
                diharapkan(peran).contains(&satu.tindakan),
                "{} {:?}",
                peran.kata(),
                satu.tindakan
            );
        }
    }
}

#[tokio::test]
async fn a_denial_wins_says_so_and_is_recorded() {
    let tempat = tempat().await;
    let orang = tempat.orang("budi", Peran::Operator).await;
    tempat.hak(&orang.orang, Peran::Operator, true).await;
    let galat = tempat
        .app
        .ekspor_paket(&orang, &tempat.unit, 2025)
        .await
        .unwrap_err();
    let Error::Ditolak(putusan) = &galat else {
        panic!("{galat}");
    };
    assert!(
        putusan.ringkas().contains("ditolak secara khusus"),
        "{}",
        putusan.ringkas()
    );
    let catatan = tempat
        .app
        .cari_audit(&tempat.admin, &tempat.unit, &app::CariAudit::default())
        .await
        .unwrap();
    assert!(
        catatan
            .rekaman
            .iter()
            .any(|satu| satu.hasil == "ditolak" && satu.pelaku == orang.orang)
    );
}

#[tokio::test]
async fn nobody_grants_to_themselves_and_an_ended_grant_is_no_grant() {
    let tempat = tempat().await;
    let diri = app::HakBaru {
        orang: tempat.admin.orang.clone(),
        unit: tempat.unit.clone(),
        peran: Peran::Kepala,
        tolak: false,
        dari: None,
        sampai: None,
        alasan: "sendiri".to_owned(),
    };
    assert!(matches!(
        tempat.app.beri_hak(&tempat.admin, &diri).await,
        Err(Error::BelumDapat(_))
    ));
    let orang = tempat.orang("ani", Peran::Pemantau).await;
    let lampau = app::HakBaru {
        orang: orang.orang.clone(),
        dari: Some("2020-01-01".to_owned()),
        sampai: Some("2020-12-31".to_owned()),
        ..diri
    };
    tempat.app.beri_hak(&tempat.admin, &lampau).await.unwrap();
    let putusan = tempat
        .app
        .jelaskan_izin(&orang, &orang.orang, &tempat.unit)
        .await
        .unwrap();
    assert!(
        putusan
            .iter()
            .all(|satu| satu.boleh == (satu.tindakan == Tindakan::Lihat))
    );
}
