/**
 * Countries as IFRC GO writes them, where CLDR writes them otherwise: the import knows a country by this name alone.
 *
 * From GO's own list, https://goadmin.ifrc.org/api/v2/country/ (281 entries, as recorded in the tests of
 * github.com/OCHA-DAP/hdx-scraper-ifrc at commit 8393f17): of its 197 independent countries 28 differ, and 9 territories.
 */

const byCode: { readonly [code: string]: string } = {
  AG: 'Antigua and Barbuda',
  BA: 'Bosnia and Herzegovina',
  BN: 'Brunei Darussalam',
  CD: 'Democratic Republic of Congo',
  CG: 'Congo',
  CI: "Côte d'Ivoire",
  CV: 'Cabo Verde',
  CZ: 'Czech Republic',
  FK: 'Falkland Islands (Malvinas)',
  FM: 'Micronesia, Federated States of',
  GM: 'Gambia, Republic of The',
  GS: 'South Georgia and the South Sandwich Island',
  HM: 'Heard Island and McDonald Islands',
  IR: 'Iran, Islamic Republic of',
  KN: 'Saint Kitts and Nevis',
  KP: "Democratic People's Republic of Korea",
  KR: 'Republic of Korea',
  LA: "Lao People's Democratic Republic",
  LC: 'Saint Lucia',
  MD: 'Moldova, Republic of',
  MM: 'Myanmar',
  MO: 'Macao',
  PN: 'Pitcairn',
  PS: 'Palestine',
  RU: 'Russian Federation',
  SH: 'Saint Helena',
  ST: 'Sao Tome and Principe',
  SY: 'Syrian Arab Republic',
  SZ: 'Eswatini, Kingdom of',
  TC: 'Turks and Caicos islands',
  TT: 'Trinidad and Tobago',
  TZ: 'Tanzania, United Republic of',
  UM: 'United States Minor Outlying Islands',
  VA: 'Holy See (Vatican City State)',
  VC: 'Saint Vincent and the Grenadines',
  VI: 'United States Virgin Islands',
  VN: 'Viet Nam',
}

const inEnglish = new Intl.DisplayNames('en', { type: 'region' })

/** @param code two letters of ISO 3166-1 */
export const countryInGo = (code: string): string | undefined => byCode[code] ?? inEnglish.of(code)
