//! The only file with unsafe code: memory maps of files, packet sockets with their rings, and traced processes.
//!
//! A map of a file is good as long as the file keeps its length and its bytes. If another program makes the file shorter while
//! it is read, the system ends this one with SIGBUS: a known limit. Growing is harmless: what comes later is not seen.
//! A file that may shrink is read with [`Capture::from_reader`](crate::Capture::from_reader) instead.

use std::fs::File;
use std::io;

use memmap2::{Advice, Mmap, UncheckedAdvice};

/// Maps the whole of a file, for reading.
pub(crate) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the map is read-only and never handed out as anything but `&[u8]`, for which every value is valid.
    // What cannot be ruled out here is that another process writes to the file meanwhile, as with every map of a
    // file: no slice is used to index memory without a bounds check against the map's length, which never changes.
    unsafe { Mmap::map(file) }
}

/// Tells the system that a part of a map, which was read, is not needed for now, so that memory does not grow with
/// the file. Failing is harmless.
pub(crate) fn release(map: &Mmap, offset: usize, len: usize) {
    let inside = offset.checked_add(len).is_some_and(|end| end <= map.len());
    if inside {
        // SAFETY: the range lies within the map, as just checked. The map is read-only and backed by a file, so
        // MADV_DONTNEED only drops pages from this process; the next access finds the file's bytes there again.
        let _ = unsafe { map.unchecked_advise_range(UncheckedAdvice::DontNeed, offset, len) };
    }
}

/// Asks the system to have a part of a map at hand at once. Failing is harmless, and that the kernel does not know it.
pub(crate) fn bring(map: &Mmap, offset: usize, len: usize) {
    let _ = map.advise_range(Advice::PopulateRead, offset, len);
}

