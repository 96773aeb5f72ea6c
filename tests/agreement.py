#!/usr/bin/env python3
"""Holds the decode of captures against what the tools said of the same messages.

    agreement.py NLDISSECT FOLDER...

FOLDER holds scenarios, each a folder with a capture NAME.pcap[ng], `json.txt` (when which
command wrote which file), `log` (the same clock, before each command) and the files: JSON of
ip, tc and nft. Each object of a tool is held against the message of the kernel that the tool
read while the command ran, field by field. Exit status 1 where a difference is not explained
below, or where an explanation explains nothing.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from ipaddress import ip_address

# (kind of object, field of the tool): why the tool shows something else than the kernel says.
EXPLAINED = {
    ("nft set", "elem.range"): "the kernel holds the first address behind the range",
    ("nft rule", "expr.limit.rate"): "nft scales a rate of bytes, and names the unit",
    ("nft rule", "expr.limit.burst"): "nft scales a burst of bytes, and names the unit",
}


def main():
    binary, folders = os.path.abspath(sys.argv[1]), sys.argv[2:]
    report = Report()
    for folder in folders:
        for scenario in sorted(glob.glob(os.path.join(folder, "*", "json.txt"))):
            compare_scenario(binary, os.path.dirname(scenario), report)
    bad = both_orders(binary, folders)
    return report.end() or bad


class Report:
    def __init__(self):
        self.agree, self.differ, self.left_out = collections.Counter(), [], collections.Counter()
        self.objects, self.used = collections.Counter(), set()

    def field(self, kind, place, name, same, tool, ours):
        plain = re.sub(r"\[\d+\]", "", name)
        if same:
            self.agree[kind] += 1
        elif (kind, plain) in EXPLAINED:
            self.used.add((kind, plain))
        else:
            self.differ.append(f"{place}: {name} is {tool!r} to the tool, here {ours!r}")

    def end(self):
        for kind, n in sorted(self.agree.items()):
            print(f"{kind}: {self.objects[kind]} objects, {n} fields agree")
        names = collections.defaultdict(list)
        for kind, name in sorted(self.left_out):
            names[kind].append(name)
        for kind, list_of in names.items():
            print(f"not compared: {kind}: {', '.join(list_of)}")
        for line in self.differ:
            print("differs:", line)
        stale = [key for key in EXPLAINED if key not in self.used]
        for key in stale:
            print("explains nothing:", *key)
        print(f"{sum(self.agree.values())} fields of {sum(self.objects.values())} objects agree, {len(self.differ)} differ, {len(self.used)} kinds of difference are the tools'")
        return bool(self.differ or stale or not self.agree)


# What the machine, its clock or chance gives, not the scenario: fields that differ from run to run.
MACHINE = {
    "time", "nlmsg_seq", "nlmsg_pid", "port", "tstamp", "cstamp", "reachable_time", "NDTPA_REACHABLE_TIME", "NDTPA_QUEUE_LEN",
    "NDTPA_QUEUE_LENBYTES", "ndtc_entry_size", "ndtc_last_flush", "ndtc_last_rand", "ndtc_hash_rnd", "ifa_prefered", "ifa_valid",
}
# Partly: nlmon's MTU is what fits into a page; some hardware addresses, and the addresses made of them, are random.
CHANCE = {"IFLA_MTU", "DEVCONF_MTU6", "IFLA_ADDRESS", "IFA_ADDRESS", "RTA_DST"}


def both_orders(binary, folders):
    """The same scenarios, recorded on machines of different byte orders: the same names and values."""
    bad = []
    first = {os.path.basename(f): f for f in glob.glob(os.path.join(folders[0], "*"))}
    for other in folders[1:]:
        for there in sorted(glob.glob(os.path.join(other, "*", ""))):
            name = os.path.basename(os.path.dirname(there))
            if name not in first:
                continue
            here, there = (decode(binary, os.path.join(f, name, name + ".pcap")) for f in (folders[0], other))
            if [m.get("nlmsg_type") for m in here] == [m.get("nlmsg_type") for m in there]:
                n = 0
                for a, b in zip(here, there):
                    a, b = list(leaves(a)), list(leaves(b))
                    paths, others = [path for path, _ in a], [path for path, _ in b]
                    if paths != others:
                        bad.append(f"{name}: other fields than in {other}: {set(paths) ^ set(others)}")
                        continue
                    for (path, x), (_, y) in zip(a, b):
                        key = path.split(".")[-1]
                        if x == y:
                            n += 1
                        elif key not in MACHINE and not (key in CHANCE and chance(x, y)):
                            bad.append(f"{name}: {path} is {x!r}, in {other} {y!r}")
                print(f"{name}: {len(here)} messages of both byte orders, {n} values are the same")
            else:
                a, b = refusals(here), refusals(there)
                bad += [f"{name}: only one byte order has {e}" for e in a ^ b]
                print(f"{name}: {len(a & b)} kinds of refusal are the same in both byte orders")
    for line in bad:
        print("differs:", line)
    return bool(bad)


def chance(x, y):
    return {x, y} == {3776, 3584} or isinstance(x, str) and (x.startswith("fe80::") and y.startswith("fe80::") or re.fullmatch("(..:){5}..", x) and re.fullmatch("(..:){5}..", y))


def refusals(messages):
    """Each error with what it refuses; types without a name are ids that differ from machine to machine."""
    found = set()
    for m in messages:
        error = m.get("nlmsgerr", {})
        if error.get("error"):
            kind, a = error.get("msg", {}).get("nlmsg_type"), m.get("attributes", {})
            found.add((error["errno"], kind if isinstance(kind, str) else None, a.get("NLMSGERR_ATTR_MSG"), m.get("offending"), m.get("missing")))
    return found


def decode(binary, path):
    out = subprocess.run([binary, path, "--json"], capture_output=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


class Links(dict):
    """Names of interfaces, by index; which of them are up; and what the kernel told meanwhile."""

    def __init__(self, told):
        super().__init__()
        self.up, self.told = {}, told


def compare_scenario(binary, folder, report):
    [capture] = [p for p in glob.glob(os.path.join(folder, os.path.basename(folder) + ".pcap*"))]
    messages = decode(binary, capture)
    for m in messages:
        m["at"] = stamp(m["time"])
    log = [(float(t), rest) for t, rest in re.findall(r"^\++(\d+\.\d+) (.*)$", open(os.path.join(folder, "log"), errors="replace").read(), re.M)]
    for start, name, command in re.findall(r"^(\d+\.\d+) (\S+\.json) (.*)$", open(os.path.join(folder, "json.txt")).read(), re.M):
        path = os.path.join(folder, name)
        start = float(start)
        if not os.path.exists(path):
            continue
        ends = [t for t, rest in log if rest.startswith("'[' -s " + name)]
        end = min([t for t in ends if t >= start], default=start + 10)
        told = [m for m in messages if start <= m["at"] <= end and m.get("direction") == "from-kernel"]
        links = Links(told)
        for m in messages:
            if m["at"] <= end and m.get("nlmsg_type") == "RTM_NEWLINK" and "IFLA_IFNAME" in m.get("attributes", {}):
                if m.get("direction") == "from-kernel" and m["ifinfomsg"]["ifi_family"] != "AF_BRIDGE":
                    links[m["ifinfomsg"]["ifi_index"]] = m["attributes"]["IFLA_IFNAME"]
                    links.up[m["ifinfomsg"]["ifi_index"]] = "IFF_UP" in m["ifinfomsg"]["ifi_flags"]
        place = f"{os.path.basename(os.path.dirname(folder))}/{os.path.basename(folder)}/{name}"
        compare_command(command.split(), read_json(path), told, links, place, report)


def stamp(text):
    whole, nanoseconds = text[:-1].split(".")
    return datetime.fromisoformat(whole).replace(tzinfo=timezone.utc).timestamp() + int(nanoseconds) / 1e9


def read_json(path):
    text = open(path).read()
    text = re.sub(r"\{default (\w+) \}", r'{"default":"\1"}', text)  # tc prints hfsc's so
    try:
        return json.loads(text)
    except ValueError:
        return None  # plain text, although JSON was asked for


# ---- values

def word(text):
    return re.sub(r"[^0-9a-z]", "", str(text).lower())


def same(tool, ours):
    """Whether both mean one value, however they spell it."""
    if isinstance(ours, Any):
        return any(same(tool, one) for one in ours) or isinstance(tool, list) and all(same(one, ours) for one in tool)
    if tool == ours or tool is None and ours is not None:
        return True
    if ours is None or ours == "" or ours == []:
        # not there: the tool shows the default
        return tool in (0, False, "any", "none", "off", "default", "unset", "inherit", "0x0", "0x00", "0x00000", [])
    if isinstance(tool, bool):
        return tool == bool(NUMBERS.get(ours, ours) if isinstance(ours, str) else ours)
    if isinstance(ours, bool):
        return tool in ("on", 1) if ours else tool in ("off", 0)
    if isinstance(tool, float) or isinstance(ours, float):
        return abs(ours / 100 - tool) < 0.006 if isinstance(ours, int) else isinstance(ours, float) and abs(ours - tool) <= 1e-5 * max(abs(tool), 1e-4)
    if isinstance(ours, int) and isinstance(tool, str):
        if re.fullmatch("0x[0-9a-f]+", tool):
            return int(tool, 16) == ours
        if re.fullmatch(r"\d+(\.\d+){3}", tool):
            return int(ip_address(tool)) == ours
        return tool == {0: "off", 1: "on"}.get(ours) or tool == str(ours)
    if isinstance(tool, list) and isinstance(ours, list):
        return len(tool) == len(ours) and all(any(same(t, o) for o in ours) for t in tool)
    if isinstance(tool, str) and isinstance(ours, str):
        try:
            if ip_address(tool) == ip_address(ours):
                return True
        except ValueError:
            pass
        return ours in WORDS.get(tool, []) or bool(word(tool)) and word(ours).endswith(word(tool))
    return isinstance(ours, str) and ours in NUMBERS and tool == NUMBERS[ours]


# What the tools call otherwise than the kernel.
WORDS = {
    "global": ["RT_SCOPE_UNIVERSE"],
    "ip": ["NFPROTO_IPV4"],
    "input": ["NF_INET_LOCAL_IN", "NF_ARP_IN"],
    "output": ["NF_INET_LOCAL_OUT", "NF_ARP_OUT"],
    "ipip": ["ARPHRD_TUNNEL"],
    "gre6": ["ARPHRD_IP6GRE"],
    "any": ["0.0.0.0", "::", "IPPROTO_IP"],
    "ipip6": ["IPPROTO_IPIP"],
    "ip6ip6": ["IPPROTO_IPV6"],
    "ip6ip": ["IPPROTO_IPV6"],
    "noatm": ["CAKE_ATM_NONE"],
    "enabled": ["CAKE_ACK_FILTER"],
}
# Where the tool prints the number of what has a name.
NUMBERS = {"BR_NO_STP": 0, "BR_KERNEL_STP": 1, "MDB_RTR_TYPE_TEMP_QUERY": 1, "BRIDGE_MODE_UNSPEC": 0, "BRIDGE_MODE_HAIRPIN": 1}


def get(value, path):
    for key in path.split("."):
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def leaves(value, path=""):
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(inner, (dict, list)) for inner in value):
        for n, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{n}]")
    elif value != {} and value != []:
        yield path, value


# ---- what the kernel's message says, by the tool's name of the field

UNKNOWN = object()  # no rule below knows the field

LINK = {
    "ifindex": "ifinfomsg.ifi_index",
    "link_type": "ifinfomsg.ifi_type",
    "inet6_addr_gen_mode": "attributes.IFLA_AF_SPEC.AF_INET6.IFLA_INET6_ADDR_GEN_MODE",
    "altnames": "attributes.IFLA_PROP_LIST.IFLA_ALT_IFNAME",
    "permaddr": "attributes.IFLA_PERM_ADDRESS",
    "linkinfo.info_kind": "attributes.IFLA_LINKINFO.IFLA_INFO_KIND",
    "linkinfo.info_slave_kind": "attributes.IFLA_LINKINFO.IFLA_INFO_SLAVE_KIND",
    "stats64.tx.carrier_changes": "attributes.IFLA_CARRIER_CHANGES",
    "stats64.rx.multicast": "attributes.IFLA_STATS64.multicast",
    "stats64.tx.collisions": "attributes.IFLA_STATS64.collisions",
    "link_index": "attributes.IFLA_LINK",
}
# Kind of a link: the prefix of its attributes, where it is not IFLA_KIND.
PREFIXES = {
    "bridge": "BR", "macvtap": "MACVLAN", "ipvtap": "IPVLAN", "gretap": "GRE", "erspan": "GRE", "ip6gre": "GRE",
    "ip6gretap": "GRE", "ip6erspan": "GRE", "ipip": "IPTUN", "sit": "IPTUN", "ip6tnl": "IPTUN", "vti6": "VTI",
}
# Fields whose attribute is called otherwise than PREFIX_FIELD: of a kind, or of any.
DATA = {
    "arp_missed_max": "MISSED_MAX", "bcqueuelen": "BC_QUEUE_LEN", "usedbcqueuelen": "BC_QUEUE_LEN_USED",
    "hsize": "PDP_HASHSIZE", "dstport": "PORT", "external": "COLLECT_METADATA", "srcportmin": "SRCPORT_MIN",
    "multiproto": "MULTIPROTO_MODE", "discovery": "DISCOVERY_IP", "prefix": "6RD_PREFIX", "prefixlen": "6RD_PREFIXLEN",
    "vxlan remote": "GROUP", "amt local": "LOCAL_IP",
}
SLAVE = {
    "hairpin": "MODE", "root_block": "PROTECT", "fastleave": "FAST_LEAVE", "flood": "UNICAST_FLOOD",
    "proxy_arp": "PROXYARP", "proxy_arp_wifi": "PROXYARP_WIFI", "mcast_to_unicast": "MCAST_TO_UCAST",
    "state bond": "STATE", "no": "NO",
}
LACP_STATES = ["LACP_ACTIVITY", "LACP_TIMEOUT", "AGGREGATION", "SYNCHRONIZATION", "COLLECTING", "DISTRIBUTING", "DEFAULTED", "EXPIRED"]
SLAVES = {"bridge": "IFLA_BRPORT", "bond": "IFLA_BOND_SLAVE", "vrf": "IFLA_VRF_PORT"}


def link(m, links, name):
    a = m["attributes"]
    parts = name.split(".")
    if name == "flags":
        flags = set(m["ifinfomsg"]["ifi_flags"])
        down = ["NO-CARRIER"] if "IFF_UP" in flags and "IFF_RUNNING" not in flags else []
        if "IFLA_LINK" in a and not links.up.get(a["IFLA_LINK"], True) and "IFLA_LINK_NETNSID" not in a:
            down = down + ["M-DOWN"]  # the link below is down
        return down + [f.removeprefix("IFF_") for f in flags - {"IFF_RUNNING"}]
    if name == "link_pointtopoint":
        return "IFF_POINTOPOINT" in m["ifinfomsg"]["ifi_flags"]
    if name in ("master", "link"):
        index = a.get("IFLA_" + name.upper())
        return links.get(index, index)
    if name == "group":
        return a.get("IFLA_GROUP") or "default"
    if name in LINK:
        return get(m, LINK[name])
    if parts[0] == "stats64":
        return get(a, f"IFLA_STATS64.{parts[1]}_{parts[2]}")
    info = a.get("IFLA_LINKINFO", {})
    field = ".".join(parts[2:])
    if name.startswith("linkinfo.info_data."):
        kind = info.get("IFLA_INFO_KIND")
        return data(kind, "IFLA_" + PREFIXES.get(kind, kind.upper()), info.get("IFLA_INFO_DATA", {}), field, DATA, links)
    if name.startswith("linkinfo.info_slave_data."):
        kind = info.get("IFLA_INFO_SLAVE_KIND")
        return data(kind, SLAVES.get(kind, "?"), info.get("IFLA_INFO_SLAVE_DATA", {}), field, SLAVE, links)
    return a.get("IFLA_" + name.upper()) if len(parts) == 1 else UNKNOWN


def data(kind, prefix, values, field, names, links):
    key = f"{prefix}_{names.get(f'{kind} {field}', names.get(field, field.upper()))}"
    value = values.get(key)
    if field == "link":
        return links.get(value, value)
    if field in ("bridge_id", "root_id") and value:
        return "%04x.%s" % (value["prio"], value["addr"])
    if kind == "vlan" and field == "flags":
        return [f.removeprefix("VLAN_FLAG_") for f in value["flags"]]
    if re.fullmatch("[io](seq|csum)", field):
        return f"GRE_{field[1:].upper()}" in values[f"{prefix}_{field[0].upper()}FLAGS"]
    if field == "erspan_dir":
        return {0: "ingress", 1: "egress"}[value]
    if field == "macaddr_data":
        return value["IFLA_MACVLAN_MACADDR"]
    if field == "ad_actor_oper_port_state" and isinstance(value, list):
        return sum(1 << LACP_STATES.index(state.removeprefix("LACP_STATE_")) for state in value)
    if field.startswith("port_range."):
        return get(values, f"{prefix}_PORT_RANGE.{field[11:]}")
    if field.startswith("ad_info."):
        return get(values, f"{prefix}_AD_INFO.{prefix}_AD_INFO_{field[8:].upper()}")
    qos = re.match(r"(ingress|egress)_qos\[(\d+)\]\.(from|to)$", field)
    if qos:
        return values[f"{prefix}_{qos[1].upper()}_QOS"]["IFLA_VLAN_QOS_MAPPING"][int(qos[2])][qos[3]]
    return value if key in values or absent_is_meant(kind, field) else UNKNOWN


def absent_is_meant(kind, field):
    """The tool prints a default where the kernel sends no such attribute."""
    return field in ("remote", "local", "external", "multiproto")


def address(m, links, name):
    a, header, names = m["attributes"], m["ifaddrmsg"], {"local": "IFA_LOCAL", "broadcast": "IFA_BROADCAST", "label": "IFA_LABEL", "address": "IFA_ADDRESS"}
    if name == "local":
        return a.get("IFA_LOCAL", a.get("IFA_ADDRESS"))
    if name in ("dynamic", "secondary", "nodad", "mngtmpaddr", "noprefixroute", "temporary"):
        flags = a.get("IFA_FLAGS", header["ifa_flags"])
        return "IFA_F_PERMANENT" not in flags if name == "dynamic" else "IFA_F_" + name.upper() in flags
    if name.endswith("_life_time"):
        return a["IFA_CACHEINFO"]["ifa_valid" if name[0] == "v" else "ifa_prefered"]
    return a.get(names[name]) if name in names else header.get("ifa_" + name, UNKNOWN)


def prefixed(value, length, full):
    return value if value is None or length == full else f"{value}/{length}"


def route(m, links, name):
    a, header = m["attributes"], m["rtmsg"]
    full = 32 if header["rtm_family"] == "AF_INET" else 128
    if name == "dst":
        return prefixed(a.get("RTA_DST"), header["rtm_dst_len"], full) or "default"
    if name == "dev":
        return links.get(a.get("RTA_OIF"))
    if name == "type":
        return header["rtm_type"]
    if name == "table":
        return a.get("RTA_TABLE", header["rtm_table"])
    if name == "metrics[0].mtu":
        return get(a, "RTA_METRICS.RTAX_MTU")
    names = {"gateway": "RTA_GATEWAY", "metric": "RTA_PRIORITY", "prefsrc": "RTA_PREFSRC", "pref": "RTA_PREF"}
    return a.get(names[name]) if name in names else header.get("rtm_" + name, UNKNOWN)


def rule(m, links, name):
    a, header = m["attributes"], m["fib_rule_hdr"]
    if name == "src":
        return a.get("FRA_SRC") or "all"
    return a.get({"priority": "FRA_PRIORITY", "table": "FRA_TABLE", "protocol": "FRA_PROTOCOL"}.get(name, "FRA_" + name.upper()))


def netconf(m, links, name):
    a = m["attributes"]
    if name == "family":
        return m["netconfmsg"]["ncm_family"]
    if name == "interface":
        index = a["NETCONFA_IFINDEX"]
        return links.get(index, {-1: "all", -2: "default"}.get(index))
    return a.get("NETCONFA_" + name.upper(), UNKNOWN)


def label(m, links, name):
    a = m["attributes"]
    return {"address": a.get("IFAL_ADDRESS"), "label": a.get("IFAL_LABEL"), "prefixlen": m["ifaddrlblmsg"]["ifal_prefixlen"]}[name]


NDTPA = {
    "reachable": "REACHABLE_TIME", "base_reachable": "BASE_REACHABLE_TIME", "retrans": "RETRANS_TIME", "gc_stale": "GC_STALETIME",
    "delay_probe": "DELAY_PROBE_TIME", "queue": "QUEUE_LEN", "proxy_queue": "PROXY_QLEN", "refcnt": "REFCNT",
}
NDTC = ("key_length", "entry_size", "entries", "hash_rnd", "hash_mask", "hash_chain_gc", "proxy_qlen")


def neighbour_table(m, links, name):
    a = m["attributes"]
    parms = a.get("NDTA_PARMS", {})
    if name == "dev":
        return links.get(parms.get("NDTPA_IFINDEX")) or "*"
    if name == "family":
        return m["ndtmsg"]["ndtm_family"]
    if name in NDTC:
        return a.get("NDTA_CONFIG", {}).get({"key_length": "ndtc_key_len"}.get(name, "ndtc_" + name))
    if name in ("name", "thresh1", "thresh2", "thresh3", "gc_interval"):
        return a.get("NDTA_" + name.upper())
    key = "NDTPA_" + NDTPA.get(name, name.upper())
    return parms[key] if key in parms else a.get("NDTA_STATS", {}).get("ndts_" + name, UNKNOWN)


def namespace(m, links, name):
    return m["attributes"].get("NETNSA_NSID") if name == "nsid" else UNKNOWN


def handle(value):
    return "none" if value == 0 else f"{value >> 16:x}:" + (f"{value & 0xffff:x}" if value & 0xffff else "")


def netem(options, name):
    """tc shows probabilities as fractions, and times in seconds."""
    part, name = name.split(".")[1:]
    loss = options.get("TCA_NETEM_LOSS", {}).get("NETEM_LOSS_GE", {})
    if name in ("p", "r", "1-h", "1-k"):
        return 1 - loss["h"] / 2**32 if name == "1-h" else loss[{"1-k": "k1"}.get(name, name)] / 2**32
    if part == "slot":
        value = options["TCA_NETEM_SLOT"][{"min-delay": "min_delay", "max-delay": "max_delay", "packets": "max_packets", "bytes": "max_bytes"}[name]]
        return value / 1e9 if name.endswith("delay") else value
    if part == "delay" and name != "correlation":
        return options[{"delay": "TCA_NETEM_LATENCY64", "jitter": "TCA_NETEM_JITTER64"}[name]] / 1e9
    if part == "rate":
        return options["TCA_NETEM_RATE"][{"packetoverhead": "packet_overhead", "cellsize": "cell_size", "celloverhead": "cell_overhead"}.get(name, name)]
    if part in ("reorder", "corrupt"):
        return options["TCA_NETEM_" + part.upper()]["correlation" if name == "correlation" else "probability"] / 2**32
    if part == "duplicate" and name == part:
        return options["tc_netem_qopt"]["duplicate"] / 2**32
    return options["TCA_NETEM_CORR"][{"delay": "delay_corr", "duplicate": "dup_corr"}[part]] / 2**32


def scalars(value):
    if isinstance(value, (dict, list)):
        return [one for inner in (value.values() if isinstance(value, dict) else value) for one in scalars(inner)]
    return [value]


class Any(list):
    """Values of which one is meant."""


def anywhere(value, name):
    """All values of fields that are called so, with or without their constants' prefix."""
    name = re.sub("[^0-9a-z]", "_", re.sub(r"\[\d+\]", "", name).split(".")[-1].lower())
    found, todo = Any(), [value]
    while todo:
        value = todo.pop()
        if isinstance(value, list):
            todo += value
        elif isinstance(value, dict):
            for key, inner in value.items():
                if key.lower() == name or key.lower().endswith("_" + name):
                    found.append(inner)
                todo.append(inner)
    return found or UNKNOWN


