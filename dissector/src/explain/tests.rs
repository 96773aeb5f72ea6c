use super::*;

fn with<T>(run: impl FnOnce(&Explainer<'_>) -> T) -> T {
    run(&Explainer::new(&Tables::builtin(), None))
}

fn shown(word: &str) -> String {
    with(|explainer| {
        let mut out = Vec::new();
        text(&explainer.explain(word), &mut out);
        String::from_utf8(out).unwrap()
    })
}

fn whats(word: &str) -> Vec<&'static str> {
    with(|explainer| explainer.explain(word).iter().map(|e| e.what).collect())
}

#[test]
fn sentences_are_sorted_and_name_what_exists() {
    let all = sentences::SENTENCES;
    assert!(all.is_sorted_by(|a, b| a.0 < b.0));
    with(|explainer| {
        for (name, says) in all {
            assert!(!explainer.explain(name).is_empty(), "{name}");
            assert!(says.ends_with(['.', '…']), "{name}: {says}");
        }
    });
}

#[test]
fn every_name_is_explained() {
    with(|explainer| {
        let mut out = Vec::new();
        for name in explainer.all.names() {
            let meanings = explainer.explain(name);
            assert!(!meanings.is_empty(), "{name}");
            for one in &meanings {
                assert!(!one.name.is_empty() && !one.what.is_empty(), "{name}");
            }
            text(&meanings, &mut out);
            json(name, &meanings, &mut out);
            out.clear();
        }
    });
}

#[test]
fn an_attribute() {
    let text = shown("IFLA_VXLAN_ID");
    for part in [
        "IFLA_VXLAN_ID: attribute of IFLA_VXLAN\n",
        "value      1\n",
        "type       u32\n",
        "IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID of RTM_NEWLINK",
        "filter     IFLA_VXLAN_ID > 0\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn headers_fields_and_flags() {
    let text = shown("ifi_index");
    assert!(text.contains("field of struct ifinfomsg"), "{text}");
    assert!(
        text.contains("ifinfomsg.ifi_index of RTM_NEWLINK"),
        "{text}"
    );
    assert!(shown("nlmsg_seq").contains("at the head of every message"));
    let text = shown("NLM_F_DUMP");
    assert!(
        text.contains("0x300") && text.contains("nlmsg_flags & NLM_F_DUMP"),
        "{text}"
    );
    assert!(shown("IFF_UP").contains("ifi_flags & IFF_UP"));
    assert_eq!(
        whats("NLM_F_REQUEST"),
        ["flag"],
        "one meaning, though in five enumerations"
    );
}

#[test]
fn numbers() {
    assert_eq!(whats("-17"), ["error"]);
    assert!(shown("-17").starts_with("EEXIST"));
    assert!(shown("-4103").starts_with("IPSET_ERR_EXIST: constant"));
    assert_eq!(whats("-4352"), ["constant", "constant", "constant"]);
    assert_eq!(
        whats("16").get(..3),
        Some(&["error", "netlink protocol", "message"][..])
    );
    assert!(shown("0x10").contains("RTM_NEWLINK"));
    assert!(shown("RTM=16").starts_with("RTM_NEWLINK"));
    assert!(shown("IFLA=4").starts_with("IFLA_MTU"));
    let flags = with(|explainer| explainer.explain("net_device_flags=0x9").len());
    assert_eq!(flags, 2);
    assert!(shown("IFF=0x9").contains("IFF_LOOPBACK: flag"));
    assert!(whats("-9999").is_empty() && whats("99999999999999999999").is_empty());
}

#[test]
fn cases_and_paths() {
    assert_eq!(whats("ifla_mtu"), ["attribute"]);
    assert_eq!(whats("ifinfomsg.ifi_flags"), ["field"]);
    assert_eq!(whats("IFLA_LINKINFO.IFLA_INFO_KIND"), ["attribute"]);
    assert!(whats("IFLA_NOTHING").is_empty());
    assert!(whats("").is_empty());
}

#[test]
fn the_rest() {
    assert_eq!(whats("NETLINK_ROUTE"), ["netlink protocol"]);
    assert_eq!(whats("RTNLGRP_LINK"), ["multicast group"]);
    assert_eq!(whats("short-attribute"), ["diagnostic"]);
    assert!(shown("nlctrl").contains("family == nlctrl"));
    assert!(shown("EWOULDBLOCK").starts_with("EAGAIN"));
    assert!(shown("EOPNOTSUPP").contains("122 on mips"));
    assert!(shown("CTRL_CMD_GETFAMILY").contains("genlmsghdr.cmd == CTRL_CMD_GETFAMILY"));
}

#[test]
fn json_of_a_name() {
    let mut out = Vec::new();
    with(|explainer| json("IFLA_MTU", &explainer.explain("IFLA_MTU"), &mut out));
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with(
        "{\"name\":\"IFLA_MTU\",\"meanings\":[{\"name\":\"IFLA_MTU\",\"what\":\"attribute\","
    ));
    assert!(text.contains("\"value\":4,\"type\":\"u32\""), "{text}");
    assert!(text.ends_with("}]}\n"), "{text}");
}

#[test]
fn the_number_0_is_nobody() {
    let tables = Tables::builtin();
    let explainer = Explainer::new(&tables, None);
    let one = explainer.explain("ifla_unspec");
    assert_eq!(one.len(), 1);
    assert_eq!(
        (one[0].name.as_str(), one[0].of.as_deref()),
        ("IFLA_UNSPEC", Some("IFLA"))
    );
    assert!(explainer.explain("NOTHING_UNSPEC").is_empty());
}
