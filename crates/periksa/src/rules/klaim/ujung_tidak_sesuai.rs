//! "Terendah" or "terbanyak" of one that its table does not put at that end.

use crate::bacaan::{Angka, AngkaId, Bacaan, Deret, IsiKlaim};
use crate::hitung::tampil;
use crate::salah_ketik::salah_ketik;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "ujung-tidak-sesuai",
    judul: "Yang disebut terendah atau tertinggi bukan yang terendah atau tertinggi pada tabelnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Unsur, bulan, wilayah, jenis layanan, atau hal lain yang disebut bernilai terendah atau tertinggi (juga terbanyak, paling sedikit, dan seterusnya) dicari pada tabel yang memuatnya: menurut nilai yang dikutip di sampingnya, atau menurut judul kolom di tabel terdekat. Bila pada tidak satu pun kolom yang mungkin dimaksud ia berada di ujung itu, pernyataannya keliru. Baris jumlah, rata-rata, dan sisa (\"lainnya\") tidak ikut dibandingkan; tabel yang berkelompok dibandingkan per kelompok; nilai yang sama dengan ujungnya diterima.",
            dasar: &["Perbandingan nilai pada tabel yang tercetak"],
            buruk: &[
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,0512\nProsedur\t3,4023\nWaktu Penyelesaian\t3,0947\nBiaya\t3,6618\n\nBiaya memperoleh nilai tertinggi (36,618) dan perlu dipertahankan.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nUnsur dengan nilai terendah adalah Persyaratan sebesar 3,21.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nNilai tertinggi terdapat pada unsur Prosedur.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Kunjungan\n\nKunjungan ke loket menurut bulan:\n\nJan\tFeb\tMar\tApr\tJumlah\n31\t28\t44\t26\t129\n\nKunjungan terbanyak terjadi pada bulan Januari dan paling sedikit pada bulan April.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Kunjungan\n\nDesa/Kelurahan\tKader\tAktif\tPersentase\nDesa Air Hitam\t84\t80\t95,24%\nDesa Sukarami\t71\t66\t92,96%\nDesa Talang Ubi\t63\t63\t100,00%\nJumlah\t218\t209\t95,87%\n\nPersentase kader aktif terendah terdapat di Air Hitam, sedangkan yang tertinggi di Desa Talang Ubi (100,00%).\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Madrasah\n\nJenjang\tLembaga\tTerakreditasi\tPersentase\nRaudhatul Athfal (RA)\t27\t19\t70,37%\nMadrasah Ibtidaiyah (MI)\t34\t29\t85,29%\nMadrasah Aliyah (MA)\t11\t10\t90,91%\nJenjang lainnya\t40\t39\t97,50%\nJumlah\t112\t97\t86,61%\n\nPersentase terakreditasi terendah pada MI (70,37 persen) dan tertinggi pada MA (90,91 persen). Jenjang yang persentasenya paling lemah adalah MA.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,0512\nProsedur\t3,4023\nWaktu Penyelesaian\t3,0947\nBiaya\t3,6618\n\nBiaya memperoleh nilai tertinggi (3,66) dan perlu dipertahankan.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,21\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nUnsur dengan nilai terendah adalah Waktu Penyelesaian sebesar 3,05, sedangkan nilai tertinggi terdapat pada unsur Biaya.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndeks Kepuasan Masyarakat diukur menurut unsur berikut.\n\nUnsur Layanan\tNilai\nPersyaratan\t3,05\nProsedur\t3,40\nWaktu Penyelesaian\t3,05\nBiaya\t3,66\n\nUnsur dengan nilai terendah adalah Persyaratan sebesar 3,05.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Kunjungan\n\nKunjungan ke loket menurut bulan:\n\nJan\tFeb\tMar\tApr\tJumlah\n31\t28\t44\t26\t129\n\nKunjungan terbanyak terjadi pada bulan Maret dan paling sedikit pada bulan April. Dua bulan terendah adalah Februari dan April. Penyelesaian paling lama 18 hari.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Kunjungan\n\nDesa/Kelurahan\tKader\tAktif\tPersentase\nDesa Air Hitam\t84\t80\t95,24%\nDesa Sukarami\t71\t66\t92,96%\nDesa Talang Ubi\t63\t63\t100,00%\nJumlah\t218\t209\t95,87%\n\nPersentase kader aktif terendah terdapat di Sukarami, sedangkan yang tertinggi di Desa Talang Ubi (100,00%). Kader paling sedikit ada di Talang Ubi.\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Kunjungan\n\nUnsur\tBobot (%)\tNilai\nInternal\nPenyidikan\t40\t3,11\nPengawasan\t30\t3,32\nPengaduan\t30\t3,26\nEksternal\nPenyidikan\t40\t3,41\nPengawasan\t30\t3,52\nPengaduan\t30\t3,36\n\nMenurut responden eksternal, unsur Pengaduan memperoleh nilai terendah (3,36).\n",
                "Laporan Kinerja Kantor Pertanahan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Madrasah\n\nJenjang\tLembaga\tTerakreditasi\tPersentase\nRaudhatul Athfal (RA)\t27\t19\t70,37%\nMadrasah Ibtidaiyah (MI)\t34\t29\t85,29%\nMadrasah Aliyah (MA)\t11\t10\t90,91%\nJenjang lainnya\t40\t39\t97,50%\nJumlah\t112\t97\t86,61%\n\nPersentase terakreditasi terendah pada RA (70,37 persen) dan tertinggi pada MA (90,91 persen). Lembaga terbanyak ada pada MI dan sejak lama demikian.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::Ujung {
            tertinggi,
            ref nama,
            angka,
            ref deret,
        } = klaim.isi
        else {
            continue;
        };
        catat.diperiksa(angka);
        let ujung: Option<Vec<Ujung>> = deret
            .iter()
            .map(|satu| Ujung::cari(bacaan, satu, tertinggi))
            .collect();
        let Some(ujung) = ujung else { continue };
        if ujung.iter().any(|u| u.ini.nilai == u.nilai.nilai) {
            if let Some((id, benar)) = salah_kutip(bacaan, angka, &ujung) {
                let cetak = bacaan.angka(id);
                catat.temuan(
                    Temuan::di(
                        aturan,
                        bahan,
                        &cetak.letak,
                        format!(
                            "Nilai {nama} disebut {}, tetapi pada tabel {}",
                            tampil(cetak),
                            tampil(benar)
                        ),
                        "Cocokkan keduanya dengan data sumbernya, lalu pakai satu nilai di semua tempat.",
                    )
                    .seharusnya(Some(tampil(benar)))
                    .terkait(bahan, [&benar.letak]),
                );
            }
            continue;
        }
        let Some(pertama) = ujung.first() else {
            continue;
        };
        let kata = if tertinggi { "tertinggi" } else { "terendah" };
        let pesan = format!(
            "{nama} ({}) disebut {kata}, tetapi pada tabel {} ({})",
            tampil(pertama.ini),
            pertama.nama,
            tampil(pertama.nilai)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &klaim.letak,
                pesan,
                "Sebut yang benar menurut tabel, lalu sesuaikan simpulan dan rekomendasinya.",
            )
            .seharusnya(Some(pertama.nama.to_owned()))
            .terkait(bahan, [&pertama.ini.letak, &pertama.nilai.letak]),
        );
    }
}

