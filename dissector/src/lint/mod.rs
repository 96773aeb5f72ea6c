//! What the kernel refuses, ignores or misreads of a request.
//!
//! A walk of the request is listened to, and what it tells is held against the kernel's own
//! policies ([`policy`]): which attributes a request may have, their lengths, bounds and flags.
//! What the kernel does for certain is an error; what a capture cannot tell is said to be
//! unknown, and never guessed.

mod code;
mod document;
mod header;
mod level;
#[cfg(test)]
mod planted;
pub mod policy;
mod sink;
#[cfg(test)]
mod tests;
mod value;

pub use code::Code;
pub use document::document;

use crate::context::{Context, Direction};
use crate::diagnostic::Severity;
use crate::envelope::Envelope;
use crate::walk::{MAX_DIAGNOSTICS, Span, path_at, resolve};
use crate::wire::RawMessage;
use policy::Policy;
use sink::Checker;
use std::borrow::Cow;
use std::collections::HashMap;

/// Of how many ports the last sequence number is kept.
const MAX_PORTS: usize = 4096;

/// What a capture of nlmon does not tell of strict checking.
pub const UNKNOWN_STRICT: &str = "nlmon does not record socket options; use trace";

/// Something that the kernel refuses, ignores or misreads.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// How much it matters here.
    pub severity: Severity,
    /// Where: bytes from the frame's first netlink byte.
    pub offset: u32,
    /// The attribute there, as a path in the request.
    pub path: Option<String>,
    /// In words, with the names and numbers of the case.
    pub text: Cow<'static, str>,
    /// What is not known, and would tell whether it holds.
    pub unknown: Option<&'static str>,
    /// What says so.
    pub policy: Option<Source>,
}

/// What says how a request is to be: a policy of the kernel, or a loaded spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its file.
    pub file: Cow<'static, str>,
    /// It is a loaded spec.
    pub spec: bool,
}

impl From<&Policy> for Source {
    fn from(policy: &Policy) -> Source {
        Source {
            name: policy.name.clone(),
            file: policy.file.clone(),
            spec: policy.spec,
        }
    }
}

impl Finding {
    /// Less certain, or less grave, than its code.
    fn warning(&mut self) {
        self.severity = self.severity.min(Severity::Warning);
    }
}

/// What is known of a request beside its bytes and its context.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Which way it went.
    pub direction: Option<Direction>,
    /// Port id on the user's side.
    pub port: Option<u32>,
    /// All of its frame was captured: what is missing was not sent.
    pub whole: bool,
    /// Whether the socket has NETLINK_GET_STRICT_CHK, where something tells.
    pub strict: Option<bool>,
}

impl About {
    /// What an envelope tells.
    pub fn new(envelope: &Envelope<'_>, whole: bool) -> About {
        About {
            direction: envelope.direction,
            port: envelope.port,
            whole,
            strict: envelope.socket.and_then(|socket| socket.strict),
        }
    }

    /// What is known of a request of which there is nothing but its bytes.
    pub fn request() -> About {
        About {
            direction: Some(Direction::ToKernel),
            port: None,
            whole: false,
            strict: None,
        }
    }
}

/// Finds what is wrong with requests, one after the other.
#[derive(Debug, Default)]
pub struct Lint {
    findings: Vec<Finding>,
    /// The number of the message that was last seen of a protocol and port.
    sequences: HashMap<(u16, u32), u32>,
}

impl Lint {
    /// One that has seen nothing.
    pub fn new() -> Lint {
        Lint::default()
    }

