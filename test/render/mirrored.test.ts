/** What has a left and a right whatever the direction of its text is mirrored for a language that is written from right to left. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawingFor, styleFor } from '../../src/render/words/mirrored.ts'
import { barChart } from '../../src/render/words/svg-chart.ts'

const css = `@page { margin: 17mm 18mm 15mm 20mm; @top-left { padding: 0 0 6mm 8mm; text-align: left } @bottom-right { padding-right: 2mm } }
.x { left: 1mm; padding: 1mm 2mm 3mm 4mm }`

test('the rules of @page, and no others', () => {
  expect(styleFor('ar', css)).toBe(
    `@page { margin: 17mm 20mm 15mm 18mm; @top-right { padding: 0 8mm 6mm 0; text-align: right } @bottom-left { padding-left: 2mm } }
.x { left: 1mm; padding: 1mm 2mm 3mm 4mm }`,
  )
  expect(styleFor('ru', css)).toBe(css)
})

test('styles of our own name no side but in @page, where both are told apart', () => {
  for (const path of ['page.css', 'press/release.css', 'press/page.css', 'report/summary.css']) {
    const text = readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8').replace(/\/\*.*?\*\//gs, '')
    const rest = text.replace(/@page\b[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
    const sides = rest.match(
      /(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:/g,
    )
    // The edge of the page cuts off borders on the right, whatever the language.
    expect(sides ?? []).toEqual(path === 'report/summary.css' ? ['padding-right'] : [])
  }
})

test('a chart', () => {
  const bars = [{ label: 'منطقة', first: { text: '10', share: 1 }, second: { text: '5', share: 0.5 } }]
  const words = { alt: 'x', first: 'الهدف', second: 'الفعلي' }
  const places = (svg: string) => ({
    right: [...svg.matchAll(/<rect [^>]*x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map(
      ([, x, width]) => Number(x) + Number(width),
    ),
    texts: [...svg.matchAll(/<text [^>]*x="([\d.]+)"/g)].map(([, x]) => Number(x)),
  })
  const ink = (text: string) => text.length / 2
  const [across, turned] = [barChart(bars, words, { ink }), barChart(bars, words, { ink, direction: 'rtl' })]
  expect(places(turned).texts).toEqual(places(across).texts.map(x => 232 - x))
  expect(new Set(places(turned).right)).toEqual(new Set([231.5, 115.5]))
  expect(drawingFor('ltr', across, 232)).toBe(across)
})
