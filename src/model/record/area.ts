/** data/areas/<id>.yaml: an area of cooperation, with its codes in the Movement's systems. */
import { type Static, Type } from 'typebox'
import { text } from '../text.ts'
import { choice, count, line, record } from './fields.ts'

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
export const icrcProgrammes = ['protection', 'assistance', 'prevention', 'cooperation', 'general'] as const

export const area = record('An area of cooperation.', {
  name: text('Name of the area.'),
  short_name: Type.Optional(text('Short form, for charts.')),
  order: Type.Optional(count('Place in lists; smaller first.')),
  description: Type.Optional(text('What belongs to it.')),
  go_sector: Type.Optional(choice(goSectors, 'Primary sector in IFRC GO.')),
  icrc_programme: Type.Optional(choice(icrcProgrammes, 'Programme in the ICRC annual report.')),
  fdrs_indicators: Type.Optional(
    Type.Array(line('FDRS indicator code: KPI_TrainFA.'), {
      uniqueItems: true,
      description: 'FDRS indicators it feeds.',
    }),
  ),
})

export type Area = Static<typeof area>
