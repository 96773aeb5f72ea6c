//! `--spec`, `--family`, `--byte-order`, `--arch`: how bytes are understood.

use crate::args::{Meaning, Order, Prefer};
use crate::input::Given;
use netlink_dissector::table::{Arch, Tables};
use netlink_dissector::wire::ByteOrder;

/// The built-in tables, and those of the specs that were asked for.
pub fn tables(meaning: &Meaning) -> Result<Tables, String> {
    let mut tables = Tables::builtin();
    tables.prefer_builtin(meaning.spec_prefer == Prefer::Builtin);
    if let Some(path) = meaning.spec.first() {
        return Err(format!("{}: specs cannot be loaded yet", path.display()));
    }
    Ok(tables)
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
