/** How far the clocks of a time zone are from UTC: by the tables of the platform, never by the machine's own zone. */

/** `+05:00`, and `Z` for none. @param moment in UTC, near enough: `2022-08-15T00:00:00Z` */
export function offsetIn(timeZone: string, moment: string): string {
  const parts = offsetsOf(timeZone).formatToParts(Date.parse(moment))
  const offset = parts.find(part => part.type === 'timeZoneName')?.value.replace('GMT', '')
  return offset === undefined || offset === '' ? 'Z' : offset
}

/** Dear to make, and there are few time zones. */
const formats = new Map<string, Intl.DateTimeFormat>()
function offsetsOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}

/** Of a continent and a city, as records name it: an offset is no zone. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name)) return false
  try {
    return offsetsOf(name).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
