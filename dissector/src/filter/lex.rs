//! The words and signs of a filter.
//!
//! Names, numbers, addresses and times are all plain words here: what a word means follows
//! from the field that it is compared with. Words like `and`, `eq` and `in` are operators
//! where an operator can stand, and plain words elsewhere.

use super::Error;

/// What kind of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Anything without blanks, quotes and signs.
    Word,
    /// In quotes, which belong to the span.
    Quoted,
    /// `( ) { } , && || ! == != < <= > >= & | ~`
    Sign(&'static str),
    End,
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme<'e> {
    pub(super) token: Token,
    pub(super) text: &'e str,
    pub(super) span: (usize, usize),
}

/// Longer signs stand before those that they begin with.
const SIGNS: [&str; 16] = [
    "&&", "||", "==", "!=", "<=", ">=", "(", ")", "{", "}", ",", "!", "<", ">", "&", "|",
];

/// Takes an expression apart; the last token is [`Token::End`].
pub(super) fn lex(expression: &str) -> Result<Vec<Lexeme<'_>>, Error> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = expression.get(at..).filter(|r| !r.is_empty()) {
        let Some(first) = rest.chars().next() else {
            break;
        };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (token, len) = if first == '"' || first == '\'' {
            (Token::Quoted, quoted(rest, first, at)?)
        } else if first == '~' {
            (Token::Sign("~"), 1)
        } else if let Some(sign) = SIGNS.into_iter().find(|s| rest.starts_with(s)) {
            (Token::Sign(sign), sign.len())
        } else if first == '=' {
            let span = (at, at + 1);
            return Err(Error::new("`=` alone does not compare", span).expected("`==`"));
        } else {
            (Token::Word, rest.find(ends_word).unwrap_or(rest.len()))
        };
        let text = rest.get(..len).unwrap_or(rest);
        tokens.push(Lexeme {
            token,
            text,
            span: (at, at + len),
        });
        at += len;
    }
    tokens.push(Lexeme {
        token: Token::End,
        text: "",
        span: (expression.len(), expression.len()),
    });
    Ok(tokens)
}

/// Whether a character is no part of a word.
pub(super) fn ends_word(c: char) -> bool {
    c.is_whitespace() || "()<>=!&|,{}\"'~".contains(c)
}

/// Bytes of a quoted string with its quotes; a backslash takes the next character with it.
fn quoted(rest: &str, quote: char, at: usize) -> Result<usize, Error> {
    let mut characters = rest.char_indices().skip(1);
    while let Some((i, c)) = characters.next() {
        match c {
            '\\' => {
                characters.next();
            }
            c if c == quote => return Ok(i + 1),
            _ => {}
        }
    }
    let what = "the string has no end";
    Err(Error::new(what, (at, at + rest.len())).expected(format!("a closing {quote}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(expression: &str) -> Vec<&str> {
        let tokens = lex(expression).unwrap();
        tokens.iter().map(|t| t.text).collect()
    }

    #[test]
    fn words_and_signs() {
        assert_eq!(
            texts("a.b==10.0.0.0/8&&!(c in {1..2,3})"),
            [
                "a.b",
                "==",
                "10.0.0.0/8",
                "&&",
                "!",
                "(",
                "c",
                "in",
                "{",
                "1..2",
                ",",
                "3",
                "}",
                ")",
                ""
            ]
        );
        assert_eq!(
            texts("x & A|B || y"),
            ["x", "&", "A", "|", "B", "||", "y", ""]
        );
        assert_eq!(texts(r#"n == "a \" b""#), ["n", "==", r#""a \" b""#, ""]);
        assert_eq!(
            texts("n~'^eth' or time<=03:12"),
            ["n", "~", "'^eth'", "or", "time", "<=", "03:12", ""]
        );
    }

    #[test]
    fn what_is_no_token() {
        assert_eq!(lex("a = b").unwrap_err().span, (2, 3));
        assert_eq!(lex("a == \"b").unwrap_err().span, (5, 7));
    }
}
