/** A place in a file's objects from which one walks on by key or index; what is not there is a cursor on nothing. */
import { decodeStream, filterNames } from './filters.ts'
import { type PdfFile, resolveIn } from './pdf-file.ts'
import { decodeText, isDict, isName, isRef, isStream, isString, type PdfDict, type PdfObject } from './pdf-objects.ts'

export class Cursor {
  readonly file: PdfFile
  readonly value: PdfObject
  /** The object's number, when it was reached by reference. */
  readonly number: number | undefined

  constructor(file: PdfFile, object: PdfObject) {
    this.file = file
    const number = isRef(object) ? object.ref : undefined
    this.number = number
    this.value = number === undefined ? object : (file.objects.get(number) ?? null)
  }

  get dict(): PdfDict | undefined {
    if (isStream(this.value)) return this.value.dict
    return isDict(this.value) ? this.value : undefined
  }
  get name(): string | undefined {
    return isName(this.value) ? this.value.name : undefined
  }
  get text(): string | undefined {
    return isString(this.value) ? decodeText(this.value) : undefined
  }
  get bytes(): string | undefined {
    return isString(this.value) ? this.value.bytes : undefined
  }
  get integer(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined
  }
  get isThere(): boolean {
    return this.value !== null
  }
  get isTrue(): boolean {
    return this.value === true
  }
  get isStream(): boolean {
    return isStream(this.value)
  }

  get(key: string): Cursor {
    return new Cursor(this.file, this.dict?.get(key) ?? null)
  }
  get items(): readonly Cursor[] {
    return Array.isArray(this.value) ? this.value.map(each => new Cursor(this.file, each)) : []
  }
  /** The array's items, or the single value that stands in place of an array. */
  get list(): readonly Cursor[] {
    if (!this.isThere) return []
    return Array.isArray(this.value) ? this.items : [this]
  }
  get numbers(): readonly number[] {
    return this.items.flatMap(each => each.integer ?? [])
  }
  get entries(): readonly (readonly [string, Cursor])[] {
    return [...(this.dict ?? [])].map(([key, value]) => [key, new Cursor(this.file, value)])
  }

  /** A stream's data with all filters taken off. */
  get data(): Uint8Array {
    const { value } = this
    return (isStream(value) && decodeStream(value, resolveIn(this.file.objects))) || new Uint8Array()
  }
  get filters(): readonly string[] {
    return isStream(this.value) ? filterNames(this.value, resolveIn(this.file.objects)) : []
  }

  /** The same object: the same number, or the same value where it has none. */
  is(other: Cursor): boolean {
    return this.number === undefined ? this.value === other.value : this.number === other.number
  }
}

/** Leaves of a name tree or a number tree, in order. */
export function treeLeaves(tree: Cursor, key: 'Names' | 'Nums'): readonly (readonly [Cursor, Cursor])[] {
  const list = tree.get(key).items
  const own = list.flatMap((each, index) => (index % 2 ? [] : [[each, list[index + 1] ?? each] as const]))
  return [...own, ...tree.get('Kids').items.flatMap(kid => treeLeaves(kid, key))]
}
