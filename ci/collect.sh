#!/usr/bin/env bash
# Builds a workspace, and sorts what was made by who may see it.
#
#   collect.sh DIR [words for khabar build…]      in the workspace, with khabar on the PATH
#
#   output/          all of it, for the next run to go on from
#   DIR/public/      what may be published today, whole in itself: manifest, checksums, index
#   DIR/held-back/   drafts, and releases under embargo
#   DIR/plan.txt     what was due: built, unchanged or removed, and its path
#
# Where KHABAR_SIGN_PKCS12 is a PKCS#12 file in Base64, the PDFs in public/ are signed with it, opened by
# KHABAR_SIGN_PASSPHRASE: docs/signing.md.
set -euo pipefail
export LC_ALL=C
dir=${1:?collect.sh DIR: where to}
shift
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
rm -rf "${dir:?}/public" "$dir/held-back"
mkdir "$dir/held-back"

if [[ -n ${KHABAR_SIGN_PKCS12:-} ]]; then
  key=$(mktemp)
  trap 'rm -f "$key"' EXIT
  base64 --decode <<< "$KHABAR_SIGN_PKCS12" > "$key"
  unset KHABAR_SIGN_PKCS12
  set -- "$@" --sign "$key"
fi

# What is wrong is told by the build itself.
khabar build --dry-run --quiet "$@" > "$dir/plan.txt" 2> /dev/null || true
khabar build "$@"

# A copy, from which Khabar takes out what may not be published: nothing is made twice.
cp -Rp output "$dir/public"
rm -f "$dir/public/README.md"
khabar build --release --out "$dir/public" "$@"
khabar site --out "$dir/public"
khabar verify "$dir/public"

releases() { (cd "$1" && find . -path './press/*' -type f | sort); }
comm -23 <(releases output) <(releases "$dir/public") | while IFS= read -r path; do
  mkdir -p "$dir/held-back/${path%/*}"
  cp -p "output/$path" "$dir/held-back/$path"
done
