/**
 * Our own judge of PDF/UA-1 (ISO 14289-1), PDF/A-3a (ISO 19005-3) and PAdES B-B, independent of the code that makes the files: it has
 * its own reader, runs the pages' content, and holds every rule of clauses.ts against the file. No findings: the file
 * conforms, as far as a machine of this size can tell.
 *
 *   bytes -> readSubject (objects, content, structure, fonts, XMP) -> each topic's rules -> findings
 */
import { checkAlternatives, checkReplacedSpaces } from './alternative-rules.ts'
import { checkAnnotations } from './annotation-rules.ts'
import { checkArtifacts } from './artifact-rules.ts'
import { checkAttachments } from './attachment-rules.ts'
import { checkColour } from './colour-rules.ts'
import { checkFile } from './file-rules.ts'
import type { Finding } from './finding.ts'
import { checkFonts } from './font-rules.ts'
import { checkHeadings } from './heading-rules.ts'
import { checkLanguage, checkScripts } from './language-rules.ts'
import { checkMetadata } from './metadata-rules.ts'
import { checkNesting } from './nesting-rules.ts'
import { checkReading } from './reading-rules.ts'
import { checkSignatures } from './signature-rules.ts'
import { checkStructure } from './structure-rules.ts'
import { type CheckOptions, readSubject } from './subject.ts'
import { checkTables } from './table-rules.ts'

/** What a file claims by its name: a build writes none that breaks one of these. */
const claims = [
  checkFile,
  checkMetadata,
  checkStructure,
  checkNesting,
  checkTables,
  checkHeadings,
  checkAlternatives,
  checkLanguage,
  checkArtifacts,
  checkAnnotations,
  checkSignatures,
  checkFonts,
  checkColour,
  checkAttachments,
]
/** What no standard asks of a file, and we do. */
const houseRules = [checkReading, checkScripts, checkReplacedSpaces]

export async function checkPdf(bytes: Uint8Array, options: CheckOptions = {}): Promise<readonly Finding[]> {
  const subject = readSubject(bytes, options)
  return [...claims, ...houseRules].flatMap(check => check(subject))
}

/** @returns the clauses of the two standards that the file breaks; a file that cannot be read throws */
export function brokenClauses(bytes: Uint8Array): readonly Finding[] {
  const subject = readSubject(bytes, {})
  return claims.flatMap(check => check(subject)).filter(({ rule }) => !rule.startsWith('own '))
}
