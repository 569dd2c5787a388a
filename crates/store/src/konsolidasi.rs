//! Many units' years side by side, and counted: the pages of a regional office, a directorate general, a ministry.

use sqlx::{AssertSqlSafe, FromRow};

use crate::Waktu;
use crate::connection::{Kind, Tx, on};
use crate::error::{Error, Result};
use crate::ringkasan::{SETAHUN, SebaranUkur};

/// Which years are laid side by side.
#[derive(Debug, Clone)]
pub struct Lingkup<'a> {
    /// The units in the order of their names, each with the number of the branch to which it belongs.
    pub unit: &'a [(&'a str, i64)],
    /// The fiscal year.
    pub tahun: i64,
    /// Which program and law a summary must come from to be shown.
    pub mesin: &'a str,
    /// The words of the four flows, the report's last.
    pub jenis: [&'a str; 4],
    /// The word for handing in.
    pub diajukan: &'a str,
    /// The words of the states in which something is not handed in, or no longer.
    pub terbuka: [&'a str; 2],
    /// All states in the order of the flow, in one text.
    pub keadaan: &'a str,
    /// When the report is due; none where no day is set.
    pub tenggat: Option<Waktu>,
    /// Now.
    pub kini: Waktu,
}

/// Which of the units are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Saringan {
    /// All of them.
    #[default]
    Semua,
    /// The report is not handed in.
    BelumMengajukan,
    /// The report was handed in after its day, or is not handed in and the day is past.
    Terlambat,
    /// An indicator is below its target.
    DiBawahTarget,
    /// Cells are wrong or missing.
    AdaKesalahan,
    /// The year is not open.
    BelumDibuka,
}

/// By what the units are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Urutan {
    /// By name.
    #[default]
    Nama,
    /// By the state of the report: from not handed in to published.
    Laporan,
    /// By mean capaian.
    Capaian,
    /// By the number of indicators below their target.
    DiBawah,
    /// By absorption of the budget.
    Penyerapan,
    /// By Nilai Kinerja Anggaran.
    Nka,
    /// By IKPA.
    Ikpa,
    /// By the number of cells that are wrong or missing.
    Kesalahan,
}

/// A unit's year in the list.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct BarisTahun {
    /// The unit.
    pub unit: String,
    /// 1 where the year is open.
    pub ada: i64,
    /// Where the four flows stand; none where nothing happened yet.
    pub alur_1: Option<String>,
    /// As `alur_1`.
    pub alur_2: Option<String>,
    /// As `alur_1`.
    pub alur_3: Option<String>,
    /// As `alur_1`: the report.
    pub alur_4: Option<String>,
    /// When the report was first handed in.
    pub diajukan: Option<Waktu>,
    /// 1 where it is late.
    pub terlambat: i64,
    /// 1 where the summary is of now; otherwise what follows is not to be shown.
    pub segar: i64,
    /// Cells that are wrong or missing.
    pub kesalahan: i64,
    /// Months of surveys below the minimum of respondents.
    pub bulan_kurang: i64,
    /// Indicators.
    pub indikator: i64,
    /// Those that reach their target.
    pub tercapai: i64,
    /// Those below it.
    pub di_bawah: i64,
    /// Those that cannot be measured.
    pub tak_terukur: i64,
    /// What is shown, as JSON of `app`.
    pub isi: String,
}

/// The years of a branch, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct JumlahCabang {
    /// Number of the branch.
    pub cabang: i64,
    /// Units.
    pub unit: i64,
    /// Those whose year is open.
    pub dibuka: i64,
    /// Those whose report is handed in.
    pub diajukan: i64,
    /// Those whose report is late.
    pub terlambat: i64,
    /// Those whose summary is of now.
    pub segar: i64,
    /// Those with cells that are wrong or missing.
    pub berkesalahan: i64,
    /// Indicators.
    pub indikator: i64,
    /// Those that reach their target.
    pub tercapai: i64,
    /// Those below it.
    pub di_bawah: i64,
    /// Those that cannot be measured.
    pub tak_terukur: i64,
}

