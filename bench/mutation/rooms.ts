/** Which rooms are mutated, and by which tests they are judged: their own, and those of the rooms that stand on them. */

/**
 * Folders and files below test/, whose quick tests are asked; vitest leaves out those that do not import what is mutated.
 * No whole builds: what a room does is to be seen from near, and a build for each mutant would take hours.
 */
const judges = {
  model: [
    'model',
    'load/cases',
    'load/mistakes',
    'press',
    'report',
    'diagnostics',
    'render/outlets',
    'render/report-page',
  ],
  report: ['report', 'figures'],
  press: ['press', 'render/outlets', 'pipeline/photo-credit', 'pipeline/paper'],
  load: ['load', 'model'],
  language: ['language', 'press'],
} as const

export type Room = keyof typeof judges

export const rooms = Object.keys(judges) as readonly Room[]

export const isRoom = (name: string | undefined): name is Room => rooms.some(room => room === name)

/** Rooms that remember, while a process lives, what they worked out: what one mutant left there the next would meet. */
export const remembering: readonly Room[] = ['language']

/** Ask everything of every field, or a hundred texts of everything: too slow to be asked of each mutant. */
export const tooSlow = ['test/model/record-fields.test.ts', 'test/load/properties.test.ts']

/** The room's tests, as globs. */
export const testsOf = (room: Room): readonly string[] => judges[room].map(path => `test/${path}{/**/*,*}.test.ts`)
