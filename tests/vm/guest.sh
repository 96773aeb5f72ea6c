#!/bin/busybox sh
# Process 1 of the guest: runs `nldissect live` in all its ways. /out/result gets a line `ok WHAT` or `not ok WHAT: WHY`
# for each, and `end` as the last; captures that the host looks at stand beside it.
/bin/busybox --install -s /bin 2>/dev/null
export PATH=/bin:/sbin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tracefs tracefs /sys/kernel/tracing
mount -t devtmpfs dev /dev
mount -t tmpfs run /run
mount -t tmpfs tmp /tmp
mount -t tmpfs var /var 2>/dev/null || { mkdir -p /var; mount -t tmpfs var /var; }
ln -sfn /run /var/run
for module in /early/*; do insmod "$module"; done
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144 out /out
ip link set lo up
only=$(sed -n 's/.*only=\([^ ]*\).*/\1/p' /proc/cmdline)
cd /tmp

# busybox has one of its own, which it prefers
ip() { /bin/ip "$@"; }
say() { echo "$1"; echo "$1" >>/out/result; }
ok() { say "ok $1"; }
fail() { say "not ok $1: $2"; sed 's/^/    /' err 2>/dev/null | tail -n 5; }
# waits until a command succeeds, at most 20 s
soon() { n=0; until eval "$1" 2>/dev/null; do n=$((n + 1)); [ $n -gt 200 ] && return 1; sleep 0.1; done; }
devices() { ip -o link show type nlmon | grep -c .; }
# what is left of probes: their definitions, their instances
probes() { { cat /sys/kernel/tracing/kprobe_events; ls /sys/kernel/tracing/instances; } | grep -c nldissect_; }
gone() { soon '[ "$(devices)" = 0 ] && [ "$(probes)" = 0 ]'; }
# start NAME ARGUMENTS: begins to listen; sets live, keeper, warden
start() {
  rm -f err
  nldissect live "$@" >stdout 2>err &
  live=$!
  soon 'grep -q listening err || ! kill -0 $live' && grep -q listening err || return 1
  keeper=$(children $live)
  warden=$(children "$keeper")
}
# of a process
children() { tr -d " " <"/proc/$1/task/$1/children"; }
# the processes of a name
named() { for p in /proc/[0-9]*; do [ "$(cat "$p/comm" 2>/dev/null)" = "$1" ] && echo "${p#/proc/}"; done; }
# a little traffic
talk() { for i in 1 2 3; do ip link show >/dev/null; ip addr show >/dev/null; done; }
# check WHAT CONDITION [WHY]
check() { if eval "$2"; then ok "$1"; else fail "$1" "${3:-$2}"; fi; }

no_module() {
  echo /bin/false >/proc/sys/kernel/modprobe
  nldissect live -w x.pcapng 2>err
  code=$?
  check "no nlmon: clear words" '[ $code = 2 ] && grep -q "no nlmon" err && grep -q "nldissect trace" err && grep -q "monitor" err'
  echo /sbin/modprobe >/proc/sys/kernel/modprobe
}