/// The years of all units, counted by year.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct JumlahTahun {
    /// The fiscal year.
    pub tahun: i64,
    /// Units with a summary.
    pub unit: i64,
    /// Indicators.
    pub indikator: i64,
    /// Those that reach their target.
    pub tercapai: i64,
    /// Those below it.
    pub di_bawah: i64,
    /// Those that cannot be measured.
    pub tak_terukur: i64,
}

/// The list of units becomes a table; this and the place of a text in a text are what the two databases say differently.
const PILIH_LITE: &str =
    "SELECT json_extract(satu.value, '$[0]') AS unit, json_extract(satu.value, '$[1]') AS cabang,
    satu.key AS urut FROM json_each($1) AS satu";
const PILIH_PG: &str = "SELECT satu.value->>0 AS unit, (satu.value->>1)::bigint AS cabang,
    satu.urut FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS satu (value, urut)";

/// One row for each unit of the list, with everything that is asked of it.
const BARIS: &str = "baris AS (
  SELECT pilih.unit, pilih.cabang, pilih.urut,
    CAST(CASE WHEN p.unit IS NULL THEN 0 ELSE 1 END AS BIGINT) AS ada,
    a1.keadaan AS alur_1, a2.keadaan AS alur_2, a3.keadaan AS alur_3, a4.keadaan AS alur_4,
    LETAK($13, COALESCE(a4.keadaan, $9)) AS letak,
    CAST(CASE WHEN a4.keadaan IS NULL OR a4.keadaan IN ($9, $10) THEN 0 ELSE 1 END AS BIGINT) AS masuk,
    l.pada AS diajukan,
    CAST(CASE WHEN COALESCE(l.pada, $11) > $12 THEN 1 ELSE 0 END AS BIGINT) AS terlambat,
    CAST(CASE WHEN r.basi = 0 AND r.mesin = $3 THEN 1 ELSE 0 END AS BIGINT) AS segar,
    COALESCE(r.kesalahan, 0) AS kesalahan, COALESCE(r.bulan_kurang, 0) AS bulan_kurang,
    COALESCE(r.indikator, 0) AS indikator, COALESCE(r.tercapai, 0) AS tercapai,
    COALESCE(r.di_bawah, 0) AS di_bawah, COALESCE(r.tak_terukur, 0) AS tak_terukur,
    r.capaian, r.penyerapan, r.nka, r.ikpa, COALESCE(r.isi, '') AS isi
  FROM pilih
  LEFT JOIN periode p ON p.unit = pilih.unit AND p.tahun = $2
  LEFT JOIN alur a1 ON a1.unit = pilih.unit AND a1.tahun = $2 AND a1.jenis = $4 AND a1.periode = 'tahun'
  LEFT JOIN alur a2 ON a2.unit = pilih.unit AND a2.tahun = $2 AND a2.jenis = $5 AND a2.periode = 'tahun'
  LEFT JOIN alur a3 ON a3.unit = pilih.unit AND a3.tahun = $2 AND a3.jenis = $6 AND a3.periode = 'tahun'
  LEFT JOIN alur a4 ON a4.unit = pilih.unit AND a4.tahun = $2 AND a4.jenis = $7 AND a4.periode = 'tahun'
  LEFT JOIN (SELECT unit, MIN(pada) AS pada FROM alur_langkah
    WHERE tahun = $2 AND jenis = $7 AND menjadi = $8 AND periode = 'tahun' GROUP BY unit) l ON l.unit = pilih.unit
  LEFT JOIN ringkasan_tahun r ON r.unit = pilih.unit AND r.tahun = $2
)";

impl Saringan {
    const fn sql(self) -> &'static str {
        match self {
            Self::Semua => "1 = 1",
            Self::BelumMengajukan => "masuk = 0",
            Self::Terlambat => "terlambat = 1",
            Self::DiBawahTarget => "segar = 1 AND di_bawah > 0",
            Self::AdaKesalahan => "segar = 1 AND kesalahan > 0",
            Self::BelumDibuka => "ada = 0",
        }
    }
}

