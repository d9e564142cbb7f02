/** What machines read in a text, and typography must leave as typed: addresses, phone numbers, code, Markdown's targets. */

/** Source of a regular expression with the flags `gu`; it captures nothing. */
export const machineText = [
  '```[^]*?```',
  '(?<![\\p{L}`])`[^`\\n]+`(?![\\p{L}`])',
  // The target of a link, with its title; the line that defines one.
  '\\]\\([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*(?:\\s+"[^"\\n]*")?\\)',
  '(?<=^|\\n) {0,3}\\[[^\\]\\n]+\\]:[ \\t]+\\S+(?:[ \\t]+"[^"\\n]*")?(?=\\n|$)',
  '<?(?:https?:\\/\\/|mailto:|tel:|www\\.)[^\\s<>]+>?',
  // From the start of a word only: from each of its letters, a long one would be read to its end again.
  '(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+',
  '\\+\\d[\\d ()\\u00a0-]{4,24}\\d',
].join('|')