    /// What is wrong with a message to the kernel, in the order of the bytes.
    pub fn message<'a>(
        &mut self,
        message: &RawMessage<'a>,
        rest: Option<Span<'a>>,
        about: &About,
        ctx: &Context<'_>,
    ) -> &[Finding] {
        self.findings.clear();
        let resolved = resolve(message, ctx);
        if self.header(message, about, ctx, &resolved) {
            let mut checker = Checker::new(self, message, about, ctx, &resolved);
            checker.run(message, ctx, &resolved);
        }
        if let Some(rest) = rest.filter(|r| r.data.iter().any(|b| *b != 0) && about.whole) {
            let text = format!("{} behind the last message", value::bytes(rest.data.len()));
            self.find(Code::RestBytes, rest.offset, text);
        }
        self.sequence(message, about, ctx.protocol);
        self.findings.sort_by_key(|f| f.offset);
        for finding in &mut self.findings {
            let offset = finding.offset.saturating_sub(message.offset as u32);
            if finding.path.is_none() && offset >= 16 {
                finding.path = path_at(message, offset, ctx);
            }
        }
        &self.findings
    }

    /// The same number twice from one port.
    fn sequence(&mut self, message: &RawMessage<'_>, about: &About, protocol: u16) {
        let Some(port) = about.port else {
            return;
        };
        // the messages of a transaction may share a number
        if message.offset > 0 {
            return;
        }
        if self.sequences.len() >= MAX_PORTS && !self.sequences.contains_key(&(protocol, port)) {
            self.sequences.clear();
        }
        let number = message.header.nlmsg_seq;
        if self.sequences.insert((protocol, port), number) == Some(number) {
            let text =
                format!("nlmsg_seq is {number} again, as in the request of port {port} before");
            self.find(Code::SequenceReused, message.offset as u32 + 8, text);
        }
    }

    fn find(&mut self, code: Code, offset: u32, text: impl Into<Cow<'static, str>>) {
        self.found(code, offset, text);
    }

    /// Adds a finding, and hands it out to be changed.
    fn found(
        &mut self,
        code: Code,
        offset: u32,
        text: impl Into<Cow<'static, str>>,
    ) -> &mut Finding {
        let finding = Finding {
            code,
            severity: code.severity(),
            offset,
            path: None,
            text: text.into(),
            unknown: None,
            policy: None,
        };
        // more of them help nobody: the last place is written again
        if self.findings.len() >= usize::from(MAX_DIAGNOSTICS) {
            self.findings.pop();
        }
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        #[allow(clippy::indexing_slicing, reason = "it was just pushed")]
        &mut self.findings[last]
    }
}

/// What is wrong with one request of which there is nothing but its bytes.
pub fn request(message: &RawMessage<'_>, ctx: &Context<'_>) -> Vec<Finding> {
    let mut lint = Lint::new();
    lint.message(message, None, &About::request(), ctx);
    lint.findings
}

/// What of a request may have caused that the kernel refused it without a word, each in a
/// clause: a possibility, and no more. The name of the error is given where it has one.
pub fn causes(message: &RawMessage<'_>, ctx: &Context<'_>, errno: Option<&str>) -> Vec<String> {
    const MOST: usize = 5;
    // what says that something is there, is not, or is not allowed is not about the bytes
    const ELSEWHERE: &[&str] = &[
        "EPERM", "EACCES", "ENODEV", "ENXIO", "EEXIST", "EBUSY", "ENETDOWN",
    ];
    if errno.is_some_and(|errno| ELSEWHERE.contains(&errno)) {
        return Vec::new();
    }
    let mut ctx = *ctx;
    ctx.direction = Some(Direction::ToKernel);
    // what is ignored for certain causes nothing
    let minded = |f: &Finding| {
        let misread = matches!(
            f.code,
            Code::UnknownAttribute
                | Code::OddPayload
                | Code::CutValue
                | Code::ByteOrderFlag
                | Code::ContradictingFlags
        );
        f.code.severity() == Severity::Error || f.unknown.is_some() || misread
    };
    let findings = request(message, &ctx).into_iter().filter(minded);
    let clause = |f: Finding| {
        let code = f.code.word();
        match &f.path {
            Some(path) => format!("{path}: {} [{code}]", f.text),
            None => format!("{} [{code}]", f.text),
        }
    };
    findings.map(clause).take(MOST).collect()
}
