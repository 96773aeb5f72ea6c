use super::check::check;
use super::clock::Local;
use super::names::Names;
use super::*;
use crate::explain::Explainer;

const UTC: Local = Local(|_| 0);

fn error(expression: &str) -> String {
    let tables = Tables::builtin();
    let error = Filter::new(expression, &tables, |_| 0).unwrap_err();
    error.show(expression).to_string()
}

#[test]
fn misspelt_names() {
    assert_eq!(
        error("IFLA_MUT > 1500"),
        "no field or constant is called IFLA_MUT\n  \
         IFLA_MUT > 1500\n  \
         ^^^^^^^^\n  \
         did you mean IFLA_MTU, IFLA_AMT, IFLA_MAP, IFLA_TUN?"
    );
    assert_eq!(
        error("IFLA_MTU and nlmsg_type == RTM_NEWLINKS"),
        "nlmsg_type is a number with names: `RTM_NEWLINKS` is no value of it\n  \
         IFLA_MTU and nlmsg_type == RTM_NEWLINKS\n  \
         \u{20}                          ^^^^^^^^^^^^\n  \
         expected the name of a message, such as RTM_NEWLINK, or a number\n  \
         did you mean RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK?"
    );
    assert!(error("IFLA_LINKINFO.IFLA_INFO_KINT").contains("did you mean IFLA_INFO_KIND"));
    assert!(error("ifla_mtu > 1").contains("did you mean IFLA_MTU"));
    assert!(error("errno == EEXISTS").contains("did you mean EEXIST?"));
    assert!(error("family == nl80212").contains("did you mean nl80211"));
    assert!(error("direction == to-kernal").contains("did you mean to-kernel"));
    assert!(error("diagnostics.severity >= warnin").contains("did you mean warning?"));
    assert!(error("RTM_NEWLINK == 5").contains("RTM_NEWLINK is a message, not a field"));
    assert!(error("5 < IFLA_MTU").contains("`5` is a value, not a field"));
    assert!(error("request.fram == 1").contains("did you mean request.frame"));
}

#[test]
fn names_beside_the_bytes() {
    assert_eq!(
        error("RTM_NEWLINK and request.IFLA_MUT > 1500"),
        "no field or constant is called IFLA_MUT\n  \
         RTM_NEWLINK and request.IFLA_MUT > 1500\n  \
         \u{20}                       ^^^^^^^^\n  \
         did you mean IFLA_MTU, IFLA_AMT, IFLA_MAP, IFLA_TUN?"
    );
    for (expression, words) in [
        ("process.com == ip", "did you mean process.comm"),
        ("proces.comm == ip", "did you mean process.comm"),
        ("process.from == prot", "did you mean port?"),
        ("process.pid == ip", "`ip` is no value of it"),
        ("process > 5", "process is a container: `>` does not apply"),
        ("socket.strict == maybe", "expected 0, 1, true or false"),
        ("socket.stricd", "did you mean socket.strict"),
        (
            "outcome == acked",
            "expected ack, done, reply, error, silent",
        ),
        ("outcome > ack", "outcome is a word: `>` does not apply"),
        ("exchange.latency > 5ms", "did you mean exchange.latency_ns"),
        ("exchange.latency_ns > 5kB", "`5kB` is no value of it"),
        ("exchange.errno == EEXISTS", "did you mean EEXIST?"),
        ("exchange.outcome == lots", "did you mean lost?"),
        ("summary > 5", "summary is a string: `>` does not apply"),
        ("summary matches \"(\"", "the regular expression is broken"),
        ("reply.IFLA_MTU == eth0", "IFLA_MTU is a number"),
        (
            "reply.IFLA_LINKINFO.IFLA_INFO_KINT",
            "did you mean IFLA_INFO_KIND",
        ),
        (
            "request.time > 5",
            "time is known only of the message at hand",
        ),
        ("request.fram == 1", "did you mean request.frame"),
        ("errno == IPSET_ERR_EXISTS", "did you mean IPSET_ERR_EXIST"),
    ] {
        let error = error(expression);
        assert!(error.contains(words), "{expression}: {error}");
    }
}

