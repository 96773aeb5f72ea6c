//! The definitions of a spec: constants, enumerations, flags, structs.

use super::Bad;
use super::spec::{
    EnumUse, Enumeration, Hint, Member, MemberKind, Reader, Result, Scalar, Stands, Structure,
    c_name, constant, name, register,
};
use super::yaml::{Map, Node, integer, short};
use crate::table::{Order, Width};

/// How many structs may lie inside one another.
const MAX_STRUCT_DEPTH: usize = 8;

const DEFINITION: &[&str] = &[
    "name",
    "type",
    "doc",
    "header",
    "scope",
    "value",
    "value-start",
    "entries",
    "render-max",
    "enum-name",
    "enum-cnt-name",
    "name-prefix",
    "members",
];
const ENTRY: &[&str] = &["name", "value", "doc"];
const MEMBER: &[&str] = &[
    "name",
    "type",
    "len",
    "byte-order",
    "doc",
    "enum",
    "enum-as-flags",
    "display-hint",
    "struct",
];

/// Reads the definitions; returns the positions of the structs, those that others hold first.
pub(super) fn read<'d>(reader: &mut Reader<'d, '_>, top: Map<'d>) -> Result<Vec<usize>> {
    let Some(list) = top.get("definitions") else {
        return Ok(Vec::new());
    };
    let mut enums = Vec::new();
    let mut structs = Vec::new();
    for node in list.list()? {
        let map = node.map()?;
        reader.known(map, DEFINITION);
        let sort = map.need("type")?;
        match sort.text()? {
            "const" => {
                let key = name(map.need("name")?)?;
                if let Some(n) = integer(map.need("value")?.text()?) {
                    reader.consts.insert(key, n);
                }
            }
            "enum" => enums.push((map, false)),
            "flags" => enums.push((map, true)),
            "struct" => {
                register(&mut reader.struct_names, map.need("name")?, structs.len())?;
                structs.push(map);
            }
            other => {
                let what = format!("\"{}\" is no type of a definition", short(other));
                return Err(Bad::new(sort.line(), what));
            }
        }
    }
    for (at, &(map, flags)) in enums.iter().enumerate() {
        register(&mut reader.enum_names, map.need("name")?, at)?;
        let one = enumeration(reader, map, flags)?;
        reader.enums.push(one);
    }
    for &map in &structs {
        let one = structure(reader, map)?;
        reader.structs.push(one);
    }
    order(&reader.structs, &structs)
}

fn enumeration<'d>(
    reader: &mut Reader<'d, '_>,
    map: Map<'d>,
    flags: bool,
) -> Result<Enumeration<'d>> {
    let own = map.need("name")?.text()?;
    let family = reader.family;
    let prefix = match map.get("name-prefix") {
        Some(node) => name(node)?.to_owned(),
        None => format!("{family}-{own}-"),
    };
    let named = map.iter().any(|(key, _)| key == "enum-name");
    let title = match map.get("enum-name") {
        Some(node) => c_name(name(node)?),
        // nameless in C: its constants have their prefix in common
        None if named => constant(&prefix, "").trim_end_matches('_').to_owned(),
        None => c_name(&format!("{family}-{own}")),
    };
    let mut next = match map.get("value-start") {
        Some(node) => number(reader, node)?,
        None => 0,
    };
    let mut entries = Vec::new();
    for node in map.need("entries")?.list()? {
        let entry = if node.is_scalar() {
            name(node)?
        } else {
            let map = node.map()?;
            reader.known(map, ENTRY);
            if let Some(value) = map.get("value") {
                next = value.int()?;
            }
            name(map.need("name")?)?
        };
        if flags && !(0..64).contains(&next) {
            let what = format!("{}: there is no bit {next}", short(entry));
            return Err(Bad::new(node.line(), what));
        }
        entries.push((entry, next));
        next = next.saturating_add(1);
    }
    Ok(Enumeration {
        name: title,
        flags,
        prefix,
        entries,
    })
}

