//! Specs made for the purpose, read and used.

mod decoding;
mod failing;
mod naming;
mod numbering;
mod policies;

use super::{Loaded, load};
use crate::context::{Context, Direction, Knowledge};
use crate::envelope::Envelope;
use crate::sink::json::Json;
use crate::table::{Family, Tables};
use crate::walk::walk;
use crate::wire::{ByteOrder, RawMessage};

/// Tables with one spec.
fn tables(text: &str) -> (Tables, Loaded) {
    let mut tables = Tables::builtin();
    let loaded = load(&mut tables, "toy.yaml", text).unwrap();
    (tables, loaded)
}

/// What is wrong with a spec.
fn error(text: &str) -> String {
    let mut tables = Tables::builtin();
    let error = load(&mut tables, "toy.yaml", text).unwrap_err();
    assert!(tables.generic("toy").is_none());
    error.to_string()
}

/// A generic family whose set `main` has these attributes; `more` stands at the top level.
fn toy(attributes: &str, more: &str) -> String {
    format!(
        "name: toy
protocol: genetlink-legacy
attribute-sets:
  - name: main
    name-prefix: toy-
    attributes:
{}
{more}
operations:
  list:
    - name: look
      attribute-set: main
      do: {{ request: {{ attributes: [] }} }}
",
        attributes
            .lines()
            .map(|l| format!("      {l}\n"))
            .collect::<String>()
    )
}

/// An attribute.
fn attribute(nla_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend((payload.len() as u16 + 4).to_le_bytes());
    bytes.extend(nla_type.to_le_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

struct Known<'t>(&'t Tables);

impl Knowledge for Known<'_> {
    fn generic(&self, id: u16) -> Option<&Family> {
        (id == 0x20).then(|| self.0.generic("toy")).flatten()
    }
}

/// What JSON says of a message behind nlmsg_pid.
fn decode(
    tables: &Tables,
    protocol: u16,
    nlmsg_type: u16,
    direction: Direction,
    payload: &[u8],
) -> String {
    let mut bytes = Vec::new();
    bytes.extend((payload.len() as u32 + 16).to_le_bytes());
    bytes.extend(nlmsg_type.to_le_bytes());
    bytes.extend([0; 10]);
    bytes.extend(payload);
    let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).unwrap();
    let known = Known(tables);
    let ctx = Context {
        direction: Some(direction),
        knowledge: &known,
        ..Context::new(tables, protocol)
    };
    let envelope = Envelope::default();
    let mut json = Json::new();
    json.begin(&envelope);
    walk(&message, None, &ctx, &mut json);
    json.end(&envelope);
    let line = String::from_utf8(json.buffer().clone()).unwrap();
    let (_, line) = line.split_once("\"nlmsg_type\":").unwrap();
    let line = line.trim_end().strip_suffix('}').unwrap();
    line.replace("\"nlmsg_flags\":[],\"nlmsg_seq\":0,\"nlmsg_pid\":0,", "")
}

/// What JSON says of the attributes of a command of `toy`.
fn show(tables: &Tables, cmd: u8, attributes: &[Vec<u8>]) -> String {
    let payload = [vec![cmd, 1, 0, 0], attributes.concat()].concat();
    let line = decode(tables, 16, 0x20, Direction::ToKernel, &payload);
    match line.split_once("\"attributes\":") {
        Some((_, attributes)) => attributes.to_owned(),
        None => line,
    }
}
