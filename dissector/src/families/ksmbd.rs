//! SMBD_GENL: the SMB server asks its daemon in user space for users, shares and more.
//!
//! Source: `fs/smb/server/ksmbd_netlink.h`, `fs/smb/server/transport_ipc.c`.

use crate::special::ksmbd::{INTERFACES, RPC, SHARE_CONFIG, SPNEGO_REQUEST, SPNEGO_RESPONSE};
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use std::borrow::Cow;

flags! { GLOBAL_FLAG "KSMBD_GLOBAL_FLAG":
    0x01 KSMBD_GLOBAL_FLAG_SMB2_LEASES,
    0x02 KSMBD_GLOBAL_FLAG_SMB2_ENCRYPTION,
    0x04 KSMBD_GLOBAL_FLAG_SMB3_MULTICHANNEL,
    0x08 KSMBD_GLOBAL_FLAG_SMB2_ENCRYPTION_OFF,
    0x10 KSMBD_GLOBAL_FLAG_DURABLE_HANDLE,
}

enumeration! { CONFIG_OPT "KSMBD_CONFIG_OPT":
    0 KSMBD_CONFIG_OPT_DISABLED,
    1 KSMBD_CONFIG_OPT_ENABLED,
    2 KSMBD_CONFIG_OPT_AUTO,
    3 KSMBD_CONFIG_OPT_MANDATORY,
}

flags! { USER_FLAG "KSMBD_USER_FLAG":
    0x01 KSMBD_USER_FLAG_OK,
    0x02 KSMBD_USER_FLAG_BAD_PASSWORD,
    0x04 KSMBD_USER_FLAG_BAD_UID,
    0x08 KSMBD_USER_FLAG_BAD_USER,
    0x10 KSMBD_USER_FLAG_GUEST_ACCOUNT,
    0x20 KSMBD_USER_FLAG_DELAY_SESSION,
    0x40 KSMBD_USER_FLAG_EXTENSION,
}

flags! { SHARE_FLAG "KSMBD_SHARE_FLAG":
    0x00001 KSMBD_SHARE_FLAG_AVAILABLE,
    0x00002 KSMBD_SHARE_FLAG_BROWSEABLE,
    0x00004 KSMBD_SHARE_FLAG_WRITEABLE,
    0x00008 KSMBD_SHARE_FLAG_READONLY,
    0x00010 KSMBD_SHARE_FLAG_GUEST_OK,
    0x00020 KSMBD_SHARE_FLAG_GUEST_ONLY,
    0x00040 KSMBD_SHARE_FLAG_STORE_DOS_ATTRS,
    0x00080 KSMBD_SHARE_FLAG_OPLOCKS,
    0x00100 KSMBD_SHARE_FLAG_PIPE,
    0x00200 KSMBD_SHARE_FLAG_HIDE_DOT_FILES,
    0x00400 KSMBD_SHARE_FLAG_INHERIT_OWNER,
    0x00800 KSMBD_SHARE_FLAG_STREAMS,
    0x01000 KSMBD_SHARE_FLAG_FOLLOW_SYMLINKS,
    0x02000 KSMBD_SHARE_FLAG_ACL_XATTR,
    0x04000 KSMBD_SHARE_FLAG_UPDATE,
    0x08000 KSMBD_SHARE_FLAG_CROSSMNT,
    0x10000 KSMBD_SHARE_FLAG_CONTINUOUS_AVAILABILITY,
    0x20000 KSMBD_SHARE_FLAG_HIDE_UNREADABLE,
    0x40000 KSMBD_SHARE_FLAG_TIME_MACHINE,
}

flags! { TREE_CONN_REQUEST "KSMBD_TREE_CONN_FLAG_REQUEST":
    0x1 KSMBD_TREE_CONN_FLAG_REQUEST_IPV6, 0x2 KSMBD_TREE_CONN_FLAG_REQUEST_SMB2,
}

flags! { TREE_CONN_FLAG "KSMBD_TREE_CONN_FLAG":
    0x01 KSMBD_TREE_CONN_FLAG_GUEST_ACCOUNT,
    0x02 KSMBD_TREE_CONN_FLAG_READ_ONLY,
    0x04 KSMBD_TREE_CONN_FLAG_WRITABLE,
    0x08 KSMBD_TREE_CONN_FLAG_ADMIN_ACCOUNT,
    0x10 KSMBD_TREE_CONN_FLAG_UPDATE,
}

