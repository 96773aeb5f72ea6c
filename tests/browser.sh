#!/usr/bin/env bash
# Drives the browser in a real terminal, tmux's: every key, resizing, signals, stopping and going on.
# usage: tests/browser.sh path/to/nldissect
set -euo pipefail
bin=$(realpath "$1")
cd "$(dirname "$0")/.."
socket=nldissect-test-$$
t() { tmux -L "$socket" -f /dev/null "$@"; }
work=$(mktemp -d)
trap 't kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
checks=0
what=""

screen() { t capture-pane -p; }
fail() {
  printf 'browser.sh: %s: %s\n' "$what" "$1" >&2
  screen >&2
  exit 1
}
# waits until the screen has a text
sees() {
  for _ in $(seq 100); do
    if screen | grep -qF -e "$1"; then checks=$((checks + 1)); return; fi
    sleep 0.05
  done
  fail "no \"$1\" on the screen"
}
# waits until it has it no more
misses() {
  for _ in $(seq 100); do
    if ! screen | grep -qF -e "$1"; then checks=$((checks + 1)); return; fi
    sleep 0.05
  done
  fail "\"$1\" is still on the screen"
}
# press KEY..., then the text that is to appear
press() {
  what="after $1"
  t send-keys "$1"
  # Escape and a key at once would be Alt and that key
  if [ "$1" = Escape ]; then sleep 0.2; fi
  sees "$2"
}
type_text() { what="typing $1"; t send-keys -l "$1"; }
# is the terminal as a shell wants it?
given_back() {
  for _ in $(seq 100); do
    if [ "$(t display -p '#{alternate_on}#{mouse_any_flag}#{cursor_flag}')" = 001 ]; then
      checks=$((checks + 1)); return
    fi
    sleep 0.05
  done
  fail "the terminal is not given back"
}
open() {
  what="opening $*"
  t send-keys "clear; $bin $*; echo ended with \$?" Enter
}

t new-session -d -x 120 -y 40 "env LC_ALL=C.UTF-8 TZ=UTC PS1='$ ' bash --norc --noprofile"

# the list, panes, the tree
open samples/errors.pcap --time relative
sees "13 failed: press ]e"
press j "2 of 285"; press Down "3 of 285"; press k "2 of 285"; press Up "1 of 285"
press C-d "8 of 285"; press C-u "1 of 285"
press C-f "14 of 285"; press C-b "1 of 285"
press Space "14 of 285"; press PageUp "1 of 285"; press PageDown "14 of 285"
press G "285 of 285"; press g "1 of 285"; press End "285 of 285"; press Home "1 of 285"
t send-keys j j
press Tab "3 of 285"
press l "nlmsg_len"; press h "▸ nlmsghdr"; press Right "nlmsg_len"; press Left "▸ nlmsghdr"
press Enter "nlmsg_len"; press Enter "▸ nlmsghdr"
press '*' "nlmsg_len"; press '*' "▸ ifinfomsg"; press '*' "ifi_family"
press v "bytes at 16"; press v "ifi_family"; misses "bytes at 16"
t send-keys BTab; what="after BackTab"; t send-keys j; sees "4 of 285"

# failures, exchanges, partners
press g "1 of 285"
t send-keys ']'; press e "EEXIST: "
press e "RTM_NEWLINK"
t send-keys q; press x "exchange"; press Escape "q quit"; misses "exchange"
t send-keys g; press r "2 of 285"; press r "1 of 285"
press '[' '[…'; press e "285 of 285"; sees "it objects to"
press e "ERANGE: the number is out of range"; t send-keys q
press g "1 of 285"
press ']' ']…'; press d "284 of 285"; press '[' '[…'; press d "285 of 285"

# search, places, marks, times
press g "1 of 285"
press / "/"; type_text nexthop; press Enter "/nexthop: "; misses "so far"; sees "Nexthop has invalid"
press n "Invalid nexthop id"; press N "Nexthop has invalid"
press Escape "q quit"; misses "/nexthop"
press : ":"; type_text 42; press Enter "probe"; press m "m…"; press a "mark a"
press g "1 of 285"; press "'" "'…"; t send-keys a; misses "1 of 285"
press : ":"; type_text nonsense; press Enter "a frame (12)"; press Escape "q quit"
press t "time: delta"; press t "time: local"; press t "time: utc"; press t "time: epoch"; press t "time: relative"

# filters
press f "filter:"; type_text "IFLA_MT"; sees "IFLA_MTU"; press Tab "filter: IFLA_MTU"
type_text " > eth"; sees "^"; press C-u "Tab completes"
type_text "errno == EEXIST"; press Enter "that match"
press Escape "of 285"; misses "that match"
press f "filter:"; press Up "filter: errno == EEXIST"; press C-c "Tab completes"; press C-c "q quit"
press g "1 of 285"; press = "errors.pcap: RTM_NEWLINK"; press Escape "of 285"
press ! "errors.pcap: not RTM_NEWLINK"; press Escape "of 285"

# tables of what is shown
press s "statistics"; sees "NETLINK_ROUTE"; sees "a column is"
press Tab "RTM_NEWLINK"; press BTab "NETLINK_NETFILTER"; press h "EEXIST"
press Enter "errno == "; sees "that match"
press s "statistics: errno"; press Escape "q quit"; misses "a column is"
press Escape "of 285"

