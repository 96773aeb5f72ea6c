//! can: the controller of a CAN bus.
//!
//! Source: `uapi/linux/can/netlink.h`, `drivers/net/can/dev/netlink.c`.

use crate::table::Unit;
use crate::table::macros::*;

structure! { CAN_BITTIMING "can_bittiming":
    bitrate: U32.unit(Unit::BitsPerSecond),
    sample_point: U32.unit(Unit::Permille),
    tq: U32.unit(Unit::Nanoseconds),
    prop_seg: U32,
    phase_seg1: U32,
    phase_seg2: U32,
    sjw: U32,
    brp: U32,
}

structure! { CAN_BITTIMING_CONST "can_bittiming_const":
    name: STRING.times(16),
    tseg1_min: U32,
    tseg1_max: U32,
    tseg2_min: U32,
    tseg2_max: U32,
    sjw_max: U32,
    brp_min: U32,
    brp_max: U32,
    brp_inc: U32,
}

structure! { CAN_CLOCK "can_clock": freq: U32.unit(Unit::Hertz) }

enumeration! { CAN_STATE "can_state":
    0 CAN_STATE_ERROR_ACTIVE,
    1 CAN_STATE_ERROR_WARNING,
    2 CAN_STATE_ERROR_PASSIVE,
    3 CAN_STATE_BUS_OFF,
    4 CAN_STATE_STOPPED,
    5 CAN_STATE_SLEEPING,
}

structure! { CAN_BERR_COUNTER "can_berr_counter":
    txerr: U16,
    rxerr: U16,
}

flags! { CAN_CTRLMODE_FLAGS "CAN_CTRLMODE":
    0x1 CAN_CTRLMODE_LOOPBACK,
    0x2 CAN_CTRLMODE_LISTENONLY,
    0x4 CAN_CTRLMODE_3_SAMPLES,
    0x8 CAN_CTRLMODE_ONE_SHOT,
    0x10 CAN_CTRLMODE_BERR_REPORTING,
    0x20 CAN_CTRLMODE_FD,
    0x40 CAN_CTRLMODE_PRESUME_ACK,
    0x80 CAN_CTRLMODE_FD_NON_ISO,
    0x100 CAN_CTRLMODE_CC_LEN8_DLC,
    0x200 CAN_CTRLMODE_TDC_AUTO,
    0x400 CAN_CTRLMODE_TDC_MANUAL,
    0x800 CAN_CTRLMODE_RESTRICTED,
    0x1000 CAN_CTRLMODE_XL,
    0x2000 CAN_CTRLMODE_XL_TDC_AUTO,
    0x4000 CAN_CTRLMODE_XL_TDC_MANUAL,
    0x8000 CAN_CTRLMODE_XL_TMS,
}

structure! { CAN_CTRLMODE "can_ctrlmode":
    mask: U32.of(&CAN_CTRLMODE_FLAGS),
    flags: U32.of(&CAN_CTRLMODE_FLAGS),
}

structure! { pub(super) CAN_DEVICE_STATS "can_device_stats":
    bus_error: U32,
    error_warning: U32,
    error_passive: U32,
    bus_off: U32,
    arbitration_lost: U32,
    restarts: U32,
}

set! { IFLA_CAN_TDC "IFLA_CAN_TDC":
    1 IFLA_CAN_TDC_TDCV_MIN: U32,
    2 IFLA_CAN_TDC_TDCV_MAX: U32,
    3 IFLA_CAN_TDC_TDCO_MIN: U32,
    4 IFLA_CAN_TDC_TDCO_MAX: U32,
    5 IFLA_CAN_TDC_TDCF_MIN: U32,
    6 IFLA_CAN_TDC_TDCF_MAX: U32,
    7 IFLA_CAN_TDC_TDCV: U32,
    8 IFLA_CAN_TDC_TDCO: U32,
    9 IFLA_CAN_TDC_TDCF: U32,
}

set! { IFLA_CAN_CTRLMODE "IFLA_CAN_CTRLMODE":
    1 IFLA_CAN_CTRLMODE_SUPPORTED: U32.of(&CAN_CTRLMODE_FLAGS),
}

set! { IFLA_CAN_PWM "IFLA_CAN_PWM":
    1 IFLA_CAN_PWM_PWMS_MIN: U32,
    2 IFLA_CAN_PWM_PWMS_MAX: U32,
    3 IFLA_CAN_PWM_PWML_MIN: U32,
    4 IFLA_CAN_PWM_PWML_MAX: U32,
    5 IFLA_CAN_PWM_PWMO_MIN: U32,
    6 IFLA_CAN_PWM_PWMO_MAX: U32,
    7 IFLA_CAN_PWM_PWMS: U32,
    8 IFLA_CAN_PWM_PWML: U32,
    9 IFLA_CAN_PWM_PWMO: U32,
}

set! { pub(super) IFLA_CAN "IFLA_CAN":
    1 IFLA_CAN_BITTIMING: structure(&CAN_BITTIMING),
    2 IFLA_CAN_BITTIMING_CONST: structure(&CAN_BITTIMING_CONST),
    3 IFLA_CAN_CLOCK: structure(&CAN_CLOCK),
    4 IFLA_CAN_STATE: U32.of(&CAN_STATE),
    5 IFLA_CAN_CTRLMODE: structure(&CAN_CTRLMODE),
    6 IFLA_CAN_RESTART_MS: U32.unit(Unit::Milliseconds),
    7 IFLA_CAN_RESTART: U32,
    8 IFLA_CAN_BERR_COUNTER: structure(&CAN_BERR_COUNTER),
    9 IFLA_CAN_DATA_BITTIMING: structure(&CAN_BITTIMING),
    10 IFLA_CAN_DATA_BITTIMING_CONST: structure(&CAN_BITTIMING_CONST),
    // in ohms
    11 IFLA_CAN_TERMINATION: U16,
    12 IFLA_CAN_TERMINATION_CONST: list!(U16),
    13 IFLA_CAN_BITRATE_CONST: list!(U32.unit(Unit::BitsPerSecond)),
    14 IFLA_CAN_DATA_BITRATE_CONST: list!(U32.unit(Unit::BitsPerSecond)),
    15 IFLA_CAN_BITRATE_MAX: U32.unit(Unit::BitsPerSecond),
    16 IFLA_CAN_TDC: nest(&IFLA_CAN_TDC),
    17 IFLA_CAN_CTRLMODE_EXT: nest(&IFLA_CAN_CTRLMODE),
    18 IFLA_CAN_XL_DATA_BITTIMING: structure(&CAN_BITTIMING),
    19 IFLA_CAN_XL_DATA_BITTIMING_CONST: structure(&CAN_BITTIMING_CONST),
    20 IFLA_CAN_XL_DATA_BITRATE_CONST: list!(U32.unit(Unit::BitsPerSecond)),
    21 IFLA_CAN_XL_TDC: nest(&IFLA_CAN_TDC),
    22 IFLA_CAN_XL_PWM: nest(&IFLA_CAN_PWM),
}
