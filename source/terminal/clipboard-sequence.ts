import type {Capabilities} from './capabilities.js';

/** xterm takes no more in one sequence; GNU screen takes 768 characters of it at a time. */
const MOST_BYTES = 50_000;
const SCREEN_PIECE = 700;

/**
@returns the sequence that puts a text on the reader's clipboard (OSC 52, xterm's ctlseqs), or
undefined when the terminal has none or the text is over 50,000 bytes.

tmux takes it as its own with `set-clipboard on`, and hands it on with `allow-passthrough on`: it gets
both. Nobody says whether it arrived.
*/
export function clipboardSequence(text: string, capabilities: Capabilities): string | undefined {
  const bytes = Buffer.from(text);
  if (!capabilities.hasClipboard || bytes.length > MOST_BYTES) return undefined;
  const sequence = `\u001b]52;c;${bytes.toString('base64')}\u0007`;
  if (capabilities.isTmux) return `${sequence}\u001bPtmux;\u001b${sequence}\u001b\\`;
  if (!capabilities.isScreen) return sequence;
  let pieces = '';
  for (let at = 0; at < sequence.length; at += SCREEN_PIECE) {
    pieces += `\u001bP${sequence.slice(at, at + SCREEN_PIECE)}\u001b\\`;
  }
  return pieces;
}
