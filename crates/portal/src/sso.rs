//! Single sign-on by OpenID Connect: authorisation code with PKCE, state and nonce.
//!
//! What the browser must bring back is in a cookie of its own, so a login works whichever process answers.

use std::time::Duration;

use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _, http,
};

use app::{IdentitasSso, MasukSso};

/// How long the provider may take to answer.
const TUNGGU: Duration = Duration::from_secs(10);
/// Largest answer of the provider.
const JAWABAN_TERBESAR: usize = 1 << 20;
/// A second factor, in the words of RFC 8176.
const FAKTOR_KEDUA: [&str; 3] = ["mfa", "otp", "hwk"];

/// How the provider is reached, as its administrator said.
#[derive(Clone, Default)]
pub struct KonfigurasiSso {
    /// Address of the provider (issuer).
    pub penerbit: String,
    /// Id of this installation there.
    pub id_klien: String,
    /// Its secret there; none for a public client.
    pub rahasia_klien: Option<String>,
    /// Name of the provider on the login page.
    pub nama: Option<String>,
    /// Values of `acr` that say that a second factor was asked.
    pub acr_dua_faktor: Vec<String>,
    /// Whether somebody whom the provider knows gets an account without grants at the first login.
    pub buat_akun: bool,
}

impl std::fmt::Debug for KonfigurasiSso {
    /// Leaves the secret out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KonfigurasiSso")
            .field("penerbit", &self.penerbit)
            .field("id_klien", &self.id_klien)
            .finish_non_exhaustive()
    }
}

/// Why a login at the provider did not lead here.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GalatSso {
    /// The provider does not answer as the standard says.
    #[error("penyedia masuk tunggal tidak menjawab semestinya: {0}")]
    Penyedia(String),
    /// What came back does not belong to what was asked.
    #[error("jawaban penyedia tidak cocok dengan permintaan: {0}")]
    TidakCocok(String),
}

#[derive(Debug, thiserror::Error)]
enum GalatHttp {
    #[error(transparent)]
    Kirim(#[from] reqwest::Error),
    #[error(transparent)]
    Bentuk(#[from] http::Error),
    #[error("jawaban terlalu besar")]
    Besar,
}

/// What the browser keeps between leaving for the provider and coming back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Titipan {
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) pengesah: String,
    /// Where the person wanted to go.
    pub(crate) kembali: String,
}

impl Titipan {
    /// As the value of a cookie; the three secrets have no dot.
    pub(crate) fn kue(&self) -> String {
        format!(
            "{}.{}.{}.{}",
            self.state,
            self.nonce,
            self.pengesah,
            crate::galat::sandikan(&self.kembali)
        )
    }

    pub(crate) fn dari_kue(teks: &str) -> Option<Self> {
        let mut bagian = teks.splitn(4, '.').map(str::to_owned);
        Some(Self {
            state: bagian.next().filter(|satu| !satu.is_empty())?,
            nonce: bagian.next()?,
            pengesah: bagian.next()?,
            kembali: bagian.next()?,
        })
    }
}

/// A provider.
#[derive(Debug, Clone)]
pub(crate) struct Sso {
    konfigurasi: KonfigurasiSso,
    http: reqwest::Client,
}

impl Sso {
    /// The provider of a configuration.
    pub(crate) fn new(konfigurasi: KonfigurasiSso) -> Result<Self, reqwest::Error> {
        // A second choice of the library is refused, and that is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            // The addresses are the provider's; following where they point would lead into our own network.
            .redirect(reqwest::redirect::Policy::none())
            .timeout(TUNGGU)
            .build()?;
        Ok(Self { konfigurasi, http })
    }

    /// Name of the provider on the login page.
    pub(crate) fn nama(&self) -> &str {
        self.konfigurasi.nama.as_deref().unwrap_or("akun instansi")
    }

    /// Address of the provider.
    pub(crate) fn penerbit(&self) -> &str {
        &self.konfigurasi.penerbit
    }

    async fn temukan(&self) -> Result<CoreProviderMetadata, GalatSso> {
        let penerbit = IssuerUrl::new(self.konfigurasi.penerbit.clone())
            .map_err(|galat| GalatSso::Penyedia(galat.to_string()))?;
        CoreProviderMetadata::discover_async(penerbit, &|permintaan| {
            kirim(self.http.clone(), permintaan)
        })
        .await
        .map_err(|galat| GalatSso::Penyedia(galat.to_string()))
    }

    fn klien(&self) -> (ClientId, Option<ClientSecret>) {
        (
            ClientId::new(self.konfigurasi.id_klien.clone()),
            self.konfigurasi
                .rahasia_klien
                .clone()
                .map(ClientSecret::new),
        )
    }

