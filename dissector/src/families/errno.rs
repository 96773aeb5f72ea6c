//! The numbers of errno by name: the generic ones, those of the architectures that count
//! differently, and those that never should leave the kernel but sometimes do.
//!
//! Source: `uapi/asm-generic/errno-base.h`, `uapi/asm-generic/errno.h`, `linux/errno.h`,
//! `uapi/asm/errno.h` of alpha, mips, parisc, powerpc and sparc.

use crate::table::Arch;

/// Up to here most architectures agree.
const LAST_SHARED: i64 = 34;
/// From here on they agree again: errors internal to the kernel.
const FIRST_INTERNAL: i64 = 512;

/// The name of a (positive) error number on an architecture; where none is known, on most.
pub fn name(number: i64, arch: Option<Arch>) -> Option<&'static str> {
    let (own, others_differ) = match arch.map(|a| a.name) {
        Some("alpha") => (ALPHA, true),
        Some("mips" | "mipsel" | "mips64" | "mips64el") => (MIPS, true),
        Some("parisc" | "hppa") => (PARISC, true),
        Some("sparc" | "sparc64") => (SPARC, true),
        Some("ppc" | "ppc64" | "ppc64le" | "ppc64el" | "powerpc") => (POWERPC, false),
        _ => (NONE, false),
    };
    if let Ok(at) = own.binary_search_by_key(&number, |(n, _)| *n) {
        return own.get(at).map(|(_, name)| *name);
    }
    if others_differ && (LAST_SHARED + 1..FIRST_INTERNAL).contains(&number) {
        return None;
    }
    let at = GENERIC.binary_search_by_key(&number, |(n, ..)| *n).ok()?;
    GENERIC.get(at).map(|(_, name, _)| *name)
}

/// The number that a name has on most architectures. A number's other names count too.
pub fn number(name: &str) -> Option<i64> {
    entry(name).map(|(number, ..)| *number)
}

/// What an error means, in a few words.
pub fn says(name: &str) -> Option<&'static str> {
    entry(name).map(|(.., says)| *says)
}

/// All names with the numbers that they have on most architectures, other names included.
pub fn all() -> impl Iterator<Item = (i64, &'static str)> {
    let aliases = ALIASES
        .iter()
        .filter_map(|(alias, name)| Some((number(name)?, *alias)));
    GENERIC
        .iter()
        .map(|(n, name, _)| (*n, *name))
        .chain(aliases)
}

fn entry(name: &str) -> Option<&'static (i64, &'static str, &'static str)> {
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
    let name = alias.map_or(name, |(_, name)| name);
    GENERIC.iter().find(|(_, n, _)| *n == name)
}

static NONE: &[(i64, &str)] = &[];

