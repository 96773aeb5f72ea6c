//! The system calls that matter, by architecture: numbers and layouts as the kernel has them.

/// A system call that netlink can pass through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Read,
    Write,
    Readv,
    Writev,
    Socket,
    Bind,
    Connect,
    Setsockopt,
    Send,
    Recv,
    Sendto,
    Recvfrom,
    Sendmsg,
    Recvmsg,
    Sendmmsg,
    Recvmmsg,
    Dup,
    Dup2,
    Fcntl,
    PidfdGetfd,
    Prctl,
    /// All of the above that sockets have, behind one number.
    Socketcall,
}

/// How programs of an architecture call the kernel.
#[derive(Debug)]
pub(super) struct Abi {
    /// `AUDIT_ARCH_*`.
    pub arch: u32,
    /// Class and machine of the ELF files of such programs.
    pub elf: (u8, u16),
    /// Bytes of a pointer.
    pub word: usize,
    /// The calls by number, those that are most frequent first.
    pub calls: &'static [(u32, Call)],
}

const LE: u32 = 0x4000_0000;
const WIDE: u32 = 0x8000_0000;
const ELF32: u8 = 1;
const ELF64: u8 = 2;

/// arch/x86/entry/syscalls/syscall_64.tbl
#[cfg(target_arch = "x86_64")]
static X86_64: Abi = Abi {
    arch: 62 | WIDE | LE,
    elf: (ELF64, 62),
    word: 8,
    calls: &[
        (0, Call::Read),
        (1, Call::Write),
        (19, Call::Readv),
        (20, Call::Writev),
        (72, Call::Fcntl),
        (32, Call::Dup),
        (33, Call::Dup2),
        (292, Call::Dup2),
        (41, Call::Socket),
        (42, Call::Connect),
        (44, Call::Sendto),
        (45, Call::Recvfrom),
        (46, Call::Sendmsg),
        (47, Call::Recvmsg),
        (49, Call::Bind),
        (54, Call::Setsockopt),
        (299, Call::Recvmmsg),
        (307, Call::Sendmmsg),
        (438, Call::PidfdGetfd),
        (157, Call::Prctl),
    ],
};

/// arch/x86/entry/syscalls/syscall_32.tbl
#[cfg(target_arch = "x86_64")]
static I386: Abi = Abi {
    arch: 3 | LE,
    elf: (ELF32, 3),
    word: 4,
    calls: &[
        (3, Call::Read),
        (4, Call::Write),
        (145, Call::Readv),
        (146, Call::Writev),
        (55, Call::Fcntl),
        (221, Call::Fcntl),
        (41, Call::Dup),
        (63, Call::Dup2),
        (330, Call::Dup2),
        (102, Call::Socketcall),
        (359, Call::Socket),
        (361, Call::Bind),
        (362, Call::Connect),
        (366, Call::Setsockopt),
        (369, Call::Sendto),
        (370, Call::Sendmsg),
        (371, Call::Recvfrom),
        (372, Call::Recvmsg),
        (337, Call::Recvmmsg),
        (417, Call::Recvmmsg),
        (345, Call::Sendmmsg),
        (438, Call::PidfdGetfd),
        (172, Call::Prctl),
    ],
};

/// include/uapi/asm-generic/unistd.h
#[cfg(any(target_arch = "aarch64", target_arch = "riscv64"))]
static GENERIC: &[(u32, Call)] = &[
    (63, Call::Read),
    (64, Call::Write),
    (65, Call::Readv),
    (66, Call::Writev),
    (25, Call::Fcntl),
    (23, Call::Dup),
    (24, Call::Dup2),
    (198, Call::Socket),
    (200, Call::Bind),
    (203, Call::Connect),
    (206, Call::Sendto),
    (207, Call::Recvfrom),
    (208, Call::Setsockopt),
    (211, Call::Sendmsg),
    (212, Call::Recvmsg),
    (243, Call::Recvmmsg),
    (269, Call::Sendmmsg),
    (438, Call::PidfdGetfd),
    (167, Call::Prctl),
];

#[cfg(target_arch = "aarch64")]
static AARCH64: Abi = Abi {
    arch: 183 | WIDE | LE,
    elf: (ELF64, 183),
    word: 8,
    calls: GENERIC,
};

