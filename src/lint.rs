//! `nldissect lint`: what the kernel refuses, ignores or misreads of the requests in captures.

mod config;
mod report;

use crate::args::{Args, Level, Lint as Wanted};
use crate::filter::filter;
use crate::output::Results;
use crate::read::{Opened, usage};
use crate::selection::Selection;
use crate::{DONE, NO, ahead, specs};
use config::Rules;
#[cfg(target_os = "linux")]
use netlink_capture::Capture;
use netlink_capture::netlink::{Held, Input, Item};
use netlink_dissector::context::Direction;
use netlink_dissector::diagnostic::Severity;
use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::{Exchange, Outcome, State};
use netlink_dissector::filter::Matcher;
use netlink_dissector::lint::{About, Code, Finding, Lint};
use netlink_dissector::summary::Summary;
use netlink_dissector::table::Tables;
use report::{Case, Fate, Report};
use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::rc::Rc;

impl From<Level> for Severity {
    fn from(level: Level) -> Severity {
        match level {
            Level::Note => Severity::Note,
            Level::Warning => Severity::Warning,
            Level::Error => Severity::Error,
        }
    }
}

/// Reads all files and prints what is wrong with their requests.
pub fn run(wanted: &Wanted, args: &Args) -> io::Result<u8> {
    if wanted.list {
        return list(args);
    }
    if wanted.files.is_empty() {
        return usage("no FILE given: name a capture, or `-` for standard input");
    }
    if wanted.select.write.is_some() {
        return usage(
            "lint: -w writes frames, not findings: nldissect FILE -n SELECTION -w OUT does",
        );
    }
    tell(wanted, args, Box::new(io::stdout()), |tables| {
        Opened::new(&wanted.files, &args.meaning, tables)
    })
}

/// Prints to `out` what is wrong with the requests of a recording.
#[cfg(target_os = "linux")]
pub fn recording(capture: Capture, args: &Args, out: Results) -> io::Result<u8> {
    tell(&Wanted::default(), args, out, |tables| {
        Opened::one(capture, &args.meaning, tables)
    })
}

fn tell(
    wanted: &Wanted,
    args: &Args,
    out: Results,
    open: impl for<'t> FnOnce(&'t Tables) -> Result<Opened<'t>, u8>,
) -> io::Result<u8> {
    let rules = match Rules::new(wanted) {
        Ok(rules) => rules,
        Err(what) => return usage(&what),
    };
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let selection = match Selection::of(&wanted.select) {
        Ok(selection) => selection,
        Err(what) => return usage(&what),
    };
    let filter = match filter(&wanted.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    let mut opened = match open(&tables) {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    if let Err(what) = ahead::read(&mut opened.inputs, filter.as_ref(), &mut []) {
        return usage(&what);
    }
    let mut linter = Linter {
        lints: HashMap::new(),
        names: HashMap::new(),
        summary: Summary::new(),
        selection,
        filter: filter.as_ref().map(Matcher::new),
        waiting: HashMap::new(),
        rules,
        report: Report::new(wanted, args, out),
        left: wanted.select.limit.unwrap_or(u64::MAX),
        failed: false,
    };
    opened.each_frame(u64::MAX, |input, held, data| {
        linter.frame(input, held, data)?;
        Ok(linter.left > 0)
    })?;
    for input in &mut opened.inputs {
        linter.finish(input)?;
    }
    linter.report.finish()?;
    let code = opened.code();
    Ok(if code == DONE && linter.failed {
        NO
    } else {
        code
    })
}

/// All codes, with what each means.
fn list(args: &Args) -> io::Result<u8> {
    let mut out = Vec::new();
    for code in Code::ALL {
        let (word, severity) = (code.word(), code.severity().word());
        if args.output.json.is_some() {
            let line = serde_json::json!({
                "code": word,
                "severity": severity,
                "says": code.says(),
                "why": code.why(),
                "help": code.help(),
                "example": code.example(),
            });
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "{word:<20} {severity:<8} {}", code.says())?;
        }
    }
    io::stdout().lock().write_all(&out)?;
    Ok(DONE)
}

/// A request with findings, whose answer has not come.
struct Waiting {
    file: Rc<str>,
    interface: Option<u32>,
    summary: String,
    findings: Vec<(Finding, Vec<u8>)>,
}

/// Follows the requests, and hands on what is wrong with them when their answer is known.
struct Linter<'f> {
    /// One a source: ports of several never meet.
    lints: HashMap<(Option<u32>, (u32, u32)), Lint>,
    /// The files' names.
    names: HashMap<Option<u32>, Rc<str>>,
    summary: Summary,
    selection: Selection,
    filter: Option<Matcher<'f>>,
    waiting: HashMap<Place, Waiting>,
    rules: Rules,
    report: Report,
    left: u64,
    failed: bool,
}

