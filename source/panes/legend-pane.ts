import {lineWidth} from '../core/draw/fit-text.js';
import {timelineLegend} from '../core/draw/timeline-legend.js';
import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';

/** What each mark of the timeline means. */
export const legendPane: Pane = {
  name: 'legend',
  summary: 'What each mark of the timeline means',
  content({charset, widthColumns}) {
    const pane = createPane(widthColumns);
    for (const line of timelineLegend(charset)) {
      if (lineWidth(line) <= widthColumns) pane.lines([line]);
      else pane.text(line);
    }
    return pane.done({title: 'Legend', crumb: 'legend'});
  },
};
