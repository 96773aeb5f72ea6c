//! `nldissect monitor`: listens to multicast groups.

use crate::args::{Args, Monitor as Wanted};
use crate::read::usage;
use crate::tap::{End, Out};
use crate::{DONE, specs, tap};
use netlink_capture::generic::{self, GenericFamily};
use netlink_capture::groups::{self, Group};
use netlink_capture::monitor::{Lost, Monitor, Refused};
use netlink_capture::record::Recorder;
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::table::Tables;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// What is listened to where no group is named.
const DEFAULT: &str = "rtnetlink";
/// How often a loss is told.
const TELL_EVERY: Duration = Duration::from_secs(1);

/// Prints what is sent to groups.
pub fn run(wanted: &Wanted, args: &Args) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    // a kernel without generic netlink has no such groups
    let families = generic::families().unwrap_or_default();
    let all = groups::all(&tables, &families);
    if wanted.list {
        return list(&all);
    }
    let default = [DEFAULT.to_owned()];
    let words = if wanted.groups.is_empty() {
        &default[..]
    } else {
        &wanted.groups
    };
    let mut chosen: Vec<Chosen> = Vec::new();
    for word in words {
        let named = groups::named(word, &all);
        if named.is_empty() {
            return usage(&unknown(word, &tables, &families));
        }
        let required = named.len() == 1;
        for group in named {
            match chosen.iter_mut().find(|c| c.group == *group) {
                Some(chosen) => chosen.required |= required,
                None => chosen.push(Chosen {
                    group: group.clone(),
                    required,
                }),
            }
        }
    }
    let all_nsid = wanted.all_nsid;
    tap::run(&wanted.tap, args, "monitor", move |out, end| {
        listen(&chosen, all_nsid, &families, out, &end)
    })
}

/// A group, and whether it was asked for by itself.
struct Chosen {
    group: Group,
    required: bool,
}

/// Says why a word names no group.
fn unknown(word: &str, tables: &Tables, families: &[GenericFamily]) -> String {
    let name = word.split(':').next().unwrap_or(word);
    let here = families.iter().any(|f| f.name.eq_ignore_ascii_case(name));
    if !here && let Some(family) = tables.generic(name) {
        return format!(
            "monitor: {word}: the generic family {} is not registered here: load its module",
            family.name.as_str()
        );
    }
    format!("monitor: {word:?} is no group: `nldissect monitor --list` shows them")
}

/// Prints the groups that there are.
fn list(all: &[Group]) -> io::Result<u8> {
    let mut out = Vec::new();
    for group in all {
        let constant = group.constant.as_deref().unwrap_or("");
        let line = format!("{:<32} {:>4}  {constant}", group.to_string(), group.number);
        writeln!(out, "{}", line.trim_end())?;
    }
    io::stdout().lock().write_all(&out)?;
    Ok(DONE)
}

/// Records what is sent to groups, until it is time to end.
fn listen(
    chosen: &[Chosen],
    all_nsid: bool,
    families: &[GenericFamily],
    out: Out,
    end: &End,
) -> io::Result<()> {
    let groups: Vec<Group> = chosen.iter().map(|c| c.group.clone()).collect();
    let (mut monitor, refused) = Monitor::new(&groups, all_nsid);
    let required = |refused: &&Refused| {
        let mut all = chosen.iter().filter(|c| c.required);
        all.any(|c| c.group == refused.group) || monitor.is_deaf()
    };
    if let Some(refused) = refused.iter().find(required) {
        let what = format!("{}: {}", refused.group, refused.why());
        return Err(io::Error::other(what));
    }
    let mut left_out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for refused in &refused {
        let groups = left_out.entry(refused.why()).or_default();
        groups.push(refused.group.to_string());
    }
    for (why, groups) in left_out {
        let groups = groups.join(", ");
        out.say(format_args!("monitor: left out: {groups}: {why}"));
    }
    let interfaces = generic::interfaces().unwrap_or_default();
    let mut comments = generic::comments(families, &interfaces);
    comments.push("nldissect: multicasts once".to_owned());
    let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
    let mut recorder = Recorder::new(out, "monitor", &comments)?;
    recorder.flush()?;
    let joined = groups.len() - refused.len();
    let plural = if joined == 1 { "group" } else { "groups" };
    let out = recorder.get_ref();
    out.say(format_args!(
        "monitor: listening to {joined} {plural}, ^C ends"
    ));
    let mut told: Option<Instant> = None;
    while let Some(ready) = end.wait(&monitor.sockets(), None)? {
        for socket in ready {
            let lost = monitor.hear(socket, &mut recorder)?;
            if let Some(lost) = lost
                && told.is_none_or(|told| told.elapsed() >= TELL_EVERY)
            {
                told = Some(Instant::now());
                monitor.count(&mut recorder)?;
                tell(lost, recorder.get_ref());
            }
        }
        recorder.flush()?;
    }
    monitor.count(&mut recorder)?;
    recorder.flush()?;
    let (received, lost) = monitor.counts();
    if lost > 0 {
        let out = recorder.get_ref();
        out.say(format_args!(
            "monitor: {lost} messages were lost, {received} received"
        ));
    }
    Ok(())
}

fn tell(lost: Lost, out: &Out) {
    let name = PROTOCOLS.name_of(lost.protocol.into());
    let name = name.map_or_else(|| lost.protocol.to_string(), |n| n.as_str().to_owned());
    let more = "name fewer groups, or print less";
    out.say(format_args!(
        "monitor: {name}: {} messages lost so far: the socket's buffer was full: {more}",
        lost.drops
    ));
}