impl Linter<'_> {
    fn frame(&mut self, input: &mut Input<'_>, held: &Held, data: &[u8]) -> io::Result<()> {
        let number = input.file;
        let name = self.names.entry(number);
        let file = name.or_insert_with(|| input.name().into()).clone();
        let interface = input.interface(held);
        input.source(held, data).state.follow();
        let lint = self.lints.entry((number, held.source)).or_default();
        let (waiting, summary, filter) = (&mut self.waiting, &mut self.summary, &mut self.filter);
        let (selection, rules) = (&self.selection, &self.rules);
        let mut alone = Vec::new();
        input.items(held, data, |item, envelope, ctx| {
            let Item::Message(message, rest) = item else {
                return ControlFlow::Continue(());
            };
            let wanted = selection.has(&envelope.place)
                && filter
                    .as_mut()
                    .is_none_or(|f| item.matches(f, envelope, ctx));
            if envelope.direction != Some(Direction::ToKernel) || !wanted {
                return ControlFlow::Continue(());
            }
            let about = About::new(envelope, held.missing == 0);
            let found = lint.message(message, rest, &about, ctx);
            let kept: Vec<(Finding, Vec<u8>)> = found
                .iter()
                .filter_map(|f| {
                    let severity = rules.severity(&file, f)?;
                    let finding = Finding {
                        severity,
                        ..f.clone()
                    };
                    Some((finding, excerpt(message.data, message.offset, f)))
                })
                .collect();
            if kept.is_empty() {
                return ControlFlow::Continue(());
            }
            let case = Waiting {
                file: file.clone(),
                interface,
                summary: summary.message(message, ctx).to_owned(),
                findings: kept,
            };
            if envelope.asks(message) {
                waiting.insert(envelope.place, case);
            } else {
                alone.push((envelope.place, case));
            }
            ControlFlow::Continue(())
        });
        for (place, case) in alone {
            self.tell(place, case, None)?;
        }
        let state = &mut input.source(held, data).state;
        self.take(state)
    }

    /// The end of a file.
    fn finish(&mut self, input: &mut Input<'_>) -> io::Result<()> {
        for (_, source) in input.sources() {
            source.state.finish();
            self.take(&mut source.state)?;
        }
        let file = input.file;
        let mut rest: Vec<Place> = self.waiting.keys().copied().collect();
        rest.retain(|place| place.file == file);
        rest.sort_by_key(|place| (place.frame, place.message));
        for place in rest {
            if let Some(case) = self.waiting.remove(&place) {
                self.tell(place, case, None)?;
            }
        }
        Ok(())
    }

    /// Takes what has retired.
    fn take(&mut self, state: &mut State<'_>) -> io::Result<()> {
        while let Some(x) = state.retired() {
            if let Some(case) = self.waiting.remove(&x.place) {
                self.tell(x.place, case, Some(&fate(&x)))?;
            }
            for member in &x.members {
                if let Some(case) = self.waiting.remove(&member.place) {
                    let fate = Fate {
                        outcome: if member.error < 0 {
                            Outcome::Error
                        } else {
                            x.outcome
                        },
                        error: member.error,
                        errno: member.refusal.as_ref().and_then(|r| r.errno.clone()),
                    };
                    self.tell(member.place, case, Some(&fate))?;
                }
            }
        }
        Ok(())
    }

    fn tell(&mut self, place: Place, case: Waiting, fate: Option<&Fate>) -> io::Result<()> {
        for (finding, bytes) in &case.findings {
            if self.left == 0 {
                return Ok(());
            }
            self.left -= 1;
            self.failed |= finding.severity >= self.rules.fail_on(&case.file);
            self.report.case(&Case {
                file: &case.file,
                place,
                interface: case.interface,
                summary: &case.summary,
                finding,
                bytes,
                fate,
            })?;
        }
        Ok(())
    }
}

/// What came of a request.
fn fate(x: &Exchange<'_>) -> Fate {
    Fate {
        outcome: x.outcome,
        error: if x.failed_member().is_some() {
            0
        } else {
            x.error
        },
        errno: x.refusal.as_ref().and_then(|r| r.errno.clone()),
    }
}

/// The first bytes at a finding's place.
fn excerpt(message: &[u8], offset: usize, finding: &Finding) -> Vec<u8> {
    const SHOWN: usize = 16;
    let from = (finding.offset as usize).saturating_sub(offset);
    let bytes = message.get(from..).unwrap_or(&[]);
    bytes.iter().copied().take(SHOWN).collect()
}