impl Urutan {
    /// The expression, gaps last whichever way it is sorted, names within equals.
    fn sql(self, turun: bool) -> String {
        let arah = if turun { "DESC" } else { "ASC" };
        let kolom = match self {
            Self::Nama => return format!("urut {arah}"),
            Self::Laporan => return format!("ada {arah}, letak {arah}, urut"),
            Self::Capaian => "capaian",
            Self::DiBawah => "di_bawah",
            Self::Penyerapan => "penyerapan",
            Self::Nka => "nka",
            Self::Ikpa => "ikpa",
            Self::Kesalahan => "kesalahan",
        };
        format!("CASE WHEN segar = 0 OR {kolom} IS NULL THEN 1 ELSE 0 END, {kolom} {arah}, urut")
    }
}

/// Binds what [`BARIS`] needs.
macro_rules! ikat {
    ($kueri:expr, $lingkup:expr, $pilih:expr) => {
        $kueri
            .bind($pilih)
            .bind($lingkup.tahun)
            .bind($lingkup.mesin)
            .bind($lingkup.jenis[0])
            .bind($lingkup.jenis[1])
            .bind($lingkup.jenis[2])
            .bind($lingkup.jenis[3])
            .bind($lingkup.diajukan)
            .bind($lingkup.terbuka[0])
            .bind($lingkup.terbuka[1])
            .bind($lingkup.kini)
            .bind($lingkup.tenggat.unwrap_or(i64::MAX))
            .bind($lingkup.keadaan)
    };
}

impl Tx {
    fn sql_baris(&self) -> String {
        let letak = match self.kind {
            Kind::Lite(_) => "instr",
            Kind::Pg(_) => "strpos",
        };
        format!(
            "WITH pilih AS ({}), {}",
            self.sql_pilih(),
            BARIS.replace("LETAK", letak)
        )
    }

