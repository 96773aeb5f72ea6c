//! A spec as it was understood: all references are positions, all values are numbers.

use super::checks::Checks;
use super::yaml::{Map, Node, short};
use super::{Bad, Notes, attributes, definitions, operations};
use crate::lint::policy::Mode;
use crate::table::{Order, Verb, Width};
use std::collections::HashMap;

pub(super) type Result<T> = std::result::Result<T, Bad>;

/// Bytes of a name at most.
const MAX_NAME: usize = 100;

/// A family.
pub(super) struct Spec<'d> {
    pub name: &'d str,
    pub protocol: u16,
    pub generic: bool,
    /// The kernel takes its policies from the spec.
    pub exact: bool,
    pub kernel_policy: KernelPolicy,
    pub enums: Vec<Enumeration<'d>>,
    pub structs: Vec<Structure<'d>>,
    /// Positions in `structs`, those that others hold first.
    pub struct_order: Vec<usize>,
    pub sets: Vec<SetOf<'d>>,
    pub choices: Vec<Choice<'d>>,
    /// Sorted by value.
    pub messages: Vec<Record<'d>>,
    pub requests: Vec<RequestOf<'d>>,
    pub groups: Vec<(String, u32)>,
}

/// Which requests share a policy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KernelPolicy {
    /// None: `do` and `dump` have their own.
    Split,
    /// `do` and `dump` of an operation.
    PerOp,
    /// All.
    Global,
}

/// A request: an operation's `do` or `dump`.
pub(super) struct RequestOf<'d> {
    /// The operation's name.
    pub name: &'d str,
    pub value: u16,
    pub dump: bool,
    /// How the kernel checks it, where it takes its policies from the spec.
    pub mode: Mode,
    pub set: Option<usize>,
    /// The attributes that it may have, where the spec says it.
    pub attributes: Option<Vec<&'d str>>,
}

impl<'d> RequestOf<'d> {
    /// The attributes that it lists.
    pub(super) fn listed(&self) -> impl Iterator<Item = &'d str> {
        self.attributes.iter().flatten().copied()
    }
}

/// An enumeration or flags.
pub(super) struct Enumeration<'d> {
    pub name: String,
    pub flags: bool,
    /// What the constants begin with, in the spec's spelling.
    pub prefix: String,
    /// Names and numbers; of flags the number of the bit.
    pub entries: Vec<(&'d str, i64)>,
}

/// How an enumeration is used: its position, and whether as flags.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct EnumUse {
    pub at: usize,
    pub flags: bool,
}

/// A C struct.
pub(super) struct Structure<'d> {
    pub name: &'d str,
    pub members: Vec<Member<'d>>,
}

/// A field of a struct.
pub(super) struct Member<'d> {
    pub name: &'d str,
    pub line: u32,
    pub kind: MemberKind,
}

/// What a field is.
pub(super) enum MemberKind {
    Scalar(Scalar),
    Bytes(u16, Hint),
    String(u16),
    Pad(u16),
    Bitfield32(Option<EnumUse>),
    Struct(usize),
}

/// A number.
#[derive(Clone, Copy)]
pub(super) struct Scalar {
    pub width: Width,
    pub signed: bool,
    pub order: Order,
    pub meaning: Stands,
}

impl Scalar {
    /// Its enumeration.
    pub(super) fn enumeration(&self) -> Option<EnumUse> {
        match self.meaning {
            Stands::Enum(of) => Some(of),
            _ => None,
        }
    }
}

/// What a number stands for.
#[derive(Clone, Copy)]
pub(super) enum Stands {
    Number,
    Hex,
    Ipv4,
    Enum(EnumUse),
}

/// How bytes are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    None,
    Mac,
    Ipv4,
    Ipv6,
    Ip,
    Uuid,
}

/// A set of attributes.
pub(super) struct SetOf<'d> {
    pub name: &'d str,
    /// The set that this one is a part of, down to the one that is whole; else its own position.
    pub whole: usize,
    pub attributes: Vec<AttributeOf<'d>>,
}

