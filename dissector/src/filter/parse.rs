//! A filter's expression as a tree: a Pratt parser over [`super::lex`]'s tokens.

use super::Error;
use super::lex::{Lexeme, Token, lex};

/// How deep parentheses and `!` may nest.
const MAX_DEPTH: usize = 64;

/// What the parser makes of an expression.
#[derive(Debug)]
pub(super) enum Expression<'e> {
    All(Vec<Expression<'e>>),
    Any(Vec<Expression<'e>>),
    Not(Box<Expression<'e>>),
    Test(Test<'e>),
}

/// A field, and what is said of it; nothing but its name where it need only be there.
#[derive(Debug)]
pub(super) struct Test<'e> {
    pub(super) field: Word<'e>,
    pub(super) is: Option<(Operator, Vec<Operand<'e>>)>,
}

/// A word of the expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'e> {
    /// Without its quotes, as it stands there.
    pub(super) text: &'e str,
    pub(super) quoted: bool,
    pub(super) span: (usize, usize),
}

/// What a field is compared with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operand<'e> {
    One(Word<'e>),
    /// From the first to the second, both included.
    Range(Word<'e>, Word<'e>),
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    /// All bits are set.
    Bits,
    In,
    Contains,
    Matches,
}

impl Operator {
    pub(super) fn word(self) -> &'static str {
        match self {
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::Less => "<",
            Operator::LessOrEqual => "<=",
            Operator::Greater => ">",
            Operator::GreaterOrEqual => ">=",
            Operator::Bits => "&",
            Operator::In => "in",
            Operator::Contains => "contains",
            Operator::Matches => "matches",
        }
    }

    /// The spellings of all operators that compare.
    const SPELLINGS: [(&'static str, Operator); 17] = [
        ("==", Operator::Equal),
        ("eq", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("ne", Operator::NotEqual),
        ("<", Operator::Less),
        ("lt", Operator::Less),
        ("<=", Operator::LessOrEqual),
        ("le", Operator::LessOrEqual),
        (">", Operator::Greater),
        ("gt", Operator::Greater),
        (">=", Operator::GreaterOrEqual),
        ("ge", Operator::GreaterOrEqual),
        ("&", Operator::Bits),
        ("in", Operator::In),
        ("contains", Operator::Contains),
        ("matches", Operator::Matches),
        ("~", Operator::Matches),
    ];

    pub(super) fn named(text: &str) -> Option<Operator> {
        let found = Operator::SPELLINGS.iter().find(|(word, _)| *word == text);
        found.map(|(_, operator)| *operator)
    }
}

/// Words that a filter understands as operators, for completion.
pub(super) fn operators() -> impl Iterator<Item = &'static str> {
    let compare = Operator::SPELLINGS.iter().map(|(word, _)| *word);
    compare.chain(["&&", "and", "||", "or", "!", "not"])
}

/// Parses an expression.
pub(super) fn parse(expression: &str) -> Result<Expression<'_>, Error> {
    let mut parser = Parser {
        tokens: lex(expression)?,
        at: 0,
        depth: 0,
    };
    if parser.peek().token == Token::End {
        let error = Error::new("the filter is empty", (0, expression.len()));
        return Err(error.expected("a field, such as IFLA_MTU > 1500"));
    }
    let parsed = parser.binary(0)?;
    let next = parser.peek();
    match next.token {
        Token::End => Ok(parsed),
        Token::Sign(")") => Err(Error::new("`)` closes nothing", next.span)),
        _ => {
            let what = format!("{} cannot stand here", show(&next));
            Err(Error::new(what, next.span).expected("`and`, `or` or the end"))
        }
    }
}

fn show(lexeme: &Lexeme<'_>) -> String {
    match lexeme.token {
        Token::End => "the end".to_owned(),
        _ => format!("`{}`", lexeme.text),
    }
}

struct Parser<'e> {
    tokens: Vec<Lexeme<'e>>,
    at: usize,
    depth: usize,
}

/// The operators between tests, by how tightly they bind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Binary {
    Or,
    And,
}

impl Binary {
    fn of(lexeme: &Lexeme<'_>) -> Option<Binary> {
        match (lexeme.token, lexeme.text) {
            (Token::Sign("||"), _) | (Token::Word, "or") => Some(Binary::Or),
            (Token::Sign("&&"), _) | (Token::Word, "and") => Some(Binary::And),
            _ => None,
        }
    }

