//! Giving up what a process does not need. All of it holds for the calling thread and those that it starts.

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus,
    Scope,
};
use rustix::process::{Gid, Uid};
use rustix::thread::{
    CapabilitySet, CapabilitySets, capabilities, clear_ambient_capability_set, set_capabilities,
    set_no_new_privs, set_thread_groups, set_thread_res_gid, set_thread_res_uid,
};
use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
    SeccompFilter, SeccompRule, TargetArch, apply_filter,
};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// The user and the group `nobody`.
const NOBODY: u32 = 65_534;

/// Lives on when the user or the system asks the decoder to end: the keeper ends after it.
pub(crate) fn outlive_signals() -> io::Result<()> {
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::default())?;
    }
    // away from the terminal's signals; one that leads a session already has none to fear
    let _ = rustix::process::setsid();
    Ok(())
}

/// Gives up all capabilities but these, as far as they are there.
pub(crate) fn keep_only(needed: CapabilitySet) -> io::Result<()> {
    set_no_new_privs(true)?;
    let held = capabilities(None)?;
    set_capabilities(
        None,
        CapabilitySets {
            effective: held.permitted & needed,
            permitted: held.permitted & needed,
            inheritable: CapabilitySet::empty(),
        },
    )?;
    // older kernels have none
    let _ = clear_ambient_capability_set();
    Ok(())
}

/// Gives up all, of this thread and those that it starts: capabilities, the user's identity where that is root's, files,
/// networks, most system calls. What is open stays usable.
pub fn give_up_all() -> io::Result<()> {
    identity()?;
    keep_only(CapabilitySet::empty())?;
    files()?;
    calls()
}

/// Is nobody rather than root, who owns much even without capabilities.
fn identity() -> io::Result<()> {
    let able = CapabilitySet::SETUID | CapabilitySet::SETGID;
    if rustix::process::geteuid().is_root() && capabilities(None)?.effective.contains(able) {
        let (uid, gid) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
        // in a user namespace there may be no nobody; then the rest has to do
        if set_thread_groups(&[]).is_ok() && set_thread_res_gid(gid, gid, gid).is_ok() {
            let _ = set_thread_res_uid(uid, uid, uid);
        }
    }
    Ok(())
}

/// Opens no file and no TCP connection, reaches no other process by signals or abstract sockets, as far as the kernel's
/// Landlock can; whether it can anything.
fn files() -> io::Result<bool> {
    let restrict = || {
        Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(ABI::V6))?
            .handle_access(AccessNet::from_all(ABI::V6))?
            .scope(Scope::from_all(ABI::V6))?
            .create()?
            .restrict_self()
    };
    let status = restrict().map_err(io::Error::other)?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

/// Makes only such system calls as reading, writing, waiting, threads and memory take. Others fail with EPERM.
fn calls() -> io::Result<()> {
    // an architecture that seccompiler does not know goes without
    let Ok(arch) = TargetArch::try_from(std::env::consts::ARCH) else {
        return Ok(());
    };
    let allowed = program(arch).map_err(io::Error::other)?;
    let no_clone3 = no_clone3(arch).map_err(io::Error::other)?;
    apply_filter(&no_clone3).map_err(io::Error::other)?;
    apply_filter(&allowed).map_err(io::Error::other)
}

/// Calls that are allowed whatever their arguments are.
const CALLS: &[i64] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_fsync,
    libc::SYS_fdatasync,
    libc::SYS_dup,
    libc::SYS_pipe2,
    libc::SYS_ppoll,
    libc::SYS_pselect6,
    libc::SYS_epoll_create1,
    libc::SYS_epoll_ctl,
    libc::SYS_epoll_pwait,
    libc::SYS_eventfd2,
    // on sockets that are open
    libc::SYS_sendmsg,
    libc::SYS_recvmsg,
    libc::SYS_sendto,
    libc::SYS_recvfrom,
    libc::SYS_shutdown,
    // memory
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    // threads, signals
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_wait4,
    libc::SYS_waitid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_getpid,
    libc::SYS_gettid,
    // time, chance
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_uname,
    // x86-64 has older forms too
    #[cfg(target_arch = "x86_64")]
    libc::SYS_poll,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_epoll_wait,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_pipe,
];

/// What may be done to a terminal, and to any descriptor. C libraries do not agree on their type.
#[allow(clippy::unnecessary_cast)]
const REQUESTS: &[u64] = &[
    libc::TCGETS as u64,
    libc::TCSETS as u64,
    libc::TCSETSW as u64,
    libc::TCSETSF as u64,
    libc::TIOCGWINSZ as u64,
    libc::FIONREAD as u64,
    libc::FIONBIO as u64,
];

/// A clone3 that is not there: its flags stand where a filter cannot look, and without it the C library takes clone.
fn no_clone3(arch: TargetArch) -> Result<BpfProgram, BackendError> {
    let rules = BTreeMap::from([(libc::SYS_clone3, Vec::new())]);
    let missing = SeccompAction::Errno(libc::ENOSYS as u32);
    SeccompFilter::new(rules, SeccompAction::Allow, missing, arch)?.try_into()
}

