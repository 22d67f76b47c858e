// Where the atlas says nothing, and why: land that more than one party claims or governs. Being in
// this list takes no side; a reason names who disagrees in as few words as the shape allows.

/**
 * `box` is south, west, north, east in degrees. `regions` are "country/name" as Natural Earth draws
 * them; `hide` leaves them out of the list of regions too. `outside`: all that Natural Earth draws
 * outside of every country.
 * @typedef {{ reason: string, box?: readonly [number, number, number, number],
 *   countries?: readonly string[], regions?: readonly string[], hide?: boolean,
 *   outside?: boolean }} Silence
 */

/** @type {readonly Silence[]} */
export const SILENCES = [
  { reason: 'Golan: Israel, Syria; Shebaa: Lebanon', box: [32.62, 35.58, 33.45, 35.88] },
  { reason: 'Area of separation, UNDOF', regions: ['SY/UNDOF'], hide: true },
  { reason: 'West Bank and Gaza Strip: Israel, Palestine', countries: ['PS'] },
  { reason: 'Jerusalem: Israel, Palestine', box: [31.68, 35.08, 31.9, 35.35] },
  { reason: 'Crimea: Russia, Ukraine', regions: ['RU/Crimea', 'RU/Sevastopol'], hide: true },
  {
    reason: 'Claimed by Russia since 2022, Ukraine by its borders',
    regions: ["UA/Donets'k", "UA/Luhans'k", 'UA/Zaporizhzhya', 'UA/Kherson'],
  },
  { reason: 'Drawn outside of every country by Natural Earth', outside: true },
  { reason: 'Northern Cyprus and the line across Cyprus', box: [34.98, 32.5, 35.75, 34.65] },
  { reason: 'Abkhazia: Georgia, Abkhazia', regions: ['GE/Abkhazia'], hide: true },
  { reason: 'South Ossetia: Georgia, South Ossetia', box: [42.0, 43.4, 42.76, 44.7] },
  { reason: 'Nagorno-Karabakh and around', box: [38.8, 45.9, 40.5, 47.45] },
  {
    reason: 'Transnistria: Moldova, Transnistria',
    regions: [
      'MD/Transnistria',
      'MD/Stîngă Nistrului',
      'MD/Bender',
      'MD/Camenca',
      'MD/Grigoriopol',
    ],
    hide: true,
  },
  { reason: 'Western Sahara: Morocco, Polisario', countries: ['EH'] },
  { reason: 'Western Sahara and its edge', box: [20.7, -17.2, 27.7, -8.6] },
  { reason: 'Kosovo: Kosovo, Serbia', countries: ['XK'] },
  { reason: 'Taiwan: its government, China', countries: ['TW'] },
  { reason: 'Kashmir: India, Pakistan, China', box: [32.2, 72.5, 37.1, 80.5] },
  { reason: 'Eastern Himalaya: India, China', box: [26.7, 91.5, 29.5, 97.5] },
  { reason: 'Halaib and Bir Tawil: Egypt, Sudan', box: [21.7, 33.0, 23.2, 37.2] },
  { reason: 'Abyei: Sudan, South Sudan', box: [9.2, 27.7, 10.5, 29.1] },
  { reason: 'Kafia Kingi: Sudan, South Sudan', box: [8.6, 23.4, 9.9, 25.0] },
  { reason: 'Ilemi: Kenya, South Sudan, Ethiopia', box: [4.2, 34.2, 5.6, 36.1] },
  { reason: 'Badme: Eritrea, Ethiopia', box: [14.3, 37.5, 14.95, 38.1] },
  { reason: 'Somaliland: Somalia, Somaliland', box: [7.9, 42.6, 11.6, 49.1] },
  { reason: 'Essequibo: Guyana, Venezuela', box: [1.0, -61.45, 8.7, -57.9] },
  { reason: 'Southern Kurils: Japan, Russia', box: [43.3, 145.3, 45.6, 149.2] },
  { reason: 'Abu Musa and Tunbs: Iran, Emirates', box: [25.8, 54.9, 26.4, 55.4] },
  { reason: 'Spratly Islands: six claims', box: [6.5, 111.0, 12.0, 117.0] },
  { reason: 'Paracel Islands: China, Viet Nam', box: [15.5, 111.0, 17.3, 113.0] },
  { reason: 'Senkaku/Diaoyu: Japan, China', box: [25.5, 123.3, 26.1, 124.8] },
  { reason: 'Dokdo/Takeshima: Korea, Japan', box: [37.1, 131.7, 37.4, 132.0] },
  { reason: 'Falklands/Malvinas, South Georgia: Argentina, Britain', countries: ['FK', 'GS'] },
  { reason: 'Gibraltar: Britain, Spain', countries: ['GI'] },
  { reason: 'Ceuta: Spain, Morocco', box: [35.84, -5.41, 35.93, -5.26] },
  { reason: 'Melilla: Spain, Morocco', box: [35.24, -3.02, 35.33, -2.88] },
  { reason: 'Chagos: Britain, Mauritius', countries: ['IO'] },
];
