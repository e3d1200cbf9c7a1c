import schema from '../../data/chronology.schema.json' with {type: 'json'};

/** A JSON Schema, as far as this program looks into one. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly patternErrorMessage?: string;
  readonly $ref?: string;
  readonly $id?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
};

/** The JSON Schema (2020-12) of a chronology file, as `ticktock schema` prints it. */
export const chronologySchema: JsonSchema = schema;
