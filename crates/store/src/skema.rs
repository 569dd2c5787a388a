//! What the database looks like, as text that a test compares; and the tables that a backup carries.

use crate::connection::{Tx, on};
use crate::error::Result;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isi {
    /// Text.
    Teks,
    /// A whole number.
    Bilangan,
}

/// A table that a backup carries, with its columns.
#[derive(Debug)]
pub struct Tabel {
    /// Name.
    pub nama: &'static str,
    /// Columns in order.
    pub kolom: &'static [(&'static str, Isi)],
}

use Isi::{Bilangan as B, Teks as T};

/// The tables of a backup, parents before children.
pub const TABEL: &[Tabel] = &[
    Tabel {
        nama: "unit",
        kolom: &[("id", T), ("dibuat", B)],
    },
    Tabel {
        nama: "unit_versi",
        kolom: &[
            ("unit", T),
            ("versi", B),
            ("dari", T),
            ("nama", T),
            ("tingkat", T),
            ("profil", T),
            ("kode", T),
            ("induk", T),
            ("aktif", B),
            ("oleh", T),
            ("pada", B),
            ("alasan", T),
            ("zona", T),
        ],
    },
    Tabel {
        nama: "orang",
        kolom: &[
            ("id", T),
            ("nama_pengguna", T),
            ("nama", T),
            ("nip", T),
            ("sandi", T),
            ("totp", T),
            ("totp_langkah", B),
            ("sso", T),
            ("aktif", B),
            ("ganti_sandi", B),
            ("versi", B),
            ("dibuat", B),
        ],
    },
    Tabel {
        nama: "token",
        kolom: &[
            ("id", T),
            ("orang", T),
            ("nama", T),
            ("lingkup", T),
            ("sidik", T),
            ("dibuat", B),
            ("sampai", T),
            ("terakhir", B),
            ("dicabut", B),
        ],
    },
    Tabel {
        nama: "hak",
        kolom: &[
            ("id", T),
            ("orang", T),
            ("unit", T),
            ("peran", T),
            ("tolak", B),
            ("dari", T),
            ("sampai", T),
            ("oleh", T),
            ("pada", B),
            ("alasan", T),
            ("dicabut", B),
        ],
    },
    Tabel {
        nama: "pejabat",
        kolom: &[
            ("id", T),
            ("unit", T),
            ("jabatan", T),
            ("sifat", T),
            ("nama", T),
            ("nip", T),
            ("dari", T),
            ("sampai", T),
            ("oleh", T),
            ("pada", B),
            ("alasan", T),
            ("dicabut", B),
        ],
    },
    Tabel {
        nama: "periode",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("dibuka", B),
            ("oleh", T),
            ("beku", T),
            ("sidik", T),
            ("dikunci", B),
        ],
    },
    Tabel {
        nama: "lembar",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("lembar", T),
            ("kepala", T),
            ("catatan", T),
            ("versi", B),
        ],
    },
    Tabel {
        nama: "baris",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("lembar", T),
            ("baris", T),
            ("urutan", B),
            ("hapus", B),
            ("versi", B),
        ],
    },
    Tabel {
        nama: "sel",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("lembar", T),
            ("baris", T),
            ("kolom", T),
            ("nilai", T),
            ("versi", B),
        ],
    },
    Tabel {
        nama: "sel_versi",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("lembar", T),
            ("baris", T),
            ("kolom", T),
            ("versi", B),
            ("semula", T),
            ("menjadi", T),
            ("oleh", T),
            ("pada", B),
            ("alasan", T),
        ],
    },
    Tabel {
        nama: "komentar",
        kolom: &[
            ("id", T),
            ("unit", T),
            ("tahun", B),
            ("lembar", T),
            ("baris", T),
            ("kolom", T),
            ("teks", T),
            ("oleh", T),
            ("pada", B),
        ],
    },
    Tabel {
        nama: "alur",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("jenis", T),
            ("periode", T),
            ("keadaan", T),
            ("versi", B),
        ],
    },
    Tabel {
        nama: "alur_langkah",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("jenis", T),
            ("periode", T),
            ("versi", B),
            ("semula", T),
            ("menjadi", T),
            ("oleh", T),
            ("pada", B),
            ("alasan", T),
            ("sidik", T),
        ],
    },
    Tabel {
        nama: "bukti",
        kolom: &[
            ("id", T),
            ("unit", T),
            ("tahun", B),
            ("kaitan", T),
            ("nama", T),
            ("jenis", T),
            ("ukuran", B),
            ("sidik", T),
            ("oleh", T),
            ("pada", B),
            ("lepas", B),
        ],
    },
    Tabel {
        nama: "pemetaan",
        kolom: &[
            ("unit", T),
            ("jenis", T),
            ("isi", T),
            ("versi", B),
            ("oleh", T),
            ("pada", B),
        ],
    },
    Tabel {
        nama: "susunan",
        kolom: &[
            ("id", T),
            ("unit", T),
            ("tahun", B),
            ("akhir", B),
            ("isi", T),
            ("sidik", T),
            ("rincian", T),
            ("oleh", T),
            ("pada", B),
        ],
    },
    Tabel {
        nama: "pemeriksaan",
        kolom: &[
            ("id", T),
            ("unit", T),
            ("tahun", B),
            ("seri", T),
            ("nama", T),
            ("jenis", T),
            ("ukuran", B),
            ("sidik", T),
            ("ringkas", T),
            ("hasil", T),
            ("oleh", T),
            ("pada", B),
        ],
    },
    Tabel {
        nama: "berkas_susunan",
        kolom: &[
            ("susunan", T),
            ("nama", T),
            ("jenis", T),
            ("ukuran", B),
            ("sidik", T),
        ],
    },
    Tabel {
        nama: "langkah_laporan",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("versi", B),
            ("susunan", T),
            ("sidik", T),
        ],
    },
    Tabel {
        nama: "terbitan",
        kolom: &[
            ("unit", T),
            ("tahun", B),
            ("versi", B),
            ("susunan", T),
            ("sidik", T),
            ("langkah", B),
            ("oleh", T),
            ("pada", B),
            ("catatan", T),
        ],
    },
    Tabel {
        nama: "kesampingan",
        kolom: &[
            ("id", T),
            ("seri", T),
            ("sidik", T),
            ("aturan", T),
            ("cuplikan", T),
            ("oleh", T),
            ("pada", B),
            ("alasan", T),
            ("dicabut", B),
            ("dicabut_oleh", T),
        ],
    },
    Tabel {
        nama: "audit",
        kolom: &[
            ("nomor", B),
            ("pada", B),
            ("pelaku", T),
            ("tindakan", T),
            ("unit", T),
            ("objek", T),
            ("hasil", T),
            ("rincian", T),
            ("sebelum", T),
            ("sidik", T),
        ],
    },
];

