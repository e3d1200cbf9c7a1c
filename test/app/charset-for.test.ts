import {expect, test} from 'vitest';
import {charsetFor} from '../../source/app/charset-for.js';

test('what a terminal has no characters for is drawn in ASCII', () => {
  expect(charsetFor({isUtf8: true, term: 'xterm-256color'})).toBe('unicode');
  expect(charsetFor({isUtf8: false, term: 'xterm-256color'})).toBe('ascii');
  expect(charsetFor({isUtf8: true, term: 'linux'})).toBe('ascii');
  expect(charsetFor({isUtf8: true, term: 'linux-16color'})).toBe('ascii');
});
