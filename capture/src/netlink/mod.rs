//! A capture of netlink under way: its frames, its sources with their state, what was skipped and what is damaged.

mod ahead;
mod batch;
mod items;

pub use batch::{Batch, Retired};
pub use items::Item;

use crate::{Capture, Error, Event, Frame};
use netlink_dissector::envelope::{Place, Time};
use netlink_dissector::exchange::{State, Stories, Wanted, announced};
use netlink_dissector::families::nlctrl::GENL_ID_CTRL;
use netlink_dissector::note::Note;
use netlink_dissector::table::{Arch, Tables};
use netlink_dissector::walk::NETLINK_GENERIC;
use netlink_dissector::wire::{
    ByteOrder, LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2, LINKTYPE_NETLINK, Messages, cooked,
    plausibility,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Frames that are looked at to tell the byte order.
const VOTERS: usize = 256;
/// Bytes of the shorter of the cooked headers.
const COOKED_LEN: usize = 16;
/// Bytes of the longer one.
const COOKED_MAX: usize = 20;
/// So many comments of a packet are looked at.
const MAX_COMMENTS: usize = 1024;
/// Sections and interfaces of which is known at once what their messages told.
const MAX_SOURCES: usize = 1024;
/// Bytes of comments of sections and interfaces that are kept.
const MAX_NOTES: usize = 16 << 20;
/// Sections whose architecture is kept.
const MAX_ARCHS: usize = 65_536;
/// Damaged places that are told one by one.
const MAX_DAMAGES: u64 = 100;
/// Protocols whose frames have no nlmsghdr, or lengths that count otherwise.
const NO_VOTE: [u16; 2] = [9, 15];

/// Is told what is wrong with an input: the file, the place, and what was done.
pub type Report = Arc<dyn Fn(&str) + Send + Sync>;

/// What the user said of the captured machine.
#[derive(Clone, Default)]
pub struct Given {
    /// Byte order.
    pub order: Option<ByteOrder>,
    /// Architecture.
    pub arch: Option<Arch>,
    /// Generic families by id.
    pub families: Vec<(u16, String)>,
}

impl Given {
    /// The byte order that was said, or that the architecture has.
    pub fn byte_order(&self) -> Option<ByteOrder> {
        let of_arch = |arch: Arch| {
            if arch.big_endian {
                ByteOrder::Big
            } else {
                ByteOrder::Little
            }
        };
        self.order.or(self.arch.map(of_arch))
    }
}

/// A source: state belongs to a section and interface of a file.
#[derive(Clone)]
pub struct Source<'t> {
    /// What is known from its messages.
    pub state: State<'t>,
    /// Byte order, once something told it.
    decided: bool,
}

/// An opened capture.
pub struct Input<'t> {
    /// Not here while its frames are handed out.
    capture: Option<Box<Capture>>,
    /// Whether the capture can be read again.
    twice: bool,
    path: PathBuf,
    /// Position on the command line, where there are several files.
    pub file: Option<u32>,
    sources: BTreeMap<(u32, u32), Source<'t>>,
    archs: BTreeMap<u32, Arch>,
    /// Comments of sections and of interfaces: what another run knew.
    section_notes: BTreeMap<u32, Vec<String>>,
    notes: BTreeMap<u32, Vec<String>>,
    /// Bytes of both.
    note_bytes: usize,
    /// Comments of packets that were read and not yet looked at, by the frame's number.
    comments: VecDeque<(u64, Vec<String>)>,
    /// What a tap knew of the frame at hand.
    note: Option<(u64, Note)>,
    /// Packets that were dropped while it was recorded, by interface.
    dropped: BTreeMap<u32, u64>,
    /// What came of all requests, where the capture was read ahead.
    stories: Option<Arc<Stories>>,
    given: Given,
    wanted: Wanted,
    tables: &'t Tables,
    report: Report,
    /// More than one interface: messages say theirs.
    several: bool,
    vote: Option<ByteOrder>,
    looked_ahead: bool,
    /// Packets that are no netlink, by link type.
    skipped: BTreeMap<u16, u64>,
    /// Packets in which not even the cooked header is whole.
    short: u64,
    netlink: u64,
    /// Generic families that messages further on tell, by source.
    foretold: BTreeMap<(u32, u32), BTreeMap<u16, String>>,
    damaged: bool,
    /// Damaged places.
    damages: u64,
    /// How many sources were forgotten to make room for others.
    forgotten: u64,
}

