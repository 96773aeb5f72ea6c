"""Where a walk by the kernel's specs gives other names or values than its code: truth.tsv.

A row holds for one kind of difference alone. Where both columns are integer types (`u32`,
`be64`, `sbe32` …) the decode must be the same bytes read as the kernel does; else the
decode's attribute must have the name that the kernel gives it, `[n]` for any number.
(Source: Linux 7.2, file:line.)
"""
import csv
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
INTEGER = re.compile(r"([us]?)(be|le)?(8|16|32|64)")


class Truth:
    def __init__(self):
        with open(os.path.join(HERE, "truth.tsv"), newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.rows = [Row(**{k.replace(" ", "_"): v for k, v in row.items()}) for row in rows]

    def explains(self, family, attribute, node, value):
        """Whether a row says why the decode is this node where the spec has this value."""
        for row in self.rows:
            if (row.family, row.attribute) == (family, attribute) and node and row.fits(node, value):
                row.used += 1
                return True
        return False

    def idle(self):
        """The rows that explained nothing."""
        return [row for row in self.rows if not row.used]


class Row:
    def __init__(self, family, attribute, spec_says, kernel_says, source):
        if not re.fullmatch(r"[\w./-]+\.[ch]:\d+", source):
            raise ValueError(f"truth.tsv: {attribute}: {source!r} is no file:line")
        self.family, self.attribute, self.used = family, attribute, 0
        self.spec_says, self.kernel_says = spec_says, kernel_says

    def fits(self, node, value):
        spec, kernel = INTEGER.fullmatch(self.spec_says), INTEGER.fullmatch(self.kernel_says)
        if not (spec and kernel):
            return re.sub(r"\[\d+\]", "[n]", node["name"]) == self.kernel_says
        if node["name"] != self.attribute or not isinstance(value, int):
            return False
        # captures of big-endian machines agree, so the host's order is little-endian here
        data = value.to_bytes(int(spec[3]) // 8, order(spec), signed=value < 0)
        return node.get("raw", node.get("value")) == int.from_bytes(data, order(kernel), signed=kernel[1] == "s")

    def __str__(self):
        return f"{self.family} {self.attribute}: {self.spec_says} / {self.kernel_says}"


def order(integer):
    return "big" if integer[2] == "be" else "little"
