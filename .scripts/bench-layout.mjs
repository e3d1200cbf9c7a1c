/**
Measure the layout of the timeline: the same window over a thousand and over a million events, 200
columns and 12 lanes, at several zooms. The cost must follow the columns, not the events.

Run: node .scripts/bench-layout.mjs
*/
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const LANES = 12;
const COLUMNS = 200;
const RUNS = 15;
const YEAR_MS = 31_556_952_000;
const SPAN_MS = 50 * YEAR_MS;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'ticktock-bench-'));
const core = await load();
await rm(folder, {recursive: true});

const sizes = [1000, 1_000_000];
const views = new Map();
for (const size of sizes) {
  const started = performance.now();
  views.set(size, generatedView(size));
  console.log(`indexed ${size.toLocaleString('en')} events in ${since(started)} ms`);
}

console.log(`\nlayout and drawing, ${COLUMNS} columns, ${LANES} lanes, median CPU ms of ${RUNS}`);
console.log('scale     window          1,000  1,000,000   ratio');
const zooms = [
  ['50 years', 1],
  ['1 year', 50],
  ['1 month', 600],
  ['1 day', 18_250],
  ['1 hour', 438_000],
];
for (const scale of ['time', 'broken', 'sequence']) {
  for (const [name, factor] of zooms) {
    const [small, large] = sizes.map((size) => measure(views.get(size), scale, factor));
    console.log(
      `${scale.padEnd(9)} ${name.padEnd(12)} ${small.toFixed(2).padStart(8)} ${large
        .toFixed(2)
        .padStart(10)} ${(large / small).toFixed(2).padStart(7)}`,
    );
  }
}

console.log('\na pan and a zoom, one million events, 160x14, CPU ms each (aim: under 16)');
for (const [name, factor] of zooms) {
  const view = views.get(1_000_000);
  let timeline = core.zoomTimeline(core.fitTimeline(view, 'time'), view, factor, 0.5);
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    timeline =
      i % 2 === 0
        ? core.panTimeline(timeline, view, 0.1)
        : core.zoomTimeline(timeline, view, i % 4 === 1 ? 1.6 : 1 / 1.6, 0.5);
    draw(view, timeline, 160, 14);
    times.push(cpuMs(before));
  }
  console.log(`${name.padEnd(12)} ${median(times).toFixed(2).padStart(8)}`);
}

/** Bundle the core on the fly, so that what is measured is what is shipped. */
async function load() {
  const outfile = join(folder, 'core.mjs');
  await build({
    stdin: {
      contents: [
        "export {createIntervalIndex} from './source/core/events/interval-index.js';",
        "export {drawTimeline} from './source/core/draw/timeline-strip.js';",
        "export {fitTimeline, panTimeline, zoomTimeline} from './source/core/layout/timeline-view.js';",
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Events of all lengths over fifty years, the same for every run. */
function generatedView(count) {
  const random = seeded(20_240_124);
  const starts = Float64Array.from({length: count}, () => Math.floor(random() * SPAN_MS)).sort();
  const ends = starts.map((start) => start + 10 ** (3 + random() * 7.5));
  const lanes = Uint16Array.from({length: count}, () => Math.floor(random() * LANES));
  const index = core.createIntervalIndex(starts, ends, lanes);
  const rowOf = (position) => ({
    index: position,
    order: position,
    id: `e${position}`,
    title: `event number ${position}`,
    when: {
      start: starts[position],
      end: ends[position],
      startQuality: position % 5 === 0 ? 'approximate' : 'certain',
      endQuality: 'certain',
      isSpan: position % 3 === 0,
      isInferred: position % 7 === 0,
    },
    edtf: '',
    timezone: 'UTC',
    lane: lanes[position],
    glyph: 'other',
    isContested: false,
  });
  return {
    count,
    lanes: Array.from({length: LANES}, (_, i) => ({id: `l${i}`, name: `Lane ${i}`})),
    extent: {start: starts[0], end: ends.reduce((a, b) => Math.max(a, b))},
    rows: (from, to) => {
      const first = Math.max(0, from);
      const last = Math.min(count, to);
      return Array.from({length: Math.max(0, last - first)}, (_, i) => rowOf(first + i));
    },
    positionOf: (id) => Number(id.slice(1)),
    ...index,
  };
}

function measure(view, scale, factor) {
  const fit = core.fitTimeline(view, scale);
  const timeline = core.zoomTimeline(fit, view, factor, 0.5);
  draw(view, timeline, COLUMNS + 13, 20);
  const times = Array.from({length: RUNS}, () => {
    const before = process.cpuUsage();
    draw(view, timeline, COLUMNS + 13, 20);
    return cpuMs(before);
  });
  return median(times);
}

function draw(view, timeline, width, height) {
  return core.drawTimeline({
    view,
    timeline,
    selected: Math.floor(view.count / 2),
    zone: 'Asia/Baghdad',
    width,
    height,
    charset: 'unicode',
    intensity: 'count',
    isFocused: true,
  });
}

function cpuMs(before) {
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function since(started) {
  return Math.round(performance.now() - started);
}

/** Mulberry32: a small seeded generator, so that runs can be compared. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
