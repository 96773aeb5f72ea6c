//! The command line.

use clap::{Arg, ArgAction, Args as ClapArgs, CommandFactory, FromArgMatches};
use clap::{Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// Dissect Linux netlink captures.
#[derive(Parser, Debug)]
#[command(
    name = "nldissect",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Exit codes: 0 all was read; 1 -q and nothing matched; 2 wrong usage, nothing readable or no netlink; 3 a file was damaged, all \
                  readable was printed."
)]
pub struct Args {
    /// Captures: pcap or pcapng, plain or compressed (gzip, zstd, lz4); `-` is standard input.
    /// Several merge by time
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub select: Select,

    #[command(flatten)]
    pub output: Output,

    #[command(flatten)]
    pub meaning: Meaning,

    #[command(flatten)]
    pub browse: Browse,

    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The options of all subcommands that matter to one: its help hides the others.
const SHOWN: [(&str, &[&str]); 5] = [
    ("families", &["json", "spec", "spec_prefer"]),
    (
        "explain",
        &[
            "json",
            "time",
            "color",
            "show_keys",
            "spec",
            "spec_prefer",
            "family",
            "byte_order",
            "arch",
        ],
    ),
    (
        "exchanges",
        &[
            "filter",
            "json",
            "verbose",
            "count",
            "time",
            "color",
            "show_keys",
            "spec",
            "spec_prefer",
            "family",
            "byte_order",
            "arch",
        ],
    ),
    ("demo", &["time", "show_keys", "spec", "spec_prefer"]),
    (
        "trace",
        &[
            "filter",
            "json",
            "text",
            "verbose",
            "fields",
            "count",
            "quiet",
            "copies",
            "time",
            "color",
            "show_keys",
            "spec",
            "spec_prefer",
            "family",
        ],
    ),
];

/// Options of messages that `exchanges` has no use for.
const NO_EXCHANGES: [&str; 3] = ["write", "whole", "redact"];

/// Options of all subcommands that mean something else in one: what its help says.
const MEANT: [(&str, &str, &str); 1] =
    [("trace", "quiet", "Only the requests that failed, and why")];

/// Reads the command line.
pub fn read() -> Result<Args, clap::Error> {
    let mut command = Args::command();
    let globals: Vec<Arg> = command
        .get_arguments()
        .filter(|arg| arg.is_global_set())
        .cloned()
        .collect();
    for (name, shown) in SHOWN {
        let own = globals.iter().filter_map(|arg| {
            let id = arg.get_id().as_str();
            let meant = MEANT
                .iter()
                .find(|(sub, arg, _)| (*sub, *arg) == (name, id));
            match meant {
                Some((.., help)) => Some(arg.clone().help(help)),
                None => (!shown.contains(&id)).then(|| arg.clone().hide(true)),
            }
        });
        // what a subcommand has of its own is not taken from those of all
        command = command.mut_subcommand(name, |sub| sub.args(own));
    }
    for option in NO_EXCHANGES {
        command =
            command.mut_subcommand("exchanges", |sub| sub.mut_arg(option, |arg| arg.hide(true)));
    }
    Args::from_arg_matches(&command.try_get_matches()?)
}

/// Which messages.
#[derive(ClapArgs, Debug, Default)]
pub struct Select {
    /// Only messages that match: IFLA_MTU > 1500, nl80211 and errno, dev == eth0 …
    #[arg(short = 'Y', long, value_name = "EXPR", global = true)]
    pub filter: Option<String>,

    /// Only these frames or messages: 12, 12.1 (message 1 of frame 12), 10-20, or several with commas
    #[arg(short = 'n', value_name = "SELECTION")]
    pub numbers: Option<String>,

    /// Write the frames that hold a match to a file: pcapng, or pcap where it is named OUT.pcap
    #[arg(short = 'w', long = "write", value_name = "OUT", conflicts_with_all = ["text", "json", "fields", "count", "quiet", "verbose"])]
    pub write: Option<PathBuf>,