#[test]
fn what_a_filter_needs() {
    let tables = Tables::builtin();
    let needs = |expression: &str| Filter::new(expression, &tables, |_| 0).unwrap().needs();
    assert_eq!(needs("IFLA_MTU > 5 and frame < 7"), Needs::default());
    let others = needs("process.comm == ip");
    assert!(others.exchange && !others.outcome && !others.request);
    let outcome = needs("outcome == ack");
    assert!(outcome.exchange && outcome.outcome && !outcome.ahead);
    let request = needs("request.IFLA_MTU > 5");
    assert!(request.exchange && request.request && !request.outcome);
    assert!(needs("request.dev == eth0").interfaces);
    for expression in ["exchange.parts > 1", "reply", "reply.IFLA_MTU"] {
        let needs = needs(expression);
        assert!(
            needs.exchange && needs.outcome && needs.ahead,
            "{expression}"
        );
    }
    assert!(needs("summary contains x").request);
}

#[test]
fn completion_beside_the_bytes() {
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let first = |expression: &str| -> Vec<String> {
        let (_, words) = vocabulary.complete(expression, 50);
        words.into_iter().map(|w| w.text).collect()
    };
    for (expression, word) in [
        ("proc", "process.comm"),
        ("process.", "process.pid"),
        ("outcome == ", "unanswered"),
        ("exchange.lat", "exchange.latency_ns"),
        ("exchange.errno == IPSET_ERR_EX", "IPSET_ERR_EXIST"),
        ("request.IFLA_MT", "request.IFLA_MTU"),
        ("reply.IFLA_LINKINFO.", "reply.IFLA_LINKINFO.IFLA_INFO_KIND"),
        ("request.fr", "request.frame"),
        ("reply.IFLA_OPERSTATE == ", "IF_OPER_UP"),
        ("summ", "summary"),
        ("diagnostics.sev", "diagnostics.severity"),
    ] {
        let words = first(expression);
        assert!(words.iter().any(|w| w == word), "{expression}: {words:?}");
    }
    assert!(!first("request.ti").iter().any(|w| w == "request.time"));
}

#[test]
fn wrong_types() {
    assert_eq!(
        error("IFLA_MTU == eth0"),
        "IFLA_MTU is a number: `eth0` is no value of it\n  \
         IFLA_MTU == eth0\n  \
         \u{20}           ^^^^\n  \
         expected a number of bytes, such as 1500 or 4KiB"
    );
    assert_eq!(
        error("IFLA_IFNAME > 5"),
        "IFLA_IFNAME is a string: `>` does not apply\n  \
         IFLA_IFNAME > 5\n  \
         ^^^^^^^^^^^^^^\n  \
         expected one of == != in contains matches"
    );
    for (expression, words) in [
        ("IFLA_MTU > 10ms", "a number of bytes, such as 1500 or 4KiB"),
        ("IFLA_LINKINFO == 5", "it is there or not"),
        ("RTA_DST == eth0", "an address, such as 192.0.2.1"),
        ("RTA_DST == 10.0.0.0/33", "an address"),
        ("IFLA_BROADCAST > 10.0.0.0", "one of == != in"),
        ("ifi_flags & IFF_UPP", "did you mean IFF_UP"),
        ("time > yesterday", "a time, such as 03:12"),
        ("time matches x", "one of == != < <= > >= in"),
        ("tcm_handle == 1:2:3", "a handle, such as 1:10"),
        ("IFLA_IFNAME in {a..b}", "one of == != in contains matches"),
        ("frame in {1, x}", "a number"),
        ("protocol == NETLINK_ROUT", "did you mean NETLINK_ROUTE"),
    ] {
        assert!(error(expression).contains(words), "{}", error(expression));
    }
}

