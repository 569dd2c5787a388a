//! The portal: the only HTTP and the only HTML of the program.
//!
//! A page asks a use case of `app` and shows what came of it. Nothing is decided, computed or kept here.
//! `router.rs` is the table of all addresses; a page is one file under `pages/`.

mod api;
mod aset;
mod galat;
mod kirim;
mod konteks;
mod laju;
mod log;
mod pages;
mod router;
mod server;
mod sesi;
mod sso;
mod tampilan;
mod ukuran;
mod waktu;

use std::sync::Arc;

use app::App;

pub use log::{Log, start_log};
pub use router::router;
pub use server::serve;
pub use sso::KonfigurasiSso;

/// How an installation is reached.
#[derive(Debug, Clone, Default)]
pub struct Konfigurasi {
    /// Address that people type, as `https://cermat.example.go.id`; none for plain HTTP on this machine.
    /// With `https` the cookies are bound to it.
    pub asal: Option<String>,
    /// Whether a proxy of our own stands before the program, whose `X-Forwarded-For` may be believed.
    pub proksi: bool,
    /// The key of the first set-up, printed at the start; without it nobody can take the first account over the network.
    pub kunci_awal: Option<String>,
    /// Requests that a token may make in a minute; 0 for the usual number.
    pub laju_api: u32,
    /// The provider of single sign-on; none where people log in with a password only.
    pub sso: Option<KonfigurasiSso>,
}

/// What every page works with.
#[derive(Clone)]
pub struct Portal {
    /// The use cases.
    pub app: App,
    /// How the installation is reached.
    pub konfigurasi: Arc<Konfigurasi>,
    /// How often a token may ask.
    pub(crate) laju: Arc<laju::Laju>,
    /// Figures of operation.
    pub(crate) ukuran: Arc<ukuran::Ukuran>,
    /// The provider of single sign-on.
    pub(crate) sso: Option<Arc<sso::Sso>>,
}

impl Portal {
    /// The portal of an installation.
    #[must_use]
    pub fn new(app: App, konfigurasi: Konfigurasi) -> Self {
        let sso = konfigurasi.sso.clone().and_then(|sso| {
            sso::Sso::new(sso)
                .map_err(
                    |galat| tracing::error!(galat = %galat, "masuk tunggal tidak dapat disiapkan"),
                )
                .ok()
        });
        Self {
            app,
            laju: Arc::new(laju::Laju::new(konfigurasi.laju_api)),
            ukuran: Arc::default(),
            sso: sso.map(Arc::new),
            konfigurasi: Arc::new(konfigurasi),
        }
    }

    /// Whether cookies are only sent over TLS.
    pub(crate) fn aman(&self) -> bool {
        self.konfigurasi
            .asal
            .as_deref()
            .is_some_and(|asal| asal.starts_with("https://"))
    }
}
