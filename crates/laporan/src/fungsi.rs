//! What templates may call, and whether what they refer to is printed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use document::{Block, Document, Inline, Numbers};
use minijinja::Value;

use crate::telusur::{Temu, telusuri};
use crate::templat::{Angka, Balok, Kata, Mesin};
use crate::{Bahan, GalatNaskah, grafik, narasi, rumus, tabel};

/// Parts by name; the lists at the end are added when the blocks before them are known.
pub(crate) type Bagian = Arc<Mutex<BTreeMap<String, Vec<Block>>>>;

/// What templates may call.
pub(crate) fn daftarkan(mesin: &mut Mesin, bahan: &Bahan<'_>, bagian: &Bagian) {
    let fakta = Arc::new(bahan.hasil.fakta.clone());
    let tabel = Arc::new(tabel::semua(bahan));
    let grafik = Arc::new(grafik::semua(bahan));
    let kisah = Arc::new(bahan.masukan.narasi.clone());

    let milik = Arc::clone(&fakta);
    mesin.fungsi("f", move |kode| match milik.get(kode) {
        Some(_) => Ok(Value::from_object(Angka::new(&milik, kode))),
        None => Err(format!("fakta {kode} tidak ada")),
    });
    let milik = Arc::clone(&fakta);
    mesin.fungsi("rumus", move |kode| {
        Ok(balok(rumus::rumus(&milik, kode).into_iter().collect()))
    });
    let milik = Arc::clone(&tabel);
    mesin.fungsi("tabel", move |nama| {
        Ok(balok(
            milik
                .get(nama)
                .cloned()
                .map(Block::Table)
                .into_iter()
                .collect(),
        ))
    });
    let milik = Arc::clone(&grafik);
    mesin.fungsi("grafik", move |nama| {
        Ok(balok(
            milik
                .get(nama)
                .cloned()
                .map(Block::Figure)
                .into_iter()
                .collect(),
        ))
    });
    mesin.fungsi("lihat_tabel", move |nama| {
        rujukan(tabel.contains_key(nama), "tabel", nama)
    });
    mesin.fungsi("lihat_gambar", move |nama| {
        rujukan(grafik.contains_key(nama), "gambar", nama)
    });
    let milik = Arc::clone(&kisah);
    mesin.fungsi("ada_narasi", move |kunci| {
        Ok(Value::from(
            milik.get(kunci).is_some_and(|isi| !isi.trim().is_empty()),
        ))
    });
    mesin.fungsi("narasi", move |kunci| {
        Ok(balok(narasi::susun(&fakta, kunci, kisah.get(kunci))))
    });
    let bagian = Arc::clone(bagian);
    mesin.fungsi("bagian", move |nama| {
        let bagian = bagian.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(balok(bagian.get(nama).cloned().unwrap_or_default()))
    });
    mesin.fungsi("rumpang", |kalimat| {
        let gap = Inline::Gap {
            text: kalimat.to_owned(),
            reason: kalimat.to_owned(),
            key: None,
        };
        Ok(Kata::nilai(vec![gap]))
    });
}

fn balok(blok: Vec<Block>) -> Value {
    Value::from_object(Balok(blok))
}

fn rujukan(ada: bool, macam: &str, nama: &str) -> Result<Value, String> {
    if ada {
        Ok(Kata::nilai(vec![Inline::Reference(format!(
            "{macam}.{nama}"
        ))]))
    } else {
        Err(format!(
            "{macam} {nama} tidak ada dalam laporan ini; dahului dengan {{% if {macam}(...) %}}"
        ))
    }
}

/// A reference to a table that is not printed would leave a hole in the sentence.
pub(crate) fn periksa_rujukan(blok: &[Block], bahan: &Bahan<'_>) -> Result<(), GalatNaskah> {
    let nomor = Numbers::of(&Document {
        blocks: blok.to_vec(),
        ..Document::default()
    });
    let mut hilang = None;
    telusuri(blok, &mut |temu| {
        if let Temu::Isi(Inline::Reference(jangkar)) = temu
            && nomor.reference(jangkar).is_none()
        {
            hilang.get_or_insert_with(|| jangkar.clone());
        }
    });
    let Some(jangkar) = hilang else {
        return Ok(());
    };
    let (macam, nama) = jangkar.split_once('.').unwrap_or(("tabel", &jangkar));
    let akhir = nama.rsplit('.').next().unwrap_or(nama);
    let letak = bahan.naskah.iter().find_map(|(berkas, isi)| {
        let baris = isi.lines().position(|baris| {
            baris.contains(&format!("lihat_{macam}(")) && baris.contains(akhir)
        })?;
        Some((berkas, isi, baris + 1))
    });
    let (berkas, isi, baris) = letak.unwrap_or(("", "", 1));
    Err(GalatNaskah::pada(
        berkas,
        isi,
        baris,
        format!("{macam} {nama} dirujuk, tetapi tidak dicetak dalam laporan"),
        format!("cetak dengan {{{{ {macam}(\"{nama}\") }}}}, atau hapus rujukannya"),
    ))
}
