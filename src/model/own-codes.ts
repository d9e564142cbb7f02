/** Codes that a workspace may add to those of Khabar, by giving them words. */

export const ownCodePattern = '^[a-z][a-z0-9-]{0,29}$'

/** Under these keys of a wording any code has words. */
export const openGroups = ['report.meeting_kinds', 'report.units', 'press.lead'] as const
