//! Elements and frames of IEEE 802.11, which nl80211 carries whole.
//!
//! Elements are an array of objects: `id`, `datalen`, for extended ones `extension`, and `data` as
//! the tables have it. A frame is an object: the fields of its header, then its `body`.
//!
//! Source: `linux/ieee80211.h` and its parts, `net/wireless/nl80211.c`; IEEE 802.11.

macro_rules! names {
    ($($ident:ident $name:literal,)*) => { $(static $ident: Name = crate::name!($name);)* };
}

mod announced;
mod frame;
#[cfg(test)]
mod tests;

use self::announced::{
    eht_operation, he_capability, he_operation, he_spr, multi_link, sta_profile, uhr_operation,
};
use self::frame::{air_frame, frame};
use crate::diagnostic::Code;
use crate::families::nl80211::{elements as tables, enums, handed, ieee80211};
use crate::sink::{Class, Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Enum, Kind, Name, Select, Special, SpecialFn, Struct};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::ByteOrder;

macro_rules! specials {
    ($($(#[$doc:meta])* $name:ident $word:literal $decode:ident $([$sets:ident])?;)*) => { $(
        $(#[$doc])*
        pub static $name: Special = Special {
            name: $word,
            decode: $decode,
            sets: &[$(&handed::$sets)?],
        };
    )* };
}

specials! {
    /// Elements to the end.
    ELEMENTS "elements" elements [ELEMENT_PARTS];
    /// Subelements of a kind that is not known.
    SUBELEMENTS "elements" subelements [SUBELEMENT_PARTS];
    /// The profiles in a multiple BSSID element.
    PROFILES "elements" profiles [PROFILE_PARTS];
    /// The links in a multi-link element.
    LINKS "elements" links;
    /// A frame without its FCS, in clear text.
    FRAME "frame" frame [FRAME_PARTS];
    /// The same as it is on the air.
    AIR_FRAME "frame" air_frame [FRAME_PARTS];
    /// The numbers of the bits that are set, the lowest of the first byte 0.
    BITMAP "bitmap" bitmap;
    /// NL80211_ATTR_EXT_FEATURES: the features whose bits are set.
    EXT_FEATURES "bitmap" ext_features [EXT_FEATURE_PARTS];
    /// Extended capabilities whose bits are set.
    EXT_CAPA_BITS "bitmap" ext_capa [EXT_CAPA_PARTS];
    /// Which stations traffic waits for: their association ids.
    TIM "struct" tim [TIM_PARTS];
    /// The suite of an authentication that user space shall do.
    EXTERNAL_AUTH_AKMS "array" external_auth_akms [AKM_PARTS];
    /// A country and what is allowed there.
    COUNTRY "struct" country [COUNTRY_PARTS];
    /// A robust security network.
    RSN "struct" rsn [RSN_PARTS];
    /// The same before its standard.
    WPA "struct" rsn [RSN_PARTS];
    /// Which DSCP has which user priority.
    QOS_MAP "struct" qos_map [QOS_MAP_PARTS];
    /// Neighbouring access points, channel by channel.
    NEIGHBOR_APS "array" neighbor_aps [NEIGHBOR_PARTS];
    /// An OUI, a type, and what these make of the rest.
    VENDOR "struct" vendor [VENDOR_PARTS];
    /// Attributes of Wi-Fi Simple Configuration.
    WPS_ATTRIBUTES "array" wps_attributes [WPS_PARTS];
    /// Attributes of Wi-Fi Direct.
    P2P_ATTRIBUTES "array" p2p_attributes [P2P_PARTS];
    /// Attributes of Wi-Fi Aware.
    NAN_ATTRIBUTES "array" nan_attributes [NAN_PARTS];
    /// HE capabilities.
    HE_CAPABILITY "struct" he_capability [HE_CAPABILITY_PARTS];
    /// HE operation.
    HE_OPERATION_PARTS "struct" he_operation [HE_OPERATION_PARTS];
    /// Spatial reuse.
    HE_SPR_PARTS "struct" he_spr [HE_SPR_PARTS];
    /// EHT operation.
    EHT_OPERATION_PARTS "struct" eht_operation [EHT_OPERATION_PARTS];
    /// UHR operation.
    UHR_OPERATION_PARTS "struct" uhr_operation [UHR_OPERATION_PARTS];
    /// A multi-link element.
    MULTI_LINK "struct" multi_link [MULTI_LINK_PARTS];
    /// What a multi-link element tells of one link.
    STA_PROFILE "struct" sta_profile [STA_PROFILE_PARTS];
}

names! {
    DATA "data", EXCEPTIONS "exceptions", OUI "oui", RANGES "ranges", REST "rest",
    TBTT_INFO "tbtt_info", TRAILING "trailing", TRIPLETS "triplets", COUNTRY_NAME "country",
    VIRTUAL_MAP "virtual_map",
}

type W<'w, 'a, 's> = Walk<'w, 'a, dyn Sink + 's>;

/// Parts that follow one another, each as long as it says: an array.
fn chain<'a>(
    walk: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    length: fn(&[u8]) -> Option<usize>,
    each: SpecialFn,
) {
    if walk.enter(node, Class::Array) {
        let mut rest = data;
        let mut position = 0;
        while !rest.is_empty() && !walk.stopped() {
            let Some(len) = length(rest.data).filter(|&n| n > 0 && n <= rest.data.len()) else {
                walk.diagnose(
                    Code::BadPayload,
                    rest.offset,
                    format!("{}: the last {} bytes are cut off", node.key, rest.len()),
                );
                walk.opaque(&Node::named(&REST, rest), rest.data);
                break;
            };
            let entry = rest.sub(0, len);
            let key = Key::Entry(position, None);
            each(
                walk,
                &Node::new(key, entry.offset, entry.len()),
                entry,
                scope,
            );
            rest = rest.from(len);
            position += 1;
        }
    }
    walk.leave();
}

/// Two bytes of header: a number and the length of what follows.
fn element_len(data: &[u8]) -> Option<usize> {
    Some(2 + usize::from(*data.get(1)?))
}

/// Three bytes of header: a number and the length, little-endian.
fn le16_len(data: &[u8]) -> Option<usize> {
    let len = data.get(1..3)?;
    Some(3 + ByteOrder::Little.unsigned(len, 2) as usize)
}

/// Four bytes of header, big-endian.
fn be16_len(data: &[u8]) -> Option<usize> {
    let len = data.get(2..4)?;
    Some(4 + ByteOrder::Big.unsigned(len, 2) as usize)
}

fn elements<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    chain(w, node, data, scope, element_len, element);
}

