import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Line} from '../../../source/core/draw/line.js';
import {textWidth} from '../../../source/core/draw/text-width.js';
import {drawTimeline, type TimelineInput} from '../../../source/core/draw/timeline-strip.js';
import type {EndQuality} from '../../../source/core/events/event-store.js';
import {
  fitTimeline,
  initialTimeline,
  panTimeline,
  zoomTimeline,
} from '../../../source/core/layout/timeline-view.js';
import {readEdtf} from '../../../source/core/time/read-edtf.js';
import {resolveEdtf} from '../../../source/core/time/resolve-when.js';
import {escalationView} from '../layout/escalation-view.js';
import {fakeView, type FakeEvent} from '../layout/fake-view.js';

const view = escalationView();
const DAY = 86_400_000;

/** Position of an event by its title. */
function at(title: string): number {
  return view.rows(0, view.count).findIndex((row) => row.title === title);
}

function input(over: Partial<TimelineInput> = {}): TimelineInput {
  return {
    view,
    timeline: initialTimeline(view),
    selected: at('Strikes before dawn'),
    zone: 'Asia/Baghdad',
    width: 80,
    height: 8,
    charset: 'unicode',
    intensity: 'count',
    isFocused: true,
    ...over,
  };
}

function texts(lines: readonly Line[]): readonly string[] {
  return lines.map((line) => line.map((span) => span.text).join(''));
}

/** A picture with its edges, so that blanks at the end show in a diff. */
function picture(over: Partial<TimelineInput>): string {
  return texts(drawTimeline(input(over)).lines)
    .map((text) => `|${text}|\n`)
    .join('');
}

const links = {
  answers: [at('More than 150 attacks')],
  answeredBy: [at('The adviser posts'), at('The spokesman objects')],
};

