/** Libraries of this room that come without types: what we use of them. */
declare module 'hyphen/*' {
  const language: { hyphenateSync(text: string): string }
  export default language
}
