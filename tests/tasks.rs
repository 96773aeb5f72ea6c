//! docs/TASKS.md: each command of a `console` block prints what stands below it, word for word.
//!
//! A line that is only `…` stands for any lines. `UPDATE_GOLDEN=1 cargo test --test tasks` writes the other answers anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROMPT: &str = "$ ";
const ANY: &str = "…";

/// Where the commands run: beside the samples. They share it, in the order of the page.
struct Place(PathBuf);

impl Place {
    fn new() -> Place {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let path = path.join(format!("tasks-{}", std::process::id()));
        std::fs::create_dir(&path).unwrap();
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
        std::os::unix::fs::symlink(samples, path.join("samples")).unwrap();
        Place(path)
    }

    /// What a person sees: both outputs, in one.
    fn run(&self, command: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_nldissect"));
        let path = std::env::var("PATH").unwrap();
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(&self.0)
            .env(
                "PATH",
                format!("{}:{path}", program.parent().unwrap().display()),
            )
            .env("TZ", "UTC0")
            .env_remove("NO_COLOR")
            .stdin(Stdio::null())
            .output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A command, which may go on over lines that end with a backslash, and what stands below it.
struct Task {
    command: String,
    answer: String,
}

/// The tasks of a block, whose lines have no prompt before the first.
fn tasks(block: &str) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix(PROMPT), tasks.last_mut()) {
            (Some(command), _) => tasks.push(Task {
                command: command.to_owned(),
                answer: String::new(),
            }),
            (None, Some(task)) if task.command.ends_with('\\') => {
                task.command.push('\n');
                task.command.push_str(line);
            }
            (None, Some(task)) => writeln!(task.answer, "{line}").unwrap(),
            (None, None) => panic!("no command before {line:?}"),
        }
    }
    tasks
}

/// Whether an answer is what the page says.
fn agrees(said: &str, answer: &str) -> bool {
    let said: Vec<&str> = said.lines().collect();
    let answer: Vec<&str> = answer.lines().collect();
    let mut parts = said.split(|line| *line == ANY);
    let first = parts.next().unwrap_or(&[]);
    let Some(mut rest) = answer.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&[&str]> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        let found = (0..=rest.len()).find_map(|at| rest.get(at..)?.strip_prefix(*part));
        match found {
            Some(behind) => rest = behind,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[test]
fn answers_are_what_the_commands_print() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/TASKS.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let place = Place::new();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let (mut ran, mut wrong, mut new) = (0, String::new(), String::new());
    let mut rest = text.as_str();
    while let Some((before, block)) = rest.split_once("```console\n") {
        let (block, behind) = block.split_once("```\n").unwrap();
        rest = behind;
        writeln!(new, "{before}```console").unwrap();
        for task in tasks(block) {
            let answer = place.run(&task.command);
            if !agrees(&task.answer, &answer) {
                writeln!(wrong, "$ {}\n{answer}", task.command).unwrap();
            }
            let elided = task.answer.lines().any(|line| line == ANY);
            let kept = if elided { &task.answer } else { &answer };
            write!(new, "$ {}\n{kept}", task.command).unwrap();
            ran += usize::from(task.command.contains("nldissect"));
        }
        new.push_str("```\n");
    }
    new.push_str(rest);
    if update {
        std::fs::write(&path, new).unwrap();
    } else {
        assert!(wrong.is_empty(), "docs/TASKS.md does not say:\n{wrong}");
    }
    assert!(ran >= 3, "{ran} commands");
}

#[test]
fn what_is_left_out_is_any_lines() {
    for (said, answer, good) in [
        ("a\nb\n", "a\nb\n", true),
        ("a\n", "a\nb\n", false),
        ("a\n…\n", "a\nb\nc\n", true),
        ("a\n…\nc\n", "a\nb\nc\n", true),
        ("a\n…\nb\n", "a\nb\nc\n", false),
        ("a\n…\nb\n…\nd\n", "a\nx\nb\nc\nd\n", true),
        ("a\n…\nc\n…\nb\n", "a\nb\nc\nd\n", false),
        ("", "a\n", false),
    ] {
        assert_eq!(agrees(said, answer), good, "{said:?} {answer:?}");
    }
}
