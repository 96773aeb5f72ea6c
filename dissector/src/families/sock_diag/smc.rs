//! AF_SMC: Shared Memory Communications.
//!
//! Source: `uapi/linux/smc_diag.h`, `net/smc/smc_diag.c`, `net/smc/smc.h`,
//! `net/smc/smc_core.h`, `net/smc/smc_clc.h`, `net/smc/smc_cdc.h`.

use super::common::{COOKIE, SHUTDOWN};
use crate::families::common::AF;
use crate::special::smc_address::SMC_ADDRESS;
use crate::table::Unit;
use crate::table::macros::*;

flags! { /// What an answer shall hold: a bit for each SMC_DIAG_*.
    SMC_DIAG_EXT "diag_ext":
    0x1 SMC_DIAG_CONNINFO, 0x2 SMC_DIAG_LGRINFO, 0x4 SMC_DIAG_SHUTDOWN, 0x8 SMC_DIAG_DMBINFO,
    0x10 SMC_DIAG_FALLBACK,
}

enumeration! { SMC_STATE "smc_state":
    1 SMC_ACTIVE, 2 SMC_INIT, 7 SMC_CLOSED, 10 SMC_LISTEN, 20 SMC_PEERCLOSEWAIT1,
    21 SMC_PEERCLOSEWAIT2, 22 SMC_APPCLOSEWAIT1, 23 SMC_APPCLOSEWAIT2, 24 SMC_APPFINCLOSEWAIT,
    25 SMC_PEERFINCLOSEWAIT, 26 SMC_PEERABORTWAIT, 27 SMC_PROCESSABORT,
}

enumeration! { SMC_DIAG_MODE "SMC_DIAG_MODE":
    0 SMC_DIAG_MODE_SMCR, 1 SMC_DIAG_MODE_FALLBACK_TCP, 2 SMC_DIAG_MODE_SMCD,
}

enumeration! { /// Why a connection does without SMC.
    pub SMC_CLC_DECL "SMC_CLC_DECL":
    0x01010000 SMC_CLC_DECL_MEM, 0x02010000 SMC_CLC_DECL_TIMEOUT_CL,
    0x02020000 SMC_CLC_DECL_TIMEOUT_AL, 0x03000000 SMC_CLC_DECL_CNFERR,
    0x03010000 SMC_CLC_DECL_PEERNOSMC, 0x03020000 SMC_CLC_DECL_IPSEC,
    0x03030000 SMC_CLC_DECL_NOSMCDEV, 0x03030001 SMC_CLC_DECL_NOSMCDDEV,
    0x03030002 SMC_CLC_DECL_NOSMCRDEV, 0x03030003 SMC_CLC_DECL_NOISM2SUPP,
    0x03030004 SMC_CLC_DECL_NOV2EXT, 0x03030005 SMC_CLC_DECL_NOV2DEXT,
    0x03030006 SMC_CLC_DECL_NOSEID, 0x03030007 SMC_CLC_DECL_NOSMCD2DEV,
    0x03030008 SMC_CLC_DECL_NOUEID, 0x03030009 SMC_CLC_DECL_RELEASEERR,
    0x0303000a SMC_CLC_DECL_MAXCONNERR, 0x0303000b SMC_CLC_DECL_MAXLINKERR,
    0x03040000 SMC_CLC_DECL_MODEUNSUPP, 0x03050000 SMC_CLC_DECL_RMBE_EC,
    0x03060000 SMC_CLC_DECL_OPTUNSUPP, 0x03070000 SMC_CLC_DECL_DIFFPREFIX,
    0x03080000 SMC_CLC_DECL_GETVLANERR, 0x03090000 SMC_CLC_DECL_ISMVLANERR,
    0x030a0000 SMC_CLC_DECL_NOACTLINK, 0x030b0000 SMC_CLC_DECL_NOSRVLINK,
    0x030c0000 SMC_CLC_DECL_VERSMISMAT, 0x030d0000 SMC_CLC_DECL_MAX_DMB,
    0x030e0000 SMC_CLC_DECL_NOROUTE, 0x030f0000 SMC_CLC_DECL_NOINDIRECT,
    0x04000000 SMC_CLC_DECL_SYNCERR, 0x05000000 SMC_CLC_DECL_PEERDECL,
    0x09990000 SMC_CLC_DECL_INTERR, 0x09990001 SMC_CLC_DECL_ERR_RTOK,
    0x09990002 SMC_CLC_DECL_ERR_RDYLNK, 0x09990003 SMC_CLC_DECL_ERR_REGBUF,
}

