//! Keys of the lines of a budget, from their names in normal words.

/// "jumlah belanja pegawai" is a part, "jumlah" and "total anggaran" the whole.
pub(super) fn kunci_total(rapi: &str) -> String {
    let inti: Vec<&str> = rapi
        .split(' ')
        .filter(|k| {
            !matches!(
                *k,
                "jumlah" | "total" | "sub" | "subtotal" | "grand" | "keseluruhan" | "seluruh"
            )
        })
        .collect();
    match inti[..] {
        [] | ["anggaran" | "belanja" | "pagu" | "rp" | "dipa"] => "total".to_owned(),
        _ => inti.join(" "),
    }
}

/// The key of a line of a budget: its name without codes, "pegawai" as "belanja pegawai".
pub(super) fn kunci_anggaran(rapi: &str) -> String {
    let inti: Vec<&str> = rapi
        .split(' ')
        .filter(|k| !k.chars().any(|c| c.is_ascii_digit()))
        .skip_while(|k| k.chars().count() == 1)
        .collect();
    match inti[..] {
        [] => rapi.to_owned(),
        [jenis @ ("pegawai" | "barang" | "modal")] => format!("belanja {jenis}"),
        ["anggaran" | "pagu" | "total" | "dipa"] => "total".to_owned(),
        _ => inti.join(" "),
    }
}
