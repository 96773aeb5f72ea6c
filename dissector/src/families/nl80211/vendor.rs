//! What vendors of wireless hardware have of their own in nl80211.
//!
//! Source: `uapi/linux/nl80211-vnd-intel.h`, `drivers/net/wireless/` (brcmfmac's vendor.h,
//! wil6210's cfg80211.c, wlcore's vendor_cmd.h, mac80211_hwsim_main.c).

use super::ieee80211::CIPHER;
use crate::table::Fact;
use crate::table::macros::*;

enumeration! { /// OUI of vendors whose commands the kernel has.
    pub(super) VENDOR_ID "NL80211_ATTR_VENDOR_ID":
    0x001018 BROADCOM_OUI, 0x001374 OUI_QCA / QCA_NL80211_VENDOR_ID, 0x001735 INTEL_OUI,
    0x080028 TI_OUI,
}

enumeration! { BRCMF_VNDR_CMDS "brcmf_vndr_cmds":
    1 BRCMF_VNDR_CMDS_DCMD,
}

enumeration! { QCA_SUBCMDS "QCA_NL80211_VENDOR_SUBCMD":
    1 QCA_NL80211_SUBCMD_TEST, 139 QCA_NL80211_VENDOR_SUBCMD_DMG_RF_GET_SECTOR_CFG,
    140 QCA_NL80211_VENDOR_SUBCMD_DMG_RF_SET_SECTOR_CFG,
    141 QCA_NL80211_VENDOR_SUBCMD_DMG_RF_GET_SELECTED_SECTOR,
    142 QCA_NL80211_VENDOR_SUBCMD_DMG_RF_SET_SELECTED_SECTOR,
}

enumeration! { IWL_MVM_VENDOR_CMD "iwl_mvm_vendor_cmd":
    0x2d IWL_MVM_VENDOR_CMD_GET_CSME_CONN_INFO, 0x30 IWL_MVM_VENDOR_CMD_HOST_GET_OWNERSHIP,
    0x32 IWL_MVM_VENDOR_CMD_ROAMING_FORBIDDEN_EVENT,
}

enumeration! { WLCORE_VENDOR_COMMANDS "wlcore_vendor_commands":
    0 WLCORE_VENDOR_CMD_SMART_CONFIG_START, 1 WLCORE_VENDOR_CMD_SMART_CONFIG_STOP,
    2 WLCORE_VENDOR_CMD_SMART_CONFIG_SET_GROUP_KEY,
}

select! { /// The commands of the vendor.
    pub(super) VENDOR_SUBCMD number attribute("NL80211_ATTR_VENDOR_ID") => {
    0x001018 => U32.of(&BRCMF_VNDR_CMDS),
    0x001374 => U32.of(&QCA_SUBCMDS),
    0x001735 => U32.of(&IWL_MVM_VENDOR_CMD),
    0x080028 => U32.of(&WLCORE_VENDOR_COMMANDS),
} else U32 }

select! { SUBCMD number field("vendor_id") => {
    0x001018 => U32.of(&BRCMF_VNDR_CMDS),
    0x001374 => U32.of(&QCA_SUBCMDS),
    0x001735 => U32.of(&IWL_MVM_VENDOR_CMD),
    0x080028 => U32.of(&WLCORE_VENDOR_COMMANDS),
} else U32 }

structure! { /// A vendor's command or event.
    pub(super) VENDOR_CMD_INFO "nl80211_vendor_cmd_info":
    vendor_id: U32.of(&VENDOR_ID),
    subcmd: select(&SUBCMD),
}

structure! { DCMD_HDR "brcmf_vndr_dcmd_hdr":
    cmd: U32,
    len: S32,
    offset: U32,
    set: U32,
    magic: U32;
    data: BYTES
}

set! { BRCMF_NLATTR "BRCMF_NLATTR":
    1 BRCMF_NLATTR_LEN: U16,
    2 BRCMF_NLATTR_DATA: BYTES,
}

select! { BROADCOM number fact(Fact::ToKernel) => {
    1 => structure(&DCMD_HDR),
} else nest(&BRCMF_NLATTR) }

set! { QCA_WLAN_VENDOR_ATTR "QCA_WLAN_VENDOR_ATTR":
    8 QCA_WLAN_VENDOR_ATTR_TEST: U32,
}

enumeration! { SECTOR_TYPE "qca_wlan_vendor_attr_dmg_rf_sector_type":
    0 QCA_ATTR_DMG_RF_SECTOR_TYPE_RX, 1 QCA_ATTR_DMG_RF_SECTOR_TYPE_TX,
}