    /// With -w: the whole exchanges of the matching messages: requests, answers, what they caused
    #[arg(long, requires = "write")]
    pub whole: bool,

    /// What -w hides: keys become zeros; `=all`: addresses, names of interfaces and SSIDs are mapped one to one too
    #[arg(long, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "keys", requires = "write")]
    pub redact: Option<Redact>,

    /// At most so many messages
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,

    /// Decode on so many threads: by default as many as there are processors. The output is the same
    #[arg(short = 'j', value_name = "N")]
    pub threads: Option<NonZeroUsize>,
}

impl Select {
    /// How many threads decode.
    pub fn threads(&self) -> usize {
        let there = || thread::available_parallelism().ok();
        self.threads.or_else(there).map_or(1, NonZeroUsize::get)
    }
}

/// What a live tap keeps, and when it ends.
#[derive(ClapArgs, Debug)]
pub struct Tap {
    /// Record to a file too, as pcapng; `-` is standard output. Nothing is printed then unless
    /// asked for
    #[arg(short = 'w', long = "write", value_name = "OUT")]
    pub write: Option<PathBuf>,

    /// What -w hides: keys become zeros; `=all`: addresses, names of interfaces and SSIDs are mapped one to one too
    #[arg(long, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "keys", requires = "write")]
    pub redact: Option<Redact>,

    /// End after so many messages
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,

    /// End after so many seconds
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub duration: Option<Duration>,

    /// In the browser
    #[arg(long, conflicts_with_all = ["write", "limit", "text", "json", "fields", "count", "quiet", "verbose", "filter"])]
    pub browser: bool,

    /// A table by any fields: how many messages, bytes, rate, refused requests, latency
    #[arg(long, value_name = "FIELDS", value_delimiter = ',',
          conflicts_with_all = ["text", "fields", "count", "quiet", "verbose", "browser"])]
    pub by: Vec<String>,

    /// Tables by protocol and family, kind of message, port, interface, error
    #[arg(long, conflicts_with_all = ["text", "fields", "count", "quiet", "verbose", "browser"])]
    pub stats: bool,
}

impl Tap {
    /// The arguments by which what it hears is read.
    pub fn reading(&self, args: &Args) -> Args {
        Args {
            files: Vec::new(),
            select: Select {
                filter: args.select.filter.clone(),
                numbers: None,
                write: self.write.clone(),
                whole: false,
                redact: self.redact,
                limit: self.limit,
                threads: None,
            },
            output: Output {
                by: self.by.clone(),
                stats: self.stats,
                ..args.output.clone()
            },
            browse: args.browse.clone(),
            meaning: args.meaning.clone(),
            command: None,
        }
    }
}

/// A number of seconds, such as `2.5`.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().map_err(|_| "a number of seconds is wanted");
    Duration::try_from_secs_f64(seconds?).map_err(|e| e.to_string())
}

/// What is printed.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct Output {
    /// JSON Lines, one object a message; `=tree` for the lossless tree with offsets
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "message",
          conflicts_with_all = ["text", "fields", "count"], global = true)]
    pub json: Option<JsonForm>,

    /// A line a message
    #[arg(long, global = true)]
    pub text: bool,

    /// The whole tree; twice: with its bytes
    #[arg(short = 'v', action = ArgAction::Count, global = true)]
    pub verbose: u8,

    /// Tab-separated columns: fields or paths of attributes, separated by commas
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', conflicts_with_all = ["text", "count"], global = true)]
    pub fields: Vec<String>,

    /// How many messages
    #[arg(long, conflicts_with = "text", global = true)]
    pub count: bool,

    /// Print nothing: the exit code says whether there was a message
    #[arg(short = 'q', conflicts_with_all = ["text", "json", "fields", "count", "verbose"], global = true)]
    pub quiet: bool,

    /// A table by any fields: how many messages, bytes, rate, refused requests, latency
    #[arg(long, value_name = "FIELDS", value_delimiter = ',',
          conflicts_with_all = ["text", "fields", "count", "quiet", "verbose"])]
    pub by: Vec<String>,

    /// Tables by protocol and family, kind of message, port, interface, error
    #[arg(long, conflicts_with_all = ["text", "fields", "count", "quiet", "verbose"])]
    pub stats: bool,

    /// In text and counts, show each copy of a multicast: by default once, with ×7 for seven listeners
    #[arg(long, global = true)]
    pub copies: bool,

    /// How text shows times
    #[arg(long, value_name = "FORM", default_value = "local", global = true)]
    pub time: TimeForm,

    /// Show key material in text
    #[arg(long, global = true)]
    pub show_keys: bool,

    /// Colours in text
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: ColorWhen,
}

