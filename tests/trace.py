#!/usr/bin/env python3
"""Holds `nldissect trace` against strace, command by command: the same datagrams, in number, order, direction,
protocol and bytes; as root in a network namespace, and as an ordinary user in one of its own. Then what a trace
must do beside: exit codes, signals, a process that runs already, a refusal explained.

usage: trace.py NLDISSECT [--speed]

What differs from one run to the next on its own (sequence numbers, ports, clocks) is told by several runs of strace,
and left out of the comparison: the words of four bytes that are not the same in all of them.

With --speed, how much longer than alone a batch of ip takes under nldissect, and under strace."""

import json
import os
import re
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

PROTOCOLS = dict(ROUTE=0, UNUSED=1, USERSOCK=2, FIREWALL=3, SOCK_DIAG=4, NFLOG=5, XFRM=6, SELINUX=7, ISCSI=8, AUDIT=9,
                 FIB_LOOKUP=10, CONNECTOR=11, NETFILTER=12, IP6_FW=13, DNRTMSG=14, KOBJECT_UEVENT=15, GENERIC=16,
                 SCSITRANSPORT=18, ECRYPTFS=19, RDMA=20, CRYPTO=21, SMC=22)
STRACE = ["strace", "-f", "-ttt", "-yy", "-e", "trace=%network,read,write,readv,writev,dup,dup2,dup3,fcntl,close",
          "-e", "read=all", "-e", "write=all"]

COMMANDS = """
ip link set lo up
ip link show
ip -s -s -d link show lo
ip addr add 192.0.2.1/24 dev lo
ip addr add 192.0.2.1/24 dev lo
ip addr add 2001:db8::1/64 dev lo nodad
ip addr show
ip -6 addr show dev lo
ip link add v0 type veth peer name v1
ip link add br0 type bridge
ip link add d0 type dummy
ip link set nosuch up
ip link set lo mtu 9000
ip link set lo name nosuch0
ip route add 198.51.100.0/24 dev lo
ip route show table all
ip -6 route show table all
ip route get 198.51.100.1
ip route del 203.0.113.0/24
ip rule add from 192.0.2.0/24 table 100
ip rule show
ip neigh add 192.0.2.9 lladdr 02:00:00:00:00:01 dev lo
ip neigh show
ip netconf show
ip nexthop add id 1 dev lo
ip nexthop show
ip xfrm state
ip xfrm policy
ip tcp_metrics show
ip macsec show
ip -batch batch
tc qdisc show
tc qdisc add dev lo root handle 1: prio
tc class show dev lo
tc filter show dev lo
tc filter add dev lo parent 1: protocol ip u32 match ip dst 192.0.2.2 flowid 1:1
bridge link
bridge fdb show
bridge vlan show
bridge mdb show
ss -tan
ss -uan
ss -xan
ss -tlnp
ss -wn
nft add table inet t
nft add chain inet t c { type filter hook input priority 0 \\; }
nft list ruleset
nft list nosuch
iw dev
iw phy
ethtool lo
ethtool -k lo
ethtool -c lo
ipset list
ipset create s hash:ip
wg show
genl ctrl list
genl ctrl get name nlctrl
devlink dev show
rdma dev
dcb ets show dev lo
tipc node list
conntrack -L
udevadm trigger --dry-run
sh -c "ip link | cat; ip route & ip addr; wait"
ways
ways32
"""


def pcapng(path):
    """The netlink packets of a recording: direction, protocol, bytes; and the comments."""
    data = open(path, "rb").read()
    at, packets = 0, []
    while at + 12 <= len(data):
        kind, length = struct.unpack_from("<II", data, at)
        if kind == 6:
            captured = struct.unpack_from("<I", data, at + 20)[0]
            packet = data[at + 28:at + 28 + captured]
            options = at + 28 + (captured + 3) // 4 * 4
            note = {}
            while options < at + length - 4:
                code, size = struct.unpack_from("<HH", data, options)
                text = data[options + 4:options + 4 + size]
                if code == 1 and text.startswith(b"nldissect:v1 "):
                    note = json.loads(text[13:])
                options += 4 + (size + 3) // 4 * 4
                if code == 0:
                    break
            packets.append((note, struct.unpack_from(">H", packet, 14)[0], packet[16:]))
        at += length
    return packets


