/** Random EDTF that is valid by construction, for properties. */
import fc from 'fast-check';

const mark = fc.constantFrom('?', '~', '%');
const optionalMark = fc.oneof(
  {weight: 3, arbitrary: fc.constant('')},
  {weight: 1, arbitrary: mark},
);
const sign = fc.oneof(
  {weight: 4, arbitrary: fc.constant('')},
  {weight: 1, arbitrary: fc.constant('-')},
);

const year = fc.integer({min: 1, max: 9999}).map((number) => String(number).padStart(4, '0'));
const month = fc.integer({min: 1, max: 12}).map((number) => String(number).padStart(2, '0'));
const day = fc.integer({min: 1, max: 28}).map((number) => String(number).padStart(2, '0'));
const two = (max: number): fc.Arbitrary<string> =>
  fc.integer({min: 0, max}).map((number) => String(number).padStart(2, '0'));

/** Put X over some digits. */
const masked = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(fc.boolean(), {minLength: 4, maxLength: 4}))
    .map(([digits, mask]) => [...digits].map((digit, at) => (mask[at] ? 'X' : digit)).join(''));

const yearText = fc.oneof(year, masked(year));
const monthText = fc.oneof(month, masked(month));
const dayText = fc.oneof(day, masked(day));

/** A plain day, for parts that need an order. */
export const plainDay = fc.tuple(year, month, day).map((parts) => parts.join('-'));

const marked = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(optionalMark, text, optionalMark).map((parts) => parts.join(''));

const signedYear = fc
  .tuple(optionalMark, sign, yearText, optionalMark)
  .map((parts) => parts.join(''));

const date = fc.oneof(
  signedYear,
  fc.tuple(signedYear, marked(monthText)).map((parts) => parts.join('-')),
  fc.tuple(signedYear, marked(monthText), marked(dayText)).map((parts) => parts.join('-')),
  fc.tuple(signedYear, marked(fc.integer({min: 21, max: 41}).map(String))).map((p) => p.join('-')),
);

const time = fc
  .tuple(
    fc.tuple(two(23), two(59), two(59)),
    fc.constantFrom('', 'Z', '+03:00', '-05', '+05:45'),
    optionalMark,
  )
  .map(([clock, shift, doubt]) => `${clock.join(':')}${shift}${doubt}`);

const dateTime = fc.tuple(plainDay, time).map((parts) => parts.join('T'));

const longYear = fc
  .tuple(
    sign,
    fc.integer({min: 10_000, max: 2_000_000_000}),
    fc.constantFrom('', 'E1', 'E3', 'E9'),
    fc.constantFrom('', 'S1', 'S3'),
    optionalMark,
  )
  .map(([minus, number, ...rest]) => `Y${minus}${number}${rest.join('')}`);

const significant = fc
  .tuple(sign, year, fc.integer({min: 1, max: 5}))
  .map(([minus, digits, count]) => `${minus}${digits}S${count}`);

const century = fc.integer({min: 10, max: 999}).map(String);

/** One date: every form that stands alone. */
export const pointText = fc.oneof(date, dateTime, longYear, significant, century);

const ordered = fc
  .tuple(plainDay, plainDay)
  .map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]));

const interval = fc.oneof(
  ordered.map((ends) => ends.join('/')),
  fc.tuple(date, fc.constantFrom('/..', '/')).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('../', '/'), date).map((parts) => parts.join('')),
);

const member = fc.oneof(
  date,
  longYear,
  ordered.map((ends) => ends.join('..')),
);

const set = fc
  .tuple(
    fc.constantFrom('[]', '{}'),
    fc.constantFrom('', '..'),
    date,
    fc.array(member, {maxLength: 3}),
    fc.constantFrom('', '..'),
    fc.boolean(),
  )
  .map(([brackets, before, first, rest, after, hasLast]) => {
    const members = [before + first, ...rest, ...(hasLast ? [`2024-01-24${after}`] : [])];
    return `${brackets[0] ?? ''}${members.join(',')}${brackets[1] ?? ''}`;
  });

/** Any EDTF: dates, intervals and sets. */
export const edtfText = fc.oneof(pointText, interval, set);
