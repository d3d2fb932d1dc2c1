#!/usr/bin/env bash
# Runs the named steps of set-up, for callers that are not bash: scripts/setup/main.sh need_rust need_node …
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/setup/steps.sh
. scripts/setup/tools.sh
. scripts/setup/page.sh
. scripts/setup/tests.sh
. scripts/setup/bench.sh

for name in "$@"; do
  step "set-up: ${name//_/ }" "$name"
done