/// Tells the processor that bytes are about to be read.
#[inline]
pub(crate) fn prefetch(bytes: &[u8]) {
    #[cfg(target_arch = "x86_64")]
    for line in bytes.chunks(64) {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: the pointer is that of a slice, and a hint does not read through it.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr().cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = bytes;
}

#[cfg(target_os = "linux")]
fn check(result: std::ffi::c_int) -> std::io::Result<std::ffi::c_int> {
    if result < 0 {
        Err(std::io::Error::last_os_error())
    } else {
        Ok(result)
    }
}

/// AF_PACKET sockets and their rings.
#[cfg(target_os = "linux")]
pub(crate) mod packet {
    use super::check;
    use memmap2::{MmapOptions, MmapRaw};
    use std::ffi::c_int;
    use std::io;
    use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};
    use std::sync::atomic::{AtomicU32, Ordering};

    /// Where the status stands in a block: behind the version and the offset of what is private.
    const STATUS: usize = 8;

    fn set<T>(socket: BorrowedFd<'_>, option: c_int, value: &T) -> io::Result<()> {
        let len = size_of::<T>() as libc::socklen_t;
        // SAFETY: the pointer is a reference's, so `len` bytes can be read there; the system only reads them.
        check(unsafe {
            libc::setsockopt(
                socket.as_raw_fd(),
                libc::SOL_PACKET,
                option,
                (&raw const *value).cast(),
                len,
            )
        })?;
        Ok(())
    }

    /// A packet socket that hears nothing until it is bound. Its packets come without their link-layer header.
    pub(crate) fn socket() -> io::Result<OwnedFd> {
        // SAFETY: no pointer is given.
        let fd = check(unsafe {
            libc::socket(libc::AF_PACKET, libc::SOCK_DGRAM | libc::SOCK_CLOEXEC, 0)
        })?;
        // SAFETY: the descriptor was just made, and nobody else owns it.
        Ok(unsafe { OwnedFd::from_raw_fd(fd) })
    }

    /// Gives a socket a TPACKET_V3 ring. The ring belongs to the socket, whoever maps it. A block is handed over when it
    /// is full or `timeout` milliseconds old.
    pub(crate) fn make_ring(
        socket: BorrowedFd<'_>,
        block_size: u32,
        blocks: u32,
        timeout: u32,
    ) -> io::Result<()> {
        let version = libc::tpacket_versions::TPACKET_V3 as c_int;
        set(socket, libc::PACKET_VERSION, &version)?;
        // frames have no fixed size in this version; these two only have to agree with the blocks
        let request = libc::tpacket_req3 {
            tp_block_size: block_size,
            tp_block_nr: blocks,
            tp_frame_size: block_size,
            tp_frame_nr: blocks,
            tp_retire_blk_tov: timeout,
            tp_sizeof_priv: 0,
            tp_feature_req_word: 0,
        };
        set(socket, libc::PACKET_RX_RING, &request)
    }

    /// Begins to hear a device.
    pub(crate) fn bind(socket: BorrowedFd<'_>, index: i32) -> io::Result<()> {
        let address = libc::sockaddr_ll {
            sll_family: libc::AF_PACKET as u16,
            sll_protocol: (libc::ETH_P_ALL as u16).to_be(),
            sll_ifindex: index,
            sll_hatype: 0,
            sll_pkttype: 0,
            sll_halen: 0,
            sll_addr: [0; 8],
        };
        let len = size_of::<libc::sockaddr_ll>() as libc::socklen_t;
        // SAFETY: the address is a local variable of the length that is told; the system only reads it.
        check(unsafe { libc::bind(socket.as_raw_fd(), (&raw const address).cast(), len) })?;
        Ok(())
    }

    /// Packets that were received, those that were dropped among them, and dropped, since the last call.
    pub(crate) fn statistics(socket: BorrowedFd<'_>) -> io::Result<(u32, u32)> {
        let mut counts = libc::tpacket_stats_v3 {
            tp_packets: 0,
            tp_drops: 0,
            tp_freeze_q_cnt: 0,
        };
        let mut len = size_of::<libc::tpacket_stats_v3>() as libc::socklen_t;
        // SAFETY: both pointers are to local variables; the system writes at most `len` bytes, the size of the first,
        // all of whose fields are plain integers.
        check(unsafe {
            libc::getsockopt(
                socket.as_raw_fd(),
                libc::SOL_PACKET,
                libc::PACKET_STATISTICS,
                (&raw mut counts).cast(),
                &raw mut len,
            )
        })?;
        Ok((counts.tp_packets, counts.tp_drops))
    }

    /// The ring of a socket, mapped.
    #[derive(Debug)]
    pub(crate) struct Ring {
        map: MmapRaw,
        socket: OwnedFd,
        block_size: usize,
        blocks: usize,
        next: usize,
    }

    impl Ring {
        /// Maps the ring that [`make_ring`] made with these numbers.
        pub(crate) fn map(socket: OwnedFd, block_size: u32, blocks: u32) -> io::Result<Ring> {
            let (block_size, blocks) = (block_size as usize, blocks as usize);
            let len = block_size.saturating_mul(blocks);
            // a status is read as an aligned word within its block
            if blocks == 0 || block_size < STATUS + 4 || !block_size.is_multiple_of(8) {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            let map = MmapOptions::new().len(len).map_raw(&socket)?;
            Ok(Ring {
                map,
                socket,
                block_size,
                blocks,
                next: 0,
            })
        }

        /// Hands the next full block to `take`, and gives it back to the kernel then; none where no block is full.
        pub(crate) fn block<R>(&mut self, take: impl FnOnce(&[u8]) -> R) -> Option<R> {
            let at = self.next * self.block_size;
            // SAFETY: `next` is below `blocks`, so the block lies within the map, whose length is their product; STATUS
            // and four bytes lie within a block. The address is a multiple of 4, as blocks are of 8 and the map of a
            // page. Both sides, the kernel and this one, read and write the word whole, as the interface wants it.
            let status = unsafe {
                AtomicU32::from_ptr(self.map.as_mut_ptr().add(at).add(STATUS).cast::<u32>())
            };
            // `Acquire`: what the kernel wrote to the block before it said so is seen
            if status.load(Ordering::Acquire) & libc::TP_STATUS_USER == 0 {
                return None;
            }
            // SAFETY: the block lies within the map, as above. While its status says that it is the user's, the kernel
            // does not write to it; the only other writer is this type, which has it borrowed. The slice ends with the
            // call of `take`, which cannot keep it, before the status is given back.
            let bytes =
                unsafe { std::slice::from_raw_parts(self.map.as_ptr().add(at), self.block_size) };
            let result = take(bytes);
            // `Release`: all reading is done before
            status.store(libc::TP_STATUS_KERNEL, Ordering::Release);
            self.next = (self.next + 1) % self.blocks;
            Some(result)
        }
    }

    impl AsFd for Ring {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.socket.as_fd()
        }
    }
}

