//! The headers of a packet, one behind the other.
//!
//! Source: `uapi/linux/if_ether.h`, `uapi/linux/in.h`, `uapi/linux/ip.h`, `net/gre.h`,
//! `net/ipv6/exthdrs_core.c`.

use crate::families::headers::*;
use crate::table::{Abi, Struct};
use crate::wire::ByteOrder;

pub(super) const ETH_HLEN: usize = 14;
pub(super) const VLAN_HLEN: usize = 4;
pub(super) const ETH_P_802_3_MIN: u16 = 0x600;
pub(super) const ETH_P_IP: u16 = 0x800;
pub(super) const ETH_P_ARP: u16 = 0x806;
const ETH_P_TEB: u16 = 0x6558;
pub(super) const ETH_P_8021Q: u16 = 0x8100;
pub(super) const ETH_P_IPV6: u16 = 0x86dd;
pub(super) const ETH_P_8021AD: u16 = 0x88a8;
pub(super) const IP_OFFSET: u16 = 0x1fff;
const IP6_OFFSET: u16 = 0xfff8;
const GRE_CSUM_KEY_SEQ: u16 = 0xb000;
const GRE_VERSION: u16 = 7;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Ethernet,
    /// ETH_P_*.
    Type(u16),
    /// IPPROTO_*.
    Protocol(u8),
    Payload,
}

/// A header, and what follows it.
pub(super) struct Step {
    pub header: &'static Struct,
    /// Its bytes with its options, captured or not.
    pub len: usize,
    /// Bytes from its first on that belong to the packet, where it tells.
    pub total: Option<usize>,
    pub next: Next,
}

pub(super) fn be16(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(ByteOrder::Big.unsigned(bytes, 2) as u16)
}

/// The header that the bytes begin with; `None` where none is known or these are none.
pub(super) fn step(next: Next, data: &[u8]) -> Option<Step> {
    let byte = |at: usize| data.get(at).copied();
    let simple = |header: &'static Struct, next| {
        let len = usize::from(header.layout(Abi::Lp64).size);
        Some(Step {
            header,
            len,
            total: None,
            next,
        })
    };
    let longer = |header: &'static Struct, len: usize, next| {
        let step = simple(header, next)?;
        Some(Step {
            len: len.max(step.len),
            ..step
        })
    };
    let kind = |at| match be16(data, at) {
        Some(kind) if kind >= ETH_P_802_3_MIN => Next::Type(kind),
        _ => Next::Payload,
    };
    let protocol = |at| byte(at).map_or(Next::Payload, Next::Protocol);
    match next {
        Next::Payload => None,
        Next::Ethernet => simple(&ETHHDR, kind(ETH_HLEN - 2)),
        Next::Type(ETH_P_TEB) => step(Next::Ethernet, data),
        Next::Type(ETH_P_8021Q | ETH_P_8021AD) => simple(&VLAN_HDR, kind(2)),
        Next::Type(ETH_P_ARP) => {
            let ethernet = be16(data, 2) == Some(ETH_P_IP) && be16(data, 4) == Some(0x0604);
            let header = if ethernet { &ARPHDR_ETHERNET } else { &ARPHDR };
            simple(header, Next::Payload)
        }
        Next::Type(ETH_P_IP) => {
            let first = byte(0).filter(|b| b >> 4 == 4)?;
            let later = be16(data, 6).is_none_or(|f| f & IP_OFFSET != 0);
            let next = if later { Next::Payload } else { protocol(9) };
            let step = longer(&IPHDR, usize::from(first & 15) * 4, next)?;
            let total = be16(data, 2).map(usize::from);
            Some(Step {
                total: total.filter(|&n| n >= step.len),
                ..step
            })
        }
        Next::Type(ETH_P_IPV6) => {
            byte(0).filter(|b| b >> 4 == 6)?;
            let step = simple(&IPV6HDR, protocol(6))?;
            let total = be16(data, 4).filter(|&n| n > 0);
            Some(Step {
                total: total.map(|n| step.len + usize::from(n)),
                ..step
            })
        }
        Next::Type(_) => None,
        Next::Protocol(number) => match number {
            0 | 43 | 60 => {
                let len = byte(1).map_or(0, |n| (usize::from(n) + 1) * 8);
                longer(&IPV6_OPT_HDR, len, protocol(0))
            }
            1 => {
                let about = matches!(byte(0)?, 3 | 4 | 5 | 11 | 12);
                let next = if about {
                    Next::Type(ETH_P_IP)
                } else {
                    Next::Payload
                };
                simple(&ICMPHDR, next)
            }
            2 => simple(&IGMPHDR, Next::Payload),
            4 => step(Next::Type(ETH_P_IP), data),
            6 => {
                let len = byte(12).map_or(0, |b| usize::from(b >> 4) * 4);
                longer(&TCPHDR, len, Next::Payload)
            }
            17 | 136 => simple(&UDPHDR, Next::Payload),
            41 => step(Next::Type(ETH_P_IPV6), data),
            44 => {
                let later = be16(data, 2).is_none_or(|f| f & IP6_OFFSET != 0);
                simple(&FRAG_HDR, if later { Next::Payload } else { protocol(0) })
            }
            47 => {
                let flags = be16(data, 0).unwrap_or(0);
                let known = flags & GRE_VERSION == 0;
                let fields = if known {
                    (flags & GRE_CSUM_KEY_SEQ).count_ones()
                } else {
                    0
                };
                let next = if known { kind(2) } else { Next::Payload };
                longer(&GRE_BASE_HDR, 4 + 4 * fields as usize, next)
            }
            50 => simple(&IP_ESP_HDR, Next::Payload),
            51 => {
                let len = byte(1).map_or(0, |n| (usize::from(n) + 2) * 4);
                longer(&IP_AUTH_HDR, len, protocol(0))
            }
            58 => {
                let about = matches!(byte(0)?, 1..=4);
                let next = if about {
                    Next::Type(ETH_P_IPV6)
                } else {
                    Next::Payload
                };
                simple(&ICMP6HDR, next)
            }
            132 => simple(&SCTPHDR, Next::Payload),
            _ => None,
        },
    }
}
