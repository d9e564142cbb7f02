#!/usr/bin/env bash
# What is attached to a release: an archive a kind, and the checksums of the archives and of each file in them.
#
#   assets.sh DIR      after collect.sh; makes DIR/assets/, the same bytes for the same artifacts
set -euo pipefail
export LC_ALL=C
dir=${1:?assets.sh DIR: where collect.sh put what it made}
rm -rf "${dir:?}/assets"
mkdir "$dir/assets"
cd "$dir/public"
for kind in press reports; do
  [[ -d $kind ]] || continue
  tar --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime=@0 -cf - "$kind" |
    gzip -n > "../assets/$kind.tar.gz"
done
find press reports -type f 2> /dev/null | sort | tr '\n' '\0' | xargs -0r sha256sum > ../assets/SHA256SUMS
cd ../assets
find . -name '*.tar.gz' -printf '%f\n' | sort | xargs -r sha256sum >> SHA256SUMS
