/** Ids of new records, made of their year and name: the same row makes the same id, and the same letters everywhere. */
import { idPattern } from '../model/record/fields.ts'

const form = new RegExp(idPattern)
export const hasOwnIdForm = (text: string): boolean => form.test(text)

const cyrillic =
  'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ' +
  'ъ= ы=y ь= э=e ю=yu я=ya ў=o қ=q ғ=g ҳ=h і=i ң=ng ө=o ү=u һ=h ә=a ұ=u ҷ=j ӣ=i ӯ=u'
const latin: ReadonlyMap<string, string> = new Map(
  cyrillic.split(' ').map(pair => [pair.charAt(0), pair.slice(2)] as const),
)

const longest = 60

/** @param isTaken by another record, or by a file of that name */
export function newId(name: string, start: string, isTaken: (id: string) => boolean): string {
  const year = start.slice(0, 4)
  const slug = slugOf(name)
  const base = slug === '' ? `${start}-activity` : `${year}-${slug}`
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!isTaken(id) && hasOwnIdForm(id)) return id
  }
}

function slugOf(name: string): string {
  const letters = name.toLowerCase().replace(/./gsu, letter => latin.get(letter) ?? letter)
  const words = letters
    .normalize('NFKD')
    .replace(/[\u0300-\u036f‘’'ʻʼ`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}
