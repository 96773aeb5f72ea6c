//! Files: pcap, pcapng and compressed ones, whole and as streams, damaged or not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netlink_capture::{Capture, Event};
use std::io::Cursor;

/// The frames of a capture, with what is said between them.
fn told(capture: Result<Capture, netlink_capture::Error>) -> Vec<String> {
    let mut all = Vec::new();
    let mut capture = match capture {
        Ok(capture) => capture,
        Err(error) => return vec![error.to_string()],
    };
    while let Some(event) = capture.next() {
        if let Event::Frame(frame) = &event {
            assert!(frame.comments().count() <= frame.data.len().max(1 << 20));
        }
        all.push(format!("{event:?}"));
    }
    assert!(capture.next().is_none(), "at the end for ever");
    all
}

fuzz_target!(|bytes: &[u8]| {
    let whole = told(Capture::from_bytes("x".to_owned(), bytes.to_vec()));
    let stream = Cursor::new(bytes.to_vec());
    let stream = told(Capture::from_reader("x".to_owned(), Box::new(stream)));
    assert_eq!(whole, stream);
});
