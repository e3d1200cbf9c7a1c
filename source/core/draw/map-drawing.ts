import {geoCircle} from 'd3-geo';
import type {Charset} from './glyphs.js';
import type {Line, Role, Span} from './line.js';
import {EMPTY_CELL, mapCell} from './map-cells.js';
import {mapGlyphs} from './map-glyphs.js';
import {
  labelMark,
  nameCountries,
  startLayout,
  type CountryMark,
  type MapLayout,
} from './map-labels.js';
import type {MapOutlines} from './map-outlines.js';
import {rasterMap, setDot, type MapRaster} from './map-raster.js';
import {layScale} from './map-scale.js';
import {
  DOTS_ACROSS,
  DOTS_DOWN,
  KM_PER_DEGREE,
  frameOf,
  holdView,
  radiusKm,
  toDots,
  type MapFrame,
  type MapPoint,
  type MapView,
} from './map-view.js';

/** A place to mark. */
export type MapPlace = MapPoint & {
  readonly label: string;
  /** ACLED `geo_precision`: 1 the place itself, 2 near it, 3 the region. */
  readonly precision: 1 | 2 | 3;
  readonly isSelected?: boolean;
  /** Events there; shown from two on. */
  readonly count?: number;
};

export type MapRequest = MapView & {
  readonly outlines: MapOutlines;
  /** In columns. */
  readonly width: number;
  /** In rows. */
  readonly height: number;
  readonly charset: Charset;
  readonly places: readonly MapPlace[];
};

/** Dots between two dots of the circle around an area. */
const AREA_STEP = 2.5;

/**
Draw a part of the earth with its coasts, borders, countries and the given places.

Coasts are solid lines, borders dashed (dotted in ASCII), water is sparsely marked. A place is a mark
with its name; the selected one has a mark of its own, and an arrow at the edge when it is out of
view. A place known only nearly has a dotted circle around it, of the radius that `radiusKm` gives;
a country (precision 3 and the name of one) is marked at its name instead.
The scale bar holds for the middle of the map.

@param request - any size; from 30 x 8 cells on it is a map to read. Places without real coordinates
are left out.
@returns exactly `height` lines of exactly `width` columns. A name that has no room is left out; the
mark stays.
*/
export function drawMap(request: MapRequest): readonly Line[] {
  const width = Math.max(0, Math.floor(request.width));
  const height = Math.max(0, Math.floor(request.height));
  if (width === 0) return Array.from({length: height}, () => []);
  const {outlines, charset} = request;
  const view = holdView(request);
  const frame = frameOf(view, width, height);
  const raster = rasterMap(outlines, frame, charset === 'unicode' ? {on: 1, off: 1} : undefined);
  const places = request.places
    .filter((place) => Number.isFinite(place.latitude) && Number.isFinite(place.longitude))
    .toSorted((a, b) => rank(b) - rank(a));
  const countryOf = new Map(places.map((place) => [place, findCountry(outlines, place)]));
  const spots = places.filter((place) => countryOf.get(place) === undefined);
  for (const place of spots) drawArea(raster, frame, place);
  const layout = startLayout(raster);
  const marks = spots.map((place) => ({place, mark: markPlace(layout, frame, place, charset)}));
  layScale(layout, frame, view.center.latitude, charset);
  for (const {place, mark} of marks) labelPlace(layout, place, mark, charset);
  const countryMarks = new Map<number, CountryMark>();
  for (const [place, country] of countryOf) {
    if (country === undefined || countryMarks.has(country)) continue;
    const role = place.isSelected === true ? 'selected' : 'text';
    countryMarks.set(country, {
      glyph: glyphOf(place, charset),
      suffix: timesOf(place, charset),
      role,
    });
  }
  const written = nameCountries(layout, outlines, charset, countryMarks);
  for (const [place, country] of countryOf) {
    if (country === undefined || written.has(country)) continue;
    labelPlace(layout, place, markPlace(layout, frame, place, charset), charset);
  }
  return toLines(layout, charset);
}

/** A country is no spot with an area around it: its name on the map is its mark. */
function findCountry(outlines: MapOutlines, place: MapPlace): number | undefined {
  if (place.precision !== 3) return undefined;
  const name = place.label.toLowerCase();
  const found = outlines.countries.findIndex((country) => country.name.toLowerCase() === name);
  return found < 0 ? undefined : found;
}

/** Selected places before all others, then those with more events. */
function rank(place: MapPlace): number {
  return (place.isSelected === true ? 1e9 : 0) + (place.count ?? 0);
}

