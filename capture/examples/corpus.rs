//! Makes a corpus for the fuzz targets: `cargo run --example corpus -- CORPUS FILE…`. One of each kind of message.

#![allow(clippy::indexing_slicing)]

use netlink_capture::{Capture, Event};
use netlink_dissector::wire::cooked;
use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Files up to this size are kept whole.
const WHOLE: usize = 64 << 10;
/// Frames up to this size.
const FRAME: usize = 4096;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let corpus = args.next().ok_or("usage: corpus CORPUS FILE…")?;
    let mut seen = HashSet::new();
    for name in [
        "messages", "frames", "captures", "texts", "specs", "filters", "tables",
    ] {
        fs::create_dir_all(corpus.join(name))?;
    }
    let mut n = 0;
    for path in args {
        let bytes = fs::read(&path)?;
        if let Some(seeds) = seeds(&path, &bytes) {
            for seed in seeds {
                n += 1;
                fs::write(corpus.join(seed.0).join(n.to_string()), seed.1)?;
            }
            continue;
        }
        if bytes.len() <= WHOLE {
            n += 1;
            let text = std::str::from_utf8(&bytes).is_ok();
            let target = if text { "texts" } else { "captures" };
            fs::write(corpus.join(target).join(n.to_string()), &bytes)?;
        }
        if let Err(error) = frames(&path, &corpus, &mut seen, &mut n) {
            eprintln!("{}: {error}", path.display());
        }
    }
    println!("{n} files in {}", corpus.display());
    Ok(())
}

/// Of a YNL spec and of a page with examples of filters, what goes to which target; none of captures.
fn seeds<'b>(path: &Path, bytes: &'b [u8]) -> Option<Vec<(&'static str, &'b [u8])>> {
    match path.extension()?.to_str()? {
        "yaml" => Some(vec![("specs", bytes)]),
        "md" => {
            let spans = bytes.split(|b| *b == b'`').skip(1).step_by(2);
            Some(spans.map(|span| ("filters", span)).collect())
        }
        _ => None,
    }
}

/// Keeps frames that differ in protocol, type, command or size from those before; and runs of four.
fn frames(
    path: &Path,
    corpus: &Path,
    seen: &mut HashSet<(u16, u16, u8, u16, usize)>,
    n: &mut u32,
) -> Result<(), Box<dyn Error>> {
    let mut capture = Capture::open(path)?;
    let mut run: Vec<u8> = Vec::new();
    let mut length = 0;
    while let Some(event) = capture.next() {
        let Event::Frame(frame) = event else { continue };
        let Some((header, data)) = cooked(frame.link_type, frame.data) else {
            continue;
        };
        if data.len() > FRAME || data.len() < 16 {
            continue;
        }
        let kind = u16::from_ne_bytes([data[4], data[5]]);
        let flags = u16::from_ne_bytes([data[6], data[7]]);
        let command = data.get(16).copied().unwrap_or(0);
        let size = data.len().ilog2() as usize;
        if !seen.insert((header.protocol, kind, command, flags & 1, size)) {
            continue;
        }
        *n += 1;
        let mut message = header.protocol.to_le_bytes().to_vec();
        message.extend(data);
        fs::write(corpus.join("messages").join(n.to_string()), &message)?;
        let link: u8 = match frame.link_type {
            253 => 0,
            113 => 1,
            _ => 2,
        };
        run.push(link);
        run.extend((frame.data.len() as u16).to_le_bytes());
        run.extend(frame.data);
        length += 1;
        if length == 4 {
            fs::write(corpus.join("frames").join(n.to_string()), &run)?;
            run.clear();
            length = 0;
        }
    }
    Ok(())
}
