//! Compressed captures, unpacked while they are read. Which compression it is shows in the first bytes.

use crate::beside::Beside;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};

/// How an input is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Compression {
    /// gzip, one or several members (RFC 1952).
    Gzip,
    /// Zstandard, one or several frames (RFC 8878), windows of at most 128 MiB.
    Zstd,
    /// The LZ4 frame format, one or several frames.
    Lz4,
}

impl fmt::Display for Compression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Compression::Gzip => "gzip",
            Compression::Zstd => "zstd",
            Compression::Lz4 => "lz4",
        })
    }
}

impl Compression {
    /// What the first bytes of an input say. Zstandard's skippable frames may come first.
    pub(crate) fn of(head: &[u8]) -> Option<Compression> {
        match head {
            [0x1f, 0x8b, 8, ..] => Some(Compression::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Compression::Zstd),
            [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Some(Compression::Zstd),
            [0x04, 0x22, 0x4d, 0x18, ..] => Some(Compression::Lz4),
            _ => None,
        }
    }

    /// A reader of the unpacked bytes; they are unpacked on a thread of their own.
    pub(crate) fn unpack(self, input: Input) -> io::Result<Input> {
        let input = BufReader::with_capacity(64 << 10, input);
        Ok(Box::new(match self {
            Compression::Gzip => Beside::new(Gzip::new(input)),
            Compression::Zstd => Beside::new(zstd::stream::read::Decoder::with_buffer(input)?),
            Compression::Lz4 => Beside::new(Lz4(lz4_flex::frame::FrameDecoder::new(Tail {
                input,
                last: [0; 8],
            }))),
        }?))
    }
}

/// Where bytes come from.
pub(crate) type Input = Box<dyn Read + Send>;

fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Reads gzip. Unlike flate2's own reader, it gives every byte that stands before a damaged place, and it takes zeros
/// behind the last member, which tapes and some disks leave there.
struct Gzip<R> {
    input: R,
    inflate: Decompress,
    crc: Crc,
    state: Member,
}

#[derive(PartialEq)]
enum Member {
    First,
    Next,
    Body,
    Bad,
    End,
}

impl<R: BufRead> Gzip<R> {
    fn new(input: R) -> Gzip<R> {
        Gzip {
            input,
            inflate: Decompress::new(false),
            crc: Crc::new(),
            state: Member::First,
        }
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.input.read_exact(&mut byte)?;
        Ok(u8::from_le_bytes(byte))
    }

    fn skip_text(&mut self) -> io::Result<()> {
        while self.byte()? != 0 {}
        Ok(())
    }

    /// Reads a member's header (RFC 1952, section 2.3); false at the end of the input.
    fn header(&mut self) -> io::Result<bool> {
        if self.state == Member::Next {
            loop {
                match self.input.fill_buf()?.first() {
                    None => return Ok(false),
                    Some(0) => self.input.consume(1),
                    Some(_) => break,
                }
            }
        }
        let mut head = [0; 10];
        self.input.read_exact(&mut head)?;
        let [0x1f, 0x8b, 8, flags, ..] = head else {
            return Err(damaged());
        };
        if flags & 4 != 0 {
            let len = u16::from_le_bytes([self.byte()?, self.byte()?]);
            for _ in 0..len {
                self.byte()?;
            }
        }
        if flags & 8 != 0 {
            self.skip_text()?;
        }
        if flags & 16 != 0 {
            self.skip_text()?;
        }
        if flags & 2 != 0 {
            self.byte()?;
            self.byte()?;
        }
        self.inflate.reset(false);
        self.crc.reset();
        Ok(true)
    }

    fn trailer(&mut self) -> io::Result<()> {
        let mut trailer = [0; 8];
        self.input.read_exact(&mut trailer)?;
        let [a, b, c, d, e, f, g, h] = trailer;
        let sum = u32::from_le_bytes([a, b, c, d]);
        let len = u32::from_le_bytes([e, f, g, h]);
        if sum == self.crc.sum() && len == self.crc.amount() {
            Ok(())
        } else {
            Err(damaged())
        }
    }

    /// One step within a member: how many bytes it gave.
    fn body(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let input = self.input.fill_buf()?;
        if input.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let (read, given) = (self.inflate.total_in(), self.inflate.total_out());
        let status = self.inflate.decompress(input, out, FlushDecompress::None);
        let read = (self.inflate.total_in() - read) as usize;
        let given = (self.inflate.total_out() - given) as usize;
        self.input.consume(read);
        self.crc.update(out.get(..given).unwrap_or_default());
        match status {
            Err(_) => self.state = Member::Bad,
            Ok(Status::StreamEnd) => match self.trailer() {
                Ok(()) => self.state = Member::Next,
                Err(_) => self.state = Member::Bad,
            },
            // Neither taking nor giving, with room and input at hand, would go on for ever.
            Ok(_) if read == 0 && given == 0 => self.state = Member::Bad,
            Ok(_) => {}
        }
        Ok(given)
    }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            match self.state {
                Member::First | Member::Next => {
                    self.state = if self.header()? {
                        Member::Body
                    } else {
                        Member::End
                    };
                }
                Member::Body => {
                    let given = self.body(out)?;
                    if given > 0 {
                        return Ok(given);
                    }
                }
                Member::Bad => return Err(damaged()),
                Member::End => return Ok(0),
            }
        }
    }
}

/// Reads LZ4 frames. The decoder takes an input that is cut between two blocks for its end, so look at how it ended:
/// a frame's last word is zero, and a checksum may follow it.
struct Lz4<R: BufRead>(lz4_flex::frame::FrameDecoder<Tail<R>>);

impl<R: BufRead> Read for Lz4<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let given = self.0.read(out)?;
            if given > 0 || out.is_empty() {
                return Ok(given);
            }
            // At the end of a frame another may follow.
            let Tail { input, last } = self.0.get_mut();
            if input.fill_buf()?.is_empty() {
                let [a, b, c, d, word @ ..] = last;
                return if [*a, *b, *c, *d] == [0; 4] || *word == [0; 4] {
                    Ok(0)
                } else {
                    Err(io::ErrorKind::UnexpectedEof.into())
                };
            }
        }
    }
}

/// Remembers the last bytes that were read.
struct Tail<R> {
    input: R,
    last: [u8; 8],
}

impl<R: Read> Read for Tail<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let given = self.input.read(out)?;
        let fresh = out.get(..given).unwrap_or_default();
        let fresh = fresh.get(given.saturating_sub(8)..).unwrap_or_default();
        self.last.rotate_left(fresh.len());
        let kept = self.last.len() - fresh.len();
        if let Some(place) = self.last.get_mut(kept..) {
            place.copy_from_slice(fresh);
        }
        Ok(given)
    }
}
