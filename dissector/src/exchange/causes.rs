//! What may have caused an error, where the kernel does not say. Never more than a guess.

use super::State;
use crate::context::{Context, Direction};
use crate::families::errno;
use crate::lint;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::Verb;
use crate::walk::{Key, Node, resolve, walk};
use crate::wire::RawMessage;

const NETLINK_ROUTE: u16 = 0;
const NETLINK_SOCK_DIAG: u16 = 4;
const NETLINK_XFRM: u16 = 6;
const NETLINK_AUDIT: u16 = 9;
const NETLINK_NETFILTER: u16 = 12;
const NETLINK_GENERIC: u16 = 16;
const NETLINK_CRYPTO: u16 = 21;

/// Whose capabilities count.
const OWN: &str = "the user namespace of its network namespace";
const INITIAL: &str = "the initial user namespace";

/// The capability that requests of a protocol need, those that change something or all; and where.
static CAPABILITIES: &[(u16, bool, &str, &str)] = &[
    (NETLINK_ROUTE, false, "CAP_NET_ADMIN", OWN),
    (NETLINK_SOCK_DIAG, false, "CAP_NET_ADMIN", OWN),
    (NETLINK_XFRM, true, "CAP_NET_ADMIN", OWN),
    (NETLINK_AUDIT, true, "CAP_AUDIT_CONTROL", INITIAL),
    (NETLINK_NETFILTER, true, "CAP_NET_ADMIN", OWN),
    (NETLINK_GENERIC, false, "CAP_NET_ADMIN", OWN),
    (NETLINK_CRYPTO, false, "CAP_NET_ADMIN", INITIAL),
];

/// Whether a message of audit is a record that a program adds: `audit_netlink_ok` asks for less then.
fn adds_a_record(kind: u16) -> bool {
    matches!(kind, 1005 | 1100..=1199 | 2100..=2999)
}

impl State<'_> {
    /// What may have caused that a request was refused with this (positive) error: what is
    /// plain from the request and the capture. Each is a clause.
    pub fn possible_causes(
        &self,
        protocol: u16,
        request: &RawMessage<'_>,
        error: i64,
    ) -> Vec<String> {
        let mut ctx = self.context(protocol);
        ctx.direction = Some(Direction::ToKernel);
        let mut names = Names::default();
        walk(request, None, &ctx, &mut names);
        let mut causes = Vec::new();
        match errno::name(error, self.learnt.arch) {
            Some("EPERM" | "EACCES") => self.capability(request, &ctx, &mut causes),
            Some("ENODEV" | "ENXIO") => {
                for index in &names.indices {
                    causes.push(format!("the capture knows no interface {index}"));
                }
                for name in &names.interfaces {
                    if !self.learnt.interfaces.has(name) {
                        let name = name.escape_debug();
                        causes.push(format!("the capture knows no interface \"{name}\""));
                    }
                }
            }
            Some("EEXIST") => {
                for name in &names.interfaces {
                    if self.learnt.interfaces.has(name) {
                        let name = name.escape_debug();
                        causes.push(format!("the capture knows an interface \"{name}\""));
                    }
                }
            }
            Some("EOPNOTSUPP" | "ENOENT" | "EPROTONOSUPPORT") => {
                for (key, kind) in &names.kinds {
                    let kind = kind.escape_debug();
                    causes.push(format!(
                        "this kernel has no {key} \"{kind}\", or its module is not loaded"
                    ));
                }
                if protocol == NETLINK_GENERIC && self.learnt.is_unknown(request.header.nlmsg_type)
                {
                    let id = request.header.nlmsg_type;
                    causes.push(format!("no generic family has the id {id}"));
                }
            }
            _ => {}
        }
        let errno = errno::name(error, self.learnt.arch);
        causes.extend(lint::causes(request, &ctx, errno));
        causes
    }

    fn capability(&self, request: &RawMessage<'_>, ctx: &Context<'_>, causes: &mut Vec<String>) {
        let changes = resolve(request, ctx).verb() != Verb::Get;
        let needed = CAPABILITIES
            .iter()
            .find(|(protocol, all, ..)| *protocol == ctx.protocol && (*all || changes));
        if let Some((protocol, _, capability, place)) = needed {
            let record = *protocol == NETLINK_AUDIT && adds_a_record(request.header.nlmsg_type);
            let capability = if record {
                "CAP_AUDIT_WRITE"
            } else {
                capability
            };
            causes.push(format!("the sender lacks {capability} in {place}"));
        }
    }
}

/// Gathers what a request names.
#[derive(Default)]
struct Names {
    /// Interfaces by index whose name is not known.
    indices: Vec<i64>,
    interfaces: Vec<String>,
    kinds: Vec<(String, String)>,
}

impl Sink for Names {
    fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
        Flow::Continue
    }

    fn leave(&mut self) {}

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let Key::Name(key) = node.key else {
            return Flow::Continue;
        };
        let key = key.as_str();
        match value {
            Value::Interface {
                value, name: None, ..
            } if *value > 0 && !self.indices.contains(value) => self.indices.push(*value),
            Value::Text(text) => {
                let text = String::from_utf8_lossy(text).into_owned();
                if key.ends_with("_IFNAME") || key.ends_with("_HEADER_DEV_NAME") {
                    self.interfaces.push(text);
                } else if key.ends_with("_KIND") || key == "NFTA_EXPR_NAME" {
                    self.kinds.push((key.to_owned(), text));
                }
            }
            _ => {}
        }
        Flow::Continue
    }

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
