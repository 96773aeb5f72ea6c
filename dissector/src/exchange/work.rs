//! Work that goes on after a request was acknowledged, and the notifications that end it.
//!
//! Sources: `uapi/linux/nl80211.h`, `net/wireless/nl80211.c`, `uapi/linux/ethtool_netlink.h`,
//! `net/ethtool/cabletest.c`, `net/ethtool/module.c`, `uapi/linux/devlink.h`,
//! `net/devlink/dev.c`.

use crate::envelope::{Place, Time};
use crate::table::Family;
use crate::wire::{ByteOrder, GENL_HDRLEN, NLMSG_HDRLEN, RawAttributes};

/// A path of attribute numbers from the outside in.
type Path = &'static [u16];

/// What a notification has in common with the request whose work it ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum By {
    /// One of these attributes is in both, and the same.
    Same(&'static [Path]),
    /// All of these attributes are in both, and the same.
    All(&'static [Path]),
    /// The cookie that the kernel gave to the request, in its answer.
    Cookie(Path),
}

/// A command that begins work, and what tells its end.
#[derive(Debug)]
pub struct Work {
    /// The generic family.
    pub family: &'static str,
    /// The command that begins it, by its value and its name.
    pub begins: (u8, &'static str),
    /// The commands of the notifications that end it.
    pub ends: &'static [(u8, &'static str)],
    pub(super) by: By,
    /// Only where an integer in the notification has one of these values.
    pub(super) only: Option<(Path, &'static [u64])>,
}

const IFINDEX: Path = &[3];
const WDEV: Path = &[153];
const COOKIE: Path = &[88];
/// *_HEADER, ETHTOOL_A_HEADER_DEV_INDEX.
const DEV_INDEX: Path = &[1, 1];
/// *_HEADER, ETHTOOL_A_HEADER_DEV_NAME.
const DEV_NAME: Path = &[1, 2];

const fn nl80211(begins: (u8, &'static str), ends: &'static [(u8, &'static str)], by: By) -> Work {
    Work {
        family: "nl80211",
        begins,
        ends,
        by,
        only: None,
    }
}

const fn ethtool(
    begins: (u8, &'static str),
    ends: &'static [(u8, &'static str)],
    only: (Path, &'static [u64]),
) -> Work {
    Work {
        family: "ethtool",
        begins,
        ends,
        by: By::Same(&[DEV_INDEX, DEV_NAME]),
        only: Some(only),
    }
}

/// All of them.
pub static WORKS: &[Work] = &[
    nl80211(
        (33, "NL80211_CMD_TRIGGER_SCAN"),
        &[
            (34, "NL80211_CMD_NEW_SCAN_RESULTS"),
            (35, "NL80211_CMD_SCAN_ABORTED"),
        ],
        By::Same(&[WDEV, IFINDEX]),
    ),
    nl80211(
        (37, "NL80211_CMD_AUTHENTICATE"),
        &[(37, "NL80211_CMD_AUTHENTICATE")],
        By::Same(&[IFINDEX]),
    ),
    nl80211(
        (38, "NL80211_CMD_ASSOCIATE"),
        &[(38, "NL80211_CMD_ASSOCIATE")],
        By::Same(&[IFINDEX]),
    ),
    nl80211(
        (46, "NL80211_CMD_CONNECT"),
        &[(46, "NL80211_CMD_CONNECT")],
        By::Same(&[IFINDEX]),
    ),
    nl80211(
        (48, "NL80211_CMD_DISCONNECT"),
        &[(48, "NL80211_CMD_DISCONNECT")],
        By::Same(&[IFINDEX]),
    ),
    nl80211(
        (55, "NL80211_CMD_REMAIN_ON_CHANNEL"),
        &[(56, "NL80211_CMD_CANCEL_REMAIN_ON_CHANNEL")],
        By::Cookie(COOKIE),
    ),
    nl80211(
        (59, "NL80211_CMD_FRAME"),
        &[(60, "NL80211_CMD_FRAME_TX_STATUS")],
        By::Cookie(COOKIE),
    ),
    nl80211(
        (84, "NL80211_CMD_PROBE_CLIENT"),
        &[(84, "NL80211_CMD_PROBE_CLIENT")],
        By::Cookie(COOKIE),
    ),
    nl80211(
        (102, "NL80211_CMD_CHANNEL_SWITCH"),
        &[(88, "NL80211_CMD_CH_SWITCH_NOTIFY")],
        By::Same(&[IFINDEX]),
    ),
    nl80211(
        (131, "NL80211_CMD_PEER_MEASUREMENT_START"),
        &[(133, "NL80211_CMD_PEER_MEASUREMENT_COMPLETE")],
        By::Cookie(COOKIE),
    ),
    // ETHTOOL_A_CABLE_TEST_NTF_STATUS_COMPLETED
    ethtool(
        (26, "ETHTOOL_MSG_CABLE_TEST_ACT"),
        &[(27, "ETHTOOL_MSG_CABLE_TEST_NTF")],
        (&[2], &[2]),
    ),
    ethtool(
        (27, "ETHTOOL_MSG_CABLE_TEST_TDR_ACT"),
        &[(28, "ETHTOOL_MSG_CABLE_TEST_TDR_NTF")],
        (&[2], &[2]),
    ),
    // ETHTOOL_MODULE_FW_FLASH_STATUS_COMPLETED and _ERROR
    ethtool(
        (44, "ETHTOOL_MSG_MODULE_FW_FLASH_ACT"),
        &[(44, "ETHTOOL_MSG_MODULE_FW_FLASH_NTF")],
        (&[4], &[3, 4]),
    ),
    // the ACK comes behind the notifications
    Work {
        family: "devlink",
        begins: (58, "DEVLINK_CMD_FLASH_UPDATE"),
        ends: &[(59, "DEVLINK_CMD_FLASH_UPDATE_END")],
        by: By::All(&[&[1], &[2]]),
        only: None,
    },
];

/// The work that a command begins.
pub(super) fn begun(family: Option<&Family>, command: Option<u8>) -> Option<&'static Work> {
    let (family, command) = (family?, command?);
    let name = family.name.as_str();
    WORKS
        .iter()
        .find(|w| w.begins.0 == command && w.family == name)
}

/// Whether a command ends work of any kind.
pub(super) fn ends(family: Option<&Family>, command: u8) -> bool {
    let Some(name) = family.map(|f| f.name.as_str()) else {
        return false;
    };
    let mut works = WORKS.iter();
    works.any(|w| w.family == name && w.ends.iter().any(|(end, _)| *end == command))
}

/// Notifications that may turn out to end the work of a request, by cookie: they may come
/// before the answer that tells it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cookies {
    own: Vec<u8>,
    early: Vec<(Vec<u8>, Place, Option<Time>)>,
}

/// How many notifications are kept for a cookie that is not known yet.
const MAX_EARLY: usize = 16;

impl Cookies {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.own.clear();
        self.early.clear();
    }

    /// An answer tells the cookie; the notification that came before it, if any.
    pub fn learn(
        &mut self,
        work: &Work,
        answer: &[u8],
        order: ByteOrder,
    ) -> Option<(Place, Option<Time>)> {
        let By::Cookie(path) = work.by else {
            return None;
        };
        self.own = find(answer, path, order)?.to_vec();
        let own = &self.own;
        let early = self.early.iter().find(|(cookie, ..)| cookie == own)?;
        Some((early.1, early.2))
    }

    fn ends(&mut self, cookie: &[u8], place: Place, time: Option<Time>) -> bool {
        if self.own.is_empty() && self.early.len() < MAX_EARLY {
            self.early.push((cookie.to_vec(), place, time));
        }
        self.own == cookie
    }
}

/// Whether a notification ends the work of a request.
pub(super) fn over(
    work: &Work,
    request: &[u8],
    cookies: &mut Cookies,
    notification: (&[u8], u8, Place, Option<Time>),
    order: ByteOrder,
) -> bool {
    let (told, command, place, time) = notification;
    if !work.ends.iter().any(|(end, _)| *end == command) {
        return false;
    }
    if let Some((path, values)) = work.only {
        let value = find(told, path, order).and_then(|v| order.exact(v));
        if !value.is_some_and(|v| values.contains(&v)) {
            return false;
        }
    }
    let same = |path: &Path| match (find(request, path, order), find(told, path, order)) {
        (Some(asked), Some(told)) => asked == told,
        _ => false,
    };
    match work.by {
        By::Same(paths) => paths.iter().any(same),
        By::All(paths) => paths.iter().all(same),
        By::Cookie(path) => {
            find(told, path, order).is_some_and(|cookie| cookies.ends(cookie, place, time))
        }
    }
}

/// The payload of an attribute of a generic message.
fn find<'m>(message: &'m [u8], path: &[u16], order: ByteOrder) -> Option<&'m [u8]> {
    let mut inside = message.get(NLMSG_HDRLEN + GENL_HDRLEN..)?;
    for number in path {
        let mut chain = RawAttributes::new(inside, order);
        inside = chain.find(|a| a.header.number() == *number)?.payload;
    }
    Some(inside)
}
