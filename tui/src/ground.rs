//! Asking the terminal whether its background is light.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::fs::File;
use std::io::{Read, Write};
use std::time::{Duration, Instant};

/// The background, then what kind of terminal it is: all answer the second, so that its answer ends the waiting.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";
/// Who answers later has its answer taken for keys; so it is long.
const PATIENCE: Duration = Duration::from_secs(1);
/// An answer is shorter.
const MOST: usize = 1024;

/// Whether the background is light; none where the terminal does not tell. It is to be in raw mode.
pub fn light() -> Option<bool> {
    let mut options = File::options();
    let mut terminal = options.read(true).write(true).open("/dev/tty").ok()?;
    terminal.write_all(QUESTION).ok()?;
    let begun = Instant::now();
    let mut answer = Vec::new();
    while !ended(&answer) && answer.len() < MOST {
        let left = PATIENCE.checked_sub(begun.elapsed())?;
        let left = Timespec::try_from(left).ok()?;
        let mut fds = [PollFd::new(&terminal, PollFlags::IN)];
        if poll(&mut fds, Some(&left)).ok()? == 0 {
            return None;
        }
        let mut bytes = [0; 64];
        let read = terminal.read(&mut bytes).ok()?;
        answer.extend_from_slice(bytes.get(..read)?);
    }
    told(&String::from_utf8_lossy(&answer))
}

/// Whether the answer to the second question is there: `ESC [ ? … c`.
fn ended(answer: &[u8]) -> bool {
    let at = answer.windows(3).position(|w| w == b"\x1b[?");
    let rest = at.and_then(|at| answer.get(at..));
    rest.is_some_and(|rest| rest.contains(&b'c'))
}

/// What an answer such as `ESC ] 11 ; rgb:ffff/ffff/dddd` says.
fn told(answer: &str) -> Option<bool> {
    let (_, colours) = answer.split_once("]11;rgb:")?;
    let mut parts = colours.splitn(3, '/').map(|part| {
        let digits: String = part.chars().take_while(char::is_ascii_hexdigit).collect();
        let most = 16u32.checked_pow(u32::try_from(digits.len()).ok()?)? - 1;
        let value = u32::from_str_radix(&digits, 16).ok()?;
        Some(f64::from(value) / f64::from(most.max(1)))
    });
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // as bright as the eye sees it
    Some(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_terminals() {
        assert_eq!(told("\x1b]11;rgb:ffff/ffff/dddd\x07\x1b[?62c"), Some(true));
        assert_eq!(told("\x1b]11;rgb:1e/1e/2e\x1b\\\x1b[?1;2c"), Some(false));
        assert_eq!(told("\x1b[?1;2c"), None);
        assert_eq!(told("\x1b]11;rgb:\x1b\\"), None);
        assert_eq!(told("\x1b]11;rgb:123456789/0/0"), None);
        assert!(ended(b"\x1b]11;rgb:cc/cc/cc\x07\x1b[?62;1c"));
        assert!(!ended(b"\x1b]11;rgb:cc/cc/cc\x07\x1b[?62;1"));
        assert!(!ended(b"\x1b]11;rgb:cc/cc/cc\x07"));
    }
}
