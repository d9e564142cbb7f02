/** The page of all fields in one language, and the examples that it shows. */
import { aboutField } from '../../src/author/field-schema.ts'
import { factsOf, isKind } from '../../src/model/record/kinds.ts'
import type { Block, FieldOfBlock } from './blocks.ts'
import { type Example, exampleOf, exampleOfBlock, type Places } from './examples.ts'
import { valueWords } from './values.ts'
import { type PageLanguage, pageWords, phrasesIn, type Told, toldIn } from './words.ts'

export interface Page {
  readonly text: string
  readonly examples: readonly Example[]
}

export interface PageOf {
  readonly blocks: readonly Block[]
  readonly places: Places
  readonly language: PageLanguage
}

interface Writing extends PageOf {
  readonly told: Told
  readonly phrases: ReadonlyMap<string, string>
}

export function fieldsPage(of: PageOf): Page {
  const { title, intro } = pageWords[of.language]
  const writing: Writing = { ...of, told: toldIn(of.language), phrases: phrasesIn(of.language) }
  const parts = of.blocks.map(block => partOf(block, writing))
  const contents = of.blocks.flatMap(({ name, shape }) =>
    isKind(name) ? [`[${titleOf({ name, shape }, writing)}](#${name})`] : [],
  )
  const text = [`# ${title}`, '', intro, '', contents.join(' · '), '', ...parts.map(part => part.text)].join('\n')
  return { text: `${text.trimEnd()}\n`, examples: parts.flatMap(({ examples }) => examples) }
}

function partOf(block: Block, writing: Writing): Page {
  const { blocks, places, language } = writing
  const { head } = pageWords[language]
  const whole = exampleOfBlock(block, blocks, places.get(block.name) ?? [], language)
  const rows = block.fields.map(field => rowOf(block, field, writing))
  const lines = [
    `<a id="${anchorOf(block.name)}"></a>`,
    '',
    headingOf(block, writing),
    '',
    ...fileOf(block, writing),
    ...(whole ? ['```yaml', whole.text.trimEnd(), '```', ''] : []),
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows.map(({ text }) => text),
    '',
  ]
  return { text: lines.join('\n'), examples: [...(whole ? [whole] : []), ...rows.flatMap(row => row.examples)] }
}

const anchorOf = (block: string): string => block.replaceAll(/[^a-z_.]/g, '')

const titleOf = ({ name, shape }: Pick<Block, 'name' | 'shape'>, { told }: Writing): string =>
  told.blocks?.[name] ?? aboutField(shape).replace(/\.$/, '')

function headingOf(block: Block, writing: Writing): string {
  const { name } = block
  const { shared } = pageWords[writing.language]
  const words = titleOf(block, writing)
  if (isKind(name)) return `## ${words}`
  const [top = ''] = name.split('.')
  const isShared = !isKind(top)
  return `${isShared ? '##' : '###'} \`${name}\`: ${words}${isShared && !name.includes('.') ? ` (${shared})` : ''}`
}

function fileOf({ name }: Block, { language }: Writing): readonly string[] {
  if (!isKind(name)) return []
  const { folder, byYear } = factsOf(name)
  const path = folder === undefined ? `data/${name}.yaml` : `data/${folder}/${byYear ? '<year>/' : ''}<id>.yaml`
  return [`${pageWords[language].file}: \`${path}\``, '']
}

function rowOf(block: Block, field: FieldOfBlock, writing: Writing): Page {
  const { places, language, told, phrases } = writing
  const words = pageWords[language]
  const about = told.fields?.[block.name]?.[field.name] ?? aboutField(field.shape)
  const example =
    field.inside === undefined
      ? exampleOf(field.name, field.shape, places.get(`${block.name} ${field.name}`) ?? [], language)
      : undefined
  const value =
    field.inside === undefined
      ? valueWords(field.shape, {
          words: words.forms,
          phrases,
          choices: told.choices?.[block.name]?.[field.name] ?? {},
        })
      : `[${words.forms.fields}](#${anchorOf(field.inside)})`
  const cells = [
    `\`${field.name}\``,
    about,
    field.isRequired ? words.must : '',
    value,
    example ? `\`${example.text}\`` : '',
  ]
  return {
    text: `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    examples: example ? [example] : [],
  }
}
