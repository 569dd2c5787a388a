//! Two databases behind one transaction.

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Postgres, Sqlite, Transaction};

use crate::audit::Peristiwa;
use crate::error::{Error, Result};

static LITE: Migrator = sqlx::migrate!("migrations/sqlite");
static PG: Migrator = sqlx::migrate!("migrations/postgres");

/// How long a writer of the embedded database waits for the one before it.
const TUNGGU: Duration = Duration::from_secs(10);
/// Readers of the embedded database side by side.
const PEMBACA: u32 = 4;
/// Connections to a database server.
const KONEKSI: u32 = 16;

/// The store of one installation.
#[derive(Debug, Clone)]
pub struct Store(Db);

#[derive(Debug, Clone)]
enum Db {
    /// One writer, for SQLite has one; readers see the last committed state and block nobody.
    Lite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Pg(PgPool),
}

/// One transaction. Dropped without [`Tx::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Tx {
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Lite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// Runs one body on whichever database the transaction has; `$conn` is its connection.
macro_rules! on {
    ($tx:expr, $conn:ident => $body:expr) => {
        match &mut $tx.kind {
            $crate::connection::Kind::Lite(tx) => {
                let $conn = &mut **tx;
                $body
            }
            $crate::connection::Kind::Pg(tx) => {
                let $conn = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on;

impl Store {
    /// Opens the embedded database of a data folder, makes it where there is none, and brings it to the present schema.
    ///
    /// WAL with `synchronous=FULL`: what was committed survives a loss of power.
    ///
    /// # Errors
    /// A folder that cannot be written, or a database of a newer version of the program.
    pub async fn open_embedded(berkas: &Path) -> Result<Self> {
        if let Some(folder) = berkas.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|galat| Error::Berkas(folder.display().to_string(), galat))?;
        }
        let pilihan = SqliteConnectOptions::new()
            .filename(berkas)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(TUNGGU);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(TUNGGU)
            .connect_with(pilihan.clone())
            .await?;
        LITE.run(&writer).await.map_err(migrasi)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(PEMBACA)
            .acquire_timeout(TUNGGU)
            .connect_with(pilihan.read_only(true).create_if_missing(false))
            .await?;
        Ok(Self(Db::Lite { writer, readers }))
    }

    /// Connects to a PostgreSQL server and brings the schema up to date.
    ///
    /// # Errors
    /// A server that is away, or a database of a newer version of the program.
    pub async fn open_server(url: &str) -> Result<Self> {
        let pool = PgPoolOptions::new()
            .max_connections(KONEKSI)
            .acquire_timeout(TUNGGU)
            .connect(url)
            .await?;
        PG.run(&pool).await.map_err(migrasi)?;
        Ok(Self(Db::Pg(pool)))
    }

    /// A transaction that only reads: one consistent state, whatever others write meanwhile.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn read(&self) -> Result<Tx> {
        let kind = match &self.0 {
            Db::Lite { readers, .. } => Kind::Lite(readers.begin().await?),
            Db::Pg(pool) => Kind::Pg(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        };
        Ok(Tx { kind })
    }

    /// A transaction that writes.
    ///
    /// # Errors
    /// A database that is away, or a writer before it that does not end.
    pub async fn write(&self) -> Result<Tx> {
        let kind = match &self.0 {
            Db::Lite { writer, .. } => Kind::Lite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Db::Pg(pool) => Kind::Pg(pool.begin().await?),
        };
        Ok(Tx { kind })
    }

    /// Ends all connections; the embedded database folds its log into the file.
    pub async fn close(&self) {
        match &self.0 {
            Db::Lite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Pg(pool) => pool.close().await,
        }
    }

    /// Whether this is the embedded database.
    #[must_use]
    pub const fn embedded(&self) -> bool {
        matches!(self.0, Db::Lite { .. })
    }
}

impl Tx {
    /// Appends what happened to the audit, then makes everything durable. Only bookkeeping that is no deed
    /// of a person (a session seen again, progress of a job) commits without a trace.
    ///
    /// # Errors
    /// The disk is full, the server is away: then nothing was written.
    pub async fn commit(mut self, peristiwa: &[Peristiwa]) -> Result<()> {
        for satu in peristiwa {
            self.append_audit(satu).await?;
        }
        match self.kind {
            Kind::Lite(tx) => tx.commit().await?,
            Kind::Pg(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

fn migrasi(galat: sqlx::migrate::MigrateError) -> Error {
    match galat {
        sqlx::migrate::MigrateError::Execute(galat) => galat.into(),
        lain => Error::Rusak(format!(
            "skema basis data tidak dikenal program ini ({lain}); gunakan versi program yang sama atau lebih baru"
        )),
    }
}