enumeration! { TREE_CONN_STATUS "KSMBD_TREE_CONN_STATUS":
    0 KSMBD_TREE_CONN_STATUS_OK,
    1 KSMBD_TREE_CONN_STATUS_NOMEM,
    2 KSMBD_TREE_CONN_STATUS_NO_SHARE,
    3 KSMBD_TREE_CONN_STATUS_NO_USER,
    4 KSMBD_TREE_CONN_STATUS_INVALID_USER,
    5 KSMBD_TREE_CONN_STATUS_HOST_DENIED,
    6 KSMBD_TREE_CONN_STATUS_CONN_EXIST,
    7 KSMBD_TREE_CONN_STATUS_TOO_MANY_CONNS,
    8 KSMBD_TREE_CONN_STATUS_TOO_MANY_SESSIONS,
    9 KSMBD_TREE_CONN_STATUS_ERROR,
}

// those that return something hold the lowest bit too
flags! { RPC_METHOD "KSMBD_RPC":
    0x003 KSMBD_RPC_SRVSVC_METHOD_RETURN,
    0x005 KSMBD_RPC_WKSSVC_METHOD_RETURN,
    0x009 KSMBD_RPC_IOCTL_METHOD,
    0x041 KSMBD_RPC_READ_METHOD,
    0x101 KSMBD_RPC_RAP_METHOD,
    0x401 KSMBD_RPC_SAMR_METHOD_RETURN,
    0x801 KSMBD_RPC_LSARPC_METHOD_RETURN,
    0x001 KSMBD_RPC_METHOD_RETURN,
    0x002 KSMBD_RPC_SRVSVC_METHOD_INVOKE,
    0x004 KSMBD_RPC_WKSSVC_METHOD_INVOKE,
    0x010 KSMBD_RPC_OPEN_METHOD,
    0x020 KSMBD_RPC_WRITE_METHOD,
    0x080 KSMBD_RPC_CLOSE_METHOD,
    0x200 KSMBD_RPC_RESTRICTED_CONTEXT,
    0x400 KSMBD_RPC_SAMR_METHOD_INVOKE,
    0x800 KSMBD_RPC_LSARPC_METHOD_INVOKE,
}

enumeration! { RPC_STATUS "KSMBD_RPC_STATUS":
    0x000 KSMBD_RPC_OK,
    0x001 KSMBD_RPC_EBAD_FUNC,
    0x005 KSMBD_RPC_EACCESS_DENIED,
    0x006 KSMBD_RPC_EBAD_FID,
    0x008 KSMBD_RPC_ENOMEM,
    0x00d KSMBD_RPC_EBAD_DATA,
    0x040 KSMBD_RPC_ENOTIMPLEMENTED,
    0x057 KSMBD_RPC_EINVALID_PARAMETER,
    0x07c KSMBD_RPC_EINVALID_LEVEL,
    0x0ea KSMBD_RPC_EMORE_DATA,
    0x107 KSMBD_RPC_SOME_NOT_MAPPED,
}

structure! { HEARTBEAT "ksmbd_heartbeat":
    handle: U32,
}

structure! { packed STARTUP_REQUEST "ksmbd_startup_request":
    flags: U32.of(&GLOBAL_FLAG),
    signing: S32.of(&CONFIG_OPT),
    min_prot: STRING.times(16),
    max_prot: STRING.times(16),
    netbios_name: STRING.times(16),
    work_group: STRING.times(64),
    server_string: STRING.times(64),
    tcp_port: U16,
    ipc_timeout: U16.unit(Unit::Seconds),
    deadtime: U32.unit(Unit::Minutes),
    file_max: U32,
    smb2_max_write: U32.unit(Unit::Bytes),
    smb2_max_read: U32.unit(Unit::Bytes),
    smb2_max_trans: U32.unit(Unit::Bytes),
    share_fake_fscaps: U32.hex(),
    sub_auth: U32.times(3),
    smb2_max_credits: U32,
    smbd_max_io_size: U32.unit(Unit::Bytes),
    max_connections: U32,
    bind_interfaces_only: BOOL,
    max_ip_connections: U32,
    aapl_model: STRING.times(32),
    reserved: BYTES.times(467).reserved(),
    ifc_list_sz: U32.unit(Unit::Bytes);
    ifc_list: special(&INTERFACES)
}

