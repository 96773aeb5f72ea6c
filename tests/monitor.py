#!/usr/bin/env python3
"""`nldissect monitor` beside `ip monitor`: links, addresses, routes, rules, neighbours and nexthops come and go, and
both show the same, in the same order. Then a flood: what is heard and what is said to be lost is all there was.

tests/monitor.py NLDISSECT          runs itself in a network namespace of its own"""

import ipaddress
import json
import os
import re
import subprocess
import sys
import threading

FLOOD = 20_000


def main():
    if len(sys.argv) == 2:
        # a namespace of our own: of root, or of a user who is root there
        how = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-Urn"]
        os.execvp("unshare", [*how, sys.executable, __file__, sys.argv[1], "inside"])
    nldissect = sys.argv[1]
    ip("link", "set", "lo", "up")
    compare(nldissect)
    flood(nldissect)
    words(nldissect)


def ip(*args, ok=True):
    done = subprocess.run(["ip", *args], capture_output=True, text=True)
    if ok and done.returncode:
        fail(f"ip {' '.join(args)}: {done.stderr.strip()}")
    return done.stdout


def fail(what):
    sys.exit(f"monitor: {what}")


class Listener:
    """A program that prints what it hears. Its lines gather in a thread."""

    def __init__(self, command):
        self.run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.lines, self.said, self.news = [], [], threading.Condition()
        for stream, kept in ((self.run.stdout, self.lines), (self.run.stderr, self.said)):
            threading.Thread(target=self.read, args=(stream, kept), daemon=True).start()

    def read(self, stream, kept):
        for line in stream:
            with self.news:
                kept.append(line.rstrip("\n"))
                self.news.notify_all()
        with self.news:
            kept.append(None)
            self.news.notify_all()

    def wait(self, kept, wanted):
        """Waits until a line is as wanted; the output's end is an error."""
        seen = 0
        with self.news:
            while True:
                for line in kept[seen:]:
                    if line is None:
                        fail(f"{self.run.args}: ended early: {self.said}")
                    if wanted(line):
                        return
                seen = len(kept)
                if not self.news.wait(60):
                    fail(f"{self.run.args}: waited in vain, {seen} lines, the last {kept[-1:]}, {self.said}")

    def stop(self):
        self.run.terminate()
        code = self.run.wait(60)
        with self.news:
            self.news.wait_for(lambda: None in self.lines and None in self.said, 60)
        self.lines.remove(None)
        self.said.remove(None)
        return code


def listening(pid):
    """Whether a process has joined groups of NETLINK_ROUTE."""
    with open("/proc/net/netlink") as table:
        for line in list(table)[1:]:
            _, protocol, port, groups = line.split()[:4]
            if (protocol, port) == ("0", str(pid)) and int(groups, 16):
                return True
    return False


CHANGES = """
link add dum0 type veth peer name dum0p
link set dum0 up
link set dum0p up
address add 10.1.0.1/24 dev dum0
address add 2001:db8:1::1/64 dev dum0 nodad
link add veth0 type veth peer name veth1
link set veth0 up
link set veth1 up
address add 10.2.0.1/24 dev veth0
route add 10.3.0.0/16 via 10.1.0.9
route add 10.4.0.0/16 dev dum0 table 100
route add blackhole 10.5.0.0/24
route add 2001:db8:2::/48 via 2001:db8:1::9
route replace 10.3.0.0/16 via 10.1.0.10
rule add from 10.1.0.0/24 table 100 priority 1000
rule add fwmark 7 table 100 priority 1001
-6 rule add from 2001:db8::/32 table 100 priority 1002
neigh add 10.1.0.9 lladdr 02:00:00:00:00:09 dev dum0
neigh add 2001:db8:1::9 lladdr 02:00:00:00:00:09 dev dum0
neigh replace 10.1.0.9 lladdr 02:00:00:00:00:0a dev dum0
nexthop add id 7 via 10.1.0.9 dev dum0
route add 10.6.0.0/24 nhid 7
link set dum0 mtu 1400
link set dum0 alias first
link set dum0 name dum1
link add br0 type bridge
link set veth0 master br0
link set br0 up
link set veth0 nomaster
link add vx5 type vxlan id 5 dstport 4789 local 10.2.0.1
neigh del 10.1.0.9 dev dum1
rule del priority 1001
route del 10.4.0.0/16 table 100
nexthop del id 7
address del 10.1.0.1/24 dev dum1
link del vx5
link del br0
link set dum1 down
link del veth0
link del dum1
-6 rule del priority 1002
rule del priority 1000
route del blackhole 10.5.0.0/24
link add last0 type bridge
link del last0
"""


