import {exportFormats} from '../formats/format-registry.js';
import {createMemoryStore} from '../stores/memory-store.js';
import type {Command, ExitCode, Invocation} from './command.js';
import {hintAtInput} from './hint-at-input.js';
import {keepMatching} from './keep-matching.js';
import {viewOf} from './list.js';
import {loadChronologies} from './load-chronologies.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';
import {isNothingKept, NOTHING_KEPT, tellLeftOut} from './tell-left-out.js';
import {writeFormat} from './write-format.js';

const FORMATS = exportFormats.map(({exportId}) => exportId);

/** `ticktock export`: the chronology in another form. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'export [FILE...] --format FORMAT [-o OUT]',
  summary: `the chronology as ${FORMATS.join(', ')}`,
  flags: [
    {
      name: 'format',
      type: 'string',
      placeholder: 'FORMAT',
      choices: FORMATS,
      summary: `one of ${FORMATS.join(', ')}`,
    },
    {
      name: 'output',
      type: 'string',
      shortFlag: 'o',
      placeholder: 'OUT',
      summary: 'a new file to write instead of standard output',
    },
    {name: 'query', type: 'string', placeholder: 'Q', summary: 'only events that match'},
    ...LOAD_FLAGS,
  ],
  async run({input, flags, io}: Invocation): Promise<ExitCode> {
    const format = flags['format'];
    if (typeof format !== 'string') {
      io.error(`ticktock export: which format? --format ${FORMATS.join('|')}`);
      return 2;
    }
    const options = loadOptions(flags);
    if ('error' in options) {
      io.error(`ticktock export: ${options.error}`);
      return 2;
    }
    hintAtInput(input, io);
    const loaded = await loadChronologies(input, io, options);
    if (typeof loaded === 'number') return loaded;
    tellLeftOut(loaded.imports, io);
    if (isNothingKept(loaded.imports)) {
      io.error(`ticktock export: ${NOTHING_KEPT}`);
      return 1;
    }
    let {chronology} = loaded;
    if (typeof flags['query'] === 'string') {
      const view = viewOf(createMemoryStore(chronology), flags['query'], io, 'export');
      if (typeof view === 'number') return view;
      chronology = keepMatching(chronology, view, io, 'export');
    }
    const output = typeof flags['output'] === 'string' ? flags['output'] : undefined;
    const id = exportFormats.find(({exportId}) => exportId === format)?.id ?? format;
    return writeFormat(id, chronology, output, io);
  },
};
