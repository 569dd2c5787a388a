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
    let layanan = router(portal).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(pendengar, layanan)
        .with_graceful_shutdown(berhenti)
        .await
}
