//! TASKSTATS: accounting of processes, threads and control groups.
//!
//! Source: `uapi/linux/taskstats.h`, `uapi/linux/cgroupstats.h`, `uapi/linux/acct.h`,
//! `uapi/linux/sched.h`, `uapi/linux/time_types.h`, `kernel/taskstats.c`, `kernel/tsacct.c`,
//! `kernel/delayacct.c`.

use crate::special::taskstats::TASKSTATS_VERSION;
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use std::borrow::Cow;

flags! { ACCT_FLAGS "acct.ac_flag":
    0x01 AFORK, 0x02 ASU, 0x04 ACOMPAT, 0x08 ACORE, 0x10 AXSIG, 0x20 AGROUP,
}

enumeration! { SCHED "SCHED":
    0 SCHED_NORMAL, 1 SCHED_FIFO, 2 SCHED_RR, 3 SCHED_BATCH, 5 SCHED_IDLE, 6 SCHED_DEADLINE,
    7 SCHED_EXT,
}

structure! { TIMESPEC "taskstats.__kernel_timespec":
    tv_sec: S64.unit(Unit::UnixSeconds),
    tv_nsec: S64.unit(Unit::Nanoseconds),
}

structure! { /// Of every version but 15: each is longer than the one before. `coremem` and `virtmem` count
    /// in MB times us.
    pub TASKSTATS "taskstats":
    version: U16,
    ac_exitcode: U32.hex(),
    ac_flag: U8.of(&ACCT_FLAGS),
    ac_nice: S8,
    cpu_count: ALIGNED_U64,
    cpu_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    blkio_count: ALIGNED_U64,
    blkio_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    swapin_count: ALIGNED_U64,
    swapin_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_run_real_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_run_virtual_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    ac_comm: STRING.times(32),
    ac_sched: U8.of(&SCHED),
    ac_pad: BYTES.times(7).reserved(),
    ac_uid: U32,
    ac_gid: U32,
    ac_pid: U32,
    ac_ppid: U32,
    ac_btime: U32.unit(Unit::UnixSeconds),
    ac_etime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_utime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_stime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_minflt: ALIGNED_U64,
    ac_majflt: ALIGNED_U64,
    coremem: ALIGNED_U64,
    virtmem: ALIGNED_U64,
    hiwater_rss: ALIGNED_U64.unit(Unit::Kibibytes),
    hiwater_vm: ALIGNED_U64.unit(Unit::Kibibytes),
    read_char: ALIGNED_U64.unit(Unit::Bytes),
    write_char: ALIGNED_U64.unit(Unit::Bytes),
    read_syscalls: ALIGNED_U64,
    write_syscalls: ALIGNED_U64,
    read_bytes: ALIGNED_U64.unit(Unit::Bytes),
    write_bytes: ALIGNED_U64.unit(Unit::Bytes),
    cancelled_write_bytes: ALIGNED_U64.unit(Unit::Bytes),
    nvcsw: ALIGNED_U64,
    nivcsw: ALIGNED_U64,
    ac_utimescaled: ALIGNED_U64.unit(Unit::Microseconds),
    ac_stimescaled: ALIGNED_U64.unit(Unit::Microseconds),
    cpu_scaled_run_real_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    freepages_count: ALIGNED_U64,
    freepages_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    thrashing_count: ALIGNED_U64,
    thrashing_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    ac_btime64: ALIGNED_U64.unit(Unit::UnixSeconds),
    compact_count: ALIGNED_U64,
    compact_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    ac_tgid: U32,
    ac_tgetime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_exe_dev: ALIGNED_U64.hex(),
    ac_exe_inode: ALIGNED_U64,
    wpcopy_count: ALIGNED_U64,
    wpcopy_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    irq_count: ALIGNED_U64,
    irq_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    blkio_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    blkio_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    swapin_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    swapin_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    freepages_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    freepages_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    thrashing_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    thrashing_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    compact_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    compact_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    wpcopy_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    wpcopy_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    irq_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    irq_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_delay_max_ts: structure(&TIMESPEC),
    blkio_delay_max_ts: structure(&TIMESPEC),
    swapin_delay_max_ts: structure(&TIMESPEC),
    freepages_delay_max_ts: structure(&TIMESPEC),
    thrashing_delay_max_ts: structure(&TIMESPEC),
    compact_delay_max_ts: structure(&TIMESPEC),
    wpcopy_delay_max_ts: structure(&TIMESPEC),
    irq_delay_max_ts: structure(&TIMESPEC),
}

