//! How findings are printed: text, JSON Lines, SARIF 2.1.0, annotations for GitHub.

use crate::args::{Args, Format, Lint as Wanted};
use crate::output::{Results, palette};
use netlink_dissector::diagnostic::Severity;
use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::Outcome;
use netlink_dissector::lint::{Code, Finding};
use netlink_dissector::sink::text::Palette;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Write};

/// How many bytes gather before they are written.
const FLUSH_AT: usize = 1 << 18;
/// How many different findings text keeps until the end; more are printed at once.
const MAX_GROUPS: usize = 65_536;
/// How many further places of a finding text names.
const PLACES: usize = 5;

/// What came of a request.
pub struct Fate {
    /// In a word.
    pub outcome: Outcome,
    /// The kernel's error, 0 or negative.
    pub error: i32,
    /// Its name.
    pub errno: Option<String>,
}

impl Fate {
    fn refused(&self) -> Option<String> {
        (self.error < 0).then(|| {
            let number = -i64::from(self.error);
            self.errno
                .clone()
                .unwrap_or_else(|| format!("error {number}"))
        })
    }
}

/// A finding in its request.
pub struct Case<'c> {
    /// The file's name.
    pub file: &'c str,
    /// The request's place.
    pub place: Place,
    /// Its interface, where the file has several.
    pub interface: Option<u32>,
    /// What the request asks.
    pub summary: &'c str,
    /// What is wrong with it.
    pub finding: &'c Finding,
    /// The bytes there.
    pub bytes: &'c [u8],
    /// What came of it, where that is known.
    pub fate: Option<&'c Fate>,
}

impl Case<'_> {
    fn title(&self) -> String {
        match &self.finding.path {
            Some(path) => format!("{path}: {}", self.finding.text),
            None => self.finding.text.to_string(),
        }
    }

    fn at(&self) -> String {
        format!("{}.{}", self.place.frame, self.place.message)
    }
}

/// Prints findings.
pub struct Report {
    form: Form,
    out: Vec<u8>,
    to: Results,
}

enum Form {
    Text(Box<Groups>),
    Json,
    Sarif { first: bool },
    Github,
}

impl Report {
    /// In the form that was asked for.
    pub fn new(wanted: &Wanted, args: &Args, to: Results) -> Report {
        let json = args.output.json.map(|_| Format::Json);
        let mut out = Vec::new();
        let form = match wanted.format.or(json).unwrap_or(Format::Text) {
            Format::Text => Form::Text(Box::new(Groups::new(palette(args.output.color)))),
            Format::Json => Form::Json,
            Format::Github => Form::Github,
            Format::Sarif => {
                sarif_begin(&mut out);
                Form::Sarif { first: true }
            }
        };
        Report { form, out, to }
    }

    /// Prints a finding, or keeps it until the end.
    pub fn case(&mut self, case: &Case<'_>) -> io::Result<()> {
        match &mut self.form {
            Form::Text(groups) => groups.add(case, &mut self.out),
            Form::Json => json_line(&mut self.out, case)?,
            Form::Sarif { first } => {
                let comma = if *first { "\n" } else { ",\n" };
                *first = false;
                let _ = write!(self.out, "{comma}{}", sarif_result(case));
            }
            Form::Github => github(&mut self.out, case),
        }
        if self.out.len() >= FLUSH_AT {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.write_all(&self.out)?;
        self.to.flush()?;
        self.out.clear();
        Ok(())
    }

    /// Ends the output.
    pub fn finish(&mut self) -> io::Result<()> {
        match &mut self.form {
            Form::Text(groups) => groups.finish(&mut self.out),
            Form::Sarif { .. } => self.out.extend_from_slice(b"\n]}]}\n"),
            Form::Json | Form::Github => {}
        }
        self.flush()
    }
}

/// Findings of text, those that say the same of the same kind of request together.
struct Groups {
    palette: Palette,
    groups: Vec<Group>,
    by_key: HashMap<(String, Code, String), usize>,
    counts: [u64; 3],
}

struct Group {
    /// File, frame and message of the first.
    place: (Option<u32>, u64, u32),
    text: Vec<u8>,
    help: Vec<u8>,
    count: u64,
    others: Vec<String>,
}

impl Groups {
    fn new(palette: Palette) -> Groups {
        Groups {
            palette,
            groups: Vec::new(),
            by_key: HashMap::new(),
            counts: [0; 3],
        }
    }

