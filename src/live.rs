//! `nldissect live`: what an nlmon device shows, recorded or read at once.

use crate::args::{Args, Live as Wishes, Role, Rotate};
use crate::read::usage;
use crate::tap::{self, End, Out};
use crate::{DONE, USAGE, complain, stamp};
use netlink_capture::live::{self, Full, Live, Recording, Until, Wanted};
use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Runs it, as the process that decodes or as one of those that keep the device.
pub fn run(wishes: &Wishes, args: &Args) -> io::Result<u8> {
    let wanted = Wanted {
        device: wishes.interface.clone(),
        no_create: wishes.no_create,
        netns: wishes.netns.clone(),
        buffer: u32::try_from(wishes.buffer.div_ceil(1 << 20)).unwrap_or(u32::MAX),
        write: wishes.tap.write.clone(),
        several: wishes.rotate.is_some(),
        files: wishes.files,
    };
    let kept = match wishes.role {
        None => return decode(wishes, args, wanted),
        Some(Role::Keeper) => again(Role::Warden).and_then(|warden| live::keep(&wanted, warden)),
        Some(Role::Warden) => live::ward(),
    };
    match kept {
        Ok(()) => Ok(DONE),
        Err(error) => {
            complain::say(format_args!("live: the device: {error}"));
            Ok(USAGE)
        }
    }
}

/// This program with the same arguments, in another role.
fn again(role: Role) -> io::Result<Command> {
    let mut command = Command::new("/proc/self/exe");
    let given = std::env::args_os().skip(1);
    let own = role.word();
    command.arg0("nldissect");
    // a keeper has its role already, which the warden's replaces
    command.args(given.filter(|arg| arg.to_str() != Some(Role::KEEPER)));
    command.arg(own);
    Ok(command)
}

/// Listens, records, prints.
fn decode(wishes: &Wishes, args: &Args, wanted: Wanted) -> io::Result<u8> {
    let standard_output = wishes
        .tap
        .write
        .as_ref()
        .is_some_and(|w| w.as_os_str() == "-");
    let picks = args.select.filter.is_some() || wishes.tap.redact.is_some();
    if wishes.rotate.is_some() && (picks || standard_output) {
        return usage(
            "--rotate: all of what is heard goes into several files: leave out -Y and --redact, and name a file",
        );
    }
    if wishes.max_size.is_some() && picks {
        return usage("--max-size: with -Y or --redact take --limit or --duration");
    }
    let full = match wishes.rotate {
        None => Full::default(),
        Some(Rotate::Bytes(bytes)) => Full {
            bytes: Some(bytes),
            age: None,
        },
        Some(Rotate::Age(age)) => Full {
            bytes: None,
            age: Some(age),
        },
    };
    let records = wanted.write.is_some() && !picks;
    let until = Until {
        messages: wishes.tap.limit.filter(|_| records && !args.output.asks()),
        bytes: wishes.max_size,
    };
    let with_own = wishes.with_own;
    tap::prepared(&wishes.tap, args, "live", true, move || {
        let keeper = again(Role::Keeper).map_err(|e| e.to_string())?;
        let mut live = Live::start(keeper, &wanted)?;
        complain::say(format_args!("{}", live.words()));
        if with_own {
            live.with_own();
        }
        let file = match &wanted.write {
            Some(path) if records => {
                let opened = if standard_output {
                    standard_output_file().and_then(|out| live.onto(out))
                } else {
                    live.file(full)
                };
                Some(opened.map_err(|e| format!("-w {}: {e}", path.display()))?)
            }
            _ => None,
        };
        // local time needs a file
        stamp::zone(0);
        netlink_capture::give_up_all().map_err(|e| format!("giving up privileges: {e}"))?;
        Ok(move |out, end| listen(live, file, out, end, until))
    })
}

/// Standard output as a file of its own.
fn standard_output_file() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// Listens until it is time to end.
fn listen(
    mut live: Live,
    file: Option<Recording>,
    out: Out,
    end: End,
    until: Until,
) -> io::Result<()> {
    let recorded = file.is_some();
    let pipe = out.into_pipe();
    let result = live.record(
        file,
        pipe,
        until,
        |fds, pause| end.wait(fds, Some(pause)),
        |dropped| {
            complain::say(format_args!(
                "live: the kernel dropped {dropped} packets so far: a larger --buffer may help"
            ));
        },
    );
    let put_away = live.end();
    let counts = result?;
    if recorded || counts.dropped > 0 {
        complain::say(format_args!(
            "live: {} packets recorded, {} received, {} dropped by the kernel",
            counts.recorded, counts.received, counts.dropped
        ));
    }
    put_away
}
