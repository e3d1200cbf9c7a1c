import {createWriteStream} from 'node:fs';
import {once} from 'node:events';

const HEADER =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';

/** Event type, sub-event types, disorder type, weight. */
const TYPES = [
  [
    'Battles',
    ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
    'Political violence',
    24,
  ],
  [
    'Explosions/Remote violence',
    [
      'Air/drone strike',
      'Shelling/artillery/missile attack',
      'Remote explosive/landmine/IED',
      'Suicide bomb',
      'Grenade',
    ],
    'Political violence',
    30,
  ],
  [
    'Violence against civilians',
    ['Attack', 'Abduction/forced disappearance', 'Sexual violence'],
    'Political violence',
    14,
  ],
  [
    'Protests',
    ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
    'Demonstrations',
    20,
  ],
  ['Riots', ['Mob violence', 'Violent demonstration'], 'Demonstrations', 5],
  [
    'Strategic developments',
    [
      'Disrupted weapons use',
      'Looting/property destruction',
      'Arrests',
      'Agreement',
      'Change to group/activity',
    ],
    'Strategic developments',
    7,
  ],
];
const COUNTRIES = [
  ['Iraq', 368, 'Middle East', 'IRQ'],
  ['Syria', 760, 'Middle East', 'SYR'],
  ['Yemen', 887, 'Middle East', 'YEM'],
  ['Ukraine', 804, 'Europe', 'UKR'],
  ['Sudan', 729, 'Northern Africa', 'SDN'],
  ['Nigeria', 566, 'Western Africa', 'NGA'],
  ['Myanmar', 104, 'Southeast Asia', 'MMR'],
  ['Mexico', 484, 'North America', 'MEX'],
  ['Colombia', 170, 'South America', 'COL'],
  ['India', 356, 'South Asia', 'IND'],
];
const GROUPS = [
  'Military Forces of',
  'Police Forces of',
  'Protesters',
  'Rioters',
  'Civilians',
  'Unidentified Armed Group',
  'Islamic State',
  'Kataib Hezbollah',
  'Popular Mobilisation Forces',
  'Communal Militia',
  "People's Defence Force",
  'Clan Militia',
  'Border Guards',
  'Private Security Forces',
  'Labor Group',
  'Students',
  'Journalists',
  'Refugees/IDPs',
  'Government of',
  'Women',
];
const INTERS = [
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
];
const OUTLETS = [
  'Liveuamap',
  'Al Jazeera',
  'Agence France Presse',
  'Undisclosed Source',
  'Shafaq News',
  'SOHR',
  'Twitter',
  'Suspilne Media',
  'Radio Dabanga',
  'Premium Times',
  'The Hindu',
  'Myanmar Now',
  'Local Source',
  'Baghdad Today',
  'Reuters',
  'El Universal',
  'RCN',
  'Ukrinform',
  'Institute for the Study of War',
  'Facebook',
];
const SCALES = [
  'National',
  'Subnational',
  'International',
  'Other',
  'Local partner-Other',
  'New media-National',
];
const SYLLABLES = [
  'ba',
  'qa',
  'da',
  'ra',
  'mo',
  'sul',
  'kir',
  'kuk',
  'ha',
  'wi',
  'ja',
  'tal',
  'far',
  'an',
  'bar',
  'di',
  'ya',
  'la',
  'zu',
  'ber',
  'khan',
  'shah',
  'din',
  'pur',
  'ville',
  'grad',
  'ov',
  'ka',
  'to',
  'mi',
  'ne',
  'so',
  'es',
  'al-',
  'um ',
];
const FILLERS =
  'soldiers from the reported clashed with militants near a checkpoint in the village area after shelling targeted positions injuring several people and killing fighters according to local sources while forces responded by artillery fire on outskirts of town during operation against cell members were arrested weapons seized no further details protesters gathered outside office building demanding better services wages release prisoners road was blocked tires burned police dispersed crowd using tear gas gunmen opened shop owner vehicle convoy drone struck headquarters group claimed responsibility attack casualties unknown'.split(
    ' ',
  );
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
Write an ACLED-shaped CSV: made-up rows with the columns, the repetitions and the lengths of real ones,
newest first. The same count gives the same bytes.
*/
export async function writeAcledRows(path, count) {
  const random = seeded(20240124);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const skewed = (list) => list[Math.floor(random() * random() * random() * list.length)];
  const name = (parts) => {
    let text = '';
    for (let i = 0; i < parts; i++) text += pick(SYLLABLES);
    return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace(/[- ]+$/, '');
  };
  const vocabulary = [
    ...FILLERS,
    ...FILLERS,
    ...Array.from({length: 12_000}, () => name(2 + Math.floor(random() * 2))),
  ];
  const countries = COUNTRIES.map(([country, iso, region, code]) => ({
    country,
    iso,
    region,
    code,
    actors: Array.from({length: 250}, () => {
      const group = pick(GROUPS);
      return {
        name: group.endsWith('of')
          ? `${group} ${country} (${2003 + Math.floor(random() * 20)}-)`
          : random() < 0.5
            ? `${group} (${country})`
            : `${group}: ${name(3)}`,
        inter: pick(INTERS),
      };
    }),
    places: Array.from({length: 3000}, () => ({
      location:
        random() < 0.02
          ? `${name(2)} ${pick(['Ñuñoa', 'São João', 'القائم', 'Łódź'])}`
          : name(2 + Math.floor(random() * 2)),
      admin1: name(2),
      admin2: name(3),
      admin3: random() < 0.4 ? name(2) : '',
      latitude: (random() * 60).toFixed(4),
      longitude: (random() * 90).toFixed(4),
    })),
  }));
  const weights = TYPES.flatMap((type) => Array.from({length: type[3]}, () => type));
  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const start = Date.UTC(2024, 11, 31);
  const spanDays = 365 * 9;
  const out = createWriteStream(path);
  let text = `${HEADER}\n`;
  for (let index = 0; index < count; index++) {
    const one = skewed(countries);
    const place = skewed(one.places);
    const [type, subTypes, disorder] = pick(weights);
    const date = new Date(start - Math.floor((index / count) * spanDays) * 86_400_000);
    const year = date.getUTCFullYear();
    const day = `${String(date.getUTCDate()).padStart(2, '0')} ${MONTHS[date.getUTCMonth()]} ${year}`;
    const first = skewed(one.actors);
    const second = random() < 0.75 ? skewed(one.actors) : undefined;
    const words = 8 + Math.floor(random() * 18);
    let notes = `On ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}, ${first.name} `;
    for (let i = 0; i < words; i++) notes += (i === 0 ? '' : ' ') + skewed(vocabulary);
    notes += ` in ${place.location}. `;
    notes += random() < 0.3 ? `${1 + Math.floor(random() * 9)} fatalities.` : 'No fatalities.';
    if (random() < 0.02) notes += ' A witness said "we heard drones".';
    if (random() < 0.001) notes += '\nCoder note: date uncertain.';
    const precision = random() < 0.9 ? 1 : random() < 0.8 ? 2 : 3;
    text += [
      `${one.code}${count - index}`,
      day,
      year,
      precision,
      disorder,
      type,
      pick(subTypes),
      first.name,
      random() < 0.2 ? `${pick(one.actors).name}; ${pick(one.actors).name}` : '',
      first.inter,
      second?.name ?? '',
      second !== undefined && random() < 0.1 ? pick(one.actors).name : '',
      second?.inter ?? '',
      second === undefined ? `${first.inter} only` : `${first.inter}-${second.inter}`,
      type.startsWith('Violence') ? 'Civilian targeting' : '',
      one.iso,
      one.region,
      one.country,
      place.admin1,
      place.admin2,
      place.admin3,
      place.location,
      place.latitude,
      place.longitude,
      random() < 0.7 ? 1 : random() < 0.7 ? 2 : 3,
      random() < 0.3 ? `${skewed(OUTLETS)}; ${pick(OUTLETS)}` : skewed(OUTLETS),
      pick(SCALES),
      notes,
      random() < 0.2 ? Math.floor(random() * random() * 40) : 0,
      type === 'Protests'
        ? `crowd size=${random() < 0.5 ? 'no report' : 10 * Math.ceil(random() * 50)}`
        : '',
      1_700_000_000 + Math.floor(random() * 30_000_000),
    ]
      .map((value) => cell(String(value)))
      .join(',');
    text += '\n';
    if (text.length > 1_000_000) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

/** Source: mulberry32, Tommy Ettinger, public domain. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
