//! Backup and restore: one ZIP with every table as lines of JSON and every evidence file, the same from both databases.
//!
//! A backup of the embedded database can so be restored into a server, when an office's installation grows.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{AssertSqlSafe, QueryBuilder, Row as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::Waktu;
use crate::audit::{Peristiwa, RantaiAudit, Rekaman};
use crate::bukti::{FolderBukti, sidik_dari};
use crate::connection::{Store, Tx, on};
use crate::error::{Error, Result};
use crate::skema::{Isi, TABEL, Tabel};

/// Version of the backup's form.
const BENTUK: u32 = 2;
/// The tables of a backup of the first form; it may lack the others, and only those.
const TABEL_BENTUK_1: [&str; 15] = [
    "unit",
    "unit_versi",
    "orang",
    "hak",
    "pejabat",
    "periode",
    "lembar",
    "baris",
    "sel",
    "sel_versi",
    "komentar",
    "alur",
    "alur_langkah",
    "bukti",
    "audit",
];
/// Rows that go into the database in one statement.
const SEKALI: usize = 200;
const DAFTAR_ISI: &str = "isi.json";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IsiCadangan {
    /// Version of the form.
    pub bentuk: u32,
    /// When it was made.
    pub pada: Waktu,
    /// Rows of each table.
    pub baris: BTreeMap<String, usize>,
    /// SHA-256 of each file of the archive.
    pub sidik: BTreeMap<String, String>,
    /// How many evidence files.
    pub bukti: usize,
    /// Hash of the last record of the audit.
    pub audit: String,
}

/// Writes a backup. The file appears when it is whole.
///
/// # Errors
/// A file that cannot be written; an evidence file that is missing or changed, which should be known before the day it is needed.
pub async fn backup(
    store: &Store,
    bukti: &FolderBukti,
    tujuan: &Path,
    pada: Waktu,
) -> Result<IsiCadangan> {
    let galat_berkas = |galat| Error::Berkas(tujuan.display().to_string(), galat);
    let sementara = tujuan.with_extension("tmp");
    let mut zip = ZipWriter::new(File::create(&sementara).map_err(galat_berkas)?);
    let mut isi = IsiCadangan {
        bentuk: BENTUK,
        pada,
        baris: BTreeMap::new(),
        sidik: BTreeMap::new(),
        bukti: 0,
        audit: String::new(),
    };
    let mut tx = store.read().await?;
    let mut simpan = |nama: &str, bita: &[u8], isi: &mut IsiCadangan| -> Result<()> {
        zip.start_file(nama, SimpleFileOptions::default())
            .map_err(|galat| Error::Rusak(galat.to_string()))?;
        zip.write_all(bita).map_err(galat_berkas)?;
        isi.sidik.insert(nama.to_owned(), sidik_dari(bita));
        Ok(())
    };
    for tabel in TABEL {
        let baris = tx.dump(tabel).await?;
        let teks: String = baris.iter().map(|satu| format!("{satu}\n")).collect();
        simpan(
            &format!("tabel/{}.jsonl", tabel.nama),
            teks.as_bytes(),
            &mut isi,
        )?;
        if tabel.nama == "audit"
            && let Some(Value::String(sidik)) = baris.last().and_then(|satu| satu.get("sidik"))
        {
            isi.audit.clone_from(sidik);
        }
        isi.baris.insert(tabel.nama.to_owned(), baris.len());
    }
    for sidik in tx.list_sidik_bukti().await? {
        simpan(&format!("bukti/{sidik}"), &bukti.get(&sidik)?, &mut isi)?;
        isi.bukti = isi.bukti.saturating_add(1);
    }
    let daftar =
        serde_json::to_vec_pretty(&isi).map_err(|galat| Error::Rusak(galat.to_string()))?;
    zip.start_file(DAFTAR_ISI, SimpleFileOptions::default())
        .map_err(|galat| Error::Rusak(galat.to_string()))?;
    zip.write_all(&daftar).map_err(galat_berkas)?;
    let berkas = zip
        .finish()
        .map_err(|galat| Error::Rusak(galat.to_string()))?;
    berkas.sync_all().map_err(galat_berkas)?;
    std::fs::rename(&sementara, tujuan).map_err(galat_berkas)?;
    Ok(isi)
}

