//! The list of codes as a page of the documentation.

use super::code::Code;
use super::policy::{GENERIC, SETS, SUBSYSTEMS};
use crate::diagnostic::Severity;
use std::fmt::Write;

/// The part of `docs/LINT.md` that the codes themselves tell.
pub fn document() -> String {
    let mut out = String::from("| code | severity | what |\n|---|---|---|\n");
    for code in Code::ALL {
        let word = code.word();
        let _ = writeln!(
            out,
            "| [`{word}`](#{word}) | {} | {} |",
            code.severity().word(),
            code.says()
        );
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for code in Code::ALL.iter().filter(|c| c.severity() == severity) {
            let _ = write!(
                out,
                "\n### {}\n\n{}: {} {}\n\nFor example: {}.\n\nInstead: {}\n",
                code.word(),
                severity.word(),
                code.says(),
                code.why(),
                code.example(),
                code.help()
            );
        }
    }
    let _ = write!(
        out,
        "\n## Where bounds are known\n\nPolicies are known of the requests of rtnetlink (links, addresses, routes, neighbours, rules, \
         nexthops, traffic control and actions, DCB, namespace ids, statistics, settings of forwarding; of bridges the \
         forwarding entries, multicast groups and VLANs; VNI filters; of MPLS, MCTP, Phonet, multicast routing and the CAN \
         gateway the routes, addresses and neighbours), of XFRM, of {} subsystems of nfnetlink, of {} generic families ({}), and of {} \
         sets of attributes that stand in nests: kinds of links, queueing disciplines, classifiers, actions, expressions of nf_tables, tunnels.\n\n\
         None is known of requests that the kernel reads without one: links of AF_BRIDGE that are set (each driver reads them), \
         and what only asks for all, where checking is not strict. Of requests of NETLINK_AUDIT and \
         NETLINK_SOCK_DIAG the headers alone are checked.\n",
        SUBSYSTEMS.len(),
        GENERIC.len(),
        GENERIC
            .iter()
            .map(|g| g.name)
            .collect::<Vec<_>>()
            .join(", "),
        SETS.len()
    );
    out
}
