/** Writes docs/diagnostics.md from the table of codes: `node scripts/diagnostics-page.ts`. */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { codes } from '../src/model/diagnostic.ts'

const intro = `# Diagnostics

What \`khabar check\`, \`khabar build\` and \`khabar import\` can tell. Codes are stable: they are added, never renamed.
Any record may accept what an editor would say and what is meant; it is told no more:
\`accepts: [{ remark: editorial/numbers-differ, in: release/lead }]\`. Without \`in\` it goes for the whole record; what is accepted in
vain is told.
This page is written by \`node scripts/diagnostics-page.ts\` from \`src/model/diagnostic.ts\`.
`

const chapters: { readonly [prefix: string]: string } = {
  file: 'Files',
  yaml: 'YAML',
  record: 'Records',
  release: 'Releases',
  editorial: 'Editorial',
  photo: 'Photos',
  template: 'Templates and wording',
  render: 'Rendering',
  build: 'Building',
  import: 'Importing',
}

export function diagnosticsPage(): string {
  const entries = Object.entries(codes)
  const prefixes = [...new Set(entries.map(([code]) => code.slice(0, code.indexOf('/'))))]
  const parts = prefixes.map(prefix => {
    const rows = entries
      .filter(([code]) => code.startsWith(`${prefix}/`))
      .map(([code, says]) => `| \`${code}\` | ${says} |`)
    return [`## ${chapters[prefix] ?? prefix}`, '', '| code | says |', '|---|---|', ...rows, ''].join('\n')
  })
  return [intro, ...parts].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(new URL('../docs/diagnostics.md', import.meta.url), diagnosticsPage())
}