fn element<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    const EXTENDED: u8 = 255;
    let (header, select, number): (&Struct, &Select, u8) = match data.data {
        [EXTENDED, _, number, ..] => (&tables::EXTENSION_HEADER, &tables::EXTENSION, *number),
        [number, ..] => (&tables::ELEMENT_HEADER, &tables::ELEMENT, *number),
        [] => return w.opaque(node, data.data),
    };
    if w.enter(node, Class::Struct) {
        let body = header_of(w, header, data, scope);
        chosen(w, select, number.into(), &DATA, body, scope);
    }
    w.leave();
}

/// The fields of a fixed header; what is behind it.
fn header_of<'a>(
    w: &mut W<'_, 'a, '_>,
    header: &Struct,
    data: Span<'a>,
    scope: &Scope<'_>,
) -> Span<'a> {
    let size = usize::from(header.layout(Default::default()).size);
    let order = w.ctx.order;
    w.fields(header, data.sub(0, size), false, order, scope);
    data.from(size)
}

/// A value whose layout a number chooses; nothing where there are no bytes.
fn chosen<'a>(
    w: &mut W<'_, 'a, '_>,
    select: &'static Select,
    number: u64,
    name: &'static Name,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if let Some(kind) = select.number(number)
        && !data.is_empty()
    {
        part(w, kind, name, data, scope);
    }
}

fn part<'a>(
    w: &mut W<'_, 'a, '_>,
    kind: &Kind,
    name: &'static Name,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = w.ctx.order;
    w.value(kind, &Node::named(name, data), data, order, scope);
}

/// The rest of a struct, where there is one.
fn rest_of<'a>(w: &mut W<'_, 'a, '_>, data: Span<'a>) {
    if !data.is_empty() {
        w.opaque(&Node::named(&TRAILING, data), data.data);
    }
}

macro_rules! chains {
    ($($name:ident $entry:ident $length:ident $kind:expr;)*) => { $(
        fn $name<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
            chain(w, node, data, scope, $length, $entry);
        }

        fn $entry<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
            static KIND: Kind = structure(&$kind);
            let order = w.ctx.order;
            w.value(&KIND, node, data, order, scope);
        }
    )* };
}

chains! {
    subelements subelement element_len tables::SUBELEMENT;
    profiles profile element_len tables::PROFILE;
    links link element_len tables::LINK;
    wps_attributes wps_attribute be16_len tables::WPS_ATTR;
    p2p_attributes p2p_attribute le16_len tables::P2P_ATTR_TLV;
    nan_attributes nan_attribute le16_len tables::NAN_ATTR_TLV;
}

