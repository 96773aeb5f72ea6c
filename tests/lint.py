#!/usr/bin/env python3
"""Holds `nldissect lint` against what kernels answered: what lint calls an error was refused, dropped or not answered.

    lint.py NLDISSECT CAPTURE...

Prints findings by code, and how many of the refusals for a reason of form (a policy, a length, a range, an attribute
that is unknown or missing) lint foretells. Exit status 1 where an error of lint's is on a request that the kernel took.
Kernels other than Linux 7.2 may take what that refuses: look at each.
"""
import collections
import json
import re
import subprocess
import sys

# The kernel's words for what is wrong with a request's form.
FORM = re.compile(
    r"policy validation|out of range|invalid attribute length|[Uu]nknown attribute|[Uu]nsupported attribute|NLA_F_NESTED|"
    r"leftover|reserved bit|Attribute(s)? (is )?missing|Invalid header|Missing required|unsupported attribute"
)


def lines(*command):
    done = subprocess.run(command, capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    return list(map(json.loads, done.stdout.splitlines()))


def main():
    nldissect, captures = sys.argv[1], sys.argv[2:]
    codes, wrong = collections.Counter(), 0
    refusals, foretold, silent = 0, 0, 0
    requests = 0
    for capture in captures:
        found = collections.defaultdict(list)
        for f in lines(nldissect, "lint", "--format", "json", capture):
            codes[f["severity"], f["code"]] += 1
            found[f["frame"], f["message"]].append(f)
            if f["severity"] == "error" and f.get("outcome") not in ("error", "unanswered", "cut", "lost"):
                wrong += 1
                print(f"{capture}: {f['frame']}.{f['message']}: {f['code']}: {f.get('path', '')} {f['text']}: {f.get('outcome')}: {f['summary']}")
        for x in lines(nldissect, "exchanges", "--json", capture):
            requests += 1
            if x.get("outcome") != "error":
                continue
            words = x.get("ext_ack", "")
            here = [f for f in found[x["frame"], x["message"]] if f["severity"] != "note" or f["code"] == "strict-get"]
            if FORM.search(words) or x.get("errno") == "ERANGE":
                refusals += 1
                foretold += bool(here)
                if not here:
                    print(f"{capture}: {x['frame']}.{x['message']}: not foretold: {x.get('errno')}: {words}: {x.get('offending', x.get('missing', ''))}: {x['summary']}")
            elif here and not words:
                silent += 1
    for (severity, code), n in sorted(codes.items()):
        print(f"{n:7} {severity:8} {code}")
    print(f"{requests} requests; {refusals} refused for their form, {foretold} foretold; "
          f"{silent} refused without a word have a possible cause; {wrong} errors on what the kernel took")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
