//! The descriptors of a Fabric Performance Impact Notification, one behind the other, each with
//! a tag and a length.
//!
//! Source: `uapi/scsi/fc/fc_els.h`.

use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Name, Special, Struct, Unit};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::ByteOrder::Big;

/// What stands behind the head of a `struct fc_els_fpin`.
pub static DESCRIPTORS: Special = Special {
    name: "array",
    decode,
    sets: &[],
};

enumeration! { DTAG "fc_ls_tlv_dtag":
    0x00000001 ELS_DTAG_LS_REQ_INFO, 0x0001000d ELS_DTAG_LNK_FAULT_CAP,
    0x0001000f ELS_DTAG_CG_SIGNAL_CAP, 0x00020001 ELS_DTAG_LNK_INTEGRITY,
    0x00020002 ELS_DTAG_DELIVERY, 0x00020003 ELS_DTAG_PEER_CONGEST,
    0x00020004 ELS_DTAG_CONGESTION, 0x00030001 ELS_DTAG_FPIN_REGISTER,
}

enumeration! { LI "fc_fpin_li_event_types":
    0x0 FPIN_LI_UNKNOWN, 0x1 FPIN_LI_LINK_FAILURE, 0x2 FPIN_LI_LOSS_OF_SYNC,
    0x3 FPIN_LI_LOSS_OF_SIG, 0x4 FPIN_LI_PRIM_SEQ_ERR, 0x5 FPIN_LI_INVALID_TX_WD,
    0x6 FPIN_LI_INVALID_CRC, 0xf FPIN_LI_DEVICE_SPEC,
}

enumeration! { DELI "fc_fpin_deli_event_types":
    0x0 FPIN_DELI_UNKNOWN, 0x1 FPIN_DELI_TIMEOUT, 0x2 FPIN_DELI_UNABLE_TO_ROUTE,
    0xf FPIN_DELI_DEVICE_SPEC,
}

enumeration! { CONGN "fc_fpin_congn_event_types":
    0x0 FPIN_CONGN_CLEAR, 0x1 FPIN_CONGN_LOST_CREDIT, 0x2 FPIN_CONGN_CREDIT_STALL,
    0x3 FPIN_CONGN_OVERSUBSCRIPTION, 0xf FPIN_CONGN_DEVICE_SPEC,
}

enumeration! { SEVERITY "fc_fpin_congn_severity_types":
    0xf1 FPIN_CONGN_SEVERITY_WARNING, 0xf7 FPIN_CONGN_SEVERITY_ERROR,
}

structure! { LI_DESC "fc_fn_li_desc":
    desc_tag: BE32.of(&DTAG),
    desc_len: BE32.unit(Unit::Bytes),
    detecting_wwpn: EUI64,
    attached_wwpn: EUI64,
    event_type: BE16.of(&LI),
    event_modifier: BE16.hex(),
    event_threshold: BE32.unit(Unit::Milliseconds),
    event_count: BE32,
    pname_count: BE32;
    pname_list: list!(EUI64)
}

structure! { DELI_DESC "fc_fn_deli_desc":
    desc_tag: BE32.of(&DTAG),
    desc_len: BE32.unit(Unit::Bytes),
    detecting_wwpn: EUI64,
    attached_wwpn: EUI64,
    deli_reason_code: BE32.of(&DELI),
}

structure! { PEER_CONGN_DESC "fc_fn_peer_congn_desc":
    desc_tag: BE32.of(&DTAG),
    desc_len: BE32.unit(Unit::Bytes),
    detecting_wwpn: EUI64,
    attached_wwpn: EUI64,
    event_type: BE16.of(&CONGN),
    event_modifier: BE16.hex(),
    event_period: BE32.unit(Unit::Milliseconds),
    pname_count: BE32;
    pname_list: list!(EUI64)
}

structure! { CONGN_DESC "fc_fn_congn_desc":
    desc_tag: BE32.of(&DTAG),
    desc_len: BE32.unit(Unit::Bytes),
    event_type: BE16.of(&CONGN),
    event_modifier: BE16.hex(),
    event_period: BE32.unit(Unit::Milliseconds),
    severity: U8.of(&SEVERITY),
    resv: U8.times(3).reserved(),
}

