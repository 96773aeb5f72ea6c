#!/usr/bin/env python3
"""Holds nldissect against the kernel: its headers' constants, its own specs, and strace.

    conformance.py NLDISSECT SHARED

SHARED holds `tools` (coverage.py, ynl_truth.py, strace_truth.py, survey.py), `reference` and
captures. Each tool gives figures; here stands which differences are known, and why nldissect
is right; of walks by the specs it stands in `conformance/truth.tsv`. Exit status 1 where one is
not explained, or where an explanation explains nothing.
Needs PyYAML.
"""
import collections
import glob
import importlib.util
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "conformance"))
import nft_sets
import truth

# Constants that a message must reach at least: raise it when families are added.
REACHED = 3700

# Where the type in the kernel's spec is not what its code puts on the wire.
# (Source: Linux 7.2; the path is where to look.)
SPEC_TYPES = {
    "CTA_SEQADJ_OFFSET_BEFORE": "offsets go both ways: s32 in struct nf_ct_seqadj (nf_conntrack_seqadj.h)",
    "CTA_SEQADJ_OFFSET_AFTER": "offsets go both ways: s32 in struct nf_ct_seqadj (nf_conntrack_seqadj.h)",
    "CTA_TIMESTAMP": "a nest of start and stop: nla_nest_start (net/netfilter/nf_conntrack_netlink.c)",
    "DEVLINK_ATTR_NETNS_ID": "nla_put_s32, -1 is none (net/devlink/netlink.c)",
    "ETHTOOL_A_STATS_GRP_STAT": "a nest with one u64 in it: stat_put (net/ethtool/stats.c)",
    "NFTA_FLOWTABLE_HOOK_PRIORITY": "priorities are int, most are negative (net/netfilter/nf_tables_api.c)",
    "NFTA_VERDICT_CODE": "NFT_CONTINUE … NFT_RETURN are -1 … -5 (uapi/linux/netfilter/nf_tables.h)",
    "OVPN_A_KEYCONF_KEY_ID": "u32, but nla_put_u16 in the notification (drivers/net/ovpn/netlink.c)",
    "IFLA_PROTO_DOWN_REASON": "NLA_NESTED: mask and value (net/core/rtnetlink.c)",
    "IFLA_BOND_ARP_IP_TARGET": "its elements are addresses, which need no set",
    "IFLA_BOND_NS_IP6_TARGET": "its elements are addresses, which need no set",
    "IFLA_BOND_SLAVE_PRIO": "NLA_S32 (drivers/net/bonding/bond_netlink.c)",
    "IFLA_IPTUN_FLAGS": "u32 of the host for ip6tnl (net/ipv6/ip6_tunnel.c); be16 for sit alone (net/ipv6/sit.c)",
    "RTA_EXPIRES": "u32 in IPv6 (net/ipv6/route.c), u64 in multicast routing (net/ipv4/ipmr_base.c): by length",
    "TCA_TUNNEL_KEY_ENC_KEY_ID": "be32 (net/sched/act_tunnel_key.c)",
    "TCA_CAKE_OVERHEAD": "NLA_S32 (net/sched/sch_cake.c)",
    "TCA_FLOWER_KEY_VLAN_ID": "nla_put_u16 of the host's order (net/sched/cls_flower.c)",
    "TCA_FLOWER_KEY_CVLAN_ID": "nla_put_u16 of the host's order (net/sched/cls_flower.c)",
    "TCA_FLOWER_KEY_MPLS_LABEL": "nla_put_u32 of the host's order (net/sched/cls_flower.c)",
    "TCA_NETEM_PAD": "alignment in front of 64-bit attributes (net/sched/sch_netem.c)",
}

# What strace prints otherwise: (constant, value) or constant.
STRACE = {
    ("IFLA_IFNAME", "abcd"): "strace prints four characters of a string whose NUL it does not find",
    "PACKET_DIAG_FANOUT": "strace prints the number, of which half is the group's id, half its type",
}

# Types that nobody defines, and errors: at most so many, because the sender meant them.
SURVEY = {
    "20-errors.pcap": (24, 15, "requests made to be refused: types and families that do not exist, lengths that are none"),
    "40-diag.pcap": (0, 2, "a script sends IPPROTO_MPTCP as INET_DIAG_REQ_SK_BPF_STORAGES, which holds attributes"),
}
# The tool's own walk of these cannot know that audit's records leave the header out of nlmsg_len.
UNCOUNTED = {"80-audit.strace.pcap": 519}


def main():
    binary, shared = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    tools = os.path.join(shared, "tools")
    bad, used = [], set()

    def explained(table, key):
        if key in table:
            used.add((id(table), key))
        return key in table

    dump = subprocess.run([binary, "families", "--json"], capture_output=True, check=True).stdout
    enums = values_of_enums(json.loads(dump))

    out = subprocess.run([sys.executable, os.path.join(tools, "coverage.py"), "--wrong"], input=dump, capture_output=True, check=True).stdout.decode()
    reached, total = map(int, re.search(r"reached by a message: (\d+) of (\d+)", out).groups())
    print(f"constants of the headers that a message reaches: {reached} of {total}")
    if reached < REACHED:
        bad.append(f"coverage: {reached} constants are reached, {REACHED} were")
    for line in out.splitlines():
        if line.startswith(("wrong ", "dangling")):
            bad.append(f"coverage: {line}")
        elif line.startswith("differs ") and not explained(SPEC_TYPES, line.split()[1]):
            bad.append(f"coverage: {line}")

    bad += against_specs(binary, shared, tools)
    for folder in sorted({os.path.dirname(f) for f in glob.glob(os.path.join(shared, "captures*", "*", "*.strace"))}):
        bad += against_strace(binary, tools, folder, enums, explained)
    bad += nft_sets.compare(binary, shared)
    bad += surveyed(binary, tools, explained)

    for name, table in (("SPEC_TYPES", SPEC_TYPES), ("STRACE", STRACE), ("SURVEY", SURVEY)):
        for key in table:
            if (id(table), key) not in used:
                bad.append(f"{name} explains {key}, which differs no more")
    for line in bad:
        print("unexplained:", line)
    print(f"{len(used)} differences are explained, {len(bad)} are not")
    return bool(bad)


