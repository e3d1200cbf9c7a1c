import {lineWidth} from '../core/draw/fit-text.js';
import {glyphSet, type Charset} from '../core/draw/glyphs.js';
import type {Line} from '../core/draw/line.js';
import {mapGlyphs} from '../core/draw/map-glyphs.js';
import {entry, heading, timelineLegend} from '../core/draw/timeline-legend.js';
import {CHANGE_SIGNS} from '../core/events/change-words.js';
import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';
import {screenSigns} from './screen-signs.js';
import {signsOf} from './signs.js';

/** What each mark of the screen means. */
export const legendPane: Pane = {
  name: 'legend',
  summary: 'What each mark on the screen means',
  content({charset, widthColumns}) {
    const pane = createPane(widthColumns);
    for (const line of [...timelineLegend(charset), ...restOfLegend(charset)]) {
      if (lineWidth(line) <= widthColumns) pane.lines([line]);
      else pane.text(line);
    }
    return pane.done({title: 'Legend', crumb: 'legend'});
  },
};

/** The marks of list, panes and map. */
function restOfLegend(charset: Charset): readonly Line[] {
  const {paragraph} = signsOf(charset);
  const {up, down, contested} = screenSigns(charset);
  const {place, selected, times, left, water} = mapGlyphs(charset);
  return [
    heading('List and panes'),
    entry('> -', 'selected; - without the focus', 'selected'),
    entry(contested, 'accounts differ', 'contested'),
    entry(`5${glyphSet(charset).dash}`, 'from the 5th of the month to a later day', 'muted'),
    entry("'a", 'a mark that was set', 'contested'),
    entry(`${CHANGE_SIGNS.added} ${CHANGE_SIGNS.changed}`, 'new, changed (diff)', 'contested'),
    entry(`${paragraph}4`, 'paragraph 4 of the source', 'muted'),
    entry(`${up}2 ${down}9`, 'more lines above, below', 'text'),
    heading('Map'),
    entry(selected, 'the place', 'cursor'),
    entry(place, 'another place', 'mark'),
    entry(`${times}3`, '3 events there', 'text'),
    entry(left, 'the place, out of view', 'cursor'),
    entry(water, 'sea or lake', 'water'),
    entry('', 'dotted circle: somewhere in it', 'mark'),
  ];
}
