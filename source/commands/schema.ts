import type {Command} from './command.js';

/** `ticktock schema`: the JSON Schema of a chronology file, for editors and other programs. */
export const schemaCommand: Command = {
  name: 'schema',
  usage: 'schema',
  summary: 'the JSON Schema of a chronology file, for editors and other programs',
  flags: [],
  async run({input, io}) {
    if (input.length > 0) {
      io.error('ticktock schema: it takes no file: run `ticktock schema > chronology.schema.json`');
      return 2;
    }
    const {chronologySchema} = await import('../formats/chronology-schema.js');
    await io.out(`${JSON.stringify(chronologySchema, undefined, 2)}\n`);
    return 0;
  },
};