describe('timeline strip, as drawn', () => {
  const cases: readonly (readonly [string, Partial<TimelineInput>])[] = [
    ['80x8-unicode', {links}],
    ['80x8-ascii', {links, charset: 'ascii'}],
    ['80x8-new-york', {zone: 'America/New_York'}],
    ['80x8-time', {timeline: fitTimeline(view, 'time')}],
    ['80x8-sequence', {timeline: fitTimeline(view, 'sequence')}],
    ['80x9-statement-selected', {height: 9, selected: at('The adviser objects')}],
    ['80x9-goldstein', {height: 9, intensity: 'goldstein'}],
    ['40x3-unicode', {width: 40, height: 3}],
    ['40x3-ascii', {width: 40, height: 3, charset: 'ascii'}],
    ['160x14-unicode', {width: 160, height: 14, links}],
    ['160x14-ascii', {width: 160, height: 14, links, charset: 'ascii'}],
    ['160x14-time', {width: 160, height: 14, timeline: fitTimeline(view, 'time')}],
    ['200x20-unicode', {width: 200, height: 20, links}],
    ['200x20-ascii', {width: 200, height: 20, links, charset: 'ascii'}],
    ['200x20-goldstein', {width: 200, height: 20, intensity: 'goldstein'}],
    ['80x8-mark', {mark: Date.UTC(2024, 0, 24, 8), selected: at('The adviser posts')}],
  ];
  test.each(cases)('%s', async (name, over) => {
    await expect(picture(over)).toMatchFileSnapshot(`../../golden/timeline/${name}.txt`);
  });

  test.each([
    [8, 1],
    [9, 2],
    [20, 3],
    [60, 4],
  ])('the chart of at most %i events has %i rows where there is room', (most, rows) => {
    const all = fakeView(
      Array.from({length: most}, (): FakeEvent => ({start: 0, end: DAY, isSpan: true})),
    );
    const drawn = texts(
      drawTimeline(input({view: all, timeline: fitTimeline(all, 'time'), selected: -1, height: 99}))
        .lines,
    );
    expect(drawn.filter((line) => /[▁▂▃▄▅▆▇█]/u.test(line))).toHaveLength(rows);
  });

  test.each(['unicode', 'ascii'] as const)('every quality of an end, %s', async (charset) => {
    const qualities: readonly EndQuality[] = [
      'certain',
      'approximate',
      'uncertain',
      'approximate-uncertain',
      'open',
      'unknown',
    ];
    const events = qualities.flatMap((quality, lane): FakeEvent[] => {
      const ends = {lane, startQuality: quality, endQuality: quality, title: quality};
      const isOut = quality === 'open' || quality === 'unknown';
      return [
        {
          ...ends,
          isSpan: true,
          start: isOut ? -Infinity : 5 * DAY,
          end: isOut ? Infinity : 25 * DAY,
        },
        {...ends, isSpan: true, isInferred: true, start: 32 * DAY, end: 45 * DAY},
        {...ends, start: 50 * DAY, end: 58 * DAY},
        {...ends, start: 70 * DAY, end: 70 * DAY, glyph: 'statement'},
        {...ends, start: 90 * DAY, end: 90 * DAY, isInferred: true, glyph: 'violence'},
      ];
    });
    const qualityView = fakeView(events, qualities);
    const drawn = picture({
      view: qualityView,
      timeline: fitTimeline(qualityView, 'time'),
      selected: -1,
      zone: 'UTC',
      charset,
      width: 120,
      height: 14,
    });
    await expect(drawn).toMatchFileSnapshot(`../../golden/timeline/qualities-${charset}.txt`);
  });

  test('many events in a window are drawn as counts', async () => {
    const many = fakeView(
      Array.from({length: 6000}, (_, i) => ({
        start: i * 60_000 * (i % 7),
        end: i * 60_000 * (i % 7) + 1000,
        lane: i % 2,
      })),
      ['Even', 'Odd'],
    );
    const drawn = picture({
      view: many,
      timeline: fitTimeline(many, 'time'),
      selected: 3000,
      zone: 'UTC',
    });
    await expect(drawn).toMatchFileSnapshot('../../golden/timeline/80x8-many.txt');
  });

  test('a busy lane is a row of groups, and no group swallows its neighbours', () => {
    const weekly = fakeView(
      Array.from({length: 102}, (_, i) => ({start: i * 28 * DAY, end: (i * 28 + 1) * DAY})),
    );
    const {hits, hidden} = drawTimeline(
      input({view: weekly, timeline: fitTimeline(weekly, 'time'), selected: 50, zone: 'UTC'}),
    );
    expect(hidden).toEqual([]);
    expect(hits.length).toBeGreaterThan(15);
    const sorted = hits.toSorted((a, b) => a.from - b.from);
    for (const [i, hit] of sorted.entries()) {
      expect(hit.events.length).toBeLessThan(10);
      expect(hit.from).toBeGreaterThan(sorted[i - 1]?.to ?? -1);
    }
  });

  test.each([3, 8])('without a dated event there is no axis, %i rows', (height) => {
    for (const events of [[], [{start: -Infinity, end: Infinity, isSpan: true}]]) {
      const none = fakeView(events);
      const timeline = initialTimeline(none);
      const drawn = texts(
        drawTimeline(input({view: none, timeline, selected: -1, height})).lines,
      ).join('\n');
      expect(drawn).toContain('no dated events');
      expect(drawn).not.toMatch(/19[67]\d/);
    }
  });

  test('roles tell the selected, the linked and the lanes apart', () => {
    const {lines} = drawTimeline(input({links, height: 14, width: 160}));
    const roles = new Set(lines.flat().map((span) => span.role));
    for (const role of [
      'selected',
      'link',
      'lane-1',
      'lane-4',
      'axis',
      'lane-name',
      'bar',
    ] as const) {
      expect(roles).toContain(role);
    }
    const inactive = drawTimeline(input({isFocused: false})).lines.flat();
    expect(inactive.some((span) => span.role === 'selected')).toBe(false);
    expect(inactive.some((span) => span.role === 'selected-inactive')).toBe(true);
  });
});