/// Those of most architectures, then the internal ones.
static GENERIC: &[(i64, &str, &str)] = &[
    (1, "EPERM", "not allowed without the right privilege"),
    (2, "ENOENT", "nothing of that name or index"),
    (3, "ESRCH", "no such process or entry"),
    (4, "EINTR", "a signal came in between"),
    (5, "EIO", "the device or transfer failed"),
    (6, "ENXIO", "no such device or address"),
    (7, "E2BIG", "too many arguments or too long"),
    (8, "ENOEXEC", "not an executable format"),
    (9, "EBADF", "the file descriptor is not open"),
    (10, "ECHILD", "no child to wait for"),
    (11, "EAGAIN", "not now: try again"),
    (12, "ENOMEM", "no memory left"),
    (13, "EACCES", "access denied"),
    (14, "EFAULT", "an address that cannot be read or written"),
    (15, "ENOTBLK", "not a block device"),
    (16, "EBUSY", "in use"),
    (17, "EEXIST", "is there already"),
    (
        18,
        "EXDEV",
        "crosses from one file system or namespace to another",
    ),
    (19, "ENODEV", "no such device"),
    (20, "ENOTDIR", "not a directory"),
    (21, "EISDIR", "a directory"),
    (22, "EINVAL", "an argument that makes no sense here"),
    (23, "ENFILE", "the system has too many open files"),
    (24, "EMFILE", "the process has too many open files"),
    (25, "ENOTTY", "not a terminal, or no such ioctl"),
    (26, "ETXTBSY", "the program is being run"),
    (27, "EFBIG", "file too large"),
    (28, "ENOSPC", "no room left"),
    (29, "ESPIPE", "cannot seek here"),
    (30, "EROFS", "the file system is read-only"),
    (31, "EMLINK", "too many links"),
    (32, "EPIPE", "nobody reads the other end"),
    (33, "EDOM", "outside of what the function is defined for"),
    (34, "ERANGE", "the number is out of range"),
    (35, "EDEADLK", "would wait for itself"),
    (36, "ENAMETOOLONG", "the name is too long"),
    (37, "ENOLCK", "no lock left"),
    (38, "ENOSYS", "the kernel has no such call"),
    (39, "ENOTEMPTY", "not empty"),
    (40, "ELOOP", "too many links or levels"),
    (42, "ENOMSG", "no message of that type"),
    (43, "EIDRM", "the identifier was removed"),
    (44, "ECHRNG", "channel number out of range"),
    (45, "EL2NSYNC", "level 2 out of step"),
    (46, "EL3HLT", "level 3 halted"),
    (47, "EL3RST", "level 3 reset"),
    (48, "ELNRNG", "link number out of range"),
    (49, "EUNATCH", "no protocol driver attached"),
    (50, "ENOCSI", "no CSI structure"),
    (51, "EL2HLT", "level 2 halted"),
    (52, "EBADE", "invalid exchange"),
    (53, "EBADR", "invalid request descriptor"),
    (54, "EXFULL", "exchange full"),
    (55, "ENOANO", "no anode"),
    (56, "EBADRQC", "invalid request code"),
    (57, "EBADSLT", "invalid slot"),
    (59, "EBFONT", "bad font file"),
    (60, "ENOSTR", "not a stream"),
    (61, "ENODATA", "no data there"),
    (62, "ETIME", "the timer ran out"),
    (63, "ENOSR", "no stream resources left"),
    (64, "ENONET", "the machine has no network"),
    (65, "ENOPKG", "package not installed"),
    (66, "EREMOTE", "the object is remote"),
    (67, "ENOLINK", "the link is cut"),
    (68, "EADV", "advertise error"),
    (69, "ESRMNT", "srmount error"),
    (70, "ECOMM", "sending failed"),
    (71, "EPROTO", "the protocol was violated"),
    (72, "EMULTIHOP", "more than one hop tried"),
    (73, "EDOTDOT", "RFS error"),
    (74, "EBADMSG", "a damaged message"),
    (75, "EOVERFLOW", "the value does not fit its type"),
    (76, "ENOTUNIQ", "the name is not unique"),
    (77, "EBADFD", "the file descriptor is in no state for this"),
    (78, "EREMCHG", "the remote address changed"),
    (79, "ELIBACC", "a shared library cannot be opened"),
    (80, "ELIBBAD", "a shared library is damaged"),
    (81, "ELIBSCN", "the .lib section is damaged"),
    (82, "ELIBMAX", "too many shared libraries"),
    (83, "ELIBEXEC", "a shared library cannot be run"),
    (84, "EILSEQ", "an invalid sequence of bytes"),
    (85, "ERESTART", "interrupted, to be started again"),
    (86, "ESTRPIPE", "stream pipe error"),
    (87, "EUSERS", "too many users"),
    (88, "ENOTSOCK", "not a socket"),
    (89, "EDESTADDRREQ", "a destination is needed"),
    (90, "EMSGSIZE", "the message does not fit"),
    (91, "EPROTOTYPE", "the wrong protocol for this socket"),
    (92, "ENOPROTOOPT", "no such protocol or option"),
    (93, "EPROTONOSUPPORT", "the protocol is not supported"),
    (94, "ESOCKTNOSUPPORT", "the socket type is not supported"),
    (95, "EOPNOTSUPP", "not supported here"),
    (96, "EPFNOSUPPORT", "the protocol family is not supported"),
    (97, "EAFNOSUPPORT", "the address family is not supported"),
    (98, "EADDRINUSE", "the address is taken"),
    (99, "EADDRNOTAVAIL", "the address is not available here"),
    (100, "ENETDOWN", "the network is down"),
    (101, "ENETUNREACH", "no way to that network"),
    (102, "ENETRESET", "the network dropped the connection"),
    (103, "ECONNABORTED", "the connection was given up"),
    (104, "ECONNRESET", "the peer reset the connection"),
    (105, "ENOBUFS", "no buffer left: messages are lost"),
    (106, "EISCONN", "connected already"),
    (107, "ENOTCONN", "not connected"),
    (108, "ESHUTDOWN", "shut down already"),
    (109, "ETOOMANYREFS", "too many references"),
    (110, "ETIMEDOUT", "no answer in time"),
    (111, "ECONNREFUSED", "nobody listens there"),
    (112, "EHOSTDOWN", "the host is down"),
    (113, "EHOSTUNREACH", "no way to that host"),
    (114, "EALREADY", "under way already"),
    (115, "EINPROGRESS", "under way"),
    (116, "ESTALE", "what it names has changed meanwhile"),
    (117, "EUCLEAN", "the structure needs cleaning"),
    (118, "ENOTNAM", "not a XENIX named file"),
    (119, "ENAVAIL", "no XENIX semaphores"),
    (120, "EISNAM", "a named file"),
    (121, "EREMOTEIO", "the remote device failed"),
    (122, "EDQUOT", "quota exceeded"),
    (123, "ENOMEDIUM", "no medium"),
    (124, "EMEDIUMTYPE", "the wrong type of medium"),
    (125, "ECANCELED", "cancelled"),
    (126, "ENOKEY", "a key is missing"),
    (127, "EKEYEXPIRED", "the key has expired"),
    (128, "EKEYREVOKED", "the key was revoked"),
    (129, "EKEYREJECTED", "the key was rejected"),
    (130, "EOWNERDEAD", "the owner died"),
    (131, "ENOTRECOVERABLE", "the state cannot be recovered"),
    (132, "ERFKILL", "a radio kill switch is on"),
    (133, "EHWPOISON", "a memory page is broken"),
    (134, "EFTYPE", "the wrong type of file"),
    (
        512,
        "ERESTARTSYS",
        "interrupted, to be started again if the signal allows",
    ),
    (513, "ERESTARTNOINTR", "interrupted, to be started again"),
    (
        514,
        "ERESTARTNOHAND",
        "interrupted, to be started again unless handled",
    ),
    (515, "ENOIOCTLCMD", "no such ioctl"),
    (516, "ERESTART_RESTARTBLOCK", "interrupted, to be resumed"),
    (517, "EPROBE_DEFER", "the driver is not ready to probe yet"),
    (518, "EOPENSTALE", "opened something stale"),
    (519, "ENOPARAM", "no such parameter"),
    (521, "EBADHANDLE", "invalid NFS file handle"),
    (522, "ENOTSYNC", "the update is out of step"),
    (523, "EBADCOOKIE", "the cookie is stale"),
    (524, "ENOTSUPP", "the driver does not support this"),
    (525, "ETOOSMALL", "the buffer or request is too small"),
    (
        526,
        "ESERVERFAULT",
        "the server failed in a way it cannot tell",
    ),
    (527, "EBADTYPE", "the server does not support the type"),
    (528, "EJUKEBOX", "begun, but not done in time"),
    (529, "EIOCBQUEUED", "queued"),
    (530, "ERECALLCONFLICT", "conflicts with a recall"),
    (531, "ENOGRACE", "the time to reclaim the lock is over"),
];

