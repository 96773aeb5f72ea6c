//! What is odd at a place in the bytes.

use std::borrow::Cow;
use std::fmt;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the kernel would not mind.
    Note,
    /// Probably not what the sender meant.
    Warning,
    /// The bytes contradict themselves.
    Error,
}

impl Severity {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $severity:ident $word:literal $says:literal,)*) => {
        /// What is odd. The word is stable: filters and scripts use it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $says] $variant,)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The word of a code.
            pub const fn word(self) -> &'static str {
                match self { $(Code::$variant => $word,)* }
            }

            /// One sentence on what it means.
            pub const fn says(self) -> &'static str {
                match self { $(Code::$variant => $says,)* }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    CutMessage Warning "cut-message" "Fewer bytes of the message were captured than nlmsg_len says.",
    CutFrame Note "cut-frame" "The capture's snap length cut the frame.",
    BadLength Error "bad-length" "An nlmsg_len below 16 ends the frame's chain of messages.",
    ShortFrame Error "short-frame" "Too few bytes for an nlmsghdr.",
    ZeroTail Note "zero-tail" "Zero bytes follow the last message: senders pad their buffers.",
    RestBytes Warning "rest-bytes" "Bytes that no message claims follow the last one.",
    ShortHeader Warning "short-header" "Fewer bytes than the fixed header has: the kernel would refuse or misread it.",
    BadAttribute Error "bad-attribute" "An nla_len below 4 or beyond the enclosing bytes ends the chain of attributes.",
    CutAttribute Note "cut-attribute" "The attribute's end was not captured.",
    LeftoverBytes Note "leftover-bytes" "One to three bytes are left behind the last attribute.",
    ZeroAttributes Note "zero-attributes" "Zero bytes stand where attributes are expected.",
    RepeatedAttribute Warning "repeated-attribute" "The attribute stands more than once: the kernel takes the last.",
    ShortAttribute Warning "short-attribute" "The payload has fewer bytes than the attribute's type.",
    LongAttribute Note "long-attribute" "The payload has more bytes than the attribute's type.",
    UnexpectedPayload Note "unexpected-payload" "A flag attribute carries bytes.",
    NotTerminated Warning "not-terminated" "A string that must end in a NUL does not.",
    BytesBehindNul Note "bytes-behind-nul" "Bytes other than zero follow the string's NUL.",
    UnevenArray Note "uneven-array" "The payload is no multiple of its element's size.",
    NestingTooDeep Error "nesting-too-deep" "Attributes nest deeper than the dissector follows.",
    OtherLayout Note "other-layout" "The struct's size is that of another architecture's layout.",
    TruncatedError Warning "truncated-error" "The error message ends before its echoed header does.",
    UnknownContext Note "unknown-context" "What tells the layout of these bytes is not known here.",
    BadPayload Warning "bad-payload" "The payload does not have the form that its type prescribes.",
    MoreDiagnostics Note "more-diagnostics" "More oddities were found than are listed.",
    MoreFields Note "more-fields" "The message has more fields than a browser keeps: JSON and text have all of them.",
    GuessedFamily Note "guessed-family" "No message told which family has this id; it was guessed by what fits.",
}

/// What is odd at a place in the bytes.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What.
    pub code: Code,
    /// Where: bytes from the frame's first netlink byte.
    pub offset: u32,
    /// In words, with the names and numbers of the case.
    pub text: Cow<'static, str>,
}

impl Diagnostic {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} at offset {}: {}",
            self.severity().word(),
            self.code.word(),
            self.offset,
            self.text
        )
    }
}
