import type {DrawMap} from '../panes/pane.js';

/** @returns a function that draws maps; the outlines (Natural Earth) are loaded here, when a place is first looked at. */
export async function loadDrawMap(): Promise<DrawMap> {
  const [{default: topology}, {drawMap}, {readOutlines}] = await Promise.all([
    import('world-atlas/countries-50m.json', {with: {type: 'json'}}),
    import('../core/draw/map-drawing.js'),
    import('../core/draw/map-outlines.js'),
  ]);
  const outlines = readOutlines(topology);
  return (request) => drawMap({...request, outlines});
}