    fn add(&mut self, case: &Case<'_>, out: &mut Vec<u8>) {
        let severity = case.finding.severity;
        if let Some(count) = self.counts.get_mut(severity as usize) {
            *count += 1;
        }
        // a place stands in the text of some, which are of one kind all the same
        let said = match case.finding.code {
            Code::SequenceReused => String::new(),
            _ => case.title(),
        };
        let kind = case
            .summary
            .split(' ')
            .take(2)
            .collect::<Vec<_>>()
            .join(" ");
        let answer = case.fate.and_then(Fate::refused).unwrap_or_default();
        let key = (
            case.file.to_owned(),
            case.finding.code,
            format!("{kind}\n{answer}\n{said}"),
        );
        if let Some(group) = self.by_key.get(&key).and_then(|i| self.groups.get_mut(*i)) {
            group.count += 1;
            if group.others.len() < PLACES {
                group.others.push(case.at());
            }
            return;
        }
        let group = Group {
            place: (case.place.file, case.place.frame, case.place.message),
            text: self.text(case),
            help: self.help(case),
            count: 1,
            others: Vec::new(),
        };
        if self.groups.len() >= MAX_GROUPS {
            group.write(out);
            return;
        }
        self.by_key.insert(key, self.groups.len());
        self.groups.push(group);
    }

    fn text(&self, case: &Case<'_>) -> Vec<u8> {
        let f = case.finding;
        let p = &self.palette;
        let (strong, plain) = (p.strong, p.reset);
        let colour = match f.severity {
            Severity::Error => p.error,
            Severity::Warning => p.warning,
            Severity::Note => p.name,
        };
        let mut out = Vec::new();
        let _ = writeln!(
            out,
            "{colour}{}[{}]{plain}{strong}: {}{plain}",
            f.severity.word(),
            f.code.word(),
            case.title()
        );
        let _ = writeln!(out, "  --> {}:{}: {}", case.file, case.at(), case.summary);
        if !case.bytes.is_empty() {
            let _ = write!(out, "   | offset {}:", f.offset);
            for byte in case.bytes {
                let _ = write!(out, " {byte:02x}");
            }
            out.push(b'\n');
        }
        if let Some(policy) = &f.policy {
            let of = if policy.spec { " (a loaded spec)" } else { "" };
            let _ = writeln!(out, "   = policy: {}, {}{of}", policy.name, policy.file);
        }
        if let Some(errno) = case.fate.and_then(Fate::refused) {
            let _ = writeln!(out, "   = answer: the kernel refused the request: {errno}");
        }
        if let Some(what) = f.unknown {
            let _ = writeln!(out, "   = unknown: {what}");
        }
        out
    }

    fn help(&self, case: &Case<'_>) -> Vec<u8> {
        format!("   = help: {}\n", case.finding.code.help()).into_bytes()
    }

    fn finish(&mut self, out: &mut Vec<u8>) {
        self.groups.sort_by_key(|group| group.place);
        for group in &self.groups {
            group.write(out);
        }
        let [notes, warnings, errors] = self.counts;
        let count = |n: u64, what: &str| match n {
            1 => format!("1 {what}"),
            n => format!("{n} {what}s"),
        };
        let _ = writeln!(
            out,
            "{}, {}, {}",
            count(errors, "error"),
            count(warnings, "warning"),
            count(notes, "note")
        );
    }
}

impl Group {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.text);
        if self.count > 1 {
            let more = self.count - 1;
            let dots = if more as usize > self.others.len() {
                " …"
            } else {
                ""
            };
            let places = self.others.join(" ");
            let _ = writeln!(out, "   = again: {more} more, at {places}{dots}");
        }
        out.extend_from_slice(&self.help);
        out.push(b'\n');
    }
}

/// Where a finding is and what is known of it, in the order of the keys.
#[derive(Serialize)]
struct About<'c> {
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<u32>,
    frame: u64,
    message: u32,
    offset: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'c str>,
    summary: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<Policy<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errno: Option<&'c str>,
}

#[derive(Serialize)]
struct Policy<'c> {
    name: &'c str,
    file: &'c str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    spec: bool,
}

/// A line of JSON.
#[derive(Serialize)]
struct Line<'c> {
    file: &'c str,
    code: &'static str,
    severity: &'static str,
    text: &'c str,
    #[serde(flatten)]
    about: About<'c>,
    help: &'static str,
}

fn about<'c>(case: &'c Case<'_>) -> About<'c> {
    let (f, fate) = (case.finding, case.fate);
    About {
        interface: case.interface,
        frame: case.place.frame,
        message: case.place.message,
        offset: f.offset,
        path: f.path.as_deref(),
        summary: case.summary,
        policy: f.policy.as_ref().map(|policy| Policy {
            name: &policy.name,
            file: &policy.file,
            spec: policy.spec,
        }),
        unknown: f.unknown,
        outcome: fate.map(|fate| fate.outcome.word()),
        error: fate.map(|fate| fate.error).filter(|error| *error < 0),
        errno: fate.and_then(|fate| fate.errno.as_deref()),
    }
}

