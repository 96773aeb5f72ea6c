//! What a word of a filter may become: for those who offer that while one types.

use super::facts;
use super::names::{CONTROL, Candidate, Names};
use super::parse::Word;
use crate::table::Tables;

/// Knows the names that a filter may use.
pub struct Completer<'t> {
    names: Names<'t>,
    first: Vec<&'t str>,
}

impl<'t> Completer<'t> {
    /// For the names of these tables.
    pub fn new(tables: &'t Tables) -> Completer<'t> {
        let names = Names::new(tables);
        let mut first: Vec<&'t str> = names.all.names().collect();
        let control = CONTROL.iter().map(|(name, _)| *name);
        // not `extend`: these names live longer than those of the tables
        for name in facts::names().chain(control) {
            first.push(name);
        }
        first.extend(names.families());
        first.sort_unstable();
        first.dedup();
        Completer { names, first }
    }

    /// The words that this one may become, at most so many: those that begin with it, then those that hold it.
    /// Case does not matter. Behind a dot stand the names that a path may go on with.
    pub fn complete(&self, word: &str, most: usize) -> Vec<String> {
        let Some((path, part)) = word.rsplit_once('.') else {
            return pick(self.first.iter().copied(), "", word, most);
        };
        let found = self.names.path(&Word {
            text: path,
            quoted: false,
            span: (0, path.len()),
        });
        let Ok(Some(found)) = found else {
            return Vec::new();
        };
        let mut inside: Vec<Candidate<'_>> = Vec::new();
        for end in found.ends {
            self.names.all_inside(end, &mut inside);
        }
        let mut inside: Vec<&str> = inside.iter().map(|c| c.name.as_str()).collect();
        inside.sort_unstable();
        inside.dedup();
        pick(inside.into_iter(), &format!("{path}."), part, most)
    }
}

fn pick<'n>(
    names: impl Iterator<Item = &'n str> + Clone,
    path: &str,
    part: &str,
    most: usize,
) -> Vec<String> {
    let lower = part.to_ascii_lowercase();
    let at = |name: &str| name.to_ascii_lowercase().find(&lower);
    let begin = names.clone().filter(|n| at(n) == Some(0));
    let hold = names.filter(|n| at(n).is_some_and(|at| at > 0));
    let all = begin.chain(hold).take(most);
    all.map(|name| format!("{path}{name}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_constants_and_paths() {
        let tables = Tables::builtin();
        let completer = Completer::new(&tables);
        let first = |word: &str| completer.complete(word, 5);
        assert_eq!(
            first("ifla_mt").first().map(String::as_str),
            Some("IFLA_MTU")
        );
        assert!(first("RTM_NEWLIN").contains(&"RTM_NEWLINK".to_owned()));
        assert!(first("nl8021").is_empty());
        assert!(first("direc").contains(&"direction".to_owned()));
        let inside = first("IFLA_LINKINFO.kind");
        assert!(
            inside.contains(&"IFLA_LINKINFO.IFLA_INFO_KIND".to_owned()),
            "{inside:?}"
        );
        assert!(first("IFLA_NOT.x").is_empty());
        assert_eq!(first("IFLA_").len(), 5);
    }
}
