#!/bin/bash
# GNU parallel: lines in, lines out, in the same order.
#   parallel.sh < pages.ndjson > lines.jsonl
# Over several machines: HOSTS=node1,node2 parallel.sh < pages.ndjson, where Wencun lies in the same folder on each.
set -euo pipefail
: "${WENCUN:?the folder of Wencun}"
# A process takes some seconds of CPU to start and to become quick: give it pages by the thousand.
lines=${LINES_A_PROCESS:-5000}
# Another machine has the PATH of its own login: the Node is named by where it lies.
node=${NODE:-$WENCUN/node_modules/node/bin/node}
[ -x "$node" ] || node=node
exec parallel --pipe --keep-order --max-replace-args "$lines" --jobs "${JOBS:-100%}" ${HOSTS:+--sshlogin "$HOSTS"} \
  "$node" "$WENCUN/scripts/clip.ts" - --jobs 1
