//! Signals: noticed by the loop of events, obeyed once the terminal is given back.

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::flag;
use signal_hook::low_level::emulate_default_handler;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Signals that came since they were asked for last.
pub struct Signals {
    end: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    goes_on: Arc<AtomicBool>,
}

impl Signals {
    /// Notices signals from now on.
    pub fn new() -> io::Result<Signals> {
        let signals = Signals {
            end: Arc::default(),
            stop: Arc::default(),
            goes_on: Arc::default(),
        };
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
            flag::register_usize(signal, signals.end.clone(), signal as usize)?;
        }
        flag::register(SIGTSTP, signals.stop.clone())?;
        flag::register(SIGCONT, signals.goes_on.clone())?;
        Ok(signals)
    }

    /// Whether one asked to end.
    pub fn end(&self) -> bool {
        self.end.load(Ordering::Relaxed) != 0
    }

    /// Ends as the signal that asked for it would have.
    pub fn obey(&self) -> io::Result<()> {
        match self.end.load(Ordering::Relaxed) as i32 {
            0 => Ok(()),
            signal => emulate_default_handler(signal),
        }
    }

    /// Whether one asked to stop.
    pub fn stop(&self) -> bool {
        self.stop.swap(false, Ordering::Relaxed)
    }

    /// Stops, until the shell lets the process go on.
    pub fn stop_now(&self) -> io::Result<()> {
        emulate_default_handler(SIGTSTP)?;
        self.goes_on.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Whether the process goes on after a stop.
    pub fn goes_on(&self) -> bool {
        self.goes_on.swap(false, Ordering::Relaxed)
    }
}
