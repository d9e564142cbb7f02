/** Plain data -> YAML 1.2. Every string is in double quotes as in JSON, so none can be read as anything else. */

export type Data = string | number | boolean | readonly Data[] | { readonly [name: string]: Data }

/** @param value a map; names of fields are plain words: `short_name` */
export function toYaml(value: Data): string {
  return `${block(value, 0)}\n`
}

function block(value: Data, depth: number): string {
  if (typeof value !== 'object') return scalar(value)
  const indent = '  '.repeat(depth)
  if (isList(value)) {
    if (value.length === 0) return '[]'
    return value.map(each => `${indent}- ${block(each, depth + 1).trimStart()}`).join('\n')
  }
  const fields = Object.entries(value)
  if (fields.length === 0) return '{}'
  return fields.map(([name, each]) => `${indent}${name}:${after(each, depth)}`).join('\n')
}

/** A scalar on the same line, a list or map on the next. */
function after(value: Data, depth: number): string {
  const isNested = typeof value === 'object' && Object.keys(value).length > 0
  return isNested ? `\n${block(value, depth + 1)}` : ` ${block(value, depth)}`
}

/** JSON's own escapes are YAML's; what YAML may not hold raw and JSON may is escaped besides (YAML 1.2.2 §5.1). */
function scalar(value: string | number | boolean): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const isList = (value: object): value is readonly Data[] => Array.isArray(value)