/// Other names.
static ALIASES: &[(&str, &str)] = &[
    ("EWOULDBLOCK", "EAGAIN"),
    ("EDEADLOCK", "EDEADLK"),
    ("EFSBADCRC", "EBADMSG"),
    ("EFSCORRUPTED", "EUCLEAN"),
    ("ECANCELLED", "ECANCELED"),
    ("EREFUSED", "ECONNREFUSED"),
];

/// alpha's own.
static ALPHA: &[(i64, &str)] = &[
    (11, "EDEADLK"),
    (35, "EAGAIN"),
    (36, "EINPROGRESS"),
    (37, "EALREADY"),
    (38, "ENOTSOCK"),
    (39, "EDESTADDRREQ"),
    (40, "EMSGSIZE"),
    (41, "EPROTOTYPE"),
    (42, "ENOPROTOOPT"),
    (43, "EPROTONOSUPPORT"),
    (44, "ESOCKTNOSUPPORT"),
    (45, "EOPNOTSUPP"),
    (46, "EPFNOSUPPORT"),
    (47, "EAFNOSUPPORT"),
    (48, "EADDRINUSE"),
    (49, "EADDRNOTAVAIL"),
    (50, "ENETDOWN"),
    (51, "ENETUNREACH"),
    (52, "ENETRESET"),
    (53, "ECONNABORTED"),
    (54, "ECONNRESET"),
    (55, "ENOBUFS"),
    (56, "EISCONN"),
    (57, "ENOTCONN"),
    (58, "ESHUTDOWN"),
    (59, "ETOOMANYREFS"),
    (60, "ETIMEDOUT"),
    (61, "ECONNREFUSED"),
    (62, "ELOOP"),
    (63, "ENAMETOOLONG"),
    (64, "EHOSTDOWN"),
    (65, "EHOSTUNREACH"),
    (66, "ENOTEMPTY"),
    (68, "EUSERS"),
    (69, "EDQUOT"),
    (70, "ESTALE"),
    (71, "EREMOTE"),
    (77, "ENOLCK"),
    (78, "ENOSYS"),
    (80, "ENOMSG"),
    (81, "EIDRM"),
    (82, "ENOSR"),
    (83, "ETIME"),
    (84, "EBADMSG"),
    (85, "EPROTO"),
    (86, "ENODATA"),
    (87, "ENOSTR"),
    (88, "ECHRNG"),
    (89, "EL2NSYNC"),
    (90, "EL3HLT"),
    (91, "EL3RST"),
    (92, "ENOPKG"),
    (93, "ELNRNG"),
    (94, "EUNATCH"),
    (95, "ENOCSI"),
    (96, "EL2HLT"),
    (97, "EBADE"),
    (98, "EBADR"),
    (99, "EXFULL"),
    (100, "ENOANO"),
    (101, "EBADRQC"),
    (102, "EBADSLT"),
    (104, "EBFONT"),
    (105, "ENONET"),
    (106, "ENOLINK"),
    (107, "EADV"),
    (108, "ESRMNT"),
    (109, "ECOMM"),
    (110, "EMULTIHOP"),
    (111, "EDOTDOT"),
    (112, "EOVERFLOW"),
    (113, "ENOTUNIQ"),
    (114, "EBADFD"),
    (115, "EREMCHG"),
    (116, "EILSEQ"),
    (117, "EUCLEAN"),
    (118, "ENOTNAM"),
    (119, "ENAVAIL"),
    (120, "EISNAM"),
    (121, "EREMOTEIO"),
    (122, "ELIBACC"),
    (123, "ELIBBAD"),
    (124, "ELIBSCN"),
    (125, "ELIBMAX"),
    (126, "ELIBEXEC"),
    (127, "ERESTART"),
    (128, "ESTRPIPE"),
    (129, "ENOMEDIUM"),
    (130, "EMEDIUMTYPE"),
    (131, "ECANCELED"),
    (132, "ENOKEY"),
    (133, "EKEYEXPIRED"),
    (134, "EKEYREVOKED"),
    (135, "EKEYREJECTED"),
    (136, "EOWNERDEAD"),
    (137, "ENOTRECOVERABLE"),
    (138, "ERFKILL"),
    (139, "EHWPOISON"),
    (140, "EFTYPE"),
];

