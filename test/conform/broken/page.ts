/** Broken on purpose: what is on a page: artifacts, words for pictures, languages, links. */
import type { PdfDict } from '../../../src/conform/pdf-objects.ts'
import { dict, name, textString } from '../objects.ts'
import type { Control } from './broken-pdf.ts'

const action = (entries: PdfDict) => (pdf: { annotation(index: number): PdfDict }) =>
  pdf.annotation(0).set('A', entries)
const paint = '0 0 9 9 re f'

export const contentControls: readonly Control[] = [
  {
    name: 'an artifact in a heading',
    rule: 'UA 7.1-1',
    change: pdf => pdf.marked('H2', (open, painted, close) => `${open}/Artifact BMC EMC\n${painted}${close}`),
  },
  {
    name: 'a heading in an artifact',
    rule: 'UA 7.1-2',
    change: pdf => pdf.marked('H2', (...parts) => `/Artifact BMC\n${parts.join('')}\nEMC`),
  },
  { name: 'paint without a mark', rule: 'UA 7.1-3', change: pdf => pdf.content(text => `${text}\n${paint}`) },
  {
    name: 'a mark without a number',
    rule: 'UA 7.1-3',
    change: pdf => pdf.content(text => `${text}\n/P BMC ${paint} EMC`),
  },
  {
    name: 'a number that no element owns',
    rule: 'UA 7.1-3',
    change: pdf => pdf.content(text => `${text}\n/P <</MCID 77>> BDC ${paint} EMC`),
  },
  {
    name: 'a number that an element owns on another page',
    rule: 'UA 7.1-3',
    change: pdf => {
      const contents = pdf.add({ dict: dict({}), data: Buffer.from(`/P <</MCID 0>> BDC ${paint} EMC`) })
      const pages = pdf.catalog.get('Pages') ?? null
      const page = {
        Type: name('Page'),
        Parent: pages,
        MediaBox: [0, 0, 595, 842],
        Resources: dict({}),
        Contents: contents,
      }
      const kids = pdf.dictOf(pages).get('Kids')
      if (Array.isArray(kids)) kids.push(pdf.add(dict(page)))
    },
  },
  { name: 'an unmarked picture', rule: 'UA 7.1-3', change: pdf => pdf.content(text => `${text}\n/Im0 Do`) },
  { name: 'EMC too many', rule: 'PDF 14.6-1', change: pdf => pdf.content(text => `${text}\nEMC`) },
  { name: 'EMC too few', rule: 'PDF 14.6-1', change: pdf => pdf.content(text => `${text}\n/Artifact BMC`) },
  { name: 'an unknown operator', rule: 'A 6.2.2-1', change: pdf => pdf.content(text => `${text}\nXx`) },
  {
    name: 'a border as content',
    rule: 'own decoration',
    change: pdf => pdf.marked('Strong', (open, _, close) => `${open}${paint}${close}`),
  },
  {
    name: 'a space lost at a line end',
    rule: 'own glued-lines',
    change: pdf =>
      pdf.content(text => text.replace(/(Tm <[0-9a-f]+)[0-9a-f]{4}(> Tj ET\nBT \/F1 11 Tf 1 0 0 1 60 700)/, '$1$2')),
  },
  {
    name: 'a word broken without a hyphen',
    rule: 'own glued-lines',
    change: pdf => pdf.content(text => text.replace(/\/Span[\s\S]*?EMC\n/, '')),
  },
]

