#!/usr/bin/env python3
"""`nldissect sockets` beside `ss`, socket by socket, while 10,000 are open: tcp, udp, unix, netlink. And the table of
the netlink sockets: process, port, groups by name.

tests/sockets.py NLDISSECT          runs itself in a network namespace of its own"""

import collections
import json
import os
import socket
import subprocess
import sys
import time

EACH = 500  # sockets of one process: fewer than anybody's limit of open files
STATES = {
    "TCP_ESTABLISHED": "ESTAB", "TCP_SYN_SENT": "SYN-SENT", "TCP_SYN_RECV": "SYN-RECV", "TCP_FIN_WAIT1": "FIN-WAIT-1",
    "TCP_FIN_WAIT2": "FIN-WAIT-2", "TCP_TIME_WAIT": "TIME-WAIT", "TCP_CLOSE": "UNCONN", "TCP_CLOSE_WAIT": "CLOSE-WAIT",
    "TCP_LAST_ACK": "LAST-ACK", "TCP_LISTEN": "LISTEN", "TCP_CLOSING": "CLOSING",
}
TYPES = {"SOCK_STREAM": "u_str", "SOCK_DGRAM": "u_dgr", "SOCK_SEQPACKET": "u_seq"}


def main():
    if len(sys.argv) == 2:
        # a namespace of our own: of root, or of a user who is root there
        how = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-Urn"]
        os.execvp("unshare", [*how, sys.executable, __file__, sys.argv[1], "inside"])
    nldissect = sys.argv[1]
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    children = open_all()
    compare(nldissect)
    table(nldissect, children)


def fail(what):
    sys.exit(f"sockets: {what}")


def tcp4():
    server = socket.create_server(("127.0.0.1", 0))
    return [server]


def tcp6():
    return [socket.create_server(("::1", 0), family=socket.AF_INET6)]


def pair4():
    server = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(server.getsockname())
    accepted = server.accept()[0]
    return [server, client, accepted]


def udp4():
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.bind(("127.0.0.1", 0))
    return [one]


def udp6():
    one = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    one.bind(("::1", 0))
    return [one]


def unix_pair():
    return list(socket.socketpair())


def unix_named():
    one = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    one.bind(f"\0sockets-{os.getpid()}-{unix_named.count}")
    unix_named.count += 1
    one.listen(7)
    return [one]


unix_named.count = 0


def netlink(groups=0x5):
    one = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    one.bind((0, groups))
    return [one]


PLAN = [(tcp4, 1000), (tcp6, 500), (pair4, 2000), (udp4, 1500), (udp6, 500), (unix_pair, 2000), (unix_named, 500),
        (netlink, 2000)]


def open_all():
    """Opens 10,000 sockets in processes that wait for us to end."""
    children, total = [], 0
    for make, wanted in PLAN:
        while wanted > 0:
            ready, told = os.pipe()
            pid = os.fork()
            if pid == 0:
                os.close(ready)
                kept = []
                while len(kept) < min(wanted, EACH):
                    kept += make()
                os.write(told, len(kept).to_bytes(4, "little"))
                os.close(told)
                while os.getppid() != 1 and parent == os.getppid():
                    time.sleep(0.2)
                os._exit(0)
            os.close(told)
            count = int.from_bytes(os.read(ready, 4), "little")
            os.close(ready)
            if not count:
                fail(f"{make.__name__}: sockets could not be opened")
            children.append((pid, make, count))
            wanted -= count
            total += count
    if total < 10_000:
        fail(f"only {total} sockets are open")
    return children


parent = os.getpid()


