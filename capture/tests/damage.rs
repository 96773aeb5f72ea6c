//! Properties: whatever happens to a file, reading it ends, and what stands before the damage is untouched.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::*;
use netlink_capture::Capture;
use proptest::prelude::*;

/// Reads from memory and as a stream; a file that is refused gives nothing.
fn attempt(bytes: &[u8]) -> All {
    let Ok(mut capture) = Capture::from_bytes("test".to_owned(), bytes.to_vec()) else {
        let reader = Box::new(Dribble(bytes.to_vec(), 0, 999));
        assert!(Capture::from_reader("test".to_owned(), reader).is_err());
        return All::default();
    };
    let all = drain(&mut capture);
    let reader = Box::new(Dribble(bytes.to_vec(), 0, 999));
    match Capture::from_reader("test".to_owned(), reader) {
        Ok(mut stream) => assert_eq!(drain(&mut stream), all),
        Err(error) => panic!("only the stream fails: {error}"),
    }
    all
}

fn files() -> [Vec<u8>; 2] {
    [pcap(30), pcapng(30)]
}

/// Checks that the frames that end before `place` are there, if the file is still read at all.
fn check(whole: &All, all: &All, place: usize) {
    let before = |frame: &&Owned| frame.data_offset as usize + frame.data.len() + 7 < place;
    let intact: Vec<_> = whole.frames.iter().take_while(before).collect();
    if place > 48 {
        assert!(all.frames.len() >= intact.len());
    }
    if !all.frames.is_empty() {
        for (want, frame) in intact.iter().zip(&all.frames) {
            assert_eq!(*want, frame);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cuts(which in 0..2_usize, at in any::<prop::sample::Index>()) {
        let bytes = &files()[which];
        let whole = read(bytes);
        let end = at.index(bytes.len());
        check(&whole, &attempt(&bytes[..end]), end);
    }

    #[test]
    fn flips(which in 0..2_usize, at in any::<prop::sample::Index>(), with in 1..=255_u8) {
        let mut bytes = files()[which].clone();
        let whole = read(&bytes);
        let place = at.index(bytes.len());
        bytes[place] ^= with;
        let all = attempt(&bytes);
        if place > 48 {
            check(&whole, &all, place);
            // One byte costs at most the frame that it stands in.
            prop_assert!(all.frames.len() >= 29, "{} frames, {:?}", all.frames.len(), all.damages);
        }
    }

    #[test]
    fn many_flips(which in 0..2_usize, flips in prop::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..60)) {
        let mut bytes = files()[which].clone();
        let whole = read(&bytes);
        let mut first = bytes.len();
        for (at, with) in flips {
            let place = at.index(bytes.len());
            bytes[place] ^= with;
            first = first.min(place);
        }
        let all = attempt(&bytes);
        if first > 48 {
            check(&whole, &all, first);
        }
    }

    #[test]
    fn lost_and_added(which in 0..2_usize, at in any::<prop::sample::Index>(), lost in 0..300_usize, added in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut bytes = files()[which].clone();
        let whole = read(&bytes);
        let place = at.index(bytes.len());
        let end = (place + lost).min(bytes.len());
        bytes.splice(place..end, added);
        check(&whole, &attempt(&bytes), place);
    }

    #[test]
    fn garbage(which in 0..2_usize, tail in prop::collection::vec(any::<u8>(), 0..2000)) {
        let mut bytes = files()[which][..48].to_vec();
        bytes.extend(tail);
        attempt(&bytes);
    }

    #[test]
    fn flips_in_compressed_data(which in 0..3_usize, at in any::<prop::sample::Index>(), with in 1..=255_u8) {
        let bytes = pcap(300);
        let mut packed = match which {
            0 => {
                let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
                std::io::Write::write_all(&mut out, &bytes).unwrap();
                out.finish().unwrap()
            }
            1 => zstd::encode_all(&*bytes, 3).unwrap(),
            _ => {
                let mut out = lz4_flex::frame::FrameEncoder::new(Vec::new());
                std::io::Write::write_all(&mut out, &bytes).unwrap();
                out.finish().unwrap()
            }
        };
        let place = at.index(packed.len());
        packed[place] ^= with;
        attempt(&packed);
        attempt(&packed[..place]);
    }
}