impl Output {
    /// Whether the arguments say what is to be printed.
    pub fn asks(&self) -> bool {
        self.json.is_some()
            || self.text
            || self.verbose > 0
            || !self.fields.is_empty()
            || self.count
            || self.quiet
            || !self.by.is_empty()
            || self.stats
    }
}

/// How bytes are understood.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct Meaning {
    /// Load families from kernel YNL specs; a loaded one replaces the built-in one of its name
    #[arg(long, value_name = "FILE|DIR", global = true)]
    pub spec: Vec<PathBuf>,

    /// Which wins where a loaded spec and a built-in family have the same name
    #[arg(long, value_name = "WHICH", default_value = "loaded", global = true)]
    pub spec_prefer: Prefer,

    /// Which generic family an id is, where no message tells: 0x1c=nl80211
    #[arg(long, value_name = "ID=NAME", global = true)]
    pub family: Vec<String>,

    /// Byte order of the captured machine, where it cannot be told from the lengths
    #[arg(long, value_name = "ORDER", global = true)]
    pub byte_order: Option<Order>,

    /// Architecture of the captured machine: x86_64, i386, arm, s390x, mips …
    #[arg(long, value_name = "NAME", global = true)]
    pub arch: Option<String>,
}

/// How the browser goes along with what is still being recorded.
#[derive(ClapArgs, Debug, Clone)]
pub struct Browse {
    /// In the browser: follow the file as it grows
    #[arg(long)]
    pub follow: bool,

    /// In the browser: how much of a stream is kept, the newest of it; with K, M, G
    #[arg(long, value_name = "SIZE", default_value = "256M", value_parser = size, global = true)]
    pub keep: u64,
}

/// A number of bytes: 4096, 64K, 256M, 2G.
fn size(text: &str) -> Result<u64, String> {
    let bad = || format!("{text:?} is no size: 64K, 256M and 2G are");
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let shift = match text.get(digits.len()..).unwrap_or("") {
        "" => 0,
        "k" | "K" => 10,
        "m" | "M" => 20,
        "g" | "G" => 30,
        _ => return Err(bad()),
    };
    let number: u64 = digits.parse().map_err(|_| bad())?;
    number.checked_mul(1 << shift).ok_or_else(bad)
}

/// Subcommands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Decode messages given as hex or as raw bytes
    Decode(Decode),
    /// What is known: families, messages, attributes, types, groups
    Families(Families),
    /// A line a request: what it asked, what came of it, how long it took
    Exchanges(Exchanges),
    /// What two captures do not share: exchanges aligned by what they ask, and compared by meaning
    Diff(Diff),
    /// What names and numbers mean: messages, attributes, flags, fields, errors, families
    Explain(Explain),
    /// Listen to multicast groups: needs no nlmon device, and for most of them no privilege
    Monitor(Monitor),
    /// The sockets of this machine, as NETLINK_SOCK_DIAG tells them; by default a table of the
    /// netlink ones: process, protocol, groups, drops, memory
    Sockets(Sockets),
    /// What the kernel would refuse, ignore or misread in the requests of captures
    Lint(Lint),
    /// The browser on a small built-in capture, at its first failed request
    Demo,
    /// Record or show what an nlmon device sees: the netlink traffic of a network namespace
    Live(Live),
    /// The netlink traffic of one command, every protocol, without root and without nlmon
    Trace(Trace),
}

