/**
 * Programs that CI has and a test must not run: each writes down what it was asked, and does only as much as the next step
 * needs. What is asked of one and not listed fails.
 */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const record = `printf "%s\\n" "$(basename "$0") $*" >> "$RECORD"`

const programs: Readonly<Record<string, string>> = {
  sudo: '[[ $1 == sysctl || $1 == apt-get ]]',
  'apt-get': '[[ $1 == update || $1 == install ]]',
  curl: `for word; do if [[ -n \${last:-} ]]; then [[ -f $word ]]; last=; fi; [[ $word != --upload-file ]] || last=1; done`,
  gh: `case "$1 $2" in
  'api --paginate') echo "\${COMMENT:-}" ;;
  'api --silent') for word; do [[ $word != body=@* ]] || cat "\${word#body=@}" > "$RECORD.body"; done ;;
  'run download')
    words="$*"
    dir=\${words##*--dir }
    mkdir "$dir"
    if [[ -d \${ASSETS:-} ]]; then cp "$ASSETS"/* "$dir"; else
      echo package > "$dir/khabar.tgz"
      (cd "$dir" && sha256sum -- * > SHA256SUMS)
    fi ;;
  'release view') [[ -n \${RELEASED:-} ]] ;;
  'release create') ;;
  'release upload') [[ -s assets/SHA256SUMS ]] ;;
  *) exit 64 ;;
esac`,
  npm: `case "$1" in
  ci | test | audit) ;;
  install)
    mkdir -p node_modules/.bin
    ln -sfn "$INSTALLED" node_modules/khabar
    ln -sf ../khabar/dist/cli/bin.js node_modules/.bin/khabar
    chmod +x "$INSTALLED/dist/cli/bin.js" ;;
  pack) words="$*"; echo package > "\${words##*--pack-destination }/khabar-0.0.0.tgz" ;;
  sbom) echo '{ "bomFormat": "CycloneDX" }' ;;
  *) exit 64 ;;
esac`,
}

export interface StandIns {
  /** Goes before all else on the PATH. */
  readonly bin: string
  readonly env: Readonly<Record<string, string>>
  /** What was asked since, a line each. */
  asked(): Promise<readonly string[]>
  /** What was last said in a comment. */
  comment(): Promise<string>
}

export async function standIns(folder: string, installed: string): Promise<StandIns> {
  const bin = join(folder, 'bin')
  const log = join(folder, 'asked.txt')
  await mkdir(bin, { recursive: true })
  await writeFile(log, '')
  const put = async (name: string, text: string): Promise<void> => {
    await writeFile(join(bin, name), `#!/usr/bin/env bash\nset -euo pipefail\n${record}\n${text}\n`)
    await chmod(join(bin, name), 0o755)
  }
  for (const [name, text] of Object.entries(programs)) await put(name, text)
  await put('node', `exec '${process.execPath}' "$@"`)
  return {
    bin,
    env: { RECORD: log, INSTALLED: installed },
    asked: async () => (await readFile(log, 'utf8')).split('\n').filter(line => line && !line.startsWith('node ')),
    comment: () => readFile(`${log}.body`, 'utf8'),
  }
}
