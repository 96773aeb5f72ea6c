//! The clipboard, through the terminal: OSC 52.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{self, Write};

/// The most bytes that are copied: terminals refuse more.
const MOST: usize = 74_000;

/// Asks the terminal to put a text into the clipboard.
pub fn copy(text: &str) -> io::Result<()> {
    let text = text.get(..text.floor_char_boundary(MOST)).unwrap_or(text);
    let mut out = io::stdout().lock();
    write!(out, "\x1b]52;c;{}\x07", STANDARD.encode(text))?;
    out.flush()
}
