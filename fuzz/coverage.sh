#!/usr/bin/env bash
# Which lines of the dissector and of reading captures the corpus reaches: each target runs over each of its files, on a
# stable toolchain. Needs llvm-tools (`rustup component add llvm-tools`). The corpus is the one of the samples, or the
# first argument.
set -euo pipefail
cd "$(dirname "$0")"
target=$(realpath -m "${CARGO_TARGET_DIR:-../target}")
host=$(rustc -vV | sed -n 's/^host: //p')
tools=$(rustc --print sysroot)/lib/rustlib/$host/bin
corpus=${1:-$target/fuzz-corpus}
[ -d "$corpus" ] || cargo run -q --manifest-path ../capture/Cargo.toml --target-dir "$target" --example corpus -- "$corpus" ../samples/*.pcap* seeds/* ../docs/FILTERS.md
# sanitizer-coverage as well, without which libFuzzer does not start
flags="--cfg fuzzing -Cinstrument-coverage -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=1 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
RUSTFLAGS=$flags cargo build --profile coverage --target "$host" --target-dir "$target" --bins
rm -rf coverage
mkdir coverage
binaries=()
for source in targets/*.rs; do
  name=$(basename "$source" .rs)
  binary=$target/$host/coverage/$name
  binaries+=("$binary")
  [ -d "$corpus/$name" ] || continue
  LLVM_PROFILE_FILE="$PWD/coverage/$name.profraw" "$binary" "$corpus/$name" -runs=0 -max_len=65536 -verbosity=0 -timeout=60
done
"$tools/llvm-profdata" merge -sparse coverage/*.profraw -o coverage/all.profdata
for crate in dissector capture; do
  "$tools/llvm-cov" report -instr-profile coverage/all.profdata "${binaries[0]}" "${binaries[@]/#/-object=}" \
    -ignore-filename-regex='/(tests|tests\.rs)' "$(realpath "../$crate/src")" >"coverage/$crate.txt"
  # lines, lines that were missed, the share of the others
  awk -v crate="$crate" '$1 == "TOTAL" { print crate ": " $8 - $9 " of " $8 " lines, " $10 }' "coverage/$crate.txt"
done
