/** Whether a text holds a letter that is written from right to left: Unicode's bidirectional classes R and AL. */
export const isFromTheRight = (text: string): boolean => strong.test(text)

const strong =
  /[\p{L}&&[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Samr}\p{scx=Mand}\p{scx=Yezi}]]/v
