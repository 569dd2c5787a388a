//! The page of a ministry (P6): a thousand offices, fifty indicators, five years, four quarters, values saved a moment ago.
//!
//! `cargo bench -p app --bench konsolidasi` measures SQLite; with CERMAT_UJI_POSTGRES also the server that it names, in a schema of its own.
//! Before a time counts, what the page says is held against a fresh reading of the cells.

#![allow(missing_docs, reason = "a benchmark has no reader but its output")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use app::{App, Awal, IsianSel, Pelaku, Peran, PilihanKonsolidasi, TitikSel};
use hukum::Hukum;
use paket::Mentah;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use store::{FolderBukti, Peristiwa, Ringkasan, RingkasanUkur, Store, Urutan, VersiUnit};

const KANTOR: usize = 1_000;
/// Offices whose year is there with every cell; the others have summaries only.
const NYATA: usize = 8;
const KANWIL: usize = 33;
const INDIKATOR: usize = 50;
const TAHUN: std::ops::RangeInclusive<i64> = 2020..=2024;
const PERIODE: [&str; 5] = [
    "tahun",
    "triwulan-1",
    "triwulan-2",
    "triwulan-3",
    "triwulan-4",
];
const PUTARAN: usize = 200;

fn main() {
    let jalan = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    jalan.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_embedded(&folder.path().join("cermat.db"))
            .await
            .unwrap();
        ukur("SQLite", store, folder.path()).await;
        let Some(dasar) = std::env::var_os("CERMAT_UJI_POSTGRES") else {
            anstream::println!("CERMAT_UJI_POSTGRES tidak ada: PostgreSQL tidak diukur");
            return;
        };
        let dasar = dasar.into_string().unwrap();
        let skema = format!("ukur_{}", std::process::id());
        let mut sambungan = PgConnection::connect(&dasar).await.unwrap();
        perintah(&mut sambungan, format!("CREATE SCHEMA {skema}")).await;
        let url = format!("{dasar}?options[search_path]={skema}");
        let store = Store::open_server(&url).await.unwrap();
        ukur("PostgreSQL", store, folder.path()).await;
        perintah(&mut sambungan, format!("DROP SCHEMA {skema} CASCADE")).await;
    });
}

async fn perintah(sambungan: &mut PgConnection, sql: String) {
    sqlx::query(AssertSqlSafe(sql))
        .execute(sambungan)
        .await
        .unwrap();
}

/// The general office with further indicators, fifty in all.
fn hukum() -> Hukum {
    let umum = include_str!("../../../profil/kantor-umum/profil.toml");
    let (awal, akhir) = umum.split_once("[[unit]]").unwrap();
    let mut profil = awal.to_owned();
    for nomor in 4..=INDIKATOR {
        write!(
            profil,
            "[[indikator]]\nkode = \"I{nomor:02}\"\nnama = \"Indikator {nomor}\"\ndefinisi = \"Indikator {nomor}.\"\n\
             cara_ukur = \"Dicatat.\"\narah = \"naik\"\nsatuan = \"persen\"\npresisi = 2\nmaksimum = \"100\"\n\
             sumber = {{ jenis = \"dicatat\" }}\n\n"
        )
        .unwrap();
    }
    profil += "[[unit]]";
    profil += akhir;
    Hukum::bawaan_dengan([("profil/kantor-ukur/profil.toml", profil)]).unwrap()
}