def traced(path):
    """What a trace saw, and of which process; failed sends left out, of which strace shows no bytes."""
    word = {"to-kernel": "send", "from-kernel": "receive"}
    return [(word.get(note.get("direction"), "other"), protocol, data, note["process"]["pid"])
            for note, protocol, data in pcapng(path) if "error" not in note]


CALL = re.compile(r"^(?:(\d+) +)?\d+\.\d+ (?:<\.\.\. )?(\w+)(.*)$")
ANNOTATION = re.compile(r"^\((\d+)<NETLINK:\[(?:(\w+):-?\d+|(\d+))\]>")
SENDS = {"send", "sendto", "sendmsg", "sendmmsg", "write", "writev"}
RECEIVES = {"recv", "recvfrom", "recvmsg", "recvmmsg", "recvmmsg_time64", "read", "readv"}


def straced(path):
    """What strace saw, read here with a reader of its own."""
    found, halves, inodes, current = [], {}, {}, None
    for line in open(path, errors="replace"):
        dump = re.match(r"^ \| [0-9a-f]{5,}  ((?:[0-9a-f]{2} {1,2}){1,16})", line)
        if dump:
            if current is not None:
                current[2].extend(bytes.fromhex(dump[1].replace(" ", "")))
            continue
        if re.match(r"^ = \d+ buffers in vector 0", line):
            continue
        if re.match(r"^ = \d+ buffers in vector", line) and current is not None:
            current = (current[0], current[1], bytearray(), pid)
            found.append(current)
            continue
        if re.match(r"^ \* \d+ bytes in buffer", line):
            continue
        current = None
        m = CALL.match(line)
        if not m:
            continue
        pid, name, rest = m.groups()
        if rest.endswith("<unfinished ...>"):
            halves[pid] = rest[:-len("<unfinished ...>")]
            # what is sent stands where it was sent
            a = ANNOTATION.match(rest)
            if name in SENDS and a:
                slot = ["send", None, bytearray(), pid]
                found.append(slot)
                halves[pid] = (halves[pid], slot)
            continue
        slot = None
        if rest.startswith(" resumed>"):
            half = halves.pop(pid, "")
            if isinstance(half, tuple):
                half, slot = half
            rest = half + rest[len(" resumed>"):]
        if name == "socket" and rest.startswith("(AF_NETLINK"):
            made = re.search(r"NETLINK_(\w+)\) += \d+<NETLINK:\[(\d+)\]>", rest)
            if made:
                inodes[made[2]] = made[1]
            continue
        a = ANNOTATION.match(rest)
        result = re.search(r"\) += (-?\d+)[^=]*$", rest)
        if not a or not result or int(result[1]) <= 0 or name not in SENDS | RECEIVES or "MSG_PEEK" in rest:
            continue
        protocol = a[2] or inodes.get(a[3], "ROUTE")
        protocol = PROTOCOLS.get("SOCK_DIAG" if protocol == "INET_DIAG" else protocol)
        if slot:
            slot[1] = protocol
            current = slot
        else:
            address = re.search(r"sa_family=AF_NETLINK, nl_pid=(-?\d+), nl_groups=([0-9a-f]+)", rest)
            other = address and (int(address[1]) or (name in SENDS and int(address[2], 16)))
            direction = "other" if other else "send" if name in SENDS else "receive"
            current = (direction, protocol, bytearray(), pid)
            found.append(current)
    return [(d, p, bytes(b), pid) for d, p, b, pid in found if b]


def ordered(command, run):
    """In the order of the datagrams; of processes that run side by side, in the order of each."""
    if "&" not in command:
        return [x[:3] for x in run]
    processes = {}
    for x in run:
        processes.setdefault(x[3], []).append(x[:3])
    return [x for one in sorted(processes.values(), key=shape) for x in one]


def shape(run):
    return [(d, p, len(x)) for d, p, x in run]


