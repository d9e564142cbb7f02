/** Which rooms are mutated, and by which tests they are judged: their own, and those of the rooms that stand on them. */

/** Folders and files below test/, whose quick tests are asked; vitest leaves out those that do not import what is mutated. */
const judges = {
  model: ['model', 'load', 'language', 'press', 'report', 'diagnostics', 'pipeline/cases', 'render/workbook'],
  report: ['report', 'pipeline/cases', 'render/workbook', 'render/report-page'],
  press: ['press', 'pipeline/cases', 'render/beside', 'render/html', 'render/outlets'],
  load: ['load', 'model', 'pipeline/cases', 'render/template-safety'],
  language: ['language', 'press', 'pipeline/cases'],
} as const

export type Room = keyof typeof judges

export const rooms = Object.keys(judges) as readonly Room[]

export const isRoom = (name: string | undefined): name is Room => rooms.some(room => room === name)

/** Of the files of tests, whether one of them judges the room. */
export const testsOf = (room: Room): readonly string[] => judges[room].map(path => `test/${path}{/**/*,*}.test.ts`)
