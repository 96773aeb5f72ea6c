//! `nldissect exchanges --gaps N`: the longest silences of a capture.

use crate::args::Args;
use crate::read::Opened;
use crate::selection::Selection;
use crate::stamp::Stamp;
use netlink_dissector::envelope::{Place, Time};
use netlink_dissector::filter::Matcher;
use netlink_dissector::sink::json::value::{write_number, write_string};
use netlink_dissector::sink::text::write_duration;
use netlink_dissector::summary::Summary;
use netlink_dissector::time::write_utc;
use std::io::{self, Write};
use std::ops::ControlFlow;

/// A message at an edge of a silence.
#[derive(Clone, Default)]
struct Edge {
    place: Place,
    time: Option<Time>,
    summary: String,
}

/// A silence.
struct Gap {
    ns: u64,
    before: Edge,
    after: Edge,
}

/// Prints the `count` longest silences, the longest first: of all messages, or of those that are
/// wanted.
pub fn run(
    mut opened: Opened<'_>,
    count: usize,
    args: &Args,
    selection: &Selection,
    mut matcher: Option<Matcher<'_>>,
) -> io::Result<u8> {
    let mut summary = Summary::new();
    let mut gaps: Vec<Gap> = Vec::new();
    let mut before = Edge::default();
    opened.each_frame(u64::MAX, |input, held, data| {
        input.items(held, data, |item, envelope, ctx| {
            let matcher = matcher.as_mut();
            if !selection.has(&envelope.place)
                || !matcher.is_none_or(|m| item.matches(m, envelope, ctx))
            {
                return ControlFlow::Continue(());
            }
            let line = item.summary(&mut summary, ctx);
            let after = Edge {
                place: envelope.place,
                time: envelope.time,
                summary: line.to_owned(),
            };
            let ns = between(before.time, after.time);
            let shortest = gaps.last().map_or(0, |gap| gap.ns);
            if ns > 0 && (gaps.len() < count || ns > shortest) {
                let at = gaps.partition_point(|gap| gap.ns >= ns);
                let gap = Gap {
                    ns,
                    before: before.clone(),
                    after: after.clone(),
                };
                gaps.insert(at, gap);
                gaps.truncate(count);
            }
            if after.time.is_some() {
                before = after;
            }
            ControlFlow::Continue(())
        });
        Ok(true)
    })?;
    let mut out = Vec::new();
    let mut stamp = Stamp::new(args.output.time);
    for gap in &gaps {
        if args.output.json.is_some() {
            out.extend_from_slice(b"{\"gap_ns\":");
            write_number(&mut out, gap.ns);
            for (key, edge) in [("before", &gap.before), ("after", &gap.after)] {
                let _ = write!(out, ",\"{key}\":");
                json(&mut out, edge);
            }
            out.extend_from_slice(b"}\n");
        } else {
            write_duration(&mut out, gap.ns);
            out.push(b'\n');
            for (word, edge) in [("after ", &gap.before), ("before", &gap.after)] {
                let _ = write!(out, "  {word} ");
                if let Some(file) = edge.place.file {
                    let _ = write!(out, "{file}:");
                }
                let _ = write!(out, "{}.{} ", edge.place.frame, edge.place.message);
                out.extend_from_slice(stamp.text(edge.time));
                let _ = writeln!(out, " {}", edge.summary);
            }
        }
    }
    io::stdout().lock().write_all(&out)?;
    Ok(opened.code())
}

fn json(out: &mut Vec<u8>, edge: &Edge) {
    out.push(b'{');
    if let Some(file) = edge.place.file {
        let _ = write!(out, "\"file\":{file},");
    }
    let _ = write!(
        out,
        "\"frame\":{},\"message\":{},",
        edge.place.frame, edge.place.message
    );
    if let Some(time) = edge.time {
        out.extend_from_slice(b"\"time\":\"");
        write_utc(out, time);
        out.extend_from_slice(b"\",");
    }
    out.extend_from_slice(b"\"summary\":");
    write_string(out, &edge.summary);
    out.push(b'}');
}

/// Nanoseconds from one message to the next; 0 where a time is missing or goes backwards.
fn between(from: Option<Time>, to: Option<Time>) -> u64 {
    let total = |t: Time| i128::from(t.seconds) * 1_000_000_000 + i128::from(t.nanos);
    match (from, to) {
        (Some(from), Some(to)) => u64::try_from(total(to) - total(from)).unwrap_or(0),
        _ => 0,
    }
}