/// An attribute.
#[derive(Clone)]
pub(super) struct AttributeOf<'d> {
    pub name: &'d str,
    /// The constant that the spec makes of the name.
    pub constant: String,
    pub value: u16,
    pub line: u32,
    pub kind: AttributeKind<'d>,
    pub multi: bool,
    pub checks: Checks,
}

/// What an attribute holds.
#[derive(Clone)]
pub(super) enum AttributeKind<'d> {
    Unused,
    Pad,
    Flag,
    Scalar(Scalar),
    Bytes(Hint),
    Struct(usize),
    /// A C array.
    List(Scalar),
    /// Whether the NUL must be there.
    String(bool),
    Bitfield32(Option<EnumUse>),
    Nest(Option<usize>),
    /// Attributes that are counted, each of this kind.
    Array(Box<AttributeKind<'d>>),
    /// Attributes whose types are keys, so many levels of them.
    Levels(usize, Option<usize>),
    /// One of the formats of a sub-message, as the attribute of this name says.
    Choice(usize, &'d str),
}

/// A sub-message: the formats that an attribute may have.
pub(super) struct Choice<'d> {
    pub formats: Vec<FormatOf<'d>>,
}

/// One format of a sub-message.
pub(super) struct FormatOf<'d> {
    pub value: &'d str,
    pub header: Option<usize>,
    pub set: Option<usize>,
}

/// Who sends a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Both,
    Request,
    Reply,
}

/// A layout of a message.
pub(super) struct Record<'d> {
    /// The operation's name.
    pub name: &'d str,
    pub constant: String,
    pub value: u16,
    pub way: Way,
    pub verb: Verb,
    pub header: Option<usize>,
    pub set: Option<usize>,
    pub line: u32,
}

/// What is at hand while a spec is read.
pub(super) struct Reader<'d, 'n> {
    pub notes: &'n mut Notes,
    pub family: &'d str,
    /// The kernel takes its policy from the spec, so what this says of strings holds.
    pub exact: bool,
    pub consts: HashMap<&'d str, i64>,
    pub enum_names: HashMap<&'d str, usize>,
    pub struct_names: HashMap<&'d str, usize>,
    pub set_names: HashMap<&'d str, usize>,
    pub choice_names: HashMap<&'d str, usize>,
    pub enums: Vec<Enumeration<'d>>,
    pub structs: Vec<Structure<'d>>,
}

