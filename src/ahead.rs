//! Reading ahead: what filters and columns want to know of exchanges before they are over.

use netlink_capture::netlink::Input;
use netlink_dissector::filter::{Filter, Hearing, Needs};
use netlink_dissector::sink::fields::Fields;

/// Reads ahead where something asks for what came of requests; what is wrong, where that must be
/// and cannot.
pub fn read(
    inputs: &mut [Input<'_>],
    filter: Option<&Filter<'_>>,
    columns: &mut [&mut Fields],
) -> Result<(), String> {
    let needs = filter.map_or(Needs::default(), Filter::needs);
    let needs = columns.iter().fold(needs, |all, one| all.and(one.needs()));
    if !needs.outcome {
        return Ok(());
    }
    for input in inputs {
        let mut hearing = filter.and_then(Hearing::new);
        let done = input.foresee(
            |message, ctx, answers| {
                if let Some(hearing) = &mut hearing {
                    hearing.hear(message, ctx, answers);
                }
                for fields in columns.iter_mut() {
                    fields.hear(message, ctx, answers);
                }
            },
            || true,
        );
        if !done && needs.ahead {
            return Err(once(&input.name(), "exchange.* and reply.*"));
        }
    }
    Ok(())
}

/// That something needs an input to be read twice, which this one cannot be.
pub fn once(name: &str, what: &str) -> String {
    let name = match name {
        "-" => "standard input",
        name => name,
    };
    format!(
        "for {what} the input is read twice, and {name} can be read only once: write it to a file first"
    )
}
