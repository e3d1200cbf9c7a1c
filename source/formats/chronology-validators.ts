import type {ValidateFunction} from 'ajv/dist/2020.js';
import {createAjv, HEAD_ID, idOfDefinition} from './chronology-ajv.js';

/*
The build puts in place of this file what Ajv makes of the schema (`.scripts/build/ajv-plugin.mjs`): to
compile it takes longer than to read most files.
*/

/** The chronology with its sections left open. */
export const HEAD = 'head';

const validators = new Map<string, ValidateFunction>();
let ajv: ReturnType<typeof createAjv> | undefined;

/**
@param reference - `HEAD`, or a definition of the schema: `#/$defs/event`.
@returns what validates it, compiled when first needed.
*/
export function validatorOf(reference: string): ValidateFunction {
  let validate = validators.get(reference);
  if (validate === undefined) {
    ajv ??= createAjv();
    validate = ajv.getSchema(reference === HEAD ? HEAD_ID : idOfDefinition(reference));
    if (validate === undefined) throw new Error(`the schema has no ${reference}`);
    validators.set(reference, validate);
  }
  return validate;
}
