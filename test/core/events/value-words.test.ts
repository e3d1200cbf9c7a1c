import {expect, test} from 'vitest';
import {valueWords, type NameLookup} from '../../../source/core/events/value-words.js';

const names: NameLookup = {
  place: (id) => (id === 'qaim' ? {id, name: 'Al-Qaim'} : undefined),
  actor: (id) => (id === 'austin' ? {id, name: 'Lloyd Austin'} : undefined),
};

test.each([
  [null, 'nothing'],
  ['bases of an Iraqi national body', 'bases of an Iraqi national body'],
  ['qaim', 'Al-Qaim'],
  ['austin', 'Lloyd Austin'],
  [['qaim', 'elsewhere'], 'Al-Qaim, elsewhere'],
  [2500, '2,500'],
  [true, 'yes'],
  [false, 'no'],
  [{low: 2, of: 'killed'}, 'at least 2 killed'],
  [{best: 3, stated: 'three'}, '3'],
  [{actor: 'austin', role: 'speaker'}, 'Lloyd Austin (speaker)'],
  [[{actor: 'austin'}, {actor: 'nobody', role: 'there'}], 'Lloyd Austin, nobody (there)'],
  [{edtf: '2024-01-24~'}, '24 January 2024, approximate'],
  [{edtf: 'soon'}, 'soon'],
  [
    {edtf: '2024-01-24', timezone: 'Asia/Baghdad', stated: 'Wednesday', part_of_day: 'pre-dawn'},
    '24 January 2024, pre-dawn (Asia/Baghdad, Wednesday)',
  ],
  [{first_name: 'Ada', at: 'qaim'}, 'first name Ada, at Al-Qaim'],
])('%j is said as %s', (value, words) => {
  expect(valueWords(value, names)).toBe(words);
});
