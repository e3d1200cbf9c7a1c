import type {Link} from '../core/events/chronology.js';
import {LINK_HEADINGS} from '../core/events/link-headings.js';
import {eventOfEnd} from '../core/state/subject.js';
import {citedCopy, eventCopy} from './copy-words.js';
import {claimsOfLink, linkSpeakers} from './link-words.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {eventDate} from './when-lines.js';
import {citationsWords} from './citation-words.js';
import {areAllNamed} from './speaker-words.js';

/** Steps a chain is followed in each direction, and events it may show; the rest is counted. */
const LONGEST_CHAIN = 12;
const MOST_EVENTS = 500;

/** What an event is said to answer and what answered it, as a tree, each step with who claims it. */
export const chainPane: Pane = {
  name: 'chain',
  summary: 'What an event is said to answer and what is said to answer it, as a tree',
  content(input) {
    const {store, subject, widthColumns} = input;
    const pane = createPane(widthColumns);
    const event = store.event(subject);
    if (event === undefined) {
      pane.text(`There is no event ${subject} in this chronology.`, 'muted');
      return pane.done({title: 'Chain', crumb: 'chain'});
    }
    const before = branches(subject, 'answers', input);
    const after = branches(subject, 'answeredBy', input);
    pane.heading(LINK_HEADINGS['responds-to'][0]);
    if (before.length === 0) pane.text('No account here names what this answers.', 'muted', 2);
    addTree(pane, subject, 'answers', input);
    pane.blank();
    pane.item([{text: event.title, role: 'title'}], {
      target: {pane: 'event', subject},
      copy: () => eventCopy(event, input),
    });
    pane.text(eventDate(event, input), 'muted', 2);
    pane.heading(LINK_HEADINGS['responds-to'][1]);
    if (after.length === 0) pane.text('No account here names an answer to this.', 'muted', 2);
    addTree(pane, subject, 'answeredBy', input);
    return pane.done({
      title: 'Chain',
      badge: `${before.length} before, ${after.length} after`,
      crumb: 'chain',
    });
  },
};

type Direction = 'answers' | 'answeredBy';
type Branch = {readonly event: string; readonly link: Link};

function branches(event: string, direction: Direction, {store}: PaneInput): readonly Branch[] {
  return store.linksOf(event).flatMap((link): readonly Branch[] => {
    if (link.type !== 'responds-to') return [];
    const [near, far] = direction === 'answers' ? [link.from, link.to] : [link.to, link.from];
    const other = eventOfEnd(store, far);
    return eventOfEnd(store, near) === event && other !== undefined && other !== event
      ? [{event: other, link}]
      : [];
  });
}

function addTree(pane: PaneBuilder, root: string, direction: Direction, input: PaneInput): void {
  const {store, charset} = input;
  const seen = new Set([root]);
  let isCut = false;
  walk(root, 0);
  if (isCut) pane.text('The chain goes on: enter an event to follow it.', 'muted');

  function walk(event: string, depth: number): void {
    const next = branches(event, direction, input);
    for (const [index, branch] of next.entries()) {
      if (seen.size >= MOST_EVENTS || depth >= LONGEST_CHAIN) {
        isCut = true;
        return;
      }
      const isKnown = seen.has(branch.event);
      seen.add(branch.event);
      const claims = claimsOfLink(branch.link, input);
      const who = linkSpeakers(branch.link, input);
      const [tee, corner] = charset === 'ascii' ? ['|- ', '`- '] : ['├ ', '└ '];
      pane.item(
        [
          {text: index === next.length - 1 ? corner : tee, role: 'border'},
          {text: store.event(branch.event)?.title ?? branch.event, role: 'link'},
          who,
          {text: isKnown ? ' (shown above)' : '', role: 'muted'},
        ],
        {
          target: {pane: 'event', subject: branch.event},
          copy: () => linkCopy(branch.link, input),
          indent: depth * 2,
          right: {text: citationsWords(claims, input, areAllNamed(claims, input)), role: 'muted'},
        },
      );
      if (!isKnown) walk(branch.event, depth + 1);
    }
  }
}

/** One event answers another, who says so, and where that stands. */
function linkCopy(link: Link, input: PaneInput): string {
  const {store} = input;
  const [answer = '', answered = ''] = [link.from, link.to].map(
    (end) => eventOfEnd(store, end) ?? end,
  );
  const title = (id: string): string => store.event(id)?.title ?? id;
  const claims = claimsOfLink(link, input);
  return citedCopy(
    `${title(answer)}: said to answer ${title(answered)}${linkSpeakers(link, input).text}`,
    // An editor reads it out of what is said of the answer.
    claims.length === 0 ? store.claimsAbout(answer) : claims,
    input,
  );
}
