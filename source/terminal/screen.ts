import {PLAIN_LOOK} from './cell-styles.js';
import {copyCells, emptyScreen, forgetCells, type ScreenCells} from './screen-cells.js';
import {screenUpdater, type DrawAbilities, type Pen} from './screen-update.js';

/** Hands bytes to the terminal; `done` is called once they have left the process. */
export type WriteBytes = (bytes: string, done: () => void) => void;

/** The screen of a terminal: draw into `next`, then `present` it. */
export type Screen = {
  /** What the screen is to show; of the size last given. */
  readonly next: ScreenCells;
  /** Take another size; whatever is on the terminal then counts as unknown. */
  resize(columns: number, rows: number): void;
  /** Something else has written on the terminal: draw all of it at the next `present`. */
  forget(): void;
  /** The terminal was just cleared, and a picture drawn on it, `''` for none. */
  cleared(picture: string): void;
  /** @returns the bytes that draw cells on an empty screen. */
  pictureOf(cells: ScreenCells): string;
  /** Hold back everything until `resume`, because the terminal is somebody else's. */
  hold(): void;
  resume(): void;
  /**
  Bring the terminal to `next`, in the fewest bytes. While earlier bytes are still on their way only
  the latest `next` is kept, so that a slow link is never flooded.
  */
  present(): void;
};

/** @returns a screen that writes through `write`. */
export function openScreen(
  size: {readonly columns: number; readonly rows: number},
  abilities: DrawAbilities,
  write: WriteBytes,
): Screen {
  const update = screenUpdater(abilities);
  let next = emptyScreen(size.columns, size.rows);
  let shown = emptyScreen(size.columns, size.rows);
  let pen: Pen = {row: -1, column: 0, look: PLAIN_LOOK};
  let isBusy = false;
  let isWaiting = false;
  let isHeld = false;
  /** The picture on the screen of which the cells are not known. */
  let expected = '';

  function forget(): void {
    expected = '';
    forgetCells(shown);
    pen.row = -1;
  }

  function present(): void {
    if (isHeld) return;
    if (isBusy) {
      isWaiting = true;
      return;
    }
    isWaiting = false;
    let bytes = update(shown, next, pen);
    if (expected !== '') {
      // A picture is on the screen instead of nothing: it is what is wanted, or all is drawn anew.
      const isWanted = bytes === expected;
      if (!isWanted) forget();
      bytes = isWanted ? '' : update(shown, next, pen);
      expected = '';
    }
    if (bytes === '') return;
    isBusy = true;
    write(bytes, () => {
      isBusy = false;
      if (isWaiting) present();
    });
  }

  return {
    get next() {
      return next;
    },
    resize(columns, rows) {
      const before = next;
      next = emptyScreen(columns, rows);
      if (before.columns === columns && before.rows === rows) copyCells(before, next);
      shown = emptyScreen(columns, rows);
      forget();
    },
    forget,
    pictureOf: (cells) =>
      update(emptyScreen(cells.columns, cells.rows), cells, {
        row: 0,
        column: 0,
        look: PLAIN_LOOK,
      }),
    cleared(picture) {
      shown = emptyScreen(next.columns, next.rows);
      pen = {row: 0, column: 0, look: PLAIN_LOOK};
      expected = picture;
      // The rest of an older frame is still to come, over the empty screen.
      if (isBusy) forget();
    },
    hold() {
      isHeld = true;
    },
    resume() {
      isHeld = false;
    },
    present,
  };
}
