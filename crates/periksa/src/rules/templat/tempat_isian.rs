//! A slot of the template that nobody filled.

use document::source::Piece;

use super::tanda::{JenisSisa, kumpulkan};
use crate::bacaan::Letak;
use crate::rules::ingatan::bersisa;
use crate::rules::teks::Jenis;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tempat-isian",
    judul: "Tempat isian templat belum diisi.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Laporan yang disusun di atas templat sering masih memuat tempat isiannya: tanda kurung siku, garis \
                     putus-putus di tengah kalimat, atau huruf x sebagai pengganti angka. Kutipan bernomor yang memiliki daftar \
                     pustaka, indeks pada rumus, dan baris tanda tangan tidak dianggap tempat isian.",
            dasar: &[
                "Laporan yang ditandatangani harus utuh; tempat isian yang tersisa membuat kalimatnya tidak menyatakan apa-apa.",
            ],
            buruk: &[
                "Realisasi indikator ini sebesar [realisasi] dari target 82,50 persen.",
                "Nilai SAKIP Dinas Pertanian Kabupaten Telagasari tahun ini naik dari [71,25] menjadi 74,10.",
                "No\tUnit\tNilai\tSelisih\n1\tDinas Pertanian\t74,10\t[...]\n2\tDinas Perikanan\t72,05\t[...]",
                "Anggaran yang diserap sampai akhir tahun adalah sebesar Rp......... atau 92,10 persen dari pagu.",
                "Sampai dengan Desember telah diterbitkan XX dokumen dan diselesaikan xxx perkara perdata.",
                "Dari pagu tersebut telah direalisasikan xx atau 96,20 persen sampai akhir tahun, dengan selisih yang wajar.",
                "Kantor Pertanahan memperoleh penghargaan dari ............ atas layanan yang cepat dan ramah sepanjang tahun.",
                "DAFTAR ISI\n\nKATA PENGANTAR\t[1]\nDAFTAR ISI\t[2]\nBAB I PENDAHULUAN\t[3]\nBAB II PERENCANAAN KINERJA\t[4]",
            ],
            baik: &[
                "Menurut laporan Badan Pusat Statistik [1], angka partisipasi naik [2].\n\nDAFTAR PUSTAKA\n\n[1] Badan Pusat Statistik, Statistik Daerah.\n[2] Bank Indonesia, Laporan Perekonomian.",
                "Formasi yang diisi adalah formasi[2] sebagaimana lampiran keputusan, dan rentang nilai [0; 100] dibagi menjadi empat kelas.",
                "Dalam sambutannya beliau berkata, “Kami [pemerintah daerah] akan meneruskan program ini.”",
                "Penerima\n.....\n\nNIP.\nTanggal: ..........",
                "Kegiatan meliputi sosialisasi, bimbingan, pemantauan, dan lain-lain...",
                "Pekan Olahraga Nasional XX dan Musabaqah Tilawatil Quran XXX diikuti 12 (dua belas) pegawai.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for temuan in isi_daftar(bahan, aturan) {
        catat.temuan(temuan);
    }
    for letak in halaman_terbuka(bahan) {
        let pesan = format!(
            "Nomor halaman pada daftar ini belum diisi: {}.",
            bahan.bacaan.teks(&letak)
        );
        let perbaikan = "Perbarui daftar isi sehingga menunjuk halaman yang sebenarnya.";
        catat.temuan(Temuan::di(aturan, bahan, &letak, pesan, perbaikan));
    }
    for (satuan, sisa) in bersisa(bahan.bacaan) {
        // Gaps in cells have a rule of their own.
        let utuh = satuan.jenis == Jenis::Sel;
        for (sisa, lagi) in kumpulkan(satuan.teks, sisa.to_vec()) {
            let teks = satuan.teks.get(sisa.rentang.clone()).unwrap_or_default();
            let (mut pesan, perbaikan) = match sisa.jenis {
                JenisSisa::Isian | JenisSisa::Gambar
                    if utuh && !teks.contains(char::is_alphanumeric) =>
                {
                    (
                        format!("Sel ini masih memuat tempat isian {teks}, belum nilainya."),
                        "Isi sel dengan nilainya, atau tulis bahwa datanya tidak tersedia beserta sebabnya.",
                    )
                }
                JenisSisa::Isian => (
                    format!("Tempat isian templat belum diisi: {teks}."),
                    "Ganti dengan isinya, atau hapus bagian kalimat yang tidak diperlukan.",
                ),
                JenisSisa::Nilai => (
                    format!("Nilai {teks} masih berada dalam tanda kurung templat."),
                    "Pastikan nilainya, lalu hapus tanda kurungnya.",
                ),
                JenisSisa::Kalimat => (
                    "Kalimat pilihan dari templat masih berada dalam tanda kurung.".to_owned(),
                    "Pertahankan kalimat itu tanpa tanda kurung bila sesuai keadaan, atau hapus seluruhnya.",
                ),
                _ => continue,
            };
            if !lagi.is_empty() {
                pesan.push_str(&format!(
                    " Tempat isian yang sama ada {} kali pada paragraf ini.",
                    lagi.len() + 1
                ));
            }
            let letak = satuan.letak.bagian(sisa.rentang);
            let lagi: Vec<Letak> = lagi.into_iter().map(|r| satuan.letak.bagian(r)).collect();
            catat.temuan(Temuan::di(aturan, bahan, &letak, pesan, perbaikan).terkait(bahan, &lagi));
        }
    }
}