/// SAE alone is big-endian in NL80211_CMD_EXTERNAL_AUTH.
fn external_auth_akms<'a>(
    w: &mut W<'_, 'a, '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    const SAE: [u8; 4] = [0x00, 0x0f, 0xac, 0x08];
    static BIG: Kind = list!(BE32.of(&ieee80211::AKM));
    static HOST: Kind = list!(U32.of(&ieee80211::AKM));
    let kind = if data.data == SAE { &BIG } else { &HOST };
    let order = w.ctx.order;
    w.value(kind, node, data, order, scope);
}

fn tim<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    if w.enter(node, Class::Struct) {
        let map = header_of(w, &tables::TIM_IE, data, scope);
        // the map begins at an even byte that the offset, above one bit, counts in pairs
        let offset = data.data.get(2).map_or(0, |c| u64::from(c >> 1));
        if !map.is_empty() {
            bits(w, &Node::named(&VIRTUAL_MAP, map), map, offset * 16, None);
        }
    }
    w.leave();
}

fn bitmap(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    bits(w, node, data, 0, None);
}

fn ext_features(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    bits(w, node, data, 0, Some(&enums::NL80211_EXT_FEATURE_INDEX));
}

fn ext_capa(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    bits(w, node, data, 0, Some(&ieee80211::EXT_CAPA));
}

/// The numbers of the bits that are set, with their names; `first` is the lowest bit's.
fn bits(
    w: &mut W<'_, '_, '_>,
    node: &Node<'_>,
    data: Span<'_>,
    first: u64,
    names: Option<&'static Enum>,
) {
    if w.enter(node, Class::Array) {
        for (i, &byte) in data.data.iter().enumerate() {
            let span = data.sub(i, 1);
            let whole = Node::new(Key::Entry(i as u32, None), span.offset, 1);
            if w.enter(&whole, Class::Bits) {
                for shift in (0..8u8).filter(|n| byte >> n & 1 == 1) {
                    let number = first + i as u64 * 8 + u64::from(shift);
                    let mut bit = Node::new(Key::Entry(number as u32, None), span.offset, 1);
                    bit.bits = Some((shift, 1));
                    let name = names.and_then(|e| e.name_of(number));
                    w.leaf(
                        &bit,
                        &Value::Named {
                            value: number,
                            width: 1,
                            name,
                        },
                    );
                }
            }
            w.leave();
        }
    }
    w.leave();
}

fn country<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    static CODE: Kind = STRING;
    static TRIPLETS_KIND: Kind = list!(structure(&tables::COUNTRY_TRIPLET));
    if w.enter(node, Class::Struct) {
        part(w, &CODE, &COUNTRY_NAME, data.sub(0, 3), scope);
        let rest = data.from(3);
        let whole = rest.data.len() / 3 * 3;
        if whole > 0 {
            part(w, &TRIPLETS_KIND, &TRIPLETS, rest.sub(0, whole), scope);
        }
        // an even length is wanted, so a zero may stand behind
        let pad = rest.from(whole);
        if pad.data == [0] {
            w.sink.padding(pad.offset, pad.len());
        } else {
            rest_of(w, pad);
        }
    }
    w.leave();
}

/// Takes parts of known size off the front of a span.
struct Cursor<'a> {
    rest: Span<'a>,
}

impl<'a> Cursor<'a> {
    /// A value of a size; what is left of it where bytes are missing.
    fn take(
        &mut self,
        w: &mut W<'_, 'a, '_>,
        kind: &Kind,
        name: &'static Name,
        size: usize,
        scope: &Scope<'_>,
    ) {
        if self.rest.is_empty() || size == 0 {
            return;
        }
        let span = self.rest.sub(0, size);
        if span.data.len() < size {
            w.opaque(&Node::named(name, span), span.data);
        } else {
            part(w, kind, name, span, scope);
        }
        self.rest = self.rest.from(size);
    }

    /// A count in 16 bits, then as many elements.
    fn counted(
        &mut self,
        w: &mut W<'_, 'a, '_>,
        kind: &Kind,
        names: (&'static Name, &'static Name),
        size: usize,
        scope: &Scope<'_>,
    ) {
        static COUNT: Kind = LE16;
        let count = ByteOrder::Little.unsigned(self.rest.data, 2) as usize;
        self.take(w, &COUNT, names.0, 2, scope);
        let there = self.rest.data.len() / size;
        self.take(w, kind, names.1, size * count.min(there), scope);
    }
}

