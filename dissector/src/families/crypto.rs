//! NETLINK_CRYPTO: the algorithms of the kernel's crypto API.
//!
//! Source: `uapi/linux/cryptouser.h`, `linux/crypto.h`, `crypto/crypto_user.c` and the
//! `report` functions of `crypto/*.c`; statistics up to Linux 6.8.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

// the type is a number in the lower four bits: from the largest down, so that a type is never
// taken for another whose bits it has
flags! { CRYPTO_ALG "CRYPTO_ALG":
    0xf CRYPTO_ALG_TYPE_AHASH, 0xe CRYPTO_ALG_TYPE_SHASH / CRYPTO_ALG_TYPE_HASH,
    0xc CRYPTO_ALG_TYPE_RNG, 0xb CRYPTO_ALG_TYPE_SCOMPRESS, 0xa CRYPTO_ALG_TYPE_ACOMPRESS,
    0x8 CRYPTO_ALG_TYPE_KPP, 0x7 CRYPTO_ALG_TYPE_SIG, 0x6 CRYPTO_ALG_TYPE_AKCIPHER,
    0x5 CRYPTO_ALG_TYPE_SKCIPHER, 0x4 CRYPTO_ALG_TYPE_LSKCIPHER, 0x3 CRYPTO_ALG_TYPE_AEAD,
    0x2 CRYPTO_ALG_TYPE_COMPRESS, 0x1 CRYPTO_ALG_TYPE_CIPHER,
    0x10 CRYPTO_ALG_LARVAL, 0x20 CRYPTO_ALG_DEAD, 0x40 CRYPTO_ALG_DYING, 0x80 CRYPTO_ALG_ASYNC,
    0x100 CRYPTO_ALG_NEED_FALLBACK, 0x200 CRYPTO_ALG_DUP_FIRST, 0x400 CRYPTO_ALG_TESTED,
    0x800 CRYPTO_ALG_INSTANCE, 0x1000 CRYPTO_ALG_KERN_DRIVER_ONLY, 0x2000 CRYPTO_ALG_INTERNAL,
    0x4000 CRYPTO_ALG_OPTIONAL_KEY, 0x10000 CRYPTO_ALG_ALLOCATES_MEMORY,
    0x20000 CRYPTO_ALG_FIPS_INTERNAL, 0x40000 CRYPTO_ALG_REQ_VIRT,
    0x80000 CRYPTO_ALG_NO_FALLBACK,
}

structure! { CRYPTO_USER_ALG "crypto_user_alg":
    cru_name: STRING.times(64),
    cru_driver_name: STRING.times(64),
    cru_module_name: STRING.times(64),
    cru_type: U32.of(&CRYPTO_ALG),
    cru_mask: U32.hex(),
    cru_refcnt: U32,
    cru_flags: U32.of(&CRYPTO_ALG),
}

structure! { CRYPTO_REPORT_LARVAL "crypto_report_larval":
    type: STRING.times(64),
}

structure! { CRYPTO_REPORT_HASH "crypto_report_hash":
    type: STRING.times(64),
    blocksize: U32.unit(Unit::Bytes),
    digestsize: U32.unit(Unit::Bytes),
}

structure! { CRYPTO_REPORT_CIPHER "crypto_report_cipher":
    type: STRING.times(64),
    blocksize: U32.unit(Unit::Bytes),
    min_keysize: U32.unit(Unit::Bytes),
    max_keysize: U32.unit(Unit::Bytes),
}

structure! { CRYPTO_REPORT_BLKCIPHER "crypto_report_blkcipher":
    type: STRING.times(64),
    geniv: STRING.times(64),
    blocksize: U32.unit(Unit::Bytes),
    min_keysize: U32.unit(Unit::Bytes),
    max_keysize: U32.unit(Unit::Bytes),
    ivsize: U32.unit(Unit::Bytes),
}

structure! { CRYPTO_REPORT_AEAD "crypto_report_aead":
    type: STRING.times(64),
    geniv: STRING.times(64),
    blocksize: U32.unit(Unit::Bytes),
    maxauthsize: U32.unit(Unit::Bytes),
    ivsize: U32.unit(Unit::Bytes),
}

structure! { CRYPTO_REPORT_COMP "crypto_report_comp":
    type: STRING.times(64),
}

structure! { CRYPTO_REPORT_RNG "crypto_report_rng":
    type: STRING.times(64),
    seedsize: U32.unit(Unit::Bytes),
}

structure! { CRYPTO_REPORT_AKCIPHER "crypto_report_akcipher":
    type: STRING.times(64),
}

structure! { CRYPTO_REPORT_KPP "crypto_report_kpp":
    type: STRING.times(64),
}

structure! { CRYPTO_REPORT_ACOMP "crypto_report_acomp":
    type: STRING.times(64),
}

structure! { CRYPTO_REPORT_SIG "crypto_report_sig":
    type: STRING.times(64),
}

structure! { CRYPTO_STAT_LARVAL "crypto_stat_larval":
    type: STRING.times(64),
}

structure! { CRYPTO_STAT_HASH "crypto_stat_hash":
    type: STRING.times(64),
    stat_hash_cnt: U64,
    stat_hash_tlen: U64.unit(Unit::Bytes),
    stat_err_cnt: U64,
}

// of the ciphers: crypto_stat_cipher and crypto_stat_aead are alike
structure! { CRYPTO_STAT_CIPHER "crypto_stat_cipher":
    type: STRING.times(64),
    stat_encrypt_cnt: U64,
    stat_encrypt_tlen: U64.unit(Unit::Bytes),
    stat_decrypt_cnt: U64,
    stat_decrypt_tlen: U64.unit(Unit::Bytes),
    stat_err_cnt: U64,
}

