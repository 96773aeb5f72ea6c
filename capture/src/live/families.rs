//! Ids of the generic families and names of the interfaces, as they are now: asked from the kernel, so that a recording
//! tells them even where no message does.

use crate::client::{Client, NETLINK_GENERIC, NLM_F_DUMP, find, text};
use super::keeper::cut_lines;
use std::io;

const GENL_ID_CTRL: u16 = 16;
const CTRL_CMD_GETFAMILY: u8 = 3;
const CTRL_ATTR_FAMILY_ID: u16 = 1;
const CTRL_ATTR_FAMILY_NAME: u16 = 2;
const GENL_HDRLEN: usize = 4;

/// What the controller of generic netlink tells.
#[derive(Debug)]
pub(crate) struct Families {
    client: Client,
    all: Vec<(u16, String)>,
}

impl Families {
    pub(crate) fn new() -> io::Result<Families> {
        let mut families = Families {
            client: Client::new(NETLINK_GENERIC)?,
            all: Vec::new(),
        };
        families.ask()?;
        Ok(families)
    }

    /// The port id of the socket.
    pub(crate) fn port(&self) -> u32 {
        self.client.port()
    }

    /// Asks again.
    pub(crate) fn ask(&mut self) -> io::Result<()> {
        let mut all = Vec::new();
        let request = [CTRL_CMD_GETFAMILY, 1, 0, 0];
        self.client
            .ask(GENL_ID_CTRL, NLM_F_DUMP, &request, |message| {
                let attributes = message.payload().get(GENL_HDRLEN..).unwrap_or_default();
                let id = find(attributes, CTRL_ATTR_FAMILY_ID).and_then(|id| id.first_chunk());
                let name = find(attributes, CTRL_ATTR_FAMILY_NAME).map(text);
                if let (Some(id), Some(name)) = (id, name) {
                    all.push((u16::from_ne_bytes(*id), name));
                }
            })?;
        self.all = all;
        Ok(())
    }

    /// A line for each: comments of a recording.
    pub(crate) fn notes(&self) -> String {
        let all = self.all.iter();
        let lines: Vec<String> = all
            .map(|(id, name)| format!("nldissect: family {id} {name}"))
            .collect();
        cut_lines(lines.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_controller_is_one() {
        let families = Families::new().unwrap();
        let notes = families.notes();
        assert!(
            notes.lines().any(|l| l == "nldissect: family 16 nlctrl"),
            "{notes}"
        );
    }
}
