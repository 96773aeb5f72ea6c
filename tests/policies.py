#!/usr/bin/env python3
"""Takes the attribute policies out of the kernel's source, as tables for `nldissect lint`.

    policies.py KERNEL HEADERS NLDISSECT

KERNEL is the source tree, HEADERS its user-space headers as `make headers_install` lays them out,
NLDISSECT the program, which tells the sets that it knows. Writes
`dissector/src/lint/policy/{table,operations}.rs` anew; run `cargo fmt` behind it. Needs gcc for the
sizes of structs. What it cannot work out (a range that is a function, a length that only the
kernel's configuration tells) it leaves out, and counts on standard error.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

KERNEL, HEADERS, NLDISSECT = sys.argv[1:4]
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "dissector", "src", "lint", "policy")

SIZES = {
    "u8": 1, "__u8": 1, "s8": 1, "char": 1, "u16": 2, "__u16": 2, "__be16": 2, "u32": 4, "__u32": 4,
    "s32": 4, "int": 4, "__be32": 4, "u64": 8, "__u64": 8, "s64": 8, "__be64": 8, "__s64": 8, "__s32": 4,
    "unsigned int": 4, "struct in_addr": 4, "struct in6_addr": 16, "uint32_t": 4, "uint16_t": 2,
    "unsigned char": 1, "xfrm_address_t": 16, "union nf_inet_addr": 16, "struct sockaddr_storage": 128,
}
KNOWN = {
    "U8_MAX": "255", "U16_MAX": "65535", "U32_MAX": "4294967295", "U64_MAX": str(2**64 - 1),
    "S8_MAX": "127", "S16_MAX": "32767", "S32_MAX": "2147483647", "INT_MAX": "2147483647",
    "S64_MAX": str(2**63 - 1), "INT_MIN": "-2147483648", "S32_MIN": "-2147483648", "S16_MIN": "-32768",
    "SHRT_MAX": "32767", "UINT_MAX": "4294967295", "USHRT_MAX": "65535", "S8_MIN": "-128",
    "LONG_MAX": str(2**63 - 1), "PATH_MAX": "4096", "NAME_MAX": "255", "BITS_PER_LONG": "64",
    # of 64-bit kernels
    "MODULE_NAME_LEN": "56", "NFT_MODULE_AUTOLOAD_LIMIT": "42",
}
UNKNOWN = collections.Counter()


def clean(text):
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    text = re.sub(r"//[^\n]*", " ", text)
    return text.replace("\\\n", " ")


def block(text, at):
    """The text between the brace at `at` and its partner, and where that is."""
    depth = 0
    for i in range(at, len(text)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return text[at + 1:i], i
    return text[at + 1:], len(text)


def split(text):
    """Parts of an initializer, at the commas that stand in no bracket."""
    parts, depth, part = [], 0, ""
    for c in text:
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        if c == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += c
    parts.append(part.strip())
    return [p for p in parts if p]


class Names:
    """Constants of headers and of one file, worked out when they are asked for."""

    def __init__(self, base=None):
        self.base = base
        self.names = {}
        self.memo = {}

    def take(self, text):
        for m in re.finditer(r"^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+([^\n]+)$", text, re.M):
            if m[1] != m[2].strip():
                self.names.setdefault(m[1], m[2].strip())
        for m in re.finditer(r"\benum\b\s*(?:__packed\s*)?(\w+)?\s*(?:__packed\s*)?\{", text):
            body, _ = block(text, m.end() - 1)
            body = re.sub(r"^[ \t]*#.*$", "", body, flags=re.M)
            before, steps = "0", -1
            for part in split(body):
                name, _, value = part.partition("=")
                name = name.strip()
                if not re.fullmatch(r"\w+", name):
                    continue
                if value.strip():
                    before, steps = value.strip(), 0
                else:
                    steps += 1
                self.names.setdefault(name, f"({before}) + {steps}")

    def get(self, name):
        if name in self.names:
            return self.names[name]
        if name in KNOWN:
            return KNOWN[name]
        return self.base.get(name) if self.base else None

    def value(self, text, depth=0):
        """The number that an expression is, or None."""
        text = text.strip()
        if text in self.memo:
            return self.memo[text]
        if depth > 60:
            return None
        out = self._value(text, depth)
        self.memo[text] = out
        return out

    def _value(self, text, depth):
        text = " ".join(text.split())
        text = re.sub(r"\bBIT(?:_ULL|_U32|_U8)?\(([^()]*)\)", r"(1 << (\1))", text)
        text = re.sub(r"\b_BITUL\(([^()]*)\)", r"(1 << (\1))", text)
        text = re.sub(r"\bGENMASK\(([^(),]*),([^(),]*)\)", r"((1 << ((\1) + 1)) - (1 << (\2)))", text)
        text = re.sub(r"\bARRAY_SIZE\((\w+)\)", lambda m: str(ARRAYS.get(m[1], "UNSIZED")), text)
        text = re.sub(r"\bsizeof_field\(\s*(struct \w+)\s*,\s*(\w+)\s*\)", lambda m: str(size(f"(({m[1]} *)0)->{m[2]}", m[1])), text)
        text = re.sub(r"\bsizeof\(\s*(\(\((struct \w+) \*\)\s*(?:0|NULL)\)->\w+)\s*\)", lambda m: str(size(m[1], m[2])), text)
        text = re.sub(r"\bsizeof\(\s*([\w ]+?)\s*\)", lambda m: str(size(m[1])), text)
        text = re.sub(r"\((?:__force\s+)?(?:u8|u16|u32|u64|s16|__u8|__u16|__u32|int|unsigned int|__be16|__be32|size_t)\)", "", text)
        text = re.sub(r"\bmin(?:_t)?\(|max(?:_t)?\(", "UNSIZED(", text)
        m = re.fullmatch(r"\(?\s*(\w+)\s*\?\s*(.+?)\s*:\s*(.+?)\s*\)?", text)
        if m:
            return None
        text = re.sub(r"\b(0[xX][0-9a-fA-F]+|\d+)[uUlL]+\b", r"\1", text)
        text = re.sub(r"\b0(\d+)\b", r"0o\1", text)
        ok = True

        def word(m):
            nonlocal ok
            if re.match(r"0[xo]|\d", m[0]):
                return m[0]
            inner = self.get(m[0])
            value = self.value(inner, depth + 1) if inner is not None else None
            if value is None:
                ok = False
                return "0"
            return f"({value})"

        text = re.sub(r"\b\w+\b", word, text)
        if not ok or not re.fullmatch(r"[\s0-9a-fA-Fxo()+\-*/<>|&~^]+", text):
            return None
        try:
            return eval(text.replace("/", "//"), {"__builtins__": {}})
        except (SyntaxError, TypeError, ValueError, ZeroDivisionError):
            return None


ARRAYS = {}
MEMO = {}


def size(what, struct=None):
    """Bytes of a type, by gcc."""
    if what in SIZES:
        return SIZES[what]
    struct = struct or what
    if what in MEMO:
        return MEMO[what]
    MEMO[what] = "UNSIZED"
    name = struct.split()[-1]
    found = subprocess.run(["grep", "-rlE", rf"^struct {name} *\{{", HEADERS], capture_output=True, text=True)
    for path in found.stdout.split():
        rel = os.path.relpath(path, HEADERS)
        source = f"#include <linux/types.h>\n#include <{rel}>\nint main(void) {{ return __builtin_printf(\"%zu\", sizeof({what})) < 0; }}\n"
        with tempfile.TemporaryDirectory() as tmp:
            path = os.path.join(tmp, "a.c")
            open(path, "w").write(source)
            exe = os.path.join(tmp, "a")
            if subprocess.run(["gcc", "-w", "-nostdinc", "-isystem", HEADERS, "-isystem", "/usr/include", path, "-o", exe], capture_output=True).returncode == 0 \
               or subprocess.run(["gcc", "-w", "-isystem", HEADERS, path, "-o", exe], capture_output=True).returncode == 0:
                MEMO[what] = int(subprocess.run([exe], capture_output=True, text=True).stdout)
                break
    return MEMO[what]


def fields(text):
    out = {}
    for part in split(text):
        m = re.match(r"\.(\w+)\s*=\s*(.*)", part, re.S)
        if m:
            out[m[1]] = m[2].strip()
        elif "type" not in out and re.fullmatch(r"NLA_\w+", part):
            out["type"] = part
    return out


class Source:
    """A file: its constants, policies, ranges, operations, functions."""

    def __init__(self, path, base):
        self.path = os.path.relpath(path, KERNEL)
        self.raw = clean(open(path, errors="replace").read())
        self.names = Names(base)
        self.names.take(self.raw)
        for header in glob.glob(os.path.join(os.path.dirname(path), "*.h")):
            self.names.take(clean(open(header, errors="replace").read()))
        # both branches of a condition: policies hold whatever the configuration
        self.text = re.sub(r"^[ \t]*#.*$", "", self.raw, flags=re.M)


TYPES = {
    "NLA_UNSPEC": "Unspec", "NLA_U8": "U8", "NLA_U16": "U16", "NLA_U32": "U32", "NLA_U64": "U64",
    "NLA_S8": "S8", "NLA_S16": "S16", "NLA_S32": "S32", "NLA_S64": "S64", "NLA_STRING": "Text",
    "NLA_FLAG": "Flag", "NLA_MSECS": "Msecs", "NLA_NESTED": "Nested", "NLA_NESTED_ARRAY": "NestedArray",
    "NLA_NUL_STRING": "NulText", "NLA_BINARY": "Binary", "NLA_BITFIELD32": "Bitfield32",
    "NLA_REJECT": "Reject", "NLA_BE16": "Be16", "NLA_BE32": "Be32", "NLA_SINT": "Sint", "NLA_UINT": "Uint",
}
POLICIES = {}  # (path, name) -> Policy


class Policy:
    def __init__(self, source, name, dim):
        self.source, self.name, self.dim = source, name, dim
        self.rules = {}
        self.strict_start = 0
        self.ok = True
        self.size = None


def rule(source, text):
    """(type, len, check, nested) of an entry."""
    v = source.names.value
    text = text.strip()
    named = source.names.get(text) if re.fullmatch(r"[A-Z]\w+", text) else None
    if text in ("NLA_POLICY_ETH_ADDR", "NLA_POLICY_ETH_ADDR_COMPAT"):
        six = "exact(6)" if text == "NLA_POLICY_ETH_ADDR" else "exact_warn(6)"
        return ("Binary", 0, six, None)
    if named:
        return rule(source, named)
    m = re.match(r"NLA_POLICY_(\w+)\s*\((.*)\)$", text, re.S)
    if m:
        kind, args = m[1], split(m[2])
        if kind in ("NESTED", "NESTED_ARRAY"):
            return ("Nested" if kind == "NESTED" else "NestedArray", 0, None, args[0])
        if kind == "BITFIELD32":
            n = v(args[0])
            return ("Bitfield32", 0, f"mask({n:#x})" if n is not None else unknown(source, text), None)
        if kind in ("EXACT_LEN", "EXACT_LEN_WARN", "MIN_LEN", "MAX_LEN"):
            n = v(args[0])
            if n is None:
                return ("Binary", 0, unknown(source, text), None)
            return ("Binary", 0, {"EXACT_LEN": f"exact({n})", "EXACT_LEN_WARN": f"exact_warn({n})",
                                  "MIN_LEN": f"min({n})", "MAX_LEN": f"max({n})"}[kind], None)
        if kind in ("RANGE", "MIN", "MAX", "MASK"):
            kinds = TYPES.get(args[0])
            numbers = [v(a) for a in args[1:]]
            if kinds is None:
                return None
            if None in numbers:
                return (kinds, 0, unknown(source, text), None)
            if kind == "MASK":
                return (kinds, 0, f"mask({numbers[0] & (2**64 - 1):#x})", None)
            # the bounds are 16 bits wide
            numbers = [((n + 0x8000) & 0xffff) - 0x8000 for n in numbers]
            return (kinds, 0, f"{kind.lower()}({', '.join(map(str, numbers))})", None)
        if kind in ("FULL_RANGE", "FULL_RANGE_SIGNED"):
            name = args[1].lstrip("&")
            m = re.search(rf"struct netlink_range_validation(?:_signed)?\s+{name}\s*=\s*\{{", source.text)
            if not m:
                return (TYPES[args[0]], 0, unknown(source, text), None)
            f = fields(block(source.text, m.end() - 1)[0])
            lo = v(f.get("min", "0" if kind == "FULL_RANGE" else "S64_MIN"))
            hi = v(f.get("max", "U64_MAX" if kind == "FULL_RANGE" else "S64_MAX"))
            if lo is None or hi is None:
                return (TYPES[args[0]], 0, unknown(source, text), None)
            return (TYPES[args[0]], 0, f"range({lo}, {hi})", None)
        if kind == "VALIDATE_FN":
            n = v(args[2]) if len(args) > 2 else 0
            return (TYPES[args[0]], n or 0, "FUNCTION", None)
        return None
    if not text.startswith("{"):
        return None
    f = fields(text[1:-1])
    kind = TYPES.get(f.get("type", "NLA_UNSPEC"))
    if kind is None:
        return None
    check = None
    if f.get("validation_type") in ("NLA_VALIDATE_RANGE", "NLA_VALIDATE_MIN", "NLA_VALIDATE_MAX"):
        lo, hi = v(f.get("min", "0")), v(f.get("max", "0"))
        check = {"NLA_VALIDATE_RANGE": f"range({lo}, {hi})", "NLA_VALIDATE_MIN": f"min({lo})",
                 "NLA_VALIDATE_MAX": f"max({hi})"}[f["validation_type"]]
    elif "validation_type" in f:
        check = "FUNCTION"
    n = v(f["len"]) if "len" in f else 0
    if n is None:
        unknown(source, text)
        # a limit that is not known is none
        n = 0
        if kind == "Unspec":
            return None
    return (kind, n, check, f.get("nested_policy"))


def unknown(source, text):
    UNKNOWN[f"{source.path}: {' '.join(text.split())}"] += 1
    return "FUNCTION"


def read_policies(source):
    for m in re.finditer(r"\bstruct nla_policy\s+(\w+)\s*\[([^\]]*)\]\s*(?:__\w+\s*)?=\s*\{", source.text):
        body, _ = block(source.text, m.end() - 1)
        policy = Policy(source, m[1], m[2].strip())
        at = -1
        for part in split(body):
            e = re.match(r"\[(.*?)\]\s*=?\s*(.*)$", part, re.S)
            if e:
                first, _, last = e[1].partition("...")
                first = first.strip()
                lo = source.names.value(first)
                hi = source.names.value(last) if last.strip() else lo
                value = e[2].strip()
            else:
                first, lo, hi, value = "", at + 1, at + 1, part
            if lo is None or hi is None or hi - lo > 1000:
                policy.ok = False
                continue
            at = hi
            if lo == 0 and "strict_start_type" in value:
                start = fields(value[1:-1])["strict_start_type"]
                policy.strict_start = source.names.value(start)
                if policy.strict_start is None:
                    policy.ok = False
                continue
            got = rule(source, value)
            for number in range(lo, hi + 1):
                policy.rules[number] = (first if hi == lo and re.fullmatch(r"[A-Za-z_]\w*", first) else "",) + (got or ("Unspec", 0, "FUNCTION", None))
        dim = source.names.value(policy.dim) if policy.dim else None
        policy.size = dim if dim is not None else (max(policy.rules) + 1 if policy.rules else 1)
        if policy.dim and dim is None:
            policy.ok = False
        ARRAYS[policy.name] = policy.size
        POLICIES.setdefault((source.path, policy.name), policy)


def find_policy(source, name):
    """A policy by the name that a file has for it."""
    name = name.strip().lstrip("&")
    if (source.path, name) in POLICIES:
        return POLICIES[(source.path, name)]
    folder = os.path.dirname(source.path)
    found = [p for (path, n), p in POLICIES.items() if n == name]
    near = [p for p in found if os.path.dirname(p.source.path) == folder]
    found = near or found
    return found[0] if len(found) == 1 else None


def calls_policy(sources):
    """Policies that code hands to a parser of a nest: which way each is checked."""
    ways = collections.defaultdict(set)
    for source in sources:
        if re.search(r"mac80211_hwsim|/s390/|net/mctp/", source.path):
            continue  # what these read is theirs alone
        for m in re.finditer(r"\bnla_(parse_nested|validate_nested)(_deprecated)?\s*\(", source.text):
            args = arguments(source.text, m.end() - 1)
            if len(args) < 4:
                continue
            name = args[3] if m[1] == "parse_nested" else args[2]
            policy = find_policy(source, name) if re.fullmatch(r"\w+", name.strip()) else None
            if policy:
                ways[policy].add("Liberal" if m[2] else "Strict")
        # rtnl_link_ops, qdiscs, classifiers, expressions, tunnels: their parsers are the old ones
        for m in re.finditer(r"\.(policy|slave_policy)\s*=\s*(\w+)", source.text):
            head = source.text.rfind("\nstatic ", 0, m.start()), source.text.rfind("\nstruct ", 0, m.start())
            head = source.text[max(head):m.start()].split("{")[0]
            if re.search(r"\b(rtnl_link_ops|nft_expr_type|nft_object_type|rtnl_af_ops)\b", head):
                policy = find_policy(source, m[2])
                if policy:
                    ways[policy].add("Liberal")
    return ways


def arguments(text, at):
    depth = 0
    for i in range(at, min(len(text), at + 600)):
        if text[i] == "(":
            depth += 1
        elif text[i] == ")":
            depth -= 1
            if depth == 0:
                return split(text[at + 1:i])
    return []


def required(source, name):
    """Attributes that a handler asks for before anything else, at its outermost level."""
    m = re.search(rf"\b{name}\s*\([^;{{]*?\)\s*\{{", source.text)
    if not m:
        return []
    body, _ = block(source.text, m.end() - 1)
    out = []
    depth = 0
    for part in re.finditer(r"[{}]|\bif\s*\(|\breturn\b|\bgoto\b", body):
        if part[0] == "{":
            depth += 1
        elif part[0] == "}":
            depth -= 1
        elif part[0].startswith("if") and depth == 0:
            condition = "".join(arguments(body, part.end() - 1))
            plain = re.sub(r"\s+", " ", condition)
            checks = re.findall(r"(?:GENL|NL)_REQ_ATTR_CHECK\(([^()]*)\)", plain)
            rest = re.sub(r"(?:GENL|NL)_REQ_ATTR_CHECK\([^()]*\)", "C", plain).replace(" ", "")
            if checks and re.fullmatch(r"C(\|\|C)*", rest):
                out += [re.findall(r"\w+", c)[-1] for c in checks]
    return out


FAMILIES = []


def name_of(source, text):
    m = re.fullmatch(r'"([^"]*)"', text)
    if m:
        return m[1]
    inner = source.names.get(text)
    m = inner and re.search(r'"([^"]*)"', inner)
    return m[1] if m else None


def read_families(source):
    for m in re.finditer(r"\bstruct genl_family\s+(\w+)\s*(?:__\w+\s*)*=\s*\{", source.text):
        f = fields(block(source.text, m.end() - 1)[0])
        name = name_of(source, f.get("name", ""))
        if not name:
            continue
        header = 0
        if "hdrsize" in f:
            header = source.names.value(f["hdrsize"])
        resv = f.get("resv_start_op")
        # no command is old where it is not given
        resv = source.names.value(resv) if resv else 0
        policy = find_policy(source, f["policy"]) if "policy" in f else None
        operations = []
        known = resv is not None
        for key, split_ops in (("ops", False), ("small_ops", False), ("split_ops", True)):
            if key not in f:
                continue
            start = rf"\bstruct genl_\w*ops\s+{f[key]}\s*\[[^\]]*\]\s*=\s*\{{"
            owners = [s for s in [source] + SOURCES if re.search(start, s.text)]
            owner = owners[0] if owners else source
            array = re.search(start, owner.text)
            if not array:
                known = False
                continue
            for part in split(block(owner.text, array.end() - 1)[0]):
                part = part.split("=", 1)[1].strip() if part.startswith("[") else part
                if not part.startswith("{"):
                    continue
                op = fields(part[1:-1])
                cmd = owner.names.value(op.get("cmd", ""))
                if cmd is None:
                    continue
                validate = op.get("validate", "")
                flags = op.get("flags", "")
                liberal = bool(re.search(r"GENL_DONT_VALIDATE_STRICT\b", validate))
                liberal_dump = bool(re.search(r"GENL_DONT_VALIDATE_DUMP_STRICT\b", validate))
                no_dump = bool(re.search(r"GENL_DONT_VALIDATE_DUMP\b", validate))
                mine = find_policy(owner, op["policy"]) if "policy" in op else None
                lost = "policy" in op and mine is None and not op["policy"].startswith("NULL")
                if not split_ops and mine is None and "policy" not in op:
                    mine = policy
                if "policy" in f and policy is None and "policy" not in op:
                    lost = True
                maxattr = op.get("maxattr") or f.get("maxattr") or "0"
                top = owner.names.value(maxattr)
                admin = "ADMIN_PERM" in flags
                need = []
                if "doit" in op:
                    near = (s for s in [source, owner] + SOURCES if os.path.dirname(s.path) == os.path.dirname(source.path))
                    need = next(filter(None, (required(s, op["doit"]) for s in near)), [])
                    tops = {e[0] for e in mine.rules.values()} if mine else ()
                    need = [n for n in need if n in tops]
                modes = []
                if split_ops:
                    if "CAP_DO" in flags:
                        modes.append((False, "Liberal" if liberal else "Strict"))
                    if "CAP_DUMP" in flags:
                        modes.append((True, "Liberal" if liberal_dump else "Strict"))
                else:
                    if "doit" in op:
                        modes.append((False, "Liberal" if liberal else "Strict"))
                    if "dumpit" in op:
                        modes.append((True, "Unchecked" if no_dump else "Liberal" if liberal_dump else "Strict"))
                for dump, mode in modes:
                    refuse_all = mine is None and not lost and (split_ops or (resv is not None and cmd >= resv)) and mode != "Unchecked"
                    if lost or (mine is None and not refuse_all) or (mine and (top is None or not mine.ok)):
                        mode = "Unchecked"
                    operations.append((cmd, dump, mode, mine if mode != "Unchecked" else None,
                                       0 if mine is None else (top or 0), admin, need if not dump else []))
        if known and header is not None and operations:
            FAMILIES.append((name, resv, header, operations))


SUBSYSTEMS = []


def read_subsystems(source):
    for m in re.finditer(r"\bstruct nfnetlink_subsystem\s+\w+\s*=\s*\{", source.text):
        f = fields(block(source.text, m.end() - 1)[0])
        number = source.names.value(f.get("subsys_id", ""))
        array = re.search(rf"\bstruct nfnl_callback\s+{f.get('cb', '?')}\s*\[[^\]]*\]\s*=\s*\{{", source.text)
        if number is None or not array:
            continue
        operations = []
        for part in split(block(source.text, array.end() - 1)[0]):
            m2 = re.match(r"\[(.*?)\]\s*=\s*\{(.*)\}$", part, re.S)
            if not m2:
                continue
            cmd = source.names.value(m2[1])
            op = fields(m2[2])
            policy = find_policy(source, op["policy"]) if "policy" in op else None
            top = source.names.value(op.get("attr_count", "0"))
            if cmd is None or top is None or (policy and not policy.ok):
                continue
            operations.append((cmd, policy, top))
        SUBSYSTEMS.append((number, source.path, operations))


# What a set's policy is where the code chooses among several, or finds it elsewhere.
CHOSEN = {
    "IFLA_BRPORT": "br_port_policy", "IFLA_GRE(gre)": "ipgre_policy", "IFLA_GRE(ip6gre)": "ip6gre_policy",
    "IFLA_IPTUN(ip6tnl)": "ip6_tnl_policy", "IFLA_IPTUN(ipip)": "ipip_policy", "IFLA_IPTUN(sit)": "ipip6_policy",
    "IFLA_VTI(vti)": "vti_policy", "IFLA_VTI(vti6)": "vti6_policy",
    # takes all that a bridge's own takes
    "MDBE_ATTR": "vxlan_mdbe_attrs_pol",
}


def main():
    base = Names()
    for path in sorted(glob.glob(os.path.join(KERNEL, "include", "**", "*.h"), recursive=True)):
        base.take(clean(open(path, errors="replace").read()))
    grep = subprocess.run(["grep", "-rlE", "struct nla_policy|struct genl_family|struct nfnetlink_subsystem|genl_info",
                           "--include=*.c"] + [os.path.join(KERNEL, d) for d in ("net", "drivers", "kernel", "fs", "lib")],
                          capture_output=True, text=True)
    global SOURCES
    tests = re.compile(r"/tools/|/(self)?tests?/|kunit|_test\.c$")
    SOURCES = [Source(p, base) for p in sorted(grep.stdout.split()) if not tests.search(p)]
    for source in SOURCES:
        read_policies(source)
    for source in SOURCES:
        read_families(source)
        read_subsystems(source)
    ways = calls_policy(SOURCES)

    sets = json.loads(subprocess.run([NLDISSECT, "families", "--json"], capture_output=True, text=True, check=True).stdout)["sets"]
    by_name = collections.defaultdict(set)
    values = {}
    for s in sets:
        for a in s["attributes"]:
            for n in [a["name"]] + a.get("aliases", []):
                by_name[n].add(s["name"])
                values[(s["name"], n)] = a["value"]

    def set_of(policy):
        score = collections.Counter()
        for number, entry in policy.rules.items():
            for s in by_name.get(entry[0], ()):
                if values[(s, entry[0])] == number:
                    score[s] += 1
        named = sum(1 for e in policy.rules.values() if e[0])
        return [s for s, n in score.items() if n == named] if named else []

    # what stands on its own in code, by set: one policy, one way
    bound = collections.defaultdict(set)
    for policy, how in ways.items():
        if len(how) != 1 or not policy.ok:
            continue
        for s in set_of(policy):
            bound[s].add((policy, next(iter(how))))
    for s, name in CHOSEN.items():
        bound[s] = {p for p in bound[s] if p[0].name == name}
    binding = {s: next(iter(p)) for s, p in bound.items() if len(p) == 1}

    # what anything leads to
    wanted, queue = {}, []

    def want(policy):
        if policy and policy not in wanted:
            wanted[policy] = None
            queue.append(policy)

    for _, _, _, operations in FAMILIES:
        for op in operations:
            want(op[3])
    for _, _, operations in SUBSYSTEMS:
        for op in operations:
            want(op[1])
    for policy, _ in binding.values():
        want(policy)
    for path, name in BY_HAND:
        want(POLICIES[(path, name)])
    while queue:
        policy = queue.pop()
        for entry in policy.rules.values():
            if entry[4]:
                inner = find_policy(policy.source, entry[4])
                if inner:
                    want(inner)

    # names of statics
    taken = collections.Counter(p.name for p in wanted)
    for policy in wanted:
        name = policy.name.upper()
        if taken[policy.name] > 1:
            name = os.path.splitext(os.path.basename(policy.source.path))[0].upper().replace("-", "_") + "_" + name
        wanted[policy] = name
    assert len(set(wanted.values())) == len(wanted), collections.Counter(wanted.values()).most_common(5)

    out = [HEAD_TABLE]
    for policy in sorted(wanted, key=lambda p: (p.source.path, p.name)):
        start = f" from {policy.strict_start}" if policy.strict_start else ""
        out.append(f'policy! {{ {wanted[policy]} "{policy.name}" "{policy.source.path}" 0..{policy.size}{start}:')
        for number, (name, kind, length, check, nested) in sorted(policy.rules.items()):
            if number == 0 and kind == "Unspec":
                continue
            inner = find_policy(policy.source, nested) if nested else None
            text = f'    {number} "{name}" {kind}'
            if length:
                text += f".len({length})"
            check = CODE.get((policy.source.path, name), check)
            if check:
                text += f".{check}" if "(" in check else ".by_code()"
            if inner:
                text += f".of(&{wanted[inner]})" if inner.ok else ""
            out.append(text + ",")
        out.append("}\n")
    out.append("/// Which policy a set has where it stands in a nest that code takes apart, and how it is checked.")
    out.append("pub static SETS: &[(&str, Mode, &Policy)] = &[")
    for s in sorted(binding):
        policy, how = binding[s]
        out.append(f'    ("{s}", Mode::{how}, &{wanted[policy]}),')
    out.append("];")
    open(os.path.join(OUT, "table.rs"), "w").write("\n".join(out) + "\n")

    out = [HEAD_OPERATIONS]
    out.append("/// Generic families, by name.")
    out.append("#[rustfmt::skip]\npub static GENERIC: &[Generic] = &[")
    for name, resv, header, operations in sorted(FAMILIES, key=lambda f: f[0].encode()):
        out.append(f'    Generic {{ name: "{name}", header: {header}, checks_from: {resv}, operations: &[')
        for cmd, dump, mode, policy, top, admin, need in sorted(operations, key=lambda o: (o[0], o[1])):
            p = f"Some(&{wanted[policy]})" if policy else "None"
            need = ", ".join(f'"{n}"' for n in need)
            out.append(f"        op({cmd}, {str(dump).lower()}, Mode::{mode}, {p}, {top}, {str(admin).lower()}, &[{need}]),")
        out.append("    ] },")
    out.append("];\n")
    out.append("/// Messages of a subsystem, each with its policy and the greatest attribute of that.")
    out.append("type ByMessage = &'static [(u8, Option<&'static Policy>, u16)];\n")
    out.append("/// Subsystems of nfnetlink by their number.")
    out.append("#[rustfmt::skip]\npub static SUBSYSTEMS: &[(u8, ByMessage)] = &[")
    for number, path, operations in sorted(SUBSYSTEMS, key=lambda s: s[0]):
        out.append(f"    // {path}")
        out.append(f"    ({number}, &[")
        for cmd, policy, top in sorted(operations, key=lambda o: o[0]):
            p = f"Some(&{wanted[policy]})" if policy else "None"
            out.append(f"        ({cmd}, {p}, {top}),")
        out.append("    ]),")
    out.append("];")
    text = "\n".join(out) + "\n"
    open(os.path.join(OUT, "operations.rs"), "w").write(text)
    rules = sum(len(p.rules) for p in wanted)
    print(f"{len(POLICIES)} policies in the source, {len(wanted)} taken, {rules} rules, {len(binding)} sets bound, "
          f"{len(FAMILIES)} generic families, {len(SUBSYSTEMS)} subsystems", file=sys.stderr)
    several = {s: sorted(f'{p.name}/{h}' for p, h in ps) for s, ps in bound.items() if len(ps) > 1}
    for s, ps in sorted(several.items()):
        print(f"  set {s}: several: {', '.join(ps)}", file=sys.stderr)
    for what, n in UNKNOWN.most_common():
        print(f"  not worked out: {what}", file=sys.stderr)
    for p in POLICIES.values():
        if not p.ok:
            print(f"  not whole: {p.source.path} {p.name}", file=sys.stderr)


HEAD_TABLE = '''//! The kernel's policies (Linux 7.2), each named and placed as its source has it. Written by
//! `tests/policies.py`; what is wrong here is to be mended there.

use super::{Mode, Policy, policy};
'''
HEAD_OPERATIONS = '''//! Which policy each request of generic netlink and nfnetlink is checked by (Linux 7.2). Written
//! by `tests/policies.py`; what is wrong here is to be mended there.

use super::table::*;
use super::{Generic, Mode, Policy, op};
'''

# Bounds that the kernel's code checks of every request behind the policy, by file.
CODE = {
    ("net/8021q/vlan_netlink.c", "IFLA_VLAN_ID"): "max(4094)",  # vlan_validate
    ("drivers/net/vxlan/vxlan_core.c", "IFLA_VXLAN_ID"): "max(16777215)",  # vxlan_validate
    ("drivers/net/geneve.c", "IFLA_GENEVE_ID"): "max(16777215)",  # geneve_validate
    ("net/core/rtnetlink.c", "MDBA_SET_ENTRY"): "exact(28)",  # rtnl_validate_mdb_entry
    ("net/core/rtnetlink.c", "MDBA_GET_ENTRY"): "exact(28)",  # rtnl_validate_mdb_entry_get
}

# Policies that `requests.rs` names.
BY_HAND = [
    ("net/core/rtnetlink.c", "ifla_policy"), ("net/core/rtnetlink.c", "ifla_stats_set_policy"),
    ("net/ipv4/devinet.c", "ifa_ipv4_policy"), ("net/ipv6/addrconf.c", "ifa_ipv6_policy"),
    ("net/ipv4/fib_frontend.c", "rtm_ipv4_policy"), ("net/ipv6/route.c", "rtm_ipv6_policy"),
    ("net/core/neighbour.c", "nda_policy"), ("net/core/neighbour.c", "nl_neightbl_policy"),
    ("net/core/fib_rules.c", "fib_rule_policy"), ("net/core/net_namespace.c", "rtnl_net_policy"),
    ("net/sched/sch_api.c", "rtm_tca_policy"), ("net/sched/act_api.c", "tcaa_policy"),
    ("net/ipv4/nexthop.c", "rtm_nh_policy_new"), ("net/ipv4/nexthop.c", "rtm_nh_policy_del"),
    ("net/ipv4/nexthop.c", "rtm_nh_policy_get"), ("net/ipv4/nexthop.c", "rtm_nh_policy_dump"),
    ("net/ipv4/nexthop.c", "rtm_nh_policy_dump_bucket"), ("net/ipv4/nexthop.c", "rtm_nh_policy_get_bucket"),
    ("net/ipv6/addrlabel.c", "ifal_policy"), ("net/xfrm/xfrm_user.c", "xfrma_policy"),
    ("net/xfrm/xfrm_user.c", "xfrma_spd_policy"), ("net/dcb/dcbnl.c", "dcbnl_rtnl_policy"),
    ("net/core/rtnetlink.c", "mdba_policy"), ("net/core/rtnetlink.c", "mdba_get_policy"),
    ("net/core/rtnetlink.c", "rtnl_stats_get_policy"), ("net/bridge/br_vlan.c", "br_vlan_db_dump_pol"),
    ("net/ipv4/devinet.c", "devconf_ipv4_policy"), ("net/ipv6/addrconf.c", "devconf_ipv6_policy"),
    ("net/mpls/af_mpls.c", "devconf_mpls_policy"), ("net/mpls/af_mpls.c", "rtm_mpls_policy"),
    ("net/ipv4/ipmr.c", "rtm_ipmr_policy"), ("net/can/gw.c", "cgw_policy"),
    ("net/mctp/device.c", "ifa_mctp_policy"), ("net/mctp/neigh.c", "nd_mctp_policy"),
    ("net/mctp/route.c", "rta_mctp_policy"), ("net/phonet/pn_netlink.c", "ifa_phonet_policy"),
    ("net/phonet/pn_netlink.c", "rtm_phonet_policy"), ("drivers/net/vxlan/vxlan_vnifilter.c", "vni_filter_policy"),
]

if __name__ == "__main__":
    main()
