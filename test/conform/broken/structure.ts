/** Broken on purpose: the structure tree and its ties to the content. */
import { isRef } from '../../../src/conform/pdf-objects.ts'
import { dict, name } from '../objects.ts'
import type { Control, Sample } from './broken-pdf.ts'

export const structureControls: readonly Control[] = [
  { name: 'not marked as tagged', rule: 'A 6.7.2-1', change: pdf => pdf.dict('Root', 'MarkInfo').set('Marked', false) },
  { name: 'suspect tags', rule: 'UA 7.1-4', change: pdf => pdf.dict('Root', 'MarkInfo').set('Suspects', true) },
  {
    name: 'no structure tree',
    rule: 'UA 7.1-11',
    also: ['UA 7.1-3', 'UA 7.18.5-1'],
    change: pdf => pdf.catalog.delete('StructTreeRoot'),
  },
  {
    name: 'a type without a role',
    rule: 'UA 7.1-5',
    change: pdf => pdf.dict('Root', 'StructTreeRoot', 'RoleMap').delete('Strong'),
  },
  {
    name: 'a circle of roles',
    rule: 'UA 7.1-6',
    also: ['UA 7.1-5'],
    change: pdf =>
      pdf.dict('Root', 'StructTreeRoot').set('RoleMap', dict({ Strong: name('Bold'), Bold: name('Strong') })),
  },
  {
    name: 'a standard type remapped',
    rule: 'UA 7.1-7',
    change: pdf => pdf.dict('Root', 'StructTreeRoot', 'RoleMap').set('P', name('Span')),
  },
  { name: 'a wrong parent', rule: 'PDF 14.7.2-1', change: pdf => pdf.element('H2').set('P', pdf.elementRef('H1')) },
  { name: 'no ID tree', rule: 'PDF 14.7.2-2', change: pdf => pdf.dict('Root', 'StructTreeRoot').delete('IDTree') },
  {
    name: 'two elements with one ID',
    rule: 'PDF 14.7.2-2',
    change: pdf => pdf.element('H1').set('ID', { bytes: 'note1' }),
  },
  {
    name: 'the parent tree leads astray',
    rule: 'PDF 14.7.4-1',
    change: pdf => {
      const numbers = pdf.dict('Root', 'StructTreeRoot', 'ParentTree').get('Nums')
      const owners = Array.isArray(numbers) ? numbers[1] : null
      if (Array.isArray(owners)) owners.reverse()
    },
  },
  { name: 'no parent tree entry for the page', rule: 'PDF 14.7.4-1', change: pdf => pdf.page.delete('StructParents') },
  { name: 'an MCID that is not there', rule: 'PDF 14.7.4-2', change: pdf => pdf.kids(pdf.element('H2')).push(99) },
  {
    name: 'an MCID twice',
    rule: 'PDF 14.7.4-3',
    change: pdf => pdf.content(text => `${text}\n/H1 <</MCID 0>> BDC EMC`),
  },
  { name: 'content of two elements', rule: 'PDF 14.7.4-4', change: pdf => pdf.kids(pdf.element('Document')).push(0) },
  {
    name: 'a next key already taken',
    rule: 'PDF 14.7.4-5',
    change: pdf => pdf.dict('Root', 'StructTreeRoot').set('ParentTreeNextKey', 1),
  },
  { name: 'first heading H2', rule: 'UA 7.4.2-1', change: pdf => pdf.element('H1').set('S', name('H2')) },
  { name: 'a level skipped', rule: 'UA 7.4.2-1', change: pdf => pdf.element('H2').set('S', name('H3')) },
  {
    name: 'two H in one node',
    rule: 'UA 7.4.4-1',
    change: pdf => {
      pdf.element('H1').set('S', name('H'))
      pdf.element('H2').set('S', name('H'))
    },
  },
  { name: 'H beside H1', rule: 'UA 7.4.4-2', change: pdf => pdf.element('P', 2).set('S', name('H')) },
  {
    name: 'an empty heading',
    rule: 'own heading-text',
    change: pdf => pdf.marked('H2', (open, _, close) => open + close),
  },
  { name: 'two headlines', rule: 'own one-headline', change: pdf => pdf.element('H2').set('S', name('H1')) },
]

const attributes = (entries: Readonly<Record<string, number>>) => dict({ O: name('Table'), ...entries })

/** What it showed becomes an artifact, as if there had never been anything. */
function leaveOutCell(pdf: Sample): void {
  const cell = pdf.elementRef('TD')
  const row = pdf.element('TR', 1)
  row.set(
    'K',
    pdf.kids(row).filter(kid => kid === null || typeof kid !== 'object' || !isRef(kid) || kid.ref !== cell.ref),
  )
  pdf.marked('TD', (_, painted, close) => `/Artifact BMC\n${painted}${close}`)
}

export const nestingControls: readonly Control[] = [
  { name: 'P in Table', rule: 'UA 7.2-3', change: pdf => pdf.addElement('Table', 'P') },
  { name: 'TR outside a table', rule: 'UA 7.2-4', change: pdf => pdf.addElement('Document', 'TR') },
  { name: 'TBody outside a table', rule: 'UA 7.2-5', change: pdf => pdf.addElement('Document', 'TBody') },
  { name: 'TD outside a row', rule: 'UA 7.2-8', change: pdf => pdf.addElement('Document', 'TD') },
  { name: 'P in TR', rule: 'UA 7.2-10', change: pdf => pdf.addElement('TR', 'P') },
  { name: 'two THead', rule: 'UA 7.2-11', change: pdf => pdf.addElement('Table', 'THead') },
  { name: 'P in TBody', rule: 'UA 7.2-36', change: pdf => pdf.addElement('TBody', 'P') },
  {
    name: 'cells over each other',
    rule: 'UA 7.2-15',
    also: ['UA 7.2-42', 'UA 7.5-1'],
    change: pdf => {
      pdf.element('TD', 0).set('A', attributes({ RowSpan: 2 }))
      pdf.element('TD', 1).set('A', attributes({ ColSpan: 2 }))
    },
  },
  {
    name: 'a row too wide',
    rule: 'UA 7.2-42',
    change: pdf => pdf.element('TD', 2).set('A', attributes({ ColSpan: 2 })),
  },
  {
    name: 'a span beyond the table',
    rule: 'UA 7.2-42',
    change: pdf => pdf.element('TD', 2).set('A', attributes({ RowSpan: 3 })),
  },
  { name: 'a cell left out', rule: 'UA 7.2-43', change: pdf => leaveOutCell(pdf) },
  { name: 'LI outside a list', rule: 'UA 7.2-17', change: pdf => pdf.addElement('Document', 'LI') },
  { name: 'LBody outside an item', rule: 'UA 7.2-18', change: pdf => pdf.addElement('Document', 'LBody') },
  { name: 'P in L', rule: 'UA 7.2-19', change: pdf => pdf.addElement('L', 'P') },
  { name: 'P in LI', rule: 'UA 7.2-20', change: pdf => pdf.addElement('LI', 'P') },
  { name: 'TOCI outside a contents list', rule: 'UA 7.2-26', change: pdf => pdf.addElement('Document', 'TOCI') },
  { name: 'a header cell without scope', rule: 'UA 7.5-1', change: pdf => pdf.element('TH', 1).delete('A') },
  {
    name: 'a header that does not exist',
    rule: 'UA 7.5-2',
    change: pdf => pdf.element('TD', 1).set('A', dict({ O: name('Table'), Headers: [{ bytes: 'node9' }] })),
  },
]
