#!/usr/bin/env bash
# Each fuzz target for some seconds (15, or the first argument) from a corpus of the samples. It takes a stable toolchain
# and a C++ compiler; cargo-fuzz does the same on a nightly one, with sanitizers. What makes a target fail is left in
# fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-15}
target=$(realpath -m "${CARGO_TARGET_DIR:-../target}")
host=$(rustc -vV | sed -n 's/^host: //p')
corpus=$target/fuzz-corpus
# what cargo-fuzz passes for coverage; a target named by hand keeps build scripts out of it
flags="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares"
RUSTFLAGS=$flags cargo build --profile short --target "$host" --target-dir "$target" --bins
cargo run -q --manifest-path ../capture/Cargo.toml --target-dir "$target" --example corpus -- "$corpus" ../samples/*.pcap* seeds/* ../docs/FILTERS.md
mkdir -p artifacts
failed=()
for source in targets/*.rs; do
  name=$(basename "$source" .rs)
  echo "== $name"
  # what it finds stays apart from the corpus
  mkdir -p "$target/fuzz-found/$name"
  "$target/$host/short/$name" "$target/fuzz-found/$name" "$corpus/$name" -max_total_time="$seconds" -max_len=4096 -timeout=25 -rss_limit_mb=2048 \
    -artifact_prefix="artifacts/$name-" -verbosity=0 -print_final_stats=1 || failed+=("$name")
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "failed: ${failed[*]}" >&2
  exit 1
fi