/// What stands between the bytes of a frame and its messages.
#[derive(Clone, Copy)]
pub struct Held {
    /// Number of the frame.
    pub number: u64,
    /// When it was captured.
    pub time: Option<Time>,
    /// Section and interface.
    pub source: (u32, u32),
    /// NETLINK_*.
    pub protocol: u16,
    /// The `LINKTYPE_` of the frame.
    pub link_type: u16,
    /// How many bytes were not captured.
    pub missing: u32,
    /// The cooked header, and how many bytes of it there are.
    header: ([u8; COOKED_MAX], usize),
}

impl Held {
    /// The cooked header in front of the netlink bytes.
    pub fn header(&self) -> &[u8] {
        let (bytes, len) = &self.header;
        bytes.get(..*len).unwrap_or(bytes)
    }
}

impl<'t> Input<'t> {
    /// Opens a capture; `-` is standard input.
    pub fn open(
        path: &Path,
        file: Option<u32>,
        tables: &'t Tables,
        given: &Given,
        report: Report,
    ) -> Result<Input<'t>, Error> {
        let capture = match path.to_str() {
            Some("-") => Capture::stdin(),
            _ => Capture::open(path),
        };
        Ok(Input::new(
            capture?,
            path.to_owned(),
            file,
            tables,
            given,
            report,
        ))
    }

    /// Reads from a capture that is open.
    pub fn new(
        capture: Capture,
        path: PathBuf,
        file: Option<u32>,
        tables: &'t Tables,
        given: &Given,
        report: Report,
    ) -> Input<'t> {
        let mut input = Input::bare(capture, path, file, tables, given, report);
        input.take_vote();
        input
    }

    fn bare(
        capture: Capture,
        path: PathBuf,
        file: Option<u32>,
        tables: &'t Tables,
        given: &Given,
        report: Report,
    ) -> Input<'t> {
        Input {
            twice: capture.rereadable(),
            capture: Some(Box::new(capture)),
            path,
            file,
            sources: BTreeMap::new(),
            archs: BTreeMap::new(),
            section_notes: BTreeMap::new(),
            notes: BTreeMap::new(),
            note_bytes: 0,
            comments: VecDeque::new(),
            note: None,
            dropped: BTreeMap::new(),
            stories: None,
            given: given.clone(),
            wanted: Wanted::default(),
            tables,
            report,
            several: false,
            vote: None,
            looked_ahead: false,
            skipped: BTreeMap::new(),
            short: 0,
            netlink: 0,
            foretold: BTreeMap::new(),
            damaged: false,
            damages: 0,
            forgotten: 0,
        }
    }

    /// What is asked of the sources of its frames, before the first of them.
    pub fn want(&mut self, wanted: Wanted) {
        self.wanted = wanted;
    }

    /// Who is told from now on what is wrong with it.
    pub fn report_to(&mut self, report: Report) {
        self.report = report;
    }

    /// What is cut at the end of a growing capture shall wait for its rest.
    pub fn wait(&mut self, waits: bool) {
        if let Some(capture) = &mut self.capture {
            capture.wait(waits);
        }
    }

    /// Where the next packet stands, in bytes of the capture.
    pub fn position(&self) -> u64 {
        self.capture.as_ref().map_or(0, |c| c.position())
    }

    /// The offset behind the last byte of the capture by now; not known of streams.
    pub fn end(&self) -> Option<u64> {
        self.capture.as_ref().and_then(|c| c.end())
    }

    /// The offset of the first byte of a growing capture that is still there.
    pub fn start(&self) -> u64 {
        self.capture.as_ref().map_or(0, |c| c.start())
    }

    /// How many messages interfaces and systems dropped, as far as the capture says.
    pub fn dropped(&self) -> u64 {
        self.dropped.values().sum()
    }

    /// Roughly how many bytes it keeps of what it knows.
    pub fn weight(&self) -> usize {
        let sources = self.sources.values();
        sources.map(|source| source.state.weight()).sum()
    }

    /// Never reads ahead for names of generic families: who reads tells them by [`Input::foretell`].
    pub fn stay(&mut self) {
        self.looked_ahead = true;
    }

    /// How many items [`Input::items`] hands out for a frame, without a look at them; `tell` is told of generic
    /// families that it announces.
    pub fn count(&mut self, held: &Held, data: &[u8], mut tell: impl FnMut(u16, &str)) -> u32 {
        self.recall(held, data);
        if self.tables.datagram(held.protocol).is_some() {
            return 1;
        }
        let order = self.source(held, data).state.order();
        let mut count = 0;
        for message in Messages::of(held.protocol, data, order) {
            count += 1;
            if held.protocol == NETLINK_GENERIC
                && message.header.nlmsg_type == GENL_ID_CTRL
                && let Some((_, id, Some(name))) = announced(&message, order)
            {
                tell(id, name);
            }
        }
        count.max(1)
    }

    /// A message further on tells which generic family an id of a source is.
    pub fn foretell(&mut self, source: (u32, u32), id: u16, name: &str) {
        let foretold = self.foretold.entry(source).or_default();
        // the first that follows is the one that holds
        foretold.entry(id).or_insert_with(|| name.to_owned());
        if let Some(source) = self.sources.get_mut(&source) {
            source.state.foresee(id, name);
        }
    }

    /// Names and types that it is read with.
    pub fn tables(&self) -> &'t Tables {
        self.tables
    }

    /// The name of the file, for messages.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn say(&self, what: &str) {
        (self.report)(what);
    }

    /// Whether something could not be read.
    pub fn damaged(&self) -> bool {
        self.damaged
    }

    /// Says what was skipped; whether there was netlink, or nothing at all.
    pub fn summary(&self) -> bool {
        if self.damages > MAX_DAMAGES {
            self.say(&format!(
                "{}: {} more places are damaged",
                self.name(),
                self.damages - MAX_DAMAGES
            ));
        }
        let others: u64 = self.skipped.values().sum();
        if others > 0 {
            let types: Vec<String> = self
                .skipped
                .iter()
                .map(|(link, n)| match *link {
                    link if is_cooked(link) => format!("{n} of other devices"),
                    link => format!("{n} of link type {link}"),
                })
                .collect();
            let packets = if others == 1 { "packet" } else { "packets" };
            self.say(&format!(
                "{}: {others} {packets} without netlink left out: {}",
                self.name(),
                types.join(", ")
            ));
        }
        if self.short > 0 {
            let packets = if self.short == 1 {
                "packet is"
            } else {
                "packets are"
            };
            self.say(&format!(
                "{}: {} {packets} cut within the header in front of netlink, and left out",
                self.name(),
                self.short
            ));
        }
        let dropped = self.dropped();
        if dropped > 0 {
            let packets = if dropped == 1 {
                "packet was"
            } else {
                "packets were"
            };
            self.say(&format!(
                "{}: {dropped} {packets} dropped while it was recorded: answers that are missing may be lost",
                self.name()
            ));
        }
        self.netlink > 0 || self.short + others == 0
    }

    /// The next netlink frame, with its bytes behind the cooked header put into `bytes`.
    pub fn next(&mut self, bytes: &mut Vec<u8>) -> Option<Held> {
        bytes.clear();
        self.with_next(|held, data| {
            bytes.extend_from_slice(data);
            held
        })
    }

    /// Hands the next netlink frame to `take`, without copying it.
    pub fn with_next<R>(&mut self, take: impl FnOnce(Held, &[u8]) -> R) -> Option<R> {
        let mut take = Some(take);
        loop {
            let step = self.step(|held, data| take.take().map(|take| take(held, data)))?;
            if let Some(taken) = step.flatten() {
                return Some(taken);
            }
        }
    }

    /// Whether it is a stream that nobody unpacks: with nothing at hand, its file says whether something came.
    pub fn streams(&self) -> bool {
        !self.twice
            && self
                .capture
                .as_ref()
                .is_some_and(|c| c.compression().is_none())
    }

    /// Whether something of what comes next is at hand. Where it is not, [`step`](Input::step) may wait.
    pub fn buffered(&self) -> bool {
        self.capture.as_ref().is_some_and(|c| c.buffered() > 0)
    }

    /// Takes the next record of the capture: where it is a netlink frame, that is handed to `take`. `None` at the end.
    #[inline]
    pub fn step<R>(&mut self, take: impl FnOnce(Held, &[u8]) -> R) -> Option<Option<R>> {
        let mut capture = self.capture.take()?;
        let step = self.taken(&mut capture);
        let step = step.map(|frame| frame.map(|(held, data)| take(held, data)));
        self.capture = Some(capture);
        step
    }

    /// Hands all netlink frames that are left to `take`, without copying them, until it says `false` or fails.
    pub fn each<E>(
        &mut self,
        mut take: impl FnMut(&mut Input<'t>, &Held, &[u8]) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut result = Ok(true);
        if let Some(mut capture) = self.capture.take() {
            while matches!(result, Ok(true))
                && let Some(frame) = self.taken(&mut capture)
            {
                if let Some((held, data)) = frame {
                    result = take(self, &held, data);
                }
            }
            self.capture = Some(capture);
        }
        result.map(|_| ())
    }

    /// Takes the next record: the frame, where it is one of netlink.
    #[inline(always)]
    fn taken<'c>(&mut self, capture: &'c mut Capture) -> Option<Option<(Held, &'c [u8])>> {
        let frame = match capture.ordinary() {
            Some(place) => capture.frame(place),
            None => match capture.step()? {
                Event::Frame(frame) => frame,
                event => {
                    self.other(event);
                    return Some(None);
                }
            },
        };
        Some(self.held(&frame))
    }

    /// What stands between a frame's bytes and its messages, and its bytes behind the cooked header, where it is one of
    /// netlink.
    #[inline(always)]
    fn held<'e>(&mut self, frame: &Frame<'e>) -> Option<(Held, &'e [u8])> {
        let Some((header, data)) = cooked(frame.link_type, frame.data) else {
            self.skip(frame);
            return None;
        };
        self.netlink += 1;
        if !frame.options.is_empty() {
            self.keep_comments(frame);
        }
        let held = Held {
            number: frame.number,
            time: frame.time.map(|t| Time {
                seconds: t.seconds,
                nanos: t.nanos,
            }),
            source: (frame.section, frame.interface),
            protocol: header.protocol,
            link_type: frame.link_type,
            missing: frame.original_len.saturating_sub(frame.data.len() as u32),
            header: cooked_bytes(frame.data, header.len),
        };
        Some((held, data))
    }

    #[cold]
    fn keep_comments(&mut self, frame: &Frame<'_>) {
        let mut comments = frame.comments().peekable();
        if comments.peek().is_some() {
            let comments = comments.take(MAX_COMMENTS).map(Cow::into_owned).collect();
            self.comments.push_back((frame.number, comments));
        }
    }

    #[cold]
    fn skip(&mut self, frame: &Frame<'_>) {
        if is_cooked(frame.link_type) && frame.data.len() < COOKED_LEN {
            self.short += 1;
        } else {
            *self.skipped.entry(frame.link_type).or_default() += 1;
        }
    }

    /// An event that is no frame.
    #[cold]
    fn other(&mut self, event: Event<'_>) {
        match event {
            Event::Frame(_) => {}
            Event::Section(section) => {
                let words = [section.hardware, section.os];
                let arch = words.iter().flatten().find_map(|w| arch_in(w));
                if let Some(arch) = arch {
                    self.archs.insert(section.number, arch);
                    if self.archs.len() > MAX_ARCHS {
                        self.archs.pop_first();
                    }
                }
                if let Some(notes) = self.kept(&section.comments) {
                    self.section_notes.insert(section.number, notes);
                }
            }
            Event::Interface(interface) => {
                self.several |= interface.index > 0;
                if let Some(notes) = self.kept(&interface.comments) {
                    self.notes.insert(interface.index, notes);
                }
            }
            Event::Statistics(counts) => {
                let dropped = [counts.interface_dropped, counts.os_dropped];
                let dropped = dropped
                    .iter()
                    .flatten()
                    .fold(0u64, |a, b| a.saturating_add(*b));
                let before = self.dropped.insert(counts.interface, dropped);
                let source = (counts.section, counts.interface);
                if dropped > before.unwrap_or(0)
                    && let Some(source) = self.sources.get_mut(&source)
                {
                    source.state.dropped();
                }
            }
            Event::Damage(damage) => {
                self.damages += 1;
                if self.damages <= MAX_DAMAGES {
                    self.say(&format!("{}: {damage}", self.path.display()));
                }
                self.damaged = true;
            }
        }
    }

    /// The lines of comments, where there is room for them.
    fn kept(&mut self, comments: &[String]) -> Option<Vec<String>> {
        if comments.is_empty() {
            return None;
        }
        let before = self.note_bytes;
        self.note_bytes += comments.iter().map(String::len).sum::<usize>();
        if self.note_bytes <= MAX_NOTES {
            return Some(lines(comments));
        }
        if before <= MAX_NOTES {
            self.say(&format!(
                "{}: sections and interfaces have more than {} MiB of comments: what the rest tells is not known",
                self.name(),
                MAX_NOTES >> 20
            ));
        }
        None
    }

    /// Forgets the first of many sources, so that there is room for one more.
    #[cold]
    fn make_room(&mut self) {
        self.sources.pop_first();
        self.forgotten += 1;
        if self.forgotten == 1 {
            self.say(&format!(
                "{}: more than {MAX_SOURCES} sections and interfaces have netlink: what the first ones told is \
                 forgotten, with requests that nothing answered",
                self.name()
            ));
        }
    }

    /// The number of the interface, where messages say theirs.
    pub fn interface(&self, held: &Held) -> Option<u32> {
        self.several.then_some(held.source.1)
    }

    /// The source of a frame, its byte order told from this frame where nothing told it before.
    pub fn source(&mut self, held: &Held, data: &[u8]) -> &mut Source<'t> {
        if self.sources.len() >= MAX_SOURCES && !self.sources.contains_key(&held.source) {
            self.make_room();
        }
        let arch = self
            .given
            .arch
            .or_else(|| self.archs.get(&held.source.0).copied());
        let known = self.given.byte_order().or(self.vote);
        let (tables, given, notes) = (self.tables, &self.given, &self.notes);
        let (wanted, foretold) = (self.wanted, &self.foretold);
        let of_section = &self.section_notes;
        let source = self.sources.entry(held.source).or_insert_with(|| {
            let mut state = State::new(tables, known.unwrap_or_default());
            state.want(wanted);
            for (id, name) in &given.families {
                state.give(*id, name);
            }
            for (id, name) in foretold.get(&held.source).into_iter().flatten() {
                state.foresee(*id, name);
            }
            state.set_arch(arch);
            let mut decided = known.is_some();
            let of_section = of_section.get(&held.source.0);
            let own = notes.get(&held.source.1);
            for note in of_section.into_iter().chain(own).flatten() {
                decided |= state.recall(note);
            }
            if let Some(order) = given.order {
                state.set_order(order);
            }
            Source { state, decided }
        });
        if !source.decided && !NO_VOTE.contains(&held.protocol) {
            let little = plausibility(data, ByteOrder::Little);
            let big = plausibility(data, ByteOrder::Big);
            if little != big {
                source.state.set_order(if little > big {
                    ByteOrder::Little
                } else {
                    ByteOrder::Big
                });
                source.decided = true;
            }
        }
        source
    }

    /// The source of a frame of which nothing is left to be found out.
    pub(crate) fn told(&mut self, held: &Held) -> Option<&mut Source<'t>> {
        let source = self.sources.get_mut(&held.source)?;
        (source.decided && self.comments.is_empty()).then_some(source)
    }

    /// Takes to heart what comments of the frame's packet tell.
    fn recall(&mut self, held: &Held, data: &[u8]) {
        self.note = None;
        while let Some((number, _)) = self.comments.front()
            && *number <= held.number
            && let Some((number, comments)) = self.comments.pop_front()
        {
            if number < held.number {
                continue;
            }
            let given = self.given.order;
            for comment in comments {
                if let Some(note) = Note::parse(&comment) {
                    self.note = Some((number, note));
                    continue;
                }
                let source = self.source(held, data);
                source.decided |= source.state.recall(&comment);
                if let Some(order) = given {
                    source.state.set_order(order);
                }
            }
        }
    }

    /// What a tap knew of a frame: the one that [`Input::items`] was given last.
    pub fn note(&self, held: &Held) -> Option<&Note> {
        let (number, note) = self.note.as_ref()?;
        (*number == held.number).then_some(note)
    }

    /// Whether there is more than one interface.
    pub fn several(&self) -> bool {
        self.several
    }

    /// All sources so far, by section and interface.
    pub fn sources(&mut self) -> impl Iterator<Item = ((u32, u32), &mut Source<'t>)> {
        self.sources.iter_mut().map(|(key, source)| (*key, source))
    }

    /// The place of a message in this file.
    pub fn place(&self, held: &Held, message: u32) -> Place {
        Place {
            file: self.file,
            frame: held.number,
            message,
        }
    }
}

