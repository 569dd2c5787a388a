//! Attached files as data: names that are only names, and types that are types.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Writer;
use crate::pdf::text::clean;
use crate::tree::Attachment;

impl Writer {
    pub(super) fn attachments(&mut self, attachments: &[Attachment]) -> Vec<Value> {
        let mut taken = BTreeSet::new();
        let mut written = Vec::with_capacity(attachments.len());
        for attachment in attachments {
            let plain = plain_name(&attachment.name);
            // Two files of one name would hide each other.
            let name = (1..)
                .map(|n| {
                    if n == 1 {
                        plain.clone()
                    } else {
                        format!("{n}-{plain}")
                    }
                })
                .find(|name| taken.insert(name.clone()));
            written.push(json!({
                "file": self.file(&attachment.bytes),
                "name": name,
                "type": media_type(&attachment.media_type),
                "description": clean(&attachment.description),
            }));
        }
        written
    }
}

/// The name becomes a path inside the file: only plain characters, and never a way upwards.
fn plain_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "._-".contains(c) {
                c
            } else {
                '-'
            }
        })
        .collect();
    let plain = plain.trim_matches(['.', '-']);
    if plain.is_empty() {
        "lampiran".to_owned()
    } else {
        plain.to_owned()
    }
}

/// A media type that is none becomes the type of bytes.
fn media_type(text: &str) -> &str {
    let token = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c))
    };
    let named = text
        .split_once('/')
        .is_some_and(|(kind, name)| token(kind) && token(name));
    if named {
        text
    } else {
        "application/octet-stream"
    }
}