fn json_line(out: &mut Vec<u8>, case: &Case<'_>) -> io::Result<()> {
    let f = case.finding;
    let line = Line {
        file: case.file,
        code: f.code.word(),
        severity: f.severity.word(),
        text: &f.text,
        about: about(case),
        help: f.code.help(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.push(b'\n');
    Ok(())
}

/// The level of a severity in SARIF, which has the same words.
fn level(severity: Severity) -> &'static str {
    severity.word()
}

fn sarif_begin(out: &mut Vec<u8>) {
    let rule = |code: &Code| {
        json!({
            "id": code.word(),
            "shortDescription": { "text": code.says() },
            "fullDescription": { "text": code.why() },
            "help": { "text": code.help() },
            "defaultConfiguration": { "level": level(code.severity()) },
        })
    };
    let rules: Vec<Value> = Code::ALL.iter().map(rule).collect();
    let driver = json!({
        "name": "nldissect",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let _ = write!(
        out,
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\
         \"runs\":[{{\"tool\":{{\"driver\":{driver}}},\"results\":["
    );
}

fn sarif_result(case: &Case<'_>) -> Value {
    let f = case.finding;
    json!({
        "ruleId": f.code.word(),
        "ruleIndex": Code::ALL.iter().position(|c| *c == f.code),
        "level": level(f.severity),
        "message": { "text": format!("{} ({})", case.title(), case.summary) },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(case.file) } },
            "logicalLocations": [{
                "name": f.path.as_deref().unwrap_or("message"),
                "fullyQualifiedName": format!("frame {}, message {}", case.place.frame, case.place.message),
            }],
        }],
        "properties": about(case),
    })
}

/// A file's name as a relative URI: what has a meaning in one is escaped.
fn uri(file: &str) -> String {
    let mut out = String::new();
    for byte in file.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// An annotation: `::error file=…,title=…::…`.
fn github(out: &mut Vec<u8>, case: &Case<'_>) {
    let f = case.finding;
    let command = match f.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut text = format!("{}: {}: {}", case.at(), case.summary, case.title());
    if let Some(unknown) = f.unknown {
        text.push_str(&format!("\nunknown: {unknown}"));
    }
    text.push_str(&format!("\n{}", f.code.help()));
    let _ = writeln!(
        out,
        "::{command} file={},title={}::{}",
        escape_property(case.file),
        escape_property(f.code.word()),
        escape(&text)
    );
}

fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use netlink_dissector::lint::Source;
    use std::borrow::Cow;

    fn finding() -> Finding {
        Finding {
            code: Code::OutOfRange,
            severity: Severity::Error,
            offset: 36,
            path: Some("IFLA_TXQLEN".to_owned()),
            text: Cow::Borrowed("40000 is not within 0 to 32767"),
            unknown: None,
            policy: Some(Source {
                name: "ifla_policy".into(),
                file: "net/core/rtnetlink.c".into(),
                spec: false,
            }),
        }
    }

    fn case<'c>(finding: &'c Finding, fate: Option<&'c Fate>) -> Case<'c> {
        Case {
            file: "a b,c:50%.pcap",
            place: Place {
                file: None,
                frame: 7,
                message: 1,
            },
            interface: None,
            summary: "link set eth0\n100%",
            finding,
            bytes: &[8, 0, 13, 0],
            fate,
        }
    }

    #[test]
    fn github_annotations_are_escaped() {
        let mut out = Vec::new();
        github(&mut out, &case(&finding(), None));
        let text = String::from_utf8(out).unwrap();
        assert!(
            text.starts_with(
                "::error file=a b%2Cc%3A50%25.pcap,title=out-of-range::7.1: link set eth0%0A100%25: IFLA_TXQLEN: 40000"
            ),
            "{text}"
        );
        assert_eq!(text.matches('\n').count(), 1);
    }

    #[test]
    fn sarif_has_what_the_standard_asks() {
        let fate = Fate {
            outcome: Outcome::Error,
            error: -34,
            errno: Some("ERANGE".to_owned()),
        };
        let mut out = Vec::new();
        sarif_begin(&mut out);
        let f = finding();
        let _ = write!(out, "{}]}}]}}", sarif_result(&case(&f, Some(&fate))));
        let sarif: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(sarif["version"], "2.1.0");
        let run = &sarif["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Code::ALL.len());
        let result = &run["results"][0];
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["level"], "error");
        assert!(
            result["message"]["text"]
                .as_str()
                .unwrap()
                .contains("40000")
        );
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            location["artifactLocation"]["uri"],
            "a%20b%2Cc%3A50%25.pcap"
        );
        assert_eq!(result["properties"]["errno"], "ERANGE");
        for rule in rules {
            for key in ["shortDescription", "fullDescription", "help"] {
                assert!(rule[key]["text"].as_str().is_some_and(|t| !t.is_empty()));
            }
        }
    }

    #[test]
    fn text_brings_together_what_says_the_same() {
        let mut groups = Groups::new(Palette::default());
        let f = finding();
        let mut out = Vec::new();
        for _ in 0..9 {
            groups.add(&case(&f, None), &mut out);
        }
        groups.finish(&mut out);
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.matches("error[out-of-range]").count(), 1, "{text}");
        assert!(
            text.contains("again: 8 more, at 7.1 7.1 7.1 7.1 7.1 …"),
            "{text}"
        );
        assert!(text.ends_with("9 errors, 0 warnings, 0 notes\n"), "{text}");
    }
}
