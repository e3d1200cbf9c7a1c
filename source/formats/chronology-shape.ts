import type {ErrorObject, ValidateFunction} from 'ajv/dist/2020.js';
import type {Path, PathProblem} from '../core/events/path-problem.js';
import {suggest} from '../core/events/suggest.js';
import {MOST_PROBLEMS} from './chronology-parse.js';
import {chronologySchema, type JsonSchema} from './chronology-schema.js';
import {HEAD, validatorOf} from './chronology-validators.js';

/** Something that does not fit the schema. */
export type ShapeProblem = PathProblem & {
  /** The key that is missing in what the path leads to. */
  readonly missing?: string;
  /** True where a number or a yes-or-no stands that would be text in quotes. */
  readonly isUnquoted?: boolean;
};

/**
Compare a parsed file with the JSON Schema of a chronology.

The sections are validated entry by entry, so that a file with nothing right in it cannot fill the
memory with messages.

@param value - plain data, bounded in depth.
@returns one problem for each thing that does not fit, in the order of the schema; up to 10,000.
*/
export function checkShape(value: unknown): ShapeProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [
      {
        severity: 'error',
        path: [],
        at: 'value',
        message: `it holds ${nameOf(value)} where a chronology has \`chronology: 1\`, \`title\`, \`events\`…`,
        fix: 'start from `ticktock new FILE`, or convert it with `ticktock import`',
      },
    ];
  }
  const problems: ShapeProblem[] = [];
  collect(validatorOf(HEAD), value, [], problems);
  for (const [section, {items}] of Object.entries(chronologySchema.properties ?? {})) {
    const entries: unknown = Object.getOwnPropertyDescriptor(value, section)?.value;
    if (items?.$ref !== undefined && Array.isArray(entries)) {
      const validate = validatorOf(items.$ref);
      for (let index = 0; index < entries.length && problems.length < MOST_PROBLEMS; index++) {
        collect(validate, entries[index], [section, index], problems);
      }
    }
  }
  return problems;
}

function collect(
  validate: ValidateFunction,
  value: unknown,
  path: Path,
  problems: ShapeProblem[],
): void {
  if (validate(value)) {
    return;
  }
  const errors = (validate.errors ?? []).slice(0, MOST_PROBLEMS - problems.length);
  const meant = new Set<string>();
  for (const error of errors) {
    const guess = guessKey(error);
    if (guess !== undefined) {
      meant.add(`${error.instancePath}/${guess}`);
    }
  }
  for (const error of errors) {
    const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : '';
    // A misspelt key is one mistake: an unknown key, not a missing one as well.
    if (error.keyword !== 'propertyNames' && !meant.has(`${error.instancePath}/${missing}`)) {
      problems.push(explain(error, [...path, ...pathOf(error.instancePath)]));
    }
  }
}

/** @returns the steps of a JSON Pointer (RFC 6901). */
function pathOf(pointer: string): (string | number)[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^(?:0|[1-9]\d*)$/u.test(key) ? Number(key) : key;
  });
}

function guessKey(error: ErrorObject): string | undefined {
  if (error.keyword !== 'additionalProperties') {
    return undefined;
  }
  const written = Object.keys(Object(error.data) as object);
  const known = Object.keys(schemaOf(error).properties ?? {});
  const free = known.filter((key) => !written.includes(key));
  return suggest(String(error.params['additionalProperty']), free);
}

function schemaOf(error: ErrorObject): JsonSchema {
  return error.parentSchema ?? {};
}

function explain(error: ErrorObject, path: Path): ShapeProblem {
  const problem = {severity: 'error', path, at: 'value', ...inWords(error)} as const;
  if (error.keyword === 'required' || error.keyword === 'dependentRequired') {
    return {...problem, missing: String(error.params['missingProperty'])};
  }
  if (error.keyword === 'additionalProperties') {
    return {...problem, path: [...path, String(error.params['additionalProperty'])], at: 'key'};
  }
  return error.propertyName === undefined
    ? problem
    : {...problem, path: [...path, error.propertyName], at: 'key'};
}

