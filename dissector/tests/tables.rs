//! The built-in tables hold together: what the compiler cannot check.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use netlink_dissector::dump::type_word;
use netlink_dissector::families::ALL;
use netlink_dissector::table::{
    Abi, Body, Enum, Format, Kind, Layer, Match, Meaning, Select, Selector, Set, SetRef, Struct,
    When,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Structs that kernel and tables call alike though they are read in different ways: their
/// names are keys in JSON, so they keep the kernel's name.
/// The keys of Open vSwitch differ as values and as masks.
const SAME_NAME: &[&str] = &[
    "drbd_genlmsghdr",
    "erspan_md2",
    "inet_diag_msg",
    "nfgenmsg",
    "ovs_key_arp",
    "ovs_key_ct_labels",
    "ovs_key_ct_tuple_ipv4",
    "ovs_key_ct_tuple_ipv6",
    "ovs_key_ethernet",
    "ovs_key_ipv4",
    "ovs_key_ipv6",
    "ovs_key_mpls",
    "ovs_key_sctp",
    "ovs_key_tcp",
    "ovs_key_udp",
    "ovs_nsh_key_base",
    "ovs_nsh_key_md1",
];

/// What values stand inside of.
#[derive(Clone, Copy)]
enum Place {
    Set(&'static Set),
    Struct(&'static Struct),
}

impl Place {
    fn id(self) -> usize {
        match self {
            Place::Set(s) => std::ptr::from_ref(s) as usize,
            Place::Struct(s) => std::ptr::from_ref(s) as usize,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Place::Set(s) => s.name.as_str(),
            Place::Struct(s) => s.name.as_str(),
        }
    }
}

/// All that messages lead to.
#[derive(Default)]
struct Reached {
    places: HashMap<usize, Place>,
    /// Directly around a place.
    around: HashMap<usize, HashSet<usize>>,
    enums: HashMap<usize, &'static Enum>,
    selects: HashMap<usize, &'static Select>,
    /// Selectors and where they stand; the place is 0 outside of all.
    selectors: Vec<(usize, &'static Selector, String)>,
    todo: Vec<Place>,
}

impl Reached {
    fn all() -> Reached {
        let mut reached = Reached::default();
        for family in ALL {
            for message in family.messages.iter() {
                let mut outer = 0;
                for header in message.headers.iter() {
                    outer = reached.place(Place::Struct(fixed(header)), outer);
                }
                match &message.body {
                    Body::None => {}
                    Body::Attributes(set) => {
                        reached.place(Place::Set(built_in(set)), outer);
                    }
                    Body::Value(name, kind) => {
                        let what = format!("{}.{name}", message.name);
                        reached.kind(kind, outer, &what);
                    }
                }
            }
        }
        while let Some(place) = reached.todo.pop() {
            let id = place.id();
            match place {
                Place::Set(set) => {
                    for a in set.attributes.iter() {
                        reached.kind(&a.kind, id, &format!("{}.{}", set.name, a.name));
                    }
                }
                Place::Struct(s) => {
                    for f in s.fields.iter().chain(&s.tail) {
                        reached.kind(&f.kind, id, &format!("{}.{}", s.name, f.name));
                    }
                }
            }
        }
        reached
    }

    /// Notes a place inside another; gives its id.
    fn place(&mut self, place: Place, outer: usize) -> usize {
        let id = place.id();
        if self.places.insert(id, place).is_none() {
            self.todo.push(place);
        }
        let around = self.around.entry(id).or_default();
        if outer != 0 {
            around.insert(outer);
        }
        id
    }

    fn kind(&mut self, kind: &'static Kind, outer: usize, what: &str) {
        match &kind.format {
            Format::Integer { meaning, .. } => self.meaning(meaning),
            Format::Bits(_, _, bits) => bits.iter().for_each(|bit| self.meaning(&bit.meaning)),
            Format::Bitfield32(e) => self.enumeration(fixed(e)),
            Format::Address(by) => self.selectors.push((outer, by, what.to_owned())),
            Format::Struct(s, then) => {
                let id = self.place(Place::Struct(fixed(s)), outer);
                if let Some(set) = then {
                    self.place(Place::Set(built_in(set)), id);
                }
            }
            Format::Nest(set) | Format::Sequence(set) => {
                self.place(Place::Set(built_in(set)), outer);
            }
            Format::List(element) | Format::Array(element) => {
                self.kind(fixed(element), outer, what);
            }
            Format::Table(keys, element) => {
                self.enumeration(fixed(keys));
                self.kind(fixed(element), outer, what);
            }
            Format::Map(keys, element) => {
                if let Some(keys) = keys {
                    self.enumeration(fixed(keys));
                }
                self.kind(fixed(element), outer, what);
            }
            Format::Select(select) => {
                let select = fixed(select);
                self.selectors.push((outer, &select.by, what.to_owned()));
                self.selects
                    .insert(std::ptr::from_ref(select) as usize, select);
                for case in select.cases.iter() {
                    self.kind(&case.kind, outer, what);
                }
                if let Some(otherwise) = &select.otherwise {
                    self.kind(otherwise, outer, what);
                }
            }
            Format::Special(special) => {
                for set in special.sets {
                    self.place(Place::Set(set), outer);
                }
            }
            _ => {}
        }
    }

    fn meaning(&mut self, meaning: &'static Meaning) {
        if let Meaning::Enum(e) = meaning {
            self.enumeration(fixed(e));
        }
    }

    fn enumeration(&mut self, e: &'static Enum) {
        self.enums.insert(std::ptr::from_ref(e) as usize, e);
    }

    /// A place and all that can stand around it, near or far.
    fn enclosing(&self, id: usize) -> Vec<Place> {
        let mut seen = HashSet::new();
        let mut todo = vec![id];
        let mut found = Vec::new();
        while let Some(id) = todo.pop() {
            if let Some(place) = self.places.get(&id)
                && seen.insert(id)
            {
                found.push(*place);
                todo.extend(self.around.get(&id).into_iter().flatten());
            }
        }
        found
    }

    fn sets(&self) -> impl Iterator<Item = &'static Set> {
        self.places.values().filter_map(|p| match p {
            Place::Set(s) => Some(*s),
            Place::Struct(_) => None,
        })
    }

    fn structs(&self) -> impl Iterator<Item = &'static Struct> {
        self.places.values().filter_map(|p| match p {
            Place::Struct(s) => Some(*s),
            Place::Set(_) => None,
        })
    }
}

fn fixed<T>(r: &'static netlink_dissector::table::Ref<T>) -> &'static T {
    r
}

fn built_in(r: &SetRef) -> &'static Set {
    match r {
        SetRef::Static(set) => set,
        SetRef::Loaded(_) => panic!("a built-in table leads to a loaded set"),
    }
}

/// Fails with all that is wrong, not only the first.
fn none(what: &str, mut wrong: Vec<String>) {
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{what}:\n  {}", wrong.join("\n  "));
}

#[test]
fn selectors_find_what_they_name() {
    let reached = Reached::all();
    assert!(reached.selectors.len() > 50, "selectors were looked at");
    let mut wrong = Vec::new();
    for (at, selector, what) in &reached.selectors {
        let around = reached.enclosing(*at);
        let (word, found) = match selector {
            Selector::Attribute(name) => (
                format!("attribute {name}"),
                around.iter().any(|p| match p {
                    Place::Set(set) => set.attributes.iter().any(|a| a.name.as_str() == name),
                    Place::Struct(_) => false,
                }),
            ),
            Selector::Field(name) => (
                format!("field {name}"),
                around.iter().any(|p| match p {
                    Place::Struct(s) => s.field(name, Abi::Lp64).is_some(),
                    Place::Set(_) => false,
                }),
            ),
            Selector::Fact(_) => continue,
            other => panic!("{other:?} is not checked here"),
        };
        if !found {
            let around: Vec<_> = around.iter().map(|p| p.name()).collect();
            wrong.push(format!("{what}: no {word} around it, only {around:?}"));
        }
    }
    none("selectors that never find anything", wrong);
}

/// Whether a value can be a selector's: a number or a string, be its meaning chosen itself.
fn decides(kind: &Kind) -> bool {
    match &kind.format {
        Format::Integer { .. } | Format::String(_) | Format::Flag => true,
        Format::Select(select) => {
            let integer = |k: &Kind| matches!(k.format, Format::Integer { .. });
            select.otherwise.as_ref().is_some_and(integer)
        }
        _ => false,
    }
}

/// What decides must be a number or a string, as the cases ask.
#[test]
fn selectors_give_what_cases_ask() {
    let reached = Reached::all();
    let mut wrong = Vec::new();
    for (at, selector, what) in &reached.selectors {
        for place in reached.enclosing(*at) {
            let kind = match (selector, place) {
                (Selector::Attribute(name), Place::Set(set)) => {
                    set.named(name).map(|a| a.kind.clone())
                }
                (Selector::Field(name), Place::Struct(s)) => {
                    s.field(name, Abi::Lp64).map(|(_, k)| k.clone())
                }
                _ => None,
            };
            if let Some(kind) = kind
                && !decides(&kind)
            {
                wrong.push(format!(
                    "{what}: {} is a {}",
                    place.name(),
                    type_word(&kind)
                ));
            }
        }
    }
    none("selectors that no layout can be chosen by", wrong);
}

#[test]
fn cases_are_sorted_and_of_one_sort() {
    let reached = Reached::all();
    assert!(reached.selects.len() > 30, "selects were looked at");
    for select in reached.selects.values() {
        let (mut texts, mut numbers) = (Vec::new(), Vec::new());
        for case in select.cases.iter() {
            match &case.when {
                Match::Text(text) => texts.push(&**text),
                Match::Number(number) => numbers.push(*number),
            }
        }
        assert!(
            texts.is_empty() || numbers.is_empty(),
            "{:?}: text and numbers",
            select.by
        );
        assert!(
            texts.is_sorted_by(|a, b| a < b),
            "{:?}: {texts:?}",
            select.by
        );
        assert!(
            numbers.is_sorted_by(|a, b| a < b),
            "{:?}: {numbers:?}",
            select.by
        );
        for text in texts {
            assert!(select.text(text.as_bytes()).is_some(), "{text} is found");
        }
        for number in numbers {
            assert!(select.number(number).is_some(), "{number} is found");
        }
    }
}

/// Records that differ though they have one name.
fn differing<T: 'static, S: PartialEq>(
    all: impl Iterator<Item = &'static T>,
    name: impl Fn(&T) -> &str,
    sign: impl Fn(&T) -> S,
) -> Vec<String> {
    let mut first: BTreeMap<String, S> = BTreeMap::new();
    let mut wrong = Vec::new();
    for record in all {
        let sign = sign(record);
        match first.get(name(record)) {
            Some(other) if *other != sign => wrong.push(name(record).to_owned()),
            Some(_) => {}
            None => {
                first.insert(name(record).to_owned(), sign);
            }
        }
    }
    wrong
}

#[test]
fn names_of_sets_are_unique() {
    let reached = Reached::all();
    let mut names = BTreeSet::new();
    let wrong = reached.sets().filter(|s| !names.insert(s.name.as_str()));
    none(
        "two sets of one name",
        wrong.map(|s| s.name.to_string()).collect(),
    );
    assert!(names.len() > 100, "{} sets", names.len());
}

#[test]
fn enumerations_of_one_name_are_alike() {
    let reached = Reached::all();
    let sign = |e: &Enum| {
        let entries = e.entries.iter().map(|e| (e.name.to_string(), e.value));
        (e.flags, entries.collect::<Vec<_>>())
    };
    let all = reached.enums.values().copied();
    none(
        "enumerations that differ",
        differing(all, |e| e.name.as_str(), sign),
    );
}

#[test]
fn structs_of_one_name_are_alike_or_known() {
    let reached = Reached::all();
    let sign = |s: &Struct| {
        let fields = s.fields.iter().chain(&s.tail);
        let fields = fields.map(|f| {
            let meaning = match f.kind.meaning_of() {
                Meaning::Enum(e) => e.name.to_string(),
                other => format!("{other:?}"),
            };
            (
                f.name.to_string(),
                type_word(&f.kind),
                f.kind.count,
                meaning,
            )
        });
        let sizes = s.layouts.clone().map(|l| l.size);
        (sizes, fields.collect::<Vec<_>>())
    };
    let mut wrong = differing(reached.structs(), |s| s.name.as_str(), sign);
    let unknown = |name: &String| !SAME_NAME.contains(&name.as_str());
    for name in SAME_NAME {
        assert!(wrong.iter().any(|w| w == name), "{name} need not be listed");
    }
    wrong.retain(unknown);
    none("structs that differ", wrong);
}

#[test]
fn attributes_are_sorted_and_found() {
    let mut wrong = Vec::new();
    for set in Reached::all().sets() {
        let mut names = BTreeSet::new();
        if !set.attributes.is_sorted_by(|a, b| a.value < b.value) {
            wrong.push(format!("{}: not sorted", set.name));
        }
        for a in set.attributes.iter() {
            let found = set.get(a.value).is_some_and(|f| f.name == a.name);
            if !found || a.value > netlink_dissector::wire::NLA_TYPE_MASK {
                wrong.push(format!("{}.{}: not found by its value", set.name, a.name));
            }
            // the walk has as many bits for those that it has brought together
            if a.kind.multi && a.value >= 512 {
                wrong.push(format!("{}.{}: too large to repeat", set.name, a.name));
            }
            let all = [a.name.as_str()]
                .into_iter()
                .chain(a.aliases.iter().copied());
            for name in all {
                if !names.insert(name) {
                    wrong.push(format!("{}.{name}: twice", set.name));
                }
            }
        }
    }
    none("attributes", wrong);
}

#[test]
fn enumerations_are_sorted_and_their_flags_within_reach() {
    let mut wrong = Vec::new();
    for e in Reached::all().enums.values() {
        let mut names = BTreeSet::new();
        for entry in e.entries.iter() {
            let all = [entry.name.as_str()];
            for name in all.into_iter().chain(entry.aliases.iter().copied()) {
                if !names.insert(name) {
                    wrong.push(format!("{}.{name}: twice", e.name));
                }
            }
        }
        if !e.flags {
            if !e
                .entries
                .is_sorted_by(|a, b| (a.value as i64) < b.value as i64)
            {
                wrong.push(format!("{}: not sorted", e.name));
            }
            continue;
        }
        // a mask is taken out of a value where it stands: none of its bits may be gone by then
        for (i, entry) in e.entries.iter().enumerate() {
            let before = e.entries.iter().take(i);
            let hidden = |b: &&netlink_dissector::table::Entry| {
                b.value != 0 && b.value & entry.value == b.value
            };
            if let Some(b) = before.clone().find(hidden) {
                wrong.push(format!("{}: {} hides {}", e.name, b.name, entry.name));
            }
            if entry.value == 0 {
                wrong.push(format!("{}: {} has no bits", e.name, entry.name));
            }
        }
    }
    none("enumerations", wrong);
}

#[test]
fn structs_have_sizes() {
    let mut wrong = Vec::new();
    for s in Reached::all().structs() {
        for abi in Abi::ALL {
            let layout = s.layout(abi);
            if layout.size == 0 && s.tail.is_none() {
                wrong.push(format!("{}: no size", s.name));
            }
            let mut end = 0;
            for (field, slot) in s.fields.iter().zip(layout.slots.iter()) {
                let size = field.kind.size(abi);
                if size == 0 {
                    wrong.push(format!("{}.{}: no fixed size", s.name, field.name));
                }
                if usize::from(slot.offset) < end {
                    wrong.push(format!("{}.{}: overlaps", s.name, field.name));
                }
                end = usize::from(slot.offset) + size;
            }
            if end > usize::from(layout.size) {
                wrong.push(format!("{}: smaller than its fields", s.name));
            }
        }
        let mut names = BTreeSet::new();
        for field in s.fields.iter().chain(&s.tail) {
            if !names.insert(field.name.as_str()) {
                wrong.push(format!("{}.{}: twice", s.name, field.name));
            }
            if let Format::Bits(bytes, _, bits) = &field.kind.format
                && bits.iter().map(|b| u32::from(b.width)).sum::<u32>() != u32::from(*bytes) * 8
            {
                wrong.push(format!("{}.{}: bits do not fill it", s.name, field.name));
            }
        }
    }
    none("structs", wrong);
}

/// Elements of C arrays have fixed sizes, and positions of named ones names.
#[test]
fn lists_have_elements_of_fixed_size() {
    fn check(kind: &Kind, what: &str, wrong: &mut Vec<String>) {
        match &kind.format {
            Format::List(element) | Format::Table(_, element) if element.size(Abi::Lp64) == 0 => {
                wrong.push(format!("{what}: elements without a size"));
            }
            Format::Table(keys, _) => {
                let values = keys.entries.iter().map(|e| e.value).collect::<Vec<_>>();
                if !values.is_sorted_by(|a, b| a + 1 == *b) {
                    wrong.push(format!("{what}: positions without a name"));
                }
            }
            Format::Array(element) | Format::Map(_, element) => check(element, what, wrong),
            Format::Select(select) => {
                let cases = select.cases.iter().map(|c| &c.kind);
                for kind in cases.chain(&select.otherwise) {
                    check(kind, what, wrong);
                }
            }
            _ => {}
        }
    }
    let mut wrong = Vec::new();
    for set in Reached::all().sets() {
        for a in set.attributes.iter() {
            check(&a.kind, &format!("{}.{}", set.name, a.name), &mut wrong);
        }
    }
    none("lists", wrong);
}

#[test]
fn messages_are_sorted_and_each_record_can_hold() {
    let mut wrong = Vec::new();
    for family in ALL {
        if !family.messages.is_sorted_by_key(|m| m.value) {
            wrong.push(format!("{}: not sorted", family.name));
        }
        for message in family.messages.iter() {
            let records = family.records(message.value);
            let Some((last, front)) = records.split_last() else {
                wrong.push(format!("{}: not found by its value", message.name));
                continue;
            };
            if front.iter().any(|m| matches!(m.when, When::Always)) {
                wrong.push(format!(
                    "{}: records behind one that always holds",
                    last.name
                ));
            }
        }
    }
    none("messages", wrong);
}

#[test]
fn no_two_families_claim_the_same() {
    let (mut names, mut types) = (BTreeSet::new(), BTreeMap::new());
    let mut wrong = Vec::new();
    for family in ALL {
        if !names.insert((family.protocol, family.name.as_str())) {
            wrong.push(format!("{}: twice", family.name));
        }
        let claims: Vec<u32> = match family.layer {
            Layer::Protocol => {
                let values = family.messages.iter().map(|m| m.value.into());
                let values: BTreeSet<u32> = values.collect();
                values.into_iter().collect()
            }
            Layer::Subsystem(s) => vec![0x1_0000 + u32::from(s)],
            Layer::Datagram => vec![0x2_0000],
            _ => Vec::new(),
        };
        for claim in claims {
            if let Some(other) = types.insert((family.protocol, claim), &family.name) {
                wrong.push(format!("{claim:#x}: {other} and {}", family.name));
            }
        }
        let mut groups = BTreeSet::new();
        for group in family.groups.iter() {
            if !groups.insert(group.name.as_str()) {
                wrong.push(format!("{}: group {} twice", family.name, group.name));
            }
        }
    }
    none("claims", wrong);
}

fn sources(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// The names that a macro's uses in a source give to their records.
fn declared(source: &str, word: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in source.split(word).skip(1) {
        // comments in front of the name hold no colon behind a quoted word
        let head = part.lines().map(|l| l.split("///").next().unwrap_or(l));
        let head: Vec<&str> = head.take(8).collect();
        let head = head.join("\n");
        if let Some((front, _)) = head.split_once("\":")
            && let Some((_, name)) = front.rsplit_once('"')
        {
            names.push(name.to_owned());
        }
    }
    names
}

#[test]
fn every_set_is_within_reach_of_a_message() {
    let mut files = Vec::new();
    let families = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/families");
    sources(&families, &mut files);
    let reached = Reached::all();
    let sets: BTreeSet<&str> = reached.sets().map(|s| s.name.as_str()).collect();
    let (mut declared_sets, mut wrong) = (0, Vec::new());
    for file in &files {
        let source = std::fs::read_to_string(file).unwrap();
        for name in declared(&source, "\nset! {") {
            declared_sets += 1;
            if !sets.contains(name.as_str()) {
                wrong.push(format!("{name} ({})", file.display()));
            }
        }
    }
    none("sets out of reach", wrong);
    assert!(
        declared_sets >= 100,
        "{declared_sets} sets were found in the sources"
    );
    assert!(
        declared_sets <= sets.len(),
        "{declared_sets} of {}",
        sets.len()
    );
}

#[test]
fn the_dump_has_every_set() {
    let mut out = Vec::new();
    let tables = netlink_dissector::table::Tables::builtin();
    netlink_dissector::dump::json(&tables, None, &mut out);
    let text = String::from_utf8(out).unwrap();
    let reached = Reached::all();
    let lost = reached.sets().map(|s| s.name.to_string());
    let lost =
        lost.filter(|name| !text.contains(&format!("{{\"name\":\"{name}\",\"attributes\":")));
    none("sets that the dump lacks", lost.collect());
}
