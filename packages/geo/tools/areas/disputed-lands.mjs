// Land that more than one state claims, or whose status is contested. The atlas says nothing there,
// and takes it for part of every party named here, so that no finding is made of it either. Rings are
// drawn by hand, larger than the land. Nothing here says who is right; a line too many costs silence.

/**
 * `ring`: "lon lat, lon lat, ..."; `box`: west, south, east, north. `countries`: whole ones of the
 * map; `regions`: ISO code, then the name of the map. `parties`: countries, or regions by id.
 * @typedef {{ land: string, parties: string, ring?: string,
 *   box?: readonly [number, number, number, number],
 *   countries?: readonly string[], regions?: readonly string[] }} DisputedLand
 */

/** @type {readonly DisputedLand[]} */
export const DISPUTED_LANDS = [
  {
    land: 'Golan Heights, Shebaa Farms, Ghajar, the United Nations zone',
    parties: 'SY IL LB SY/Quneitra SY/Daraa IL/Northern LB/Nabatieh SY/Damascus-Countryside',
    ring:
      '35.55 32.66, 35.58 32.90, 35.55 33.15, 35.60 33.36, 35.80 33.47, 36.00 33.40, ' +
      '35.98 33.05, 35.95 32.85, 35.85 32.66',
    regions: ['SY UNDOF'],
  },
  { land: 'West Bank, Gaza', parties: 'PS IL', countries: ['PS'] },
  {
    land: 'Jerusalem',
    parties: 'PS IL IL/Jerusalem PS/West-Bank',
    box: [35.08, 31.69, 35.32, 31.9],
  },
  { land: 'Hatay', parties: 'TR SY TR/Hatay', regions: ['TR Hatay'] },
  { land: 'Crimea', parties: 'UA RU', regions: ['RU Crimea', 'RU Sevastopol'] },
  {
    land: 'Donetsk, Kherson, Luhansk and Zaporizhzhia',
    parties: 'UA RU UA/Donetsk UA/Kherson UA/Luhansk UA/Zaporizhzhia',
    regions: ["UA Donets'k", 'UA Kherson', "UA Luhans'k", 'UA Zaporizhzhya'],
  },
  { land: 'Kinburn Spit', parties: 'UA RU UA/Mykolaiv', box: [31.4, 46.4, 32.1, 46.66] },
  { land: 'Abkhazia', parties: 'GE', regions: ['GE Abkhazia'] },
  {
    land: 'South Ossetia',
    parties: 'GE',
    ring:
      '43.45 42.80, 43.45 42.25, 43.60 42.00, 43.90 41.98, 44.30 41.90, 44.60 41.93, ' +
      '44.75 42.15, 44.72 42.45, 44.55 42.70, 44.20 42.75, 43.85 42.82',
  },
  {
    land: 'Nagorno-Karabakh and around it',
    parties: 'AZ AM',
    ring:
      '45.85 40.35, 46.20 40.50, 46.70 40.52, 47.15 40.42, 47.40 39.95, 47.45 39.60, ' +
      '47.20 39.30, 46.70 38.85, 46.40 38.80, 46.40 39.30, 46.00 39.70, 45.80 40.00',
  },
  {
    land: 'Transnistria and Bender',
    parties: 'MD',
    ring:
      '28.40 48.20, 28.42 48.02, 28.62 47.92, 28.85 47.85, 28.85 47.60, 29.00 47.42, ' +
      '28.98 47.10, 29.25 46.95, 29.35 46.75, 29.55 46.60, 29.80 46.48, 30.05 46.48, ' +
      '30.10 46.90, 29.70 47.40, 29.30 47.95, 28.95 48.22',
  },
  {
    land: 'Northern Cyprus, the buffer zone, the sovereign bases',
    parties: 'CY GB',
    regions: ['-1 Northern Cyprus', '-1 Dhekelia', '-1 Akrotiri'],
    ring:
      '32.50 35.25, 32.60 35.05, 32.90 35.02, 33.25 35.08, 33.40 35.00, 33.65 34.98, ' +
      '33.85 34.93, 34.10 34.92, 34.75 35.75, 33.00 35.50',
  },
  { land: 'Kosovo', parties: 'XK RS', countries: ['XK'] },
  {
    land: 'Western Sahara',
    parties: 'EH MA',
    countries: ['EH'],
    ring: '-17.3 20.7, -12.9 20.7, -8.5 25.9, -8.5 27.75, -13.3 27.75, -15.2 26.5, -17.3 21.5',
  },
  { land: 'Somaliland', parties: 'SO', regions: ['-1 Somaliland'] },
  {
    land: 'Sool, Sanaag and Ayn',
    parties: 'SO',
    box: [45.0, 7.9, 49.2, 11.6],
  },
  { land: "Hala'ib and Bir Tawil", parties: 'EG SD', box: [33.05, 21.65, 37.1, 23.3] },
  { land: 'Wadi Halfa salient', parties: 'EG SD', box: [31.2, 21.9, 31.6, 22.3] },
  { land: 'Abyei', parties: 'SD SS', box: [27.7, 9.4, 29.1, 10.3] },
  { land: 'Kafia Kingi', parties: 'SD SS', box: [23.3, 8.6, 25.1, 10.4] },
  { land: 'Heglig', parties: 'SD SS', box: [29.1, 9.6, 30.0, 10.3] },
  { land: 'Al-Fashaga', parties: 'SD ET', box: [35.6, 13.5, 36.7, 14.4] },
  { land: 'Ilemi Triangle', parties: 'KE SS ET', box: [34.2, 4.4, 36.2, 5.6] },
  { land: 'Badme and around it', parties: 'ER ET', box: [37.4, 14.2, 38.2, 14.9] },
  { land: 'Doumeira', parties: 'DJ ER', box: [43.0, 12.6, 43.25, 12.8] },
  { land: 'Tiran and Sanafir', parties: 'SA EG', box: [34.45, 27.85, 34.85, 28.05] },
  { land: 'Abu Musa and the Tunbs', parties: 'IR AE', box: [54.9, 25.8, 55.45, 26.35] },
  {
    land: 'Jammu, Kashmir, Ladakh and the Siachen Glacier',
    parties: 'IN PK CN',
    regions: ['IN Jammu and Kashmir', 'PK Azad Kashmir', 'PK Northern Areas', '-1 Kashmir'],
    ring: '75.8 35.3, 75.8 36.6, 77.0 36.6, 78.5 36.2, 80.5 35.8, 80.6 34.2, 79.6 32.3, 78.3 32.3',
  },
  { land: 'Gilgit to Chitral', parties: 'IN PK', box: [72.4, 35.0, 74.3, 36.95] },
  { land: 'Junagadh', parties: 'IN PK', box: [69.9, 20.65, 71.1, 21.8] },
  { land: 'Arunachal Pradesh', parties: 'IN CN', regions: ['IN Arunachal Pradesh'] },
  { land: 'Kaurik and Shipki', parties: 'IN CN', box: [78.3, 31.0, 79.45, 32.3] },
  { land: 'Barahoti and Nilang', parties: 'IN CN', box: [79.0, 30.5, 80.3, 31.3] },
  { land: 'Kalapani', parties: 'IN NP CN', box: [80.5, 30.0, 81.15, 30.5] },
  { land: 'Doklam', parties: 'BT CN', box: [88.9, 27.2, 89.25, 27.7] },
  { land: 'Northern Bhutan', parties: 'BT CN', box: [89.7, 27.9, 90.6, 28.35] },
  { land: 'Eastern Bhutan', parties: 'BT CN', box: [91.4, 27.2, 92.1, 27.75] },
  { land: 'Taiwan, Kinmen and Matsu', parties: 'TW CN', countries: ['TW'] },
  { land: 'Southern Kuril Islands', parties: 'RU JP', box: [145.3, 43.3, 149.45, 46.3] },
  { land: 'Dokdo or Takeshima', parties: 'KR JP', box: [131.8, 37.2, 131.95, 37.3] },
  { land: 'Senkaku or Diaoyu', parties: 'JP CN TW', box: [123.3, 25.6, 124.7, 26.1] },
  { land: 'Paracel Islands', parties: 'CN VN TW', box: [111.0, 15.5, 113.0, 17.3] },
  {
    land: 'Spratly Islands',
    parties: 'CN VN TW PH MY BN',
    ring: '111 6.5, 115.5 6.5, 116.3 8.0, 117.6 10.5, 118 12.1, 111 12.1',
  },
  { land: 'Preah Vihear', parties: 'TH KH', box: [104.3, 14.1, 105.3, 14.6] },
  { land: 'Ta Muen and Ta Krabey', parties: 'TH KH', box: [103.0, 14.2, 103.9, 14.5] },
  {
    land: 'West of the Essequibo',
    parties: 'GY VE',
    ring: '-61.6 8.8, -58.3 7.4, -58.35 6.3, -58.05 4.5, -57.9 3.9, -58.6 1.1, -61.6 1.1',
  },
  { land: 'New River Triangle', parties: 'GY SR', box: [-58.6, 1.3, -57.2, 3.5] },
  { land: 'Lawa and Marouini', parties: 'SR FR', box: [-54.7, 2.0, -53.9, 3.5] },
  { land: 'Belize', parties: 'BZ GT', countries: ['BZ'] },
  { land: 'Antofagasta', parties: 'CL BO', box: [-70.8, -23.95, -67.0, -21.3] },
  { land: 'Southern Patagonian Ice Field', parties: 'AR CL', box: [-73.9, -50.8, -72.8, -48.2] },
  { land: 'Falkland Islands or Malvinas', parties: 'FK GB AR', countries: ['FK'] },
  { land: 'South Georgia', parties: 'GS GB AR', countries: ['GS'] },
  { land: 'Guantanamo Bay', parties: 'CU US', regions: ['-1 Guantanamo Bay USNB'] },
  { land: 'Navassa', parties: 'HT US UM', box: [-75.1, 18.35, -74.95, 18.45] },
  { land: 'Gibraltar', parties: 'GI GB ES', countries: ['GI'] },
  { land: 'Olivenza', parties: 'ES PT', box: [-7.4, 38.4, -6.95, 38.85] },
  { land: 'Ceuta and Perejil', parties: 'ES MA', box: [-5.45, 35.84, -5.25, 35.95] },
  { land: 'Melilla', parties: 'ES MA', box: [-3.02, 35.2, -2.88, 35.34] },
  { land: 'Imia or Kardak', parties: 'GR TR', box: [27.1, 37.0, 27.2, 37.1] },
  { land: 'Chagos', parties: 'IO GB MU', countries: ['IO'] },
  { land: 'Mayotte', parties: 'FR KM', box: [44.95, -13.1, 45.35, -12.55] },
  { land: 'Islands around Madagascar', parties: 'FR TF MG', box: [39.5, -22.6, 42.9, -16.8] },
  { land: 'Glorioso Islands', parties: 'FR TF MG', box: [47.2, -11.7, 47.5, -11.4] },
  { land: 'Tromelin', parties: 'FR TF MU', box: [54.45, -15.95, 54.6, -15.8] },
  { land: 'Wake', parties: 'US UM MH', box: [166.5, 19.2, 166.7, 19.4] },
  { land: 'Matthew and Hunter', parties: 'FR NC VU', box: [170.9, -22.5, 172.2, -22.2] },
  { land: 'Baikonur', parties: 'KZ', regions: ['-1 Baykonur lease in Qyzylorda'] },
];
