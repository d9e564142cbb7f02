/** `npm test`: types, lint, unused code, then every test; ends with one line that counts them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const gates = [
  ['types', 'tsc', '-p', '.'],
  ['format and lint', 'biome', 'check', '.'],
  ['lint with types', 'oxlint', '--type-aware', '--deny-warnings'],
  ['unused code and dependencies', 'knip'],
  ['code that only tests use', 'knip', '--production'],
]
const run = (command, words) =>
  spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0

let passed = 0
let failed = 0
for (const [name, command, ...words] of gates) {
  const isGood = run(command, words)
  if (isGood) passed += 1
  else failed += 1
  console.log(`${isGood ? 'ok' : 'FAILED'}: ${name}`)
}

const folder = mkdtempSync(join(tmpdir(), 'khabar-test-'))
const results = join(folder, 'results.json')
run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
  ...process.argv.slice(2),
])
let skipped = 0
try {
  const counted = JSON.parse(readFileSync(results, 'utf8'))
  passed += counted.numPassedTests
  skipped = counted.numPendingTests + counted.numTodoTests
  failed += counted.numFailedTests
  // A file that could not even be read counts too, though no test in it ran.
  failed += counted.testResults.filter(each => each.status === 'failed' && each.assertionResults.length === 0).length
  if (!counted.success && failed === 0) failed += 1
} catch {
  failed += 1
}
rmSync(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