/// `nldissect trace`. Standard output stays the command's.
#[derive(ClapArgs, Debug)]
#[command(
    override_usage = "nldissect trace [OPTIONS] -- COMMAND...\n       nldissect trace [OPTIONS] -p PID",
    after_help = "The command keeps its standard input and output. Exit codes: the command's own; 128 and the number of \
                  the signal that ended it; 125 nldissect failed; 126 the command cannot be executed; 127 there is no \
                  such command."
)]
pub struct Trace {
    /// The command and its arguments; give -- before it
    #[arg(
        value_name = "COMMAND",
        trailing_var_arg = true,
        required_unless_present = "process"
    )]
    pub command: Vec<std::ffi::OsString>,

    /// Instead of a command, a process that runs; Ctrl-C leaves it to itself
    #[arg(short = 'p', value_name = "PID", conflicts_with = "command", value_parser = clap::value_parser!(i32).range(1..))]
    pub process: Option<i32>,

    /// Print to this file instead of standard error
    #[arg(short = 'o', value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// Record to this file too, as pcapng; with -Y, the datagrams that hold a match
    #[arg(short = 'w', long = "write", value_name = "OUT")]
    pub write: Option<PathBuf>,

    /// At the end, what the kernel would refuse, ignore or misread of the requests
    #[arg(long)]
    pub lint: bool,
}

/// `nldissect live`.
#[derive(ClapArgs, Debug)]
pub struct Live {
    /// The nlmon device, made where it is missing. By default one that is up and nobody else's, else a new one
    #[arg(short = 'i', long, value_name = "NAME")]
    pub interface: Option<String>,

    /// Make no device
    #[arg(long)]
    pub no_create: bool,

    /// In another network namespace: a name of `ip netns`, or the id of a process in it
    #[arg(long, value_name = "NAME|PID")]
    pub netns: Option<String>,

    /// Begin another file when one has this size (100M) or age (10m): OUT-00001.pcapng, OUT-00002.pcapng …
    #[arg(long, value_name = "SIZE|TIME", requires = "write", value_parser = rotate)]
    pub rotate: Option<Rotate>,

    /// With --rotate: keep so many files, and remove the oldest
    #[arg(long, value_name = "N", requires = "rotate", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub files: Option<usize>,

    /// End when so much is written: 1G
    #[arg(long, value_name = "SIZE", requires = "write", value_parser = some)]
    pub max_size: Option<u64>,

    /// Memory for packets that are not read yet
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = some)]
    pub buffer: u64,

    /// With the traffic of nldissect itself
    #[arg(long = "self")]
    pub with_own: bool,

    #[command(flatten)]
    pub tap: Tap,

    /// What this process is for
    #[arg(long = "as", hide = true, value_name = "ROLE")]
    pub role: Option<Role>,
}

/// Processes that share the work of `nldissect live`.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Holds the privileges
    Keeper,
    /// Removes the device where the keeper does not
    Warden,
}

impl Role {
    /// What makes a process the keeper.
    pub const KEEPER: &str = "--as=keeper";

    /// What makes a process one of this role.
    pub const fn word(self) -> &'static str {
        match self {
            Role::Keeper => Role::KEEPER,
            Role::Warden => "--as=warden",
        }
    }
}

/// When a file is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rotate {
    /// At so many bytes
    Bytes(u64),
    /// After a time
    Age(Duration),
}

