//! Reads a pcap of an nlmon device with crates of the rust-netlink project, as an author of a tool
//! would: every message of NETLINK_ROUTE into its structures. `--print` writes them as Rust shows
//! them, a line a message. Says on standard error how many there were, and of how many they made
//! nothing.

use netlink_packet_core::{NetlinkBuffer, NetlinkMessage};
use netlink_packet_route::RouteNetlinkMessage;
use pcap_file::pcap::PcapReader;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

/// Bytes of the cooked header, and where the protocol stands in it.
const COOKED: usize = 16;
const PROTOCOL: std::ops::Range<usize> = 14..16;

fn main() -> Result<(), Box<dyn Error>> {
    let mut print = false;
    let mut path = None;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--print") => print = true,
            _ => path = Some(argument),
        }
    }
    let path = path.ok_or("peers [--print] CAPTURE")?;
    let mut reader = PcapReader::new(File::open(path)?)?;
    let mut out = BufWriter::with_capacity(1 << 18, std::io::stdout().lock());
    let (mut messages, mut failed) = (0u64, 0u64);
    while let Some(packet) = reader.next_packet() {
        let packet = packet?;
        if packet.data.get(PROTOCOL) != Some(&[0, 0]) {
            continue;
        }
        let mut rest = packet.data.get(COOKED..).unwrap_or(&[]);
        while let Ok(buffer) = NetlinkBuffer::new_checked(rest) {
            let length = (buffer.length() as usize).next_multiple_of(4);
            messages += 1;
            match NetlinkMessage::<RouteNetlinkMessage>::deserialize(rest) {
                Ok(message) if print => writeln!(out, "{message:?}")?,
                Ok(message) => drop(std::hint::black_box(message)),
                Err(_) => failed += 1,
            }
            rest = rest.get(length..).unwrap_or(&[]);
        }
    }
    out.flush()?;
    eprintln!("{messages} messages, {failed} of them not understood");
    Ok(())
}
