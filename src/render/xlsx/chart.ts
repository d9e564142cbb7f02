/** One native chart as XML (ECMA-376 part 1, 21.2): ranges with what their cells hold, so that it shows where nothing is calculated. */
import { directionOf, type Language } from '../../model/text.ts'
import type { Chart, ChartCells, ChartSeries } from '../../model/workbook-sheet.ts'
import { areaLook, chartLooks, lineLook, lookAt, markLook } from './chart-look.ts'
import { chartFormat, numberFormat } from './styles.ts'
import { escapeXml } from './xml.ts'

interface Setting {
  readonly colour: string
  readonly language: Language
}

export function chartXml(chart: Chart, setting: Setting): string {
  const isAmong = chart.series.length > 1 || chart.series.some(({ look }) => look !== undefined)
  const isKeyed = isAmong && chart.type === 'bar'
  const hasLegend = !isKeyed && (isAmong || chart.against !== undefined || chart.type === 'doughnut')
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title, setting, isKeyed ? keyXml(chart, setting) : '')}` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(chart, setting)}</c:plotArea>` +
    (hasLegend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="C9CED6"/></a:solidFill></a:ln></c:spPr>' +
    `${textLook(1000)}</c:chartSpace>`
  )
}

const ink = '1F2328'
const letters = (size: number, bold = false, colour = ink) =>
  `sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="Arial"/><a:cs typeface="Arial"/>`

const textLook = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${letters(size)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`

const titleXml = (text: string, setting: Setting, beneath = '') =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${lineXml(1200, setting, runXml(text, 1200, { bold: true }))}${beneath}` +
  '</c:rich></c:tx><c:overlay val="0"/></c:title>'

function lineXml(size: number, { language }: Pick<Setting, 'language'>, runs: string): string {
  const turned = directionOf(language) === 'rtl' ? ' rtl="1"' : ''
  return `<a:p><a:pPr${turned}><a:defRPr ${letters(size, runs.includes(' b="1"'))}</a:defRPr></a:pPr>${runs}</a:p>`
}

const runXml = (text: string, size: number, { bold = false, colour = ink }: { bold?: boolean; colour?: string } = {}) =>
  `<a:r><a:rPr lang="en-US" ${letters(size, bold, colour)}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`

/**
 * Under the title, what each of the bars beside one another is, from the top down: of such bars LibreOffice turns the
 * order of a legend round.
 */
function keyXml({ series }: Chart, setting: Setting): string {
  const entries = series.map(({ name, look }, index) => {
    const { sign, edge } = lookAt(setting.colour, look ?? index)
    return (
      runXml(`${index > 0 ? '      ' : ''}${sign} `, 1000, { colour: edge }) +
      runXml(String(name.points[0] ?? ''), 1000)
    )
  })
  return lineXml(1000, setting, entries.join(''))
}

function plotXml(chart: Chart, setting: Setting): string {
  switch (chart.type) {
    case 'doughnut':
      return `<c:doughnutChart><c:varyColors val="1"/>${sharesXml(chart, setting)}<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart>`
    case 'line':
      return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
        `${seriesXml(chart, setting)}<c:marker val="1"/>${axisIds}</c:lineChart>${axesXml(chart, setting)}`
      )
    default: {
      const stacked = isStacked(chart)
      return (
        `<c:barChart><c:barDir val="${isAcross(chart) ? 'bar' : 'col'}"/>` +
        `<c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${seriesXml(chart, setting)}` +
        `<c:gapWidth val="60"/><c:overlap val="${stacked ? 100 : 0}"/>${axisIds}</c:barChart>` +
        `${marksXml(chart, setting)}${axesXml(chart, setting)}`
      )
    }
  }
}

const isAcross = ({ type }: Chart) => type === 'bar' || type === 'stacked-bar'
const isStacked = ({ type }: Chart) => type === 'stacked' || type === 'stacked-bar'

/** What stacks are held against, on the same axes. */
function marksXml({ categories, series, against }: Chart, setting: Setting): string {
  if (!against) return ''
  const marks: Labelled = { type: 'line', series: [against] }
  return (
    '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
    `<c:ser>${headXml(against, series.length)}${markLook}${labelsXml(marks, against, setting)}` +
    `${valuesXml(categories, against, setting)}<c:smooth val="0"/></c:ser><c:marker val="1"/>${axisIds}</c:lineChart>`
  )
}

