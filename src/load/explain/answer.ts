/** Yes and no, as people answer in several languages and with signs. */

const answers: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'on', 'true', '1', '+', '✓', '✔', '☑', 'да', 'ha', 'ҳа', 'oui', 'sí', 'نعم'].map(
    word => [word, true] as const,
  ),
  ...['no', 'n', 'off', 'false', '0', 'нет', 'yoʻq', 'yo‘q', "yo'q", 'йўқ', 'non', 'لا'].map(
    word => [word, false] as const,
  ),
])

export const answerOf = (written: unknown): boolean | undefined => answers.get(String(written).trim().toLowerCase())
