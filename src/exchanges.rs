//! `nldissect exchanges`: a line a request, with what came of it.

use crate::args::{Args, Exchanges};
use crate::asking::{Asked, Asking, Page, Request};
use crate::filter::filter;
use crate::output::{Results, palette};
use crate::parallel::{self, Taker};
use crate::read::{Opened, usage};
use crate::selection::Selection;
use crate::stamp::Stamp;
use crate::{ahead, complain, gaps, specs};
use netlink_capture::netlink::{Held, Input, Item};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::{Exchange, Outcome, State};
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::sink::{json, text};
use std::io::{self, Write};
use std::ops::ControlFlow;

/// How many bytes gather before they are written.
const FLUSH_AT: usize = 1 << 18;

/// Prints what came of each request.
pub fn run(exchanges: &Exchanges, args: &Args) -> io::Result<u8> {
    if exchanges.select.write.is_some() {
        return usage(
            "exchanges: -w writes frames, not exchanges: nldissect FILE -Y EXPR -w OUT --whole does",
        );
    }
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let selection = match Selection::of(&exchanges.select) {
        Ok(selection) => selection,
        Err(what) => return usage(&what),
    };
    let filter = match filter(&exchanges.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    let mut opened = match Opened::new(&exchanges.files, &args.meaning, &tables) {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    if let Err(what) = ahead::read(&mut opened.inputs, filter.as_ref(), &mut []) {
        return usage(&what);
    }
    if let Some(count) = exchanges.gaps {
        let matcher = filter.as_ref().map(Matcher::new);
        return gaps::run(opened, count, args, &selection, matcher);
    }
    let (wanted, out) = (filter.as_ref(), Box::new(io::stdout()));
    let mut teller = Teller::new(exchanges, args, selection, wanted, out);
    let threads = exchanges.select.threads();
    if threads > 1 && teller.shares() {
        let counts = args.output.count;
        let worker = || Asking::new(filter.as_ref(), counts);
        let of = (u64::MAX, threads);
        parallel::pages(&mut opened, of, &tables, worker, &mut teller)?;
    } else {
        opened.each_frame(u64::MAX, |input, held, data| {
            match teller.asks {
                true => teller.frame(input, held, data, |_, _, _, _| ())?,
                false => teller.pass(input, held, data)?,
            }
            Ok(teller.printer.left > 0)
        })?;
    }
    for input in &mut opened.inputs {
        teller.finish(input)?;
    }
    teller.end()?;
    Ok(opened.code())
}

/// Follows the messages, and hands on what retires.
pub struct Teller<'x> {
    asking: Asking<'x>,
    asked: Asked,
    /// Whether anything is asked of messages until requests retire.
    asks: bool,
    printer: Printer<'x>,
}

impl<'x> Teller<'x> {
    /// Tells of those exchanges that are wanted, to `out`.
    pub fn new(
        wanted: &'x Exchanges,
        args: &Args,
        selection: Selection,
        filter: Option<&'x Filter<'_>>,
        out: Results,
    ) -> Teller<'x> {
        let printer = Printer::new(wanted, args, selection, out);
        let counts = printer.count.is_some();
        Teller {
            asking: Asking::new(filter, counts),
            asked: Asked::default(),
            asks: filter.is_some() || !counts,
            printer,
        }
    }

    /// Whether it is worth while to look at messages on several threads: what is drawn of a refusal
    /// needs the state of its source, which but one has.
    fn shares(&self) -> bool {
        self.asks && !self.printer.verbose && self.printer.wanted.select.limit.is_none()
    }

    /// Takes a frame. `also` is given each of its messages, and whether it matches.
    pub fn frame(
        &mut self,
        input: &mut Input<'_>,
        held: &Held,
        data: &[u8],
        mut also: impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>, bool),
    ) -> io::Result<()> {
        input.source(held, data).state.follow();
        let (asking, asked) = (&mut self.asking, &mut self.asked);
        input.items(held, data, |item, envelope, ctx| {
            let (matches, said) = asking.hear(item, envelope, ctx);
            also(item, envelope, ctx, matches);
            said.into_iter().for_each(|said| asked.hear(said));
            ControlFlow::Continue(())
        });
        self.take_of(input, held, data)
    }

    /// Takes a frame of whose messages nothing is asked: what came of requests is all that counts.
    fn pass(&mut self, input: &mut Input<'_>, held: &Held, data: &[u8]) -> io::Result<()> {
        let state = &mut input.source(held, data).state;
        match self.printer.wanted.failed {
            true => state.follow(),
            false => state.follow_briefly(),
        }
        input.learn(held, data);
        self.take_of(input, held, data)
    }

    fn take_of(&mut self, input: &mut Input<'_>, held: &Held, data: &[u8]) -> io::Result<()> {
        let interface = input.interface(held);
        self.take(&mut input.source(held, data).state, interface)
    }

    /// Takes what has retired.
    fn take(&mut self, state: &mut State<'_>, interface: Option<u32>) -> io::Result<()> {
        state.each_retired(|x, state| self.retired(x, Some(state), interface))
    }

    /// It is known what came of a request.
    fn retired(
        &mut self,
        x: &Exchange<'_>,
        state: Option<&State<'_>>,
        interface: Option<u32>,
    ) -> io::Result<()> {
        let (printer, asked, asks) = (&mut self.printer, &mut self.asked, self.asks);
        printer.requests += u64::from(x.probe.is_none());
        let own = asks.then(|| asked.remove(&x.place)).flatten();
        let matches = |request: Option<&Request>| request.is_some_and(|r| r.matches);
        let mut members = x.members.iter().map(|m| asked.get(&m.place));
        if (!asks || matches(own.as_ref()) || members.any(matches)) && printer.wants(x) {
            let summary = |place: &Place| match *place == x.place {
                true => own.as_ref(),
                false => asked.get(place),
            };
            let summary = |place: &Place| summary(place).map(|r| &*r.summary);
            printer.tell(x, state, interface, summary)?;
        }
        for member in x.members.iter().filter(|_| asks) {
            asked.remove(&member.place);
        }
        Ok(())
    }

    /// The end of a file.
    pub fn finish(&mut self, input: &mut Input<'_>) -> io::Result<()> {
        let several = input.several();
        let mut strays = (0, None);
        for (source, state) in input.sources() {
            let state = &mut state.state;
            state.finish();
            let interface = several.then_some(source.1);
            self.take(state, interface)?;
            let (count, first) = state.strays();
            strays = (strays.0 + count, strays.1.or(first));
        }
        if let (count, Some(first)) = strays {
            let answers = if count == 1 {
                "answer belongs"
            } else {
                "answers belong"
            };
            complain::say(format_args!(
                "{}: {count} {answers} to requests that are not in the capture, the first in \
                 frame {}",
                input.name(),
                first.frame
            ));
        }
        Ok(())
    }

    /// The end of all: how many requests there were, probes left out, and how many of them were
    /// told of.
    pub fn end(mut self) -> io::Result<(u64, u64)> {
        self.printer.finish()?;
        Ok((self.printer.requests, self.printer.told))
    }
}

