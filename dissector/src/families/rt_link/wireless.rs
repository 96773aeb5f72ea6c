//! Events of the wireless extensions, which the kernel still sends in IFLA_WIRELESS: a
//! `struct iw_event` whose union lies at a multiple of a pointer's size.
//!
//! Source: `uapi/linux/wireless.h`, `net/wireless/wext-core.c` (`wireless_send_event`).

use crate::families::common::ARPHRD;
use crate::special::ieee80211::ELEMENTS;
use crate::table::Unit;
use crate::table::macros::*;

enumeration! { IW_CMD "SIOCIW":
    0x8b00 SIOCSIWCOMMIT,
    0x8b01 SIOCGIWNAME,
    0x8b02 SIOCSIWNWID,
    0x8b03 SIOCGIWNWID,
    0x8b04 SIOCSIWFREQ,
    0x8b05 SIOCGIWFREQ,
    0x8b06 SIOCSIWMODE,
    0x8b07 SIOCGIWMODE,
    0x8b08 SIOCSIWSENS,
    0x8b09 SIOCGIWSENS,
    0x8b0a SIOCSIWRANGE,
    0x8b0b SIOCGIWRANGE,
    0x8b0c SIOCSIWPRIV,
    0x8b0d SIOCGIWPRIV,
    0x8b0e SIOCSIWSTATS,
    0x8b0f SIOCGIWSTATS,
    0x8b10 SIOCSIWSPY,
    0x8b11 SIOCGIWSPY,
    0x8b12 SIOCSIWTHRSPY,
    0x8b13 SIOCGIWTHRSPY,
    0x8b14 SIOCSIWAP,
    0x8b15 SIOCGIWAP,
    0x8b16 SIOCSIWMLME,
    0x8b17 SIOCGIWAPLIST,
    0x8b18 SIOCSIWSCAN,
    0x8b19 SIOCGIWSCAN,
    0x8b1a SIOCSIWESSID,
    0x8b1b SIOCGIWESSID,
    0x8b1c SIOCSIWNICKN,
    0x8b1d SIOCGIWNICKN,
    0x8b20 SIOCSIWRATE,
    0x8b21 SIOCGIWRATE,
    0x8b22 SIOCSIWRTS,
    0x8b23 SIOCGIWRTS,
    0x8b24 SIOCSIWFRAG,
    0x8b25 SIOCGIWFRAG,
    0x8b26 SIOCSIWTXPOW,
    0x8b27 SIOCGIWTXPOW,
    0x8b28 SIOCSIWRETRY,
    0x8b29 SIOCGIWRETRY,
    0x8b2a SIOCSIWENCODE,
    0x8b2b SIOCGIWENCODE,
    0x8b2c SIOCSIWPOWER,
    0x8b2d SIOCGIWPOWER,
    0x8b30 SIOCSIWGENIE,
    0x8b31 SIOCGIWGENIE,
    0x8b32 SIOCSIWAUTH,
    0x8b33 SIOCGIWAUTH,
    0x8b34 SIOCSIWENCODEEXT,
    0x8b35 SIOCGIWENCODEEXT,
    0x8b36 SIOCSIWPMKSA,
    0x8c00 IWEVTXDROP,
    0x8c01 IWEVQUAL,
    0x8c02 IWEVCUSTOM,
    0x8c03 IWEVREGISTERED,
    0x8c04 IWEVEXPIRED,
    0x8c05 IWEVGENIE,
    0x8c06 IWEVMICHAELMICFAILURE,
    0x8c07 IWEVASSOCREQIE,
    0x8c08 IWEVASSOCRESPIE,
    0x8c09 IWEVPMKIDCAND,
}

enumeration! { IW_MODE "IW_MODE":
    0 IW_MODE_AUTO, 1 IW_MODE_ADHOC, 2 IW_MODE_INFRA, 3 IW_MODE_MASTER, 4 IW_MODE_REPEAT,
    5 IW_MODE_SECOND, 6 IW_MODE_MONITOR, 7 IW_MODE_MESH,
}

flags! { IW_QUAL "IW_QUAL":
    0x01 IW_QUAL_QUAL_UPDATED, 0x02 IW_QUAL_LEVEL_UPDATED, 0x04 IW_QUAL_NOISE_UPDATED,
    0x08 IW_QUAL_DBM, 0x10 IW_QUAL_QUAL_INVALID, 0x20 IW_QUAL_LEVEL_INVALID,
    0x40 IW_QUAL_NOISE_INVALID, 0x80 IW_QUAL_RCPI,
}

