//! The data are another office's, or another year's.

use crate::bacaan::Letak;
use crate::rules::teks::satuan;
use crate::understand::kosakata::{kata, kata_tahun, normal};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "data-tidak-cocok-identitas",
    judul: "Data kantor yang disertakan bukan milik kantor atau tahun dokumen ini.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Aturan ini hanya bekerja bila data kantor disertakan. Nama kantor dan tahun laporan yang terbaca dari dokumen dibandingkan \
                     dengan yang tercantum dalam data. Bila tahunnya berbeda, angka dokumen tidak dicocokkan dengan data.",
            dasar: &["Data kantor yang disertakan."],
            buruk: &[],
            baik: &[],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let Some(data) = bahan.data else {
        return;
    };
    let identitas = &bahan.bacaan.identitas;
    let satker = &data.masukan.satker;
    let kantor = kantor_lain(bahan);
    let tahun = identitas.tahun.filter(|tahun| *tahun != data.hasil.tahun);
    if kantor.is_none() && tahun.is_none() {
        return;
    }
    let mut beda = Vec::new();
    if let Some(kantor) = kantor {
        beda.push(format!(
            "kantor {kantor}, sedangkan data milik {}",
            satker.nama
        ));
    }
    if let Some(tahun) = tahun {
        beda.push(format!(
            "tahun {tahun}, sedangkan data tahun {}",
            data.hasil.tahun
        ));
    }
    let Some(letak) = letak(bahan, kantor, tahun) else {
        return;
    };
    let pesan = format!(
        "Dokumen ini laporan {}. Angka dokumen tidak dicocokkan dengan data itu.",
        beda.join(", dan ")
    );
    catat.temuan(Temuan::di(
        aturan,
        bahan,
        &letak,
        pesan,
        "Sertakan data kantor dan tahun yang dilaporkan, atau betulkan identitas pada dokumen atau data.",
    ));
}

/// The office that the document is by, where it is another one than the data's.
pub(super) fn kantor_lain<'b>(bahan: &BahanDokumen<'b>) -> Option<&'b str> {
    let satker = &bahan.data?.masukan.satker;
    let identitas = &bahan.bacaan.identitas;
    identitas.kantor.as_deref().filter(|kantor| {
        let sebutan = identitas.sebutan.iter().map(String::as_str);
        !std::iter::once(*kantor)
            .chain(sebutan)
            .any(|nama| sama(nama, &satker.nama))
    })
}

/// Whether two names are of one office: the words of the shorter one all stand in the longer one, the last word among them.
fn sama(a: &str, b: &str) -> bool {
    let (a, b) = (normal(a), normal(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (pendek, panjang) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    pendek.last() == panjang.last() && pendek.iter().all(|kata| panjang.contains(kata))
        || (pendek.len() > 2 && panjang.starts_with(pendek))
}

/// The first place of the name or of the year, else the beginning.
fn letak(bahan: &BahanDokumen, kantor: Option<&str>, tahun: Option<i16>) -> Option<Letak> {
    let semua = satuan(bahan.bacaan.sumber);
    let tempat = semua.iter().find_map(|s| {
        let awal = s.letak.awal;
        if let Some(kantor) = kantor {
            let di = s.teks.find(kantor)?;
            return Some(s.letak.bagian(awal + di..awal + di + kantor.len()));
        }
        let (rentang, _) = kata(s.teks).find(|(_, k)| tahun.is_some() && kata_tahun(k) == tahun)?;
        Some(s.letak.bagian(awal + rentang.start..awal + rentang.end))
    });
    tempat.or_else(|| semua.first().map(|s| s.letak.clone()))
}

#[cfg(test)]
mod tests {
    use super::sama;

    #[test]
    fn a_short_name_is_the_same_office_and_another_place_is_not() {
        assert!(sama(
            "Kanim Kelas I TPI Sukamaju",
            "KANIM KELAS I TPI SUKAMAJU"
        ));
        assert!(sama(
            "Dinas Sosial Kabupaten Maju",
            "Dinas Sosial Kabupaten Maju Provinsi Timur"
        ));
        assert!(!sama(
            "Kantor Imigrasi Kelas I TPI Sukamaju",
            "Kantor Imigrasi Kelas I TPI Makmur"
        ));
    }
}
