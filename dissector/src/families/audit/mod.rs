//! NETLINK_AUDIT: the audit system is told what to record, and tells what happened.
//!
//! Numbers below 1100 command it; from there on a message is one record, a line of text.
//! The kernel's record to its daemon has an nlmsg_len without the header, see
//! [`Messages::of`](crate::wire::Messages::of).
//!
//! Source: `uapi/linux/audit.h`, `kernel/audit.c`, `kernel/auditfilter.c`; libaudit's
//! `audit-records.h` for the records of user space.

use crate::special::audit::RECORD;
use crate::special::audit::rule::{PATHS, RULE_DATA};
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

pub mod rule;

flags! { AUDIT_STATUS "AUDIT_STATUS":
    0x1 AUDIT_STATUS_ENABLED, 0x2 AUDIT_STATUS_FAILURE, 0x4 AUDIT_STATUS_PID,
    0x8 AUDIT_STATUS_RATE_LIMIT, 0x10 AUDIT_STATUS_BACKLOG_LIMIT,
    0x20 AUDIT_STATUS_BACKLOG_WAIT_TIME, 0x40 AUDIT_STATUS_LOST,
    0x80 AUDIT_STATUS_BACKLOG_WAIT_TIME_ACTUAL,
}

enumeration! { AUDIT_FAIL "AUDIT_FAIL":
    0 AUDIT_FAIL_SILENT, 1 AUDIT_FAIL_PRINTK, 2 AUDIT_FAIL_PANIC,
}

flags! { AUDIT_FEATURE_BITMAP "AUDIT_FEATURE_BITMAP":
    0x1 AUDIT_FEATURE_BITMAP_BACKLOG_LIMIT / AUDIT_VERSION_BACKLOG_LIMIT,
    0x2 AUDIT_FEATURE_BITMAP_BACKLOG_WAIT_TIME / AUDIT_VERSION_BACKLOG_WAIT_TIME,
    0x4 AUDIT_FEATURE_BITMAP_EXECUTABLE_PATH, 0x8 AUDIT_FEATURE_BITMAP_EXCLUDE_EXTEND,
    0x10 AUDIT_FEATURE_BITMAP_SESSIONID_FILTER, 0x20 AUDIT_FEATURE_BITMAP_LOST_RESET,
    0x40 AUDIT_FEATURE_BITMAP_FILTER_FS,
}

structure! { STATUS "audit_status":
    mask: U32.of(&AUDIT_STATUS),
    enabled: U32,
    failure: U32.of(&AUDIT_FAIL),
    pid: U32,
    rate_limit: U32,
    backlog_limit: U32,
    lost: U32,
    backlog: U32,
    feature_bitmap: U32.of(&AUDIT_FEATURE_BITMAP),
    backlog_wait_time: U32.unit(Unit::Jiffies),
    backlog_wait_time_actual: U32.unit(Unit::Jiffies),
}

// the constants are the numbers of the bits
flags! { AUDIT_FEATURE "AUDIT_FEATURE":
    0x1 AUDIT_FEATURE_ONLY_UNSET_LOGINUID, 0x2 AUDIT_FEATURE_LOGINUID_IMMUTABLE,
}

structure! { FEATURES "audit_features":
    vers: U32,
    mask: U32.of(&AUDIT_FEATURE),
    features: U32.of(&AUDIT_FEATURE),
    lock: U32.of(&AUDIT_FEATURE),
}

structure! { TTY_STATUS "audit_tty_status":
    enabled: U32,
    log_passwd: U32,
}

structure! { SIG_INFO "audit_sig_info":
    uid: U32,
    pid: S32;
    ctx: STRING
}

// two strings behind their lengths; the kernel has no struct for it
structure! { MAKE_EQUIV "audit_make_equiv":
    old_len: U32.unit(Unit::Bytes),
    new_len: U32.unit(Unit::Bytes);
    paths: special(&PATHS)
}

const SHORT: When = When::Shorter(1040);