ends() {
  start -w /out/duration.pcapng --duration 2 && talk
  check "a probe tells who takes which port" '[ "$(probes)" = 2 ]'
  wait $live
  code=$?
  check "--duration: ends by itself" '[ $code = 0 ] && grep -q "made for this" err'
  check "--duration: the device is gone" gone
  check "the file is for the user only" '[ "$(stat -c %a /out/duration.pcapng)" = 600 ] || ls -l /out | grep -q "rw-------.*duration"'
  for signal in INT TERM HUP; do
    start -w $signal.pcapng && talk
    kill -$signal $live
    wait $live
    code=$?
    check "SIG$signal: ends well" '[ $code = 0 ] && grep -q "0 dropped" err'
    check "SIG$signal: the device is gone" gone
    check "SIG$signal: the file is whole" 'nldissect $signal.pcapng --text >text 2>err && grep -q RTM_GETLINK text'
  done
  for signal in KILL ABRT SEGV; do
    start -w x.pcapng && talk
    kill -$signal $live
    # one that is sent only takes away the runtime's handler, which wants to see a fault happen again
    [ $signal = SEGV ] && sleep 0.2 && kill -$signal $live
    wait $live 2>/dev/null
    check "SIG$signal of the decoder: the device is gone" gone
  done
  start -w x.pcapng && talk
  kill -KILL $keeper
  wait $live
  code=$?
  check "SIGKILL of the keeper: the decoder ends" '[ $code = 2 ] && grep -q "has ended" err'
  check "SIGKILL of the keeper: the device is gone" gone
  check "SIGKILL of the keeper: the file holds what came" 'nldissect x.pcapng --text >text 2>err; grep -q RTM_GETLINK text'
  start -w x.pcapng && talk
  kill -TERM $keeper $warden
  sleep 0.3
  check "SIGTERM of the keeper and the warden: they stay" 'kill -0 $keeper && kill -0 $warden'
  kill -KILL $warden
  talk
  kill -INT $live
  wait $live
  code=$?
  check "SIGKILL of the warden: goes on" '[ $code = 0 ]'
  check "SIGKILL of the warden: the device is gone" gone
  start -w x.pcapng
  kill -KILL $warden $keeper $live
  wait $live 2>/dev/null
  check "SIGKILL of all: the device is left" '[ "$(devices)" = 1 ]'
  start -w x.pcapng
  check "the next run removes it" 'grep -q "nlmon0 removed, left behind" err && [ "$(devices)" = 1 ] && [ "$(probes)" = 2 ]'
  kill -INT $live
  wait $live
  check "and its own device at the end" gone
  mkdir -p /tmp/full
  mount -t tmpfs -o size=64k full /tmp/full
  start -w /tmp/full/x.pcapng
  for i in $(seq 60); do kill -0 $live 2>/dev/null && talk; done
  soon '! kill -0 $live'
  wait $live
  code=$?
  check "a full disk: says so" '[ $code = 2 ] && grep -q "No space left" err'
  check "a full disk: the device is gone" gone
  umount /tmp/full
}

devices_of_others() {
  nldissect live --no-create -w x.pcapng 2>err
  code=$?
  check "--no-create without a device: refused" '[ $code = 2 ] && grep -q "no nlmon device" err'
  nldissect live -i eth77 --no-create -w x.pcapng 2>err
  code=$?
  check "--no-create -i without that device: refused" '[ $code = 2 ] && grep -q eth77 err'
  ip link add nlmon7 type nlmon
  nldissect live -i nlmon7 -w x.pcapng 2>err
  code=$?
  check "a device that is down: refused, with what to do" '[ $code = 2 ] && grep -q "ip link set nlmon7 up" err'
  ip link set nlmon7 up
  start -w x.pcapng --no-create && talk
  check "a device that is there is taken" 'grep -q "listening on nlmon7," err && [ "$(devices)" = 1 ]'
  start -i mon5 -w y.pcapng && talk
  check "-i names a new device" 'ip -o link show mon5 | grep -q "alias nldissect:"'
  kill -INT $(named nldissect)
  wait
  check "only the own device is removed" 'ip -o link show nlmon7 >/dev/null && soon "[ \$(devices) = 1 ]"'
  ip link set nlmon7 down
  start -w x.pcapng
  check "one that is down is nobody's choice" 'grep -q "listening on nlmon0, made" err'
  kill -INT $live; wait $live
  ip link set nlmon7 up
  start -w x.pcapng
  ip link del nlmon7
  wait $live
  code=$?
  check "the device removed by another: ends and says so" '[ $code = 2 ] && grep -q "gone or down" err'
  gone
}

