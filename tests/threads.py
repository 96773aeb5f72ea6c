#!/usr/bin/env python3
"""threads.py NLDISSECT CAPTURE...: each capture, and all of them together, printed with one thread
and with several, in every form. The bytes on standard output and standard error and the exit code
are the same."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FORMS = [
    ["--json"],
    ["--json=tree"],
    ["--text"],
    ["--text", "--copies", "--time", "delta"],
    ["-v", "--time", "relative"],
    ["--fields", "frame,time,nlmsg_type,port,request.nlmsg_type,dev,summary"],
    ["--json", "-Y", "errno or IFLA_MTU or NL80211_ATTR_WIPHY"],
    ["--text", "--time", "delta", "-Y", "RTA_OIF or IFLA_MTU >= 1500 or NFTA_SET_NAME"],
    ["--json", "-Y", "ifi_index > 1 or RTA_OIF == lo or rtm_type == RTN_LOCAL or idiag_state == TCP_LISTEN"],
    ["--count"],
    ["--count", "-Y", "diagnostics"],
    ["--stats"],
    ["exchanges", "--json"],
    ["exchanges"],
    ["exchanges", "-v", "-Y", "errno"],
]


def run(binary, form, files, threads):
    done = subprocess.run([binary] + form + files + ["-j", threads], capture_output=True)
    return done.returncode, hashlib.sha256(done.stdout).digest(), len(done.stdout), done.stderr


def main():
    binary, captures = sys.argv[1], sys.argv[2:]
    jobs = [(form, files) for form in FORMS for files in [[c] for c in captures] + [captures]]

    def compare(job):
        one = run(binary, *job, "1")
        return job, one, [n for n in ("2", "5") if run(binary, *job, n) != one]

    differing, written = 0, 0
    with ThreadPoolExecutor(2) as pool:
        for (form, files), one, others in pool.map(compare, jobs):
            written += one[2]
            if others:
                differing += 1
                name = files[0] if len(files) == 1 else f"{len(files)} files"
                print(f"{' '.join(form)} {name}: -j {', '.join(others)} differ")
    print(f"{len(jobs)} outputs of {written} bytes with one, two and five threads: {differing} differ")
    return 1 if differing or not written else 0


if __name__ == "__main__":
    sys.exit(main())