/// The example office as a year of fifty indicators.
fn paket_kantor(nomor: usize, acak: &mut Acak) -> Mentah {
    let contoh = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/kantor-contoh");
    let mut mentah = paket::read_mentah(&contoh).unwrap();
    for entri in &mut mentah.satker.isi {
        match entri.kunci.as_str() {
            "nama" => entri.teks = format!("Kantor {nomor:04}"),
            "profil" => entri.teks = "kantor-ukur".to_owned(),
            _ => {}
        }
    }
    let lembar = mentah
        .lembar
        .iter_mut()
        .find(|satu| satu.nama == "indikator_tahunan")
        .unwrap();
    for indikator in 4..=INDIKATOR {
        for tahun in 2022..=2024 {
            let mut baris = lembar.baris[0].clone();
            let realisasi = format!("{},{:02}", acak.di_bawah(40) + 60, acak.di_bawah(100));
            baris.sel = vec![
                format!("I{indikator:02}"),
                format!("Indikator {indikator}"),
                tahun.to_string(),
                "80,00".to_owned(),
                realisasi,
            ];
            lembar.baris.push(baris);
        }
    }
    mentah
}

struct Acak(u64);

impl Acak {
    fn di_bawah(&mut self, batas: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % batas
    }
}

async fn ukur(nama: &str, store: Store, folder: &Path) {
    let hukum = Arc::new(hukum());
    let jam = Arc::new(AtomicI64::new(1_740_000_000_000_000));
    let app = App {
        store,
        bukti: FolderBukti::new(folder.join(nama)),
        hukum: hukum.clone(),
        naskah: Arc::new(laporan::Naskah::bawaan()),
        jam: Arc::new(move || jam.fetch_add(1_000_000, Ordering::Relaxed)),
    };
    let puncak = app
        .siapkan_awal(&Awal {
            unit: "Kementerian Ukur".to_owned(),
            tingkat: "kementerian".to_owned(),
            profil: None,
            nama_pengguna: "pemantau".to_owned(),
            nama: "Pemantau".to_owned(),
            sandi: "tujuh ekor pesut".to_owned(),
            ganti_sandi: false,
            peran: vec![Peran::Administrator, Peran::Operator],
        })
        .await
        .unwrap();
    let orang = app
        .store
        .read()
        .await
        .unwrap()
        .orang_bernama("pemantau")
        .await
        .unwrap()
        .unwrap();
    let pelaku = Pelaku { orang: orang.id };
    let kantor = isi(&app, &puncak, &pelaku).await;
    let tahun = *TAHUN.end();

    // Right first: what is kept of the real offices is what their cells say.
    for unit in &kantor[..NYATA] {
        let segar = app
            .lihat_tahun(&pelaku, unit, tahun)
            .await
            .unwrap()
            .ringkasan();
        assert_eq!(
            app.ringkasan_tahun(&pelaku, unit, tahun).await.unwrap(),
            segar
        );
        assert_eq!(segar.indikator.len(), INDIKATOR);
    }
    let pilihan = PilihanKonsolidasi {
        turunan: true,
        urutan: Urutan::Capaian,
        banyak: 50,
        ..PilihanKonsolidasi::default()
    };
    let awal = app
        .konsolidasi(&pelaku, &puncak, tahun, &pilihan)
        .await
        .unwrap();
    assert_eq!(usize::try_from(awal.jumlah.unit).unwrap(), KANTOR);
    assert_eq!(
        usize::try_from(awal.jumlah.indikator).unwrap(),
        KANTOR * INDIKATOR
    );
    assert_eq!(
        (awal.cabang.len(), awal.sebaran.len(), awal.riwayat.len()),
        (KANWIL, INDIKATOR, 5)
    );

    let mut acak = Acak(7);
    let (mut simpan, mut halaman, mut satu, mut dasbor) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for putaran in 0..PUTARAN {
        let unit = &kantor[putaran % NYATA];
        let sebelum = app.lihat_tahun(&pelaku, unit, tahun).await.unwrap();
        let lembar = sebelum.isi.lembar("indikator_tahunan").unwrap();
        let baris = lembar
            .baris
            .iter()
            .rfind(|satu| satu.teks("tahun") == tahun.to_string())
            .unwrap();
        let isian = IsianSel {
            titik: TitikSel {
                lembar: lembar.nama.clone(),
                baris: baris.id.clone(),
                kolom: "realisasi".to_owned(),
            },
            teks: format!("{},{:02}", acak.di_bawah(40) + 60, acak.di_bawah(100)),
            versi: baris.versi("realisasi"),
        };
        let mulai = Instant::now();
        app.isi_nilai(&pelaku, unit, tahun, &[isian], "ukur")
            .await
            .unwrap();
        simpan.push(mulai.elapsed());

        let mulai = Instant::now();
        let hasil = app
            .konsolidasi(&pelaku, &puncak, tahun, &pilihan)
            .await
            .unwrap();
        halaman.push(mulai.elapsed());
        assert_eq!((hasil.baris.len(), hasil.menunggu), (50, 0));

        let mulai = Instant::now();
        let ringkas = app.ringkasan_tahun(&pelaku, unit, tahun).await.unwrap();
        satu.push(mulai.elapsed());
        let mulai = Instant::now();
        let lihat = app.dasbor(&pelaku, unit, tahun).await.unwrap();
        dasbor.push(mulai.elapsed());
        // What was saved stands in the summary, and the sums of the page move with it.
        assert_eq!(ringkas, lihat.ringkasan);
        let tercapai = hasil.sebaran.iter().map(|satu| satu.banyak[0]).sum::<i64>();
        assert_eq!(tercapai, hasil.jumlah.tercapai);
    }
    anstream::println!("\n| {nama} | median | p95 | longest |\n|---|---|---|---|");
    lapor(
        "one value saved, summary included (audit, flush to disk)",
        simpan,
    );
    lapor(
        "national page: 1,000 offices, counts, branches, indicators, five years",
        halaman,
    );
    lapor("one office's year at a glance", satu);
    lapor(
        "one office's Dasbor, computed from its cells with its charts",
        dasbor,
    );
}