/// The filter of system calls.
fn program(arch: TargetArch) -> Result<BpfProgram, BackendError> {
    let is = |argument, value: u64| {
        SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)
    };
    let all = |conditions: Vec<Result<SeccompCondition, BackendError>>| {
        SeccompRule::new(conditions.into_iter().collect::<Result<_, _>>()?)
    };
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    // the other filter rules clone3 out
    for call in CALLS.iter().chain(&[libc::SYS_clone3]) {
        rules.insert(*call, Vec::new());
    }
    let mut one_of = |call: i64, rule| {
        rules.entry(call).or_default().push(rule);
    };
    for request in REQUESTS {
        one_of(libc::SYS_ioctl, all(vec![is(1, *request)])?);
    }
    for command in [
        libc::F_GETFD,
        libc::F_SETFD,
        libc::F_GETFL,
        libc::F_SETFL,
        libc::F_DUPFD_CLOEXEC,
        libc::F_SETPIPE_SZ,
    ] {
        one_of(libc::SYS_fcntl, all(vec![is(1, command as u64)])?);
    }
    // what a descriptor is, not what a path is
    let empty_path = libc::AT_EMPTY_PATH as u64;
    one_of(libc::SYS_newfstatat, all(vec![is(3, empty_path)])?);
    one_of(libc::SYS_statx, all(vec![is(2, empty_path)])?);
    // a thread, not a process
    let thread = (libc::CLONE_VM | libc::CLONE_THREAD) as u64;
    let threads = SeccompCondition::new(
        0,
        SeccompCmpArgLen::Qword,
        SeccompCmpOp::MaskedEq(thread),
        thread,
    );
    one_of(libc::SYS_clone, all(vec![threads])?);
    // counts of the packet socket, and what is wrong with it
    for (level, option) in [
        (libc::SOL_PACKET, libc::PACKET_STATISTICS),
        (libc::SOL_SOCKET, libc::SO_ERROR),
    ] {
        let asks = vec![is(1, level as u64), is(2, option as u64)];
        one_of(libc::SYS_getsockopt, all(asks)?);
    }
    // a pair reaches nobody else
    one_of(
        libc::SYS_socketpair,
        all(vec![is(0, libc::AF_UNIX as u64)])?,
    );
    one_of(libc::SYS_prctl, all(vec![is(0, libc::PR_SET_NAME as u64)])?);
    // ending itself
    let own = u64::from(std::process::id());
    one_of(libc::SYS_tgkill, all(vec![is(0, own)])?);
    one_of(libc::SYS_kill, all(vec![is(0, own)])?);
    let denied = SeccompAction::Errno(libc::EPERM as u32);
    let filter = SeccompFilter::new(rules, denied, SeccompAction::Allow, arch)?;
    filter.try_into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::process::{Pid, test_kill_process};
    use std::fs::{self, File};
    use std::io::Write;
    use std::thread;

    /// Runs in a thread, which is confined; the others are not.
    fn apart<R: Send + 'static>(run: impl FnOnce() -> R + Send + 'static) -> R {
        thread::spawn(run).join().unwrap()
    }

    #[test]
    fn nothing_can_be_reached() {
        let (reader, mut writer) = io::pipe().unwrap();
        let denied = apart(move || {
            give_up_all().unwrap();
            // what is open stays so
            writer.write_all(b"still here").unwrap();
            let socket = rustix::net::socket(
                rustix::net::AddressFamily::INET,
                rustix::net::SocketType::STREAM,
                None,
            );
            let netlink = rustix::net::socket(
                rustix::net::AddressFamily::NETLINK,
                rustix::net::SocketType::RAW,
                None,
            );
            [
                ("a file", File::open("/etc/passwd").map(drop)),
                (
                    "a new file",
                    File::create("/tmp/nldissect-confined").map(drop),
                ),
                ("a folder", fs::read_dir("/").map(drop)),
                ("its metadata", fs::metadata("/etc/passwd").map(drop)),
                ("processes", fs::read_dir("/proc").map(drop)),
                ("a process", fs::read_to_string("/proc/1/comm").map(drop)),
                ("itself", fs::read_link("/proc/self/exe").map(drop)),
                ("a socket", socket.map(drop).map_err(io::Error::from)),
                ("netlink", netlink.map(drop).map_err(io::Error::from)),
                (
                    "a signal",
                    test_kill_process(Pid::INIT).map_err(io::Error::from),
                ),
                (
                    "a program",
                    std::process::Command::new("/bin/true").spawn().map(drop),
                ),
            ]
        });
        for (what, result) in denied {
            let error = result.expect_err(what);
            assert_eq!(
                error.kind(),
                io::ErrorKind::PermissionDenied,
                "{what}: {error}"
            );
        }
        assert_eq!(io::read_to_string(reader).unwrap(), "still here");
    }

    #[test]
    fn a_confined_thread_starts_others() {
        let sum = apart(|| {
            give_up_all().unwrap();
            let inner = thread::spawn(|| File::open("/etc/passwd").is_err());
            assert!(inner.join().unwrap());
            (0..1_000_000_u64).collect::<Vec<_>>().iter().sum::<u64>()
        });
        assert_eq!(sum, 499_999_500_000);
    }

    #[test]
    fn no_capability_is_left() {
        let (sets, nothing_new) = apart(|| {
            keep_only(CapabilitySet::empty()).unwrap();
            let sets = capabilities(None).unwrap();
            (sets, rustix::thread::no_new_privs().unwrap())
        });
        assert_eq!(sets.permitted | sets.effective, CapabilitySet::empty());
        assert!(nothing_new);
    }

    #[test]
    fn landlock_alone_closes_the_files() {
        let (able, opened) = apart(|| {
            set_no_new_privs(true).unwrap();
            let able = files().unwrap();
            (able, File::open("/etc/passwd").map(drop))
        });
        if !able {
            // such a kernel lets them be
            opened.unwrap();
            return;
        }
        assert_eq!(opened.unwrap_err().kind(), io::ErrorKind::PermissionDenied);
    }
}