/// Tables that a backup leaves out: what is of the moment,
/// the end of the audit, which follows from its records, and summaries, which follow from the cells.
pub const TANPA_CADANGAN: &[&str] = &[
    "sesi",
    "percobaan",
    "pekerjaan",
    "impor",
    "audit_ujung",
    "ringkasan_tahun",
    "ringkasan",
];

/// The schema as text: one line for each column, constraint, index and trigger, sorted.
///
/// # Errors
/// A database that is away.
pub async fn snapshot(tx: &mut Tx) -> Result<String> {
    let baris: Vec<String> = match &mut tx.kind {
        crate::connection::Kind::Lite(tx) => {
            sqlx::query_scalar(
                "SELECT type || ' ' || name || char(10) || sql FROM sqlite_master
                 WHERE sql IS NOT NULL AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY type DESC, name",
            )
            .fetch_all(&mut **tx)
            .await?
        }
        crate::connection::Kind::Pg(tx) => {
            sqlx::query_scalar(
                "SELECT baris FROM (
                   SELECT table_name || '.' || column_name || ' ' || data_type ||
                     CASE WHEN is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END AS baris
                   FROM information_schema.columns WHERE table_schema = current_schema()
                   UNION ALL
                   SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                   FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
                   UNION ALL
                   SELECT tablename || ' index ' || regexp_replace(indexdef, ' ON [^ ]*\\.', ' ON ')
                   FROM pg_indexes WHERE schemaname = current_schema()
                   UNION ALL
                   SELECT event_object_table || ' trigger ' || trigger_name || ' ' || action_timing || ' ' || event_manipulation
                   FROM information_schema.triggers WHERE trigger_schema = current_schema()
                 ) semua WHERE baris NOT LIKE '\\_sqlx%' ORDER BY baris COLLATE \"C\"",
            )
            .fetch_all(&mut **tx)
            .await?
        }
    };
    Ok(baris.join("\n") + "\n")
}

impl Tx {
    /// Names and columns of all tables of the schema, for the test that holds [`TABEL`] against them.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_kolom(&mut self) -> Result<Vec<(String, String)>> {
        let daftar = match &mut self.kind {
            crate::connection::Kind::Lite(tx) => {
                sqlx::query_as(
                    "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p
                     WHERE m.type = 'table' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY m.name, p.cid",
                )
                .fetch_all(&mut **tx)
                .await?
            }
            crate::connection::Kind::Pg(tx) => {
                sqlx::query_as(
                    "SELECT table_name::text, column_name::text FROM information_schema.columns
                     WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%'
                     ORDER BY table_name, ordinal_position",
                )
                .fetch_all(&mut **tx)
                .await?
            }
        };
        Ok(daftar)
    }

    /// Whether no unit, person or record is there yet.
    pub(crate) async fn empty(&mut self) -> Result<bool> {
        let jumlah: i64 = on!(self, conn => {
            sqlx::query_scalar(
                "SELECT (SELECT COUNT(*) FROM unit) + (SELECT COUNT(*) FROM orang) + (SELECT COUNT(*) FROM audit)",
            )
            .fetch_one(conn)
            .await?
        });
        Ok(jumlah == 0)
    }
}
