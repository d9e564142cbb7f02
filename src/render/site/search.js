/**
 * Searches in what stands on the page: no network and no index. Every word that is typed must begin a word of an entry,
 * whatever its accents and its case. Without this script everything is shown, and there is no field.
 */
;(() => {
  const box = document.querySelector('.search')
  const field = document.querySelector('#search')
  const status = box?.querySelector('[role=status]')
  if (!box || !field || !status) return
  const plain = text =>
    text
      .normalize('NFKD')
      .replace(/[\p{M}\u02bb\u02bc'’‘`]/gu, '')
      .toLowerCase()
  const entries = [...document.querySelectorAll('[data-names]')].map(element => {
    const text = [...element.querySelectorAll('[data-text]')].map(each => each.textContent).join(' ')
    return { element, words: plain(`${text} ${element.dataset.names}`).split(/[^\p{L}\p{N}]+/u) }
  })
  const groups = [...document.querySelectorAll('[data-group]')]
  const search = () => {
    const asked = plain(field.value)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
    let found = 0
    for (const { element, words } of entries) {
      const isFound = asked.every(word => words.some(each => each.startsWith(word)))
      element.hidden = !isFound
      if (isFound) found += 1
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-names]:not([hidden])')
    const { found: label, none } = status.dataset
    status.textContent =
      asked.length === 0 ? '' : found === 0 ? none : `${label} ${found.toLocaleString(document.documentElement.lang)}`
  }
  field.addEventListener('input', search)
  box.hidden = false
  // A browser that goes back fills the field again.
  if (field.value) search()
})()
