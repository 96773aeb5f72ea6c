//! `nldissect explain FILE -n 12`: one message told in sentences, with its request, answer
//! and outcome.

use crate::args::{Args, Explain};
use crate::exchanges::draw;
use crate::output::palette;
use crate::read::{Opened, usage};
use crate::selection::Selection;
use crate::stamp::Stamp;
use crate::{DONE, USAGE, complain, specs};
use netlink_capture::netlink::Item;
use netlink_dissector::context::Direction;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::{Exchange, Outcome, State};
use netlink_dissector::families::errno;
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::note::Process;
use netlink_dissector::sink::text::{write_duration, write_errno};
use netlink_dissector::summary::Summary;
use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// The message that was asked for.
struct Subject {
    place: Place,
    time: Option<Time>,
    protocol: u16,
    direction: Option<Direction>,
    port: Option<u32>,
    process: Option<Process>,
    summary: String,
    request: Option<Place>,
    cause: Option<Place>,
    copy_of: Option<Place>,
    asks: bool,
}

/// What the requests so far ask.
type Asked = HashMap<Place, String>;

/// Tells of the first message of the selection.
pub fn run(explain: &Explain, numbers: &str, args: &Args) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let selection = match Selection::parse(numbers) {
        Ok(selection) => selection,
        Err(what) => return usage(&what),
    };
    let files: Vec<PathBuf> = explain.names.iter().map(PathBuf::from).collect();
    let mut opened = match Opened::new(&files, &args.meaning, &tables) {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    let mut teller = Teller {
        selection,
        subject: None,
        asked: Asked::new(),
        out: Vec::new(),
        told: false,
        args,
    };
    let mut summary = Summary::new();
    opened.each_frame(u64::MAX, |input, held, data| {
        input.source(held, data).state.follow();
        input.items(held, data, |item, envelope, ctx| {
            if let Item::Message(message, _) = item {
                let asks = envelope.asks(message);
                let wanted = teller.subject.is_none() && teller.selection.has(&envelope.place);
                if asks || wanted {
                    let line = summary.message(message, ctx).to_owned();
                    if wanted {
                        teller.begin(envelope, &line, asks);
                    }
                    if asks {
                        teller.asked.insert(envelope.place, line);
                    }
                }
            }
            ControlFlow::Continue(())
        });
        teller.take(&mut input.source(held, data).state);
        Ok(!teller.told)
    })?;
    for input in &mut opened.inputs {
        for (_, source) in input.sources() {
            if !teller.told {
                source.state.finish();
                teller.take(&mut source.state);
            }
        }
    }
    if teller.subject.is_none() {
        complain::say(format_args!("no message is {numbers}"));
        return Ok(USAGE);
    }
    io::stdout().lock().write_all(&teller.out)?;
    Ok(DONE)
}

struct Teller<'x> {
    selection: Selection,
    subject: Option<Subject>,
    asked: Asked,
    out: Vec<u8>,
    told: bool,
    args: &'x Args,
}

