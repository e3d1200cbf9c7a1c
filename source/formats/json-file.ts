/** What a JSON file may be when it is of no other format: our own chronology, or an array of events. */
import {chronologyJson} from './chronology-file.js';
import type {Format} from './format.js';
import {looksLikeJson} from './json-rows.js';
import {jsonEvents} from './table.js';

const HEAD_CHARACTERS = 65_536;

/** Our chronology and a plain array of events under one name; written it is always the chronology. */
export const jsonFile: Format = {
  ...chronologyJson,
  detect(head) {
    // What can be nothing but JSON is taken, so that reading it says what is wrong with it.
    const least = looksLikeJson(head.text) ? 0.02 : 0;
    return Math.max(chronologyJson.detect?.(head) ?? 0, jsonEvents.detect?.(head) ?? 0, least);
  },
  async lineOfRow(input, row) {
    return jsonEvents.lineOfRow?.(input, row);
  },
  async read(input) {
    const text = input.text.slice(0, HEAD_CHARACTERS);
    const head = {name: input.name, text, isWhole: text.length === input.text.length};
    const isEvents =
      (jsonEvents.detect?.(head) ?? 0) >= (chronologyJson.detect?.(head) ?? 0) ||
      input.columnMap !== undefined;
    const format = isEvents ? jsonEvents : chronologyJson;
    if (!format.read) throw new TypeError(`${format.id} has no reader`);
    return {...(await format.read(input)), formatName: format.name};
  },
};