/// Pages of a list that are letters x or question marks, behind one that is a number.
fn halaman_terbuka(bahan: &BahanDokumen) -> Vec<Letak> {
    let terbuka = |teks: &str| {
        (2..=4).contains(&teks.chars().count())
            && ["x", "X", "?", "#"]
                .iter()
                .any(|c| teks.replace(c, "").is_empty())
    };
    let angka =
        |teks: &str| (1..=3).contains(&teks.len()) && teks.chars().all(|c| c.is_ascii_digit());
    let mut hasil = Vec::new();
    let mut bernomor = false;
    for (piece, isi) in bahan.bacaan.sumber.pieces.iter().enumerate() {
        match isi {
            Piece::Grid(grid) if grid.columns >= 2 => {
                let mut di_tabel = 0usize;
                let mut calon = Vec::new();
                for baris in 0..grid.rows {
                    let akhir = grid
                        .row(baris)
                        .filter_map(|i| Some((i, grid.cells.get(i)?)))
                        .rfind(|(_, c)| !c.passage.is_blank());
                    let Some((sel, cell)) = akhir else { continue };
                    let teks = cell.passage.text.trim();
                    if angka(teks) {
                        di_tabel += 1;
                    } else if di_tabel >= 2 && terbuka(teks) && !teks.contains(['#', '?']) {
                        calon.push(Letak::di_sel(piece, sel, 0..teks.len()));
                    }
                }
                // A table of values has slots of its own, which the cell tells.
                if piece < SAMPUL && calon.len() == 1 {
                    hasil.extend(calon);
                }
            }
            Piece::Running(_) => {}
            lain => {
                let Some(passage) = lain.passage() else {
                    continue;
                };
                let mut awal = 0;
                for baris in passage.text.split_inclusive('\n') {
                    let isi = baris.trim_end();
                    let halaman = isi
                        .rsplit(|c: char| c.is_whitespace() || ".…_".contains(c))
                        .next()
                        .unwrap_or_default();
                    let depan = isi.get(..isi.len() - halaman.len()).unwrap_or_default();
                    // Leading dots or a tab stand before a page.
                    let berisi = depan.trim_end().ends_with(['…', '\t', '_'])
                        || depan.trim_end().ends_with("..")
                        || depan.ends_with('\t');
                    if !berisi {
                        bernomor = false;
                    } else if angka(halaman) {
                        bernomor = true;
                    } else if bernomor && terbuka(halaman) {
                        let dari = awal + depan.len();
                        hasil.push(Letak::new(piece, dari..dari + halaman.len()));
                    }
                    awal += baris.len();
                }
            }
        }
    }
    hasil
}

/// Pieces at the beginning among which the contents stand.
const SAMPUL: usize = 60;

/// Contents whose pages are running numbers in brackets: one finding for the whole list.
fn isi_daftar(bahan: &BahanDokumen, aturan: &Aturan) -> Vec<Temuan> {
    let mut hasil = Vec::new();
    let mut rangkai: Vec<Letak> = Vec::new();
    let mut selesai = |rangkai: &mut Vec<Letak>| {
        if let [pertama, lain @ ..] = rangkai.as_slice()
            && lain.len() >= 2
        {
            let pesan = format!(
                "Daftar ini memuat {} nomor dalam tanda kurung siku, bukan nomor halaman.",
                lain.len() + 1
            );
            hasil.push(
                Temuan::di(
                    aturan,
                    bahan,
                    pertama,
                    pesan,
                    "Perbarui daftar isi sehingga menunjuk halaman yang sebenarnya.",
                )
                .terkait(bahan, lain),
            );
        }
        rangkai.clear();
    };
    for (piece, isi) in bahan.bacaan.sumber.pieces.iter().enumerate() {
        match isi {
            Piece::Grid(grid) if grid.columns >= 2 => {
                selesai(&mut rangkai);
                for baris in 0..grid.rows {
                    // Only the last cell of a row can be a page.
                    let sel: Vec<_> = grid
                        .row(baris)
                        .filter_map(|i| Some((i, grid.cells.get(i)?)))
                        .filter(|(_, c)| !c.passage.is_blank())
                        .collect();
                    let [_, .., (nomor, akhir)] = sel.as_slice() else {
                        continue;
                    };
                    if let Some(rentang) = halaman_kurung(&akhir.passage.text, true) {
                        let kepala = sel
                            .iter()
                            .all(|(_, c)| halaman_kurung(&c.passage.text, true).is_some());
                        if !kepala {
                            rangkai.push(Letak::di_sel(piece, *nomor, rentang));
                        }
                    }
                }
                selesai(&mut rangkai);
            }
            Piece::Running(_) => {}
            lain => match lain.passage().and_then(|p| halaman_kurung(&p.text, false)) {
                Some(rentang) => rangkai.push(Letak::new(piece, rentang)),
                None => selesai(&mut rangkai),
            },
        }
    }
    selesai(&mut rangkai);
    hasil
}

/// "[12]" at the end of a line of contents; `sendiri` where nothing may stand before it.
fn halaman_kurung(teks: &str, sendiri: bool) -> Option<std::ops::Range<usize>> {
    let isi = teks.trim_end();
    let dalam = isi.strip_suffix(']')?;
    let buka = dalam.rfind('[')?;
    let nomor = dalam.get(buka + 1..)?;
    let depan = dalam.get(..buka)?;
    let angka = !nomor.is_empty()
        && nomor.len() <= 3
        && nomor
            .chars()
            .all(|c| c.is_ascii_alphanumeric() && !c.is_ascii_uppercase())
        && nomor
            .chars()
            .all(|c| c.is_ascii_digit() || "ivx".contains(c));
    let cocok = if sendiri {
        depan.trim().is_empty()
    } else {
        !depan.trim().is_empty() && depan.len() <= 160 && !depan.trim_end().ends_with('.')
    };
    (angka && cocok).then_some(buka..isi.len())
}
