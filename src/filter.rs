//! `-Y`: only messages that match.

use crate::args::Select;
use netlink_capture::netlink::Item;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::table::Tables;

/// The filter that was asked for; or what is wrong with it.
pub fn filter<'t>(select: &Select, tables: &'t Tables) -> Result<Option<Filter<'t>>, String> {
    let Some(expression) = &select.filter else {
        return Ok(None);
    };
    let filter = Filter::new(expression, tables, crate::stamp::zone);
    let filter = filter.map_err(|error| format!("--filter: {}", error.show(expression)))?;
    Ok(Some(filter))
}

/// Whether an item matches.
pub fn matches(
    matcher: &mut Matcher<'_>,
    item: Item<'_, '_>,
    envelope: &Envelope<'_>,
    ctx: &Context<'_>,
) -> bool {
    match item {
        Item::Message(message, rest) => matcher.message(message, rest, envelope, ctx),
        Item::Datagram(family, frame) => matcher.datagram(family, frame, envelope, ctx),
        Item::Nothing(frame) => matcher.no_message(frame, envelope, ctx),
    }
}
