//! Chance that repeats: the same seed gives the same numbers on every machine.

/// A generator after Steele, Lea and Flood (SplitMix64).
#[derive(Debug, Clone)]
pub struct Acak(u64);

impl Acak {
    /// A generator from its seed.
    #[must_use]
    pub fn new(benih: u64) -> Self {
        Self(benih)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `bawah` to `atas`, both included.
    pub fn di(&mut self, bawah: i64, atas: i64) -> i64 {
        let lebar = u64::try_from(atas.saturating_sub(bawah).saturating_add(1)).unwrap_or(1);
        let geser = self.next() % lebar.max(1);
        bawah.saturating_add(i64::try_from(geser).unwrap_or_default())
    }

    /// An index below `panjang`, which is at least 1.
    pub fn indeks(&mut self, panjang: usize) -> usize {
        let panjang = u64::try_from(panjang.max(1)).unwrap_or(1);
        usize::try_from(self.next() % panjang).unwrap_or_default()
    }

    /// One of several.
    pub fn pilih<'a, T>(&mut self, pilihan: &'a [T]) -> Option<&'a T> {
        let indeks = self.indeks(pilihan.len());
        pilihan.get(indeks)
    }

    /// Puts things in another order.
    pub fn kocok<T>(&mut self, isi: &mut [T]) {
        for akhir in (1..isi.len()).rev() {
            let awal = self.indeks(akhir + 1);
            isi.swap(awal, akhir);
        }
    }
}