structure! { SHUTDOWN_REQUEST "ksmbd_shutdown_request":
    reserved: BYTES.times(64).reserved(),
}

structure! { LOGIN_REQUEST "ksmbd_login_request":
    handle: U32,
    account: STRING.times(48),
    reserved: BYTES.times(64).reserved(),
}

structure! { LOGIN_RESPONSE "ksmbd_login_response":
    handle: U32,
    gid: U32,
    uid: U32,
    account: STRING.times(48),
    status: U16.of(&USER_FLAG),
    hash_sz: U16.unit(Unit::Bytes),
    hash: KEY.times(18),
    pad: BYTES.times(2).reserved(),
    reserved: BYTES.times(64).reserved(),
}

structure! { LOGIN_RESPONSE_EXT "ksmbd_login_response_ext":
    handle: U32,
    ngroups: S32,
    reserved: BYTES.times(128).reserved();
    groups: list!(U32)
}

structure! { SHARE_CONFIG_REQUEST "ksmbd_share_config_request":
    handle: U32,
    share_name: STRING.times(64),
    reserved: BYTES.times(64).reserved(),
}

structure! { SHARE_CONFIG_RESPONSE "ksmbd_share_config_response":
    handle: U32,
    flags: U32.of(&SHARE_FLAG),
    create_mask: U16.hex(),
    directory_mask: U16.hex(),
    force_create_mode: U16.hex(),
    force_directory_mode: U16.hex(),
    force_uid: U16,
    force_gid: U16,
    share_name: STRING.times(64),
    reserved: BYTES.times(444).reserved(),
    payload_sz: U32.unit(Unit::Bytes),
    veto_list_sz: U32.unit(Unit::Bytes);
    payload: special(&SHARE_CONFIG)
}

structure! { TREE_CONNECT_REQUEST "ksmbd_tree_connect_request":
    handle: U32,
    account_flags: U16.of(&USER_FLAG),
    flags: U16.of(&TREE_CONN_REQUEST),
    session_id: U64.hex(),
    connect_id: U64.hex(),
    account: STRING.times(48),
    share: STRING.times(64),
    peer_addr: STRING.times(64),
    reserved: BYTES.times(64).reserved(),
}

structure! { TREE_CONNECT_RESPONSE "ksmbd_tree_connect_response":
    handle: U32,
    status: U16.of(&TREE_CONN_STATUS),
    connection_flags: U16.of(&TREE_CONN_FLAG),
    reserved: BYTES.times(64).reserved(),
}

structure! { TREE_DISCONNECT_REQUEST "ksmbd_tree_disconnect_request":
    session_id: U64.hex(),
    connect_id: U64.hex(),
    reserved: BYTES.times(64).reserved(),
}

structure! { LOGOUT_REQUEST "ksmbd_logout_request":
    account: STRING.times(48),
    account_flags: U32.of(&USER_FLAG),
    reserved: BYTES.times(64).reserved(),
}

// a method in a request, a status in a response
select! { RPC_FLAGS number fact(Fact::Command) => {
    13 => U32.of(&RPC_STATUS),
} else U32.of(&RPC_METHOD) }

structure! { RPC_COMMAND "ksmbd_rpc_command":
    handle: U32,
    flags: select(&RPC_FLAGS),
    payload_sz: U32.unit(Unit::Bytes);
    payload: special(&RPC)
}

// the blob begins at byte 6, though the struct has 8
structure! { packed SPNEGO_AUTHEN_REQUEST "ksmbd_spnego_authen_request":
    handle: U32,
    spnego_blob_len: U16.unit(Unit::Bytes);
    spnego_blob: special(&SPNEGO_REQUEST)
}

// of newer kernels session_expiry stands in front of the payload
structure! { SPNEGO_AUTHEN_RESPONSE "ksmbd_spnego_authen_response":
    handle: U32,
    login_response: structure(&LOGIN_RESPONSE),
    session_key_len: U16.unit(Unit::Bytes),
    spnego_blob_len: U16.unit(Unit::Bytes);
    payload: special(&SPNEGO_RESPONSE)
}