impl<'d> Spec<'d> {
    /// Reads a spec.
    pub(super) fn read(root: Node<'d>, notes: &mut Notes) -> Result<Spec<'d>> {
        let map = root.map()?;
        let name = name(map.need("name")?)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "_-. ".contains(c);
        if !name.chars().all(plain) {
            return Err(Bad::new(
                map.need("name")?.line(),
                format!("\"{}\" is no name of a family", short(name)),
            ));
        }
        let (schema, line) = match map.get("protocol") {
            Some(node) => (node.text()?, node.line()),
            None => ("genetlink", map.line()),
        };
        let generic = match schema {
            "genetlink" | "genetlink-c" | "genetlink-legacy" => true,
            "netlink-raw" => false,
            other => {
                let what = format!("\"{}\" is no schema that is known", short(other));
                return Err(Bad::new(line, what));
            }
        };
        let protocol = if generic { 16 } else { protonum(map)? };
        let mut reader = Reader {
            notes,
            family: name,
            exact: matches!(schema, "genetlink" | "genetlink-c"),
            consts: HashMap::new(),
            enum_names: HashMap::new(),
            struct_names: HashMap::new(),
            set_names: HashMap::new(),
            choice_names: HashMap::new(),
            enums: Vec::new(),
            structs: Vec::new(),
        };
        reader.known(map, TOP);
        if generic && map.get("protonum").is_some() {
            reader.notes.add(line, "protonum is for netlink-raw");
        }
        let struct_order = definitions::read(&mut reader, map)?;
        let (sets, choices) = attributes::read(&mut reader, map)?;
        let (messages, requests) = operations::read(&mut reader, map, generic)?;
        let kernel_policy = match map.get("kernel-policy") {
            None => KernelPolicy::Split,
            Some(node) => match node.text()? {
                "split" => KernelPolicy::Split,
                "per-op" => KernelPolicy::PerOp,
                "global" => KernelPolicy::Global,
                other => {
                    let what = format!("\"{}\" is no kernel-policy", short(other));
                    return Err(Bad::new(node.line(), what));
                }
            },
        };
        let groups = operations::groups(&mut reader, map, generic)?;
        Ok(Spec {
            name,
            protocol,
            generic,
            exact: reader.exact,
            kernel_policy,
            enums: reader.enums,
            structs: reader.structs,
            struct_order,
            sets,
            choices,
            messages,
            requests,
            groups,
        })
    }
}

const TOP: &[&str] = &[
    "name",
    "doc",
    "protocol",
    "protonum",
    "uapi-header",
    "c-family-name",
    "c-version-name",
    "max-by-define",
    "cmd-max-name",
    "cmd-cnt-name",
    "kernel-policy",
    "version",
    "definitions",
    "attribute-sets",
    "sub-messages",
    "operations",
    "mcast-groups",
    "kernel-family",
];

fn protonum(map: Map<'_>) -> Result<u16> {
    let node = map.need("protonum")?;
    match node.int()? {
        16 => Err(Bad::new(
            node.line(),
            "protonum 16 is generic netlink: its schema is genetlink",
        )),
        n @ 0..=255 => Ok(n as u16),
        n => Err(Bad::new(node.line(), format!("protonum {n} is none"))),
    }
}

impl<'d> Reader<'d, '_> {
    /// Warns of keys that no schema has.
    pub(super) fn known(&mut self, map: Map<'d>, keys: &[&str]) {
        for (key, node) in map.iter() {
            if !keys.contains(&key) {
                let what = format!("\"{}\" is no key of the schema", short(key));
                self.notes.add(node.line(), what);
            }
        }
    }

    /// The position of what a node names.
    pub(super) fn find(
        names: &HashMap<&'d str, usize>,
        node: Node<'d>,
        sort: &str,
    ) -> Result<usize> {
        let name = node.text()?;
        names.get(name).copied().ok_or_else(|| {
            let what = format!("{sort} \"{}\" is not defined", short(name));
            Bad::new(node.line(), what)
        })
    }

    /// The same for a key that may be absent.
    pub(super) fn find_opt(
        names: &HashMap<&'d str, usize>,
        node: Option<Node<'d>>,
        sort: &str,
    ) -> Result<Option<usize>> {
        node.map(|n| Self::find(names, n, sort)).transpose()
    }
}

/// A name: text of a sensible length.
pub(super) fn name(node: Node<'_>) -> Result<&str> {
    let text = node.text()?;
    if text.is_empty() || text.len() > MAX_NAME {
        let what = format!("a name has 1 to {MAX_NAME} bytes");
        return Err(Bad::new(node.line(), what));
    }
    Ok(text)
}

/// Registers a name among those of its sort.
pub(super) fn register<'d>(
    names: &mut HashMap<&'d str, usize>,
    node: Node<'d>,
    at: usize,
) -> Result<&'d str> {
    let text = name(node)?;
    if names.insert(text, at).is_some() {
        let what = format!("\"{}\" is defined twice", short(text));
        return Err(Bad::new(node.line(), what));
    }
    Ok(text)
}

/// A constant as the kernel makes it of a spec's words.
pub(super) fn constant(prefix: &str, name: &str) -> String {
    let part = |s: &str| s.to_ascii_uppercase().replace('-', "_");
    part(prefix) + &part(name)
}

/// A name of a struct, a field or an enumeration as C spells it.
pub(super) fn c_name(name: &str) -> String {
    name.replace('-', "_")
}
