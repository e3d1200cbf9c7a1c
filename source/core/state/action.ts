/** Everything that can happen to the state. Those named by a word alone can be bound to a key. */
import type {Size} from '../layout/screen-layout.js';

export const COMMANDS = [
  'cursor.down',
  'cursor.up',
  'cursor.half-page-down',
  'cursor.half-page-up',
  'cursor.page-down',
  'cursor.page-up',
  'cursor.first',
  'cursor.last',
  'time.next',
  'time.previous',
  'time.zoom-in',
  'time.zoom-out',
  'time.fit',
  'time.fit-selection',
  'time.pan-left',
  'time.pan-right',
  'time.scale',
  'time.zone',
  'time.intensity',
  'time.go-to-date',
  'time.measure',
  'pane.open',
  'pane.back',
  'pane.forward',
  'pane.focus',
  'pane.enlarge',
  'pane.accounts',
  'pane.contested',
  'pane.chain',
  'pane.place',
  'pane.source',
  'pane.figures',
  'pane.moment',
  'pane.problems',
  'pane.changes',
  'pane.legend',
  'chain.previous',
  'chain.next',
  'map.left',
  'map.right',
  'map.up',
  'map.down',
  'search.start',
  'search.next',
  'search.previous',
  'filter.facets',
  'filter.edit',
  'filter.drop',
  'mark.set',
  'mark.go',
  'copy.thing',
  'copy.view',
  'tour.play',
  'program.reports',
  'program.edit',
  'program.palette',
  'program.help',
  'program.redraw',
  'program.suspend',
  'program.quit',
] as const;

/** A command a key, the palette or a test can give. */
export type CommandName = (typeof COMMANDS)[number];

/** One line said to the reader in the status line. */
export type Message = {readonly text: string; readonly tone: 'info' | 'error'};

export type Action =
  | {readonly type: CommandName}
  | {readonly type: 'prompt.insert'; readonly text: string}
  | {readonly type: 'prompt.edit'; readonly edit: PromptEdit}
  | {readonly type: 'overlay.move'; readonly by: number}
  | {readonly type: 'overlay.accept'}
  | {readonly type: 'overlay.close'}
  | {readonly type: 'resize'; readonly size: Size}
  /** The answers have changed; `event` is the one to stay at, or undefined when it is where it was. */
  | {
      readonly type: 'store.changed';
      readonly event?: string;
      readonly isOther?: boolean;
      /** The events that the stops to go back and forward to were at, in the order of both. */
      readonly stops?: readonly (string | undefined)[];
    }
  | {readonly type: 'tour.tick'}
  | {readonly type: 'map.loaded'}
  | {readonly type: 'say'; readonly message: Message}
  | {readonly type: 'show.text'; readonly title: string; readonly text: string};

export type PromptEdit =
  | 'backspace'
  | 'delete-word'
  | 'clear'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'complete'
  | 'next'
  | 'previous';
