//! Changes a valid frame so that most of it stays valid: attributes are retyped, resized, repeated,
//! moved, nested and dropped, and the lengths above them follow.

const HEADER: usize = 16;
const NESTED: u16 = 0x8000;

/// A small generator: the fuzzer gives the seed.
pub struct Dice(u64);

impl Dice {
    /// A generator for one change.
    pub fn new(seed: u32) -> Dice {
        Dice(u64::from(seed) << 1 | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

#[derive(Clone)]
enum Payload {
    Bytes(Vec<u8>),
    Nest(Vec<Attribute>),
}

#[derive(Clone)]
struct Attribute {
    nla_type: u16,
    payload: Payload,
}

fn u16_at(bytes: &[u8], at: usize) -> usize {
    let pair = bytes.get(at..at + 2).map_or([0; 2], |b| [b[0], b[1]]);
    usize::from(u16::from_le_bytes(pair))
}

/// The attributes that bytes are, all of them; none where they are something else.
fn attributes(bytes: &[u8], depth: usize) -> Option<Vec<Attribute>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let len = u16_at(bytes, at);
        if bytes.len() - at < 4 || len < 4 || at + len > bytes.len() {
            return None;
        }
        let payload = &bytes[at + 4..at + len];
        let nest = (payload.len() >= 4 && depth < 12).then(|| attributes(payload, depth + 1));
        all.push(Attribute {
            nla_type: u16_at(bytes, at + 2) as u16,
            payload: match nest.flatten() {
                Some(nest) => Payload::Nest(nest),
                None => Payload::Bytes(payload.to_vec()),
            },
        });
        at += len.next_multiple_of(4);
    }
    Some(all)
}

fn write(all: &[Attribute], out: &mut Vec<u8>) {
    for attribute in all {
        let start = out.len();
        out.extend([0; 4]);
        match &attribute.payload {
            Payload::Bytes(bytes) => out.extend(bytes),
            Payload::Nest(nest) => write(nest, out),
        }
        let len = (out.len() - start).min(0xffff) as u16;
        out[start..start + 2].copy_from_slice(&len.to_le_bytes());
        out[start + 2..start + 4].copy_from_slice(&attribute.nla_type.to_le_bytes());
        out.resize(out.len().next_multiple_of(4), 0);
    }
}

fn change(all: &mut Vec<Attribute>, dice: &mut Dice) {
    if all.is_empty() {
        all.push(Attribute {
            nla_type: dice.below(64) as u16,
            payload: Payload::Bytes(vec![0; dice.below(12)]),
        });
        return;
    }
    let at = dice.below(all.len());
    if let Payload::Nest(nest) = &mut all[at].payload
        && dice.below(4) != 0
    {
        return change(nest, dice);
    }
    let one = &mut all[at];
    match dice.below(10) {
        0 => one.nla_type = dice.below(96) as u16,
        1 => one.nla_type ^= NESTED,
        2 => one.nla_type = one.nla_type.wrapping_add(1),
        3 => {
            let copy = one.clone();
            let to = dice.below(all.len() + 1);
            all.insert(to, copy);
        }
        4 => {
            all.remove(at);
        }
        5 => {
            let other = dice.below(all.len());
            all.swap(at, other);
        }
        6 => {
            let inner = one.clone();
            one.payload = Payload::Nest(vec![inner]);
        }
        7 => {
            let mut flat = Vec::new();
            if let Payload::Nest(nest) = &one.payload {
                write(nest, &mut flat);
                one.payload = Payload::Bytes(flat);
            } else {
                one.payload = Payload::Bytes(Vec::new());
            }
        }
        8 => {
            if let Payload::Bytes(bytes) = &mut one.payload {
                let len = match dice.below(3) {
                    0 => bytes.len().saturating_sub(1 + dice.below(4)),
                    1 => bytes.len() + 1 + dice.below(8),
                    _ => dice.below(40),
                };
                let fill = dice.next() as u8;
                bytes.resize(len, fill);
            }
        }
        _ => {
            if let Payload::Bytes(bytes) = &mut one.payload
                && !bytes.is_empty()
            {
                let at = dice.below(bytes.len());
                bytes[at] = match dice.below(4) {
                    0 => 0,
                    1 => 0xff,
                    2 => bytes[at] ^ 1 << dice.below(8),
                    _ => dice.next() as u8,
                };
            }
        }
    }
}

/// Changes one of the messages of a frame (little-endian), and gives the frame anew. None where
/// it has none whose attributes can be told.
pub fn frame(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut messages = Vec::new();
    let mut at = 0;
    while bytes.len() - at >= HEADER {
        let len = u16_at(bytes, at) | u16_at(bytes, at + 2) << 16;
        if len < HEADER || len > bytes.len() - at {
            break;
        }
        messages.push(bytes[at..at + len].to_vec());
        at = (at + len.next_multiple_of(4)).min(bytes.len());
    }
    if messages.is_empty() {
        return None;
    }
    let which = dice.below(messages.len());
    match dice.below(12) {
        0 => {
            let copy = messages[which].clone();
            messages.push(copy);
        }
        1 => {
            let at = 4 + dice.below(HEADER - 4);
            messages[which][at] = dice.next() as u8;
        }
        _ => {
            let message = &messages[which];
            // where the attributes begin: the first place from which they cover the rest
            let start = (HEADER..=message.len().min(HEADER + 80))
                .step_by(4)
                .find_map(|at| Some((at, attributes(message.get(at..)?, 0)?)));
            let (start, mut all) = start?;
            if start > HEADER && dice.below(6) == 0 {
                let at = HEADER + dice.below(start - HEADER);
                messages[which][at] = dice.next() as u8;
            } else {
                change(&mut all, dice);
                let mut new = message[..start].to_vec();
                write(&all, &mut new);
                let len = (new.len() as u32).to_le_bytes();
                new[..4].copy_from_slice(&len);
                messages[which] = new;
            }
        }
    }
    let mut out = Vec::new();
    for message in messages {
        out.extend(message);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}