def ours(nldissect, kind):
    run = subprocess.Popen([nldissect, "sockets", kind, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, err = run.communicate()
    if run.returncode or err:
        fail(f"sockets {kind}: {run.returncode}: {err}")
    return run.pid, [json.loads(line) for line in out.splitlines()]


def theirs(*args):
    run = subprocess.Popen(["ss", "-H", "-O", "-n", "-a", "-e", *args], stdout=subprocess.PIPE, text=True)
    out, _ = run.communicate()
    if run.returncode:
        fail(f"ss {args}: {run.returncode}")
    return run.pid, [line.split() for line in out.splitlines()]


def same(kind, a, b):
    a, b = collections.Counter(a), collections.Counter(b)
    if a != b:
        fail(f"{kind}: only ss has {list((a - b))[:3]} and {sum((a - b).values())} in all, "
             f"only nldissect {list((b - a))[:3]} and {sum((b - a).values())} in all")
    return f"{kind} {sum(a.values())}"


def compare(nldissect):
    agreed, total = [], 0
    for kind, option in (("tcp", "-t"), ("udp", "-u")):
        _, lines = theirs(option)
        seen = [of_ss_inet(line) for line in lines]
        _, messages = ours(nldissect, kind)
        shown = [of_inet(m["inet_diag_msg"]) for m in messages if "inet_diag_msg" in m]
        agreed.append(same(kind, seen, shown))
        total += len(seen)
    _, lines = theirs("-x")
    seen = [of_ss_unix(line) for line in lines]
    _, messages = ours(nldissect, "unix")
    shown = [of_unix(m) for m in messages if "unix_diag_msg" in m]
    agreed.append(same("unix", seen, shown))
    total += len(seen)
    own, lines = theirs("-f", "netlink")
    # the kernel's own, with port 0, hold questions that come and go
    seen = [key for key in map(of_ss_netlink, lines) if key[1] not in (0, own)]
    own, messages = ours(nldissect, "netlink")
    shown = [of_netlink(m) for m in messages if "netlink_diag_msg" in m]
    shown = [key for key in shown if key[1] not in (0, own)]
    # the kernel tells members of groups twice, and some of them once where a datagram ends
    agreed.append(same("netlink", set(seen), set(shown)))
    total += len(set(seen))
    if total < 10_000:
        fail(f"only {total} sockets were seen")
    print(f"sockets: as ss tells them: {', '.join(agreed)}")


def of_ss_inet(line):
    state, received, sent, local, peer, *rest = line
    words = dict(word.split(":", 1) for word in rest if ":" in word)
    return state, int(received), int(sent), local, peer, int(words.get("ino", 0)), int(words["sk"], 16)


def of_inet(message):
    ident = message["id"]

    def end(address, port):
        if ":" in address:
            address = f"[{address}]"
        return f"{address}:{port or '*'}"

    low, high = ident["idiag_cookie"]
    return (STATES[message["idiag_state"]], message["idiag_rqueue"], message["idiag_wqueue"],
            end(ident["idiag_src"], ident["idiag_sport"]), end(ident["idiag_dst"], ident["idiag_dport"]),
            message["idiag_inode"], high << 32 | low)


def of_ss_unix(line):
    netid, state, received, sent, name, inode, _, peer = line[:8]
    return netid, state, int(received), int(sent), name, int(inode), int(peer)


def of_unix(message):
    header, attributes = message["unix_diag_msg"], message["attributes"]
    name = attributes.get("UNIX_DIAG_NAME", "*")
    queue = attributes["UNIX_DIAG_RQLEN"]
    state = STATES[header["udiag_state"]]
    return (TYPES[header["udiag_type"]], state, queue["udiag_rqueue"], queue["udiag_wqueue"], name,
            header["udiag_ino"], attributes.get("UNIX_DIAG_PEER", 0))


def of_ss_netlink(line):
    state, received, sent, local = line[:4]
    protocol, port = local.split(":")
    groups = next(int(word[9:], 16) for word in line if word.startswith("groups=0x"))
    return int(protocol), int(port) & 0xffffffff, int(received), int(sent), state, groups


PROTOCOLS = {
    "NETLINK_ROUTE": 0, "NETLINK_USERSOCK": 2, "NETLINK_SOCK_DIAG": 4, "NETLINK_NFLOG": 5, "NETLINK_XFRM": 6,
    "NETLINK_SELINUX": 7, "NETLINK_ISCSI": 8, "NETLINK_AUDIT": 9, "NETLINK_FIB_LOOKUP": 10, "NETLINK_CONNECTOR": 11,
    "NETLINK_NETFILTER": 12, "NETLINK_KOBJECT_UEVENT": 15, "NETLINK_GENERIC": 16, "NETLINK_SCSITRANSPORT": 18,
    "NETLINK_RDMA": 20, "NETLINK_CRYPTO": 21, "NETLINK_SMC": 22,
}


def of_netlink(message):
    header, attributes = message["netlink_diag_msg"], message["attributes"]
    memory = attributes["NETLINK_DIAG_MEMINFO"]
    groups = sum({"RTNLGRP_LINK": 1, "RTNLGRP_NEIGH": 4}[name] for name in attributes.get("NETLINK_DIAG_GROUPS", []))
    return (PROTOCOLS[header["ndiag_protocol"]], header["ndiag_portid"], memory["SK_MEMINFO_RMEM_ALLOC"], memory["SK_MEMINFO_WMEM_ALLOC"],
            STATES[header["ndiag_state"]], groups)


def table(nldissect, children):
    run = subprocess.run([nldissect, "sockets"], capture_output=True, text=True)
    if run.returncode or run.stderr:
        fail(f"the table: {run.returncode}: {run.stderr}")
    head, *rows = run.stdout.splitlines()
    if head.split() != ["PID", "PROCESS", "PROTOCOL", "PORT", "RECEIVE", "SEND", "DROPS", "GROUPS"]:
        fail(f"the table begins with {head!r}")
    counts = collections.Counter()
    for row in rows:
        pid, comm, protocol, _, _, _, drops, *groups = row.split()
        if (protocol, drops, groups) == ("ROUTE", "0", ["link,neigh"]) and comm.startswith("python"):
            counts[int(pid)] += 1
    expected = {pid: count for pid, make, count in children if make is netlink}
    if counts != expected:
        fail(f"the table has netlink sockets by process {dict(counts)}, opened were {expected}")
    print(f"sockets: the table has the process and the groups of {sum(counts.values())} netlink sockets")


main()
