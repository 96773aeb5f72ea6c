//! `nldissect decode`: messages from hex or raw bytes.

use crate::args::{Args, Decode, Select};
use crate::filter::filter;
use crate::output::Output;
use crate::read::{self, Opened, unreadable, usage};
use crate::{USAGE, complain, hex, specs};
use netlink_capture::netlink::Item;
use netlink_capture::{Capture, Error};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::State;
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::filter::Matcher;
use netlink_dissector::table::{Arch, Tables};
use netlink_dissector::walk::Span;
use netlink_dissector::wire::{ByteOrder, Messages, plausibility};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Bytes of hex, or of messages, or of another program's text, that are read at most.
const MAX_INPUT: u64 = 256 << 20;

/// Decodes what was given.
pub fn run(decode: &Decode, args: &Args) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let given = match specs::given(&args.meaning) {
        Ok(given) => given,
        Err(what) => return usage(&what),
    };
    let Some(protocol) = protocol(&decode.protocol) else {
        return usage(&format!(
            "--protocol {}: neither a number nor a NETLINK_* name",
            decode.protocol
        ));
    };
    let bytes = match bytes(decode.input.as_deref().unwrap_or("-")) {
        Ok(bytes) if bytes.is_empty() => return usage("no bytes to decode"),
        Ok(bytes) => bytes,
        Err(what) => return usage(&what),
    };
    if is_capture(&bytes) {
        return usage("these bytes are a capture file: nldissect FILE reads it");
    }
    let name = decode.input.as_deref().unwrap_or("-").to_owned();
    match Capture::from_bytes(name.clone(), bytes.clone()) {
        Ok(capture) => return recording(capture, args),
        Err(error @ (Error::NoBytes { .. } | Error::NoNetlink)) => {
            unreadable(&name, &error);
            return Ok(USAGE);
        }
        // bytes of messages, then
        Err(_) => {}
    }
    let order = given.byte_order().unwrap_or_else(|| {
        let little = plausibility(&bytes, ByteOrder::Little);
        if plausibility(&bytes, ByteOrder::Big) > little {
            ByteOrder::Big
        } else {
            ByteOrder::Little
        }
    });
    let mut state = State::new(&tables, order);
    for (id, name) in &given.families {
        state.give(*id, name);
    }
    let filter = match filter(&args.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    let mut matcher = filter.as_ref().map(Matcher::new);
    let mut output = match Output::new(&args.output, 1, &tables) {
        Ok(output) => output,
        Err(what) => return usage(&what),
    };
    let ahead = output.fields().is_some_and(|f| f.needs().ahead);
    if ahead || filter.as_ref().is_some_and(|f| f.needs().ahead) {
        return usage("decode: exchange.* and reply.* are of captures: write one, and name it");
    }
    let mut found = 0;
    messages(
        &bytes,
        protocol,
        &tables,
        &mut state,
        given.arch,
        &mut |item, envelope, ctx| {
            found += u64::from(!matches!(item, Item::Nothing(_)));
            let wanted = matcher
                .as_mut()
                .is_none_or(|m| item.matches(m, envelope, ctx));
            if wanted {
                output.message(item, envelope, ctx)
            } else {
                Ok(())
            }
        },
    )?;
    output.finish()?;
    if found == 0 {
        complain::say(format_args!("no message in {} bytes", bytes.len()));
        return Ok(USAGE);
    }
    Ok(output.answer())
}

/// What strace or rtmon wrote, which is read like a capture; the whole tree of each message, as of all that is
/// decoded.
fn recording(capture: Capture, args: &Args) -> io::Result<u8> {
    let mut output = args.output.clone();
    if !output.asks() {
        output.verbose = 1;
    }
    let args = Args {
        files: Vec::new(),
        select: Select {
            filter: args.select.filter.clone(),
            ..Select::default()
        },
        output,
        meaning: args.meaning.clone(),
        browse: args.browse.clone(),
        command: None,
    };
    read::from(&args, |tables| Opened::one(capture, &args.meaning, tables))
}

