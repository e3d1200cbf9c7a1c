import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';

const MOST_PROBLEMS = 1000;

/** What a loaded file got wrong, or could not say. */
export const problemsPane: Pane = {
  name: 'problems',
  summary: 'What a file got wrong or could not say',
  content(input) {
    const {problems} = input.store;
    const pane = createPane(input.widthColumns);
    if (problems.length === 0) pane.text('The file has no problems.', 'muted');
    for (const problem of problems.slice(0, MOST_PROBLEMS)) {
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
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0) pane.text(`and ${more} more: ticktock check lists them all`, 'muted');
    return pane.done({title: 'Problems', badge: `${problems.length}`, crumb: 'problems'});
  },
};
