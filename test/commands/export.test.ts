import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {exportFormats} from '../../source/formats/format-registry.js';
import {obeyed} from '../helpers/fake-io.js';

describe('export', () => {
  test('as JSON holds everything, each date with its ends', async () => {
    const {status, out} = await obeyed(['export', '--format', 'json']);
    const all = JSON.parse(out) as Record<
      string,
      readonly {readonly id: string; readonly when?: object}[]
    >;
    expect(status).toBe(0);
    for (const key of ['sources', 'actors', 'places', 'events', 'claims'] as const) {
      expect(all[key]?.map(({id}) => id)).toEqual(bundled[key].map(({id}) => id));
    }
    expect(all['links']).toHaveLength(bundled.links.length);
    for (const {when} of all['events'] ?? []) {
      expect(when).toHaveProperty('earliest');
      expect(when).toHaveProperty('latest');
    }
  });

  test('every format it names can be written', async () => {
    const help = await obeyed(['export', '--help']);
    expect(exportFormats.length).toBeGreaterThan(9);
    for (const {exportId: format} of exportFormats) {
      expect(help.out).toContain(format);
      const {status, out} = await obeyed(['export', '--format', format]);
      expect({format, status}).toEqual({format, status: 0});
      expect(out.length, format).toBeGreaterThan(50);
    }
  });

  test('without a format, or with an unknown one, says which there are', async () => {
    for (const words of [['export'], ['export', '--format', 'pdf']]) {
      const {status, errors} = await obeyed(words);
      expect(status).toBe(2);
      expect(errors.join(' ')).toContain('json');
    }
  });

  test('of a part says which links it leaves out because their claims are elsewhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ticktock-export-'));
    const event = (id: string) =>
      `  - {id: ${id}, title: ${id}, when: {edtf: 2024-01-01, basis: stated}}\n`;
    const claim = (id: string) =>
      `  - {id: said-${id}, about: {event: ${id}, field: '*'}, voice: reporter, value: x, citations: [{source: paper}]}\n`;
    const path = join(folder, 'links.yaml');
    writeFileSync(
      path,
      `chronology: 1
title: Links
timezone: UTC
sources:
  - {id: paper, headline: Paper}
events:
${['a', 'b', 'c'].map(event).join('')}claims:
${['a', 'b', 'c'].map(claim).join('')}links:
  - {type: responds-to, from: b, to: a, claimed_by: [said-c]}
`,
    );
    const words = ['export', path, '--format', 'json', '--query', 'id:a OR id:b'];
    const {status, out, errors} = await obeyed(words);
    rmSync(folder, {recursive: true});
    expect({status, links: (JSON.parse(out) as {links: unknown}).links}).toEqual({
      status: 0,
      links: [],
    });
    expect(errors).toEqual([
      'ticktock export: left out: b responds-to a: what claims it is about an event left out',
    ]);
  });
});
