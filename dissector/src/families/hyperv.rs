//! Hyper-V's key-value pairs and snapshots: what kernel and daemons said to one another through
//! the connector up to Linux 3.14. The kernel turns the host's UTF-16 into UTF-8.
//!
//! Source: `uapi/linux/hyperv.h`, `drivers/hv/hv_kvp.c`, `drivers/hv/hv_snapshot.c`.

use crate::table::Unit;
use crate::table::macros::*;

enumeration! { KVP_OP "hv_kvp_exchg_op":
    0 KVP_OP_GET, 1 KVP_OP_SET, 2 KVP_OP_DELETE, 3 KVP_OP_ENUMERATE,
    4 KVP_OP_GET_IP_INFO / KVP_OP_REGISTER, 5 KVP_OP_SET_IP_INFO, 100 KVP_OP_REGISTER1,
}

enumeration! { KVP_POOL "hv_kvp_exchg_pool":
    0 KVP_POOL_EXTERNAL, 1 KVP_POOL_GUEST, 2 KVP_POOL_AUTO, 3 KVP_POOL_AUTO_EXTERNAL,
    4 KVP_POOL_AUTO_INTERNAL,
}

enumeration! { HV_ERROR "HV_ERROR":
    0x0 HV_S_OK, 0x80004005 HV_E_FAIL, 0x80041002 HV_GUID_NOTFOUND,
    0x80070032 HV_ERROR_NOT_SUPPORTED, 0x80070050 HV_ERROR_ALREADY_EXISTS,
    0x80070057 HV_INVALIDARG, 0x80070070 HV_ERROR_DISK_FULL, 0x80070103 HV_S_CONT,
    0x8007048f HV_ERROR_DEVICE_NOT_CONNECTED, 0x800704f7 HV_ERROR_MACHINE_LOCKED,
}

enumeration! { REG "REG":
    1 REG_SZ, 4 REG_U32, 8 REG_U64,
}

enumeration! { ADDR_FAMILY "ADDR_FAMILY":
    0 ADDR_FAMILY_NONE, 1 ADDR_FAMILY_IPV4, 2 ADDR_FAMILY_IPV6,
}

structure! { packed VALUE_U32 "value_u32":
    value_u32: U32; unused: PAD
}

structure! { packed VALUE_U64 "value_u64":
    value_u64: U64; unused: PAD
}

select! { VALUE number field("value_type") => {
    4 => structure(&VALUE_U32),
    8 => structure(&VALUE_U64),
} else STRING.times(2048) }

structure! { packed EXCHG_MSG_VALUE "hv_kvp_exchg_msg_value":
    value_type: U32.of(&REG),
    key_size: U32.unit(Unit::Bytes),
    value_size: U32.unit(Unit::Bytes),
    key: STRING.times(512),
    value: select(&VALUE);
    unused: PAD
}

structure! { packed MSG_ENUMERATE "hv_kvp_msg_enumerate":
    index: U32,
    data: structure(&EXCHG_MSG_VALUE);
    unused: PAD
}

structure! { packed MSG_DELETE "hv_kvp_msg_delete":
    key_size: U32.unit(Unit::Bytes),
    key: STRING.times(512);
    unused: PAD
}

structure! { packed IPADDR_VALUE "hv_kvp_ipaddr_value":
    adapter_id: STRING.times(256),
    addr_family: U8.of(&ADDR_FAMILY),
    dhcp_enabled: BOOL,
    ip_addr: STRING.times(2048),
    sub_net: STRING.times(2048),
    gate_way: STRING.times(1024),
    dns_addr: STRING.times(2048);
    unused: PAD
}

structure! { packed REGISTER "hv_kvp_register":
    version: STRING.times(512);
    unused: PAD
}

select! { BODY number field("operation") => {
    0 => structure(&EXCHG_MSG_VALUE),
    1 => structure(&EXCHG_MSG_VALUE),
    2 => structure(&MSG_DELETE),
    3 => structure(&MSG_ENUMERATE),
    4 => structure(&IPADDR_VALUE),
    5 => structure(&IPADDR_VALUE),
    100 => structure(&REGISTER),
} else BYTES }

structure! { KVP_HDR "hv_kvp_hdr":
    operation: U8.of(&KVP_OP),
    pool: U8.of(&KVP_POOL),
    pad: U16.reserved(),
}

structure! { /// What the host asks, and how the daemon registers.
    pub packed KVP_MSG "hv_kvp_msg":
    kvp_hdr: structure(&KVP_HDR);
    body: select(&BODY)
}

structure! { /// What the daemon answers: its layout is that of the question.
    pub packed KVP_ANSWER "hv_kvp_answer":
    error: U32.of(&HV_ERROR);
    body: BYTES
}

enumeration! { VSS_OP "hv_vss_op":
    0 VSS_OP_CREATE, 1 VSS_OP_DELETE, 2 VSS_OP_HOT_BACKUP, 3 VSS_OP_GET_DM_INFO,
    4 VSS_OP_BU_COMPLETE, 5 VSS_OP_FREEZE, 6 VSS_OP_THAW, 7 VSS_OP_AUTO_RECOVER,
    128 VSS_OP_REGISTER, 129 VSS_OP_REGISTER1,
}

enumeration! { VSS_HBU "VSS_HBU":
    0x5 VSS_HBU_NO_AUTO_RECOVERY,
}

structure! { /// What the host asks of snapshots, and how the daemon registers.
    pub packed VSS_MSG "hv_vss_msg":
    operation: U8.of(&VSS_OP),
    reserved: U8.times(7).reserved(),
    flags: U32.of(&VSS_HBU),
}

structure! { /// What the daemon answers.
    pub packed VSS_ANSWER "hv_vss_answer":
    error: U32.of(&HV_ERROR),
    reserved: U8.times(4).reserved(),
    flags: U32.of(&VSS_HBU),
}
