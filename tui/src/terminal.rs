//! The terminal: taken, given back however things end, and the loop of events in between.

use crate::app::App;
use crate::clip;
use crate::index::{Batch, index};
use crate::scan::{Found, scan};
use crate::signals::Signals;
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
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long to wait for a key while threads may have news.
const TICK: Duration = Duration::from_millis(40);

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

/// Shows the browser until the user ends it.
pub fn run<'t>(mut app: App<'t>, input: Input<'t>) -> io::Result<()> {
    app.set_tables(input.tables());
    let stop = AtomicBool::new(false);
    let newest = Arc::new(AtomicU64::new(0));
    let (send, news) = channel();
    thread::scope(|scope| {
        let index_send = send.clone();
        let stop = &stop;
        scope.spawn(move || {
            index(input, |batch| {
                !stop.load(Ordering::Relaxed) && index_send.send(News::Indexed(batch)).is_ok()
            });
        });
        let signals = Signals::new()?;
        let spawn = |app: &mut App<'t>, send: &Sender<News<'t>>| {
            let Some(job) = app.job() else { return };
            newest.store(job.number, Ordering::Relaxed);
            let Some(input) = app.store.start() else {
                return;
            };
            let (newest, send) = (newest.clone(), send.clone());
            scope.spawn(move || {
                scan(input, job.number, &newest, job.test, |found| {
                    // a browser that is gone wants no news
                    let _ = send.send(News::Found(found));
                });
            });
        };
        let result = open().and_then(|mut terminal| {
            events(&mut app, &mut terminal, &news, &signals, |app| {
                spawn(app, &send);
                newest.store(app.newest(), Ordering::Relaxed);
            })
        });
        stop.store(true, Ordering::Relaxed);
        newest.store(u64::MAX, Ordering::Relaxed);
        give_back();
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
        while let Ok(new) = news.try_recv() {
            match new {
                News::Indexed(batch) => app.indexed(batch),
                News::Found(found) => app.found(found),
            }
            changed = true;
        }
        if std::mem::take(&mut app.redraw) {
            terminal.clear()?;
            changed = true;
        }
        if changed {
            terminal.draw(|frame| draw(app, frame))?;
            changed = false;
        }
        if !event::poll(TICK)? {
            continue;
        }
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
