//! A filter at work: a sink that stops when the answer stands.

use super::condition::Condition;
use super::facts;
use super::glance::Glances;
use super::others::{Others, Told, answered};
use super::program::{self, Answers, Marks, Program, Run};
use super::reach::{Below, Positions, is_opaque};
use super::{Filter, Header, On, Query, Tree};
use crate::context::{Context, Knowledge};
use crate::diagnostic::Diagnostic;
use crate::envelope::Envelope;
use crate::families::netlink;
use crate::hash::QuickMap;
use crate::sink::{Class, Flow, Numbers, Sink, Value};
use crate::table::{Body, Family, Meaning, Message, Name, Set, Unit};
use crate::walk::{
    Key, Node, Resolved, Span, resolve, to_kernel, walk_body, walk_datagram, walk_no_message,
    walk_resolved,
};
use crate::wire::{ByteOrder, RawMessage};

/// What is known of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// No value came yet.
    Nothing,
    /// Values came, and none fits.
    Seen,
    /// A value fits: nothing more can change it.
    Fits,
    /// Values came, and none fits; no more will come.
    Misses,
    /// No value came, and none will.
    Never,
}

/// A level of the walk.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// Where paths have come to.
    progress: Positions,
    /// Within the request that an error echoes.
    echo: bool,
    /// Below it are names that no table lists.
    loose: bool,
}

/// How messages of a record begin, where the filter is plain.
#[derive(Debug)]
struct Begun {
    known: Vec<Known>,
    level: Level,
    live: Positions,
    body: Below,
    /// Headers need no walk.
    bare: bool,
    /// What to do with the attributes, where that can be told ahead.
    program: Option<Program>,
    answers: Answers,
    answer: Option<bool>,
}

/// Asks a filter about one message after the other. It keeps what it needs for that, so that a
/// message allocates nothing.
#[derive(Debug)]
pub struct Matcher<'f> {
    pub(super) filter: &'f Filter<'f>,
    pub(super) known: Vec<Known>,
    levels: Vec<Level>,
    /// Positions of the paths that may still matter.
    live: Positions,
    /// What is behind the headers of the message.
    body: Below,
    /// Its headers need no walk.
    bare: bool,
    /// Diagnostics are asked for: nothing may be left out.
    all: bool,
    pub(super) decided: Option<bool>,
    pub(super) others: Others<'f>,
    /// Which attributes matter of the sets that were met, by the set's address: where no path
    /// has begun, and where one has.
    wanted: QuickMap<usize, [Numbers; 2]>,
    /// The answer for NLMSG_ERROR and its like, where the filter asks of nothing that is in them.
    pub(super) of_controls: Option<bool>,
    /// The filter asks of paths and of the type alone, and only its answer is looked at.
    pub(super) plain: bool,
    paths_alone: bool,
    /// How messages begin, and the position of that by the address of their record; and that of
    /// the last one.
    begun: Vec<Begun>,
    records: QuickMap<usize, usize>,
    current: (usize, usize),
    pub(super) glances: Glances,
}

