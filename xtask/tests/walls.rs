//! The wall table against what cargo says.

use std::collections::BTreeSet;

use cargo_metadata::{DependencyKind, MetadataCommand, Package};
use xtask::walls::{DOORS, WALLS};

fn packages() -> Vec<Package> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let metadata = MetadataCommand::new()
        .manifest_path(manifest)
        .no_deps()
        .exec()
        .expect("cargo metadata runs");
    metadata.packages
}

fn dependencies(package: &Package) -> BTreeSet<&str> {
    let shipped = package
        .dependencies
        .iter()
        .filter(|d| d.kind != DependencyKind::Development);
    shipped.map(|d| d.name.as_str()).collect()
}

#[test]
fn every_crate_has_a_line_in_the_wall_table_and_every_line_a_crate() {
    let packages = packages();
    let crates: BTreeSet<&str> = packages.iter().map(|p| p.name.as_str()).collect();
    let lines: BTreeSet<&str> = WALLS.iter().map(|w| w.name).collect();
    assert_eq!(crates, lines);
}

#[test]
fn a_crate_uses_only_the_crates_below_it() {
    for package in packages() {
        let wall = WALLS
            .iter()
            .find(|w| w.name == package.name.as_str())
            .expect("listed");
        for used in dependencies(&package) {
            let Some(other) = WALLS.iter().find(|w| w.name == used) else {
                continue;
            };
            assert!(
                wall.may_use.contains(&used),
                "{} may not use {used}",
                wall.name
            );
            let beside = (wall.name, used) == ("paket", "kinerja");
            assert!(
                other.row < wall.row || beside,
                "{} uses {used}, which is not below it",
                wall.name
            );
        }
    }
}

#[test]
fn a_library_behind_a_door_is_used_only_by_those_who_may() {
    for package in packages() {
        for used in dependencies(&package) {
            let door = DOORS
                .iter()
                .find(|d| used == d.library || used.starts_with(&format!("{}-", d.library)));
            let Some(door) = door else { continue };
            assert!(
                door.only.contains(&package.name.as_str()),
                "{} uses {used}, but {}: {}",
                package.name,
                if door.only.is_empty() {
                    "nobody may".to_owned()
                } else {
                    format!("only {}", door.only.join(", "))
                },
                door.reason,
            );
        }
    }
}

#[test]
fn the_core_depends_on_nothing_that_could_do_input_or_output() {
    let packages = packages();
    let kinerja = packages
        .iter()
        .find(|p| p.name.as_str() == "kinerja")
        .expect("kinerja");
    let allowed = BTreeSet::from(["hukum", "jiff", "rust_decimal", "serde", "thiserror"]);
    let used = dependencies(kinerja);
    assert!(used.is_subset(&allowed), "{:?}", used.difference(&allowed));
}