enumeration! { IW_FREQ_FLAGS "IW_FREQ":
    0 IW_FREQ_AUTO, 1 IW_FREQ_FIXED,
}

// The two lowest bits are the key's index, bits 5 and 6 count failures.
flags! { IW_MICFAILURE "IW_MICFAILURE":
    0x04 IW_MICFAILURE_GROUP, 0x08 IW_MICFAILURE_PAIRWISE, 0x10 IW_MICFAILURE_STAKEY,
}

flags! { IW_PMKID_CAND_FLAGS "IW_PMKID_CAND":
    0x1 IW_PMKID_CAND_PREAUTH,
}

structure! { SOCKADDR "sockaddr":
    sa_family: U16.of(&ARPHRD),
    sa_data: MAC,
    pad: BYTES.times(8).reserved(),
}

structure! { IW_PARAM "iw_param":
    value: S32,
    fixed: BOOL,
    disabled: BOOL,
    flags: U16.hex(),
}

structure! { IW_FREQ "iw_freq":
    m: S32,
    e: S16,
    i: U8,
    flags: U8.of(&IW_FREQ_FLAGS),
}

structure! { IW_QUALITY "iw_quality":
    qual: U8,
    level: U8,
    noise: U8,
    updated: U8.of(&IW_QUAL),
}

structure! { IW_THRSPY "iw_thrspy":
    addr: structure(&SOCKADDR),
    qual: structure(&IW_QUALITY),
    low: structure(&IW_QUALITY),
    high: structure(&IW_QUALITY),
}

structure! { packed IW_MICHAELMICFAILURE "iw_michaelmicfailure":
    flags: U32.of(&IW_MICFAILURE),
    src_addr: structure(&SOCKADDR),
    tsc: LE64,
}

structure! { IW_PMKID_CAND "iw_pmkid_cand":
    flags: U32.of(&IW_PMKID_CAND_FLAGS),
    index: U32,
    bssid: structure(&SOCKADDR),
}

// What the pointer of an iw_point leads to.
select! { IW_POINT_DATA number field("cmd") => {
    0x8b12 => structure(&IW_THRSPY), // SIOCSIWTHRSPY
    0x8b13 => structure(&IW_THRSPY), // SIOCGIWTHRSPY
    0x8b1a => STRING,                // SIOCSIWESSID
    0x8b1b => STRING,                // SIOCGIWESSID
    0x8b1c => STRING,                // SIOCSIWNICKN
    0x8b1d => STRING,                // SIOCGIWNICKN
    0x8b2a => KEY,                   // SIOCSIWENCODE
    0x8b2b => KEY,                   // SIOCGIWENCODE
    0x8c02 => STRING,                // IWEVCUSTOM
    0x8c05 => special(&ELEMENTS),    // IWEVGENIE
    0x8c06 => structure(&IW_MICHAELMICFAILURE),
    0x8c07 => special(&ELEMENTS),    // IWEVASSOCREQIE
    0x8c08 => special(&ELEMENTS),    // IWEVASSOCRESPIE
    0x8c09 => structure(&IW_PMKID_CAND),
} else BYTES }

structure! { IW_POINT_64 "iw_point":
    length: U16,
    flags: U16.hex(),
    pad: U32.reserved();
    data: select(&IW_POINT_DATA)
}

structure! { IW_POINT_32 "iw_point":
    length: U16,
    flags: U16.hex();
    data: select(&IW_POINT_DATA)
}

structure! { /// An event of a 64-bit kernel.
    pub(crate) IW_EVENT_64 "iw_event":
    len: U16.unit(Unit::Bytes),
    cmd: U16.of(&IW_CMD),
    pad: U32.reserved();
    u: select(&IWREQ_DATA_64)
}

structure! { /// An event of a 32-bit kernel, or for a 32-bit process.
    pub(crate) IW_EVENT_32 "iw_event":
    len: U16.unit(Unit::Bytes),
    cmd: U16.of(&IW_CMD);
    u: select(&IWREQ_DATA_32)
}

