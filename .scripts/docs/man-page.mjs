/**
Write the manual page in the man macros of troff (man-pages(7), groff_man(7)).

@param source.commands - loaded commands, the one without a verb first.
@param source.commonFlags - flags that every command has.
@param source.keyTable - rows of the table of keys.
@param source.keyWords - names a key.
@param source.queryFields - rows of the fields of a query.
@param source.version - of the program.
@returns the text of `ticktock.1`.
*/
export function manPage({commands, commonFlags, keyTable, keyWords, queryFields, version}) {
  const [open, ...verbs] = commands;
  const lines = [
    '.\\" Made from the tables of the program: npm run docs',
    `.TH TICKTOCK 1 "" "ticktock ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'ticktock \\- a contested sequence of events as a navigable timeline in the terminal',
    '.SH SYNOPSIS',
    `.B ticktock`,
    roff('[FILE...] [FLAG...]'),
    ...verbs.flatMap(({usage}) => ['.br', '.B ticktock', roff(usage)]),
    '.SH DESCRIPTION',
    roff(`With no command, ${open.summary}.`),
    'Every fact on the screen leads to who said it and to the paragraph of the report it rests on.',
    'Where accounts differ, all of them are shown, and none is held to be right.',
    '.PP',
    roff(
      'FILE may be - for standard input. When standard output is not a terminal, a listing is printed.',
    ),
    '.SH OPTIONS',
    ...[...open.flags, ...commonFlags].flatMap(flagLines),
    '.SH COMMANDS',
    ...verbs.flatMap((command) => [
      `.SS ${roff(command.usage)}`,
      sentence(command.summary),
      ...sharedFlags(command, open),
      ...command.flags.filter((flag) => !open.flags.includes(flag)).flatMap(flagLines),
    ]),
    '.SH KEYS',
    ...sectionsOf(keyTable).flatMap(([section, rows]) => [
      `.SS ${roff(section)}`,
      ...rows.flatMap(({keys, name}) => [
        '.TP',
        keys.map((key) => `\\fB${roff(keyWords(key))}\\fR`).join(', '),
        text(name),
      ]),
    ]),
    '.SH QUERIES',
    roff('A query is words and field:value terms, with - for not and OR between alternatives:'),
    '.PP',
    '.nf',
    roff('actor:austin kind:strike place:qaim after:2024-01 before:2024-02'),
    roff('said:"sovereignty" source:report is:contested is:inferred'),
    '.fi',
    '.PP',
    'The fields:',
    ...queryFields.flatMap(({name, example, summary}) => [
      '.TP',
      `\\fB${roff(`${name}:${example}`)}\\fR`,
      text(summary),
    ]),
    '.SH EXIT STATUS',
    ...[
      ['0', 'fine'],
      ['1', 'the data has errors, or a check failed'],
      ['2', 'the command line is wrong'],
      ['130', 'after Ctrl-C'],
      ['128+n', 'after signal n'],
    ].flatMap(([code, meaning]) => ['.TP', `.B ${roff(code)}`, text(meaning)]),
    '.SH ENVIRONMENT',
    ...[
      ['TZ', "the reader's time zone, offered by the key for zones"],
      ['NO_COLOR', 'when not empty, nothing is coloured'],
      ['COLORFGBG', 'tells a light background from a dark one'],
      ['LC_ALL, LC_CTYPE, LANG', 'when they do not name UTF-8, only ASCII is drawn'],
      ['TERM', 'what the terminal can do; dumb gives a listing'],
      [
        'XDG_STATE_HOME',
        'where the place of the last reading is kept, ~/.local/state when it is not set',
      ],
      ['TICKTOCK_NO_STATE', 'when not empty, nothing is kept of what was read'],
      [
        'XDG_CACHE_HOME',
        'where compiled code and the latest first screens are kept, ~/.cache when it is not set',
      ],
      ['TICKTOCK_NO_CACHE', 'when not empty, neither is'],
    ].flatMap(([name, meaning]) => ['.TP', `.B ${roff(name)}`, text(meaning)]),
    '.SH SEE ALSO',
    '.BR less (1),',
    '.BR sshd_config (5)',
  ];
  return `${lines.join('\n')}\n`;
}

/** Flags that are told once, above. */
function sharedFlags({flags}, open) {
  const shared = open.flags.filter((flag) => flags.includes(flag));
  if (shared.length === 0) return [];
  if (shared.length === open.flags.length)
    return [text('It takes the flags of the program, as above.')];
  return [text(`As above: ${shared.map(flagName).join(', ')}.`)];
}

/** As it is typed: `--no-remember` for what is on without it. */
function flagName({name, isOn}) {
  return isOn === true ? `--no-${name}` : `--${name}`;
}

function flagLines({name, isOn, shortFlag, type, placeholder, summary}) {
  const short = shortFlag === undefined ? '' : `\\fB${roff(`-${shortFlag}`)}\\fR, `;
  const value = type === 'boolean' ? '' : ` \\fI${roff(placeholder ?? 'VALUE')}\\fR`;
  return ['.TP', `${short}\\fB${roff(flagName({name, isOn}))}\\fR${value}`, text(summary)];
}

function sectionsOf(keyTable) {
  const names = [...new Set(keyTable.map(({section}) => section))];
  return names.map((name) => [name, keyTable.filter(({section}) => section === name)]);
}

function sentence(words) {
  return text(`${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`);
}

/** A line of text: one that begins with a control character of troff gets a zero-width start. */
function text(words) {
  const line = roff(words);
  return /^[.']/.test(line) ? `\\&${line}` : line;
}

/** A text with the characters that troff reads for itself written out. */
function roff(words) {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('…', '...')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('`', '\\(ga');
}
