//! Serving until told to stop.

use std::future::Future;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::{Portal, router};

/// Answers requests until `berhenti` is done; those that are under way are finished first.
///
/// # Errors
/// A socket that fails.
pub async fn serve(
    portal: Portal,
    pendengar: TcpListener,
    berhenti: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    // The jobs of the installation are done here too; one that is cut off is taken up by the next process.
    let (selesai, tanda) = tokio::sync::oneshot::channel::<()>();
    let app = portal.app.clone();
    let pekerja = tokio::spawn(async move {
        let henti = async {
            let _ = tanda.await;
        };
        let catat = |galat: &app::Error| tracing::warn!(%galat, "antrean pekerjaan tidak terbaca");
        app.jalankan_pekerjaan(henti, catat).await;
    });
    let layanan = router(portal).into_make_service_with_connect_info::<SocketAddr>();
    let hasil = axum::serve(pendengar, layanan)
        .with_graceful_shutdown(berhenti)
        .await;
    drop(selesai);
    let _ = pekerja.await;
    hasil
}
