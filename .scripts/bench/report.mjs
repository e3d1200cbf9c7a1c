const cell = (text, width) => String(text).padStart(width);

function table(heads, rows) {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => String(row[column] ?? '-').length)),
  );
  const line = (row) =>
    row
      .map((value, column) =>
        column === 0 ? String(value ?? '-').padEnd(widths[0]) : cell(value ?? '-', widths[column]),
      )
      .join('  ');
  return [line(heads), ...rows.map(line)].map((text) => `  ${text}\n`).join('');
}

const both = (part) => part && `${part.bytes} (${part.cells})`;
const ratio = (a, b) => (a === undefined || b === undefined || b === 0 ? '-' : (a / b).toFixed(2));

/** What is aimed at: ours over theirs, at most. The others show 500 lines each, and so does the second of ours. */
const TARGETS = [
  [
    'a cursor step, of tig',
    0.35,
    (by) => ratio(by['ticktock, 500 events']?.step?.bytes, by.tig?.step?.bytes),
  ],
  [
    'a scrolled row, of tig',
    0.12,
    (by) => ratio(by['ticktock, 500 events']?.scroll?.bytes, by.tig?.scroll?.bytes),
  ],
  [
    'a scrolled row, of lnav',
    0.6,
    (by) => ratio(by['ticktock, 500 events']?.scroll?.bytes, by.lnav?.scroll?.bytes),
  ],
  [
    'a page, of tig',
    0.7,
    (by) => ratio(by['ticktock, 500 events']?.page?.bytes, by.tig?.page?.bytes),
  ],
  [
    '100 held keys, of tig',
    0.12,
    (by) => ratio(by['ticktock, 500 events']?.held?.bytes, by.tig?.held?.bytes),
  ],
];

/** @returns one size's figures as text. */
export function reportOn({size, bytes, start, load}) {
  const byName = Object.fromEntries(bytes.map((entry) => [entry.name, entry]));
  const startOf = (name) => start.find((entry) => entry.name === name);
  const ours = startOf('ticktock');
  const startTargets = [
    [
      'first screen, of one-frame Node',
      size === '80x24' ? 1.6 : 2,
      ratio(ours.milliseconds, startOf('one-frame Node')?.milliseconds),
    ],
    [
      'first screen, of empty Node',
      5,
      ratio(ours.milliseconds, startOf('empty Node')?.milliseconds),
    ],
    ['first screen, of lnav', 0.65, ratio(ours.milliseconds, startOf('lnav')?.milliseconds)],
    ['first screen, of vd', 0.2, ratio(ours.milliseconds, startOf('vd')?.milliseconds)],
    [
      'memory at the peak, of one-frame Node',
      1.9,
      ratio(load[0]?.peak, startOf('one-frame Node')?.peak),
    ],
    ['memory at the peak, of lnav', 1, ratio(load[0]?.peak, startOf('lnav')?.peak)],
    [
      'CPU a key, of stock Ink',
      0.1,
      ratio(load[0]?.perKey, load.find(({name}) => name === 'stock Ink')?.perKey),
    ],
  ];
  return [
    `\n${size}: bytes sent (cells changed)\n`,
    table(
      ['', 'first', 'step', 'scroll', 'page', 'open', '100 held', '300 at once', 'clears'],
      bytes.map((entry) => [
        entry.name,
        entry.firstScreen,
        both(entry.step),
        both(entry.scroll),
        both(entry.page),
        both(entry.open),
        `${entry.held.bytes} in ${entry.held.frames}`,
        `${entry.burst.bytes} in ${entry.burst.frames}`,
        entry.clears ? 'yes' : 'no',
      ]),
    ),
    `\n${size}: first screen and memory\n`,
    table(
      ['', 'ms', 'MB'],
      start.map(({name, milliseconds, peak}) => [name, milliseconds.toFixed(0), peak?.toFixed(0)]),
    ),
    `\n${size}: under keys, and idle\n`,
    table(
      ['', 'CPU ms a key', 'main thread', 'first keys', 'peak MB', 'idle CPU ms', 'idle bytes'],
      load.map((entry) => [
        entry.name,
        entry.perKey.toFixed(2),
        entry.perKeyMain.toFixed(2),
        entry.firstKeys.toFixed(2),
        entry.peak.toFixed(0),
        `${entry.idleCpu.toFixed(1)} in ${entry.idleSeconds} s`,
        entry.idleBytes,
      ]),
    ),
    `\n${size}: ratios (wanted at most)\n`,
    table(
      ['', 'is', 'wanted'],
      [
        ...TARGETS.map(([name, most, of]) => [name, of(byName), most]),
        ...startTargets.map(([name, most, is]) => [name, is, most]),
      ],
    ),
  ].join('');
}
