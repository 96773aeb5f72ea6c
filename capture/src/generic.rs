//! What the kernel knows by numbers that it gives at run time: generic netlink families, their multicast groups, and
//! interfaces.

use crate::client::{Client, NATIVE, NETLINK_GENERIC, NETLINK_ROUTE, NLM_F_DUMP, find, text};
use netlink_dissector::wire::{GENL_HDRLEN, RawAttributes};
use std::io;

const GENL_ID_CTRL: u16 = 16;
const CTRL_CMD_GETFAMILY: u8 = 3;
const CTRL_ATTR_FAMILY_ID: u16 = 1;
const CTRL_ATTR_FAMILY_NAME: u16 = 2;
const CTRL_ATTR_MCAST_GROUPS: u16 = 7;
const CTRL_ATTR_MCAST_GRP_NAME: u16 = 1;
const CTRL_ATTR_MCAST_GRP_ID: u16 = 2;
const RTM_GETLINK: u16 = 18;
const IFINFOMSG_LEN: usize = 16;
const IFLA_IFNAME: u16 = 3;
/// Bytes of notes that go into one comment: an option of a pcapng holds less than 65,536.
const COMMENT: usize = 60_000;

/// A generic family that is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenericFamily {
    /// Its id.
    pub id: u16,
    /// Its name.
    pub name: String,
    /// Its multicast groups: name and number.
    pub groups: Vec<(String, u32)>,
}

/// The generic families of this machine.
pub fn families() -> io::Result<Vec<GenericFamily>> {
    let mut all = Vec::new();
    let request = [CTRL_CMD_GETFAMILY, 1, 0, 0];
    let mut client = Client::new(NETLINK_GENERIC)?;
    client.ask(GENL_ID_CTRL, NLM_F_DUMP, &request, |message| {
        let attributes = message.payload().get(GENL_HDRLEN..).unwrap_or_default();
        let id = find(attributes, CTRL_ATTR_FAMILY_ID).and_then(|id| id.first_chunk());
        let name = find(attributes, CTRL_ATTR_FAMILY_NAME).map(text);
        let groups = find(attributes, CTRL_ATTR_MCAST_GROUPS).unwrap_or_default();
        let groups = RawAttributes::new(groups, NATIVE).filter_map(|group| {
            let name = find(group.payload, CTRL_ATTR_MCAST_GRP_NAME).map(text)?;
            let id = find(group.payload, CTRL_ATTR_MCAST_GRP_ID)?.first_chunk()?;
            Some((name, u32::from_ne_bytes(*id)))
        });
        if let (Some(id), Some(name)) = (id, name) {
            all.push(GenericFamily {
                id: u16::from_ne_bytes(*id),
                name,
                groups: groups.collect(),
            });
        }
    })?;
    Ok(all)
}

/// The interfaces of this network namespace: index and name.
pub fn interfaces() -> io::Result<Vec<(u32, String)>> {
    interfaces_by(&mut Client::new(NETLINK_ROUTE)?)
}

/// The same, asked by a socket that is open.
pub(crate) fn interfaces_by(client: &mut Client) -> io::Result<Vec<(u32, String)>> {
    let mut all = Vec::new();
    client.ask(RTM_GETLINK, NLM_F_DUMP, &[0; IFINFOMSG_LEN], |message| {
        let payload = message.payload();
        let index = payload.get(4..8).and_then(|bytes| bytes.first_chunk());
        let attributes = payload.get(IFINFOMSG_LEN..).unwrap_or_default();
        let name = find(attributes, IFLA_IFNAME).map(text);
        if let (Some(index), Some(name)) = (index, name) {
            all.push((u32::from_ne_bytes(*index), name));
        }
    })?;
    Ok(all)
}

/// Comments for a recording that tell it these families and interfaces: a line for each.
pub fn comments(families: &[GenericFamily], interfaces: &[(u32, String)]) -> Vec<String> {
    let families = families
        .iter()
        .map(|family| format!("nldissect: family {} {}", family.id, family.name));
    let interfaces = interfaces
        .iter()
        .map(|(index, name)| format!("nldissect: interface {index} {name}"));
    let mut comments: Vec<String> = Vec::new();
    for line in families.chain(interfaces) {
        match comments.last_mut() {
            Some(last) if last.len() + line.len() < COMMENT => {
                last.push('\n');
                last.push_str(&line);
            }
            _ => comments.push(line),
        }
    }
    comments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_controller_and_the_loopback_are_there() {
        let families = families().unwrap();
        let nlctrl = families.iter().find(|f| f.name == "nlctrl").unwrap();
        assert_eq!(nlctrl.id, GENL_ID_CTRL);
        assert_eq!(nlctrl.groups, [("notify".to_owned(), 16)]);
        let interfaces = interfaces().unwrap();
        assert!(interfaces.contains(&(1, "lo".to_owned())));
        let comments = comments(&families, &interfaces);
        let lines: Vec<&str> = comments.iter().flat_map(|c| c.lines()).collect();
        assert!(lines.contains(&"nldissect: family 16 nlctrl"));
        assert!(lines.contains(&"nldissect: interface 1 lo"));
    }

    #[test]
    fn many_interfaces_take_several_comments() {
        let many: Vec<_> = (1..10_000).map(|i| (i, format!("eth{i}"))).collect();
        let comments = comments(&[], &many);
        assert!(comments.len() > 1);
        assert!(comments.iter().all(|c| c.len() <= COMMENT));
        assert_eq!(comments.iter().flat_map(|c| c.lines()).count(), 9_999);
    }
}