set! { QCA_ATTR_DMG_RF_SECTOR_CFG "QCA_ATTR_DMG_RF_SECTOR_CFG":
    1 QCA_ATTR_DMG_RF_SECTOR_CFG_MODULE_INDEX: U8,
    2 QCA_ATTR_DMG_RF_SECTOR_CFG_ETYPE0: U32.hex(),
    3 QCA_ATTR_DMG_RF_SECTOR_CFG_ETYPE1: U32.hex(),
    4 QCA_ATTR_DMG_RF_SECTOR_CFG_ETYPE2: U32.hex(),
    5 QCA_ATTR_DMG_RF_SECTOR_CFG_PSH_HI: U32.hex(),
    6 QCA_ATTR_DMG_RF_SECTOR_CFG_PSH_LO: U32.hex(),
    7 QCA_ATTR_DMG_RF_SECTOR_CFG_DTYPE_X16: U32.hex(),
}

set! { QCA_ATTR_DMG_RF "QCA_ATTR_DMG_RF":
    6 QCA_ATTR_MAC_ADDR: MAC,
    13 QCA_ATTR_PAD: PAD,
    29 QCA_ATTR_TSF: U64,
    30 QCA_ATTR_DMG_RF_SECTOR_INDEX: U16,
    31 QCA_ATTR_DMG_RF_SECTOR_TYPE: U8.of(&SECTOR_TYPE),
    32 QCA_ATTR_DMG_RF_MODULE_MASK: U32.hex(),
    33 QCA_ATTR_DMG_RF_SECTOR_CFG: array!(nest(&QCA_ATTR_DMG_RF_SECTOR_CFG)),
}

select! { QCA number attribute("NL80211_ATTR_VENDOR_SUBCMD") => {
    1 => nest(&QCA_WLAN_VENDOR_ATTR),
    139 => nest(&QCA_ATTR_DMG_RF),
    140 => nest(&QCA_ATTR_DMG_RF),
    141 => nest(&QCA_ATTR_DMG_RF),
    142 => nest(&QCA_ATTR_DMG_RF),
} else BYTES }

enumeration! { AUTH_MODE "iwl_vendor_auth_akm_mode":
    0 IWL_VENDOR_AUTH_OPEN, 6 IWL_VENDOR_AUTH_RSNA, 7 IWL_VENDOR_AUTH_RSNA_PSK,
    9 IWL_VENDOR_AUTH_SAE,
}

set! { IWL_MVM_VENDOR_ATTR "IWL_MVM_VENDOR_ATTR":
    0x02 IWL_MVM_VENDOR_ATTR_VIF_ADDR: MAC,
    0x0a IWL_MVM_VENDOR_ATTR_ADDR: MAC,
    0x3d IWL_MVM_VENDOR_ATTR_SSID: STRING,
    0x51 IWL_MVM_VENDOR_ATTR_STA_CIPHER: U32.of(&CIPHER),
    0x64 IWL_MVM_VENDOR_ATTR_ROAMING_FORBIDDEN: BOOL,
    0x65 IWL_MVM_VENDOR_ATTR_AUTH_MODE: U32.of(&AUTH_MODE),
    0x66 IWL_MVM_VENDOR_ATTR_CHANNEL_NUM: U8,
    0x69 IWL_MVM_VENDOR_ATTR_BAND: U8,
    0x70 IWL_MVM_VENDOR_ATTR_COLLOC_CHANNEL: U8,
    0x71 IWL_MVM_VENDOR_ATTR_COLLOC_ADDR: MAC,
}

set! { WLCORE_VENDOR_ATTR "WLCORE_VENDOR_ATTR":
    0 WLCORE_VENDOR_ATTR_FREQ: U32,
    1 WLCORE_VENDOR_ATTR_PSK: KEY,
    2 WLCORE_VENDOR_ATTR_SSID: STRING,
    3 WLCORE_VENDOR_ATTR_GROUP_ID: U32,
    4 WLCORE_VENDOR_ATTR_GROUP_KEY: KEY,
}

select! { DATA number attribute("NL80211_ATTR_VENDOR_ID") => {
    0x001018 => select(&BROADCOM),
    0x001374 => select(&QCA),
    0x001735 => nest(&IWL_MVM_VENDOR_ATTR),
    0x080028 => nest(&WLCORE_VENDOR_ATTR),
} else BYTES }

select! { /// In a wiphy, which commands there are; else what the vendor has in one.
    pub(super) VENDOR_DATA number fact(Fact::Command) => {
    3 => array!(structure(&VENDOR_CMD_INFO)),
} else select(&DATA) }