/// A size or a time.
fn rotate(text: &str) -> Result<Rotate, String> {
    let unit = |factor: u64, unit| {
        let number: Option<u64> = text.strip_suffix(unit).and_then(|n| n.parse().ok());
        number.and_then(|n| n.checked_mul(factor))
    };
    let age = [(1, "s"), (60, "m"), (3_600, "h"), (86_400, "d")];
    let age = age
        .into_iter()
        .find_map(|(factor, name)| unit(factor, name));
    match age {
        Some(0) => Err("a time above 0 is wanted".to_owned()),
        Some(seconds) => Ok(Rotate::Age(Duration::from_secs(seconds))),
        None => some(text)
            .map(Rotate::Bytes)
            .map_err(|_| "a size such as 100M or a time such as 10m is wanted".to_owned()),
    }
}

/// A size above 0.
fn some(text: &str) -> Result<u64, String> {
    match size(text)? {
        0 => Err("a size above 0 is wanted".to_owned()),
        bytes => Ok(bytes),
    }
}

/// `nldissect sockets`.
#[derive(ClapArgs, Debug)]
pub struct Sockets {
    /// netlink, inet (tcp, udp, udplite, raw, sctp, dccp, mptcp), unix, packet, vsock, xdp, smc,
    /// tipc, all
    #[arg(value_name = "KIND")]
    pub kinds: Vec<String>,

    #[command(flatten)]
    pub tap: Tap,
}

/// `nldissect monitor`.
#[derive(ClapArgs, Debug)]
pub struct Monitor {
    /// link, ipv4-route, ipv6-addr, neigh, rule, conntrack-new, nftables, xfrm:sa, uevent, audit,
    /// nl80211:scan, nl80211, all … All of NETLINK_ROUTE where none is given
    #[arg(value_name = "GROUP")]
    pub groups: Vec<String>,

    /// Show the groups that there are
    #[arg(long, exclusive = true)]
    pub list: bool,

    /// Hear other network namespaces too, where they have an id in this one
    #[arg(long)]
    pub all_nsid: bool,

    #[command(flatten)]
    pub tap: Tap,
}

/// `nldissect exchanges`.
#[derive(ClapArgs, Debug)]
pub struct Exchanges {
    /// Captures, as for nldissect itself
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub select: Select,

    /// Only what failed: refused, unanswered, lost. Leaves out probes, by which tools ask
    /// whether the kernel knows something
    #[arg(long)]
    pub failed: bool,

    /// With --failed: the probes too
    #[arg(long)]
    pub probes: bool,

    /// Only what took so many milliseconds or more
    #[arg(long, value_name = "MS")]
    pub slow: Option<u64>,

    /// Instead, the so many longest silences of the capture, with what stands before and after
    #[arg(long, value_name = "N", conflicts_with_all = ["failed", "probes", "slow"])]
    pub gaps: Option<usize>,
}

/// `nldissect diff`.
#[derive(ClapArgs, Debug)]
pub struct Diff {
    /// A capture, as for nldissect itself
    #[arg(value_name = "A", required_unless_present = "list_ignored")]
    pub a: Option<PathBuf>,

    /// The capture that it is compared with
    #[arg(value_name = "B", required_unless_present = "list_ignored")]
    pub b: Option<PathBuf>,

    /// Compare only what was asked
    #[arg(long, conflicts_with_all = ["outcomes", "replies"])]
    pub requests: bool,

    /// Compare what was asked and what came of it
    #[arg(long, conflicts_with = "replies")]
    pub outcomes: bool,

    /// Compare the content of replies, and notifications, too: the default
    #[arg(long)]
    pub replies: bool,

    /// Leave these fields or attributes aside, too
    #[arg(long, value_name = "PATH", value_delimiter = ',')]
    pub ignore: Vec<String>,

    /// Print what is left aside without a word, and why
    #[arg(long)]
    pub list_ignored: bool,

    /// Show probes that only one capture has, too: by these, tools ask whether the kernel knows
    /// something
    #[arg(long)]
    pub probes: bool,
}

