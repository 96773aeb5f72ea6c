"""The elements of nf_tables' sets as nft listed them beside a capture, and as the decode has them.

`json.txt` of a capture tells when each output was made: the messages up to the next one are its
dump. Named sets and maps are held against those of their name, the sets inside rules against
those without one, element by element: keys, ranges, fields of concatenations, verdicts, data,
objects, timeouts, comments. `monitor.json` has what came and went, held against notifications.
"""
import datetime
import glob
import ipaddress
import json
import os
import subprocess

FAMILIES = {"inet": "NFPROTO_INET", "ip": "NFPROTO_IPV4", "ip6": "NFPROTO_IPV6", "bridge": "NFPROTO_BRIDGE",
            "arp": "NFPROTO_ARP", "netdev": "NFPROTO_NETDEV"}
VERDICTS = {"accept": "NF_ACCEPT", "drop": "NF_DROP", "queue": "NF_QUEUE", "continue": "NFT_CONTINUE",
            "break": "NFT_BREAK", "jump": "NFT_JUMP", "goto": "NFT_GOTO", "return": "NFT_RETURN"}
DUMPED = ("NFT_MSG_NEWSET", "NFT_MSG_NEWSETELEM")
# what nft calls otherwise than the kernel's headers
NAMES = {"echo-request": "ICMPV6_ECHO_REQUEST", "nd-neighbor-solicit": "NDISC_NEIGHBOUR_SOLICITATION"}


def compare(binary, facts):
    """The differences in all captures that have an output of nft beside them."""
    bad, compared = [], 0
    for index in sorted(glob.glob(os.path.join(facts, "captures*", "*", "json.txt"))):
        with open(index) as file:
            outputs = [line.split(maxsplit=2) for line in file]
        if any(command.startswith("nft -j") for _, _, command in outputs):
            folder = os.path.dirname(index)
            decoded = list(messages(binary, glob.glob(os.path.join(folder, "*.pcap*"))[0]))
            bad += untyped(decoded)
            for differences in [*against_lists(folder, outputs, decoded), *against_events(folder, decoded)]:
                compared += 1
                bad += differences
    print(f"sets and events of nft: {compared} compared, {len(bad)} differences")
    if not compared:
        bad.append("no capture has sets that nft listed")
    return bad


def untyped(decoded):
    values = sum(opaque(m["attributes"].get("NFTA_SET_ELEM_LIST_ELEMENTS")) for _, m in decoded)
    return [f"{values} values of elements stay bytes though their set was shown"] if values else []


def against_lists(folder, outputs, decoded):
    """The differences of each set, in each output"""
    ends = [float(time) for time, _, _ in outputs[1:]] + [float("inf")]
    for (start, name, _), end in zip(outputs, ends):
        with open(os.path.join(folder, name)) as file:
            listed = json.load(file)["nftables"]
        dumps = learn(m for time, m in decoded if float(start) <= time < end)
        for what, want in named(listed):
            yield difference(f"{name}: {what}", want, [g for key, g in dumps if key == what])
        for want in inside(listed):
            yield difference(f"{name}: a set in a rule", want, [g for key, g in dumps if key[2].startswith(("__set", "__map"))])


def against_events(folder, decoded):
    """The differences of each event"""
    notified = {}
    for _, m in decoded:
        note(m, notified)
    for what, want in monitored(os.path.join(folder, "monitor.json")):
        got = elements_of(notified.get(what, []))
        yield [] if want in got else [f"monitor.json: {what}: {want} to nft, here {got}"]


def difference(what, want, groups):
    if any(sorted(want, key=str) == sorted(g, key=str) for g in groups):
        return []
    return [f"{what}: {sorted(want, key=str)} to nft, here {[sorted(g, key=str) for g in groups[:1]]}"]


# What the decode has.


def messages(binary, capture):
    """(time, line) of the sets and elements"""
    for line in subprocess.run([binary, capture, "--json"], capture_output=True, check=True).stdout.splitlines():
        m = json.loads(line)
        if "SETELEM" in str(m["nlmsg_type"]) or m["nlmsg_type"] in DUMPED:
            yield datetime.datetime.fromisoformat(m["time"][:26] + "+00:00").timestamp(), m


def opaque(value):
    """How many values in it are but bytes."""
    if isinstance(value, dict):
        return 1 if set(value) == {"hex"} else sum(map(opaque, value.values()))
    return sum(map(opaque, value)) if isinstance(value, list) else 0


def learn(lines):
    """[(family, table, set), elements] of each dump"""
    flags, dumps = {}, {}
    for m in lines:
        if m["nlmsg_type"] not in DUMPED or m.get("direction") != "from-kernel":
            continue
        family, a = m["nfgenmsg"]["nfgen_family"], m["attributes"]
        if m["nlmsg_type"] == "NFT_MSG_NEWSET":
            flags[family, a["NFTA_SET_TABLE"], a["NFTA_SET_NAME"]] = a.get("NFTA_SET_FLAGS", [])
            continue
        key = family, a["NFTA_SET_ELEM_LIST_TABLE"], a["NFTA_SET_ELEM_LIST_SET"]
        elements = a.get("NFTA_SET_ELEM_LIST_ELEMENTS", {}).get("NFTA_LIST_ELEM", [])
        dumps.setdefault((m["nlmsg_pid"], m["nlmsg_seq"], key), []).extend(elements)
    return [(key, ranges(elements) if "NFT_SET_INTERVAL" in flags.get(key, []) else [ours(e) for e in elements])
            for (_, _, key), elements in dumps.items()]


