//! The seccomp filter: stops a program at the system calls that may concern netlink, and lets it
//! run at full speed through all others.

use super::abi::{Abi, Call};
use super::{
    AF_NETLINK, F_DUPFD, F_DUPFD_CLOEXEC, PR_SET_NAME, SO_RCVBUF, SO_RCVBUFFORCE, SOL_NETLINK,
    SOL_SOCKET,
};
use crate::sys::tracee::Instruction;

const LOAD: u16 = 0x20;
const EQUAL: u16 = 0x15;
const AT_LEAST: u16 = 0x35;
const JUMP: u16 = 0x05;
const RETURN: u16 = 0x06;

const ALLOW: u32 = 0x7fff_0000;
const TRACE: u32 = 0x7ff0_0000;

// struct seccomp_data
const NUMBER: u32 = 0;
const ARCH: u32 = 4;

/// Reading and writing of the standard files is not watched: programs do little else, and none has netlink there.
pub(super) const FIRST_FD: u32 = 3;

/// The lower half of an argument.
const fn argument(index: u32) -> u32 {
    let half = if cfg!(target_endian = "big") { 4 } else { 0 };
    16 + 8 * index + half
}

const fn step(code: u16, jt: u8, jf: u8, k: u32) -> Instruction {
    Instruction { code, jt, jf, k }
}

const fn load(offset: u32) -> Instruction {
    step(LOAD, 0, 0, offset)
}

const STOP: Instruction = step(RETURN, 0, 0, TRACE);
const GO: Instruction = step(RETURN, 0, 0, ALLOW);

/// What decides on a call; all ways through it return.
fn decide(call: Call) -> Vec<Instruction> {
    match call {
        Call::Read | Call::Write | Call::Readv | Call::Writev => {
            vec![load(argument(0)), step(AT_LEAST, 0, 1, FIRST_FD), STOP, GO]
        }
        Call::Socket => vec![load(argument(0)), step(EQUAL, 0, 1, AF_NETLINK), STOP, GO],
        Call::Prctl => vec![load(argument(0)), step(EQUAL, 0, 1, PR_SET_NAME), STOP, GO],
        Call::Fcntl => vec![
            load(argument(1)),
            step(EQUAL, 1, 0, F_DUPFD),
            step(EQUAL, 0, 1, F_DUPFD_CLOEXEC),
            STOP,
            GO,
        ],
        Call::Setsockopt => vec![
            load(argument(1)),
            step(EQUAL, 4, 0, SOL_NETLINK),
            step(EQUAL, 0, 4, SOL_SOCKET),
            load(argument(2)),
            step(EQUAL, 1, 0, SO_RCVBUF),
            step(EQUAL, 0, 1, SO_RCVBUFFORCE),
            STOP,
            GO,
        ],
        _ => vec![STOP],
    }
}

/// The filter for programs of all these kinds; those of other kinds are never stopped.
pub(super) fn filter(abis: &[&Abi]) -> Vec<Instruction> {
    let mut filter = vec![load(ARCH)];
    for abi in abis {
        let mut block = vec![load(NUMBER)];
        for (number, call) in abi.calls {
            let decide = decide(*call);
            block.push(step(EQUAL, 0, decide.len() as u8, *number));
            block.extend(decide);
        }
        block.push(GO);
        filter.push(step(EQUAL, 1, 0, abi.arch));
        filter.push(step(JUMP, 0, 0, block.len() as u32));
        filter.extend(block);
    }
    filter.push(GO);
    filter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::abi;

    /// Runs the filter as the kernel does.
    fn run(filter: &[Instruction], arch: u32, number: u32, args: [u64; 6]) -> u32 {
        let mut data = Vec::new();
        data.extend(number.to_ne_bytes());
        data.extend(arch.to_ne_bytes());
        data.extend(0_u64.to_ne_bytes());
        for arg in args {
            data.extend(arg.to_ne_bytes());
        }
        let (mut at, mut a) = (0, 0);
        loop {
            let i = filter[at];
            at += 1;
            match i.code {
                LOAD => {
                    let k = i.k as usize;
                    a = u32::from_ne_bytes(data[k..k + 4].try_into().unwrap());
                }
                EQUAL => at += usize::from(if a == i.k { i.jt } else { i.jf }),
                AT_LEAST => at += usize::from(if a >= i.k { i.jt } else { i.jf }),
                JUMP => at += i.k as usize,
                RETURN => return i.k,
                code => panic!("{code}"),
            }
        }
    }

    #[test]
    fn only_what_may_concern_netlink_stops() {
        let abis = abi::all();
        let filter = filter(abis);
        assert!(filter.len() < 4096);
        for abi in abis {
            let number = |call| abi.calls.iter().find(|(_, c)| *c == call).unwrap().0;
            let stops = |call, args| match run(&filter, abi.arch, number(call), args) {
                TRACE => true,
                ALLOW => false,
                other => panic!("{other:x}"),
            };
            assert!(stops(Call::Socket, [16, 3, 0, 0, 0, 0]));
            assert!(!stops(Call::Socket, [2, 1, 0, 0, 0, 0]));
            for call in [Call::Read, Call::Write, Call::Readv, Call::Writev] {
                assert!(!stops(call, [2, 0, 0, 0, 0, 0]));
                assert!(stops(call, [3, 0, 0, 0, 0, 0]));
                assert!(stops(call, [1023, 0, 0, 0, 0, 0]));
            }
            assert!(stops(Call::Prctl, [15, 0, 0, 0, 0, 0]));
            assert!(!stops(Call::Prctl, [16, 0, 0, 0, 0, 0]));
            for (command, want) in [(0, true), (1, false), (3, false), (1030, true)] {
                assert_eq!(stops(Call::Fcntl, [3, command, 0, 0, 0, 0]), want);
            }
            for (level, name, want) in [
                (270, 1, true),
                (270, 12, true),
                (1, 8, true),
                (1, 33, true),
                (1, 7, false),
                (6, 8, false),
                (0, 33, false),
            ] {
                assert_eq!(stops(Call::Setsockopt, [3, level, name, 0, 0, 0]), want);
            }
            for call in [
                Call::Sendto,
                Call::Recvmsg,
                Call::Recvmmsg,
                Call::Dup,
                Call::Bind,
            ] {
                assert!(stops(call, [0; 6]));
            }
            for number in 0..600 {
                if abi.call(number).is_none() {
                    let got = run(&filter, abi.arch, number as u32, [16, 270, 8, 0, 0, 0]);
                    assert_eq!(got, ALLOW, "{number}");
                }
            }
        }
        assert_eq!(run(&filter, 1, 0, [16; 6]), ALLOW);
    }
}
