import type {Chronology} from '../../source/core/events/chronology.js';
import type {Line} from '../../source/core/draw/line.js';
import type {PaneContent, PaneName} from '../../source/core/state/pane-content.js';
import type {PaneInput} from '../../source/panes/pane.js';
import {PANES} from '../../source/panes/pane-registry.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';

/** @returns what a pane shows of a subject, by default as wide as beside the list at 80x24. */
export function paneContent(
  chronology: Chronology,
  pane: PaneName,
  subject: string,
  more: Partial<PaneInput> = {},
): PaneContent {
  const store = createMemoryStore(chronology);
  const view = store.view('');
  if ('message' in view) throw new Error(view.message);
  return PANES[pane].content({
    store,
    view,
    subject,
    widthColumns: 41,
    heightRows: 13,
    charset: 'unicode',
    zone: chronology.timezone,
    measureFrom: undefined,
    copies: new Map(),
    map: undefined,
    drawMap: undefined,
    ...more,
  });
}

/** @returns the lines of a pane as a reader sees them, without roles; right-trimmed. */
export function linesOf({lines}: PaneContent): readonly string[] {
  return lines.map(plain);
}

function plain(line: Line): string {
  return line
    .map((span) => span.text)
    .join('')
    .trimEnd();
}
