/** Run by itself, in a time zone of its own: prints the hash of a finished workbook. */
import { createHash } from 'node:crypto'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { sampleWorkbook } from './sample-workbook.ts'

const bytes = await writeXlsx(sampleWorkbook('icrc-2022', 'uz-Latn'), '2022-12-31')
process.stdout.write(createHash('sha256').update(bytes).digest('hex'))