    fn power(self) -> u8 {
        match self {
            Binary::Or => 1,
            Binary::And => 2,
        }
    }

    fn join<'e>(self, left: Expression<'e>, right: Expression<'e>) -> Expression<'e> {
        // chains stay flat, however long
        match (self, left) {
            (Binary::Or, Expression::Any(mut parts)) => {
                parts.push(right);
                Expression::Any(parts)
            }
            (Binary::And, Expression::All(mut parts)) => {
                parts.push(right);
                Expression::All(parts)
            }
            (Binary::Or, left) => Expression::Any(vec![left, right]),
            (Binary::And, left) => Expression::All(vec![left, right]),
        }
    }
}

impl<'e> Parser<'e> {
    fn peek(&self) -> Lexeme<'e> {
        let last = Lexeme {
            token: Token::End,
            text: "",
            span: (0, 0),
        };
        let token = self.tokens.get(self.at).or(self.tokens.last());
        token.copied().unwrap_or(last)
    }

    fn next(&mut self) -> Lexeme<'e> {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn takes(&mut self, sign: &str) -> bool {
        let is = matches!(self.peek().token, Token::Sign(s) if s == sign);
        self.at += usize::from(is);
        is
    }

    /// Tests joined by operators that bind at least as tightly as `least`.
    fn binary(&mut self, least: u8) -> Result<Expression<'e>, Error> {
        let mut left = self.unary()?;
        while let Some(operator) = Binary::of(&self.peek()).filter(|o| o.power() >= least) {
            self.next();
            let right = self.binary(operator.power() + 1)?;
            left = operator.join(left, right);
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expression<'e>, Error> {
        let token = self.peek();
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let what = format!("more than {MAX_DEPTH} levels of parentheses");
            return Err(Error::new(what, token.span));
        }
        let parsed = match (token.token, token.text) {
            (Token::Sign("!"), _) | (Token::Word, "not") => {
                self.next();
                Expression::Not(Box::new(self.unary()?))
            }
            (Token::Sign("("), _) => {
                self.next();
                let inner = self.binary(0)?;
                if !self.takes(")") {
                    let what = "the parenthesis is not closed";
                    let next = self.peek();
                    let expected = format!("`)`, not {}", show(&next));
                    return Err(Error::new(what, token.span).expected(expected));
                }
                inner
            }
            (Token::Word, _) => self.test()?,
            _ => {
                let what = format!("{} cannot stand here", show(&token));
                let expected = "a field, a constant, `!` or `(`";
                return Err(Error::new(what, token.span).expected(expected));
            }
        };
        self.depth -= 1;
        Ok(parsed)
    }

    fn test(&mut self) -> Result<Expression<'e>, Error> {
        let field = self.next();
        let field = Word {
            text: field.text,
            quoted: false,
            span: field.span,
        };
        let next = self.peek();
        let operator = match next.token {
            Token::Word | Token::Sign(_) => Operator::named(next.text),
            _ => None,
        };
        let Some(operator) = operator else {
            return Ok(Expression::Test(Test { field, is: None }));
        };
        self.next();
        let operands = match operator {
            Operator::In => self.set()?,
            Operator::Bits => self.mask()?,
            _ => vec![Operand::One(self.word()?)],
        };
        let is = Some((operator, operands));
        Ok(Expression::Test(Test { field, is }))
    }

    /// `{a, b..c}`
    fn set(&mut self) -> Result<Vec<Operand<'e>>, Error> {
        if !self.takes("{") {
            let next = self.peek();
            let what = format!("{} cannot stand behind `in`", show(&next));
            return Err(Error::new(what, next.span).expected("values in braces: {1, 5..9}"));
        }
        let mut operands = Vec::new();
        loop {
            let word = self.word()?;
            let range = word.text.split_once("..").filter(|_| !word.quoted);
            operands.push(match range {
                Some((from, to)) if !from.is_empty() && !to.is_empty() => {
                    let (start, end) = word.span;
                    let part = |text: &'e str, span| Word { text, span, ..word };
                    let from = part(from, (start, start + from.len()));
                    Operand::Range(from, part(to, (end - to.len(), end)))
                }
                _ => Operand::One(word),
            });
            let next = self.peek();
            match next.token {
                Token::Sign(",") => {
                    self.next();
                }
                Token::Sign("}") => {
                    self.next();
                    return Ok(operands);
                }
                _ => {
                    let what = format!("{} cannot stand in the braces", show(&next));
                    return Err(Error::new(what, next.span).expected("`,` or `}`"));
                }
            }
        }
    }

    /// `A`, `A|B`, `(A|B)`
    fn mask(&mut self) -> Result<Vec<Operand<'e>>, Error> {
        let open = self.peek();
        let parenthesis = self.takes("(");
        let mut operands = vec![Operand::One(self.word()?)];
        while self.takes("|") {
            operands.push(Operand::One(self.word()?));
        }
        if parenthesis && !self.takes(")") {
            return Err(Error::new("the parenthesis is not closed", open.span).expected("`)`"));
        }
        Ok(operands)
    }

    fn word(&mut self) -> Result<Word<'e>, Error> {
        let token = self.next();
        match token.token {
            Token::Word => Ok(Word {
                text: token.text,
                quoted: false,
                span: token.span,
            }),
            Token::Quoted => {
                let end = token.text.len().saturating_sub(1);
                Ok(Word {
                    text: token.text.get(1..end).unwrap_or(""),
                    quoted: true,
                    span: token.span,
                })
            }
            _ => {
                let what = format!("{} is no value", show(&token));
                let expected = "a value: a number, a name, an address, \"a string\"";
                Err(Error::new(what, token.span).expected(expected))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in Lisp's manner.
    fn tree(expression: &str) -> String {
        fn show(e: &Expression<'_>) -> String {
            let list = |word: &str, parts: &[Expression<'_>]| {
                let parts: Vec<String> = parts.iter().map(show).collect();
                format!("({word} {})", parts.join(" "))
            };
            match e {
                Expression::All(parts) => list("and", parts),
                Expression::Any(parts) => list("or", parts),
                Expression::Not(part) => list("not", std::slice::from_ref(part)),
                Expression::Test(Test { field, is: None }) => field.text.to_owned(),
                Expression::Test(Test {
                    field,
                    is: Some((operator, operands)),
                }) => {
                    let operands: Vec<String> = operands
                        .iter()
                        .map(|o| match o {
                            Operand::One(w) => w.text.to_owned(),
                            Operand::Range(a, b) => format!("{}-{}", a.text, b.text),
                        })
                        .collect();
                    format!(
                        "[{} {} {}]",
                        field.text,
                        operator.word(),
                        operands.join(",")
                    )
                }
            }
        }
        show(&parse(expression).unwrap())
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert_eq!(tree("a or b and c or d"), "(or a (and b c) d)");
        assert_eq!(tree("a && b || !c && d"), "(or (and a b) (and (not c) d))");
        assert_eq!(tree("not a and b"), "(and (not a) b)");
        assert_eq!(tree("!(a or b) and c"), "(and (not (or a b)) c)");
        assert_eq!(tree("a and b and c"), "(and a b c)");
    }

    #[test]
    fn tests_of_every_form() {
        assert_eq!(tree("a eq 1 and b ne 2"), "(and [a == 1] [b != 2])");
        assert_eq!(tree("a in {1..2, x, \"1..2\"}"), "[a in 1-2,x,1..2]");
        assert_eq!(tree("a & X|Y || b"), "(or [a & X,Y] b)");
        assert_eq!(tree("a&(X|Y)&&b"), "(and [a & X,Y] b)");
        assert_eq!(tree("a matches '^x y$'"), "[a matches ^x y$]");
        assert_eq!(tree("a ~ b or in == in"), "(or [a matches b] [in == in])");
    }

    #[test]
    fn errors_point_at_the_place() {
        for (expression, span) in [
            ("", (0, 0)),
            ("  ", (0, 2)),
            ("a and", (5, 5)),
            ("a b", (2, 3)),
            ("(a", (0, 1)),
            ("a)", (1, 2)),
            ("a ==", (4, 4)),
            ("a == == b", (5, 7)),
            ("a in 5", (5, 6)),
            ("a in {5", (7, 7)),
            ("a in {}", (6, 7)),
            ("a & (X", (4, 5)),
            ("&& a", (0, 2)),
            ("\"a\"", (0, 3)),
        ] {
            assert_eq!(parse(expression).unwrap_err().span, span, "{expression}");
        }
    }

    #[test]
    fn nesting_is_bounded() {
        let deep = format!("{}a{}", "(".repeat(65), ")".repeat(65));
        assert!(parse(&deep).is_err());
        let long = vec!["a"; 10_000].join(" or ");
        assert!(parse(&long).is_ok());
    }
}
