//! A hash of numbers and short names: quick, and keyed anew for each map, so that a capture
//! cannot be made whose numbers all fall together.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher, RandomState};

/// A map by numbers or names.
pub type QuickMap<K, V> = HashMap<K, V, Quick>;

/// A set with the same hash.
pub type QuickSet<K> = HashSet<K, Quick>;

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Makes the hashers of one map.
#[derive(Clone, Copy, Debug)]
pub struct Quick {
    seed: u64,
}

impl Default for Quick {
    fn default() -> Quick {
        Quick {
            seed: RandomState::new().hash_one(ODD),
        }
    }
}

impl BuildHasher for Quick {
    type Hasher = Folded;

    #[inline]
    fn build_hasher(&self) -> Folded {
        Folded(self.seed)
    }
}

/// Multiplies, and folds the upper half of the product onto the lower.
pub struct Folded(u64);

impl Hasher for Folded {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.write_u64(word.try_into().map_or(0, u64::from_le_bytes));
        }
        let rest = words.remainder().iter();
        self.write_u64(rest.fold(bytes.len() as u64, |n, byte| n << 8 | u64::from(*byte)));
    }

    #[inline]
    fn write_u16(&mut self, n: u16) {
        self.write_u64(n.into());
    }

    #[inline]
    fn write_u32(&mut self, n: u32) {
        self.write_u64(n.into());
    }

    #[inline]
    fn write_u64(&mut self, n: u64) {
        let product = u128::from(self.0 ^ n) * u128::from(ODD ^ self.0.rotate_left(32));
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    #[inline]
    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }
}