const quality = fc.constantFrom<EndQuality>('certain', 'approximate', 'uncertain', 'unknown');
const event = fc.record({
  start: fc.oneof(
    {weight: 9, arbitrary: fc.integer({min: 0, max: 1000})},
    {weight: 1, arbitrary: fc.constant(-Infinity)},
  ),
  length: fc.oneof(
    fc.constant(0),
    fc.integer({min: 1, max: 20}),
    fc.integer({min: 1, max: 900}),
    fc.constant(Infinity),
  ),
  lane: fc.integer({min: 0, max: 3}),
  isSpan: fc.boolean(),
  isInferred: fc.boolean(),
  startQuality: quality,
  endQuality: quality,
  title: fc.constantFrom('a', 'a title of some length', 'عنوان', '標題的長度', 'né à Paris'),
});
const anyInput = fc
  .record({
    events: fc.array(event, {maxLength: 60}),
    scale: fc.constantFrom('time' as const, 'broken' as const, 'sequence' as const),
    factor: fc.double({min: 0.5, max: 200, noNaN: true}),
    pan: fc.double({min: -1, max: 1, noNaN: true}),
    width: fc.integer({min: 20, max: 200}),
    height: fc.integer({min: 3, max: 20}),
    charset: fc.constantFrom('unicode' as const, 'ascii' as const),
    selected: fc.integer({min: -1, max: 59}),
    intensity: fc.constantFrom('count' as const, 'goldstein' as const, 'off' as const),
  })
  .map(({events, scale, factor, pan, ...rest}) => {
    const own = fakeView(
      events.map(({length, ...each}) => ({
        ...each,
        start: each.start * 1000,
        end:
          each.start === -Infinity
            ? length === Infinity
              ? length
              : length * 1000
            : (each.start + length) * 1000,
      })),
      ['One', 'Two', 'Three', 'A long name of a lane'],
    );
    const timeline = panTimeline(zoomTimeline(fitTimeline(own, scale), own, factor), own, pan);
    return input({
      ...rest,
      view: own,
      timeline,
      mark: 500_000,
      links: {answers: [0, 3], answeredBy: [7]},
    });
  });
const settings = {numRuns: 50, seed: 60};

