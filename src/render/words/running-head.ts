/** A title as the margins of pages have room for it, on a line or two: the whole stands on the first page. */

/** As long as a headline that lists and phones do not cut. In the margin nothing breaks a word. */
const longest = { text: 110, word: 60 }

export function runningHead(title: string): string {
  const words: string[] = []
  for (const word of title.split(' ')) {
    const start = word.slice(0, longest.word)
    if ([...words, start].join(' ').length > longest.text) return `${words.join(' ')}…`
    words.push(start)
    if (start !== word) return `${words.join(' ')}…`
  }
  return title
}