/// mips's own.
static MIPS: &[(i64, &str)] = &[
    (35, "ENOMSG"),
    (36, "EIDRM"),
    (37, "ECHRNG"),
    (38, "EL2NSYNC"),
    (39, "EL3HLT"),
    (40, "EL3RST"),
    (41, "ELNRNG"),
    (42, "EUNATCH"),
    (43, "ENOCSI"),
    (44, "EL2HLT"),
    (45, "EDEADLK"),
    (46, "ENOLCK"),
    (50, "EBADE"),
    (51, "EBADR"),
    (52, "EXFULL"),
    (53, "ENOANO"),
    (54, "EBADRQC"),
    (55, "EBADSLT"),
    (56, "EDEADLOCK"),
    (59, "EBFONT"),
    (60, "ENOSTR"),
    (61, "ENODATA"),
    (62, "ETIME"),
    (63, "ENOSR"),
    (64, "ENONET"),
    (65, "ENOPKG"),
    (66, "EREMOTE"),
    (67, "ENOLINK"),
    (68, "EADV"),
    (69, "ESRMNT"),
    (70, "ECOMM"),
    (71, "EPROTO"),
    (73, "EDOTDOT"),
    (74, "EMULTIHOP"),
    (77, "EBADMSG"),
    (78, "ENAMETOOLONG"),
    (79, "EOVERFLOW"),
    (80, "ENOTUNIQ"),
    (81, "EBADFD"),
    (82, "EREMCHG"),
    (83, "ELIBACC"),
    (84, "ELIBBAD"),
    (85, "ELIBSCN"),
    (86, "ELIBMAX"),
    (87, "ELIBEXEC"),
    (88, "EILSEQ"),
    (89, "ENOSYS"),
    (90, "ELOOP"),
    (91, "ERESTART"),
    (92, "ESTRPIPE"),
    (93, "ENOTEMPTY"),
    (94, "EUSERS"),
    (95, "ENOTSOCK"),
    (96, "EDESTADDRREQ"),
    (97, "EMSGSIZE"),
    (98, "EPROTOTYPE"),
    (99, "ENOPROTOOPT"),
    (120, "EPROTONOSUPPORT"),
    (121, "ESOCKTNOSUPPORT"),
    (122, "EOPNOTSUPP"),
    (123, "EPFNOSUPPORT"),
    (124, "EAFNOSUPPORT"),
    (125, "EADDRINUSE"),
    (126, "EADDRNOTAVAIL"),
    (127, "ENETDOWN"),
    (128, "ENETUNREACH"),
    (129, "ENETRESET"),
    (130, "ECONNABORTED"),
    (131, "ECONNRESET"),
    (132, "ENOBUFS"),
    (133, "EISCONN"),
    (134, "ENOTCONN"),
    (135, "EUCLEAN"),
    (137, "ENOTNAM"),
    (138, "ENAVAIL"),
    (139, "EISNAM"),
    (140, "EREMOTEIO"),
    (141, "EINIT"),
    (142, "EREMDEV"),
    (143, "ESHUTDOWN"),
    (144, "ETOOMANYREFS"),
    (145, "ETIMEDOUT"),
    (146, "ECONNREFUSED"),
    (147, "EHOSTDOWN"),
    (148, "EHOSTUNREACH"),
    (149, "EALREADY"),
    (150, "EINPROGRESS"),
    (151, "ESTALE"),
    (158, "ECANCELED"),
    (159, "ENOMEDIUM"),
    (160, "EMEDIUMTYPE"),
    (161, "ENOKEY"),
    (162, "EKEYEXPIRED"),
    (163, "EKEYREVOKED"),
    (164, "EKEYREJECTED"),
    (165, "EOWNERDEAD"),
    (166, "ENOTRECOVERABLE"),
    (167, "ERFKILL"),
    (168, "EHWPOISON"),
    (169, "EFTYPE"),
    (1133, "EDQUOT"),
];

