//! The portal: the only HTTP and the only HTML of the program.
//!
//! A page asks a use case of `app` and shows what came of it. Nothing is decided, computed or kept here.
//! `router.rs` is the table of all addresses; a page is one file under `pages/`.

mod aset;
mod galat;
mod konteks;
mod log;
mod pages;
mod router;
mod server;
mod sesi;
mod tampilan;
mod waktu;

use std::sync::Arc;

use app::App;

pub use log::start_log;
pub use router::router;
pub use server::serve;

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
}

/// What every page works with.
#[derive(Clone)]
pub struct Portal {
    /// The use cases.
    pub app: App,
    /// How the installation is reached.
    pub konfigurasi: Arc<Konfigurasi>,
}

impl Portal {
    /// The portal of an installation.
    #[must_use]
    pub fn new(app: App, konfigurasi: Konfigurasi) -> Self {
        Self {
            app,
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