structure! { CRYPTO_STAT_AEAD "crypto_stat_aead":
    type: STRING.times(64),
    stat_encrypt_cnt: U64,
    stat_encrypt_tlen: U64.unit(Unit::Bytes),
    stat_decrypt_cnt: U64,
    stat_decrypt_tlen: U64.unit(Unit::Bytes),
    stat_err_cnt: U64,
}

structure! { CRYPTO_STAT_COMPRESS "crypto_stat_compress":
    type: STRING.times(64),
    stat_compress_cnt: U64,
    stat_compress_tlen: U64.unit(Unit::Bytes),
    stat_decompress_cnt: U64,
    stat_decompress_tlen: U64.unit(Unit::Bytes),
    stat_err_cnt: U64,
}

structure! { CRYPTO_STAT_RNG "crypto_stat_rng":
    type: STRING.times(64),
    stat_generate_cnt: U64,
    stat_generate_tlen: U64.unit(Unit::Bytes),
    stat_seed_cnt: U64,
    stat_err_cnt: U64,
}

structure! { CRYPTO_STAT_AKCIPHER "crypto_stat_akcipher":
    type: STRING.times(64),
    stat_encrypt_cnt: U64,
    stat_encrypt_tlen: U64.unit(Unit::Bytes),
    stat_decrypt_cnt: U64,
    stat_decrypt_tlen: U64.unit(Unit::Bytes),
    stat_verify_cnt: U64,
    stat_sign_cnt: U64,
    stat_err_cnt: U64,
}

structure! { CRYPTO_STAT_KPP "crypto_stat_kpp":
    type: STRING.times(64),
    stat_setsecret_cnt: U64,
    stat_generate_public_key_cnt: U64,
    stat_compute_shared_secret_cnt: U64,
    stat_err_cnt: U64,
}

set! { CRYPTOCFGA "CRYPTOCFGA":
    1 CRYPTOCFGA_PRIORITY_VAL: U32,
    2 CRYPTOCFGA_REPORT_LARVAL: structure(&CRYPTO_REPORT_LARVAL),
    3 CRYPTOCFGA_REPORT_HASH: structure(&CRYPTO_REPORT_HASH),
    4 CRYPTOCFGA_REPORT_BLKCIPHER: structure(&CRYPTO_REPORT_BLKCIPHER),
    5 CRYPTOCFGA_REPORT_AEAD: structure(&CRYPTO_REPORT_AEAD),
    6 CRYPTOCFGA_REPORT_COMPRESS: structure(&CRYPTO_REPORT_COMP),
    7 CRYPTOCFGA_REPORT_RNG: structure(&CRYPTO_REPORT_RNG),
    8 CRYPTOCFGA_REPORT_CIPHER: structure(&CRYPTO_REPORT_CIPHER),
    9 CRYPTOCFGA_REPORT_AKCIPHER: structure(&CRYPTO_REPORT_AKCIPHER),
    10 CRYPTOCFGA_REPORT_KPP: structure(&CRYPTO_REPORT_KPP),
    11 CRYPTOCFGA_REPORT_ACOMP: structure(&CRYPTO_REPORT_ACOMP),
    12 CRYPTOCFGA_STAT_LARVAL: structure(&CRYPTO_STAT_LARVAL),
    13 CRYPTOCFGA_STAT_HASH: structure(&CRYPTO_STAT_HASH),
    14 CRYPTOCFGA_STAT_BLKCIPHER: structure(&CRYPTO_STAT_CIPHER),
    15 CRYPTOCFGA_STAT_AEAD: structure(&CRYPTO_STAT_AEAD),
    16 CRYPTOCFGA_STAT_COMPRESS: structure(&CRYPTO_STAT_COMPRESS),
    17 CRYPTOCFGA_STAT_RNG: structure(&CRYPTO_STAT_RNG),
    18 CRYPTOCFGA_STAT_CIPHER: structure(&CRYPTO_STAT_CIPHER),
    19 CRYPTOCFGA_STAT_AKCIPHER: structure(&CRYPTO_STAT_AKCIPHER),
    20 CRYPTOCFGA_STAT_KPP: structure(&CRYPTO_STAT_KPP),
    21 CRYPTOCFGA_STAT_ACOMP: structure(&CRYPTO_STAT_COMPRESS),
    22 CRYPTOCFGA_REPORT_SIG: structure(&CRYPTO_REPORT_SIG),
}

// a dump may be asked for without a header
const ALONE: When = When::Shorter(1);

messages! { MESSAGES:
    16 CRYPTO_MSG_NEWALG New, [CRYPTO_USER_ALG] {CRYPTOCFGA};
    17 CRYPTO_MSG_DELALG Del, [CRYPTO_USER_ALG] {CRYPTOCFGA};
    18 CRYPTO_MSG_UPDATEALG New, [CRYPTO_USER_ALG] {CRYPTOCFGA};
    19 CRYPTO_MSG_GETALG Get if ALONE, [] -;
    19 CRYPTO_MSG_GETALG Get, [CRYPTO_USER_ALG] {CRYPTOCFGA};
    20 CRYPTO_MSG_DELRNG Del, [] -;
    21 CRYPTO_MSG_GETSTAT Get, [CRYPTO_USER_ALG] {CRYPTOCFGA};
}

/// The record of NETLINK_CRYPTO.
pub static FAMILY: Family = Family {
    name: crate::name!("crypto"),
    protocol: Some(21),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