/// parisc's own.
static PARISC: &[(i64, &str)] = &[
    (35, "ENOMSG"),
    (36, "EIDRM"),
    (37, "ECHRNG"),
    (38, "EL2NSYNC"),
    (39, "EL3HLT"),
    (40, "EL3RST"),
    (41, "ELNRNG"),
    (42, "EUNATCH"),
    (43, "ENOCSI"),
    (44, "EL2HLT"),
    (45, "EDEADLK"),
    (46, "ENOLCK"),
    (47, "EILSEQ"),
    (50, "ENONET"),
    (51, "ENODATA"),
    (52, "ETIME"),
    (53, "ENOSR"),
    (54, "ENOSTR"),
    (55, "ENOPKG"),
    (57, "ENOLINK"),
    (58, "EADV"),
    (59, "ESRMNT"),
    (60, "ECOMM"),
    (61, "EPROTO"),
    (64, "EMULTIHOP"),
    (66, "EDOTDOT"),
    (67, "EBADMSG"),
    (68, "EUSERS"),
    (69, "EDQUOT"),
    (70, "ESTALE"),
    (71, "EREMOTE"),
    (72, "EOVERFLOW"),
    (160, "EBADE"),
    (161, "EBADR"),
    (162, "EXFULL"),
    (163, "ENOANO"),
    (164, "EBADRQC"),
    (165, "EBADSLT"),
    (166, "EBFONT"),
    (167, "ENOTUNIQ"),
    (168, "EBADFD"),
    (169, "EREMCHG"),
    (170, "ELIBACC"),
    (171, "ELIBBAD"),
    (172, "ELIBSCN"),
    (173, "ELIBMAX"),
    (174, "ELIBEXEC"),
    (175, "ERESTART"),
    (176, "ESTRPIPE"),
    (177, "EUCLEAN"),
    (178, "ENOTNAM"),
    (179, "ENAVAIL"),
    (180, "EISNAM"),
    (181, "EREMOTEIO"),
    (182, "ENOMEDIUM"),
    (183, "EMEDIUMTYPE"),
    (184, "ENOKEY"),
    (185, "EKEYEXPIRED"),
    (186, "EKEYREVOKED"),
    (187, "EKEYREJECTED"),
    (216, "ENOTSOCK"),
    (217, "EDESTADDRREQ"),
    (218, "EMSGSIZE"),
    (219, "EPROTOTYPE"),
    (220, "ENOPROTOOPT"),
    (221, "EPROTONOSUPPORT"),
    (222, "ESOCKTNOSUPPORT"),
    (223, "EOPNOTSUPP"),
    (224, "EPFNOSUPPORT"),
    (225, "EAFNOSUPPORT"),
    (226, "EADDRINUSE"),
    (227, "EADDRNOTAVAIL"),
    (228, "ENETDOWN"),
    (229, "ENETUNREACH"),
    (230, "ENETRESET"),
    (231, "ECONNABORTED"),
    (232, "ECONNRESET"),
    (233, "ENOBUFS"),
    (234, "EISCONN"),
    (235, "ENOTCONN"),
    (236, "ESHUTDOWN"),
    (237, "ETOOMANYREFS"),
    (238, "ETIMEDOUT"),
    (239, "ECONNREFUSED"),
    (241, "EHOSTDOWN"),
    (242, "EHOSTUNREACH"),
    (244, "EALREADY"),
    (245, "EINPROGRESS"),
    (247, "ENOTEMPTY"),
    (248, "ENAMETOOLONG"),
    (249, "ELOOP"),
    (251, "ENOSYS"),
    (253, "ECANCELED"),
    (254, "EOWNERDEAD"),
    (255, "ENOTRECOVERABLE"),
    (256, "ERFKILL"),
    (257, "EHWPOISON"),
    (258, "EFTYPE"),
];

