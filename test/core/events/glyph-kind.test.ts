import {describe, expect, test} from 'vitest';
import {glyphKind} from '../../../source/core/events/glyph-kind.js';

describe('the mark of an event', () => {
  test.each([
    'Battles',
    'Explosions/Remote violence',
    'Violence against civilians',
    'Riots',
    'Battle-No change of territory',
    'Battle-Government regains territory',
    'Battle-Non-state actor overtakes territory',
    'Remote violence',
    'REMOTE VIOLENCE ',
    'State-based conflict',
    'Non-state conflict',
    'One-sided violence',
  ])('%s is violence', (type) => {
    expect(glyphKind({type})).toBe('violence');
  });

  test.each([
    'Protests',
    'Riots/Protests',
    'Strategic developments',
    'Strategic development',
    'Non-violent transfer of territory',
    'Headquarters or base established',
  ])('%s is something done, not violence', (type) => {
    expect(glyphKind({type})).toBe('action');
  });

  test('a protest met or turned into violence is violence by its sub-event type', () => {
    expect(glyphKind({type: 'Protests', sub_type: 'Peaceful protest'})).toBe('action');
    expect(glyphKind({type: 'Protests', sub_type: 'Excessive force against protesters'})).toBe(
      'violence',
    );
    expect(glyphKind({type: 'Riots/Protests', sub_type: 'Violent demonstration'})).toBe('violence');
  });

  test('a type that is neither of ACLED nor of UCDP says nothing of it', () => {
    expect(glyphKind({type: 'Event Logged'})).toBe('other');
    expect(glyphKind({type: 'gathering', cameo: '141'})).toBe('action');
  });

  test('without a type the CAMEO root decides', () => {
    expect(glyphKind({cameo: '190'})).toBe('violence');
    expect(glyphKind({cameo: '0231'})).toBe('statement');
    expect(glyphKind({cameo: '112'})).toBe('statement');
    expect(glyphKind({cameo: '1411'})).toBe('action');
    // Sanctions and arrests are no movements of anything.
    expect(glyphKind({cameo: '163'})).toBe('action');
    expect(glyphKind({cameo: '173'})).toBe('action');
    expect(glyphKind({})).toBe('other');
    expect(glyphKind(undefined)).toBe('other');
  });
});
