import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {keyNames} from '../../source/ui/keyboard.js';

const NONE: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

test.each<readonly [string, Partial<Key>, readonly string[]]>([
  ['', {leftArrow: true}, ['left']],
  ['', {leftArrow: true, shift: true}, ['shift+left']],
  ['', {upArrow: true, shift: true}, ['shift+up']],
  ['', {pageUp: true, shift: true}, ['pageup']],
  ['', {pageDown: true, shift: true}, ['pagedown']],
  ['', {home: true, shift: true}, ['home']],
  ['', {delete: true}, ['backspace']],
  ['D', {ctrl: true}, ['ctrl+d']],
  ['', {ctrl: true}, []],
  ['x', {meta: true}, []],
  ['jj ', {}, ['j', 'j', 'space']],
  ['\u0001é', {}, ['é']],
])('%j with %j is %j', (input, key, names) => {
  expect(keyNames(input, {...NONE, ...key})).toEqual(names);
});