/// sparc's own.
static SPARC: &[(i64, &str)] = &[
    (36, "EINPROGRESS"),
    (37, "EALREADY"),
    (38, "ENOTSOCK"),
    (39, "EDESTADDRREQ"),
    (40, "EMSGSIZE"),
    (41, "EPROTOTYPE"),
    (42, "ENOPROTOOPT"),
    (43, "EPROTONOSUPPORT"),
    (44, "ESOCKTNOSUPPORT"),
    (45, "EOPNOTSUPP"),
    (46, "EPFNOSUPPORT"),
    (47, "EAFNOSUPPORT"),
    (48, "EADDRINUSE"),
    (49, "EADDRNOTAVAIL"),
    (50, "ENETDOWN"),
    (51, "ENETUNREACH"),
    (52, "ENETRESET"),
    (53, "ECONNABORTED"),
    (54, "ECONNRESET"),
    (55, "ENOBUFS"),
    (56, "EISCONN"),
    (57, "ENOTCONN"),
    (58, "ESHUTDOWN"),
    (59, "ETOOMANYREFS"),
    (60, "ETIMEDOUT"),
    (61, "ECONNREFUSED"),
    (62, "ELOOP"),
    (63, "ENAMETOOLONG"),
    (64, "EHOSTDOWN"),
    (65, "EHOSTUNREACH"),
    (66, "ENOTEMPTY"),
    (67, "EPROCLIM"),
    (68, "EUSERS"),
    (69, "EDQUOT"),
    (70, "ESTALE"),
    (71, "EREMOTE"),
    (72, "ENOSTR"),
    (73, "ETIME"),
    (74, "ENOSR"),
    (75, "ENOMSG"),
    (76, "EBADMSG"),
    (77, "EIDRM"),
    (78, "EDEADLK"),
    (79, "ENOLCK"),
    (80, "ENONET"),
    (81, "ERREMOTE"),
    (82, "ENOLINK"),
    (83, "EADV"),
    (84, "ESRMNT"),
    (85, "ECOMM"),
    (86, "EPROTO"),
    (87, "EMULTIHOP"),
    (88, "EDOTDOT"),
    (89, "EREMCHG"),
    (90, "ENOSYS"),
    (91, "ESTRPIPE"),
    (92, "EOVERFLOW"),
    (93, "EBADFD"),
    (94, "ECHRNG"),
    (95, "EL2NSYNC"),
    (96, "EL3HLT"),
    (97, "EL3RST"),
    (98, "ELNRNG"),
    (99, "EUNATCH"),
    (100, "ENOCSI"),
    (101, "EL2HLT"),
    (102, "EBADE"),
    (103, "EBADR"),
    (104, "EXFULL"),
    (105, "ENOANO"),
    (106, "EBADRQC"),
    (107, "EBADSLT"),
    (108, "EDEADLOCK"),
    (109, "EBFONT"),
    (110, "ELIBEXEC"),
    (111, "ENODATA"),
    (112, "ELIBBAD"),
    (113, "ENOPKG"),
    (114, "ELIBACC"),
    (115, "ENOTUNIQ"),
    (116, "ERESTART"),
    (117, "EUCLEAN"),
    (118, "ENOTNAM"),
    (119, "ENAVAIL"),
    (120, "EISNAM"),
    (121, "EREMOTEIO"),
    (122, "EILSEQ"),
    (123, "ELIBMAX"),
    (124, "ELIBSCN"),
    (125, "ENOMEDIUM"),
    (126, "EMEDIUMTYPE"),
    (127, "ECANCELED"),
    (128, "ENOKEY"),
    (129, "EKEYEXPIRED"),
    (130, "EKEYREVOKED"),
    (131, "EKEYREJECTED"),
    (132, "EOWNERDEAD"),
    (133, "ENOTRECOVERABLE"),
    (134, "ERFKILL"),
    (135, "EHWPOISON"),
    (136, "EFTYPE"),
];

