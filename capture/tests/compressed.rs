//! Compressed captures, sound and damaged; files and pipes.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use common::*;
use netlink_capture::{Capture, Compression, DamageKind, Error};

fn pack(compression: Compression, bytes: &[u8]) -> Vec<u8> {
    match compression {
        Compression::Gzip => {
            let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            out.write_all(bytes).unwrap();
            out.finish().unwrap()
        }
        Compression::Zstd => {
            let mut out = zstd::Encoder::new(Vec::new(), 3).unwrap();
            out.include_checksum(true).unwrap();
            out.write_all(bytes).unwrap();
            out.finish().unwrap()
        }
        _ => {
            let info = lz4_flex::frame::FrameInfo::new()
                .block_size(lz4_flex::frame::BlockSize::Max64KB)
                .content_checksum(true);
            let mut out = lz4_flex::frame::FrameEncoder::with_frame_info(info, Vec::new());
            out.write_all(bytes).unwrap();
            out.finish().unwrap()
        }
    }
}

const ALL: [Compression; 3] = [Compression::Gzip, Compression::Zstd, Compression::Lz4];

/// Packets that do not compress well, so that there are several blocks.
fn capture(packets: u32) -> Vec<u8> {
    let mut bytes = pcap_header(LITTLE, 0xa1b2_c3d4, 65_535, 253);
    let mut state = 1_u32;
    for n in 1..=packets {
        let data: Vec<u8> = (0..400)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        bytes.extend(record(LITTLE, NOW, n, &data));
    }
    bytes
}

#[test]
fn one_frame_or_several() {
    let bytes = capture(2000);
    let whole = read(&bytes);
    assert_eq!(whole.frames.len(), 2000);
    for compression in ALL {
        let packed = pack(compression, &bytes);
        assert!(read(&packed) == whole, "{compression}");
        let (one, two) = bytes.split_at(300_001);
        let mut packed = pack(compression, one);
        packed.extend(pack(compression, two));
        assert!(read(&packed) == whole, "{compression}");
    }
}

#[test]
fn gzip_with_all_header_fields_and_zeros_behind() {
    let mut packed = flate2::GzBuilder::new()
        .filename("a.pcap")
        .comment("a comment")
        .extra(vec![1, 2, 3])
        .write(Vec::new(), flate2::Compression::default());
    packed.write_all(&pcap(5)).unwrap();
    let mut packed = packed.finish().unwrap();
    packed.resize(packed.len() + 512, 0);
    let all = read(&packed);
    assert_eq!((all.frames.len(), all.damages.len()), (5, 0));
}

#[test]
fn a_cut_stream_gives_all_that_could_be_unpacked() {
    let bytes = capture(2000);
    let whole = read(&bytes);
    for compression in ALL {
        let packed = pack(compression, &bytes);
        let all = read(&packed[..packed.len() / 2]);
        assert_eq!(all.kinds(), [DamageKind::Compressed(compression)]);
        let count = all.frames.len();
        assert!(count > 500, "{compression}: {count}");
        assert!(all.frames[..count - 1] == whole.frames[..count - 1]);
    }
}

#[test]
fn a_damaged_stream_gives_all_that_stands_before() {
    let bytes = capture(2000);
    let whole = read(&bytes);
    for compression in ALL {
        let mut packed = pack(compression, &bytes);
        let middle = packed.len() / 2;
        packed[middle..middle + 2000].fill(0xff);
        let all = read(&packed);
        // Garbage may pass as data; then the checksum at the end tells.
        let kinds = all.kinds();
        assert!(
            kinds.contains(&DamageKind::Compressed(compression)),
            "{compression}: {kinds:?}"
        );
        assert!(all.frames[..500] == whole.frames[..500], "{compression}");
    }
}

#[test]
fn a_stream_without_a_capture() {
    for compression in ALL {
        let open = |bytes: Vec<u8>| Capture::from_bytes("test".to_owned(), bytes).err();
        assert!(matches!(open(pack(compression, b"")), Some(Error::Empty)));
        assert!(matches!(
            open(pack(compression, b"nothing")),
            Some(Error::NotACapture { .. })
        ));
        let packed = pack(compression, &pcap(5));
        let cut = open(packed[..6].to_vec());
        assert!(
            matches!(cut, Some(Error::Compressed { offset: 0, .. })),
            "{compression}: {cut:?}"
        );
    }
}

/// A folder of its own for a test, removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("netlink-capture-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn files_are_mapped_or_unpacked_and_read_again() {
    let folder = Folder::new("files");
    let bytes = capture(300);
    let whole = read(&bytes);
    let plain = folder.0.join("a.pcap");
    fs::write(&plain, &bytes).unwrap();
    let mut capture = Capture::open(&plain).unwrap();
    assert!(capture.whole().is_some_and(|all| *all == *bytes));
    assert_eq!(capture.name(), plain.to_string_lossy());
    assert!(capture.rereadable());
    assert!(drain(&mut capture) == whole);
    capture.rewind().unwrap();
    assert!(drain(&mut capture) == whole);
    for compression in ALL {
        // What it is shows in the bytes, not in the name.
        let path = folder.0.join("b.pcap");
        fs::write(&path, pack(compression, &bytes)).unwrap();
        let mut capture = Capture::open(&path).unwrap();
        assert!(capture.whole().is_none() && capture.rereadable());
        for _ in 0..3 {
            assert!(drain(&mut capture) == whole);
            capture.rewind().unwrap();
        }
    }
    let empty = folder.0.join("empty");
    fs::write(&empty, b"").unwrap();
    assert!(matches!(Capture::open(&empty).err(), Some(Error::Empty)));
}

#[test]
fn a_pipe_is_read_once() {
    let (reader, mut writer) = std::io::pipe().unwrap();
    let bytes = capture(3000);
    let whole = read(&bytes);
    let writing = std::thread::spawn(move || writer.write_all(&bytes));
    let mut capture = Capture::from_reader("pipe".to_owned(), Box::new(reader)).unwrap();
    assert!(!capture.rereadable());
    assert!(matches!(capture.rewind(), Err(Error::NotRereadable)));
    assert!(drain(&mut capture) == whole);
    writing.join().unwrap().unwrap();
}

#[test]
fn a_pipe_gives_a_frame_as_soon_as_it_is_there() {
    for bytes in [pcap(2), pcapng(2)] {
        let (reader, mut writer) = std::io::pipe().unwrap();
        writer.write_all(&bytes).unwrap();
        let mut capture = Capture::from_reader("pipe".to_owned(), Box::new(reader)).unwrap();
        // The writer is still open: waiting for more would hang here.
        for _ in 0..4 {
            assert!(capture.next().is_some());
        }
        drop(writer);
        assert!(capture.next().is_none());
    }
}

/// Fails after its bytes.
struct Failing(Dribble);

impl std::io::Read for Failing {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(out)? {
            0 => Err(std::io::ErrorKind::TimedOut.into()),
            given => Ok(given),
        }
    }
}

#[test]
fn a_failing_read_is_damage() {
    let bytes = pcap(5);
    for (end, frames) in [(bytes.len(), 5), (bytes.len() - 3, 5)] {
        let reader = Failing(Dribble(bytes[..end].to_vec(), 0, 1000));
        let mut capture = Capture::from_reader("test".to_owned(), Box::new(reader)).unwrap();
        let all = drain(&mut capture);
        assert_eq!(
            all.kinds(),
            [DamageKind::Read(std::io::ErrorKind::TimedOut)]
        );
        assert_eq!(all.frames.len(), frames);
    }
}
