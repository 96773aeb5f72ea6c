//! `-w`: the frames that hold a match, as a capture of their own.

use crate::args::{Redact, Select};
use crate::redact::Redactor;
use netlink_capture::netlink::{Held, Input, Item};
use netlink_capture::slice;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use std::io;
use std::path::{Path, PathBuf};

/// The program that writes, as files name it.
pub const APPLICATION: &str = concat!("nldissect ", env!("CARGO_PKG_VERSION"));

/// A file that frames are written to.
pub struct Slice {
    path: PathBuf,
    slice: slice::Slice,
    redactor: Option<Redactor>,
}

impl Slice {
    /// The file that was asked for; what it cannot be, where it cannot.
    pub fn new(select: &Select, files: &[PathBuf]) -> Result<Option<Slice>, String> {
        let Some(path) = &select.write else {
            return Ok(None);
        };
        let same = |file: &PathBuf| match (file.canonicalize(), path.canonicalize()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        };
        if files.iter().any(same) {
            return Err(format!(
                "-w {}: it is read too: write another file",
                path.display()
            ));
        }
        let slice = slice::Slice::create(path, APPLICATION);
        Ok(Some(Slice {
            path: path.clone(),
            slice: slice.map_err(|e| format!("-w {}: {e}", path.display()))?,
            redactor: select.redact.map(|r| Redactor::new(r == Redact::All)),
        }))
    }

    /// A pcapng of messages of this machine, with all that is known of them.
    #[cfg(target_os = "linux")]
    pub fn recording(path: &Path) -> Result<Slice, String> {
        let slice = slice::Slice::pcapng(path, APPLICATION);
        Ok(Slice {
            path: path.to_owned(),
            slice: slice.map_err(|e| format!("-w {}: {e}", path.display()))?,
            redactor: None,
        })
    }

    /// Begins a frame.
    pub fn begin(&mut self) {
        self.slice.begin();
        if let Some(redactor) = &mut self.redactor {
            redactor.begin();
        }
    }

    /// Looks for what is to be hidden in one of the frame's items, and for what the slice must
    /// tell of it.
    pub fn item(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        self.slice.item(envelope);
        if let Some(redactor) = &mut self.redactor {
            item.walk(ctx, redactor);
        }
    }

    /// Writes the frame.
    pub fn frame(&mut self, input: &mut Input<'_>, held: &Held, data: &[u8]) -> io::Result<()> {
        let redactor = &mut self.redactor;
        let written = self.slice.frame(input, held, data, |bytes, notes| {
            if let Some(redactor) = redactor {
                redactor.redact(bytes);
                redactor.notes(notes);
            }
        });
        written.map_err(|e| self.failed(&e))
    }

    /// Writes what has gathered.
    pub fn flush(&mut self) -> io::Result<()> {
        self.slice.flush().map_err(|e| self.failed(&e))
    }

    /// Ends the file.
    pub fn finish(&mut self) -> io::Result<()> {
        self.slice.finish().map_err(|e| self.failed(&e))
    }

    fn failed(&self, error: &io::Error) -> io::Error {
        // a broken pipe of the slice is no reader that has seen enough
        io::Error::other(format!("-w {}: {error}", self.path.display()))
    }
}
