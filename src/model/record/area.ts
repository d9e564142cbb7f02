/** data/areas/<id>.yaml: an area of cooperation, with its codes in the Movement's systems. */
import { type Static, Type } from 'typebox'
import { text } from '../text.ts'
import { accepts, choice, count, line, ofTheDay, record } from './fields.ts'

export const goSectors = [
  'wash',
  'pgi',
  'cea',
  'migration',
  'health-public',
  'drr',
  'shelter',
  'ns-strengthening',
  'education',
  'livelihoods',
] as const
/** A project in GO may have those of any sector, and these. */
export const goTags = [...goSectors, 'recovery', 'internal-displacement', 'health-clinical', 'covid-19'] as const
export const icrcProgrammes = ['protection', 'assistance', 'prevention', 'cooperation', 'general'] as const

export const area = record('An area of cooperation.', {
  name: ofTheDay(text('Name of the area.')),
  short_name: Type.Optional(ofTheDay(text('Short form, for charts.'))),
  order: Type.Optional(ofTheDay(count('Place in lists; smaller first.'))),
  description: Type.Optional(text('What belongs to it.')),
  go_sector: Type.Optional(choice(goSectors, 'Primary sector in IFRC GO.')),
  icrc_programme: Type.Optional(choice(icrcProgrammes, 'Programme in the ICRC annual report.')),
  fdrs_indicators: Type.Optional(
    Type.Array(line('FDRS indicator code: KPI_TrainFA.'), {
      uniqueItems: true,
      description: 'FDRS indicators it feeds.',
    }),
  ),
  accepts: Type.Optional(accepts),
})

export type Area = Static<typeof area>