namespaces() {
  ip netns add blue
  ip netns exec blue ip link set lo up
  start -w x.pcapng
  check "names the namespaces that it does not see" 'grep -q "not in another: blue" err'
  kill -INT $live; wait $live
  start --netns blue -w /out/blue.pcapng
  check "--netns NAME: the device is there" '[ "$(devices)" = 0 ] && [ "$(ip netns exec blue ip -o link show type nlmon | grep -c .)" = 1 ]'
  ip link add seen0 type dummy
  ip netns exec blue ip link add blue0 type dummy
  kill -INT $live; wait $live
  nldissect /out/blue.pcapng --text >text
  check "--netns NAME: its traffic alone" 'grep -q blue0 text && ! grep -q seen0 text'
  # not the function, which would be a shell of its own
  /bin/ip netns exec blue sleep 100 & sleeper=$!
  soon '[ "$(readlink /proc/$sleeper/ns/net)" != "$(readlink /proc/self/ns/net)" ]'
  start --netns $sleeper -w x.pcapng
  check "--netns PID: the device is there" '[ "$(ip netns exec blue ip -o link show type nlmon | grep -c .)" = 1 ]'
  kill -INT $live; wait $live
  check "--netns: the device is gone" '[ "$(ip netns exec blue ip -o link show type nlmon | grep -c .)" = 0 ]'
  nldissect live --netns red -w x.pcapng 2>err
  code=$?
  check "--netns without such a namespace: refused" '[ $code = 2 ] && grep -q "netns red" err'
  kill $sleeper
  ip netns del blue
  ip link del seen0
}

files() {
  mkdir -p /out/ring
  start -w /out/ring/r.pcapng --rotate 60k --files 3
  for i in $(seq 40); do talk; done
  kill -INT $live; wait $live
  code=$?
  check "--rotate SIZE --files: three files stay" '[ $code = 0 ] && [ "$(ls /out/ring | wc -l)" = 3 ] && [ ! -e /out/ring/r-00001.pcapng ]'
  mkdir -p /out/age
  start -w /out/age/a.pcapng --rotate 1s
  for i in 1 2 3 4 5 6; do talk; sleep 0.5; done
  kill -INT $live; wait $live
  check "--rotate TIME: several files" '[ "$(ls /out/age | wc -l)" -ge 2 ]'
  start -w x.pcapng --limit 20 && { talk; soon '! kill -0 $live'; }
  wait $live
  code=$?
  n=$(nldissect x.pcapng --json 2>/dev/null | wc -l)
  check "--limit: ends after so many messages" '[ $code = 0 ] && [ "$n" -ge 20 ] && [ "$n" -lt 60 ]' "$n messages"
  start -w x.pcapng --max-size 30k && { for i in $(seq 20); do talk; done; soon '! kill -0 $live'; }
  wait $live
  code=$?
  size=$(stat -c %s x.pcapng)
  check "--max-size: ends" '[ $code = 0 ] && [ $size -ge 30000 ]' "$size"
  nldissect live -w - --duration 2 >pipe.pcapng 2>err & sleep 1; talk; wait $!
  check "-w -: standard output" 'nldissect - --text <pipe.pcapng | grep -q RTM_GETLINK'
  start -w x.pcapng -Y 'RTM_GETADDR' && talk
  kill -INT $live; wait $live
  nldissect x.pcapng --fields nlmsg_type >text
  check "-w with -Y: what matches" 'grep -q RTM_GETADDR text && ! grep -q RTM_GETLINK text'
}

outputs() {
  start --json && talk
  sleep 1
  check "--json: at once" 'grep -q "\"nlmsg_type\":\"RTM_GETLINK\"" stdout'
  kill -INT $live; wait $live
  code=$?
  check "--json: ends well" '[ $code = 0 ]'
  check "its own traffic is left out" '! grep -q NETLINK_SOCK_DIAG stdout'
  start --self --json && talk
  kill -INT $live; wait $live
  check "--self: with its own traffic" 'grep -q NETLINK_SOCK_DIAG stdout'
  start --text && talk
  kill -INT $live; wait $live
  check "--text" 'grep -q RTM_GETLINK stdout'
  start --by nlmsg_type --duration 2 && talk
  wait $live
  check "--by" 'grep -q "^RTM_GETLINK" stdout'
  nldissect live --limit 5 --fields nlmsg_type >stdout 2>err & live=$!
  soon 'grep -q listening err'; talk; wait $live
  check "--limit: printed" '[ "$(wc -l <stdout)" = 5 ]'
  gone
  start -w x.pcapng && modprobe team
  sleep 1
  kill -INT $live; wait $live
  nldissect x.pcapng -v >text
  check "a generic family that comes is told" 'grep -q CTRL_CMD_NEWFAMILY text && grep -q "\"team\"" text'
  gone
}

