//! What a transaction of nf_tables asks, all of its messages together.

use super::outcome::{Exchange, Member};
use std::fmt::Write;

const NLM_F_REPLACE: u16 = 0x100;
const NLM_F_CREATE: u16 = 0x400;

/// What the constants call objects, one of them, and several.
const OBJECTS: [(&str, &str, &str); 7] = [
    ("TABLE", "table", "tables"),
    ("CHAIN", "chain", "chains"),
    ("RULE", "rule", "rules"),
    ("SETELEM", "list of elements", "lists of elements"),
    ("SET", "set", "sets"),
    ("OBJ", "object", "objects"),
    ("FLOWTABLE", "flowtable", "flowtables"),
];

/// What is done to objects.
const VERBS: [(&str, &str); 3] = [
    ("NFT_MSG_NEW", "added"),
    ("NFT_MSG_DEL", "deleted"),
    ("NFT_MSG_DESTROY", "deleted"),
];

impl Exchange<'_> {
    /// What the messages of a transaction ask, in one line: `2 rules, 1 chain added`. None where
    /// it is no transaction.
    pub fn transaction(&self) -> Option<String> {
        // by verb, in the order in which they come: how many of which objects
        let mut done: Vec<(&str, Vec<(usize, u32)>)> = Vec::new();
        let mut others = 0u32;
        for member in &self.members {
            let Some((verb, object)) = act(member) else {
                others += 1;
                continue;
            };
            let at = match done.iter().position(|(v, _)| *v == verb) {
                Some(at) => at,
                None => {
                    done.push((verb, Vec::new()));
                    done.len() - 1
                }
            };
            let Some((_, objects)) = done.get_mut(at) else {
                continue;
            };
            match objects.iter_mut().find(|(o, _)| *o == object) {
                Some((_, count)) => *count += 1,
                None => objects.push((object, 1)),
            }
        }
        if self.members.is_empty() {
            return None;
        }
        let mut line = String::new();
        for (verb, mut objects) in done {
            // the largest first
            objects.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            for (object, count) in objects {
                let (_, one, many) = OBJECTS.get(object).copied().unwrap_or_default();
                let noun = if count == 1 { one } else { many };
                separate(&mut line);
                let _ = write!(line, "{count} {noun}");
            }
            let _ = write!(line, " {verb}");
        }
        if others > 0 {
            separate(&mut line);
            let messages = if others == 1 { "message" } else { "messages" };
            let _ = write!(line, "{others} other {messages}");
        }
        Some(line)
    }
}

fn separate(line: &mut String) {
    if !line.is_empty() {
        line.push_str(", ");
    }
}

/// What a message does, and to which kind of object.
fn act(member: &Member<'_>) -> Option<(&'static str, usize)> {
    let name = member.record?.name.as_str();
    let (verb, object) = VERBS
        .iter()
        .find_map(|(prefix, verb)| Some((*verb, name.strip_prefix(prefix)?)))?;
    let at = OBJECTS.iter().position(|(of, ..)| *of == object)?;
    let flags = member.header.nlmsg_flags;
    Some(match verb {
        "added" if flags & NLM_F_REPLACE != 0 && flags & NLM_F_CREATE == 0 => ("replaced", at),
        verb => (verb, at),
    })
}
