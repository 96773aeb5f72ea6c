#!/usr/bin/env bash
# `nldissect live` on a kernel that has nlmon: Debian's own, booted in qemu with an initramfs that holds the
# command and a few tools. guest.sh says what is run there, check.py looks at the captures that come out.
#
#   tests/vm/run.sh BINARY [FOLDER]     FOLDER keeps the kernel's package, and gets the results in FOLDER/out
#
# Needs root and Debian. Nothing is put into /boot, and the guest has no network card.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(realpath "$1")
work=$(realpath -m "${2:-${CARGO_TARGET_DIR:-target}/vm}")
mkdir -p "$work"

need=()
for pair in qemu-system-x86_64:qemu-system-x86 cpio:cpio busybox:busybox-static tcpdump:tcpdump ip:iproute2 \
  modprobe:kmod python3:python3 capinfos:wireshark-common tshark:tshark strace:strace; do
  command -v "${pair%%:*}" >/dev/null || need+=("${pair#*:}")
done
if [ ${#need[@]} -gt 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${need[@]}"
fi

# the kernel, and auditctl without its daemon: unpacked, not installed
if ! ls -d "$work"/kernel/lib/modules/* >/dev/null 2>&1; then
  newest() { apt-cache depends linux-image-amd64 2>/dev/null | awk '/Depends: linux-image/ { print $2; exit }'; }
  package=$(newest)
  if [ -z "$package" ]; then
    apt-get update -q
    package=$(newest)
  fi
  ls "$work/$package"_*.deb >/dev/null 2>&1 || (cd "$work" && apt-get download "$package")
  dpkg -x "$work/$package"_*.deb "$work/kernel"
  depmod -b "$work/kernel" "$(ls "$work/kernel/lib/modules")"
fi
if [ ! -x "$work/audit/sbin/auditctl" ]; then
  cd "$work"
  apt-get download auditd libauparse0 || { apt-get update -q; apt-get download auditd libauparse0; }
  for p in auditd_*.deb libauparse0_*.deb; do dpkg -x "$p" audit; done
  cd - >/dev/null
fi
version=$(ls "$work/kernel/lib/modules")

root=$work/root
rm -rf "$root" "$work/out"
mkdir -p "$root"/{bin,sbin,dev,proc,sys,run,tmp,out,etc,early} "$work/out"
# take NAME PROGRAM: a program with its libraries; a static one has none
take() {
  cp -L "$2" "$root/bin/$1"
  { ldd "$2" 2>/dev/null || true; } | { grep -o '/[^ ]*' || true; } | while read -r lib; do
    mkdir -p "$root$(dirname "$lib")"
    cp -Ln "$lib" "$root$lib"
  done
}
take nldissect "$bin"
for tool in busybox ip tcpdump strace; do take $tool "$(command -v $tool)"; done
auparse=$(find "$work/audit" -name 'libauparse.so.0' -print -quit)
LD_LIBRARY_PATH=$(dirname "$auparse") take auditctl "$work/audit/sbin/auditctl"
mkdir -p "$root/lib"
cp -L "$auparse" "$root/lib/"
for name in modprobe insmod; do ln -s /bin/busybox "$root/sbin/$name"; done
printf 'root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
modules() { modprobe -d "$work/kernel" -S "$version" --show-depends "$1" | awk '$1 == "insmod" { print $2 }'; }
# those that reach the folder for results are loaded first, the others on demand
n=100
for module in $(for m in virtio_pci 9pnet_virtio 9p; do modules $m; done | awk '!seen[$0]++'); do
  cp "$module" "$root/early/$((n++))-$(basename "$module")"
done
for module in $(for m in nlmon netlink_diag dummy team; do modules $m; done | awk '!seen[$0]++'); do
  to=$root${module#"$work/kernel"}
  mkdir -p "$(dirname "$to")"
  cp "$module" "$to"
done
depmod -b "$root" "$version"
cp "$here/guest.sh" "$root/init"
chmod 755 "$root/init"
(cd "$root" && find . | cpio --quiet -o -H newc | gzip -1) >"$work/initrd.gz"

timeout "${GUEST_TIMEOUT:-1800}" qemu-system-x86_64 -M pc -accel tcg,thread=multi -cpu max -smp 2 -m 2048 \
  -nodefaults -no-user-config -nic none -display none -monitor none -no-reboot -serial "file:$work/console.log" \
  -kernel "$work/kernel/boot/vmlinuz-$version" -initrd "$work/initrd.gz" \
  -append "console=ttyS0 panic=-1 quiet mitigations=off only=${ONLY:-}" \
  -virtfs "local,path=$work/out,mount_tag=out,security_model=none" </dev/null || {
  tail -n 20 "$work/console.log"
  echo "the guest did not end by itself"
  exit 1
}
grep -q '^end$' "$work/out/result" || { tail -n 20 "$work/console.log"; echo "the guest broke off"; exit 1; }
exec "${PYTHON:-python3}" "$here/check.py" "$bin" "$work/out"
