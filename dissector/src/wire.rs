//! Headers as they lie in the bytes: the cooked headers of a capture, nlmsghdr, nlattr and
//! genlmsghdr. nom lives here and nowhere else; what the fields mean is for the tables.
//!
//! Source: `uapi/linux/netlink.h`, `uapi/linux/genetlink.h`, the tcpdump.org descriptions of
//! LINKTYPE_NETLINK, LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2.

use nom::bytes::complete::take;
use nom::number::complete::{be_u8, be_u16, be_u32};
use nom::{IResult, Parser};

/// LINKTYPE_NETLINK.
pub const LINKTYPE_NETLINK: u16 = 253;
/// LINKTYPE_LINUX_SLL.
pub const LINKTYPE_LINUX_SLL: u16 = 113;
/// LINKTYPE_LINUX_SLL2.
pub const LINKTYPE_LINUX_SLL2: u16 = 276;
/// Hardware type of an nlmon device.
pub const ARPHRD_NETLINK: u16 = 824;

/// Bytes of an nlmsghdr.
pub const NLMSG_HDRLEN: usize = 16;
/// Bytes of an nlattr header.
pub const NLA_HDRLEN: usize = 4;
/// Bytes of a genlmsghdr.
pub const GENL_HDRLEN: usize = 4;

/// In nla_type: the payload holds attributes. Not reliable: many nests lack it.
pub const NLA_F_NESTED: u16 = 1 << 15;
/// In nla_type: the payload is in network order.
pub const NLA_F_NET_BYTEORDER: u16 = 1 << 14;
/// What is left of nla_type without its flags.
pub const NLA_TYPE_MASK: u16 = !(NLA_F_NESTED | NLA_F_NET_BYTEORDER);

type Parsed<'a, T> = IResult<&'a [u8], T, nom::error::Error<&'a [u8]>>;

/// Takes `N` bytes off.
#[inline(always)]
fn bytes<const N: usize>(data: &[u8]) -> Parsed<'_, [u8; N]> {
    let (rest, taken) = take(N).parse(data)?;
    Ok((rest, taken.try_into().unwrap_or([0; N])))
}

/// Byte order of the captured machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ByteOrder {
    /// Least significant byte first.
    #[default]
    Little,
    /// Most significant byte first.
    Big,
}

impl ByteOrder {
    /// Two bytes as a number.
    #[inline(always)]
    fn two(self, bytes: [u8; 2]) -> u16 {
        let n = u16::from_le_bytes(bytes);
        match self {
            ByteOrder::Little => n,
            ByteOrder::Big => n.swap_bytes(),
        }
    }

    /// Four bytes as a number.
    #[inline(always)]
    pub(crate) fn four(self, bytes: [u8; 4]) -> u32 {
        let n = u32::from_le_bytes(bytes);
        match self {
            ByteOrder::Little => n,
            ByteOrder::Big => n.swap_bytes(),
        }
    }

    /// All of `data` as an unsigned number, where it has 1, 2, 4 or 8 bytes.
    #[inline(always)]
    pub fn exact(self, data: &[u8]) -> Option<u64> {
        Some(match *data {
            [a] => u64::from(a),
            [a, b] => u64::from(self.two([a, b])),
            [a, b, c, d] => u64::from(self.four([a, b, c, d])),
            [a, b, c, d, e, f, g, h] => {
                let n = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
                match self {
                    ByteOrder::Little => n,
                    ByteOrder::Big => n.swap_bytes(),
                }
            }
            _ => return None,
        })
    }

    /// The first `width` bytes of `data` (8 at most) as an unsigned number; missing bytes count as 0.
    #[inline(always)]
    pub fn unsigned(self, data: &[u8], width: usize) -> u64 {
        let data = data.get(..width.min(8)).unwrap_or(data);
        if let Some(n) = self.exact(data) {
            return n;
        }
        let add = |n: u64, b: &u8| n << 8 | u64::from(*b);
        match self {
            ByteOrder::Big => data.iter().fold(0, add),
            ByteOrder::Little => data.iter().rev().fold(0, add),
        }
    }
}

