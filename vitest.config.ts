/**
 * Tests run on Node 24 from the lockfile; dist/ is never collected. Three projects: `quick` is what is worth a look after
 * each change of a room; `sample` looks at what one build made of the repository's own workspace; `slow` is all else that
 * starts other programs or goes through many builds: browsers, judges, workspaces rebuilt.
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { HeaviestFirst } from './test/support/heaviest-first.ts'

const sample = ['test/workspace/!(rewording).test.ts', 'test/guides/commands.test.ts']
const slow = [
  'test/{cli,conform,contributing,endurance,hostile,sign,support,torture,workspace}/**/*.test.ts',
  'test/queue/{command,faults,real-browser,workers}.test.ts',
  'test/pipeline/{browser-faults,incremental,lock,memo-folder,soak}.test.ts',
  'test/render/{browser*,paper-holds,pdf,photo-colours,placeholder,profile-folder,sheets-in-libreoffice,summary-holds,xlsx,xlsx-charts,xlsx-register}.test.ts',
  'test/render/finish/finish-*.test.ts',
  'test/compare/{pull-request,folders}.test.ts',
  'test/explain/command.test.ts',
  'test/exchange/clients.test.ts',
  'test/figures/faults.test.ts',
  'test/fix/killed.test.ts',
  'test/mistakes/checked.test.ts',
  'test/model/record-fields.test.ts',
  'test/new-kind.test.ts',
  'test/pipeline/broken-cases.test.ts',
  'test/report/{consolidated-in-libreoffice,scale}.test.ts',
  'test/site/in-the-browser.test.ts',
  'test/watch/{command,in-the-browser,index,saves,server}.test.ts',
]

const seed = 'test/support/seed.ts'
const bundled = 'test/support/bundled.ts'

export default defineConfig({
  test: {
    // A quarter of the time goes by waiting for disks, servers and clocks: one more for every two processors.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: HeaviestFirst },
    // Whoever runs them: what commands tell is compared in English.
    env: { KHABAR_MESSAGES: 'en' },
    // No test is judged by its time: these end what would never end. Other programs are watched more closely (test/support/child.ts).
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...sample],
          // Their rooms hold no state: what one file has read serves the next.
          isolate: false,
          setupFiles: [seed, 'test/support/quick.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sample',
          include: sample,
          globalSetup: [bundled, 'test/support/sample-build.ts'],
          setupFiles: [seed],
        },
      },
      {
        extends: true,
        test: { name: 'slow', include: slow, exclude: sample, globalSetup: [bundled], setupFiles: [seed] },
      },
    ],
  },
})
