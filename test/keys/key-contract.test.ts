import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {COMMANDS} from '../../source/core/state/action.js';
import {whyDisabled} from '../../source/core/state/why-disabled.js';
import {dispatchKey} from '../../source/keys/dispatch-key.js';
import {KEY_TABLE} from '../../source/keys/key-table.js';
import {keyWords} from '../../source/keys/key-words.js';
import {emptyChronology, oneEvent} from '../helpers/generated-chronologies.js';
import {openBench, type Bench} from '../helpers/open-bench.js';

/** Reports named keys and plain characters only. */
const KEY_NAME =
  /^(?:ctrl\+[a-z]|shift\+(?:up|down|left|right)|enter|escape|tab|backspace|space|up|down|left|right|pageup|pagedown|home|end|f1|[!-~])$/u;

describe('the key table', () => {
  test('gives every key one meaning', () => {
    const keys = KEY_TABLE.flatMap((binding) => binding.keys);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('has every command once, each with a key', () => {
    expect(KEY_TABLE.map(({command}) => command).toSorted()).toEqual([...COMMANDS].toSorted());
    for (const {command, keys} of KEY_TABLE) expect(keys.length, command).toBeGreaterThan(0);
  });

  test('names keys as the terminal reports them, and commands in short words', () => {
    for (const {keys, name} of KEY_TABLE) {
      for (const key of keys) expect(key).toMatch(KEY_NAME);
      expect(name).toMatch(/^[A-Z#].{2,58}[^.]$/u);
    }
    const names = KEY_TABLE.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('hints have ranks of their own and one short word', () => {
    const hints = KEY_TABLE.flatMap(({hint}) => (hint === undefined ? [] : [hint]));
    expect(new Set(hints.map(({rank}) => rank)).size).toBe(hints.length);
    for (const {word} of hints) expect(word).toMatch(/^[a-z]{3,9}$/u);
  });

  test('holds the habits of vi, less, tig and lnav', () => {
    const commandOf = (key: string): string | undefined =>
      KEY_TABLE.find(({keys}) => keys.includes(key))?.command;
    expect(
      Object.fromEntries(
        ['j', 'k', 'g', 'G', 'ctrl+d', 'ctrl+u', '/', 'n', 'N', 'q', '?'].map((key) => [
          key,
          commandOf(key),
        ]),
      ),
    ).toEqual({
      j: 'cursor.down',
      k: 'cursor.up',
      g: 'cursor.first',
      G: 'cursor.last',
      'ctrl+d': 'cursor.half-page-down',
      'ctrl+u': 'cursor.half-page-up',
      '/': 'search.start',
      n: 'search.next',
      N: 'search.previous',
      q: 'program.quit',
      '?': 'program.help',
    });
    for (const [key, command] of [
      ['h', 'time.previous'],
      ['l', 'time.next'],
      ['+', 'time.zoom-in'],
      ['-', 'time.zoom-out'],
      ['0', 'time.fit'],
      ['tab', 'pane.focus'],
      ['m', 'mark.set'],
      ["'", 'mark.go'],
      ['t', 'time.go-to-date'],
      ['z', 'time.zone'],
      ['s', 'time.scale'],
      ['[', 'chain.previous'],
      [']', 'chain.next'],
      ['c', 'pane.accounts'],
      ['y', 'copy.thing'],
      ['Y', 'copy.view'],
      [':', 'program.palette'],
    ]) {
      expect(commandOf(key ?? ''), key).toBe(command);
    }
  });
});

describe('the help screen', () => {
  test('lists every key with its name, and why one cannot act', () => {
    const bench = openBench({chronology: bundled, columns: 120, rows: 100});
    bench.press('?');
    const words = bench.text().replaceAll(/\s+/gu, ' ');
    for (const {command, keys, name} of KEY_TABLE) {
      expect(words).toContain(`${keys.map(keyWords).join(' ')} ${name}`);
      const reason = whyDisabled(bench.state(), bench.env(), command);
      if (reason !== undefined) expect(words).toContain(`${name}. Not now: ${reason}`);
    }
  });
});

describe('the help screen of a wide terminal', () => {
  test('shows every key at once, in columns', () => {
    for (const [columns, rows] of [
      [160, 45],
      [240, 36],
    ] as const) {
      const bench = openBench({chronology: bundled, columns, rows});
      bench.press('?');
      const text = bench.text();
      expect(text).toContain(' end ');
      for (const {name} of KEY_TABLE) expect(text).toContain(name.split(' ').slice(0, 3).join(' '));
    }
  });
});

describe('a key that cannot act', () => {
  const benches = (): readonly Bench[] => {
    const [inPane, filtered] = [openBench({chronology: bundled}), openBench({chronology: bundled})];
    inPane.press('enter', 'G');
    filtered.give({type: 'filter.edit'});
    filtered.type('nothing-matches-this');
    filtered.press('enter');
    return [
      openBench({chronology: bundled}),
      openBench({chronology: emptyChronology()}),
      openBench({chronology: oneEvent()}),
      inPane,
      filtered,
    ];
  };

  test('says why in a short sentence that fits the last line', () => {
    let count = 0;
    for (const bench of benches()) {
      for (const command of COMMANDS) {
        const reason = whyDisabled(bench.state(), bench.env(), command);
        if (reason === undefined) continue;
        count++;
        expect(reason, command).toMatch(/^[A-Z][^\n]{8,77}$/u);
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  test('changes nothing but the line that says why', () => {
    for (const bench of benches()) {
      for (const {command} of KEY_TABLE) {
        const before = bench.state();
        if (whyDisabled(before, bench.env(), command) === undefined) continue;
        bench.give({type: command});
        expect(bench.state().message?.text, command).toBe(
          whyDisabled(before, bench.env(), command),
        );
        expect(bench.state().stop, command).toEqual(before.stop);
      }
    }
  });
});

describe('while something is typed', () => {
  const typing = openBench({chronology: bundled});
  typing.press('/');

  test('letters that mean commands are letters', () => {
    for (const key of ['j', 'q', '?', ':', 'G', '/', 'ش', 'é', '漢']) {
      expect(dispatchKey(typing.state(), key)).toEqual([{type: 'prompt.insert', text: key}]);
    }
    expect(dispatchKey(typing.state(), 'space')).toEqual([{type: 'prompt.insert', text: ' '}]);
  });

  test('keys that are not letters never type their names', () => {
    for (const key of ['pageup', 'f1', 'ctrl+x', 'shift+left', 'alt+j']) {
      expect(dispatchKey(typing.state(), key)).toEqual([]);
    }
  });

  test('Ctrl-C and Ctrl-Z hold', () => {
    expect(dispatchKey(typing.state(), 'ctrl+c')).toEqual([{type: 'program.quit'}]);
    expect(dispatchKey(typing.state(), 'ctrl+z')).toEqual([{type: 'program.suspend'}]);
  });
});

describe('the words for keys', () => {
  test('are those on the keyboard', () => {
    expect(['ctrl+d', 'shift+left', 'pageup', 'escape', '+', 'j'].map(keyWords)).toEqual([
      'Ctrl-d',
      'Shift-Left',
      'PageUp',
      'Esc',
      '+',
      'j',
    ]);
  });
});

describe('a prompt', () => {
  test.each(['backspace', 'ctrl+h'])('%s takes a character, and leaves an empty one', (key) => {
    const bench = openBench({chronology: bundled});
    bench.press('/');
    bench.type('ab');
    bench.press(key);
    expect(bench.state().overlay).toMatchObject({kind: 'prompt', text: 'a'});
    bench.press(key);
    expect(bench.state().overlay).toMatchObject({kind: 'prompt', text: ''});
    bench.press(key);
    expect(bench.state().overlay).toBeUndefined();
  });
});
