//! Packed streams, unpacked within an allowance, and a look at those that the library unpacks on its own.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use memchr::memmem;

/// One stream may unpack to this many bytes.
const MAX_STREAM: usize = 64 << 20;
/// All streams that hold pages may unpack to this many bytes together.
pub(super) const MAX_CONTENT: usize = 512 << 20;
/// What the library unpacks on its own (tables of objects) may be this many bytes together.
const MAX_OBJECTS: usize = 256 << 20;
/// A byte of deflate gives at most this many.
const DEFLATE: usize = 1_032;
/// A byte of LZW gives less than this many.
const LZW: usize = 2_800;

/// Unpacks a stream that holds drawing, and takes it off the allowance; none if it is broken or too big.
pub(super) fn unpack<'a>(stream: &Stream<'a>, left: &mut usize) -> Option<Cow<'a, [u8]>> {
    let raw = stream.raw_data();
    let cap = MAX_STREAM.min(*left);
    let filters = stream.filters();
    let predicted = stream.dict().contains_key("DecodeParms") || stream.dict().contains_key("DP");
    let data = match filters.as_slice() {
        [] => raw,
        [Filter::FlateDecode] if !predicted => {
            let mut out = Vec::new();
            // A stream that breaks off still gives what came before.
            let _broken = ZlibDecoder::new(&*raw)
                .take(cap as u64 + 1)
                .read_to_end(&mut out);
            Cow::Owned(out)
        }
        others => {
            let worst = others.iter().fold(raw.len(), |size, filter| {
                size.saturating_mul(match filter {
                    Filter::FlateDecode => DEFLATE,
                    Filter::LzwDecode => LZW,
                    Filter::RunLengthDecode => 64,
                    _ => 1,
                })
            });
            // Text packs about three to one; what could become a thousand times its size is looked at only if small.
            if worst > cap.saturating_mul(4) {
                return None;
            }
            stream.decoded_data().ok()?
        }
    };
    if data.len() > cap {
        return None;
    }
    *left = left.saturating_sub(data.len());
    Some(data)
}

/// Whether the tables of objects, which the library unpacks whole, stay within their allowance.
///
/// Streams of an encrypted file cannot be measured from outside.
pub(super) fn is_bounded(bytes: &[u8]) -> bool {
    let mut left = MAX_OBJECTS;
    for at in memmem::find_iter(bytes, b"stream") {
        let Some(mut body) = bytes.get(at + b"stream".len()..) else {
            continue;
        };
        body = body.strip_prefix(b"\r").unwrap_or(body);
        let Some(body) = body.strip_prefix(b"\n") else {
            continue;
        };
        let head = bytes.get(at.saturating_sub(1_024)..at).unwrap_or_default();
        let head = memmem::rfind(head, b" obj").map_or(head, |start| &head[start..]);
        let says = |word: &[u8]| memmem::find(head, word).is_some();
        if says(b"/Image") {
            continue;
        }
        if memmem::find_iter(head, b"/FlateDecode").count() > 1 {
            return false;
        }
        // A short one that is not a table of objects cannot grow to much, and is freed again.
        let tabled = says(b"/ObjStm") || says(b"/XRef");
        if !tabled && !is_long(body) {
            continue;
        }
        let mut decoder = ZlibDecoder::new(body).take(left as u64 + 1);
        let size = std::io::copy(&mut decoder, &mut std::io::sink());
        let size = usize::try_from(size.unwrap_or_default()).unwrap_or(usize::MAX);
        if size > left || (!tabled && size > MAX_STREAM) {
            return false;
        }
        if tabled {
            left -= size;
        }
    }
    true
}

/// Whether a stream is long enough to unpack to more than one may.
fn is_long(body: &[u8]) -> bool {
    let longest = MAX_STREAM / DEFLATE;
    body.get(..longest)
        .is_some_and(|start| memmem::find(start, b"endstream").is_none())
}
