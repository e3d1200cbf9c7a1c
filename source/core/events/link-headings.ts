import type {LinkType} from './chronology.js';

/** What a thing is said to be to another, and what the other is said to be to it. */
export const LINK_HEADINGS: Readonly<Record<LinkType, readonly [from: string, to: string]>> = {
  'responds-to': ['Said to answer', 'Said to be answered by'],
  'part-of': ['Part of', 'Includes'],
  contradicts: ['Contradicts', 'Contradicted by'],
  restates: ['Restates', 'Restated by'],
  supersedes: ['Supersedes', 'Superseded by'],
};