fn lapor(apa: &str, mut lama: Vec<Duration>) {
    lama.sort();
    let p95 = lama[lama.len() * 95 / 100];
    let ms = |satu: Duration| format!("{}.{} ms", satu.as_millis(), satu.as_micros() % 1_000 / 100);
    anstream::println!(
        "| {apa} | {} | {} | {} |",
        ms(lama[lama.len() / 2]),
        ms(p95),
        ms(lama[lama.len() - 1])
    );
}

/// Regional offices, offices, years, summaries; returns the offices, those with every cell first.
async fn isi(app: &App, puncak: &str, pelaku: &Pelaku) -> Vec<String> {
    let versi =
        |id: String, nama: String, tingkat: &str, profil: Option<&str>, induk: String| VersiUnit {
            unit: id,
            versi: 0,
            dari: "2020-01-01".to_owned(),
            nama,
            tingkat: tingkat.to_owned(),
            profil: profil.map(str::to_owned),
            kode: None,
            zona: None,
            induk: Some(induk),
            aktif: 1,
            oleh: "ukur".to_owned(),
            pada: 1,
            alasan: "ukur".to_owned(),
        };
    let peristiwa = || Peristiwa {
        pada: 1,
        pelaku: "ukur".to_owned(),
        tindakan: "isi".to_owned(),
        unit: puncak.to_owned(),
        objek: String::new(),
        hasil: "berhasil".to_owned(),
        rincian: String::new(),
    };
    let mut tx = app.store.write().await.unwrap();
    for nomor in 0..KANWIL {
        let id = format!("kanwil-{nomor:02}");
        tx.add_unit(&versi(
            id,
            format!("Kanwil {nomor:02}"),
            "kanwil",
            None,
            puncak.to_owned(),
        ))
        .await
        .unwrap();
    }
    let kantor: Vec<String> = (0..KANTOR)
        .map(|nomor| format!("kantor-{nomor:04}"))
        .collect();
    for (nomor, id) in kantor.iter().enumerate() {
        let induk = format!("kanwil-{:02}", nomor % KANWIL);
        tx.add_unit(&versi(
            id.clone(),
            format!("Kantor {nomor:04}"),
            "kantor",
            Some("kantor-ukur"),
            induk,
        ))
        .await
        .unwrap();
    }
    tx.commit(&[peristiwa()]).await.unwrap();

    let mut acak = Acak(1);
    for (nomor, id) in kantor.iter().enumerate().take(NYATA) {
        app.impor_paket(pelaku, id, &paket_kantor(nomor, &mut acak), "ukur")
            .await
            .unwrap();
    }
    let mut tx = app.store.write().await.unwrap();
    let (_, mesin) = tx.lock_ringkasan(&kantor[0], *TAHUN.end()).await.unwrap();
    drop(tx);
    for (nomor, id) in kantor.iter().enumerate() {
        let mut tx = app.store.write().await.unwrap();
        for tahun in TAHUN {
            if nomor < NYATA && tahun == *TAHUN.end() {
                continue;
            }
            tx.open_periode(id, tahun, "ukur", 1).await.unwrap();
            let (ringkasan, ukur) = karang(id, tahun, &mesin, &mut acak);
            tx.put_ringkasan(&ringkasan, &ukur).await.unwrap();
        }
        tx.commit(&[peristiwa()]).await.unwrap();
    }
    kantor
}