#[cfg(target_arch = "riscv64")]
static RISCV64: Abi = Abi {
    arch: 243 | WIDE | LE,
    elf: (ELF64, 243),
    word: 8,
    calls: GENERIC,
};

/// arch/arm/tools/syscall.tbl
#[cfg(target_arch = "aarch64")]
static ARM: Abi = Abi {
    arch: 40 | LE,
    elf: (ELF32, 40),
    word: 4,
    calls: &[
        (3, Call::Read),
        (4, Call::Write),
        (145, Call::Readv),
        (146, Call::Writev),
        (55, Call::Fcntl),
        (221, Call::Fcntl),
        (41, Call::Dup),
        (63, Call::Dup2),
        (358, Call::Dup2),
        (281, Call::Socket),
        (282, Call::Bind),
        (283, Call::Connect),
        (289, Call::Send),
        (290, Call::Sendto),
        (291, Call::Recv),
        (292, Call::Recvfrom),
        (294, Call::Setsockopt),
        (296, Call::Sendmsg),
        (297, Call::Recvmsg),
        (365, Call::Recvmmsg),
        (417, Call::Recvmmsg),
        (374, Call::Sendmmsg),
        (438, Call::PidfdGetfd),
        (172, Call::Prctl),
    ],
};

/// arch/s390/kernel/syscalls/syscall.tbl
#[cfg(target_arch = "s390x")]
static S390X: Abi = Abi {
    arch: 22 | WIDE,
    elf: (ELF64, 22),
    word: 8,
    calls: &[
        (3, Call::Read),
        (4, Call::Write),
        (145, Call::Readv),
        (146, Call::Writev),
        (55, Call::Fcntl),
        (41, Call::Dup),
        (63, Call::Dup2),
        (326, Call::Dup2),
        (102, Call::Socketcall),
        (359, Call::Socket),
        (361, Call::Bind),
        (362, Call::Connect),
        (366, Call::Setsockopt),
        (369, Call::Sendto),
        (370, Call::Sendmsg),
        (371, Call::Recvfrom),
        (372, Call::Recvmsg),
        (357, Call::Recvmmsg),
        (358, Call::Sendmmsg),
        (438, Call::PidfdGetfd),
        (172, Call::Prctl),
    ],
};

/// The kinds of programs that run on this machine and are understood, its own first.
#[cfg(target_arch = "x86_64")]
static ALL: &[&Abi] = &[&X86_64, &I386];
#[cfg(target_arch = "aarch64")]
static ALL: &[&Abi] = &[&AARCH64, &ARM];
#[cfg(target_arch = "riscv64")]
static ALL: &[&Abi] = &[&RISCV64];
#[cfg(target_arch = "s390x")]
static ALL: &[&Abi] = &[&S390X];
#[cfg(not(any(
    target_arch = "x86_64",
    target_arch = "aarch64",
    target_arch = "riscv64",
    target_arch = "s390x"
)))]
static ALL: &[&Abi] = &[];

/// Those kinds.
pub(super) fn all() -> &'static [&'static Abi] {
    ALL
}

impl Abi {
    /// That of an `AUDIT_ARCH_*`.
    pub fn of(arch: u32) -> Option<&'static Abi> {
        all().iter().copied().find(|abi| abi.arch == arch)
    }

    /// What a number calls.
    pub fn call(&self, number: u64) -> Option<Call> {
        let known = self.calls.iter().find(|(n, _)| u64::from(*n) == number);
        known.map(|(_, call)| *call)
    }
}

/// What the first argument of `socketcall` calls: `uapi/linux/net.h`.
pub(super) fn socketcall(number: u64) -> Option<Call> {
    Some(match number {
        1 => Call::Socket,
        2 => Call::Bind,
        3 => Call::Connect,
        9 => Call::Send,
        10 => Call::Recv,
        11 => Call::Sendto,
        12 => Call::Recvfrom,
        14 => Call::Setsockopt,
        16 => Call::Sendmsg,
        17 => Call::Recvmsg,
        19 => Call::Recvmmsg,
        20 => Call::Sendmmsg,
        _ => return None,
    })
}
