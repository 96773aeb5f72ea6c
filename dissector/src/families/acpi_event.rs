//! acpi_event: buttons, batteries, lids and what else ACPI tells of.
//!
//! Source: `drivers/acpi/event.c`, `include/acpi/acpi_bus.h`.

use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

structure! { EVENT "acpi_genl_event":
    device_class: STRING.times(20),
    bus_id: STRING.times(15),
    type: U32.hex(),
    data: U32.hex(),
}

set! { ATTR "ACPI_GENL_ATTR":
    1 ACPI_GENL_ATTR_EVENT: structure(&EVENT),
}

messages! { MESSAGES:
    1 ACPI_GENL_CMD_EVENT Other, [] {ATTR};
}

groups! { GROUPS: 0 acpi_mc_group }

/// The record of acpi_event.
pub static FAMILY: Family = Family {
    name: crate::name!("acpi_event"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