def qdisc(m, links, name):
    a, header = m["attributes"], m["tcmsg"]
    counters = {**get(a, "TCA_STATS2.TCA_STATS_BASIC") , **get(a, "TCA_STATS2.TCA_STATS_QUEUE")} if "TCA_STATS2" in a else {}
    if name == "kind":
        return a["TCA_KIND"]
    if name == "handle":
        return f"{header['tcm_handle'] >> 16:x}:"
    if name == "dev":
        return links.get(header["tcm_ifindex"])
    if name == "parent":
        return handle(header["tcm_parent"]) if isinstance(header["tcm_parent"], int) else header["tcm_parent"]
    if name == "root":
        return header["tcm_parent"] in (0xFFFFFFFF, "TC_H_ROOT")
    if name == "refcnt":
        return header["tcm_info"]
    if name in ("bytes", "packets", "drops", "overlimits", "requeues", "backlog", "qlen"):
        return counters.get(name)
    options = a.get("TCA_OPTIONS", {})
    if a["TCA_KIND"] == "netem" and name.count(".") == 2:
        return netem(options, name)
    if a["TCA_KIND"] == "sfb" and name in ("options.increment", "options.decrement"):
        return options["TCA_SFB_PARMS"][name[8:]] / 65535
    queue = re.match(r"options\.queues\[(\d+)\]\.(offset|count)", name)
    if queue and "TCA_TAPRIO_ATTR_PRIOMAP" in options:
        return options["TCA_TAPRIO_ATTR_PRIOMAP"][queue[2]][int(queue[1])]
    if a["TCA_KIND"] == "ets" and name in ("options.quanta", "options.priomap"):
        [values] = options["TCA_ETS_" + name[8:].upper()].values()
        return values
    return anywhere([a.get("TCA_OPTIONS"), a.get("TCA_STATS2"), a.get("TCA_STAB")], name)