/// powerpc differs in one.
static POWERPC: &[(i64, &str)] = &[(58, "EDEADLOCK")];

#[cfg(test)]
mod tests {
    use super::*;

    fn on(number: i64, arch: &str) -> Option<&'static str> {
        name(number, Some(Arch::named(arch).unwrap()))
    }

    #[test]
    fn most_architectures() {
        assert_eq!(name(17, None), Some("EEXIST"));
        assert_eq!(name(95, None), Some("EOPNOTSUPP"));
        assert_eq!(name(134, None), Some("EFTYPE"));
        assert_eq!(on(524, "x86_64"), Some("ENOTSUPP"));
        for odd in [0, -1, 41, 58, 135, 511, 520, 532, i64::MIN, i64::MAX] {
            assert_eq!(name(odd, None), None, "{odd}");
        }
    }

    #[test]
    fn those_that_differ() {
        assert_eq!(on(122, "mips64el"), Some("EOPNOTSUPP"));
        assert_eq!(on(1133, "mips"), Some("EDQUOT"));
        assert_eq!(on(95, "mips"), Some("ENOTSOCK"));
        assert_eq!(on(11, "alpha"), Some("EDEADLK"));
        assert_eq!(on(35, "alpha"), Some("EAGAIN"));
        assert_eq!(on(45, "sparc64"), Some("EOPNOTSUPP"));
        assert_eq!(on(223, "hppa"), Some("EOPNOTSUPP"));
        assert_eq!(on(253, "parisc"), Some("ECANCELED"));
        assert_eq!(on(48, "parisc"), None);
        assert_eq!(on(58, "ppc64le"), Some("EDEADLOCK"));
        assert_eq!(on(95, "ppc64"), Some("EOPNOTSUPP"));
        for arch in ["mips", "alpha", "sparc", "parisc", "ppc"] {
            assert_eq!(on(22, arch), Some("EINVAL"), "{arch}");
            assert_eq!(on(517, arch), Some("EPROBE_DEFER"), "{arch}");
        }
    }

    #[test]
    fn back_and_forth() {
        for (number, name, says) in GENERIC {
            assert_eq!(super::number(name), Some(*number));
            assert_eq!(super::name(*number, None), Some(*name));
            assert_eq!(super::says(name), Some(*says));
            assert!(!says.is_empty() && says.len() < 60, "{name}");
        }
        assert_eq!(number("EWOULDBLOCK"), Some(11));
        assert_eq!(number("EFSCORRUPTED"), Some(117));
        assert_eq!(number("EPERFECT"), None);
        assert_eq!(says("EFSBADCRC"), says("EBADMSG"));
    }

    #[test]
    fn tables_are_sorted() {
        for table in [ALPHA, MIPS, PARISC, SPARC, POWERPC] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
        assert!(GENERIC.is_sorted_by(|a, b| a.0 < b.0));
    }
}
