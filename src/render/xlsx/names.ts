/** Defined names, written past exceljs, which would keep every single cell of each. */
import type { Workbook } from '../../model/workbook-sheet.ts'
import type { Parts } from './package.ts'
import { escapeXml } from './xml.ts'

const path = 'xl/workbook.xml'

export function addNames(parts: Parts, { names }: Workbook): Parts {
  const written = names
    .map(({ name, range }) => `<definedName name="${escapeXml(name)}">${escapeXml(range)}</definedName>`)
    .join('')
  const xml = parts.get(path)
  if (!xml || names.length === 0) return parts
  const changed = xml.includes('<definedNames>')
    ? xml.replace('<definedNames>', () => `<definedNames>${written}`)
    : xml.replace('</sheets>', () => `</sheets><definedNames>${written}</definedNames>`)
  return new Map([...parts, [path, changed]])
}
