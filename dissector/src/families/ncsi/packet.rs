//! The packets that a request asks to send, and the answers of the controller: all big-endian.
//!
//! Source: `net/ncsi/ncsi-pkt.h`, `net/ncsi/internal.h`, `net/ncsi/ncsi-cmd.c`.

use crate::table::Unit;
use crate::table::macros::*;

enumeration! { NCSI_PKT "NCSI_PKT":
    0x00 NCSI_PKT_CMD_CIS, 0x01 NCSI_PKT_CMD_SP, 0x02 NCSI_PKT_CMD_DP, 0x03 NCSI_PKT_CMD_EC,
    0x04 NCSI_PKT_CMD_DC, 0x05 NCSI_PKT_CMD_RC, 0x06 NCSI_PKT_CMD_ECNT, 0x07 NCSI_PKT_CMD_DCNT,
    0x08 NCSI_PKT_CMD_AE, 0x09 NCSI_PKT_CMD_SL, 0x0a NCSI_PKT_CMD_GLS, 0x0b NCSI_PKT_CMD_SVF,
    0x0c NCSI_PKT_CMD_EV, 0x0d NCSI_PKT_CMD_DV, 0x0e NCSI_PKT_CMD_SMA, 0x10 NCSI_PKT_CMD_EBF,
    0x11 NCSI_PKT_CMD_DBF, 0x12 NCSI_PKT_CMD_EGMF, 0x13 NCSI_PKT_CMD_DGMF,
    0x14 NCSI_PKT_CMD_SNFC, 0x15 NCSI_PKT_CMD_GVI, 0x16 NCSI_PKT_CMD_GC, 0x17 NCSI_PKT_CMD_GP,
    0x18 NCSI_PKT_CMD_GCPS, 0x19 NCSI_PKT_CMD_GNS, 0x1a NCSI_PKT_CMD_GNPTS,
    0x1b NCSI_PKT_CMD_GPS, 0x50 NCSI_PKT_CMD_OEM, 0x51 NCSI_PKT_CMD_PLDM,
    0x52 NCSI_PKT_CMD_GPUUID, 0x56 NCSI_PKT_CMD_QPNPR, 0x57 NCSI_PKT_CMD_SNPR,
    0x58 NCSI_PKT_CMD_GMCMA,
    0x80 NCSI_PKT_RSP_CIS, 0x81 NCSI_PKT_RSP_SP, 0x82 NCSI_PKT_RSP_DP, 0x83 NCSI_PKT_RSP_EC,
    0x84 NCSI_PKT_RSP_DC, 0x85 NCSI_PKT_RSP_RC, 0x86 NCSI_PKT_RSP_ECNT, 0x87 NCSI_PKT_RSP_DCNT,
    0x88 NCSI_PKT_RSP_AE, 0x89 NCSI_PKT_RSP_SL, 0x8a NCSI_PKT_RSP_GLS, 0x8b NCSI_PKT_RSP_SVF,
    0x8c NCSI_PKT_RSP_EV, 0x8d NCSI_PKT_RSP_DV, 0x8e NCSI_PKT_RSP_SMA, 0x90 NCSI_PKT_RSP_EBF,
    0x91 NCSI_PKT_RSP_DBF, 0x92 NCSI_PKT_RSP_EGMF, 0x93 NCSI_PKT_RSP_DGMF,
    0x94 NCSI_PKT_RSP_SNFC, 0x95 NCSI_PKT_RSP_GVI, 0x96 NCSI_PKT_RSP_GC, 0x97 NCSI_PKT_RSP_GP,
    0x98 NCSI_PKT_RSP_GCPS, 0x99 NCSI_PKT_RSP_GNS, 0x9a NCSI_PKT_RSP_GNPTS,
    0x9b NCSI_PKT_RSP_GPS, 0xd0 NCSI_PKT_RSP_OEM, 0xd1 NCSI_PKT_RSP_PLDM,
    0xd2 NCSI_PKT_RSP_GPUUID, 0xd6 NCSI_PKT_RSP_QPNPR, 0xd7 NCSI_PKT_RSP_SNPR,
    0xd8 NCSI_PKT_RSP_GMCMA, 0xff NCSI_PKT_AEN,
}

enumeration! { NCSI_PKT_RSP_C "NCSI_PKT_RSP_C":
    0 NCSI_PKT_RSP_C_COMPLETED, 1 NCSI_PKT_RSP_C_FAILED, 2 NCSI_PKT_RSP_C_UNAVAILABLE,
    3 NCSI_PKT_RSP_C_UNSUPPORTED,
}