function labelPlace(
  layout: MapLayout,
  place: MapPlace,
  mark: {readonly row: number; readonly column: number} | undefined,
  charset: Charset,
): void {
  if (mark === undefined) return;
  const times = timesOf(place, charset);
  const label = times === '' ? place.label : `${place.label} ${times}`;
  labelMark(layout, mark, label, place.isSelected === true ? 'selected' : 'text', charset);
}

function timesOf(place: MapPlace, charset: Charset): string {
  const count = place.count ?? 1;
  return count > 1 ? `${mapGlyphs(charset).times}${count}` : '';
}

function glyphOf(place: MapPlace, charset: Charset): string {
  return place.isSelected === true ? mapGlyphs(charset).selected : mapGlyphs(charset).place;
}

/** @returns the cell that a place is marked in, or undefined when it is out of view and not selected. */
function markPlace(
  layout: MapLayout,
  frame: MapFrame,
  place: MapPlace,
  charset: Charset,
): {readonly row: number; readonly column: number} | undefined {
  const glyphs = mapGlyphs(charset);
  const {columns, rows} = layout.raster;
  const {x, y} = toDots(frame, place);
  const [column, row] = [Math.floor(x / DOTS_ACROSS), Math.floor(y / DOTS_DOWN)];
  const isInView = column >= 0 && column < columns && row >= 0 && row < rows;
  if (!isInView && place.isSelected !== true) return undefined;
  const cell = {
    column: Math.max(0, Math.min(columns - 1, column)),
    row: Math.max(0, Math.min(rows - 1, row)),
  };
  const [overX, overY] = [Math.abs(column - cell.column), Math.abs(row - cell.row) * 2];
  const arrow =
    overX >= overY
      ? column < cell.column
        ? glyphs.left
        : glyphs.right
      : row < cell.row
        ? glyphs.up
        : glyphs.down;
  const position = cell.row * columns + cell.column;
  if (layout.taken[position] === 0) {
    layout.taken[position] = 1;
    layout.overlays.push({
      ...cell,
      width: 1,
      text: isInView ? glyphOf(place, charset) : arrow,
      role: markRole(place),
    });
  }
  return cell;
}

function markRole(place: MapPlace): Role {
  return place.isSelected === true ? 'cursor' : 'mark';
}

function drawArea(raster: MapRaster, frame: MapFrame, place: MapPlace): void {
  const degrees = radiusKm(place.precision) / KM_PER_DEGREE;
  if (degrees * frame.dotsPerDegree < DOTS_ACROSS) return;
  const circle = geoCircle()
    .center([place.longitude, place.latitude])
    .radius(degrees)
    .precision(3)();
  const ring = (circle.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]) =>
    toDots(frame, {longitude, latitude}),
  );
  let left = 0;
  for (const [index, to] of ring.entries()) {
    const from = ring[index - 1];
    if (from === undefined) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    // Around a pole or past the edge of the world the ring comes back on the other side.
    if (length > frame.width / 2) continue;
    for (; left < length; left += AREA_STEP) {
      const share = left / length;
      setDot(
        raster,
        raster.area,
        from.x + (to.x - from.x) * share,
        from.y + (to.y - from.y) * share,
      );
    }
    left -= length;
  }
}

function toLines(layout: MapLayout, charset: Charset): readonly Line[] {
  const {raster} = layout;
  const byRow: MapLayout['overlays'][] = Array.from({length: raster.rows}, () => []);
  for (const overlay of layout.overlays) byRow[overlay.row]?.push(overlay);
  return byRow.map((overlays, row) => {
    const spans: Span[] = [];
    const add = (text: string, role: Role): void => {
      const last = spans.at(-1);
      if (last?.role === role) spans[spans.length - 1] = {text: last.text + text, role};
      else spans.push({text, role});
    };
    let column = 0;
    const addCells = (end: number): void => {
      for (; column < end; column++) {
        const position = row * raster.columns + column;
        const isCleared = layout.cleared[position] === 1;
        const cell = isCleared ? EMPTY_CELL : mapCell(raster, position, charset);
        add(cell.text, cell.role);
      }
    };
    for (const overlay of overlays.toSorted((a, b) => a.column - b.column)) {
      addCells(overlay.column);
      add(overlay.text, overlay.role);
      column = overlay.column + overlay.width;
    }
    addCells(raster.columns);
    return spans;
  });
}
