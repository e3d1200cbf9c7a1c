import type {Line, Role} from '../../source/core/draw/line.js';
import {textWidth} from '../../source/core/draw/text-width.js';

/** The letter that stands for each role in a picture; plain text is blank. */
export const ROLE_LETTERS: Readonly<Record<Role, string>> = {
  text: ' ',
  muted: 'm',
  heading: 'H',
  title: 'T',
  border: 'b',
  'border-active': 'B',
  selected: 'S',
  'selected-inactive': 's',
  'selected-title': 't',
  quote: 'q',
  inferred: 'i',
  contested: 'c',
  link: 'l',
  match: '#',
  key: 'k',
  error: 'E',
  warning: 'W',
  axis: 'a',
  'lane-name': 'n',
  'lane-1': '1',
  'lane-2': '2',
  'lane-3': '3',
  'lane-4': '4',
  'lane-5': '5',
  'lane-6': '6',
  mark: 'M',
  cursor: 'C',
  bar: 'r',
  land: '+',
  water: 'w',
};

/**
A screen as a text file that a person reads in a diff: first what is shown, then below it, cell by
cell, in which role. Each row stands between bars, so that blanks at its end are seen.
*/
export function pictureOf(
  heading: string,
  lines: readonly Line[],
  shown: readonly string[] = lines.map(plainText),
): string {
  const roles = lines.map((line) =>
    line
      .map((span) => ROLE_LETTERS[span.role].repeat(textWidth(span.text)))
      .join('')
      .trimEnd(),
  );
  const used = new Set(lines.flatMap((line) => line.map((span) => span.role)));
  const legend = [...used]
    .filter((role) => role !== 'text')
    .toSorted()
    .map((role) => `${ROLE_LETTERS[role]} ${role}`);
  return [
    heading,
    '',
    ...shown.map((row) => `|${row}|`),
    '',
    `Roles: ${legend.join(', ')}`,
    '',
    ...roles.map((row) => `|${row}`),
    '',
  ].join('\n');
}

function plainText(line: Line): string {
  return line.map((span) => span.text).join('');
}