/// The cooked header in front of a netlink frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooked {
    /// NETLINK_*: the protocol of the socket.
    pub protocol: u16,
    /// PACKET_OUTGOING (4) whatever the direction, where nlmon wrote it.
    pub packet_type: u16,
    /// ARPHRD_*: [`ARPHRD_NETLINK`] for netlink.
    pub hardware: u16,
    /// Bytes of the header.
    pub len: usize,
}

/// Takes the cooked header off a packet of one of the three link types, and checks that it
/// is netlink. `None` for other link types, other hardware or a packet too short to tell.
#[inline]
pub fn cooked(link_type: u16, packet: &[u8]) -> Option<(Cooked, &[u8])> {
    let (rest, cooked) = match link_type {
        LINKTYPE_NETLINK | LINKTYPE_LINUX_SLL => sll(packet).ok()?,
        LINKTYPE_LINUX_SLL2 => sll2(packet).ok()?,
        _ => return None,
    };
    (cooked.hardware == ARPHRD_NETLINK).then_some((cooked, rest))
}

#[inline]
fn sll(packet: &[u8]) -> Parsed<'_, Cooked> {
    let address = take(8usize);
    let (rest, (packet_type, hardware, _, _, protocol)) =
        (be_u16, be_u16, be_u16, address, be_u16).parse(packet)?;
    Ok((
        rest,
        Cooked {
            protocol,
            packet_type,
            hardware,
            len: 16,
        },
    ))
}

fn sll2(packet: &[u8]) -> Parsed<'_, Cooked> {
    let address = take(8usize);
    let (rest, (protocol, _, _, hardware, packet_type, _, _)) =
        (be_u16, be_u16, be_u32, be_u16, be_u8, be_u8, address).parse(packet)?;
    Ok((
        rest,
        Cooked {
            protocol,
            packet_type: packet_type.into(),
            hardware,
            len: 20,
        },
    ))
}

/// An nlmsghdr.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct MessageHeader {
    /// Length of the message with this header, in bytes.
    pub nlmsg_len: u32,
    /// Type of the message.
    pub nlmsg_type: u16,
    /// NLM_F_*; the upper half means what the kind of message says.
    pub nlmsg_flags: u16,
    /// Sequence number.
    pub nlmsg_seq: u32,
    /// Port id of the sender, or of the receiver of an answer.
    pub nlmsg_pid: u32,
}

impl MessageHeader {
    /// Reads an nlmsghdr; `None` where fewer than 16 bytes are left.
    #[inline(always)]
    pub fn parse(data: &[u8], order: ByteOrder) -> Option<MessageHeader> {
        let (_, header) = bytes::<NLMSG_HDRLEN>(data).ok()?;
        let ([len, [a, b, c, d], seq, pid], _) = header.as_chunks() else {
            return None;
        };
        Some(MessageHeader {
            nlmsg_len: order.four(*len),
            nlmsg_type: order.two([*a, *b]),
            nlmsg_flags: order.two([*c, *d]),
            nlmsg_seq: order.four(*seq),
            nlmsg_pid: order.four(*pid),
        })
    }
}

/// A genlmsghdr, without its reserved half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GenericHeader {
    /// Command of the family.
    pub cmd: u8,
    /// Version of the family.
    pub version: u8,
}

impl GenericHeader {
    /// Reads a genlmsghdr; `None` where even its first two bytes are missing.
    #[inline]
    pub fn parse(data: &[u8]) -> Option<GenericHeader> {
        let parsed: Parsed<'_, _> = (be_u8, be_u8).parse(data);
        let (_, (cmd, version)) = parsed.ok()?;
        Some(GenericHeader { cmd, version })
    }
}

/// An nlattr header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeHeader {
    /// Length with this header and without padding, in bytes.
    pub nla_len: u16,
    /// Type with its two flags.
    pub nla_type: u16,
}

