//! `-Y`: only messages that match.

use crate::args::Select;
use netlink_dissector::filter::Filter;
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
