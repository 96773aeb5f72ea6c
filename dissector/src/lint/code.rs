//! What can be found: each with a word, a severity, why it matters and what to do.

use crate::diagnostic::Severity;

macro_rules! codes {
    ($($variant:ident $severity:ident $word:literal
        $says:literal
        why $why:literal
        help $help:literal
        example $example:literal;)*) => {
        /// What can be found in a request. The word is stable: options and files use it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $says] $variant,)*
        }

        impl Code {
            /// All codes, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// Its word.
            pub const fn word(self) -> &'static str {
                match self { $(Code::$variant => $word,)* }
            }

            /// One sentence on what it means.
            pub const fn says(self) -> &'static str {
                match self { $(Code::$variant => $says,)* }
            }

            /// Why it matters: what the kernel does.
            pub const fn why(self) -> &'static str {
                match self { $(Code::$variant => $why,)* }
            }

            /// What to do about it.
            pub const fn help(self) -> &'static str {
                match self { $(Code::$variant => $help,)* }
            }

            /// A case of it, in words.
            pub const fn example(self) -> &'static str {
                match self { $(Code::$variant => $example,)* }
            }

            /// How much it matters at most.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    RefusedAttribute Error "refused-attribute"
        "The request may not have this attribute: the kernel refuses it."
        why "Under strict checking an attribute that the request's policy does not have is EINVAL; some attributes are always refused, because only the kernel sends them."
        help "Leave the attribute out, or send it with the request that takes it."
        example "ETHTOOL_A_LINKINFO_PORT in an ETHTOOL_MSG_LINKINFO_GET";
    ShortAttribute Error "short-attribute"
        "The payload has fewer bytes than the kernel's policy asks for."
        why "The kernel answers ERANGE (EINVAL under strict checking), whatever the rest of the request says."
        help "Send the whole type that the attribute has."
        example "IFLA_MTU with 2 bytes, where a u32 has 4";
    LongAttribute Error "long-attribute"
        "The payload has more bytes than the kernel's policy allows."
        why "The kernel answers ERANGE, or EINVAL where it checks lengths strictly."
        help "Send at most as many bytes as the text says; of a string the NUL does not count."
        example "IFLA_IFNAME of 20 characters, where 15 are the most";
    OutOfRange Error "out-of-range"
        "The number is not within the bounds of the kernel's policy."
        why "The kernel answers ERANGE and names the attribute, if the sender set NETLINK_EXT_ACK; for a field of a header EINVAL."
        help "Send a number within the bounds that the text gives."
        example "IFLA_TXQLEN 40000, where 32767 is the greatest";
    SwappedBytes Error "swapped-bytes"
        "The number is out of bounds, and within them in the other byte order."
        why "The kernel reads the bytes in the order that the attribute has, and refuses the number with ERANGE."
        help "Convert it: htons() or htonl() for a __be16 or __be32, none for a u16 or u32."
        example "IFLA_TXQLEN 1000 as 00 00 03 e8 on a little-endian machine";
    BitsOutsideMask Error "bits-outside-mask"
        "Bits are set that the kernel's policy does not know."
        why "The kernel answers EINVAL, so that the bits can get a meaning later. In an nla_bitfield32, a value outside its selector is refused too."
        help "Clear the bits, or ask first whether this kernel has them (GENL_ID_CTRL, CTRL_CMD_GETPOLICY)."
        example "NFTA_SET_ELEM_FLAGS 0x10, where 0x3 are known";
    NotTerminated Error "not-terminated"
        "The string has no NUL where the kernel's policy wants one."
        why "The kernel answers EINVAL: it would read beyond the attribute."
        help "Count the NUL in nla_len: strlen() + 1 bytes."
        example "CTRL_ATTR_FAMILY_NAME \"nlctrl\" with nla_len 10, where 11 counts the NUL";
    FlagWithPayload Error "flag-with-payload"
        "A flag attribute carries bytes."
        why "That it is there is its value; the kernel answers ERANGE."
        help "Send nla_len 4; to say no, leave the attribute out."
        example "NL80211_ATTR_IFTYPE_EXT_CAPA sent with a u8 of 0 to mean no";
    NestWithoutFlag Error "nest-without-flag"
        "A nest lacks NLA_F_NESTED where checking is strict."
        why "The kernel answers EINVAL, `NLA_F_NESTED is missing`."
        help "Set NLA_F_NESTED (0x8000) in nla_type: mnl_attr_nest_start(), nla_nest_start()."
        example "ETHTOOL_A_LINKINFO_HEADER with nla_type 0x0001 in place of 0x8001";
    FlagWithoutNest Error "flag-without-nest"
        "NLA_F_NESTED is set on an attribute that is no nest, where checking is strict."
        why "The kernel answers EINVAL, `NLA_F_NESTED not expected`."
        help "Clear NLA_F_NESTED in nla_type."
        example "NHA_ID with nla_type 0x8001";
    TrailingBytes Error "trailing-bytes"
        "Bytes follow the last attribute that can be read."
        why "Where checking is strict the kernel answers EINVAL; else it ignores them, with all attributes that may be in them, and logs `bytes leftover`."
        help "Check nla_len of the last attribute, and that each begins at a multiple of 4."
        example "nla_len 3: an attribute has 4 bytes at least";
    MissingAttribute Error "missing-attribute"
        "An attribute is missing without which the kernel refuses the request."
        why "The kernel answers EINVAL and, with NETLINK_EXT_ACK, NLMSGERR_ATTR_MISS_TYPE or words."
        help "Add the attribute."
        example "NETDEV_CMD_DEV_GET that is no dump, without NETDEV_A_DEV_IFINDEX";
    ShortHeader Error "short-header"
        "The message ends within its fixed header."
        why "The kernel answers EINVAL. rtnetlink takes a request without a byte behind the nlmsghdr for done, and does nothing."
        help "Send the whole header of the text: NLMSG_LENGTH(sizeof(struct ...))."
        example "RTM_NEWADDR with 4 bytes of a struct ifaddrmsg, which has 8";
    BadLength Error "bad-length"
        "nlmsg_len is more than what was sent."
        why "The kernel drops the message, and what is behind it in the same buffer: no answer comes."
        help "Set nlmsg_len to the bytes of header and payload, and pass as many to send()."
        example "nlmsg_len 64 in a datagram of 32 bytes";
    NoRequestFlag Error "no-request-flag"
        "NLM_F_REQUEST is not set in a message to the kernel."
        why "The kernel does not look at such a message; it only acknowledges it where NLM_F_ACK is set."
        help "Set NLM_F_REQUEST in nlmsg_flags."
        example "RTM_GETLINK with nlmsg_flags NLM_F_DUMP";
    RefusedFlags Error "refused-flags"
        "nlmsg_flags or a header's field has bits that the kernel refuses for this request."
        why "Newer generic commands take NLM_F_REQUEST, NLM_F_ACK, NLM_F_ECHO and the whole NLM_F_DUMP, and a reserved half of the genlmsghdr that is zero, else EINVAL; bulk deletion is EOPNOTSUPP where a message does not have it. Some requests of rtnetlink want fields of their header to be zero, whatever the socket's options."
        help "Clear the bits."
        example "NETDEV_CMD_QUEUE_GET with NLM_F_ROOT alone";
    NoSuchOperation Error "no-such-operation"
        "The family does not have this command, or not as a dump or not otherwise than as a dump."
        why "The kernel answers EOPNOTSUPP."
        help "Look at what the family has: `nldissect families NAME`; set or clear NLM_F_DUMP."
        example "WG_CMD_GET_DEVICE without NLM_F_DUMP";
    StrictGet Note "strict-get"
        "A request that asks has fields or attributes that strict checking refuses."
        why "With NETLINK_GET_STRICT_CHK on the socket the kernel answers EINVAL; without it, it ignores what it does not know, and filters by nothing."
        help "Zero the fields and leave the attributes out; or set the option, and filter by what strict checking takes."
        example "RTM_GETLINK as a dump with ifi_index 3: all links come";
    IgnoredAttribute Warning "ignored-attribute"
        "The request does not know this attribute: the kernel ignores it."
        why "What it should do does not happen, and no error tells. A later kernel may give the number a meaning."
        help "Leave it out; where this kernel is too old for it, find out first what it has."
        example "attribute 200 in an RTM_NEWADDR";
    UnknownAttribute Warning "unknown-attribute"
        "No table has an attribute of this number here."
        why "The kernel ignores or refuses it; which, is not known for this request."
        help "Check the number against the kernel's header; load a newer spec with --spec."
        example "attribute 200 in an RTM_SETLINK of AF_BRIDGE";
    CutValue Warning "cut-value"
        "The payload has more bytes than the integer that the kernel reads from it."
        why "The kernel takes the first bytes and logs `invalid length`: on a big-endian machine these are the high ones."
        help "Send the width that the attribute has."
        example "IFLA_OPERSTATE with a u32, where a u8 is read";
    OddPayload Warning "odd-payload"
        "The payload does not have the form of its type."
        why "No policy is known that would refuse it; code reads it otherwise than it was meant, or refuses it later."
        help "Send the type that the text names."
        example "NDA_LLADDR with 3 bytes";
    RepeatedAttribute Warning "repeated-attribute"
        "The attribute stands more than once in its nest."
        why "The kernel takes the last and ignores the others."
        help "Send it once."
        example "IFLA_MTU 1500 and then IFLA_MTU 9000";
    ByteOrderFlag Warning "byte-order-flag"
        "NLA_F_NET_BYTEORDER is set on a number that the kernel reads in its own order."
        why "Only ipset looks at the flag. Elsewhere the number is misread on little-endian machines."
        help "Send the number in the machine's order, without the flag."
        example "IFLA_MTU with nla_type 0x4004 and the bytes 00 00 05 dc";
    ReservedNotZero Warning "reserved-not-zero"
        "A reserved field or padding of a fixed header is not zero."
        why "The kernel ignores it today; a later one, or strict checking, refuses it. Often it tells of a struct that was not cleared."
        help "Clear the whole struct before its fields are set."
        example "ndm_pad2 0x1234 in an RTM_NEWNEIGH";
    HalfDump Warning "half-dump"
        "Of NLM_F_ROOT and NLM_F_MATCH, which make NLM_F_DUMP, only one is set."
        why "rtnetlink, nfnetlink, XFRM and sock_diag dump for either; generic netlink for both only, so that the request is no dump there."
        help "Set NLM_F_DUMP to dump, else neither."
        example "RTM_GETADDR with NLM_F_REQUEST|NLM_F_ROOT";
    ContradictingFlags Warning "contradicting-flags"
        "NLM_F_EXCL and NLM_F_REPLACE are both set."
        why "The one refuses what exists, the other wants it: the kernel looks at NLM_F_EXCL first, and the replacement never happens."
        help "Set NLM_F_CREATE|NLM_F_EXCL to make something, NLM_F_REPLACE to change it, NLM_F_CREATE|NLM_F_REPLACE for either."
        example "RTM_NEWROUTE with NLM_F_CREATE|NLM_F_EXCL|NLM_F_REPLACE";
    ReservedType Warning "reserved-type"
        "nlmsg_type is below 16, which control messages have."
        why "The kernel does not look at such a message; it only acknowledges it where NLM_F_ACK is set."
        help "Send the type that was meant; NLMSG_NOOP is not needed for padding."
        example "nlmsg_type 1 (NLMSG_NOOP) in front of a request";
    RestBytes Warning "rest-bytes"
        "Bytes follow the last message that no message claims."
        why "The kernel ignores them."
        help "Check nlmsg_len, and the length that is passed to send()."
        example "8 bytes behind a message whose nlmsg_len leaves an attribute out";
    UselessFlag Note "useless-flag"
        "nlmsg_flags has bits that mean nothing in this request."
        why "The kernel ignores them; a later one may give them a meaning."
        help "Clear the bits."
        example "NLM_F_MULTI, which only answers have, in a request";
    NoAnswer Note "no-answer"
        "A request that changes something asks for no answer."
        why "Without NLM_F_ACK or NLM_F_ECHO nothing comes when it was done: success cannot be told from a lost message."
        help "Set NLM_F_ACK, and read the answer."
        example "RTM_NEWROUTE with NLM_F_REQUEST|NLM_F_CREATE";
    UnlistedAttribute Note "unlisted-attribute"
        "The loaded spec does not list the attribute for this request."
        why "What the kernel does with it is not known: it has policies of its own for this family, and a spec may leave out what they take."
        help "Look into the family's code; leave the attribute out, or mend the spec."
        example "an attribute that only answers have, in a request of a genetlink-legacy family that --spec describes";
    SequenceReused Note "sequence-reused"
        "The port sent the same sequence number in its request before."
        why "Answers carry the number back: those to the two requests cannot be told apart."
        help "Count nlmsg_seq up with each request, from other than 0."
        example "two requests of one socket, both with nlmsg_seq 0";
}

impl Code {
    /// The code of a word.
    pub fn named(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|c| c.word() == word)
    }
}
