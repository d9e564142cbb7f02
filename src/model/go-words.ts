/**
 * What IFRC GO calls its sectors, tags and choices: the labels that its bulk import takes and that its exports have.
 *
 * From the importer itself, `ProjectImportForm` in deployments/forms.py of github.com/IFRCGo/go-api at commit fc46494
 * (`VisibilityCharChoices` in api/models.py with capitals and all); the tags beyond the sectors from deployments/migrations/0073.
 */

export const goSectorWords = {
  wash: 'WASH',
  pgi: 'PGI',
  cea: 'CEA',
  migration: 'Migration',
  'health-public': 'Health (public)',
  drr: 'DRR',
  shelter: 'Shelter',
  'ns-strengthening': 'NS Strengthening',
  education: 'Education',
  livelihoods: 'Livelihoods and basic needs',
} as const
export const goTagWords = {
  ...goSectorWords,
  recovery: 'Recovery',
  'internal-displacement': 'Internal displacement',
  'health-clinical': 'Health (clinical)',
  'covid-19': 'COVID-19',
} as const
export const goOperationWords = { programme: 'Programme', emergency: 'Emergency Operation' } as const
export const goProgrammeWords = { bilateral: 'Bilateral', multilateral: 'Multilateral', domestic: 'Domestic' } as const
export const goVisibilityWords = {
  public: 'Public',
  movement: 'Membership',
  ifrc: 'IFRC Only',
  ns: 'IFRC_NS',
} as const
