//! Which findings count: options, and the file of a project.

use crate::args::{Level, Lint as Wanted};
use netlink_dissector::diagnostic::Severity;
use netlink_dissector::lint::{Code, Finding};
use serde::Deserialize;
use std::fs;
use std::io::Read;
use std::path::Path;

/// The file that is read from the working directory where `--config` names none.
const DEFAULT: &str = "nldissect-lint.toml";

/// Bytes of that file at most.
const MAX: u64 = 1 << 20;

/// What a file says: at its top of all captures, in `[[path]]` of some.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    fail_on: Option<Level>,
    deny: Vec<String>,
    allow: Vec<String>,
    path: Vec<PathRules>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PathRules {
    files: String,
    fail_on: Option<Level>,
    #[serde(default)]
    deny: Vec<String>,
    #[serde(default)]
    allow: Vec<String>,
}

/// What is said of some captures.
struct Part {
    /// Which, `*` and `?` standing for any characters; all where absent.
    files: Option<String>,
    fail_on: Option<Severity>,
    deny: Vec<Code>,
    allow: Vec<Code>,
}

impl Part {
    fn holds(&self, file: &str) -> bool {
        self.files
            .as_deref()
            .is_none_or(|pattern| matches(pattern, file))
    }
}

/// Which findings count, and how much: what is said last wins.
pub struct Rules {
    parts: Vec<Part>,
}

impl Rules {
    /// What the file and then the options say.
    pub fn new(wanted: &Wanted) -> Result<Rules, String> {
        let path = match &wanted.config {
            Some(path) => Some(path.as_path()),
            None => Some(Path::new(DEFAULT)).filter(|p| p.exists()),
        };
        let mut parts = Vec::new();
        if let Some(path) = path {
            let name = path.display();
            let mut text = String::new();
            let file = fs::File::open(path);
            let done = file.and_then(|f| f.take(MAX + 1).read_to_string(&mut text));
            done.map_err(|e| format!("{name}: {e}"))?;
            if text.len() as u64 > MAX {
                return Err(format!("{name}: more than {} MiB of settings", MAX >> 20));
            }
            parts = read(&text).map_err(|e| format!("{name}: {e}"))?;
        }
        parts.push(Part {
            files: None,
            fail_on: wanted.fail_on.map(Severity::from),
            deny: codes(&wanted.deny).map_err(|e| format!("--deny: {e}"))?,
            allow: codes(&wanted.allow).map_err(|e| format!("--allow: {e}"))?,
        });
        Ok(Rules { parts })
    }

    fn of(&self, file: &str) -> impl Iterator<Item = &Part> {
        self.parts.iter().rev().filter(move |part| part.holds(file))
    }

    /// How much a finding matters in a capture; `None` where it is not to be told.
    pub fn severity(&self, file: &str, finding: &Finding) -> Option<Severity> {
        for part in self.of(file) {
            if part.deny.contains(&finding.code) {
                return Some(Severity::Error);
            }
            if part.allow.contains(&finding.code) {
                return None;
            }
        }
        Some(finding.severity)
    }

    /// From which severity on the answer is no.
    pub fn fail_on(&self, file: &str) -> Severity {
        let said = self.of(file).find_map(|part| part.fail_on);
        said.unwrap_or(Severity::Error)
    }
}

fn read(text: &str) -> Result<Vec<Part>, String> {
    let file: File = toml::from_str(text).map_err(|e| e.to_string().trim_end().to_owned())?;
    let mut parts = vec![Part {
        files: None,
        fail_on: file.fail_on.map(Severity::from),
        deny: codes(&file.deny)?,
        allow: codes(&file.allow)?,
    }];
    for path in file.path {
        parts.push(Part {
            files: Some(path.files),
            fail_on: path.fail_on.map(Severity::from),
            deny: codes(&path.deny)?,
            allow: codes(&path.allow)?,
        });
    }
    Ok(parts)
}

fn codes(words: &[String]) -> Result<Vec<Code>, String> {
    let code = |word: &String| {
        Code::named(word)
            .ok_or_else(|| format!("{word:?} is no code: `nldissect lint --list` has them all"))
    };
    words.iter().map(code).collect()
}

/// Whether a name fits a pattern.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), name.chars().collect());
    // where the last `*` stands, and how much of the name it has taken
    let (mut p, mut n, mut star) = (0, 0, None);
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || Some(c) == name.get(n) => {
                p += 1;
                n += 1;
            }
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    p = at + 1;
                    n = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn finding(code: Code) -> Finding {
        Finding {
            code,
            severity: code.severity(),
            offset: 0,
            path: None,
            text: Cow::Borrowed(""),
            unknown: None,
            policy: None,
        }
    }

    #[test]
    fn patterns() {
        for (pattern, name, fits) in [
            ("*.pcap", "a/b.pcap", true),
            ("tests/*/old-?.pcap", "tests/x/old-1.pcap", true),
            ("*a*b", "xaxbxb", true),
            ("a", "ab", false),
            ("", "", true),
            ("?", "", false),
        ] {
            assert_eq!(matches(pattern, name), fits, "{pattern} {name}");
        }
    }

    #[test]
    fn what_is_said_last_wins() {
        let text = r#"
fail-on = "warning"
deny = ["no-answer"]
allow = ["half-dump"]
[[path]]
files = "old/*"
fail-on = "error"
allow = ["no-answer"]
deny = ["half-dump"]
"#;
        let rules = Rules {
            parts: read(text).unwrap(),
        };
        let severity = |file, code| rules.severity(file, &finding(code));
        assert_eq!(severity("new.pcap", Code::NoAnswer), Some(Severity::Error));
        assert_eq!(severity("new.pcap", Code::HalfDump), None);
        assert_eq!(severity("old/a.pcap", Code::NoAnswer), None);
        assert_eq!(
            severity("old/a.pcap", Code::HalfDump),
            Some(Severity::Error)
        );
        assert_eq!(
            severity("new.pcap", Code::RestBytes),
            Some(Severity::Warning)
        );
        assert_eq!(rules.fail_on("new.pcap"), Severity::Warning);
        assert_eq!(rules.fail_on("old/a.pcap"), Severity::Error);
    }

    #[test]
    fn says_what_is_wrong_with_it() {
        for (text, says) in [
            ("deny = [\"no-such\"]", "no-such"),
            ("denny = []", "denny"),
            ("fail-on = \"fatal\"", "fatal"),
            ("[[path]]\nallow = []", "files"),
        ] {
            let error = read(text).err().unwrap();
            assert!(error.contains(says), "{error}");
        }
    }
}