/// A summary as the program would keep it, of fifty indicators, with its quarters.
fn karang(unit: &str, tahun: i64, mesin: &str, acak: &mut Acak) -> (Ringkasan, Vec<RingkasanUkur>) {
    let persen = |n: u64| format!("{},{:02}", n / 100, n % 100);
    let mut ukur = Vec::new();
    let mut tercapai = 0;
    for (urutan, indikator) in (1..).zip(1..=INDIKATOR) {
        let kode = match indikator {
            1 => "IKM".to_owned(),
            2 => "WTL".to_owned(),
            3 => "ARS".to_owned(),
            _ => format!("I{indikator:02}"),
        };
        for periode in PERIODE {
            let capaian = acak.di_bawah(5_000) + 8_000;
            let keadaan = if capaian >= 10_000 {
                "melampaui"
            } else {
                "di-bawah"
            };
            if periode == "tahun" && capaian >= 10_000 {
                tercapai += 1;
            }
            let nilai =
                |apa: &str, n: u64| [persen(n), format!("{}.{tahun}.{apa}", kode.to_lowercase())];
            let isi = serde_json::json!({
                "kode": kode, "nama": format!("Indikator {indikator}"), "target": nilai("target", 8_000),
                "realisasi": nilai("realisasi", 8_000 * capaian / 10_000), "capaian": nilai("capaian", capaian),
                "bulan_kurang": [],
            });
            ukur.push(RingkasanUkur {
                periode: periode.to_owned(),
                indikator: kode.clone(),
                urutan,
                keadaan: keadaan.to_owned(),
                capaian: i64::try_from(capaian * 100).ok(),
                isi: isi.to_string(),
            });
        }
    }
    let serapan = acak.di_bawah(3_000) + 7_000;
    let isi = serde_json::json!({
        "capaian": [persen(10_000), "rangkuman.capaian"],
        "anggaran": [["Rp10.000.000.000", "a"], ["Rp9.000.000.000", "b"], [persen(serapan), "c"]],
        "nka": [persen(serapan), "d"], "ikpa": [persen(serapan), "e"], "kesalahan": 0,
    });
    let indikator = i64::try_from(INDIKATOR).unwrap();
    let ringkasan = Ringkasan {
        unit: unit.to_owned(),
        tahun,
        mesin: mesin.to_owned(),
        dihitung: 1,
        indikator,
        tercapai,
        di_bawah: indikator - tercapai,
        capaian: Some(1_000_000),
        penyerapan: i64::try_from(serapan * 100).ok(),
        nka: i64::try_from(serapan * 100).ok(),
        ikpa: i64::try_from(serapan * 100).ok(),
        isi: isi.to_string(),
        ..Ringkasan::default()
    };
    (ringkasan, ukur)
}
