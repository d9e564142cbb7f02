/** The pictures of the README, from the repository's own workspace. Needs poppler and LibreOffice. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs/pictures')
const work = mkdtempSync(join(tmpdir(), 'khabar-pictures-'))
mkdirSync(pictures, { recursive: true })

const run = (program: string, ...words: string[]): void => {
  execFileSync(program, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

run(process.execPath, 'src/cli/bin.ts', 'build', '--out', work, '--year', '2022', '--quiet')

for (const language of ['ru', 'uz-Latn', 'uz-Cyrl', 'en']) {
  await picture(join(work, `press/2022/2022-08-15-icrc.${language}.pdf`), 1, `release-${language}`, 640)
}
for (const [sheet, page] of [
  ['summary', 3],
  ['indicators', 4],
] as const) {
  await picture(spreadsheetAsPdf('reports/2022/icrc-2022.en.xlsx'), page, `report-${sheet}-en`, 1100)
}
await picture(join(work, 'reports/2022/icrc-2022.en.pdf'), 1, 'report-paper-en', 640)
rmSync(work, { recursive: true })

/** One page, at most `width` pixels wide, with a hair line around it. */
async function picture(pdf: string, page: number, name: string, width: number): Promise<void> {
  const drawn = join(work, name)
  run('pdftoppm', '-r', '120', '-f', String(page), '-l', String(page), '-singlefile', '-png', pdf, drawn)
  await sharp(`${drawn}.png`)
    .resize({ width, withoutEnlargement: true })
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#c8c8c8' })
    .png({ palette: true, colours: 64 })
    .toFile(join(pictures, `${name}.png`))
}

function spreadsheetAsPdf(path: string): string {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', work, join(work, path))
  return join(work, basename(path).replace('.xlsx', '.pdf'))
}
