import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {
  readOutlines,
  type MapOutlines,
  type MapTopology,
} from '../../../source/core/draw/map-outlines.js';

/** @returns Natural Earth's countries as the package has them. */
export function readTopology(detail: '50m' | '110m'): MapTopology {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as MapTopology;
}

/** @returns Natural Earth's outlines, ready to draw. */
export function naturalEarth(detail: '50m' | '110m'): MapOutlines {
  return readOutlines(readTopology(detail));
}
