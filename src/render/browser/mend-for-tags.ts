/**
 * What Chromium leaves out of the tags of a PDF though it stands on the page, put so that it stays. Run in the page.
 *
 *   an empty cell                   is dropped, and the cells after it move: ISO 14289-1, 7.2   ->  a no-break space in it
 *   <br>, a line end of a pre       leaves nothing between two words: one<br>two is "onetwo"   ->  a space before it
 */
export const mendForTags = `page => {
  const showsNothing = cell => !/[^\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]/u.test(cell.textContent) && !cell.querySelector('img:not([alt=""]), svg')
  for (const cell of page.querySelectorAll('td, th')) if (showsNothing(cell)) cell.append('\\u00a0')
  for (const end of page.querySelectorAll('br')) {
    const space = page.createElement('span')
    space.style.whiteSpace = 'pre-wrap'
    space.textContent = ' '
    end.before(space)
  }
  const inPre = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (inPre.nextNode()) {
    const text = inPre.currentNode
    if (text.data.includes('\\n') && text.parentElement.closest('pre')) text.data = text.data.replace(/(?<=\\S)\\n/g, ' \\n')
  }
}`
