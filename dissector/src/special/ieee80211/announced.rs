//! Elements whose flags announce what parts follow: HE, EHT and UHR capabilities and operation,
//! multi-link.

use super::{Cursor, LINKS, W, header_of, part, rest_of};
use crate::families::nl80211::{capabilities as capa, elements as tables};
use crate::sink::Class;
use crate::table::macros::*;
use crate::table::{Kind, Name, Struct, Unit};
use crate::walk::{Node, Scope, Span};
use crate::wire::ByteOrder;

names! { COMMON "common", LINKS_KEY "links", }

/// A part that is there or not.
struct Part {
    name: Name,
    kind: Kind,
    size: usize,
    /// Whether it is: all the bytes, and where the part would begin.
    when: fn(&[u8], usize) -> bool,
}

const fn named(name: Name, kind: Kind, size: usize, when: fn(&[u8], usize) -> bool) -> Part {
    Part {
        name,
        kind,
        size,
        when,
    }
}

fn bit(data: &[u8], at: usize, mask: u8) -> bool {
    data.get(at).is_some_and(|b| b & mask != 0)
}

/// A fixed part, parts that its flags announce, and the rest.
fn parts<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    fixed: &'static Struct,
    parts: &'static [Part],
    rest: Option<(&'static Name, &'static Kind)>,
) {
    if w.enter(node, Class::Struct) {
        let mut left = header_of(w, fixed, data, scope);
        for p in parts {
            let at = data.data.len() - left.data.len();
            if left.data.len() >= p.size && (p.when)(data.data, at) {
                part(w, &p.kind, &p.name, left.sub(0, p.size), scope);
                left = left.from(p.size);
            }
        }
        match rest {
            Some((name, kind)) if !left.is_empty() => part(w, kind, name, left, scope),
            _ => rest_of(w, left),
        }
    }
    w.leave();
}

pub(super) fn he_capability<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    const PHY: usize = 6; // phy_cap_info[0] behind the MAC capabilities
    static MCS: [Part; 3] = [
        named(
            crate::name!("mcs_80"),
            structure(&capa::HE_MCS_RX_TX),
            4,
            |_, _| true,
        ),
        named(
            crate::name!("mcs_160"),
            structure(&capa::HE_MCS_RX_TX),
            4,
            |d, _| bit(d, PHY, 0x08),
        ),
        named(
            crate::name!("mcs_80p80"),
            structure(&capa::HE_MCS_RX_TX),
            4,
            |d, _| bit(d, PHY, 0x10),
        ),
    ];
    static PPE_NAME: Name = crate::name!("ppe_thresholds");
    static PPE: Kind = structure(&capa::HE_PPE);
    parts(
        w,
        node,
        data,
        scope,
        &capa::HE_CAP_ELEM,
        &MCS,
        Some((&PPE_NAME, &PPE)),
    );
}

pub(super) fn he_operation<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    static PARTS: [Part; 3] = [
        named(
            crate::name!("vht_operation"),
            structure(&capa::HE_VHT_OPER),
            3,
            |d, _| bit(d, 1, 0x40),
        ),
        named(
            crate::name!("max_co_hosted_bssid_indicator"),
            U8,
            1,
            |d, _| bit(d, 1, 0x80),
        ),
        named(
            crate::name!("he_6ghz_oper"),
            structure(&capa::HE_6GHZ_OPER),
            5,
            |d, _| bit(d, 2, 0x02),
        ),
    ];
    parts(w, node, data, scope, &capa::HE_OPERATION, &PARTS, None);
}

pub(super) fn he_spr<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    static PARTS: [Part; 2] = [
        named(crate::name!("non_srg_obss_pd_max_offset"), U8, 1, |d, _| {
            bit(d, 0, 0x04)
        }),
        named(crate::name!("srg"), structure(&capa::HE_SRG), 18, |d, _| {
            bit(d, 0, 0x08)
        }),
    ];
    parts(w, node, data, scope, &capa::HE_SPR_ELEM, &PARTS, None);
}

pub(super) fn eht_operation<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    static PARTS: [Part; 2] = [
        named(
            crate::name!("info"),
            structure(&capa::EHT_OPERATION_INFO),
            3,
            |d, _| bit(d, 0, 0x01),
        ),
        named(
            crate::name!("disabled_subchannel_bitmap"),
            LE16.hex(),
            2,
            |d, _| bit(d, 0, 0x01) && bit(d, 0, 0x02),
        ),
    ];
    parts(w, node, data, scope, &capa::EHT_OPERATION, &PARTS, None);
}

