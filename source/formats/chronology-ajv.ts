import {Ajv2020} from 'ajv/dist/2020.js';
import {chronologySchema, type JsonSchema} from './chronology-schema.js';

/** Id of the schema of a chronology with its sections left open. */
export const HEAD_ID = 'urn:ticktock:chronology-head:1';

/** @returns what makes validators of the schema and of each of its definitions. */
export function createAjv(code: {readonly source?: boolean} = {}): Ajv2020 {
  const created = new Ajv2020({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    allowUnionTypes: true,
    meta: false,
    validateSchema: false,
    // A function for each definition, none optimised: compiles in less than half the time.
    inlineRefs: false,
    code: {optimize: false, ...code},
  });
  created.addVocabulary(['patternErrorMessage']);
  created.addSchema(chronologySchema);
  const properties = Object.entries(chronologySchema.properties ?? {}).map(
    ([name, property]): [string, JsonSchema] => [
      name,
      property.type === 'array' ? {type: 'array'} : property,
    ],
  );
  created.addSchema({
    ...chronologySchema,
    $id: HEAD_ID,
    properties: Object.fromEntries(properties),
  });
  return created;
}

/** @returns the id under which a definition (`#/$defs/event`) is known. */
export function idOfDefinition(reference: string): string {
  return `${chronologySchema.$id ?? ''}${reference}`;
}