macro_rules! iwreq_data {
    ($name:ident $point:ident) => {
        select! { $name number field("cmd") => {
            0x8b01 => STRING, // SIOCGIWNAME
            0x8b02 => structure(&IW_PARAM), // SIOCSIWNWID
            0x8b03 => structure(&IW_PARAM), // SIOCGIWNWID
            0x8b04 => structure(&IW_FREQ), // SIOCSIWFREQ
            0x8b05 => structure(&IW_FREQ), // SIOCGIWFREQ
            0x8b06 => U32.of(&IW_MODE), // SIOCSIWMODE
            0x8b07 => U32.of(&IW_MODE), // SIOCGIWMODE
            0x8b08 => structure(&IW_PARAM), // SIOCSIWSENS
            0x8b09 => structure(&IW_PARAM), // SIOCGIWSENS
            0x8b0b => structure(&$point), // SIOCGIWRANGE
            0x8b0d => structure(&$point), // SIOCGIWPRIV
            0x8b0f => structure(&$point), // SIOCGIWSTATS
            0x8b10 => structure(&$point), // SIOCSIWSPY
            0x8b11 => structure(&$point), // SIOCGIWSPY
            0x8b12 => structure(&$point), // SIOCSIWTHRSPY
            0x8b13 => structure(&$point), // SIOCGIWTHRSPY
            0x8b14 => structure(&SOCKADDR), // SIOCSIWAP
            0x8b15 => structure(&SOCKADDR), // SIOCGIWAP
            0x8b16 => structure(&$point), // SIOCSIWMLME
            0x8b17 => structure(&$point), // SIOCGIWAPLIST
            0x8b18 => structure(&$point), // SIOCSIWSCAN
            0x8b19 => structure(&$point), // SIOCGIWSCAN
            0x8b1a => structure(&$point), // SIOCSIWESSID
            0x8b1b => structure(&$point), // SIOCGIWESSID
            0x8b1c => structure(&$point), // SIOCSIWNICKN
            0x8b1d => structure(&$point), // SIOCGIWNICKN
            0x8b20 => structure(&IW_PARAM), // SIOCSIWRATE
            0x8b21 => structure(&IW_PARAM), // SIOCGIWRATE
            0x8b22 => structure(&IW_PARAM), // SIOCSIWRTS
            0x8b23 => structure(&IW_PARAM), // SIOCGIWRTS
            0x8b24 => structure(&IW_PARAM), // SIOCSIWFRAG
            0x8b25 => structure(&IW_PARAM), // SIOCGIWFRAG
            0x8b26 => structure(&IW_PARAM), // SIOCSIWTXPOW
            0x8b27 => structure(&IW_PARAM), // SIOCGIWTXPOW
            0x8b28 => structure(&IW_PARAM), // SIOCSIWRETRY
            0x8b29 => structure(&IW_PARAM), // SIOCGIWRETRY
            0x8b2a => structure(&$point), // SIOCSIWENCODE
            0x8b2b => structure(&$point), // SIOCGIWENCODE
            0x8b2c => structure(&IW_PARAM), // SIOCSIWPOWER
            0x8b2d => structure(&IW_PARAM), // SIOCGIWPOWER
            0x8b30 => structure(&$point), // SIOCSIWGENIE
            0x8b31 => structure(&$point), // SIOCGIWGENIE
            0x8b32 => structure(&IW_PARAM), // SIOCSIWAUTH
            0x8b33 => structure(&IW_PARAM), // SIOCGIWAUTH
            0x8b34 => structure(&$point), // SIOCSIWENCODEEXT
            0x8b35 => structure(&$point), // SIOCGIWENCODEEXT
            0x8b36 => structure(&$point), // SIOCSIWPMKSA
            0x8c00 => structure(&SOCKADDR), // IWEVTXDROP
            0x8c01 => structure(&IW_QUALITY), // IWEVQUAL
            0x8c02 => structure(&$point), // IWEVCUSTOM
            0x8c03 => structure(&SOCKADDR), // IWEVREGISTERED
            0x8c04 => structure(&SOCKADDR), // IWEVEXPIRED
            0x8c05 => structure(&$point), // IWEVGENIE
            0x8c06 => structure(&$point), // IWEVMICHAELMICFAILURE
            0x8c07 => structure(&$point), // IWEVASSOCREQIE
            0x8c08 => structure(&$point), // IWEVASSOCRESPIE
            0x8c09 => structure(&$point), // IWEVPMKIDCAND
        } else BYTES }
    };
}

iwreq_data! { IWREQ_DATA_64 IW_POINT_64 }
iwreq_data! { IWREQ_DATA_32 IW_POINT_32 }
