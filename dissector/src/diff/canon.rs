//! The canonical form of a message: what it says, whatever the byte order, the order of
//! attributes, the numbers of interfaces and all else that two runs of the same do not share.

use super::aside::{Role, Whence};
use super::names::{is_anonymous, is_made_up, is_radio};
use super::rules::{Above, Act, HALVES, Rules, mix};
use crate::filter::names_interface;
use crate::sink::json::value::write_address;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{BytesAs, Meaning, Name};
use crate::walk::{Key, Node};
use crate::wire::ByteOrder;

/// How the members of a node stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Each has a name, and their order says nothing.
    Named,
    /// They have no names, and their order is the meaning.
    Row,
    /// They have names, and their order is the meaning.
    Sequence,
    /// They have no names, and their order says nothing.
    Bag,
}

/// What a value comes to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Plain<'v> {
    Number(i128),
    Bytes(&'v [u8]),
    Pair(u32, u32),
    True,
    /// A name or number that is made up: what counts is its part.
    Role(Role, &'v str),
}

/// Where a node stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    /// The number of its key.
    pub(super) key: u64,
    /// The number of the keys from the outside in, positions left out.
    pub(super) path: u64,
    /// It names what the message is about.
    pub(super) subject: bool,
    /// It is a field of nlmsghdr.
    pub(super) header: bool,
}

/// Who makes something of the canonical form.
pub(super) trait Build {
    fn enter(&mut self, at: &At, node: &Node<'_>, shape: Shape);
    fn leave(&mut self);
    fn leaf(&mut self, at: &At, node: &Node<'_>, value: &Value<'_>, plain: Plain<'_>);
}

/// What a message is, as far as its canonical form hangs on it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct What {
    /// The kernel sent it.
    pub(super) from_kernel: bool,
    /// It answers a request.
    pub(super) answer: bool,
    /// The captured machine's byte order.
    pub(super) order: ByteOrder,
    /// Position of what it is about in the table of subjects.
    pub(super) subject: Option<usize>,
}

#[derive(Clone, Copy)]
enum Open {
    /// A node of the form.
    Node,
    /// Its members belong to the node around.
    Through,
    /// Left aside.
    Aside,
}

#[derive(Clone, Copy)]
struct Level {
    open: Open,
    above: usize,
    path: u64,
    subject: bool,
    header: bool,
}

/// Makes the canonical form of a walk.
pub(super) struct Canon<'r, B> {
    rules: &'r Rules,
    what: What,
    levels: Vec<Level>,
    above: Vec<Above>,
    pub(super) build: B,
}