    /// Where the browser goes, and what it keeps meanwhile. `pulang` is our own address to come back to.
    pub(crate) async fn mulai(
        &self,
        pulang: &str,
        kembali: &str,
    ) -> Result<(String, Titipan), GalatSso> {
        let (id, rahasia) = self.klien();
        let pulang = RedirectUrl::new(pulang.to_owned())
            .map_err(|galat| GalatSso::TidakCocok(galat.to_string()))?;
        let klien = CoreClient::from_provider_metadata(self.temukan().await?, id, rahasia)
            .set_redirect_uri(pulang);
        let (tantangan, pengesah) = PkceCodeChallenge::new_random_sha256();
        let (alamat, state, nonce) = klien
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(tantangan)
            .url();
        let titipan = Titipan {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            pengesah: pengesah.into_secret(),
            kembali: kembali.to_owned(),
        };
        Ok((alamat.to_string(), titipan))
    }

    /// What the provider says of who came back with this code.
    pub(crate) async fn selesai(
        &self,
        pulang: &str,
        titipan: &Titipan,
        state: &str,
        kode: &str,
    ) -> Result<MasukSso, GalatSso> {
        // Hashes are compared, so that time tells nothing of the secret.
        if store::sidik_dari(state.as_bytes()) != store::sidik_dari(titipan.state.as_bytes()) {
            return Err(GalatSso::TidakCocok("state".to_owned()));
        }
        let (id, rahasia) = self.klien();
        let pulang = RedirectUrl::new(pulang.to_owned())
            .map_err(|galat| GalatSso::TidakCocok(galat.to_string()))?;
        let klien = CoreClient::from_provider_metadata(self.temukan().await?, id, rahasia)
            .set_redirect_uri(pulang);
        let jawaban = klien
            .exchange_code(AuthorizationCode::new(kode.to_owned()))
            .map_err(|galat| GalatSso::Penyedia(galat.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(titipan.pengesah.clone()))
            .request_async(&|permintaan| kirim(self.http.clone(), permintaan))
            .await
            .map_err(|galat| GalatSso::Penyedia(galat.to_string()))?;
        let token = jawaban
            .id_token()
            .ok_or_else(|| GalatSso::Penyedia("tidak ada ID token".to_owned()))?;
        // Only signatures by a key that the provider publishes; never one by a shared secret, or none.
        let pemeriksa = klien.id_token_verifier().set_allowed_algs([
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
            CoreJwsSigningAlgorithm::RsaSsaPssSha256,
            CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            CoreJwsSigningAlgorithm::EcdsaP384Sha384,
            CoreJwsSigningAlgorithm::EdDsa,
        ]);
        let klaim = token
            .claims(&pemeriksa, &Nonce::new(titipan.nonce.clone()))
            .map_err(|galat| GalatSso::TidakCocok(galat.to_string()))?;
        Ok(self.masuk(klaim))
    }

    fn masuk(&self, klaim: &CoreIdTokenClaims) -> MasukSso {
        let subjek = klaim.subject().as_str().to_owned();
        let lewat_acr = klaim.auth_context_ref().is_some_and(|acr| {
            self.konfigurasi
                .acr_dua_faktor
                .iter()
                .any(|satu| satu == acr.as_str())
        });
        let lewat_amr = klaim
            .auth_method_refs()
            .is_some_and(|amr| amr.iter().any(|satu| FAKTOR_KEDUA.contains(&satu.as_str())));
        let akun_baru = self.konfigurasi.buat_akun.then(|| {
            let nama_pengguna = klaim
                .preferred_username()
                .map_or_else(|| subjek.clone(), |nama| nama.as_str().to_owned());
            let nama = klaim
                .name()
                .and_then(|nama| nama.get(None))
                .map_or_else(|| nama_pengguna.clone(), |nama| nama.as_str().to_owned());
            (nama_pengguna, nama)
        });
        MasukSso {
            identitas: IdentitasSso {
                penerbit: klaim.issuer().as_str().to_owned(),
                subjek,
            },
            faktor_kedua: lewat_acr || lewat_amr,
            akun_baru,
        }
    }
}

async fn kirim(klien: reqwest::Client, permintaan: HttpRequest) -> Result<HttpResponse, GalatHttp> {
    let mut jawaban = klien
        .execute(reqwest::Request::try_from(permintaan)?)
        .await?;
    let mut hasil = http::Response::builder().status(jawaban.status());
    for (nama, nilai) in jawaban.headers() {
        hasil = hasil.header(nama, nilai);
    }
    let mut isi = Vec::new();
    while let Some(potong) = jawaban.chunk().await? {
        if isi.len().saturating_add(potong.len()) > JAWABAN_TERBESAR {
            return Err(GalatHttp::Besar);
        }
        isi.extend_from_slice(&potong);
    }
    Ok(hasil.body(isi)?)
}