/// The quoted value and the one of the tables, where they differ by a slip of the hand.
fn salah_kutip<'b>(
    bacaan: &Bacaan,
    angka: Option<AngkaId>,
    ujung: &[Ujung<'b>],
) -> Option<(AngkaId, &'b Angka)> {
    let id = angka?;
    let cetak = bacaan.angka(id);
    let nilai = cetak.nilai?;
    if ujung
        .iter()
        .any(|u| u.ini.nilai == Some(nilai) || u.nilai.nilai == Some(nilai))
    {
        return None;
    }
    let benar = ujung.first()?.ini;
    // A value that stands elsewhere is that of another table or year.
    if bacaan
        .angka
        .iter()
        .any(|a| a.nilai == Some(nilai) && a.letak != cetak.letak)
    {
        return None;
    }
    let slip = ujung.iter().all(|u| {
        u.ini.nilai == benar.nilai
            && u.ini
                .nilai
                .is_some_and(|n| salah_ketik(nilai, cetak.presisi, n).is_some())
    });
    slip.then_some((id, benar))
}

/// The one that is named and the one at the end.
struct Ujung<'b> {
    ini: &'b Angka,
    nama: &'b str,
    nilai: &'b Angka,
}

impl<'b> Ujung<'b> {
    fn cari(bacaan: &'b Bacaan, deret: &'b Deret, tertinggi: bool) -> Option<Self> {
        let (_, ini) = deret.semua.get(deret.ini)?;
        let nilai = |(_, id): &&(String, AngkaId)| bacaan.angka(*id).nilai;
        let (nama, id) = if tertinggi {
            deret.semua.iter().max_by_key(nilai)
        } else {
            deret.semua.iter().min_by_key(nilai)
        }?;
        Some(Self {
            ini: bacaan.angka(*ini),
            nama,
            nilai: bacaan.angka(*id),
        })
    }
}
