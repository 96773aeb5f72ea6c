//! Streams and compressed files, put into memory so that any place of them can be read again.

use netlink_capture::{
    ByteOrder, Capture, Error, Event, InterfaceHeader, Packet, PcapNgWriter, SectionHeader,
};

/// The same capture with all its bytes at hand. Packets keep their numbers.
pub fn whole(mut capture: Capture) -> Result<Capture, Error> {
    if capture.whole().is_some() {
        return Ok(capture);
    }
    let name = capture.name().to_owned();
    let mut writer: Option<PcapNgWriter<Vec<u8>>> = None;
    while let Some(event) = capture.next() {
        match event {
            Event::Section(section) => {
                let header = SectionHeader {
                    hardware: section.hardware.as_deref(),
                    os: section.os.as_deref(),
                    ..SectionHeader::default()
                };
                // only the first section tells of the machine; writing to memory does not fail
                if writer.is_none() {
                    writer = PcapNgWriter::new(Vec::new(), ByteOrder::Little, &header).ok();
                }
            }
            Event::Interface(interface) => {
                let header = InterfaceHeader {
                    link_type: interface.link_type,
                    name: interface.name.as_deref(),
                    snap_len: interface.snap_len,
                    ..InterfaceHeader::default()
                };
                if let Some(writer) = &mut writer {
                    let _ = writer.interface(&header);
                }
            }
            Event::Frame(frame) => {
                let packet = Packet {
                    interface: frame.interface,
                    time: frame.time,
                    data: frame.data,
                    original_len: frame.original_len,
                    ..Packet::default()
                };
                if let Some(writer) = &mut writer {
                    let _ = writer.packet(&packet);
                }
            }
            _ => {}
        }
    }
    let bytes = writer.map(PcapNgWriter::into_inner).unwrap_or_default();
    Capture::from_bytes(name, bytes)
}