enumeration! { NCSI_PKT_RSP_R "NCSI_PKT_RSP_R":
    0 NCSI_PKT_RSP_R_NO_ERROR, 1 NCSI_PKT_RSP_R_INTERFACE, 2 NCSI_PKT_RSP_R_PARAM,
    3 NCSI_PKT_RSP_R_CHANNEL, 4 NCSI_PKT_RSP_R_PACKAGE, 5 NCSI_PKT_RSP_R_LENGTH,
    0x7fff NCSI_PKT_RSP_R_UNKNOWN,
}

enumeration! { NCSI_OEM_MFR "NCSI_OEM_MFR":
    0x157 NCSI_OEM_MFR_INTEL_ID, 0x113d NCSI_OEM_MFR_BCM_ID, 0x8119 NCSI_OEM_MFR_MLX_ID,
}

// NCSI_CAP_GENERIC_HWA_SUPPORT and _NOT_SUPPORT are two bits of one field
flags! { NCSI_CAP_GENERIC "NCSI_CAP_GENERIC":
    0x60 NCSI_CAP_GENERIC_HWA_RESERVED / NCSI_CAP_GENERIC_HWA_MASK,
    0x1 NCSI_CAP_GENERIC_HWA, 0x2 NCSI_CAP_GENERIC_HDS, 0x4 NCSI_CAP_GENERIC_FC,
    0x8 NCSI_CAP_GENERIC_FC1, 0x10 NCSI_CAP_GENERIC_MC, 0x20 NCSI_CAP_GENERIC_HWA_SUPPORT,
    0x40 NCSI_CAP_GENERIC_HWA_NOT_SUPPORT,
}

flags! { NCSI_CAP_BC "NCSI_CAP_BC":
    0x1 NCSI_CAP_BC_ARP, 0x2 NCSI_CAP_BC_DHCPC, 0x4 NCSI_CAP_BC_DHCPS, 0x8 NCSI_CAP_BC_NETBIOS,
}

flags! { NCSI_CAP_MC "NCSI_CAP_MC":
    0x1 NCSI_CAP_MC_IPV6_NEIGHBOR, 0x2 NCSI_CAP_MC_IPV6_ROUTER, 0x4 NCSI_CAP_MC_DHCPV6_RELAY,
    0x8 NCSI_CAP_MC_DHCPV6_WELL_KNOWN, 0x10 NCSI_CAP_MC_IPV6_MLD,
    0x20 NCSI_CAP_MC_IPV6_NEIGHBOR_S,
}

flags! { NCSI_CAP_AEN "NCSI_CAP_AEN":
    0x1 NCSI_CAP_AEN_LSC, 0x2 NCSI_CAP_AEN_CR, 0x4 NCSI_CAP_AEN_HDS,
}

flags! { NCSI_CAP_VLAN "NCSI_CAP_VLAN":
    0x1 NCSI_CAP_VLAN_ONLY, 0x2 NCSI_CAP_VLAN_NO, 0x4 NCSI_CAP_VLAN_ANY,
}

structure! { /// The header of a packet, and what its type makes of the rest.
    pub NCSI_PKT_HDR "ncsi_pkt_hdr":
    mc_id: U8,
    revision: U8,
    reserved: U8.reserved(),
    id: U8,
    type: U8.of(&NCSI_PKT),
    channel: U8.hex(),
    length: BE16.unit(Unit::Bytes),
    reserved1: BYTES.times(8).reserved();
    payload: select(&PAYLOAD)
}

// a command without arguments has nothing, or its checksum and padding up to the shortest frame
select! { PAYLOAD number field("type") => {
    0x01 => structure(&SP),
    0x04 => structure(&DC),
    0x08 => structure(&AE),
    0x09 => structure(&SL),
    0x0b => structure(&SVF),
    0x0c => structure(&EV),
    0x0e => structure(&SMA),
    0x10 => structure(&EBF),
    0x12 => structure(&EGMF),
    0x14 => structure(&SNFC),
    0x50 => structure(&OEM),
    0x80 => structure(&RSP),
    0x81 => structure(&RSP),
    0x82 => structure(&RSP),
    0x83 => structure(&RSP),
    0x84 => structure(&RSP),
    0x85 => structure(&RSP),
    0x86 => structure(&RSP),
    0x87 => structure(&RSP),
    0x88 => structure(&RSP),
    0x89 => structure(&RSP),
    0x8a => structure(&GLS),
    0x8b => structure(&RSP),
    0x8c => structure(&RSP),
    0x8d => structure(&RSP),
    0x8e => structure(&RSP),
    0x90 => structure(&RSP),
    0x91 => structure(&RSP),
    0x92 => structure(&RSP),
    0x93 => structure(&RSP),
    0x94 => structure(&RSP),
    0x95 => structure(&GVI),
    0x96 => structure(&GC),
    0x97 => structure(&GP),
    0x98 => structure(&GCPS),
    0x99 => structure(&GNS),
    0x9a => structure(&GNPTS),
    0x9b => structure(&GPS),
    0xd0 => structure(&OEM_RSP),
    0xd2 => structure(&GPUUID),
    0xd8 => structure(&GMCMA),
} else BYTES.reserved() }