/// A number, or the name of a constant, or one less than that.
fn number(reader: &Reader<'_, '_>, node: Node<'_>) -> Result<i64> {
    let text = node.text()?;
    if let Some(n) = integer(text) {
        return Ok(n);
    }
    let (key, less) = match text.strip_suffix("- 1") {
        Some(key) => (key.trim_end(), 1),
        None => (text, 0),
    };
    match reader.consts.get(key) {
        Some(n) => Ok(n.saturating_sub(less)),
        None => {
            let what = format!("constant \"{}\" is not defined", short(key));
            Err(Bad::new(node.line(), what))
        }
    }
}

fn structure<'d>(reader: &mut Reader<'d, '_>, map: Map<'d>) -> Result<Structure<'d>> {
    let mut members = Vec::new();
    for node in map.need("members")?.list()? {
        let map = node.map()?;
        reader.known(map, MEMBER);
        members.push(Member {
            name: name(map.need("name")?)?,
            line: node.line(),
            kind: member(reader, map)?,
        });
    }
    Ok(Structure {
        name: name(map.need("name")?)?,
        members,
    })
}

fn member<'d>(reader: &mut Reader<'d, '_>, map: Map<'d>) -> Result<MemberKind> {
    let sort = map.need("type")?;
    let text = sort.text()?;
    let source = |key: &str| map.get(key);
    if let Some((width, signed)) = integer_type(text)
        && width != Width::ByLength
    {
        return scalar(reader, width, signed, source).map(MemberKind::Scalar);
    }
    Ok(match text {
        "bitfield32" => MemberKind::Bitfield32(enum_use(reader, source)?),
        "pad" => MemberKind::Pad(length(reader, map)?),
        "string" => MemberKind::String(length(reader, map)?),
        "binary" => match map.get("struct") {
            Some(node) => MemberKind::Struct(Reader::find(&reader.struct_names, node, "struct")?),
            None => {
                let len = length(reader, map)?;
                let hint = match (hint(reader, source)?, len) {
                    (Hint::Mac, 6) => Hint::Mac,
                    (Hint::Ipv4 | Hint::Ip, 4) => Hint::Ipv4,
                    (Hint::Ipv6 | Hint::Ip, 16) => Hint::Ipv6,
                    (Hint::Uuid, 16) => Hint::Uuid,
                    _ => Hint::None,
                };
                MemberKind::Bytes(len, hint)
            }
        },
        other => {
            let what = format!("\"{}\" is no type of a struct's member", short(other));
            return Err(Bad::new(sort.line(), what));
        }
    })
}

fn length(reader: &Reader<'_, '_>, map: Map<'_>) -> Result<u16> {
    let node = map.need("len")?;
    let n = number(reader, node)?;
    match u16::try_from(n) {
        Ok(n @ 1..) => Ok(n),
        _ => Err(Bad::new(node.line(), format!("{n} is no length"))),
    }
}

/// The width of an integer type and whether it is signed.
pub(super) fn integer_type(text: &str) -> Option<(Width, bool)> {
    Some(match text {
        "u8" => (Width::W8, false),
        "u16" => (Width::W16, false),
        "u32" => (Width::W32, false),
        "u64" => (Width::W64, false),
        "uint" => (Width::ByLength, false),
        "s8" => (Width::W8, true),
        "s16" => (Width::W16, true),
        "s32" => (Width::W32, true),
        "s64" => (Width::W64, true),
        "sint" => (Width::ByLength, true),
        _ => return None,
    })
}

/// A number with all that is said of it. `source` gives the values of keys: those of a subset
/// stand before those of the set.
pub(super) fn scalar<'d>(
    reader: &mut Reader<'d, '_>,
    width: Width,
    signed: bool,
    source: impl Fn(&str) -> Option<Node<'d>> + Copy,
) -> Result<Scalar> {
    let order = match source("byte-order") {
        None => Order::Host,
        Some(node) => match node.text()? {
            "big-endian" => Order::Big,
            "little-endian" => Order::Little,
            other => {
                let what = format!("\"{}\" is no byte order", short(other));
                return Err(Bad::new(node.line(), what));
            }
        },
    };
    let meaning = match (enum_use(reader, source)?, source("display-hint")) {
        (Some(of), _) => Stands::Enum(of),
        (None, None) => Stands::Number,
        (None, Some(node)) => match (node.text()?, width) {
            ("hex", _) => Stands::Hex,
            ("ipv4" | "ipv4-or-v6", Width::W32) => Stands::Ipv4,
            (other, _) => {
                let what = format!("display-hint {} does not fit a number", short(other));
                reader.notes.add(node.line(), what);
                Stands::Number
            }
        },
    };
    Ok(Scalar {
        width,
        signed,
        order,
        meaning,
    })
}

