import {describe, expect, test} from 'vitest';
import {fieldName, groupAccounts} from '../../../source/core/events/accounts.js';
import type {Claim, ClaimValue, Link} from '../../../source/core/events/chronology.js';

let number = 0;
function claim(
  saidBy: string | null,
  value: ClaimValue,
  field = 'target',
  source = 'paper',
): Claim {
  number++;
  return {
    id: `c${number}`,
    about: {event: 'e', field},
    said_by: saidBy,
    voice: 'paraphrase',
    value,
    citations: [{source, paragraph: 1}],
  };
}

const byId = (a: Claim, b: Claim): number => (a.id < b.id ? -1 : 1);

const isContested = (claims: readonly Claim[], links: readonly Link[] = []): boolean | undefined =>
  groupAccounts(claims, links, [])[0]?.isContested;

describe('accounts', () => {
  test('are one a speaker and source, in the order of the file', () => {
    const claims = [
      claim('a', 1),
      claim(null, 2),
      claim('a', 3),
      claim(null, 4, 'target', 'other'),
    ];
    const [field] = groupAccounts(claims, [], [{id: 'target', name: 'What was hit?'}]);
    expect(field?.name).toBe('What was hit?');
    expect(
      field?.accounts.map(({saidBy, source, claims: own}) => [saidBy, source, own.length]),
    ).toEqual([
      ['a', 'paper', 2],
      [null, 'paper', 1],
      [null, 'other', 1],
    ]);
  });

  test('differ when their values do, and not by how a number is worded', () => {
    expect(isContested([claim('a', 'x'), claim('b', 'y')])).toBe(true);
    expect(isContested([claim('a', 'x'), claim('b', 'x')])).toBe(false);
    expect(isContested([claim('a', 'x'), claim('a', 'y')])).toBe(false);
    expect(
      isContested([
        claim('a', {low: 2, stated: 'at least two'}),
        claim('b', {stated: 'two or more', low: 2}),
      ]),
    ).toBe(false);
    expect(isContested([claim('a', {low: 2}), claim('b', {low: 3})])).toBe(true);
  });

  test('that say the same are one answer, with all who say it', () => {
    const claims = [
      claim(null, ['qaim']),
      claim('a', ['jurf', 'qaim']),
      claim('b', ['qaim', 'jurf']),
      claim('c', ['Qaim']),
    ];
    const [field] = groupAccounts(claims, [], []);
    expect(field?.answers.map((answer) => answer.claims.map((one) => one.said_by))).toEqual([
      [null, 'c'],
      ['a', 'b'],
    ]);
    expect(isContested([claim('a', 'The depot.'), claim('b', 'the depot')])).toBe(false);
  });

  test('that give one number agree, however each names what it counts', () => {
    const said = [
      claim('a', {best: 3, of: 'soldiers'}, 'deaths'),
      claim('b', {of: 'U.S. troops', best: 3}, 'deaths'),
    ];
    expect(isContested(said)).toBe(false);
    expect(isContested([...said, claim('c', {best: 4, of: 'soldiers'}, 'deaths')])).toBe(true);
  });

  test.each([
    [[['x', 'y'], ['x'], ['y']], 2],
    [[['x', 'y'], ['x'], ['x']], 1],
    [
      [
        ['x', 'y'],
        ['y', 'z'],
        ['z', 'x'],
      ],
      1,
    ],
    [
      [
        ['x', 'y'],
        ['y', 'z'],
        ['z', 'w'],
      ],
      2,
    ],
    [[['x'], ['x', 'y'], ['z']], 2],
  ])('that say %j give %d answers, in whichever order they stand', (accounts, count) => {
    const said = accounts.map((values, at) => values.map((one) => claim(`speaker ${at}`, one)));
    for (const order of ['012', '021', '102', '120', '201', '210']) {
      const claims = [...order].flatMap((at) => said[Number(at)] ?? []);
      const [field] = groupAccounts(claims, [], []);
      expect([order, field?.answers.length, field?.isContested]).toEqual([order, count, count > 1]);
      expect(field?.answers.flatMap((answer) => answer.claims).toSorted(byId)).toEqual(
        claims.toSorted(byId),
      );
      expect(field?.answers[0]?.claims[0]).toBe(claims[0]);
    }
  });

  test('of a date agree on a moment by any clock, and on a day in any words', () => {
    const dated = (one: ClaimValue, other: ClaimValue): boolean | undefined =>
      isContested([claim('a', one, 'when'), claim('b', other, 'when')]);
    expect(dated('2024-01-24T03:00:00+03:00', '2024-01-24T00:00:00Z')).toBe(false);
    expect(dated({edtf: '2024-01-24T03:00', timezone: 'Asia/Baghdad'}, '2024-01-24T00:00Z')).toBe(
      false,
    );
    expect(dated({edtf: '2024-01-24', stated: 'Wednesday', timezone: 'UTC'}, '2024-01-24')).toBe(
      false,
    );
    expect(dated({edtf: '2024-01-24T03:00', timezone: 'UTC'}, '2024-01-24T03:00+03:00')).toBe(true);
    expect(dated({edtf: '2024-01-24', part_of_day: 'dawn'}, '2024-01-24')).toBe(true);
    expect(dated('soon', 'later')).toBe(true);
  });

  test('that differ in words alone differ where no number is given', () => {
    expect(isContested([claim('a', {stated: 'several'}), claim('b', {stated: 'many'})])).toBe(true);
    expect(isContested([claim('a', {stated: 'many'}), claim('b', {stated: 'many'})])).toBe(false);
  });

  test('are made by those who speak: what an editor infers is none, and is kept', () => {
    const inferred: Claim = {...claim(null, '2024-01-24', 'when'), basis: 'inferred'};
    const [field] = groupAccounts([inferred, claim('a', '2024-01-23', 'when')], [], []);
    expect(field).toMatchObject({isContested: false, inferred: [inferred]});
    expect(field?.answers).toHaveLength(1);
    expect(field?.accounts).toHaveLength(2);
    expect(
      isContested([inferred, claim('a', '2024-01-23', 'when'), claim('b', '2024-01-22', 'when')]),
    ).toBe(true);
  });

  test('of a count that goes on differ within a day, and not from day to day', () => {
    const counted = (saidBy: string, best: number, day: string): Claim => ({
      ...claim(saidBy, {best, of: 'attacks'}, 'count'),
      said_at: {edtf: day, basis: 'stated'},
    });
    const running = [counted('a', 55, '2023-11-14'), counted('a', 66, '2023-11-21')];
    expect(isContested(running)).toBe(false);
    expect(groupAccounts(running, [], [])[0]?.answers.map(({asOf}) => asOf)).toEqual([
      '2023-11-14',
      '2023-11-21',
    ]);
    expect(isContested([...running, counted('b', 73, '2023-11-14')])).toBe(true);
    expect(isContested([...running, counted('b', 55, '2023-11-14')])).toBe(false);
    expect(isContested([counted('a', 1, '2023-11-14'), counted('b', 2, '2023-11-14')])).toBe(true);
  });

  test('disagree in numbers, dates and places; in texts only where a link says so', () => {
    const isDisagreement = (claims: readonly Claim[], links: readonly Link[] = []) =>
      groupAccounts(claims, links, [])[0]?.isDisagreement;
    expect(isDisagreement([claim('a', {best: 1}), claim('b', {best: 2})])).toBe(true);
    expect(isDisagreement([claim('a', ['qaim']), claim('b', ['jurf'])])).toBe(true);
    const dates = [claim('a', '2024-01-23', 'when'), claim('b', '2024-01-24', 'when')];
    expect(isDisagreement(dates)).toBe(true);
    const [one, two] = [claim('a', 'To leave'), claim('b', 'To stay calm')];
    expect(isDisagreement([one, two])).toBe(false);
    expect(isContested([one, two])).toBe(true);
    const link: Link = {type: 'contradicts', from: one.id, to: two.id, claimed_by: []};
    expect(isDisagreement([one, two], [link])).toBe(true);
    expect(isDisagreement([one])).toBe(false);
  });

  test('of running text differ only where a link says so', () => {
    const [one, two] = [
      claim('a', 'It burned', 'summary'),
      claim('b', 'There was a fire', 'summary'),
    ];
    expect(isContested([one, two])).toBe(false);
    const link: Link = {type: 'contradicts', from: one.id, to: two.id, claimed_by: []};
    expect(isContested([one, two], [link])).toBe(true);
  });

  test('of who took part differ only where a link says so: one names the striker, one the target', () => {
    const [one, two] = [claim('a', ['striker'], 'actors'), claim('b', ['target'], 'actors')];
    expect(isContested([one, two])).toBe(false);
    const link: Link = {type: 'contradicts', from: one.id, to: two.id, claimed_by: []};
    expect(isContested([one, two], [link])).toBe(true);
  });

  test('fields have the name of the chronology, a common one, or their id in words', () => {
    expect(fieldName('deaths', [])).toBe('Killed');
    expect(fieldName('body_struck', [])).toBe('body struck');
    expect(fieldName('deaths', [{id: 'deaths', name: 'How many died?'}])).toBe('How many died?');
  });
});
