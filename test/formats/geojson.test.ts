import {describe, expect, test} from 'vitest';
import {geoJsonFormat} from '../../source/formats/geojson.js';
import type {ReadResult} from '../../source/formats/format.js';

async function read(text: string): Promise<ReadResult> {
  const result = await geoJsonFormat.read?.({name: 'map.geojson', text});
  if (result === undefined) throw new Error('no reader');
  return result;
}

const told = (result: ReadResult) =>
  result.chronology.events.map(({title, when}) => `${when.edtf} ${title}`);

describe('GeoJSON', () => {
  test('of any program gives titles and coordinates', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: {type: 'Point', coordinates: [2.3, 48.8]},
          properties: {date: '2024-01-01', title: 'A'},
        },
        {
          type: 'Feature',
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
          properties: {date: '2024-01-02', title: 'B'},
        },
        {type: 'Feature', geometry: null, properties: {title: 'C'}},
      ],
    });
    const result = await read(text);
    expect(told(result)).toEqual(['2024-01-01 A', '2024-01-02 B']);
    expect(result.chronology.places).toMatchObject([{latitude: 48.8, longitude: 2.3}]);
    expect(result).toMatchObject({rows: 3, refused: 1, formatName: 'GeoJSON'});
    expect(result.losses.map(({row, field}) => `${row} ${field}`)).toEqual([
      '2 geometry',
      '3 date',
    ]);
  });

  test('says what a collection holds beside its features', async () => {
    const feature = {type: 'Feature', geometry: null, properties: {date: '2024-01-01', title: 'A'}};
    const result = await read(
      JSON.stringify({type: 'FeatureCollection', name: 'Raids', crs: {}, features: [feature]}),
    );
    expect(result.chronology.title).toBe('Raids');
    expect(result.losses.map(({row, field}) => `${row} ${field}`)).toEqual(['0 crs']);
  });

  test('with a fault is named as JSON with a fault', async () => {
    const text = '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,}]}';
    expect((await read(text)).problems).toMatchObject([{severity: 'error', line: 1}]);
  });
});
