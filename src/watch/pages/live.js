// Runs in the person's browser: hears what is new and puts it on the page, where they had scrolled to and what they had
// chosen left as it was. Without it the pages work too; then they are reloaded by hand.

const root = document.documentElement
let source

function connect() {
  if (source && source.readyState !== EventSource.CLOSED) return
  source = new EventSource('/events')
  source.addEventListener('message', ({ data }) => hear(JSON.parse(data)))
  source.addEventListener('error', () => say(status()?.dataset.stopped, 'ended'))
}

// A browser opens six connections to one place: a page that nobody sees gives its own back.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) source?.close()
  else connect()
})

function hear({ revision, building }) {
  if (String(revision) !== root.dataset.revision || status()?.classList.contains('ended')) void refresh()
  else if (building?.total > 0) {
    const { done, total } = building
    say(status()?.dataset.counting?.replace('{done}', done).replace('{total}', total), 'busy')
  }
}

const status = () => document.getElementById('status')

function say(text, look) {
  const line = document.getElementById('status-text')
  if (!line || text === undefined || line.textContent === text) return
  line.textContent = text
  status().className = `status ${look}`
}

let refreshing = false
let again = false

async function refresh() {
  again = refreshing
  if (refreshing) return
  refreshing = true
  try {
    const answer = await fetch(location.href, { cache: 'no-store' })
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    say(status()?.dataset.stopped, 'ended')
  } finally {
    refreshing = false
  }
  if (again) void refresh()
}

function show(fresh) {
  if (fresh.body.dataset.page !== document.body.dataset.page) return location.reload()
  root.dataset.revision = fresh.documentElement.dataset.revision
  document.title = fresh.title
  const focused = document.activeElement?.getAttribute('href')
  for (const now of fresh.querySelectorAll('[data-live]')) {
    const old = document.getElementById(now.id)
    if (!old) return location.reload()
    old.className = now.className
    if (old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes)
  }
  if (focused && document.activeElement === document.body)
    document.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
  showFrame(fresh.getElementById('shown'))
}

function showFrame(fresh) {
  const frame = document.getElementById('shown')
  if (!frame || !fresh || frame.dataset.sha === fresh.dataset.sha) return
  frame.dataset.sha = fresh.dataset.sha
  const { scrollX, scrollY } = frame.contentWindow
  frame.addEventListener('load', () => frame.contentWindow.scrollTo(scrollX, scrollY), { once: true })
  frame.contentWindow.location.reload()
}

// A link inside the release leads to it in another language: then the bar above it follows.
const frame = document.getElementById('shown')
frame?.addEventListener('load', () => {
  const path = frame.contentWindow.location.pathname
  if (path !== new URL(frame.src).pathname && path.startsWith('/files/') && path.endsWith('.html'))
    location.assign(path.replace('/files/', '/preview/').replace(/\.html$/, ''))
})

connect()
