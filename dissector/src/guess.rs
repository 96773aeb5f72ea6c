//! Guessing which generic family an id belongs to, when no message tells: by elimination.
//! A family is out when it lacks a command that was seen, or when a message of it would hold
//! an unknown attribute or a value that does not fit.

use crate::context::{Context, Knowledge};
use crate::diagnostic::{Diagnostic, Severity};
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Family, Layer, Tables};
use crate::walk::{Key, NETLINK_GENERIC, Node, Walk, resolve};
use crate::wire::{ByteOrder, GENL_HDRLEN, RawMessage};

/// After so many messages the candidates that are left stay.
const ENOUGH: u32 = 64;
/// Attributes that must have fitted before a single candidate counts as a guess.
const EVIDENCE: u32 = 3;

/// The families that an id may still be.
#[derive(Clone, Debug)]
pub struct Candidates<'t> {
    families: Vec<(&'t Family, u32)>,
    messages: u32,
}

impl<'t> Candidates<'t> {
    /// Every generic family but nlctrl.
    pub fn all(tables: &'t Tables) -> Candidates<'t> {
        let fits = |f: &&Family| f.layer == Layer::Generic && f.name.as_str() != "nlctrl";
        Candidates {
            families: tables.families().filter(fits).map(|f| (f, 0)).collect(),
            messages: 0,
        }
    }

    /// Takes out those that a message does not fit.
    pub fn narrow(&mut self, message: &RawMessage<'_>, tables: &Tables, order: ByteOrder) {
        if self.messages >= ENOUGH || message.payload().len() < GENL_HDRLEN || message.is_cut() {
            return;
        }
        self.messages += 1;
        self.families.retain_mut(
            |(family, evidence)| match fit(family, message, tables, order) {
                Some(fitting) => {
                    *evidence = evidence.saturating_add(fitting);
                    true
                }
                None => false,
            },
        );
        self.families.shrink_to_fit();
    }

    /// The only family left, where enough speaks for it.
    pub fn only(&self) -> Option<&'t Family> {
        match self.families.as_slice() {
            [(family, evidence)] if *evidence >= EVIDENCE => Some(family),
            _ => None,
        }
    }
}

struct Assume<'f>(&'f Family);

impl Knowledge for Assume<'_> {
    fn generic(&self, _: u16) -> Option<&Family> {
        Some(self.0)
    }
}

/// How many attributes of the message fit a family; `None` where one does not.
fn fit(
    family: &Family,
    message: &RawMessage<'_>,
    tables: &Tables,
    order: ByteOrder,
) -> Option<u32> {
    let assume = Assume(family);
    let mut context = Context::new(tables, NETLINK_GENERIC);
    context.order = order;
    context.knowledge = &assume;
    let resolved = resolve(message, &context);
    resolved.record?;
    let mut sink = Fit {
        fitting: 0,
        fits: true,
    };
    Walk::new(&context, &mut sink).message(message, &resolved);
    sink.fits.then_some(sink.fitting)
}

struct Fit {
    fitting: u32,
    fits: bool,
}

impl Fit {
    fn node(&mut self, node: &Node<'_>) -> Flow {
        if matches!(node.key, Key::Unknown(_)) {
            self.fits = false;
        }
        self.fitting += u32::from(node.nla_type.is_some());
        if self.fits {
            Flow::Continue
        } else {
            Flow::Stop
        }
    }
}

impl Sink for Fit {
    fn enter(&mut self, node: &Node<'_>, _: Class) -> Flow {
        self.node(node)
    }

    fn leave(&mut self) {}

    fn leaf(&mut self, node: &Node<'_>, _: &Value<'_>) -> Flow {
        self.node(node)
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity() > Severity::Note {
            self.fits = false;
        }
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