impl<'t> Taker<'t, Page<'t>> for &mut Teller<'_> {
    fn page(&mut self, page: Page<'t>) -> io::Result<()> {
        let mut said = page.said.into_iter().peekable();
        for told in page.retired {
            while let Some((_, said)) = said.next_if(|(number, _)| *number < told.messages) {
                self.asked.hear(said);
            }
            self.retired(&told.exchange, None, told.interface)?;
        }
        said.for_each(|(_, said)| self.asked.hear(said));
        Ok(())
    }

    fn frame(&mut self, input: &mut Input<'t>, held: &Held, data: &[u8]) -> io::Result<()> {
        Teller::frame(self, input, held, data, |_, _, _, _| ())
    }

    fn pause(&mut self) -> io::Result<()> {
        self.printer.flush()
    }
}

/// Prints those that are wanted.
struct Printer<'x> {
    wanted: &'x Exchanges,
    selection: Selection,
    left: u64,
    json: bool,
    count: Option<u64>,
    stamp: Stamp,
    palette: text::Palette,
    verbose: bool,
    show_keys: bool,
    /// Requests so far, probes left out, and how many were told of.
    requests: u64,
    told: u64,
    out: Vec<u8>,
    to: Results,
}

impl<'x> Printer<'x> {
    fn new(wanted: &'x Exchanges, args: &Args, selection: Selection, to: Results) -> Printer<'x> {
        Printer {
            wanted,
            selection,
            left: wanted.select.limit.unwrap_or(u64::MAX),
            json: args.output.json.is_some(),
            count: args.output.count.then_some(0),
            stamp: Stamp::new(args.output.time),
            palette: palette(args.output.color),
            verbose: args.output.verbose > 0,
            show_keys: args.output.show_keys,
            requests: 0,
            told: 0,
            out: Vec::new(),
            to,
        }
    }

    fn wants(&self, x: &Exchange<'_>) -> bool {
        let slow = |ms: u64| {
            let took = x.completion_ns.or(x.latency_ns);
            took.is_some_and(|ns| ns >= ms.saturating_mul(1_000_000))
        };
        let failed = matches!(
            x.outcome,
            Outcome::Error | Outcome::Unanswered | Outcome::Lost
        );
        self.left > 0
            && (!self.wanted.failed || (failed && (x.probe.is_none() || self.wanted.probes)))
            && self.wanted.slow.is_none_or(slow)
            && self
                .selection
                .has_any(x.place, x.members.iter().map(|m| m.place))
    }

    fn tell<'s>(
        &mut self,
        x: &Exchange<'_>,
        state: Option<&State<'_>>,
        interface: Option<u32>,
        summary: impl Fn(&Place) -> Option<&'s str>,
    ) -> io::Result<()> {
        self.left -= 1;
        self.told += 1;
        if let Some(count) = &mut self.count {
            *count += 1;
        } else if self.json {
            json::write_exchange(&mut self.out, x, interface, summary);
        } else {
            let time = self.stamp.text(x.time);
            let line = summary(&x.place).unwrap_or("");
            text::write_exchange(&mut self.out, x, line, time, &self.palette);
            if let Some(state) = state.filter(|_| self.verbose) {
                draw(
                    &mut self.out,
                    x,
                    state,
                    &summary,
                    self.palette,
                    self.show_keys,
                );
            }
        }
        if self.out.len() >= FLUSH_AT {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.write_all(&self.out)?;
        self.to.flush()?;
        self.out.clear();
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        if let Some(count) = self.count {
            writeln!(self.out, "{count}")?;
        }
        self.flush()
    }
}

/// Draws what was refused of a request, or of the messages of a transaction.
pub fn draw<'s>(
    out: &mut Vec<u8>,
    x: &Exchange<'_>,
    state: &State<'_>,
    summary: &impl Fn(&Place) -> Option<&'s str>,
    palette: text::Palette,
    show_keys: bool,
) {
    let whole = x
        .message()
        .filter(|_| x.error < 0 && x.failed_member().is_none());
    let whole = whole.map(|request| (request, x.place, x.error, x.refusal.as_deref()));
    let members = x.members.iter().enumerate().filter(|(_, m)| m.error < 0);
    let members = members.filter_map(|(i, m)| {
        let request = x.member(i)?;
        Some((request, m.place, m.error, m.refusal.as_deref()))
    });
    for (request, place, error, refusal) in whole.into_iter().chain(members) {
        let causes = state.possible_causes(x.protocol, &request, -i64::from(error));
        let refused = text::Refused {
            request,
            frame: place.frame,
            summary: summary(&place).unwrap_or(""),
            error,
            refusal,
            causes: &causes,
        };
        text::write_refused(
            out,
            &refused,
            &state.context(x.protocol),
            palette,
            show_keys,
        );
    }
}
