//! Which known names a mistyped one may have meant.

/// The names most like a word: few edits apart, or holding it whole.
pub(crate) fn nearest<'t>(
    names: impl Iterator<Item = &'t str>,
    word: &str,
    count: usize,
) -> Vec<&'t str> {
    let word: Vec<u8> = word
        .bytes()
        .take(64)
        .map(|b| b.to_ascii_uppercase())
        .collect();
    let allowed = word.len() / 3 + 1;
    let mut close: Vec<(usize, usize, &str)> = Vec::new();
    for name in names {
        let upper: Vec<u8> = name.bytes().map(|b| b.to_ascii_uppercase()).collect();
        let whole = word.len() >= 3 && upper.windows(word.len()).any(|w| w == word);
        let far = upper.len().abs_diff(word.len());
        if whole {
            // a name that ends in the word is likelier than one that goes on
            let ends = upper.ends_with(&word);
            close.push((if ends { 1 } else { 2 }, far, name));
        } else if far <= allowed {
            let edits = distance(&upper, &word);
            if edits <= allowed {
                close.push((edits, far, name));
            }
        }
    }
    close.sort_unstable();
    close
        .into_iter()
        .map(|(.., name)| name)
        .take(count)
        .collect()
}

/// Levenshtein's distance; two neighbours that changed places count as one edit.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut above: Vec<usize> = Vec::new();
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = i + 1;
        next.push(left);
        let before = |n: usize| i.checked_sub(1).and_then(|i| a.get(i)).filter(|_| n > 0);
        for (j, (y, pair)) in b.iter().zip(row.windows(2)).enumerate() {
            let (diagonal, up) = match pair {
                [diagonal, up] => (*diagonal, *up),
                _ => continue,
            };
            let mut edits = (diagonal + usize::from(x != y)).min(up + 1).min(left + 1);
            if before(j) == Some(y)
                && b.get(j.wrapping_sub(1)) == Some(x)
                && let Some(swapped) = above.get(j.wrapping_sub(1))
            {
                edits = edits.min(swapped + 1);
            }
            left = edits;
            next.push(edits);
        }
        above = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits() {
        assert_eq!(distance(b"", b"abc"), 3);
        assert_eq!(distance(b"kitten", b"sitting"), 3);
        assert_eq!(distance(b"same", b"same"), 0);
        assert_eq!(distance(b"IFLA_MUT", b"IFLA_MTU"), 1);
        assert_eq!(distance(b"ab", b"ba"), 1);
    }

    #[test]
    fn likely_names_first() {
        let names = ["IFLA_MTU", "IFLA_MASTER", "IFLA_MIN_MTU", "RTA_DST"];
        assert_eq!(nearest(names.into_iter(), "IFLA_MUT", 1), ["IFLA_MTU"]);
        assert_eq!(
            nearest(names.into_iter(), "mtu", 2),
            ["IFLA_MTU", "IFLA_MIN_MTU"]
        );
        assert!(nearest(names.into_iter(), "NOTHING_LIKE_IT", 5).is_empty());
    }
}