/// Processes that are traced.
#[cfg(target_os = "linux")]
pub(crate) mod tracee {
    use std::ffi::{CString, c_char, c_int, c_long};
    use std::fs::File;
    use std::io::{self, PipeReader, PipeWriter, Read};
    use std::mem::MaybeUninit;
    use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

    use super::check;
    use libc::{pid_t, sigset_t};

    /// One instruction of a seccomp filter.
    pub(crate) use libc::sock_filter as Instruction;

    /// `PTRACE_GET_SYSCALL_INFO`, of `uapi/linux/ptrace.h`.
    const GET_SYSCALL_INFO: u32 = 0x420e;
    /// Bytes of its `struct ptrace_syscall_info` up to Linux 7.
    pub(crate) const SYSCALL_INFO: usize = 88;

    /// A ptrace request whose arguments are numbers: one that neither reads nor writes memory of this process.
    pub(crate) fn ptrace(request: Request, pid: pid_t, data: usize) -> io::Result<()> {
        // SAFETY: all of these take a number as data and ignore the address.
        let result = unsafe { libc::ptrace(request as _, pid, 0_usize, data) };
        if result < 0 {
            Err(io::Error::last_os_error())
        } else {
            Ok(())
        }
    }

    /// Those requests, of `uapi/linux/ptrace.h`.
    #[derive(Clone, Copy, Debug)]
    #[repr(u32)]
    pub(crate) enum Request {
        Continue = 7,
        Detach = 17,
        Syscall = 24,
        Seize = 0x4206,
        Interrupt = 0x4207,
        Listen = 0x4208,
    }

    /// The system call that a stopped thread is at, in the form of `struct ptrace_syscall_info`.
    pub(crate) fn syscall_info(pid: pid_t) -> io::Result<[u8; SYSCALL_INFO]> {
        let mut info = [0_u8; SYSCALL_INFO];
        // SAFETY: the address is the size of the buffer, which the system fills no further; any bytes are valid in it.
        let result =
            unsafe { libc::ptrace(GET_SYSCALL_INFO as _, pid, SYSCALL_INFO, info.as_mut_ptr()) };
        if result < 0 {
            Err(io::Error::last_os_error())
        } else {
            Ok(info)
        }
    }

    /// Fills a buffer with the value of a socket's option; how many bytes of it there are.
    pub(crate) fn option(
        socket: BorrowedFd<'_>,
        level: c_int,
        name: c_int,
        value: &mut [u32],
    ) -> io::Result<usize> {
        let mut len = size_of_val(value) as libc::socklen_t;
        // SAFETY: the system writes at most `len` bytes, which is the buffer's size; any bits are valid numbers.
        check(unsafe {
            libc::getsockopt(
                socket.as_raw_fd(),
                level,
                name,
                value.as_mut_ptr().cast(),
                &raw mut len,
            )
        })?;
        Ok(len as usize)
    }

    /// Signals that this thread, and those that it starts, take from a file instead of being struck by them.
    #[derive(Debug)]
    pub struct Signals {
        file: File,
        before: sigset_t,
    }

