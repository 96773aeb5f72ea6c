//! Any table, any bytes: the walk ends, and each byte has its owner.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use netlink_dissector::table::macros::{self as m, attribute as by};
use netlink_dissector::table::{
    Attribute, Body, Case, Family, Format, Kind, Layer, Match, Message, Name, Ref, Select, Set,
    SetRef, Tables, Verb, When,
};
use nldissect_fuzz::{capture, everything};
use std::borrow::Cow;

const SETS: usize = 4;
const PROTOCOL: u16 = 23;

#[derive(Arbitrary, Debug)]
struct Given<'a> {
    sets: [Vec<One>; SETS],
    frame: &'a [u8],
}

#[derive(Arbitrary, Debug)]
struct One {
    value: u8,
    kind: Shape,
    multi: bool,
}

#[derive(Arbitrary, Debug)]
enum Shape {
    U8,
    U16,
    U32,
    Be16,
    Text,
    Bytes,
    Flag,
    Nest(u8),
    Array(u8),
    Map(u8),
    Select(u8, u8, u8),
}

fn kind(shape: &Shape, sets: &[SetRef], multi: bool) -> Kind {
    let set = |n: u8| sets.get(usize::from(n) % SETS).copied();
    let nest = |n: u8| set(n).map_or(m::BYTES, |set| Kind::new(Format::Nest(set)));
    let kind = match shape {
        Shape::U8 => m::U8,
        Shape::U16 => m::U16,
        Shape::U32 => m::U32,
        Shape::Be16 => m::BE16,
        Shape::Text => m::STRING,
        Shape::Bytes => m::BYTES,
        Shape::Flag => m::FLAG,
        Shape::Nest(n) => nest(*n),
        Shape::Array(n) => Kind::new(Format::Array(Ref::new(nest(*n)))),
        Shape::Map(n) => Kind::new(Format::Map(None, Ref::new(nest(*n)))),
        Shape::Select(of, value, n) => {
            let case = Case {
                when: Match::Number(u64::from(*value)),
                kind: nest(*n),
            };
            Kind::new(Format::Select(Ref::new(Select {
                by: by(NAMES[usize::from(*of) % NAMES.len()]),
                cases: Cow::Owned(vec![case]),
                otherwise: Some(m::BYTES),
            })))
        }
    };
    if multi { kind.multi() } else { kind }
}

const NAMES: [&str; 16] = [
    "A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14",
    "A15",
];

fn tables(given: &Given<'_>) -> Tables {
    let mut tables = Tables::builtin();
    let sets: Vec<SetRef> = (0..SETS).map(|_| tables.new_set()).collect();
    for (at, ones) in sets.iter().zip(&given.sets) {
        let mut attributes: Vec<Attribute> = Vec::new();
        for one in ones.iter().take(16) {
            let value = u16::from(one.value % 16);
            if attributes.iter().all(|a| a.value != value) {
                attributes.push(Attribute {
                    name: Name::new(NAMES[usize::from(value)]),
                    value,
                    kind: kind(&one.kind, &sets, one.multi),
                    aliases: &[],
                });
            }
        }
        tables.put_set(*at, Set::new(Name::new("SET"), attributes));
    }
    if let Some(first) = sets.first() {
        tables.add_family(Family {
            name: Name::new("fuzz"),
            protocol: Some(PROTOCOL),
            layer: Layer::Protocol,
            messages: Cow::Owned(vec![Message {
                name: Name::new("FUZZ"),
                value: 77,
                verb: Verb::Other,
                when: When::Always,
                headers: Cow::Borrowed(&[]),
                body: Body::Attributes(*first),
            }]),
            groups: Cow::Borrowed(&[]),
        });
    }
    tables
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(given) = Given::arbitrary_take_rest(Unstructured::new(bytes)) else {
        return;
    };
    let tables = tables(&given);
    let mut packet = vec![0, 4, 3, 56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    packet.extend(PROTOCOL.to_be_bytes());
    packet.extend((given.frame.len() as u32 + 16).to_le_bytes());
    packet.extend([77, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    packet.extend(given.frame);
    everything(capture(&[(253, &packet)]), &tables, &mut []);
});
