#!/usr/bin/env bash
# Tells in Markdown what a run came to; after collect.sh, or after a check or build that failed.
#
#   summary.sh DIR [REVISION]      in the workspace, with khabar on the PATH
#
#   DIR/changes.md   which figures, texts and artifacts differ from the revision
#   DIR/summary.md   that, the mistakes, and what was built
set -euo pipefail
dir=${1:?summary.sh DIR: where collect.sh put what it made}
revision=${2:-}
mkdir -p "$dir"

changes() {
  if [[ -z $revision ]] || ! git cat-file -e "$revision^{commit}" 2> /dev/null; then
    echo 'There is no earlier revision to compare with.'
  elif ! khabar diff "$revision" --format markdown; then
    echo "This could not be compared with ${revision:0:12}: see the log."
  fi
}

# A line begins with a path or a severity, so none can end the fence.
mistakes() {
  local told
  told=$(khabar check --format concise) || true
  [[ -n $told ]] || { echo 'No mistakes found.'; return; }
  local lines
  lines=$(wc -l <<< "$told")
  echo '```'
  head -n 100 <<< "$told"
  echo '```'
  ((lines <= 100)) || echo "and $((lines - 100)) more: see the log."
}

artifacts() {
  [[ -s $dir/plan.txt ]] || { echo 'Nothing was built.'; return; }
  awk '
    { count[$1]++; path = $0; sub(/^[a-z]+ /, "", path) }
    $1 != "unchanged" { if (++named <= 100) list = list "\n- " $1 " `" path "`" }
    END {
      printf "%d built, %d unchanged, %d removed.\n", count["built"], count["unchanged"], count["removed"]
      if (named > 0) print list
      if (named > 100) printf "- and %d more\n", named - 100
    }' "$dir/plan.txt"
  local held
  held=$(find "$dir/held-back" -type f 2> /dev/null | wc -l)
  ((held == 0)) || printf '\n%d files are held back: drafts, or under embargo.\n' "$held"
}

# Where a comment is cut and a summary refused: whole lines, as many as both take.
fitting() { awk '{ size += length($0) + 1 } size > 60000 { print "\n… and more: see the log."; exit } { print }'; }

changes | LC_ALL=C fitting > "$dir/changes.md"
{
  printf '## What changed\n\n'
  cat "$dir/changes.md"
  printf '\n## Mistakes\n\n'
  mistakes
  printf '\n## Artifacts\n\n'
  artifacts
} > "$dir/summary.md"
