//! Events of voltage and current regulators.
//!
//! Source: `uapi/regulator/regulator.h`, `drivers/regulator/event.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

flags! { REGULATOR_EVENT "REGULATOR_EVENT":
    0x1 REGULATOR_EVENT_UNDER_VOLTAGE, 0x2 REGULATOR_EVENT_OVER_CURRENT,
    0x4 REGULATOR_EVENT_REGULATION_OUT, 0x8 REGULATOR_EVENT_FAIL,
    0x10 REGULATOR_EVENT_OVER_TEMP, 0x20 REGULATOR_EVENT_FORCE_DISABLE,
    0x40 REGULATOR_EVENT_VOLTAGE_CHANGE, 0x80 REGULATOR_EVENT_DISABLE,
    0x100 REGULATOR_EVENT_PRE_VOLTAGE_CHANGE, 0x200 REGULATOR_EVENT_ABORT_VOLTAGE_CHANGE,
    0x400 REGULATOR_EVENT_PRE_DISABLE, 0x800 REGULATOR_EVENT_ABORT_DISABLE,
    0x1000 REGULATOR_EVENT_ENABLE, 0x2000 REGULATOR_EVENT_UNDER_VOLTAGE_WARN,
    0x4000 REGULATOR_EVENT_OVER_CURRENT_WARN, 0x8000 REGULATOR_EVENT_OVER_VOLTAGE_WARN,
    0x10000 REGULATOR_EVENT_OVER_TEMP_WARN,
}

structure! { REG_GENL_EVENT "reg_genl_event":
    reg_name: STRING.times(32),
    event: U64.of(&REGULATOR_EVENT),
}

set! { REG_GENL_ATTR "REG_GENL_ATTR":
    1 REG_GENL_ATTR_EVENT: structure(&REG_GENL_EVENT),
}

messages! { MESSAGES:
    1 REG_GENL_CMD_EVENT Other, [] {REG_GENL_ATTR};
}

groups! { GROUPS: 0 reg_mc_group }

/// The record of reg_event.
pub static FAMILY: Family = Family {
    name: crate::name!("reg_event"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