describe('timeline strip, whatever the data', () => {
  test('has the height and width asked for', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const {lines} = drawTimeline(any);
        expect(lines).toHaveLength(any.height);
        for (const text of texts(lines)) {
          expect(textWidth(text)).toBe(any.width);
          if (any.charset === 'ascii')
            expect(text.replaceAll(/[^\u0000-\u007f]/g, '')).toBe(withoutTitles(text));
        }
      }),
      settings,
    );
  });

  test('every event in the window is drawn, in a group or in a +n', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const {hits, hidden, hiddenLanes, scale, lines} = drawTimeline(any);
        const [start, end] = [scale.instantOf(0.001), scale.instantOf(scale.columns - 0.001)];
        const shown = new Set(hits.flatMap((hit) => hit.events.map((each) => each.index)));
        const counted = new Set(hidden.map((each) => each.index));
        for (const row of any.view.rows(0, any.view.count)) {
          const inWindow =
            scale.scale === 'sequence'
              ? scale.columnOfStep(row.index) >= 0 && scale.columnOfStep(row.index) < scale.columns
              : row.when.start < end && row.when.end > start;
          if (!inWindow || hiddenLanes.includes(row.lane)) continue;
          expect(shown.has(row.index) || counted.has(row.index)).toBe(true);
        }
        const signs = texts(lines).flatMap((text) => / \+(\d+)/.exec(text.slice(0, 30))?.[1] ?? []);
        if (hidden.length > 0) {
          const total = signs.reduce((sum, sign) => sum + Number(sign), 0);
          expect(total).toBeGreaterThanOrEqual(hidden.length);
        }
      }),
      settings,
    );
  });

  test('the selected event is never the one that is left out', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const {hidden} = drawTimeline(any);
        expect(hidden.some((each) => each.index === any.selected)).toBe(false);
      }),
      settings,
    );
  });

  test('the selected event is in brackets whenever it is in the window', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const {hits, lines, hiddenLanes} = drawTimeline(any);
        const hit = hits.find((each) => each.events.some((own) => own.index === any.selected));
        const row = any.view.rows(any.selected, any.selected + 1)[0];
        if (!hit || !row || hiddenLanes.includes(row.lane)) return;
        const marks = (lines[hit.line] ?? [])
          .filter((span) => span.role === 'selected')
          .map((span) => span.text)
          .join('');
        expect(marks).toContain('[');
        expect(marks).toContain(']');
      }),
      {...settings, numRuns: 200},
    );
  });

  test('the neighbours of a selected group leave it its brackets', () => {
    const group = fc.record({
      start: fc.integer({min: 0, max: 700}),
      length: fc.integer({min: 1, max: 60}),
      count: fc.integer({min: 1, max: 8}),
    });
    const groups = fc.array(group, {minLength: 5, maxLength: 15});
    fc.assert(
      fc.property(groups, fc.nat(30), fc.integer({min: 4, max: 6}), (drafts, chosen, height) => {
        const close = fakeView(
          drafts.flatMap(({start, length, count}) =>
            Array.from({length: count}, () => ({start: start * DAY, end: (start + length) * DAY})),
          ),
        );
        const timeline = fitTimeline(close, 'time');
        const selected = Math.min(chosen, close.count - 1);
        const {lines} = drawTimeline(input({view: close, timeline, selected, height}));
        const marks = lines.flat().filter((span) => span.role === 'selected');
        expect(marks.map((span) => span.text).join('')).toMatch(/\[.*\]/);
      }),
      {seed: 5, numRuns: 300},
    );
  });

  test('a sign stands in the middle of its span, however near and wherever the window is', () => {
    const day = {start: 10 * DAY, end: 11 * DAY};
    const undated = fakeView([{start: 0, end: 30 * DAY, isSpan: true}, day, day, day]);
    const whole = fitTimeline(undated, 'time');
    fc.assert(
      fc.property(
        fc.double({min: 8, max: 60, noNaN: true}),
        fc.double({min: -0.5, max: 0.5, noNaN: true}),
        fc.integer({min: 0, max: 3}),
        (factor, pan, selected) => {
          const near = panTimeline(zoomTimeline(whole, undated, factor, 0.35), undated, pan);
          const {hits, scale} = drawTimeline(
            input({view: undated, timeline: near, selected, height: 5}),
          );
          const middle = Math.floor(scale.columnOf(10.5 * DAY));
          const hit = hits.find((each) => each.events[0]?.index === 1);
          // Three signs with a column between them, the first two columns before the middle.
          if (!hit || middle < 4 || middle > scale.columns - 5) return;
          const first = hit.column - 2 * Math.max(0, selected - 1);
          expect(Math.abs(first + 2 - middle)).toBeLessThanOrEqual(1);
        },
      ),
      settings,
    );
  });

  test.each([
    ['{2030-07-12,2030-07-22}', true, /^ {6,}├━*┤ +├━*┤ *$/u],
    ['[2030-07-10,2030-07-20]', false, /^ {3,}\?─?■\? +\?─?■\? *$/u],
    ['[2030-07-10,2030-07-11]', false, /^ {3,}├─+■─+┤ *$/u],
  ])('days of the set %s are drawn on those days alone', (edtf, isSpan, drawnSo) => {
    const value = readEdtf(edtf);
    if (!value) throw new Error(edtf);
    const when = resolveEdtf(value, 'UTC');
    expect(when.isSpan).toBe(isSpan);
    const set = fakeView(
      [
        {start: Date.UTC(2030, 6, 5), end: Date.UTC(2030, 6, 27), isSpan: true},
        {...when, edtf, lane: 1, title: ' '},
      ],
      ['A', 'B'],
    );
    const {lines, hits, scale} = drawTimeline(
      input({view: set, timeline: fitTimeline(set, 'time'), selected: -1, zone: 'UTC', height: 6}),
    );
    expect(
      texts(lines)
        .find((text) => text.startsWith(' B'))
        ?.slice(11),
    ).toMatch(drawnSo);
    const days = hits
      .filter(({events}) => events[0]?.index === 1)
      .map(({from, to}) => scale.instantOf((from + to) / 2) - 1);
    for (const instant of days) {
      const day = new Date(instant).toISOString().slice(0, 10);
      expect(edtf).toContain(day);
    }
  });

  test('a group of doubtful dates has one sign of doubt, and is no range', () => {
    const about = {startQuality: 'approximate', endQuality: 'approximate', lane: 1} as const;
    const pictures = new Set<string>();
    for (let apart = 0.25; apart < 6; apart += 0.25) {
      const near = fakeView(
        [
          {start: 0, end: 60 * DAY, isSpan: true},
          {start: 30 * DAY, end: 30 * DAY + 1, ...about},
          {start: 31.5 * DAY, end: 31.5 * DAY + 1, ...about},
          {start: (31.5 + apart) * DAY, end: (31.5 + apart) * DAY + 1, ...about},
        ],
        ['A', 'B'],
      );
      const timeline = fitTimeline(near, 'time');
      const {lines} = drawTimeline(input({view: near, timeline, selected: -1, height: 6}));
      const lane = texts(lines).find((text) => text.startsWith(' B')) ?? '';
      const signs = lane.slice(2).replaceAll(/event \d/gu, '');
      pictures.add(signs.trim().replaceAll(/ +/gu, ' '));
    }
    expect([...pictures].filter((picture) => picture.includes('3'))).toEqual(['~■3']);
  });

  test('two days of one set that share a column are one event', () => {
    const edtf = '{2030-07-10,2030-07-12}';
    const years = fakeView(
      [
        {start: Date.UTC(2020, 0, 1), end: Date.UTC(2040, 0, 1), isSpan: true},
        {start: Date.UTC(2030, 6, 10), end: Date.UTC(2030, 6, 13), isSpan: true, edtf, lane: 1},
      ],
      ['A', 'B'],
    );
    const {hits} = drawTimeline(
      input({view: years, timeline: fitTimeline(years, 'time'), selected: -1, height: 4}),
    );
    expect(hits.filter(({events}) => events.some(({index}) => index === 1))).toMatchObject([
      {events: [{index: 1}]},
    ]);
  });

  test('a length over the axis is that of what is drawn under it', () => {
    const lengths = (timeline: TimelineInput['timeline']): string => {
      const [heading = ''] = texts(drawTimeline(input({timeline, height: 9})).lines);
      return heading.slice(12).replace(/ +Baghdad time.*/u, '');
    };
    const whole = initialTimeline(view);
    expect(lengths(whole)).toMatch(/^ ─+ 3 months 9 days ─+╱╱─+ 1 day ─+/u);
    // Further out the line over what was measured ends where that ends, with time beside it.
    const far = lengths({...whole, start: whole.start - 60 * DAY, end: whole.end});
    expect(far).toMatch(/^ {6,}─+ 3 months 9 days ─+╱╱/u);
    const near = lengths({
      ...whole,
      start: Date.UTC(2024, 0, 9, 21),
      end: Date.UTC(2024, 0, 24, 9),
    });
    expect(near).toMatch(/^─+ 1[34] days ─+╱+─+ 12 hours ─+/u);
  });

  test('on the broken scale a sign stands in the middle of its time, not of its columns', () => {
    const october = Date.UTC(2023, 9, 14, 21);
    const called = fakeView(
      [
        ...view.rows(0, view.count).map((row) => ({...row.when, edtf: row.edtf, lane: row.lane})),
        {start: october, end: Date.UTC(2024, 0, 24, 21), lane: 3, title: 'A call', edtf: '[..]'},
      ],
      ['Backdrop', 'Groups', 'U.S.', 'Iraq'],
    );
    const timeline = initialTimeline(called);
    expect(timeline.scale).toBe('broken');
    const {hits, scale} = drawTimeline(input({view: called, timeline, width: 160, height: 20}));
    const hit = hits.find(({events}) => events[0]?.title === 'A call');
    expect(hit?.column).toBe(Math.round(scale.columnOf(Date.UTC(2023, 11, 4, 21)) - 0.5));
  });

  test('a sign whose place is outside the window stands at its edge, behind an arrow', () => {
    const undated = fakeView([
      {start: 0, end: 10 * DAY},
      {start: 0, end: 10 * DAY},
    ]);
    const timeline = {...fitTimeline(undated, 'time'), start: 0};
    const lane = (start: number, end: number): string =>
      texts(
        drawTimeline(input({view: undated, timeline: {...timeline, start, end}, height: 4})).lines,
      )[2] ?? '';
    expect(lane(DAY, 4 * DAY)).toMatch(/[■●▲◆]2[─\]]→ $/u);
    expect(lane(6 * DAY, 9 * DAY)).toMatch(/ ←[─[][■●▲◆]2/u);
    expect(lane(-DAY, 12 * DAY)).not.toMatch(/[←→]/u);
  });

  test('the mark that times are measured from is on the axis in every zone', () => {
    for (const zone of ['Asia/Baghdad', 'America/New_York', 'UTC', 'Asia/Tokyo']) {
      for (const scale of ['time', 'broken', 'sequence'] as const) {
        const mark = view.rows(at('Strikes before dawn'), at('Strikes before dawn') + 1)[0]?.when;
        const timeline = fitTimeline(view, scale);
        const axis = texts(drawTimeline(input({zone, timeline, mark})).lines)[1] ?? '';
        expect(axis, `${zone} ${scale}`).toContain('▼');
        expect(axis).toMatch(/20\d\d/u);
      }
    }
  });

  test('a mark in the first column of a stretch leaves its date readable', () => {
    const mark = view.rows(at('Strikes before dawn'), at('Strikes before dawn') + 1)[0]?.when;
    const drawn = drawTimeline(input({zone: 'America/New_York', mark}));
    expect(texts(drawn.lines)[1]).toMatch(/▼23 Jan/u);
  });

  test('selecting an event moves no sign', () => {
    const signs = (selected: number): readonly string[] =>
      texts(drawTimeline(input({selected, height: 14, width: 160, charset: 'unicode'})).lines)
        .slice(2)
        .map((text) => text.replaceAll(/[^◆◇●○▲△■□]/gu, ' ').trimEnd());
    // The titles hold none of these.
    const before = signs(-1);
    for (let selected = 0; selected < view.count; selected++) {
      expect(signs(selected)).toEqual(before);
    }
  });

  test('a range that ends one and begins another needs no other row', () => {
    const {hits} = drawTimeline(input({height: 9}));
    const lineOf = (title: string): number | undefined =>
      hits.find((hit) => hit.events.some((row) => row.title === title))?.line;
    expect(lineOf('Strikes before dawn')).toBe(lineOf('Earlier airstrikes'));
  });

  test('what is drawn on one line does not overlap, but points on bars', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const {hits} = drawTimeline(any);
        const bars = hits.filter((hit) => hit.events[0]?.when.isSpan && hit.to - hit.from > 2);
        for (const bar of bars) {
          for (const other of bars) {
            if (bar === other || bar.line !== other.line) continue;
            expect(bar.to < other.from || other.to < bar.from).toBe(true);
          }
        }
      }),
      settings,
    );
  });

  test('titles never run into each other', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        // Each title is one letter repeated, so that what is left of it can be told.
        const rows = any.view
          .rows(0, any.view.count)
          .map((row) => ({...row, title: String.fromCodePoint(0x410 + row.index).repeat(14)}));
        const {lines} = drawTimeline({
          ...any,
          charset: 'unicode',
          view: {...any.view, rows: (from, to) => rows.slice(Math.max(0, from), Math.max(0, to))},
        });
        for (const text of texts(lines)) {
          for (const title of text.matchAll(/(\p{Script=Cyrillic})\1*…?/gu)) {
            const length = title[0].length;
            expect(length === 14 || (title[0].endsWith('…') && length >= 10)).toBe(true);
            expect(text[title.index - 1]).toBe(' ');
            expect(text[title.index + length] ?? ' ').toBe(' ');
          }
        }
      }),
      settings,
    );
  });

  test('panning by whole columns moves the picture and changes no row', () => {
    const timeline = zoomTimeline(fitTimeline(view, 'time'), view, 3, 0.98);
    const before = drawTimeline(input({timeline}));
    const by = 5 / before.scale.columns;
    const after = drawTimeline(input({timeline: panTimeline(timeline, view, -by)}));
    for (const hit of before.hits) {
      const same = after.hits.find((other) => other.events[0]?.index === hit.events[0]?.index);
      if (!same || hit.from === 0 || same.to === after.scale.columns) continue;
      expect({line: same.line, from: same.from}).toEqual({line: hit.line, from: hit.from + 5});
    }
    expect(after.hits.length).toBeGreaterThan(3);
  });

  test('more room never changes the columns of an event', () => {
    const small = drawTimeline(input({height: 8}));
    const large = drawTimeline(input({height: 20}));
    for (const hit of small.hits) {
      const same = large.hits.find((other) => other.events[0]?.index === hit.events[0]?.index);
      expect([same?.from, same?.to]).toEqual([hit.from, hit.to]);
    }
    expect(large.hidden).toEqual([]);
  });
});

/** Titles may hold any letters, also on an ASCII strip: the terminal room deals with those. */
function withoutTitles(text: string): string {
  return text.replaceAll(/[عنوان標題的長度éà]/g, '');
}