def values_of_enums(dump):
    """constant of an attribute -> {name of a value: value}, and whether they are flags"""
    entries = {e["name"]: ({n: x["value"] for x in e["entries"] for n in [x["name"], *x.get("aliases", [])]}, e["flags"]) for e in dump["enums"]}
    return {a["name"]: entries[a["enum"]] for s in dump["sets"] for a in s["attributes"] if a.get("enum") in entries}


def against_specs(binary, shared, tools):
    known = truth.Truth()
    spec = importlib.util.spec_from_file_location("ynl_truth", os.path.join(tools, "ynl_truth.py"))
    ynl = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ynl)
    specs = [ynl.Spec(p) for p in sorted(glob.glob(os.path.join(shared, "reference", "ynl", "*.yaml")))]
    wrong, first, total, right = collections.Counter(), {}, 0, 0
    for path in sorted(glob.glob(os.path.join(shared, "captures*", "*", "*.pcap*"))):
        ours = {}
        for line in subprocess.run([binary, path, "--json=tree"], capture_output=True).stdout.splitlines():
            m = json.loads(line)
            ours[m["frame"], m.get("message", 0)] = by_offset(m)
        for frame, message, name, nodes in ynl.capture(path, specs):
            at = ours.get((frame, message), {})
            for offset, length, constant, kind, value in nodes:
                total += 1
                how = difference(at.get(offset), length, constant, value)
                if not how:
                    right += 1
                elif not known.explains(name, constant, at.get(offset), value):
                    wrong[f"{name}: {constant}"] += 1
                    first.setdefault(f"{name}: {constant}", f"{os.path.basename(path)} {frame}.{message}: {how}")
    print(f"attributes that the kernel's specs describe: {total} in the captures, {right} agree")
    explained = sum(row.used for row in known.rows)
    print(f"  {explained} of the others are explained by {len(known.rows)} rows of truth.tsv")
    bad = [f"specs: {what} ({n}), first in {first[what]}" for what, n in wrong.most_common()]
    return bad + [f"truth.tsv explains {row}, which differs no more" for row in known.idle()]


def by_offset(line):
    found, todo = {}, [line.get("nodes", [])]
    while todo:
        for node in todo.pop():
            if "type" in node:
                found[node["offset"]] = node
            todo.append(node.get("children", []))
    return found


def difference(node, length, constant, value):
    if node is None:
        return "no node at its offset"
    if node["name"] != constant:
        return f"is {node['name']}"
    if node["len"] != length:
        return "other length"
    got = node.get("raw", node.get("value"))
    if isinstance(value, int) and got != value:
        return f"value {str(got)[:30]!r}, not {value}"
    text = node.get("value")
    if isinstance(value, str) and text != value and not isinstance(text, dict):
        return f"text {str(text)[:30]!r}, not {value!r}"
    return None


def against_strace(binary, tools, folder, enums, explained):
    out = subprocess.run([sys.executable, os.path.join(tools, "strace_truth.py"), binary, folder], capture_output=True, check=True).stdout.decode()
    where, bad = os.path.basename(folder), []
    print(f"{where}: {out.splitlines()[0]}")
    never = re.search(r"never seen: \[(.*)\]", out)[1]
    if never:
        bad.append(f"{where}: strace tells of {never}, which the decode never does")
    for constant, value, here in re.findall(r"^ +(\S+) strace: (.*) here: (\[.*\])$", out, re.M):
        names, flags = enums.get(constant, ({}, False))
        number = int(value) if re.fullmatch(r"-?\d+", value) else None
        seen = re.findall(r"'([^']*)'", here)
        if number is not None:
            if number in names.values() or flags and number == 0:
                continue  # a number to strace, a name here
            if str(number - (1 << 32)) in seen:
                continue  # unsigned to strace; the kernel's field is signed
            if any(re.fullmatch(r"[0-9a-f]{2}(:[0-9a-f]{2})+", s) for s in seen):
                continue  # an address, whose first two digits the tool took for a number
        if not (explained(STRACE, (constant, value)) or explained(STRACE, constant)):
            bad.append(f"{where}: {constant} is {value} to strace, here {here}")
    return bad


def surveyed(binary, tools, explained):
    out = subprocess.run([sys.executable, os.path.join(tools, "survey.py"), binary], capture_output=True, check=True).stdout.decode()
    bad = [f"survey: {line}" for line in out.splitlines() if "not JSON" in line]
    files = re.findall(r"^(\S+) +exit (\d+)  messages (\d+) \(walk: (\w+)\)  unknown types (\d+)  error diagnostics (\d+)", out, re.M)
    for name, code, messages, walk, types, errors in files:
        want = str(UNCOUNTED.get(name, walk))
        if code != "0":
            bad.append(f"survey: {name}: exit {code}")
        if want not in ("None", messages):
            bad.append(f"survey: {name}: {messages} messages, not {want}")
        known = SURVEY[name][:2] if explained(SURVEY, name) else (0, 0)
        if (int(types), int(errors)) > known or int(errors) > known[1]:
            bad.append(f"survey: {name}: {types} unknown types and {errors} errors, explained are {known}")
    print(f"{len(files)} captures surveyed; " + re.search(r"^\d+ leaves.*", out, re.M)[0])
    return bad


if __name__ == "__main__":
    sys.exit(main())
