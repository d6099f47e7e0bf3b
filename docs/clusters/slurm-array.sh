#!/bin/bash
# A Slurm job array over the parts of a manifest: each task works one part, and leaves it whole or not at all.
#   MANIFEST=pages.jsonl OUT=lines PARTS=20 sbatch --array=1-20 slurm-array.sh
# Tasks that failed, or were killed, are worked when the same line is sent again: parts that are there are passed over.
#SBATCH --job-name=wencun
#SBATCH --cpus-per-task=1
#SBATCH --output=slurm-%A_%a.log
set -euo pipefail
: "${WENCUN:?the folder of Wencun}" "${MANIFEST:?JSON lines of pages}" "${OUT:?the folder of the lines}" "${PARTS:?how many parts}"

# More parts than tasks (PARTS=2000, --array=1-100): each task works its own of them, one after another, in one process.
tasks=${SLURM_ARRAY_TASK_MAX:-1}
task=${SLURM_ARRAY_TASK_ID:-1}
first=$(((task - 1) * PARTS / tasks + 1))
last=$((task * PARTS / tasks))
exec node "$WENCUN/scripts/clip.ts" --manifest "$MANIFEST" --shard "$first-$last/$PARTS" --out "$OUT" --jobs "${SLURM_CPUS_PER_TASK:-1}"