impl AttributeHeader {
    /// Reads an nlattr header; `None` where fewer than 4 bytes are left.
    #[inline(always)]
    pub fn parse(data: &[u8], order: ByteOrder) -> Option<AttributeHeader> {
        let (_, [a, b, c, d]) = bytes(data).ok()?;
        Some(AttributeHeader {
            nla_len: order.two([a, b]),
            nla_type: order.two([c, d]),
        })
    }

    /// nla_type without its flags.
    #[inline]
    pub fn number(self) -> u16 {
        self.nla_type & NLA_TYPE_MASK
    }
}

/// From one attribute to the next. Most have a payload of four bytes or less: where that is a
/// branch, the processor guesses it, and does not wait for each length before it reads on.
#[inline(always)]
pub(crate) fn attribute_step(nla_len: usize) -> usize {
    match nla_len {
        5..=8 => 8,
        _ => other_step(nla_len),
    }
}

/// Tells the compiler that the other branch is the usual one.
#[cold]
#[inline]
fn other_step(nla_len: usize) -> usize {
    align4(nla_len)
}

/// Rounds up to a multiple of 4: NLMSG_ALIGN, NLA_ALIGN and RTNH_ALIGN.
#[inline]
pub const fn align4(n: usize) -> usize {
    n.saturating_add(3) & !3
}

/// A message in a frame: its header and the bytes that were captured of it.
#[derive(Clone, Copy, Debug)]
pub struct RawMessage<'a> {
    /// Offset of the nlmsghdr in the frame, behind the cooked header.
    pub offset: usize,
    /// The header.
    pub header: MessageHeader,
    /// Header and payload, as far as captured.
    pub data: &'a [u8],
}

impl<'a> RawMessage<'a> {
    /// Reads the message at the start of `data`; `None` where there is no header with
    /// nlmsg_len of 16 or more.
    #[inline]
    pub fn parse(data: &'a [u8], offset: usize, order: ByteOrder) -> Option<RawMessage<'a>> {
        let header = MessageHeader::parse(data, order)?;
        let len = header.nlmsg_len as usize;
        if len < NLMSG_HDRLEN {
            return None;
        }
        Some(RawMessage {
            offset,
            header,
            data: data.get(..len).unwrap_or(data),
        })
    }

    /// The payload behind the nlmsghdr, as far as captured.
    pub fn payload(&self) -> &'a [u8] {
        self.data.get(NLMSG_HDRLEN..).unwrap_or(&[])
    }

    /// Whether bytes of it are missing.
    pub fn is_cut(&self) -> bool {
        self.data.len() < self.header.nlmsg_len as usize
    }
}

/// The messages of a frame, one behind the other at NLMSG_ALIGN; ends where no header with
/// nlmsg_len of 16 or more can be read.
#[derive(Clone, Debug)]
pub struct Messages<'a> {
    frame: &'a [u8],
    at: usize,
    order: ByteOrder,
    /// Bytes that nlmsg_len leaves out: see [`Messages::of`].
    uncounted: usize,
}

/// NETLINK_AUDIT.
const NETLINK_AUDIT: u16 = 9;

impl<'a> Messages<'a> {
    /// Walks the bytes of a frame behind its cooked header.
    pub fn new(frame: &'a [u8], order: ByteOrder) -> Messages<'a> {
        Messages {
            frame,
            at: 0,
            order,
            uncounted: 0,
        }
    }

    /// The messages of a frame of a protocol. The records that the kernel sends to the audit
    /// daemon have an nlmsg_len without the header (`kernel/audit.c`): such a frame holds one
    /// message, 16 bytes longer than it says.
    pub fn of(protocol: u16, frame: &'a [u8], order: ByteOrder) -> Messages<'a> {
        let mut messages = Messages::new(frame, order);
        if protocol == NETLINK_AUDIT
            && let Some(header) = MessageHeader::parse(frame, order)
            && frame.len() == (header.nlmsg_len as usize).saturating_add(NLMSG_HDRLEN)
        {
            messages.uncounted = NLMSG_HDRLEN;
        }
        messages
    }

    /// Offset behind the last message handed out and its alignment.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// What no message has claimed yet.
    pub fn rest(&self) -> &'a [u8] {
        self.frame.get(self.at..).unwrap_or(&[])
    }
}

impl<'a> Messages<'a> {
    /// The order in which they are read.
    pub(crate) fn order(&self) -> ByteOrder {
        self.order
    }

