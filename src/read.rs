//! Reading captures: frames to messages to output.

use crate::args::{Args, Meaning};
use crate::complain;
use crate::decoder::Decoder;
use crate::filter::filter;
use crate::output::Output;
use crate::parallel::{self, Taker};
use crate::render::Page;
use crate::selection::Selection;
use crate::slice::Slice;
#[cfg(target_os = "linux")]
use crate::tap;
use crate::whole::Whole;
use crate::{DAMAGED, DONE, USAGE, ahead, by, quick, specs};
use netlink_capture::netlink::{Batch, Held, Input, Item, Report};
use netlink_capture::{Capture, Error};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Time};
use netlink_dissector::exchange::Wanted;
use netlink_dissector::filter::{Filter, Matcher, Needs};
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::table::Tables;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Where to stop, and what to leave out.
pub struct Limits<'f> {
    selection: Selection,
    filter: Option<Matcher<'f>>,
    left: u64,
}

impl<'f> Limits<'f> {
    /// Whether an item is one of those that were asked for.
    pub fn wants(
        &mut self,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> bool {
        let filter = &mut self.filter;
        self.selection.has(&envelope.place)
            && filter
                .as_mut()
                .is_none_or(|f| item.matches(f, envelope, ctx))
    }

    /// Which messages are asked for, and the filter that lets them through.
    pub fn parts(&mut self) -> (&Selection, Option<&mut Matcher<'f>>) {
        (&self.selection, self.filter.as_mut())
    }

    /// The same, of no more than were asked for.
    pub fn take(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) -> bool {
        let takes = self.left > 0 && self.wants(item, envelope, ctx);
        self.left -= u64::from(takes);
        takes
    }
}

/// Reads all files and prints their messages.
pub fn run(args: &Args) -> io::Result<u8> {
    from(args, |tables| {
        Opened::new(&args.files, &args.meaning, tables)
    })
}

/// Prints the messages of what `open` opens, once the arguments are found to be right.
pub fn from(
    args: &Args,
    open: impl for<'t> FnOnce(&'t Tables) -> Result<Opened<'t>, u8>,
) -> io::Result<u8> {
    if args.output.stats || !args.output.by.is_empty() {
        return by::run(args, open);
    }
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let selection = match Selection::of(&args.select) {
        Ok(selection) => selection,
        Err(what) => return usage(&what),
    };
    let filter = match filter(&args.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    let mut output = match Output::new(&args.output, 0, &tables) {
        Ok(output) => output,
        Err(what) => return usage(&what),
    };
    if args.select.whole && is_pipe(&args.files) {
        return usage(&ahead::once("-", "--whole"));
    }
    // a tap or a pipe gives up its files when it is opened
    let mut slice = None;
    if args.files.is_empty() || is_pipe(&args.files) {
        slice = match Slice::new(&args.select, &args.files) {
            Ok(slice) => slice,
            Err(what) => return usage(&what),
        };
    }
    let mut opened = match open(&tables) {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    let mut columns: Vec<&mut Fields> = output.fields().into_iter().collect();
    if let Err(what) = ahead::read(&mut opened.inputs, filter.as_ref(), &mut columns) {
        return usage(&what);
    }
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
    let last = limits.selection.last_frame().unwrap_or(u64::MAX);
    if args.select.write.is_some() && !args.files.is_empty() {
        return write(args, opened, slice, limits, last);
    }
    let shows = slice.is_none() || args.output.asks();
    let mut wanted = output.wanted();
    let needs = filter.as_ref().map_or(Needs::default(), Filter::needs);
    wanted.exchanges |= needs.exchange;
    wanted.interfaces |= needs.interfaces;
    let alone = Wanted {
        exchanges: needs.exchange,
        ..wanted
    };
    let quick = output.counts()
        && slice.is_none()
        && !alone.exchanges
        && limits.left == u64::MAX
        && quick::count(&mut opened, last, alone, &mut limits, &mut output)?;
    let mut written = Ok(());
    if !quick && limits.left > 0 {
        if slice.is_none() {
            let inputs = opened.inputs.iter_mut();
            inputs.for_each(|input| input.want(wanted));
        }
        let threads = args.select.threads();
        let all = args.select.limit.is_none() && (filter.is_some() || output.prints());
        if threads > 1 && all && !output.is_quiet() && slice.is_none() && !opened.is_live() {
            let (selection, renderer) = (limits.selection.clone(), output.renderer());
            let worker = || Decoder {
                selection: selection.clone(),
                filter: filter.as_ref().map(Matcher::new),
                renderer: renderer.clone(),
            };
            let of = (last, threads);
            let printer = Printer {
                output: &mut output,
                limits: &mut limits,
            };
            parallel::pages(&mut opened, of, &tables, worker, printer)?;
        } else {
            opened.each(last, |step| {
                let Step::Frame(input, held, data) = step else {
                    written = slice.as_mut().map_or(Ok(()), Slice::flush);
                    output.flush()?;
                    return Ok(written.is_ok());
                };
                let Some(slice) = &mut slice else {
                    frame(input, held, data, &mut output, &mut limits)?;
                    return Ok(limits.left > 0);
                };
                let mut shown = Ok(());
                written = cut(input, held, data, slice, |item, envelope, ctx| {
                    let takes = limits.take(item, envelope, ctx);
                    if takes && shows && shown.is_ok() && !output.is_copy(envelope.copy_of) {
                        shown = output.message(item, envelope, ctx);
                    }
                    takes
                });
                shown?;
                Ok(written.is_ok() && limits.left > 0)
            })?;
        }
    }
    if let Err(error) = written.and_then(|()| slice.as_mut().map_or(Ok(()), Slice::finish)) {
        return usage(&error.to_string());
    }
    if shows {
        output.finish()?;
    }
    let code = opened.code();
    Ok(if code == DONE && shows {
        output.answer()
    } else {
        code
    })
}

/// Writes the frames of what is wanted to a file.
fn write(
    args: &Args,
    mut opened: Opened<'_>,
    slice: Option<Slice>,
    mut limits: Limits<'_>,
    last: u64,
) -> io::Result<u8> {
    let whole = match args.select.whole.then(|| Whole::find(&opened, &mut limits)) {
        None => None,
        Some(Ok(whole)) => Some(whole),
        Some(Err(what)) => return usage(&what),
    };
    let slice = match slice {
        Some(slice) => Ok(Some(slice)),
        None => Slice::new(&args.select, &args.files),
    };
    let mut slice = match slice {
        Ok(Some(slice)) => slice,
        Ok(None) => return Ok(opened.code()),
        Err(what) => return usage(&what),
    };
    let cut = match &whole {
        Some(whole) => opened.each_frame(u64::MAX, |input, held, data| {
            let frame = whole.has_frame(input, held);
            cut(input, held, data, &mut slice, |_, envelope, _| {
                frame || whole.has(envelope)
            })?;
            Ok(true)
        }),
        None => opened.each_frame(last, |input, held, data| {
            cut(input, held, data, &mut slice, |item, envelope, ctx| {
                limits.take(item, envelope, ctx)
            })?;
            Ok(limits.left > 0)
        }),
    };
    if let Err(error) = cut.and_then(|()| slice.finish()) {
        return usage(&error.to_string());
    }
    Ok(opened.code())
}

/// Whether nothing is read but standard input.
fn is_pipe(files: &[PathBuf]) -> bool {
    matches!(files, [file] if file.as_os_str() == "-")
}

/// Gives up what reading standard input does not take, before its first byte is looked at. What the system refuses to
/// give up is kept: no answer depends on it.
pub fn confine() {
    #[cfg(target_os = "linux")]
    {
        // the time zone is in a file
        crate::stamp::zone(0);
        let _ = netlink_capture::give_up_all();
    }
}

/// The inputs of a run: files, or what a live tap hears.
pub struct Opened<'t> {
    /// Those that could be opened, in order.
    pub inputs: Vec<Input<'t>>,
    code: u8,
    wait: Option<Wait>,
    live: bool,
}

/// Waits until a tap or a pipe has something to read; whether it has.
pub type Wait = Box<dyn FnMut(Duration) -> bool>;

/// How long nothing comes on standard input before it is said.
#[cfg(target_os = "linux")]
const PAUSE: Duration = Duration::from_millis(20);

/// Waits for standard input: what came is shown though more may follow.
#[cfg(target_os = "linux")]
fn wait_for_stdin() -> Option<Wait> {
    Some(Box::new(|pause| tap::ready(&io::stdin(), pause.max(PAUSE))))
}

#[cfg(not(target_os = "linux"))]
fn wait_for_stdin() -> Option<Wait> {
    None
}

/// How often a tap or a pipe that hears nothing says so.
const TICK: Duration = Duration::from_secs(1);

/// What comes next of the inputs.
pub enum Step<'s, 't> {
    /// A frame.
    Frame(&'s mut Input<'t>, &'s Held, &'s [u8]),
    /// Nothing more to read at the moment: what there is should be shown. Said at once, and each
    /// second.
    Idle,
}

impl<'t> Opened<'t> {
    /// Opens files. Says what is wrong with those that cannot be; the code where none can.
    pub fn new(files: &[PathBuf], meaning: &Meaning, tables: &'t Tables) -> Result<Opened<'t>, u8> {
        let given = match specs::given(meaning) {
            Ok(given) => given,
            Err(what) => return Err(wrong(&what)),
        };
        let standard_input = files.iter().filter(|f| f.as_os_str() == "-");
        if standard_input.count() > 1 {
            return Err(wrong(
                "`-` is given more than once: standard input can be read only once",
            ));
        }
        if is_pipe(files) {
            confine();
        }
        let mut inputs = Vec::new();
        let mut code = DONE;
        for (i, path) in files.iter().enumerate() {
            let file = (files.len() > 1).then_some(i as u32);
            match Input::open(path, file, tables, &given, report()) {
                Ok(input) => inputs.push(input),
                Err(error) => {
                    unreadable(&path.display().to_string(), &error);
                    code = DAMAGED;
                }
            }
        }
        let wait = match inputs.as_slice() {
            [] => return Err(USAGE),
            [input] if input.name() == "-" && input.streams() => wait_for_stdin(),
            _ => None,
        };
        Ok(Opened {
            inputs,
            code,
            wait,
            live: false,
        })
    }

    /// What a live tap hears, in the form of a capture.
    pub fn live(
        capture: Capture,
        meaning: &Meaning,
        tables: &'t Tables,
        wait: Wait,
    ) -> Result<Opened<'t>, u8> {
        let opened = Opened::one(capture, meaning, tables)?;
        Ok(Opened {
            wait: Some(wait),
            live: true,
            ..opened
        })
    }

    /// Whether it is what a live tap hears.
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// A capture that is open.
    pub fn one(capture: Capture, meaning: &Meaning, tables: &'t Tables) -> Result<Opened<'t>, u8> {
        let given = specs::given(meaning).map_err(|what| wrong(&what))?;
        let path = PathBuf::from(capture.name());
        let input = Input::new(capture, path, None, tables, &given, report());
        Ok(Opened::again(vec![input]))
    }

    /// Files that are open already.
    pub fn again(inputs: Vec<Input<'t>>) -> Opened<'t> {
        Opened {
            inputs,
            code: DONE,
            wait: None,
            live: false,
        }
    }

    /// Hands all frames to `take`, those of several files by time, until it says `false` or a
    /// file's number is above `last`.
    pub fn each_frame(
        &mut self,
        last: u64,
        mut take: impl FnMut(&mut Input<'t>, &Held, &[u8]) -> io::Result<bool>,
    ) -> io::Result<()> {
        self.each(last, |step| match step {
            Step::Frame(input, held, data) => take(input, held, data),
            Step::Idle => Ok(true),
        })
    }

    /// The same; also says when nothing more is there to be read for now.
    pub fn each(
        &mut self,
        last: u64,
        mut take: impl FnMut(Step<'_, 't>) -> io::Result<bool>,
    ) -> io::Result<()> {
        let input = match self.inputs.as_mut_slice() {
            [input] => input,
            several => {
                return merge(several, |input, held, data| {
                    take(Step::Frame(input, held, data))
                });
            }
        };
        let Some(wait) = &mut self.wait else {
            return input.each(|input, held, data| {
                Ok(held.number <= last && take(Step::Frame(input, held, data))?)
            });
        };
        let mut bytes = Vec::new();
        loop {
            if !input.buffered() {
                let mut pause = Duration::ZERO;
                while !wait(pause) {
                    if !take(Step::Idle)? {
                        return Ok(());
                    }
                    pause = TICK;
                }
            }
            bytes.clear();
            let step = input.step(|held, data| {
                bytes.extend_from_slice(data);
                held
            });
            match step {
                None => return Ok(()),
                Some(None) => {}
                Some(Some(held)) => {
                    if held.number > last || !take(Step::Frame(input, &held, &bytes))? {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Says what was left out, and the exit code that all of it comes to.
    pub fn code(&self) -> u8 {
        let inputs = self.inputs.iter();
        let netlink = inputs.fold(false, |any, input| any | input.summary());
        if self.inputs.iter().any(Input::damaged) {
            return DAMAGED;
        }
        if !netlink {
            complain::say(format_args!(
                "no netlink in it: record an nlmon device, as `nldissect` alone tells"
            ));
            return USAGE;
        }
        self.code
    }
}

/// Says why an input cannot be read at all; of a text, with the line.
pub fn unreadable(name: &str, error: &Error) {
    match error.line() {
        Some(line) => complain::say(format_args!("{name}:{line}: {error}")),
        None => complain::say(format_args!("{name}: {error}")),
    }
}

/// Says what is wrong with an input that is being read.
pub fn report() -> Report {
    Arc::new(|what: &str| complain::say(format_args!("{what}")))
}

fn wrong(what: &str) -> u8 {
    complain::say(format_args!("{what}"));
    USAGE
}

/// Says that the arguments are wrong.
pub fn usage(what: &str) -> io::Result<u8> {
    Ok(wrong(what))
}

/// Several files: the earliest frame first; one without a time comes at once.
fn merge<'t>(
    inputs: &mut [Input<'t>],
    mut take: impl FnMut(&mut Input<'t>, &Held, &[u8]) -> io::Result<bool>,
) -> io::Result<()> {
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
    while let Some(i) = earliest(&heads) {
        let (Some(input), Some((bytes, head))) = (inputs.get_mut(i), heads.get_mut(i)) else {
            break;
        };
        if let Some(held) = head
            && !take(input, held, bytes)?
        {
            break;
        }
        *head = input.next(bytes);
    }
    Ok(())
}

/// One frame: written whole where one of its messages is wanted.
fn cut(
    input: &mut Input<'_>,
    held: &Held,
    data: &[u8],
    slice: &mut Slice,
    mut wants: impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool,
) -> io::Result<()> {
    let mut any = false;
    slice.begin();
    input.items(held, data, |item, envelope, ctx| {
        any |= wants(item, envelope, ctx);
        slice.item(item, envelope, ctx);
        ControlFlow::Continue(())
    });
    if any {
        slice.frame(input, held, data)?;
    }
    Ok(())
}

/// Prints what threads made.
struct Printer<'o, 'f> {
    output: &'o mut Output,
    limits: &'o mut Limits<'f>,
}

impl<'t> Taker<'t, Page> for Printer<'_, '_> {
    fn page(&mut self, page: Page) -> io::Result<()> {
        self.output.page(&page)
    }

    fn batch(&mut self, batch: &Batch<'t>) -> io::Result<()> {
        let mut result = Ok(());
        batch.items(|item, envelope, ctx| {
            print(item, envelope, ctx, self.output, self.limits, &mut result)
        });
        result
    }

    fn frame(&mut self, input: &mut Input<'t>, held: &Held, data: &[u8]) -> io::Result<()> {
        frame(input, held, data, self.output, self.limits)
    }

    fn pause(&mut self) -> io::Result<()> {
        self.output.flush()
    }
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
        print(item, envelope, ctx, output, limits, &mut result)
    });
    result
}

/// Prints an item where it is wanted; whether to go on.
fn print(
    item: Item<'_, '_>,
    envelope: &Envelope<'_>,
    ctx: &Context<'_>,
    output: &mut Output,
    limits: &mut Limits<'_>,
    result: &mut io::Result<()>,
) -> ControlFlow<()> {
    if limits.wants(item, envelope, ctx) && !output.is_copy(envelope.copy_of) {
        limits.left = limits.left.saturating_sub(1);
        *result = output.message(item, envelope, ctx);
    }
    if result.is_err() || limits.left == 0 {
        ControlFlow::Break(())
    } else {
        ControlFlow::Continue(())
    }
}
