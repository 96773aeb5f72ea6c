//! `nldissect diff`: two captures compared, exchange by exchange, by what they mean.

use crate::args::{Args, Diff, Meaning};
use crate::output::palette;
use crate::read::usage;
use crate::{DAMAGED, DONE, NO, USAGE, ahead, complain, filter, specs};
use netlink_capture::netlink::{Given, Input, Item};
use netlink_capture::{Capture, Error};
use netlink_dissector::context::Context;
use netlink_dissector::diff::{
    Comparison, Details, Level, MAX_TOLD, Rules, Survey, Surveyor, Teller, Wanted, compare, json,
    text,
};
use netlink_dissector::envelope::Envelope;
use netlink_dissector::exchange::Exchange;
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::table::Tables;
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many bytes gather before they are written.
const FLUSH_AT: usize = 1 << 18;

/// Compares two captures.
pub fn run(diff: &Diff, args: &Args) -> io::Result<u8> {
    if diff.list_ignored {
        return list(args);
    }
    let (Some(a), Some(b)) = (&diff.a, &diff.b) else {
        return usage("two captures are compared: nldissect diff A B");
    };
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let rules = match Rules::new(diff.ignore.iter().map(String::as_str), &tables) {
        Ok(rules) => rules,
        Err((path, error)) => return usage(&format!("--ignore: {}", error.show(path))),
    };
    let filter = match filter::filter(&args.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    if [a, b].iter().all(|path| path.as_os_str() == "-") {
        return usage("`-` is given twice: standard input can be read only once");
    }
    let level = match (diff.requests, diff.outcomes) {
        (true, _) => Level::Requests,
        (_, true) => Level::Outcomes,
        _ => Level::Replies,
    };
    let mut run = Run {
        tables: &tables,
        meaning: &args.meaning,
        rules: &rules,
        filter: filter.as_ref(),
        level,
        code: DONE,
    };
    let (Some(first), Some(second)) = (run.side(a), run.side(b)) else {
        return Ok(USAGE);
    };
    let (Some(mut left), Some(mut right)) = (run.survey(&first), run.survey(&second)) else {
        return Ok(USAGE);
    };
    let wanted = Wanted {
        level,
        probes: diff.probes,
    };
    let comparison = compare(&mut left, &mut right, &rules, wanted);
    let code = match run.code {
        DONE if comparison.is_same() => DONE,
        DONE => NO,
        code => code,
    };
    if args.output.quiet {
        return Ok(code);
    }
    if args.output.count {
        let count = comparison.differences.len() + comparison.unheard.len();
        writeln!(io::stdout().lock(), "{count}")?;
        return Ok(code);
    }
    let all = args.output.verbose > 0;
    let keys = args.output.show_keys;
    let details = [
        run.details(&first, Teller::new(&comparison, 0, &rules, all, keys)),
        run.details(&second, Teller::new(&comparison, 1, &rules, all, keys)),
    ];
    if details.iter().any(|details| details.len() >= MAX_TOLD) {
        complain::say(format_args!(
            "more than {MAX_TOLD} messages differ: what the others say is not shown; -Y shows fewer"
        ));
    }
    print(&comparison, &details, [a, b], args)?;
    Ok(code)
}

/// Prints what differs.
fn print(
    comparison: &Comparison<'_>,
    details: &[Details; 2],
    names: [&PathBuf; 2],
    args: &Args,
) -> io::Result<()> {
    let [left, right] = details;
    let mut out = Vec::new();
    let mut stdout = io::stdout().lock();
    if args.output.json.is_some() {
        let writer = json::Writer::new([left, right]);
        for difference in &comparison.differences {
            writer.difference(&mut out, difference);
            flush(&mut stdout, &mut out, FLUSH_AT)?;
        }
        writer.finish(&mut out, comparison);
        return flush(&mut stdout, &mut out, 0);
    }
    let show = text::Show {
        palette: palette(args.output.color),
        all: args.output.verbose > 0,
    };
    let mut writer = text::Writer::new(comparison, [left, right], show);
    if !comparison.is_same() {
        let palette = show.palette;
        let [first, second] = names;
        for (mark, colour, name) in [
            ("---", palette.error, first),
            ("+++", palette.added, second),
        ] {
            let name = name.display().to_string();
            let _ = writeln!(
                out,
                "{colour}{mark} {}{}",
                name.escape_debug(),
                palette.reset
            );
        }
    }
    for difference in &comparison.differences {
        writer.difference(&mut out, difference);
        flush(&mut stdout, &mut out, FLUSH_AT)?;
    }
    writer.finish(&mut out, comparison);
    flush(&mut stdout, &mut out, 0)
}

fn flush(to: &mut impl Write, out: &mut Vec<u8>, at: usize) -> io::Result<()> {
    if out.len() >= at {
        to.write_all(out)?;
        to.flush()?;
        out.clear();
    }
    Ok(())
}

/// A capture to compare: read twice, so that what is no regular file is kept.
struct Side {
    path: PathBuf,
    bytes: Option<Vec<u8>>,
}

struct Run<'x> {
    tables: &'x Tables,
    meaning: &'x Meaning,
    rules: &'x Rules,
    filter: Option<&'x Filter<'x>>,
    level: Level,
    code: u8,
}

