//! What hangs on the captured machine's architecture: the layout of structs and the numbers of errno.

/// How C structs are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Abi {
    /// 64-bit `long`, u64 aligned to 8 (x86_64, aarch64, s390x, riscv64 …).
    #[default]
    Lp64,
    /// 32-bit `long`, u64 aligned to 8 (arm, mips, powerpc, x32's peers …).
    Ilp32,
    /// 32-bit `long`, u64 aligned to 4 (i386).
    I386,
}

impl Abi {
    /// All of them, in the order of [`Abi::index`].
    pub const ALL: [Abi; 3] = [Abi::Lp64, Abi::Ilp32, Abi::I386];

    /// The position of this ABI's layout in [`crate::table::Struct::layouts`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Bytes of a `long`.
    pub const fn long(self) -> usize {
        match self {
            Abi::Lp64 => 8,
            Abi::Ilp32 | Abi::I386 => 4,
        }
    }

    /// Alignment of a 64-bit integer, in bytes.
    pub const fn align8(self) -> usize {
        match self {
            Abi::Lp64 | Abi::Ilp32 => 8,
            Abi::I386 => 4,
        }
    }
}

/// A machine architecture, as far as netlink shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arch {
    /// Name as `uname -m` or Debian spells it.
    pub name: &'static str,
    /// Layout of structs.
    pub abi: Abi,
    /// Whether integers are big-endian.
    pub big_endian: bool,
}

macro_rules! arches {
    ($($name:literal $abi:ident $big:literal,)*) => {
        &[$(Arch { name: $name, abi: Abi::$abi, big_endian: $big }),*]
    };
}

impl Arch {
    /// The architectures that `--arch` takes.
    pub const ALL: &'static [Arch] = arches! {
        "x86_64" Lp64 false,
        "amd64" Lp64 false,
        "i386" I386 false,
        "i686" I386 false,
        "x32" Ilp32 false,
        "aarch64" Lp64 false,
        "arm64" Lp64 false,
        "arm" Ilp32 false,
        "armhf" Ilp32 false,
        "armv7l" Ilp32 false,
        "riscv64" Lp64 false,
        "riscv32" Ilp32 false,
        "loongarch64" Lp64 false,
        "ppc64le" Lp64 false,
        "ppc64el" Lp64 false,
        "ppc64" Lp64 true,
        "ppc" Ilp32 true,
        "powerpc" Ilp32 true,
        "s390x" Lp64 true,
        "mips" Ilp32 true,
        "mipsel" Ilp32 false,
        "mips64" Lp64 true,
        "mips64el" Lp64 false,
        "sparc" Ilp32 true,
        "sparc64" Lp64 true,
        "alpha" Lp64 false,
        "parisc" Ilp32 true,
        "hppa" Ilp32 true,
        "m68k" I386 true,
    };

    /// The architecture of that name.
    pub fn named(name: &str) -> Option<Arch> {
        Self::ALL.iter().copied().find(|a| a.name == name)
    }
}
