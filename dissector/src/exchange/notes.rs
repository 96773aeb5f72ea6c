//! What a source knows, as words that can stand beside a part of its capture: comments of a
//! pcapng. A slice of a capture carries what the messages told that it leaves out.
//!
//! `nldissect: byte-order big`, `nldissect: family 34 nl80211`, `nldissect: interface 3 eth0`;
//! `nldissect: multicasts once` where whoever recorded got each multicast once.

use super::State;
use crate::wire::ByteOrder;

const PREFIX: &str = "nldissect: ";

impl State<'_> {
    /// All that is known here of ids and names, sorted, and the byte order.
    pub fn notes(&self) -> Vec<String> {
        let order = match self.learnt.order {
            ByteOrder::Little => "little",
            ByteOrder::Big => "big",
        };
        let mut notes = vec![format!("{PREFIX}byte-order {order}")];
        if self.copies.once {
            notes.push(format!("{PREFIX}multicasts once"));
        }
        for (id, name) in self.learnt.ids.all() {
            notes.push(format!("{PREFIX}family {id} {name}"));
        }
        for (index, name) in self.learnt.interfaces.all() {
            notes.push(format!("{PREFIX}interface {index} {name}"));
        }
        notes
    }

    /// Takes a note to heart; whether it told the byte order. Other comments do not matter.
    pub fn recall(&mut self, note: &str) -> bool {
        let mut words = note.strip_prefix(PREFIX).unwrap_or("").splitn(3, ' ');
        match (words.next(), words.next(), words.next()) {
            (Some("byte-order"), Some("little"), None) => self.learnt.set_order(ByteOrder::Little),
            (Some("byte-order"), Some("big"), None) => self.learnt.set_order(ByteOrder::Big),
            (Some("multicasts"), Some("once"), None) => {
                self.copies.once = true;
                return false;
            }
            (Some("family"), Some(id), Some(name)) => {
                if let Ok(id) = id.parse() {
                    self.learnt.tell_ids().tell(id, name);
                }
                return false;
            }
            (Some("interface"), Some(index), Some(name)) => {
                if let Ok(index) = index.parse() {
                    self.learnt.tell_interfaces().tell(index, name);
                }
                return false;
            }
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Knowledge;
    use crate::table::Tables;

    #[test]
    fn notes_tell_another_source_the_same() {
        let tables = Tables::builtin();
        let mut state = State::new(&tables, ByteOrder::Little);
        assert!(state.recall("nldissect: byte-order big"));
        assert!(!state.recall("nldissect: multicasts once"));
        assert!(!state.recall("nldissect: family 34 nl80211"));
        assert!(!state.recall("nldissect: interface 3 a b"));
        for other in [
            "family 35 x",
            "nldissect: family x y",
            "nldissect: family 9",
            "nldissect: byte-order middle",
            "nldissect: multicasts twice",
            "nldissect: ",
            "",
        ] {
            assert!(!state.recall(other), "{other}");
        }
        let notes = state.notes();
        assert_eq!(
            notes,
            [
                "nldissect: byte-order big",
                "nldissect: multicasts once",
                "nldissect: family 34 nl80211",
                "nldissect: interface 3 a b"
            ]
        );
        let mut again = State::new(&tables, ByteOrder::Little);
        for note in &notes {
            again.recall(note);
        }
        assert_eq!(again.notes(), notes);
        assert_eq!(again.learnt().interface(3), Some("a b"));
        assert!(again.learnt().generic(34).is_some());
    }
}