fn messages(
    bytes: &[u8],
    protocol: u16,
    tables: &Tables,
    state: &mut State<'_>,
    arch: Option<Arch>,
    each: &mut dyn FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let order = state.order();
    let mut place = Place {
        frame: 1,
        ..Place::default()
    };
    let alone = Envelope {
        place,
        protocol,
        ..Envelope::default()
    };
    if let Some(family) = tables.datagram(protocol) {
        let mut ctx = Context::new(tables, protocol);
        ctx.order = order;
        ctx.arch = arch;
        return each(Item::Datagram(family, Span::new(bytes, 0)), &alone, &ctx);
    }
    let mut messages = Messages::of(protocol, bytes, order);
    let Some(mut message) = messages.next() else {
        let ctx = Context::new(tables, protocol);
        let alone = Envelope {
            no_message: true,
            ..alone
        };
        return each(Item::Nothing(Span::new(bytes, 0)), &alone, &ctx);
    };
    loop {
        let next = messages.next();
        let rest = next.is_none().then(|| messages.rest());
        let rest = rest.map(|rest| Span::new(rest, messages.offset()));
        let facts = state.observe(protocol, &message, place);
        let mut ctx = Context::new(tables, protocol);
        ctx.order = order;
        ctx.arch = arch;
        ctx.direction = facts.direction;
        ctx.knowledge = state.learnt();
        let known = state.envelope(protocol, message.header.nlmsg_type, &facts);
        let envelope = Envelope { place, ..known };
        each(Item::Message(&message, rest), &envelope, &ctx)?;
        place.message += 1;
        match next {
            Some(following) => message = following,
            None => return Ok(()),
        }
    }
}

/// The protocol of a name, with or without NETLINK_, or of a number.
fn protocol(text: &str) -> Option<u16> {
    if let Some(number) = specs::number(text) {
        return Some(number);
    }
    let upper = text.to_ascii_uppercase();
    let value = PROTOCOLS
        .value_of(&upper)
        .or_else(|| PROTOCOLS.value_of(&format!("NETLINK_{upper}")))?;
    u16::try_from(value).ok()
}

/// The bytes of an argument: hex digits, or the contents of a file or of standard input, which
/// are hex where nothing but hex digits is in them.
fn bytes(argument: &str) -> Result<Vec<u8>, String> {
    let (name, input): (&str, Box<dyn Read>) = if argument == "-" {
        read::confine();
        ("standard input", Box::new(io::stdin().lock()))
    } else if let Some(bytes) = hex::read(argument.as_bytes()) {
        return Ok(bytes);
    } else if Path::new(argument).is_file() {
        let file = File::open(argument).map_err(|e| format!("{argument}: {e}"))?;
        (argument, Box::new(file))
    } else {
        return Err(format!("{argument:?}: neither hex digits nor a file"));
    };
    let mut contents = Vec::new();
    let read = input.take(MAX_INPUT + 1).read_to_end(&mut contents);
    read.map_err(|e| format!("{name}: {e}"))?;
    if contents.len() as u64 > MAX_INPUT {
        return Err(format!(
            "{name}: more than {} MiB: decode is for single messages; write a capture, and name it",
            MAX_INPUT >> 20
        ));
    }
    Ok(hex::read(&contents).unwrap_or(contents))
}

/// Whether bytes begin as a pcap or pcapng file does.
fn is_capture(bytes: &[u8]) -> bool {
    const MAGICS: [[u8; 4]; 5] = [
        [0xd4, 0xc3, 0xb2, 0xa1],
        [0xa1, 0xb2, 0xc3, 0xd4],
        [0x4d, 0x3c, 0xb2, 0xa1],
        [0xa1, 0xb2, 0x3c, 0x4d],
        [0x0a, 0x0d, 0x0d, 0x0a],
    ];
    MAGICS.iter().any(|magic| bytes.starts_with(magic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protocols() {
        assert_eq!(protocol("NETLINK_GENERIC"), Some(16));
        assert_eq!(protocol("generic"), Some(16));
        assert_eq!(protocol("12"), Some(12));
        assert_eq!(protocol("0xf"), Some(15));
        assert_eq!(protocol("nope"), None);
        assert_eq!(protocol("tcp_nla"), Some(256));
    }
}
