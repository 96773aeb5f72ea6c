#!/usr/bin/env python3
"""Looks at what the guest left: check.py BINARY FOLDER. Ends with a line `N passed, N failed`."""

import json
import pathlib
import shutil
import struct
import subprocess
import sys

binary, out = sys.argv[1], pathlib.Path(sys.argv[2])
passed, failed = [], []


def check(what, good, why=""):
    (passed if good else failed).append(what)
    print(f"{'ok' if good else 'NOT OK'} {what}{'' if good else f': {why}'}")


def pcap(path):
    """Protocol and netlink bytes of each packet of a pcap of nlmon."""
    data = path.read_bytes()
    order = "<" if data[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1") else ">"
    at = 24
    while at < len(data):
        _, _, captured, length = struct.unpack_from(f"{order}4I", data, at)
        packet = data[at + 16 : at + 16 + captured]
        yield packet[14:16], packet[16:], length
        at += 16 + captured


def pcapng(path):
    """The same of a pcapng; and its statistics, comments of sections, of packets."""
    data = path.read_bytes()
    packets, statistics, sections, comments = [], [], [], []
    at = 0
    while at < len(data):
        kind, length = struct.unpack_from("<2I", data, at)
        body = data[at + 8 : at + length - 4]
        assert struct.unpack_from("<I", data, at + length - 4)[0] == length, f"{path} at {at}"

        def options(start):
            found = []
            while start + 4 <= len(body):
                code, size = struct.unpack_from("<2H", body, start)
                if code == 0:
                    break
                found.append((code, body[start + 4 : start + 4 + size]))
                start += 4 + (size + 3) // 4 * 4
            return found

        if kind == 0x0A0D0D0A:
            sections.append([v.decode() for c, v in options(16) if c == 1])
        elif kind == 6:
            captured, original = struct.unpack_from("<2I", body, 12)
            packet = body[20 : 20 + captured]
            packets.append((packet[14:16], packet[16:], original))
            comments.append([v.decode() for c, v in options(20 + (captured + 3) // 4 * 4) if c == 1])
        elif kind == 5:
            counts = {c: struct.unpack("<Q", v)[0] for c, v in options(12)}
            statistics.append((counts.get(4), counts.get(7)))
        at += length
    return packets, statistics, sections, comments


def process_of(comments):
    """Whose a packet is, as its comment has it."""
    return next((json.loads(c[13:]).get("process") for c in comments if c.startswith("nldissect:v1 ")), None)


for line in (out / "result").read_text().splitlines():
    if line.startswith("ok "):
        check(line[3:], True)
    elif line.startswith("not ok "):
        what, _, why = line[7:].partition(": ")
        check(line[7:], False, "in the guest")

if (out / "load.pcapng").exists():
    theirs = list(pcap(out / "load.pcap"))
    ours, statistics, _, _ = pcapng(out / "load.pcapng")
    check("load: tcpdump saw all", len(theirs) >= 100_000, f"{len(theirs)} packets")
    # what two processors deliver at once reaches the two listeners in either order: order holds in a protocol
    for protocol in sorted({packet[0] for packet in theirs}):
        name = f"load: protocol {int.from_bytes(protocol)}: live holds what tcpdump does, same bytes, same order"
        a = [packet for packet in theirs if packet[0] == protocol]
        b = [packet for packet in ours if packet[0] == protocol]
        # live listened before tcpdump did, and longer
        check(name, any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1)), f"{len(a)} of tcpdump, {len(b)} of live")
    received, dropped = statistics[-1]
    told = (out / "load.tcpdump").read_text()
    check("load: no drop", dropped == 0 and received == len(ours), f"{received} received, {dropped} dropped; tcpdump: {told}")
    print(f"   {len(theirs)} packets of tcpdump, {len(ours)} of live; tcpdump: {' '.join(told.split())}")
    print("   ticks of CPU, user and system:", ", ".join((out / "load.cpu").read_text().splitlines()))

if (out / "audit.strace").exists():
    # without sequence numbers and ports, which are others in each run
    def plain(path):
        return [(protocol, data[:8] + data[16:]) for protocol, data, _ in pcapng(path)[0]]

    slice_of = out / "audit-strace.slice"
    run = subprocess.run([binary, out / "audit.strace", "-w", slice_of], capture_output=True, text=True)
    seen, shown = plain(slice_of), plain(out / "audit.pcapng")
    audit = sum(protocol == b"\0\x09" for protocol, _ in shown)
    check("trace of auditctl: as many datagrams as strace sees", len(seen) == len(shown) and audit > 20, f"{len(seen)}, {len(shown)}, {audit} of audit {run.stderr}")
    other = [i for i, (a, b) in enumerate(zip(seen, shown)) if a != b]
    check("trace of auditctl: same bytes", not other, f"{[(i, seen[i], shown[i]) for i in other[:3]]}")

if (out / "decoder.status").exists():
    def status(name):
        lines = (out / f"{name}.status").read_text().splitlines()
        return {k: v.split() for k, _, v in (line.partition(":") for line in lines)}

    decoder, keeper, warden = status("decoder"), status("keeper"), status("warden")
    none = all(int(decoder[k][0], 16) == 0 for k in ("CapEff", "CapPrm", "CapInh", "CapAmb"))
    check("the decoder has no capability", none, str(decoder))
    check("the decoder is nobody", set(decoder["Uid"]) == {"65534"} == set(decoder["Gid"]), str(decoder["Uid"]))
    check("the decoder gains none, and is filtered", decoder["NoNewPrivs"] == ["1"] and decoder["Seccomp"] == ["2"])
    needed = sum(1 << n for n in (1, 2, 12, 13, 19))
    check("the keeper has what it needs", int(keeper["CapPrm"][0], 16) == needed, keeper["CapPrm"][0])
    check("the warden has what it needs", int(warden["CapPrm"][0], 16) == 1 << 12, warden["CapPrm"][0])

if (out / "who.pids").exists():
    # the port that the kernel gives to the first socket of a process is the process's id. A second one gets a number above
    # 2^31, by chance: ip opens one for the blink of an eye to look up a name
    names = dict(line.split() for line in (out / "who.pids").read_text().splitlines())
    packets, _, _, comments = pcapng(out / "who.pcapng")
    tally = {kind: [0, 0] for kind in ("answers and notifications", "requests")}
    wrong, missing, held = [], [], {}
    for number, ((protocol, data, _), said) in enumerate(zip(packets, comments), 1):
        _, kind, flags, seq, port = struct.unpack_from("<I2H2I", data)
        process = process_of(said)
        if flags & 1 and port == 0:
            held.setdefault((protocol, seq), []).append((number, process))
            continue
        if port == 0:
            continue
        second = port >= 1 << 31
        if not second and str(port) not in names:
            wrong.append(f"packet {number}: port {port} is of no process that was run")
            continue
        count = tally["requests" if flags & 1 else "answers and notifications"]
        count[0] += 1
        if process is None:
            missing.append((number, port))
        elif (second or process["pid"] == port) and names.get(str(process["pid"])) == process["comm"]:
            count[1] += 1
        else:
            wrong.append(f"packet {number}: port {port}, {process}")
    for (protocol, seq), requests in held.items():
        # whose they can be: the ports that packets of their number name, and the processes that these are known to be of
        same = [i for i, (p, d, _) in enumerate(packets) if p == protocol and struct.unpack_from("<I", d, 8)[0] == seq]
        ports = {struct.unpack_from("<I", packets[i][1], 12)[0] for i in same} - {0}
        owners = ports | {owner["pid"] for i in same if struct.unpack_from("<I", packets[i][1], 12)[0] for owner in [process_of(comments[i])] if owner}
        pids = [process["pid"] for _, process in requests if process]
        for number, process in requests:
            tally["requests"][0] += 1
            if process is None:
                continue
            tally["requests"][1] += 1
            if process["pid"] not in owners or names.get(str(process["pid"])) != process["comm"]:
                wrong.append(f"packet {number}: {process}, ports of its answers: {ports}")
        if len(pids) > len(ports):
            wrong.append(f"more requests with number {seq} than ports: {pids}")
    check("who: none wrong", not wrong, "; ".join(wrong[:5]))
    all_of, right = tally["answers and notifications"]
    check("who: all answers and notifications to a port", all_of > 800 and right == all_of, f"{right} of {all_of}; missing: {missing[:10]}")
    all_of, right = tally["requests"]
    check("who: requests", all_of > 100 and right > all_of * 0.7, f"{right} of {all_of}")
    print(f"   the process is known of {tally}")

rings = sorted((out / "ring").glob("*")) if (out / "ring").exists() else []
for path in sorted(out.glob("*.pcapng")) + rings:
    packets, statistics, sections, _ = pcapng(path)
    name = path.relative_to(out)
    told = any("nldissect: family 16 nlctrl" in c.splitlines() for c in sections[0])
    check(f"{name}: ids of families in its section", told, str(sections))
    received, dropped = statistics[-1] if statistics else (None, None)
    # a trace misses nothing
    if path.stem != "audit":
        check(f"{name}: counts at its end", received is not None and dropped == 0 and received >= len(packets), str(statistics))
    read = subprocess.run([binary, path, "--json"], capture_output=True, text=True)
    check(f"{name}: read back", read.returncode == 0 and not read.stderr, read.stderr)
    if read.stdout:
        frames = {json.loads(line)["frame"] for line in read.stdout.splitlines()}
        check(f"{name}: all of it", len(frames) == len(packets), f"{len(frames)} of {len(packets)}")
    for tool in (["capinfos"], ["tshark", "-r"]):
        if shutil.which(tool[0]):
            run = subprocess.run(tool + [path], capture_output=True, text=True)
            # said of the user, not of the file
            told = [line for line in run.stderr.splitlines() if "Running as user" not in line]
            check(f"{name}: {tool[0]} opens it without a warning", run.returncode == 0 and not told, " ".join(told))

print(f"{len(passed)} passed, {len(failed)} failed")
sys.exit(0 if passed and not failed else 1)