pub(super) fn uhr_operation<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    static PARTS: [Part; 6] = [
        named(crate::name!("dps"), structure(&capa::UHR_DPS), 4, |d, _| {
            bit(d, 0, 0x01)
        }),
        named(
            crate::name!("npca"),
            structure(&capa::UHR_NPCA),
            4,
            |d, _| bit(d, 0, 0x02),
        ),
        named(
            crate::name!("npca_dis_subch_bmap"),
            LE16.hex(),
            2,
            |d, at| bit(d, 0, 0x02) && bit(d, at.wrapping_sub(2), 0x80),
        ),
        named(
            crate::name!("p_edca"),
            structure(&capa::UHR_P_EDCA),
            3,
            |d, _| bit(d, 0, 0x04),
        ),
        named(crate::name!("dbe"), structure(&capa::UHR_DBE), 1, |d, _| {
            bit(d, 0, 0x08)
        }),
        named(
            crate::name!("dbe_dis_subch_bmap"),
            LE16.hex(),
            2,
            |d, at| bit(d, 0, 0x08) && bit(d, at.wrapping_sub(1), 0x08),
        ),
    ];
    parts(w, node, data, scope, &capa::UHR_OPERATION, &PARTS, None);
}

/// A multi-link element: what all links share, then the links. Only of the basic type is it
/// told what the former holds.
pub(super) fn multi_link<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    static LINKS_KIND: Kind = special(&LINKS);
    static OTHER: Kind = BYTES;
    if w.enter(node, Class::Struct) {
        let rest = header_of(w, &tables::MULTI_LINK_ELEM, data, scope);
        let len = rest.data.first().map_or(0, |&n| usize::from(n));
        let common = rest.sub(0, len.max(1));
        if !common.is_empty() {
            if data.data.first().is_some_and(|b| b & 7 == 0) {
                basic(w, data, common, scope);
            } else {
                part(w, &OTHER, &COMMON, common, scope);
            }
        }
        let links = rest.from(common.data.len());
        if !links.is_empty() {
            part(w, &LINKS_KIND, &LINKS_KEY, links, scope);
        }
    }
    w.leave();
}

/// The common part of a basic multi-link element: bits of the control field say what it has.
fn basic<'a>(w: &mut W<'_, 'a, '_>, whole: Span<'a>, common: Span<'a>, scope: &Scope<'_>) {
    names! {
        LINK_ID "link_id", CHANGES "bss_param_ch_cnt", SYNC "med_sync_delay", EML "eml_capa",
        MLD_CAPA "mld_capa_op", MLD_ID "mld_id", EXT "ext_mld_capa_op",
    }
    static BYTE: Kind = U8;
    let presence = ByteOrder::Little.unsigned(whole.data, 2) >> 4;
    if w.enter(&Node::named(&COMMON, common), Class::Struct) {
        let mut at = Cursor {
            rest: header_of(w, &tables::MLE_BASIC_COMMON, common, scope),
        };
        let all: [(&Kind, &'static Name, usize); 7] = [
            (&BYTE, &LINK_ID, 1),
            (&BYTE, &CHANGES, 1),
            (&tables::MED_SYNC_DELAY_KIND, &SYNC, 2),
            (&tables::EML_CAPA_KIND, &EML, 2),
            (&tables::MLD_CAPA_OP_KIND, &MLD_CAPA, 2),
            (&BYTE, &MLD_ID, 1),
            (&tables::EXT_MLD_CAPA_OP_KIND, &EXT, 2),
        ];
        for (i, (kind, name, size)) in all.into_iter().enumerate() {
            if presence >> i & 1 == 1 {
                at.take(w, kind, name, size, scope);
            }
        }
        rest_of(w, at.rest);
    }
    w.leave();
}

pub(super) fn sta_profile<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    // bits of the control field, which has two bytes
    fn nstr(d: &[u8], long: bool) -> bool {
        bit(d, 0, 0x10) && bit(d, 1, 0x02) && bit(d, 1, 0x04) == long
    }
    static PARTS: [Part; 7] = [
        named(crate::name!("sta_mac_addr"), MAC, 6, |d, _| bit(d, 0, 0x20)),
        named(
            crate::name!("beacon_interval"),
            LE16.unit(Unit::TimeUnits),
            2,
            |d, _| bit(d, 0, 0x40),
        ),
        named(
            crate::name!("tsf_offset"),
            LE64.unit(Unit::Microseconds),
            8,
            |d, _| bit(d, 0, 0x80),
        ),
        named(
            crate::name!("dtim_info"),
            structure(&tables::DTIM_INFO),
            2,
            |d, _| bit(d, 1, 0x01),
        ),
        named(crate::name!("nstr_bitmap"), U8.hex(), 1, |d, _| {
            nstr(d, false)
        }),
        named(crate::name!("nstr_bitmap"), LE16.hex(), 2, |d, _| {
            nstr(d, true)
        }),
        named(crate::name!("bss_param_change_cnt"), U8, 1, |d, _| {
            bit(d, 1, 0x08)
        }),
    ];
    static PROFILE_NAME: Name = crate::name!("sta_profile");
    static PROFILE: Kind = BYTES;
    parts(
        w,
        node,
        data,
        scope,
        &tables::PER_STA_PROFILE,
        &PARTS,
        Some((&PROFILE_NAME, &PROFILE)),
    );
}