#[test]
fn broken_regular_expressions() {
    assert_eq!(
        error("IFLA_IFNAME matches \"^eth[0-9\""),
        "the regular expression is broken: unclosed character class\n  \
         IFLA_IFNAME matches \"^eth[0-9\"\n  \
         \u{20}                        ^\n  \
         expected a regular expression, such as \"^eth[0-9]+$\""
    );
    assert!(error("IFLA_IFNAME ~ '(a'").contains("unclosed group"));
    assert!(error("IFLA_IFNAME ~ 'a{1000000}'").contains("broken"));
    assert!(error("IFLA_IFNAME ~ '((a{999}){999}){999}'").contains("broken"));
}

#[test]
fn long_expressions_show_the_place() {
    let long = format!("{} or IFLA_MUT", vec!["IFLA_MTU"; 100].join(" or "));
    let shown = error(&long);
    let lines: Vec<&str> = shown.lines().collect();
    let caret = lines[2].find('^').unwrap();
    assert_eq!(lines[1].get(caret..caret + 8), Some("IFLA_MUT"));
    assert!(lines[1].len() < 160 && lines[1].starts_with("  ..."));
}

#[test]
fn too_many_names() {
    let tables = Tables::builtin();
    let names: Vec<String> = (0..200).map(|i| format!("IFLA_LINKINFO.#{i}")).collect();
    let error = Filter::new(&names.join(" or "), &tables, |_| 0).unwrap_err();
    assert!(error.what.contains("128"), "{}", error.what);
    let many = vec!["IFLA_MTU == 5"; 5000].join(" or ");
    assert!(Filter::new(&many, &tables, |_| 0).is_ok());
}

/// What `explain` offers to paste is a filter.
#[test]
fn examples_of_explain_are_filters() {
    let tables = Tables::builtin();
    let names = Names::new(&tables);
    let explainer = Explainer::new(&tables, None);
    let mut wrong = Vec::new();
    let mut right = 0;
    for name in names.all.names() {
        for explained in explainer.explain(name) {
            let Some(filter) = &explained.filter else {
                continue;
            };
            match check(filter, &names, UTC) {
                Ok(_) => right += 1,
                Err(e) => wrong.push(format!("{name}: {filter}: {}", e.what)),
            }
        }
    }
    wrong.dedup();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(right > 10_000, "{right}");
}

/// Every attribute, message and constant of the tables is a filter of its own.
#[test]
fn every_name_is_a_filter() {
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let names = Names::new(&tables);
    let mut wrong = Vec::new();
    // a few names of numbers in BPF have signs in them, and want a field and quotes
    let words = vocabulary
        .starting("")
        .filter(|(name, _)| !name.contains('|'));
    for (name, sort) in words {
        if let Err(e) = check(name, &names, UTC) {
            wrong.push(format!("{name} ({sort:?}): {}", e.what));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn completion() {
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let texts = |expression: &str| {
        let (start, words) = vocabulary.complete(expression, 1000);
        let texts: Vec<String> = words.into_iter().map(|w| w.text).collect();
        (start, texts)
    };
    let (start, words) = texts("RTM_NEWLINK and IFLA_MT");
    assert_eq!((start, words), (16, vec!["IFLA_MTU".to_owned()]));
    assert!(texts("ifla_mt").1.contains(&"IFLA_MTU".to_owned()));
    assert!(texts("IFLA_MTU ").1.contains(&">=".to_owned()));
    assert!(
        texts("IFLA_MTU > 5 and IFLA_M")
            .1
            .contains(&"IFLA_MTU".to_owned())
    );
    let (start, words) = texts("nlmsg_type == RTM_NEWL");
    assert_eq!(
        (start, words),
        (
            14,
            vec!["RTM_NEWLINK".to_owned(), "RTM_NEWLINKPROP".to_owned()]
        )
    );
    let (start, words) = texts("x and IFLA_LINKINFO.IFLA_INFO_K");
    assert_eq!(
        (start, words),
        (6, vec!["IFLA_LINKINFO.IFLA_INFO_KIND".to_owned()])
    );
    assert!(texts("ifi_flags & IFF_U").1.contains(&"IFF_UP".to_owned()));
    assert!(texts("dev == 'x").1.is_empty());
    assert!(texts("tim").1.contains(&"time".to_owned()));
}