/// What a backup says that it holds. Its files are not held against their hashes, which reads all of it; [`restore`] does.
///
/// # Errors
/// A file that is not a backup.
pub fn describe_backup(sumber: &Path) -> Result<IsiCadangan> {
    let daftar = read(&mut open(sumber)?, DAFTAR_ISI)?;
    serde_json::from_slice(&daftar)
        .map_err(|galat| Error::Rusak(format!("cadangan: daftar isi rusak: {galat}")))
}

/// Puts a backup into an empty database. Everything is checked first; the database gets all of it or nothing.
///
/// # Errors
/// A database that is not empty, a file that is not a whole backup, a broken chain of the audit.
pub async fn restore(
    store: &Store,
    bukti: &FolderBukti,
    sumber: &Path,
    peristiwa: &Peristiwa,
) -> Result<IsiCadangan> {
    let mut zip = open(sumber)?;
    let isi = check(&mut zip)?;
    let mut tx = store.write().await?;
    if !tx.empty().await? {
        return Err(Error::Rusak(
            "basis data tujuan sudah berisi; pulihkan ke folder data yang baru".to_owned(),
        ));
    }
    let mut rantai = RantaiAudit::default();
    if let Some(asing) = isi
        .baris
        .keys()
        .find(|nama| !TABEL.iter().any(|tabel| tabel.nama == nama.as_str()))
    {
        return Err(Error::Rusak(format!(
            "cadangan memuat tabel {asing} yang tidak dikenal program ini; gunakan versi program yang sama atau lebih baru"
        )));
    }
    for tabel in TABEL {
        let belum_ada = isi.bentuk == 1 && !TABEL_BENTUK_1.contains(&tabel.nama);
        if belum_ada && !isi.baris.contains_key(tabel.nama) {
            continue;
        }
        let teks = read(&mut zip, &format!("tabel/{}.jsonl", tabel.nama))?;
        let baris: Vec<Value> = teks
            .split(|bita| *bita == b'\n')
            .filter(|baris| !baris.is_empty())
            .map(serde_json::from_slice)
            .collect::<std::result::Result<_, _>>()
            .map_err(|galat| Error::Rusak(format!("cadangan: tabel {}: {galat}", tabel.nama)))?;
        if isi.baris.get(tabel.nama) != Some(&baris.len()) {
            return Err(Error::Rusak(format!(
                "cadangan: jumlah baris tabel {} tidak sesuai dengan daftar isinya",
                tabel.nama
            )));
        }
        for sekelompok in baris.chunks(SEKALI) {
            tx.load(tabel, sekelompok).await?;
        }
        if tabel.nama == "audit" {
            for satu in baris {
                let satu: Rekaman = serde_json::from_value(satu)
                    .map_err(|galat| Error::Rusak(format!("cadangan: audit: {galat}")))?;
                rantai.follow(&satu)?;
            }
        }
    }
    if rantai.ujung != isi.audit {
        return Err(Error::Rusak(
            "cadangan: ujung rantai audit tidak sesuai dengan daftar isinya".to_owned(),
        ));
    }
    on!(tx, conn => {
        sqlx::query("UPDATE audit_ujung SET nomor = $1, sidik = $2 WHERE satu = 1")
            .bind(rantai.jumlah)
            .bind(&rantai.ujung)
            .execute(conn)
            .await?;
    });
    for nama in isi.sidik.keys() {
        if let Some(sidik) = nama.strip_prefix("bukti/") {
            let disimpan = bukti.put(&read(&mut zip, nama)?)?;
            if disimpan != sidik {
                return Err(Error::Rusak(format!(
                    "cadangan: {nama} bukan berkas yang dimaksud"
                )));
            }
        }
    }
    tx.commit(std::slice::from_ref(peristiwa)).await?;
    Ok(isi)
}