# Kind of object of nft: its message and its constants' prefix.
NFT = {
    "table": ("NFT_MSG_NEWTABLE", "NFTA_TABLE"), "chain": ("NFT_MSG_NEWCHAIN", "NFTA_CHAIN"), "rule": ("NFT_MSG_NEWRULE", "NFTA_RULE"),
    "set": ("NFT_MSG_NEWSET", "NFTA_SET"), "map": ("NFT_MSG_NEWSET", "NFTA_SET"), "flowtable": ("NFT_MSG_NEWFLOWTABLE", "NFTA_FLOWTABLE"),
}
OBJECTS = {
    "counter": ("COUNTER", {"packets": "NFTA_COUNTER_PACKETS", "bytes": "NFTA_COUNTER_BYTES"}),
    "quota": ("QUOTA", {"bytes": "NFTA_QUOTA_BYTES", "used": "NFTA_QUOTA_CONSUMED"}),
    "limit": ("LIMIT", {"burst": "NFTA_LIMIT_BURST"}),
    "ct helper": ("CT_HELPER", {"type": "NFTA_CT_HELPER_NAME", "protocol": "NFTA_CT_HELPER_L4PROTO"}),
    "ct timeout": ("CT_TIMEOUT", {"protocol": "NFTA_CT_TIMEOUT_L4PROTO"}),
    "ct expectation": ("CT_EXPECT", {
        "protocol": "NFTA_CT_EXPECT_L4PROTO", "dport": "NFTA_CT_EXPECT_DPORT", "timeout": "NFTA_CT_EXPECT_TIMEOUT", "size": "NFTA_CT_EXPECT_SIZE"}),
    "synproxy": ("SYNPROXY", {"mss": "NFTA_SYNPROXY_MSS", "wscale": "NFTA_SYNPROXY_WSCALE"}),
}


