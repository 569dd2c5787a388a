//! Work shared out among threads; what it gives comes in the order of the work, however many threads there are.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism};

/// Work is done side by side in up to so many threads.
const TERBANYAK: usize = 4;
/// As much room as a program's own thread has; address space that is only taken if used.
const TUMPUKAN: usize = 8 << 20;
/// Stretches of a list for each thread, so that none waits long for one whose stretch is hard.
const PENGGAL: usize = 8;

/// How many threads there may be.
pub(crate) fn banyak() -> usize {
    available_parallelism().map_or(1, |inti| inti.get().min(TERBANYAK))
}

/// What `kerja` gives for each of `tugas` tasks, done side by side in `utas` threads.
pub(crate) fn bagi<R: Send>(
    tugas: usize,
    utas: usize,
    kerja: impl Fn(usize) -> R + Sync,
) -> Vec<R> {
    if utas <= 1 || tugas <= 1 {
        return (0..tugas).map(kerja).collect();
    }
    let antrean = AtomicUsize::new(0);
    let ambil = || {
        let mut hasil = Vec::new();
        loop {
            let ke = antrean.fetch_add(1, Ordering::Relaxed);
            if ke >= tugas {
                return hasil;
            }
            hasil.push((ke, kerja(ke)));
        }
    };
    let mut hasil = std::thread::scope(|lingkup| {
        let lain: Vec<_> = (1..utas.min(tugas))
            .filter_map(|_| {
                let utas = Builder::new().stack_size(TUMPUKAN);
                utas.spawn_scoped(lingkup, ambil).ok()
            })
            .collect();
        // Whatever another thread cannot be had for is done in this one.
        let mut hasil = ambil();
        for utas in lain {
            hasil.extend(utas.join().unwrap_or_else(|galat| resume_unwind(galat)));
        }
        hasil
    });
    hasil.sort_by_key(|(ke, _)| *ke);
    hasil.into_iter().map(|(_, satu)| satu).collect()
}

/// What `kerja` makes of the stretches of a list, in order; none is shorter than `terpendek`, but the last may be.
pub(crate) fn penggal<T: Sync, R: Send>(
    semua: &[T],
    terpendek: usize,
    kerja: impl Fn(&[T]) -> R + Sync,
) -> Vec<R> {
    let utas = banyak();
    let panjang = semua.len().div_ceil(utas * PENGGAL).max(terpendek).max(1);
    let bagian: Vec<&[T]> = semua.chunks(panjang).collect();
    bagi(bagian.len(), utas, |ke| {
        kerja(bagian.get(ke).copied().unwrap_or_default())
    })
}

/// What `kerja` makes of each of a list, in order; a stretch is no shorter than `terpendek`.
pub(crate) fn petakan<T: Sync, R: Send>(
    semua: &[T],
    terpendek: usize,
    kerja: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let bagian = penggal(semua, terpendek, |bagian| {
        bagian.iter().map(&kerja).collect::<Vec<R>>()
    });
    gabung(bagian)
}

/// Lists put one behind the other.
pub(crate) fn gabung<T>(bagian: Vec<Vec<T>>) -> Vec<T> {
    let mut hasil = Vec::with_capacity(bagian.iter().map(Vec::len).sum());
    for satu in bagian {
        hasil.extend(satu);
    }
    hasil
}

#[cfg(test)]
mod tests {
    use super::{bagi, penggal, petakan};

    #[test]
    fn what_is_shared_out_comes_back_in_order() {
        let semua: Vec<usize> = (0..10_000).collect();
        let kali: Vec<usize> = semua.iter().map(|n| n * 3).collect();
        assert_eq!(petakan(&semua, 1, |n| n * 3), kali);
        assert_eq!(bagi(10_000, 4, |n| n * 3), kali);
        assert_eq!(penggal(&semua, 1, <[usize]>::to_vec).concat(), semua);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(bagi(0, 4, |n| n).is_empty());
        assert!(petakan(&[] as &[usize], 1, |n| *n).is_empty());
    }
}
