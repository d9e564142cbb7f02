/** `npm test`: types, lint, unused code, then every test; ends with one line that counts them. */
import { spawn, spawnSync } from 'node:child_process'
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
const shell = process.platform === 'win32'
const run = (command, words) => spawnSync(command, words, { stdio: 'inherit', shell }).status === 0

/** All at once, for most of them work on one processor; what they say comes in their order. */
const begun = gates.map(([name, command, ...words]) => {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], shell })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => said.push(bytes))
  return new Promise(resolve => {
    child.on('error', error => resolve({ name, isGood: false, said: `${error}\n` }))
    child.on('close', code => resolve({ name, isGood: code === 0, said: Buffer.concat(said) }))
  })
})

let passed = 0
let failed = 0
for (const gate of begun) {
  const { name, isGood, said } = await gate
  process.stdout.write(said)
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
