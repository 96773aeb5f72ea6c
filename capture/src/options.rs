//! The options of a pcapng block (pcapng draft, section 3.5): read where they stand, never collected.

use std::borrow::Cow;

use crate::ByteOrder;

/// `opt_endofopt`: nothing behind it counts.
const END: u16 = 0;
/// `opt_comment`: text, UTF-8.
pub(crate) const COMMENT: u16 = 1;

/// The options of a block: an iterator that ends at the first one that is cut.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    rest: &'a [u8],
    order: ByteOrder,
}

/// One option of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodedOption<'a> {
    /// What it is: 1 is a comment anywhere, the others hang on the kind of block.
    pub code: u16,
    /// Its bytes without padding; numbers are in the section's byte order.
    pub value: &'a [u8],
}

impl<'a> Options<'a> {
    pub(crate) fn new(rest: &'a [u8], order: ByteOrder) -> Options<'a> {
        Options { rest, order }
    }

    /// Whether there are none at all.
    pub fn is_empty(self) -> bool {
        self.rest.is_empty()
    }

    /// The byte order of the numbers in the options.
    pub fn byte_order(self) -> ByteOrder {
        self.order
    }

    /// The comments among the options.
    pub fn comments(self) -> Comments<'a> {
        Comments(self)
    }
}

impl<'a> Iterator for Options<'a> {
    type Item = CodedOption<'a>;

    fn next(&mut self) -> Option<CodedOption<'a>> {
        let rest = std::mem::take(&mut self.rest);
        let code = self.order.u16(rest, 0)?;
        let len = usize::from(self.order.u16(rest, 2)?);
        if code == END {
            return None;
        }
        let value = rest.get(4..4 + len)?;
        self.rest = rest.get(4 + len.next_multiple_of(4)..).unwrap_or_default();
        Some(CodedOption { code, value })
    }
}

/// The comments of a frame, in the order of the file; what is no UTF-8 is replaced by U+FFFD.
#[derive(Clone, Copy, Debug)]
pub struct Comments<'a>(Options<'a>);

impl<'a> Iterator for Comments<'a> {
    type Item = Cow<'a, str>;

    fn next(&mut self) -> Option<Cow<'a, str>> {
        let comment = self.0.find(|option| option.code == COMMENT)?;
        Some(String::from_utf8_lossy(comment.value))
    }
}

/// Text of an option. Some writers end it with a NUL.
pub(crate) fn text(value: &[u8]) -> String {
    let end = value.iter().position(|byte| *byte == 0);
    String::from_utf8_lossy(value.get(..end.unwrap_or(value.len())).unwrap_or_default())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<(u16, Vec<u8>)> {
        Options::new(bytes, ByteOrder::Big)
            .map(|o| (o.code, o.value.to_vec()))
            .collect()
    }

    #[test]
    fn padding_end_and_cuts() {
        let bytes = [0, 1, 0, 3, b'a', b'b', b'c', 0, 0, 2, 0, 0, 0, 0, 0, 0, 9];
        let want = vec![(1, b"abc".to_vec()), (2, vec![])];
        assert_eq!(all(&bytes), want);
        assert_eq!(all(&bytes[..12]), want);
        assert_eq!(all(&bytes[..7]), [(1, b"abc".to_vec())]);
        assert_eq!(all(&bytes[..6]), []);
        assert_eq!(all(&bytes[..3]), []);
    }

    #[test]
    fn comments_are_borrowed_or_replaced() {
        let bytes = [1, 0, 1, 0, b'a', 0, 0, 0, 1, 0, 1, 0, 0xff, 0, 0, 0];
        let comments: Vec<_> = Options::new(&bytes, ByteOrder::Little).comments().collect();
        assert!(matches!(comments[0], Cow::Borrowed("a")));
        assert_eq!(comments[1], "\u{fffd}");
    }
}
