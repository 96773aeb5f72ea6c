//! Bytes that are given as hex digits.

/// Bytes of hex digits; blanks, commas, colons and `0x` or `\x` in front of bytes do not matter.
pub fn read(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.replace("0x", " ").replace("\\x", " ");
    let mut bytes = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '"')) {
        // a lone digit is a byte of its own, as in 0x5
        let padded = if word.len() == 1 {
            format!("0{word}")
        } else {
            word.to_owned()
        };
        if !padded.len().is_multiple_of(2) {
            return None;
        }
        for pair in padded.as_bytes().chunks(2) {
            let pair = std::str::from_utf8(pair).ok()?;
            bytes.push(
                u8::from_str_radix(pair, 16)
                    .ok()
                    .filter(|_| !pair.starts_with('+'))?,
            );
        }
    }
    (!bytes.is_empty()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_in_many_hands() {
        let want = Some(vec![0x14, 0, 0, 5]);
        for text in [
            "14000005",
            "14 00 00 05",
            "0x14,0x0,0x0,0x5",
            "\\x14\\x00\\x00\\x05",
            "14:00:00:05\n",
        ] {
            assert_eq!(read(text.as_bytes()), want, "{text}");
        }
        for text in ["", "xyz", "123", "+1+2", "14 0g"] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
