//! Whether the store can be used now, and figures of its operation.

use crate::connection::{Store, on};
use crate::error::Result;

impl Store {
    /// Asks the database for an answer, and for leave to write; nothing is written.
    ///
    /// # Errors
    /// A database that is away, full or read-only.
    pub async fn ping(&self) -> Result<()> {
        let mut tx = self.write().await?;
        let _: i64 = on!(tx, conn => {
            sqlx::query_scalar("SELECT COUNT(*) FROM audit_ujung").fetch_one(conn).await?
        });
        // A transaction that changed nothing still tells whether the file may be written: SQLite asks for it at the start.
        Ok(())
    }

    /// How many jobs there are in each state.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn count_pekerjaan(&self) -> Result<Vec<(String, i64)>> {
        let mut tx = self.read().await?;
        let daftar = on!(tx, conn => {
            sqlx::query_as("SELECT keadaan, COUNT(*) FROM pekerjaan GROUP BY keadaan ORDER BY keadaan")
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }
}