def compare(nldissect):
    """What both print of the same changes."""
    theirs = Listener(["ip", "-o", "monitor", "all", "label"])
    ours = Listener([nldissect, "monitor", "all", "--json"])
    ours.wait(ours.said, lambda line: "listening" in line)
    while not listening(theirs.run.pid):
        if theirs.run.poll() is not None:
            fail("ip monitor did not start")
    for change in CHANGES.strip().splitlines():
        ip(*change.split())
    # an interface is gone only once all that hung on it is
    theirs.wait(theirs.lines, lambda line: line.startswith("[LINK]Deleted") and " last0" in line)
    ours.wait(ours.lines, lambda line: '"RTM_DELLINK"' in line and '"last0"' in line and '"AF_UNSPEC"' in line)
    theirs.stop()
    code = ours.stop()
    if code != 0:
        fail(f"exit code {code} at a signal: {ours.said}")
    if any("lost" in line for line in ours.said):
        fail(f"lost messages: {ours.said}")
    indices = dict(reversed(re.match(r"\[LINK\](?:Deleted )?(\d+): ([^:@]+)", line).groups())
                   for line in theirs.lines if line.startswith("[LINK]"))
    messages = [json.loads(line) for line in ours.lines]
    for message in messages:
        if message["direction"] != "from-kernel":
            fail(f"direction of {message}")
    # what comes later may have reached only one of them
    last = ("LINK", True, indices["last0"], "last0")
    seen = upto(last, [of_ip(line, indices) for line in theirs.lines])
    shown = upto(last, [key for key in map(of_message, messages) if key])
    if len(seen) < 60:
        fail(f"ip monitor showed only {len(seen)}")
    for at, (a, b) in enumerate(zip(seen, shown)):
        if a != b:
            fail(f"message {at + 1}: ip monitor has {a}, nldissect {b}\nbefore: {seen[max(0, at - 3):at]}")
    if len(seen) != len(shown):
        fail(f"ip monitor showed {len(seen)}, nldissect {len(shown)}: {(seen + shown)[min(len(seen), len(shown)):][:5]}")
    kinds = sorted({key[0] for key in seen})
    print(f"monitor: {len(seen)} messages as ip monitor shows them ({', '.join(kinds)}), of {len(messages)} heard")


def upto(last, keys):
    return keys[:keys.index(last) + 1]


def of_ip(line, indices):
    """Label, whether it is deleted, and what it is about; interfaces by index, as ip remembers old names."""
    label = re.match(r"\[(\w+)\](Deleted )?(.*)", line)
    if not label:
        fail(f"ip monitor printed {line!r}")
    kind, deleted, rest = label[1], bool(label[2]), label[3]
    words = rest.replace("\\", " ").split()
    after = dict(zip(words, words[1:]))
    dev = indices.get(after.get("dev"), "")
    if kind == "LINK":
        return kind, deleted, words[0].rstrip(":"), words[1].rstrip(":").split("@")[0]
    if kind == "ADDR":
        at = next(i for i, w in enumerate(words) if w in ("inet", "inet6"))
        address = words[at + 1] if "/" in words[at + 1] else words[at + 1] + ("/32" if words[at] == "inet" else "/128")
        return kind, deleted, words[0].rstrip(":"), address
    if kind == "ROUTE":
        types = ("unicast", "local", "broadcast", "multicast", "anycast", "blackhole", "unreachable", "prohibit")
        to = words[1] if words[0] in types else words[0]
        to = to if to == "default" else str(ipaddress.ip_network(to))
        return kind, deleted, to, after.get("table", "main"), dev, after.get("via", "")
    if kind == "NEIGH":
        # an entry of a bridge has an address of its link layer alone
        return kind, deleted, after["lladdr"] if words[0] == "dev" else words[0], dev
    if kind == "RULE":
        return kind, deleted, words[0].rstrip(":"), after.get("from"), after.get("fwmark", "")
    if kind == "NETCONF":
        return kind, deleted, words[0], indices.get(words[1], words[1])
    if kind == "NEXTHOP":
        return kind, deleted, after["id"]
    fail(f"ip monitor printed {line!r}")


