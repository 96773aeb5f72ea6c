//! `--spec`, `--family`, `--byte-order`, `--arch`: how bytes are understood.

use crate::args::{Meaning, Order, Prefer};
use crate::complain;
use netlink_capture::netlink::Given;
use netlink_dissector::dump;
use netlink_dissector::table::{Arch, Tables};
use netlink_dissector::wire::ByteOrder;
use netlink_dissector::ynl;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Bytes of a spec that are read at most; the dissector takes fewer.
const MAX_SPEC: u64 = 16 << 20;

/// The built-in tables, and those of the specs that were asked for.
pub fn tables(meaning: &Meaning) -> Result<Tables, String> {
    let mut tables = Tables::builtin();
    tables.prefer_builtin(meaning.spec_prefer == Prefer::Builtin);
    for path in &meaning.spec {
        for file in files(path).map_err(|e| unread(&path.display().to_string(), &e))? {
            load(&mut tables, &file)?;
        }
    }
    check(&tables, meaning)?;
    Ok(tables)
}

/// The specs that a path means: itself, or the YAML files of a directory.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        if file.extension().is_some_and(|e| e == "yaml" || e == "yml") {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(io::Error::other("there is no *.yaml in it"));
    }
    Ok(files)
}

/// What is wrong with a spec that cannot be read.
fn unread(name: &str, error: &io::Error) -> String {
    format!(
        "--spec: cannot read {name}: {error}: name a YNL spec, or a directory of them, such as \
         Documentation/netlink/specs of the kernel's source"
    )
}

/// Families that a wrong name may have meant, or where they are listed.
pub fn near(tables: &Tables, name: &str, generic: bool) -> String {
    let near = dump::nearest(tables, name, generic);
    match near.as_slice() {
        [] => "nldissect families lists them".to_owned(),
        near => format!("did you mean {}?", near.join(", ")),
    }
}

/// Whether `--family` names generic families that the tables have.
fn check(tables: &Tables, meaning: &Meaning) -> Result<(), String> {
    for word in &meaning.family {
        if let Some((_, name)) = word.split_once('=')
            && tables.generic(name).is_none()
        {
            let near = near(tables, name, true);
            return Err(format!(
                "--family {word}: no generic family is called {name:?}: {near}"
            ));
        }
    }
    Ok(())
}

fn load(tables: &mut Tables, path: &Path) -> Result<(), String> {
    let name = path.display().to_string();
    let mut text = String::new();
    let read = File::open(path).and_then(|f| f.take(MAX_SPEC).read_to_string(&mut text));
    read.map_err(|e| unread(&name, &e))?;
    let loaded = ynl::load(tables, &name, &text).map_err(|e| e.to_string())?;
    for warning in &loaded.warnings {
        complain::say(format_args!("{warning}"));
    }
    Ok(())
}

/// What the user said of the captured machine.
pub fn given(meaning: &Meaning) -> Result<Given, String> {
    let mut given = Given {
        order: meaning.byte_order.map(|order| match order {
            Order::Little => ByteOrder::Little,
            Order::Big => ByteOrder::Big,
        }),
        ..Given::default()
    };
    if let Some(name) = &meaning.arch {
        given.arch = Some(Arch::named(name).ok_or_else(|| {
            let names: Vec<&str> = Arch::ALL.iter().map(|a| a.name).collect();
            format!(
                "{name:?} is no architecture that is known: {}",
                names.join(", ")
            )
        })?);
    }
    for word in &meaning.family {
        let (id, name) = word
            .split_once('=')
            .ok_or_else(|| format!("--family {word}: write ID=NAME, for example 0x1c=nl80211"))?;
        let id = number(id).ok_or_else(|| format!("--family {word}: {id:?} is no id"))?;
        given.families.push((id, name.to_owned()));
    }
    Ok(given)
}

/// A number in decimal or, behind 0x, in hexadecimal.
pub fn number(text: &str) -> Option<u16> {
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(hex) => u16::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}