export const alternativeControls: readonly Control[] = [
  { name: 'a figure without Alt', rule: 'UA 7.3-1', change: pdf => pdf.element('Figure').delete('Alt') },
  {
    name: 'a figure with an empty Alt',
    rule: 'UA 7.3-1',
    change: pdf => pdf.element('Figure').set('Alt', textString(' ')),
  },
  { name: 'a formula without Alt', rule: 'UA 7.7-1', change: pdf => pdf.element('Formula').delete('Alt') },
  { name: 'a note without ID', rule: 'UA 7.9-1', change: pdf => pdf.element('Note').delete('ID') },
  { name: 'a figure without a box', rule: 'PDF 14.8.5.4-1', change: pdf => pdf.element('Figure').delete('A') },
  {
    name: 'a box elsewhere',
    rule: 'own figure-bbox',
    change: pdf => pdf.element('Figure').set('A', dict({ O: name('Layout'), BBox: [300, 10, 400, 90] })),
  },
  {
    name: 'a file name for an Alt',
    rule: 'own alt-text',
    change: pdf => pdf.element('Figure').set('Alt', textString('meeting-01.jpg')),
  },
  {
    name: 'letters read as a space',
    rule: 'own actual-text',
    change: pdf =>
      pdf.marked(
        'Strong',
        (open, painted, close) => `${open}/Span <</ActualText <FEFF0020>>> BDC ${painted} EMC${close}`,
      ),
  },
  { name: 'no language', rule: 'UA 7.2-33', change: pdf => pdf.catalog.delete('Lang') },
  {
    name: 'no language tag',
    rule: 'UA 7.2-29',
    also: ['own language'],
    change: pdf => pdf.catalog.set('Lang', { bytes: 'ru_RU' }),
  },
  {
    name: 'a phrase in no language',
    rule: 'UA 7.2-29',
    change: pdf => pdf.element('P', 2).set('Lang', { bytes: 'english, i think' }),
  },
  {
    name: 'the language of another release',
    rule: 'own language',
    change: pdf => pdf.catalog.set('Lang', { bytes: 'uz-Cyrl' }),
  },
  {
    name: 'Russian said to be English',
    rule: 'own language-script',
    change: pdf => pdf.element('H2').set('Lang', { bytes: 'en' }),
  },
  {
    name: 'U+202F in an Alt',
    rule: 'own readable-space',
    change: pdf => pdf.element('Figure').set('Alt', textString('30\u202fлет')),
  },
  {
    name: 'U+202F on the page',
    rule: 'own readable-space',
    change: pdf => pdf.toUnicode(text => text.replace('> <0020>', '> <202F>')),
  },
  {
    name: 'a private character',
    rule: 'own private-characters',
    change: pdf => pdf.element('Figure').set('Alt', textString('\ue001 встреча')),
  },
]

export const annotationControls: readonly Control[] = [
  {
    name: 'a movie',
    rule: 'A 6.3.1-1',
    change: pdf => pdf.addAnnotation('Movie', 'Annot', { Contents: textString('Фильм') }),
  },
  { name: 'a link without flags', rule: 'A 6.3.2-1', change: pdf => pdf.annotation(0).delete('F') },
  { name: 'a hidden link', rule: 'A 6.3.2-1', change: pdf => pdf.annotation(0).set('F', 6) },
  {
    name: 'a remark without looks',
    rule: 'A 6.3.3-1',
    change: pdf => pdf.dictOf(pdf.addAnnotation('Text', 'Annot', { Contents: textString('Заметка') })).delete('AP'),
  },
  {
    name: 'a remark outside the structure',
    rule: 'UA 7.18.1-1',
    change: pdf => pdf.addAnnotation('Text', undefined, { Contents: textString('Заметка') }),
  },
  { name: 'a remark without words', rule: 'UA 7.18.1-2', change: pdf => pdf.addAnnotation('Text', 'Annot') },
  { name: 'no tab order', rule: 'UA 7.18.3-1', change: pdf => pdf.page.delete('Tabs') },
  {
    name: 'a field outside Form',
    rule: 'UA 7.18.4-1',
    change: pdf => pdf.addAnnotation('Widget', 'Annot', { Contents: textString('Поле') }),
  },
  {
    name: 'a printer mark in the structure',
    rule: 'UA 7.18.8-1',
    change: pdf => pdf.addAnnotation('PrinterMark', 'Annot'),
  },
  { name: 'a link without StructParent', rule: 'UA 7.18.5-1', change: pdf => pdf.annotation(0).delete('StructParent') },
  {
    name: 'a link that its element does not know',
    rule: 'UA 7.18.5-1',
    change: pdf => pdf.kids(pdf.element('Link')).pop(),
  },
  { name: 'a link in a Span', rule: 'UA 7.18.5-1', change: pdf => pdf.element('Link').set('S', name('Span')) },
  { name: 'a link without Contents', rule: 'UA 7.18.5-2', change: pdf => pdf.annotation(0).delete('Contents') },
  {
    name: 'a link to a script',
    rule: 'own link-target',
    change: action(dict({ S: name('URI'), URI: { bytes: 'javascript:alert(1)' } })),
  },
  {
    name: 'a link to nowhere',
    rule: 'own link-target',
    change: pdf => pdf.annotation(1).set('Dest', { bytes: 'lost' }),
  },
  {
    name: 'a form field',
    rule: 'own no-forms',
    change: pdf => pdf.catalog.set('AcroForm', dict({ Fields: [dict({ FT: name('Tx'), TU: textString('Поле') })] })),
  },
]
