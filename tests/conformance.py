#!/usr/bin/env python3
"""Holds nldissect against the kernel: its headers' constants, its own specs, and strace.

    conformance.py NLDISSECT FACTS

FACTS holds `tools` (coverage.py, ynl_truth.py, strace_truth.py, survey.py), `reference` and
captures. Each tool gives figures; here and in the folder `conformance` stands which differences
are known, and why nldissect is right: `unreached.tsv` has the constants that no message leads to,
`opaque.tsv` those whose bytes have no better form, `types.tsv` those whose type in a spec is not
what the kernel puts on the wire, `truth.tsv` those that a walk by the specs reads otherwise, each
with a reason and a place in Linux 7.2 to look at; a `*` stands for any rest of a name. Exit status
1 where a difference is not explained, or where an explanation explains nothing. Needs PyYAML.
"""
import collections
import fnmatch
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


def listed(name):
    """constant or pattern -> why, of a file of the folder"""
    path = os.path.join(os.path.dirname(os.path.realpath(__file__)), "conformance", name + ".tsv")
    with open(path) as f:
        rows = [line.rstrip("\n").split("\t") for line in f][1:]
    bad = [r[0] for r in rows if len(r) != 3 or not all(r)]
    if bad or rows != sorted(rows):
        sys.exit(f"{path}: wants three columns, sorted; see {bad[:3]}")
    return {constant: (reason, where) for constant, reason, where in rows}


UNREACHED, OPAQUE, SPEC_TYPES = listed("unreached"), listed("opaque"), listed("types")

# How much of the constants must be reached at least, and how much of these may be opaque.
REACHED, OPAQUE_AT_MOST = 0.995, 0.03


def main():
    binary, facts = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    tools = os.path.join(facts, "tools")
    bad, used = [], set()

    def explained(table, key):
        if key not in table and isinstance(key, str):
            key = next((k for k in table if isinstance(k, str) and fnmatch.fnmatchcase(key, k)), key)
        if key in table:
            used.add((id(table), key))
        return key in table

    dump = subprocess.run([binary, "families", "--json"], capture_output=True, check=True).stdout
    enums = values_of_enums(json.loads(dump))

    bad += coverage(dump, tools, explained)
    bad += against_specs(binary, facts, tools)
    for folder in sorted({os.path.dirname(f) for f in glob.glob(os.path.join(facts, "captures*", "*", "*.strace"))}):
        bad += against_strace(binary, tools, folder, enums, explained)
    bad += nft_sets.compare(binary, facts)
    bad += surveyed(binary, tools, explained)

    lists = (("unreached.tsv", UNREACHED), ("opaque.tsv", OPAQUE), ("types.tsv", SPEC_TYPES))
    for name, table in (*lists, ("STRACE", STRACE), ("SURVEY", SURVEY)):
        for key in table:
            if (id(table), key) not in used:
                bad.append(f"{name} explains {key}, which differs no more")
    for line in bad:
        print("unexplained:", line)
    print(f"{len(used)} differences are explained, {len(bad)} are not")
    return bool(bad)


def coverage(dump, tools, explained):
    run = [sys.executable, os.path.join(tools, "coverage.py"), "--missing", "--wrong", "--opaque"]
    out = subprocess.run(run, input=dump, capture_output=True, check=True).stdout.decode()
    bad, counts = [], collections.Counter()
    for line in out.splitlines():
        word, *rest = line.split()
        if word == "missing" and not explained(UNREACHED, rest[2]):
            bad.append(f"coverage: {line}")
        elif word == "opaque" and not explained(OPAQUE, rest[1]):
            bad.append(f"coverage: {line}")
        elif word == "differs" and not explained(SPEC_TYPES, rest[0]):
            bad.append(f"coverage: {line}")
        elif word in ("wrong", "dangling:"):
            bad.append(f"coverage: {line}")
        counts[word] += 1
    reached, total = map(int, re.search(r"reached by a message: (\d+) of (\d+)", out).groups())
    print(f"constants of the headers: {reached} of {total} are reached by a message, {counts['opaque']} of these are opaque")
    if reached < REACHED * total:
        bad.append(f"coverage: {reached} of {total} are less than {REACHED:.1%}")
    if counts["opaque"] > OPAQUE_AT_MOST * reached:
        bad.append(f"coverage: {counts['opaque']} opaque ones of {reached} are more than {OPAQUE_AT_MOST:.0%}")
    return bad


def values_of_enums(dump):
    """constant of an attribute -> {name of a value: value}, and whether they are flags"""
    entries = {e["name"]: ({n: x["value"] for x in e["entries"] for n in [x["name"], *x.get("aliases", [])]}, e["flags"]) for e in dump["enums"]}
    return {a["name"]: entries[a["enum"]] for s in dump["sets"] for a in s["attributes"] if a.get("enum") in entries}


def against_specs(binary, facts, tools):
    known = truth.Truth()
    spec = importlib.util.spec_from_file_location("ynl_truth", os.path.join(tools, "ynl_truth.py"))
    ynl = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ynl)
    specs = [ynl.Spec(p) for p in sorted(glob.glob(os.path.join(facts, "reference", "ynl", "*.yaml")))]
    wrong, first, total, right = collections.Counter(), {}, 0, 0
    for path in sorted(glob.glob(os.path.join(facts, "captures*", "*", "*.pcap*"))):
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
