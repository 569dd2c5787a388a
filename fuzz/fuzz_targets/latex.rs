//! Any text is read as a formula, and every side stands in it.
#![no_main]

use document::source::latex::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for side in parse(text).iter().flat_map(|chain| &chain.sides) {
        assert!(text.get(side.span.clone()).is_some());
    }
});
