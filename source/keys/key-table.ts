/**
The one table of keys: dispatch, hints, help, palette, README and man page come from it.

How to add a key: add its name to a row below. How to add a command: add its name to `COMMANDS` in
`core/state/action.ts`, a case to `core/state/update.ts`, and a row here.

A key is written as `terminal/` reports it: the character itself, or `ctrl+d`, `enter`, `escape`,
`tab`, `backspace`, `up`, `down`, `left`, `right`, `pageup`, `pagedown`, `home`, `end`, `space`,
`shift+left` and so on.
*/
import type {CommandName} from '../core/state/action.js';

export type Section =
  'Move' | 'Look closer' | 'Time' | 'Find' | 'Keep and share' | 'Map' | 'Program';

export type Binding = {
  readonly command: CommandName;
  readonly keys: readonly string[];
  readonly section: Section;
  /** In the palette and the help: a short imperative. */
  readonly name: string;
  /** Shown in the status line while there is room, lowest number first. */
  readonly hint?: {readonly rank: number; readonly word: string};
};

export const KEY_TABLE: readonly Binding[] = [
  {command: 'cursor.down', keys: ['j', 'down'], section: 'Move', name: 'Next event or item'},
  {command: 'cursor.up', keys: ['k', 'up'], section: 'Move', name: 'Previous event or item'},
  {
    command: 'time.next',
    keys: ['l', 'right'],
    section: 'Move',
    name: 'Later in time; in a pane the item to the right',
  },
  {
    command: 'time.previous',
    keys: ['h', 'left'],
    section: 'Move',
    name: 'Earlier in time; in a pane the item to the left',
  },
  {command: 'cursor.half-page-down', keys: ['ctrl+d'], section: 'Move', name: 'Half a page down'},
  {command: 'cursor.half-page-up', keys: ['ctrl+u'], section: 'Move', name: 'Half a page up'},
  {
    command: 'cursor.page-down',
    keys: ['pagedown', 'space', 'ctrl+f'],
    section: 'Move',
    name: 'A page down',
  },
  {command: 'cursor.page-up', keys: ['pageup', 'ctrl+b'], section: 'Move', name: 'A page up'},
  {command: 'cursor.first', keys: ['g', 'home'], section: 'Move', name: 'First'},
  {command: 'cursor.last', keys: ['G', 'end'], section: 'Move', name: 'Last'},
  {
    command: 'pane.focus',
    keys: ['tab'],
    section: 'Move',
    name: 'Switch between list and pane',
    hint: {rank: 6, word: 'switch'},
  },

  {
    command: 'pane.enlarge',
    keys: ['v'],
    section: 'Move',
    name: 'The whole screen for this list or pane (again: back)',
    hint: {rank: 4, word: 'enlarge'},
  },

  {
    command: 'pane.open',
    keys: ['enter'],
    section: 'Look closer',
    name: 'Open what is selected',
    hint: {rank: 1, word: 'open'},
  },
  {
    command: 'pane.back',
    keys: ['escape', 'backspace'],
    section: 'Look closer',
    name: 'Back to where you came from',
    hint: {rank: 2, word: 'back'},
  },
  {command: 'pane.forward', keys: ['}'], section: 'Look closer', name: 'Forward again'},
  {
    command: 'pane.accounts',
    keys: ['c'],
    section: 'Look closer',
    name: 'Accounts side by side',
    hint: {rank: 3, word: 'accounts'},
  },
  {
    command: 'pane.contested',
    keys: ['C'],
    section: 'Look closer',
    name: 'Everything that is contested',
  },
  {
    command: 'pane.chain',
    keys: ['a'],
    section: 'Look closer',
    name: 'What it answers and what answered it',
    hint: {rank: 8, word: 'chain'},
  },
  {
    command: 'chain.previous',
    keys: ['['],
    section: 'Look closer',
    name: 'To what this is said to answer; in a pane the one before',
  },
  {
    command: 'chain.next',
    keys: [']'],
    section: 'Look closer',
    name: 'To what is said to answer this; in a pane the next one',
  },
  {
    command: 'pane.place',
    keys: ['p'],
    section: 'Look closer',
    name: 'The place on the map (again: the next one)',
  },
  {
    command: 'pane.source',
    keys: ['r'],
    section: 'Look closer',
    name: 'The report and its paragraphs',
    hint: {rank: 9, word: 'report'},
  },
  {
    command: 'pane.figures',
    keys: ['#'],
    section: 'Look closer',
    name: 'Figures: numbers and who gives them',
  },
  {
    command: 'pane.moment',
    keys: ['w'],
    section: 'Look closer',
    name: 'What else falls on this moment',
  },
  {command: 'pane.problems', keys: ['!'], section: 'Look closer', name: 'Problems of the file'},
  {
    command: 'pane.changes',
    keys: ['D'],
    section: 'Look closer',
    name: 'What changed since the older version',
  },
  {
    command: 'pane.legend',
    keys: ['L'],
    section: 'Look closer',
    name: 'Legend of the marks',
    hint: {rank: 10, word: 'legend'},
  },

  {command: 'time.zoom-in', keys: ['+', '='], section: 'Time', name: 'Zoom in at the cursor'},
  {command: 'time.zoom-out', keys: ['-'], section: 'Time', name: 'Zoom out'},
  {command: 'time.fit', keys: ['0'], section: 'Time', name: 'Fit everything'},
  {command: 'time.fit-selection', keys: ['o'], section: 'Time', name: 'Fit the selected event'},
  {command: 'time.pan-left', keys: ['<', ','], section: 'Time', name: 'Pan to earlier'},
  {command: 'time.pan-right', keys: ['>', '.'], section: 'Time', name: 'Pan to later'},
  {
    command: 'time.scale',
    keys: ['s'],
    section: 'Time',
    name: 'Scale: time, broken, sequence',
    hint: {rank: 12, word: 'scale'},
  },
  {
    command: 'time.zone',
    keys: ['z'],
    section: 'Time',
    name: 'Next time zone',
    hint: {rank: 11, word: 'zone'},
  },
  {command: 'time.go-to-date', keys: ['t'], section: 'Time', name: 'Go to a date'},
  {
    command: 'time.intensity',
    keys: ['i'],
    section: 'Time',
    name: 'Intensity row: count, Goldstein, off',
  },
  {
    command: 'time.measure',
    keys: ['M'],
    section: 'Time',
    name: 'Measure times from this event, or stop measuring',
  },

  {
    command: 'search.start',
    keys: ['/'],
    section: 'Find',
    name: 'Search',
    hint: {rank: 5, word: 'search'},
  },
  {command: 'search.next', keys: ['n'], section: 'Find', name: 'Next match'},
  {command: 'search.previous', keys: ['N'], section: 'Find', name: 'Previous match'},
  {
    command: 'filter.facets',
    keys: ['f'],
    section: 'Find',
    name: 'Filter by side, actor, kind, place',
    hint: {rank: 7, word: 'filter'},
  },
  {command: 'filter.edit', keys: ['F', '&'], section: 'Find', name: 'Type a filter'},
  {command: 'filter.drop', keys: ['X'], section: 'Find', name: 'Drop filter and search'},

  {
    command: 'mark.set',
    keys: ['m'],
    section: 'Keep and share',
    name: 'Set a mark (then a letter or digit)',
  },
  {
    command: 'mark.go',
    keys: ["'"],
    section: 'Keep and share',
    name: 'Go to a mark (then its letter)',
  },
  {
    command: 'copy.thing',
    keys: ['y'],
    section: 'Keep and share',
    name: 'Copy what is selected, with its source',
  },
  {
    command: 'copy.view',
    keys: ['Y'],
    section: 'Keep and share',
    name: 'Copy the command line that brings this view back',
  },

  {command: 'map.left', keys: ['H', 'shift+left'], section: 'Map', name: 'Move the map west'},
  {command: 'map.right', keys: ['shift+right'], section: 'Map', name: 'Move the map east'},
  {command: 'map.up', keys: ['K', 'shift+up'], section: 'Map', name: 'Move the map north'},
  {command: 'map.down', keys: ['J', 'shift+down'], section: 'Map', name: 'Move the map south'},

  {
    command: 'tour.play',
    keys: ['P'],
    section: 'Program',
    name: 'Tour from this event: start, play, pause',
  },
  {
    command: 'program.reports',
    keys: ['R'],
    section: 'Program',
    name: 'Other reports of the same events: merge or take away',
  },
  {command: 'program.edit', keys: ['e'], section: 'Program', name: 'Edit the file at this event'},
  {command: 'program.palette', keys: [':'], section: 'Program', name: 'Commands by name'},
  {
    command: 'program.help',
    keys: ['?', 'f1'],
    section: 'Program',
    name: 'Keys that work here',
    hint: {rank: 0, word: 'help'},
  },
  {command: 'program.redraw', keys: ['ctrl+l'], section: 'Program', name: 'Redraw the screen'},
  {
    command: 'program.suspend',
    keys: ['ctrl+z'],
    section: 'Program',
    name: 'Suspend (fg comes back)',
  },
  {
    command: 'program.quit',
    keys: ['q', 'ctrl+c'],
    section: 'Program',
    name: 'Quit',
    hint: {rank: 13, word: 'quit'},
  },
];