structure! { TLV_DESC "fc_tlv_desc":
    desc_tag: BE32.of(&DTAG),
    desc_len: BE32.unit(Unit::Bytes);
    desc_value: BYTES
}

/// Bytes of a descriptor's tag and length.
const HEADER: usize = 8;

static REST: Name = crate::name!("rest");

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    if walk.enter(node, Class::Array) {
        let mut left = data;
        let mut position = 0;
        while left.data.len() >= HEADER && left.data.iter().any(|&b| b != 0) && !walk.stopped() {
            let layout: &'static Struct = match Big.unsigned(left.data, 4) {
                0x0002_0001 => &LI_DESC,
                0x0002_0002 => &DELI_DESC,
                0x0002_0003 => &PEER_CONGN_DESC,
                0x0002_0004 => &CONGN_DESC,
                _ => &TLV_DESC,
            };
            let len = Big.unsigned(left.from(4).data, 4) as usize;
            let one = left.sub(0, HEADER.saturating_add(len));
            let entry = Node::new(Key::Entry(position, None), one.offset, one.len());
            if walk.enter(&entry, Class::Struct) {
                walk.fields(layout, one, true, order, scope);
            }
            walk.leave();
            left = left.from(one.data.len());
            position += 1;
        }
        // the message ends at a multiple of 8
        if left.data.iter().any(|&b| b != 0) {
            walk.opaque(&Node::named(&REST, left), left.data);
        } else if !left.is_empty() {
            walk.sink.padding(left.offset, left.len());
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::DESCRIPTORS;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    #[test]
    fn each_by_its_tag() {
        let bytes = [
            &[0, 2, 0, 1, 0, 0, 0, 40][..],
            &[0x10, 0, 0, 0, 0, 0, 0, 1, 0x10, 0, 0, 0, 0, 0, 0, 2],
            &[0, 6, 0, 0, 0, 0, 3, 0xe8, 0, 0, 0, 5, 0, 0, 0, 1],
            &[0x10, 0, 0, 0, 0, 0, 0, 3],
            &[
                0, 2, 0, 4, 0, 0, 0, 12, 0, 1, 0, 0, 0, 0, 0, 9, 0xf1, 0, 0, 0,
            ],
            &[0, 9, 0, 0, 0, 0, 0, 1, 7],
            &[0; 3],
        ]
        .concat();
        assert_eq!(
            decode(&DESCRIPTORS, &bytes, Little),
            [
                "x Array",
                "  [0] Struct",
                "    desc_tag: ELS_DTAG_LNK_INTEGRITY",
                "    desc_len: 40",
                "    detecting_wwpn: Eui64 [10, 00, 00, 00, 00, 00, 00, 01]",
                "    attached_wwpn: Eui64 [10, 00, 00, 00, 00, 00, 00, 02]",
                "    event_type: FPIN_LI_INVALID_CRC",
                "    event_modifier: 0",
                "    event_threshold: 1000",
                "    event_count: 5",
                "    pname_count: 1",
                "    pname_list Array",
                "      [0]: Eui64 [10, 00, 00, 00, 00, 00, 00, 03]",
                "  [1] Struct",
                "    desc_tag: ELS_DTAG_CONGESTION",
                "    desc_len: 12",
                "    event_type: FPIN_CONGN_LOST_CREDIT",
                "    event_modifier: 0",
                "    event_period: 9",
                "    severity: FPIN_CONGN_SEVERITY_WARNING",
                "  [2] Struct",
                "    desc_tag: 589824",
                "    desc_len: 1",
                "    desc_value: Opaque [07]",
            ]
        );
        lengths(&DESCRIPTORS, &bytes);
    }

    #[test]
    fn a_length_beyond_the_end() {
        let bytes = [0, 2, 0, 2, 255, 255, 255, 255, 1];
        let lines = decode(&DESCRIPTORS, &bytes, Little);
        assert_eq!(lines.last().unwrap(), "    detecting_wwpn: Opaque [01]");
    }
}
