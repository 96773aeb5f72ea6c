//! The files of a recording: one, or several that follow one another, of which the oldest go.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Digits of a file's number.
const DIGITS: usize = 5;

/// Opens the files of a recording.
#[derive(Debug)]
pub(crate) struct Files {
    path: PathBuf,
    /// Whether several follow one another.
    several: bool,
    /// How many stay.
    keep: Option<usize>,
}

impl Files {
    pub(crate) fn new(path: &Path, several: bool, keep: Option<usize>) -> Files {
        Files {
            path: path.to_owned(),
            several,
            keep,
        }
    }

    /// Opens the next file, which only the user may read: a capture may hold keys. Where there are several, its number is
    /// one above the highest that is there, and the oldest are removed beyond what shall stay.
    pub(crate) fn next(&self) -> io::Result<File> {
        if !self.several {
            return create(&self.path);
        }
        let mut there = self.there()?;
        let number = there.last().map_or(1, |(number, _)| number + 1);
        let file = create(&self.named(number))?;
        there.push((number, self.named(number)));
        let surplus = there.len().saturating_sub(self.keep.unwrap_or(usize::MAX));
        for (_, path) in there.into_iter().take(surplus) {
            fs::remove_file(path)?;
        }
        Ok(file)
    }

    /// Stem and extension of the names.
    fn parts(&self) -> (String, String) {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.map_or_else(String::new, |p| p.to_string_lossy().into_owned())
        };
        let extension = text(self.path.extension());
        let dot = if extension.is_empty() { "" } else { "." };
        (text(self.path.file_stem()), format!("{dot}{extension}"))
    }

    fn named(&self, number: u64) -> PathBuf {
        let (stem, extension) = self.parts();
        self.path
            .with_file_name(format!("{stem}-{number:0DIGITS$}{extension}"))
    }

    /// The files of this name that are there, by number.
    fn there(&self) -> io::Result<Vec<(u64, PathBuf)>> {
        let (stem, extension) = self.parts();
        let folder = match self.path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let mut there = Vec::new();
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name();
            let digits = name
                .to_str()
                .and_then(|name| name.strip_prefix(&stem)?.strip_prefix('-'))
                .and_then(|name| name.strip_suffix(&extension))
                .filter(|d| d.len() >= DIGITS && d.bytes().all(|b| b.is_ascii_digit()));
            if let Some(number) = digits.and_then(|d| d.parse().ok()) {
                there.push((number, self.path.with_file_name(name)));
            }
        }
        there.sort();
        Ok(there)
    }
}

/// A file that only the user may read, also where it was there already.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_go() {
        let folder = std::env::temp_dir().join(format!("nldissect-files-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        let path = folder.join("a.b.pcapng");
        let others = [
            "a.b-x.pcapng",
            "a.b-1.pcapng",
            "a.b-00009.pcap",
            "c-00007.pcapng",
        ];
        for other in others {
            fs::write(folder.join(other), "").unwrap();
        }
        let files = Files::new(&path, true, Some(2));
        for _ in 0..3 {
            let mode = files.next().unwrap().metadata().unwrap().permissions();
            assert_eq!(mode.mode() & 0o777, 0o600);
        }
        // another run goes on
        Files::new(&path, true, Some(2)).next().unwrap();
        let names = |files: &Files| {
            let there = files.there().unwrap().into_iter();
            there
                .map(|(_, p)| p.file_name().unwrap().to_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&files), ["a.b-00003.pcapng", "a.b-00004.pcapng"]);
        for other in others {
            assert!(folder.join(other).exists(), "{other}");
        }
        let single = Files::new(&path, false, None);
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        single.next().unwrap();
        let metadata = fs::metadata(&path).unwrap();
        assert_eq!(
            (metadata.len(), metadata.permissions().mode() & 0o777),
            (0, 0o600)
        );
        fs::remove_dir_all(&folder).unwrap();
    }
}