confined() {
  start -w x.pcapng
  cat /proc/$live/status >/out/decoder.status
  cat /proc/$keeper/status >/out/keeper.status
  cat /proc/$warden/status >/out/warden.status
  kill -INT $live; wait $live
  su -s /bin/sh -c 'nldissect live -w /tmp/nobody.pcapng' nobody 2>err
  code=$?
  check "without privileges: clear words" '[ $code = 2 ] && grep -q CAP_NET err && grep -q "nldissect trace" err'
}

# run COMMAND: runs it with a process id that /tmp/pids tells
run() { sh -c 'echo "$$ $1" >>/tmp/pids; exec "/bin/$@"' x "$@" >/dev/null 2>&1; }
who() {
  : >/tmp/pids
  ip link add dummy0 type dummy
  start -w /tmp/who.pcapng --json
  # processes that stay: they are told of what the others do
  run ip monitor all &
  run ip monitor link &
  sleep 1
  for i in $(seq 40); do
    run ip link show
    run ip addr add 192.0.2.$i/24 dev dummy0
    run ip route get 192.0.2.$i
    run ip rule show
    run ip neigh show
    run ip link set dummy0 mtu $((1400 + i))
  done
  # several at a time, in the same second: with the same numbers
  for i in $(seq 20); do
    run ip link show & run ip addr show & run ip route show & run ip link set dummy0 up &
    soon '[ "$(named ip | wc -l)" -le 2 ]'
  done
  sleep 1
  kill -INT $live; wait $live
  code=$?
  check "who: ends well" '[ $code = 0 ]'
  kill $(named ip) 2>/dev/null
  cp /tmp/pids /out/who.pids
  cp /tmp/who.pcapng /out/who.pcapng
  cp stdout /out/who.json
  ip link del dummy0
}

load() {
  ip link add nlmon0 type nlmon
  ip link set nlmon0 up
  ip link add dummy0 type dummy
  ip link set dummy0 up
  i=0
  while [ $i -lt 50000 ]; do
    echo "route add 10.$((i >> 16)).$((i >> 8 & 255)).$((i & 255))/32 dev dummy0"
    i=$((i + 1))
  done >add
  sed 's/^route add/route del/' add >del
  cat add del >batch
  start -w load.pcapng --self --no-create
  tcpdump -Z root -i nlmon0 -s 0 -B 65536 -w load.pcap 2>tcpdump.err &
  tcpdump=$!
  soon 'grep -q listening tcpdump.err'
  sleep 1
  ip -batch batch >/out/load.batch 2>&1
  sleep 3
  awk '{ print "live", $14, $15 }' /proc/$live/stat >/out/load.cpu
  awk '{ print "tcpdump", $14, $15 }' /proc/$tcpdump/stat >>/out/load.cpu
  kill -INT $tcpdump; wait $tcpdump
  kill -INT $live; wait $live
  cp err /out/load.err
  cp tcpdump.err /out/load.tcpdump
  cp load.pcapng load.pcap /out/
  ip link del nlmon0
  ip link del dummy0
  ok "load: 100,000 route changes"
}

# what only the first namespaces may do: the audit system, under strace and under trace
traced() {
  cat >/tmp/audits <<'END'
auditctl -D
auditctl -b 128
auditctl -a always,exit -F arch=b64 -S mount,umount2 -F auid>=1000 -k mounts
auditctl -w /etc/passwd -p wa -k people
auditctl -l
auditctl -s
auditctl -a always,exit -S nosuch
auditctl -d always,exit -F arch=b64 -S mount,umount2 -F auid>=1000 -k mounts
auditctl -D
END
  strace -f -ttt -yy -e trace=%network -e read=all -e write=all -o /out/audit.strace sh /tmp/audits >strace.out 2>&1
  other=$?
  nldissect trace -w /out/audit.pcapng -- sh /tmp/audits >trace.out 2>err
  code=$?
  check "trace of auditctl: ends as it does" '[ $code = $other ] && grep -q people strace.out && grep -q people trace.out'
}

for part in no_module traced ends devices_of_others namespaces files outputs confined who load; do
  if [ -z "$only" ] || [ "$only" = $part ]; then
    say "== $part $(cut -d' ' -f1 /proc/uptime)"
    $part
  fi
done
dmesg >/out/dmesg
say end
sync
umount /out
poweroff -f
