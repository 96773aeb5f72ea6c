//! `nldissect sockets`: the sockets of this machine.

use crate::args::{Args, Sockets as Wanted};
use crate::read::usage;
use crate::tap::{self, Out};
use crate::{DONE, complain, specs};
use netlink_capture::generic;
use netlink_capture::groups;
use netlink_capture::record::Recorder;
use netlink_capture::sockets::{Asker, Kind};
use netlink_capture::who::{self, Socket};
use netlink_dissector::families::protocols::PROTOCOLS;
use std::collections::HashMap;
use std::io::{self, Write};

/// Prints the sockets of the kinds that were asked for.
pub fn run(wanted: &Wanted, args: &Args) -> io::Result<u8> {
    let people = !tap::asks(&wanted.tap, args);
    if people && (wanted.kinds.is_empty() || wanted.kinds == ["netlink"]) {
        return table(args);
    }
    let mut kinds: Vec<Kind> = Vec::new();
    for word in &wanted.kinds {
        let named: Vec<Kind> = Kind::named(word).collect();
        if named.is_empty() {
            return usage(&format!(
                "sockets: {word:?} is no kind of sockets: `nldissect sockets --help` names them"
            ));
        }
        let new = named.into_iter().filter(|kind| !kinds.contains(kind));
        let new: Vec<Kind> = new.collect();
        kinds.extend(new);
    }
    if kinds.is_empty() {
        kinds = Kind::named("all").collect();
    }
    let verbose = args.output.verbose > 0;
    tap::run(&wanted.tap, args, "sockets", move |out, _end| {
        ask(&kinds, verbose, out)
    })
}

/// Records what the kernel says of sockets.
fn ask(kinds: &[Kind], verbose: bool, out: Out) -> io::Result<()> {
    let interfaces = generic::interfaces().unwrap_or_default();
    let comments = generic::comments(&[], &interfaces);
    let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
    let mut asker = Asker::new()?;
    let mut recorder = Recorder::new(out, "sockets", &comments)?;
    for kind in kinds {
        let answer = asker.ask(*kind, &mut recorder)?;
        if let Err(error) = answer
            && verbose
        {
            complain::say(format_args!(
                "sockets: {}: this kernel does not tell of them: {error}",
                kind.title()
            ));
        }
    }
    asker.finish(&mut recorder)
}

/// Prints the netlink sockets of processes, for people.
fn table(args: &Args) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let mut sockets = match who::sockets() {
        Ok(sockets) => sockets,
        Err(error) => return usage(&format!("sockets: {error}")),
    };
    let holders = who::holders();
    // the others are the kernel's own
    sockets.retain(|socket| socket.port != 0 || holders.contains_key(&socket.inode));
    let families = generic::families().unwrap_or_default();
    let groups = groups::all(&tables, &families);
    let names: HashMap<(u16, u32), String> = groups
        .iter()
        .map(|group| {
            let own = group.constant.is_some();
            let name = if own {
                group.name.clone()
            } else {
                group.to_string()
            };
            ((group.protocol, group.number), name)
        })
        .collect();
    let holder = |socket: &Socket| holders.get(&socket.inode);
    sockets.sort_by_key(|s| (holder(s).map(|h| h.pid), s.protocol, s.port));
    let head = [
        "PID", "PROCESS", "PROTOCOL", "PORT", "RECEIVE", "SEND", "DROPS", "GROUPS",
    ];
    let mut lines = vec![head.map(str::to_owned)];
    for socket in &sockets {
        let holder = holder(socket);
        let protocol = PROTOCOLS.name_of(socket.protocol.into());
        let protocol = protocol.map_or_else(
            || socket.protocol.to_string(),
            |name| {
                let name = name.as_str();
                name.strip_prefix("NETLINK_").unwrap_or(name).to_owned()
            },
        );
        let member = socket.groups.iter().map(|group| {
            let name = names.get(&(socket.protocol, *group));
            name.cloned().unwrap_or_else(|| group.to_string())
        });
        let member: Vec<String> = member.collect();
        let unknown = || "-".to_owned();
        lines.push([
            holder.map_or_else(unknown, |h| h.pid.to_string()),
            holder.map_or_else(unknown, |h| h.comm.escape_debug().to_string()),
            protocol,
            socket.port.to_string(),
            memory(socket.receive),
            memory(socket.send),
            socket.drops.to_string(),
            member.join(","),
        ]);
    }
    let mut out = Vec::new();
    let mut widths = [0; 8];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for line in &lines {
        let mut text = String::new();
        for (i, (cell, width)) in line.iter().zip(widths).enumerate() {
            let gap = " ".repeat(width - cell.chars().count());
            // names to the left, numbers to the right
            let (before, behind) = if matches!(i, 1 | 2 | 7) {
                ("", &*gap)
            } else {
                (&*gap, "")
            };
            text = text + before + cell + behind + "  ";
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    io::stdout().lock().write_all(&out)?;
    let unseen = sockets.iter().filter(|s| holder(s).is_none()).count();
    if unseen > 0 {
        complain::say(format_args!(
            "sockets: {unseen} of processes that cannot be seen from here: other users' (be root), or of another \
             container"
        ));
    }
    Ok(DONE)
}

/// Bytes that are used, of those that may be.
fn memory((used, most): (u32, u32)) -> String {
    if most == 0 {
        return used.to_string();
    }
    format!("{used}/{most}")
}
