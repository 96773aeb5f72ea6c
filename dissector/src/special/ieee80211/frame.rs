//! Frames of IEEE 802.11: a header by type, parts that its flags announce, a body.

use super::{ELEMENTS, W, chosen, header_of, part};
use crate::families::nl80211::frames;
use crate::sink::Class;
use crate::table::macros::*;
use crate::table::{Kind, Name};
use crate::walk::{Node, Scope, Span};

names! {
    BODY "body", HT_CONTROL "ht_control", ADDR1 "addr1", ADDR2 "addr2", ADDR3 "addr3",
    ADDR4 "addr4", SEQ_CTRL "seq_ctrl", QOS_CTRL "qos_ctrl", VARIABLE "variable",
    NEXT_TBTT "next_tbtt", CSSID "compressed_ssid", ANO "access_network_options",
}

const TO_DS: u8 = 0x01;
const FROM_DS: u8 = 0x02;
const PROTECTED: u8 = 0x40;
const ORDER: u8 = 0x80;

static ADDRESS: Kind = MAC;
static PAYLOAD: Kind = PACKET;
static HT_CONTROL_KIND: Kind = LE32.hex();

/// A frame that was decrypted, or is to be encrypted.
pub(super) fn frame<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    any(w, node, data, scope, false);
}

/// A frame as it is on the air: where it is protected, its body is a secret.
pub(super) fn air_frame<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    any(w, node, data, scope, true);
}

fn any<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    on_air: bool,
) {
    const TYPE: u8 = 0x0c;
    const MANAGEMENT: u8 = 0x00;
    const CONTROL: u8 = 0x04;
    const DATA: u8 = 0x08;
    const S1G_BEACON: u8 = 0x1c;
    let (kind, flags) = match data.data {
        [kind, flags, ..] => (kind & 0xfc, *flags),
        _ => return w.opaque(node, data.data),
    };
    if w.enter(node, Class::Struct) {
        match kind & TYPE {
            MANAGEMENT => management(w, data, (kind, flags), scope, on_air),
            CONTROL => control(w, data, scope),
            DATA => data_frame(w, data, (kind, flags), scope),
            _ if kind == S1G_BEACON => s1g_beacon(w, data, flags, scope),
            _ => {
                let body = header_of(w, &frames::ANY_HEADER, data, scope);
                payload(w, body, scope);
            }
        }
    }
    w.leave();
}

/// Takes a part off the front where all of it is there.
fn take<'a>(
    w: &mut W<'_, 'a, '_>,
    rest: Span<'a>,
    kind: &Kind,
    name: &'static Name,
    size: usize,
    scope: &Scope<'_>,
) -> Span<'a> {
    if rest.data.len() < size {
        return rest;
    }
    part(w, kind, name, rest.sub(0, size), scope);
    rest.from(size)
}

fn payload<'a>(w: &mut W<'_, 'a, '_>, body: Span<'a>, scope: &Scope<'_>) {
    if !body.is_empty() {
        part(w, &PAYLOAD, &BODY, body, scope);
    }
}

fn management<'a>(
    w: &mut W<'_, 'a, '_>,
    data: Span<'a>,
    (kind, flags): (u8, u8),
    scope: &Scope<'_>,
    on_air: bool,
) {
    let mut body = header_of(w, &frames::MGMT_HEADER, data, scope);
    if flags & ORDER != 0 {
        body = take(w, body, &HT_CONTROL_KIND, &HT_CONTROL, 4, scope);
    }
    if on_air && flags & PROTECTED != 0 {
        payload(w, body, scope);
    } else {
        chosen(w, &frames::BODY, kind.into(), &BODY, body, scope);
    }
}

/// A control frame: whom it is for and, where it is long enough, whom it is from.
fn control<'a>(w: &mut W<'_, 'a, '_>, data: Span<'a>, scope: &Scope<'_>) {
    let mut rest = header_of(w, &frames::ANY_HEADER, data, scope);
    rest = take(w, rest, &ADDRESS, &ADDR1, 6, scope);
    rest = take(w, rest, &ADDRESS, &ADDR2, 6, scope);
    payload(w, rest, scope);
}

fn data_frame<'a>(
    w: &mut W<'_, 'a, '_>,
    data: Span<'a>,
    (kind, flags): (u8, u8),
    scope: &Scope<'_>,
) {
    const QOS: u8 = 0x80;
    static SEQUENCE: Kind = structure(&frames::SEQUENCE);
    static QOS_CONTROL: Kind = structure(&frames::QOS_CONTROL);
    let mut rest = header_of(w, &frames::ANY_HEADER, data, scope);
    for name in [&ADDR1, &ADDR2, &ADDR3] {
        rest = take(w, rest, &ADDRESS, name, 6, scope);
    }
    rest = take(w, rest, &SEQUENCE, &SEQ_CTRL, 2, scope);
    if flags & (TO_DS | FROM_DS) == TO_DS | FROM_DS {
        rest = take(w, rest, &ADDRESS, &ADDR4, 6, scope);
    }
    if kind & QOS != 0 {
        rest = take(w, rest, &QOS_CONTROL, &QOS_CTRL, 2, scope);
        if flags & ORDER != 0 {
            rest = take(w, rest, &HT_CONTROL_KIND, &HT_CONTROL, 4, scope);
        }
    }
    payload(w, rest, scope);
}

/// The header of an S1G beacon has parts that flags in frame_control announce.
fn s1g_beacon<'a>(w: &mut W<'_, 'a, '_>, data: Span<'a>, flags: u8, scope: &Scope<'_>) {
    static NEXT_TBTT_KIND: Kind = le_number(3);
    static CSSID_KIND: Kind = LE32.hex();
    static ANO_KIND: Kind = U8.hex();
    static ELEMENTS_KIND: Kind = special(&ELEMENTS);
    let mut rest = header_of(w, &frames::S1G_BEACON_HEADER, data, scope);
    for (bit, kind, name, size) in [
        (1, &NEXT_TBTT_KIND, &NEXT_TBTT, 3),
        (2, &CSSID_KIND, &CSSID, 4),
        (4, &ANO_KIND, &ANO, 1),
    ] {
        if flags & bit != 0 && rest.data.len() >= size {
            part(w, kind, name, rest.sub(0, size), scope);
            rest = rest.from(size);
        }
    }
    if !rest.is_empty() {
        part(w, &ELEMENTS_KIND, &VARIABLE, rest, scope);
    }
}

/// A number of a width that C has none for.
const fn le_number(bytes: u8) -> Kind {
    use crate::table::{Bit, Format, Meaning, Order};
    const BITS: &[Bit] = &[Bit {
        name: crate::name!("value"),
        width: 24,
        meaning: Meaning::Number,
        reserved: false,
    }];
    Kind::new(Format::Bits(
        bytes,
        Order::Little,
        std::borrow::Cow::Borrowed(BITS),
    ))
}
