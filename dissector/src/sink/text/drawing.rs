//! A refused request as a compiler shows an error: its tree, with a mark at the attribute.

use super::{Palette, Verbose, write_errno};
use crate::context::Context;
use crate::exchange::Refusal;
use crate::families::errno;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::Name;
use crate::walk::{Node, walk};
use crate::wire::{AttributeHeader, ByteOrder, RawMessage};
use std::io::Write;

/// How many bytes of an attribute are shown.
const BYTES: usize = 24;

/// A refused request, and what is known of why.
pub struct Refused<'r> {
    /// The request.
    pub request: RawMessage<'r>,
    /// Its frame.
    pub frame: u64,
    /// What it asks.
    pub summary: &'r str,
    /// The error, negative.
    pub error: i32,
    /// What the kernel said.
    pub refusal: Option<&'r Refusal>,
    /// What may have caused it.
    pub causes: &'r [String],
}

/// Draws a refused request. The context is that of the request.
pub fn write_refused(
    out: &mut Vec<u8>,
    refused: &Refused<'_>,
    ctx: &Context<'_>,
    palette: Palette,
    show_keys: bool,
) {
    let Palette {
        error: red,
        warning,
        reset,
        ..
    } = palette;
    let silence = Refusal::default();
    let refusal = refused.refusal.unwrap_or(&silence);
    let _ = write!(out, "{red}");
    write_errno(out, refused.error, refused.refusal);
    let _ = writeln!(
        out,
        "{reset} ← {} (frame {})",
        refused.summary, refused.frame
    );
    let ctx = ctx.of_request();
    let base = refused.request.offset as u32;
    let at = refusal
        .offset
        .or(refusal.nest.filter(|_| refusal.missing.is_some()));
    let mut drawer = Drawer {
        tree: Verbose::new(palette, show_keys),
        wanted: at.map(|at| at.saturating_add(base)),
        label: label(refused, refusal, ctx.order),
        marked: false,
        skip: 0,
        palette,
    };
    walk(&refused.request, None, &ctx, &mut drawer);
    let marked = drawer.marked;
    out.append(drawer.tree.buffer());
    if !marked {
        let label = label(refused, refusal, ctx.order);
        if !label.is_empty() {
            let _ = writeln!(out, "  {red}= {label}{reset}");
        }
        if let Some(path) = &refusal.offending {
            let _ = writeln!(out, "  {red}= at {path}{reset}");
        }
    }
    if refusal.words.is_none() && refusal.offset.is_none() && refusal.missing.is_none() {
        let says = refusal.errno.as_deref().and_then(errno::says);
        let _ = write!(out, "  = the kernel gave no words");
        if let Some(says) = says {
            let _ = write!(out, "; the error means: {says}");
        }
        out.push(b'\n');
        for cause in refused.causes {
            let _ = writeln!(out, "  {warning}= possible cause: {cause}{reset}");
        }
    }
}

/// What stands behind the mark.
fn label(refused: &Refused<'_>, refusal: &Refusal, order: ByteOrder) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(words) = &refusal.words {
        parts.push(words.escape_debug().to_string());
    }
    if let Some(missing) = &refusal.missing {
        parts.push(format!("{missing} is missing"));
    }
    if let Some(policy) = &refusal.policy {
        parts.push(format!("accepts {policy}"));
    }
    if let Some(bytes) = refusal.offset.and_then(|at| attribute(refused, at, order)) {
        parts.push(bytes);
    }
    parts.join("; ")
}

/// The bytes of the attribute at an offset of the request.
fn attribute(refused: &Refused<'_>, at: u32, order: ByteOrder) -> Option<String> {
    let tail = refused.request.data.get(at as usize..)?;
    let head = AttributeHeader::parse(tail, order)?;
    let len = usize::from(head.nla_len);
    let bytes = tail.get(..len.max(4)).unwrap_or(tail);
    let shown: Vec<String> = bytes
        .iter()
        .take(BYTES)
        .map(|b| format!("{b:02x}"))
        .collect();
    let more = if bytes.len() > BYTES { " …" } else { "" };
    Some(format!("byte {at}: {}{more}", shown.join(" ")))
}

/// Hands on to the tree, and writes a mark below the wanted attribute.
struct Drawer {
    tree: Verbose,
    wanted: Option<u32>,
    label: String,
    marked: bool,
    /// Levels below the header, which is not drawn.
    skip: u32,
    palette: Palette,
}

impl Drawer {
    fn mark(&mut self, node: &Node<'_>) {
        if node.nla_type.is_none() || self.wanted != Some(node.offset) || self.marked {
            return;
        }
        self.marked = true;
        let palette = self.palette;
        let label = std::mem::take(&mut self.label);
        let out = self.tree.buffer();
        let end = out.len().saturating_sub(1);
        let start = out
            .get(..end)
            .and_then(|text| text.iter().rposition(|b| *b == b'\n'))
            .map_or(0, |at| at + 1);
        let line = out.get(start..end).unwrap_or(&[]);
        let indent = line.iter().take_while(|b| **b == b' ').count();
        let width = node.key.to_string().chars().count();
        let _ = writeln!(
            out,
            "{}{}{} {label}{}",
            " ".repeat(indent),
            palette.error,
            "^".repeat(width),
            palette.reset
        );
    }
}

impl Sink for Drawer {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        if class == Class::Header {
            self.skip += 1;
            return Flow::Skip;
        }
        let flow = self.tree.enter(node, class);
        self.mark(node);
        flow
    }

    fn leave(&mut self) {
        if self.skip > 0 {
            self.skip -= 1;
        } else {
            self.tree.leave();
        }
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if self.skip > 0 {
            return Flow::Continue;
        }
        let flow = self.tree.leaf(node, value);
        self.mark(node);
        flow
    }

    fn derived(&mut self, name: &Name, text: &str) {
        self.tree.derived(name, text);
    }

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