type Words = Pick<ShapeProblem, 'isUnquoted'> & {readonly message: string; readonly fix: string};

function inWords(error: ErrorObject): Words {
  const {data, keyword, params} = error;
  const shown = `\`${show(error.propertyName ?? data)}\``;
  switch (keyword) {
    case 'additionalProperties': {
      const guess = guessKey(error);
      const known = Object.keys(schemaOf(error).properties ?? {}).filter(
        (key) => key !== '$schema',
      );
      return {
        message: `there is no key \`${show(params['additionalProperty'])}\` here`,
        fix: guess === undefined ? `use ${listed(known)}` : `did you mean \`${guess}\`?`,
      };
    }
    case 'required': {
      const missing = String(params['missingProperty']);
      return {message: `\`${missing}\` is missing`, fix: `add ${sample(schemaOf(error), missing)}`};
    }
    case 'dependentRequired': {
      const missing = String(params['missingProperty']);
      const message = `\`${String(params['property'])}\` stands without \`${missing}\``;
      return {message, fix: `add \`${missing}\``};
    }
    case 'type': {
      const wanted = [params['type']].flat().map((type) => TYPES[String(type)] ?? String(type));
      const message = `${nameOf(data)} stands where ${wanted.join(' or ')} is wanted`;
      const isUnquoted = wanted.includes('text') && ['number', 'boolean'].includes(typeof data);
      return isUnquoted
        ? {message, fix: `write it in quotes: "${show(data)}"`, isUnquoted}
        : {message, fix: `write ${wanted.join(' or ')}`};
    }
    case 'enum': {
      const allowed = (schemaOf(error).enum ?? []).map(String);
      const guess = suggest(String(data), allowed);
      return {
        message: `${shown} is not one of the values`,
        fix: guess === undefined ? `use ${listed(allowed)}` : `did you mean \`${guess}\`?`,
      };
    }
    case 'const': {
      return {
        message: `${shown} is not a version this program reads`,
        fix: 'write `chronology: 1`',
      };
    }
    case 'pattern': {
      const hint = schemaOf(error).patternErrorMessage;
      return {message: `${shown} cannot stand here`, fix: hint ?? 'see `ticktock schema`'};
    }
    case 'minLength':
    case 'minItems':
    case 'minProperties': {
      const isCitations = error.instancePath.endsWith('/citations');
      const fix = isCitations ? 'cite at least one source' : 'fill it in, or leave the key out';
      return {message: 'it is empty', fix};
    }
    case 'minimum':
    case 'maximum': {
      const limit = `${keyword === 'minimum' ? 'below' : 'above'} ${String(params['limit'])}`;
      return {message: `${shown} is ${limit}`, fix: 'check the number'};
    }
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties': {
      const fix = 'shorten it, or leave it out';
      return {message: `it is longer than ${String(params['limit'])}`, fix};
    }
    default: {
      return {
        message: `it ${error.message ?? 'does not fit the schema'}`,
        fix: 'see `ticktock schema`',
      };
    }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'a mapping (`key: value`)',
};

function nameOf(value: unknown): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'object': {
      return 'a mapping';
    }
    case 'string': {
      return 'text';
    }
    default: {
      return `\`${show(value)}\``;
    }
  }
}

function sample(parent: JsonSchema, key: string): string {
  const property = parent.properties?.[key];
  const target = property?.$ref?.replace('#/$defs/', '');
  const choices = property?.enum ?? chronologySchema.$defs?.[target ?? '']?.enum;
  if (choices !== undefined) {
    return `\`${key}\`: ${listed(choices.map(String))}`;
  }
  const description = property?.description ?? chronologySchema.$defs?.[target ?? '']?.description;
  const purpose = description?.split(/[.:;] |\.$/u)[0];
  return key === 'chronology'
    ? '`chronology: 1`'
    : `\`${key}\`${purpose ? ` (${lowerFirst(purpose)})` : ''}`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** @returns a value short enough for a message. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