/// `nldissect lint`.
#[derive(ClapArgs, Debug, Default)]
pub struct Lint {
    /// Captures, as for nldissect itself
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub select: Select,

    /// From which severity on the exit code is 1
    #[arg(long, value_name = "LEVEL")]
    pub fail_on: Option<Level>,

    /// Findings of this code are errors; several with commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub deny: Vec<String>,

    /// Findings of this code are not told; several with commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub allow: Vec<String>,

    /// A project's settings; without it nldissect-lint.toml of the working directory
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// How findings are printed: sarif is SARIF 2.1.0, github its annotations
    #[arg(long, value_name = "FORM")]
    pub format: Option<Format>,

    /// All codes, each with its severity
    #[arg(long)]
    pub list: bool,
}

/// Severities of findings.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing
    Note,
    /// Probably not what was meant
    Warning,
    /// The kernel refuses or misreads it
    Error,
}

/// Forms of findings.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people
    Text,
    /// JSON Lines
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub's workflows
    Github,
}

/// `nldissect explain`.
#[derive(ClapArgs, Debug)]
pub struct Explain {
    /// RTM_NEWLINK, IFLA_MTU, ifi_index, NLM_F_DUMP, EEXIST, nl80211; -17, 16; IFLA=4
    #[arg(
        value_name = "NAME|FILE",
        required = true,
        allow_negative_numbers = true
    )]
    pub names: Vec<String>,

    /// Tell one message of a capture in sentences, with its request, answer and outcome: 12, 12.1
    #[arg(short = 'n', value_name = "SELECTION")]
    pub numbers: Option<String>,
}

/// `nldissect decode`.
#[derive(ClapArgs, Debug)]
pub struct Decode {
    /// Hex digits, a file of hex digits or of raw bytes, or `-` for standard input
    #[arg(value_name = "HEX|FILE|-")]
    pub input: Option<String>,

    /// NETLINK_* of the socket: a name or a number
    #[arg(long, value_name = "PROTOCOL", default_value = "NETLINK_ROUTE")]
    pub protocol: String,
}

/// `nldissect families`.
#[derive(ClapArgs, Debug)]
pub struct Families {
    /// A family, shown with its whole tree
    pub name: Option<String>,
}

/// What a slice hides.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redact {
    /// Keys
    Keys,
    /// Keys, addresses, names of interfaces, SSIDs
    All,
}

/// Forms of JSON.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonForm {
    /// One object a message
    Message,
    /// The lossless tree
    Tree,
}

/// Forms of time in text.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeForm {
    /// Local time with its zone
    #[default]
    Local,
    /// UTC
    Utc,
    /// Seconds since the first message
    Relative,
    /// Seconds since the message before
    Delta,
    /// Seconds since 1970
    Epoch,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorWhen {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Byte orders.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Least significant byte first
    Little,
    /// Most significant byte first
    Big,
}

/// Which tables win.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// The loaded ones
    #[default]
    Loaded,
    /// The built-in ones
    Builtin,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(size("4096"), Ok(4096));
        assert_eq!(size("64k"), Ok(65_536));
        assert_eq!(size("2G"), Ok(2 << 30));
        for bad in ["", "M", "1T", "-1", "1 M", "99999999999G"] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn sizes_and_times() {
        let age = |seconds| Ok(Rotate::Age(Duration::from_secs(seconds)));
        assert_eq!(rotate("10m"), age(600));
        assert_eq!(rotate("2h"), age(7_200));
        assert_eq!(rotate("100M"), Ok(Rotate::Bytes(100 << 20)));
        assert_eq!(rotate("5"), Ok(Rotate::Bytes(5)));
        for wrong in ["", "M", "0", "0s", "-1", "1T", "1MM", "1.5G"] {
            assert!(rotate(wrong).is_err(), "{wrong}");
        }
    }
}