def of_message(message):
    """The same of a message; nothing where ip monitor does not listen or has nothing to say."""
    # uevents have no header
    kind, attributes = message.get("nlmsg_type"), message.get("attributes", {})
    deleted = str(kind).startswith("RTM_DEL")
    what = str(kind)[7:]
    if what == "LINK":
        header = message["ifinfomsg"]
        if header["ifi_family"] == "AF_INET6":
            return None  # RTNLGRP_IPV6_IFINFO
        return "LINK", deleted, str(header["ifi_index"]), attributes["IFLA_IFNAME"]
    if what == "ADDR":
        header = message["ifaddrmsg"]
        address = attributes.get("IFA_LOCAL", attributes["IFA_ADDRESS"])
        return "ADDR", deleted, str(header["ifa_index"]), f"{address}/{header['ifa_prefixlen']}"
    if what == "ROUTE":
        header = message["rtmsg"]
        to = attributes.get("RTA_DST")
        to = str(ipaddress.ip_network(f"{to}/{header['rtm_dst_len']}")) if to else "default"
        if not attributes.get("RTA_DST") and header["rtm_dst_len"]:
            to = "0.0.0.0/0" if header["rtm_family"] == "AF_INET" else "::/0"
        table = attributes.get("RTA_TABLE", header["rtm_table"])
        table = {254: "main", 255: "local"}.get(table, str(table).removeprefix("RT_TABLE_").lower())
        dev = str(attributes.get("RTA_OIF", ""))
        return "ROUTE", deleted, to, table, dev, attributes.get("RTA_GATEWAY", "")
    if what == "NEIGH":
        header = message["ndmsg"]
        to = attributes["NDA_LLADDR"] if header["ndm_family"] == "AF_BRIDGE" else attributes["NDA_DST"]
        return "NEIGH", deleted, to, str(header["ndm_ifindex"])
    if what == "RULE":
        header = message["fib_rule_hdr"]
        source = attributes.get("FRA_SRC")
        source = f"{source}/{header['src_len']}" if source else "all"
        mark = hex(attributes["FRA_FWMARK"]) if "FRA_FWMARK" in attributes else ""
        return "RULE", deleted, str(attributes.get("FRA_PRIORITY", 0)), source, mark
    if what == "NETCONF":
        family = {"AF_INET": "inet", "AF_INET6": "inet6"}[message["netconfmsg"]["ncm_family"]]
        index = attributes["NETCONFA_IFINDEX"]
        special = {-1: "all", -2: "default", "NETCONFA_IFINDEX_ALL": "all", "NETCONFA_IFINDEX_DEFAULT": "default"}
        return "NETCONF", deleted, family, special.get(index) or str(index)
    if what == "NEXTHOP":
        return "NEXTHOP", deleted, str(attributes["NHA_ID"])
    return None


def flood(nldissect):
    """Routes by the thousand: each is heard, or said to be lost."""
    ip("link", "add", "dum0", "type", "bridge")
    ip("link", "set", "dum0", "up")
    recording = f"/tmp/nldissect-monitor-{os.getpid()}.pcapng"
    ours = Listener([nldissect, "monitor", "ipv4-route", "-w", recording, "--fields", "RTA_DST"])
    ours.wait(ours.said, lambda line: "listening" in line)
    batch = "".join(f"route add 10.{n >> 14}.{n >> 6 & 255}.{(n & 63) << 2}/30 dev dum0\n" for n in range(FLOOD))
    subprocess.run(["ip", "-batch", "-"], input=batch, text=True, check=True)
    ip("route", "add", "192.0.2.1/32", "dev", "dum0")
    ours.wait(ours.lines, lambda line: line == "192.0.2.1")
    if ours.stop() != 0:
        fail(f"the flood: {ours.said}")
    # the local route of nothing else comes in between: dum0 has no address
    heard = len(ours.lines)
    lost = [line for line in ours.said if "were lost" in line]
    lost = int(re.search(r"(\d+) messages were lost", lost[0])[1]) if lost else 0
    if heard + lost != FLOOD + 1:
        fail(f"{FLOOD + 1} routes: {heard} heard, {lost} lost")
    mode = os.stat(recording).st_mode & 0o777
    count = subprocess.run([nldissect, recording, "--count"], capture_output=True, text=True)
    os.unlink(recording)
    if (mode, count.stdout.strip(), count.returncode, count.stderr) != (0o600, str(heard), 0, ""):
        fail(f"the recording: mode {mode:o}, {count}")
    print(f"monitor: {FLOOD + 1} routes at once: {heard} heard, {lost} lost and said so; recorded alike")
    ip("link", "del", "dum0")


def words(nldissect):
    """How it ends, and what it says where it cannot listen."""
    def ran(*args):
        done = subprocess.run([nldissect, "monitor", *args], capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout, done.stderr

    code, out, said = ran("nonsense")
    if code != 2 or out or "no group" not in said or "--list" not in said:
        fail(f"nonsense: {code} {out!r} {said!r}")
    code, out, said = ran("link", "--duration", "0.01", "--count")
    if (code, out) != (0, "0\n"):
        fail(f"--duration: {code} {out!r} {said!r}")
    code, out, said = ran("--list")
    if code != 0 or said or "rtnetlink:link" not in out or "nlctrl:notify" not in out:
        fail(f"--list: {code} {out!r} {said!r}")
    ours = Listener([nldissect, "monitor", "link", "--limit", "2", "--json"])
    ours.wait(ours.said, lambda line: "listening" in line)
    for n in range(2):
        ip("link", "add", f"dum{n}", "type", "bridge")
    if ours.run.wait(60) != 0:
        fail(f"--limit: {ours.said}")
    for n in range(2):
        ip("link", "del", f"dum{n}")
    print("monitor: unknown groups, --duration, --limit, --list")


main()
