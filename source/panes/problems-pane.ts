import {
  countLosses,
  rowsWords,
  type ImportFigures,
  type LossGroup,
} from '../core/events/import-figures.js';
import type {Problem} from '../core/events/chronology.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane} from './pane.js';

const MOST_PROBLEMS = 1000;
/** Kinds of loss told of one file. */
const MOST_KINDS = 200;

/** What a loaded file got wrong, and what of an imported one could not be kept. */
export const problemsPane: Pane = {
  name: 'problems',
  summary: 'What a file got wrong or could not say',
  content(input) {
    const {problems, imports = []} = input.store;
    const pane = createPane(input.widthColumns);
    if (problems.length === 0 && imports.length === 0) {
      pane.text('The file has no problems.', 'muted');
    }
    for (const problem of problems.slice(0, MOST_PROBLEMS)) addProblem(pane, problem);
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0) pane.text(`and ${more} more: ticktock check lists them all`, 'muted');
    const isOutdated = input.store.isOutdated === true;
    for (const figures of imports) addImport(pane, figures, isOutdated);
    const count = problems.length + countLosses(imports);
    return pane.done({title: 'Problems', badge: `${count}`, crumb: 'problems'});
  },
};

function addProblem(pane: PaneBuilder, problem: Problem): void {
  const place = [problem.file, problem.line, problem.column]
    .filter((part) => part !== undefined)
    .join(':');
  const field = problem.field === undefined ? '' : `${problem.field}: `;
  pane.item([
    {text: place === '' ? '' : `${place}: `, role: 'muted'},
    {
      text: `${field}${problem.message}`,
      role: problem.severity === 'error' ? 'error' : 'warning',
    },
    {text: problem.fix === undefined ? '' : `: ${problem.fix}`, role: 'text'},
  ]);
}

/** The figures that always add up, then each kind of loss with how often and where. */
function addImport(pane: PaneBuilder, figures: ImportFigures, isOutdated: boolean): void {
  const {file, format, losses} = figures;
  pane.heading(format, file);
  if (isOutdated) pane.text('Figures and losses are those of the last good version.', 'muted');
  pane.text(rowsWords(figures));
  if (losses.length === 0) pane.text('Everything was kept.', 'muted');
  else pane.heading('Could not be kept', `${countLosses([figures])}`);
  for (const group of losses.slice(0, MOST_KINDS)) addKind(pane, group);
  const more = losses.length - MOST_KINDS;
  if (more > 0) pane.text(`and ${more} more kinds: ticktock import --report json`, 'muted');
}

function addKind(pane: PaneBuilder, {field, what, total, samples}: LossGroup): void {
  const count = total === 1 ? '' : `${total.toLocaleString('en-US')} times`;
  const rows = [...new Set(samples.map(({row}) => row))].filter((row) => row > 0);
  const more = total > samples.length ? ', …' : '';
  const where =
    rows.length === 0
      ? ''
      : `${rows.length === 1 && more === '' ? 'row' : 'rows'} ${rows.join(', ')}${more}`;
  pane.item(
    [
      {text: `${field}: `, role: 'muted'},
      {text: total === 1 ? (samples[0]?.what ?? what) : what, role: 'warning'},
    ],
    {
      right: count === '' ? undefined : {text: count, role: 'muted'},
      copy: () => [`${field}: ${what}`, count, where].filter((part) => part !== '').join(', '),
    },
  );
  // The values that rows quote are told each with its row; otherwise the rows alone.
  const quoting = total === 1 ? [] : samples.filter((sample) => sample.what !== what);
  for (const sample of quoting) {
    pane.text(`row ${sample.row}${sample.what.slice(what.length)}`, 'muted', 4);
  }
  if (quoting.length === 0 && where !== '') pane.text(where, 'muted', 4);
  else if (more !== '') pane.text('…', 'muted', 4);
}