messages! { MESSAGES:
    1000 AUDIT_GET Get, [] (audit_status: structure(&STATUS));
    1001 AUDIT_SET New, [] (audit_status: structure(&STATUS));
    1002 AUDIT_LIST Get, [] -;
    1003 AUDIT_ADD New, [] -;
    1004 AUDIT_DEL Del, [] -;
    1005 AUDIT_USER Other, [] (audit: special(&RECORD));
    1006 AUDIT_LOGIN Other, [] (audit: special(&RECORD));
    1007 AUDIT_WATCH_INS New, [] -;
    1008 AUDIT_WATCH_REM Del, [] -;
    1009 AUDIT_WATCH_LIST Get, [] -;
    1010 AUDIT_SIGNAL_INFO Get, [] (audit_sig_info: structure(&SIG_INFO));
    1011 AUDIT_ADD_RULE New if SHORT, [] (audit_rule_data: structure(&rule::RULE));
    1011 AUDIT_ADD_RULE New, [] (audit_rule_data: special(&RULE_DATA));
    1012 AUDIT_DEL_RULE Del if SHORT, [] (audit_rule_data: structure(&rule::RULE));
    1012 AUDIT_DEL_RULE Del, [] (audit_rule_data: special(&RULE_DATA));
    1013 AUDIT_LIST_RULES Get if SHORT, [] (audit_rule_data: structure(&rule::RULE));
    1013 AUDIT_LIST_RULES Get, [] (audit_rule_data: special(&RULE_DATA));
    1014 AUDIT_TRIM Del, [] -;
    1015 AUDIT_MAKE_EQUIV New, [] (audit_make_equiv: structure(&MAKE_EQUIV));
    1016 AUDIT_TTY_GET Get, [] (audit_tty_status: structure(&TTY_STATUS));
    1017 AUDIT_TTY_SET New, [] (audit_tty_status: structure(&TTY_STATUS));
    1018 AUDIT_SET_FEATURE New, [] (audit_features: structure(&FEATURES));
    1019 AUDIT_GET_FEATURE Get, [] (audit_features: structure(&FEATURES));
    1100 AUDIT_USER_AUTH Other, [] (audit: special(&RECORD));
    1101 AUDIT_USER_ACCT Other, [] (audit: special(&RECORD));
    1102 AUDIT_USER_MGMT Other, [] (audit: special(&RECORD));
    1103 AUDIT_CRED_ACQ Other, [] (audit: special(&RECORD));
    1104 AUDIT_CRED_DISP Other, [] (audit: special(&RECORD));
    1105 AUDIT_USER_START Other, [] (audit: special(&RECORD));
    1106 AUDIT_USER_END Other, [] (audit: special(&RECORD));
    1107 AUDIT_USER_AVC Other, [] (audit: special(&RECORD));
    1108 AUDIT_USER_CHAUTHTOK Other, [] (audit: special(&RECORD));
    1109 AUDIT_USER_ERR Other, [] (audit: special(&RECORD));
    1110 AUDIT_CRED_REFR Other, [] (audit: special(&RECORD));
    1111 AUDIT_USYS_CONFIG Other, [] (audit: special(&RECORD));
    1112 AUDIT_USER_LOGIN Other, [] (audit: special(&RECORD));
    1113 AUDIT_USER_LOGOUT Other, [] (audit: special(&RECORD));
    1114 AUDIT_ADD_USER Other, [] (audit: special(&RECORD));
    1115 AUDIT_DEL_USER Other, [] (audit: special(&RECORD));
    1116 AUDIT_ADD_GROUP Other, [] (audit: special(&RECORD));
    1117 AUDIT_DEL_GROUP Other, [] (audit: special(&RECORD));
    1118 AUDIT_DAC_CHECK Other, [] (audit: special(&RECORD));
    1119 AUDIT_CHGRP_ID Other, [] (audit: special(&RECORD));
    1120 AUDIT_TEST Other, [] (audit: special(&RECORD));
    1121 AUDIT_TRUSTED_APP Other, [] (audit: special(&RECORD));
    1122 AUDIT_USER_SELINUX_ERR Other, [] (audit: special(&RECORD));
    1123 AUDIT_USER_CMD Other, [] (audit: special(&RECORD));
    1124 AUDIT_USER_TTY Other, [] (audit: special(&RECORD));
    1125 AUDIT_CHUSER_ID Other, [] (audit: special(&RECORD));
    1126 AUDIT_GRP_AUTH Other, [] (audit: special(&RECORD));
    1127 AUDIT_SYSTEM_BOOT Other, [] (audit: special(&RECORD));
    1128 AUDIT_SYSTEM_SHUTDOWN Other, [] (audit: special(&RECORD));
    1129 AUDIT_SYSTEM_RUNLEVEL Other, [] (audit: special(&RECORD));
    1130 AUDIT_SERVICE_START Other, [] (audit: special(&RECORD));
    1131 AUDIT_SERVICE_STOP Other, [] (audit: special(&RECORD));
    1132 AUDIT_GRP_MGMT Other, [] (audit: special(&RECORD));
    1133 AUDIT_GRP_CHAUTHTOK Other, [] (audit: special(&RECORD));
    1134 AUDIT_MAC_CHECK Other, [] (audit: special(&RECORD));
    1135 AUDIT_ACCT_LOCK Other, [] (audit: special(&RECORD));
    1136 AUDIT_ACCT_UNLOCK Other, [] (audit: special(&RECORD));
    1137 AUDIT_USER_DEVICE Other, [] (audit: special(&RECORD));
    1138 AUDIT_SOFTWARE_UPDATE Other, [] (audit: special(&RECORD));
    1200 AUDIT_DAEMON_START Other, [] (audit: special(&RECORD));
    1201 AUDIT_DAEMON_END Other, [] (audit: special(&RECORD));
    1202 AUDIT_DAEMON_ABORT Other, [] (audit: special(&RECORD));
    1203 AUDIT_DAEMON_CONFIG Other, [] (audit: special(&RECORD));
    1204 AUDIT_DAEMON_RECONFIG Other, [] (audit: special(&RECORD));
    1205 AUDIT_DAEMON_ROTATE Other, [] (audit: special(&RECORD));
    1206 AUDIT_DAEMON_RESUME Other, [] (audit: special(&RECORD));
    1207 AUDIT_DAEMON_ACCEPT Other, [] (audit: special(&RECORD));
    1208 AUDIT_DAEMON_CLOSE Other, [] (audit: special(&RECORD));
    1209 AUDIT_DAEMON_ERR Other, [] (audit: special(&RECORD));
    1300 AUDIT_SYSCALL Other, [] (audit: special(&RECORD));
    1301 AUDIT_FS_WATCH Other, [] (audit: special(&RECORD));
    1302 AUDIT_PATH Other, [] (audit: special(&RECORD));
    1303 AUDIT_IPC Other, [] (audit: special(&RECORD));
    1304 AUDIT_SOCKETCALL Other, [] (audit: special(&RECORD));
    1305 AUDIT_CONFIG_CHANGE Other, [] (audit: special(&RECORD));
    1306 AUDIT_SOCKADDR Other, [] (audit: special(&RECORD));
    1307 AUDIT_CWD Other, [] (audit: special(&RECORD));
    1309 AUDIT_EXECVE Other, [] (audit: special(&RECORD));
    1311 AUDIT_IPC_SET_PERM Other, [] (audit: special(&RECORD));
    1312 AUDIT_MQ_OPEN Other, [] (audit: special(&RECORD));
    1313 AUDIT_MQ_SENDRECV Other, [] (audit: special(&RECORD));
    1314 AUDIT_MQ_NOTIFY Other, [] (audit: special(&RECORD));
    1315 AUDIT_MQ_GETSETATTR Other, [] (audit: special(&RECORD));
    1316 AUDIT_KERNEL_OTHER Other, [] (audit: special(&RECORD));
    1317 AUDIT_FD_PAIR Other, [] (audit: special(&RECORD));
    1318 AUDIT_OBJ_PID Other, [] (audit: special(&RECORD));
    1319 AUDIT_TTY Other, [] (audit: special(&RECORD));
    1320 AUDIT_EOE Other, [] (audit: special(&RECORD));
    1321 AUDIT_BPRM_FCAPS Other, [] (audit: special(&RECORD));
    1322 AUDIT_CAPSET Other, [] (audit: special(&RECORD));
    1323 AUDIT_MMAP Other, [] (audit: special(&RECORD));
    1324 AUDIT_NETFILTER_PKT Other, [] (audit: special(&RECORD));
    1325 AUDIT_NETFILTER_CFG Other, [] (audit: special(&RECORD));
    1326 AUDIT_SECCOMP Other, [] (audit: special(&RECORD));
    1327 AUDIT_PROCTITLE Other, [] (audit: special(&RECORD));
    1328 AUDIT_FEATURE_CHANGE Other, [] (audit: special(&RECORD));
    1329 AUDIT_REPLACE Other, [] (pid: S32);
    1330 AUDIT_KERN_MODULE Other, [] (audit: special(&RECORD));
    1331 AUDIT_FANOTIFY Other, [] (audit: special(&RECORD));
    1332 AUDIT_TIME_INJOFFSET Other, [] (audit: special(&RECORD));
    1333 AUDIT_TIME_ADJNTPVAL Other, [] (audit: special(&RECORD));
    1334 AUDIT_BPF Other, [] (audit: special(&RECORD));
    1335 AUDIT_EVENT_LISTENER Other, [] (audit: special(&RECORD));
    1336 AUDIT_URINGOP Other, [] (audit: special(&RECORD));
    1337 AUDIT_OPENAT2 Other, [] (audit: special(&RECORD));
    1338 AUDIT_DM_CTRL Other, [] (audit: special(&RECORD));
    1339 AUDIT_DM_EVENT Other, [] (audit: special(&RECORD));
    1400 AUDIT_AVC Other, [] (audit: special(&RECORD));
    1401 AUDIT_SELINUX_ERR Other, [] (audit: special(&RECORD));
    1402 AUDIT_AVC_PATH Other, [] (audit: special(&RECORD));
    1403 AUDIT_MAC_POLICY_LOAD Other, [] (audit: special(&RECORD));
    1404 AUDIT_MAC_STATUS Other, [] (audit: special(&RECORD));
    1405 AUDIT_MAC_CONFIG_CHANGE Other, [] (audit: special(&RECORD));
    1406 AUDIT_MAC_UNLBL_ALLOW Other, [] (audit: special(&RECORD));
    1407 AUDIT_MAC_CIPSOV4_ADD Other, [] (audit: special(&RECORD));
    1408 AUDIT_MAC_CIPSOV4_DEL Other, [] (audit: special(&RECORD));
    1409 AUDIT_MAC_MAP_ADD Other, [] (audit: special(&RECORD));
    1410 AUDIT_MAC_MAP_DEL Other, [] (audit: special(&RECORD));
    1411 AUDIT_MAC_IPSEC_ADDSA Other, [] (audit: special(&RECORD));
    1412 AUDIT_MAC_IPSEC_DELSA Other, [] (audit: special(&RECORD));
    1413 AUDIT_MAC_IPSEC_ADDSPD Other, [] (audit: special(&RECORD));
    1414 AUDIT_MAC_IPSEC_DELSPD Other, [] (audit: special(&RECORD));
    1415 AUDIT_MAC_IPSEC_EVENT Other, [] (audit: special(&RECORD));
    1416 AUDIT_MAC_UNLBL_STCADD Other, [] (audit: special(&RECORD));
    1417 AUDIT_MAC_UNLBL_STCDEL Other, [] (audit: special(&RECORD));
    1418 AUDIT_MAC_CALIPSO_ADD Other, [] (audit: special(&RECORD));
    1419 AUDIT_MAC_CALIPSO_DEL Other, [] (audit: special(&RECORD));
    1420 AUDIT_IPE_ACCESS Other, [] (audit: special(&RECORD));
    1421 AUDIT_IPE_CONFIG_CHANGE Other, [] (audit: special(&RECORD));
    1422 AUDIT_IPE_POLICY_LOAD Other, [] (audit: special(&RECORD));
    1423 AUDIT_LANDLOCK_ACCESS Other, [] (audit: special(&RECORD));
    1424 AUDIT_LANDLOCK_DOMAIN Other, [] (audit: special(&RECORD));
    1425 AUDIT_MAC_TASK_CONTEXTS Other, [] (audit: special(&RECORD));
    1426 AUDIT_MAC_OBJ_CONTEXTS Other, [] (audit: special(&RECORD));
    1500 AUDIT_AA Other, [] (audit: special(&RECORD));
    1501 AUDIT_APPARMOR_AUDIT Other, [] (audit: special(&RECORD));
    1502 AUDIT_APPARMOR_ALLOWED Other, [] (audit: special(&RECORD));
    1503 AUDIT_APPARMOR_DENIED Other, [] (audit: special(&RECORD));
    1504 AUDIT_APPARMOR_HINT Other, [] (audit: special(&RECORD));
    1505 AUDIT_APPARMOR_STATUS Other, [] (audit: special(&RECORD));
    1506 AUDIT_APPARMOR_ERROR Other, [] (audit: special(&RECORD));
    1507 AUDIT_APPARMOR_KILL Other, [] (audit: special(&RECORD));
    1700 AUDIT_ANOM_PROMISCUOUS Other, [] (audit: special(&RECORD));
    1701 AUDIT_ANOM_ABEND Other, [] (audit: special(&RECORD));
    1702 AUDIT_ANOM_LINK Other, [] (audit: special(&RECORD));
    1703 AUDIT_ANOM_CREAT Other, [] (audit: special(&RECORD));
    1800 AUDIT_INTEGRITY_DATA Other, [] (audit: special(&RECORD));
    1801 AUDIT_INTEGRITY_METADATA Other, [] (audit: special(&RECORD));
    1802 AUDIT_INTEGRITY_STATUS Other, [] (audit: special(&RECORD));
    1803 AUDIT_INTEGRITY_HASH Other, [] (audit: special(&RECORD));
    1804 AUDIT_INTEGRITY_PCR Other, [] (audit: special(&RECORD));
    1805 AUDIT_INTEGRITY_RULE Other, [] (audit: special(&RECORD));
    1806 AUDIT_INTEGRITY_EVM_XATTR Other, [] (audit: special(&RECORD));
    1807 AUDIT_INTEGRITY_POLICY_RULE Other, [] (audit: special(&RECORD));
    1808 AUDIT_INTEGRITY_USERSPACE Other, [] (audit: special(&RECORD));
    2000 AUDIT_KERNEL Other, [] (audit: special(&RECORD));
    2100 AUDIT_ANOM_LOGIN_FAILURES Other, [] (audit: special(&RECORD));
    2101 AUDIT_ANOM_LOGIN_TIME Other, [] (audit: special(&RECORD));
    2102 AUDIT_ANOM_LOGIN_SESSIONS Other, [] (audit: special(&RECORD));
    2103 AUDIT_ANOM_LOGIN_ACCT Other, [] (audit: special(&RECORD));
    2104 AUDIT_ANOM_LOGIN_LOCATION Other, [] (audit: special(&RECORD));
    2105 AUDIT_ANOM_MAX_DAC Other, [] (audit: special(&RECORD));
    2106 AUDIT_ANOM_MAX_MAC Other, [] (audit: special(&RECORD));
    2107 AUDIT_ANOM_AMTU_FAIL Other, [] (audit: special(&RECORD));
    2108 AUDIT_ANOM_RBAC_FAIL Other, [] (audit: special(&RECORD));
    2109 AUDIT_ANOM_RBAC_INTEGRITY_FAIL Other, [] (audit: special(&RECORD));
    2110 AUDIT_ANOM_CRYPTO_FAIL Other, [] (audit: special(&RECORD));
    2111 AUDIT_ANOM_ACCESS_FS Other, [] (audit: special(&RECORD));
    2112 AUDIT_ANOM_EXEC Other, [] (audit: special(&RECORD));
    2113 AUDIT_ANOM_MK_EXEC Other, [] (audit: special(&RECORD));
    2114 AUDIT_ANOM_ADD_ACCT Other, [] (audit: special(&RECORD));
    2115 AUDIT_ANOM_DEL_ACCT Other, [] (audit: special(&RECORD));
    2116 AUDIT_ANOM_MOD_ACCT Other, [] (audit: special(&RECORD));
    2117 AUDIT_ANOM_ROOT_TRANS Other, [] (audit: special(&RECORD));
    2118 AUDIT_ANOM_LOGIN_SERVICE Other, [] (audit: special(&RECORD));
    2119 AUDIT_ANOM_LOGIN_ROOT Other, [] (audit: special(&RECORD));
    2120 AUDIT_ANOM_ORIGIN_FAILURES Other, [] (audit: special(&RECORD));
    2121 AUDIT_ANOM_SESSION Other, [] (audit: special(&RECORD));
    2200 AUDIT_RESP_ANOMALY Other, [] (audit: special(&RECORD));
    2201 AUDIT_RESP_ALERT Other, [] (audit: special(&RECORD));
    2202 AUDIT_RESP_KILL_PROC Other, [] (audit: special(&RECORD));
    2203 AUDIT_RESP_TERM_ACCESS Other, [] (audit: special(&RECORD));
    2204 AUDIT_RESP_ACCT_REMOTE Other, [] (audit: special(&RECORD));
    2205 AUDIT_RESP_ACCT_LOCK_TIMED Other, [] (audit: special(&RECORD));
    2206 AUDIT_RESP_ACCT_UNLOCK_TIMED Other, [] (audit: special(&RECORD));
    2207 AUDIT_RESP_ACCT_LOCK Other, [] (audit: special(&RECORD));
    2208 AUDIT_RESP_TERM_LOCK Other, [] (audit: special(&RECORD));
    2209 AUDIT_RESP_SEBOOL Other, [] (audit: special(&RECORD));
    2210 AUDIT_RESP_EXEC Other, [] (audit: special(&RECORD));
    2211 AUDIT_RESP_SINGLE Other, [] (audit: special(&RECORD));
    2212 AUDIT_RESP_HALT Other, [] (audit: special(&RECORD));
    2213 AUDIT_RESP_ORIGIN_BLOCK Other, [] (audit: special(&RECORD));
    2214 AUDIT_RESP_ORIGIN_BLOCK_TIMED Other, [] (audit: special(&RECORD));
    2215 AUDIT_RESP_ORIGIN_UNBLOCK_TIMED Other, [] (audit: special(&RECORD));
    2300 AUDIT_USER_ROLE_CHANGE Other, [] (audit: special(&RECORD));
    2301 AUDIT_ROLE_ASSIGN Other, [] (audit: special(&RECORD));
    2302 AUDIT_ROLE_REMOVE Other, [] (audit: special(&RECORD));
    2303 AUDIT_LABEL_OVERRIDE Other, [] (audit: special(&RECORD));
    2304 AUDIT_LABEL_LEVEL_CHANGE Other, [] (audit: special(&RECORD));
    2305 AUDIT_USER_LABELED_EXPORT Other, [] (audit: special(&RECORD));
    2306 AUDIT_USER_UNLABELED_EXPORT Other, [] (audit: special(&RECORD));
    2307 AUDIT_DEV_ALLOC Other, [] (audit: special(&RECORD));
    2308 AUDIT_DEV_DEALLOC Other, [] (audit: special(&RECORD));
    2309 AUDIT_FS_RELABEL Other, [] (audit: special(&RECORD));
    2310 AUDIT_USER_MAC_POLICY_LOAD Other, [] (audit: special(&RECORD));
    2311 AUDIT_ROLE_MODIFY Other, [] (audit: special(&RECORD));
    2312 AUDIT_USER_MAC_CONFIG_CHANGE Other, [] (audit: special(&RECORD));
    2313 AUDIT_USER_MAC_STATUS Other, [] (audit: special(&RECORD));
    2400 AUDIT_CRYPTO_TEST_USER Other, [] (audit: special(&RECORD));
    2401 AUDIT_CRYPTO_PARAM_CHANGE_USER Other, [] (audit: special(&RECORD));
    2402 AUDIT_CRYPTO_LOGIN Other, [] (audit: special(&RECORD));
    2403 AUDIT_CRYPTO_LOGOUT Other, [] (audit: special(&RECORD));
    2404 AUDIT_CRYPTO_KEY_USER Other, [] (audit: special(&RECORD));
    2405 AUDIT_CRYPTO_FAILURE_USER Other, [] (audit: special(&RECORD));
    2406 AUDIT_CRYPTO_REPLAY_USER Other, [] (audit: special(&RECORD));
    2407 AUDIT_CRYPTO_SESSION Other, [] (audit: special(&RECORD));
    2408 AUDIT_CRYPTO_IKE_SA Other, [] (audit: special(&RECORD));
    2409 AUDIT_CRYPTO_IPSEC_SA Other, [] (audit: special(&RECORD));
    2500 AUDIT_VIRT_CONTROL Other, [] (audit: special(&RECORD));
    2501 AUDIT_VIRT_RESOURCE Other, [] (audit: special(&RECORD));
    2502 AUDIT_VIRT_MACHINE_ID Other, [] (audit: special(&RECORD));
    2503 AUDIT_VIRT_INTEGRITY_CHECK Other, [] (audit: special(&RECORD));
    2504 AUDIT_VIRT_CREATE Other, [] (audit: special(&RECORD));
    2505 AUDIT_VIRT_DESTROY Other, [] (audit: special(&RECORD));
    2506 AUDIT_VIRT_MIGRATE_IN Other, [] (audit: special(&RECORD));
    2507 AUDIT_VIRT_MIGRATE_OUT Other, [] (audit: special(&RECORD));
}

groups! { GROUPS: 1 AUDIT_NLGRP_READLOG }

/// The record of NETLINK_AUDIT.
pub static FAMILY: Family = Family {
    name: crate::name!("audit"),
    protocol: Some(9),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