/// The notes of comments: a line each.
fn lines(comments: &[String]) -> Vec<String> {
    comments
        .iter()
        .flat_map(|c| c.lines())
        .map(str::to_owned)
        .collect()
}

/// The first bytes of a packet, as many as there is room for.
#[inline]
fn cooked_bytes(packet: &[u8], len: usize) -> ([u8; COOKED_MAX], usize) {
    let there = len.min(packet.len()).min(COOKED_MAX);
    if let Some(bytes) = packet.first_chunk() {
        return (*bytes, there);
    }
    let mut bytes = [0; COOKED_MAX];
    if let (Some(to), Some(from)) = (bytes.get_mut(..there), packet.get(..there)) {
        to.copy_from_slice(from);
    }
    (bytes, there)
}

/// Whether packets of a link type begin with a header that tells of netlink.
fn is_cooked(link_type: u16) -> bool {
    matches!(
        link_type,
        LINKTYPE_NETLINK | LINKTYPE_LINUX_SLL | LINKTYPE_LINUX_SLL2
    )
}

/// The architecture that a section header's words name, such as `Linux 6.1.0-35-amd64`.
fn arch_in(words: &str) -> Option<Arch> {
    words
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .find_map(Arch::named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn architecture_of_a_section() {
        assert_eq!(arch_in("Linux 6.1.0-35-amd64").unwrap().name, "amd64");
        assert_eq!(arch_in("s390x").unwrap().name, "s390x");
        assert!(arch_in("Intel(R) Core(TM) i7").is_none());
    }
}