    impl Signals {
        /// Blocks the signals.
        pub(crate) fn new(numbers: &[c_int]) -> io::Result<Signals> {
            let mut set = MaybeUninit::<sigset_t>::uninit();
            let mut before = MaybeUninit::<sigset_t>::uninit();
            // SAFETY: `sigemptyset` makes the set valid before it is used, `pthread_sigmask` the former one where it
            // succeeds, which is looked at first. The new descriptor has no other owner.
            unsafe {
                libc::sigemptyset(set.as_mut_ptr());
                for number in numbers {
                    check(libc::sigaddset(set.as_mut_ptr(), *number))?;
                }
                let error =
                    libc::pthread_sigmask(libc::SIG_BLOCK, set.as_ptr(), before.as_mut_ptr());
                if error != 0 {
                    return Err(io::Error::from_raw_os_error(error));
                }
                let fd = check(libc::signalfd(-1, set.as_ptr(), libc::SFD_CLOEXEC))?;
                Ok(Signals {
                    file: File::from(OwnedFd::from_raw_fd(fd)),
                    before: before.assume_init(),
                })
            }
        }

        /// Waits for one: its number, and its `si_code`.
        pub(crate) fn next(&mut self) -> io::Result<(i32, i32)> {
            // struct signalfd_siginfo
            let mut info = [0; 128];
            self.file.read_exact(&mut info)?;
            let [a, b, c, d, _, _, _, _, e, f, g, h, ..] = info;
            Ok((
                i32::from_ne_bytes([a, b, c, d]),
                i32::from_ne_bytes([e, f, g, h]),
            ))
        }
    }

    /// Starts a process that waits until there is a byte in the pipe, takes the filter, and becomes the command. Its
    /// exit code before that is the error. With `privileges`, it keeps the way to more privilege if the system lets
    /// it.
    ///
    /// In front of the command it duplicates a descriptor that does not exist: a filter that took effect shows it.
    pub(crate) fn spawn(
        command: &[CString],
        filter: &[Instruction],
        privileges: bool,
        (go, told): (&PipeReader, &PipeWriter),
        signals: &Signals,
    ) -> io::Result<pid_t> {
        let arguments: Vec<*const c_char> = command
            .iter()
            .map(|a| a.as_ptr())
            .chain([std::ptr::null()])
            .collect();
        let program = libc::sock_fprog {
            len: filter.len() as u16,
            filter: filter.as_ptr().cast_mut(),
        };
        let (go, told) = (go.as_raw_fd(), told.as_raw_fd());
        // SAFETY: other threads may hold locks, so the child calls nothing but system calls and what does no more
        // than those, on memory that was prepared before and stays as it was: it never returns from here.
        // `arguments` ends with a null and holds strings that live on; the system copies the filter and does not
        // write to it.
        unsafe {
            let pid = check(libc::fork())?;
            if pid != 0 {
                return Ok(pid);
            }
            libc::close(told);
            let mut byte = 0_u8;
            if libc::read(go, (&raw mut byte).cast(), 1) != 1 {
                libc::_exit(libc::ECANCELED);
            }
            libc::signal(libc::SIGPIPE, libc::SIG_DFL);
            libc::pthread_sigmask(
                libc::SIG_SETMASK,
                &raw const signals.before,
                std::ptr::null_mut(),
            );
            let install = || {
                let flags: c_long = 0;
                libc::syscall(
                    libc::SYS_seccomp,
                    libc::SECCOMP_SET_MODE_FILTER,
                    flags,
                    &raw const program,
                )
            };
            let installed = privileges && install() == 0;
            if !installed {
                libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
                install();
            }
            libc::dup(-1);
            if let Some(name) = arguments.first() {
                libc::execvp(*name, arguments.as_ptr());
            }
            libc::_exit(*libc::__errno_location() & 0xff);
        }
    }
}
