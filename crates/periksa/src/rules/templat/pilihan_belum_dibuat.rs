//! A choice of the template that nobody made.

use super::kurung::{is_pilihan_perintah, pasangan};
use super::pilihan::{berlawanan, pilihan};
use super::tanda::{JenisSisa, Sisa, kumpulkan};
use crate::rules::ingatan::bersisa;
use crate::rules::teks::Jenis;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "pilihan-belum-dibuat",
    judul: "Pilihan kata pada templat belum dipilih.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Templat menyediakan dua kata yang saling meniadakan, misalnya naik/turun, agar penulis memilih satu. Kalimat yang \
                     memuat keduanya tidak menyatakan apa-apa. Nama analisis menurut peraturan (\"penyebab keberhasilan/kegagalan atau \
                     peningkatan/penurunan kinerja\"), pengandaian, dan judul kolom tidak dianggap pilihan.",
            dasar: &["Arah perubahan mengikuti angkanya, sehingga hanya satu kata yang benar."],
            buruk: &[
                "Capaian ini mengalami [peningkatan/penurunan] dari tahun 2023.",
                "Nilai IKPA triwulan ini naik/turun sebesar 2,10 poin.",
                "Realisasi tersebut lebih besar/kecil dibandingkan rata-rata provinsi.",
                "Kantor ini mencapai atau belum mencapai target seluruh indikator, dengan rata-rata capaian 108,53%.",
                "Target indikator ini tercapai/tidak tercapai (coret yang tidak perlu).",
            ],
            baik: &[
                "Analisis penyebab keberhasilan/kegagalan atau peningkatan/penurunan kinerja disajikan pada Bab III.",
                "Pegawai laki-laki/perempuan dan/atau tenaga honorer mengikuti pelatihan yang sama.",
                "Tahun\tRealisasi\tKenaikan/Penurunan\n2022\t80,10\t-\n2023\t82,40\t2,30",
                "Analisis dilakukan atas indikator yang mencapai atau belum mencapai target, dengan rata-rata capaian 108,53%.",
                "Apabila nilai suatu unsur naik/turun dibandingkan triwulan lalu, unit pengolah menyusun catatan.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for (satuan, kurung) in bersisa(bahan.bacaan) {
        let mut rentang: Vec<_> = kurung
            .iter()
            .filter(|s| s.jenis == JenisSisa::Pilihan)
            .map(|s| s.rentang.clone())
            .collect();
        if satuan.prosa() {
            let mut bebas = pilihan(satuan.teks);
            bebas.extend(berlawanan(satuan.teks));
            rentang.extend(bebas.into_iter().filter(|r| {
                !kurung
                    .iter()
                    .any(|s| s.rentang.start <= r.start && r.end <= s.rentang.end)
            }));
        }
        if satuan.prosa() || satuan.jenis == Jenis::Judul {
            // "*) coret yang tidak perlu" below a form.
            let kecil = satuan.teks.to_lowercase();
            let berkurung = pasangan(&kecil, '(', ')')
                .iter()
                .any(|r| kecil.get(r.clone()).is_some_and(is_pilihan_perintah));
            if kecil.chars().count() <= 60 && is_pilihan_perintah(&kecil) && !berkurung {
                rentang.push(0..satuan.teks.len());
            }
        }
        rentang.sort_by_key(|r| r.start);
        let semua = rentang.into_iter().map(|rentang| Sisa {
            rentang,
            jenis: JenisSisa::Pilihan,
        });
        for (sisa, lagi) in kumpulkan(satuan.teks, semua.collect()) {
            let letak = satuan.letak.bagian(sisa.rentang);
            let lagi: Vec<_> = lagi.into_iter().map(|r| satuan.letak.bagian(r)).collect();
            let mut pesan = format!(
                "Pilihan pada templat belum dibuat: {}.",
                bahan.bacaan.teks(&letak)
            );
            if !lagi.is_empty() {
                pesan.push_str(&format!(
                    " Pilihan yang sama ada {} kali pada paragraf ini.",
                    lagi.len() + 1
                ));
            }
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &letak,
                    pesan,
                    "Pilih satu kata yang sesuai dengan angkanya dan hapus yang lain.",
                )
                .terkait(bahan, &lagi),
            );
        }
    }
}
