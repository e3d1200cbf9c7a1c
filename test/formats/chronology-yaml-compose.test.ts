import {LineCounter} from 'yaml';
import {describe, expect, test} from 'vitest';
import {composeYaml} from '../../source/formats/chronology-yaml-compose.js';

describe('composeYaml', () => {
  test('gives the document of a sound text', () => {
    const {document, faults, stopped} = composeYaml('a: [1, b]\n', new LineCounter());
    expect(document?.toJS()).toEqual({a: [1, 'b']});
    expect([faults, stopped]).toEqual([[], undefined]);
  });

  test('counts faults as they are found, and gives what it found', () => {
    const {faults, stopped} = composeYaml('a: [1,, 2]\nb: *c d\n', new LineCounter());
    expect(faults.map(({offset, code}) => [offset, code])).toEqual([
      [6, 'UNEXPECTED_TOKEN'],
      [17, 'UNEXPECTED_TOKEN'],
    ]);
    expect(stopped).toBeUndefined();
  });

  test('gives up on more pieces than it may hold', () => {
    const text = `[a${',a'.repeat(1000)}]`;
    expect(composeYaml(text, new LineCounter(), 1000).stopped?.message).toBe(
      'it is too large for YAML: write it as JSON, or split it',
    );
    expect(composeYaml(text, new LineCounter(), 4000).stopped).toBeUndefined();
  });
});
