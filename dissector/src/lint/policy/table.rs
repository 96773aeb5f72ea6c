//! The kernel's policies (Linux 7.2), each named and placed as its source has it. Written by
//! `tests/policies.py`; what is wrong here is to be mended there.

use super::{Mode, Policy, policy};

policy! { DRBD_ATTACH_NL_POLICY "drbd_attach_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..4:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    3 "DRBD_NLA_DISK_CONF" Nested.of(&DRBD_DISK_CONF_NL_POLICY),
}

policy! { DRBD_CHG_DISK_OPTS_NL_POLICY "drbd_chg_disk_opts_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..4:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    3 "DRBD_NLA_DISK_CONF" Nested.of(&DRBD_DISK_CONF_NL_POLICY),
}

policy! { DRBD_CHG_NET_OPTS_NL_POLICY "drbd_chg_net_opts_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..6:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    5 "DRBD_NLA_NET_CONF" Nested.of(&DRBD_NET_CONF_NL_POLICY),
}

policy! { DRBD_CONNECT_NL_POLICY "drbd_connect_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..6:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    5 "DRBD_NLA_NET_CONF" Nested.of(&DRBD_NET_CONF_NL_POLICY),
}

policy! { DRBD_CONNECTION_INFO_NL_POLICY "drbd_connection_info_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    1 "DRBD_A_CONNECTION_INFO_CONN_CONNECTION_STATE" U32,
    2 "DRBD_A_CONNECTION_INFO_CONN_ROLE" U32,
}

policy! { DRBD_CONNECTION_STATISTICS_NL_POLICY "drbd_connection_statistics_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_CONNECTION_STATISTICS_CONN_CONGESTED" U8,
}

policy! { DRBD_DEL_MINOR_NL_POLICY "drbd_del_minor_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_DEL_RESOURCE_NL_POLICY "drbd_del_resource_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_DETACH_NL_POLICY "drbd_detach_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..14:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    13 "DRBD_NLA_DETACH_PARMS" Nested.of(&DRBD_DETACH_PARMS_NL_POLICY),
}

policy! { DRBD_DETACH_PARMS_NL_POLICY "drbd_detach_parms_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_DETACH_PARMS_FORCE_DETACH" U8,
}

policy! { DRBD_DEVICE_INFO_NL_POLICY "drbd_device_info_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_DEVICE_INFO_DEV_DISK_STATE" U32,
}

policy! { DRBD_DEVICE_STATISTICS_NL_POLICY "drbd_device_statistics_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..15:
    1 "DRBD_A_DEVICE_STATISTICS_DEV_SIZE" U64,
    2 "DRBD_A_DEVICE_STATISTICS_DEV_READ" U64,
    3 "DRBD_A_DEVICE_STATISTICS_DEV_WRITE" U64,
    4 "DRBD_A_DEVICE_STATISTICS_DEV_AL_WRITES" U64,
    5 "DRBD_A_DEVICE_STATISTICS_DEV_BM_WRITES" U64,
    6 "DRBD_A_DEVICE_STATISTICS_DEV_UPPER_PENDING" U32,
    7 "DRBD_A_DEVICE_STATISTICS_DEV_LOWER_PENDING" U32,
    8 "DRBD_A_DEVICE_STATISTICS_DEV_UPPER_BLOCKED" U8,
    9 "DRBD_A_DEVICE_STATISTICS_DEV_LOWER_BLOCKED" U8,
    10 "DRBD_A_DEVICE_STATISTICS_DEV_AL_SUSPENDED" U8,
    11 "DRBD_A_DEVICE_STATISTICS_DEV_EXPOSED_DATA_UUID" U64,
    12 "DRBD_A_DEVICE_STATISTICS_DEV_CURRENT_UUID" U64,
    13 "DRBD_A_DEVICE_STATISTICS_DEV_DISK_FLAGS" U32,
    14 "DRBD_A_DEVICE_STATISTICS_HISTORY_UUIDS" Binary.max(256),
}

policy! { DRBD_DISCONNECT_NL_POLICY "drbd_disconnect_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..13:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    12 "DRBD_NLA_DISCONNECT_PARMS" Nested.of(&DRBD_DISCONNECT_PARMS_NL_POLICY),
}

policy! { DRBD_DISCONNECT_PARMS_NL_POLICY "drbd_disconnect_parms_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_DISCONNECT_PARMS_FORCE_DISCONNECT" U8,
}

policy! { DRBD_DISK_CONF_NL_POLICY "drbd_disk_conf_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..27:
    1 "DRBD_A_DISK_CONF_BACKING_DEV" NulText.len(128),
    2 "DRBD_A_DISK_CONF_META_DEV" NulText.len(128),
    3 "DRBD_A_DISK_CONF_META_DEV_IDX" U32,
    4 "DRBD_A_DISK_CONF_DISK_SIZE" U64,
    5 "DRBD_A_DISK_CONF_MAX_BIO_BVECS" U32,
    6 "DRBD_A_DISK_CONF_ON_IO_ERROR" U32,
    7 "DRBD_A_DISK_CONF_FENCING" U32,
    8 "DRBD_A_DISK_CONF_RESYNC_RATE" U32,
    9 "DRBD_A_DISK_CONF_RESYNC_AFTER" U32,
    10 "DRBD_A_DISK_CONF_AL_EXTENTS" U32,
    11 "DRBD_A_DISK_CONF_C_PLAN_AHEAD" U32,
    12 "DRBD_A_DISK_CONF_C_DELAY_TARGET" U32,
    13 "DRBD_A_DISK_CONF_C_FILL_TARGET" U32,
    14 "DRBD_A_DISK_CONF_C_MAX_RATE" U32,
    15 "DRBD_A_DISK_CONF_C_MIN_RATE" U32,
    16 "DRBD_A_DISK_CONF_DISK_BARRIER" U8,
    17 "DRBD_A_DISK_CONF_DISK_FLUSHES" U8,
    18 "DRBD_A_DISK_CONF_DISK_DRAIN" U8,
    19 "DRBD_A_DISK_CONF_MD_FLUSHES" U8,
    20 "DRBD_A_DISK_CONF_DISK_TIMEOUT" U32,
    21 "DRBD_A_DISK_CONF_READ_BALANCING" U32,
    23 "DRBD_A_DISK_CONF_AL_UPDATES" U8,
    24 "DRBD_A_DISK_CONF_DISCARD_ZEROES_IF_ALIGNED" U8,
    25 "DRBD_A_DISK_CONF_RS_DISCARD_GRANULARITY" U32,
    26 "DRBD_A_DISK_CONF_DISABLE_WRITE_SAME" U8,
}

policy! { DRBD_DOWN_NL_POLICY "drbd_down_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_DRBD_CFG_CONTEXT_NL_POLICY "drbd_drbd_cfg_context_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..5:
    1 "DRBD_A_DRBD_CFG_CONTEXT_CTX_VOLUME" U32,
    2 "DRBD_A_DRBD_CFG_CONTEXT_CTX_RESOURCE_NAME" NulText.len(128),
    3 "DRBD_A_DRBD_CFG_CONTEXT_CTX_MY_ADDR" Binary.max(128),
    4 "DRBD_A_DRBD_CFG_CONTEXT_CTX_PEER_ADDR" Binary.max(128),
}

policy! { DRBD_GET_CONNECTIONS_NL_POLICY "drbd_get_connections_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..22:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    17 "DRBD_NLA_CONNECTION_INFO" Nested.of(&DRBD_CONNECTION_INFO_NL_POLICY),
    21 "DRBD_NLA_CONNECTION_STATISTICS" Nested.of(&DRBD_CONNECTION_STATISTICS_NL_POLICY),
}

policy! { DRBD_GET_DEVICES_NL_POLICY "drbd_get_devices_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..21:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    16 "DRBD_NLA_DEVICE_INFO" Nested.of(&DRBD_DEVICE_INFO_NL_POLICY),
    20 "DRBD_NLA_DEVICE_STATISTICS" Nested.of(&DRBD_DEVICE_STATISTICS_NL_POLICY),
}

policy! { DRBD_GET_INITIAL_STATE_NL_POLICY "drbd_get_initial_state_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_GET_PEER_DEVICES_NL_POLICY "drbd_get_peer_devices_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..23:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    18 "DRBD_NLA_PEER_DEVICE_INFO" Nested.of(&DRBD_PEER_DEVICE_INFO_NL_POLICY),
    22 "DRBD_NLA_PEER_DEVICE_STATISTICS" Nested.of(&DRBD_PEER_DEVICE_STATISTICS_NL_POLICY),
}

policy! { DRBD_GET_RESOURCES_NL_POLICY "drbd_get_resources_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..20:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    15 "DRBD_NLA_RESOURCE_INFO" Nested.of(&DRBD_RESOURCE_INFO_NL_POLICY),
    19 "DRBD_NLA_RESOURCE_STATISTICS" Nested.of(&DRBD_RESOURCE_STATISTICS_NL_POLICY),
}

policy! { DRBD_GET_STATUS_DO_NL_POLICY "drbd_get_status_do_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_GET_STATUS_DUMP_NL_POLICY "drbd_get_status_dump_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_GET_TIMEOUT_TYPE_NL_POLICY "drbd_get_timeout_type_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_INVAL_PEER_NL_POLICY "drbd_inval_peer_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_INVALIDATE_NL_POLICY "drbd_invalidate_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_NET_CONF_NL_POLICY "drbd_net_conf_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..35:
    1 "DRBD_A_NET_CONF_SHARED_SECRET" NulText.len(64),
    2 "DRBD_A_NET_CONF_CRAM_HMAC_ALG" NulText.len(64),
    3 "DRBD_A_NET_CONF_INTEGRITY_ALG" NulText.len(64),
    4 "DRBD_A_NET_CONF_VERIFY_ALG" NulText.len(64),
    5 "DRBD_A_NET_CONF_CSUMS_ALG" NulText.len(64),
    6 "DRBD_A_NET_CONF_WIRE_PROTOCOL" U32,
    7 "DRBD_A_NET_CONF_CONNECT_INT" U32,
    8 "DRBD_A_NET_CONF_TIMEOUT" U32,
    9 "DRBD_A_NET_CONF_PING_INT" U32,
    10 "DRBD_A_NET_CONF_PING_TIMEO" U32,
    11 "DRBD_A_NET_CONF_SNDBUF_SIZE" U32,
    12 "DRBD_A_NET_CONF_RCVBUF_SIZE" U32,
    13 "DRBD_A_NET_CONF_KO_COUNT" U32,
    14 "DRBD_A_NET_CONF_MAX_BUFFERS" U32,
    15 "DRBD_A_NET_CONF_MAX_EPOCH_SIZE" U32,
    16 "DRBD_A_NET_CONF_UNPLUG_WATERMARK" U32,
    17 "DRBD_A_NET_CONF_AFTER_SB_0P" U32,
    18 "DRBD_A_NET_CONF_AFTER_SB_1P" U32,
    19 "DRBD_A_NET_CONF_AFTER_SB_2P" U32,
    20 "DRBD_A_NET_CONF_RR_CONFLICT" U32,
    21 "DRBD_A_NET_CONF_ON_CONGESTION" U32,
    22 "DRBD_A_NET_CONF_CONG_FILL" U32,
    23 "DRBD_A_NET_CONF_CONG_EXTENTS" U32,
    24 "DRBD_A_NET_CONF_TWO_PRIMARIES" U8,
    25 "DRBD_A_NET_CONF_DISCARD_MY_DATA" U8,
    26 "DRBD_A_NET_CONF_TCP_CORK" U8,
    27 "DRBD_A_NET_CONF_ALWAYS_ASBP" U8,
    28 "DRBD_A_NET_CONF_TENTATIVE" U8,
    29 "DRBD_A_NET_CONF_USE_RLE" U8,
    33 "DRBD_A_NET_CONF_CSUMS_AFTER_CRASH_ONLY" U8,
    34 "DRBD_A_NET_CONF_SOCK_CHECK_TIMEO" U32,
}

policy! { DRBD_NEW_C_UUID_NL_POLICY "drbd_new_c_uuid_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..11:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    10 "DRBD_NLA_NEW_C_UUID_PARMS" Nested.of(&DRBD_NEW_C_UUID_PARMS_NL_POLICY),
}

policy! { DRBD_NEW_C_UUID_PARMS_NL_POLICY "drbd_new_c_uuid_parms_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_NEW_C_UUID_PARMS_CLEAR_BM" U8,
}

policy! { DRBD_NEW_MINOR_NL_POLICY "drbd_new_minor_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_NEW_RESOURCE_NL_POLICY "drbd_new_resource_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..5:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    4 "DRBD_NLA_RESOURCE_OPTS" Nested.of(&DRBD_RES_OPTS_NL_POLICY),
}

policy! { DRBD_OUTDATE_NL_POLICY "drbd_outdate_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_PAUSE_SYNC_NL_POLICY "drbd_pause_sync_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_PEER_DEVICE_INFO_NL_POLICY "drbd_peer_device_info_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..6:
    1 "DRBD_A_PEER_DEVICE_INFO_PEER_REPL_STATE" U32,
    2 "DRBD_A_PEER_DEVICE_INFO_PEER_DISK_STATE" U32,
    3 "DRBD_A_PEER_DEVICE_INFO_PEER_RESYNC_SUSP_USER" U32,
    4 "DRBD_A_PEER_DEVICE_INFO_PEER_RESYNC_SUSP_PEER" U32,
    5 "DRBD_A_PEER_DEVICE_INFO_PEER_RESYNC_SUSP_DEPENDENCY" U32,
}

policy! { DRBD_PEER_DEVICE_STATISTICS_NL_POLICY "drbd_peer_device_statistics_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..10:
    1 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_RECEIVED" U64,
    2 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_SENT" U64,
    3 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_PENDING" U32,
    4 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_UNACKED" U32,
    5 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_OUT_OF_SYNC" U64,
    6 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_RESYNC_FAILED" U64,
    7 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_BITMAP_UUID" U64,
    9 "DRBD_A_PEER_DEVICE_STATISTICS_PEER_DEV_FLAGS" U32,
}

policy! { DRBD_PRIMARY_NL_POLICY "drbd_primary_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..7:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    6 "DRBD_NLA_SET_ROLE_PARMS" Nested.of(&DRBD_SET_ROLE_PARMS_NL_POLICY),
}

policy! { DRBD_RES_OPTS_NL_POLICY "drbd_res_opts_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    1 "DRBD_A_RES_OPTS_CPU_MASK" NulText.len(32),
    2 "DRBD_A_RES_OPTS_ON_NO_DATA" U32,
}

policy! { DRBD_RESIZE_NL_POLICY "drbd_resize_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..8:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    7 "DRBD_NLA_RESIZE_PARMS" Nested.of(&DRBD_RESIZE_PARMS_NL_POLICY),
}

policy! { DRBD_RESIZE_PARMS_NL_POLICY "drbd_resize_parms_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..6:
    1 "DRBD_A_RESIZE_PARMS_RESIZE_SIZE" U64,
    2 "DRBD_A_RESIZE_PARMS_RESIZE_FORCE" U8,
    3 "DRBD_A_RESIZE_PARMS_NO_RESYNC" U8,
    4 "DRBD_A_RESIZE_PARMS_AL_STRIPES" U32,
    5 "DRBD_A_RESIZE_PARMS_AL_STRIPE_SIZE" U32,
}

policy! { DRBD_RESOURCE_INFO_NL_POLICY "drbd_resource_info_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..5:
    1 "DRBD_A_RESOURCE_INFO_RES_ROLE" U32,
    2 "DRBD_A_RESOURCE_INFO_RES_SUSP" U8,
    3 "DRBD_A_RESOURCE_INFO_RES_SUSP_NOD" U8,
    4 "DRBD_A_RESOURCE_INFO_RES_SUSP_FEN" U8,
}

policy! { DRBD_RESOURCE_OPTS_NL_POLICY "drbd_resource_opts_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..5:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    4 "DRBD_NLA_RESOURCE_OPTS" Nested.of(&DRBD_RES_OPTS_NL_POLICY),
}

policy! { DRBD_RESOURCE_STATISTICS_NL_POLICY "drbd_resource_statistics_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_RESOURCE_STATISTICS_RES_STAT_WRITE_ORDERING" U32,
}

policy! { DRBD_RESUME_IO_NL_POLICY "drbd_resume_io_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_RESUME_SYNC_NL_POLICY "drbd_resume_sync_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { DRBD_SECONDARY_NL_POLICY "drbd_secondary_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..7:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    6 "DRBD_NLA_SET_ROLE_PARMS" Nested.of(&DRBD_SET_ROLE_PARMS_NL_POLICY),
}

policy! { DRBD_SET_ROLE_PARMS_NL_POLICY "drbd_set_role_parms_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..2:
    1 "DRBD_A_SET_ROLE_PARMS_ASSUME_UPTODATE" U8,
}

policy! { DRBD_START_OV_NL_POLICY "drbd_start_ov_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..10:
    9 "DRBD_NLA_START_OV_PARMS" Nested.of(&DRBD_START_OV_PARMS_NL_POLICY),
}

policy! { DRBD_START_OV_PARMS_NL_POLICY "drbd_start_ov_parms_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    1 "DRBD_A_START_OV_PARMS_OV_START_SECTOR" U64,
    2 "DRBD_A_START_OV_PARMS_OV_STOP_SECTOR" U64,
}

policy! { DRBD_SUSPEND_IO_NL_POLICY "drbd_suspend_io_nl_policy" "drivers/block/drbd/drbd_nl_gen.c" 0..3:
    2 "DRBD_NLA_CFG_CONTEXT" Nested.of(&DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
}

policy! { NBD_ATTR_POLICY "nbd_attr_policy" "drivers/block/nbd.c" 0..11:
    1 "NBD_ATTR_INDEX" U32,
    2 "NBD_ATTR_SIZE_BYTES" U64,
    3 "NBD_ATTR_BLOCK_SIZE_BYTES" U64,
    4 "NBD_ATTR_TIMEOUT" U64,
    5 "NBD_ATTR_SERVER_FLAGS" U64,
    6 "NBD_ATTR_CLIENT_FLAGS" U64,
    7 "NBD_ATTR_SOCKETS" Nested,
    8 "NBD_ATTR_DEAD_CONN_TIMEOUT" U64,
    9 "NBD_ATTR_DEVICE_LIST" Nested,
    10 "NBD_ATTR_BACKEND_IDENTIFIER" Text,
}

policy! { NBD_SOCK_POLICY "nbd_sock_policy" "drivers/block/nbd.c" 0..2:
    1 "NBD_SOCK_FD" U32,
}

policy! { DPLL_DEVICE_GET_NL_POLICY "dpll_device_get_nl_policy" "drivers/dpll/dpll_nl.c" 0..2:
    1 "DPLL_A_ID" U32,
}

policy! { DPLL_DEVICE_ID_GET_NL_POLICY "dpll_device_id_get_nl_policy" "drivers/dpll/dpll_nl.c" 0..10:
    2 "DPLL_A_MODULE_NAME" NulText,
    4 "DPLL_A_CLOCK_ID" U64,
    9 "DPLL_A_TYPE" U32.range(1, 3),
}

policy! { DPLL_DEVICE_SET_NL_POLICY "dpll_device_set_nl_policy" "drivers/dpll/dpll_nl.c" 0..15:
    1 "DPLL_A_ID" U32,
    5 "DPLL_A_MODE" U32.range(1, 2),
    12 "DPLL_A_PHASE_OFFSET_MONITOR" U32.max(1),
    13 "DPLL_A_PHASE_OFFSET_AVG_FACTOR" U32,
    14 "DPLL_A_FREQUENCY_MONITOR" U32.max(1),
}

policy! { DPLL_PIN_GET_DO_NL_POLICY "dpll_pin_get_do_nl_policy" "drivers/dpll/dpll_nl.c" 0..2:
    1 "DPLL_A_PIN_ID" U32,
}

policy! { DPLL_PIN_GET_DUMP_NL_POLICY "dpll_pin_get_dump_nl_policy" "drivers/dpll/dpll_nl.c" 0..2:
    1 "DPLL_A_PIN_ID" U32,
}

policy! { DPLL_PIN_ID_GET_NL_POLICY "dpll_pin_id_get_nl_policy" "drivers/dpll/dpll_nl.c" 0..10:
    3 "DPLL_A_PIN_MODULE_NAME" NulText,
    5 "DPLL_A_PIN_CLOCK_ID" U64,
    6 "DPLL_A_PIN_BOARD_LABEL" NulText,
    7 "DPLL_A_PIN_PANEL_LABEL" NulText,
    8 "DPLL_A_PIN_PACKAGE_LABEL" NulText,
    9 "DPLL_A_PIN_TYPE" U32.range(1, 5),
}

policy! { DPLL_PIN_PARENT_DEVICE_NL_POLICY "dpll_pin_parent_device_nl_policy" "drivers/dpll/dpll_nl.c" 0..33:
    2 "DPLL_A_PIN_PARENT_ID" U32,
    10 "DPLL_A_PIN_DIRECTION" U32.range(1, 2),
    15 "DPLL_A_PIN_PRIO" U32,
    16 "DPLL_A_PIN_STATE" U32.range(1, 3),
    23 "DPLL_A_PIN_PHASE_OFFSET" S64,
    24 "DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET" Sint,
    30 "DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET_PPT" Sint,
    32 "DPLL_A_PIN_OPERSTATE" U32.range(1, 4),
}

policy! { DPLL_PIN_PARENT_PIN_NL_POLICY "dpll_pin_parent_pin_nl_policy" "drivers/dpll/dpll_nl.c" 0..17:
    2 "DPLL_A_PIN_PARENT_ID" U32,
    16 "DPLL_A_PIN_STATE" U32.range(1, 3),
}

policy! { DPLL_PIN_SET_NL_POLICY "dpll_pin_set_nl_policy" "drivers/dpll/dpll_nl.c" 0..29:
    1 "DPLL_A_PIN_ID" U32,
    10 "DPLL_A_PIN_DIRECTION" U32.range(1, 2),
    11 "DPLL_A_PIN_FREQUENCY" U64,
    15 "DPLL_A_PIN_PRIO" U32,
    16 "DPLL_A_PIN_STATE" U32.range(1, 3),
    18 "DPLL_A_PIN_PARENT_DEVICE" Nested.of(&DPLL_PIN_PARENT_DEVICE_NL_POLICY),
    19 "DPLL_A_PIN_PARENT_PIN" Nested.of(&DPLL_PIN_PARENT_PIN_NL_POLICY),
    22 "DPLL_A_PIN_PHASE_ADJUST" S32,
    25 "DPLL_A_PIN_ESYNC_FREQUENCY" U64,
    28 "DPLL_A_PIN_REFERENCE_SYNC" Nested.of(&DPLL_REFERENCE_SYNC_NL_POLICY),
}

policy! { DPLL_REFERENCE_SYNC_NL_POLICY "dpll_reference_sync_nl_policy" "drivers/dpll/dpll_nl.c" 0..17:
    1 "DPLL_A_PIN_ID" U32,
    16 "DPLL_A_PIN_STATE" U32.range(1, 3),
}

policy! { DRM_RAS_CLEAR_ERROR_COUNTER_NL_POLICY "drm_ras_clear_error_counter_nl_policy" "drivers/gpu/drm/drm_ras_nl.c" 0..3:
    1 "DRM_RAS_A_ERROR_COUNTER_ATTRS_NODE_ID" U32,
    2 "DRM_RAS_A_ERROR_COUNTER_ATTRS_ERROR_ID" U32,
}

policy! { DRM_RAS_GET_ERROR_COUNTER_DO_NL_POLICY "drm_ras_get_error_counter_do_nl_policy" "drivers/gpu/drm/drm_ras_nl.c" 0..3:
    1 "DRM_RAS_A_ERROR_COUNTER_ATTRS_NODE_ID" U32,
    2 "DRM_RAS_A_ERROR_COUNTER_ATTRS_ERROR_ID" U32,
}

policy! { DRM_RAS_GET_ERROR_COUNTER_DUMP_NL_POLICY "drm_ras_get_error_counter_dump_nl_policy" "drivers/gpu/drm/drm_ras_nl.c" 0..2:
    1 "DRM_RAS_A_ERROR_COUNTER_ATTRS_NODE_ID" U32,
}

policy! { NLDEV_POLICY "nldev_policy" "drivers/infiniband/core/nldev.c" 0..118:
    1 "RDMA_NLDEV_ATTR_DEV_INDEX" U32,
    2 "RDMA_NLDEV_ATTR_DEV_NAME" NulText.len(64),
    3 "RDMA_NLDEV_ATTR_PORT_INDEX" U32,
    5 "RDMA_NLDEV_ATTR_FW_VERSION" NulText.len(1),
    6 "RDMA_NLDEV_ATTR_NODE_GUID" U64,
    7 "RDMA_NLDEV_ATTR_SYS_IMAGE_GUID" U64,
    8 "RDMA_NLDEV_ATTR_SUBNET_PREFIX" U64,
    9 "RDMA_NLDEV_ATTR_LID" U32,
    10 "RDMA_NLDEV_ATTR_SM_LID" U32,
    11 "RDMA_NLDEV_ATTR_LMC" U8,
    12 "RDMA_NLDEV_ATTR_PORT_STATE" U8,
    13 "RDMA_NLDEV_ATTR_PORT_PHYS_STATE" U8,
    14 "RDMA_NLDEV_ATTR_DEV_NODE_TYPE" U8,
    15 "RDMA_NLDEV_ATTR_RES_SUMMARY" Nested,
    16 "RDMA_NLDEV_ATTR_RES_SUMMARY_ENTRY" Nested,
    17 "RDMA_NLDEV_ATTR_RES_SUMMARY_ENTRY_NAME" NulText.len(1),
    18 "RDMA_NLDEV_ATTR_RES_SUMMARY_ENTRY_CURR" U64,
    19 "RDMA_NLDEV_ATTR_RES_QP" Nested,
    20 "RDMA_NLDEV_ATTR_RES_QP_ENTRY" Nested,
    21 "RDMA_NLDEV_ATTR_RES_LQPN" U32,
    22 "RDMA_NLDEV_ATTR_RES_RQPN" U32,
    23 "RDMA_NLDEV_ATTR_RES_RQ_PSN" U32,
    24 "RDMA_NLDEV_ATTR_RES_SQ_PSN" U32,
    25 "RDMA_NLDEV_ATTR_RES_PATH_MIG_STATE" U8,
    26 "RDMA_NLDEV_ATTR_RES_TYPE" U8,
    27 "RDMA_NLDEV_ATTR_RES_STATE" U8,
    28 "RDMA_NLDEV_ATTR_RES_PID" U32,
    29 "RDMA_NLDEV_ATTR_RES_KERN_NAME" NulText.len(1),
    30 "RDMA_NLDEV_ATTR_RES_CM_ID" Nested,
    31 "RDMA_NLDEV_ATTR_RES_CM_ID_ENTRY" Nested,
    32 "RDMA_NLDEV_ATTR_RES_PS" U32,
    33 "RDMA_NLDEV_ATTR_RES_SRC_ADDR" Unspec.len(128),
    34 "RDMA_NLDEV_ATTR_RES_DST_ADDR" Unspec.len(128),
    35 "RDMA_NLDEV_ATTR_RES_CQ" Nested,
    36 "RDMA_NLDEV_ATTR_RES_CQ_ENTRY" Nested,
    37 "RDMA_NLDEV_ATTR_RES_CQE" U32,
    38 "RDMA_NLDEV_ATTR_RES_USECNT" U64,
    39 "RDMA_NLDEV_ATTR_RES_POLL_CTX" U8,
    40 "RDMA_NLDEV_ATTR_RES_MR" Nested,
    41 "RDMA_NLDEV_ATTR_RES_MR_ENTRY" Nested,
    42 "RDMA_NLDEV_ATTR_RES_RKEY" U32,
    43 "RDMA_NLDEV_ATTR_RES_LKEY" U32,
    44 "RDMA_NLDEV_ATTR_RES_IOVA" U64,
    45 "RDMA_NLDEV_ATTR_RES_MRLEN" U64,
    46 "RDMA_NLDEV_ATTR_RES_PD" Nested,
    47 "RDMA_NLDEV_ATTR_RES_PD_ENTRY" Nested,
    48 "RDMA_NLDEV_ATTR_RES_LOCAL_DMA_LKEY" U32,
    49 "RDMA_NLDEV_ATTR_RES_UNSAFE_GLOBAL_RKEY" U32,
    50 "RDMA_NLDEV_ATTR_NDEV_INDEX" U32,
    51 "RDMA_NLDEV_ATTR_NDEV_NAME" NulText.len(16),
    52 "RDMA_NLDEV_ATTR_DRIVER" Nested,
    53 "RDMA_NLDEV_ATTR_DRIVER_ENTRY" Nested,
    54 "RDMA_NLDEV_ATTR_DRIVER_STRING" NulText.len(1),
    55 "RDMA_NLDEV_ATTR_DRIVER_PRINT_TYPE" U8,
    56 "RDMA_NLDEV_ATTR_DRIVER_S32" S32,
    57 "RDMA_NLDEV_ATTR_DRIVER_U32" U32,
    58 "RDMA_NLDEV_ATTR_DRIVER_S64" S64,
    59 "RDMA_NLDEV_ATTR_DRIVER_U64" U64,
    60 "RDMA_NLDEV_ATTR_RES_PDN" U32,
    61 "RDMA_NLDEV_ATTR_RES_CQN" U32,
    62 "RDMA_NLDEV_ATTR_RES_MRN" U32,
    63 "RDMA_NLDEV_ATTR_RES_CM_IDN" U32,
    64 "RDMA_NLDEV_ATTR_RES_CTXN" U32,
    65 "RDMA_NLDEV_ATTR_LINK_TYPE" NulText.len(16),
    66 "RDMA_NLDEV_SYS_ATTR_NETNS_MODE" U8,
    67 "RDMA_NLDEV_ATTR_DEV_PROTOCOL" NulText.len(1),
    68 "RDMA_NLDEV_NET_NS_FD" U32,
    69 "RDMA_NLDEV_ATTR_CHARDEV_TYPE" NulText.len(32),
    70 "RDMA_NLDEV_ATTR_CHARDEV_NAME" NulText.len(1),
    71 "RDMA_NLDEV_ATTR_CHARDEV_ABI" U64,
    72 "RDMA_NLDEV_ATTR_CHARDEV" U64,
    73 "RDMA_NLDEV_ATTR_UVERBS_DRIVER_ID" U32,
    74 "RDMA_NLDEV_ATTR_STAT_MODE" U32,
    75 "RDMA_NLDEV_ATTR_STAT_RES" U32,
    76 "RDMA_NLDEV_ATTR_STAT_AUTO_MODE_MASK" U32,
    77 "RDMA_NLDEV_ATTR_STAT_COUNTER" Nested,
    78 "RDMA_NLDEV_ATTR_STAT_COUNTER_ENTRY" Nested,
    79 "RDMA_NLDEV_ATTR_STAT_COUNTER_ID" U32,
    80 "RDMA_NLDEV_ATTR_STAT_HWCOUNTERS" Nested,
    81 "RDMA_NLDEV_ATTR_STAT_HWCOUNTER_ENTRY" Nested,
    82 "RDMA_NLDEV_ATTR_STAT_HWCOUNTER_ENTRY_NAME" NulText,
    83 "RDMA_NLDEV_ATTR_STAT_HWCOUNTER_ENTRY_VALUE" U64,
    84 "RDMA_NLDEV_ATTR_DEV_DIM" U8,
    85 "RDMA_NLDEV_ATTR_RES_RAW" Binary,
    86 "RDMA_NLDEV_ATTR_RES_CTX" Nested,
    87 "RDMA_NLDEV_ATTR_RES_CTX_ENTRY" Nested,
    88 "RDMA_NLDEV_ATTR_RES_SRQ" Nested,
    89 "RDMA_NLDEV_ATTR_RES_SRQ_ENTRY" Nested,
    90 "RDMA_NLDEV_ATTR_RES_SRQN" U32,
    91 "RDMA_NLDEV_ATTR_MIN_RANGE" U32,
    92 "RDMA_NLDEV_ATTR_MAX_RANGE" U32,
    93 "RDMA_NLDEV_SYS_ATTR_COPY_ON_FORK" U8,
    94 "RDMA_NLDEV_ATTR_STAT_HWCOUNTER_INDEX" U32,
    95 "RDMA_NLDEV_ATTR_STAT_HWCOUNTER_DYNAMIC" U8,
    96 "RDMA_NLDEV_SYS_ATTR_PRIVILEGED_QKEY_MODE" U8,
    97 "RDMA_NLDEV_ATTR_DRIVER_DETAILS" U8,
    98 "RDMA_NLDEV_ATTR_RES_SUBTYPE" NulText.len(1),
    99 "RDMA_NLDEV_ATTR_DEV_TYPE" U8,
    100 "RDMA_NLDEV_ATTR_PARENT_NAME" NulText,
    101 "RDMA_NLDEV_ATTR_NAME_ASSIGN_TYPE" U8,
    102 "RDMA_NLDEV_ATTR_EVENT_TYPE" U8,
    104 "RDMA_NLDEV_ATTR_STAT_OPCOUNTER_ENABLED" U8,
    105 "RDMA_NLDEV_ATTR_FRMR_POOLS" Nested,
    106 "RDMA_NLDEV_ATTR_FRMR_POOL_ENTRY" Nested,
    107 "RDMA_NLDEV_ATTR_FRMR_POOL_KEY" Nested,
    108 "RDMA_NLDEV_ATTR_FRMR_POOL_KEY_ATS" U8,
    109 "RDMA_NLDEV_ATTR_FRMR_POOL_KEY_ACCESS_FLAGS" U32,
    110 "RDMA_NLDEV_ATTR_FRMR_POOL_KEY_VENDOR_KEY" U64,
    111 "RDMA_NLDEV_ATTR_FRMR_POOL_KEY_NUM_DMA_BLOCKS" U64,
    112 "RDMA_NLDEV_ATTR_FRMR_POOL_QUEUE_HANDLES" U32,
    113 "RDMA_NLDEV_ATTR_FRMR_POOL_MAX_IN_USE" U64,
    114 "RDMA_NLDEV_ATTR_FRMR_POOL_IN_USE" U64,
    115 "RDMA_NLDEV_ATTR_FRMR_POOLS_AGING_PERIOD" U32,
    116 "RDMA_NLDEV_ATTR_FRMR_POOL_PINNED_HANDLES" U32,
    117 "RDMA_NLDEV_ATTR_FRMR_POOL_KEY_KERNEL_VENDOR_KEY" U64,
}

policy! { AMT_POLICY "amt_policy" "drivers/net/amt.c" 0..9:
    1 "IFLA_AMT_MODE" U32,
    2 "IFLA_AMT_RELAY_PORT" U16,
    3 "IFLA_AMT_GATEWAY_PORT" U16,
    4 "IFLA_AMT_LINK" U32,
    5 "IFLA_AMT_LOCAL_IP" Unspec.len(4),
    6 "IFLA_AMT_REMOTE_IP" Unspec.len(4),
    7 "IFLA_AMT_DISCOVERY_IP" Unspec.len(4),
    8 "IFLA_AMT_MAX_TUNNELS" U32,
}

policy! { BAREUDP_POLICY "bareudp_policy" "drivers/net/bareudp.c" 0..5:
    1 "IFLA_BAREUDP_PORT" U16,
    2 "IFLA_BAREUDP_ETHERTYPE" U16,
    3 "IFLA_BAREUDP_SRCPORT_MIN" U16,
    4 "IFLA_BAREUDP_MULTIPROTO_MODE" Flag,
}

policy! { BOND_POLICY "bond_policy" "drivers/net/bonding/bond_netlink.c" 0..35:
    1 "IFLA_BOND_MODE" U8,
    2 "IFLA_BOND_ACTIVE_SLAVE" U32,
    3 "IFLA_BOND_MIIMON" U32,
    4 "IFLA_BOND_UPDELAY" U32,
    5 "IFLA_BOND_DOWNDELAY" U32,
    6 "IFLA_BOND_USE_CARRIER" U8,
    7 "IFLA_BOND_ARP_INTERVAL" U32,
    8 "IFLA_BOND_ARP_IP_TARGET" Nested,
    9 "IFLA_BOND_ARP_VALIDATE" U32,
    10 "IFLA_BOND_ARP_ALL_TARGETS" U32,
    11 "IFLA_BOND_PRIMARY" U32,
    12 "IFLA_BOND_PRIMARY_RESELECT" U8,
    13 "IFLA_BOND_FAIL_OVER_MAC" U8,
    14 "IFLA_BOND_XMIT_HASH_POLICY" U8,
    15 "IFLA_BOND_RESEND_IGMP" U32,
    16 "IFLA_BOND_NUM_PEER_NOTIF" U8,
    17 "IFLA_BOND_ALL_SLAVES_ACTIVE" U8,
    18 "IFLA_BOND_MIN_LINKS" U32,
    19 "IFLA_BOND_LP_INTERVAL" U32,
    20 "IFLA_BOND_PACKETS_PER_SLAVE" U32,
    21 "IFLA_BOND_AD_LACP_RATE" U8,
    22 "IFLA_BOND_AD_SELECT" U8,
    23 "IFLA_BOND_AD_INFO" Nested,
    24 "IFLA_BOND_AD_ACTOR_SYS_PRIO" U16,
    25 "IFLA_BOND_AD_USER_PORT_KEY" U16,
    26 "IFLA_BOND_AD_ACTOR_SYSTEM" Binary.len(6),
    27 "IFLA_BOND_TLB_DYNAMIC_LB" U8,
    28 "IFLA_BOND_PEER_NOTIF_DELAY" U32.range(0, 300000),
    29 "IFLA_BOND_AD_LACP_ACTIVE" U8,
    30 "IFLA_BOND_MISSED_MAX" U8,
    31 "IFLA_BOND_NS_IP6_TARGET" Nested,
    32 "IFLA_BOND_COUPLED_CONTROL" U8,
    33 "IFLA_BOND_BROADCAST_NEIGH" U8,
    34 "IFLA_BOND_LACP_STRICT" U8,
}

policy! { BOND_SLAVE_POLICY "bond_slave_policy" "drivers/net/bonding/bond_netlink.c" 0..13:
    5 "IFLA_BOND_SLAVE_QUEUE_ID" U16,
    9 "IFLA_BOND_SLAVE_PRIO" S32,
    10 "IFLA_BOND_SLAVE_ACTOR_PORT_PRIO" U16,
}

policy! { CAN_POLICY "can_policy" "drivers/net/can/dev/netlink.c" 0..23:
    1 "IFLA_CAN_BITTIMING" Unspec.len(32),
    2 "IFLA_CAN_BITTIMING_CONST" Unspec.len(48),
    3 "IFLA_CAN_CLOCK" Unspec.len(4),
    4 "IFLA_CAN_STATE" U32,
    5 "IFLA_CAN_CTRLMODE" Unspec.len(8),
    6 "IFLA_CAN_RESTART_MS" U32,
    7 "IFLA_CAN_RESTART" U32,
    8 "IFLA_CAN_BERR_COUNTER" Unspec.len(4),
    9 "IFLA_CAN_DATA_BITTIMING" Unspec.len(32),
    10 "IFLA_CAN_DATA_BITTIMING_CONST" Unspec.len(48),
    11 "IFLA_CAN_TERMINATION" U16,
    16 "IFLA_CAN_TDC" Nested,
    17 "IFLA_CAN_CTRLMODE_EXT" Nested,
    18 "IFLA_CAN_XL_DATA_BITTIMING" Unspec.len(32),
    19 "IFLA_CAN_XL_DATA_BITTIMING_CONST" Unspec.len(48),
    21 "IFLA_CAN_XL_TDC" Nested,
    22 "IFLA_CAN_XL_PWM" Nested,
}

policy! { CAN_PWM_POLICY "can_pwm_policy" "drivers/net/can/dev/netlink.c" 0..10:
    1 "IFLA_CAN_PWM_PWMS_MIN" U32,
    2 "IFLA_CAN_PWM_PWMS_MAX" U32,
    3 "IFLA_CAN_PWM_PWML_MIN" U32,
    4 "IFLA_CAN_PWM_PWML_MAX" U32,
    5 "IFLA_CAN_PWM_PWMO_MIN" U32,
    6 "IFLA_CAN_PWM_PWMO_MAX" U32,
    7 "IFLA_CAN_PWM_PWMS" U32,
    8 "IFLA_CAN_PWM_PWML" U32,
    9 "IFLA_CAN_PWM_PWMO" U32,
}

policy! { CAN_TDC_POLICY "can_tdc_policy" "drivers/net/can/dev/netlink.c" 0..10:
    1 "IFLA_CAN_TDC_TDCV_MIN" U32,
    2 "IFLA_CAN_TDC_TDCV_MAX" U32,
    3 "IFLA_CAN_TDC_TDCO_MIN" U32,
    4 "IFLA_CAN_TDC_TDCO_MAX" U32,
    5 "IFLA_CAN_TDC_TDCF_MIN" U32,
    6 "IFLA_CAN_TDC_TDCF_MAX" U32,
    7 "IFLA_CAN_TDC_TDCV" U32,
    8 "IFLA_CAN_TDC_TDCO" U32,
    9 "IFLA_CAN_TDC_TDCF" U32,
}

policy! { VXCAN_POLICY "vxcan_policy" "drivers/net/can/vxcan.c" 0..2:
    1 "VXCAN_INFO_PEER" Unspec.len(16),
}

policy! { RMNET_POLICY "rmnet_policy" "drivers/net/ethernet/qualcomm/rmnet/rmnet_config.c" 0..3:
    1 "IFLA_RMNET_MUX_ID" U16,
    2 "IFLA_RMNET_FLAGS" Unspec.len(8),
}

policy! { GENEVE_POLICY "geneve_policy" "drivers/net/geneve.c" 0..19 from 14:
    1 "IFLA_GENEVE_ID" U32,
    2 "IFLA_GENEVE_REMOTE" Unspec.len(4),
    3 "IFLA_GENEVE_TTL" U8,
    4 "IFLA_GENEVE_TOS" U8,
    5 "IFLA_GENEVE_PORT" U16,
    6 "IFLA_GENEVE_COLLECT_METADATA" Flag,
    7 "IFLA_GENEVE_REMOTE6" Unspec.len(16),
    8 "IFLA_GENEVE_UDP_CSUM" U8,
    9 "IFLA_GENEVE_UDP_ZERO_CSUM6_TX" U8,
    10 "IFLA_GENEVE_UDP_ZERO_CSUM6_RX" U8,
    11 "IFLA_GENEVE_LABEL" U32,
    12 "IFLA_GENEVE_TTL_INHERIT" U8,
    13 "IFLA_GENEVE_DF" U8,
    14 "IFLA_GENEVE_INNER_PROTO_INHERIT" Flag,
    15 "IFLA_GENEVE_PORT_RANGE" Binary.exact(4),
    16 "IFLA_GENEVE_GRO_HINT" Flag,
    17 "IFLA_GENEVE_LOCAL" Be32,
    18 "IFLA_GENEVE_LOCAL6" Binary.exact(16),
}

policy! { GTP_GENL_POLICY "gtp_genl_policy" "drivers/net/gtp.c" 0..14:
    1 "GTPA_LINK" U32,
    2 "GTPA_VERSION" U32,
    3 "GTPA_TID" U64,
    4 "GTPA_PEER_ADDRESS" U32,
    5 "GTPA_MS_ADDRESS" U32,
    6 "GTPA_FLOW" U16,
    7 "GTPA_NET_NS_FD" U32,
    8 "GTPA_I_TEI" U32,
    9 "GTPA_O_TEI" U32,
    11 "GTPA_PEER_ADDR6" Unspec.len(16),
    12 "GTPA_MS_ADDR6" Unspec.len(16),
    13 "GTPA_FAMILY" U8,
}

policy! { GTP_POLICY "gtp_policy" "drivers/net/gtp.c" 0..9:
    1 "IFLA_GTP_FD0" U32,
    2 "IFLA_GTP_FD1" U32,
    3 "IFLA_GTP_PDP_HASHSIZE" U32,
    4 "IFLA_GTP_ROLE" U32,
    5 "IFLA_GTP_CREATE_SOCKETS" U8,
    6 "IFLA_GTP_RESTART_COUNT" U8,
    7 "IFLA_GTP_LOCAL" U32,
    8 "IFLA_GTP_LOCAL6" Unspec.len(16),
}

policy! { HWSIM_EDGE_POLICY "hwsim_edge_policy" "drivers/net/ieee802154/mac802154_hwsim.c" 0..3:
    1 "MAC802154_HWSIM_EDGE_ATTR_ENDPOINT_ID" U32,
    2 "MAC802154_HWSIM_EDGE_ATTR_LQI" U8,
}

policy! { MAC802154_HWSIM_HWSIM_GENL_POLICY "hwsim_genl_policy" "drivers/net/ieee802154/mac802154_hwsim.c" 0..4:
    1 "MAC802154_HWSIM_ATTR_RADIO_ID" U32,
    2 "MAC802154_HWSIM_ATTR_RADIO_EDGE" Nested,
    3 "MAC802154_HWSIM_ATTR_RADIO_EDGES" Nested,
}

policy! { MACSEC_GENL_OFFLOAD_POLICY "macsec_genl_offload_policy" "drivers/net/macsec.c" 0..3:
    1 "MACSEC_OFFLOAD_ATTR_TYPE" U8.max(2),
}

policy! { MACSEC_GENL_POLICY "macsec_genl_policy" "drivers/net/macsec.c" 0..10:
    1 "MACSEC_ATTR_IFINDEX" U32,
    2 "MACSEC_ATTR_RXSC_CONFIG" Nested,
    3 "MACSEC_ATTR_SA_CONFIG" Nested,
    9 "MACSEC_ATTR_OFFLOAD" Nested,
}

policy! { MACSEC_GENL_RXSC_POLICY "macsec_genl_rxsc_policy" "drivers/net/macsec.c" 0..6:
    1 "MACSEC_RXSC_ATTR_SCI" U64,
    2 "MACSEC_RXSC_ATTR_ACTIVE" U8.max(1),
}

policy! { MACSEC_GENL_SA_POLICY "macsec_genl_sa_policy" "drivers/net/macsec.c" 0..10:
    1 "MACSEC_SA_ATTR_AN" U8.max(3),
    2 "MACSEC_SA_ATTR_ACTIVE" U8.max(1),
    3 "MACSEC_SA_ATTR_PN" Uint.min(1),
    4 "MACSEC_SA_ATTR_KEY" Binary.max(128),
    5 "MACSEC_SA_ATTR_KEYID" Binary.exact(16),
    8 "MACSEC_SA_ATTR_SSCI" U32,
    9 "MACSEC_SA_ATTR_SALT" Binary.exact(12),
}

policy! { MACSEC_RTNL_POLICY "macsec_rtnl_policy" "drivers/net/macsec.c" 0..16:
    1 "IFLA_MACSEC_SCI" U64,
    2 "IFLA_MACSEC_PORT" U16,
    3 "IFLA_MACSEC_ICV_LEN" U8.range(8, 16),
    4 "IFLA_MACSEC_CIPHER_SUITE" U64.by_code(),
    5 "IFLA_MACSEC_WINDOW" U32,
    6 "IFLA_MACSEC_ENCODING_SA" U8.max(3),
    7 "IFLA_MACSEC_ENCRYPT" U8.max(1),
    8 "IFLA_MACSEC_PROTECT" U8.max(1),
    9 "IFLA_MACSEC_INC_SCI" U8.max(1),
    10 "IFLA_MACSEC_ES" U8.max(1),
    11 "IFLA_MACSEC_SCB" U8.max(1),
    12 "IFLA_MACSEC_REPLAY_PROTECT" U8.max(1),
    13 "IFLA_MACSEC_VALIDATION" U8.max(2),
    15 "IFLA_MACSEC_OFFLOAD" U8.max(2),
}

policy! { NETKIT_POLICY "netkit_policy" "drivers/net/netkit.c" 0..11:
    1 "IFLA_NETKIT_PEER_INFO" Unspec.len(16),
    2 "IFLA_NETKIT_PRIMARY" Reject,
    3 "IFLA_NETKIT_POLICY" U32,
    4 "IFLA_NETKIT_PEER_POLICY" U32,
    5 "IFLA_NETKIT_MODE" U32.max(1),
    6 "IFLA_NETKIT_SCRUB" U32.max(1),
    7 "IFLA_NETKIT_PEER_SCRUB" U32.max(1),
    8 "IFLA_NETKIT_HEADROOM" U16,
    9 "IFLA_NETKIT_TAILROOM" U16,
    10 "IFLA_NETKIT_PAIRING" U32.max(1),
}

policy! { OVPN_POLICY "ovpn_policy" "drivers/net/ovpn/main.c" 0..2:
    1 "IFLA_OVPN_MODE" U8.range(0, 1),
}

policy! { OVPN_KEY_DEL_NL_POLICY "ovpn_key_del_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..4:
    1 "OVPN_A_IFINDEX" U32,
    3 "OVPN_A_KEYCONF" Nested.of(&OVPN_KEYCONF_DEL_INPUT_NL_POLICY),
}

policy! { OVPN_KEY_GET_NL_POLICY "ovpn_key_get_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..4:
    1 "OVPN_A_IFINDEX" U32,
    3 "OVPN_A_KEYCONF" Nested.of(&OVPN_KEYCONF_GET_NL_POLICY),
}

policy! { OVPN_KEY_NEW_NL_POLICY "ovpn_key_new_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..4:
    1 "OVPN_A_IFINDEX" U32,
    3 "OVPN_A_KEYCONF" Nested.of(&OVPN_KEYCONF_NL_POLICY),
}

policy! { OVPN_KEY_SWAP_NL_POLICY "ovpn_key_swap_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..4:
    1 "OVPN_A_IFINDEX" U32,
    3 "OVPN_A_KEYCONF" Nested.of(&OVPN_KEYCONF_SWAP_INPUT_NL_POLICY),
}

policy! { OVPN_KEYCONF_DEL_INPUT_NL_POLICY "ovpn_keyconf_del_input_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..3:
    1 "OVPN_A_KEYCONF_PEER_ID" U32.range(0, 16777215),
    2 "OVPN_A_KEYCONF_SLOT" U32.max(1),
}

policy! { OVPN_KEYCONF_GET_NL_POLICY "ovpn_keyconf_get_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..5:
    1 "OVPN_A_KEYCONF_PEER_ID" U32.range(0, 16777215),
    2 "OVPN_A_KEYCONF_SLOT" U32.max(1),
    3 "OVPN_A_KEYCONF_KEY_ID" U32.max(7),
    4 "OVPN_A_KEYCONF_CIPHER_ALG" U32.max(2),
}

policy! { OVPN_KEYCONF_NL_POLICY "ovpn_keyconf_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..7:
    1 "OVPN_A_KEYCONF_PEER_ID" U32.range(0, 16777215),
    2 "OVPN_A_KEYCONF_SLOT" U32.max(1),
    3 "OVPN_A_KEYCONF_KEY_ID" U32.max(7),
    4 "OVPN_A_KEYCONF_CIPHER_ALG" U32.max(2),
    5 "OVPN_A_KEYCONF_ENCRYPT_DIR" Nested.of(&OVPN_KEYDIR_NL_POLICY),
    6 "OVPN_A_KEYCONF_DECRYPT_DIR" Nested.of(&OVPN_KEYDIR_NL_POLICY),
}

policy! { OVPN_KEYCONF_SWAP_INPUT_NL_POLICY "ovpn_keyconf_swap_input_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..2:
    1 "OVPN_A_KEYCONF_PEER_ID" U32.range(0, 16777215),
}

policy! { OVPN_KEYDIR_NL_POLICY "ovpn_keydir_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..3:
    1 "OVPN_A_KEYDIR_CIPHER_KEY" Binary.max(256),
    2 "OVPN_A_KEYDIR_NONCE_TAIL" Binary.exact(8),
}

policy! { OVPN_PEER_DEL_INPUT_NL_POLICY "ovpn_peer_del_input_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..2:
    1 "OVPN_A_PEER_ID" U32.range(0, 16777215),
}

policy! { OVPN_PEER_DEL_NL_POLICY "ovpn_peer_del_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..3:
    1 "OVPN_A_IFINDEX" U32,
    2 "OVPN_A_PEER" Nested.of(&OVPN_PEER_DEL_INPUT_NL_POLICY),
}

policy! { OVPN_PEER_GET_DO_NL_POLICY "ovpn_peer_get_do_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..3:
    1 "OVPN_A_IFINDEX" U32,
    2 "OVPN_A_PEER" Nested.of(&OVPN_PEER_NL_POLICY),
}

policy! { OVPN_PEER_GET_DUMP_NL_POLICY "ovpn_peer_get_dump_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..2:
    1 "OVPN_A_IFINDEX" U32,
}

policy! { OVPN_PEER_NEW_INPUT_NL_POLICY "ovpn_peer_new_input_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..25:
    1 "OVPN_A_PEER_ID" U32.range(0, 16777215),
    2 "OVPN_A_PEER_REMOTE_IPV4" Be32,
    3 "OVPN_A_PEER_REMOTE_IPV6" Binary.exact(16),
    4 "OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID" U32,
    5 "OVPN_A_PEER_REMOTE_PORT" Be16.min(1),
    6 "OVPN_A_PEER_SOCKET" U32,
    8 "OVPN_A_PEER_VPN_IPV4" Be32,
    9 "OVPN_A_PEER_VPN_IPV6" Binary.exact(16),
    10 "OVPN_A_PEER_LOCAL_IPV4" Be32,
    11 "OVPN_A_PEER_LOCAL_IPV6" Binary.exact(16),
    13 "OVPN_A_PEER_KEEPALIVE_INTERVAL" U32.range(0, 86400),
    14 "OVPN_A_PEER_KEEPALIVE_TIMEOUT" U32.range(0, 86400),
    24 "OVPN_A_PEER_TX_ID" U32.range(0, 16777215),
}

policy! { OVPN_PEER_NEW_NL_POLICY "ovpn_peer_new_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..3:
    1 "OVPN_A_IFINDEX" U32,
    2 "OVPN_A_PEER" Nested.of(&OVPN_PEER_NEW_INPUT_NL_POLICY),
}

policy! { OVPN_PEER_NL_POLICY "ovpn_peer_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..25:
    1 "OVPN_A_PEER_ID" U32.range(0, 16777215),
    2 "OVPN_A_PEER_REMOTE_IPV4" Be32,
    3 "OVPN_A_PEER_REMOTE_IPV6" Binary.exact(16),
    4 "OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID" U32,
    5 "OVPN_A_PEER_REMOTE_PORT" Be16.min(1),
    6 "OVPN_A_PEER_SOCKET" U32,
    7 "OVPN_A_PEER_SOCKET_NETNSID" S32,
    8 "OVPN_A_PEER_VPN_IPV4" Be32,
    9 "OVPN_A_PEER_VPN_IPV6" Binary.exact(16),
    10 "OVPN_A_PEER_LOCAL_IPV4" Be32,
    11 "OVPN_A_PEER_LOCAL_IPV6" Binary.exact(16),
    12 "OVPN_A_PEER_LOCAL_PORT" Be16.min(1),
    13 "OVPN_A_PEER_KEEPALIVE_INTERVAL" U32.range(0, 86400),
    14 "OVPN_A_PEER_KEEPALIVE_TIMEOUT" U32.range(0, 86400),
    15 "OVPN_A_PEER_DEL_REASON" U32.max(4),
    16 "OVPN_A_PEER_VPN_RX_BYTES" Uint,
    17 "OVPN_A_PEER_VPN_TX_BYTES" Uint,
    18 "OVPN_A_PEER_VPN_RX_PACKETS" Uint,
    19 "OVPN_A_PEER_VPN_TX_PACKETS" Uint,
    20 "OVPN_A_PEER_LINK_RX_BYTES" Uint,
    21 "OVPN_A_PEER_LINK_TX_BYTES" Uint,
    22 "OVPN_A_PEER_LINK_RX_PACKETS" Uint,
    23 "OVPN_A_PEER_LINK_TX_PACKETS" Uint,
    24 "OVPN_A_PEER_TX_ID" U32.range(0, 16777215),
}

policy! { OVPN_PEER_SET_INPUT_NL_POLICY "ovpn_peer_set_input_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..25:
    1 "OVPN_A_PEER_ID" U32.range(0, 16777215),
    2 "OVPN_A_PEER_REMOTE_IPV4" Be32,
    3 "OVPN_A_PEER_REMOTE_IPV6" Binary.exact(16),
    4 "OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID" U32,
    5 "OVPN_A_PEER_REMOTE_PORT" Be16.min(1),
    8 "OVPN_A_PEER_VPN_IPV4" Be32,
    9 "OVPN_A_PEER_VPN_IPV6" Binary.exact(16),
    10 "OVPN_A_PEER_LOCAL_IPV4" Be32,
    11 "OVPN_A_PEER_LOCAL_IPV6" Binary.exact(16),
    13 "OVPN_A_PEER_KEEPALIVE_INTERVAL" U32.range(0, 86400),
    14 "OVPN_A_PEER_KEEPALIVE_TIMEOUT" U32.range(0, 86400),
    24 "OVPN_A_PEER_TX_ID" U32.range(0, 16777215),
}

policy! { OVPN_PEER_SET_NL_POLICY "ovpn_peer_set_nl_policy" "drivers/net/ovpn/netlink-gen.c" 0..3:
    1 "OVPN_A_IFINDEX" U32,
    2 "OVPN_A_PEER" Nested.of(&OVPN_PEER_SET_INPUT_NL_POLICY),
}

policy! { PPP_NL_POLICY "ppp_nl_policy" "drivers/net/ppp/ppp_generic.c" 0..2:
    1 "IFLA_PPP_DEV_FD" S32,
}

policy! { TEAM_ATTR_OPTION_NL_POLICY "team_attr_option_nl_policy" "drivers/net/team/team_nl.c" 0..8:
    1 "TEAM_ATTR_OPTION_NAME" Text.len(32),
    2 "TEAM_ATTR_OPTION_CHANGED" Flag,
    3 "TEAM_ATTR_OPTION_TYPE" U8,
    4 "TEAM_ATTR_OPTION_DATA" Binary,
    5 "TEAM_ATTR_OPTION_REMOVED" Flag,
    6 "TEAM_ATTR_OPTION_PORT_IFINDEX" U32,
    7 "TEAM_ATTR_OPTION_ARRAY_INDEX" U32,
}

policy! { TEAM_ITEM_OPTION_NL_POLICY "team_item_option_nl_policy" "drivers/net/team/team_nl.c" 0..2:
    1 "TEAM_ATTR_ITEM_OPTION" Nested.of(&TEAM_ATTR_OPTION_NL_POLICY),
}

policy! { TEAM_NL_POLICY "team_nl_policy" "drivers/net/team/team_nl.c" 0..3:
    1 "TEAM_ATTR_TEAM_IFINDEX" U32,
    2 "TEAM_ATTR_LIST_OPTION" Nested.of(&TEAM_ITEM_OPTION_NL_POLICY),
}

policy! { VETH_POLICY "veth_policy" "drivers/net/veth.c" 0..2:
    1 "VETH_INFO_PEER" Unspec.len(16),
}

policy! { VRF_NL_POLICY "vrf_nl_policy" "drivers/net/vrf.c" 0..2:
    1 "IFLA_VRF_TABLE" U32,
}

policy! { VXLAN_POLICY "vxlan_policy" "drivers/net/vxlan/vxlan_core.c" 0..35 from 31:
    1 "IFLA_VXLAN_ID" U32,
    2 "IFLA_VXLAN_GROUP" Unspec.len(4),
    3 "IFLA_VXLAN_LINK" U32,
    4 "IFLA_VXLAN_LOCAL" Unspec.len(4),
    5 "IFLA_VXLAN_TTL" U8,
    6 "IFLA_VXLAN_TOS" U8,
    7 "IFLA_VXLAN_LEARNING" U8,
    8 "IFLA_VXLAN_AGEING" U32,
    9 "IFLA_VXLAN_LIMIT" U32,
    10 "IFLA_VXLAN_PORT_RANGE" Unspec.len(4),
    11 "IFLA_VXLAN_PROXY" U8,
    12 "IFLA_VXLAN_RSC" U8,
    13 "IFLA_VXLAN_L2MISS" U8,
    14 "IFLA_VXLAN_L3MISS" U8,
    15 "IFLA_VXLAN_PORT" U16,
    16 "IFLA_VXLAN_GROUP6" Unspec.len(16),
    17 "IFLA_VXLAN_LOCAL6" Unspec.len(16),
    18 "IFLA_VXLAN_UDP_CSUM" U8,
    19 "IFLA_VXLAN_UDP_ZERO_CSUM6_TX" U8,
    20 "IFLA_VXLAN_UDP_ZERO_CSUM6_RX" U8,
    21 "IFLA_VXLAN_REMCSUM_TX" U8,
    22 "IFLA_VXLAN_REMCSUM_RX" U8,
    23 "IFLA_VXLAN_GBP" Flag,
    24 "IFLA_VXLAN_REMCSUM_NOPARTIAL" Flag,
    25 "IFLA_VXLAN_COLLECT_METADATA" U8,
    26 "IFLA_VXLAN_LABEL" U32,
    27 "IFLA_VXLAN_GPE" Flag,
    28 "IFLA_VXLAN_TTL_INHERIT" Flag,
    29 "IFLA_VXLAN_DF" U8,
    30 "IFLA_VXLAN_VNIFILTER" U8,
    31 "IFLA_VXLAN_LOCALBYPASS" U8.max(1),
    32 "IFLA_VXLAN_LABEL_POLICY" U32.max(1),
    33 "IFLA_VXLAN_RESERVED_BITS" Binary.by_code(),
    34 "IFLA_VXLAN_MC_ROUTE" U8.max(1),
}

policy! { VNI_FILTER_ENTRY_POLICY "vni_filter_entry_policy" "drivers/net/vxlan/vxlan_vnifilter.c" 0..6:
    1 "VXLAN_VNIFILTER_ENTRY_START" U32,
    2 "VXLAN_VNIFILTER_ENTRY_END" U32,
    3 "VXLAN_VNIFILTER_ENTRY_GROUP" Binary.exact(4),
    4 "VXLAN_VNIFILTER_ENTRY_GROUP6" Binary.exact(16),
}

policy! { WIREGUARD_GET_DEVICE_NL_POLICY "wireguard_get_device_nl_policy" "drivers/net/wireguard/generated/netlink.c" 0..3:
    1 "WGDEVICE_A_IFINDEX" U32,
    2 "WGDEVICE_A_IFNAME" NulText.len(15),
}

policy! { WIREGUARD_SET_DEVICE_NL_POLICY "wireguard_set_device_nl_policy" "drivers/net/wireguard/generated/netlink.c" 0..9:
    1 "WGDEVICE_A_IFINDEX" U32,
    2 "WGDEVICE_A_IFNAME" NulText.len(15),
    3 "WGDEVICE_A_PRIVATE_KEY" Binary.exact(32),
    4 "WGDEVICE_A_PUBLIC_KEY" Binary.exact(32),
    5 "WGDEVICE_A_FLAGS" U32.mask(0x1),
    6 "WGDEVICE_A_LISTEN_PORT" U16,
    7 "WGDEVICE_A_FWMARK" U32,
    8 "WGDEVICE_A_PEERS" NestedArray.of(&WIREGUARD_WGPEER_NL_POLICY),
}

policy! { WIREGUARD_WGALLOWEDIP_NL_POLICY "wireguard_wgallowedip_nl_policy" "drivers/net/wireguard/generated/netlink.c" 0..5:
    1 "WGALLOWEDIP_A_FAMILY" U16,
    2 "WGALLOWEDIP_A_IPADDR" Binary.min(4),
    3 "WGALLOWEDIP_A_CIDR_MASK" U8,
    4 "WGALLOWEDIP_A_FLAGS" U32.mask(0x1),
}

policy! { WIREGUARD_WGPEER_NL_POLICY "wireguard_wgpeer_nl_policy" "drivers/net/wireguard/generated/netlink.c" 0..11:
    1 "WGPEER_A_PUBLIC_KEY" Binary.exact(32),
    2 "WGPEER_A_PRESHARED_KEY" Binary.exact(32),
    3 "WGPEER_A_FLAGS" U32.mask(0x7),
    4 "WGPEER_A_ENDPOINT" Binary.min(16),
    5 "WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL" U16,
    6 "WGPEER_A_LAST_HANDSHAKE_TIME" Binary.exact(16),
    7 "WGPEER_A_RX_BYTES" U64,
    8 "WGPEER_A_TX_BYTES" U64,
    9 "WGPEER_A_ALLOWEDIPS" NestedArray.of(&WIREGUARD_WGALLOWEDIP_NL_POLICY),
    10 "WGPEER_A_PROTOCOL_VERSION" U32,
}

policy! { HWSIM_FTM_CAPA_POLICY "hwsim_ftm_capa_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..32:
    1 "NL80211_PMSR_FTM_CAPA_ATTR_ASAP" Flag,
    2 "NL80211_PMSR_FTM_CAPA_ATTR_NON_ASAP" Flag,
    3 "NL80211_PMSR_FTM_CAPA_ATTR_REQ_LCI" Flag,
    4 "NL80211_PMSR_FTM_CAPA_ATTR_REQ_CIVICLOC" Flag,
    5 "NL80211_PMSR_FTM_CAPA_ATTR_PREAMBLES" U32,
    6 "NL80211_PMSR_FTM_CAPA_ATTR_BANDWIDTHS" U32,
    7 "NL80211_PMSR_FTM_CAPA_ATTR_MAX_BURSTS_EXPONENT" U8.max(15),
    8 "NL80211_PMSR_FTM_CAPA_ATTR_MAX_FTMS_PER_BURST" U8.max(31),
    9 "NL80211_PMSR_FTM_CAPA_ATTR_TRIGGER_BASED" Flag,
    10 "NL80211_PMSR_FTM_CAPA_ATTR_NON_TRIGGER_BASED" Flag,
    19 "NL80211_PMSR_FTM_CAPA_ATTR_ISTA_CAPS" Nested.of(&HWSIM_FTM_ROLE_CAPA_POLICY),
    20 "NL80211_PMSR_FTM_CAPA_ATTR_RSTA_CAPS" Nested.of(&HWSIM_FTM_ROLE_CAPA_POLICY),
    24 "NL80211_PMSR_FTM_CAPA_ATTR_TYPE_CAPS" Nested.of(&HWSIM_FTM_TYPE_CAPA_POLICY),
    25 "NL80211_PMSR_FTM_CAPA_ATTR_CONCURRENT_ISTA_RSTA_SUPPORT" Flag,
    26 "NL80211_PMSR_FTM_CAPA_ATTR_MAX_NUM_TX_ANTENNAS" U8,
    27 "NL80211_PMSR_FTM_CAPA_ATTR_MAX_NUM_RX_ANTENNAS" U8,
    28 "NL80211_PMSR_FTM_CAPA_ATTR_MIN_INTERVAL_EDCA" U32,
    29 "NL80211_PMSR_FTM_CAPA_ATTR_MIN_INTERVAL_NTB" U32,
    30 "NL80211_PMSR_FTM_CAPA_ATTR_PD_PREAMBLES" U32,
    31 "NL80211_PMSR_FTM_CAPA_ATTR_PD_BANDWIDTHS" U32,
}

policy! { HWSIM_FTM_RESULT_POLICY "hwsim_ftm_result_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..34:
    1 "NL80211_PMSR_FTM_RESP_ATTR_FAIL_REASON" U32,
    2 "NL80211_PMSR_FTM_RESP_ATTR_BURST_INDEX" U16,
    3 "NL80211_PMSR_FTM_RESP_ATTR_NUM_FTMR_ATTEMPTS" U32,
    4 "NL80211_PMSR_FTM_RESP_ATTR_NUM_FTMR_SUCCESSES" U32,
    5 "NL80211_PMSR_FTM_RESP_ATTR_BUSY_RETRY_TIME" U8,
    6 "NL80211_PMSR_FTM_RESP_ATTR_NUM_BURSTS_EXP" U8,
    7 "NL80211_PMSR_FTM_RESP_ATTR_BURST_DURATION" U8,
    8 "NL80211_PMSR_FTM_RESP_ATTR_FTMS_PER_BURST" U8,
    9 "NL80211_PMSR_FTM_RESP_ATTR_RSSI_AVG" U32,
    10 "NL80211_PMSR_FTM_RESP_ATTR_RSSI_SPREAD" U32,
    11 "NL80211_PMSR_FTM_RESP_ATTR_TX_RATE" Nested.of(&HWSIM_RATE_INFO_POLICY),
    12 "NL80211_PMSR_FTM_RESP_ATTR_RX_RATE" Nested.of(&HWSIM_RATE_INFO_POLICY),
    13 "NL80211_PMSR_FTM_RESP_ATTR_RTT_AVG" U64,
    14 "NL80211_PMSR_FTM_RESP_ATTR_RTT_VARIANCE" U64,
    15 "NL80211_PMSR_FTM_RESP_ATTR_RTT_SPREAD" U64,
    16 "NL80211_PMSR_FTM_RESP_ATTR_DIST_AVG" U64,
    17 "NL80211_PMSR_FTM_RESP_ATTR_DIST_VARIANCE" U64,
    18 "NL80211_PMSR_FTM_RESP_ATTR_DIST_SPREAD" U64,
    19 "NL80211_PMSR_FTM_RESP_ATTR_LCI" Text,
    20 "NL80211_PMSR_FTM_RESP_ATTR_CIVICLOC" Text,
    23 "NL80211_PMSR_FTM_RESP_ATTR_TX_LTF_REPETITION_COUNT" U32,
    24 "NL80211_PMSR_FTM_RESP_ATTR_RX_LTF_REPETITION_COUNT" U32,
    25 "NL80211_PMSR_FTM_RESP_ATTR_MAX_TIME_BETWEEN_MEASUREMENTS" U32,
    26 "NL80211_PMSR_FTM_RESP_ATTR_MIN_TIME_BETWEEN_MEASUREMENTS" U32,
    27 "NL80211_PMSR_FTM_RESP_ATTR_NUM_TX_SPATIAL_STREAMS" U8,
    28 "NL80211_PMSR_FTM_RESP_ATTR_NUM_RX_SPATIAL_STREAMS" U8,
    29 "NL80211_PMSR_FTM_RESP_ATTR_NOMINAL_TIME" U32,
    30 "NL80211_PMSR_FTM_RESP_ATTR_AVAILABILITY_WINDOW" U32,
    31 "NL80211_PMSR_FTM_RESP_ATTR_CHANNEL_WIDTH" U32,
    32 "NL80211_PMSR_FTM_RESP_ATTR_PREAMBLE" U32,
    33 "NL80211_PMSR_FTM_RESP_ATTR_IS_DELAYED_LMR" Flag,
}

policy! { HWSIM_FTM_ROLE_CAPA_POLICY "hwsim_ftm_role_capa_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..32:
    21 "NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_NTB" Flag,
    22 "NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_TB" Flag,
    23 "NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_EDCA" Flag,
}

policy! { HWSIM_FTM_TYPE_CAPA_POLICY "hwsim_ftm_type_capa_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..3:
    1 "NL80211_PMSR_FTM_TYPE_CAPA_ATTR_INFRA_SUPPORT" Flag,
    2 "NL80211_PMSR_FTM_TYPE_CAPA_ATTR_PD_SUPPORT" Flag,
}

policy! { MAC80211_HWSIM_MAIN_HWSIM_GENL_POLICY "hwsim_genl_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..32:
    1 "HWSIM_ATTR_ADDR_RECEIVER" Binary.exact_warn(6),
    2 "HWSIM_ATTR_ADDR_TRANSMITTER" Binary.exact_warn(6),
    3 "HWSIM_ATTR_FRAME" Binary.len(2304),
    4 "HWSIM_ATTR_FLAGS" U32,
    5 "HWSIM_ATTR_RX_RATE" U32,
    6 "HWSIM_ATTR_SIGNAL" U32,
    7 "HWSIM_ATTR_TX_INFO" Binary.by_code(),
    8 "HWSIM_ATTR_COOKIE" U64,
    9 "HWSIM_ATTR_CHANNELS" U32,
    10 "HWSIM_ATTR_RADIO_ID" U32,
    11 "HWSIM_ATTR_REG_HINT_ALPHA2" Text.len(2),
    12 "HWSIM_ATTR_REG_CUSTOM_REG" U32,
    13 "HWSIM_ATTR_REG_STRICT_REG" Flag,
    14 "HWSIM_ATTR_SUPPORT_P2P_DEVICE" Flag,
    15 "HWSIM_ATTR_USE_CHANCTX" Flag,
    16 "HWSIM_ATTR_DESTROY_RADIO_ON_CLOSE" Flag,
    17 "HWSIM_ATTR_RADIO_NAME" Text,
    18 "HWSIM_ATTR_NO_VIF" Flag,
    19 "HWSIM_ATTR_FREQ" U32,
    21 "HWSIM_ATTR_TX_INFO_FLAGS" Binary,
    22 "HWSIM_ATTR_PERM_ADDR" Binary.exact_warn(6),
    23 "HWSIM_ATTR_IFTYPE_SUPPORT" U32,
    24 "HWSIM_ATTR_CIPHER_SUPPORT" Binary,
    25 "HWSIM_ATTR_MLO_SUPPORT" Flag,
    26 "HWSIM_ATTR_PMSR_SUPPORT" Nested.of(&HWSIM_PMSR_CAPA_POLICY),
    28 "HWSIM_ATTR_PMSR_RESULT" Nested.of(&HWSIM_PMSR_PEERS_RESULT_POLICY),
    29 "HWSIM_ATTR_MULTI_RADIO" Flag,
    30 "HWSIM_ATTR_SUPPORT_NAN_DEVICE" Flag,
    31 "HWSIM_ATTR_SUPPORT_BACKGROUND_RADAR" Flag,
}

policy! { HWSIM_PMSR_CAPA_POLICY "hwsim_pmsr_capa_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..8:
    1 "NL80211_PMSR_ATTR_MAX_PEERS" U32,
    2 "NL80211_PMSR_ATTR_REPORT_AP_TSF" Flag,
    3 "NL80211_PMSR_ATTR_RANDOMIZE_MAC_ADDR" Flag,
    4 "NL80211_PMSR_ATTR_TYPE_CAPA" Nested.of(&HWSIM_PMSR_CAPA_TYPE_POLICY),
    5 "NL80211_PMSR_ATTR_PEERS" Reject,
}

policy! { HWSIM_PMSR_CAPA_TYPE_POLICY "hwsim_pmsr_capa_type_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..2:
    1 "NL80211_PMSR_TYPE_FTM" Nested.of(&HWSIM_FTM_CAPA_POLICY),
}

policy! { HWSIM_PMSR_PEER_RESULT_POLICY "hwsim_pmsr_peer_result_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..6:
    1 "NL80211_PMSR_PEER_ATTR_ADDR" Binary.exact_warn(6),
    2 "NL80211_PMSR_PEER_ATTR_CHAN" Reject,
    3 "NL80211_PMSR_PEER_ATTR_REQ" Reject,
    4 "NL80211_PMSR_PEER_ATTR_RESP" Nested.of(&HWSIM_PMSR_RESP_POLICY),
}

policy! { HWSIM_PMSR_PEERS_RESULT_POLICY "hwsim_pmsr_peers_result_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..8:
    1 "NL80211_PMSR_ATTR_MAX_PEERS" Reject,
    2 "NL80211_PMSR_ATTR_REPORT_AP_TSF" Reject,
    3 "NL80211_PMSR_ATTR_RANDOMIZE_MAC_ADDR" Reject,
    4 "NL80211_PMSR_ATTR_TYPE_CAPA" Reject,
    5 "NL80211_PMSR_ATTR_PEERS" NestedArray.of(&HWSIM_PMSR_PEER_RESULT_POLICY),
}

policy! { HWSIM_PMSR_RESP_POLICY "hwsim_pmsr_resp_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..7:
    1 "NL80211_PMSR_RESP_ATTR_DATA" Nested.of(&HWSIM_PMSR_RESP_TYPE_POLICY),
    2 "NL80211_PMSR_RESP_ATTR_STATUS" U32,
    3 "NL80211_PMSR_RESP_ATTR_HOST_TIME" U64,
    4 "NL80211_PMSR_RESP_ATTR_AP_TSF" U64,
    5 "NL80211_PMSR_RESP_ATTR_FINAL" Flag,
}

policy! { HWSIM_PMSR_RESP_TYPE_POLICY "hwsim_pmsr_resp_type_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..2:
    1 "NL80211_PMSR_TYPE_FTM" Nested.of(&HWSIM_FTM_RESULT_POLICY),
}

policy! { HWSIM_RATE_INFO_POLICY "hwsim_rate_info_policy" "drivers/net/wireless/virtual/mac80211_hwsim_main.c" 0..12:
    1 "HWSIM_RATE_INFO_ATTR_FLAGS" U8,
    2 "HWSIM_RATE_INFO_ATTR_MCS" U8,
    3 "HWSIM_RATE_INFO_ATTR_LEGACY" U16,
    4 "HWSIM_RATE_INFO_ATTR_NSS" U8,
    5 "HWSIM_RATE_INFO_ATTR_BW" U8,
    6 "HWSIM_RATE_INFO_ATTR_HE_GI" U8,
    7 "HWSIM_RATE_INFO_ATTR_HE_DCM" U8,
    8 "HWSIM_RATE_INFO_ATTR_HE_RU_ALLOC" U8,
    9 "HWSIM_RATE_INFO_ATTR_N_BOUNDED_CH" U8,
    10 "HWSIM_RATE_INFO_ATTR_EHT_GI" U8,
    11 "HWSIM_RATE_INFO_ATTR_EHT_RU_ALLOC" U8,
}

policy! { WWAN_RTNL_POLICY "wwan_rtnl_policy" "drivers/net/wwan/wwan_core.c" 0..2:
    1 "IFLA_WWAN_LINK_ID" U32,
}

policy! { TCMU_ATTR_POLICY "tcmu_attr_policy" "drivers/target/target_core_user.c" 0..10:
    1 "TCMU_ATTR_DEVICE" Text,
    2 "TCMU_ATTR_MINOR" U32,
    7 "TCMU_ATTR_CMD_STATUS" S32,
    8 "TCMU_ATTR_DEVICE_ID" U32,
    9 "TCMU_ATTR_SUPP_KERN_CMD_REPLY" U8,
}

policy! { THERMAL_GENL_POLICY "thermal_genl_policy" "drivers/thermal/thermal_netlink.c" 0..28:
    1 "THERMAL_GENL_ATTR_TZ" Nested,
    2 "THERMAL_GENL_ATTR_TZ_ID" U32,
    3 "THERMAL_GENL_ATTR_TZ_TEMP" U32,
    4 "THERMAL_GENL_ATTR_TZ_TRIP" Nested,
    5 "THERMAL_GENL_ATTR_TZ_TRIP_ID" U32,
    6 "THERMAL_GENL_ATTR_TZ_TRIP_TYPE" U32,
    7 "THERMAL_GENL_ATTR_TZ_TRIP_TEMP" U32,
    8 "THERMAL_GENL_ATTR_TZ_TRIP_HYST" U32,
    9 "THERMAL_GENL_ATTR_TZ_MODE" U32,
    10 "THERMAL_GENL_ATTR_TZ_NAME" Text.len(20),
    11 "THERMAL_GENL_ATTR_TZ_CDEV_WEIGHT" U32,
    12 "THERMAL_GENL_ATTR_TZ_GOV" Nested,
    13 "THERMAL_GENL_ATTR_TZ_GOV_NAME" Text.len(20),
    14 "THERMAL_GENL_ATTR_CDEV" Nested,
    15 "THERMAL_GENL_ATTR_CDEV_ID" U32,
    16 "THERMAL_GENL_ATTR_CDEV_CUR_STATE" U32,
    17 "THERMAL_GENL_ATTR_CDEV_MAX_STATE" U32,
    18 "THERMAL_GENL_ATTR_CDEV_NAME" Text.len(20),
    20 "THERMAL_GENL_ATTR_CPU_CAPABILITY" Nested,
    21 "THERMAL_GENL_ATTR_CPU_CAPABILITY_ID" U32,
    22 "THERMAL_GENL_ATTR_CPU_CAPABILITY_PERFORMANCE" U32,
    23 "THERMAL_GENL_ATTR_CPU_CAPABILITY_EFFICIENCY" U32,
    24 "THERMAL_GENL_ATTR_THRESHOLD" Nested,
    25 "THERMAL_GENL_ATTR_THRESHOLD_TEMP" U32,
    26 "THERMAL_GENL_ATTR_THRESHOLD_DIRECTION" U32,
}

policy! { VDPA_NL_POLICY "vdpa_nl_policy" "drivers/vdpa/vdpa.c" 0..38:
    1 "VDPA_ATTR_MGMTDEV_BUS_NAME" NulText,
    2 "VDPA_ATTR_MGMTDEV_DEV_NAME" Text,
    4 "VDPA_ATTR_DEV_NAME" Text,
    10 "VDPA_ATTR_DEV_NET_CFG_MACADDR" Binary.exact(6),
    12 "VDPA_ATTR_DEV_NET_CFG_MAX_VQP" U16,
    13 "VDPA_ATTR_DEV_NET_CFG_MTU" U16.min(68),
    17 "VDPA_ATTR_DEV_QUEUE_INDEX" U32,
    20 "VDPA_ATTR_DEV_FEATURES" U64,
}

policy! { LOCKD_SERVER_SET_NL_POLICY "lockd_server_set_nl_policy" "fs/lockd/netlink.c" 0..4:
    1 "LOCKD_A_SERVER_GRACETIME" U32,
    2 "LOCKD_A_SERVER_TCP_PORT" U16,
    3 "LOCKD_A_SERVER_UDP_PORT" U16,
}

policy! { NFSD_AUTH_FLAVOR_NL_POLICY "nfsd_auth_flavor_nl_policy" "fs/nfsd/netlink.c" 0..3:
    1 "NFSD_A_AUTH_FLAVOR_PSEUDOFLAVOR" U32,
    2 "NFSD_A_AUTH_FLAVOR_FLAGS" U32.mask(0x3ffff),
}

policy! { NFSD_CACHE_FLUSH_NL_POLICY "nfsd_cache_flush_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_CACHE_FLUSH_MASK" U32.mask(0x3),
}

policy! { NFSD_EXPKEY_NL_POLICY "nfsd_expkey_nl_policy" "fs/nfsd/netlink.c" 0..8:
    1 "NFSD_A_EXPKEY_SEQNO" U64,
    2 "NFSD_A_EXPKEY_CLIENT" NulText,
    3 "NFSD_A_EXPKEY_FSIDTYPE" U8,
    4 "NFSD_A_EXPKEY_FSID" Binary,
    5 "NFSD_A_EXPKEY_NEGATIVE" Flag,
    6 "NFSD_A_EXPKEY_EXPIRY" U64,
    7 "NFSD_A_EXPKEY_PATH" NulText,
}

policy! { NFSD_EXPKEY_SET_REQS_NL_POLICY "nfsd_expkey_set_reqs_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_EXPKEY_REQS_REQUESTS" Nested.of(&NFSD_EXPKEY_NL_POLICY),
}

policy! { NFSD_FSLOCATION_NL_POLICY "nfsd_fslocation_nl_policy" "fs/nfsd/netlink.c" 0..3:
    1 "NFSD_A_FSLOCATION_HOST" NulText,
    2 "NFSD_A_FSLOCATION_PATH" NulText,
}

policy! { NFSD_FSLOCATIONS_NL_POLICY "nfsd_fslocations_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_FSLOCATIONS_LOCATION" Nested.of(&NFSD_FSLOCATION_NL_POLICY),
}

policy! { NFSD_LISTENER_SET_NL_POLICY "nfsd_listener_set_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_SERVER_SOCK_ADDR" Nested.of(&NFSD_SOCK_NL_POLICY),
}

policy! { NFSD_POOL_MODE_SET_NL_POLICY "nfsd_pool_mode_set_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_POOL_MODE_MODE" NulText,
}

policy! { NFSD_SOCK_NL_POLICY "nfsd_sock_nl_policy" "fs/nfsd/netlink.c" 0..3:
    1 "NFSD_A_SOCK_ADDR" Binary,
    2 "NFSD_A_SOCK_TRANSPORT_NAME" NulText,
}

policy! { NFSD_SVC_EXPORT_NL_POLICY "nfsd_svc_export_nl_policy" "fs/nfsd/netlink.c" 0..14:
    1 "NFSD_A_SVC_EXPORT_SEQNO" U64,
    2 "NFSD_A_SVC_EXPORT_CLIENT" NulText,
    3 "NFSD_A_SVC_EXPORT_PATH" NulText,
    4 "NFSD_A_SVC_EXPORT_NEGATIVE" Flag,
    5 "NFSD_A_SVC_EXPORT_EXPIRY" U64,
    6 "NFSD_A_SVC_EXPORT_ANON_UID" U32,
    7 "NFSD_A_SVC_EXPORT_ANON_GID" U32,
    8 "NFSD_A_SVC_EXPORT_FSLOCATIONS" Nested.of(&NFSD_FSLOCATIONS_NL_POLICY),
    9 "NFSD_A_SVC_EXPORT_UUID" Binary,
    10 "NFSD_A_SVC_EXPORT_SECINFO" Nested.of(&NFSD_AUTH_FLAVOR_NL_POLICY),
    11 "NFSD_A_SVC_EXPORT_XPRTSEC" U32.mask(0x7),
    12 "NFSD_A_SVC_EXPORT_FLAGS" U32.mask(0x3ffff),
    13 "NFSD_A_SVC_EXPORT_FSID" S32,
}

policy! { NFSD_SVC_EXPORT_SET_REQS_NL_POLICY "nfsd_svc_export_set_reqs_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_SVC_EXPORT_REQS_REQUESTS" Nested.of(&NFSD_SVC_EXPORT_NL_POLICY),
}

policy! { NFSD_THREADS_SET_NL_POLICY "nfsd_threads_set_nl_policy" "fs/nfsd/netlink.c" 0..7:
    1 "NFSD_A_SERVER_THREADS" U32,
    2 "NFSD_A_SERVER_GRACETIME" U32,
    3 "NFSD_A_SERVER_LEASETIME" U32,
    4 "NFSD_A_SERVER_SCOPE" NulText,
    5 "NFSD_A_SERVER_MIN_THREADS" U32,
    6 "NFSD_A_SERVER_FH_KEY" Binary.exact(16),
}

policy! { NFSD_UNLOCK_EXPORT_NL_POLICY "nfsd_unlock_export_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_UNLOCK_EXPORT_PATH" NulText,
}

policy! { NFSD_UNLOCK_FILESYSTEM_NL_POLICY "nfsd_unlock_filesystem_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_UNLOCK_FILESYSTEM_PATH" NulText,
}

policy! { NFSD_UNLOCK_IP_NL_POLICY "nfsd_unlock_ip_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_UNLOCK_IP_ADDRESS" Binary.min(16),
}

policy! { NFSD_VERSION_NL_POLICY "nfsd_version_nl_policy" "fs/nfsd/netlink.c" 0..4:
    1 "NFSD_A_VERSION_MAJOR" U32,
    2 "NFSD_A_VERSION_MINOR" U32,
    3 "NFSD_A_VERSION_ENABLED" Flag,
}

policy! { NFSD_VERSION_SET_NL_POLICY "nfsd_version_set_nl_policy" "fs/nfsd/netlink.c" 0..2:
    1 "NFSD_A_SERVER_PROTO_VERSION" Nested.of(&NFSD_VERSION_NL_POLICY),
}

policy! { CIFS_GENL_POLICY "cifs_genl_policy" "fs/smb/client/netlink.c" 0..15:
    1 "CIFS_GENL_ATTR_SWN_REGISTRATION_ID" U32,
    2 "CIFS_GENL_ATTR_SWN_NET_NAME" Text,
    3 "CIFS_GENL_ATTR_SWN_SHARE_NAME" Text,
    4 "CIFS_GENL_ATTR_SWN_IP" Unspec.len(128),
    5 "CIFS_GENL_ATTR_SWN_NET_NAME_NOTIFY" Flag,
    6 "CIFS_GENL_ATTR_SWN_SHARE_NAME_NOTIFY" Flag,
    7 "CIFS_GENL_ATTR_SWN_IP_NOTIFY" Flag,
    8 "CIFS_GENL_ATTR_SWN_KRB_AUTH" Flag,
    9 "CIFS_GENL_ATTR_SWN_USER_NAME" Text,
    10 "CIFS_GENL_ATTR_SWN_PASSWORD" Text,
    11 "CIFS_GENL_ATTR_SWN_DOMAIN_NAME" Text,
    12 "CIFS_GENL_ATTR_SWN_NOTIFICATION_TYPE" U32,
    13 "CIFS_GENL_ATTR_SWN_RESOURCE_STATE" U32,
    14 "CIFS_GENL_ATTR_SWN_RESOURCE_NAME" Text,
}

policy! { DEV_ENERGYMODEL_GET_PERF_DOMAINS_NL_POLICY "dev_energymodel_get_perf_domains_nl_policy" "kernel/power/em_netlink_autogen.c" 0..3:
    2 "DEV_ENERGYMODEL_A_PERF_DOMAIN_PERF_DOMAIN_ID" U32,
}

policy! { DEV_ENERGYMODEL_GET_PERF_TABLE_NL_POLICY "dev_energymodel_get_perf_table_nl_policy" "kernel/power/em_netlink_autogen.c" 0..2:
    1 "DEV_ENERGYMODEL_A_PERF_TABLE_PERF_DOMAIN_ID" U32,
}

policy! { CGROUPSTATS_CMD_GET_POLICY "cgroupstats_cmd_get_policy" "kernel/taskstats.c" 0..2:
    1 "CGROUPSTATS_CMD_ATTR_FD" U32,
}

policy! { TASKSTATS_CMD_GET_POLICY "taskstats_cmd_get_policy" "kernel/taskstats.c" 0..5:
    1 "TASKSTATS_CMD_ATTR_PID" U32,
    2 "TASKSTATS_CMD_ATTR_TGID" U32,
    3 "TASKSTATS_CMD_ATTR_REGISTER_CPUMASK" Text,
    4 "TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK" Text,
}

policy! { VLAN_MAP_POLICY "vlan_map_policy" "net/8021q/vlan_netlink.c" 0..2:
    1 "IFLA_VLAN_QOS_MAPPING" Unspec.len(8),
}

policy! { VLAN_NETLINK_VLAN_POLICY "vlan_policy" "net/8021q/vlan_netlink.c" 0..6:
    1 "IFLA_VLAN_ID" U16,
    2 "IFLA_VLAN_FLAGS" Unspec.len(8),
    3 "IFLA_VLAN_EGRESS_QOS" Nested,
    4 "IFLA_VLAN_INGRESS_QOS" Nested,
    5 "IFLA_VLAN_PROTOCOL" U16,
}

policy! { BATADV_IFLA_POLICY "batadv_ifla_policy" "net/batman-adv/mesh-interface.c" 0..2:
    1 "IFLA_BATADV_ALGO_NAME" NulText,
}

policy! { BATADV_NETLINK_POLICY "batadv_netlink_policy" "net/batman-adv/netlink.c" 0..61:
    1 "BATADV_ATTR_VERSION" Text,
    2 "BATADV_ATTR_ALGO_NAME" Text,
    3 "BATADV_ATTR_MESH_IFINDEX" U32,
    4 "BATADV_ATTR_MESH_IFNAME" Text,
    5 "BATADV_ATTR_MESH_ADDRESS" Unspec.len(6),
    6 "BATADV_ATTR_HARD_IFINDEX" U32,
    7 "BATADV_ATTR_HARD_IFNAME" Text,
    8 "BATADV_ATTR_HARD_ADDRESS" Unspec.len(6),
    9 "BATADV_ATTR_ORIG_ADDRESS" Unspec.len(6),
    10 "BATADV_ATTR_TPMETER_RESULT" U8,
    11 "BATADV_ATTR_TPMETER_TEST_TIME" U32,
    12 "BATADV_ATTR_TPMETER_BYTES" U64,
    13 "BATADV_ATTR_TPMETER_COOKIE" U32,
    15 "BATADV_ATTR_ACTIVE" Flag,
    16 "BATADV_ATTR_TT_ADDRESS" Unspec.len(6),
    17 "BATADV_ATTR_TT_TTVN" U8,
    18 "BATADV_ATTR_TT_LAST_TTVN" U8,
    19 "BATADV_ATTR_TT_CRC32" U32,
    20 "BATADV_ATTR_TT_VID" U16,
    21 "BATADV_ATTR_TT_FLAGS" U32,
    22 "BATADV_ATTR_FLAG_BEST" Flag,
    23 "BATADV_ATTR_LAST_SEEN_MSECS" U32,
    24 "BATADV_ATTR_NEIGH_ADDRESS" Unspec.len(6),
    25 "BATADV_ATTR_TQ" U8,
    26 "BATADV_ATTR_THROUGHPUT" U32,
    27 "BATADV_ATTR_BANDWIDTH_UP" U32,
    28 "BATADV_ATTR_BANDWIDTH_DOWN" U32,
    29 "BATADV_ATTR_ROUTER" Unspec.len(6),
    30 "BATADV_ATTR_BLA_OWN" Flag,
    31 "BATADV_ATTR_BLA_ADDRESS" Unspec.len(6),
    32 "BATADV_ATTR_BLA_VID" U16,
    33 "BATADV_ATTR_BLA_BACKBONE" Unspec.len(6),
    34 "BATADV_ATTR_BLA_CRC" U16,
    35 "BATADV_ATTR_DAT_CACHE_IP4ADDRESS" U32,
    36 "BATADV_ATTR_DAT_CACHE_HWADDRESS" Unspec.len(6),
    37 "BATADV_ATTR_DAT_CACHE_VID" U16,
    38 "BATADV_ATTR_MCAST_FLAGS" U32,
    39 "BATADV_ATTR_MCAST_FLAGS_PRIV" U32,
    40 "BATADV_ATTR_VLANID" U16,
    41 "BATADV_ATTR_AGGREGATED_OGMS_ENABLED" U8,
    42 "BATADV_ATTR_AP_ISOLATION_ENABLED" U8,
    43 "BATADV_ATTR_ISOLATION_MARK" U32,
    44 "BATADV_ATTR_ISOLATION_MASK" U32,
    45 "BATADV_ATTR_BONDING_ENABLED" U8,
    46 "BATADV_ATTR_BRIDGE_LOOP_AVOIDANCE_ENABLED" U8,
    47 "BATADV_ATTR_DISTRIBUTED_ARP_TABLE_ENABLED" U8,
    48 "BATADV_ATTR_FRAGMENTATION_ENABLED" U8,
    49 "BATADV_ATTR_GW_BANDWIDTH_DOWN" U32,
    50 "BATADV_ATTR_GW_BANDWIDTH_UP" U32,
    51 "BATADV_ATTR_GW_MODE" U8,
    52 "BATADV_ATTR_GW_SEL_CLASS" U32,
    53 "BATADV_ATTR_HOP_PENALTY" U8,
    54 "BATADV_ATTR_LOG_LEVEL" U32,
    55 "BATADV_ATTR_MULTICAST_FORCEFLOOD_ENABLED" U8,
    57 "BATADV_ATTR_ORIG_INTERVAL" U32,
    58 "BATADV_ATTR_ELP_INTERVAL" U32,
    59 "BATADV_ATTR_THROUGHPUT_OVERRIDE" U32,
    60 "BATADV_ATTR_MULTICAST_FANOUT" U32,
}

policy! { BR_NDA_FDB_POL "br_nda_fdb_pol" "net/bridge/br_fdb.c" 0..3:
    1 "NFEA_ACTIVITY_NOTIFY" U8,
    2 "NFEA_DONT_REFRESH" Flag,
}

policy! { BR_MST_NL_POLICY "br_mst_nl_policy" "net/bridge/br_mst.c" 0..3:
    1 "IFLA_BRIDGE_MST_ENTRY_MSTI" U16.range(1, 4095),
    2 "IFLA_BRIDGE_MST_ENTRY_STATE" U8.range(0, 4),
}

policy! { BR_POLICY "br_policy" "net/bridge/br_netlink.c" 0..51 from 48:
    1 "IFLA_BR_FORWARD_DELAY" U32,
    2 "IFLA_BR_HELLO_TIME" U32,
    3 "IFLA_BR_MAX_AGE" U32,
    4 "IFLA_BR_AGEING_TIME" U32,
    5 "IFLA_BR_STP_STATE" U32,
    6 "IFLA_BR_PRIORITY" U16,
    7 "IFLA_BR_VLAN_FILTERING" U8,
    8 "IFLA_BR_VLAN_PROTOCOL" U16,
    9 "IFLA_BR_GROUP_FWD_MASK" U16,
    20 "IFLA_BR_GROUP_ADDR" Binary.len(6),
    22 "IFLA_BR_MCAST_ROUTER" U8,
    23 "IFLA_BR_MCAST_SNOOPING" U8,
    24 "IFLA_BR_MCAST_QUERY_USE_IFADDR" U8,
    25 "IFLA_BR_MCAST_QUERIER" U8,
    26 "IFLA_BR_MCAST_HASH_ELASTICITY" U32,
    27 "IFLA_BR_MCAST_HASH_MAX" U32,
    28 "IFLA_BR_MCAST_LAST_MEMBER_CNT" U32,
    29 "IFLA_BR_MCAST_STARTUP_QUERY_CNT" U32,
    30 "IFLA_BR_MCAST_LAST_MEMBER_INTVL" U64,
    31 "IFLA_BR_MCAST_MEMBERSHIP_INTVL" U64,
    32 "IFLA_BR_MCAST_QUERIER_INTVL" U64,
    33 "IFLA_BR_MCAST_QUERY_INTVL" U64,
    34 "IFLA_BR_MCAST_QUERY_RESPONSE_INTVL" U64,
    35 "IFLA_BR_MCAST_STARTUP_QUERY_INTVL" U64,
    36 "IFLA_BR_NF_CALL_IPTABLES" U8,
    37 "IFLA_BR_NF_CALL_IP6TABLES" U8,
    38 "IFLA_BR_NF_CALL_ARPTABLES" U8,
    39 "IFLA_BR_VLAN_DEFAULT_PVID" U16,
    41 "IFLA_BR_VLAN_STATS_ENABLED" U8,
    42 "IFLA_BR_MCAST_STATS_ENABLED" U8,
    43 "IFLA_BR_MCAST_IGMP_VERSION" U8,
    44 "IFLA_BR_MCAST_MLD_VERSION" U8,
    45 "IFLA_BR_VLAN_STATS_PER_PORT" U8,
    46 "IFLA_BR_MULTI_BOOLOPT" Binary.exact(8),
    48 "IFLA_BR_FDB_N_LEARNED" Reject,
    49 "IFLA_BR_FDB_MAX_LEARNED" U32,
    50 "IFLA_BR_STP_MODE" U32.range(0, 2),
}

policy! { BR_PORT_POLICY "br_port_policy" "net/bridge/br_netlink.c" 0..46 from 38:
    1 "IFLA_BRPORT_STATE" U8,
    2 "IFLA_BRPORT_PRIORITY" U16,
    3 "IFLA_BRPORT_COST" U32,
    4 "IFLA_BRPORT_MODE" U8,
    5 "IFLA_BRPORT_GUARD" U8,
    6 "IFLA_BRPORT_PROTECT" U8,
    7 "IFLA_BRPORT_FAST_LEAVE" U8,
    8 "IFLA_BRPORT_LEARNING" U8,
    9 "IFLA_BRPORT_UNICAST_FLOOD" U8,
    10 "IFLA_BRPORT_PROXYARP" U8,
    12 "IFLA_BRPORT_PROXYARP_WIFI" U8,
    25 "IFLA_BRPORT_MULTICAST_ROUTER" U8,
    27 "IFLA_BRPORT_MCAST_FLOOD" U8,
    28 "IFLA_BRPORT_MCAST_TO_UCAST" U8,
    29 "IFLA_BRPORT_VLAN_TUNNEL" U8,
    30 "IFLA_BRPORT_BCAST_FLOOD" U8,
    31 "IFLA_BRPORT_GROUP_FWD_MASK" U16,
    32 "IFLA_BRPORT_NEIGH_SUPPRESS" U8,
    33 "IFLA_BRPORT_ISOLATED" U8,
    34 "IFLA_BRPORT_BACKUP_PORT" U32,
    37 "IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT" U32,
    39 "IFLA_BRPORT_LOCKED" U8,
    40 "IFLA_BRPORT_MAB" U8,
    41 "IFLA_BRPORT_MCAST_N_GROUPS" Reject,
    42 "IFLA_BRPORT_MCAST_MAX_GROUPS" U32,
    43 "IFLA_BRPORT_NEIGH_VLAN_SUPPRESS" U8.max(1),
    44 "IFLA_BRPORT_BACKUP_NHID" U32,
    45 "IFLA_BRPORT_NEIGH_FORWARD_GRAT" U8.max(1),
}

policy! { VLAN_TUNNEL_POLICY "vlan_tunnel_policy" "net/bridge/br_netlink_tunnel.c" 0..4 from 4:
    1 "IFLA_BRIDGE_VLAN_TUNNEL_ID" U32,
    2 "IFLA_BRIDGE_VLAN_TUNNEL_VID" U16,
    3 "IFLA_BRIDGE_VLAN_TUNNEL_FLAGS" U16,
}

policy! { BR_VLAN_DB_POLICY "br_vlan_db_policy" "net/bridge/br_vlan.c" 0..11:
    1 "BRIDGE_VLANDB_ENTRY_INFO" Binary.exact(4),
    2 "BRIDGE_VLANDB_ENTRY_RANGE" U16,
    3 "BRIDGE_VLANDB_ENTRY_STATE" U8,
    4 "BRIDGE_VLANDB_ENTRY_TUNNEL_INFO" Nested,
    6 "BRIDGE_VLANDB_ENTRY_MCAST_ROUTER" U8,
    7 "BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS" Reject,
    8 "BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS" U32,
    9 "BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS" U8.max(1),
    10 "BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT" U8.max(1),
}

policy! { BR_VLAN_DB_GPOL "br_vlan_db_gpol" "net/bridge/br_vlan_options.c" 0..19:
    1 "BRIDGE_VLANDB_GOPTS_ID" U16,
    2 "BRIDGE_VLANDB_GOPTS_RANGE" U16,
    3 "BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING" U8,
    4 "BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION" U8,
    5 "BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION" U8,
    6 "BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT" U32,
    7 "BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT" U32,
    8 "BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL" U64,
    10 "BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL" U64,
    11 "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL" U64,
    12 "BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL" U64,
    13 "BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL" U64,
    14 "BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL" U64,
    15 "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER" U8,
    18 "BRIDGE_VLANDB_GOPTS_MSTI" U16.max(4095),
}

policy! { BR_VLANDB_TINFO_POL "br_vlandb_tinfo_pol" "net/bridge/br_vlan_options.c" 0..3:
    1 "BRIDGE_VLANDB_TINFO_ID" U32,
    2 "BRIDGE_VLANDB_TINFO_CMD" U32,
}

policy! { NET_DM_NL_POLICY "net_dm_nl_policy" "net/core/drop_monitor.c" 0..24 from 1:
    1 "NET_DM_ATTR_ALERT_MODE" U8,
    9 "NET_DM_ATTR_TRUNC_LEN" U32,
    11 "NET_DM_ATTR_QUEUE_LEN" U32,
    20 "NET_DM_ATTR_SW_DROPS" Unspec,
    21 "NET_DM_ATTR_HW_DROPS" Unspec,
}

policy! { FIB_RULE_POLICY "fib_rule_policy" "net/core/fib_rules.c" 0..31 from 25:
    3 "FRA_IIFNAME" Text.len(15),
    4 "FRA_GOTO" U32,
    6 "FRA_PRIORITY" U32,
    10 "FRA_FWMARK" U32,
    11 "FRA_FLOW" U32,
    12 "FRA_TUN_ID" U64,
    13 "FRA_SUPPRESS_IFGROUP" U32,
    14 "FRA_SUPPRESS_PREFIXLEN" U32,
    15 "FRA_TABLE" U32,
    16 "FRA_FWMASK" U32,
    17 "FRA_OIFNAME" Text.len(15),
    19 "FRA_L3MDEV" U8,
    20 "FRA_UID_RANGE" Unspec.len(8),
    21 "FRA_PROTOCOL" U8,
    22 "FRA_IP_PROTO" U8,
    23 "FRA_SPORT_RANGE" Unspec.len(4),
    24 "FRA_DPORT_RANGE" Unspec.len(4),
    25 "FRA_DSCP" U8.max(63),
    26 "FRA_FLOWLABEL" Be32,
    27 "FRA_FLOWLABEL_MASK" Be32,
    28 "FRA_SPORT_MASK" U16,
    29 "FRA_DPORT_MASK" U16,
    30 "FRA_DSCP_MASK" U8.mask(0x3f),
}

policy! { BPF_NL_POLICY "bpf_nl_policy" "net/core/lwt_bpf.c" 0..5:
    1 "LWT_BPF_IN" Nested,
    2 "LWT_BPF_OUT" Nested,
    3 "LWT_BPF_XMIT" Nested,
    4 "LWT_BPF_XMIT_HEADROOM" U32,
}

policy! { LWT_BPF_BPF_PROG_POLICY "bpf_prog_policy" "net/core/lwt_bpf.c" 0..3:
    1 "LWT_BPF_PROG_FD" U32,
    2 "LWT_BPF_PROG_NAME" NulText.len(256),
}

policy! { NDA_POLICY "nda_policy" "net/core/neighbour.c" 0..18 from 13:
    1 "NDA_DST" Binary.len(32),
    2 "NDA_LLADDR" Binary.len(32),
    3 "NDA_CACHEINFO" Unspec.len(16),
    4 "NDA_PROBES" U32,
    5 "NDA_VLAN" U16,
    6 "NDA_PORT" U16,
    7 "NDA_VNI" U32,
    8 "NDA_IFINDEX" U32,
    9 "NDA_MASTER" U32,
    12 "NDA_PROTOCOL" U8,
    13 "NDA_NH_ID" U32,
    14 "NDA_FDB_EXT_ATTRS" Nested,
    15 "NDA_FLAGS_EXT" U32.mask(0x5),
}

policy! { NL_NEIGHTBL_POLICY "nl_neightbl_policy" "net/core/neighbour.c" 0..10:
    1 "NDTA_NAME" Text,
    2 "NDTA_THRESH1" U32,
    3 "NDTA_THRESH2" U32,
    4 "NDTA_THRESH3" U32,
    6 "NDTA_PARMS" Nested,
    8 "NDTA_GC_INTERVAL" U64,
}

policy! { NL_NTBL_PARM_POLICY "nl_ntbl_parm_policy" "net/core/neighbour.c" 0..20:
    1 "NDTPA_IFINDEX" U32,
    4 "NDTPA_BASE_REACHABLE_TIME" U64,
    5 "NDTPA_RETRANS_TIME" U64,
    6 "NDTPA_GC_STALETIME" U64,
    7 "NDTPA_DELAY_PROBE_TIME" U64,
    8 "NDTPA_QUEUE_LEN" U32,
    9 "NDTPA_APP_PROBES" U32,
    10 "NDTPA_UCAST_PROBES" U32,
    11 "NDTPA_MCAST_PROBES" U32,
    12 "NDTPA_ANYCAST_DELAY" U64,
    13 "NDTPA_PROXY_DELAY" U64,
    14 "NDTPA_PROXY_QLEN" U32,
    15 "NDTPA_LOCKTIME" U64,
    16 "NDTPA_QUEUE_LENBYTES" U32,
    17 "NDTPA_MCAST_REPROBES" U32,
    19 "NDTPA_INTERVAL_PROBE_TIME_MS" U64.range(1, 86400000),
}

policy! { RTNL_NET_POLICY "rtnl_net_policy" "net/core/net_namespace.c" 0..6:
    1 "NETNSA_NSID" S32,
    2 "NETNSA_PID" U32,
    3 "NETNSA_FD" U32,
    4 "NETNSA_TARGET_NSID" S32,
}

policy! { NETDEV_BIND_RX_NL_POLICY "netdev_bind_rx_nl_policy" "net/core/netdev-genl-gen.c" 0..4:
    1 "NETDEV_A_DMABUF_IFINDEX" U32.min(1),
    2 "NETDEV_A_DMABUF_QUEUES" Nested.of(&NETDEV_QUEUE_ID_NL_POLICY),
    3 "NETDEV_A_DMABUF_FD" U32,
}

policy! { NETDEV_BIND_TX_NL_POLICY "netdev_bind_tx_nl_policy" "net/core/netdev-genl-gen.c" 0..4:
    1 "NETDEV_A_DMABUF_IFINDEX" U32.min(1),
    3 "NETDEV_A_DMABUF_FD" U32,
}

policy! { NETDEV_DEV_GET_NL_POLICY "netdev_dev_get_nl_policy" "net/core/netdev-genl-gen.c" 0..2:
    1 "NETDEV_A_DEV_IFINDEX" U32.min(1),
}

policy! { NETDEV_LEASE_NL_POLICY "netdev_lease_nl_policy" "net/core/netdev-genl-gen.c" 0..4:
    1 "NETDEV_A_LEASE_IFINDEX" U32.min(1),
    2 "NETDEV_A_LEASE_QUEUE" Nested.of(&NETDEV_QUEUE_ID_NL_POLICY),
    3 "NETDEV_A_LEASE_NETNS_ID" S32.min(0),
}

policy! { NETDEV_NAPI_GET_DO_NL_POLICY "netdev_napi_get_do_nl_policy" "net/core/netdev-genl-gen.c" 0..3:
    2 "NETDEV_A_NAPI_ID" U32,
}

policy! { NETDEV_NAPI_GET_DUMP_NL_POLICY "netdev_napi_get_dump_nl_policy" "net/core/netdev-genl-gen.c" 0..2:
    1 "NETDEV_A_NAPI_IFINDEX" U32.min(1),
}

policy! { NETDEV_NAPI_SET_NL_POLICY "netdev_napi_set_nl_policy" "net/core/netdev-genl-gen.c" 0..9:
    2 "NETDEV_A_NAPI_ID" U32,
    5 "NETDEV_A_NAPI_DEFER_HARD_IRQS" U32.range(0, 2147483647),
    6 "NETDEV_A_NAPI_GRO_FLUSH_TIMEOUT" Uint,
    7 "NETDEV_A_NAPI_IRQ_SUSPEND_TIMEOUT" Uint,
    8 "NETDEV_A_NAPI_THREADED" U32.max(2),
}

policy! { NETDEV_PAGE_POOL_GET_DO_NL_POLICY "netdev_page_pool_get_do_nl_policy" "net/core/netdev-genl-gen.c" 0..2:
    1 "NETDEV_A_PAGE_POOL_ID" Uint.range(1, 4294967295),
}

policy! { NETDEV_PAGE_POOL_GET_DUMP_NL_POLICY "netdev_page_pool_get_dump_nl_policy" "net/core/netdev-genl-gen.c" 0..3:
    2 "NETDEV_A_PAGE_POOL_IFINDEX" U32.range(1, 2147483647),
}

policy! { NETDEV_PAGE_POOL_INFO_NL_POLICY "netdev_page_pool_info_nl_policy" "net/core/netdev-genl-gen.c" 0..3:
    1 "NETDEV_A_PAGE_POOL_ID" Uint.range(1, 4294967295),
    2 "NETDEV_A_PAGE_POOL_IFINDEX" U32.range(1, 2147483647),
}

policy! { NETDEV_PAGE_POOL_STATS_GET_DO_NL_POLICY "netdev_page_pool_stats_get_do_nl_policy" "net/core/netdev-genl-gen.c" 0..2:
    1 "NETDEV_A_PAGE_POOL_STATS_INFO" Nested.of(&NETDEV_PAGE_POOL_INFO_NL_POLICY),
}

policy! { NETDEV_PAGE_POOL_STATS_GET_DUMP_NL_POLICY "netdev_page_pool_stats_get_dump_nl_policy" "net/core/netdev-genl-gen.c" 0..2:
    1 "NETDEV_A_PAGE_POOL_STATS_INFO" Nested.of(&NETDEV_PAGE_POOL_INFO_NL_POLICY),
}

policy! { NETDEV_QSTATS_GET_NL_POLICY "netdev_qstats_get_nl_policy" "net/core/netdev-genl-gen.c" 0..5:
    1 "NETDEV_A_QSTATS_IFINDEX" U32.min(1),
    4 "NETDEV_A_QSTATS_SCOPE" Uint.mask(0x1),
}

policy! { NETDEV_QUEUE_CREATE_NL_POLICY "netdev_queue_create_nl_policy" "net/core/netdev-genl-gen.c" 0..9:
    2 "NETDEV_A_QUEUE_IFINDEX" U32.min(1),
    3 "NETDEV_A_QUEUE_TYPE" U32.max(1),
    8 "NETDEV_A_QUEUE_LEASE" Nested.of(&NETDEV_LEASE_NL_POLICY),
}

policy! { NETDEV_QUEUE_GET_DO_NL_POLICY "netdev_queue_get_do_nl_policy" "net/core/netdev-genl-gen.c" 0..4:
    1 "NETDEV_A_QUEUE_ID" U32,
    2 "NETDEV_A_QUEUE_IFINDEX" U32.min(1),
    3 "NETDEV_A_QUEUE_TYPE" U32.max(1),
}

policy! { NETDEV_QUEUE_GET_DUMP_NL_POLICY "netdev_queue_get_dump_nl_policy" "net/core/netdev-genl-gen.c" 0..3:
    2 "NETDEV_A_QUEUE_IFINDEX" U32.min(1),
}

policy! { NETDEV_QUEUE_ID_NL_POLICY "netdev_queue_id_nl_policy" "net/core/netdev-genl-gen.c" 0..4:
    1 "NETDEV_A_QUEUE_ID" U32,
    3 "NETDEV_A_QUEUE_TYPE" U32.max(1),
}

policy! { IFLA_INFO_POLICY "ifla_info_policy" "net/core/rtnetlink.c" 0..6:
    1 "IFLA_INFO_KIND" Text,
    2 "IFLA_INFO_DATA" Nested,
    4 "IFLA_INFO_SLAVE_KIND" Text,
    5 "IFLA_INFO_SLAVE_DATA" Nested,
}

policy! { IFLA_POLICY "ifla_policy" "net/core/rtnetlink.c" 0..70 from 65:
    1 "IFLA_ADDRESS" Binary.len(32),
    2 "IFLA_BROADCAST" Binary.len(32),
    3 "IFLA_IFNAME" Text.len(15),
    4 "IFLA_MTU" U32,
    5 "IFLA_LINK" U32,
    10 "IFLA_MASTER" U32,
    13 "IFLA_TXQLEN" U32.range(0, 32767),
    14 "IFLA_MAP" Unspec.len(32),
    15 "IFLA_WEIGHT" U32,
    16 "IFLA_OPERSTATE" U8,
    17 "IFLA_LINKMODE" U8,
    18 "IFLA_LINKINFO" Nested,
    19 "IFLA_NET_NS_PID" U32,
    20 "IFLA_IFALIAS" Binary.len(255),
    22 "IFLA_VFINFO_LIST" Unspec,
    24 "IFLA_VF_PORTS" Nested,
    25 "IFLA_PORT_SELF" Nested,
    26 "IFLA_AF_SPEC" Nested,
    27 "IFLA_GROUP" U32,
    28 "IFLA_NET_NS_FD" U32,
    29 "IFLA_EXT_MASK" U32,
    30 "IFLA_PROMISCUITY" U32,
    31 "IFLA_NUM_TX_QUEUES" U32,
    32 "IFLA_NUM_RX_QUEUES" U32,
    33 "IFLA_CARRIER" U8,
    34 "IFLA_PHYS_PORT_ID" Binary.len(32),
    35 "IFLA_CARRIER_CHANGES" U32,
    36 "IFLA_PHYS_SWITCH_ID" Binary.len(32),
    37 "IFLA_LINK_NETNSID" S32,
    39 "IFLA_PROTO_DOWN" U8,
    40 "IFLA_GSO_MAX_SEGS" U32,
    41 "IFLA_GSO_MAX_SIZE" U32.by_code(),
    43 "IFLA_XDP" Nested,
    44 "IFLA_EVENT" U32,
    46 "IFLA_TARGET_NETNSID" S32,
    47 "IFLA_CARRIER_UP_COUNT" U32,
    48 "IFLA_CARRIER_DOWN_COUNT" U32,
    49 "IFLA_NEW_IFINDEX" S32.min(1),
    50 "IFLA_MIN_MTU" U32,
    51 "IFLA_MAX_MTU" U32,
    52 "IFLA_PROP_LIST" Nested,
    53 "IFLA_ALT_IFNAME" Text.len(127),
    54 "IFLA_PERM_ADDRESS" Reject,
    55 "IFLA_PROTO_DOWN_REASON" Nested,
    56 "IFLA_PARENT_DEV_NAME" NulText,
    58 "IFLA_GRO_MAX_SIZE" U32,
    59 "IFLA_TSO_MAX_SIZE" Reject,
    60 "IFLA_TSO_MAX_SEGS" Reject,
    61 "IFLA_ALLMULTI" Reject,
    63 "IFLA_GSO_IPV4_MAX_SIZE" U32.by_code(),
    64 "IFLA_GRO_IPV4_MAX_SIZE" U32,
    67 "IFLA_NETNS_IMMUTABLE" Reject,
    68 "IFLA_HEADROOM" Reject,
    69 "IFLA_TAILROOM" Reject,
}

policy! { IFLA_PORT_POLICY "ifla_port_policy" "net/core/rtnetlink.c" 0..8:
    1 "IFLA_PORT_VF" U32,
    2 "IFLA_PORT_PROFILE" Text.len(40),
    3 "IFLA_PORT_VSI_TYPE" Binary.len(8),
    4 "IFLA_PORT_INSTANCE_UUID" Binary.len(16),
    5 "IFLA_PORT_HOST_UUID" Text.len(16),
    6 "IFLA_PORT_REQUEST" U8,
    7 "IFLA_PORT_RESPONSE" U16,
}

policy! { IFLA_PROTO_DOWN_REASON_POLICY "ifla_proto_down_reason_policy" "net/core/rtnetlink.c" 0..3:
    1 "IFLA_PROTO_DOWN_REASON_MASK" U32,
    2 "IFLA_PROTO_DOWN_REASON_VALUE" U32,
}

policy! { IFLA_STATS_SET_POLICY "ifla_stats_set_policy" "net/core/rtnetlink.c" 0..3:
    2 "IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS" U8.max(1),
}

policy! { IFLA_VF_POLICY "ifla_vf_policy" "net/core/rtnetlink.c" 0..14:
    1 "IFLA_VF_MAC" Unspec.len(36),
    2 "IFLA_VF_VLAN" Unspec.len(12),
    3 "IFLA_VF_TX_RATE" Unspec.len(8),
    4 "IFLA_VF_SPOOFCHK" Unspec.len(8),
    5 "IFLA_VF_LINK_STATE" Unspec.len(8),
    6 "IFLA_VF_RATE" Unspec.len(12),
    7 "IFLA_VF_RSS_QUERY_EN" Unspec.len(8),
    8 "IFLA_VF_STATS" Nested,
    9 "IFLA_VF_TRUST" Unspec.len(8),
    10 "IFLA_VF_IB_NODE_GUID" Unspec.len(16),
    11 "IFLA_VF_IB_PORT_GUID" Unspec.len(16),
    12 "IFLA_VF_VLAN_LIST" Nested,
    13 "IFLA_VF_BROADCAST" Reject,
}

policy! { IFLA_XDP_POLICY "ifla_xdp_policy" "net/core/rtnetlink.c" 0..9 from 8:
    1 "IFLA_XDP_FD" S32,
    2 "IFLA_XDP_ATTACHED" U8,
    3 "IFLA_XDP_FLAGS" U32,
    4 "IFLA_XDP_PROG_ID" U32,
    8 "IFLA_XDP_EXPECTED_FD" S32,
}

policy! { RTNL_STATS_GET_POLICY_FILTERS "rtnl_stats_get_policy_filters" "net/core/rtnetlink.c" 0..6:
    4 "IFLA_STATS_LINK_OFFLOAD_XSTATS" U32.mask(0xf),
}

policy! { DCBNL_APP_NEST "dcbnl_app_nest" "net/dcb/dcbnl.c" 0..4:
    1 "DCB_APP_ATTR_IDTYPE" U8,
    2 "DCB_APP_ATTR_ID" U16,
    3 "DCB_APP_ATTR_PRIORITY" U8,
}

policy! { DCBNL_BCN_NEST "dcbnl_bcn_nest" "net/dcb/dcbnl.c" 0..26:
    1 "DCB_BCN_ATTR_RP_0" U8,
    2 "DCB_BCN_ATTR_RP_1" U8,
    3 "DCB_BCN_ATTR_RP_2" U8,
    4 "DCB_BCN_ATTR_RP_3" U8,
    5 "DCB_BCN_ATTR_RP_4" U8,
    6 "DCB_BCN_ATTR_RP_5" U8,
    7 "DCB_BCN_ATTR_RP_6" U8,
    8 "DCB_BCN_ATTR_RP_7" U8,
    9 "DCB_BCN_ATTR_RP_ALL" Flag,
    10 "DCB_BCN_ATTR_BCNA_0" U32,
    11 "DCB_BCN_ATTR_BCNA_1" U32,
    12 "DCB_BCN_ATTR_ALPHA" U32,
    13 "DCB_BCN_ATTR_BETA" U32,
    14 "DCB_BCN_ATTR_GD" U32,
    15 "DCB_BCN_ATTR_GI" U32,
    16 "DCB_BCN_ATTR_TMAX" U32,
    17 "DCB_BCN_ATTR_TD" U32,
    18 "DCB_BCN_ATTR_RMIN" U32,
    19 "DCB_BCN_ATTR_W" U32,
    20 "DCB_BCN_ATTR_RD" U32,
    21 "DCB_BCN_ATTR_RU" U32,
    22 "DCB_BCN_ATTR_WRTT" U32,
    23 "DCB_BCN_ATTR_RI" U32,
    24 "DCB_BCN_ATTR_C" U32,
    25 "DCB_BCN_ATTR_ALL" Flag,
}

policy! { DCBNL_CAP_NEST "dcbnl_cap_nest" "net/dcb/dcbnl.c" 0..10:
    1 "DCB_CAP_ATTR_ALL" Flag,
    2 "DCB_CAP_ATTR_PG" U8,
    3 "DCB_CAP_ATTR_PFC" U8,
    4 "DCB_CAP_ATTR_UP2TC" U8,
    5 "DCB_CAP_ATTR_PG_TCS" U8,
    6 "DCB_CAP_ATTR_PFC_TCS" U8,
    7 "DCB_CAP_ATTR_GSP" U8,
    8 "DCB_CAP_ATTR_BCN" U8,
    9 "DCB_CAP_ATTR_DCBX" U8,
}

policy! { DCBNL_FEATCFG_NEST "dcbnl_featcfg_nest" "net/dcb/dcbnl.c" 0..5:
    1 "DCB_FEATCFG_ATTR_ALL" Flag,
    2 "DCB_FEATCFG_ATTR_PG" U8,
    3 "DCB_FEATCFG_ATTR_PFC" U8,
    4 "DCB_FEATCFG_ATTR_APP" U8,
}

policy! { DCBNL_IEEE_POLICY "dcbnl_ieee_policy" "net/dcb/dcbnl.c" 0..13:
    1 "DCB_ATTR_IEEE_ETS" Unspec.len(59),
    2 "DCB_ATTR_IEEE_PFC" Unspec.len(136),
    3 "DCB_ATTR_IEEE_APP_TABLE" Nested,
    7 "DCB_ATTR_IEEE_MAXRATE" Unspec.len(64),
    8 "DCB_ATTR_IEEE_QCN" Unspec.len(360),
    9 "DCB_ATTR_IEEE_QCN_STATS" Unspec.len(96),
    10 "DCB_ATTR_DCB_BUFFER" Unspec.len(44),
    11 "DCB_ATTR_DCB_APP_TRUST_TABLE" Nested,
}

policy! { DCBNL_NUMTCS_NEST "dcbnl_numtcs_nest" "net/dcb/dcbnl.c" 0..4:
    1 "DCB_NUMTCS_ATTR_ALL" Flag,
    2 "DCB_NUMTCS_ATTR_PG" U8,
    3 "DCB_NUMTCS_ATTR_PFC" U8,
}

policy! { DCBNL_PFC_UP_NEST "dcbnl_pfc_up_nest" "net/dcb/dcbnl.c" 0..10:
    1 "DCB_PFC_UP_ATTR_0" U8,
    2 "DCB_PFC_UP_ATTR_1" U8,
    3 "DCB_PFC_UP_ATTR_2" U8,
    4 "DCB_PFC_UP_ATTR_3" U8,
    5 "DCB_PFC_UP_ATTR_4" U8,
    6 "DCB_PFC_UP_ATTR_5" U8,
    7 "DCB_PFC_UP_ATTR_6" U8,
    8 "DCB_PFC_UP_ATTR_7" U8,
    9 "DCB_PFC_UP_ATTR_ALL" Flag,
}

policy! { DCBNL_PG_NEST "dcbnl_pg_nest" "net/dcb/dcbnl.c" 0..21:
    1 "DCB_PG_ATTR_TC_0" Nested,
    2 "DCB_PG_ATTR_TC_1" Nested,
    3 "DCB_PG_ATTR_TC_2" Nested,
    4 "DCB_PG_ATTR_TC_3" Nested,
    5 "DCB_PG_ATTR_TC_4" Nested,
    6 "DCB_PG_ATTR_TC_5" Nested,
    7 "DCB_PG_ATTR_TC_6" Nested,
    8 "DCB_PG_ATTR_TC_7" Nested,
    10 "DCB_PG_ATTR_TC_ALL" Nested,
    11 "DCB_PG_ATTR_BW_ID_0" U8,
    12 "DCB_PG_ATTR_BW_ID_1" U8,
    13 "DCB_PG_ATTR_BW_ID_2" U8,
    14 "DCB_PG_ATTR_BW_ID_3" U8,
    15 "DCB_PG_ATTR_BW_ID_4" U8,
    16 "DCB_PG_ATTR_BW_ID_5" U8,
    17 "DCB_PG_ATTR_BW_ID_6" U8,
    18 "DCB_PG_ATTR_BW_ID_7" U8,
    20 "DCB_PG_ATTR_BW_ID_ALL" Flag,
}

policy! { DCBNL_RTNL_POLICY "dcbnl_rtnl_policy" "net/dcb/dcbnl.c" 0..17:
    1 "DCB_ATTR_IFNAME" NulText.len(15),
    2 "DCB_ATTR_STATE" U8,
    3 "DCB_ATTR_PFC_STATE" U8,
    4 "DCB_ATTR_PFC_CFG" Nested,
    6 "DCB_ATTR_PG_CFG" Nested,
    7 "DCB_ATTR_SET_ALL" U8,
    8 "DCB_ATTR_PERM_HWADDR" Flag,
    9 "DCB_ATTR_CAP" Nested,
    11 "DCB_ATTR_BCN" Nested,
    12 "DCB_ATTR_APP" Nested,
    13 "DCB_ATTR_IEEE" Nested,
    14 "DCB_ATTR_DCBX" U8,
    15 "DCB_ATTR_FEATCFG" Nested,
}

policy! { DCBNL_TC_PARAM_NEST "dcbnl_tc_param_nest" "net/dcb/dcbnl.c" 0..6:
    1 "DCB_TC_ATTR_PARAM_PGID" U8,
    2 "DCB_TC_ATTR_PARAM_UP_MAPPING" U8,
    3 "DCB_TC_ATTR_PARAM_STRICT_PRIO" U8,
    4 "DCB_TC_ATTR_PARAM_BW_PCT" U8,
    5 "DCB_TC_ATTR_PARAM_ALL" Flag,
}

policy! { DEVLINK_SELFTEST_NL_POLICY "devlink_selftest_nl_policy" "net/devlink/dev.c" 0..2:
    1 "DEVLINK_ATTR_SELFTEST_ID_FLASH" Flag,
}

policy! { DEVLINK_DL_PORT_FUNCTION_NL_POLICY "devlink_dl_port_function_nl_policy" "net/devlink/netlink_gen.c" 0..5:
    1 "DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR" Binary,
    2 "DEVLINK_PORT_FN_ATTR_STATE" U8.max(1),
    3 "DEVLINK_PORT_FN_ATTR_OPSTATE" U8.max(1),
    4 "DEVLINK_PORT_FN_ATTR_CAPS" Bitfield32.mask(0xf),
}

policy! { DEVLINK_DL_RATE_TC_BWS_NL_POLICY "devlink_dl_rate_tc_bws_nl_policy" "net/devlink/netlink_gen.c" 0..3:
    1 "DEVLINK_RATE_TC_ATTR_INDEX" U8.max(7),
    2 "DEVLINK_RATE_TC_ATTR_BW" U32,
}

policy! { DEVLINK_DL_SELFTEST_ID_NL_POLICY "devlink_dl_selftest_id_nl_policy" "net/devlink/netlink_gen.c" 0..2:
    1 "DEVLINK_ATTR_SELFTEST_ID_FLASH" Flag,
}

policy! { DEVLINK_DPIPE_ENTRIES_GET_NL_POLICY "devlink_dpipe_entries_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    29 "DEVLINK_ATTR_DPIPE_TABLE_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_DPIPE_HEADERS_GET_NL_POLICY "devlink_dpipe_headers_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_DPIPE_TABLE_COUNTERS_SET_NL_POLICY "devlink_dpipe_table_counters_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    29 "DEVLINK_ATTR_DPIPE_TABLE_NAME" NulText,
    33 "DEVLINK_ATTR_DPIPE_TABLE_COUNTERS_ENABLED" U8,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_DPIPE_TABLE_GET_NL_POLICY "devlink_dpipe_table_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    29 "DEVLINK_ATTR_DPIPE_TABLE_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_ESWITCH_GET_NL_POLICY "devlink_eswitch_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_ESWITCH_SET_NL_POLICY "devlink_eswitch_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    25 "DEVLINK_ATTR_ESWITCH_MODE" U16.max(2),
    26 "DEVLINK_ATTR_ESWITCH_INLINE_MODE" U8.max(3),
    62 "DEVLINK_ATTR_ESWITCH_ENCAP_MODE" U8.max(1),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_FLASH_UPDATE_NL_POLICY "devlink_flash_update_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    122 "DEVLINK_ATTR_FLASH_UPDATE_FILE_NAME" NulText,
    123 "DEVLINK_ATTR_FLASH_UPDATE_COMPONENT" NulText,
    152 "DEVLINK_ATTR_FLASH_UPDATE_OVERWRITE_MASK" Bitfield32.mask(0x3),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_GET_NL_POLICY "devlink_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_DIAGNOSE_NL_POLICY "devlink_health_reporter_diagnose_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_DUMP_CLEAR_NL_POLICY "devlink_health_reporter_dump_clear_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_DUMP_GET_NL_POLICY "devlink_health_reporter_dump_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_GET_DO_NL_POLICY "devlink_health_reporter_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_GET_DUMP_NL_POLICY "devlink_health_reporter_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_RECOVER_NL_POLICY "devlink_health_reporter_recover_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_SET_NL_POLICY "devlink_health_reporter_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    120 "DEVLINK_ATTR_HEALTH_REPORTER_GRACEFUL_PERIOD" U64,
    121 "DEVLINK_ATTR_HEALTH_REPORTER_AUTO_RECOVER" U8,
    141 "DEVLINK_ATTR_HEALTH_REPORTER_AUTO_DUMP" U8,
    181 "DEVLINK_ATTR_HEALTH_REPORTER_BURST_PERIOD" U64,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_HEALTH_REPORTER_TEST_NL_POLICY "devlink_health_reporter_test_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    115 "DEVLINK_ATTR_HEALTH_REPORTER_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_INFO_GET_NL_POLICY "devlink_info_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_LINECARD_GET_DO_NL_POLICY "devlink_linecard_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    171 "DEVLINK_ATTR_LINECARD_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_LINECARD_GET_DUMP_NL_POLICY "devlink_linecard_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_LINECARD_SET_NL_POLICY "devlink_linecard_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    171 "DEVLINK_ATTR_LINECARD_INDEX" U32,
    173 "DEVLINK_ATTR_LINECARD_TYPE" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_NOTIFY_FILTER_SET_NL_POLICY "devlink_notify_filter_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PARAM_GET_DO_NL_POLICY "devlink_param_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    81 "DEVLINK_ATTR_PARAM_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PARAM_GET_DUMP_NL_POLICY "devlink_param_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PARAM_SET_NL_POLICY "devlink_param_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    81 "DEVLINK_ATTR_PARAM_NAME" NulText,
    83 "DEVLINK_ATTR_PARAM_TYPE" U8.by_code(),
    87 "DEVLINK_ATTR_PARAM_VALUE_CMODE" U8.max(2),
    183 "DEVLINK_ATTR_PARAM_RESET_DEFAULT" Flag,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_DEL_NL_POLICY "devlink_port_del_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_GET_DO_NL_POLICY "devlink_port_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_GET_DUMP_NL_POLICY "devlink_port_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_NEW_NL_POLICY "devlink_port_new_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    77 "DEVLINK_ATTR_PORT_FLAVOUR" U16.max(7),
    127 "DEVLINK_ATTR_PORT_PCI_PF_NUMBER" U16,
    150 "DEVLINK_ATTR_PORT_CONTROLLER_NUMBER" U32,
    164 "DEVLINK_ATTR_PORT_PCI_SF_NUMBER" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_PARAM_GET_NL_POLICY "devlink_port_param_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_PARAM_SET_NL_POLICY "devlink_port_param_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_SET_NL_POLICY "devlink_port_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    4 "DEVLINK_ATTR_PORT_TYPE" U16.max(3),
    145 "DEVLINK_ATTR_PORT_FUNCTION" Nested.of(&DEVLINK_DL_PORT_FUNCTION_NL_POLICY),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_SPLIT_NL_POLICY "devlink_port_split_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    9 "DEVLINK_ATTR_PORT_SPLIT_COUNT" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_PORT_UNSPLIT_NL_POLICY "devlink_port_unsplit_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RATE_DEL_NL_POLICY "devlink_rate_del_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    168 "DEVLINK_ATTR_RATE_NODE_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RATE_GET_DO_NL_POLICY "devlink_rate_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    168 "DEVLINK_ATTR_RATE_NODE_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RATE_GET_DUMP_NL_POLICY "devlink_rate_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RATE_NEW_NL_POLICY "devlink_rate_new_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    166 "DEVLINK_ATTR_RATE_TX_SHARE" U64,
    167 "DEVLINK_ATTR_RATE_TX_MAX" U64,
    168 "DEVLINK_ATTR_RATE_NODE_NAME" NulText,
    169 "DEVLINK_ATTR_RATE_PARENT_NODE_NAME" NulText,
    177 "DEVLINK_ATTR_RATE_TX_PRIORITY" U32,
    178 "DEVLINK_ATTR_RATE_TX_WEIGHT" U32,
    180 "DEVLINK_ATTR_RATE_TC_BWS" Nested.of(&DEVLINK_DL_RATE_TC_BWS_NL_POLICY),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RATE_SET_NL_POLICY "devlink_rate_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    166 "DEVLINK_ATTR_RATE_TX_SHARE" U64,
    167 "DEVLINK_ATTR_RATE_TX_MAX" U64,
    168 "DEVLINK_ATTR_RATE_NODE_NAME" NulText,
    169 "DEVLINK_ATTR_RATE_PARENT_NODE_NAME" NulText,
    177 "DEVLINK_ATTR_RATE_TX_PRIORITY" U32,
    178 "DEVLINK_ATTR_RATE_TX_WEIGHT" U32,
    180 "DEVLINK_ATTR_RATE_TC_BWS" Nested.of(&DEVLINK_DL_RATE_TC_BWS_NL_POLICY),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_REGION_DEL_NL_POLICY "devlink_region_del_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    88 "DEVLINK_ATTR_REGION_NAME" NulText,
    92 "DEVLINK_ATTR_REGION_SNAPSHOT_ID" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_REGION_GET_DO_NL_POLICY "devlink_region_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    88 "DEVLINK_ATTR_REGION_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_REGION_GET_DUMP_NL_POLICY "devlink_region_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_REGION_NEW_NL_POLICY "devlink_region_new_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    88 "DEVLINK_ATTR_REGION_NAME" NulText,
    92 "DEVLINK_ATTR_REGION_SNAPSHOT_ID" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_REGION_READ_NL_POLICY "devlink_region_read_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    88 "DEVLINK_ATTR_REGION_NAME" NulText,
    92 "DEVLINK_ATTR_REGION_SNAPSHOT_ID" U32,
    96 "DEVLINK_ATTR_REGION_CHUNK_ADDR" U64,
    97 "DEVLINK_ATTR_REGION_CHUNK_LEN" U64,
    179 "DEVLINK_ATTR_REGION_DIRECT" Flag,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RELOAD_NL_POLICY "devlink_reload_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    138 "DEVLINK_ATTR_NETNS_FD" U32,
    139 "DEVLINK_ATTR_NETNS_PID" U32,
    140 "DEVLINK_ATTR_NETNS_ID" U32,
    153 "DEVLINK_ATTR_RELOAD_ACTION" U8.range(1, 2),
    155 "DEVLINK_ATTR_RELOAD_LIMITS" Bitfield32.mask(0x6),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RESOURCE_DUMP_DO_NL_POLICY "devlink_resource_dump_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_RESOURCE_DUMP_DUMP_NL_POLICY "devlink_resource_dump_dump_nl_policy" "net/devlink/netlink_gen.c" 0..186:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
    185 "DEVLINK_ATTR_RESOURCE_SCOPE_MASK" U32.mask(0x3),
}

policy! { DEVLINK_RESOURCE_SET_NL_POLICY "devlink_resource_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    66 "DEVLINK_ATTR_RESOURCE_ID" U64,
    67 "DEVLINK_ATTR_RESOURCE_SIZE" U64,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_GET_DO_NL_POLICY "devlink_sb_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_GET_DUMP_NL_POLICY "devlink_sb_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_OCC_MAX_CLEAR_NL_POLICY "devlink_sb_occ_max_clear_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_OCC_SNAPSHOT_NL_POLICY "devlink_sb_occ_snapshot_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_POOL_GET_DO_NL_POLICY "devlink_sb_pool_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    17 "DEVLINK_ATTR_SB_POOL_INDEX" U16,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_POOL_GET_DUMP_NL_POLICY "devlink_sb_pool_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_POOL_SET_NL_POLICY "devlink_sb_pool_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    17 "DEVLINK_ATTR_SB_POOL_INDEX" U16,
    19 "DEVLINK_ATTR_SB_POOL_SIZE" U32,
    20 "DEVLINK_ATTR_SB_POOL_THRESHOLD_TYPE" U8.max(1),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_PORT_POOL_GET_DO_NL_POLICY "devlink_sb_port_pool_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    17 "DEVLINK_ATTR_SB_POOL_INDEX" U16,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_PORT_POOL_GET_DUMP_NL_POLICY "devlink_sb_port_pool_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_PORT_POOL_SET_NL_POLICY "devlink_sb_port_pool_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    17 "DEVLINK_ATTR_SB_POOL_INDEX" U16,
    21 "DEVLINK_ATTR_SB_THRESHOLD" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_TC_POOL_BIND_GET_DO_NL_POLICY "devlink_sb_tc_pool_bind_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    18 "DEVLINK_ATTR_SB_POOL_TYPE" U8.max(1),
    22 "DEVLINK_ATTR_SB_TC_INDEX" U16,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_TC_POOL_BIND_GET_DUMP_NL_POLICY "devlink_sb_tc_pool_bind_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SB_TC_POOL_BIND_SET_NL_POLICY "devlink_sb_tc_pool_bind_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    3 "DEVLINK_ATTR_PORT_INDEX" U32,
    11 "DEVLINK_ATTR_SB_INDEX" U32,
    17 "DEVLINK_ATTR_SB_POOL_INDEX" U16,
    18 "DEVLINK_ATTR_SB_POOL_TYPE" U8.max(1),
    21 "DEVLINK_ATTR_SB_THRESHOLD" U32,
    22 "DEVLINK_ATTR_SB_TC_INDEX" U16,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SELFTESTS_GET_NL_POLICY "devlink_selftests_get_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_SELFTESTS_RUN_NL_POLICY "devlink_selftests_run_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    176 "DEVLINK_ATTR_SELFTESTS" Nested.of(&DEVLINK_DL_SELFTEST_ID_NL_POLICY),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_GET_DO_NL_POLICY "devlink_trap_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    130 "DEVLINK_ATTR_TRAP_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_GET_DUMP_NL_POLICY "devlink_trap_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_GROUP_GET_DO_NL_POLICY "devlink_trap_group_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    135 "DEVLINK_ATTR_TRAP_GROUP_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_GROUP_GET_DUMP_NL_POLICY "devlink_trap_group_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_GROUP_SET_NL_POLICY "devlink_trap_group_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    131 "DEVLINK_ATTR_TRAP_ACTION" U8.max(2),
    135 "DEVLINK_ATTR_TRAP_GROUP_NAME" NulText,
    142 "DEVLINK_ATTR_TRAP_POLICER_ID" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_POLICER_GET_DO_NL_POLICY "devlink_trap_policer_get_do_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    142 "DEVLINK_ATTR_TRAP_POLICER_ID" U32,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_POLICER_GET_DUMP_NL_POLICY "devlink_trap_policer_get_dump_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_POLICER_SET_NL_POLICY "devlink_trap_policer_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    142 "DEVLINK_ATTR_TRAP_POLICER_ID" U32,
    143 "DEVLINK_ATTR_TRAP_POLICER_RATE" U64,
    144 "DEVLINK_ATTR_TRAP_POLICER_BURST" U64,
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_TRAP_SET_NL_POLICY "devlink_trap_set_nl_policy" "net/devlink/netlink_gen.c" 0..185:
    1 "DEVLINK_ATTR_BUS_NAME" NulText,
    2 "DEVLINK_ATTR_DEV_NAME" NulText,
    130 "DEVLINK_ATTR_TRAP_NAME" NulText,
    131 "DEVLINK_ATTR_TRAP_ACTION" U8.max(2),
    184 "DEVLINK_ATTR_INDEX" Uint.range(0, 4294967295),
}

policy! { DEVLINK_FUNCTION_NL_POLICY "devlink_function_nl_policy" "net/devlink/port.c" 0..7:
    1 "DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR" Binary,
    2 "DEVLINK_PORT_FN_ATTR_STATE" U8.range(0, 1),
    4 "DEVLINK_PORT_FN_ATTR_CAPS" Bitfield32.mask(0xf),
    6 "DEVLINK_PORT_FN_ATTR_MAX_IO_EQS" U32,
}

policy! { DSA_POLICY "dsa_policy" "net/dsa/netlink.c" 0..2:
    1 "IFLA_DSA_CONDUIT" U32,
}

policy! { BIT_POLICY "bit_policy" "net/ethtool/bitset.c" 0..4:
    1 "ETHTOOL_A_BITSET_BIT_INDEX" U32,
    2 "ETHTOOL_A_BITSET_BIT_NAME" NulText,
    3 "ETHTOOL_A_BITSET_BIT_VALUE" Flag,
}

policy! { BITSET_POLICY "bitset_policy" "net/ethtool/bitset.c" 0..6:
    1 "ETHTOOL_A_BITSET_NOMASK" Flag,
    2 "ETHTOOL_A_BITSET_SIZE" U32.max(32767),
    3 "ETHTOOL_A_BITSET_BITS" Nested,
    4 "ETHTOOL_A_BITSET_VALUE" Binary,
    5 "ETHTOOL_A_BITSET_MASK" Binary,
}

policy! { ETHNL_CHANNELS_GET_POLICY "ethnl_channels_get_policy" "net/ethtool/channels.c" 0..2:
    1 "ETHTOOL_A_CHANNELS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_CHANNELS_SET_POLICY "ethnl_channels_set_policy" "net/ethtool/channels.c" 0..10:
    1 "ETHTOOL_A_CHANNELS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    6 "ETHTOOL_A_CHANNELS_RX_COUNT" U32,
    7 "ETHTOOL_A_CHANNELS_TX_COUNT" U32,
    8 "ETHTOOL_A_CHANNELS_OTHER_COUNT" U32,
    9 "ETHTOOL_A_CHANNELS_COMBINED_COUNT" U32,
}

policy! { COALESCE_IRQ_MODERATION_POLICY "coalesce_irq_moderation_policy" "net/ethtool/coalesce.c" 0..4:
    1 "ETHTOOL_A_IRQ_MODERATION_USEC" U32,
    2 "ETHTOOL_A_IRQ_MODERATION_PKTS" U32,
    3 "ETHTOOL_A_IRQ_MODERATION_COMPS" U32,
}

policy! { COALESCE_PROFILE_POLICY "coalesce_profile_policy" "net/ethtool/coalesce.c" 0..2:
    1 "ETHTOOL_A_PROFILE_IRQ_MODERATION" Nested.of(&COALESCE_IRQ_MODERATION_POLICY),
}

policy! { ETHNL_COALESCE_GET_POLICY "ethnl_coalesce_get_policy" "net/ethtool/coalesce.c" 0..2:
    1 "ETHTOOL_A_COALESCE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_COALESCE_SET_POLICY "ethnl_coalesce_set_policy" "net/ethtool/coalesce.c" 0..33:
    1 "ETHTOOL_A_COALESCE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_COALESCE_RX_USECS" U32,
    3 "ETHTOOL_A_COALESCE_RX_MAX_FRAMES" U32,
    4 "ETHTOOL_A_COALESCE_RX_USECS_IRQ" U32,
    5 "ETHTOOL_A_COALESCE_RX_MAX_FRAMES_IRQ" U32,
    6 "ETHTOOL_A_COALESCE_TX_USECS" U32,
    7 "ETHTOOL_A_COALESCE_TX_MAX_FRAMES" U32,
    8 "ETHTOOL_A_COALESCE_TX_USECS_IRQ" U32,
    9 "ETHTOOL_A_COALESCE_TX_MAX_FRAMES_IRQ" U32,
    10 "ETHTOOL_A_COALESCE_STATS_BLOCK_USECS" U32,
    11 "ETHTOOL_A_COALESCE_USE_ADAPTIVE_RX" U8,
    12 "ETHTOOL_A_COALESCE_USE_ADAPTIVE_TX" U8,
    13 "ETHTOOL_A_COALESCE_PKT_RATE_LOW" U32,
    14 "ETHTOOL_A_COALESCE_RX_USECS_LOW" U32,
    15 "ETHTOOL_A_COALESCE_RX_MAX_FRAMES_LOW" U32,
    16 "ETHTOOL_A_COALESCE_TX_USECS_LOW" U32,
    17 "ETHTOOL_A_COALESCE_TX_MAX_FRAMES_LOW" U32,
    18 "ETHTOOL_A_COALESCE_PKT_RATE_HIGH" U32,
    19 "ETHTOOL_A_COALESCE_RX_USECS_HIGH" U32,
    20 "ETHTOOL_A_COALESCE_RX_MAX_FRAMES_HIGH" U32,
    21 "ETHTOOL_A_COALESCE_TX_USECS_HIGH" U32,
    22 "ETHTOOL_A_COALESCE_TX_MAX_FRAMES_HIGH" U32,
    23 "ETHTOOL_A_COALESCE_RATE_SAMPLE_INTERVAL" U32,
    24 "ETHTOOL_A_COALESCE_USE_CQE_MODE_TX" U8.max(1),
    25 "ETHTOOL_A_COALESCE_USE_CQE_MODE_RX" U8.max(1),
    26 "ETHTOOL_A_COALESCE_TX_AGGR_MAX_BYTES" U32,
    27 "ETHTOOL_A_COALESCE_TX_AGGR_MAX_FRAMES" U32,
    28 "ETHTOOL_A_COALESCE_TX_AGGR_TIME_USECS" U32,
    29 "ETHTOOL_A_COALESCE_RX_PROFILE" Nested.of(&COALESCE_PROFILE_POLICY),
    30 "ETHTOOL_A_COALESCE_TX_PROFILE" Nested.of(&COALESCE_PROFILE_POLICY),
    31 "ETHTOOL_A_COALESCE_RX_CQE_FRAMES" U32,
    32 "ETHTOOL_A_COALESCE_RX_CQE_NSECS" U32,
}

policy! { ETHNL_DEBUG_GET_POLICY "ethnl_debug_get_policy" "net/ethtool/debug.c" 0..2:
    1 "ETHTOOL_A_DEBUG_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_DEBUG_SET_POLICY "ethnl_debug_set_policy" "net/ethtool/debug.c" 0..3:
    1 "ETHTOOL_A_DEBUG_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_DEBUG_MSGMASK" Nested,
}

policy! { ETHNL_EEE_GET_POLICY "ethnl_eee_get_policy" "net/ethtool/eee.c" 0..2:
    1 "ETHTOOL_A_EEE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_EEE_SET_POLICY "ethnl_eee_set_policy" "net/ethtool/eee.c" 0..8:
    1 "ETHTOOL_A_EEE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_EEE_MODES_OURS" Nested,
    5 "ETHTOOL_A_EEE_ENABLED" U8,
    6 "ETHTOOL_A_EEE_TX_LPI_ENABLED" U8,
    7 "ETHTOOL_A_EEE_TX_LPI_TIMER" U32,
}

policy! { ETHNL_MODULE_EEPROM_GET_POLICY "ethnl_module_eeprom_get_policy" "net/ethtool/eeprom.c" 0..7:
    1 "ETHTOOL_A_MODULE_EEPROM_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_MODULE_EEPROM_OFFSET" U32.max(255),
    3 "ETHTOOL_A_MODULE_EEPROM_LENGTH" U32.range(1, 128),
    4 "ETHTOOL_A_MODULE_EEPROM_PAGE" U8,
    5 "ETHTOOL_A_MODULE_EEPROM_BANK" U8,
    6 "ETHTOOL_A_MODULE_EEPROM_I2C_ADDRESS" U8.range(0, 127),
}

policy! { ETHNL_FEATURES_GET_POLICY "ethnl_features_get_policy" "net/ethtool/features.c" 0..2:
    1 "ETHTOOL_A_FEATURES_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_FEATURES_SET_POLICY "ethnl_features_set_policy" "net/ethtool/features.c" 0..4:
    1 "ETHTOOL_A_FEATURES_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    3 "ETHTOOL_A_FEATURES_WANTED" Nested,
}

policy! { ETHNL_FEC_GET_POLICY "ethnl_fec_get_policy" "net/ethtool/fec.c" 0..2:
    1 "ETHTOOL_A_FEC_HEADER" Nested.of(&ETHNL_HEADER_POLICY_STATS),
}

policy! { ETHNL_FEC_SET_POLICY "ethnl_fec_set_policy" "net/ethtool/fec.c" 0..4:
    1 "ETHTOOL_A_FEC_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_FEC_MODES" Nested,
    3 "ETHTOOL_A_FEC_AUTO" U8.max(1),
}

policy! { ETHNL_LINKINFO_GET_POLICY "ethnl_linkinfo_get_policy" "net/ethtool/linkinfo.c" 0..2:
    1 "ETHTOOL_A_LINKINFO_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_LINKINFO_SET_POLICY "ethnl_linkinfo_set_policy" "net/ethtool/linkinfo.c" 0..6:
    1 "ETHTOOL_A_LINKINFO_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_LINKINFO_PORT" U8,
    3 "ETHTOOL_A_LINKINFO_PHYADDR" U8,
    5 "ETHTOOL_A_LINKINFO_TP_MDIX_CTRL" U8,
}

policy! { ETHNL_LINKMODES_GET_POLICY "ethnl_linkmodes_get_policy" "net/ethtool/linkmodes.c" 0..2:
    1 "ETHTOOL_A_LINKMODES_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_LINKMODES_SET_POLICY "ethnl_linkmodes_set_policy" "net/ethtool/linkmodes.c" 0..10:
    1 "ETHTOOL_A_LINKMODES_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_LINKMODES_AUTONEG" U8,
    3 "ETHTOOL_A_LINKMODES_OURS" Nested,
    5 "ETHTOOL_A_LINKMODES_SPEED" U32,
    6 "ETHTOOL_A_LINKMODES_DUPLEX" U8,
    7 "ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG" U8,
    9 "ETHTOOL_A_LINKMODES_LANES" U32.range(1, 8),
}

policy! { ETHNL_LINKSTATE_GET_POLICY "ethnl_linkstate_get_policy" "net/ethtool/linkstate.c" 0..2:
    1 "ETHTOOL_A_LINKSTATE_HEADER" Nested.of(&ETHNL_HEADER_POLICY_STATS),
}

policy! { ETHNL_MM_GET_POLICY "ethnl_mm_get_policy" "net/ethtool/mm.c" 0..2:
    1 "ETHTOOL_A_MM_HEADER" Nested.of(&ETHNL_HEADER_POLICY_STATS),
}

policy! { ETHNL_MM_SET_POLICY "ethnl_mm_set_policy" "net/ethtool/mm.c" 0..12:
    1 "ETHTOOL_A_MM_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_MM_PMAC_ENABLED" U8.max(1),
    3 "ETHTOOL_A_MM_TX_ENABLED" U8.max(1),
    5 "ETHTOOL_A_MM_TX_MIN_FRAG_SIZE" U32.range(60, 252),
    7 "ETHTOOL_A_MM_VERIFY_ENABLED" U8.max(1),
    9 "ETHTOOL_A_MM_VERIFY_TIME" U32.range(1, 128),
}

policy! { ETHNL_MODULE_FW_FLASH_ACT_POLICY "ethnl_module_fw_flash_act_policy" "net/ethtool/module.c" 0..4:
    1 "ETHTOOL_A_MODULE_FW_FLASH_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_MODULE_FW_FLASH_FILE_NAME" NulText,
    3 "ETHTOOL_A_MODULE_FW_FLASH_PASSWORD" U32,
}

policy! { ETHNL_MODULE_GET_POLICY "ethnl_module_get_policy" "net/ethtool/module.c" 0..2:
    1 "ETHTOOL_A_MODULE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_MODULE_SET_POLICY "ethnl_module_set_policy" "net/ethtool/module.c" 0..3:
    1 "ETHTOOL_A_MODULE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_MODULE_POWER_MODE_POLICY" U8.range(1, 2),
}

policy! { ETHNL_MSE_GET_POLICY "ethnl_mse_get_policy" "net/ethtool/mse.c" 0..2:
    1 "ETHTOOL_A_MSE_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
}

policy! { ETHNL_HEADER_POLICY "ethnl_header_policy" "net/ethtool/netlink.c" 0..4:
    1 "ETHTOOL_A_HEADER_DEV_INDEX" U32,
    2 "ETHTOOL_A_HEADER_DEV_NAME" NulText.len(127),
    3 "ETHTOOL_A_HEADER_FLAGS" U32.mask(0x3),
}

policy! { ETHNL_HEADER_POLICY_PHY "ethnl_header_policy_phy" "net/ethtool/netlink.c" 0..5:
    1 "ETHTOOL_A_HEADER_DEV_INDEX" U32,
    2 "ETHTOOL_A_HEADER_DEV_NAME" NulText.len(127),
    3 "ETHTOOL_A_HEADER_FLAGS" U32.mask(0x3),
    4 "ETHTOOL_A_HEADER_PHY_INDEX" U32.min(1),
}

policy! { ETHNL_HEADER_POLICY_STATS "ethnl_header_policy_stats" "net/ethtool/netlink.c" 0..4:
    1 "ETHTOOL_A_HEADER_DEV_INDEX" U32,
    2 "ETHTOOL_A_HEADER_DEV_NAME" NulText.len(127),
    3 "ETHTOOL_A_HEADER_FLAGS" U32.mask(0x7),
}

policy! { ETHNL_PAUSE_GET_POLICY "ethnl_pause_get_policy" "net/ethtool/pause.c" 0..7:
    1 "ETHTOOL_A_PAUSE_HEADER" Nested.of(&ETHNL_HEADER_POLICY_STATS),
    6 "ETHTOOL_A_PAUSE_STATS_SRC" U32.max(2),
}

policy! { ETHNL_PAUSE_SET_POLICY "ethnl_pause_set_policy" "net/ethtool/pause.c" 0..7:
    1 "ETHTOOL_A_PAUSE_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_PAUSE_AUTONEG" U8,
    3 "ETHTOOL_A_PAUSE_RX" U8,
    4 "ETHTOOL_A_PAUSE_TX" U8,
    6 "ETHTOOL_A_PAUSE_STATS_SRC" Reject,
}

policy! { ETHNL_PHC_VCLOCKS_GET_POLICY "ethnl_phc_vclocks_get_policy" "net/ethtool/phc_vclocks.c" 0..2:
    1 "ETHTOOL_A_PHC_VCLOCKS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_PHY_GET_POLICY "ethnl_phy_get_policy" "net/ethtool/phy.c" 0..2:
    1 "ETHTOOL_A_PHY_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_PLCA_GET_CFG_POLICY "ethnl_plca_get_cfg_policy" "net/ethtool/plca.c" 0..2:
    1 "ETHTOOL_A_PLCA_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
}

policy! { ETHNL_PLCA_GET_STATUS_POLICY "ethnl_plca_get_status_policy" "net/ethtool/plca.c" 0..2:
    1 "ETHTOOL_A_PLCA_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
}

policy! { ETHNL_PLCA_SET_CFG_POLICY "ethnl_plca_set_cfg_policy" "net/ethtool/plca.c" 0..10:
    1 "ETHTOOL_A_PLCA_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
    3 "ETHTOOL_A_PLCA_ENABLED" U8.max(1),
    5 "ETHTOOL_A_PLCA_NODE_CNT" U32.range(1, 255),
    6 "ETHTOOL_A_PLCA_NODE_ID" U32.max(255),
    7 "ETHTOOL_A_PLCA_TO_TMR" U32.max(255),
    8 "ETHTOOL_A_PLCA_BURST_CNT" U32.max(255),
    9 "ETHTOOL_A_PLCA_BURST_TMR" U32.max(255),
}

policy! { ETHNL_PRIVFLAGS_GET_POLICY "ethnl_privflags_get_policy" "net/ethtool/privflags.c" 0..2:
    1 "ETHTOOL_A_PRIVFLAGS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_PRIVFLAGS_SET_POLICY "ethnl_privflags_set_policy" "net/ethtool/privflags.c" 0..3:
    1 "ETHTOOL_A_PRIVFLAGS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_PRIVFLAGS_FLAGS" Nested,
}

policy! { ETHNL_PSE_GET_POLICY "ethnl_pse_get_policy" "net/ethtool/pse-pd.c" 0..2:
    1 "ETHTOOL_A_PSE_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
}

policy! { ETHNL_PSE_SET_POLICY "ethnl_pse_set_policy" "net/ethtool/pse-pd.c" 0..17:
    1 "ETHTOOL_A_PSE_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
    3 "ETHTOOL_A_PODL_PSE_ADMIN_CONTROL" U32.range(2, 3),
    6 "ETHTOOL_A_C33_PSE_ADMIN_CONTROL" U32.range(2, 3),
    12 "ETHTOOL_A_C33_PSE_AVAIL_PW_LIMIT" U32,
    16 "ETHTOOL_A_PSE_PRIO" U32,
}

policy! { ETHNL_RINGS_GET_POLICY "ethnl_rings_get_policy" "net/ethtool/rings.c" 0..2:
    1 "ETHTOOL_A_RINGS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_RINGS_SET_POLICY "ethnl_rings_set_policy" "net/ethtool/rings.c" 0..18:
    1 "ETHTOOL_A_RINGS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    6 "ETHTOOL_A_RINGS_RX" U32,
    7 "ETHTOOL_A_RINGS_RX_MINI" U32,
    8 "ETHTOOL_A_RINGS_RX_JUMBO" U32,
    9 "ETHTOOL_A_RINGS_TX" U32,
    10 "ETHTOOL_A_RINGS_RX_BUF_LEN" U32.min(1),
    11 "ETHTOOL_A_RINGS_TCP_DATA_SPLIT" U8.max(2),
    12 "ETHTOOL_A_RINGS_CQE_SIZE" U32.min(1),
    13 "ETHTOOL_A_RINGS_TX_PUSH" U8.max(1),
    14 "ETHTOOL_A_RINGS_RX_PUSH" U8.max(1),
    15 "ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN" U32,
    17 "ETHTOOL_A_RINGS_HDS_THRESH" U32,
}

policy! { ETHNL_RSS_CREATE_POLICY "ethnl_rss_create_policy" "net/ethtool/rss.c" 0..7:
    1 "ETHTOOL_A_RSS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_RSS_CONTEXT" U32.min(1),
    3 "ETHTOOL_A_RSS_HFUNC" U32.range(1, 255),
    4 "ETHTOOL_A_RSS_INDIR" Binary.min(1),
    5 "ETHTOOL_A_RSS_HKEY" Binary.min(1),
    6 "ETHTOOL_A_RSS_INPUT_XFRM" U32.max(2),
}

policy! { ETHNL_RSS_DELETE_POLICY "ethnl_rss_delete_policy" "net/ethtool/rss.c" 0..3:
    1 "ETHTOOL_A_RSS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_RSS_CONTEXT" U32.min(1),
}

policy! { ETHNL_RSS_FLOWS_POLICY "ethnl_rss_flows_policy" "net/ethtool/rss.c" 0..28:
    1 "ETHTOOL_A_FLOW_ETHER" Uint.mask(0x800001fe),
    2 "ETHTOOL_A_FLOW_IP4" Uint.mask(0x800001fe),
    3 "ETHTOOL_A_FLOW_IP6" Uint.mask(0x800003fe),
    4 "ETHTOOL_A_FLOW_TCP4" Uint.mask(0x800001fe),
    5 "ETHTOOL_A_FLOW_TCP6" Uint.mask(0x800003fe),
    6 "ETHTOOL_A_FLOW_UDP4" Uint.mask(0x800001fe),
    7 "ETHTOOL_A_FLOW_UDP6" Uint.mask(0x800003fe),
    8 "ETHTOOL_A_FLOW_SCTP4" Uint.mask(0x800001fe),
    9 "ETHTOOL_A_FLOW_SCTP6" Uint.mask(0x800003fe),
    10 "ETHTOOL_A_FLOW_AH4" Uint.mask(0x800001fe),
    11 "ETHTOOL_A_FLOW_AH6" Uint.mask(0x800003fe),
    12 "ETHTOOL_A_FLOW_ESP4" Uint.mask(0x800001fe),
    13 "ETHTOOL_A_FLOW_ESP6" Uint.mask(0x800003fe),
    14 "ETHTOOL_A_FLOW_AH_ESP4" Uint.mask(0x800001fe),
    15 "ETHTOOL_A_FLOW_AH_ESP6" Uint.mask(0x800003fe),
    16 "ETHTOOL_A_FLOW_GTPU4" Uint.mask(0x800001fe),
    17 "ETHTOOL_A_FLOW_GTPU6" Uint.mask(0x800003fe),
    18 "ETHTOOL_A_FLOW_GTPC4" Uint.mask(0x800001fe),
    19 "ETHTOOL_A_FLOW_GTPC6" Uint.mask(0x800003fe),
    20 "ETHTOOL_A_FLOW_GTPC_TEID4" Uint.mask(0x800001fe),
    21 "ETHTOOL_A_FLOW_GTPC_TEID6" Uint.mask(0x800003fe),
    22 "ETHTOOL_A_FLOW_GTPU_EH4" Uint.mask(0x800001fe),
    23 "ETHTOOL_A_FLOW_GTPU_EH6" Uint.mask(0x800003fe),
    24 "ETHTOOL_A_FLOW_GTPU_UL4" Uint.mask(0x800001fe),
    25 "ETHTOOL_A_FLOW_GTPU_UL6" Uint.mask(0x800003fe),
    26 "ETHTOOL_A_FLOW_GTPU_DL4" Uint.mask(0x800001fe),
    27 "ETHTOOL_A_FLOW_GTPU_DL6" Uint.mask(0x800003fe),
}

policy! { ETHNL_RSS_GET_POLICY "ethnl_rss_get_policy" "net/ethtool/rss.c" 0..8:
    1 "ETHTOOL_A_RSS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_RSS_CONTEXT" U32,
    7 "ETHTOOL_A_RSS_START_CONTEXT" U32,
}

policy! { ETHNL_RSS_SET_POLICY "ethnl_rss_set_policy" "net/ethtool/rss.c" 0..9:
    1 "ETHTOOL_A_RSS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_RSS_CONTEXT" U32,
    3 "ETHTOOL_A_RSS_HFUNC" U32.range(1, 255),
    4 "ETHTOOL_A_RSS_INDIR" Binary,
    5 "ETHTOOL_A_RSS_HKEY" Binary.min(1),
    6 "ETHTOOL_A_RSS_INPUT_XFRM" U32.max(2),
    8 "ETHTOOL_A_RSS_FLOW_HASH" Nested.of(&ETHNL_RSS_FLOWS_POLICY),
}

policy! { ETHNL_STATS_GET_POLICY "ethnl_stats_get_policy" "net/ethtool/stats.c" 0..6:
    2 "ETHTOOL_A_STATS_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    3 "ETHTOOL_A_STATS_GROUPS" Nested,
    5 "ETHTOOL_A_STATS_SRC" U32.max(2),
}

policy! { ETHNL_STRSET_GET_POLICY "ethnl_strset_get_policy" "net/ethtool/strset.c" 0..4:
    1 "ETHTOOL_A_STRSET_HEADER" Nested.of(&ETHNL_HEADER_POLICY_PHY),
    2 "ETHTOOL_A_STRSET_STRINGSETS" Nested,
    3 "ETHTOOL_A_STRSET_COUNTS_ONLY" Flag,
}

policy! { GET_STRINGSET_POLICY "get_stringset_policy" "net/ethtool/strset.c" 0..2:
    1 "ETHTOOL_A_STRINGSET_ID" U32,
}

policy! { STRSET_STRINGSETS_POLICY "strset_stringsets_policy" "net/ethtool/strset.c" 0..2:
    1 "ETHTOOL_A_STRINGSETS_STRINGSET" Nested,
}

policy! { ETHNL_TSCONFIG_GET_POLICY "ethnl_tsconfig_get_policy" "net/ethtool/tsconfig.c" 0..2:
    1 "ETHTOOL_A_TSCONFIG_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_TSCONFIG_SET_POLICY "ethnl_tsconfig_set_policy" "net/ethtool/tsconfig.c" 0..6:
    1 "ETHTOOL_A_TSCONFIG_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_TSCONFIG_HWTSTAMP_PROVIDER" Nested,
    3 "ETHTOOL_A_TSCONFIG_TX_TYPES" Nested,
    4 "ETHTOOL_A_TSCONFIG_RX_FILTERS" Nested,
    5 "ETHTOOL_A_TSCONFIG_HWTSTAMP_FLAGS" Nested,
}

policy! { ETHNL_TSINFO_GET_POLICY "ethnl_tsinfo_get_policy" "net/ethtool/tsinfo.c" 0..10:
    1 "ETHTOOL_A_TSINFO_HEADER" Nested.of(&ETHNL_HEADER_POLICY_STATS),
    7 "ETHTOOL_A_TSINFO_HWTSTAMP_PROVIDER" Nested,
}

policy! { ETHNL_TUNNEL_INFO_GET_POLICY "ethnl_tunnel_info_get_policy" "net/ethtool/tunnels.c" 0..2:
    1 "ETHTOOL_A_TUNNEL_INFO_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_WOL_GET_POLICY "ethnl_wol_get_policy" "net/ethtool/wol.c" 0..2:
    1 "ETHTOOL_A_WOL_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
}

policy! { ETHNL_WOL_SET_POLICY "ethnl_wol_set_policy" "net/ethtool/wol.c" 0..4:
    1 "ETHTOOL_A_WOL_HEADER" Nested.of(&ETHNL_HEADER_POLICY),
    2 "ETHTOOL_A_WOL_MODES" Nested,
    3 "ETHTOOL_A_WOL_SOPASS" Binary.len(6),
}

policy! { HANDSHAKE_ACCEPT_NL_POLICY "handshake_accept_nl_policy" "net/handshake/genl.c" 0..3:
    2 "HANDSHAKE_A_ACCEPT_HANDLER_CLASS" U32.max(2),
}

policy! { HANDSHAKE_DONE_NL_POLICY "handshake_done_nl_policy" "net/handshake/genl.c" 0..4:
    1 "HANDSHAKE_A_DONE_STATUS" U32.max(4095),
    2 "HANDSHAKE_A_DONE_SOCKFD" S32,
    3 "HANDSHAKE_A_DONE_REMOTE_AUTH" U32,
}

policy! { HSR_GENL_POLICY "hsr_genl_policy" "net/hsr/hsr_netlink.c" 0..11:
    1 "HSR_A_NODE_ADDR" Unspec.len(6),
    2 "HSR_A_IFINDEX" U32,
    3 "HSR_A_IF1_AGE" U32,
    4 "HSR_A_IF2_AGE" U32,
    5 "HSR_A_NODE_ADDR_B" Unspec.len(6),
    6 "HSR_A_IF1_SEQ" U16,
    7 "HSR_A_IF2_SEQ" U16,
}

policy! { HSR_POLICY "hsr_policy" "net/hsr/hsr_netlink.c" 0..9:
    1 "IFLA_HSR_SLAVE1" U32,
    2 "IFLA_HSR_SLAVE2" U32,
    3 "IFLA_HSR_MULTICAST_SPEC" U8,
    4 "IFLA_HSR_SUPERVISION_ADDR" Unspec.len(6),
    5 "IFLA_HSR_SEQ_NR" U16,
    6 "IFLA_HSR_VERSION" U8,
    7 "IFLA_HSR_PROTOCOL" U8,
    8 "IFLA_HSR_INTERLINK" U32,
}

policy! { NL802154_DEV_ADDR_POLICY "nl802154_dev_addr_policy" "net/ieee802154/nl802154.c" 0..7:
    1 "NL802154_DEV_ADDR_ATTR_PAN_ID" U16,
    2 "NL802154_DEV_ADDR_ATTR_MODE" U32,
    3 "NL802154_DEV_ADDR_ATTR_SHORT" U16,
    4 "NL802154_DEV_ADDR_ATTR_EXTENDED" U64,
}

policy! { NL802154_DEV_POLICY "nl802154_dev_policy" "net/ieee802154/nl802154.c" 0..8:
    1 "NL802154_DEV_ATTR_FRAME_COUNTER" U32,
    2 "NL802154_DEV_ATTR_PAN_ID" U16,
    3 "NL802154_DEV_ATTR_SHORT_ADDR" U16,
    4 "NL802154_DEV_ATTR_EXTENDED_ADDR" U64,
    5 "NL802154_DEV_ATTR_SECLEVEL_EXEMPT" U8,
    6 "NL802154_DEV_ATTR_KEY_MODE" U32,
}

policy! { NL802154_DEVKEY_POLICY "nl802154_devkey_policy" "net/ieee802154/nl802154.c" 0..5:
    1 "NL802154_DEVKEY_ATTR_FRAME_COUNTER" U32,
    2 "NL802154_DEVKEY_ATTR_EXTENDED_ADDR" U64,
    3 "NL802154_DEVKEY_ATTR_ID" Nested,
}

policy! { NL802154_KEY_ID_POLICY "nl802154_key_id_policy" "net/ieee802154/nl802154.c" 0..7:
    1 "NL802154_KEY_ID_ATTR_MODE" U32,
    2 "NL802154_KEY_ID_ATTR_INDEX" U8,
    3 "NL802154_KEY_ID_ATTR_IMPLICIT" Nested,
    4 "NL802154_KEY_ID_ATTR_SOURCE_SHORT" U32,
    5 "NL802154_KEY_ID_ATTR_SOURCE_EXTENDED" U64,
}

policy! { NL802154_KEY_POLICY "nl802154_key_policy" "net/ieee802154/nl802154.c" 0..5:
    1 "NL802154_KEY_ATTR_ID" Nested,
    2 "NL802154_KEY_ATTR_USAGE_FRAMES" U8,
    3 "NL802154_KEY_ATTR_USAGE_CMDS" Unspec.len(32),
    4 "NL802154_KEY_ATTR_BYTES" Unspec.len(16),
}

policy! { NL802154_POLICY "nl802154_policy" "net/ieee802154/nl802154.c" 0..49:
    1 "NL802154_ATTR_WPAN_PHY" U32,
    2 "NL802154_ATTR_WPAN_PHY_NAME" NulText.len(19),
    3 "NL802154_ATTR_IFINDEX" U32,
    4 "NL802154_ATTR_IFNAME" NulText.len(15),
    5 "NL802154_ATTR_IFTYPE" U32,
    6 "NL802154_ATTR_WPAN_DEV" U64,
    7 "NL802154_ATTR_PAGE" U8.max(31),
    8 "NL802154_ATTR_CHANNEL" U8.max(26),
    9 "NL802154_ATTR_PAN_ID" U16,
    10 "NL802154_ATTR_SHORT_ADDR" U16,
    11 "NL802154_ATTR_TX_POWER" S32,
    12 "NL802154_ATTR_CCA_MODE" U32,
    13 "NL802154_ATTR_CCA_OPT" U32,
    14 "NL802154_ATTR_CCA_ED_LEVEL" S32,
    15 "NL802154_ATTR_MAX_FRAME_RETRIES" S8,
    16 "NL802154_ATTR_MAX_BE" U8,
    17 "NL802154_ATTR_MIN_BE" U8,
    18 "NL802154_ATTR_MAX_CSMA_BACKOFFS" U8,
    19 "NL802154_ATTR_LBT_MODE" U8,
    22 "NL802154_ATTR_SUPPORTED_CHANNEL" U32,
    23 "NL802154_ATTR_EXTENDED_ADDR" U64,
    24 "NL802154_ATTR_WPAN_PHY_CAPS" Nested,
    25 "NL802154_ATTR_SUPPORTED_COMMANDS" Nested,
    26 "NL802154_ATTR_ACKREQ_DEFAULT" U8,
    28 "NL802154_ATTR_PID" U32,
    29 "NL802154_ATTR_NETNS_FD" U32,
    30 "NL802154_ATTR_COORDINATOR" Nested,
    31 "NL802154_ATTR_SCAN_TYPE" U8.range(1, 6),
    33 "NL802154_ATTR_SCAN_CHANNELS" U32.mask(0x7ffffff),
    34 "NL802154_ATTR_SCAN_PREAMBLE_CODES" Reject,
    35 "NL802154_ATTR_SCAN_MEAN_PRF" Reject,
    36 "NL802154_ATTR_SCAN_DURATION" U8.max(14),
    37 "NL802154_ATTR_SCAN_DONE_REASON" U8.range(1, 2),
    38 "NL802154_ATTR_BEACON_INTERVAL" U8.max(15),
    39 "NL802154_ATTR_MAX_ASSOCIATIONS" U32,
    40 "NL802154_ATTR_PEER" Nested,
    41 "NL802154_ATTR_SEC_ENABLED" U8,
    42 "NL802154_ATTR_SEC_OUT_LEVEL" U32,
    43 "NL802154_ATTR_SEC_OUT_KEY_ID" Nested,
    44 "NL802154_ATTR_SEC_FRAME_COUNTER" U32,
    45 "NL802154_ATTR_SEC_LEVEL" Nested,
    46 "NL802154_ATTR_SEC_DEVICE" Nested,
    47 "NL802154_ATTR_SEC_DEVKEY" Nested,
    48 "NL802154_ATTR_SEC_KEY" Nested,
}

policy! { NL802154_SECLEVEL_POLICY "nl802154_seclevel_policy" "net/ieee802154/nl802154.c" 0..5:
    1 "NL802154_SECLEVEL_ATTR_LEVELS" U8,
    2 "NL802154_SECLEVEL_ATTR_FRAME" U32,
    3 "NL802154_SECLEVEL_ATTR_CMD_FRAME" U32,
    4 "NL802154_SECLEVEL_ATTR_DEV_OVERRIDE" U8,
}

policy! { IFA_IPV4_POLICY "ifa_ipv4_policy" "net/ipv4/devinet.c" 0..12:
    1 "IFA_ADDRESS" U32,
    2 "IFA_LOCAL" U32,
    3 "IFA_LABEL" Text.len(15),
    4 "IFA_BROADCAST" U32,
    6 "IFA_CACHEINFO" Unspec.len(16),
    8 "IFA_FLAGS" U32,
    9 "IFA_RT_PRIORITY" U32,
    10 "IFA_TARGET_NETNSID" S32,
    11 "IFA_PROTO" U8,
}

policy! { INET_AF_POLICY "inet_af_policy" "net/ipv4/devinet.c" 0..2:
    1 "IFLA_INET_CONF" Nested,
}

policy! { RTM_IPV4_POLICY "rtm_ipv4_policy" "net/ipv4/fib_frontend.c" 0..32 from 30:
    1 "RTA_DST" U32,
    2 "RTA_SRC" U32,
    3 "RTA_IIF" U32,
    4 "RTA_OIF" U32,
    5 "RTA_GATEWAY" U32,
    6 "RTA_PRIORITY" U32,
    7 "RTA_PREFSRC" U32,
    8 "RTA_METRICS" Nested,
    9 "RTA_MULTIPATH" Unspec.len(8),
    11 "RTA_FLOW" U32,
    15 "RTA_TABLE" U32,
    16 "RTA_MARK" U32,
    21 "RTA_ENCAP_TYPE" U16,
    22 "RTA_ENCAP" Nested,
    25 "RTA_UID" U32,
    27 "RTA_IP_PROTO" U8,
    28 "RTA_SPORT" U16,
    29 "RTA_DPORT" U16,
    30 "RTA_NH_ID" U32,
}

policy! { FOU_NL_POLICY "fou_nl_policy" "net/ipv4/fou_nl.c" 0..12:
    1 "FOU_ATTR_PORT" Be16,
    2 "FOU_ATTR_AF" U8,
    3 "FOU_ATTR_IPPROTO" U8.min(1),
    4 "FOU_ATTR_TYPE" U8,
    5 "FOU_ATTR_REMCSUM_NOPARTIAL" Flag,
    6 "FOU_ATTR_LOCAL_V4" U32,
    7 "FOU_ATTR_LOCAL_V6" Binary.exact(16),
    8 "FOU_ATTR_PEER_V4" U32,
    9 "FOU_ATTR_PEER_V6" Binary.exact(16),
    10 "FOU_ATTR_PEER_PORT" Be16,
    11 "FOU_ATTR_IFINDEX" S32,
}

policy! { IPGRE_POLICY "ipgre_policy" "net/ipv4/ip_gre.c" 0..25:
    1 "IFLA_GRE_LINK" U32,
    2 "IFLA_GRE_IFLAGS" U16,
    3 "IFLA_GRE_OFLAGS" U16,
    4 "IFLA_GRE_IKEY" U32,
    5 "IFLA_GRE_OKEY" U32,
    6 "IFLA_GRE_LOCAL" Unspec.len(4),
    7 "IFLA_GRE_REMOTE" Unspec.len(4),
    8 "IFLA_GRE_TTL" U8,
    9 "IFLA_GRE_TOS" U8,
    10 "IFLA_GRE_PMTUDISC" U8,
    14 "IFLA_GRE_ENCAP_TYPE" U16,
    15 "IFLA_GRE_ENCAP_FLAGS" U16,
    16 "IFLA_GRE_ENCAP_SPORT" U16,
    17 "IFLA_GRE_ENCAP_DPORT" U16,
    18 "IFLA_GRE_COLLECT_METADATA" Flag,
    19 "IFLA_GRE_IGNORE_DF" U8,
    20 "IFLA_GRE_FWMARK" U32,
    21 "IFLA_GRE_ERSPAN_INDEX" U32,
    22 "IFLA_GRE_ERSPAN_VER" U8,
    23 "IFLA_GRE_ERSPAN_DIR" U8,
    24 "IFLA_GRE_ERSPAN_HWID" U16,
}

policy! { IP_TUNNEL_CORE_ERSPAN_OPT_POLICY "erspan_opt_policy" "net/ipv4/ip_tunnel_core.c" 0..5:
    1 "LWTUNNEL_IP_OPT_ERSPAN_VER" U8,
    2 "LWTUNNEL_IP_OPT_ERSPAN_INDEX" U32,
    3 "LWTUNNEL_IP_OPT_ERSPAN_DIR" U8,
    4 "LWTUNNEL_IP_OPT_ERSPAN_HWID" U8,
}

policy! { IP_TUNNEL_CORE_GENEVE_OPT_POLICY "geneve_opt_policy" "net/ipv4/ip_tunnel_core.c" 0..4:
    1 "LWTUNNEL_IP_OPT_GENEVE_CLASS" U16,
    2 "LWTUNNEL_IP_OPT_GENEVE_TYPE" U8,
    3 "LWTUNNEL_IP_OPT_GENEVE_DATA" Binary.len(127),
}

policy! { IP6_TUN_POLICY "ip6_tun_policy" "net/ipv4/ip_tunnel_core.c" 0..9 from 8:
    1 "LWTUNNEL_IP6_ID" U64,
    2 "LWTUNNEL_IP6_DST" Unspec.len(16),
    3 "LWTUNNEL_IP6_SRC" Unspec.len(16),
    4 "LWTUNNEL_IP6_HOPLIMIT" U8,
    5 "LWTUNNEL_IP6_TC" U8,
    6 "LWTUNNEL_IP6_FLAGS" U16,
    8 "LWTUNNEL_IP6_OPTS" Nested,
}

policy! { IP_TUN_POLICY "ip_tun_policy" "net/ipv4/ip_tunnel_core.c" 0..9 from 8:
    1 "LWTUNNEL_IP_ID" U64,
    2 "LWTUNNEL_IP_DST" U32,
    3 "LWTUNNEL_IP_SRC" U32,
    4 "LWTUNNEL_IP_TTL" U8,
    5 "LWTUNNEL_IP_TOS" U8,
    6 "LWTUNNEL_IP_FLAGS" U16,
    8 "LWTUNNEL_IP_OPTS" Nested,
}

policy! { IP_TUNNEL_CORE_VXLAN_OPT_POLICY "vxlan_opt_policy" "net/ipv4/ip_tunnel_core.c" 0..2:
    1 "LWTUNNEL_IP_OPT_VXLAN_GBP" U32,
}

policy! { VTI_POLICY "vti_policy" "net/ipv4/ip_vti.c" 0..7:
    1 "IFLA_VTI_LINK" U32,
    2 "IFLA_VTI_IKEY" U32,
    3 "IFLA_VTI_OKEY" U32,
    4 "IFLA_VTI_LOCAL" Unspec.len(4),
    5 "IFLA_VTI_REMOTE" Unspec.len(4),
    6 "IFLA_VTI_FWMARK" U32,
}

policy! { IPIP_POLICY "ipip_policy" "net/ipv4/ipip.c" 0..21:
    1 "IFLA_IPTUN_LINK" U32,
    2 "IFLA_IPTUN_LOCAL" U32,
    3 "IFLA_IPTUN_REMOTE" U32,
    4 "IFLA_IPTUN_TTL" U8,
    5 "IFLA_IPTUN_TOS" U8,
    9 "IFLA_IPTUN_PROTO" U8,
    10 "IFLA_IPTUN_PMTUDISC" U8,
    15 "IFLA_IPTUN_ENCAP_TYPE" U16,
    16 "IFLA_IPTUN_ENCAP_FLAGS" U16,
    17 "IFLA_IPTUN_ENCAP_SPORT" U16,
    18 "IFLA_IPTUN_ENCAP_DPORT" U16,
    19 "IFLA_IPTUN_COLLECT_METADATA" Flag,
    20 "IFLA_IPTUN_FWMARK" U32,
}

policy! { RTM_NH_POLICY_DEL "rtm_nh_policy_del" "net/ipv4/nexthop.c" 0..2:
    1 "NHA_ID" U32,
}

policy! { RTM_NH_POLICY_DUMP "rtm_nh_policy_dump" "net/ipv4/nexthop.c" 0..15:
    5 "NHA_OIF" U32,
    9 "NHA_GROUPS" Flag,
    10 "NHA_MASTER" U32,
    11 "NHA_FDB" Flag,
    14 "NHA_OP_FLAGS" U32.mask(0x3),
}

policy! { RTM_NH_POLICY_DUMP_BUCKET "rtm_nh_policy_dump_bucket" "net/ipv4/nexthop.c" 0..14:
    1 "NHA_ID" U32,
    5 "NHA_OIF" U32,
    10 "NHA_MASTER" U32,
    13 "NHA_RES_BUCKET" Nested,
}

policy! { RTM_NH_POLICY_GET "rtm_nh_policy_get" "net/ipv4/nexthop.c" 0..15:
    1 "NHA_ID" U32,
    14 "NHA_OP_FLAGS" U32.mask(0x3),
}

policy! { RTM_NH_POLICY_GET_BUCKET "rtm_nh_policy_get_bucket" "net/ipv4/nexthop.c" 0..14:
    1 "NHA_ID" U32,
    13 "NHA_RES_BUCKET" Nested,
}

policy! { RTM_NH_POLICY_NEW "rtm_nh_policy_new" "net/ipv4/nexthop.c" 0..17:
    1 "NHA_ID" U32,
    2 "NHA_GROUP" Binary,
    3 "NHA_GROUP_TYPE" U16,
    4 "NHA_BLACKHOLE" Flag,
    5 "NHA_OIF" U32,
    6 "NHA_GATEWAY" Binary,
    7 "NHA_ENCAP_TYPE" U16,
    8 "NHA_ENCAP" Nested,
    11 "NHA_FDB" Flag,
    12 "NHA_RES_GROUP" Nested,
    16 "NHA_HW_STATS_ENABLE" U32.max(1),
}

policy! { RTM_NH_RES_POLICY_NEW "rtm_nh_res_policy_new" "net/ipv4/nexthop.c" 0..4:
    1 "NHA_RES_GROUP_BUCKETS" U16,
    2 "NHA_RES_GROUP_IDLE_TIMER" U32,
    3 "NHA_RES_GROUP_UNBALANCED_TIMER" U32,
}

policy! { TCP_METRICS_NL_POLICY "tcp_metrics_nl_policy" "net/ipv4/tcp_metrics.c" 0..14:
    1 "TCP_METRICS_ATTR_ADDR_IPV4" U32,
    2 "TCP_METRICS_ATTR_ADDR_IPV6" Binary.exact(16),
    3 "TCP_METRICS_ATTR_AGE" Msecs,
    4 "TCP_METRICS_ATTR_TW_TSVAL" U32,
    5 "TCP_METRICS_ATTR_TW_TS_STAMP" S32,
    6 "TCP_METRICS_ATTR_VALS" Nested,
    7 "TCP_METRICS_ATTR_FOPEN_MSS" U16,
    8 "TCP_METRICS_ATTR_FOPEN_SYN_DROPS" U16,
    9 "TCP_METRICS_ATTR_FOPEN_SYN_DROP_TS" Msecs,
    10 "TCP_METRICS_ATTR_FOPEN_COOKIE" Binary.len(16),
    11 "TCP_METRICS_ATTR_SADDR_IPV4" U32,
    12 "TCP_METRICS_ATTR_SADDR_IPV6" Binary.exact(16),
}

policy! { IFA_IPV6_POLICY "ifa_ipv6_policy" "net/ipv6/addrconf.c" 0..12:
    1 "IFA_ADDRESS" Unspec.len(16),
    2 "IFA_LOCAL" Unspec.len(16),
    6 "IFA_CACHEINFO" Unspec.len(16),
    8 "IFA_FLAGS" Unspec.len(4),
    9 "IFA_RT_PRIORITY" Unspec.len(4),
    10 "IFA_TARGET_NETNSID" S32,
    11 "IFA_PROTO" U8,
}

policy! { INET6_AF_POLICY "inet6_af_policy" "net/ipv6/addrconf.c" 0..10:
    7 "IFLA_INET6_TOKEN" Unspec.len(16),
    8 "IFLA_INET6_ADDR_GEN_MODE" U8,
    9 "IFLA_INET6_RA_MTU" Reject,
}

policy! { IFAL_POLICY "ifal_policy" "net/ipv6/addrlabel.c" 0..3:
    1 "IFAL_ADDRESS" Unspec.len(16),
    2 "IFAL_LABEL" Unspec.len(4),
}

policy! { ILA_LWT_ILA_NL_POLICY "ila_nl_policy" "net/ipv6/ila/ila_lwt.c" 0..10:
    1 "ILA_ATTR_LOCATOR" U64,
    7 "ILA_ATTR_CSUM_MODE" U8,
    8 "ILA_ATTR_IDENT_TYPE" U8,
    9 "ILA_ATTR_HOOK_TYPE" U8,
}

policy! { ILA_MAIN_ILA_NL_POLICY "ila_nl_policy" "net/ipv6/ila/ila_main.c" 0..10:
    1 "ILA_ATTR_LOCATOR" U64,
    3 "ILA_ATTR_LOCATOR_MATCH" U64,
    4 "ILA_ATTR_IFINDEX" U32,
    7 "ILA_ATTR_CSUM_MODE" U8,
    8 "ILA_ATTR_IDENT_TYPE" U8,
}

policy! { IOAM6_GENL_POLICY_ADDNS "ioam6_genl_policy_addns" "net/ipv6/ioam6.c" 0..4:
    1 "IOAM6_ATTR_NS_ID" U16,
    2 "IOAM6_ATTR_NS_DATA" U32,
    3 "IOAM6_ATTR_NS_DATA_WIDE" U64,
}

policy! { IOAM6_GENL_POLICY_ADDSC "ioam6_genl_policy_addsc" "net/ipv6/ioam6.c" 0..6:
    4 "IOAM6_ATTR_SC_ID" U32,
    5 "IOAM6_ATTR_SC_DATA" Binary.len(1020),
}

policy! { IOAM6_GENL_POLICY_DELNS "ioam6_genl_policy_delns" "net/ipv6/ioam6.c" 0..2:
    1 "IOAM6_ATTR_NS_ID" U16,
}

policy! { IOAM6_GENL_POLICY_DELSC "ioam6_genl_policy_delsc" "net/ipv6/ioam6.c" 0..5:
    4 "IOAM6_ATTR_SC_ID" U32,
}

policy! { IOAM6_GENL_POLICY_NS_SC "ioam6_genl_policy_ns_sc" "net/ipv6/ioam6.c" 0..7:
    1 "IOAM6_ATTR_NS_ID" U16,
    4 "IOAM6_ATTR_SC_ID" U32,
    6 "IOAM6_ATTR_SC_NONE" Flag,
}

policy! { IOAM6_IPTUNNEL_POLICY "ioam6_iptunnel_policy" "net/ipv6/ioam6_iptunnel.c" 0..7:
    1 "IOAM6_IPTUNNEL_MODE" U8.range(1, 3),
    2 "IOAM6_IPTUNNEL_DST" Binary.exact(16),
    3 "IOAM6_IPTUNNEL_TRACE" Binary.exact(8),
    4 "IOAM6_IPTUNNEL_FREQ_K" U32.range(1, 1000000),
    5 "IOAM6_IPTUNNEL_FREQ_N" U32.range(1, 1000000),
    6 "IOAM6_IPTUNNEL_SRC" Binary.exact(16),
}

policy! { IP6GRE_POLICY "ip6gre_policy" "net/ipv6/ip6_gre.c" 0..25:
    1 "IFLA_GRE_LINK" U32,
    2 "IFLA_GRE_IFLAGS" U16,
    3 "IFLA_GRE_OFLAGS" U16,
    4 "IFLA_GRE_IKEY" U32,
    5 "IFLA_GRE_OKEY" U32,
    6 "IFLA_GRE_LOCAL" Unspec.len(16),
    7 "IFLA_GRE_REMOTE" Unspec.len(16),
    8 "IFLA_GRE_TTL" U8,
    11 "IFLA_GRE_ENCAP_LIMIT" U8,
    12 "IFLA_GRE_FLOWINFO" U32,
    13 "IFLA_GRE_FLAGS" U32,
    14 "IFLA_GRE_ENCAP_TYPE" U16,
    15 "IFLA_GRE_ENCAP_FLAGS" U16,
    16 "IFLA_GRE_ENCAP_SPORT" U16,
    17 "IFLA_GRE_ENCAP_DPORT" U16,
    18 "IFLA_GRE_COLLECT_METADATA" Flag,
    20 "IFLA_GRE_FWMARK" U32,
    21 "IFLA_GRE_ERSPAN_INDEX" U32,
    22 "IFLA_GRE_ERSPAN_VER" U8,
    23 "IFLA_GRE_ERSPAN_DIR" U8,
    24 "IFLA_GRE_ERSPAN_HWID" U16,
}

policy! { IP6_TNL_POLICY "ip6_tnl_policy" "net/ipv6/ip6_tunnel.c" 0..21:
    1 "IFLA_IPTUN_LINK" U32,
    2 "IFLA_IPTUN_LOCAL" Unspec.len(16),
    3 "IFLA_IPTUN_REMOTE" Unspec.len(16),
    4 "IFLA_IPTUN_TTL" U8,
    6 "IFLA_IPTUN_ENCAP_LIMIT" U8,
    7 "IFLA_IPTUN_FLOWINFO" U32,
    8 "IFLA_IPTUN_FLAGS" U32,
    9 "IFLA_IPTUN_PROTO" U8,
    15 "IFLA_IPTUN_ENCAP_TYPE" U16,
    16 "IFLA_IPTUN_ENCAP_FLAGS" U16,
    17 "IFLA_IPTUN_ENCAP_SPORT" U16,
    18 "IFLA_IPTUN_ENCAP_DPORT" U16,
    19 "IFLA_IPTUN_COLLECT_METADATA" Flag,
    20 "IFLA_IPTUN_FWMARK" U32,
}

policy! { VTI6_POLICY "vti6_policy" "net/ipv6/ip6_vti.c" 0..7:
    1 "IFLA_VTI_LINK" U32,
    2 "IFLA_VTI_IKEY" U32,
    3 "IFLA_VTI_OKEY" U32,
    4 "IFLA_VTI_LOCAL" Unspec.len(16),
    5 "IFLA_VTI_REMOTE" Unspec.len(16),
    6 "IFLA_VTI_FWMARK" U32,
}

policy! { RTM_IPV6_POLICY "rtm_ipv6_policy" "net/ipv6/route.c" 0..32 from 30:
    3 "RTA_IIF" U32,
    4 "RTA_OIF" U32,
    5 "RTA_GATEWAY" Unspec.len(16),
    6 "RTA_PRIORITY" U32,
    7 "RTA_PREFSRC" Unspec.len(16),
    8 "RTA_METRICS" Nested,
    9 "RTA_MULTIPATH" Unspec.len(8),
    15 "RTA_TABLE" U32,
    16 "RTA_MARK" U32,
    20 "RTA_PREF" U8,
    21 "RTA_ENCAP_TYPE" U16,
    22 "RTA_ENCAP" Nested,
    23 "RTA_EXPIRES" U32,
    25 "RTA_UID" U32,
    27 "RTA_IP_PROTO" U8,
    28 "RTA_SPORT" U16,
    29 "RTA_DPORT" U16,
    30 "RTA_NH_ID" U32,
    31 "RTA_FLOWLABEL" Be32,
}

policy! { RPL_IPTUNNEL_POLICY "rpl_iptunnel_policy" "net/ipv6/rpl_iptunnel.c" 0..2:
    1 "RPL_IPTUNNEL_SRH" Binary,
}

policy! { SEG6_GENL_POLICY "seg6_genl_policy" "net/ipv6/seg6.c" 0..8:
    1 "SEG6_ATTR_DST" Binary.exact(16),
    2 "SEG6_ATTR_DSTLEN" S32,
    3 "SEG6_ATTR_HMACKEYID" U32,
    4 "SEG6_ATTR_SECRET" Binary,
    5 "SEG6_ATTR_SECRETLEN" U8,
    6 "SEG6_ATTR_ALGID" U8,
    7 "SEG6_ATTR_HMACINFO" Nested,
}

policy! { SEG6_IPTUNNEL_POLICY "seg6_iptunnel_policy" "net/ipv6/seg6_iptunnel.c" 0..3:
    1 "SEG6_IPTUNNEL_SRH" Binary,
    2 "SEG6_IPTUNNEL_SRC" Binary.exact(16),
}

policy! { SEG6_LOCAL_BPF_PROG_POLICY "bpf_prog_policy" "net/ipv6/seg6_local.c" 0..3:
    1 "SEG6_LOCAL_BPF_PROG" U32,
    2 "SEG6_LOCAL_BPF_PROG_NAME" NulText.len(256),
}

policy! { SEG6_LOCAL_FLAVORS_POLICY "seg6_local_flavors_policy" "net/ipv6/seg6_local.c" 0..4:
    1 "SEG6_LOCAL_FLV_OPERATION" U32,
    2 "SEG6_LOCAL_FLV_LCBLOCK_BITS" U8,
    3 "SEG6_LOCAL_FLV_LCNODE_FN_BITS" U8,
}

policy! { SEG6_LOCAL_POLICY "seg6_local_policy" "net/ipv6/seg6_local.c" 0..12:
    1 "SEG6_LOCAL_ACTION" U32,
    2 "SEG6_LOCAL_SRH" Binary,
    3 "SEG6_LOCAL_TABLE" U32,
    4 "SEG6_LOCAL_NH4" Binary.exact(4),
    5 "SEG6_LOCAL_NH6" Binary.exact(16),
    6 "SEG6_LOCAL_IIF" U32,
    7 "SEG6_LOCAL_OIF" U32,
    8 "SEG6_LOCAL_BPF" Nested,
    9 "SEG6_LOCAL_VRFTABLE" U32,
    10 "SEG6_LOCAL_COUNTERS" Nested,
    11 "SEG6_LOCAL_FLAVORS" Nested,
}

policy! { IPIP6_POLICY "ipip6_policy" "net/ipv6/sit.c" 0..21:
    1 "IFLA_IPTUN_LINK" U32,
    2 "IFLA_IPTUN_LOCAL" U32,
    3 "IFLA_IPTUN_REMOTE" U32,
    4 "IFLA_IPTUN_TTL" U8,
    5 "IFLA_IPTUN_TOS" U8,
    8 "IFLA_IPTUN_FLAGS" U16,
    9 "IFLA_IPTUN_PROTO" U8,
    10 "IFLA_IPTUN_PMTUDISC" U8,
    11 "IFLA_IPTUN_6RD_PREFIX" Unspec.len(16),
    12 "IFLA_IPTUN_6RD_RELAY_PREFIX" U32,
    13 "IFLA_IPTUN_6RD_PREFIXLEN" U16,
    14 "IFLA_IPTUN_6RD_RELAY_PREFIXLEN" U16,
    15 "IFLA_IPTUN_ENCAP_TYPE" U16,
    16 "IFLA_IPTUN_ENCAP_FLAGS" U16,
    17 "IFLA_IPTUN_ENCAP_SPORT" U16,
    18 "IFLA_IPTUN_ENCAP_DPORT" U16,
    20 "IFLA_IPTUN_FWMARK" U32,
}

policy! { L2TP_NL_POLICY "l2tp_nl_policy" "net/l2tp/l2tp_netlink.c" 0..36:
    1 "L2TP_ATTR_PW_TYPE" U16,
    2 "L2TP_ATTR_ENCAP_TYPE" U16,
    3 "L2TP_ATTR_OFFSET" U16,
    4 "L2TP_ATTR_DATA_SEQ" U8,
    5 "L2TP_ATTR_L2SPEC_TYPE" U8,
    6 "L2TP_ATTR_L2SPEC_LEN" U8,
    7 "L2TP_ATTR_PROTO_VERSION" U8,
    8 "L2TP_ATTR_IFNAME" NulText.len(15),
    9 "L2TP_ATTR_CONN_ID" U32,
    10 "L2TP_ATTR_PEER_CONN_ID" U32,
    11 "L2TP_ATTR_SESSION_ID" U32,
    12 "L2TP_ATTR_PEER_SESSION_ID" U32,
    13 "L2TP_ATTR_UDP_CSUM" U8,
    14 "L2TP_ATTR_VLAN_ID" U16,
    15 "L2TP_ATTR_COOKIE" Binary.len(8),
    16 "L2TP_ATTR_PEER_COOKIE" Binary.len(8),
    17 "L2TP_ATTR_DEBUG" U32,
    18 "L2TP_ATTR_RECV_SEQ" U8,
    19 "L2TP_ATTR_SEND_SEQ" U8,
    20 "L2TP_ATTR_LNS_MODE" U8,
    21 "L2TP_ATTR_USING_IPSEC" U8,
    22 "L2TP_ATTR_RECV_TIMEOUT" Msecs,
    23 "L2TP_ATTR_FD" U32,
    24 "L2TP_ATTR_IP_SADDR" U32,
    25 "L2TP_ATTR_IP_DADDR" U32,
    26 "L2TP_ATTR_UDP_SPORT" U16,
    27 "L2TP_ATTR_UDP_DPORT" U16,
    28 "L2TP_ATTR_MTU" U16,
    29 "L2TP_ATTR_MRU" U16,
    30 "L2TP_ATTR_STATS" Nested,
    31 "L2TP_ATTR_IP6_SADDR" Binary.len(16),
    32 "L2TP_ATTR_IP6_DADDR" Binary.len(16),
}

policy! { MPLS_IPTUNNEL_POLICY "mpls_iptunnel_policy" "net/mpls/mpls_iptunnel.c" 0..3:
    1 "MPLS_IPTUNNEL_DST" Unspec.len(4),
    2 "MPLS_IPTUNNEL_TTL" U8,
}

policy! { MPTCP_PM_ADD_ADDR_NL_POLICY "mptcp_pm_add_addr_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..2:
    1 "MPTCP_PM_ENDPOINT_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
}

policy! { MPTCP_PM_ADDRESS_NL_POLICY "mptcp_pm_address_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..8:
    1 "MPTCP_PM_ADDR_ATTR_FAMILY" U16,
    2 "MPTCP_PM_ADDR_ATTR_ID" U8,
    3 "MPTCP_PM_ADDR_ATTR_ADDR4" Be32,
    4 "MPTCP_PM_ADDR_ATTR_ADDR6" Binary.exact(16),
    5 "MPTCP_PM_ADDR_ATTR_PORT" U16,
    6 "MPTCP_PM_ADDR_ATTR_FLAGS" U32,
    7 "MPTCP_PM_ADDR_ATTR_IF_IDX" S32,
}

policy! { MPTCP_PM_ANNOUNCE_NL_POLICY "mptcp_pm_announce_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..5:
    1 "MPTCP_PM_ATTR_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
    4 "MPTCP_PM_ATTR_TOKEN" U32,
}

policy! { MPTCP_PM_DEL_ADDR_NL_POLICY "mptcp_pm_del_addr_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..2:
    1 "MPTCP_PM_ENDPOINT_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
}

policy! { MPTCP_PM_FLUSH_ADDRS_NL_POLICY "mptcp_pm_flush_addrs_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..2:
    1 "MPTCP_PM_ENDPOINT_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
}

policy! { MPTCP_PM_GET_ADDR_NL_POLICY "mptcp_pm_get_addr_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..5:
    1 "MPTCP_PM_ATTR_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
    4 "MPTCP_PM_ATTR_TOKEN" U32,
}

policy! { MPTCP_PM_GET_LIMITS_NL_POLICY "mptcp_pm_get_limits_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..4:
    2 "MPTCP_PM_ATTR_RCV_ADD_ADDRS" U32,
    3 "MPTCP_PM_ATTR_SUBFLOWS" U32,
}

policy! { MPTCP_PM_REMOVE_NL_POLICY "mptcp_pm_remove_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..6:
    4 "MPTCP_PM_ATTR_TOKEN" U32,
    5 "MPTCP_PM_ATTR_LOC_ID" U8,
}

policy! { MPTCP_PM_SET_FLAGS_NL_POLICY "mptcp_pm_set_flags_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..7:
    1 "MPTCP_PM_ATTR_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
    4 "MPTCP_PM_ATTR_TOKEN" U32,
    6 "MPTCP_PM_ATTR_ADDR_REMOTE" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
}

policy! { MPTCP_PM_SET_LIMITS_NL_POLICY "mptcp_pm_set_limits_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..4:
    2 "MPTCP_PM_ATTR_RCV_ADD_ADDRS" U32,
    3 "MPTCP_PM_ATTR_SUBFLOWS" U32,
}

policy! { MPTCP_PM_SUBFLOW_CREATE_NL_POLICY "mptcp_pm_subflow_create_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..7:
    1 "MPTCP_PM_ATTR_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
    4 "MPTCP_PM_ATTR_TOKEN" U32,
    6 "MPTCP_PM_ATTR_ADDR_REMOTE" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
}

policy! { MPTCP_PM_SUBFLOW_DESTROY_NL_POLICY "mptcp_pm_subflow_destroy_nl_policy" "net/mptcp/mptcp_pm_gen.c" 0..7:
    1 "MPTCP_PM_ATTR_ADDR" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
    4 "MPTCP_PM_ATTR_TOKEN" U32,
    6 "MPTCP_PM_ATTR_ADDR_REMOTE" Nested.of(&MPTCP_PM_ADDRESS_NL_POLICY),
}

policy! { NCSI_GENL_POLICY "ncsi_genl_policy" "net/ncsi/ncsi-netlink.c" 0..9:
    1 "NCSI_ATTR_IFINDEX" U32,
    2 "NCSI_ATTR_PACKAGE_LIST" Nested,
    3 "NCSI_ATTR_PACKAGE_ID" U32,
    4 "NCSI_ATTR_CHANNEL_ID" U32,
    5 "NCSI_ATTR_DATA" Binary.len(2048),
    6 "NCSI_ATTR_MULTI_FLAG" Flag,
    7 "NCSI_ATTR_PACKAGE_MASK" U32,
    8 "NCSI_ATTR_CHANNEL_MASK" U32,
}

policy! { IPADDR_POLICY "ipaddr_policy" "net/netfilter/ipset/ip_set_core.c" 0..3:
    1 "IPSET_ATTR_IPADDR_IPV4" U32,
    2 "IPSET_ATTR_IPADDR_IPV6" Binary.exact(16),
}

policy! { IP_VS_CMD_POLICY "ip_vs_cmd_policy" "net/netfilter/ipvs/ip_vs_ctl.c" 0..7:
    1 "IPVS_CMD_ATTR_SERVICE" Nested,
    2 "IPVS_CMD_ATTR_DEST" Nested,
    3 "IPVS_CMD_ATTR_DAEMON" Nested,
    4 "IPVS_CMD_ATTR_TIMEOUT_TCP" U32,
    5 "IPVS_CMD_ATTR_TIMEOUT_TCP_FIN" U32,
    6 "IPVS_CMD_ATTR_TIMEOUT_UDP" U32,
}

policy! { IP_VS_DAEMON_POLICY "ip_vs_daemon_policy" "net/netfilter/ipvs/ip_vs_ctl.c" 0..9:
    1 "IPVS_DAEMON_ATTR_STATE" U32,
    2 "IPVS_DAEMON_ATTR_MCAST_IFN" NulText.len(15),
    3 "IPVS_DAEMON_ATTR_SYNC_ID" U32,
    4 "IPVS_DAEMON_ATTR_SYNC_MAXLEN" U16,
    5 "IPVS_DAEMON_ATTR_MCAST_GROUP" U32,
    6 "IPVS_DAEMON_ATTR_MCAST_GROUP6" Unspec.len(16),
    7 "IPVS_DAEMON_ATTR_MCAST_PORT" U16,
    8 "IPVS_DAEMON_ATTR_MCAST_TTL" U8,
}

policy! { IP_VS_DEST_POLICY "ip_vs_dest_policy" "net/netfilter/ipvs/ip_vs_ctl.c" 0..16:
    1 "IPVS_DEST_ATTR_ADDR" Binary.len(16),
    2 "IPVS_DEST_ATTR_PORT" U16,
    3 "IPVS_DEST_ATTR_FWD_METHOD" U32,
    4 "IPVS_DEST_ATTR_WEIGHT" U32,
    5 "IPVS_DEST_ATTR_U_THRESH" U32,
    6 "IPVS_DEST_ATTR_L_THRESH" U32,
    7 "IPVS_DEST_ATTR_ACTIVE_CONNS" U32,
    8 "IPVS_DEST_ATTR_INACT_CONNS" U32,
    9 "IPVS_DEST_ATTR_PERSIST_CONNS" U32,
    10 "IPVS_DEST_ATTR_STATS" Nested,
    11 "IPVS_DEST_ATTR_ADDR_FAMILY" U16,
    13 "IPVS_DEST_ATTR_TUN_TYPE" U8,
    14 "IPVS_DEST_ATTR_TUN_PORT" U16,
    15 "IPVS_DEST_ATTR_TUN_FLAGS" U16,
}

policy! { IP_VS_SVC_POLICY "ip_vs_svc_policy" "net/netfilter/ipvs/ip_vs_ctl.c" 0..13:
    1 "IPVS_SVC_ATTR_AF" U16,
    2 "IPVS_SVC_ATTR_PROTOCOL" U16,
    3 "IPVS_SVC_ATTR_ADDR" Binary.len(16),
    4 "IPVS_SVC_ATTR_PORT" U16,
    5 "IPVS_SVC_ATTR_FWMARK" U32,
    6 "IPVS_SVC_ATTR_SCHED_NAME" NulText.len(15),
    7 "IPVS_SVC_ATTR_FLAGS" Binary.len(8),
    8 "IPVS_SVC_ATTR_TIMEOUT" U32,
    9 "IPVS_SVC_ATTR_NETMASK" U32,
    10 "IPVS_SVC_ATTR_STATS" Nested,
    11 "IPVS_SVC_ATTR_PE_NAME" NulText.len(16),
}

policy! { CT_NLA_POLICY "ct_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..28:
    1 "CTA_TUPLE_ORIG" Nested,
    2 "CTA_TUPLE_REPLY" Nested,
    3 "CTA_STATUS" U32,
    4 "CTA_PROTOINFO" Nested,
    5 "CTA_HELP" Nested,
    6 "CTA_NAT_SRC" Nested,
    7 "CTA_TIMEOUT" U32,
    8 "CTA_MARK" U32,
    12 "CTA_ID" U32,
    13 "CTA_NAT_DST" Nested,
    14 "CTA_TUPLE_MASTER" Nested,
    15 "CTA_NAT_SEQ_ADJ_ORIG" Nested,
    16 "CTA_NAT_SEQ_ADJ_REPLY" Nested,
    18 "CTA_ZONE" U16,
    21 "CTA_MARK_MASK" U32,
    22 "CTA_LABELS" Binary.len(16),
    23 "CTA_LABELS_MASK" Binary.len(16),
    25 "CTA_FILTER" Nested,
    26 "CTA_STATUS_MASK" U32,
    27 "CTA_TIMESTAMP_EVENT" Reject,
}

policy! { CTA_FILTER_NLA_POLICY "cta_filter_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..3:
    1 "CTA_FILTER_ORIG_FLAGS" U32.mask(0xfff),
    2 "CTA_FILTER_REPLY_FLAGS" U32.mask(0xfff),
}

policy! { CTA_IP_NLA_POLICY "cta_ip_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..5:
    1 "CTA_IP_V4_SRC" U32,
    2 "CTA_IP_V4_DST" U32,
    3 "CTA_IP_V6_SRC" Unspec.len(16),
    4 "CTA_IP_V6_DST" Unspec.len(16),
}

policy! { EXP_NAT_NLA_POLICY "exp_nat_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..3:
    1 "CTA_EXPECT_NAT_DIR" Be32.max(1),
    2 "CTA_EXPECT_NAT_TUPLE" Nested,
}

policy! { EXP_NLA_POLICY "exp_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..12:
    1 "CTA_EXPECT_MASTER" Nested,
    2 "CTA_EXPECT_TUPLE" Nested,
    3 "CTA_EXPECT_MASK" Nested,
    4 "CTA_EXPECT_TIMEOUT" U32,
    5 "CTA_EXPECT_ID" U32,
    6 "CTA_EXPECT_HELP_NAME" NulText.len(15),
    7 "CTA_EXPECT_ZONE" U16,
    8 "CTA_EXPECT_FLAGS" Be32.mask(0x7),
    9 "CTA_EXPECT_CLASS" U32,
    10 "CTA_EXPECT_NAT" Nested,
    11 "CTA_EXPECT_FN" NulText,
}

policy! { HELP_NLA_POLICY "help_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..3:
    1 "CTA_HELP_NAME" NulText.len(15),
}

policy! { PROTO_NLA_POLICY "proto_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..10:
    1 "CTA_PROTO_NUM" U8,
}

policy! { PROTOINFO_POLICY "protoinfo_policy" "net/netfilter/nf_conntrack_netlink.c" 0..4:
    1 "CTA_PROTOINFO_TCP" Nested,
    3 "CTA_PROTOINFO_SCTP" Nested,
}

policy! { SEQADJ_POLICY "seqadj_policy" "net/netfilter/nf_conntrack_netlink.c" 0..4:
    1 "CTA_SEQADJ_CORRECTION_POS" U32,
    2 "CTA_SEQADJ_OFFSET_BEFORE" U32,
    3 "CTA_SEQADJ_OFFSET_AFTER" U32,
}

policy! { SYNPROXY_POLICY "synproxy_policy" "net/netfilter/nf_conntrack_netlink.c" 0..4:
    1 "CTA_SYNPROXY_ISN" U32,
    2 "CTA_SYNPROXY_ITS" U32,
    3 "CTA_SYNPROXY_TSOFF" U32,
}

policy! { TUPLE_NLA_POLICY "tuple_nla_policy" "net/netfilter/nf_conntrack_netlink.c" 0..4:
    1 "CTA_TUPLE_IP" Nested,
    2 "CTA_TUPLE_PROTO" Nested,
    3 "CTA_TUPLE_ZONE" U16,
}

policy! { SCTP_NLA_POLICY "sctp_nla_policy" "net/netfilter/nf_conntrack_proto_sctp.c" 0..4:
    1 "CTA_PROTOINFO_SCTP_STATE" U8.max(8),
    2 "CTA_PROTOINFO_SCTP_VTAG_ORIGINAL" U32,
    3 "CTA_PROTOINFO_SCTP_VTAG_REPLY" U32,
}

policy! { TCP_NLA_POLICY "tcp_nla_policy" "net/netfilter/nf_conntrack_proto_tcp.c" 0..6:
    1 "CTA_PROTOINFO_TCP_STATE" U8.max(9),
    2 "CTA_PROTOINFO_TCP_WSCALE_ORIGINAL" U8.max(14),
    3 "CTA_PROTOINFO_TCP_WSCALE_REPLY" U8.max(14),
    4 "CTA_PROTOINFO_TCP_FLAGS_ORIGINAL" Unspec.len(2),
    5 "CTA_PROTOINFO_TCP_FLAGS_REPLY" Unspec.len(2),
}

policy! { NAT_NLA_POLICY "nat_nla_policy" "net/netfilter/nf_nat_core.c" 0..6:
    1 "CTA_NAT_V4_MINIP" U32,
    2 "CTA_NAT_V4_MAXIP" U32,
    3 "CTA_NAT_PROTO" Nested,
    4 "CTA_NAT_V6_MINIP" Unspec.len(16),
    5 "CTA_NAT_V6_MAXIP" Unspec.len(16),
}

policy! { PROTONAT_NLA_POLICY "protonat_nla_policy" "net/netfilter/nf_nat_core.c" 0..3:
    1 "CTA_PROTONAT_PORT_MIN" U16,
    2 "CTA_PROTONAT_PORT_MAX" U16,
}

policy! { NFT_CHAIN_POLICY "nft_chain_policy" "net/netfilter/nf_tables_api.c" 0..13:
    1 "NFTA_CHAIN_TABLE" Text.len(255),
    2 "NFTA_CHAIN_HANDLE" U64,
    3 "NFTA_CHAIN_NAME" Text.len(255),
    4 "NFTA_CHAIN_HOOK" Nested,
    5 "NFTA_CHAIN_POLICY" U32,
    7 "NFTA_CHAIN_TYPE" Text,
    8 "NFTA_CHAIN_COUNTERS" Nested,
    10 "NFTA_CHAIN_FLAGS" Be32.mask(0x7),
    11 "NFTA_CHAIN_ID" U32,
    12 "NFTA_CHAIN_USERDATA" Binary.len(256),
}

policy! { NFT_CONCAT_POLICY "nft_concat_policy" "net/netfilter/nf_tables_api.c" 0..2:
    1 "NFTA_SET_FIELD_LEN" U32,
}

policy! { NFT_DATA_POLICY "nft_data_policy" "net/netfilter/nf_tables_api.c" 0..3:
    1 "NFTA_DATA_VALUE" Binary,
    2 "NFTA_DATA_VERDICT" Nested,
}

policy! { NFT_EXPR_POLICY "nft_expr_policy" "net/netfilter/nf_tables_api.c" 0..3:
    1 "NFTA_EXPR_NAME" Text,
    2 "NFTA_EXPR_DATA" Nested,
}

policy! { NFT_FLOWTABLE_HOOK_POLICY "nft_flowtable_hook_policy" "net/netfilter/nf_tables_api.c" 0..4:
    1 "NFTA_FLOWTABLE_HOOK_NUM" U32,
    2 "NFTA_FLOWTABLE_HOOK_PRIORITY" U32,
    3 "NFTA_FLOWTABLE_HOOK_DEVS" Nested,
}

policy! { NFT_FLOWTABLE_POLICY "nft_flowtable_policy" "net/netfilter/nf_tables_api.c" 0..8:
    1 "NFTA_FLOWTABLE_TABLE" Text.len(255),
    2 "NFTA_FLOWTABLE_NAME" Text.len(255),
    3 "NFTA_FLOWTABLE_HOOK" Nested,
    5 "NFTA_FLOWTABLE_HANDLE" U64,
    7 "NFTA_FLOWTABLE_FLAGS" Be32.mask(0x3),
}

policy! { NFT_HOOK_POLICY "nft_hook_policy" "net/netfilter/nf_tables_api.c" 0..5:
    1 "NFTA_HOOK_HOOKNUM" U32,
    2 "NFTA_HOOK_PRIORITY" U32,
    3 "NFTA_HOOK_DEV" Text.len(15),
}

policy! { NFT_OBJ_POLICY "nft_obj_policy" "net/netfilter/nf_tables_api.c" 0..9:
    1 "NFTA_OBJ_TABLE" Text.len(255),
    2 "NFTA_OBJ_NAME" Text.len(255),
    3 "NFTA_OBJ_TYPE" U32,
    4 "NFTA_OBJ_DATA" Nested,
    6 "NFTA_OBJ_HANDLE" U64,
    8 "NFTA_OBJ_USERDATA" Binary.len(256),
}

policy! { NFT_RULE_POLICY "nft_rule_policy" "net/netfilter/nf_tables_api.c" 0..12:
    1 "NFTA_RULE_TABLE" Text.len(255),
    2 "NFTA_RULE_CHAIN" Text.len(255),
    3 "NFTA_RULE_HANDLE" U64,
    4 "NFTA_RULE_EXPRESSIONS" NestedArray.of(&NFT_EXPR_POLICY),
    5 "NFTA_RULE_COMPAT" Nested,
    6 "NFTA_RULE_POSITION" U64,
    7 "NFTA_RULE_USERDATA" Binary.len(256),
    9 "NFTA_RULE_ID" U32,
    10 "NFTA_RULE_POSITION_ID" U32,
    11 "NFTA_RULE_CHAIN_ID" U32,
}

policy! { NFT_SET_DESC_POLICY "nft_set_desc_policy" "net/netfilter/nf_tables_api.c" 0..3:
    1 "NFTA_SET_DESC_SIZE" U32,
    2 "NFTA_SET_DESC_CONCAT" NestedArray.of(&NFT_CONCAT_POLICY),
}

policy! { NFT_SET_ELEM_LIST_POLICY "nft_set_elem_list_policy" "net/netfilter/nf_tables_api.c" 0..5:
    1 "NFTA_SET_ELEM_LIST_TABLE" Text.len(255),
    2 "NFTA_SET_ELEM_LIST_SET" Text.len(255),
    3 "NFTA_SET_ELEM_LIST_ELEMENTS" NestedArray.of(&NFT_SET_ELEM_POLICY),
    4 "NFTA_SET_ELEM_LIST_SET_ID" U32,
}

policy! { NFT_SET_ELEM_POLICY "nft_set_elem_policy" "net/netfilter/nf_tables_api.c" 0..12:
    1 "NFTA_SET_ELEM_KEY" Nested,
    2 "NFTA_SET_ELEM_DATA" Nested,
    3 "NFTA_SET_ELEM_FLAGS" Be32.mask(0x3),
    4 "NFTA_SET_ELEM_TIMEOUT" U64,
    5 "NFTA_SET_ELEM_EXPIRATION" U64,
    6 "NFTA_SET_ELEM_USERDATA" Binary.len(256),
    7 "NFTA_SET_ELEM_EXPR" Nested,
    9 "NFTA_SET_ELEM_OBJREF" Text.len(255),
    10 "NFTA_SET_ELEM_KEY_END" Nested,
    11 "NFTA_SET_ELEM_EXPRESSIONS" NestedArray.of(&NFT_EXPR_POLICY),
}

policy! { NFT_SET_POLICY "nft_set_policy" "net/netfilter/nf_tables_api.c" 0..21:
    1 "NFTA_SET_TABLE" Text.len(255),
    2 "NFTA_SET_NAME" Text.len(255),
    3 "NFTA_SET_FLAGS" Be32.mask(0x1ff),
    4 "NFTA_SET_KEY_TYPE" U32,
    5 "NFTA_SET_KEY_LEN" U32,
    6 "NFTA_SET_DATA_TYPE" U32,
    7 "NFTA_SET_DATA_LEN" U32,
    8 "NFTA_SET_POLICY" U32,
    9 "NFTA_SET_DESC" Nested,
    10 "NFTA_SET_ID" U32,
    11 "NFTA_SET_TIMEOUT" U64,
    12 "NFTA_SET_GC_INTERVAL" U32,
    13 "NFTA_SET_USERDATA" Binary.len(256),
    15 "NFTA_SET_OBJ_TYPE" U32,
    16 "NFTA_SET_HANDLE" U64,
    17 "NFTA_SET_EXPR" Nested,
    18 "NFTA_SET_EXPRESSIONS" NestedArray.of(&NFT_EXPR_POLICY),
    19 "NFTA_SET_TYPE" Reject,
    20 "NFTA_SET_COUNT" Reject,
}

policy! { NFT_TABLE_POLICY "nft_table_policy" "net/netfilter/nf_tables_api.c" 0..8:
    1 "NFTA_TABLE_NAME" Text.len(255),
    2 "NFTA_TABLE_FLAGS" Be32.mask(0x7),
    4 "NFTA_TABLE_HANDLE" U64,
    6 "NFTA_TABLE_USERDATA" Binary.len(256),
}

policy! { NFT_VERDICT_POLICY "nft_verdict_policy" "net/netfilter/nf_tables_api.c" 0..4:
    1 "NFTA_VERDICT_CODE" U32,
    2 "NFTA_VERDICT_CHAIN" Text.len(255),
    3 "NFTA_VERDICT_CHAIN_ID" U32,
}

policy! { FILTER_POLICY "filter_policy" "net/netfilter/nfnetlink_acct.c" 0..3:
    1 "NFACCT_FILTER_MASK" U32,
    2 "NFACCT_FILTER_VALUE" U32,
}

policy! { NFNL_ACCT_POLICY "nfnl_acct_policy" "net/netfilter/nfnetlink_acct.c" 0..9:
    1 "NFACCT_NAME" NulText.len(31),
    2 "NFACCT_PKTS" U64,
    3 "NFACCT_BYTES" U64,
    5 "NFACCT_FLAGS" Be32.mask(0x3),
    6 "NFACCT_QUOTA" U64,
    7 "NFACCT_FILTER" Nested,
}

policy! { NFNL_CTHELPER_EXPECT_POL "nfnl_cthelper_expect_pol" "net/netfilter/nfnetlink_cthelper.c" 0..4:
    1 "NFCTH_POLICY_NAME" NulText.len(15),
    2 "NFCTH_POLICY_EXPECT_MAX" U32,
    3 "NFCTH_POLICY_EXPECT_TIMEOUT" U32,
}

policy! { NFNL_CTHELPER_EXPECT_POLICY_SET "nfnl_cthelper_expect_policy_set" "net/netfilter/nfnetlink_cthelper.c" 0..6:
    1 "NFCTH_POLICY_SET_NUM" Be32.max(4),
}

policy! { NFNL_CTHELPER_POLICY "nfnl_cthelper_policy" "net/netfilter/nfnetlink_cthelper.c" 0..7:
    1 "NFCTH_NAME" NulText.len(15),
    3 "NFCTH_QUEUE_NUM" U32,
    5 "NFCTH_PRIV_DATA_LEN" U32,
    6 "NFCTH_STATUS" U32,
}

policy! { NFNL_CTHELPER_TUPLE_POL "nfnl_cthelper_tuple_pol" "net/netfilter/nfnetlink_cthelper.c" 0..3:
    1 "NFCTH_TUPLE_L3PROTONUM" U16,
    2 "NFCTH_TUPLE_L4PROTONUM" U8,
}

policy! { CTTIMEOUT_NLA_POLICY "cttimeout_nla_policy" "net/netfilter/nfnetlink_cttimeout.c" 0..6:
    1 "CTA_TIMEOUT_NAME" NulText.len(31),
    2 "CTA_TIMEOUT_L3PROTO" U16,
    3 "CTA_TIMEOUT_L4PROTO" U8,
    4 "CTA_TIMEOUT_DATA" Nested,
}

policy! { NFNL_HOOK_NLA_POLICY "nfnl_hook_nla_policy" "net/netfilter/nfnetlink_hook.c" 0..7:
    1 "NFNLA_HOOK_HOOKNUM" Be32.max(255),
    2 "NFNLA_HOOK_PRIORITY" U32,
    3 "NFNLA_HOOK_DEV" Text.len(15),
    4 "NFNLA_HOOK_FUNCTION_NAME" NulText.len(512),
    5 "NFNLA_HOOK_MODULE_NAME" NulText.len(56),
    6 "NFNLA_HOOK_CHAIN_INFO" Nested,
}

policy! { NFULA_CFG_POLICY "nfula_cfg_policy" "net/netfilter/nfnetlink_log.c" 0..7:
    1 "NFULA_CFG_CMD" Unspec.len(1),
    2 "NFULA_CFG_MODE" Unspec.len(6),
    3 "NFULA_CFG_NLBUFSIZ" U32,
    4 "NFULA_CFG_TIMEOUT" U32,
    5 "NFULA_CFG_QTHRESH" U32,
    6 "NFULA_CFG_FLAGS" Be16.mask(0x7),
}

policy! { NFNL_OSF_POLICY "nfnl_osf_policy" "net/netfilter/nfnetlink_osf.c" 0..3:
    1 "OSF_ATTR_FINGER" Binary.exact(592),
}

policy! { NFQA_CFG_POLICY "nfqa_cfg_policy" "net/netfilter/nfnetlink_queue.c" 0..6:
    1 "NFQA_CFG_CMD" Unspec.len(4),
    2 "NFQA_CFG_PARAMS" Unspec.len(5),
    3 "NFQA_CFG_QUEUE_MAXLEN" U32,
    4 "NFQA_CFG_MASK" U32,
    5 "NFQA_CFG_FLAGS" Be32.mask(0x1f),
}

policy! { NFQA_VERDICT_BATCH_POLICY "nfqa_verdict_batch_policy" "net/netfilter/nfnetlink_queue.c" 0..23:
    2 "NFQA_VERDICT_HDR" Unspec.len(8),
    3 "NFQA_MARK" U32,
    21 "NFQA_PRIORITY" U32,
}

policy! { NFQA_VERDICT_POLICY "nfqa_verdict_policy" "net/netfilter/nfnetlink_queue.c" 0..23:
    2 "NFQA_VERDICT_HDR" Unspec.len(8),
    3 "NFQA_MARK" U32,
    10 "NFQA_PAYLOAD" Unspec,
    11 "NFQA_CT" Unspec,
    15 "NFQA_EXP" Unspec,
    19 "NFQA_VLAN" Nested,
    21 "NFQA_PRIORITY" U32,
}

policy! { NFQA_VLAN_POLICY "nfqa_vlan_policy" "net/netfilter/nfnetlink_queue.c" 0..3:
    1 "NFQA_VLAN_PROTO" U16,
    2 "NFQA_VLAN_TCI" U16,
}

policy! { NFT_BITWISE_POLICY "nft_bitwise_policy" "net/netfilter/nft_bitwise.c" 0..9:
    1 "NFTA_BITWISE_SREG" Be32.max(23),
    2 "NFTA_BITWISE_DREG" Be32.max(23),
    3 "NFTA_BITWISE_LEN" U32,
    4 "NFTA_BITWISE_MASK" Nested,
    5 "NFTA_BITWISE_XOR" Nested,
    6 "NFTA_BITWISE_OP" Be32.max(255),
    7 "NFTA_BITWISE_DATA" Nested,
    8 "NFTA_BITWISE_SREG2" Be32.max(23),
}

policy! { NFT_BYTEORDER_POLICY "nft_byteorder_policy" "net/netfilter/nft_byteorder.c" 0..6:
    1 "NFTA_BYTEORDER_SREG" Be32.max(23),
    2 "NFTA_BYTEORDER_DREG" Be32.max(23),
    3 "NFTA_BYTEORDER_OP" Be32.max(255),
    4 "NFTA_BYTEORDER_LEN" Be32.max(255),
    5 "NFTA_BYTEORDER_SIZE" Be32.max(255),
}

policy! { NFT_CMP_POLICY "nft_cmp_policy" "net/netfilter/nft_cmp.c" 0..4:
    1 "NFTA_CMP_SREG" Be32.max(23),
    2 "NFTA_CMP_OP" U32,
    3 "NFTA_CMP_DATA" Nested,
}

policy! { NFNL_COMPAT_POLICY_GET "nfnl_compat_policy_get" "net/netfilter/nft_compat.c" 0..4:
    1 "NFTA_COMPAT_NAME" NulText.len(31),
    2 "NFTA_COMPAT_REV" Be32.max(255),
    3 "NFTA_COMPAT_TYPE" U32,
}

policy! { NFT_MATCH_POLICY "nft_match_policy" "net/netfilter/nft_compat.c" 0..4:
    1 "NFTA_MATCH_NAME" NulText.len(29),
    2 "NFTA_MATCH_REV" Be32.max(255),
    3 "NFTA_MATCH_INFO" Binary,
}

policy! { NFT_RULE_COMPAT_POLICY "nft_rule_compat_policy" "net/netfilter/nft_compat.c" 0..3:
    1 "NFTA_RULE_COMPAT_PROTO" U32,
    2 "NFTA_RULE_COMPAT_FLAGS" Be32.mask(0x2),
}

policy! { NFT_TARGET_POLICY "nft_target_policy" "net/netfilter/nft_compat.c" 0..4:
    1 "NFTA_TARGET_NAME" NulText.len(29),
    2 "NFTA_TARGET_REV" Be32.max(255),
    3 "NFTA_TARGET_INFO" Binary,
}

policy! { NFT_CONNLIMIT_POLICY "nft_connlimit_policy" "net/netfilter/nft_connlimit.c" 0..3:
    1 "NFTA_CONNLIMIT_COUNT" U32,
    2 "NFTA_CONNLIMIT_FLAGS" Be32.mask(0x1),
}

policy! { NFT_CT_EXPECT_POLICY "nft_ct_expect_policy" "net/netfilter/nft_ct.c" 0..6:
    1 "NFTA_CT_EXPECT_L3PROTO" U16,
    2 "NFTA_CT_EXPECT_L4PROTO" U8,
    3 "NFTA_CT_EXPECT_DPORT" U16,
    4 "NFTA_CT_EXPECT_TIMEOUT" U32,
    5 "NFTA_CT_EXPECT_SIZE" U8,
}

policy! { NFT_CT_HELPER_POLICY "nft_ct_helper_policy" "net/netfilter/nft_ct.c" 0..4:
    1 "NFTA_CT_HELPER_NAME" Text.len(15),
    2 "NFTA_CT_HELPER_L3PROTO" U16,
    3 "NFTA_CT_HELPER_L4PROTO" U8,
}

policy! { NFT_CT_POLICY "nft_ct_policy" "net/netfilter/nft_ct.c" 0..5:
    1 "NFTA_CT_DREG" Be32.max(23),
    2 "NFTA_CT_KEY" Be32.max(255),
    3 "NFTA_CT_DIRECTION" U8.max(1),
    4 "NFTA_CT_SREG" Be32.max(23),
}

policy! { NFT_CT_TIMEOUT_POLICY "nft_ct_timeout_policy" "net/netfilter/nft_ct.c" 0..4:
    1 "NFTA_CT_TIMEOUT_L3PROTO" U16,
    2 "NFTA_CT_TIMEOUT_L4PROTO" U8,
    3 "NFTA_CT_TIMEOUT_DATA" Nested,
}

policy! { NFT_DYNSET_POLICY "nft_dynset_policy" "net/netfilter/nft_dynset.c" 0..11:
    1 "NFTA_DYNSET_SET_NAME" Text.len(255),
    2 "NFTA_DYNSET_SET_ID" U32,
    3 "NFTA_DYNSET_OP" Be32.max(255),
    4 "NFTA_DYNSET_SREG_KEY" U32,
    5 "NFTA_DYNSET_SREG_DATA" U32,
    6 "NFTA_DYNSET_TIMEOUT" U64,
    7 "NFTA_DYNSET_EXPR" Nested,
    9 "NFTA_DYNSET_FLAGS" Be32.mask(0x3),
    10 "NFTA_DYNSET_EXPRESSIONS" Nested,
}

policy! { NFT_EXTHDR_POLICY "nft_exthdr_policy" "net/netfilter/nft_exthdr.c" 0..8:
    1 "NFTA_EXTHDR_DREG" Be32.max(23),
    2 "NFTA_EXTHDR_TYPE" U8,
    3 "NFTA_EXTHDR_OFFSET" U32,
    4 "NFTA_EXTHDR_LEN" Be32.max(255),
    5 "NFTA_EXTHDR_FLAGS" Be32.mask(0x1),
    6 "NFTA_EXTHDR_OP" Be32.max(255),
    7 "NFTA_EXTHDR_SREG" Be32.max(23),
}

policy! { NFT_FLOW_OFFLOAD_POLICY "nft_flow_offload_policy" "net/netfilter/nft_flow_offload.c" 0..2:
    1 "NFTA_FLOW_TABLE_NAME" Text.len(255),
}

policy! { NFT_FWD_NETDEV_POLICY "nft_fwd_netdev_policy" "net/netfilter/nft_fwd_netdev.c" 0..4:
    1 "NFTA_FWD_SREG_DEV" U32,
    2 "NFTA_FWD_SREG_ADDR" U32,
    3 "NFTA_FWD_NFPROTO" Be32.max(255),
}

policy! { NFT_HASH_POLICY "nft_hash_policy" "net/netfilter/nft_hash.c" 0..10:
    1 "NFTA_HASH_SREG" Be32.max(23),
    2 "NFTA_HASH_DREG" Be32.max(23),
    3 "NFTA_HASH_LEN" Be32.max(255),
    4 "NFTA_HASH_MODULUS" U32,
    5 "NFTA_HASH_SEED" U32,
    6 "NFTA_HASH_OFFSET" U32,
    7 "NFTA_HASH_TYPE" U32,
}

policy! { NFT_IMMEDIATE_POLICY "nft_immediate_policy" "net/netfilter/nft_immediate.c" 0..3:
    1 "NFTA_IMMEDIATE_DREG" Be32.max(23),
    2 "NFTA_IMMEDIATE_DATA" Nested,
}

policy! { NFT_INNER_POLICY "nft_inner_policy" "net/netfilter/nft_inner.c" 0..6:
    1 "NFTA_INNER_NUM" U32,
    2 "NFTA_INNER_TYPE" U32,
    3 "NFTA_INNER_FLAGS" Be32.mask(0xf),
    4 "NFTA_INNER_HDRSIZE" U32,
    5 "NFTA_INNER_EXPR" Nested,
}

policy! { NFT_LAST_POLICY "nft_last_policy" "net/netfilter/nft_last.c" 0..4:
    1 "NFTA_LAST_SET" U32,
    2 "NFTA_LAST_MSECS" U64,
}

policy! { NFT_LIMIT_POLICY "nft_limit_policy" "net/netfilter/nft_limit.c" 0..7:
    1 "NFTA_LIMIT_RATE" U64,
    2 "NFTA_LIMIT_UNIT" U64,
    3 "NFTA_LIMIT_BURST" U32,
    4 "NFTA_LIMIT_TYPE" U32,
    5 "NFTA_LIMIT_FLAGS" Be32.mask(0x1),
}

policy! { NFT_LOG_POLICY "nft_log_policy" "net/netfilter/nft_log.c" 0..7:
    1 "NFTA_LOG_GROUP" U16,
    2 "NFTA_LOG_PREFIX" Text.len(127),
    3 "NFTA_LOG_SNAPLEN" U32,
    4 "NFTA_LOG_QTHRESHOLD" U16,
    5 "NFTA_LOG_LEVEL" U32,
    6 "NFTA_LOG_FLAGS" Be32.mask(0x2f),
}

policy! { NFT_LOOKUP_POLICY "nft_lookup_policy" "net/netfilter/nft_lookup.c" 0..6:
    1 "NFTA_LOOKUP_SET" Text.len(255),
    2 "NFTA_LOOKUP_SREG" Be32.max(23),
    3 "NFTA_LOOKUP_DREG" Be32.max(23),
    4 "NFTA_LOOKUP_SET_ID" U32,
    5 "NFTA_LOOKUP_FLAGS" Be32.mask(0x1),
}

policy! { NFT_MASQ_POLICY "nft_masq_policy" "net/netfilter/nft_masq.c" 0..4:
    1 "NFTA_MASQ_FLAGS" Be32.mask(0x7f),
    2 "NFTA_MASQ_REG_PROTO_MIN" U32,
    3 "NFTA_MASQ_REG_PROTO_MAX" U32,
}

policy! { NFT_META_POLICY "nft_meta_policy" "net/netfilter/nft_meta.c" 0..4:
    1 "NFTA_META_DREG" Be32.max(23),
    2 "NFTA_META_KEY" Be32.max(255),
    3 "NFTA_META_SREG" Be32.max(23),
}

policy! { NFT_SECMARK_POLICY "nft_secmark_policy" "net/netfilter/nft_meta.c" 0..2:
    1 "NFTA_SECMARK_CTX" Text.len(4096),
}

policy! { NFT_NAT_POLICY "nft_nat_policy" "net/netfilter/nft_nat.c" 0..8:
    1 "NFTA_NAT_TYPE" U32,
    2 "NFTA_NAT_FAMILY" U32,
    3 "NFTA_NAT_REG_ADDR_MIN" U32,
    4 "NFTA_NAT_REG_ADDR_MAX" U32,
    5 "NFTA_NAT_REG_PROTO_MIN" U32,
    6 "NFTA_NAT_REG_PROTO_MAX" U32,
    7 "NFTA_NAT_FLAGS" Be32.mask(0x7f),
}

policy! { NFT_NG_POLICY "nft_ng_policy" "net/netfilter/nft_numgen.c" 0..7:
    1 "NFTA_NG_DREG" Be32.max(23),
    2 "NFTA_NG_MODULUS" U32,
    3 "NFTA_NG_TYPE" U32,
    4 "NFTA_NG_OFFSET" U32,
}

policy! { NFT_OBJREF_POLICY "nft_objref_policy" "net/netfilter/nft_objref.c" 0..6:
    1 "NFTA_OBJREF_IMM_TYPE" U32,
    2 "NFTA_OBJREF_IMM_NAME" Text.len(255),
    3 "NFTA_OBJREF_SET_SREG" Be32.max(23),
    4 "NFTA_OBJREF_SET_NAME" Text.len(255),
    5 "NFTA_OBJREF_SET_ID" U32,
}

policy! { NFT_OSF_POLICY "nft_osf_policy" "net/netfilter/nft_osf.c" 0..4:
    1 "NFTA_OSF_DREG" Be32.max(23),
    2 "NFTA_OSF_TTL" U8,
    3 "NFTA_OSF_FLAGS" Be32.mask(0x1),
}

policy! { NFT_PAYLOAD_POLICY "nft_payload_policy" "net/netfilter/nft_payload.c" 0..9:
    1 "NFTA_PAYLOAD_DREG" Be32.max(23),
    2 "NFTA_PAYLOAD_BASE" U32,
    3 "NFTA_PAYLOAD_OFFSET" Be32,
    4 "NFTA_PAYLOAD_LEN" Be32.max(255),
    5 "NFTA_PAYLOAD_SREG" Be32.max(23),
    6 "NFTA_PAYLOAD_CSUM_TYPE" U32,
    7 "NFTA_PAYLOAD_CSUM_OFFSET" Be32.max(255),
    8 "NFTA_PAYLOAD_CSUM_FLAGS" Be32.mask(0x1),
}

policy! { NFT_QUEUE_POLICY "nft_queue_policy" "net/netfilter/nft_queue.c" 0..5:
    1 "NFTA_QUEUE_NUM" U16,
    2 "NFTA_QUEUE_TOTAL" U16,
    3 "NFTA_QUEUE_FLAGS" Be16.mask(0x3),
    4 "NFTA_QUEUE_SREG_QNUM" U32,
}

policy! { NFT_QUOTA_POLICY "nft_quota_policy" "net/netfilter/nft_quota.c" 0..5:
    1 "NFTA_QUOTA_BYTES" U64,
    2 "NFTA_QUOTA_FLAGS" Be32.mask(0x1),
    4 "NFTA_QUOTA_CONSUMED" U64,
}

policy! { NFT_RANGE_POLICY "nft_range_policy" "net/netfilter/nft_range.c" 0..5:
    1 "NFTA_RANGE_SREG" Be32.max(23),
    2 "NFTA_RANGE_OP" Be32.max(255),
    3 "NFTA_RANGE_FROM_DATA" Nested,
    4 "NFTA_RANGE_TO_DATA" Nested,
}

policy! { NFT_REDIR_POLICY "nft_redir_policy" "net/netfilter/nft_redir.c" 0..4:
    1 "NFTA_REDIR_REG_PROTO_MIN" U32,
    2 "NFTA_REDIR_REG_PROTO_MAX" U32,
    3 "NFTA_REDIR_FLAGS" Be32.mask(0x7f),
}

policy! { NFT_RT_POLICY "nft_rt_policy" "net/netfilter/nft_rt.c" 0..3:
    1 "NFTA_RT_DREG" Be32.max(23),
    2 "NFTA_RT_KEY" Be32.max(255),
}

policy! { NFT_SOCKET_POLICY "nft_socket_policy" "net/netfilter/nft_socket.c" 0..4:
    1 "NFTA_SOCKET_KEY" Be32.max(255),
    2 "NFTA_SOCKET_DREG" Be32.max(23),
    3 "NFTA_SOCKET_LEVEL" Be32.max(255),
}

policy! { NFT_SYNPROXY_POLICY "nft_synproxy_policy" "net/netfilter/nft_synproxy.c" 0..4:
    1 "NFTA_SYNPROXY_MSS" U16,
    2 "NFTA_SYNPROXY_WSCALE" U8.max(14),
    3 "NFTA_SYNPROXY_FLAGS" Be32.mask(0xf),
}

policy! { NFT_TPROXY_POLICY "nft_tproxy_policy" "net/netfilter/nft_tproxy.c" 0..4:
    1 "NFTA_TPROXY_FAMILY" Be32.max(255),
    2 "NFTA_TPROXY_REG_ADDR" U32,
    3 "NFTA_TPROXY_REG_PORT" U32,
}

policy! { NFT_TUNNEL_IP6_POLICY "nft_tunnel_ip6_policy" "net/netfilter/nft_tunnel.c" 0..4:
    1 "NFTA_TUNNEL_KEY_IP6_SRC" Unspec.len(16),
    2 "NFTA_TUNNEL_KEY_IP6_DST" Unspec.len(16),
    3 "NFTA_TUNNEL_KEY_IP6_FLOWLABEL" U32,
}

policy! { NFT_TUNNEL_IP_POLICY "nft_tunnel_ip_policy" "net/netfilter/nft_tunnel.c" 0..3:
    1 "NFTA_TUNNEL_KEY_IP_SRC" U32,
    2 "NFTA_TUNNEL_KEY_IP_DST" U32,
}

policy! { NFT_TUNNEL_KEY_POLICY "nft_tunnel_key_policy" "net/netfilter/nft_tunnel.c" 0..10:
    1 "NFTA_TUNNEL_KEY_ID" U32,
    2 "NFTA_TUNNEL_KEY_IP" Nested,
    3 "NFTA_TUNNEL_KEY_IP6" Nested,
    4 "NFTA_TUNNEL_KEY_FLAGS" Be32.mask(0x7),
    5 "NFTA_TUNNEL_KEY_TOS" U8,
    6 "NFTA_TUNNEL_KEY_TTL" U8,
    7 "NFTA_TUNNEL_KEY_SPORT" U16,
    8 "NFTA_TUNNEL_KEY_DPORT" U16,
    9 "NFTA_TUNNEL_KEY_OPTS" Nested,
}

policy! { NFT_TUNNEL_OPTS_ERSPAN_POLICY "nft_tunnel_opts_erspan_policy" "net/netfilter/nft_tunnel.c" 0..5:
    1 "NFTA_TUNNEL_KEY_ERSPAN_VERSION" U32,
    2 "NFTA_TUNNEL_KEY_ERSPAN_V1_INDEX" U32,
    3 "NFTA_TUNNEL_KEY_ERSPAN_V2_HWID" U8,
    4 "NFTA_TUNNEL_KEY_ERSPAN_V2_DIR" U8,
}

policy! { NFT_TUNNEL_OPTS_GENEVE_POLICY "nft_tunnel_opts_geneve_policy" "net/netfilter/nft_tunnel.c" 0..4:
    1 "NFTA_TUNNEL_KEY_GENEVE_CLASS" U16,
    2 "NFTA_TUNNEL_KEY_GENEVE_TYPE" U8,
    3 "NFTA_TUNNEL_KEY_GENEVE_DATA" Binary.len(127),
}

policy! { NFT_TUNNEL_OPTS_POLICY "nft_tunnel_opts_policy" "net/netfilter/nft_tunnel.c" 0..4 from 3:
    1 "NFTA_TUNNEL_KEY_OPTS_VXLAN" Nested,
    2 "NFTA_TUNNEL_KEY_OPTS_ERSPAN" Nested,
    3 "NFTA_TUNNEL_KEY_OPTS_GENEVE" Nested,
}

policy! { NFT_TUNNEL_OPTS_VXLAN_POLICY "nft_tunnel_opts_vxlan_policy" "net/netfilter/nft_tunnel.c" 0..2:
    1 "NFTA_TUNNEL_KEY_VXLAN_GBP" U32,
}

policy! { NFT_TUNNEL_POLICY "nft_tunnel_policy" "net/netfilter/nft_tunnel.c" 0..4:
    1 "NFTA_TUNNEL_KEY" Be32.max(255),
    2 "NFTA_TUNNEL_DREG" Be32.max(23),
    3 "NFTA_TUNNEL_MODE" Be32.max(2),
}

policy! { NFT_XFRM_POLICY "nft_xfrm_policy" "net/netfilter/nft_xfrm.c" 0..5:
    1 "NFTA_XFRM_DREG" Be32.max(23),
    2 "NFTA_XFRM_KEY" Be32.max(255),
    3 "NFTA_XFRM_DIR" U8.max(1),
    4 "NFTA_XFRM_SPNUM" Be32.max(5),
}

policy! { CALIPSO_GENL_POLICY "calipso_genl_policy" "net/netlabel/netlabel_calipso.c" 0..3:
    1 "NLBL_CALIPSO_A_DOI" U32,
    2 "NLBL_CALIPSO_A_MTYPE" U32,
}

policy! { NETLBL_CIPSOV4_GENL_POLICY "netlbl_cipsov4_genl_policy" "net/netlabel/netlabel_cipso_v4.c" 0..13:
    1 "NLBL_CIPSOV4_A_DOI" U32,
    2 "NLBL_CIPSOV4_A_MTYPE" U32,
    3 "NLBL_CIPSOV4_A_TAG" U8,
    4 "NLBL_CIPSOV4_A_TAGLST" Nested,
    5 "NLBL_CIPSOV4_A_MLSLVLLOC" U32,
    6 "NLBL_CIPSOV4_A_MLSLVLREM" U32,
    7 "NLBL_CIPSOV4_A_MLSLVL" Nested,
    8 "NLBL_CIPSOV4_A_MLSLVLLST" Nested,
    9 "NLBL_CIPSOV4_A_MLSCATLOC" U32,
    10 "NLBL_CIPSOV4_A_MLSCATREM" U32,
    11 "NLBL_CIPSOV4_A_MLSCAT" Nested,
    12 "NLBL_CIPSOV4_A_MLSCATLST" Nested,
}

policy! { NETLBL_MGMT_GENL_POLICY "netlbl_mgmt_genl_policy" "net/netlabel/netlabel_mgmt.c" 0..13:
    1 "NLBL_MGMT_A_DOMAIN" NulText,
    2 "NLBL_MGMT_A_PROTOCOL" U32,
    3 "NLBL_MGMT_A_VERSION" U32,
    4 "NLBL_MGMT_A_CV4DOI" U32,
    11 "NLBL_MGMT_A_FAMILY" U16,
    12 "NLBL_MGMT_A_CLPDOI" U32,
}

policy! { NETLBL_UNLABEL_GENL_POLICY "netlbl_unlabel_genl_policy" "net/netlabel/netlabel_unlabeled.c" 0..8:
    1 "NLBL_UNLABEL_A_ACPTFLG" U8,
    2 "NLBL_UNLABEL_A_IPV6ADDR" Binary.exact(16),
    3 "NLBL_UNLABEL_A_IPV6MASK" Binary.exact(16),
    4 "NLBL_UNLABEL_A_IPV4ADDR" Binary.exact(4),
    5 "NLBL_UNLABEL_A_IPV4MASK" Binary.exact(4),
    6 "NLBL_UNLABEL_A_IFACE" NulText.len(15),
    7 "NLBL_UNLABEL_A_SECCTX" Binary,
}

policy! { CTRL_POLICY_FAMILY "ctrl_policy_family" "net/netlink/genetlink.c" 0..3:
    1 "CTRL_ATTR_FAMILY_ID" U16,
    2 "CTRL_ATTR_FAMILY_NAME" NulText.len(15),
}

policy! { CTRL_POLICY_POLICY "ctrl_policy_policy" "net/netlink/genetlink.c" 0..11:
    1 "CTRL_ATTR_FAMILY_ID" U16,
    2 "CTRL_ATTR_FAMILY_NAME" NulText.len(15),
    10 "CTRL_ATTR_OP" U32,
}

policy! { NFC_GENL_POLICY "nfc_genl_policy" "net/nfc/netlink.c" 0..33:
    1 "NFC_ATTR_DEVICE_INDEX" U32,
    2 "NFC_ATTR_DEVICE_NAME" Text.len(8),
    3 "NFC_ATTR_PROTOCOLS" U32,
    4 "NFC_ATTR_TARGET_INDEX" U32,
    10 "NFC_ATTR_COMM_MODE" U8,
    11 "NFC_ATTR_RF_MODE" U8,
    12 "NFC_ATTR_DEVICE_POWERED" U8,
    13 "NFC_ATTR_IM_PROTOCOLS" U32,
    14 "NFC_ATTR_TM_PROTOCOLS" U32,
    15 "NFC_ATTR_LLC_PARAM_LTO" U8,
    16 "NFC_ATTR_LLC_PARAM_RW" U8,
    17 "NFC_ATTR_LLC_PARAM_MIUX" U16,
    19 "NFC_ATTR_LLC_SDP" Nested,
    20 "NFC_ATTR_FIRMWARE_NAME" Text.len(32),
    21 "NFC_ATTR_SE_INDEX" U32,
    25 "NFC_ATTR_SE_APDU" Binary,
    29 "NFC_ATTR_VENDOR_ID" U32,
    30 "NFC_ATTR_VENDOR_SUBCMD" U32,
    31 "NFC_ATTR_VENDOR_DATA" Binary,
}

policy! { NFC_SDP_GENL_POLICY "nfc_sdp_genl_policy" "net/nfc/netlink.c" 0..3:
    1 "NFC_SDP_ATTR_URI" Text.len(251),
    2 "NFC_SDP_ATTR_SAP" U8,
}

policy! { CT_LIMIT_POLICY "ct_limit_policy" "net/openvswitch/conntrack.c" 0..2:
    1 "OVS_CT_LIMIT_ATTR_ZONE_LIMIT" Nested,
}

policy! { DATAPATH_POLICY "datapath_policy" "net/openvswitch/datapath.c" 0..10:
    1 "OVS_DP_ATTR_NAME" NulText.len(15),
    2 "OVS_DP_ATTR_UPCALL_PID" U32,
    5 "OVS_DP_ATTR_USER_FEATURES" U32,
    7 "OVS_DP_ATTR_MASKS_CACHE_SIZE" U32.by_code(),
    9 "OVS_DP_ATTR_IFINDEX" S32.min(0),
}

policy! { DATAPATH_FLOW_POLICY "flow_policy" "net/openvswitch/datapath.c" 0..12:
    1 "OVS_FLOW_ATTR_KEY" Nested,
    2 "OVS_FLOW_ATTR_ACTIONS" Nested,
    6 "OVS_FLOW_ATTR_CLEAR" Flag,
    7 "OVS_FLOW_ATTR_MASK" Nested,
    8 "OVS_FLOW_ATTR_PROBE" Flag,
    9 "OVS_FLOW_ATTR_UFID" Unspec.len(1),
    10 "OVS_FLOW_ATTR_UFID_FLAGS" U32,
}

policy! { PACKET_POLICY "packet_policy" "net/openvswitch/datapath.c" 0..13:
    1 "OVS_PACKET_ATTR_PACKET" Unspec.len(14),
    2 "OVS_PACKET_ATTR_KEY" Nested,
    3 "OVS_PACKET_ATTR_ACTIONS" Nested,
    8 "OVS_PACKET_ATTR_PROBE" Flag,
    9 "OVS_PACKET_ATTR_MRU" U16,
    11 "OVS_PACKET_ATTR_HASH" U64,
    12 "OVS_PACKET_ATTR_UPCALL_PID" U32,
}

policy! { VPORT_POLICY "vport_policy" "net/openvswitch/datapath.c" 0..11:
    1 "OVS_VPORT_ATTR_PORT_NO" U32,
    2 "OVS_VPORT_ATTR_TYPE" U32,
    3 "OVS_VPORT_ATTR_NAME" NulText.len(15),
    4 "OVS_VPORT_ATTR_OPTIONS" Nested,
    5 "OVS_VPORT_ATTR_UPCALL_PID" Unspec,
    6 "OVS_VPORT_ATTR_STATS" Unspec.len(64),
    8 "OVS_VPORT_ATTR_IFINDEX" S32.min(0),
    9 "OVS_VPORT_ATTR_NETNSID" S32,
    10 "OVS_VPORT_ATTR_UPCALL_STATS" Nested,
}

policy! { POLICY "policy" "net/openvswitch/flow_netlink.c" 0..3:
    1 "OVS_PSAMPLE_ATTR_GROUP" U32,
    2 "OVS_PSAMPLE_ATTR_COOKIE" Binary.len(16),
}

policy! { METER_POLICY "meter_policy" "net/openvswitch/meter.c" 0..10:
    1 "OVS_METER_ATTR_ID" U32,
    2 "OVS_METER_ATTR_KBPS" Flag,
    3 "OVS_METER_ATTR_STATS" Unspec.len(16),
    4 "OVS_METER_ATTR_BANDS" Nested,
    5 "OVS_METER_ATTR_USED" U64,
    6 "OVS_METER_ATTR_CLEAR" Flag,
    7 "OVS_METER_ATTR_MAX_METERS" U32,
    8 "OVS_METER_ATTR_MAX_BANDS" U32,
}

policy! { EXTS_POLICY "exts_policy" "net/openvswitch/vport-vxlan.c" 0..2:
    1 "OVS_VXLAN_EXT_GBP" Flag,
}

policy! { PSP_DEV_ASSOC_NL_POLICY "psp_dev_assoc_nl_policy" "net/psp/psp-nl-gen.c" 0..7:
    1 "PSP_A_DEV_ID" U32.min(1),
    2 "PSP_A_DEV_IFINDEX" U32,
    6 "PSP_A_DEV_NSID" S32,
}

policy! { PSP_DEV_DISASSOC_NL_POLICY "psp_dev_disassoc_nl_policy" "net/psp/psp-nl-gen.c" 0..7:
    1 "PSP_A_DEV_ID" U32.min(1),
    2 "PSP_A_DEV_IFINDEX" U32,
    6 "PSP_A_DEV_NSID" S32,
}

policy! { PSP_DEV_GET_NL_POLICY "psp_dev_get_nl_policy" "net/psp/psp-nl-gen.c" 0..2:
    1 "PSP_A_DEV_ID" U32.min(1),
}

policy! { PSP_DEV_SET_NL_POLICY "psp_dev_set_nl_policy" "net/psp/psp-nl-gen.c" 0..5:
    1 "PSP_A_DEV_ID" U32.min(1),
    4 "PSP_A_DEV_PSP_VERSIONS_ENA" U32.mask(0xf),
}

policy! { PSP_GET_STATS_NL_POLICY "psp_get_stats_nl_policy" "net/psp/psp-nl-gen.c" 0..2:
    1 "PSP_A_STATS_DEV_ID" U32.min(1),
}

policy! { PSP_KEY_ROTATE_NL_POLICY "psp_key_rotate_nl_policy" "net/psp/psp-nl-gen.c" 0..2:
    1 "PSP_A_DEV_ID" U32.min(1),
}

policy! { PSP_KEYS_NL_POLICY "psp_keys_nl_policy" "net/psp/psp-nl-gen.c" 0..3:
    1 "PSP_A_KEYS_KEY" Binary,
    2 "PSP_A_KEYS_SPI" U32,
}

policy! { PSP_RX_ASSOC_NL_POLICY "psp_rx_assoc_nl_policy" "net/psp/psp-nl-gen.c" 0..6:
    1 "PSP_A_ASSOC_DEV_ID" U32.min(1),
    2 "PSP_A_ASSOC_VERSION" U32.max(3),
    5 "PSP_A_ASSOC_SOCK_FD" U32,
}

policy! { PSP_TX_ASSOC_NL_POLICY "psp_tx_assoc_nl_policy" "net/psp/psp-nl-gen.c" 0..6:
    1 "PSP_A_ASSOC_DEV_ID" U32.min(1),
    2 "PSP_A_ASSOC_VERSION" U32.max(3),
    4 "PSP_A_ASSOC_TX_KEY" Nested.of(&PSP_KEYS_NL_POLICY),
    5 "PSP_A_ASSOC_SOCK_FD" U32,
}

policy! { TCAA_POLICY "tcaa_policy" "net/sched/act_api.c" 0..6:
    2 "TCA_ROOT_FLAGS" Bitfield32.mask(0x3),
    4 "TCA_ROOT_TIME_DELTA" U32,
}

policy! { TCF_ACTION_POLICY "tcf_action_policy" "net/sched/act_api.c" 0..12:
    1 "TCA_ACT_KIND" Text,
    2 "TCA_ACT_OPTIONS" Nested,
    3 "TCA_ACT_INDEX" U32,
    6 "TCA_ACT_COOKIE" Binary.len(16),
    7 "TCA_ACT_FLAGS" Bitfield32.mask(0x7),
    8 "TCA_ACT_HW_STATS" Bitfield32.mask(0x3),
}

policy! { ACT_BPF_POLICY "act_bpf_policy" "net/sched/act_bpf.c" 0..10:
    2 "TCA_ACT_BPF_PARMS" Unspec.len(20),
    3 "TCA_ACT_BPF_OPS_LEN" U16,
    4 "TCA_ACT_BPF_OPS" Binary.len(32768),
    5 "TCA_ACT_BPF_FD" U32,
    6 "TCA_ACT_BPF_NAME" NulText.len(256),
}

policy! { CONNMARK_POLICY "connmark_policy" "net/sched/act_connmark.c" 0..4:
    1 "TCA_CONNMARK_PARMS" Unspec.len(24),
}

policy! { CSUM_POLICY "csum_policy" "net/sched/act_csum.c" 0..4:
    1 "TCA_CSUM_PARMS" Unspec.len(24),
}

policy! { CT_POLICY "ct_policy" "net/sched/act_ct.c" 0..19:
    1 "TCA_CT_PARMS" Binary.exact(20),
    3 "TCA_CT_ACTION" U16,
    4 "TCA_CT_ZONE" U16,
    5 "TCA_CT_MARK" U32,
    6 "TCA_CT_MARK_MASK" U32,
    7 "TCA_CT_LABELS" Binary.len(16),
    8 "TCA_CT_LABELS_MASK" Binary.len(16),
    9 "TCA_CT_NAT_IPV4_MIN" U32,
    10 "TCA_CT_NAT_IPV4_MAX" U32,
    11 "TCA_CT_NAT_IPV6_MIN" Binary.exact(16),
    12 "TCA_CT_NAT_IPV6_MAX" Binary.exact(16),
    13 "TCA_CT_NAT_PORT_MIN" U16,
    14 "TCA_CT_NAT_PORT_MAX" U16,
    16 "TCA_CT_HELPER_NAME" Text.len(16),
    17 "TCA_CT_HELPER_FAMILY" U8,
    18 "TCA_CT_HELPER_PROTO" U8,
}

policy! { CTINFO_POLICY "ctinfo_policy" "net/sched/act_ctinfo.c" 0..11:
    3 "TCA_CTINFO_ACT" Binary.exact(20),
    4 "TCA_CTINFO_ZONE" U16,
    5 "TCA_CTINFO_PARMS_DSCP_MASK" U32,
    6 "TCA_CTINFO_PARMS_DSCP_STATEMASK" U32,
    7 "TCA_CTINFO_PARMS_CPMARK_MASK" U32,
}

policy! { GACT_POLICY "gact_policy" "net/sched/act_gact.c" 0..5:
    2 "TCA_GACT_PARMS" Unspec.len(20),
    3 "TCA_GACT_PROB" Unspec.len(8),
}

policy! { ACT_GATE_ENTRY_POLICY "entry_policy" "net/sched/act_gate.c" 0..6:
    1 "TCA_GATE_ENTRY_INDEX" U32,
    2 "TCA_GATE_ENTRY_GATE" Flag,
    3 "TCA_GATE_ENTRY_INTERVAL" U32,
    4 "TCA_GATE_ENTRY_IPV" S32,
    5 "TCA_GATE_ENTRY_MAX_OCTETS" S32,
}

policy! { GATE_POLICY "gate_policy" "net/sched/act_gate.c" 0..11:
    2 "TCA_GATE_PARMS" Binary.exact(20),
    4 "TCA_GATE_PRIORITY" S32,
    5 "TCA_GATE_ENTRY_LIST" Nested,
    6 "TCA_GATE_BASE_TIME" U64,
    7 "TCA_GATE_CYCLE_TIME" U64,
    8 "TCA_GATE_CYCLE_TIME_EXT" U64,
    9 "TCA_GATE_FLAGS" U32,
    10 "TCA_GATE_CLOCKID" S32,
}

policy! { IFE_POLICY "ife_policy" "net/sched/act_ife.c" 0..8:
    1 "TCA_IFE_PARMS" Unspec.len(24),
    3 "TCA_IFE_DMAC" Unspec.len(6),
    4 "TCA_IFE_SMAC" Unspec.len(6),
    5 "TCA_IFE_TYPE" U16,
}

policy! { MIRRED_POLICY "mirred_policy" "net/sched/act_mirred.c" 0..5:
    2 "TCA_MIRRED_PARMS" Unspec.len(28),
    4 "TCA_MIRRED_BLOCKID" U32.min(1),
}

policy! { MPLS_POLICY "mpls_policy" "net/sched/act_mpls.c" 0..9:
    2 "TCA_MPLS_PARMS" Binary.exact(24),
    4 "TCA_MPLS_PROTO" U16,
    5 "TCA_MPLS_LABEL" Binary.by_code(),
    6 "TCA_MPLS_TC" U8.range(0, 7),
    7 "TCA_MPLS_TTL" U8.min(1),
    8 "TCA_MPLS_BOS" U8.range(0, 1),
}

policy! { NAT_POLICY "nat_policy" "net/sched/act_nat.c" 0..4:
    1 "TCA_NAT_PARMS" Unspec.len(36),
}

policy! { PEDIT_KEY_EX_POLICY "pedit_key_ex_policy" "net/sched/act_pedit.c" 0..3:
    1 "TCA_PEDIT_KEY_EX_HTYPE" U16.max(5),
    2 "TCA_PEDIT_KEY_EX_CMD" U16.max(1),
}

policy! { PEDIT_POLICY "pedit_policy" "net/sched/act_pedit.c" 0..7:
    2 "TCA_PEDIT_PARMS" Unspec.by_code(),
    4 "TCA_PEDIT_PARMS_EX" Unspec.by_code(),
    5 "TCA_PEDIT_KEYS_EX" Nested,
}

policy! { POLICE_POLICY "police_policy" "net/sched/act_police.c" 0..12:
    2 "TCA_POLICE_RATE" Unspec.len(1024),
    3 "TCA_POLICE_PEAKRATE" Unspec.len(1024),
    4 "TCA_POLICE_AVRATE" U32,
    5 "TCA_POLICE_RESULT" U32,
    8 "TCA_POLICE_RATE64" U64,
    9 "TCA_POLICE_PEAKRATE64" U64,
    10 "TCA_POLICE_PKTRATE64" U64,
    11 "TCA_POLICE_PKTBURST64" U64,
}

policy! { SAMPLE_POLICY "sample_policy" "net/sched/act_sample.c" 0..7:
    2 "TCA_SAMPLE_PARMS" Unspec.len(20),
    3 "TCA_SAMPLE_RATE" U32,
    4 "TCA_SAMPLE_TRUNC_SIZE" U32,
    5 "TCA_SAMPLE_PSAMPLE_GROUP" U32,
}

policy! { SIMPLE_POLICY "simple_policy" "net/sched/act_simple.c" 0..5:
    2 "TCA_DEF_PARMS" Unspec.len(20),
    3 "TCA_DEF_DATA" Text.len(32),
}

policy! { SKBEDIT_POLICY "skbedit_policy" "net/sched/act_skbedit.c" 0..11:
    2 "TCA_SKBEDIT_PARMS" Unspec.len(20),
    3 "TCA_SKBEDIT_PRIORITY" Unspec.len(4),
    4 "TCA_SKBEDIT_QUEUE_MAPPING" Unspec.len(2),
    5 "TCA_SKBEDIT_MARK" Unspec.len(4),
    7 "TCA_SKBEDIT_PTYPE" Unspec.len(2),
    8 "TCA_SKBEDIT_MASK" Unspec.len(4),
    9 "TCA_SKBEDIT_FLAGS" Unspec.len(8),
    10 "TCA_SKBEDIT_QUEUE_MAPPING_MAX" Unspec.len(2),
}

policy! { SKBMOD_POLICY "skbmod_policy" "net/sched/act_skbmod.c" 0..7:
    2 "TCA_SKBMOD_PARMS" Unspec.len(32),
    3 "TCA_SKBMOD_DMAC" Unspec.len(6),
    4 "TCA_SKBMOD_SMAC" Unspec.len(6),
    5 "TCA_SKBMOD_ETYPE" U16,
}

policy! { ACT_TUNNEL_KEY_ERSPAN_OPT_POLICY "erspan_opt_policy" "net/sched/act_tunnel_key.c" 0..5:
    1 "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER" U8,
    2 "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX" U32,
    3 "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR" U8,
    4 "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID" U8,
}

policy! { ACT_TUNNEL_KEY_GENEVE_OPT_POLICY "geneve_opt_policy" "net/sched/act_tunnel_key.c" 0..4:
    1 "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS" U16,
    2 "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE" U8,
    3 "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA" Binary.len(127),
}

policy! { TUNNEL_KEY_POLICY "tunnel_key_policy" "net/sched/act_tunnel_key.c" 0..15:
    2 "TCA_TUNNEL_KEY_PARMS" Unspec.len(24),
    3 "TCA_TUNNEL_KEY_ENC_IPV4_SRC" U32,
    4 "TCA_TUNNEL_KEY_ENC_IPV4_DST" U32,
    5 "TCA_TUNNEL_KEY_ENC_IPV6_SRC" Unspec.len(16),
    6 "TCA_TUNNEL_KEY_ENC_IPV6_DST" Unspec.len(16),
    7 "TCA_TUNNEL_KEY_ENC_KEY_ID" U32,
    9 "TCA_TUNNEL_KEY_ENC_DST_PORT" U16,
    10 "TCA_TUNNEL_KEY_NO_CSUM" U8,
    11 "TCA_TUNNEL_KEY_ENC_OPTS" Nested,
    12 "TCA_TUNNEL_KEY_ENC_TOS" U8,
    13 "TCA_TUNNEL_KEY_ENC_TTL" U8,
}

policy! { ACT_TUNNEL_KEY_VXLAN_OPT_POLICY "vxlan_opt_policy" "net/sched/act_tunnel_key.c" 0..2:
    1 "TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP" U32,
}

policy! { ACT_VLAN_VLAN_POLICY "vlan_policy" "net/sched/act_vlan.c" 0..9 from 7:
    2 "TCA_VLAN_PARMS" Unspec.len(24),
    3 "TCA_VLAN_PUSH_VLAN_ID" U16,
    4 "TCA_VLAN_PUSH_VLAN_PROTOCOL" U16,
    6 "TCA_VLAN_PUSH_VLAN_PRIORITY" U8,
    7 "TCA_VLAN_PUSH_ETH_DST" Binary.exact(6),
    8 "TCA_VLAN_PUSH_ETH_SRC" Binary.exact(6),
}

policy! { BASIC_POLICY "basic_policy" "net/sched/cls_basic.c" 0..7:
    1 "TCA_BASIC_CLASSID" U32,
    2 "TCA_BASIC_EMATCHES" Nested,
}

policy! { BPF_POLICY "bpf_policy" "net/sched/cls_bpf.c" 0..12:
    3 "TCA_BPF_CLASSID" U32,
    4 "TCA_BPF_OPS_LEN" U16,
    5 "TCA_BPF_OPS" Binary.len(32768),
    6 "TCA_BPF_FD" U32,
    7 "TCA_BPF_NAME" NulText.len(256),
    8 "TCA_BPF_FLAGS" U32,
    9 "TCA_BPF_FLAGS_GEN" U32,
}

policy! { CGROUP_POLICY "cgroup_policy" "net/sched/cls_cgroup.c" 0..4:
    3 "TCA_CGROUP_EMATCHES" Nested,
}

policy! { CLS_FLOW_FLOW_POLICY "flow_policy" "net/sched/cls_flow.c" 0..13:
    1 "TCA_FLOW_KEYS" U32,
    2 "TCA_FLOW_MODE" U32,
    3 "TCA_FLOW_BASECLASS" U32,
    4 "TCA_FLOW_RSHIFT" U32.max(31),
    5 "TCA_FLOW_ADDEND" U32,
    6 "TCA_FLOW_MASK" U32,
    7 "TCA_FLOW_XOR" U32,
    8 "TCA_FLOW_DIVISOR" U32,
    9 "TCA_FLOW_ACT" Nested,
    10 "TCA_FLOW_POLICE" Nested,
    11 "TCA_FLOW_EMATCHES" Nested,
    12 "TCA_FLOW_PERTURB" U32,
}

policy! { CFM_OPT_POLICY "cfm_opt_policy" "net/sched/cls_flower.c" 0..3:
    1 "TCA_FLOWER_KEY_CFM_MD_LEVEL" U8.max(7),
    2 "TCA_FLOWER_KEY_CFM_OPCODE" U8,
}

policy! { ENC_OPTS_POLICY "enc_opts_policy" "net/sched/cls_flower.c" 0..6 from 2:
    1 "TCA_FLOWER_KEY_ENC_OPTS_GENEVE" Nested,
    2 "TCA_FLOWER_KEY_ENC_OPTS_VXLAN" Nested,
    3 "TCA_FLOWER_KEY_ENC_OPTS_ERSPAN" Nested,
    4 "TCA_FLOWER_KEY_ENC_OPTS_GTP" Nested,
    5 "TCA_FLOWER_KEY_ENC_OPTS_PFCP" Nested,
}

policy! { CLS_FLOWER_ERSPAN_OPT_POLICY "erspan_opt_policy" "net/sched/cls_flower.c" 0..5:
    1 "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER" U8,
    2 "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX" U32,
    3 "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR" U8,
    4 "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID" U8,
}

policy! { FL_POLICY "fl_policy" "net/sched/cls_flower.c" 0..112 from 106:
    1 "TCA_FLOWER_CLASSID" U32,
    2 "TCA_FLOWER_INDEV" Text.len(16),
    4 "TCA_FLOWER_KEY_ETH_DST" Unspec.len(6),
    5 "TCA_FLOWER_KEY_ETH_DST_MASK" Unspec.len(6),
    6 "TCA_FLOWER_KEY_ETH_SRC" Unspec.len(6),
    7 "TCA_FLOWER_KEY_ETH_SRC_MASK" Unspec.len(6),
    8 "TCA_FLOWER_KEY_ETH_TYPE" U16,
    9 "TCA_FLOWER_KEY_IP_PROTO" U8,
    10 "TCA_FLOWER_KEY_IPV4_SRC" U32,
    11 "TCA_FLOWER_KEY_IPV4_SRC_MASK" U32,
    12 "TCA_FLOWER_KEY_IPV4_DST" U32,
    13 "TCA_FLOWER_KEY_IPV4_DST_MASK" U32,
    14 "TCA_FLOWER_KEY_IPV6_SRC" Unspec.len(16),
    15 "TCA_FLOWER_KEY_IPV6_SRC_MASK" Unspec.len(16),
    16 "TCA_FLOWER_KEY_IPV6_DST" Unspec.len(16),
    17 "TCA_FLOWER_KEY_IPV6_DST_MASK" Unspec.len(16),
    18 "TCA_FLOWER_KEY_TCP_SRC" U16,
    19 "TCA_FLOWER_KEY_TCP_DST" U16,
    20 "TCA_FLOWER_KEY_UDP_SRC" U16,
    21 "TCA_FLOWER_KEY_UDP_DST" U16,
    22 "TCA_FLOWER_FLAGS" U32,
    23 "TCA_FLOWER_KEY_VLAN_ID" U16,
    24 "TCA_FLOWER_KEY_VLAN_PRIO" U8,
    25 "TCA_FLOWER_KEY_VLAN_ETH_TYPE" U16,
    26 "TCA_FLOWER_KEY_ENC_KEY_ID" U32,
    27 "TCA_FLOWER_KEY_ENC_IPV4_SRC" U32,
    28 "TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK" U32,
    29 "TCA_FLOWER_KEY_ENC_IPV4_DST" U32,
    30 "TCA_FLOWER_KEY_ENC_IPV4_DST_MASK" U32,
    31 "TCA_FLOWER_KEY_ENC_IPV6_SRC" Unspec.len(16),
    32 "TCA_FLOWER_KEY_ENC_IPV6_SRC_MASK" Unspec.len(16),
    33 "TCA_FLOWER_KEY_ENC_IPV6_DST" Unspec.len(16),
    34 "TCA_FLOWER_KEY_ENC_IPV6_DST_MASK" Unspec.len(16),
    35 "TCA_FLOWER_KEY_TCP_SRC_MASK" U16,
    36 "TCA_FLOWER_KEY_TCP_DST_MASK" U16,
    37 "TCA_FLOWER_KEY_UDP_SRC_MASK" U16,
    38 "TCA_FLOWER_KEY_UDP_DST_MASK" U16,
    39 "TCA_FLOWER_KEY_SCTP_SRC_MASK" U16,
    40 "TCA_FLOWER_KEY_SCTP_DST_MASK" U16,
    41 "TCA_FLOWER_KEY_SCTP_SRC" U16,
    42 "TCA_FLOWER_KEY_SCTP_DST" U16,
    43 "TCA_FLOWER_KEY_ENC_UDP_SRC_PORT" U16,
    44 "TCA_FLOWER_KEY_ENC_UDP_SRC_PORT_MASK" U16,
    45 "TCA_FLOWER_KEY_ENC_UDP_DST_PORT" U16,
    46 "TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK" U16,
    47 "TCA_FLOWER_KEY_FLAGS" Be32.mask(0x3),
    48 "TCA_FLOWER_KEY_FLAGS_MASK" Be32.mask(0x3),
    49 "TCA_FLOWER_KEY_ICMPV4_CODE" U8,
    50 "TCA_FLOWER_KEY_ICMPV4_CODE_MASK" U8,
    51 "TCA_FLOWER_KEY_ICMPV4_TYPE" U8,
    52 "TCA_FLOWER_KEY_ICMPV4_TYPE_MASK" U8,
    53 "TCA_FLOWER_KEY_ICMPV6_CODE" U8,
    54 "TCA_FLOWER_KEY_ICMPV6_CODE_MASK" U8,
    55 "TCA_FLOWER_KEY_ICMPV6_TYPE" U8,
    56 "TCA_FLOWER_KEY_ICMPV6_TYPE_MASK" U8,
    57 "TCA_FLOWER_KEY_ARP_SIP" U32,
    58 "TCA_FLOWER_KEY_ARP_SIP_MASK" U32,
    59 "TCA_FLOWER_KEY_ARP_TIP" U32,
    60 "TCA_FLOWER_KEY_ARP_TIP_MASK" U32,
    61 "TCA_FLOWER_KEY_ARP_OP" U8,
    62 "TCA_FLOWER_KEY_ARP_OP_MASK" U8,
    63 "TCA_FLOWER_KEY_ARP_SHA" Unspec.len(6),
    64 "TCA_FLOWER_KEY_ARP_SHA_MASK" Unspec.len(6),
    65 "TCA_FLOWER_KEY_ARP_THA" Unspec.len(6),
    66 "TCA_FLOWER_KEY_ARP_THA_MASK" Unspec.len(6),
    67 "TCA_FLOWER_KEY_MPLS_TTL" U8,
    68 "TCA_FLOWER_KEY_MPLS_BOS" U8,
    69 "TCA_FLOWER_KEY_MPLS_TC" U8,
    70 "TCA_FLOWER_KEY_MPLS_LABEL" U32,
    71 "TCA_FLOWER_KEY_TCP_FLAGS" U16,
    72 "TCA_FLOWER_KEY_TCP_FLAGS_MASK" U16,
    73 "TCA_FLOWER_KEY_IP_TOS" U8,
    74 "TCA_FLOWER_KEY_IP_TOS_MASK" U8,
    75 "TCA_FLOWER_KEY_IP_TTL" U8,
    76 "TCA_FLOWER_KEY_IP_TTL_MASK" U8,
    77 "TCA_FLOWER_KEY_CVLAN_ID" U16,
    78 "TCA_FLOWER_KEY_CVLAN_PRIO" U8,
    79 "TCA_FLOWER_KEY_CVLAN_ETH_TYPE" U16,
    80 "TCA_FLOWER_KEY_ENC_IP_TOS" U8,
    81 "TCA_FLOWER_KEY_ENC_IP_TOS_MASK" U8,
    82 "TCA_FLOWER_KEY_ENC_IP_TTL" U8,
    83 "TCA_FLOWER_KEY_ENC_IP_TTL_MASK" U8,
    84 "TCA_FLOWER_KEY_ENC_OPTS" Nested,
    85 "TCA_FLOWER_KEY_ENC_OPTS_MASK" Nested,
    91 "TCA_FLOWER_KEY_CT_STATE" U16.mask(0x3f),
    92 "TCA_FLOWER_KEY_CT_STATE_MASK" U16.mask(0x3f),
    93 "TCA_FLOWER_KEY_CT_ZONE" U16,
    94 "TCA_FLOWER_KEY_CT_ZONE_MASK" U16,
    95 "TCA_FLOWER_KEY_CT_MARK" U32,
    96 "TCA_FLOWER_KEY_CT_MARK_MASK" U32,
    97 "TCA_FLOWER_KEY_CT_LABELS" Binary.len(16),
    98 "TCA_FLOWER_KEY_CT_LABELS_MASK" Binary.len(16),
    99 "TCA_FLOWER_KEY_MPLS_OPTS" Nested,
    100 "TCA_FLOWER_KEY_HASH" U32,
    101 "TCA_FLOWER_KEY_HASH_MASK" U32,
    102 "TCA_FLOWER_KEY_NUM_OF_VLANS" U8,
    103 "TCA_FLOWER_KEY_PPPOE_SID" U16,
    104 "TCA_FLOWER_KEY_PPP_PROTO" U16,
    105 "TCA_FLOWER_KEY_L2TPV3_SID" U32,
    106 "TCA_FLOWER_L2_MISS" U8.max(1),
    107 "TCA_FLOWER_KEY_CFM" Nested,
    108 "TCA_FLOWER_KEY_SPI" U32,
    109 "TCA_FLOWER_KEY_SPI_MASK" U32,
    110 "TCA_FLOWER_KEY_ENC_FLAGS" Be32.mask(0x3c),
    111 "TCA_FLOWER_KEY_ENC_FLAGS_MASK" Be32.mask(0x3c),
}

policy! { CLS_FLOWER_GENEVE_OPT_POLICY "geneve_opt_policy" "net/sched/cls_flower.c" 0..4:
    1 "TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS" U16,
    2 "TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE" U8,
    3 "TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA" Binary.len(127),
}

policy! { GTP_OPT_POLICY "gtp_opt_policy" "net/sched/cls_flower.c" 0..3:
    1 "TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE" U8,
    2 "TCA_FLOWER_KEY_ENC_OPT_GTP_QFI" U8,
}

policy! { MPLS_STACK_ENTRY_POLICY "mpls_stack_entry_policy" "net/sched/cls_flower.c" 0..6:
    1 "TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH" U8,
    2 "TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL" U8,
    3 "TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS" U8,
    4 "TCA_FLOWER_KEY_MPLS_OPT_LSE_TC" U8,
    5 "TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL" U32,
}

policy! { PFCP_OPT_POLICY "pfcp_opt_policy" "net/sched/cls_flower.c" 0..3:
    1 "TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE" U8,
    2 "TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID" U64,
}

policy! { CLS_FLOWER_VXLAN_OPT_POLICY "vxlan_opt_policy" "net/sched/cls_flower.c" 0..2:
    1 "TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP" U32,
}

policy! { FW_POLICY "fw_policy" "net/sched/cls_fw.c" 0..6:
    1 "TCA_FW_CLASSID" U32,
    3 "TCA_FW_INDEV" Text.len(16),
    5 "TCA_FW_MASK" U32,
}

policy! { ROUTE4_POLICY "route4_policy" "net/sched/cls_route.c" 0..7:
    1 "TCA_ROUTE4_CLASSID" U32,
    2 "TCA_ROUTE4_TO" U32.max(255),
    3 "TCA_ROUTE4_FROM" U32.max(255),
    4 "TCA_ROUTE4_IIF" U32.max(32767),
}

policy! { U32_POLICY "u32_policy" "net/sched/cls_u32.c" 0..13:
    1 "TCA_U32_CLASSID" U32,
    2 "TCA_U32_HASH" U32,
    3 "TCA_U32_LINK" U32,
    4 "TCA_U32_DIVISOR" U32,
    5 "TCA_U32_SEL" Unspec.len(16),
    8 "TCA_U32_INDEV" Text.len(16),
    10 "TCA_U32_MARK" Unspec.len(12),
    11 "TCA_U32_FLAGS" U32,
}

policy! { EM_POLICY "em_policy" "net/sched/ematch.c" 0..3:
    1 "TCA_EMATCH_TREE_HDR" Unspec.len(4),
    2 "TCA_EMATCH_TREE_LIST" Nested,
}

policy! { RTM_TCA_POLICY "rtm_tca_policy" "net/sched/sch_api.c" 0..17:
    1 "TCA_KIND" Text,
    5 "TCA_RATE" Binary.len(2),
    8 "TCA_STAB" Nested,
    10 "TCA_DUMP_INVISIBLE" Flag,
    11 "TCA_CHAIN" U32,
    13 "TCA_INGRESS_BLOCK" U32,
    14 "TCA_EGRESS_BLOCK" U32,
}

policy! { STAB_POLICY "stab_policy" "net/sched/sch_api.c" 0..3:
    1 "TCA_STAB_BASE" Unspec.len(24),
    2 "TCA_STAB_DATA" Binary,
}

policy! { CAKE_POLICY "cake_policy" "net/sched/sch_cake.c" 0..19:
    2 "TCA_CAKE_BASE_RATE64" U64,
    3 "TCA_CAKE_DIFFSERV_MODE" U32,
    4 "TCA_CAKE_ATM" U32,
    5 "TCA_CAKE_FLOW_MODE" U32,
    6 "TCA_CAKE_OVERHEAD" S32,
    7 "TCA_CAKE_RTT" U32,
    8 "TCA_CAKE_TARGET" U32,
    9 "TCA_CAKE_AUTORATE" U32,
    10 "TCA_CAKE_MEMORY" U32,
    11 "TCA_CAKE_NAT" U32,
    12 "TCA_CAKE_RAW" U32,
    13 "TCA_CAKE_WASH" U32,
    14 "TCA_CAKE_MPU" U32,
    15 "TCA_CAKE_INGRESS" U32,
    16 "TCA_CAKE_ACK_FILTER" U32,
    17 "TCA_CAKE_SPLIT_GSO" U32,
    18 "TCA_CAKE_FWMARK" U32,
}

policy! { CBS_POLICY "cbs_policy" "net/sched/sch_cbs.c" 0..2:
    1 "TCA_CBS_PARMS" Unspec.len(20),
}

policy! { CHOKE_POLICY "choke_policy" "net/sched/sch_choke.c" 0..4:
    1 "TCA_CHOKE_PARMS" Unspec.len(16),
    2 "TCA_CHOKE_STAB" Unspec.len(256),
    3 "TCA_CHOKE_MAX_P" U32,
}

policy! { CODEL_POLICY "codel_policy" "net/sched/sch_codel.c" 0..6:
    1 "TCA_CODEL_TARGET" U32,
    2 "TCA_CODEL_LIMIT" U32,
    3 "TCA_CODEL_INTERVAL" U32,
    4 "TCA_CODEL_ECN" U32,
    5 "TCA_CODEL_CE_THRESHOLD" U32,
}

policy! { DRR_POLICY "drr_policy" "net/sched/sch_drr.c" 0..2:
    1 "TCA_DRR_QUANTUM" U32,
}

policy! { DUALPI2_POLICY "dualpi2_policy" "net/sched/sch_dualpi2.c" 0..17:
    1 "TCA_DUALPI2_LIMIT" U32.min(1),
    2 "TCA_DUALPI2_MEMORY_LIMIT" U32.min(1),
    3 "TCA_DUALPI2_TARGET" U32,
    4 "TCA_DUALPI2_TUPDATE" U32.min(1),
    5 "TCA_DUALPI2_ALPHA" U32.range(1, 2147483647),
    6 "TCA_DUALPI2_BETA" U32.range(1, 2147483647),
    7 "TCA_DUALPI2_STEP_THRESH_PKTS" U32,
    8 "TCA_DUALPI2_STEP_THRESH_US" U32,
    9 "TCA_DUALPI2_MIN_QLEN_STEP" U32,
    10 "TCA_DUALPI2_COUPLING" U8.min(1),
    11 "TCA_DUALPI2_DROP_OVERLOAD" U8.max(1),
    12 "TCA_DUALPI2_DROP_EARLY" U8.max(1),
    13 "TCA_DUALPI2_C_PROTECTION" U8.range(0, 100),
    14 "TCA_DUALPI2_ECN_MASK" U8.range(1, 3),
    15 "TCA_DUALPI2_SPLIT_GSO" U8.max(1),
}

policy! { ETF_POLICY "etf_policy" "net/sched/sch_etf.c" 0..2:
    1 "TCA_ETF_PARMS" Unspec.len(12),
}

policy! { ETS_CLASS_POLICY "ets_class_policy" "net/sched/sch_ets.c" 0..7:
    4 "TCA_ETS_QUANTA_BAND" U32,
}

policy! { FQ_POLICY "fq_policy" "net/sched/sch_fq.c" 0..19 from 13:
    1 "TCA_FQ_PLIMIT" U32,
    2 "TCA_FQ_FLOW_PLIMIT" U32,
    3 "TCA_FQ_QUANTUM" U32,
    4 "TCA_FQ_INITIAL_QUANTUM" U32.range(0, 1048576),
    5 "TCA_FQ_RATE_ENABLE" U32,
    6 "TCA_FQ_FLOW_DEFAULT_RATE" U32,
    7 "TCA_FQ_FLOW_MAX_RATE" U32,
    8 "TCA_FQ_BUCKETS_LOG" U32,
    9 "TCA_FQ_FLOW_REFILL_DELAY" U32,
    10 "TCA_FQ_ORPHAN_MASK" U32,
    11 "TCA_FQ_LOW_RATE_THRESHOLD" U32,
    12 "TCA_FQ_CE_THRESHOLD" U32,
    13 "TCA_FQ_TIMER_SLACK" U32,
    14 "TCA_FQ_HORIZON" U32,
    15 "TCA_FQ_HORIZON_DROP" U8,
    16 "TCA_FQ_PRIOMAP" Binary.exact(20),
    17 "TCA_FQ_WEIGHTS" Binary.exact(12),
    18 "TCA_FQ_OFFLOAD_HORIZON" U32,
}

policy! { FQ_CODEL_POLICY "fq_codel_policy" "net/sched/sch_fq_codel.c" 0..12:
    1 "TCA_FQ_CODEL_TARGET" U32,
    2 "TCA_FQ_CODEL_LIMIT" U32,
    3 "TCA_FQ_CODEL_INTERVAL" U32,
    4 "TCA_FQ_CODEL_ECN" U32,
    5 "TCA_FQ_CODEL_FLOWS" U32,
    6 "TCA_FQ_CODEL_QUANTUM" U32,
    7 "TCA_FQ_CODEL_CE_THRESHOLD" U32,
    8 "TCA_FQ_CODEL_DROP_BATCH_SIZE" U32,
    9 "TCA_FQ_CODEL_MEMORY_LIMIT" U32,
    10 "TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR" U8,
    11 "TCA_FQ_CODEL_CE_THRESHOLD_MASK" U8,
}

policy! { FQ_PIE_POLICY "fq_pie_policy" "net/sched/sch_fq_pie.c" 0..13:
    1 "TCA_FQ_PIE_LIMIT" U32,
    2 "TCA_FQ_PIE_FLOWS" U32,
    3 "TCA_FQ_PIE_TARGET" U32,
    4 "TCA_FQ_PIE_TUPDATE" U32,
    5 "TCA_FQ_PIE_ALPHA" U32,
    6 "TCA_FQ_PIE_BETA" U32,
    7 "TCA_FQ_PIE_QUANTUM" U32.range(1, 1048576),
    8 "TCA_FQ_PIE_MEMORY_LIMIT" U32,
    9 "TCA_FQ_PIE_ECN_PROB" U32,
    10 "TCA_FQ_PIE_ECN" U32,
    11 "TCA_FQ_PIE_BYTEMODE" U32,
    12 "TCA_FQ_PIE_DQ_RATE_ESTIMATOR" U32,
}

policy! { GRED_POLICY "gred_policy" "net/sched/sch_gred.c" 0..7:
    1 "TCA_GRED_PARMS" Unspec.len(52),
    2 "TCA_GRED_STAB" Unspec.len(256),
    3 "TCA_GRED_DPS" Unspec.len(12),
    4 "TCA_GRED_MAX_P" U32,
    5 "TCA_GRED_LIMIT" U32,
    6 "TCA_GRED_VQ_LIST" Nested,
}

policy! { GRED_VQ_POLICY "gred_vq_policy" "net/sched/sch_gred.c" 0..13:
    2 "TCA_GRED_VQ_DP" U32,
    12 "TCA_GRED_VQ_FLAGS" U32,
}

policy! { GRED_VQE_POLICY "gred_vqe_policy" "net/sched/sch_gred.c" 0..2:
    1 "TCA_GRED_VQ_ENTRY" Nested,
}

policy! { HFSC_POLICY "hfsc_policy" "net/sched/sch_hfsc.c" 0..4:
    1 "TCA_HFSC_RSC" Unspec.len(12),
    2 "TCA_HFSC_FSC" Unspec.len(12),
    3 "TCA_HFSC_USC" Unspec.len(12),
}

policy! { HHF_POLICY "hhf_policy" "net/sched/sch_hhf.c" 0..8:
    1 "TCA_HHF_BACKLOG_LIMIT" U32,
    2 "TCA_HHF_QUANTUM" U32,
    3 "TCA_HHF_HH_FLOWS_LIMIT" U32.max(2048),
    4 "TCA_HHF_RESET_TIMEOUT" U32,
    5 "TCA_HHF_ADMIT_BYTES" U32,
    6 "TCA_HHF_EVICT_TIMEOUT" U32,
    7 "TCA_HHF_NON_HH_WEIGHT" U32,
}

policy! { HTB_POLICY "htb_policy" "net/sched/sch_htb.c" 0..10:
    1 "TCA_HTB_PARMS" Unspec.len(44),
    2 "TCA_HTB_INIT" Unspec.len(20),
    3 "TCA_HTB_CTAB" Binary.len(1024),
    4 "TCA_HTB_RTAB" Binary.len(1024),
    5 "TCA_HTB_DIRECT_QLEN" U32,
    6 "TCA_HTB_RATE64" U64,
    7 "TCA_HTB_CEIL64" U64,
    9 "TCA_HTB_OFFLOAD" Flag,
}

policy! { PIE_POLICY "pie_policy" "net/sched/sch_pie.c" 0..9:
    1 "TCA_PIE_TARGET" U32,
    2 "TCA_PIE_LIMIT" U32,
    3 "TCA_PIE_TUPDATE" U32,
    4 "TCA_PIE_ALPHA" U32,
    5 "TCA_PIE_BETA" U32,
    6 "TCA_PIE_ECN" U32,
    7 "TCA_PIE_BYTEMODE" U32,
    8 "TCA_PIE_DQ_RATE_ESTIMATOR" U32,
}

policy! { QFQ_POLICY "qfq_policy" "net/sched/sch_qfq.c" 0..3:
    1 "TCA_QFQ_WEIGHT" U32.range(1, 1024),
    2 "TCA_QFQ_LMAX" U32.range(512, 65536),
}

policy! { RED_POLICY "red_policy" "net/sched/sch_red.c" 0..7 from 4:
    1 "TCA_RED_PARMS" Unspec.len(16),
    2 "TCA_RED_STAB" Unspec.len(256),
    3 "TCA_RED_MAX_P" U32,
    4 "TCA_RED_FLAGS" Bitfield32.mask(0xf),
    5 "TCA_RED_EARLY_DROP_BLOCK" U32,
    6 "TCA_RED_MARK_BLOCK" U32,
}

policy! { SFB_POLICY "sfb_policy" "net/sched/sch_sfb.c" 0..2:
    1 "TCA_SFB_PARMS" Unspec.len(36),
}

policy! { SCH_TAPRIO_ENTRY_POLICY "entry_policy" "net/sched/sch_taprio.c" 0..5:
    1 "TCA_TAPRIO_SCHED_ENTRY_INDEX" U32,
    2 "TCA_TAPRIO_SCHED_ENTRY_CMD" U8,
    3 "TCA_TAPRIO_SCHED_ENTRY_GATE_MASK" U32,
    4 "TCA_TAPRIO_SCHED_ENTRY_INTERVAL" U32,
}

policy! { TAPRIO_POLICY "taprio_policy" "net/sched/sch_taprio.c" 0..13:
    1 "TCA_TAPRIO_ATTR_PRIOMAP" Unspec.len(82),
    2 "TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST" Nested,
    3 "TCA_TAPRIO_ATTR_SCHED_BASE_TIME" S64,
    4 "TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY" Nested,
    5 "TCA_TAPRIO_ATTR_SCHED_CLOCKID" S32,
    8 "TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME" S64.range(0, 2147483647),
    9 "TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION" S64,
    10 "TCA_TAPRIO_ATTR_FLAGS" U32.mask(0x3),
    11 "TCA_TAPRIO_ATTR_TXTIME_DELAY" U32,
    12 "TCA_TAPRIO_ATTR_TC_ENTRY" Nested,
}

policy! { TAPRIO_TC_POLICY "taprio_tc_policy" "net/sched/sch_taprio.c" 0..4:
    1 "TCA_TAPRIO_TC_ENTRY_INDEX" U32.max(15),
    2 "TCA_TAPRIO_TC_ENTRY_MAX_SDU" U32,
    3 "TCA_TAPRIO_TC_ENTRY_FP" U32.range(1, 2),
}

policy! { TBF_POLICY "tbf_policy" "net/sched/sch_tbf.c" 0..9:
    1 "TCA_TBF_PARMS" Unspec.len(36),
    2 "TCA_TBF_RTAB" Binary.len(1024),
    3 "TCA_TBF_PTAB" Binary.len(1024),
    4 "TCA_TBF_RATE64" U64,
    5 "TCA_TBF_PRATE64" U64,
    6 "TCA_TBF_BURST" U32,
    7 "TCA_TBF_PBURST" U32,
}

policy! { NET_SHAPER_CAP_GET_DO_NL_POLICY "net_shaper_cap_get_do_nl_policy" "net/shaper/shaper_nl_gen.c" 0..3:
    1 "NET_SHAPER_A_CAPS_IFINDEX" U32,
    2 "NET_SHAPER_A_CAPS_SCOPE" U32.max(3),
}

policy! { NET_SHAPER_CAP_GET_DUMP_NL_POLICY "net_shaper_cap_get_dump_nl_policy" "net/shaper/shaper_nl_gen.c" 0..2:
    1 "NET_SHAPER_A_CAPS_IFINDEX" U32,
}

policy! { NET_SHAPER_DELETE_NL_POLICY "net_shaper_delete_nl_policy" "net/shaper/shaper_nl_gen.c" 0..9:
    1 "NET_SHAPER_A_HANDLE" Nested.of(&NET_SHAPER_HANDLE_NL_POLICY),
    8 "NET_SHAPER_A_IFINDEX" U32,
}

policy! { NET_SHAPER_GET_DO_NL_POLICY "net_shaper_get_do_nl_policy" "net/shaper/shaper_nl_gen.c" 0..9:
    1 "NET_SHAPER_A_HANDLE" Nested.of(&NET_SHAPER_HANDLE_NL_POLICY),
    8 "NET_SHAPER_A_IFINDEX" U32,
}

policy! { NET_SHAPER_GET_DUMP_NL_POLICY "net_shaper_get_dump_nl_policy" "net/shaper/shaper_nl_gen.c" 0..9:
    8 "NET_SHAPER_A_IFINDEX" U32,
}

policy! { NET_SHAPER_GROUP_NL_POLICY "net_shaper_group_nl_policy" "net/shaper/shaper_nl_gen.c" 0..11:
    1 "NET_SHAPER_A_HANDLE" Nested.of(&NET_SHAPER_HANDLE_NL_POLICY),
    2 "NET_SHAPER_A_METRIC" U32.max(1),
    3 "NET_SHAPER_A_BW_MIN" Uint,
    4 "NET_SHAPER_A_BW_MAX" Uint,
    5 "NET_SHAPER_A_BURST" Uint,
    6 "NET_SHAPER_A_PRIORITY" U32,
    7 "NET_SHAPER_A_WEIGHT" U32,
    8 "NET_SHAPER_A_IFINDEX" U32,
    9 "NET_SHAPER_A_PARENT" Nested.of(&NET_SHAPER_HANDLE_NL_POLICY),
    10 "NET_SHAPER_A_LEAVES" Nested.of(&NET_SHAPER_LEAF_INFO_NL_POLICY),
}

policy! { NET_SHAPER_HANDLE_NL_POLICY "net_shaper_handle_nl_policy" "net/shaper/shaper_nl_gen.c" 0..3:
    1 "NET_SHAPER_A_HANDLE_SCOPE" U32.max(3),
    2 "NET_SHAPER_A_HANDLE_ID" U32.range(0, 67108862),
}

policy! { NET_SHAPER_LEAF_INFO_NL_POLICY "net_shaper_leaf_info_nl_policy" "net/shaper/shaper_nl_gen.c" 0..8:
    1 "NET_SHAPER_A_HANDLE" Nested.of(&NET_SHAPER_HANDLE_NL_POLICY),
    6 "NET_SHAPER_A_PRIORITY" U32,
    7 "NET_SHAPER_A_WEIGHT" U32,
}

policy! { NET_SHAPER_SET_NL_POLICY "net_shaper_set_nl_policy" "net/shaper/shaper_nl_gen.c" 0..9:
    1 "NET_SHAPER_A_HANDLE" Nested.of(&NET_SHAPER_HANDLE_NL_POLICY),
    2 "NET_SHAPER_A_METRIC" U32.max(1),
    3 "NET_SHAPER_A_BW_MIN" Uint,
    4 "NET_SHAPER_A_BW_MAX" Uint,
    5 "NET_SHAPER_A_BURST" Uint,
    6 "NET_SHAPER_A_PRIORITY" U32,
    7 "NET_SHAPER_A_WEIGHT" U32,
    8 "NET_SHAPER_A_IFINDEX" U32,
}

policy! { SMC_GEN_NL_POLICY "smc_gen_nl_policy" "net/smc/smc_netlink.c" 0..2:
    1 "SMC_CMD_MAX_ATTR" Reject,
}

policy! { SMC_GEN_UEID_POLICY "smc_gen_ueid_policy" "net/smc/smc_netlink.c" 0..2:
    1 "SMC_NLA_EID_TABLE_ENTRY" Text.len(32),
}

policy! { SMC_PNET_POLICY "smc_pnet_policy" "net/smc/smc_pnet.c" 0..5:
    1 "SMC_PNETID_NAME" NulText.len(16),
    2 "SMC_PNETID_ETHNAME" NulText.len(15),
    3 "SMC_PNETID_IBNAME" NulText.len(63),
    4 "SMC_PNETID_IBPORT" U8,
}

policy! { SUNRPC_CACHE_FLUSH_NL_POLICY "sunrpc_cache_flush_nl_policy" "net/sunrpc/netlink.c" 0..2:
    1 "SUNRPC_A_CACHE_FLUSH_MASK" U32.mask(0x3),
}

policy! { SUNRPC_IP_MAP_NL_POLICY "sunrpc_ip_map_nl_policy" "net/sunrpc/netlink.c" 0..7:
    1 "SUNRPC_A_IP_MAP_SEQNO" U64,
    2 "SUNRPC_A_IP_MAP_CLASS" NulText,
    3 "SUNRPC_A_IP_MAP_ADDR" NulText,
    4 "SUNRPC_A_IP_MAP_DOMAIN" NulText,
    5 "SUNRPC_A_IP_MAP_NEGATIVE" Flag,
    6 "SUNRPC_A_IP_MAP_EXPIRY" U64,
}

policy! { SUNRPC_IP_MAP_SET_REQS_NL_POLICY "sunrpc_ip_map_set_reqs_nl_policy" "net/sunrpc/netlink.c" 0..2:
    1 "SUNRPC_A_IP_MAP_REQS_REQUESTS" Nested.of(&SUNRPC_IP_MAP_NL_POLICY),
}

policy! { SUNRPC_UNIX_GID_NL_POLICY "sunrpc_unix_gid_nl_policy" "net/sunrpc/netlink.c" 0..6:
    1 "SUNRPC_A_UNIX_GID_SEQNO" U64,
    2 "SUNRPC_A_UNIX_GID_UID" U32,
    3 "SUNRPC_A_UNIX_GID_GIDS" U32,
    4 "SUNRPC_A_UNIX_GID_NEGATIVE" Flag,
    5 "SUNRPC_A_UNIX_GID_EXPIRY" U64,
}

policy! { SUNRPC_UNIX_GID_SET_REQS_NL_POLICY "sunrpc_unix_gid_set_reqs_nl_policy" "net/sunrpc/netlink.c" 0..2:
    1 "SUNRPC_A_UNIX_GID_REQS_REQUESTS" Nested.of(&SUNRPC_UNIX_GID_NL_POLICY),
}

policy! { TIPC_NL_NET_POLICY "tipc_nl_net_policy" "net/tipc/netlink.c" 0..6:
    1 "TIPC_NLA_NET_ID" U32,
    2 "TIPC_NLA_NET_ADDR" U32,
    3 "TIPC_NLA_NET_NODEID" U64,
    4 "TIPC_NLA_NET_NODEID_W1" U64,
    5 "TIPC_NLA_NET_ADDR_LEGACY" Flag,
}

policy! { TIPC_NL_POLICY "tipc_nl_policy" "net/tipc/netlink.c" 0..11:
    1 "TIPC_NLA_BEARER" Nested,
    2 "TIPC_NLA_SOCK" Nested,
    3 "TIPC_NLA_PUBL" Nested,
    4 "TIPC_NLA_LINK" Nested,
    5 "TIPC_NLA_MEDIA" Nested,
    6 "TIPC_NLA_NODE" Nested,
    7 "TIPC_NLA_NET" Nested,
    8 "TIPC_NLA_NAME_TABLE" Nested,
    9 "TIPC_NLA_MON" Nested,
}

policy! { HE_BSS_COLOR_POLICY "he_bss_color_policy" "net/wireless/nl80211.c" 0..4:
    1 "NL80211_HE_BSS_COLOR_ATTR_COLOR" U8.range(1, 63),
    2 "NL80211_HE_BSS_COLOR_ATTR_DISABLED" Flag,
    3 "NL80211_HE_BSS_COLOR_ATTR_PARTIAL" Flag,
}

policy! { HE_OBSS_PD_POLICY "he_obss_pd_policy" "net/wireless/nl80211.c" 0..7:
    1 "NL80211_HE_OBSS_PD_ATTR_MIN_OFFSET" U8.range(1, 20),
    2 "NL80211_HE_OBSS_PD_ATTR_MAX_OFFSET" U8.range(1, 20),
    3 "NL80211_HE_OBSS_PD_ATTR_NON_SRG_MAX_OFFSET" U8.range(1, 20),
    4 "NL80211_HE_OBSS_PD_ATTR_BSS_COLOR_BITMAP" Binary.exact(8),
    5 "NL80211_HE_OBSS_PD_ATTR_PARTIAL_BSSID_BITMAP" Binary.exact(8),
    6 "NL80211_HE_OBSS_PD_ATTR_SR_CTRL" U8,
}

policy! { MNTR_FLAGS_POLICY "mntr_flags_policy" "net/wireless/nl80211.c" 0..8:
    1 "NL80211_MNTR_FLAG_FCSFAIL" Flag,
    2 "NL80211_MNTR_FLAG_PLCPFAIL" Flag,
    3 "NL80211_MNTR_FLAG_CONTROL" Flag,
    4 "NL80211_MNTR_FLAG_OTHER_BSS" Flag,
    5 "NL80211_MNTR_FLAG_COOK_FRAMES" Flag,
    6 "NL80211_MNTR_FLAG_ACTIVE" Flag,
    7 "NL80211_MNTR_FLAG_SKIP_TX" Flag,
}

policy! { NL80211_ATTR_CQM_POLICY "nl80211_attr_cqm_policy" "net/wireless/nl80211.c" 0..10:
    1 "NL80211_ATTR_CQM_RSSI_THOLD" Binary,
    2 "NL80211_ATTR_CQM_RSSI_HYST" U32,
    3 "NL80211_ATTR_CQM_RSSI_THRESHOLD_EVENT" U32,
    5 "NL80211_ATTR_CQM_TXE_RATE" U32,
    6 "NL80211_ATTR_CQM_TXE_PKTS" U32,
    7 "NL80211_ATTR_CQM_TXE_INTVL" U32,
    9 "NL80211_ATTR_CQM_RSSI_LEVEL" S32,
}

policy! { NL80211_BSS_SELECT_POLICY "nl80211_bss_select_policy" "net/wireless/nl80211.c" 0..4:
    1 "NL80211_BSS_SELECT_ATTR_RSSI" Flag,
    2 "NL80211_BSS_SELECT_ATTR_BAND_PREF" U32,
    3 "NL80211_BSS_SELECT_ATTR_RSSI_ADJUST" Unspec.len(2),
}

policy! { NL80211_COALESCE_POLICY "nl80211_coalesce_policy" "net/wireless/nl80211.c" 0..4:
    1 "NL80211_ATTR_COALESCE_RULE_DELAY" U32,
    2 "NL80211_ATTR_COALESCE_RULE_CONDITION" U32.range(0, 1),
    3 "NL80211_ATTR_COALESCE_RULE_PKT_PATTERN" Nested,
}

policy! { NL80211_FILS_DISCOVERY_POLICY "nl80211_fils_discovery_policy" "net/wireless/nl80211.c" 0..4:
    1 "NL80211_FILS_DISCOVERY_ATTR_INT_MIN" U32.max(10000),
    2 "NL80211_FILS_DISCOVERY_ATTR_INT_MAX" U32.max(10000),
    3 "NL80211_FILS_DISCOVERY_ATTR_TMPL" Binary.range(42, 2304),
}

policy! { NL80211_FTM_RESPONDER_POLICY "nl80211_ftm_responder_policy" "net/wireless/nl80211.c" 0..4:
    1 "NL80211_FTM_RESP_ATTR_ENABLED" Flag,
    2 "NL80211_FTM_RESP_ATTR_LCI" Binary.len(255),
    3 "NL80211_FTM_RESP_ATTR_CIVICLOC" Binary.len(255),
}

policy! { NL80211_KEY_DEFAULT_POLICY "nl80211_key_default_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_KEY_DEFAULT_TYPE_UNICAST" Flag,
    2 "NL80211_KEY_DEFAULT_TYPE_MULTICAST" Flag,
}

policy! { NL80211_KEY_POLICY "nl80211_key_policy" "net/wireless/nl80211.c" 0..12:
    1 "NL80211_KEY_DATA" Binary.len(32),
    2 "NL80211_KEY_IDX" U8,
    3 "NL80211_KEY_CIPHER" U32,
    4 "NL80211_KEY_SEQ" Binary.len(16),
    5 "NL80211_KEY_DEFAULT" Flag,
    6 "NL80211_KEY_DEFAULT_MGMT" Flag,
    7 "NL80211_KEY_TYPE" U32.max(2),
    8 "NL80211_KEY_DEFAULT_TYPES" Nested,
    9 "NL80211_KEY_MODE" U8.range(0, 2),
    11 "NL80211_KEY_LTF_SEED" Binary.len(48),
}

policy! { NL80211_MATCH_POLICY "nl80211_match_policy" "net/wireless/nl80211.c" 0..7:
    1 "NL80211_SCHED_SCAN_MATCH_ATTR_SSID" Binary.len(32),
    2 "NL80211_SCHED_SCAN_MATCH_ATTR_RSSI" U32,
    5 "NL80211_SCHED_SCAN_MATCH_ATTR_BSSID" Binary.exact_warn(6),
}

policy! { NL80211_MBSSID_CONFIG_POLICY "nl80211_mbssid_config_policy" "net/wireless/nl80211.c" 0..7:
    1 "NL80211_MBSSID_CONFIG_ATTR_MAX_INTERFACES" U8.min(2),
    2 "NL80211_MBSSID_CONFIG_ATTR_MAX_EMA_PROFILE_PERIODICITY" U8.min(1),
    3 "NL80211_MBSSID_CONFIG_ATTR_INDEX" U8,
    4 "NL80211_MBSSID_CONFIG_ATTR_TX_IFINDEX" U32,
    5 "NL80211_MBSSID_CONFIG_ATTR_EMA" Flag,
    6 "NL80211_MBSSID_CONFIG_ATTR_TX_LINK_ID" U8.range(0, 14),
}

policy! { NL80211_MESH_SETUP_PARAMS_POLICY "nl80211_mesh_setup_params_policy" "net/wireless/nl80211.c" 0..9:
    1 "NL80211_MESH_SETUP_ENABLE_VENDOR_PATH_SEL" U8,
    2 "NL80211_MESH_SETUP_ENABLE_VENDOR_METRIC" U8,
    3 "NL80211_MESH_SETUP_IE" Binary.len(2304).by_code(),
    4 "NL80211_MESH_SETUP_USERSPACE_AUTH" Flag,
    5 "NL80211_MESH_SETUP_USERSPACE_AMPE" Flag,
    6 "NL80211_MESH_SETUP_ENABLE_VENDOR_SYNC" U8,
    7 "NL80211_MESH_SETUP_USERSPACE_MPM" Flag,
    8 "NL80211_MESH_SETUP_AUTH_PROTOCOL" U8,
}

policy! { NL80211_MESHCONF_PARAMS_POLICY "nl80211_meshconf_params_policy" "net/wireless/nl80211.c" 0..32:
    1 "NL80211_MESHCONF_RETRY_TIMEOUT" U16.range(1, 255),
    2 "NL80211_MESHCONF_CONFIRM_TIMEOUT" U16.range(1, 255),
    3 "NL80211_MESHCONF_HOLDING_TIMEOUT" U16.range(1, 255),
    4 "NL80211_MESHCONF_MAX_PEER_LINKS" U16.range(0, 255),
    5 "NL80211_MESHCONF_MAX_RETRIES" U8.max(16),
    6 "NL80211_MESHCONF_TTL" U8.min(1),
    7 "NL80211_MESHCONF_AUTO_OPEN_PLINKS" U8.max(1),
    8 "NL80211_MESHCONF_HWMP_MAX_PREQ_RETRIES" U8,
    9 "NL80211_MESHCONF_PATH_REFRESH_TIME" U32,
    10 "NL80211_MESHCONF_MIN_DISCOVERY_TIMEOUT" U16.min(1),
    11 "NL80211_MESHCONF_HWMP_ACTIVE_PATH_TIMEOUT" U32,
    12 "NL80211_MESHCONF_HWMP_PREQ_MIN_INTERVAL" U16.min(1),
    13 "NL80211_MESHCONF_HWMP_NET_DIAM_TRVS_TIME" U16.min(1),
    14 "NL80211_MESHCONF_HWMP_ROOTMODE" U8.max(4),
    15 "NL80211_MESHCONF_ELEMENT_TTL" U8.min(1),
    16 "NL80211_MESHCONF_HWMP_RANN_INTERVAL" U16.min(1),
    17 "NL80211_MESHCONF_GATE_ANNOUNCEMENTS" U8.max(1),
    18 "NL80211_MESHCONF_HWMP_PERR_MIN_INTERVAL" U16.min(1),
    19 "NL80211_MESHCONF_FORWARDING" U8.max(1),
    20 "NL80211_MESHCONF_RSSI_THRESHOLD" S32.range(-255, 0),
    21 "NL80211_MESHCONF_SYNC_OFFSET_MAX_NEIGHBOR" U32.range(1, 255),
    22 "NL80211_MESHCONF_HT_OPMODE" U16,
    23 "NL80211_MESHCONF_HWMP_PATH_TO_ROOT_TIMEOUT" U32,
    24 "NL80211_MESHCONF_HWMP_ROOT_INTERVAL" U16.min(1),
    25 "NL80211_MESHCONF_HWMP_CONFIRMATION_INTERVAL" U16.min(1),
    26 "NL80211_MESHCONF_POWER_MODE" U32.range(1, 3),
    27 "NL80211_MESHCONF_AWAKE_WINDOW" U16,
    28 "NL80211_MESHCONF_PLINK_TIMEOUT" U32,
    29 "NL80211_MESHCONF_CONNECTED_TO_GATE" U8.range(0, 1),
    30 "NL80211_MESHCONF_NOLEARN" U8.range(0, 1),
    31 "NL80211_MESHCONF_CONNECTED_TO_AS" U8.range(0, 1),
}

policy! { NL80211_NAN_BAND_CONF_POLICY "nl80211_nan_band_conf_policy" "net/wireless/nl80211.c" 0..7:
    1 "NL80211_NAN_BAND_CONF_BAND" U8.max(5),
    2 "NL80211_NAN_BAND_CONF_FREQ" U16,
    3 "NL80211_NAN_BAND_CONF_RSSI_CLOSE" S8.min(-59),
    4 "NL80211_NAN_BAND_CONF_RSSI_MIDDLE" S8.min(-74),
    5 "NL80211_NAN_BAND_CONF_WAKE_DW" U8.max(5),
    6 "NL80211_NAN_BAND_CONF_DISABLE_SCAN" Flag,
}

policy! { NL80211_NAN_CONF_POLICY "nl80211_nan_conf_policy" "net/wireless/nl80211.c" 0..9:
    1 "NL80211_NAN_CONF_CLUSTER_ID" Binary.len(6).by_code(),
    2 "NL80211_NAN_CONF_EXTRA_ATTRS" Binary.len(2304),
    3 "NL80211_NAN_CONF_VENDOR_ELEMS" Binary.len(2304).by_code(),
    4 "NL80211_NAN_CONF_BAND_CONFIGS" NestedArray.of(&NL80211_NAN_BAND_CONF_POLICY),
    5 "NL80211_NAN_CONF_SCAN_PERIOD" U16,
    6 "NL80211_NAN_CONF_SCAN_DWELL_TIME" U16.range(50, 512),
    7 "NL80211_NAN_CONF_DISCOVERY_BEACON_INTERVAL" U8.range(50, 200),
    8 "NL80211_NAN_CONF_NOTIFY_DW" Flag,
}

policy! { NL80211_NAN_FUNC_POLICY "nl80211_nan_func_policy" "net/wireless/nl80211.c" 0..17:
    1 "NL80211_NAN_FUNC_TYPE" U8.max(2),
    2 "NL80211_NAN_FUNC_SERVICE_ID" Unspec.len(6),
    3 "NL80211_NAN_FUNC_PUBLISH_TYPE" U8,
    4 "NL80211_NAN_FUNC_PUBLISH_BCAST" Flag,
    5 "NL80211_NAN_FUNC_SUBSCRIBE_ACTIVE" Flag,
    6 "NL80211_NAN_FUNC_FOLLOW_UP_ID" U8,
    7 "NL80211_NAN_FUNC_FOLLOW_UP_REQ_ID" U8,
    8 "NL80211_NAN_FUNC_FOLLOW_UP_DEST" Binary.exact_warn(6),
    9 "NL80211_NAN_FUNC_CLOSE_RANGE" Flag,
    10 "NL80211_NAN_FUNC_TTL" U32,
    11 "NL80211_NAN_FUNC_SERVICE_INFO" Binary.len(255),
    12 "NL80211_NAN_FUNC_SRF" Nested,
    13 "NL80211_NAN_FUNC_RX_MATCH_FILTER" Nested,
    14 "NL80211_NAN_FUNC_TX_MATCH_FILTER" Nested,
    15 "NL80211_NAN_FUNC_INSTANCE_ID" U8,
    16 "NL80211_NAN_FUNC_TERM_REASON" U8,
}

policy! { NL80211_NAN_PEER_MAP_POLICY "nl80211_nan_peer_map_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_NAN_PEER_MAP_ATTR_MAP_ID" U8.max(15),
    2 "NL80211_NAN_PEER_MAP_ATTR_TIME_SLOTS" Binary.exact(32),
}

policy! { NL80211_NAN_SRF_POLICY "nl80211_nan_srf_policy" "net/wireless/nl80211.c" 0..5:
    1 "NL80211_NAN_SRF_INCLUDE" Flag,
    2 "NL80211_NAN_SRF_BF" Binary.len(255),
    3 "NL80211_NAN_SRF_BF_IDX" U8,
    4 "NL80211_NAN_SRF_MAC_ADDRS" Nested,
}

policy! { NL80211_PACKET_PATTERN_POLICY "nl80211_packet_pattern_policy" "net/wireless/nl80211.c" 0..4:
    1 "NL80211_PKTPAT_MASK" Binary,
    2 "NL80211_PKTPAT_PATTERN" Binary,
    3 "NL80211_PKTPAT_OFFSET" U32,
}

policy! { NL80211_PLAN_POLICY "nl80211_plan_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_SCHED_SCAN_PLAN_INTERVAL" U32,
    2 "NL80211_SCHED_SCAN_PLAN_ITERATIONS" U32,
}

policy! { NL80211_PMSR_ATTR_POLICY "nl80211_pmsr_attr_policy" "net/wireless/nl80211.c" 0..8:
    1 "NL80211_PMSR_ATTR_MAX_PEERS" Reject,
    2 "NL80211_PMSR_ATTR_REPORT_AP_TSF" Reject,
    3 "NL80211_PMSR_ATTR_RANDOMIZE_MAC_ADDR" Reject,
    4 "NL80211_PMSR_ATTR_TYPE_CAPA" Reject,
    5 "NL80211_PMSR_ATTR_PEERS" NestedArray.of(&NL80211_PMSR_PEER_ATTR_POLICY),
}

policy! { NL80211_PMSR_FTM_REQ_ATTR_POLICY "nl80211_pmsr_ftm_req_attr_policy" "net/wireless/nl80211.c" 0..24:
    1 "NL80211_PMSR_FTM_REQ_ATTR_ASAP" Flag,
    2 "NL80211_PMSR_FTM_REQ_ATTR_PREAMBLE" U32.range(0, 4),
    3 "NL80211_PMSR_FTM_REQ_ATTR_NUM_BURSTS_EXP" U8.max(15),
    4 "NL80211_PMSR_FTM_REQ_ATTR_BURST_PERIOD" U16,
    5 "NL80211_PMSR_FTM_REQ_ATTR_BURST_DURATION" U8.max(15),
    6 "NL80211_PMSR_FTM_REQ_ATTR_FTMS_PER_BURST" U8,
    7 "NL80211_PMSR_FTM_REQ_ATTR_NUM_FTMR_RETRIES" U8,
    8 "NL80211_PMSR_FTM_REQ_ATTR_REQUEST_LCI" Flag,
    9 "NL80211_PMSR_FTM_REQ_ATTR_REQUEST_CIVICLOC" Flag,
    10 "NL80211_PMSR_FTM_REQ_ATTR_TRIGGER_BASED" Flag,
    11 "NL80211_PMSR_FTM_REQ_ATTR_NON_TRIGGER_BASED" Flag,
    12 "NL80211_PMSR_FTM_REQ_ATTR_LMR_FEEDBACK" Flag,
    13 "NL80211_PMSR_FTM_REQ_ATTR_BSS_COLOR" U8,
    14 "NL80211_PMSR_FTM_REQ_ATTR_RSTA" Flag,
    15 "NL80211_PMSR_FTM_REQ_ATTR_MIN_TIME_BETWEEN_MEASUREMENTS" U32,
    16 "NL80211_PMSR_FTM_REQ_ATTR_MAX_TIME_BETWEEN_MEASUREMENTS" U32,
    17 "NL80211_PMSR_FTM_REQ_ATTR_NOMINAL_TIME" U32,
    18 "NL80211_PMSR_FTM_REQ_ATTR_AW_DURATION" U32.max(255),
    19 "NL80211_PMSR_FTM_REQ_ATTR_NUM_MEASUREMENTS" U32,
    21 "NL80211_PMSR_FTM_REQ_ATTR_INGRESS" U64,
    22 "NL80211_PMSR_FTM_REQ_ATTR_EGRESS" U64,
    23 "NL80211_PMSR_FTM_REQ_ATTR_PD_SUPPRESS_RESULTS" Flag,
}

policy! { NL80211_PMSR_PEER_ATTR_POLICY "nl80211_pmsr_peer_attr_policy" "net/wireless/nl80211.c" 0..6:
    1 "NL80211_PMSR_PEER_ATTR_ADDR" Binary.exact(6),
    2 "NL80211_PMSR_PEER_ATTR_CHAN" Nested.of(&NL80211_POLICY),
    3 "NL80211_PMSR_PEER_ATTR_REQ" Nested.of(&NL80211_PMSR_REQ_ATTR_POLICY),
    4 "NL80211_PMSR_PEER_ATTR_RESP" Reject,
    5 "NL80211_PMSR_PEER_ATTR_REQ_TYPE" U32.max(1),
}

policy! { NL80211_PMSR_REQ_ATTR_POLICY "nl80211_pmsr_req_attr_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_PMSR_REQ_ATTR_DATA" Nested.of(&NL80211_PMSR_REQ_DATA_POLICY),
    2 "NL80211_PMSR_REQ_ATTR_GET_AP_TSF" Flag,
}

policy! { NL80211_PMSR_REQ_DATA_POLICY "nl80211_pmsr_req_data_policy" "net/wireless/nl80211.c" 0..2:
    1 "NL80211_PMSR_TYPE_FTM" Nested.of(&NL80211_PMSR_FTM_REQ_ATTR_POLICY),
}

policy! { NL80211_POLICY "nl80211_policy" "net/wireless/nl80211.c" 0..367 from 279:
    1 "NL80211_ATTR_WIPHY" U32,
    2 "NL80211_ATTR_WIPHY_NAME" NulText.len(19),
    3 "NL80211_ATTR_IFINDEX" U32,
    4 "NL80211_ATTR_IFNAME" NulText.len(15),
    5 "NL80211_ATTR_IFTYPE" U32.max(14),
    6 "NL80211_ATTR_MAC" Binary.exact_warn(6),
    7 "NL80211_ATTR_KEY_DATA" Binary.len(32),
    8 "NL80211_ATTR_KEY_IDX" U8.max(7),
    9 "NL80211_ATTR_KEY_CIPHER" U32,
    10 "NL80211_ATTR_KEY_SEQ" Binary.len(16),
    11 "NL80211_ATTR_KEY_DEFAULT" Flag,
    12 "NL80211_ATTR_BEACON_INTERVAL" U32,
    13 "NL80211_ATTR_DTIM_PERIOD" U32,
    14 "NL80211_ATTR_BEACON_HEAD" Binary.len(2304).by_code(),
    15 "NL80211_ATTR_BEACON_TAIL" Binary.len(2304).by_code(),
    16 "NL80211_ATTR_STA_AID" U16.range(1, 2007),
    17 "NL80211_ATTR_STA_FLAGS" Nested,
    18 "NL80211_ATTR_STA_LISTEN_INTERVAL" U16,
    19 "NL80211_ATTR_STA_SUPPORTED_RATES" Binary.len(32),
    20 "NL80211_ATTR_STA_VLAN" U32,
    23 "NL80211_ATTR_MNTR_FLAGS" Unspec,
    24 "NL80211_ATTR_MESH_ID" Binary.len(32),
    25 "NL80211_ATTR_STA_PLINK_ACTION" U8.max(2),
    26 "NL80211_ATTR_MPATH_NEXT_HOP" Binary.exact_warn(6),
    28 "NL80211_ATTR_BSS_CTS_PROT" U8,
    29 "NL80211_ATTR_BSS_SHORT_PREAMBLE" U8,
    30 "NL80211_ATTR_BSS_SHORT_SLOT_TIME" U8,
    31 "NL80211_ATTR_HT_CAPABILITY" Binary.exact_warn(26),
    33 "NL80211_ATTR_REG_ALPHA2" Binary.range(2, 3),
    34 "NL80211_ATTR_REG_RULES" Nested,
    35 "NL80211_ATTR_MESH_CONFIG" Nested,
    36 "NL80211_ATTR_BSS_BASIC_RATES" Binary.len(32),
    37 "NL80211_ATTR_WIPHY_TXQ_PARAMS" Nested,
    38 "NL80211_ATTR_WIPHY_FREQ" U32,
    39 "NL80211_ATTR_WIPHY_CHANNEL_TYPE" U32,
    41 "NL80211_ATTR_MGMT_SUBTYPE" U8,
    42 "NL80211_ATTR_IE" Binary.len(2304).by_code(),
    44 "NL80211_ATTR_SCAN_FREQUENCIES" Nested,
    45 "NL80211_ATTR_SCAN_SSIDS" Nested,
    51 "NL80211_ATTR_FRAME" Binary.len(2304),
    52 "NL80211_ATTR_SSID" Binary.len(32),
    53 "NL80211_ATTR_AUTH_TYPE" U32,
    54 "NL80211_ATTR_REASON_CODE" U16,
    55 "NL80211_ATTR_KEY_TYPE" U32.max(3),
    60 "NL80211_ATTR_FREQ_FIXED" Flag,
    61 "NL80211_ATTR_WIPHY_RETRY_SHORT" U8.min(1),
    62 "NL80211_ATTR_WIPHY_RETRY_LONG" U8.min(1),
    63 "NL80211_ATTR_WIPHY_FRAG_THRESHOLD" U32,
    64 "NL80211_ATTR_WIPHY_RTS_THRESHOLD" U32,
    65 "NL80211_ATTR_TIMED_OUT" Flag,
    66 "NL80211_ATTR_USE_MFP" U32.range(0, 2),
    67 "NL80211_ATTR_STA_FLAGS2" Binary.exact_warn(8),
    68 "NL80211_ATTR_CONTROL_PORT" Flag,
    70 "NL80211_ATTR_PRIVACY" Flag,
    72 "NL80211_ATTR_STATUS_CODE" U16,
    74 "NL80211_ATTR_CIPHER_SUITE_GROUP" U32,
    75 "NL80211_ATTR_WPA_VERSIONS" U32.range(0, 7),
    79 "NL80211_ATTR_PREV_BSSID" Binary.exact_warn(6),
    80 "NL80211_ATTR_KEY" Nested,
    82 "NL80211_ATTR_PID" U32,
    83 "NL80211_ATTR_4ADDR" U8,
    85 "NL80211_ATTR_PMKID" Binary.exact_warn(16),
    87 "NL80211_ATTR_DURATION" U32,
    88 "NL80211_ATTR_COOKIE" U64,
    89 "NL80211_ATTR_WIPHY_COVERAGE_CLASS" U8,
    90 "NL80211_ATTR_TX_RATES" Nested,
    91 "NL80211_ATTR_FRAME_MATCH" Binary,
    93 "NL80211_ATTR_PS_STATE" U32.range(0, 1),
    94 "NL80211_ATTR_CQM" Nested,
    95 "NL80211_ATTR_LOCAL_STATE_CHANGE" Flag,
    96 "NL80211_ATTR_AP_ISOLATE" U8,
    97 "NL80211_ATTR_WIPHY_TX_POWER_SETTING" U32,
    98 "NL80211_ATTR_WIPHY_TX_POWER_LEVEL" U32,
    101 "NL80211_ATTR_FRAME_TYPE" U16,
    102 "NL80211_ATTR_CONTROL_PORT_ETHERTYPE" U16,
    103 "NL80211_ATTR_CONTROL_PORT_NO_ENCRYPT" Flag,
    105 "NL80211_ATTR_WIPHY_ANTENNA_TX" U32,
    106 "NL80211_ATTR_WIPHY_ANTENNA_RX" U32,
    107 "NL80211_ATTR_MCAST_RATE" U32,
    108 "NL80211_ATTR_OFFCHANNEL_TX_OK" Flag,
    109 "NL80211_ATTR_BSS_HT_OPMODE" U16,
    110 "NL80211_ATTR_KEY_DEFAULT_TYPES" Nested,
    115 "NL80211_ATTR_SUPPORT_MESH_AUTH" Flag,
    116 "NL80211_ATTR_STA_PLINK_STATE" U8.max(6),
    117 "NL80211_ATTR_WOWLAN_TRIGGERS" Nested,
    119 "NL80211_ATTR_SCHED_SCAN_INTERVAL" U32,
    122 "NL80211_ATTR_REKEY_DATA" Nested,
    125 "NL80211_ATTR_SCAN_SUPP_RATES" Nested,
    126 "NL80211_ATTR_HIDDEN_SSID" U32.range(0, 2),
    127 "NL80211_ATTR_IE_PROBE_RESP" Binary.len(2304).by_code(),
    128 "NL80211_ATTR_IE_ASSOC_RESP" Binary.len(2304).by_code(),
    129 "NL80211_ATTR_STA_WME" Nested.of(&NL80211_STA_WME_POLICY),
    131 "NL80211_ATTR_ROAM_SUPPORT" Flag,
    132 "NL80211_ATTR_SCHED_SCAN_MATCH" Nested,
    135 "NL80211_ATTR_TX_NO_CCK_RATE" Flag,
    136 "NL80211_ATTR_TDLS_ACTION" U8,
    137 "NL80211_ATTR_TDLS_DIALOG_TOKEN" U8,
    138 "NL80211_ATTR_TDLS_OPERATION" U8,
    139 "NL80211_ATTR_TDLS_SUPPORT" Flag,
    140 "NL80211_ATTR_TDLS_EXTERNAL_SETUP" Flag,
    142 "NL80211_ATTR_DONT_WAIT_FOR_ACK" Flag,
    145 "NL80211_ATTR_PROBE_RESP" Binary.len(2304),
    146 "NL80211_ATTR_DFS_REGION" U8,
    147 "NL80211_ATTR_DISABLE_HT" Flag,
    148 "NL80211_ATTR_HT_CAPABILITY_MASK" Unspec.len(26),
    149 "NL80211_ATTR_NOACK_MAP" U16,
    150 "NL80211_ATTR_INACTIVITY_TIMEOUT" U16,
    152 "NL80211_ATTR_BG_SCAN_PERIOD" U16,
    153 "NL80211_ATTR_WDEV" U64,
    154 "NL80211_ATTR_USER_REG_HINT_TYPE" U32,
    156 "NL80211_ATTR_AUTH_DATA" Binary.min(4),
    157 "NL80211_ATTR_VHT_CAPABILITY" Binary.exact_warn(12),
    158 "NL80211_ATTR_SCAN_FLAGS" U32,
    159 "NL80211_ATTR_CHANNEL_WIDTH" U32,
    160 "NL80211_ATTR_CENTER_FREQ1" U32,
    161 "NL80211_ATTR_CENTER_FREQ2" U32,
    162 "NL80211_ATTR_P2P_CTWINDOW" U8.max(127),
    163 "NL80211_ATTR_P2P_OPPPS" U8.max(1),
    164 "NL80211_ATTR_LOCAL_MESH_POWER_MODE" U32.range(1, 3),
    165 "NL80211_ATTR_ACL_POLICY" Unspec,
    166 "NL80211_ATTR_MAC_ADDRS" Nested,
    171 "NL80211_ATTR_STA_CAPABILITY" U16,
    172 "NL80211_ATTR_STA_EXT_CAPABILITY" Binary,
    174 "NL80211_ATTR_SPLIT_WIPHY_DUMP" Flag,
    175 "NL80211_ATTR_DISABLE_VHT" Flag,
    176 "NL80211_ATTR_VHT_CAPABILITY_MASK" Unspec.len(12),
    177 "NL80211_ATTR_MDID" U16,
    178 "NL80211_ATTR_IE_RIC" Binary.len(2304),
    179 "NL80211_ATTR_CRIT_PROT_ID" U16,
    180 "NL80211_ATTR_MAX_CRIT_PROT_DURATION" U16.max(5000),
    181 "NL80211_ATTR_PEER_AID" U16.range(1, 2007),
    183 "NL80211_ATTR_CH_SWITCH_COUNT" U32,
    184 "NL80211_ATTR_CH_SWITCH_BLOCK_TX" Flag,
    185 "NL80211_ATTR_CSA_IES" Nested,
    186 "NL80211_ATTR_CNTDWN_OFFS_BEACON" Binary,
    187 "NL80211_ATTR_CNTDWN_OFFS_PRESP" Binary,
    189 "NL80211_ATTR_STA_SUPPORTED_CHANNELS" Binary.min(2),
    190 "NL80211_ATTR_STA_SUPPORTED_OPER_CLASSES" Binary.range(2, 253),
    191 "NL80211_ATTR_HANDLE_DFS" Flag,
    194 "NL80211_ATTR_OPMODE_NOTIF" U8,
    195 "NL80211_ATTR_VENDOR_ID" U32,
    196 "NL80211_ATTR_VENDOR_SUBCMD" U32,
    197 "NL80211_ATTR_VENDOR_DATA" Binary,
    199 "NL80211_ATTR_QOS_MAP" Binary.range(16, 58),
    200 "NL80211_ATTR_MAC_HINT" Binary.exact_warn(6),
    201 "NL80211_ATTR_WIPHY_FREQ_HINT" U32,
    203 "NL80211_ATTR_TDLS_PEER_CAPABILITY" U32,
    204 "NL80211_ATTR_SOCKET_OWNER" Flag,
    205 "NL80211_ATTR_CSA_C_OFFSETS_TX" Binary,
    207 "NL80211_ATTR_TDLS_INITIATOR" Flag,
    208 "NL80211_ATTR_USE_RRM" Flag,
    209 "NL80211_ATTR_WIPHY_DYN_ACK" Flag,
    210 "NL80211_ATTR_TSID" U8.max(15),
    211 "NL80211_ATTR_USER_PRIO" U8.max(7),
    212 "NL80211_ATTR_ADMITTED_TIME" U16,
    213 "NL80211_ATTR_SMPS_MODE" U8,
    214 "NL80211_ATTR_OPER_CLASS" U8,
    215 "NL80211_ATTR_MAC_MASK" Binary.exact_warn(6),
    216 "NL80211_ATTR_WIPHY_SELF_MANAGED_REG" Flag,
    219 "NL80211_ATTR_NETNS_FD" U32,
    220 "NL80211_ATTR_SCHED_SCAN_DELAY" U32,
    221 "NL80211_ATTR_REG_INDOOR" Flag,
    226 "NL80211_ATTR_PBSS" Flag,
    227 "NL80211_ATTR_BSS_SELECT" Nested,
    228 "NL80211_ATTR_STA_SUPPORT_P2P_PS" U8.max(1),
    231 "NL80211_ATTR_MU_MIMO_GROUP_DATA" Unspec.len(24),
    232 "NL80211_ATTR_MU_MIMO_FOLLOW_MAC_ADDR" Binary.exact_warn(6),
    235 "NL80211_ATTR_MEASUREMENT_DURATION" U16,
    236 "NL80211_ATTR_MEASUREMENT_DURATION_MANDATORY" Flag,
    237 "NL80211_ATTR_MESH_PEER_AID" U16.range(1, 2007),
    238 "NL80211_ATTR_NAN_MASTER_PREF" U8.min(1),
    239 "NL80211_ATTR_BANDS" U32,
    240 "NL80211_ATTR_NAN_FUNC" Nested,
    242 "NL80211_ATTR_FILS_KEK" Binary.len(64),
    243 "NL80211_ATTR_FILS_NONCES" Binary.exact_warn(32),
    244 "NL80211_ATTR_MULTICAST_TO_UNICAST_ENABLED" Flag,
    245 "NL80211_ATTR_BSSID" Binary.exact_warn(6),
    246 "NL80211_ATTR_SCHED_SCAN_RELATIVE_RSSI" S8,
    247 "NL80211_ATTR_SCHED_SCAN_RSSI_ADJUST" Unspec.len(2),
    248 "NL80211_ATTR_TIMEOUT_REASON" U32,
    249 "NL80211_ATTR_FILS_ERP_USERNAME" Binary.len(16),
    250 "NL80211_ATTR_FILS_ERP_REALM" Binary.len(253),
    251 "NL80211_ATTR_FILS_ERP_NEXT_SEQ_NUM" U16,
    252 "NL80211_ATTR_FILS_ERP_RRK" Binary.len(64),
    253 "NL80211_ATTR_FILS_CACHE_ID" Binary.exact_warn(2),
    254 "NL80211_ATTR_PMK" Binary.len(64),
    255 "NL80211_ATTR_SCHED_SCAN_MULTI" Flag,
    258 "NL80211_ATTR_PMKR0_NAME" Binary.exact(16),
    261 "NL80211_ATTR_EXTERNAL_AUTH_SUPPORT" Flag,
    264 "NL80211_ATTR_CONTROL_PORT_OVER_NL80211" Flag,
    266 "NL80211_ATTR_TXQ_LIMIT" U32,
    267 "NL80211_ATTR_TXQ_MEMORY_LIMIT" U32,
    268 "NL80211_ATTR_TXQ_QUANTUM" U32.range(0, 2147483647),
    269 "NL80211_ATTR_HE_CAPABILITY" Binary.len(54).by_code(),
    270 "NL80211_ATTR_FTM_RESPONDER" Nested.of(&NL80211_FTM_RESPONDER_POLICY),
    272 "NL80211_ATTR_TIMEOUT" U32.min(1),
    273 "NL80211_ATTR_PEER_MEASUREMENTS" Nested.of(&NL80211_PMSR_ATTR_POLICY),
    274 "NL80211_ATTR_AIRTIME_WEIGHT" U16.min(1),
    275 "NL80211_ATTR_STA_TX_POWER_SETTING" U8.range(0, 2),
    276 "NL80211_ATTR_STA_TX_POWER" S16,
    277 "NL80211_ATTR_SAE_PASSWORD" Binary.len(128),
    278 "NL80211_ATTR_TWT_RESPONDER" Flag,
    279 "NL80211_ATTR_HE_OBSS_PD" Nested.of(&HE_OBSS_PD_POLICY),
    280 "NL80211_ATTR_WIPHY_EDMG_CHANNELS" U8.range(1, 60),
    281 "NL80211_ATTR_WIPHY_EDMG_BW_CONFIG" U8.range(4, 15),
    282 "NL80211_ATTR_VLAN_ID" U16.range(1, 4094),
    283 "NL80211_ATTR_HE_BSS_COLOR" Nested.of(&HE_BSS_COLOR_POLICY),
    285 "NL80211_ATTR_TID_CONFIG" NestedArray.of(&NL80211_TID_CONFIG_ATTR_POLICY),
    286 "NL80211_ATTR_CONTROL_PORT_NO_PREAUTH" Flag,
    287 "NL80211_ATTR_PMK_LIFETIME" U32.min(1),
    288 "NL80211_ATTR_PMK_REAUTH_THRESHOLD" U8.range(1, 100),
    289 "NL80211_ATTR_RECEIVE_MULTICAST" Flag,
    290 "NL80211_ATTR_WIPHY_FREQ_OFFSET" U32.range(0, 999),
    291 "NL80211_ATTR_CENTER_FREQ1_OFFSET" U32.range(0, 999),
    292 "NL80211_ATTR_SCAN_FREQ_KHZ" Nested,
    293 "NL80211_ATTR_HE_6GHZ_CAPABILITY" Binary.by_code(),
    294 "NL80211_ATTR_FILS_DISCOVERY" Nested.of(&NL80211_FILS_DISCOVERY_POLICY),
    295 "NL80211_ATTR_UNSOL_BCAST_PROBE_RESP" Nested.of(&NL80211_UNSOL_BCAST_PROBE_RESP_POLICY),
    296 "NL80211_ATTR_S1G_CAPABILITY" Binary.exact(15),
    297 "NL80211_ATTR_S1G_CAPABILITY_MASK" Binary.exact(15),
    298 "NL80211_ATTR_SAE_PWE" U8.range(1, 3),
    299 "NL80211_ATTR_RECONNECT_REQUESTED" Reject,
    300 "NL80211_ATTR_SAR_SPEC" Nested.of(&SAR_POLICY),
    301 "NL80211_ATTR_DISABLE_HE" Flag,
    302 "NL80211_ATTR_OBSS_COLOR_BITMAP" U64,
    303 "NL80211_ATTR_COLOR_CHANGE_COUNT" U8,
    304 "NL80211_ATTR_COLOR_CHANGE_COLOR" U8,
    305 "NL80211_ATTR_COLOR_CHANGE_ELEMS" Nested.of(&NL80211_POLICY),
    306 "NL80211_ATTR_MBSSID_CONFIG" Nested.of(&NL80211_MBSSID_CONFIG_POLICY),
    307 "NL80211_ATTR_MBSSID_ELEMS" Nested,
    308 "NL80211_ATTR_RADAR_BACKGROUND" Flag,
    309 "NL80211_ATTR_AP_SETTINGS_FLAGS" U32,
    310 "NL80211_ATTR_EHT_CAPABILITY" Binary.range(13, 51),
    311 "NL80211_ATTR_DISABLE_EHT" Flag,
    312 "NL80211_ATTR_MLO_LINKS" NestedArray.of(&NL80211_POLICY),
    313 "NL80211_ATTR_MLO_LINK_ID" U8.range(0, 14),
    314 "NL80211_ATTR_MLD_ADDR" Binary.exact(6),
    315 "NL80211_ATTR_MLO_SUPPORT" Flag,
    316 "NL80211_ATTR_MAX_NUM_AKM_SUITES" Reject,
    317 "NL80211_ATTR_EML_CAPABILITY" U16,
    322 "NL80211_ATTR_PUNCT_BITMAP" U32.range(0, 65535),
    323 "NL80211_ATTR_MAX_HW_TIMESTAMP_PEERS" U16,
    324 "NL80211_ATTR_HW_TIMESTAMP_ENABLED" Flag,
    325 "NL80211_ATTR_EMA_RNR_ELEMS" Nested,
    326 "NL80211_ATTR_MLO_LINK_DISABLED" Flag,
    327 "NL80211_ATTR_BSS_DUMP_INCLUDE_USE_DATA" Flag,
    328 "NL80211_ATTR_MLO_TTLM_DLINK" Binary.exact(16),
    329 "NL80211_ATTR_MLO_TTLM_ULINK" Binary.exact(16),
    330 "NL80211_ATTR_ASSOC_SPP_AMSDU" Flag,
    333 "NL80211_ATTR_VIF_RADIO_MASK" U32,
    334 "NL80211_ATTR_SUPPORTED_SELECTORS" Binary.len(128).by_code(),
    335 "NL80211_ATTR_MLO_RECONF_REM_LINKS" U16,
    336 "NL80211_ATTR_EPCS" Flag,
    337 "NL80211_ATTR_EXT_MLD_CAPA_AND_OPS" U16,
    338 "NL80211_ATTR_WIPHY_RADIO_INDEX" U8,
    339 "NL80211_ATTR_S1G_LONG_BEACON_PERIOD" U8.min(2),
    340 "NL80211_ATTR_S1G_SHORT_BEACON" Nested.of(&NL80211_S1G_SHORT_BEACON),
    341 "NL80211_ATTR_BSS_PARAM" Flag,
    342 "NL80211_ATTR_NAN_CONFIG" Nested.of(&NL80211_NAN_CONF_POLICY),
    345 "NL80211_ATTR_S1G_PRIMARY_2MHZ" Flag,
    346 "NL80211_ATTR_EPP_PEER" Flag,
    347 "NL80211_ATTR_UHR_CAPABILITY" Binary.len(255).by_code(),
    348 "NL80211_ATTR_DISABLE_UHR" Flag,
    350 "NL80211_ATTR_UHR_OPERATION" Binary.by_code(),
    351 "NL80211_ATTR_NAN_CHANNEL" Nested.of(&NL80211_POLICY),
    352 "NL80211_ATTR_NAN_CHANNEL_ENTRY" Binary.exact(6),
    353 "NL80211_ATTR_NAN_TIME_SLOTS" Binary.exact(32),
    354 "NL80211_ATTR_NAN_RX_NSS" U8,
    355 "NL80211_ATTR_NAN_AVAIL_BLOB" Binary.by_code(),
    356 "NL80211_ATTR_NAN_SCHED_DEFERRED" Flag,
    358 "NL80211_ATTR_NAN_NMI_MAC" Binary.exact(6),
    359 "NL80211_ATTR_NAN_ULW" Binary.by_code(),
    360 "NL80211_ATTR_NAN_COMMITTED_DW" U16,
    361 "NL80211_ATTR_NAN_SEQ_ID" U8,
    362 "NL80211_ATTR_NAN_MAX_CHAN_SWITCH_TIME" U16,
    363 "NL80211_ATTR_NAN_PEER_MAPS" NestedArray.of(&NL80211_NAN_PEER_MAP_POLICY),
    365 "NL80211_ATTR_NPCA_PRIMARY_FREQ" U32,
    366 "NL80211_ATTR_NPCA_PUNCT_BITMAP" U32.range(0, 65535),
}

policy! { NL80211_REKEY_POLICY "nl80211_rekey_policy" "net/wireless/nl80211.c" 0..5:
    1 "NL80211_REKEY_DATA_KEK" Binary.len(32),
    2 "NL80211_REKEY_DATA_KCK" Binary.len(32),
    3 "NL80211_REKEY_DATA_REPLAY_CTR" Binary.exact(8),
    4 "NL80211_REKEY_DATA_AKM" U32,
}

policy! { NL80211_S1G_SHORT_BEACON "nl80211_s1g_short_beacon" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_S1G_SHORT_BEACON_ATTR_HEAD" Binary.len(2304).by_code(),
    2 "NL80211_S1G_SHORT_BEACON_ATTR_TAIL" Binary.len(2304).by_code(),
}

policy! { NL80211_STA_WME_POLICY "nl80211_sta_wme_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_STA_WME_UAPSD_QUEUES" U8,
    2 "NL80211_STA_WME_MAX_SP" U8,
}

policy! { NL80211_TID_CONFIG_ATTR_POLICY "nl80211_tid_config_attr_policy" "net/wireless/nl80211.c" 0..14:
    2 "NL80211_TID_CONFIG_ATTR_VIF_SUPP" U64,
    3 "NL80211_TID_CONFIG_ATTR_PEER_SUPP" U64,
    4 "NL80211_TID_CONFIG_ATTR_OVERRIDE" Flag,
    5 "NL80211_TID_CONFIG_ATTR_TIDS" U16.range(1, 255),
    6 "NL80211_TID_CONFIG_ATTR_NOACK" U8.max(1),
    7 "NL80211_TID_CONFIG_ATTR_RETRY_SHORT" U8.min(1),
    8 "NL80211_TID_CONFIG_ATTR_RETRY_LONG" U8.min(1),
    9 "NL80211_TID_CONFIG_ATTR_AMPDU_CTRL" U8.max(1),
    10 "NL80211_TID_CONFIG_ATTR_RTSCTS_CTRL" U8.max(1),
    11 "NL80211_TID_CONFIG_ATTR_AMSDU_CTRL" U8.max(1),
    12 "NL80211_TID_CONFIG_ATTR_TX_RATE_TYPE" U8.max(2),
    13 "NL80211_TID_CONFIG_ATTR_TX_RATE" Nested.of(&NL80211_TXATTR_POLICY),
}

policy! { NL80211_TXATTR_POLICY "nl80211_txattr_policy" "net/wireless/nl80211.c" 0..11:
    1 "NL80211_TXRATE_LEGACY" Binary.len(32),
    2 "NL80211_TXRATE_HT" Binary.len(77),
    3 "NL80211_TXRATE_VHT" Binary.exact_warn(16),
    4 "NL80211_TXRATE_GI" U8,
    5 "NL80211_TXRATE_HE" Binary.exact(16),
    6 "NL80211_TXRATE_HE_GI" U8.range(0, 2),
    7 "NL80211_TXRATE_HE_LTF" U8.range(0, 2),
    8 "NL80211_TXRATE_EHT" Binary.exact(32),
    9 "NL80211_TXRATE_EHT_GI" U8.range(0, 2),
    10 "NL80211_TXRATE_EHT_LTF" U8.range(0, 4),
}

policy! { NL80211_UNSOL_BCAST_PROBE_RESP_POLICY "nl80211_unsol_bcast_probe_resp_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_INT" U32.max(20),
    2 "NL80211_UNSOL_BCAST_PROBE_RESP_ATTR_TMPL" Binary.len(2304),
}

policy! { NL80211_WOWLAN_POLICY "nl80211_wowlan_policy" "net/wireless/nl80211.c" 0..21:
    1 "NL80211_WOWLAN_TRIG_ANY" Flag,
    2 "NL80211_WOWLAN_TRIG_DISCONNECT" Flag,
    3 "NL80211_WOWLAN_TRIG_MAGIC_PKT" Flag,
    4 "NL80211_WOWLAN_TRIG_PKT_PATTERN" Nested,
    6 "NL80211_WOWLAN_TRIG_GTK_REKEY_FAILURE" Flag,
    7 "NL80211_WOWLAN_TRIG_EAP_IDENT_REQUEST" Flag,
    8 "NL80211_WOWLAN_TRIG_4WAY_HANDSHAKE" Flag,
    9 "NL80211_WOWLAN_TRIG_RFKILL_RELEASE" Flag,
    14 "NL80211_WOWLAN_TRIG_TCP_CONNECTION" Nested,
    18 "NL80211_WOWLAN_TRIG_NET_DETECT" Nested,
}

policy! { NL80211_WOWLAN_TCP_POLICY "nl80211_wowlan_tcp_policy" "net/wireless/nl80211.c" 0..12:
    1 "NL80211_WOWLAN_TCP_SRC_IPV4" U32,
    2 "NL80211_WOWLAN_TCP_DST_IPV4" U32,
    3 "NL80211_WOWLAN_TCP_DST_MAC" Binary.exact_warn(6),
    4 "NL80211_WOWLAN_TCP_SRC_PORT" U16,
    5 "NL80211_WOWLAN_TCP_DST_PORT" U16,
    6 "NL80211_WOWLAN_TCP_DATA_PAYLOAD" Binary.min(1),
    7 "NL80211_WOWLAN_TCP_DATA_PAYLOAD_SEQ" Unspec.len(12),
    8 "NL80211_WOWLAN_TCP_DATA_PAYLOAD_TOKEN" Unspec.len(8),
    9 "NL80211_WOWLAN_TCP_DATA_INTERVAL" U32,
    10 "NL80211_WOWLAN_TCP_WAKE_PAYLOAD" Binary.min(1),
    11 "NL80211_WOWLAN_TCP_WAKE_MASK" Binary.min(1),
}

policy! { REG_RULE_POLICY "reg_rule_policy" "net/wireless/nl80211.c" 0..9:
    1 "NL80211_ATTR_REG_RULE_FLAGS" U32,
    2 "NL80211_ATTR_FREQ_RANGE_START" U32,
    3 "NL80211_ATTR_FREQ_RANGE_END" U32,
    4 "NL80211_ATTR_FREQ_RANGE_MAX_BW" U32,
    5 "NL80211_ATTR_POWER_RULE_MAX_ANT_GAIN" U32,
    6 "NL80211_ATTR_POWER_RULE_MAX_EIRP" U32,
    7 "NL80211_ATTR_DFS_CAC_TIME" U32,
}

policy! { SAR_POLICY "sar_policy" "net/wireless/nl80211.c" 0..3:
    1 "NL80211_SAR_ATTR_TYPE" U32.max(1),
    2 "NL80211_SAR_ATTR_SPECS" NestedArray.of(&SAR_SPECS_POLICY),
}

policy! { SAR_SPECS_POLICY "sar_specs_policy" "net/wireless/nl80211.c" 0..5:
    1 "NL80211_SAR_ATTR_SPECS_POWER" S32,
    2 "NL80211_SAR_ATTR_SPECS_RANGE_INDEX" U32,
}

policy! { STA_FLAGS_POLICY "sta_flags_policy" "net/wireless/nl80211.c" 0..9:
    1 "NL80211_STA_FLAG_AUTHORIZED" Flag,
    2 "NL80211_STA_FLAG_SHORT_PREAMBLE" Flag,
    3 "NL80211_STA_FLAG_WME" Flag,
    4 "NL80211_STA_FLAG_MFP" Flag,
    5 "NL80211_STA_FLAG_AUTHENTICATED" Flag,
    6 "NL80211_STA_FLAG_TDLS_PEER" Flag,
}

policy! { TXQ_PARAMS_POLICY "txq_params_policy" "net/wireless/nl80211.c" 0..6:
    1 "NL80211_TXQ_ATTR_QUEUE" U8,
    2 "NL80211_TXQ_ATTR_TXOP" U16,
    3 "NL80211_TXQ_ATTR_CWMIN" U16,
    4 "NL80211_TXQ_ATTR_CWMAX" U16,
    5 "NL80211_TXQ_ATTR_AIFS" U8,
}

policy! { XFRM_LWT_POLICY "xfrm_lwt_policy" "net/xfrm/xfrm_interface_core.c" 0..3:
    1 "LWT_XFRM_IF_ID" U32.min(1),
    2 "LWT_XFRM_LINK" U32.min(1),
}

policy! { XFRMI_POLICY "xfrmi_policy" "net/xfrm/xfrm_interface_core.c" 0..4 from 3:
    1 "IFLA_XFRM_LINK" U32,
    2 "IFLA_XFRM_IF_ID" U32,
    3 "IFLA_XFRM_COLLECT_METADATA" Flag,
}

policy! { XFRMA_POLICY "xfrma_policy" "net/xfrm/xfrm_user.c" 0..42 from 33:
    1 "XFRMA_ALG_AUTH" Unspec.len(68),
    2 "XFRMA_ALG_CRYPT" Unspec.len(68),
    3 "XFRMA_ALG_COMP" Unspec.len(68),
    4 "XFRMA_ENCAP" Unspec.len(24),
    5 "XFRMA_TMPL" Unspec.len(64),
    6 "XFRMA_SA" Unspec.len(224),
    7 "XFRMA_POLICY" Unspec.len(168),
    8 "XFRMA_SEC_CTX" Unspec.len(8),
    9 "XFRMA_LTIME_VAL" Unspec.len(32),
    10 "XFRMA_REPLAY_VAL" Unspec.len(12),
    11 "XFRMA_REPLAY_THRESH" U32,
    12 "XFRMA_ETIMER_THRESH" U32,
    13 "XFRMA_SRCADDR" Unspec.len(16),
    14 "XFRMA_COADDR" Unspec.len(16),
    15 "XFRMA_LASTUSED" U64,
    16 "XFRMA_POLICY_TYPE" Unspec.len(6),
    17 "XFRMA_MIGRATE" Unspec.len(76),
    18 "XFRMA_ALG_AEAD" Unspec.len(72),
    19 "XFRMA_KMADDRESS" Unspec.len(40),
    20 "XFRMA_ALG_AUTH_TRUNC" Unspec.len(72),
    21 "XFRMA_MARK" Unspec.len(8),
    22 "XFRMA_TFCPAD" U32,
    23 "XFRMA_REPLAY_ESN_VAL" Unspec.len(24),
    24 "XFRMA_SA_EXTRA_FLAGS" U32,
    25 "XFRMA_PROTO" U8,
    26 "XFRMA_ADDRESS_FILTER" Unspec.len(36),
    28 "XFRMA_OFFLOAD_DEV" Unspec.len(8),
    29 "XFRMA_SET_MARK" U32,
    30 "XFRMA_SET_MARK_MASK" U32,
    31 "XFRMA_IF_ID" U32,
    32 "XFRMA_MTIMER_THRESH" U32,
    33 "XFRMA_SA_DIR" U8.range(1, 2),
    34 "XFRMA_NAT_KEEPALIVE_INTERVAL" U32,
    35 "XFRMA_SA_PCPU" U32,
    36 "XFRMA_IPTFS_DROP_TIME" U32,
    37 "XFRMA_IPTFS_REORDER_WINDOW" U16,
    38 "XFRMA_IPTFS_DONT_FRAG" Flag,
    39 "XFRMA_IPTFS_INIT_DELAY" U32,
    40 "XFRMA_IPTFS_MAX_QSIZE" U32,
    41 "XFRMA_IPTFS_PKT_SIZE" U32,
}

policy! { XFRMA_SPD_POLICY "xfrma_spd_policy" "net/xfrm/xfrm_user.c" 0..5:
    3 "XFRMA_SPD_IPV4_HTHRESH" Unspec.len(2),
    4 "XFRMA_SPD_IPV6_HTHRESH" Unspec.len(2),
}

/// Which policy a set has where it stands in a nest that code takes apart, and how it is checked.
pub static SETS: &[(&str, Mode, &Policy)] = &[
    ("BRIDGE_VLANDB_ENTRY", Mode::Strict, &BR_VLAN_DB_POLICY),
    ("BRIDGE_VLANDB_GOPTS", Mode::Strict, &BR_VLAN_DB_GPOL),
    ("BRIDGE_VLANDB_TINFO", Mode::Strict, &BR_VLANDB_TINFO_POL),
    ("CTA", Mode::Liberal, &CT_NLA_POLICY),
    ("CTA_EXPECT", Mode::Liberal, &EXP_NLA_POLICY),
    ("CTA_EXPECT_NAT", Mode::Liberal, &EXP_NAT_NLA_POLICY),
    ("CTA_FILTER", Mode::Strict, &CTA_FILTER_NLA_POLICY),
    ("CTA_HELP", Mode::Liberal, &HELP_NLA_POLICY),
    ("CTA_IP", Mode::Liberal, &CTA_IP_NLA_POLICY),
    ("CTA_NAT", Mode::Liberal, &NAT_NLA_POLICY),
    ("CTA_PROTO", Mode::Liberal, &PROTO_NLA_POLICY),
    ("CTA_PROTOINFO", Mode::Liberal, &PROTOINFO_POLICY),
    ("CTA_PROTOINFO_SCTP", Mode::Liberal, &SCTP_NLA_POLICY),
    ("CTA_PROTOINFO_TCP", Mode::Liberal, &TCP_NLA_POLICY),
    ("CTA_PROTONAT", Mode::Liberal, &PROTONAT_NLA_POLICY),
    ("CTA_SEQADJ", Mode::Liberal, &SEQADJ_POLICY),
    ("CTA_SYNPROXY", Mode::Liberal, &SYNPROXY_POLICY),
    ("CTA_TUPLE", Mode::Liberal, &TUPLE_NLA_POLICY),
    ("DCB_APP_ATTR", Mode::Liberal, &DCBNL_APP_NEST),
    ("DCB_ATTR_IEEE", Mode::Liberal, &DCBNL_IEEE_POLICY),
    ("DCB_BCN_ATTR", Mode::Liberal, &DCBNL_BCN_NEST),
    ("DCB_CAP_ATTR", Mode::Liberal, &DCBNL_CAP_NEST),
    ("DCB_FEATCFG_ATTR", Mode::Liberal, &DCBNL_FEATCFG_NEST),
    ("DCB_NUMTCS_ATTR", Mode::Liberal, &DCBNL_NUMTCS_NEST),
    ("DCB_PFC_UP_ATTR", Mode::Liberal, &DCBNL_PFC_UP_NEST),
    ("DCB_PG_ATTR", Mode::Liberal, &DCBNL_PG_NEST),
    ("DCB_TC_ATTR_PARAM", Mode::Liberal, &DCBNL_TC_PARAM_NEST),
    ("DEVLINK_ATTR_SELFTEST_ID", Mode::Strict, &DEVLINK_SELFTEST_NL_POLICY),
    ("DEVLINK_PORT_FUNCTION_ATTR", Mode::Strict, &DEVLINK_FUNCTION_NL_POLICY),
    ("DEVLINK_RATE_TC_ATTR", Mode::Strict, &DEVLINK_DL_RATE_TC_BWS_NL_POLICY),
    ("DPLL_A_PIN", Mode::Strict, &DPLL_REFERENCE_SYNC_NL_POLICY),
    ("DPLL_A_PIN_PARENT_PIN", Mode::Strict, &DPLL_PIN_PARENT_PIN_NL_POLICY),
    ("DPLL_A_PIN_REFERENCE_SYNC", Mode::Strict, &DPLL_REFERENCE_SYNC_NL_POLICY),
    ("DRBD_A_CONNECTION_INFO", Mode::Liberal, &DRBD_CONNECTION_INFO_NL_POLICY),
    ("DRBD_A_CONNECTION_STATISTICS", Mode::Liberal, &DRBD_CONNECTION_STATISTICS_NL_POLICY),
    ("DRBD_A_DETACH_PARMS", Mode::Liberal, &DRBD_DETACH_PARMS_NL_POLICY),
    ("DRBD_A_DEVICE_INFO", Mode::Liberal, &DRBD_DEVICE_INFO_NL_POLICY),
    ("DRBD_A_DEVICE_STATISTICS", Mode::Liberal, &DRBD_DEVICE_STATISTICS_NL_POLICY),
    ("DRBD_A_DISCONNECT_PARMS", Mode::Liberal, &DRBD_DISCONNECT_PARMS_NL_POLICY),
    ("DRBD_A_DISK_CONF", Mode::Liberal, &DRBD_DISK_CONF_NL_POLICY),
    ("DRBD_A_DRBD_CFG_CONTEXT", Mode::Liberal, &DRBD_DRBD_CFG_CONTEXT_NL_POLICY),
    ("DRBD_A_NET_CONF", Mode::Liberal, &DRBD_NET_CONF_NL_POLICY),
    ("DRBD_A_NEW_C_UUID_PARMS", Mode::Liberal, &DRBD_NEW_C_UUID_PARMS_NL_POLICY),
    ("DRBD_A_PEER_DEVICE_INFO", Mode::Liberal, &DRBD_PEER_DEVICE_INFO_NL_POLICY),
    ("DRBD_A_PEER_DEVICE_STATISTICS", Mode::Liberal, &DRBD_PEER_DEVICE_STATISTICS_NL_POLICY),
    ("DRBD_A_RESIZE_PARMS", Mode::Liberal, &DRBD_RESIZE_PARMS_NL_POLICY),
    ("DRBD_A_RESOURCE_INFO", Mode::Liberal, &DRBD_RESOURCE_INFO_NL_POLICY),
    ("DRBD_A_RESOURCE_STATISTICS", Mode::Liberal, &DRBD_RESOURCE_STATISTICS_NL_POLICY),
    ("DRBD_A_RES_OPTS", Mode::Liberal, &DRBD_RES_OPTS_NL_POLICY),
    ("DRBD_A_SET_ROLE_PARMS", Mode::Liberal, &DRBD_SET_ROLE_PARMS_NL_POLICY),
    ("DRBD_A_START_OV_PARMS", Mode::Liberal, &DRBD_START_OV_PARMS_NL_POLICY),
    ("ETHTOOL_A_BITSET", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_BIT", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_LINK_MODES", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_MSG", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_RX_FILTERS", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_STATS", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_TIMESTAMPING", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_TS_FLAGS", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_TX_TYPES", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_UDP_TUNNEL", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_BIT_WAKE", Mode::Strict, &BIT_POLICY),
    ("ETHTOOL_A_BITSET_LINK_MODES", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_MSG", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_RX_FILTERS", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_STATS", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_TIMESTAMPING", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_TS_FLAGS", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_TX_TYPES", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_UDP_TUNNEL", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_BITSET_WAKE", Mode::Strict, &BITSET_POLICY),
    ("ETHTOOL_A_FLOW", Mode::Strict, &ETHNL_RSS_FLOWS_POLICY),
    ("ETHTOOL_A_IRQ_MODERATION", Mode::Strict, &COALESCE_IRQ_MODERATION_POLICY),
    ("ETHTOOL_A_STRINGSET", Mode::Strict, &GET_STRINGSET_POLICY),
    ("ETHTOOL_A_STRINGSETS", Mode::Strict, &STRSET_STRINGSETS_POLICY),
    ("IFLA_AMT", Mode::Liberal, &AMT_POLICY),
    ("IFLA_BAREUDP", Mode::Liberal, &BAREUDP_POLICY),
    ("IFLA_BATADV", Mode::Liberal, &BATADV_IFLA_POLICY),
    ("IFLA_BOND", Mode::Liberal, &BOND_POLICY),
    ("IFLA_BOND_SLAVE", Mode::Liberal, &BOND_SLAVE_POLICY),
    ("IFLA_BR", Mode::Liberal, &BR_POLICY),
    ("IFLA_BRIDGE_MST_ENTRY", Mode::Strict, &BR_MST_NL_POLICY),
    ("IFLA_BRIDGE_VLAN_TUNNEL", Mode::Liberal, &VLAN_TUNNEL_POLICY),
    ("IFLA_BRPORT", Mode::Liberal, &BR_PORT_POLICY),
    ("IFLA_CAN", Mode::Liberal, &CAN_POLICY),
    ("IFLA_CAN_PWM", Mode::Strict, &CAN_PWM_POLICY),
    ("IFLA_CAN_TDC", Mode::Strict, &CAN_TDC_POLICY),
    ("IFLA_DSA", Mode::Liberal, &DSA_POLICY),
    ("IFLA_GENEVE", Mode::Liberal, &GENEVE_POLICY),
    ("IFLA_GRE(gre)", Mode::Liberal, &IPGRE_POLICY),
    ("IFLA_GRE(ip6gre)", Mode::Liberal, &IP6GRE_POLICY),
    ("IFLA_GTP", Mode::Liberal, &GTP_POLICY),
    ("IFLA_HSR", Mode::Liberal, &HSR_POLICY),
    ("IFLA_INET", Mode::Liberal, &INET_AF_POLICY),
    ("IFLA_INET(request)", Mode::Liberal, &INET_AF_POLICY),
    ("IFLA_INET6", Mode::Liberal, &INET6_AF_POLICY),
    ("IFLA_INFO", Mode::Liberal, &IFLA_INFO_POLICY),
    ("IFLA_IPTUN(ip6tnl)", Mode::Liberal, &IP6_TNL_POLICY),
    ("IFLA_IPTUN(ipip)", Mode::Liberal, &IPIP_POLICY),
    ("IFLA_IPTUN(sit)", Mode::Liberal, &IPIP6_POLICY),
    ("IFLA_MACSEC", Mode::Liberal, &MACSEC_RTNL_POLICY),
    ("IFLA_NETKIT", Mode::Liberal, &NETKIT_POLICY),
    ("IFLA_OVPN", Mode::Liberal, &OVPN_POLICY),
    ("IFLA_PORT", Mode::Liberal, &IFLA_PORT_POLICY),
    ("IFLA_PPP", Mode::Liberal, &PPP_NL_POLICY),
    ("IFLA_PROTO_DOWN_REASON", Mode::Liberal, &IFLA_PROTO_DOWN_REASON_POLICY),
    ("IFLA_RMNET", Mode::Liberal, &RMNET_POLICY),
    ("IFLA_STATS", Mode::Strict, &RTNL_STATS_GET_POLICY_FILTERS),
    ("IFLA_STATS_GET_FILTERS", Mode::Strict, &RTNL_STATS_GET_POLICY_FILTERS),
    ("IFLA_VF", Mode::Liberal, &IFLA_VF_POLICY),
    ("IFLA_VLAN", Mode::Liberal, &VLAN_NETLINK_VLAN_POLICY),
    ("IFLA_VLAN_QOS", Mode::Liberal, &VLAN_MAP_POLICY),
    ("IFLA_VRF", Mode::Liberal, &VRF_NL_POLICY),
    ("IFLA_VTI(vti)", Mode::Liberal, &VTI_POLICY),
    ("IFLA_VTI(vti6)", Mode::Liberal, &VTI6_POLICY),
    ("IFLA_VXLAN", Mode::Liberal, &VXLAN_POLICY),
    ("IFLA_WWAN", Mode::Liberal, &WWAN_RTNL_POLICY),
    ("IFLA_XDP", Mode::Liberal, &IFLA_XDP_POLICY),
    ("IFLA_XFRM", Mode::Liberal, &XFRMI_POLICY),
    ("ILA_ATTR", Mode::Liberal, &ILA_LWT_ILA_NL_POLICY),
    ("IOAM6_IPTUNNEL", Mode::Strict, &IOAM6_IPTUNNEL_POLICY),
    ("IPSET_ATTR_IPADDR", Mode::Strict, &IPADDR_POLICY),
    ("IPVS_DAEMON_ATTR", Mode::Liberal, &IP_VS_DAEMON_POLICY),
    ("IPVS_DEST_ATTR", Mode::Liberal, &IP_VS_DEST_POLICY),
    ("IPVS_SVC_ATTR", Mode::Liberal, &IP_VS_SVC_POLICY),
    ("LWTUNNEL_IP", Mode::Liberal, &IP_TUN_POLICY),
    ("LWTUNNEL_IP6", Mode::Liberal, &IP6_TUN_POLICY),
    ("LWTUNNEL_IP_OPT_ERSPAN", Mode::Strict, &IP_TUNNEL_CORE_ERSPAN_OPT_POLICY),
    ("LWTUNNEL_IP_OPT_GENEVE", Mode::Strict, &IP_TUNNEL_CORE_GENEVE_OPT_POLICY),
    ("LWTUNNEL_IP_OPT_VXLAN", Mode::Strict, &IP_TUNNEL_CORE_VXLAN_OPT_POLICY),
    ("LWT_BPF", Mode::Liberal, &BPF_NL_POLICY),
    ("LWT_BPF_PROG", Mode::Liberal, &LWT_BPF_BPF_PROG_POLICY),
    ("LWT_XFRM", Mode::Strict, &XFRM_LWT_POLICY),
    ("MAC802154_HWSIM_EDGE_ATTR", Mode::Liberal, &HWSIM_EDGE_POLICY),
    ("MACSEC_OFFLOAD_ATTR", Mode::Liberal, &MACSEC_GENL_OFFLOAD_POLICY),
    ("MACSEC_RXSC_ATTR", Mode::Liberal, &MACSEC_GENL_RXSC_POLICY),
    ("MACSEC_SA_ATTR", Mode::Liberal, &MACSEC_GENL_SA_POLICY),
    ("MPLS_IPTUNNEL", Mode::Liberal, &MPLS_IPTUNNEL_POLICY),
    ("MPTCP_PM_ADDR_ATTR", Mode::Liberal, &MPTCP_PM_ADDRESS_NL_POLICY),
    ("NBD_SOCK", Mode::Liberal, &NBD_SOCK_POLICY),
    ("NDTPA", Mode::Liberal, &NL_NTBL_PARM_POLICY),
    ("NETDEV_A_LEASE", Mode::Strict, &NETDEV_LEASE_NL_POLICY),
    ("NETDEV_A_LEASE_QUEUE", Mode::Strict, &NETDEV_QUEUE_ID_NL_POLICY),
    ("NETDEV_A_QUEUE", Mode::Strict, &NETDEV_QUEUE_ID_NL_POLICY),
    ("NET_SHAPER_A", Mode::Strict, &NET_SHAPER_LEAF_INFO_NL_POLICY),
    ("NET_SHAPER_A_HANDLE", Mode::Strict, &NET_SHAPER_HANDLE_NL_POLICY),
    ("NET_SHAPER_A_LEAVES", Mode::Strict, &NET_SHAPER_LEAF_INFO_NL_POLICY),
    ("NFACCT_FILTER", Mode::Liberal, &FILTER_POLICY),
    ("NFCTH_POLICY", Mode::Liberal, &NFNL_CTHELPER_EXPECT_POL),
    ("NFCTH_POLICY_SET", Mode::Liberal, &NFNL_CTHELPER_EXPECT_POLICY_SET),
    ("NFCTH_TUPLE", Mode::Liberal, &NFNL_CTHELPER_TUPLE_POL),
    ("NFC_SDP_ATTR", Mode::Liberal, &NFC_SDP_GENL_POLICY),
    ("NFEA", Mode::Strict, &BR_NDA_FDB_POL),
    ("NFQA_VLAN", Mode::Liberal, &NFQA_VLAN_POLICY),
    ("NFSD_A_AUTH_FLAVOR", Mode::Strict, &NFSD_AUTH_FLAVOR_NL_POLICY),
    ("NFSD_A_EXPKEY", Mode::Strict, &NFSD_EXPKEY_NL_POLICY),
    ("NFSD_A_FSLOCATION", Mode::Strict, &NFSD_FSLOCATION_NL_POLICY),
    ("NFSD_A_SOCK", Mode::Strict, &NFSD_SOCK_NL_POLICY),
    ("NFSD_A_SVC_EXPORT", Mode::Strict, &NFSD_SVC_EXPORT_NL_POLICY),
    ("NFSD_A_VERSION", Mode::Strict, &NFSD_VERSION_NL_POLICY),
    ("NFTA_BITWISE", Mode::Liberal, &NFT_BITWISE_POLICY),
    ("NFTA_BYTEORDER", Mode::Liberal, &NFT_BYTEORDER_POLICY),
    ("NFTA_CMP", Mode::Liberal, &NFT_CMP_POLICY),
    ("NFTA_CONNLIMIT", Mode::Liberal, &NFT_CONNLIMIT_POLICY),
    ("NFTA_CT", Mode::Liberal, &NFT_CT_POLICY),
    ("NFTA_CT_EXPECT", Mode::Liberal, &NFT_CT_EXPECT_POLICY),
    ("NFTA_CT_HELPER", Mode::Liberal, &NFT_CT_HELPER_POLICY),
    ("NFTA_CT_TIMEOUT", Mode::Liberal, &NFT_CT_TIMEOUT_POLICY),
    ("NFTA_DATA", Mode::Liberal, &NFT_DATA_POLICY),
    ("NFTA_DATA(NFTA_SET_ELEM_DATA)", Mode::Liberal, &NFT_DATA_POLICY),
    ("NFTA_DATA(NFTA_SET_ELEM_KEY)", Mode::Liberal, &NFT_DATA_POLICY),
    ("NFTA_DYNSET", Mode::Liberal, &NFT_DYNSET_POLICY),
    ("NFTA_EXPR", Mode::Liberal, &NFT_EXPR_POLICY),
    ("NFTA_EXTHDR", Mode::Liberal, &NFT_EXTHDR_POLICY),
    ("NFTA_FLOW", Mode::Liberal, &NFT_FLOW_OFFLOAD_POLICY),
    ("NFTA_FLOWTABLE_HOOK", Mode::Liberal, &NFT_FLOWTABLE_HOOK_POLICY),
    ("NFTA_FWD", Mode::Liberal, &NFT_FWD_NETDEV_POLICY),
    ("NFTA_HASH", Mode::Liberal, &NFT_HASH_POLICY),
    ("NFTA_HOOK", Mode::Liberal, &NFT_HOOK_POLICY),
    ("NFTA_IMMEDIATE", Mode::Liberal, &NFT_IMMEDIATE_POLICY),
    ("NFTA_INNER", Mode::Liberal, &NFT_INNER_POLICY),
    ("NFTA_LAST", Mode::Liberal, &NFT_LAST_POLICY),
    ("NFTA_LIMIT", Mode::Liberal, &NFT_LIMIT_POLICY),
    ("NFTA_LOG", Mode::Liberal, &NFT_LOG_POLICY),
    ("NFTA_LOOKUP", Mode::Liberal, &NFT_LOOKUP_POLICY),
    ("NFTA_MASQ", Mode::Liberal, &NFT_MASQ_POLICY),
    ("NFTA_MATCH", Mode::Liberal, &NFT_MATCH_POLICY),
    ("NFTA_META", Mode::Liberal, &NFT_META_POLICY),
    ("NFTA_NAT", Mode::Liberal, &NFT_NAT_POLICY),
    ("NFTA_NG", Mode::Liberal, &NFT_NG_POLICY),
    ("NFTA_OBJREF", Mode::Liberal, &NFT_OBJREF_POLICY),
    ("NFTA_OSF", Mode::Liberal, &NFT_OSF_POLICY),
    ("NFTA_PAYLOAD", Mode::Liberal, &NFT_PAYLOAD_POLICY),
    ("NFTA_QUEUE", Mode::Liberal, &NFT_QUEUE_POLICY),
    ("NFTA_QUOTA", Mode::Liberal, &NFT_QUOTA_POLICY),
    ("NFTA_RANGE", Mode::Liberal, &NFT_RANGE_POLICY),
    ("NFTA_REDIR", Mode::Liberal, &NFT_REDIR_POLICY),
    ("NFTA_RT", Mode::Liberal, &NFT_RT_POLICY),
    ("NFTA_RULE_COMPAT", Mode::Liberal, &NFT_RULE_COMPAT_POLICY),
    ("NFTA_SECMARK", Mode::Liberal, &NFT_SECMARK_POLICY),
    ("NFTA_SET_DESC", Mode::Liberal, &NFT_SET_DESC_POLICY),
    ("NFTA_SET_ELEM", Mode::Liberal, &NFT_SET_ELEM_POLICY),
    ("NFTA_SET_FIELD", Mode::Liberal, &NFT_CONCAT_POLICY),
    ("NFTA_SOCKET", Mode::Liberal, &NFT_SOCKET_POLICY),
    ("NFTA_SYNPROXY", Mode::Liberal, &NFT_SYNPROXY_POLICY),
    ("NFTA_TARGET", Mode::Liberal, &NFT_TARGET_POLICY),
    ("NFTA_TPROXY", Mode::Liberal, &NFT_TPROXY_POLICY),
    ("NFTA_TUNNEL", Mode::Liberal, &NFT_TUNNEL_POLICY),
    ("NFTA_TUNNEL_KEY", Mode::Liberal, &NFT_TUNNEL_KEY_POLICY),
    ("NFTA_TUNNEL_KEY_ERSPAN", Mode::Liberal, &NFT_TUNNEL_OPTS_ERSPAN_POLICY),
    ("NFTA_TUNNEL_KEY_GENEVE", Mode::Strict, &NFT_TUNNEL_OPTS_GENEVE_POLICY),
    ("NFTA_TUNNEL_KEY_IP", Mode::Liberal, &NFT_TUNNEL_IP_POLICY),
    ("NFTA_TUNNEL_KEY_IP6", Mode::Liberal, &NFT_TUNNEL_IP6_POLICY),
    ("NFTA_TUNNEL_KEY_OPTS", Mode::Liberal, &NFT_TUNNEL_OPTS_POLICY),
    ("NFTA_TUNNEL_KEY_VXLAN", Mode::Liberal, &NFT_TUNNEL_OPTS_VXLAN_POLICY),
    ("NFTA_VERDICT", Mode::Liberal, &NFT_VERDICT_POLICY),
    ("NFTA_XFRM", Mode::Liberal, &NFT_XFRM_POLICY),
    ("NHA_RES_GROUP", Mode::Strict, &RTM_NH_RES_POLICY_NEW),
    ("NL80211_ATTR_COALESCE_RULE", Mode::Liberal, &NL80211_COALESCE_POLICY),
    ("NL80211_ATTR_CQM", Mode::Liberal, &NL80211_ATTR_CQM_POLICY),
    ("NL80211_BSS_SELECT_ATTR", Mode::Liberal, &NL80211_BSS_SELECT_POLICY),
    ("NL80211_BSS_SELECT_ATTR supported", Mode::Liberal, &NL80211_BSS_SELECT_POLICY),
    ("NL80211_HE_BSS_COLOR_ATTR", Mode::Strict, &HE_BSS_COLOR_POLICY),
    ("NL80211_HE_OBSS_PD_ATTR", Mode::Strict, &HE_OBSS_PD_POLICY),
    ("NL80211_KEY", Mode::Liberal, &NL80211_KEY_POLICY),
    ("NL80211_KEY_DEFAULT_TYPE", Mode::Liberal, &NL80211_KEY_DEFAULT_POLICY),
    ("NL80211_MESHCONF", Mode::Liberal, &NL80211_MESHCONF_PARAMS_POLICY),
    ("NL80211_MESH_SETUP", Mode::Liberal, &NL80211_MESH_SETUP_PARAMS_POLICY),
    ("NL80211_MNTR_FLAG", Mode::Liberal, &MNTR_FLAGS_POLICY),
    ("NL80211_NAN_FUNC", Mode::Liberal, &NL80211_NAN_FUNC_POLICY),
    ("NL80211_NAN_PEER_MAP_ATTR", Mode::Strict, &NL80211_NAN_PEER_MAP_POLICY),
    ("NL80211_NAN_SRF", Mode::Liberal, &NL80211_NAN_SRF_POLICY),
    ("NL80211_PKTPAT", Mode::Liberal, &NL80211_PACKET_PATTERN_POLICY),
    ("NL80211_REG_RULE_ATTR", Mode::Liberal, &REG_RULE_POLICY),
    ("NL80211_REKEY_DATA", Mode::Liberal, &NL80211_REKEY_POLICY),
    ("NL80211_SCHED_SCAN_MATCH_ATTR", Mode::Liberal, &NL80211_MATCH_POLICY),
    ("NL80211_SCHED_SCAN_PLAN", Mode::Liberal, &NL80211_PLAN_POLICY),
    ("NL80211_STA_FLAG", Mode::Liberal, &STA_FLAGS_POLICY),
    ("NL80211_STA_WME", Mode::Liberal, &NL80211_STA_WME_POLICY),
    ("NL80211_TXQ_ATTR", Mode::Liberal, &TXQ_PARAMS_POLICY),
    ("NL80211_TXRATE", Mode::Liberal, &NL80211_TXATTR_POLICY),
    ("NL80211_WOWLAN_TCP", Mode::Liberal, &NL80211_WOWLAN_TCP_POLICY),
    ("NL80211_WOWLAN_TRIG", Mode::Liberal, &NL80211_WOWLAN_POLICY),
    ("NL80211_WOWLAN_TRIG supported", Mode::Liberal, &NL80211_WOWLAN_POLICY),
    ("NL802154_DEVKEY_ATTR", Mode::Liberal, &NL802154_DEVKEY_POLICY),
    ("NL802154_DEV_ADDR_ATTR", Mode::Liberal, &NL802154_DEV_ADDR_POLICY),
    ("NL802154_DEV_ATTR", Mode::Liberal, &NL802154_DEV_POLICY),
    ("NL802154_KEY_ATTR", Mode::Liberal, &NL802154_KEY_POLICY),
    ("NL802154_KEY_ID_ATTR", Mode::Liberal, &NL802154_KEY_ID_POLICY),
    ("NL802154_SECLEVEL_ATTR", Mode::Liberal, &NL802154_SECLEVEL_POLICY),
    ("NLBL_CIPSOV4_A", Mode::Liberal, &NETLBL_CIPSOV4_GENL_POLICY),
    ("OVPN_A_KEYDIR", Mode::Strict, &OVPN_KEYDIR_NL_POLICY),
    ("OVS_PSAMPLE_ATTR", Mode::Strict, &POLICY),
    ("OVS_VXLAN_EXT", Mode::Liberal, &EXTS_POLICY),
    ("PSP_A_KEYS", Mode::Strict, &PSP_KEYS_NL_POLICY),
    ("RDMA_NLDEV_ATTR", Mode::Strict, &NLDEV_POLICY),
    ("RPL_IPTUNNEL", Mode::Strict, &RPL_IPTUNNEL_POLICY),
    ("SEG6_IPTUNNEL", Mode::Liberal, &SEG6_IPTUNNEL_POLICY),
    ("SEG6_LOCAL", Mode::Liberal, &SEG6_LOCAL_POLICY),
    ("SEG6_LOCAL_BPF_PROG", Mode::Liberal, &SEG6_LOCAL_BPF_PROG_POLICY),
    ("SEG6_LOCAL_FLV", Mode::Liberal, &SEG6_LOCAL_FLAVORS_POLICY),
    ("SUNRPC_A_IP_MAP", Mode::Strict, &SUNRPC_IP_MAP_NL_POLICY),
    ("SUNRPC_A_UNIX_GID", Mode::Strict, &SUNRPC_UNIX_GID_NL_POLICY),
    ("TCA_ACT", Mode::Liberal, &TCF_ACTION_POLICY),
    ("TCA_ACT_BPF", Mode::Liberal, &ACT_BPF_POLICY),
    ("TCA_BASIC", Mode::Liberal, &BASIC_POLICY),
    ("TCA_BPF", Mode::Liberal, &BPF_POLICY),
    ("TCA_CAKE", Mode::Liberal, &CAKE_POLICY),
    ("TCA_CBS", Mode::Liberal, &CBS_POLICY),
    ("TCA_CGROUP", Mode::Liberal, &CGROUP_POLICY),
    ("TCA_CHOKE", Mode::Liberal, &CHOKE_POLICY),
    ("TCA_CODEL", Mode::Liberal, &CODEL_POLICY),
    ("TCA_CONNMARK", Mode::Liberal, &CONNMARK_POLICY),
    ("TCA_CSUM", Mode::Liberal, &CSUM_POLICY),
    ("TCA_CT", Mode::Strict, &CT_POLICY),
    ("TCA_CTINFO", Mode::Strict, &CTINFO_POLICY),
    ("TCA_DEF", Mode::Liberal, &SIMPLE_POLICY),
    ("TCA_DRR", Mode::Liberal, &DRR_POLICY),
    ("TCA_DUALPI2", Mode::Strict, &DUALPI2_POLICY),
    ("TCA_EMATCH_TREE", Mode::Liberal, &EM_POLICY),
    ("TCA_ETF", Mode::Liberal, &ETF_POLICY),
    ("TCA_ETS_QUANTA", Mode::Strict, &ETS_CLASS_POLICY),
    ("TCA_FLOW", Mode::Liberal, &CLS_FLOW_FLOW_POLICY),
    ("TCA_FLOWER", Mode::Liberal, &FL_POLICY),
    ("TCA_FLOWER_KEY_CFM", Mode::Strict, &CFM_OPT_POLICY),
    ("TCA_FLOWER_KEY_ENC_OPTS", Mode::Liberal, &ENC_OPTS_POLICY),
    ("TCA_FLOWER_KEY_ENC_OPT_ERSPAN", Mode::Strict, &CLS_FLOWER_ERSPAN_OPT_POLICY),
    ("TCA_FLOWER_KEY_ENC_OPT_GENEVE", Mode::Liberal, &CLS_FLOWER_GENEVE_OPT_POLICY),
    ("TCA_FLOWER_KEY_ENC_OPT_GTP", Mode::Strict, &GTP_OPT_POLICY),
    ("TCA_FLOWER_KEY_ENC_OPT_PFCP", Mode::Strict, &PFCP_OPT_POLICY),
    ("TCA_FLOWER_KEY_ENC_OPT_VXLAN", Mode::Strict, &CLS_FLOWER_VXLAN_OPT_POLICY),
    ("TCA_FLOWER_KEY_MPLS_OPT_LSE", Mode::Strict, &MPLS_STACK_ENTRY_POLICY),
    ("TCA_FQ", Mode::Liberal, &FQ_POLICY),
    ("TCA_FQ_CODEL", Mode::Liberal, &FQ_CODEL_POLICY),
    ("TCA_FQ_PIE", Mode::Strict, &FQ_PIE_POLICY),
    ("TCA_FW", Mode::Liberal, &FW_POLICY),
    ("TCA_GACT", Mode::Liberal, &GACT_POLICY),
    ("TCA_GATE", Mode::Strict, &GATE_POLICY),
    ("TCA_GATE_ENTRY", Mode::Strict, &ACT_GATE_ENTRY_POLICY),
    ("TCA_GRED", Mode::Liberal, &GRED_POLICY),
    ("TCA_GRED_VQ", Mode::Liberal, &GRED_VQ_POLICY),
    ("TCA_GRED_VQ_ENTRY", Mode::Liberal, &GRED_VQE_POLICY),
    ("TCA_HFSC", Mode::Liberal, &HFSC_POLICY),
    ("TCA_HHF", Mode::Liberal, &HHF_POLICY),
    ("TCA_HTB", Mode::Liberal, &HTB_POLICY),
    ("TCA_IFE", Mode::Liberal, &IFE_POLICY),
    ("TCA_MIRRED", Mode::Liberal, &MIRRED_POLICY),
    ("TCA_MPLS", Mode::Strict, &MPLS_POLICY),
    ("TCA_NAT", Mode::Liberal, &NAT_POLICY),
    ("TCA_PEDIT", Mode::Liberal, &PEDIT_POLICY),
    ("TCA_PEDIT_KEY_EX", Mode::Liberal, &PEDIT_KEY_EX_POLICY),
    ("TCA_PIE", Mode::Liberal, &PIE_POLICY),
    ("TCA_POLICE", Mode::Liberal, &POLICE_POLICY),
    ("TCA_QFQ", Mode::Liberal, &QFQ_POLICY),
    ("TCA_RED", Mode::Liberal, &RED_POLICY),
    ("TCA_ROUTE4", Mode::Liberal, &ROUTE4_POLICY),
    ("TCA_SAMPLE", Mode::Liberal, &SAMPLE_POLICY),
    ("TCA_SFB", Mode::Liberal, &SFB_POLICY),
    ("TCA_SKBEDIT", Mode::Liberal, &SKBEDIT_POLICY),
    ("TCA_SKBMOD", Mode::Liberal, &SKBMOD_POLICY),
    ("TCA_STAB", Mode::Liberal, &STAB_POLICY),
    ("TCA_TAPRIO_ATTR", Mode::Liberal, &TAPRIO_POLICY),
    ("TCA_TAPRIO_SCHED_ENTRY", Mode::Liberal, &SCH_TAPRIO_ENTRY_POLICY),
    ("TCA_TAPRIO_TC_ENTRY", Mode::Strict, &TAPRIO_TC_POLICY),
    ("TCA_TBF", Mode::Liberal, &TBF_POLICY),
    ("TCA_TUNNEL_KEY", Mode::Liberal, &TUNNEL_KEY_POLICY),
    ("TCA_TUNNEL_KEY_ENC_OPT_ERSPAN", Mode::Strict, &ACT_TUNNEL_KEY_ERSPAN_OPT_POLICY),
    ("TCA_TUNNEL_KEY_ENC_OPT_GENEVE", Mode::Liberal, &ACT_TUNNEL_KEY_GENEVE_OPT_POLICY),
    ("TCA_TUNNEL_KEY_ENC_OPT_VXLAN", Mode::Strict, &ACT_TUNNEL_KEY_VXLAN_OPT_POLICY),
    ("TCA_U32", Mode::Liberal, &U32_POLICY),
    ("TCA_VLAN", Mode::Liberal, &ACT_VLAN_VLAN_POLICY),
    ("TEAM_ATTR_OPTION", Mode::Liberal, &TEAM_ATTR_OPTION_NL_POLICY),
    ("TIPC_NLA_NET", Mode::Liberal, &TIPC_NL_NET_POLICY),
    ("VETH_INFO", Mode::Liberal, &VETH_POLICY),
    ("VXCAN_INFO", Mode::Liberal, &VXCAN_POLICY),
    ("VXLAN_VNIFILTER_ENTRY", Mode::Strict, &VNI_FILTER_ENTRY_POLICY),
];
