#!/bin/bash
# Hadoop streaming: a map without a reduce. Lines have no keys, and the whole line is the value.
#   WENCUN=/opt/wencun hadoop-streaming.sh /pages /lines
set -euo pipefail
: "${WENCUN:?the folder of Wencun, the same on every node}"
exec hadoop jar "${HADOOP_STREAMING:?hadoop-streaming.jar}" \
  -D mapreduce.job.reduces=0 \
  -D mapreduce.map.memory.mb=1024 \
  -D mapreduce.job.name=wencun \
  -input "$1" -output "$2" \
  -mapper "node $WENCUN/scripts/clip.ts - --jobs 1"
