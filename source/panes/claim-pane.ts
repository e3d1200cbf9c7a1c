import {fieldName} from '../core/events/accounts.js';
import type {Citation} from '../core/events/chronology.js';
import {failureWords} from '../core/events/source-copy.js';
import type {Target} from '../core/state/pane-content.js';
import {differWords} from '../core/events/differ-words.js';
import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';
import {claimWhen} from './when-lines.js';
import {longCitation} from './citation-words.js';
import {claimPieces} from './claim-words.js';
import {valueWords} from '../core/events/value-words.js';
import {actorName, officeOf, speakerName} from './speaker-words.js';
import {claimCopy, eventCopy} from './copy-words.js';

const VOICES: Readonly<Record<string, string>> = {
  reporter: "the source's own voice",
  paraphrase: "the speaker's meaning in the source's words",
  quote: "the speaker's words, quoted by the source",
};

/** One claim: the words, the speaker and office, the medium, the citation. */
export const claimPane: Pane = {
  name: 'claim',
  summary: 'One claim: the words, who said them in which office, and the paragraph',
  content(input) {
    const {store, subject, widthColumns} = input;
    const claim = store.claim(subject);
    const pane = createPane(widthColumns);
    if (claim === undefined) {
      pane.text(`There is no claim ${subject} in this chronology.`, 'muted');
      return pane.done({title: 'Claim', crumb: 'claim'});
    }
    const event = store.event(claim.about.event);
    const [rests] = claim.citations.map((citation) => sourceOf(citation));
    pane.item(claimPieces(claim, input), {
      copy: () => claimCopy([claim], input),
      target: rests,
    });
    if (claim.insertions !== undefined && claim.insertions.length > 0) {
      pane.text(`${claim.insertions.join(' and ')} put in by the source, not said.`, 'inferred', 2);
    }
    const value = valueWords(claim.value, store);
    if (claim.voice === 'quote' && value !== claim.words) {
      pane.text(`That is: ${value}`, 'muted', 2);
    }
    pane.blank();
    const actor = store.actor(claim.said_by ?? '');
    if (claim.said_by === null) {
      pane.text([
        {text: 'said by ', role: 'muted'},
        {text: speakerName(claim, store), role: 'text'},
      ]);
    } else {
      pane.item(
        [
          {text: 'said by ', role: 'muted'},
          {text: actorName(claim.said_by, store), role: 'link'},
        ],
        {target: {pane: 'actor', subject: claim.said_by}, copy: () => claimCopy([claim], input)},
      );
    }
    const facts: readonly (readonly [string, string | undefined])[] = [
      ['office', officeOf(claim, actor)],
      ['medium', claim.medium],
      ['time', claimWhen(claim, input)],
      [
        'voice',
        claim.basis === 'inferred' ? 'read into the source by an editor' : VOICES[claim.voice],
      ],
    ];
    for (const [name, words] of facts) {
      if (words === undefined) continue;
      pane.text([
        {text: `${name} `, role: 'muted'},
        {text: words, role: 'text'},
      ]);
    }
    if (claim.basis === 'inferred') {
      pane.text(
        `Inferred by the editor${claim.reason === undefined ? '' : `: ${claim.reason}`}`,
        'inferred',
      );
    }
    if (claim.note !== undefined) pane.text(`Editor's note: ${claim.note}`, 'inferred');
    pane.heading('Rests on');
    for (const citation of claim.citations) {
      const affiliation = store.source(citation.source)?.affiliation;
      pane.item(
        [
          {text: longCitation(citation, input), role: 'link'},
          {text: affiliation === undefined ? '' : ` (${affiliation})`, role: 'muted'},
        ],
        {target: sourceOf(citation), copy: () => longCitation(citation, input)},
      );
      const failures = input.copies.get(citation.source)?.failures ?? [];
      for (const failure of failures) {
        const isThis = failure.claim === claim.id && failure.paragraph === citation.paragraph;
        if (isThis) pane.text(`Your copy: ${failureWords(failure)}.`, 'warning', 2);
      }
    }
    pane.heading('About');
    pane.item([{text: event?.title ?? claim.about.event, role: 'link'}], {
      target: {pane: 'event', subject: claim.about.event},
      copy: () => (event === undefined ? '' : eventCopy(event, input)),
    });
    const field = fieldName(claim.about.field, store.chronology.fields);
    const accounts = store
      .accountsOf(claim.about.event)
      .find((candidate) => candidate.field === claim.about.field);
    const differ = accounts === undefined ? '' : differWords(accounts);
    pane.item([{text: field, role: 'link'}], {
      target: {pane: 'accounts', subject: `${claim.about.event}#${claim.about.field}`},
      after: {text: differ, role: 'contested'},
      copy: () => claimCopy([claim], input),
    });
    return pane.done({
      title: 'Claim',
      badge: claim.voice,
      crumb: `claim by ${speakerName(claim, store)}`,
    });
  },
};

/** Where Enter on a citation, or on what rests on it, leads. */
function sourceOf({source, paragraph}: Citation): Target {
  return {pane: 'source', subject: paragraph === undefined ? source : `${source}#${paragraph}`};
}