def nft(kind):
    message, prefix = NFT.get(kind, ("NFT_MSG_NEWOBJ", "NFTA_OBJ"))

    def field(m, links, name):
        a = m["attributes"]
        if name == "family":
            return m["nfgenmsg"]["nfgen_family"]
        if name in ("name", "handle", "table", "chain") and f"{prefix}_{name.upper()}" in a:
            return a[f"{prefix}_{name.upper()}"]
        if kind in OBJECTS:
            wanted, names = OBJECTS[kind]
            if not a["NFTA_OBJ_TYPE"].endswith(wanted):
                return None
            if name == "comment":
                return get(a, "NFTA_OBJ_USERDATA.NFTNL_UDATA_OBJ_COMMENT")
            return a["NFTA_OBJ_DATA"].get(names[name], UNKNOWN) if name in names else UNKNOWN
        if kind == "chain":
            hook = a.get("NFTA_CHAIN_HOOK", {})
            names = {"type": a.get("NFTA_CHAIN_TYPE"), "hook": hook.get("NFTA_HOOK_HOOKNUM"), "prio": hook.get("NFTA_HOOK_PRIORITY"), "policy": a.get("NFTA_CHAIN_POLICY")}
            return names.get(name, UNKNOWN)
        if kind == "flowtable":
            hook = a["NFTA_FLOWTABLE_HOOK"]
            devices = hook["NFTA_FLOWTABLE_HOOK_DEVS"].get("NFTA_DEVICE_NAME", [])
            names = {"hook": hook["NFTA_FLOWTABLE_HOOK_NUM"], "prio": hook["NFTA_FLOWTABLE_HOOK_PRIORITY"], "dev": devices[0] if len(devices) == 1 else devices}
            return names.get(name, UNKNOWN)
        if kind == "rule" and re.search(r"\.(counter\.(packets|bytes)|limit\.(rate|burst)|log\.(prefix|group|snaplen)|synproxy\.(mss|wscale))$", name):
            return anywhere(a["NFTA_RULE_EXPRESSIONS"], name)
        if kind == "rule" and name == "comment":
            return get(a, "NFTA_RULE_USERDATA.NFTNL_UDATA_RULE_COMMENT")
        if kind in ("set", "map"):
            if name == "flags":
                return [f.removeprefix("NFT_SET_") for f in a["NFTA_SET_FLAGS"] if word(f) not in ("nftsetmap", "nftsetconcat", "nftsetobject", "nftseteval")]
            if name in ("timeout", "gc-interval"):
                value = a.get({"timeout": "NFTA_SET_TIMEOUT"}.get(name, "NFTA_SET_GC_INTERVAL"))
                return value and value // 1000
            if name.startswith("elem"):
                of = [e["attributes"] for e in links.told if e.get("nlmsg_type") == "NFT_MSG_NEWSETELEM" and e["attributes"]["NFTA_SET_ELEM_LIST_SET"] == a["NFTA_SET_NAME"]]
                if name.endswith((".timeout", ".expires")):
                    values = anywhere(of, {"timeout": "elem_timeout", "expires": "elem_expiration"}[name[-7:]])
                    return Any(value // 1000 for value in values)
                if name.endswith((".packets", ".bytes", ".comment")):
                    return anywhere(of, name)
                return UNKNOWN if name.endswith((".per", ".rate", ".burst", ".len")) else Any(scalars(of))
            return {"size": get(a, "NFTA_SET_DESC.NFTA_SET_DESC_SIZE"), "policy": a.get("NFTA_SET_POLICY")}.get(name, UNKNOWN)
        return UNKNOWN

    return message, field


# ---- which message an object of a tool is held against

# object -> its message, the fields by which the tool's object and the message are the same thing, the rule
KINDS = {
    "link": ("RTM_NEWLINK", ("ifindex",), link),
    "address": ("RTM_NEWADDR", ("family", "local", "prefixlen"), address),
    "route": ("RTM_NEWROUTE", ("dst", "dev", "table", "type", "metric"), route),
    "rule": ("RTM_NEWRULE", ("priority",), rule),
    "netconf": ("RTM_NEWNETCONF", ("family", "interface"), netconf),
    "label": ("RTM_NEWADDRLABEL", ("address", "prefixlen"), label),
    "neighbour table": ("RTM_NEWNEIGHTBL", ("family", "dev", "key_length"), neighbour_table),
    "namespace": ("RTM_NEWNSID", ("nsid",), namespace),
    "qdisc": ("RTM_NEWQDISC", ("dev", "handle", "kind", "parent"), qdisc),
}
COMMANDS = {
    "link": "link", "addr": "link", "route": "route", "rule": "rule", "netconf": "netconf", "addrlabel": "label",
    "ntable": "neighbour table", "netns": "namespace",
}


def compare_command(command, told_by_tool, told, links, place, report):
    words = [w for w in command[1:] if not w.startswith("-") and w not in ("mpls",)]
    if told_by_tool is None:
        report.left_out[("plain text", place)] += 1
    elif command[0] == "nft":
        for entry in told_by_tool["nftables"]:
            for kind, value in entry.items():
                if kind != "metainfo":
                    message, rule_of = nft(kind)
                    compare_object("nft " + kind, message, ("family", "table", "handle"), rule_of, value, told, links, place, report)
    elif command[0] == "tc" and words[0] == "qdisc":
        for value in told_by_tool:
            compare_object("qdisc", *KINDS["qdisc"], value, told, links, place, report)
    elif words[0] in COMMANDS and "afstats" not in words and "xstats" not in words:
        kind = COMMANDS[words[0]]
        for value in told_by_tool:
            for inner in value.pop("addr_info", []):
                at = [m for m in told if get(m, "ifaddrmsg.ifa_index") == value["ifindex"]]
                compare_object("address", *KINDS["address"], inner, at, links, place, report)
            compare_object(kind, *KINDS[kind], value, told, links, place, report)
    else:
        report.left_out[("command", " ".join(command))] += 1


def compare_object(kind, message, identity, rule_of, value, told, links, place, report):
    fields = dict(leaves(value))
    wanted = {name: fields[name] for name in identity if name in fields}
    candidates = [m for m in told if m.get("nlmsg_type") == message]
    found = [m for m in candidates if all(same(tool, rule_of(m, links, name)) for name, tool in wanted.items())]
    report.objects[kind] += 1
    if not found:
        report.differ.append(f"{place}: no {message} is {wanted}")
        return
    # several notifications of one thing: the dump's message is the last
    m = found[-1]
    for name, tool in fields.items():
        ours = rule_of(m, links, name)
        if ours is UNKNOWN:
            report.left_out[(kind, re.sub(r"\[\d+\]", "", name))] += 1
        else:
            report.field(kind, f"{place} {list(wanted.values())}", name, same(tool, ours), tool, ours)


if __name__ == "__main__":
    sys.exit(main())