/// The enumeration of a number, and how it is used.
pub(super) fn enum_use<'d>(
    reader: &Reader<'d, '_>,
    source: impl Fn(&str) -> Option<Node<'d>>,
) -> Result<Option<EnumUse>> {
    let Some(node) = source("enum") else {
        return Ok(None);
    };
    let at = Reader::find(&reader.enum_names, node, "enum")?;
    let as_flags = match source("enum-as-flags") {
        Some(node) => node.truth()?,
        None => false,
    };
    let flags = as_flags || reader.enums.get(at).is_some_and(|e| e.flags);
    Ok(Some(EnumUse { at, flags }))
}

/// How bytes are to be shown.
pub(super) fn hint<'d>(
    reader: &mut Reader<'d, '_>,
    source: impl Fn(&str) -> Option<Node<'d>>,
) -> Result<Hint> {
    let Some(node) = source("display-hint") else {
        return Ok(Hint::None);
    };
    Ok(match node.text()? {
        "hex" => Hint::None,
        "mac" | "fddi" => Hint::Mac,
        "ipv4" => Hint::Ipv4,
        "ipv6" => Hint::Ipv6,
        "ipv4-or-v6" => Hint::Ip,
        "uuid" => Hint::Uuid,
        other => {
            let what = format!("display-hint \"{}\" is not known", short(other));
            reader.notes.add(node.line(), what);
            Hint::None
        }
    })
}

/// Positions of structs so that each comes behind those that it holds; checks that each has
/// a size that can be.
fn order(structs: &[Structure<'_>], maps: &[Map<'_>]) -> Result<Vec<usize>> {
    let mut sizes: Vec<Option<usize>> = vec![None; structs.len()];
    let mut order = Vec::with_capacity(structs.len());
    for _ in 0..MAX_STRUCT_DEPTH {
        let before = order.len();
        let known = sizes.clone();
        for (at, one) in structs.iter().enumerate() {
            if known.get(at).is_some_and(Option::is_some) {
                continue;
            }
            let mut size = Some(0usize);
            for member in &one.members {
                let more = match &member.kind {
                    MemberKind::Struct(at) => known.get(*at).copied().flatten(),
                    other => Some(member_size(other)),
                };
                size = size.zip(more).map(|(a, b)| a + b);
                if size.is_some_and(|n| n > usize::from(u16::MAX)) {
                    let what = format!("struct {}: more than 65535 bytes", short(one.name));
                    return Err(Bad::new(member.line, what));
                }
            }
            if let (Some(size), Some(slot)) = (size, sizes.get_mut(at)) {
                *slot = Some(size);
                order.push(at);
            }
        }
        if order.len() == before {
            break;
        }
    }
    let open = sizes.iter().position(Option::is_none);
    match open.and_then(|at| Some((structs.get(at)?, maps.get(at)?))) {
        None => Ok(order),
        Some((one, map)) => {
            let what = format!(
                "struct {}: inside itself, or more than {MAX_STRUCT_DEPTH} deep",
                short(one.name)
            );
            Err(Bad::new(map.line(), what))
        }
    }
}

/// Bytes of a field that is no struct.
pub(super) fn member_size(kind: &MemberKind) -> usize {
    match kind {
        MemberKind::Scalar(scalar) => match scalar.width {
            Width::W8 => 1,
            Width::W16 => 2,
            Width::W32 => 4,
            _ => 8,
        },
        MemberKind::Bytes(n, _) | MemberKind::String(n) | MemberKind::Pad(n) => usize::from(*n),
        MemberKind::Bitfield32(_) => 8,
        MemberKind::Struct(_) => 0,
    }
}