# columns, marks, files
press C "[x] number"; press Enter "[ ] number"; press Space "[x] number"; press q "q quit"; misses "[x]"
press g "1 of 285"; press m "m…"; press b "mark b"
press w "write what has a mark to:"; press Tab "write the exchange to:"; press Tab "write what is shown to:"
type_text samples/errors.pcap; press Enter "this is the capture that is shown"
press C-u "write what is shown to:"; type_text "$work/all.pcapng"; press Enter "116 frames written to"
press w "write what has a mark to:"; type_text "$work/marked.pcap"; press Enter "2 frames written to"
press w "write what"; press Up "marked.pcap"; press Enter "it exists"; press Enter "2 frames written to"
press j "2 of 285"; press w "write what"; press Tab "the exchange"
type_text "$work/exchange.pcapng"; press Enter "written to"
for pair in all.pcapng:285 marked.pcap:2; do
  what="counting ${pair%:*}"
  if [ "$("$bin" "$work/${pair%:*}" --count)" != "${pair#*:}" ]; then fail "not ${pair#*:} messages"; fi
  checks=$((checks + 1))
done
press F "following"; press k "paused: F follows"; press F "following"; press g "1 of 285"

# copying, explaining, help, copies, drawing anew
press y "copied"; press Y "copied"; press C-y "copied"
press K "┌"; press K "q quit"
press ? "half a page down"; press ? "q quit"; press F1 "half a page down"; press q "q quit"; misses "half a page down"
press c "copies one by one"; press c "copies behind the first"
press C-l "q quit"

# the size of the terminal
what="resizing"
t resize-window -x 80 -y 24; sees "q quit"; press b "00000  "; press b "▸ nlmsghdr"; misses "00000  "
t resize-window -x 40 -y 10; sees "quit"
t resize-window -x 200 -y 60; sees "00000  "
t resize-window -x 120 -y 40; sees "00000  "

# stopping and going on
press C-z "Stopped"; given_back
t send-keys "fg" Enter; sees "q quit"; press q "Stopped"; given_back

# signals end it as they end others, with the terminal given back
for signal in TERM HUP INT QUIT; do
  open samples/tiny.pcap; sees "q quit"
  what="SIG$signal"
  shell=$(t display -p '#{pane_pid}')
  kill -s "$signal" "$(pgrep -P "$shell" | head -n 1)"
  # after an interrupt the shell drops the rest of its line
  if [ "$signal" != INT ]; then sees "ended with $((128 + $(kill -l "$signal")))"; fi
  given_back
done
open samples/tiny.pcap; sees "q quit"; press C-c "ended with 0"; given_back

# a terminal that goes away ends it too
open samples/tiny.pcap; sees "q quit"
what="the terminal gone"
browser=$(pgrep -P "$(t display -p '#{pane_pid}')" | head -n 1)
t new-window "env LC_ALL=C.UTF-8 PS1='$ ' bash --norc --noprofile"
t kill-window -t 0
for _ in $(seq 60); do kill -0 "$browser" 2>/dev/null || break; sleep 0.05; done
if kill -0 "$browser" 2>/dev/null; then fail "it goes on without a terminal"; fi
checks=$((checks + 1))

# a file that grows
half=$(($(stat -c %s samples/errors.pcap) / 2))
head -c "$half" samples/errors.pcap > "$work/grows.pcap"
open "$work/grows.pcap" --follow --time relative; sees "following"
what="the file that grows"
before=$(screen | grep -o '[0-9]* of [0-9]*' | tail -n 1)
[ "${before%% *}" = "${before##* }" ] || fail "not at the end: $before"
press f "filter:"; type_text errno; press Enter "that match"
tail -c "+$((half + 1))" samples/errors.pcap >> "$work/grows.pcap"
what="the file that has grown"; sees "285 in all"
press Escape "following"; press G "285 of 285"
press k "paused: F follows"; press F "following"; press q "ended with 0"; given_back

# a pipe: rows as they come
mkfifo "$work/pipe"
open - "--time relative < $work/pipe"
exec 3<>"$work/pipe"
head -c "$half" samples/errors.pcap >&3
what="a pipe"; sees "paused: F follows"; sees "failed: press ]e"; press F "following"
tail -c "+$((half + 1))" samples/errors.pcap >&3
what="more from the pipe"; sees "285 of 285"
press q "285 messages are in no file"; press j "285 of 285"
press w "write what"; type_text "$work/pipe.pcapng"; press Enter "116 frames written"
press q "ended with 0"; given_back
exec 3>&-
what="the pipe's file"
[ "$("$bin" "$work/pipe.pcapng" --count)" = 285 ] || fail "not 285 messages"

# plain terminals
what="LC_ALL=C NO_COLOR=1"
t send-keys "clear; LC_ALL=C NO_COLOR=1 $bin demo; echo ended with \$?" Enter
sees "ERANGE: the number is out of range"
if screen | LC_ALL=C grep -q '[^ -~]'; then fail "not all is ASCII"; fi
press q "nlmsghdr"; press q "ended with 0"
printf 'browser: %d checks\n' "$checks"