impl<'r, B: Build> Canon<'r, B> {
    pub(super) fn new(rules: &'r Rules, build: B) -> Canon<'r, B> {
        Canon {
            rules,
            what: What::default(),
            levels: Vec::new(),
            above: Vec::new(),
            build,
        }
    }

    /// Begins a message.
    pub(super) fn begin(&mut self, what: What) {
        self.what = what;
        self.levels.clear();
        self.above.clear();
    }

    fn level(&self) -> Level {
        self.levels.last().copied().unwrap_or(Level {
            open: Open::Node,
            above: 0,
            path: 0,
            subject: false,
            header: false,
        })
    }

    fn left_aside(&self, whence: Whence) -> bool {
        match whence {
            Whence::All => true,
            Whence::Kernel => self.what.from_kernel,
            Whence::Answers => self.what.answer,
        }
    }

    /// Where a node stands, the part that it plays and whether it is a bag; `None` where it is
    /// left aside.
    fn place(&self, node: &Node<'_>) -> Option<(At, u64, Option<Role>, bool)> {
        let up = self.level();
        let name = self.rules.name(&node.key);
        let mut at = At {
            key: name,
            path: up.path,
            subject: up.subject,
            header: up.header,
        };
        let (mut role, mut bag) = (None, false);
        if name != 0 {
            for act in self.rules.acts(name, &self.above) {
                match act {
                    Act::Aside(whence) if self.left_aside(whence) => return None,
                    Act::Aside(_) => {}
                    Act::Role(of) => role = Some(of),
                    Act::Subject(of) => at.subject |= self.what.subject == Some(of),
                    Act::Bag => bag = true,
                }
            }
            at.path = mix(up.path, name);
        } else if let Key::Entry(index, _) = node.key {
            at.key = u64::from(index) + 1;
        }
        if node.repeat > 0 {
            at.key = mix(at.key, node.repeat.into());
        }
        Some((at, name, role, bag))
    }

    fn value(&mut self, node: &Node<'_>, value: &Value<'_>, at: &At, role: Option<Role>) {
        let mut number = itoa::Buffer::new();
        let made_up = |role, n: i64, number: &mut itoa::Buffer| -> Option<(Role, String)> {
            (n > 0 || (n == 0 && role != Role::Index)).then(|| (role, number.format(n).to_owned()))
        };
        let key = match node.key {
            Key::Name(name) => name.as_str(),
            _ => "",
        };
        let mut own = None;
        let plain = match *value {
            Value::Flag | Value::Bool(true) => Plain::True,
            Value::Bool(false) => Plain::Number(0),
            Value::Unsigned { value, meaning, .. } => {
                if let Some(role) = role {
                    own = made_up(role, i64::try_from(value).unwrap_or(i64::MAX), &mut number);
                }
                Plain::Number(self.number(key, value, meaning).into())
            }
            Value::Signed { value, .. } => {
                if let Some(role) = role {
                    own = made_up(role, value, &mut number);
                }
                Plain::Number(value.into())
            }
            Value::Interface {
                name: Some(name), ..
            } if is_made_up(name) => Plain::Role(Role::Interface, name),
            Value::Interface {
                name: Some(name), ..
            } => Plain::Bytes(name.as_bytes()),
            Value::Interface { value, .. } => {
                own = made_up(Role::Index, value, &mut number);
                Plain::Number(value.into())
            }
            Value::Named {
                name: Some(name), ..
            } => Plain::Bytes(name.as_str().as_bytes()),
            Value::Named { value, .. } => Plain::Number(value.into()),
            Value::Text(text) => self.text(key, text),
            Value::Bytes(bytes, form) => self.bytes(bytes, form, &mut own),
            Value::Bitfield32 {
                value, selector, ..
            } => Plain::Pair(value, selector),
        };
        let plain = match &own {
            Some((role, text)) => Plain::Role(*role, text),
            None => plain,
        };
        self.build.leaf(at, node, value, plain);
    }

    /// A number, of which the lower half may be in network order.
    fn number(&self, key: &str, value: u64, meaning: &Meaning) -> u64 {
        let halved = matches!(meaning, Meaning::Hex) && HALVES.contains(&key);
        match self.what.order {
            ByteOrder::Little if halved => {
                (value & !0xffff) | u64::from((value as u16).swap_bytes())
            }
            _ => value,
        }
    }

    fn text<'v>(&self, key: &str, text: &'v [u8]) -> Plain<'v> {
        let Ok(name) = std::str::from_utf8(text) else {
            return Plain::Bytes(text);
        };
        if is_anonymous(name) {
            Plain::Role(Role::Set, name)
        } else if names_interface(key) && is_made_up(name) {
            Plain::Role(Role::Interface, name)
        } else if key == "NL80211_ATTR_WIPHY_NAME" && is_radio(name) {
            Plain::Role(Role::Radio, name)
        } else {
            Plain::Bytes(text)
        }
    }

    /// Link-layer addresses that the kernel made up are told from their second bit; what a request
    /// asks for is a wish. Link-local ones are made of them, whoever names them.
    fn bytes<'v>(
        &self,
        bytes: &'v [u8],
        form: BytesAs,
        own: &mut Option<(Role, String)>,
    ) -> Plain<'v> {
        let role = match (form, bytes) {
            (BytesAs::Mac, [first, _, _, _, _, _]) if self.what.from_kernel && first & 3 == 2 => {
                Some(Role::Mac)
            }
            (
                BytesAs::Ipv6 | BytesAs::Ip,
                [
                    0xfe,
                    0x80,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    first,
                    _,
                    _,
                    0xff,
                    0xfe,
                    _,
                    _,
                    _,
                ],
            ) if first & 2 == 0 => Some(Role::LinkLocal),
            _ => None,
        };
        if let Some(role) = role {
            let mut text = Vec::new();
            write_address(&mut text, bytes, form);
            *own = Some((role, String::from_utf8_lossy(&text).into_owned()));
        }
        Plain::Bytes(bytes)
    }
}

impl<B: Build> Sink for Canon<'_, B> {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let up = self.level();
        let above = self.above.len();
        let through = Level {
            open: Open::Through,
            above,
            header: class == Class::Header,
            ..up
        };
        let aside = Level {
            open: Open::Aside,
            ..through
        };
        let shape = match class {
            Class::Header | Class::Attributes | Class::Bits => {
                self.levels.push(through);
                return Flow::Continue;
            }
            // what an error echoes is the request
            Class::Echo => {
                self.levels.push(aside);
                return Flow::Skip;
            }
            Class::Nest | Class::Struct | Class::Map => Shape::Named,
            Class::Array | Class::Multi => Shape::Row,
            Class::Sequence => Shape::Sequence,
        };
        let Some((at, name, _, bag)) = self.place(node) else {
            self.levels.push(aside);
            return Flow::Skip;
        };
        let shape = match shape {
            Shape::Row if bag => Shape::Bag,
            shape => shape,
        };
        if name != 0 {
            let key = matches!(node.key, Key::Entry(..));
            self.above.push(Above { name, key });
        }
        self.levels.push(Level {
            open: Open::Node,
            above,
            path: at.path,
            subject: at.subject,
            header: at.header,
        });
        self.build.enter(&at, node, shape);
        Flow::Continue
    }

    fn leave(&mut self) {
        let Some(level) = self.levels.pop() else {
            return;
        };
        self.above.truncate(level.above);
        if matches!(level.open, Open::Node) {
            self.build.leave();
        }
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if node.reserved && value.is_zero() {
            return Flow::Continue;
        }
        if let Some((at, _, role, _)) = self.place(node) {
            self.value(node, value, &at, role);
        }
        Flow::Continue
    }

    fn derived(&mut self, name: &Name, text: &str) {
        let node = Node::new(Key::Name(name), 0, 0);
        self.leaf(&node, &Value::Text(text.as_bytes()));
    }

    fn groups(&self) -> bool {
        true
    }

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