function seriesXml(chart: Chart, setting: Setting): string {
  const looks = chartLooks(setting.colour, chart.series.length)
  return chart.series
    .map((series, index) => {
      const look = series.look === undefined ? looks[index] : lookAt(setting.colour, series.look)
      if (!look) return ''
      const drawn = chart.type === 'line' ? lineLook(look) : `${areaLook(look)}<c:invertIfNegative val="0"/>`
      return (
        `<c:ser>${headXml(series, index)}${drawn}${labelsXml(chart, series, setting)}` +
        `${valuesXml(chart.categories, series, setting)}${chart.type === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
      )
    })
    .join('')
}

function sharesXml(chart: Chart, setting: Setting): string {
  const looks = chartLooks(setting.colour, chart.categories.points.length)
  const points = looks.map(
    (look, index) => `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/>${areaLook(look)}</c:dPt>`,
  )
  return chart.series
    .slice(0, 1)
    .map(
      (series, index) =>
        `<c:ser>${headXml(series, index)}${points.join('')}${labelsXml(chart, series, setting)}` +
        `${valuesXml(chart.categories, series, setting)}</c:ser>`,
    )
    .join('')
}

const headXml = ({ name }: ChartSeries, index: number) =>
  `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textsXml(name)}</c:tx>`

function valuesXml(categories: ChartCells, { values, style }: ChartSeries, { language }: Setting): string {
  const points = values.points.map((value, index) => (typeof value === 'number' ? pointXml(value, index) : '')).join('')
  return (
    `<c:cat>${textsXml(categories)}</c:cat><c:val><c:numRef><c:f>${escapeXml(values.range)}</c:f><c:numCache>` +
    `<c:formatCode>${escapeXml(numberFormat(style, language) ?? 'General')}</c:formatCode>` +
    `<c:ptCount val="${values.points.length}"/>${points}</c:numCache></c:numRef></c:val>`
  )
}

function textsXml({ range, points }: ChartCells): string {
  const texts = points.map((text, index) => (text === null ? '' : pointXml(text, index))).join('')
  return `<c:strRef><c:f>${escapeXml(range)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${texts}</c:strCache></c:strRef>`
}

const pointXml = (value: string | number, index: number) =>
  `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`

type Labelled = Pick<Chart, 'type' | 'series'>

/** In a stack so narrow a part has no room for its number, which would stand on that of the next: the table has it. */
const leastShare = 0.07

function crowdedXml({ type, series }: Labelled, { values }: ChartSeries): string {
  if (!type.startsWith('stacked')) return ''
  const numberAt = (points: ChartCells['points'], at: number) => Math.abs(Number(points[at] ?? 0))
  const stacks = values.points.map((_, at) => series.reduce((sum, each) => sum + numberAt(each.values.points, at), 0))
  const least = leastShare * Math.max(...stacks)
  return values.points
    .map((_, at) =>
      numberAt(values.points, at) < least ? `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>` : '',
    )
    .join('')
}

/** The number beside each bar, so that no colour has to be matched; on stacked ones, on a white ground. */
function labelsXml(chart: Labelled, series: ChartSeries, { language }: Setting): string {
  const [{ type }, { style }] = [chart, series]
  const isShare = type === 'doughnut'
  const format = isShare ? chartFormat('percent', language) : chartFormat(style, language)
  const ground =
    isShare || type.startsWith('stacked') ? '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>' : ''
  const place = type === 'line' ? 't' : type.startsWith('stacked') ? 'ctr' : 'outEnd'
  return (
    `<c:dLbls>${crowdedXml(chart, series)}<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${ground}${textLook(900)}` +
    `${isShare ? '' : `<c:dLblPos val="${place}"/>`}<c:showLegendKey val="0"/><c:showVal val="${isShare ? 0 : 1}"/>` +
    `<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="${isShare ? 1 : 0}"/><c:showBubbleSize val="0"/></c:dLbls>`
  )
}

const axisIds = '<c:axId val="1001"/><c:axId val="1002"/>'
const rule = (colour: string) =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`

const unitXml = (unit: string, setting: Pick<Setting, 'language'>) =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${lineXml(900, setting, runXml(unit, 900))}</c:rich></c:tx><c:overlay val="0"/></c:title>`

/** Half as long must mean half as much: a bar begins at zero, whatever the least of them is. */
function fromZero({ type, series }: Chart): string {
  const isBelow = series.some(({ values }) => values.points.some(point => typeof point === 'number' && point < 0))
  return type === 'line' || isBelow ? '' : '<c:min val="0"/>'
}

/** Horizontal bars read from the top down, as the table does; what is written from right to left begins on the right. */
function axesXml(chart: Chart, { language }: Setting): string {
  const isFromTheRight = directionOf(language) === 'rtl'
  const start = isFromTheRight ? 'r' : 'l'
  const { unit, series } = chart
  const across = isAcross(chart)
  const style = series[0]?.style ?? 'count'
  const [format = ''] = chartFormat(style, language).split(';')
  const unitTitle = unit ? unitXml(unit, { language }) : ''
  return (
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${across || isFromTheRight ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${across ? start : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${rule('4A5059')}${textLook(900)}` +
    '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' +
    '<c:noMultiLvlLbl val="1"/></c:catAx>' +
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="${across && isFromTheRight ? 'maxMin' : 'minMax'}"/>${fromZero(chart)}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${across ? 'b' : start}"/><c:majorGridlines>${rule('E3E6EA')}</c:majorGridlines>${unitTitle}` +
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/>${rule('C9CED6')}${textLook(900)}<c:crossAx val="1001"/>` +
    `<c:crosses val="${across ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  )
}