structure! { /// Of version 15 (Linux 6.14): the extremes of each delay stand beside its sum.
    pub TASKSTATS_15 "taskstats.version15":
    version: U16,
    ac_exitcode: U32.hex(),
    ac_flag: U8.of(&ACCT_FLAGS),
    ac_nice: S8,
    cpu_count: ALIGNED_U64,
    cpu_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    blkio_count: ALIGNED_U64,
    blkio_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    blkio_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    blkio_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    swapin_count: ALIGNED_U64,
    swapin_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    swapin_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    swapin_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_run_real_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    cpu_run_virtual_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    ac_comm: STRING.times(32),
    ac_sched: U8.of(&SCHED),
    ac_pad: BYTES.times(7).reserved(),
    ac_uid: U32,
    ac_gid: U32,
    ac_pid: U32,
    ac_ppid: U32,
    ac_btime: U32.unit(Unit::UnixSeconds),
    ac_etime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_utime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_stime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_minflt: ALIGNED_U64,
    ac_majflt: ALIGNED_U64,
    coremem: ALIGNED_U64,
    virtmem: ALIGNED_U64,
    hiwater_rss: ALIGNED_U64.unit(Unit::Kibibytes),
    hiwater_vm: ALIGNED_U64.unit(Unit::Kibibytes),
    read_char: ALIGNED_U64.unit(Unit::Bytes),
    write_char: ALIGNED_U64.unit(Unit::Bytes),
    read_syscalls: ALIGNED_U64,
    write_syscalls: ALIGNED_U64,
    read_bytes: ALIGNED_U64.unit(Unit::Bytes),
    write_bytes: ALIGNED_U64.unit(Unit::Bytes),
    cancelled_write_bytes: ALIGNED_U64.unit(Unit::Bytes),
    nvcsw: ALIGNED_U64,
    nivcsw: ALIGNED_U64,
    ac_utimescaled: ALIGNED_U64.unit(Unit::Microseconds),
    ac_stimescaled: ALIGNED_U64.unit(Unit::Microseconds),
    cpu_scaled_run_real_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    freepages_count: ALIGNED_U64,
    freepages_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    freepages_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    freepages_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    thrashing_count: ALIGNED_U64,
    thrashing_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    thrashing_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    thrashing_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    ac_btime64: ALIGNED_U64.unit(Unit::UnixSeconds),
    compact_count: ALIGNED_U64,
    compact_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    compact_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    compact_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    ac_tgid: U32,
    ac_tgetime: ALIGNED_U64.unit(Unit::Microseconds),
    ac_exe_dev: ALIGNED_U64.hex(),
    ac_exe_inode: ALIGNED_U64,
    wpcopy_count: ALIGNED_U64,
    wpcopy_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    wpcopy_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    wpcopy_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
    irq_count: ALIGNED_U64,
    irq_delay_total: ALIGNED_U64.unit(Unit::Nanoseconds),
    irq_delay_max: ALIGNED_U64.unit(Unit::Nanoseconds),
    irq_delay_min: ALIGNED_U64.unit(Unit::Nanoseconds),
}

select! { TYPE_STATS number fact(Fact::Length) => {
    560 => special(&TASKSTATS_VERSION),
} else structure(&TASKSTATS) }

set! { TYPE "TASKSTATS_TYPE":
    1 TASKSTATS_TYPE_PID: U32,
    2 TASKSTATS_TYPE_TGID: U32,
    3 TASKSTATS_TYPE_STATS: select(&TYPE_STATS),
    4 TASKSTATS_TYPE_AGGR_PID: nest(&TYPE),
    5 TASKSTATS_TYPE_AGGR_TGID: nest(&TYPE),
    6 TASKSTATS_TYPE_NULL: PAD,
}

// the masks are lists of processors as in "0-3,8"
set! { CMD_ATTR "TASKSTATS_CMD_ATTR":
    1 TASKSTATS_CMD_ATTR_PID: U32,
    2 TASKSTATS_CMD_ATTR_TGID: U32,
    3 TASKSTATS_CMD_ATTR_REGISTER_CPUMASK: STRING,
    4 TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK: STRING,
}

structure! { CGROUPSTATS "cgroupstats":
    nr_sleeping: U64,
    nr_running: U64,
    nr_stopped: U64,
    nr_uninterruptible: U64,
    nr_io_wait: U64,
}

set! { CGROUPSTATS_CMD_ATTR "CGROUPSTATS_CMD_ATTR":
    1 CGROUPSTATS_CMD_ATTR_FD: U32,
}

set! { CGROUPSTATS_TYPE "CGROUPSTATS_TYPE":
    1 CGROUPSTATS_TYPE_CGROUP_STATS: structure(&CGROUPSTATS),
}

messages! { MESSAGES:
    1 TASKSTATS_CMD_GET Get, [] {CMD_ATTR};
    2 TASKSTATS_CMD_NEW Other, [] {TYPE};
    4 CGROUPSTATS_CMD_GET Get, [] {CGROUPSTATS_CMD_ATTR};
    5 CGROUPSTATS_CMD_NEW Other, [] {CGROUPSTATS_TYPE};
}

/// The record of TASKSTATS.
pub static FAMILY: Family = Family {
    name: crate::name!("TASKSTATS"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
