/** An embargo against a moment: the one thing that a clock decides. */

/** Both ISO 8601. */
export const isPast = (until: string, asOf: string): boolean => Date.parse(until) <= Date.parse(asOf)