    const fn sql_pilih(&self) -> &'static str {
        match self.kind {
            Kind::Lite(_) => PILIH_LITE,
            Kind::Pg(_) => PILIH_PG,
        }
    }

    /// Units whose year is open but has no summary of now.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_basi(&mut self, lingkup: &Lingkup<'_>) -> Result<Vec<String>> {
        let pilih = daftar(lingkup)?;
        let sql = format!(
            "WITH pilih AS ({})
             SELECT pilih.unit FROM pilih
             JOIN periode p ON p.unit = pilih.unit AND p.tahun = $2
             LEFT JOIN ringkasan_tahun r ON r.unit = pilih.unit AND r.tahun = $2
             WHERE r.unit IS NULL OR r.basi <> 0 OR r.mesin <> $3 ORDER BY pilih.urut",
            self.sql_pilih()
        );
        let daftar = on!(self, conn => {
            sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(pilih)
                .bind(lingkup.tahun)
                .bind(lingkup.mesin)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// A page of units' years; the number of all that the filter lets through comes with it.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn halaman_tahun(
        &mut self,
        lingkup: &Lingkup<'_>,
        saringan: Saringan,
        (urutan, turun): (Urutan, bool),
        (lewati, paling_banyak): (i64, i64),
    ) -> Result<(Vec<BarisTahun>, i64)> {
        let pilih = daftar(lingkup)?;
        let awal = self.sql_baris();
        let saring = saringan.sql();
        let semua = format!("{awal} SELECT COUNT(*) FROM baris WHERE {saring}");
        let sql = format!(
            "{awal} SELECT unit, ada, alur_1, alur_2, alur_3, alur_4, diajukan, terlambat, segar, kesalahan, bulan_kurang,
               indikator, tercapai, di_bawah, tak_terukur, isi
             FROM baris WHERE {saring} ORDER BY {} LIMIT $14 OFFSET $15",
            urutan.sql(turun)
        );
        let banyak = if saringan == Saringan::Semua {
            i64::try_from(lingkup.unit.len()).unwrap_or(i64::MAX)
        } else {
            on!(self, conn => {
                ikat!(sqlx::query_scalar(AssertSqlSafe(semua)), lingkup, pilih.as_str())
                    .fetch_one(conn)
                    .await?
            })
        };
        let halaman = on!(self, conn => {
            ikat!(sqlx::query_as(AssertSqlSafe(sql)), lingkup, pilih.as_str())
                .bind(paling_banyak)
                .bind(lewati)
                .fetch_all(conn)
                .await?
        });
        Ok((halaman, banyak))
    }

    /// The years of the units, counted by branch.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn jumlah_cabang(&mut self, lingkup: &Lingkup<'_>) -> Result<Vec<JumlahCabang>> {
        let pilih = daftar(lingkup)?;
        let sql = format!(
            "{} SELECT cabang, COUNT(*) AS unit, {} FROM baris GROUP BY cabang ORDER BY cabang",
            self.sql_baris(),
            // A sum is a decimal number in PostgreSQL; counts are whole.
            [
                ("ada", "dibuka"),
                ("masuk", "diajukan"),
                ("terlambat", "terlambat"),
                ("segar", "segar"),
                (
                    "CASE WHEN segar = 1 AND kesalahan > 0 THEN 1 ELSE 0 END",
                    "berkesalahan"
                ),
                ("segar * indikator", "indikator"),
                ("segar * tercapai", "tercapai"),
                ("segar * di_bawah", "di_bawah"),
                ("segar * tak_terukur", "tak_terukur"),
            ]
            .map(|(apa, nama)| format!("CAST(SUM({apa}) AS BIGINT) AS {nama}"))
            .join(", ")
        );
        let daftar = on!(self, conn => {
            ikat!(sqlx::query_as(AssertSqlSafe(sql)), lingkup, pilih.as_str())
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// How many of the units stand how with each indicator of the year.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn sebaran_ukur(&mut self, lingkup: &Lingkup<'_>) -> Result<Vec<SebaranUkur>> {
        let pilih = daftar(lingkup)?;
        let sql = format!(
            "WITH pilih AS ({}),
             segar AS (SELECT r.unit FROM pilih JOIN ringkasan_tahun r ON r.unit = pilih.unit AND r.tahun = $2
               WHERE r.basi = 0 AND r.mesin = $3)
             SELECT u.indikator, u.keadaan, COUNT(*) AS banyak FROM ringkasan u
             WHERE u.tahun = $2 AND u.periode = $4 AND u.unit IN (SELECT unit FROM segar)
             GROUP BY u.indikator, u.keadaan ORDER BY u.indikator, u.keadaan",
            self.sql_pilih()
        );
        let daftar = on!(self, conn => {
            sqlx::query_as(AssertSqlSafe(sql))
                .bind(pilih)
                .bind(lingkup.tahun)
                .bind(lingkup.mesin)
                .bind(SETAHUN)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// Years that are open at one of the units, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn tahun_terbuka(&mut self, lingkup: &Lingkup<'_>) -> Result<Vec<i64>> {
        let pilih = daftar(lingkup)?;
        let sql = format!(
            "WITH pilih AS ({}) SELECT DISTINCT p.tahun FROM pilih JOIN periode p ON p.unit = pilih.unit ORDER BY p.tahun DESC",
            self.sql_pilih()
        );
        let daftar = on!(self, conn => {
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(pilih).fetch_all(conn).await?
        });
        Ok(daftar)
    }

    /// The years of the units up to the one of `lingkup`, counted by year, latest first; stale summaries are left out.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn jumlah_tahun(&mut self, lingkup: &Lingkup<'_>) -> Result<Vec<JumlahTahun>> {
        let pilih = daftar(lingkup)?;
        let sql = format!(
            "WITH pilih AS ({})
             SELECT r.tahun, COUNT(*) AS unit, CAST(SUM(r.indikator) AS BIGINT) AS indikator,
               CAST(SUM(r.tercapai) AS BIGINT) AS tercapai, CAST(SUM(r.di_bawah) AS BIGINT) AS di_bawah,
               CAST(SUM(r.tak_terukur) AS BIGINT) AS tak_terukur
             FROM pilih JOIN ringkasan_tahun r ON r.unit = pilih.unit
             WHERE r.tahun <= $2 AND r.basi = 0 AND r.mesin = $3 GROUP BY r.tahun ORDER BY r.tahun DESC LIMIT 5",
            self.sql_pilih()
        );
        let daftar = on!(self, conn => {
            sqlx::query_as(AssertSqlSafe(sql))
                .bind(pilih)
                .bind(lingkup.tahun)
                .bind(lingkup.mesin)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }
}

fn daftar(lingkup: &Lingkup<'_>) -> Result<String> {
    serde_json::to_string(lingkup.unit).map_err(|galat| Error::Rusak(galat.to_string()))
}