structure! { SP "ncsi_cmd_sp_pkt":
    reserved: BYTES.times(3).reserved(),
    hw_arbitration: U8,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { DC "ncsi_cmd_dc_pkt":
    reserved: BYTES.times(3).reserved(),
    ald: U8,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { AE "ncsi_cmd_ae_pkt":
    reserved: BYTES.times(3).reserved(),
    mc_id: U8,
    mode: BE32.of(&NCSI_CAP_AEN),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { SL "ncsi_cmd_sl_pkt":
    mode: BE32.hex(),
    oem_mode: BE32.hex(),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { SVF "ncsi_cmd_svf_pkt":
    reserved: BE16.reserved(),
    vlan: BE16,
    reserved1: BE16.reserved(),
    index: U8,
    enable: U8,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { EV "ncsi_cmd_ev_pkt":
    reserved: BYTES.times(3).reserved(),
    mode: U8.of(&NCSI_CAP_VLAN),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { SMA "ncsi_cmd_sma_pkt":
    mac: MAC,
    index: U8,
    at_e: U8.hex(),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { EBF "ncsi_cmd_ebf_pkt":
    mode: BE32.of(&NCSI_CAP_BC),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { EGMF "ncsi_cmd_egmf_pkt":
    mode: BE32.of(&NCSI_CAP_MC),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { SNFC "ncsi_cmd_snfc_pkt":
    reserved: BYTES.times(3).reserved(),
    mode: U8,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { OEM "ncsi_cmd_oem_pkt":
    mfr_id: BE32.of(&NCSI_OEM_MFR);
    data: BYTES
}

structure! { RSP "ncsi_rsp_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { OEM_RSP "ncsi_rsp_oem_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    mfr_id: BE32.of(&NCSI_OEM_MFR);
    data: select(&OEM_DATA)
}

select! { OEM_DATA number field("mfr_id") => {
    0x157 => structure(&OEM_INTEL),
    0x113d => structure(&OEM_BCM),
    0x8119 => structure(&OEM_MLX),
} else BYTES }

structure! { OEM_INTEL "ncsi_rsp_oem_intel_pkt":
    cmd: U8.hex();
    data: BYTES
}

structure! { OEM_BCM "ncsi_rsp_oem_bcm_pkt":
    ver: U8,
    type: U8.hex(),
    len: BE16.unit(Unit::Bytes);
    data: BYTES
}

structure! { OEM_MLX "ncsi_rsp_oem_mlx_pkt":
    cmd_rev: U8,
    cmd: U8.hex(),
    param: U8.hex(),
    optional: U8.hex();
    data: BYTES
}

structure! { GLS "ncsi_rsp_gls_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    status: BE32.hex(),
    other: BE32.hex(),
    oem_status: BE32.hex(),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GVI "ncsi_rsp_gvi_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    major: U8.hex(),
    minor: U8.hex(),
    update: U8.hex(),
    alpha1: U8.hex(),
    reserved: BYTES.times(3).reserved(),
    alpha2: U8.hex(),
    fw_name: STRING.times(12),
    fw_version: BE32.hex(),
    pci_ids: BE16.hex().times(4),
    mf_id: BE32.of(&NCSI_OEM_MFR),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GC "ncsi_rsp_gc_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    cap: BE32.of(&NCSI_CAP_GENERIC),
    bc_cap: BE32.of(&NCSI_CAP_BC),
    mc_cap: BE32.of(&NCSI_CAP_MC),
    buf_cap: BE32.unit(Unit::Bytes),
    aen_cap: BE32.of(&NCSI_CAP_AEN),
    vlan_cnt: U8,
    mixed_cnt: U8,
    mc_cnt: U8,
    uc_cnt: U8,
    reserved: BYTES.times(2).reserved(),
    vlan_mode: U8.of(&NCSI_CAP_VLAN),
    channel_cnt: U8,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GP "ncsi_rsp_gp_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    mac_cnt: U8,
    reserved: BYTES.times(2).reserved(),
    mac_enable: U8.hex(),
    vlan_cnt: U8,
    reserved1: U8.reserved(),
    vlan_enable: BE16.hex(),
    link_mode: BE32.hex(),
    bc_mode: BE32.of(&NCSI_CAP_BC),
    valid_modes: BE32.hex(),
    vlan_mode: U8.of(&NCSI_CAP_VLAN),
    fc_mode: U8,
    reserved2: BYTES.times(2).reserved(),
    aen_mode: BE32.of(&NCSI_CAP_AEN);
    // so many addresses, VLANs and a checksum as the counts say
    mac: BYTES
}

structure! { packed GCPS "ncsi_rsp_gcps_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    cnt: BE64,
    rx_bytes: BE64.unit(Unit::Bytes),
    tx_bytes: BE64.unit(Unit::Bytes),
    rx_uc_pkts: BE64.unit(Unit::Packets),
    rx_mc_pkts: BE64.unit(Unit::Packets),
    rx_bc_pkts: BE64.unit(Unit::Packets),
    tx_uc_pkts: BE64.unit(Unit::Packets),
    tx_mc_pkts: BE64.unit(Unit::Packets),
    tx_bc_pkts: BE64.unit(Unit::Packets),
    fcs_err: BE32,
    align_err: BE32,
    false_carrier: BE32,
    runt_pkts: BE32,
    jabber_pkts: BE32,
    rx_pause_xon: BE32,
    rx_pause_xoff: BE32,
    tx_pause_xon: BE32,
    tx_pause_xoff: BE32,
    tx_s_collision: BE32,
    tx_m_collision: BE32,
    l_collision: BE32,
    e_collision: BE32,
    rx_ctl_frames: BE32,
    rx_64_frames: BE32,
    rx_127_frames: BE32,
    rx_255_frames: BE32,
    rx_511_frames: BE32,
    rx_1023_frames: BE32,
    rx_1522_frames: BE32,
    rx_9022_frames: BE32,
    tx_64_frames: BE32,
    tx_127_frames: BE32,
    tx_255_frames: BE32,
    tx_511_frames: BE32,
    tx_1023_frames: BE32,
    tx_1522_frames: BE32,
    tx_9022_frames: BE32,
    rx_valid_bytes: BE64.unit(Unit::Bytes),
    rx_runt_pkts: BE32,
    rx_jabber_pkts: BE32,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GNS "ncsi_rsp_gns_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    rx_cmds: BE32,
    dropped_cmds: BE32,
    cmd_type_errs: BE32,
    cmd_csum_errs: BE32,
    rx_pkts: BE32.unit(Unit::Packets),
    tx_pkts: BE32.unit(Unit::Packets),
    tx_aen_pkts: BE32.unit(Unit::Packets),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GNPTS "ncsi_rsp_gnpts_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    tx_pkts: BE32.unit(Unit::Packets),
    tx_dropped: BE32.unit(Unit::Packets),
    tx_channel_err: BE32,
    tx_us_err: BE32,
    rx_pkts: BE32.unit(Unit::Packets),
    rx_dropped: BE32.unit(Unit::Packets),
    rx_channel_err: BE32,
    rx_us_err: BE32,
    rx_os_err: BE32,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GPS "ncsi_rsp_gps_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    status: BE32.hex(),
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GPUUID "ncsi_rsp_gpuuid_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    uuid: UUID,
    checksum: BE32.hex();
    pad: BYTES.reserved()
}

structure! { GMCMA "ncsi_rsp_gmcma_pkt":
    code: BE16.of(&NCSI_PKT_RSP_C),
    reason: BE16.of(&NCSI_PKT_RSP_R),
    address_count: U8,
    reserved: BYTES.times(3).reserved();
    addresses: select(&ADDRESSES)
}

// so many addresses as the count says, then a checksum and padding
select! { ADDRESSES number field("address_count") => {
    1 => structure(&ONE_ADDRESS),
    2 => structure(&TWO_ADDRESSES),
} else BYTES }

structure! { ONE_ADDRESS "ncsi_rsp_gmcma_pkt.addresses[1]":
    address: MAC;
    checksum: BYTES
}

structure! { TWO_ADDRESSES "ncsi_rsp_gmcma_pkt.addresses[2]":
    address: MAC,
    address_2: MAC;
    checksum: BYTES
}
