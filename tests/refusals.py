#!/usr/bin/env python3
"""Holds `nldissect exchanges` against strace: every refusal that a traced command received is found, paired with its
request, and explained.

    refusals.py NLDISSECT DIR...      each DIR holds a capture and the *.strace files of commands that ran meanwhile

Counts are compared for each port that strace shows. What the kernel said must be resolved: NLMSGERR_ATTR_MSG is the
text, NLMSGERR_ATTR_OFFS and NLMSGERR_ATTR_MISS_TYPE are attributes by name, NLMSGERR_ATTR_POLICY has its bounds.
"""
import collections, glob, json, os, re, subprocess, sys

HEADER = re.compile(
    r"nlmsg_type=NLMSG_ERROR, nlmsg_flags=[^,]*, nlmsg_seq=(\d+), nlmsg_pid=(-?\d+)\}, \[?\{error=-?(\w+)"
)
ATTRIBUTE = re.compile(r'nla_type=(?:NLA_F_NESTED\|)?NLMSGERR_ATTR_(MSG|OFFS|MISS_TYPE|POLICY)\}, ("(?:[^"\\]|\\.)*"|\d+|\[)')


def strace(folder):
    """(port, sequence number, error) of each refusal received, with its attributes."""
    for path in sorted(glob.glob(os.path.join(folder, "*.strace"))):
        for line in open(path, errors="replace"):
            if "MSG_PEEK" in line or not re.search(r"\b(recvmsg|recvfrom|recv|read)\(", line):
                continue
            found = list(HEADER.finditer(line))
            ends = [m.start() for m in found[1:]] + [len(line)]
            for m, end in zip(found, ends):
                if m[3] == "0":
                    continue
                attributes = {k: v for k, v in ATTRIBUTE.findall(line[m.end() : end])}
                yield (int(m[2]) & 0xFFFFFFFF, int(m[1]), m[3]), attributes


def lines(*command):
    done = subprocess.run(command, capture_output=True, check=True)
    return map(json.loads, done.stdout.splitlines())


def refusals(nldissect, capture):
    """The same as the exchanges tell them."""
    errors = {}
    for m in lines(nldissect, capture, "--json"):
        if m.get("nlmsg_type") == "NLMSG_ERROR" and m["nlmsgerr"]["error"]:
            errors[m["frame"], m["message"]] = m["nlmsg_pid"], m["nlmsg_seq"]
    told = []
    for x in lines(nldissect, "exchanges", capture, "--json"):
        members = [m for m in x.get("members", []) if "error" in m]
        for y in members or [x]:
            if "error" in y and "end" in y:
                at = y["end"]["frame"], y["end"]["message"]
                if at in errors:
                    port, seq = errors.pop(at)
                    told.append(((port, seq, y.get("errno", str(-y["error"]))), y))
    return told, errors


def main():
    nldissect, *folders = sys.argv[1:]
    wrong, checked, resolved = [], 0, collections.Counter()
    for folder in folders:
        (capture,) = glob.glob(os.path.join(folder, "*.pcap*"))
        told, unpaired = refusals(nldissect, capture)
        wrong += [f"{folder}: the error in frame {f}.{m} has no request" for f, m in unpaired]
        said = list(strace(folder))
        ports = {key[0] for key, _ in said}
        want = collections.Counter(key for key, _ in said)
        have = collections.Counter(key for key, _ in told if key[0] in ports)
        for key in want | have:
            if want[key] != have[key]:
                wrong.append(f"{folder}: {key}: strace has {want[key]}, exchanges {have[key]}")
        checked += sum(want.values())
        by_key = collections.defaultdict(list)
        for key, y in told:
            by_key[key].append(y)
        for key, attributes in said:
            exchanges = by_key[key]
            for name, value in attributes.items():
                field = {"MSG": "ext_ack", "OFFS": "offending", "MISS_TYPE": "missing", "POLICY": "policy"}[name]
                values = [y.get(field) for y in exchanges]
                ok = json.loads(value) in values if name == "MSG" else any(values)
                resolved[name] += ok
                if not ok:
                    wrong.append(f"{folder}: {key}: {name} {value}: {field} is {values}")
    print(f"{checked} refusals in strace; resolved: {dict(resolved)}")
    for line in wrong:
        print(line)
    sys.exit(bool(wrong) or not checked)


main()