impl Teller<'_> {
    /// The message is found: what is plain from itself is told at once.
    fn begin(&mut self, envelope: &Envelope<'_>, line: &str, asks: bool) {
        let subject = Subject {
            place: envelope.place,
            time: envelope.time,
            protocol: envelope.protocol,
            direction: envelope.direction,
            port: envelope.port,
            process: envelope.process.cloned(),
            summary: line.to_owned(),
            request: envelope.request,
            cause: envelope.cause,
            copy_of: envelope.copy_of,
            asks,
        };
        let alone = !asks && subject.request.is_none() && subject.cause.is_none();
        self.introduce(&subject);
        self.told = alone;
        self.subject = Some(subject);
    }

    fn introduce(&mut self, s: &Subject) {
        let mut stamp = Stamp::new(self.args.output.time);
        let time = String::from_utf8_lossy(stamp.text(s.time)).into_owned();
        let protocol = match PROTOCOLS.name_of(s.protocol.into()) {
            Some(name) => name.to_string(),
            None => format!("protocol {}", s.protocol),
        };
        let mut port = match s.port {
            Some(port) => format!("port {port}"),
            None => "a port that is not known".to_owned(),
        };
        if let Some(process) = &s.process {
            let comm = process.comm.escape_debug();
            port = format!("{port} ({comm}, process {})", process.pid);
        }
        let way = match s.direction {
            Some(Direction::ToKernel) => format!("from {port} to the kernel"),
            Some(Direction::FromKernel) if s.request.is_some() => {
                format!("from the kernel to {port}")
            }
            Some(Direction::FromKernel) => "from the kernel, to those that listen".to_owned(),
            Some(Direction::UserToUser) => "between two processes".to_owned(),
            None => "which way it went is not known".to_owned(),
        };
        let _ = writeln!(
            self.out,
            "Message {} of frame {}, {time}, {protocol}, {way}:\n  {}",
            s.place.message, s.place.frame, s.summary
        );
        if let Some(first) = s.copy_of {
            let _ = writeln!(
                self.out,
                "It is a copy of the message in frame {}: nlmon shows a multicast once for each \
                 socket that gets it.",
                first.frame
            );
        }
        if !s.asks && s.request.is_none() && s.cause.is_none() {
            let _ = writeln!(
                self.out,
                "No request in the capture asked for it or caused it."
            );
        }
    }

    fn take(&mut self, state: &mut State<'_>) {
        while let Some(x) = state.retired() {
            let concerns = self.subject.as_ref().is_some_and(|s| concerns(s, &x));
            if concerns && !self.told {
                self.told = true;
                self.tell(&x, state);
            }
        }
    }

    fn asks(&self, place: &Place) -> &str {
        self.asked.get(place).map_or("", |line| line)
    }

    fn tell(&mut self, x: &Exchange<'_>, state: &State<'_>) {
        let Some(s) = self.subject.take() else {
            return;
        };
        let mut out = std::mem::take(&mut self.out);
        let request = s.request.or(s.cause).unwrap_or(s.place);
        if !s.asks {
            let verb = if s.cause.is_some() {
                "was caused by"
            } else {
                "answers"
            };
            let _ = writeln!(
                out,
                "It {verb} the request in frame {}: {}",
                request.frame,
                self.asks(&request)
            );
        }
        if !x.members.is_empty() {
            let _ = writeln!(
                out,
                "The request is one of a transaction of {} that begins in frame {}: {}.",
                x.members.len(),
                x.place.frame,
                x.transaction().unwrap_or_default()
            );
        }
        outcome(&mut out, x);
        let summary = |place: &Place| Some(self.asks(place));
        let output = &self.args.output;
        draw(
            &mut out,
            x,
            state,
            &summary,
            palette(output.color),
            output.show_keys,
        );
        self.out = out;
        self.subject = Some(s);
    }
}

/// Whether a message is the request of an exchange, or belongs to it.
fn concerns(s: &Subject, x: &Exchange<'_>) -> bool {
    let request = s.request.or(s.cause).unwrap_or(s.place);
    x.place == request
        || x.members.iter().any(|m| m.place == request)
        // what ends a transaction is no member
        || (s.asks && !x.members.is_empty() && x.place.frame == s.place.frame
            && x.place.file == s.place.file)
}

/// What came of the request, in a sentence or two.
fn outcome(out: &mut Vec<u8>, x: &Exchange<'_>) {
    let _ = match x.outcome {
        Outcome::Ack => write!(out, "The kernel did it and said so"),
        Outcome::Done => write!(out, "The kernel dumped what was asked for, to its end"),
        Outcome::Reply => write!(out, "The kernel answered"),
        Outcome::Error => {
            let refusal = x.said();
            let _ = match x.failed_member() {
                None if x.end.is_none() => write!(out, "It could not be sent: "),
                None => write!(out, "The kernel refused it: "),
                Some(m) => write!(
                    out,
                    "The kernel refused the transaction, for its message {}: ",
                    m.place.message
                ),
            };
            write_errno(out, x.error, refusal);
            let says = refusal.and_then(|r| errno::says(r.errno.as_deref()?));
            says.map_or(Ok(()), |says| write!(out, " ({says})"))
        }
        Outcome::Silent => write!(out, "No answer was asked for, and no error came"),
        Outcome::Unanswered => write!(out, "An answer was due, and none came"),
        Outcome::Cut => write!(out, "The capture ends before its answer"),
        Outcome::Lost => write!(
            out,
            "Its answer is not in the capture, and there is evidence that it was lost"
        ),
    };
    if let Some(ns) = x.latency_ns {
        out.extend_from_slice(b", after ");
        write_duration(out, ns);
    }
    out.extend_from_slice(b".\n");
    if x.replies.messages > 0 {
        let _ = writeln!(
            out,
            "The answer has {} message(s) in {} frame(s), {} bytes.",
            x.replies.messages, x.replies.frames, x.replies.bytes
        );
    }
    if x.interrupted {
        let _ = writeln!(
            out,
            "What was dumped changed meanwhile (NLM_F_DUMP_INTR): the dump may not be consistent."
        );
    }
    if let (Some(ns), Some(place)) = (x.completion_ns, x.completion) {
        out.extend_from_slice(b"Its work was finished ");
        write_duration(out, ns);
        let _ = writeln!(out, " after the request, as frame {} tells.", place.frame);
    }
    if let Some(probe) = x.probe {
        let _ = writeln!(
            out,
            "It is a probe and no failure: by it {} asks {} ({}).",
            probe.tool, probe.asks, probe.source
        );
    }
}