type Arsip = ZipArchive<BufReader<File>>;

fn open(sumber: &Path) -> Result<Arsip> {
    let berkas =
        File::open(sumber).map_err(|galat| Error::Berkas(sumber.display().to_string(), galat))?;
    ZipArchive::new(BufReader::new(berkas)).map_err(|galat| {
        Error::Rusak(format!(
            "{} bukan cadangan yang utuh ({galat})",
            sumber.display()
        ))
    })
}

/// Reads the list of contents and holds every file against its hash.
fn check(zip: &mut Arsip) -> Result<IsiCadangan> {
    let daftar = read(zip, DAFTAR_ISI)?;
    let isi: IsiCadangan = serde_json::from_slice(&daftar)
        .map_err(|galat| Error::Rusak(format!("cadangan: daftar isi rusak: {galat}")))?;
    if ![1, BENTUK].contains(&isi.bentuk) {
        return Err(Error::Rusak(format!(
            "cadangan dibuat oleh versi lain program ini (bentuk {}, yang dikenal 1 sampai {BENTUK})",
            isi.bentuk
        )));
    }
    for (nama, sidik) in &isi.sidik {
        if sidik_dari(&read(zip, nama)?) != *sidik {
            return Err(Error::Rusak(format!(
                "cadangan: {nama} berubah sejak cadangan dibuat"
            )));
        }
    }
    Ok(isi)
}

fn read(zip: &mut Arsip, nama: &str) -> Result<Vec<u8>> {
    let mut berkas = zip
        .by_name(nama)
        .map_err(|_| Error::Rusak(format!("cadangan: {nama} tidak ada di dalamnya")))?;
    let mut isi = Vec::new();
    berkas
        .read_to_end(&mut isi)
        .map_err(|galat| Error::Rusak(format!("cadangan: {nama} tidak terbaca ({galat})")))?;
    Ok(isi)
}

impl Tx {
    /// All rows of a table as objects.
    async fn dump(&mut self, tabel: &Tabel) -> Result<Vec<Value>> {
        let kolom: Vec<&str> = tabel.kolom.iter().map(|(nama, _)| *nama).collect();
        // The leading columns are the key of every table.
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {}",
            kolom.join(", "),
            tabel.nama,
            kolom.iter().take(6).copied().collect::<Vec<_>>().join(", ")
        );
        let baris = on!(self, conn => {
            let mut baris = Vec::new();
            for satu in sqlx::query(AssertSqlSafe(sql)).fetch_all(conn).await? {
                let mut objek = serde_json::Map::new();
                for (nama, isi) in tabel.kolom {
                    let nilai = match isi {
                        Isi::Teks => satu.try_get::<Option<String>, _>(*nama)?.map(Value::from),
                        Isi::Bilangan => satu.try_get::<Option<i64>, _>(*nama)?.map(Value::from),
                    };
                    objek.insert((*nama).to_owned(), nilai.unwrap_or(Value::Null));
                }
                baris.push(Value::Object(objek));
            }
            baris
        });
        Ok(baris)
    }

    /// Puts rows into a table.
    async fn load(&mut self, tabel: &Tabel, baris: &[Value]) -> Result<()> {
        let kolom: Vec<&str> = tabel.kolom.iter().map(|(nama, _)| *nama).collect();
        let awal = format!("INSERT INTO {} ({}) ", tabel.nama, kolom.join(", "));
        on!(self, conn => {
            let mut susun = QueryBuilder::new(awal);
            susun.push_values(baris, |mut satu, objek| {
                for (nama, isi) in tabel.kolom {
                    let nilai = objek.get(*nama);
                    match isi {
                        Isi::Teks => satu.push_bind(nilai.and_then(Value::as_str).map(str::to_owned)),
                        Isi::Bilangan => satu.push_bind(nilai.and_then(Value::as_i64)),
                    };
                }
            });
            susun.build().execute(conn).await?;
        });
        Ok(())
    }
}
