//! A number of things that the list behind it, its table or the regulation does not have.

mod perjanjian;
mod rerata;
mod unsur;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::bacaan::{Bacaan, Cacahan, IsiKlaim, Klaim, Letak};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "cacah-tidak-sesuai",
    judul: "Banyaknya hal yang disebut tidak sama dengan daftarnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Bilangan seperti \"8 (delapan) unsur, yaitu ...\" dibandingkan dengan daftar yang mengikutinya: di dalam kalimat, atau sebagai butir di bawahnya. Nama yang memuat kata \"dan\" dihitung longgar. Bilangan unsur juga dibandingkan dengan baris tabelnya, dan dengan jumlah unsur menurut peraturan yang dirujuk (sebagai saran). Bilangan seluruh indikator atau sasaran dibandingkan dengan tabel perjanjian kinerja dan capaian, bilangan indikator yang mencapai atau belum mencapai target dengan capaiannya, dan bilangan unsur di bawah rata-rata dengan nilai setiap unsur. Bilangan boleh ditulis dengan angka atau huruf. Daftar yang hanya memberi contoh tidak dihitung.",
            dasar: &["Penghitungan butir yang tercetak"],
            buruk: &[
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSurvei ini terdiri dari 5 (lima) unsur layanan, yaitu Informasi, Persyaratan, Prosedur, dan Biaya.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nTerdapat 4 (empat) sasaran yang ingin dicapai, yaitu:\n\n1. Meningkatnya keselamatan;\n2. Meningkatnya ketertiban; dan\n3. Meningkatnya kepuasan masyarakat.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nKepala Dinas dibantu oleh satu sekretariat dan empat seksi, yaitu Seksi Angkutan, Seksi Terminal, dan Seksi Ketertiban dan Keselamatan.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPendataan dilaksanakan di empat kecamatan dengan rincian:\n\nKecamatan\tTarget\tRealisasi\nBarumun\t3.200\t3.255\nSosa\t4.100\t4.138\nHuristak\t2.700\t2.690\nJumlah\t10.000\t10.083\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,25\t3,60\t110,77%\n2\tNilai SAKIP\t72,00\t70,50\t97,92%\n3\tPersentase arsip tertata\t80,00%\t88,00%\t110,00%\n\nTabel 2. Target\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Kepuasan Masyarakat\t3,25\n2\tNilai SAKIP\t72,00\n3\tPersentase arsip tertata\t80,00%\n\nPerjanjian Kinerja memuat 4 (empat) indikator.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,25\t3,60\t110,77%\n2\tNilai SAKIP\t72,00\t70,50\t97,92%\n3\tPersentase arsip tertata\t80,00%\t88,00%\t110,00%\n\nTabel 2. Target\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Kepuasan Masyarakat\t3,25\n2\tNilai SAKIP\t72,00\n3\tPersentase arsip tertata\t80,00%\n\nSebanyak 3 (tiga) indikator mencapai atau melampaui target.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nDari tujuh indikator, enam indikator mencapai target, dan dua indikator belum mencapai target, yaitu luas layanan dan jumlah dokumen.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\nRata-rata\t3,33\n\nAda 3 (tiga) unsur yang nilainya di bawah rata-rata.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSusunan organisasi terdiri atas empat unit: (1) Sekretariat, (2) Bidang Angkutan dan Terminal, serta (3) Bidang Keselamatan.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSusunannya meliputi Sekretariat, Bidang Angkutan dan Terminal, Bidang Keselamatan, serta Bidang Prasarana. Jadi, terdapat dua bidang.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nJenis layanan\tPermohonan\nIzin trayek\t120\nUji kendaraan\t340\nIzin parkir\t75\nJumlah\t535\n\nDari empat jenis layanan, uji kendaraan paling banyak dimohon.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSebagian besar target tercapai, sedangkan dua indikator, yaitu persentase arsip yang tertata, belum mencapai target.\n",
            ],
            baik: &[
                "Jumlah pegawai belum diisi (berkas pegawai, baris 11 kolom nilai: laki-laki dan perempuan).\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSurvei ini terdiri dari 4 (empat) unsur layanan, yaitu Informasi, Persyaratan, Sarana dan Prasarana, serta Biaya. Ada 5 inovasi, antara lain loket keliling dan antrean daring.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nTerdapat 3 (tiga) sasaran yang ingin dicapai, yaitu:\n\n1. Meningkatnya keselamatan;\n2. Meningkatnya ketertiban; dan\n3. Meningkatnya kepuasan masyarakat.\n\nDalam waktu 5 (lima) tahun, yaitu 2020 sampai 2024, target itu dicapai.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nKepala Dinas dibantu oleh satu sekretariat dan tiga seksi, yaitu Seksi Angkutan, Seksi Terminal, dan Seksi Ketertiban dan Keselamatan.\n\nLaporan ini terdiri atas dua bab, yaitu Pendahuluan dan Penutup, serta lampiran. Empat orang dilatih, yaitu Ali, Budi, dan Cici.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPendataan dilaksanakan di tiga kecamatan dengan rincian:\n\nKecamatan\tTarget\tRealisasi\nBarumun\t3.200\t3.255\nSosa\t4.100\t4.138\nHuristak\t2.700\t2.690\nJumlah\t10.000\t10.083\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,25\t3,60\t110,77%\n2\tNilai SAKIP\t72,00\t70,50\t97,92%\n3\tPersentase arsip tertata\t80,00%\t88,00%\t110,00%\n\nTabel 2. Target\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Kepuasan Masyarakat\t3,25\n2\tNilai SAKIP\t72,00\n3\tPersentase arsip tertata\t80,00%\n\nPerjanjian Kinerja memuat 3 (tiga) indikator. Dari tiga indikator, dua indikator mencapai target dan satu belum. Setiap sasaran memuat 2 (dua) indikator.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nDari tujuh indikator, lima indikator mencapai target, dan dua indikator belum mencapai target, yaitu luas layanan dan jumlah dokumen.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\nRata-rata\t3,33\n\nAda 2 (dua) unsur yang nilainya di bawah rata-rata.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSusunan organisasi terdiri atas tiga unit: (1) Sekretariat, (2) Bidang Angkutan dan Terminal, serta (3) Bidang Keselamatan.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSusunannya meliputi Sekretariat, Bidang Angkutan dan Terminal, Bidang Keselamatan, serta Bidang Prasarana. Jadi, terdapat tiga bidang.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nJenis layanan\tPermohonan\nIzin trayek\t120\nUji kendaraan\t340\nIzin parkir\t75\nJumlah\t535\n\nDari tiga jenis layanan, uji kendaraan paling banyak dimohon.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nSebagian besar target tercapai, sedangkan satu indikator, yaitu persentase arsip yang tertata, belum mencapai target.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for (i, klaim) in bacaan.klaim.iter().enumerate() {
        let IsiKlaim::Cacah {
            banyak,
            angka,
            ref benda,
            golongan,
            ref daftar,
        } = klaim.isi
        else {
            continue;
        };
        let nilai = Decimal::from(banyak);
        let tertutup = matches!(golongan, Cacahan::Tercapai | Cacahan::BelumTercapai);
        if daftar.len() >= 2 || !daftar.is_empty() && tertutup && banyak > 1 {
            catat.diperiksa(angka);
            if let Some(temuan) = dari_daftar(bahan, aturan, klaim, (nilai, benda), daftar) {
                catat.temuan(temuan);
                continue;
            }
        }
        let temuan = match golongan {
            Cacahan::Semua => perjanjian::semua(bahan, aturan, klaim, banyak, benda),
            Cacahan::Tercapai | Cacahan::BelumTercapai => perjanjian::capai(bahan, aturan, i),
            // A list that has as many bears the number out.
            Cacahan::DiBawahRerata if daftar.len() >= 2 => None,
            Cacahan::DiBawahRerata => rerata::di_bawah(bahan, aturan, klaim, banyak),
            Cacahan::Lain if benda == "unsur" => {
                let tabel = unsur::dari_tabel(bahan, aturan, klaim, nilai);
                if tabel.diperiksa {
                    catat.diperiksa(angka);
                }
                tabel
                    .temuan
                    .or_else(|| unsur::dari_peraturan(bahan, aturan, klaim, nilai, benda))
            }
            Cacahan::Lain => None,
        };
        if let Some(temuan) = temuan {
            catat.diperiksa(angka);
            catat.temuan(temuan);
        }
    }
}