// a message has the one attribute that its command names
set! { EVENT "KSMBD_EVENT":
    1 KSMBD_EVENT_HEARTBEAT_REQUEST: structure(&HEARTBEAT),
    2 KSMBD_EVENT_STARTING_UP: structure(&STARTUP_REQUEST),
    3 KSMBD_EVENT_SHUTTING_DOWN: structure(&SHUTDOWN_REQUEST),
    4 KSMBD_EVENT_LOGIN_REQUEST: structure(&LOGIN_REQUEST),
    5 KSMBD_EVENT_LOGIN_RESPONSE: structure(&LOGIN_RESPONSE),
    6 KSMBD_EVENT_SHARE_CONFIG_REQUEST: structure(&SHARE_CONFIG_REQUEST),
    7 KSMBD_EVENT_SHARE_CONFIG_RESPONSE: structure(&SHARE_CONFIG_RESPONSE),
    8 KSMBD_EVENT_TREE_CONNECT_REQUEST: structure(&TREE_CONNECT_REQUEST),
    9 KSMBD_EVENT_TREE_CONNECT_RESPONSE: structure(&TREE_CONNECT_RESPONSE),
    10 KSMBD_EVENT_TREE_DISCONNECT_REQUEST: structure(&TREE_DISCONNECT_REQUEST),
    11 KSMBD_EVENT_LOGOUT_REQUEST: structure(&LOGOUT_REQUEST),
    12 KSMBD_EVENT_RPC_REQUEST: structure(&RPC_COMMAND),
    13 KSMBD_EVENT_RPC_RESPONSE: structure(&RPC_COMMAND),
    14 KSMBD_EVENT_SPNEGO_AUTHEN_REQUEST: structure(&SPNEGO_AUTHEN_REQUEST),
    15 KSMBD_EVENT_SPNEGO_AUTHEN_RESPONSE: structure(&SPNEGO_AUTHEN_RESPONSE),
    16 KSMBD_EVENT_LOGIN_REQUEST_EXT: structure(&LOGIN_REQUEST),
    17 KSMBD_EVENT_LOGIN_RESPONSE_EXT: structure(&LOGIN_RESPONSE_EXT),
}

messages! { MESSAGES:
    1 KSMBD_EVENT_HEARTBEAT_REQUEST Other, [] {EVENT};
    2 KSMBD_EVENT_STARTING_UP Other, [] {EVENT};
    3 KSMBD_EVENT_SHUTTING_DOWN Other, [] {EVENT};
    4 KSMBD_EVENT_LOGIN_REQUEST Other, [] {EVENT};
    5 KSMBD_EVENT_LOGIN_RESPONSE Other, [] {EVENT};
    6 KSMBD_EVENT_SHARE_CONFIG_REQUEST Other, [] {EVENT};
    7 KSMBD_EVENT_SHARE_CONFIG_RESPONSE Other, [] {EVENT};
    8 KSMBD_EVENT_TREE_CONNECT_REQUEST Other, [] {EVENT};
    9 KSMBD_EVENT_TREE_CONNECT_RESPONSE Other, [] {EVENT};
    10 KSMBD_EVENT_TREE_DISCONNECT_REQUEST Other, [] {EVENT};
    11 KSMBD_EVENT_LOGOUT_REQUEST Other, [] {EVENT};
    12 KSMBD_EVENT_RPC_REQUEST Other, [] {EVENT};
    13 KSMBD_EVENT_RPC_RESPONSE Other, [] {EVENT};
    14 KSMBD_EVENT_SPNEGO_AUTHEN_REQUEST Other, [] {EVENT};
    15 KSMBD_EVENT_SPNEGO_AUTHEN_RESPONSE Other, [] {EVENT};
    16 KSMBD_EVENT_LOGIN_REQUEST_EXT Other, [] {EVENT};
    17 KSMBD_EVENT_LOGIN_RESPONSE_EXT Other, [] {EVENT};
}

/// The record of SMBD_GENL.
pub static FAMILY: Family = Family {
    name: crate::name!("SMBD_GENL"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
