/**
Lines of text with roles: what the pure core hands to the screen.

A role says what a piece of text is, never how it looks; a theme turns roles into styles.
*/

/** What a piece of text is. Themes style these and nothing else; meaning never rests on style alone. */
export type Role =
  | 'text'
  | 'muted'
  | 'heading'
  | 'title'
  | 'border'
  | 'border-active'
  | 'selected'
  | 'selected-inactive'
  | 'selected-title'
  | 'quote'
  | 'inferred'
  | 'contested'
  | 'link'
  | 'match'
  | 'key'
  | 'error'
  | 'warning'
  | 'axis'
  | 'lane-name'
  | 'lane-1'
  | 'lane-2'
  | 'lane-3'
  | 'lane-4'
  | 'lane-5'
  | 'lane-6'
  | 'mark'
  | 'cursor'
  | 'bar'
  | 'land'
  | 'water';

/** A run of text in one role. No line breaks, no control characters. */
export type Span = {readonly text: string; readonly role: Role};

/** One line of the screen. */
export type Line = readonly Span[];