fn dari_daftar(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    klaim: &Klaim,
    (nilai, benda): (Decimal, &str),
    daftar: &[Letak],
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let sebaris = daftar.first()?.piece == klaim.letak.piece;
    let (sedikit, banyak) = if sebaris {
        rentang(bacaan, daftar, benda)
    } else {
        // "Satu sekretariat dan empat bidang, yaitu:" may list the one as well.
        (
            daftar.len().saturating_sub(pendamping(bacaan, klaim)),
            daftar.len(),
        )
    };
    let di_antara = Decimal::from(sedikit) <= nilai && nilai <= Decimal::from(banyak);
    if di_antara {
        return None;
    }
    let terdaftar = if sebaris && nilai > Decimal::from(banyak) {
        banyak
    } else {
        sedikit
    };
    Some(
        Temuan::di(
            aturan,
            bahan,
            &klaim.letak,
            format!(
                "Disebut {}, tetapi daftarnya memuat {terdaftar}",
                bacaan.teks(&klaim.letak)
            ),
            "Betulkan bilangannya, atau lengkapi daftarnya.",
        )
        .seharusnya(Some(terdaftar.to_string()))
        .terkait(
            bahan,
            daftar.iter().take(1).chain(daftar.iter().skip(1).last()),
        ),
    )
}