impl<'f> Matcher<'f> {
    /// A matcher for a filter.
    pub fn new(filter: &'f Filter<'_>) -> Matcher<'f> {
        Matcher {
            filter,
            known: Vec::with_capacity(filter.queries.len()),
            levels: Vec::with_capacity(usize::from(crate::walk::MAX_DEPTH) + 8),
            live: 0,
            body: Below::default(),
            bare: false,
            all: filter.needs.diagnostics,
            decided: None,
            others: Others::new(filter),
            wanted: QuickMap::default(),
            of_controls: of_controls(filter),
            plain: filter.queries.iter().all(is_plain),
            paths_alone: asks_paths_alone(filter),
            begun: Vec::new(),
            records: QuickMap::default(),
            current: (0, 0),
            glances: Glances::default(),
        }
    }

    /// A matcher that asks the walk of every message, so that its queries can be looked at one by
    /// one behind it: what the quicker ways have to agree with.
    pub fn walking(filter: &'f Filter<'_>) -> Matcher<'f> {
        Matcher {
            plain: false,
            of_controls: None,
            ..Matcher::new(filter)
        }
    }

    /// Whether a message matches; `rest` is what no message of its frame claims, with the last.
    pub fn message(
        &mut self,
        message: &RawMessage<'_>,
        rest: Option<Span<'_>>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> bool {
        let resolved = resolve(message, ctx);
        self.bare = false;
        if resolved.control
            && let Some(answer) = self.of_controls
        {
            return answer;
        }
        if let Some(record) = resolved.record
            && self.plain
            && !resolved.control
            && (self.paths_alone || resolved.generic.is_none())
        {
            let at = self.begun_at(record, &resolved, message, ctx);
            let to_kernel = to_kernel(message, ctx);
            if let Some(answer) = self.run_all(at, message.data, to_kernel, ctx) {
                return answer;
            }
            self.take_up(at);
        } else {
            self.begin(envelope);
            self.headers(message, &resolved);
            match resolved.record.filter(|_| !resolved.control) {
                Some(record) => self.expect_in(record, &resolved),
                None => self.expect(Positions::MAX, Below::MAX),
            }
            if let Some(answer) = self.answer() {
                return answer;
            }
        }
        if self.bare {
            walk_body(message, &resolved, ctx, self);
        } else if self.live != 0 || self.all {
            walk_resolved(message, &resolved, rest, ctx, self);
        }
        self.end(Some(Told::Message(message)), ctx)
    }

    /// Gives up paths with a name that cannot stand in what a record describes.
    fn expect_in(&mut self, record: &Message, resolved: &Resolved<'_>) {
        let within = self.filter.reach.message(record);
        let mut names = within.headers.names | within.body.names;
        if resolved.generic.is_some() {
            let header = self.filter.reach.below(&netlink::GENLMSGHDR.name);
            names |= header.map_or(0, |below| below.names);
        }
        self.expect(names, within.body);
    }

    /// The position of how messages of a record begin, for a filter that is plain.
    #[inline]
    pub(super) fn begun_at(
        &mut self,
        record: &Message,
        resolved: &Resolved<'_>,
        message: &RawMessage<'_>,
        ctx: &Context<'_>,
    ) -> usize {
        let of = std::ptr::from_ref(record) as usize;
        if self.current.0 != of {
            let at = match self.records.get(&of) {
                Some(at) => *at,
                None => {
                    let begun = self.begun_of(record, resolved, message, ctx);
                    self.begun.push(begun);
                    let at = self.begun.len() - 1;
                    self.records.insert(of, at);
                    at
                }
            };
            self.current = (of, at);
        }
        self.current.1
    }

    /// The answer for a message, where it follows from its record, or its program can tell.
    /// `names` is the edition of the names of interfaces, where they are asked for.
    #[inline(always)]
    pub(super) fn run(
        &mut self,
        at: usize,
        message: &[u8],
        to_kernel: bool,
        order: ByteOrder,
        names: Option<u64>,
        ctx: &Context<'_>,
    ) -> Option<bool> {
        let begun = self.begun.get_mut(at)?;
        if begun.answer.is_some() {
            return begun.answer;
        }
        let program = begun.program.as_ref()?;
        match program.sifted(message, order, names, &mut begun.answers) {
            None => self.run_all(at, message, to_kernel, ctx),
            answer => answer,
        }
    }

    /// The same from the program alone.
    #[inline(never)]
    fn run_all(
        &mut self,
        at: usize,
        message: &[u8],
        to_kernel: bool,
        ctx: &Context<'_>,
    ) -> Option<bool> {
        let names = self.names(ctx);
        let begun = self.begun.get_mut(at)?;
        if begun.answer.is_some() {
            return begun.answer;
        }
        let program = begun.program.as_ref()?;
        let (known, answers) = (&mut self.known, &mut begun.answers);
        let run = Run {
            program,
            marks: Marks::new(self.filter, &begun.known, known, answers),
            message,
            order: ctx.order,
            to_kernel,
            names,
        };
        run.answer()
    }

    /// Who knows the names of interfaces, where they are asked for.
    #[inline]
    pub(super) fn names<'c>(&self, ctx: &Context<'c>) -> Option<&'c dyn Knowledge> {
        self.filter.needs.interfaces.then_some(ctx.knowledge)
    }

    /// What a filter says of all messages that begin so, where that is known.
    pub(super) fn answer_of(&self, begun: usize) -> Option<bool> {
        self.begun.get(begun)?.answer
    }

    /// Begins a message that has to be walked through.
    fn take_up(&mut self, begun: usize) {
        let Some(begun) = self.begun.get(begun) else {
            return;
        };
        self.known.clone_from(&begun.known);
        self.levels.clear();
        self.levels.push(begun.level);
        self.live = begun.live;
        self.body = begun.body;
        self.bare = begun.bare;
        self.decided = None;
    }

    #[cold]
    fn begun_of(
        &mut self,
        record: &Message,
        resolved: &Resolved<'_>,
        message: &RawMessage<'_>,
        ctx: &Context<'_>,
    ) -> Begun {
        // what is known beside the bytes is not asked for
        self.begin(&Envelope::default());
        self.headers(message, resolved);
        self.expect_in(record, resolved);
        let mut begun = Begun {
            known: self.known.clone(),
            level: self.level(),
            live: self.live,
            body: self.body,
            bare: self.bare_in(record, resolved),
            program: None,
            answers: Answers::default(),
            answer: self.decided,
        };
        if self.live == 0 {
            self.known.iter_mut().for_each(close);
            let filter = self.filter;
            let answer = evaluate(&filter.tree, filter, &self.known).unwrap_or(false);
            begun.answer.get_or_insert(answer);
        } else if self.stands_in_bytes(record, resolved) && !begun.level.loose {
            let generic = resolved.generic.is_some();
            begun.program = program::make(self.filter, ctx.tables, record, generic, self.live);
        }
        begun
    }

    /// Whether the names of live paths stand among the attributes of a message alone.
    fn bare_in(&self, record: &Message, resolved: &Resolved<'_>) -> bool {
        let headers = self.filter.reach.message(record).headers.names;
        headers & self.live == 0 && self.stands_in_bytes(record, resolved)
    }

    /// Whether the names of live paths stand in the fixed headers and attributes of a message
    /// alone, and all of them are in the tables.
    fn stands_in_bytes(&self, record: &Message, resolved: &Resolved<'_>) -> bool {
        let generic = self.filter.reach.below(&netlink::GENLMSGHDR.name);
        let generic = generic.filter(|_| resolved.generic.is_some());
        let mut paths = self.filter.paths.iter();
        matches!(record.body, Body::Attributes(_))
            && generic.is_none_or(|below| below.names & self.live == 0)
            && !self.all
            && !paths.any(|path| path.parts.iter().flatten().any(|name| is_opaque(name)))
    }

    /// Begins a frame that has no nlmsghdr; the answer, where it is known before the walk.
    fn begin_frame(&mut self, envelope: &Envelope<'_>) -> Option<bool> {
        self.begin(envelope);
        self.no_headers();
        self.expect(Positions::MAX, Below::MAX);
        self.answer()
    }

    /// The same of a frame of a protocol whose frames have no nlmsghdr.
    pub fn datagram(
        &mut self,
        family: &Family,
        frame: Span<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> bool {
        if let Some(answer) = self.begin_frame(envelope) {
            return answer;
        }
        walk_datagram(family, frame, ctx, self);
        self.end(Some(Told::Datagram(family, frame)), ctx)
    }

    /// The same of a frame in which no message can be read.
    pub fn no_message(
        &mut self,
        frame: Span<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> bool {
        if let Some(answer) = self.begin_frame(envelope) {
            return answer;
        }
        walk_no_message(frame, ctx, self);
        self.end(None, ctx)
    }

    /// Forgets the message before, and asks what is known of this one beside its bytes.
    fn begin(&mut self, envelope: &Envelope<'_>) {
        let filter = self.filter;
        self.known.clear();
        self.known.resize(filter.queries.len(), Known::Nothing);
        self.levels.clear();
        self.decided = None;
        for (query, known) in filter.queries.iter().zip(&mut self.known) {
            match &query.on {
                On::Envelope(at) => {
                    if let Some(field) = facts::FIELDS.get(*at) {
                        (field.get)(envelope, &mut |value| {
                            take(&query.condition, known, &value);
                        });
                    }
                    close(known);
                }
                On::Time(when, local) => {
                    let holds = |time| when.iter().any(|w| w.holds(time, *local));
                    *known = match envelope.time.is_some_and(holds) {
                        true => Known::Fits,
                        false => Known::Never,
                    };
                }
                On::Reply(at) => *known = answered(facts::answers(envelope), *at),
                _ => {}
            }
        }
    }

    /// Asks what the headers tell that every message has.
    fn headers(&mut self, message: &RawMessage<'_>, resolved: &Resolved<'_>) {
        let filter = self.filter;
        let header = &message.header;
        for (query, known) in filter.queries.iter().zip(&mut self.known) {
            let On::Header(field) = &query.on else {
                continue;
            };
            let number = |value: u32| Value::Unsigned {
                value: value.into(),
                width: 4,
                meaning: &Meaning::Number,
                unit: Unit::None,
            };
            let value = match field {
                Header::Len => Some(number(header.nlmsg_len)),
                Header::Seq => Some(number(header.nlmsg_seq)),
                Header::Pid => Some(number(header.nlmsg_pid)),
                Header::Type => Some(Value::Named {
                    value: header.nlmsg_type.into(),
                    width: 2,
                    name: resolved.type_name(),
                }),
                Header::Flags => Some(Value::Unsigned {
                    value: header.nlmsg_flags.into(),
                    width: 2,
                    meaning: netlink::flags_meaning(resolved.verb()),
                    unit: Unit::None,
                }),
                Header::Command => resolved.generic.map(|generic| Value::Named {
                    value: generic.cmd.into(),
                    width: 1,
                    name: resolved.record.map(|r| &r.name),
                }),
            };
            if let Some(value) = value {
                take(&query.condition, known, &value);
            }
            close(known);
        }
    }

    fn no_headers(&mut self) {
        for (query, known) in self.filter.queries.iter().zip(&mut self.known) {
            if matches!(query.on, On::Header(_)) {
                close(known);
            }
        }
    }

    /// Gives up paths with a name that cannot stand in the message.
    fn expect(&mut self, names: Positions, body: Below) {
        let filter = self.filter;
        self.body = body;
        self.live = 0;
        for (query, known) in filter.queries.iter().zip(&mut self.known) {
            let On::Path(at) = &query.on else {
                continue;
            };
            let Some(path) = filter.paths.get(*at) else {
                continue;
            };
            if names & path.all == path.all {
                self.live |= path.all;
            } else {
                *known = Known::Never;
            }
        }
        self.levels.push(Level {
            progress: 0,
            echo: false,
            loose: names == Positions::MAX,
        });
        self.decide();
    }

    fn answer(&self) -> Option<bool> {
        self.decided
    }

    /// What is not known at the end of the message, nor from others, never will be.
    fn end(&mut self, told: Option<Told<'_, '_>>, ctx: &Context<'_>) -> bool {
        if let Some(told) = told.filter(|_| self.decided.is_none()) {
            self.ask_others(told, ctx);
        }
        if let Some(answer) = self.decided {
            return answer;
        }
        self.known.iter_mut().for_each(close);
        let filter = self.filter;
        evaluate(&filter.tree, filter, &self.known).unwrap_or(false)
    }

    pub(super) fn decide(&mut self) {
        let filter = self.filter;
        self.decided = evaluate(&filter.tree, filter, &self.known);
    }

    fn flow(&self) -> Flow {
        match self.decided {
            Some(_) => Flow::Stop,
            None => Flow::Continue,
        }
    }

    /// Whether something that matters can stand below a level.
    #[inline]
    fn interesting(&self, level: &Level, below: &Below) -> bool {
        let paths = &self.filter.paths;
        let mut starts = paths.starts(level.echo) & below.starts;
        // the echoed request stands below a name that is in no table
        if level.loose && !level.echo {
            starts |= paths.starts(true);
        }
        let further = (level.progress << 1) & below.names;
        self.all || (starts | further) & self.live != 0
    }

    #[inline]
    fn level(&self) -> Level {
        let nothing = Level {
            progress: 0,
            echo: false,
            loose: true,
        };
        self.levels.last().copied().unwrap_or(nothing)
    }

    /// A value stands at the end of the paths that have come to these positions.
    #[inline]
    fn value(&mut self, progress: Positions, value: Option<&Value<'_>>) {
        let ends = progress & self.live;
        if ends != 0 {
            self.value_at(ends, value);
        }
    }

    #[inline(never)]
    fn value_at(&mut self, ends: Positions, value: Option<&Value<'_>>) {
        let filter = self.filter;
        let mut changed = false;
        let mut live = 0;
        for (query, known) in filter.queries.iter().zip(&mut self.known) {
            let On::Path(at) = &query.on else {
                continue;
            };
            let Some(path) = filter.paths.get(*at) else {
                continue;
            };
            if path.last & ends != 0 && *known != Known::Fits {
                let before = *known;
                match value {
                    Some(value) => take(&query.condition, known, value),
                    None => here(&query.condition, known),
                }
                changed |= *known != before;
            }
            if !matches!(known, Known::Fits | Known::Never) {
                live |= path.all;
            }
        }
        self.live = live;
        if changed {
            self.decide();
        }
    }
}

impl Sink for Matcher<'_> {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let up = self.level();
        if self.decided.is_some() {
            self.levels.push(up);
            return Flow::Stop;
        }
        let skip_unless = |interesting: bool| match interesting {
            true => Flow::Continue,
            false => Flow::Skip,
        };
        match class {
            Class::Header => {
                self.levels.push(up);
                return skip_unless(up.echo);
            }
            Class::Attributes => {
                let of_message = self.levels.len() == 1;
                self.levels.push(up);
                let body = self.body;
                return skip_unless(!of_message || self.interesting(&up, &body));
            }
            Class::Bits | Class::Multi => {
                self.levels.push(up);
                return Flow::Continue;
            }
            _ => {}
        }
        let filter = self.filter;
        let progress = filter.paths.step(up.progress, up.echo, node);
        self.value(progress, None);
        if class == Class::Echo {
            let level = Level {
                progress: 0,
                echo: true,
                loose: true,
            };
            self.levels.push(level);
            if self.decided.is_some() {
                return Flow::Stop;
            }
            return skip_unless(self.all || self.live & filter.paths.starts(true) != 0);
        }
        let known = match node.key {
            Key::Name(name) => match filter.reach.below(name) {
                Some(below) => *below,
                None if up.loose => Below::MAX,
                None => Below::default(),
            },
            _ => Below {
                loose: up.loose,
                ..Below::MAX
            },
        };
        let level = Level {
            progress,
            echo: up.echo,
            loose: known.loose,
        };
        self.levels.push(level);
        match self.flow() {
            Flow::Stop => Flow::Stop,
            // what has no name of its own has values of what holds it
            _ => {
                let values =
                    matches!(class, Class::Array | Class::Map) && progress & self.live != 0;
                skip_unless(values || self.interesting(&level, &known))
            }
        }
    }

    fn leave(&mut self) {
        self.levels.pop();
    }

    #[inline]
    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let up = self.level();
        let progress = self.filter.paths.step(up.progress, up.echo, node);
        if progress & self.live != 0 && !(node.reserved && value.is_zero()) {
            self.value(progress, Some(value));
        }
        self.flow()
    }

    fn derived(&mut self, name: &Name, text: &str) {
        let up = self.level();
        let node = Node::new(Key::Name(name), 0, 0);
        let progress = self.filter.paths.step(up.progress, up.echo, &node);
        self.value(progress, Some(&Value::Text(text.as_bytes())));
    }

    fn wants(&mut self, set: &Set) -> Option<Numbers> {
        let level = self.level();
        if self.all || level.loose {
            return None;
        }
        let filter = self.filter;
        let wanted = self.wanted.entry(std::ptr::from_ref(set) as usize);
        let [fresh, begun] = wanted.or_insert_with(|| wanted_of(set, filter));
        Some(if level.progress == 0 { *fresh } else { *begun })
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        if !self.all {
            return;
        }
        for (query, known) in self.filter.queries.iter().zip(&mut self.known) {
            if let On::Diagnostic(part) = query.on {
                facts::of_diagnostic(part, &diagnostic, &mut |value| {
                    take(&query.condition, known, &value);
                });
            }
        }
        self.decide();
    }

    fn names_interfaces(&self) -> bool {
        self.filter.needs.interfaces
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// Whether what a query asks, beside paths, is the same for all messages of a record that are
/// not generic.
fn is_plain(query: &Query) -> bool {
    use Header::{Command, Type};
    matches!(query.on, On::Path(_) | On::Header(Type | Command))
}

fn asks_paths_alone(filter: &Filter<'_>) -> bool {
    filter.queries.iter().all(|q| matches!(q.on, On::Path(_)))
}

/// What a filter says of all messages in which none of its paths can stand, where control
/// messages are such.
fn of_controls(filter: &Filter<'_>) -> Option<bool> {
    const OWN: [&str; 7] = [
        "nlmsgerr",
        "nlmsg_done",
        "error",
        "errno",
        "msg",
        "offending",
        "missing",
    ];
    let names = || filter.paths.iter().flat_map(|p| p.parts.iter().flatten());
    let attribute = |name: &Name| {
        let below = filter.reach.below(name);
        filter.paths.named(name) != 0 || below.is_some_and(|below| below.names != 0)
    };
    let mut attributes = netlink::NLMSGERR_ATTR.attributes.iter();
    let asked = !asks_paths_alone(filter)
        || filter.paths.iter().any(|path| path.echo)
        || names().any(|name| OWN.contains(&name.as_str()) || is_opaque(name))
        || attributes.any(|a| attribute(&a.name));
    if asked {
        return None;
    }
    let known = vec![Known::Never; filter.queries.len()];
    evaluate(&filter.tree, filter, &known)
}

/// Which attributes of a set may matter to paths that have not begun yet, and to those that
/// have. See `Matcher::interesting`: what that lets pass is among them.
pub(super) fn wanted_of(set: &Set, filter: &Filter<'_>) -> [Numbers; 2] {
    let (paths, reach) = (&filter.paths, &filter.reach);
    let starts = paths.starts(false) | paths.starts(true);
    let mut wanted = [Numbers::default(); 2];
    let [fresh, begun] = &mut wanted;
    for attribute in set.attributes.iter() {
        let named = paths.named(&attribute.name);
        let below = reach.below(&attribute.name).copied().unwrap_or_default();
        let loose = below.loose && paths.starts(true) != 0;
        if named & starts != 0 || below.starts != 0 || loose {
            fresh.insert(attribute.value);
        }
        if named != 0 || below.names != 0 || loose {
            begun.insert(attribute.value);
        }
    }
    if paths.has_numbers() {
        for number in (0..512).filter(|n| set.get(*n).is_none()) {
            fresh.insert(number);
            begun.insert(number);
        }
    }
    wanted
}

/// A value came.
pub(super) fn take(condition: &Condition, known: &mut Known, value: &Value<'_>) {
    if *known == Known::Fits || !condition.takes(value) {
        return;
    }
    *known = match condition.fits(value) {
        true => Known::Fits,
        false => Known::Seen,
    };
}

/// Something came that holds others and has no value.
pub(super) fn here(condition: &Condition, known: &mut Known) {
    if condition.any.is_empty() && condition.takes_containers() {
        *known = Known::Fits;
    } else if *known == Known::Nothing {
        *known = Known::Seen;
    }
}

/// No value will come any more.
pub(super) fn close(known: &mut Known) {
    *known = match *known {
        Known::Nothing => Known::Never,
        Known::Seen => Known::Misses,
        known => known,
    };
}

/// Whether a query holds, where that is known.
fn holds(condition: &Condition, known: Known) -> Option<bool> {
    match known {
        Known::Fits => Some(!condition.not),
        Known::Misses => Some(condition.not),
        Known::Never => Some(false),
        Known::Seen | Known::Nothing => None,
    }
}

/// Whether the filter holds, where that is known.
pub(super) fn evaluate(tree: &Tree, filter: &Filter<'_>, known: &[Known]) -> Option<bool> {
    let all = |parts: &[Tree], decisive: bool| {
        let mut open = false;
        for part in parts {
            match evaluate(part, filter, known) {
                Some(answer) if answer == decisive => return Some(decisive),
                Some(_) => {}
                None => open = true,
            }
        }
        (!open).then_some(!decisive)
    };
    match tree {
        Tree::All(parts) => all(parts, false),
        Tree::Any(parts) => all(parts, true),
        Tree::Not(part) => evaluate(part, filter, known).map(|answer| !answer),
        Tree::Test(at) => {
            let query = filter.queries.get(*at)?;
            holds(&query.condition, *known.get(*at)?)
        }
    }
}