def ranges(elements):
    """Of a set of intervals the elements are where they begin and, behind their end, where none is."""
    if any("NFTA_SET_ELEM_KEY_END" in e for e in elements):
        return [ours(e) for e in elements]
    at = sorted(elements, key=lambda e: end(e["NFTA_SET_ELEM_KEY"]["NFTA_DATA_VALUE"]))
    found = []
    for e, behind in zip(at, at[1:] + [None]):
        if "NFT_SET_ELEM_INTERVAL_END" in e.get("NFTA_SET_ELEM_FLAGS", []):
            continue
        key, *rest = ours(e)
        last = behind and end(behind["NFTA_SET_ELEM_KEY"]["NFTA_DATA_VALUE"]) - 1
        found.append((((key[0][0], last),), *rest))
    return found


def elements_of(elements):
    """With the flag of the end of an interval, or without"""
    interval = any("NFT_SET_ELEM_INTERVAL_END" in e.get("NFTA_SET_ELEM_FLAGS", []) for e in elements)
    return ranges(elements) if interval else [ours(e) for e in elements]


def note(m, notified):
    """Keeps the elements of a notification, each once: every listener has its copy."""
    what = {"NFT_MSG_NEWSETELEM": "add", "NFT_MSG_DELSETELEM": "delete"}.get(m["nlmsg_type"])
    if what and m.get("direction") == "from-kernel" and "NLM_F_MULTI" not in m["nlmsg_flags"]:
        a = m["attributes"]
        key = what, m["nfgenmsg"]["nfgen_family"], a["NFTA_SET_ELEM_LIST_TABLE"], a["NFTA_SET_ELEM_LIST_SET"]
        known = notified.setdefault(key, [])
        known += [e for e in a.get("NFTA_SET_ELEM_LIST_ELEMENTS", {}).get("NFTA_LIST_ELEM", []) if e not in known]


def ours(e):
    first = fields(e["NFTA_SET_ELEM_KEY"]["NFTA_DATA_VALUE"])
    last = fields(e["NFTA_SET_ELEM_KEY_END"]["NFTA_DATA_VALUE"]) if "NFTA_SET_ELEM_KEY_END" in e else first
    data = e.get("NFTA_SET_ELEM_DATA", {})
    if "NFTA_DATA_VERDICT" in data:
        data = tuple(data["NFTA_DATA_VERDICT"].get(k) for k in ("NFTA_VERDICT_CODE", "NFTA_VERDICT_CHAIN"))
    elif "NFTA_DATA_VALUE" in data:
        value = data["NFTA_DATA_VALUE"]
        data = (end(value[0]), end(value[-1])) if isinstance(value, list) else (end(value), end(value))
    else:
        data = e.get("NFTA_SET_ELEM_OBJREF")
    comment = e.get("NFTA_SET_ELEM_USERDATA", {}).get("NFTNL_UDATA_SET_ELEM_COMMENT")
    times = tuple(e[k] // 1000 if k in e else None for k in ("NFTA_SET_ELEM_TIMEOUT", "NFTA_SET_ELEM_EXPIRATION"))
    return tuple(zip(first, last)), data, times, comment


def fields(value):
    return [end(v) for v in value] if isinstance(value, list) else [end(value)]


# What nft says.


def named(listed):
    for entry in listed:
        for s in (entry.get("set"), entry.get("map")):
            if s:
                yield (FAMILIES[s["family"]], s["table"], s["name"]), [theirs(e) for e in s.get("elem", [])]


def monitored(path):
    """((add or delete, family, table, set), element) of each event"""
    for line in open(path) if os.path.exists(path) else ():
        if '"element"' in line:
            (what, event), = json.loads(line).items()
            e = event["element"]
            for element in e["elem"]["set"]:
                yield (what, FAMILIES[e["family"]], e["table"], e["name"]), theirs(element)


def inside(listed):
    """The sets in rules: where nft uses one, and where elements have data."""
    todo = [entry["rule"]["expr"] for entry in listed if "rule" in entry]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            if isinstance(value.get("set"), list):
                yield [theirs(e) for e in value["set"]]
            todo += value.values()
        elif isinstance(value, list):
            todo += value


def theirs(e):
    e, data = e if isinstance(e, list) else (e, None)
    more = e["elem"] if isinstance(e, dict) and "elem" in e else {}
    e = more.get("val", e)
    key = tuple(map(both, e["concat"])) if isinstance(e, dict) and "concat" in e else (both(e),)
    if isinstance(data, dict) and len(data) == 1 and (verdict := VERDICTS.get(next(iter(data)))):
        data = verdict, (next(iter(data.values())) or {}).get("target")
    elif isinstance(data, dict) or isinstance(data, str) and is_address(data) or isinstance(data, int):
        data = both(data)
    return key, data, (more.get("timeout"), more.get("expires")), more.get("comment")


def both(value):
    """First and last of what nft writes as a value, a range or a prefix."""
    if isinstance(value, dict) and "range" in value:
        return end(value["range"][0]), end(value["range"][1])
    if isinstance(value, dict) and "prefix" in value:
        net = ipaddress.ip_network(f"{value['prefix']['addr']}/{value['prefix']['len']}")
        return int(net[0]), int(net[-1])
    return end(value), end(value)


def is_address(value):
    try:
        return bool(ipaddress.ip_address(value))
    except ValueError:
        return False


def end(value):
    """A value to compare with: an address as its number."""
    if isinstance(value, str):
        return int(ipaddress.ip_address(value)) if is_address(value) else NAMES.get(value, value)
    return value