/// The fewest and the most things that a list in a sentence may mean: commas and "dan" may stand inside a name.
fn rentang(bacaan: &Bacaan, daftar: &[Letak], benda: &str) -> (usize, usize) {
    const PENDEK: usize = 4;
    // "Seksi A, Seksi B, dan Seksi C": each names its kind, so that they can be told apart.
    let bernama = |letak: &&Letak| {
        let mut kata = kosakata::kata(bacaan.teks(letak)).map(|(_, k)| k.to_lowercase());
        kata.next().as_deref() == Some(benda)
    };
    let sebutan: usize = daftar
        .iter()
        .map(|letak| {
            kosakata::kata(bacaan.teks(letak))
                .filter(|(_, k)| k.to_lowercase() == benda)
                .count()
        })
        .sum();
    let semua = daftar.iter().filter(bernama).count();
    if semua >= 2 && semua == sebutan {
        return (semua, semua);
    }
    // "(1) …, (2) …" cannot be miscounted.
    if daftar.len() > 1 && daftar.iter().all(|letak| bernomor(bacaan, letak)) {
        return (daftar.len(), daftar.len());
    }
    let mut golongan: BTreeMap<String, usize> = BTreeMap::new();
    for letak in daftar {
        let kata = kosakata::kata(bacaan.teks(letak)).next();
        if let Some((_, kata)) = kata.filter(|(_, k)| k.starts_with(char::is_uppercase)) {
            *golongan.entry(kata.to_lowercase()).or_default() += 1;
        }
    }
    let mut banyak = 0;
    let mut panjang = false;
    for letak in daftar {
        let kata: Vec<String> = kosakata::kata(bacaan.teks(letak))
            .map(|(_, k)| k.to_lowercase())
            .collect();
        // "Seksi Verifikasi dan Akuntansi" beside other "Seksi" is one; another kind word behind "dan" begins another.
        let sejenis = kata
            .first()
            .and_then(|k| golongan.get(k))
            .is_some_and(|n| *n > 1);
        let sambung = kata
            .windows(2)
            .filter(|k| matches!(k[0].as_str(), "dan" | "serta"))
            .filter(|k| !sejenis || golongan.contains_key(&k[1]))
            .count();
        banyak += 1 + sambung;
        panjang |= kata.len() > PENDEK && !sejenis;
    }
    // A list of whole phrases may have commas inside them: then fewer things are meant than commas say.
    let sedikit = if panjang { 1 } else { daftar.len() };
    (sedikit, banyak)
}

/// Whether a marker such as "(2)" stands before a thing in its sentence.
fn bernomor(bacaan: &Bacaan, letak: &Letak) -> bool {
    const TERPANJANG: usize = 5;
    let depan = bacaan.teks(&letak.bagian(letak.awal.saturating_sub(TERPANJANG)..letak.awal));
    depan
        .trim_end()
        .strip_suffix(')')
        .is_some_and(|nomor| nomor.ends_with(char::is_alphanumeric))
}

/// How many things of another kind the words right before count along ("satu sekretariat dan").
fn pendamping(bacaan: &Bacaan, klaim: &Klaim) -> usize {
    let Some(kalimat) = bacaan.kalimat.get(klaim.kalimat) else {
        return 0;
    };
    let sebelum = bacaan.teks(&kalimat.letak.bagian(kalimat.letak.awal..klaim.letak.awal));
    let kata: Vec<String> = kosakata::kata(sebelum)
        .map(|(_, k)| k.to_lowercase())
        .collect();
    let berdampingan = kata
        .last()
        .is_some_and(|k| matches!(k.as_str(), "dan" | "serta"));
    let satu = kata
        .iter()
        .rev()
        .take(4)
        .any(|k| matches!(k.as_str(), "satu" | "1" | "seorang" | "sebuah"));
    usize::from(berdampingan && satu)
}
