//! Numbers that are part of a computation, not statements about the office.

use std::collections::BTreeSet;

use crate::bacaan::{AngkaId, Bacaan, Pernyataan};

/// Takes out what a reader of words made of the operands of a computation.
///
/// "Persentase = 39 / 40 x 100%" says nothing of a realisasi of 39, and "nilai persepsi 4 = 3,53" nothing of 4.
pub(in crate::understand) fn buang_hitungan(bacaan: &Bacaan, pernyataan: &mut Vec<Pernyataan>) {
    let rumus: BTreeSet<AngkaId> = bacaan
        .rumus
        .iter()
        .flat_map(|rumus| rumus.angka.iter().copied())
        .collect();
    pernyataan.retain(|p| !rumus.contains(&p.angka) && !operan(bacaan, p.angka));
}

/// Whether the words right around a number make it an operand.
fn operan(bacaan: &Bacaan, id: AngkaId) -> bool {
    let Some(angka) = bacaan.angka.get(id.0) else {
        return false;
    };
    let Some(passage) = angka.letak.bacaan(bacaan.sumber) else {
        return false;
    };
    let sebelum = passage.text.get(..angka.letak.awal).unwrap_or_default();
    let sesudah = passage.text.get(angka.letak.akhir..).unwrap_or_default();
    let sebelum = sebelum.trim_end();
    let sesudah = sesudah.trim_start();
    // A number behind an equals sign may be a statement ("IKM = 3,93"), one before it cannot.
    let kiri = sebelum.ends_with(['×', '*', '÷', '+', '·']) || berakhir_kali(sebelum);
    let kanan = sesudah.starts_with(['×', '*', '÷', '+', '·', '=']) || berawal_kali(sesudah);
    kiri || kanan
}

fn berakhir_kali(teks: &str) -> bool {
    teks.strip_suffix(['x', 'X'])
        .is_some_and(|depan| depan.ends_with([' ', ')', '%']))
}

fn berawal_kali(teks: &str) -> bool {
    teks.strip_prefix(['x', 'X'])
        .is_some_and(|sisa| sisa.starts_with(|c: char| c == ' ' || c.is_ascii_digit()))
}
