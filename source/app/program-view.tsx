import {useCallback, useSyncExternalStore, type ReactNode} from 'react';
import {dispatchKey} from '../keys/dispatch-key.js';
import {composeScreen} from '../panes/compose-screen.js';
import {sgrText} from '../terminal/sgr-text.js';
import type {Theme} from '../themes/theme.js';
import {Keyboard} from '../ui/keyboard.js';
import {ScreenView} from '../ui/screen-view.js';
import type {Program} from './program.js';
import {searchedWords} from './searched-words.js';

/** The program as an Ink element: keys go to the program, the state comes to the screen. */
export function ProgramView({
  program,
  theme,
}: {
  readonly program: Program;
  readonly theme: Theme;
}): ReactNode {
  const state = useSyncExternalStore(program.subscribe, program.state);
  const onKey = useCallback(
    (key: string) => {
      program.dispatch(dispatchKey(program.state(), key));
    },
    [program],
  );
  const onPaste = useCallback(
    (text: string) => {
      if (program.state().overlay?.kind !== 'prompt') return;
      program.dispatch([{type: 'prompt.insert', text: text.replaceAll(/\s+/gu, ' ')}]);
    },
    [program],
  );
  const parts = composeScreen(state, program.env(), searchedWords(state));
  return (
    <>
      <ScreenView parts={parts} theme={theme} styleLines={sgrText} />
      <Keyboard onKey={onKey} onPaste={onPaste} />
    </>
  );
}
