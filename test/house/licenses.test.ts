import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {licensesOf} from '../../.scripts/build/licenses.mjs';
import {ROOT} from './repository-files.js';

const bundleOf = (...packages: readonly string[]): {inputs: Record<string, unknown>} => ({
  inputs: Object.fromEntries(packages.map((name) => [`node_modules/${name}/index.js`, {}])),
});

test('each package of the bundle is named once, with where its source is and the text of its licence', async () => {
  const text = await licensesOf(bundleOf('ical.js', 'yaml', 'yaml'), ROOT);
  const [ical = '', yaml = '', ...others] = text.split(`\n${'-'.repeat(72)}\n\n`);
  expect(others).toEqual([]);
  expect(ical).toMatch(
    /^ical\.js [\d.]+ \(MPL-2\.0\)\nhttps:\/\/www\.npmjs\.com\/package\/ical\.js\/v\/[\d.]+\n/u,
  );
  expect(ical).toContain('Mozilla Public License Version 2.0');
  expect(yaml).toContain('Copyright Eemeli Aro');
});

test('a package without a licence text has the one that is kept for it', async () => {
  const text = await licensesOf(bundleOf('yoga-layout'), ROOT);
  expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
  expect(text).toContain('The above copyright notice and this permission notice shall be included');
});

test('a package without any is refused, however its licence is called', async () => {
  const root = await mkdtemp(join(tmpdir(), 'licenses-'));
  try {
    const folder = join(root, 'node_modules/@some/thing');
    await mkdir(folder, {recursive: true});
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({name: '@some/thing', version: '1.0.0', license: 'MIT'}),
    );
    await expect(licensesOf(bundleOf('@some/thing'), root)).rejects.toThrow(
      /^@some\/thing comes without a licence text/u,
    );
  } finally {
    await rm(root, {recursive: true, force: true});
  }
});
