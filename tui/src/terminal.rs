//! The terminal: taken, given back however things end, and the loop of events in between.

use crate::app::App;
use crate::clip;
use crate::ground;
use crate::index::{Batch, Pace, index};
use crate::scan::{Found, Lane, scan};
use crate::signals::Signals;
use crate::spool::Spool;
use crate::theme::Theme;
use crate::view::draw;
use netlink_capture::netlink::Input;
use ratatui::DefaultTerminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    self, DisableMouseCapture, EnableMouseCapture, Event, KeyEventKind,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long to wait for a key while threads may have news.
const TICK: Duration = Duration::from_millis(40);

/// How long to wait for a key while threads are at work.
const SHORT: Duration = Duration::from_millis(5);

/// How long to wait for a file that is not followed.
const LONG: Duration = Duration::from_millis(200);

/// So many news wait at most.
const WAITING: usize = 8;

/// How long news are taken in before something is drawn.
const TAKE: Duration = Duration::from_millis(15);

/// How long the loop may take to notice a signal that ends it.
const PATIENCE: Duration = Duration::from_millis(500);

/// What threads send.
enum News<'t> {
    Indexed(Batch<'t>),
    Found(Found),
}

/// Takes the terminal.
fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableMouseCapture)
}

/// Gives it back as it was. A terminal that is gone needs nothing.
fn give_back() {
    let _ = execute!(stdout(), DisableMouseCapture, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// A terminal that is given back before a panic is told of, too.
fn open() -> io::Result<DefaultTerminal> {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        tell(panic);
    }));
    take()?;
    DefaultTerminal::new(CrosstermBackend::new(stdout()))
}

/// How the threads go along with a capture that grows.
struct Grows {
    /// A stream that is kept, where it is one.
    spool: Option<Arc<Spool>>,
    /// A file that is followed.
    follow: AtomicBool,
    stop: AtomicBool,
}

impl Pace for Grows {
    fn follows(&self) -> bool {
        match &self.spool {
            Some(spool) => spool.running(),
            None => self.follow.load(Ordering::Relaxed),
        }
    }

    fn wait(&self) -> bool {
        // who ends the browser does not wait for this
        thread::park_timeout(if self.follows() { TICK } else { LONG });
        !self.stop.load(Ordering::Relaxed)
    }

    fn read(&self, to: u64) {
        if let Some(spool) = &self.spool {
            spool.read_to(to);
        }
    }
}

/// Shows the browser until the user ends it.
pub fn run<'t>(mut app: App<'t>, input: Input<'t>, spool: Option<Arc<Spool>>) -> io::Result<()> {
    let over = &AtomicBool::new(false);
    let grows = &Grows {
        spool,
        follow: AtomicBool::new(app.growing),
        stop: AtomicBool::new(false),
    };
    app.running = grows.spool.is_some();
    let signals = &Signals::new()?;
    let newest: &[AtomicU64; Lane::COUNT] = &Default::default();
    // what the threads find waits for who shows it: they do not run away from it
    let (send, news) = sync_channel(WAITING);
    thread::scope(|scope| {
        let index_send = send.clone();
        let indexer = scope.spawn(move || {
            index(input, grows, |batch| {
                !grows.stop.load(Ordering::Relaxed) && index_send.send(News::Indexed(batch)).is_ok()
            });
        });
        let spawn = |app: &mut App<'t>, send: &SyncSender<News<'t>>| {
            grows.follow.store(app.growing, Ordering::Relaxed);
            app.running = grows.spool.is_some() && grows.follows();
            for (newest, number) in newest.iter().zip(app.newest()) {
                newest.store(number, Ordering::Relaxed);
            }
            for job in app.jobs() {
                let Some(newest) = newest.get(job.lane as usize) else {
                    continue;
                };
                let start = app.readers(&job);
                let send = send.clone();
                scope.spawn(move || {
                    scan(start, job, newest, grows, |found| {
                        // a browser that is gone wants no news
                        let _ = send.send(News::Found(found));
                    });
                });
            }
        };
        let watcher = scope.spawn(move || {
            while !over.load(Ordering::Relaxed) {
                thread::park_timeout(PATIENCE);
                if signals.end() {
                    thread::park_timeout(PATIENCE);
                    if !over.load(Ordering::Relaxed) {
                        // a terminal that hung up never lets the loop go on
                        let _ = signals.obey();
                    }
                }
            }
        });
        let result = open().and_then(|mut terminal| {
            app.theme = Theme::of_environment(ground::light);
            events(&mut app, &mut terminal, &news, signals, |app| {
                spawn(app, &send)
            })
        });
        grows.stop.store(true, Ordering::Relaxed);
        for newest in newest {
            newest.store(u64::MAX, Ordering::Relaxed);
        }
        indexer.thread().unpark();
        // a thread that has news to tell goes on, and ends
        drop(news);
        give_back();
        over.store(true, Ordering::Relaxed);
        watcher.thread().unpark();
        signals.obey()?;
        result
    })
}

fn events<'t>(
    app: &mut App<'t>,
    terminal: &mut DefaultTerminal,
    news: &Receiver<News<'t>>,
    signals: &Signals,
    mut work: impl FnMut(&mut App<'t>),
) -> io::Result<()> {
    let mut changed = true;
    let mut drawn: Option<Instant> = None;
    while !app.ended && !signals.end() {
        if signals.stop() || std::mem::take(&mut app.suspended) {
            give_back();
            signals.stop_now()?;
        }
        // the shell has had the terminal
        if signals.goes_on() {
            give_back();
            take()?;
            app.redraw = true;
        }
        let begun = Instant::now();
        let mut more = true;
        while more && begun.elapsed() < TAKE {
            match news.try_recv() {
                Ok(News::Indexed(batch)) => app.indexed(batch),
                Ok(News::Found(found)) => app.found(found),
                Err(_) => more = false,
            }
            changed |= more;
        }
        let due = drawn.is_none_or(|at| at.elapsed() >= TICK);
        if std::mem::take(&mut app.redraw) {
            terminal.clear()?;
            changed = true;
        }
        if changed && due {
            terminal.draw(|frame| draw(app, frame))?;
            changed = false;
            drawn = Some(Instant::now());
        }
        // where news wait, only keys are asked for
        let patience = match (more, app.store.done && !changed) {
            (true, _) => Duration::ZERO,
            (_, true) => TICK,
            _ => SHORT,
        };
        if !event::poll(patience)? {
            let running = app.running;
            work(app);
            changed |= running != app.running;
            continue;
        }
        // what a key does is shown at once
        drawn = None;
        // all that waits is taken at once: a held key does not lag behind
        while event::poll(Duration::ZERO)? {
            match event::read()? {
                Event::Key(key) if key.kind != KeyEventKind::Release => app.key(key),
                Event::Mouse(mouse) => app.mouse(mouse),
                _ => {}
            }
            changed = true;
            if app.ended {
                break;
            }
        }
        work(app);
        if let Some(text) = app.copied.take() {
            clip::copy(&text)?;
        }
    }
    Ok(())
}
