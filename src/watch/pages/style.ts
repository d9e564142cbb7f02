/** The look of the preview's own pages: fonts of the person's system, light and dark, wide and narrow. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfbfa; --panel: #fff; --text: #1c1d20; --quiet: #5a5d66; --hairline: #dcdde1;
  --link: #1a5a96; --good: #1c7046; --busy: #8a5a00; --bad: #a3341c; --bad-ground: #fdf3ef; --code-ground: #f3f3f1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #17181b; --panel: #1f2124; --text: #ececee; --quiet: #a9acb5; --hairline: #383a40;
    --link: #8fc1f2; --good: #7fcfa3; --busy: #e6b95c; --bad: #f3a08c; --bad-ground: #2b1d19; --code-ground: #141517;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0 }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  min-height: 100dvh; background: var(--ground); color: var(--text); overflow-wrap: break-word;
  font: 400 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
}
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font }
a:focus-visible, pre:focus-visible { outline: .1875rem solid var(--link); outline-offset: .125rem; border-radius: .125rem }
main:focus { outline: none }
.skip { position: absolute; left: .5rem; top: -5rem; z-index: 2; padding: .5rem 1rem; background: var(--text); color: var(--ground) }
.skip:focus { top: .5rem }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }

.top { position: sticky; top: 0; z-index: 1; background: var(--panel); border-bottom: 1px solid var(--hairline) }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .125rem 1.25rem; max-width: 64rem; margin: 0 auto; padding: .5rem 1.25rem }
.brand { font-weight: 650; font-size: 1.0625rem; color: var(--text); text-decoration: none }
.brand span { font-weight: 400; color: var(--quiet) }
.top nav { display: flex; flex-wrap: wrap; gap: 0 .25rem }
.top nav a, .choices a { display: inline-block; padding: .3125rem .625rem; border-radius: .375rem; color: var(--text); text-decoration: none }
.top nav a:hover, .choices a:hover { background: var(--code-ground) }
a[aria-current] { background: var(--code-ground); font-weight: 600 }
.count { display: inline-block; min-width: 1.5em; padding: 0 .375em; border-radius: 1em; background: var(--code-ground); color: var(--quiet); font-size: .8125rem; font-weight: 600; text-align: center }
a[aria-current] .count { background: var(--ground) }
.count.bad, a[aria-current] .count.bad { background: var(--bad); color: var(--panel) }
.status { display: flex; align-items: center; gap: .5rem; margin-left: auto; font-size: .875rem; color: var(--quiet); font-variant-numeric: tabular-nums }
.dot { flex: none; width: .625rem; height: .625rem; border-radius: 50%; background: var(--busy) }
.good .dot { background: var(--good) }
.old .dot { border-radius: .125rem; background: var(--bad) }
.old { color: var(--bad); font-weight: 600 }
.ended .dot { background: var(--quiet) }
.bar { max-width: none; padding-top: .25rem; border-top: 1px solid var(--hairline); font-size: .9375rem }
.bar .files { margin-left: auto }

main { max-width: 64rem; margin: 0 auto; padding: 1.25rem 1.25rem 4rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
h2 { font-size: 1.0625rem; line-height: 1.4 }
.choices { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-bottom: .5rem }
.choices nav { display: flex; flex-wrap: wrap; gap: .25rem; margin-left: -.625rem }
main section > h2 { margin: 1.5rem 0 .5rem }
.works { list-style: none; border: 1px solid var(--hairline); border-radius: .5rem; background: var(--panel) }
.works li { display: flex; flex-wrap: wrap; align-items: center; gap: .375rem 1.25rem; padding: .75rem 1rem }
.works li + li { border-top: 1px solid var(--hairline) }
.what { flex: 1 1 22rem; min-width: 0 }
.title { font-weight: 550; text-wrap: pretty }
.id { display: block; font-size: .8125rem; color: var(--quiet) }
.badge { font-size: .8125rem; font-weight: 500; color: var(--quiet); white-space: nowrap }
.badge::before { content: ''; display: inline-block; width: .5rem; height: .5rem; margin-right: .4375rem; border-radius: 50%; background: var(--good) }
.badge.building { color: var(--busy) }
.badge.building::before { background: var(--busy) }
.badge.error { color: var(--bad) }
.badge.error::before { border-radius: .125rem; background: var(--bad) }
.files { display: flex; flex-wrap: wrap; gap: .25rem .875rem; font-size: .875rem }
.works .files { min-width: 9.5rem }
.empty { padding: 2rem 0; color: var(--quiet) }
.empty strong { display: block; color: var(--text) }

.alert { margin-bottom: 1.5rem; padding: .875rem 1.125rem; border: 1px solid var(--bad); border-radius: .5rem; background: var(--bad-ground) }
.alert section > h2 { margin-top: .625rem }
.alert section:first-child > h2 { margin-top: 0 }
.file > h2 { margin-top: 1.75rem; font-weight: 600 }
.file code, pre { font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono', 'Liberation Mono', monospace; font-size: .8125rem }
.file code { font-size: .9375rem }
.problem { margin-top: .5rem; padding: .75rem 1rem; border: 1px solid var(--hairline); border-left: .25rem solid var(--bad); border-radius: .375rem; background: var(--panel) }
.problem.warning { border-left-color: var(--busy) }
.problem h3 { font-size: 1rem; font-weight: 550; line-height: 1.4 }
.tag { margin-right: .25rem; color: var(--bad); font-weight: 700 }
.warning .tag { color: var(--busy) }
mark { color: inherit; background: none; font-weight: 700; text-decoration: underline wavy var(--bad) from-font; text-underline-offset: .25em; text-decoration-skip-ink: none }
mark:empty { padding-right: .5em; border-bottom: .125rem solid var(--bad) }
.warning mark { text-decoration-color: var(--busy) }
.place { margin-top: .625rem; font-size: .8125rem; color: var(--quiet) }
.number { margin-right: 1em; padding-right: .75em; border-right: 1px solid var(--hairline); color: var(--quiet); user-select: none }
pre { margin: .25rem 0 0; padding: .5rem .75rem; overflow-x: auto; border-radius: .375rem; background: var(--code-ground); line-height: 1.7; white-space: pre-wrap }
.hints, .beside { margin: .625rem 0 0; padding-left: 1.125rem }
.code { margin-top: .375rem; font-size: .8125rem; color: var(--quiet) }

body[data-page=preview] { display: flex; flex-direction: column; height: 100dvh }
[data-page=preview] .row { max-width: none }
[data-page=preview] main { flex: 1; display: flex; flex-direction: column; width: 100%; max-width: none; min-height: 0; padding: 0 }
[data-page=preview] .alert { flex: none; max-height: 45dvh; margin: 0; overflow: auto; border-width: 0 0 1px; border-radius: 0 }
[data-page=preview] .alert > * { max-width: 62rem; margin-left: auto; margin-right: auto }
iframe { flex: 1; width: 100%; min-height: 12rem; border: 0; background: #fff }
@media (prefers-color-scheme: dark) { iframe { background: #17171a } }

@media (max-width: 40rem) {
  .top { position: static }
  .row { padding: .5rem .875rem; gap: .125rem .75rem }
  .status { margin-left: 0; flex-basis: 100% }
  main { padding: .875rem .875rem 3rem }
  .top nav a { padding: .25rem .5rem; margin-left: -.125rem }
  .works .files { min-width: 0 }
  .bar .files { margin-left: 0 }
  .alert { padding: .75rem .875rem }
}
@media (forced-colors: active) { .dot, .badge::before { forced-color-adjust: none } }
`
