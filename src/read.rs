//! Reading captures: frames to messages to output.

use crate::args::Args;
use crate::complain;
use crate::filter::{filter, matches};
use crate::output::Output;
use crate::selection::Selection;
use crate::{DAMAGED, DONE, USAGE, specs};
use netlink_capture::netlink::{Held, Input};
use netlink_dissector::envelope::Time;
use netlink_dissector::filter::Matcher;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Where to stop, and what to leave out.
struct Limits<'f> {
    selection: Selection,
    filter: Option<Matcher<'f>>,
    left: u64,
}

/// Reads all files and prints their messages.
pub fn run(args: &Args) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let given = match specs::given(&args.meaning) {
        Ok(given) => given,
        Err(what) => return usage(&what),
    };
    let selection = match args.select.numbers.as_deref().map(Selection::parse) {
        None => Selection::default(),
        Some(Ok(selection)) => selection,
        Some(Err(what)) => return usage(&what),
    };
    let filter = match filter(&args.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    let mut output = match Output::new(&args.output, 0, &tables) {
        Ok(output) => output,
        Err(what) => return usage(&what),
    };
    let limit = args.select.limit.unwrap_or(u64::MAX);
    let mut limits = Limits {
        selection,
        filter: filter.as_ref().map(Matcher::new),
        left: if output.is_quiet() {
            limit.min(1)
        } else {
            limit
        },
    };
    let standard_input = args.files.iter().filter(|f| f.as_os_str() == "-");
    if standard_input.count() > 1 {
        return usage("`-` is given more than once: standard input can be read only once");
    }
    let several = args.files.len() > 1;
    let mut inputs = Vec::new();
    let mut code = DONE;
    for (i, path) in args.files.iter().enumerate() {
        let file = several.then_some(i as u32);
        let report = Arc::new(|what: &str| complain::say(format_args!("{what}")));
        match Input::open(path, file, &tables, &given, report) {
            Ok(input) => inputs.push(input),
            Err(error) => {
                complain::say(format_args!("{}: {error}", path.display()));
                code = DAMAGED;
            }
        }
    }
    if inputs.is_empty() {
        return Ok(USAGE);
    }
    match inputs.as_mut_slice() {
        [one] => read_one(one, &mut output, &mut limits)?,
        several => merge(several, &mut output, &mut limits)?,
    }
    output.finish()?;
    let netlink = inputs
        .iter()
        .map(Input::summary)
        .fold(false, |any, has| any | has);
    if inputs.iter().any(Input::damaged) {
        return Ok(DAMAGED);
    }
    if !netlink {
        complain::say(format_args!(
            "no netlink in it: record an nlmon device, as `nldissect` alone tells"
        ));
        return Ok(USAGE);
    }
    Ok(if code == DONE { output.answer() } else { code })
}

/// Says that the arguments are wrong.
pub fn usage(what: &str) -> io::Result<u8> {
    complain::say(format_args!("{what}"));
    Ok(USAGE)
}

fn read_one(input: &mut Input<'_>, output: &mut Output, limits: &mut Limits<'_>) -> io::Result<()> {
    let mut bytes = Vec::new();
    let last = limits.selection.last_frame().unwrap_or(u64::MAX);
    while let Some(held) = input.next(&mut bytes) {
        if held.number > last || limits.left == 0 {
            break;
        }
        frame(input, &held, &bytes, output, limits)?;
    }
    Ok(())
}

/// Several files: the earliest frame first; one without a time comes at once.
fn merge(inputs: &mut [Input<'_>], output: &mut Output, limits: &mut Limits<'_>) -> io::Result<()> {
    let mut heads: Vec<(Vec<u8>, Option<Held>)> = Vec::new();
    for input in inputs.iter_mut() {
        let mut bytes = Vec::new();
        let held = input.next(&mut bytes);
        heads.push((bytes, held));
    }
    let earliest = |heads: &[(Vec<u8>, Option<Held>)]| {
        let waiting = heads
            .iter()
            .enumerate()
            .filter_map(|(i, (_, held))| Some((i, (*held)?)));
        let time = |held: &Held| {
            held.time.unwrap_or(Time {
                seconds: i64::MIN,
                nanos: 0,
            })
        };
        waiting
            .min_by_key(|(i, held)| (time(held), *i))
            .map(|(i, _)| i)
    };
    while limits.left > 0
        && let Some(i) = earliest(&heads)
    {
        let (Some(input), Some((bytes, head))) = (inputs.get_mut(i), heads.get_mut(i)) else {
            break;
        };
        if let Some(held) = head {
            frame(input, held, bytes, output, limits)?;
        }
        *head = input.next(bytes);
    }
    Ok(())
}

/// One frame: its messages, or what it is instead.
fn frame(
    input: &mut Input<'_>,
    held: &Held,
    data: &[u8],
    output: &mut Output,
    limits: &mut Limits<'_>,
) -> io::Result<()> {
    let mut result = Ok(());
    input.items(held, data, |item, envelope, ctx| {
        let filter = &mut limits.filter;
        let wanted = limits.selection.has(&envelope.place)
            && filter
                .as_mut()
                .is_none_or(|f| matches(f, item, envelope, ctx));
        if wanted {
            limits.left = limits.left.saturating_sub(1);
            result = output.message(item, envelope, ctx);
        }
        if result.is_err() || limits.left == 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    result
}
