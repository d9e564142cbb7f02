#!/usr/bin/env bash
# One comment a pull request, rewritten at each push: it is known by the mark on its first line, and by who wrote it.
#
#   comment.sh FILE      GH_TOKEN, GITHUB_REPOSITORY and PULL_REQUEST (its number) in the environment
set -euo pipefail
file=${1:?comment.sh FILE: what to say}
mark='<!-- khabar -->'
comments="repos/$GITHUB_REPOSITORY/issues/${PULL_REQUEST:?}/comments"
mine=".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$mark\"))) | .id"

body=$(mktemp)
trap 'rm -f "$body"' EXIT
{ echo "$mark"; cat "$file"; } > "$body"

id=$(gh api --paginate "$comments?per_page=100" --jq "$mine" | sed -n 1p)
if [[ -n $id ]]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body"
else
  gh api --silent --method POST "$comments" --field "body=@$body"
fi
