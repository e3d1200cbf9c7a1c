import {describe, expect, test} from 'vitest';
import type {Role} from '../../source/core/draw/line.js';
import type {Style} from '../../source/core/draw/style.js';
import {chooseTheme, THEMES} from '../../source/themes/theme-registry.js';
import {colorDifference, contrast, type Vision} from '../helpers/color-difference.js';
import {ROLE_LETTERS} from '../helpers/screen-picture.js';

const ROLES = Object.keys(ROLE_LETTERS) as readonly Role[];
const LANES = ROLES.filter((role) => /^lane-\d/u.test(role));
const VISIONS: readonly Vision[] = ['trichromat', 'deuteranopia', 'protanopia', 'tritanopia'];

/** How a role looks where no colour can be seen. */
function withoutColor({color: _, background: __, ...style}: Style): string {
  return JSON.stringify(Object.entries(style).filter(([, isOn]) => isOn));
}

describe('every theme', () => {
  for (const theme of THEMES) {
    describe(theme.id, () => {
      test('has a look for every role, and a line about itself', () => {
        expect(Object.keys(theme.styles).toSorted()).toEqual([...ROLES].toSorted());
        expect(theme.summary).toMatch(/^[a-z].{5,70}[^.]$/u);
        expect(theme.backgrounds.length).toBeGreaterThan(0);
      });

      test('keeps 4.5 to 1 for all text on every background it is for', () => {
        for (const role of ROLES) {
          const {color, background} = theme.styles[role];
          if (color === undefined) continue;
          expect(color, role).toMatch(/^#[\da-f]{6}$/u);
          for (const under of background === undefined ? theme.backgrounds : [background]) {
            expect(contrast(color, under), `${role} on ${under}`).toBeGreaterThanOrEqual(4.5);
          }
        }
      });

      test('says nothing by colour alone: what acts or warns is told by bold, underline or inverse', () => {
        const plain = withoutColor(theme.styles.text);
        // Their words or signs say what the other roles are: 'inferred', '2 accounts differ', quotation marks.
        const toldApart: readonly Role[] = [
          'selected',
          'match',
          'cursor',
          'key',
          'error',
          'title',
          'heading',
          'mark',
        ];
        for (const role of toldApart)
          expect(withoutColor(theme.styles[role]), role).not.toBe(plain);
        expect(withoutColor(theme.styles['border-active'])).not.toBe(
          withoutColor(theme.styles.border),
        );
        expect(withoutColor(theme.styles.selected)).not.toBe(
          withoutColor(theme.styles['selected-inactive']),
        );
        expect(withoutColor(theme.styles.match)).not.toBe(withoutColor(theme.styles.selected));
        expect(withoutColor(theme.styles.inferred)).not.toBe(withoutColor(theme.styles.text));
      });

      test('never dims text: what is faint on one screen is gone on another', () => {
        for (const role of ROLES) expect(theme.styles[role].dim, role).not.toBe(true);
      });

      test('keeps the first four lanes apart however colours are seen', () => {
        const colors = LANES.slice(0, 4).map((role) => theme.styles[role].color);
        if (colors.every((color) => color === undefined)) return;
        for (const vision of VISIONS) {
          for (const [at, one] of colors.entries()) {
            for (const other of colors.slice(at + 1)) {
              const apart = colorDifference(one ?? '', other ?? '', vision);
              expect(apart, `${one} and ${other} by ${vision}`).toBeGreaterThan(12);
            }
          }
        }
      });

      test('gives no account a colour that judges: lanes are neither the red of errors nor a green', () => {
        for (const role of [...LANES, 'contested', 'quote', 'inferred'] as const) {
          const {color} = theme.styles[role];
          if (color === undefined) continue;
          expect(color).not.toBe(theme.styles.error.color);
          const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
            Number.parseInt(color.slice(at, at + 2), 16),
          );
          expect(green > red * 1.3 && green > blue * 1.3, `${role} ${color} is green`).toBe(false);
        }
      });
    });
  }
});

describe('the measure of colours', () => {
  test('gives the contrasts of WCAG 2.2', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ff0000', '#ff0000')).toBe(1);
  });

  test('finds red and green alike without one kind of cone, and not otherwise', () => {
    expect(colorDifference('#ffffff', '#000000')).toBeCloseTo(100, 0);
    expect(colorDifference('#aa4400', '#5f6a00')).toBeGreaterThan(40);
    expect(colorDifference('#aa4400', '#5f6a00', 'deuteranopia')).toBeLessThan(25);
  });
});

describe('choosing a theme', () => {
  test('by name, else by what is known of the terminal', () => {
    expect(chooseTheme('light', false, undefined)?.id).toBe('light');
    expect(chooseTheme('no-such', true, undefined)).toBeUndefined();
    expect(chooseTheme(undefined, false, '15;0')?.id).toBe('mono');
    expect(chooseTheme(undefined, true, undefined)?.id).toBe('neutral');
    expect(chooseTheme(undefined, true, '15;0')?.id).toBe('dark');
    expect(chooseTheme(undefined, true, '0;15')?.id).toBe('light');
    expect(chooseTheme(undefined, true, '0;default;7')?.id).toBe('light');
    expect(chooseTheme(undefined, true, 'rubbish')?.id).toBe('neutral');
  });

  test('ids are unique', () => {
    expect(new Set(THEMES.map(({id}) => id)).size).toBe(THEMES.length);
  });
});