    /// The next one, read in an order.
    #[inline(always)]
    pub(crate) fn step(&mut self, order: ByteOrder) -> Option<RawMessage<'a>> {
        let message = if self.uncounted == 0 {
            RawMessage::parse(self.rest(), self.at, order)?
        } else {
            let data = self.rest();
            let header = MessageHeader::parse(data, order)?;
            RawMessage {
                offset: self.at,
                header,
                data,
            }
        };
        // one that is cut goes to the end of the frame
        let step = align4(message.data.len());
        self.at = self.at.saturating_add(step).min(self.frame.len());
        Some(message)
    }
}

impl<'a> Iterator for Messages<'a> {
    type Item = RawMessage<'a>;

    #[inline]
    fn next(&mut self) -> Option<RawMessage<'a>> {
        self.step(self.order)
    }
}

/// How well a byte order explains a frame: the bytes of it that whole messages cover when
/// lengths are read in that order, or 0 where the chain breaks.
pub fn plausibility(frame: &[u8], order: ByteOrder) -> usize {
    let mut messages = Messages::new(frame, order);
    let mut covered = 0;
    for message in &mut messages {
        if message.is_cut() {
            return covered;
        }
        covered += message.data.len();
    }
    covered
}

/// The attributes of a message or a nest, one behind the other at NLA_ALIGN.
#[derive(Clone, Debug)]
pub struct RawAttributes<'a> {
    data: &'a [u8],
    at: usize,
    order: ByteOrder,
}

/// An attribute as it lies in the bytes.
#[derive(Clone, Copy, Debug)]
pub struct RawAttribute<'a> {
    /// Its header.
    pub header: AttributeHeader,
    /// Its payload, without padding.
    pub payload: &'a [u8],
}

impl<'a> RawAttributes<'a> {
    /// Walks a chain of attributes; ends at the first that does not fit.
    pub fn new(data: &'a [u8], order: ByteOrder) -> RawAttributes<'a> {
        RawAttributes { data, at: 0, order }
    }

    /// The next one whose number is wanted; the others are passed over.
    #[inline]
    pub fn next_of(&mut self, wanted: impl Fn(u16) -> bool) -> Option<RawAttribute<'a>> {
        // a loop for each order: what it depends on is at hand sooner
        match self.order {
            ByteOrder::Little => self.step(ByteOrder::Little, wanted),
            ByteOrder::Big => self.step(ByteOrder::Big, wanted),
        }
    }

    #[inline(always)]
    fn step(&mut self, order: ByteOrder, wanted: impl Fn(u16) -> bool) -> Option<RawAttribute<'a>> {
        loop {
            let rest = self.data.get(self.at..)?;
            let header = AttributeHeader::parse(rest, order)?;
            let len = usize::from(header.nla_len);
            if len < NLA_HDRLEN || len > rest.len() {
                return None;
            }
            self.at += attribute_step(len);
            if wanted(header.number()) {
                let payload = rest.get(NLA_HDRLEN..len)?;
                return Some(RawAttribute { header, payload });
            }
        }
    }
}

impl<'a> Iterator for RawAttributes<'a> {
    type Item = RawAttribute<'a>;

    #[inline]
    fn next(&mut self) -> Option<RawAttribute<'a>> {
        self.next_of(|_| true)
    }
}

/// The first byte, for one-byte selectors of a payload.
pub fn byte_at(data: &[u8], offset: usize) -> Option<u8> {
    let parsed: Parsed<'_, _> = be_u8(data.get(offset..)?);
    parsed.ok().map(|(_, b)| b)
}