structure! { /// As of other families; the addresses tell their version only by themselves.
    SMC_SOCKID "inet_diag_sockid(SMC)":
    idiag_sport: BE16,
    idiag_dport: BE16,
    idiag_src: select(&SMC_ADDRESS),
    idiag_dst: select(&SMC_ADDRESS),
    idiag_if: IFINDEX,
    idiag_cookie: COOKIE,
}

structure! { /// A request. The kernel reads diag_ext, no more.
    pub SMC_DIAG_REQ "smc_diag_req":
    diag_family: U8.of(&AF),
    pad: BYTES.times(2).reserved(),
    diag_ext: U8.of(&SMC_DIAG_EXT),
    id: structure(&SMC_SOCKID),
}

structure! { /// An answer. diag_mode was once called diag_fallback.
    pub SMC_DIAG_MSG "smc_diag_msg":
    diag_family: U8.of(&AF),
    diag_state: U8.of(&SMC_STATE),
    diag_mode: U8.of(&SMC_DIAG_MODE),
    diag_shutdown: U8.of(&SHUTDOWN),
    id: structure(&SMC_SOCKID),
    diag_uid: U32,
    diag_inode: ALIGNED_U64,
}

structure! { CURSOR "smc_diag_cursor":
    reserved: U16.reserved(),
    wrap: U16,
    count: U32,
}

flags! { /// As `struct smc_cdc_producer_flags` calls them.
    PRODUCER "smc_cdc_producer_flags":
    0x80 write_blocked, 0x40 urg_data_pending, 0x20 urg_data_present, 0x10 cons_curs_upd_req,
    0x8 failover_validation,
}

flags! { /// As `struct smc_cdc_conn_state_flags` calls them.
    CONN_STATE "smc_cdc_conn_state_flags":
    0x80 peer_done_writing, 0x40 peer_conn_closed, 0x20 peer_conn_abort,
}

structure! { CONNINFO "smc_diag_conninfo":
    token: U32.hex(),
    sndbuf_size: U32.unit(Unit::Bytes),
    rmbe_size: U32.unit(Unit::Bytes),
    peer_rmbe_size: U32.unit(Unit::Bytes),
    rx_prod: structure(&CURSOR),
    rx_cons: structure(&CURSOR),
    tx_prod: structure(&CURSOR),
    tx_cons: structure(&CURSOR),
    rx_prod_flags: U8.of(&PRODUCER),
    rx_conn_state_flags: U8.of(&CONN_STATE),
    tx_prod_flags: U8.of(&PRODUCER),
    tx_conn_state_flags: U8.of(&CONN_STATE),
    tx_prep: structure(&CURSOR),
    tx_sent: structure(&CURSOR),
    tx_fin: structure(&CURSOR),
}

enumeration! { SMC_LGR_ROLE "smc_lgr_role":
    0 SMC_CLNT, 1 SMC_SERV,
}

structure! { /// GIDs are text.
    LINKINFO "smc_diag_linkinfo":
    link_id: U8,
    ibname: STRING.times(64),
    ibport: U8,
    gid: STRING.times(40),
    peer_gid: STRING.times(40),
}

structure! { LGRINFO "smc_diag_lgrinfo":
    lnk: structure(&LINKINFO),
    role: U8.of(&SMC_LGR_ROLE),
}

structure! { FALLBACK "smc_diag_fallback":
    reason: U32.of(&SMC_CLC_DECL),
    peer_diagnosis: U32.of(&SMC_CLC_DECL),
}

structure! { DMBINFO "smcd_diag_dmbinfo":
    linkid: U32.hex(),
    peer_gid: ALIGNED_U64.hex(),
    my_gid: ALIGNED_U64.hex(),
    token: ALIGNED_U64.hex(),
    peer_token: ALIGNED_U64.hex(),
    peer_gid_ext: ALIGNED_U64.hex(),
    my_gid_ext: ALIGNED_U64.hex(),
}

set! { /// Attributes of an answer.
    pub SMC_DIAG "SMC_DIAG":
    1 SMC_DIAG_CONNINFO: structure(&CONNINFO),
    2 SMC_DIAG_LGRINFO: structure(&LGRINFO),
    3 SMC_DIAG_SHUTDOWN: U8.of(&SHUTDOWN),
    4 SMC_DIAG_DMBINFO: structure(&DMBINFO),
    5 SMC_DIAG_FALLBACK: structure(&FALLBACK),
}
