/** Libraries of this room that come without types: what we use of them. */
declare module 'hyphen/*' {
  const language: { hyphenateSync(text: string): string }
  export default language
}

declare module 'petrovich' {
  type Inflect = {
    readonly [form in 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional']: (name: string) => string
  }
  type Parts = { readonly [part in 'first' | 'middle' | 'last']: Inflect }
  const petrovich: { readonly female: Parts; readonly male: Parts }
  export default petrovich
}