def plain(data):
    """Without sequence numbers and ports, also in the header that an error echoes."""
    data = bytearray(data)
    at = 0
    while at + 16 <= len(data):
        length, kind = struct.unpack_from("=IH", data, at)
        if length < 16:
            break
        data[at + 8:at + 16] = bytes(8)
        if kind == 2 and length >= 36:
            data[at + 28:at + 36] = bytes(8)
        at += (length + 3) // 4 * 4
    return bytes(data)


def compare(runs, got):
    """What is wrong with `got`, where runs of strace gave `runs`; none where these differ themselves."""
    if any(shape(run) != shape(runs[0]) for run in runs):
        return None
    if shape(got) != shape(runs[0]):
        return f"strace saw {len(runs[0])} datagrams, trace {len(got)}:\n  {shape(runs[0])}\n  {shape(got)}"
    for i, mine in enumerate(got):
        theirs = [plain(run[i][2]) for run in runs]
        mine = plain(mine[2])
        for at in range(0, len(mine), 4):
            words = {x[at:at + 4] for x in theirs}
            if len(words) == 1 and mine[at:at + 4] not in words:
                return f"datagram {i}: bytes differ at {at}:\n  {theirs[0].hex()}\n  {mine.hex()}"
    return ""


class Tester:
    def __init__(self, binary, work):
        self.work = work
        os.chmod(work, 0o755)
        self.binary = os.path.join(work, "nldissect")
        shutil.copy(binary, self.binary)
        os.chmod(self.binary, 0o755)
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trace", "ways.c")
        for name, flags in (("ways", []), ("ways32", ["-m32"])):
            out = os.path.join(work, name)
            done = subprocess.run(["cc", "-O1", *flags, "-o", out, source, "-lpthread"], capture_output=True)
            if done.returncode:
                print(f"{name}: cannot be compiled here, left out")
        with open(os.path.join(work, "batch"), "w") as f:
            f.write("link show dev lo\nroute show\naddr add 192.0.2.77/32 dev lo\nlink set nosuch down\n")
        self.failures = 0

    def commands(self):
        path = os.environ["PATH"] + ":/usr/sbin:/sbin:" + self.work
        os.environ["PATH"] = path
        lines = [line for line in COMMANDS.strip().splitlines() if shutil.which(line.split()[0])]
        missing = {line.split()[0] for line in COMMANDS.strip().splitlines()} - {line.split()[0] for line in lines}
        if missing:
            print("not here: " + ", ".join(sorted(missing)))
        if len(lines) < 30:
            sys.exit(f"only {len(lines)} commands: install iproute2, iw, nftables, ethtool")
        return lines

    def namespace(self, user):
        # an ordinary user has a namespace of their own, with its own root
        if user and os.getuid() == 0:
            return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "unshare", "-Urn"]
        return ["unshare", "-Urn"] if user or os.getuid() else ["unshare", "-n"]

    def run_all(self, user, folder, tool):
        """All commands, one after the other in one namespace, under a tool; what it wrote of each."""
        out = os.path.join(self.work, folder)
        os.mkdir(out)
        if user and os.getuid() == 0:
            os.chown(out, 65534, 65534)
        script = f"cd {shlex.quote(self.work)}\n"
        for i, command in enumerate(self.lines):
            script += f"{tool(os.path.join(out, str(i)))} timeout 20 {command} >/dev/null 2>&1 </dev/null\n"
        subprocess.run([*self.namespace(user), "sh", "-c", script], check=False)
        return [os.path.join(out, str(i)) for i in range(len(self.lines))]

    def conformance(self, user):
        self.lines = self.commands()
        who = "an ordinary user" if user else "root" if os.getuid() == 0 else "this user"
        strace = lambda out: " ".join([*STRACE, "-o", out])
        trace = lambda out: f"{self.binary} trace -o {out}.text -w {out} --"
        runs = [[ordered(command, straced(path))
                 for command, path in zip(self.lines, self.run_all(user, f"strace{n}-{user}", strace))] for n in range(3)]
        paths = self.run_all(user, f"trace-{user}", trace)
        same, datagrams, unstable = 0, 0, []
        for i, command in enumerate(self.lines):
            got = ordered(command, traced(paths[i]))
            wrong = compare([run[i] for run in runs], got)
            if wrong is None:
                unstable.append(command)
            elif wrong:
                self.fail(f"{command} (as {who}): {wrong}")
            else:
                same += 1
                datagrams += len(got)
        if unstable:
            print(f"runs of strace differ, not compared: {'; '.join(unstable)}")
        if same < 30:
            self.fail(f"only {same} commands could be compared")
        # the same text read by nldissect's own reader of strace's output
        read = 0
        for i, command in enumerate(self.lines):
            path = os.path.join(self.work, f"strace0-{user}", str(i))
            want = len(runs[0][i])
            done = subprocess.run([self.binary, path, "--count", "--copies"], capture_output=True, text=True)
            if want and not done.stdout.strip().isdigit():
                self.fail(f"strace's output of {command} is not read: {done.stderr}")
            slice_ = path + ".pcapng"
            subprocess.run([self.binary, path, "-w", slice_], capture_output=True)
            if want:
                got = [(p, b) for _, p, b in pcapng(slice_)]
                if sorted(got) != sorted((p, b) for _, p, b in runs[0][i]):
                    self.fail(f"strace's output of {command}: {want} datagrams, read {len(got)}")
                read += 1
        print(f"as {who}: {same} commands, {datagrams} datagrams as strace saw them; {read} texts of strace read")

    def speed(self):
        """How long commands take alone, under nldissect, under strace with and without its filter: the best of five."""
        batch = os.path.join(self.work, "speed")
        with open(batch, "w") as f:
            f.write("route get 127.0.0.1\n" * 5000)
        files = [os.path.join(self.work, f"file{i}") for i in range(2000)]
        for path in files:
            with open(path, "w") as f:
                f.write(path)
        network = ["strace", "-f", "-o", "/dev/null", "-e", "trace=%network", "-e", "read=all", "-e", "write=all"]
        tools = {"alone": [], "nldissect": [self.binary, "trace", "-o", "/dev/null"],
                 "nldissect -w": [self.binary, "trace", "-q", "-w", "/dev/null"],
                 "strace": network, "strace --seccomp-bpf": [*network, "--seccomp-bpf"]}
        for what, command in (("5000 requests of ip -batch", ["ip", "-batch", batch]),
                              ("find /usr/share", ["find", "/usr/share", "-size", "+1"]),
                              ("cat of 2000 files", ["sh", "-c", f"cat {' '.join(files)}"])):
            best = {}
            for _ in range(5):
                for tool, words in tools.items():
                    begin = time.monotonic()
                    subprocess.run(["unshare", "-n", "sh", "-c", 'ip link set lo up; exec "$@"', "sh", *words, *command],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
                    took = time.monotonic() - begin
                    best[tool] = min(best.get(tool, took), took)
            ratios = (f"{tool} {took:.3f} s = {took / best['alone']:.1f}" for tool, took in best.items())
            print(f"{what}: {', '.join(ratios)}")

    def fail(self, what):
        self.failures += 1
        print(f"FAILED: {what}")

    def trace(self, *arguments, **more):
        return subprocess.run([self.binary, "trace", *arguments], capture_output=True, text=True, timeout=60, **more)

    def check(self, what, good, done=None):
        if not good:
            self.fail(what + (f": {done.returncode}\n{done.stdout}\n{done.stderr}" if done else ""))

    def behaviour(self):
        done = self.trace("--", "sh", "-c", "echo out; echo err >&2; exit 3")
        self.check("the command's own code and output", done.returncode == 3 and done.stdout == "out\n"
                   and "err" in done.stderr, done)
        done = self.trace("--", "sh", "-c", "kill -TERM $$")
        self.check("128 and the signal", done.returncode == 128 + signal.SIGTERM, done)
        done = self.trace("--", "bash", "-c", "trap 'exit 7' RTMIN+1; kill -RTMIN+1 $$; sleep 5")
        self.check("a real-time signal reaches the command", done.returncode == 7, done)
        done = self.trace("--", "./nosuch")
        self.check("not found", done.returncode == 127 and "nosuch" in done.stderr, done)
        done = self.trace("--", "/etc/passwd")
        self.check("not executable", done.returncode == 126, done)
        done = self.trace("-Y", "nosuch ==", "--", "true")
        self.check("own failure", done.returncode == 125, done)
        done = self.trace("-p", "999999999")
        self.check("no such process", done.returncode == 125, done)
        done = self.trace("--", "ip", "addr", "add", "192.0.2.300/24", "dev", "lo")
        self.check("nothing was sent", "no request failed: ip gave up before sending one" in done.stderr, done)
        code = ("import ctypes,socket,struct\n"
                "ctypes.CDLL(None).prctl(15,b'renamed',0,0,0)\n"
                "s=socket.socket(16,3,0); s.send(struct.pack('=IHHIIB3x',20,18,0x301,7,0,0)); s.recv(65536)")
        done = self.trace("--json", "--", sys.executable, "-c", code)
        names = [json.loads(line)["process"]["comm"] for line in done.stderr.splitlines()]
        self.check("a process that takes another name", names and set(names) == {"renamed"}, done)
        self.interrupt()
        self.stop()
        self.attach()
        self.contained()

    def interrupt(self):
        """SIGTERM for nldissect goes to the command, whose code it gives."""
        child = subprocess.Popen([self.binary, "trace", "--", "sh", "-c", "trap 'exit 9' TERM; echo x; while :; do sleep 0.05; done"],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdout.readline()
        child.terminate()
        self.check("SIGTERM is passed on", child.wait(20) == 9)

    def stop(self):
        """A stopped command stays stopped, and goes on when told."""
        child = subprocess.Popen([self.binary, "trace", "--", "sh", "-c", "echo $$; exec sleep 0.2"],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        pid = int(child.stdout.readline())
        os.kill(pid, signal.SIGSTOP)
        time.sleep(1)
        self.check("a stopped command stays stopped", child.poll() is None)
        os.kill(pid, signal.SIGCONT)
        self.check("and goes on", child.wait(20) == 0)

    def attach(self):
        """A process that runs already, with a socket that it has already."""
        code = ("import socket,struct,time\n"
                "s=socket.socket(16,3,0); s.bind((0,0))\n"
                "print(s.getsockname()[0],flush=True)\n"
                "while True:\n"
                " s.send(struct.pack('=IHHIIB3x',20,18,0x301,7,0,0)); s.recv(65536); time.sleep(0.05)\n")
        target = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        port = int(target.stdout.readline())
        tracer = subprocess.Popen([self.binary, "trace", "-p", str(target.pid), "--json"], stderr=subprocess.PIPE, text=True)
        lines = [json.loads(tracer.stderr.readline()) for _ in range(6)]
        tracer.send_signal(signal.SIGINT)
        rest = tracer.communicate(timeout=20)[1]
        self.check(f"a process that runs: {lines}", any(l.get("nlmsg_type") == "RTM_GETLINK" for l in lines)
                   and all(l.get("port") == port for l in lines))
        self.check(f"and is left to itself: {rest}", tracer.returncode == 0 and target.poll() is None)
        time.sleep(0.3)
        self.check("and goes on", target.poll() is None)
        target.kill()

    def contained(self):
        """Without any capability: a refused request explained by the trace alone."""
        drop = []
        if os.getuid() == 0:
            drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]
        done = subprocess.run([*drop, self.binary, "trace", "--", "ip", "link", "add", "vx0", "type", "vxlan", "id", "42"],
                              capture_output=True, text=True, timeout=60)
        self.check("the refusal is explained", done.returncode == 2 and "EPERM" in done.stderr
                   and re.search(r"^EPERM ← link add vx0 type vxlan", done.stderr, re.M)
                   and "IFLA_INFO_KIND" in done.stderr, done)


def main():
    if not shutil.which("strace"):
        sys.exit("strace is missing")
    with tempfile.TemporaryDirectory() as work:
        tester = Tester(sys.argv[1], work)
        if "--speed" in sys.argv:
            return tester.speed()
        tester.conformance(False)
        tester.conformance(True)
        tester.behaviour()
    if tester.failures:
        sys.exit(f"{tester.failures} failures")
    print("trace: all as it should be")


main()
