//! Elements and frames of IEEE 802.11, which nl80211 carries whole.
//!
//! Elements are an array of objects: `id`, `datalen`, for extended ones `extension`, and `data` as
//! the tables have it. A frame is an object: the fields of its header, then its `body`.
//!
//! Source: `linux/ieee80211.h` and its parts, `net/wireless/nl80211.c`; IEEE 802.11.

use crate::diagnostic::Code;
use crate::families::nl80211::{
    capabilities as capa, elements as tables, enums, frames, ieee80211,
};
use crate::sink::{Class, Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Enum, Kind, Name, Select, Special, SpecialFn, Struct};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::ByteOrder;

macro_rules! specials {
    ($($(#[$doc:meta])* $name:ident $word:literal $decode:ident;)*) => {
        $($(#[$doc])* pub static $name: Special = Special { name: $word, decode: $decode, sets: &[] };)*
    };
}

specials! {
    /// Elements to the end.
    ELEMENTS "elements" elements;
    /// Subelements of a kind that is not known.
    SUBELEMENTS "elements" subelements;
    /// The profiles in a multiple BSSID element.
    PROFILES "elements" profiles;
    /// The links in a multi-link element.
    LINKS "elements" links;
    /// A frame without its FCS.
    FRAME "frame" frame;
    /// The numbers of the bits that are set, the lowest of the first byte 0.
    BITMAP "bitmap" bitmap;
    /// NL80211_ATTR_EXT_FEATURES: the features whose bits are set.
    EXT_FEATURES "bitmap" ext_features;
    /// Extended capabilities whose bits are set.
    EXT_CAPA_BITS "bitmap" ext_capa;
    /// A country and what is allowed there.
    COUNTRY "struct" country;
    /// A robust security network.
    RSN "struct" rsn;
    /// The same before its standard.
    WPA "struct" rsn;
    /// Which DSCP has which user priority.
    QOS_MAP "struct" qos_map;
    /// Neighbouring access points, channel by channel.
    NEIGHBOR_APS "array" neighbor_aps;
    /// An OUI, a type, and what these make of the rest.
    VENDOR "struct" vendor;
    /// Attributes of Wi-Fi Simple Configuration.
    WPS_ATTRIBUTES "array" wps_attributes;
    /// Attributes of Wi-Fi Direct.
    P2P_ATTRIBUTES "array" p2p_attributes;
    /// Attributes of Wi-Fi Aware.
    NAN_ATTRIBUTES "array" nan_attributes;
    /// HE capabilities.
    HE_CAPABILITY "struct" he_capability;
    /// HE operation.
    HE_OPERATION_PARTS "struct" he_operation;
    /// Spatial reuse.
    HE_SPR_PARTS "struct" he_spr;
    /// EHT operation.
    EHT_OPERATION_PARTS "struct" eht_operation;
    /// UHR operation.
    UHR_OPERATION_PARTS "struct" uhr_operation;
    /// A multi-link element.
    MULTI_LINK "struct" multi_link;
}

macro_rules! names {
    ($($ident:ident $name:literal,)*) => { $(static $ident: Name = crate::name!($name);)* };
}

names! {
    BODY "body", COMMON "common", DATA "data", EXCEPTIONS "exceptions", HT_CONTROL "ht_control",
    LINKS_NAME "links", OUI "oui", RANGES "ranges", REST "rest", TBTT_INFO "tbtt_info",
    TRAILING "trailing", TRIPLETS "triplets", COUNTRY_NAME "country", VARIABLE "variable",
    NEXT_TBTT "next_tbtt", CSSID "compressed_ssid", ANO "access_network_options",
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

fn frame<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
    const ORDER: u8 = 0x80;
    static HT_CONTROL_KIND: Kind = LE32.hex();
    static PACKET_KIND: Kind = PACKET;
    let (kind, flags) = match data.data {
        [kind, flags, ..] => (kind & 0xfc, *flags),
        _ => return w.opaque(node, data.data),
    };
    if w.enter(node, Class::Struct) {
        if kind & 0x0c == 0 {
            let mut body = header_of(w, &frames::MGMT_HEADER, data, scope);
            if flags & ORDER != 0 && body.data.len() >= 4 {
                part(w, &HT_CONTROL_KIND, &HT_CONTROL, body.sub(0, 4), scope);
                body = body.from(4);
            }
            chosen(w, &frames::BODY, kind.into(), &BODY, body, scope);
        } else if kind == 0x1c {
            s1g_beacon(w, data, flags, scope);
        } else {
            let body = header_of(w, &frames::ANY_HEADER, data, scope);
            if !body.is_empty() {
                part(w, &PACKET_KIND, &BODY, body, scope);
            }
        }
    }
    w.leave();
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

fn bitmap(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    bits(w, node, data, None);
}

fn ext_features(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    bits(w, node, data, Some(&enums::NL80211_EXT_FEATURE_INDEX));
}

fn ext_capa(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    bits(w, node, data, Some(&ieee80211::EXT_CAPA));
}

fn bits(w: &mut W<'_, '_, '_>, node: &Node<'_>, data: Span<'_>, names: Option<&'static Enum>) {
    if w.enter(node, Class::Array) {
        for (i, &byte) in data.data.iter().enumerate() {
            let span = data.sub(i, 1);
            let whole = Node::new(Key::Entry(i as u32, None), span.offset, 1);
            if w.enter(&whole, Class::Bits) {
                for shift in (0..8u8).filter(|n| byte >> n & 1 == 1) {
                    let number = i as u64 * 8 + u64::from(shift);
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
    if len < RANGES_LEN || len % 2 != 0 {
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

fn he_capability<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
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

fn he_operation<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
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

fn he_spr<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
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

fn eht_operation<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
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

fn uhr_operation<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
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
fn multi_link<'a>(w: &mut W<'_, 'a, '_>, node: &Node<'_>, data: Span<'a>, scope: &Scope<'_>) {
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
            part(w, &LINKS_KIND, &LINKS_NAME, links, scope);
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