impl<'x> Run<'x> {
    /// A capture; nothing where it cannot be read, which is said.
    fn side(&self, path: &Path) -> Option<Side> {
        let stdin = path.as_os_str() == "-";
        let mut bytes = None;
        let read = if stdin {
            let mut all = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut all);
            bytes = Some(all);
            read.map(|_| ())
        } else {
            File::open(path).and_then(|mut file| {
                if !file.metadata()?.is_file() {
                    let mut all = Vec::new();
                    file.read_to_end(&mut all)?;
                    bytes = Some(all);
                }
                Ok(())
            })
        };
        if let Err(error) = read {
            complain::say(format_args!("{}: {error}", path.display()));
            return None;
        }
        Some(Side {
            path: path.to_owned(),
            bytes,
        })
    }

    /// Opens a capture. What is wrong with it is said the first time.
    fn open(&self, side: &Side, again: bool) -> Result<Input<'x>, Error> {
        let given: Given = specs::given(self.meaning).unwrap_or_default();
        let report = Arc::new(move |what: &str| {
            if !again {
                complain::say(format_args!("{what}"));
            }
        });
        match &side.bytes {
            None => Input::open(&side.path, None, self.tables, &given, report),
            Some(bytes) => {
                let name = side.path.display().to_string();
                let capture = Capture::from_bytes(name, bytes.clone())?;
                // it cannot be opened again by its name
                let path = PathBuf::from("-");
                Ok(Input::new(capture, path, None, self.tables, &given, report))
            }
        }
    }

    /// Reads a capture to fingerprints.
    fn survey(&mut self, side: &Side) -> Option<Survey> {
        let mut input = match self.open(side, false) {
            Ok(input) => input,
            Err(error) => {
                complain::say(format_args!("{}: {error}", side.path.display()));
                return None;
            }
        };
        let inputs = std::slice::from_mut(&mut input);
        if let Err(what) = ahead::read(inputs, self.filter, &mut []) {
            complain::say(format_args!("{what}"));
            return None;
        }
        let mut surveyor = Surveyor::new(self.rules, self.level);
        let mut matcher = self.filter.map(Matcher::new);
        read(
            &mut input,
            &mut surveyor,
            |surveyor, item, envelope, ctx| {
                let matcher = matcher.as_mut();
                let wanted = matcher.is_none_or(|m| item.matches(m, envelope, ctx));
                match item {
                    Item::Message(message, _) => surveyor.message(message, envelope, ctx, wanted),
                    Item::Datagram(family, frame) => {
                        surveyor.datagram(family, frame, envelope, ctx, wanted)
                    }
                    Item::Nothing(frame) => surveyor.no_message(frame, envelope, ctx, wanted),
                }
                ControlFlow::Continue(())
            },
            |surveyor, exchange| surveyor.retired(exchange),
        );
        if !input.summary() {
            complain::say(format_args!(
                "{}: no netlink in it: record an nlmon device, as `nldissect` alone tells",
                side.path.display()
            ));
            return None;
        }
        if input.damaged() {
            self.code = DAMAGED;
        }
        Some(surveyor.finish())
    }

    /// Reads a capture again, for what is shown.
    fn details(&self, side: &Side, mut teller: Teller<'_>) -> Details {
        if !teller.is_done()
            && let Ok(mut input) = self.open(side, true)
        {
            read(
                &mut input,
                &mut teller,
                |teller, item, envelope, ctx| {
                    match item {
                        Item::Message(message, _) => teller.message(message, envelope, ctx),
                        Item::Datagram(family, frame) => {
                            teller.datagram(family, frame, envelope, ctx)
                        }
                        Item::Nothing(frame) => teller.no_message(frame, envelope, ctx),
                    }
                    match teller.is_done() {
                        true => ControlFlow::Break(()),
                        false => ControlFlow::Continue(()),
                    }
                },
                |_, _| {},
            );
        }
        teller.finish()
    }
}

/// Hands all of a capture to `item`, until it breaks, and what has retired to `retired`.
fn read<T>(
    input: &mut Input<'_>,
    to: &mut T,
    mut item: impl FnMut(&mut T, Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> ControlFlow<()>,
    mut retired: impl FnMut(&mut T, &Exchange<'_>),
) {
    let mut bytes = Vec::new();
    while let Some(held) = input.next(&mut bytes) {
        input.source(&held, &bytes).state.follow();
        let mut on = ControlFlow::Continue(());
        input.items(&held, &bytes, |thing, envelope, ctx| {
            on = item(to, thing, envelope, ctx);
            on
        });
        if on.is_break() {
            return;
        }
        let state = &mut input.source(&held, &bytes).state;
        while let Some(exchange) = state.retired() {
            retired(to, &exchange);
        }
    }
    for (_, source) in input.sources() {
        source.state.finish();
        while let Some(exchange) = source.state.retired() {
            retired(to, &exchange);
        }
    }
}

/// What is left aside by default, and why.
fn list(args: &Args) -> io::Result<u8> {
    let mut out = Vec::new();
    if args.output.json.is_some() {
        json::write_aside(&mut out);
    } else {
        text::write_aside(&mut out, &palette(args.output.color));
    }
    io::stdout().lock().write_all(&out)?;
    Ok(DONE)
}