fn rsn<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    names! {
        VERSION "version", GROUP "group_cipher_suite", PAIRWISE_COUNT "pairwise_cipher_suite_count",
        PAIRWISE "pairwise_cipher_suites", AKM_COUNT "akm_suite_count", AKM "akm_suites",
        CAPABILITIES "rsn_capabilities", PMKID_COUNT "pmkid_count", PMKIDS "pmkids",
        MGMT "group_management_cipher_suite",
    }
    static VERSION_KIND: Kind = LE16;
    static CIPHER: Kind = BE32.of(&ieee80211::CIPHER);
    static CIPHERS: Kind = list!(BE32.of(&ieee80211::CIPHER));
    static AKMS: Kind = list!(BE32.of(&ieee80211::AKM));
    static CAPABILITIES_KIND: Kind = structure(&tables::RSN_CAPABILITIES);
    static PMKID_LIST: Kind = list!(BYTES.times(16));
    if w.enter(node, Class::Struct) {
        let mut at = Cursor { rest: data };
        at.take(w, &VERSION_KIND, &VERSION, 2, scope);
        at.take(w, &CIPHER, &GROUP, 4, scope);
        at.counted(w, &CIPHERS, (&PAIRWISE_COUNT, &PAIRWISE), 4, scope);
        at.counted(w, &AKMS, (&AKM_COUNT, &AKM), 4, scope);
        at.take(w, &CAPABILITIES_KIND, &CAPABILITIES, 2, scope);
        at.counted(w, &PMKID_LIST, (&PMKID_COUNT, &PMKIDS), 16, scope);
        at.take(w, &CIPHER, &MGMT, 4, scope);
        rest_of(w, at.rest);
    }
    w.leave();
}

fn qos_map<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    const RANGES_LEN: usize = 16;
    static EXCEPTION_LIST: Kind = list!(structure(&tables::DSCP_EXCEPTION));
    static RANGE_LIST: Kind = list!(structure(&tables::DSCP_RANGE));
    let len = data.data.len();
    if len < RANGES_LEN || !len.is_multiple_of(2) {
        w.diagnose(
            Code::BadPayload,
            data.offset,
            format!("{}: {len} bytes are no QoS map", node.key),
        );
        return w.opaque(node, data.data);
    }
    if w.enter(node, Class::Struct) {
        let exceptions = data.sub(0, len - RANGES_LEN);
        if !exceptions.is_empty() {
            part(w, &EXCEPTION_LIST, &EXCEPTIONS, exceptions, scope);
        }
        part(w, &RANGE_LIST, &RANGES, data.from(len - RANGES_LEN), scope);
    }
    w.leave();
}

fn neighbor_aps<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    fn length(data: &[u8]) -> Option<usize> {
        let (&header, &len) = (data.first()?, data.get(1)?);
        Some(4 + usize::from(len) * (usize::from(header >> 4) + 1))
    }
    chain(w, node, data, scope, length, neighbor_ap);
}

fn neighbor_ap<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    static SHORT: Kind = structure(&tables::TBTT_INFO_7);
    static LONG: Kind = structure(&tables::TBTT_INFO_11);
    static MLD: Kind = structure(&tables::RNR_MLD_PARAMS);
    static OTHER: Kind = BYTES;
    if w.enter(node, Class::Struct) {
        let infos = header_of(w, &tables::NEIGHBOR_AP_INFO, data, scope);
        let header = data.data.first().map_or(0, |h| h & 3);
        let one = data.data.get(1).map_or(0, |&n| usize::from(n));
        let kind = match (header, one) {
            (0, 1 | 7..=9) => &SHORT,
            (0, 11..) => &LONG,
            (1, 3) => &MLD,
            _ => &OTHER,
        };
        if one > 0 && w.enter(&Node::named(&TBTT_INFO, infos), Class::Array) {
            let order = w.ctx.order;
            for i in 0..infos.data.len() / one {
                let info = infos.sub(i * one, one);
                let entry = Node::new(Key::Entry(i as u32, None), info.offset, info.len());
                w.value(kind, &entry, info, order, scope);
            }
        }
        if one > 0 {
            w.leave();
        }
    }
    w.leave();
}

fn vendor<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    if w.enter(node, Class::Struct) {
        // a leaf of three bytes in the form of an address
        let oui = data.sub(0, 3);
        w.leaf(
            &Node::named(&OUI, oui),
            &Value::Bytes(oui.data, BytesAs::Mac),
        );
        let behind = data.from(3);
        if !behind.is_empty() {
            let body = header_of(w, &tables::VENDOR_TYPE, behind, scope);
            let number = ByteOrder::Big.unsigned(data.data, 4);
            chosen(w, &tables::VENDOR_DATA, number, &DATA, body, scope);
        }
    }
    w.leave();
}
