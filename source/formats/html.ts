import type {Chronology} from '../core/events/chronology.js';
import {lossesOutside} from './export-losses.js';
import {
  type OutlineAccount,
  type OutlineEvent,
  type OutlineField,
  type OutlineLink,
  EDITOR_LABEL,
  outlineChronology,
} from './export-outline.js';
import type {OutlineNote, OutlineSource} from './export-notes.js';
import type {Format, WriteResult} from './format.js';
import {toSafeUrl} from './html-to-text.js';

/**
One self-contained HTML page: readable without script, printable, in light and dark, nothing loaded
from elsewhere (a content security policy says so too).

Every foreign text is escaped, and links are only to `http`, `https` and `mailto`. Events, claims,
notes and sources have anchors: `#event-ID`, `#claim-ID`, `#note-p4` (`#note-s2p4` with several sources), `#source-N`.
*/
export const htmlFormat: Format = {
  id: 'html',
  name: 'HTML page',
  write: (chronology) => Promise.resolve(writeHtml(chronology)),
};

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#595959;--line:#c9c9c9;--tint:#f3f3f0;--link:#0b5394}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--soft:#adadad;--line:#4a4a4a;--tint:#222;--link:#8ab8f0}}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem;font:1.05rem/1.55 Georgia,"Times New Roman",serif;color:var(--ink);background:var(--paper)}
h1,h2,h3,h4,th,nav,.when,.contested{font-family:system-ui,sans-serif;line-height:1.25}
h2{border-bottom:2px solid var(--line);margin-top:2.5rem;padding-bottom:.2rem}
h3{margin:1.9rem 0 .2rem}h4{margin:1.2rem 0 .3rem}
a{color:var(--link)}.when,.soft{color:var(--soft)}.when{margin:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .8rem}dt{color:var(--soft)}dd{margin:0}
.accounts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.6rem}
.account{background:var(--tint);border-left:3px solid var(--line);padding:.5rem .8rem}
.account p{margin:.2rem 0}.who{font-weight:bold}blockquote{margin:.2rem 0;font-style:italic}
.contested{font-size:.85rem;font-weight:bold}sup{line-height:0;font-weight:normal}sup a{text-decoration:none}
:target{outline:2px solid var(--link);outline-offset:.3rem}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--line:#888;--tint:#fff;--link:#000}body{max-width:none;font-size:11pt}nav{display:none}.account,li{break-inside:avoid}h1,h2,h3,h4,.when{break-after:avoid}p,dd{orphans:3;widows:3}@page{margin:18mm 16mm}}
`.trim();

function writeHtml(chronology: Chronology): WriteResult {
  const outline = outlineChronology(chronology);
  const language = escapeHtml(chronology.language ?? 'en');
  const lines = [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(outline.title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<header><h1 dir="auto">${escapeHtml(outline.title)}</h1>`,
    ...(outline.summary === undefined ? [] : [`<p dir="auto">${escapeHtml(outline.summary)}</p>`]),
    `<p class="soft">Times are those of ${escapeHtml(outline.timezone)} unless another zone is named.</p></header>`,
    '<nav aria-label="Dates"><ul>',
    ...outline.days.map(
      ({heading}, day) => `<li><a href="#day-${day + 1}">${escapeHtml(heading)}</a></li>`,
    ),
    '</ul></nav>',
    '<main>',
    ...outline.days.flatMap(({heading, events}, day) => [
      `<section id="day-${day + 1}"><h2>${escapeHtml(heading)}</h2>`,
      ...events.flatMap(eventLines),
      '</section>',
    ]),
    '</main>',
    '<footer><h2 id="sources">Sources</h2><ol>',
    ...outline.sources.map(sourceLine),
    '</ol><h2 id="notes">Paragraphs cited</h2><ul>',
    ...outline.notes.map(noteLine),
    '</ul></footer>',
    '</body>',
    '</html>',
  ];
  return {
    text: `${lines.join('\n')}\n`,
    losses: lossesOutside(chronology, {
      format: 'the HTML page',
      events: [
        ...[
          'id',
          'title',
          'summary',
          'where',
          'actors',
          'deaths',
          'injuries',
          'count',
          'urls',
          'note',
        ],
        ...[
          'when.edtf',
          'when.stated',
          'when.basis',
          'when.reason',
          'when.part_of_day',
          'when.timezone',
          'side',
        ],
      ],
      whole: ['title', 'summary', 'timezone', 'language', 'claims', 'links', 'fields', 'opens_at'],
    }),
  };
}

function eventLines(event: OutlineEvent): string[] {
  const stated =
    event.stated === undefined ? '' : ` <span>(stated: “${escapeHtml(event.stated)}”)</span>`;
  const lane =
    event.lane === undefined ? '' : ` · <span dir="auto">${escapeHtml(event.lane)}</span>`;
  return [
    `<article id="${anchor('event', event.id)}">`,
    `<h3 dir="auto">${escapeHtml(event.title)}</h3>`,
    `<p class="when">${escapeHtml(event.when)}${stated}${lane}</p>`,
    ...(event.inferred === undefined
      ? []
      : [
          `<p class="soft">The date is inferred: <span dir="auto">${escapeHtml(event.inferred)}</span></p>`,
        ]),
    `<p dir="auto">${escapeHtml(event.summary ?? event.title)}${marks(event.notes)}</p>`,
    ...factLines(event),
    ...event.fields.flatMap(fieldLines),
    ...(event.note === undefined
      ? []
      : [`<p class="soft" dir="auto">Note: ${escapeHtml(event.note)}</p>`]),
    '</article>',
  ];
}

function factLines({facts, links, urls}: OutlineEvent): string[] {
  const items = [
    ...facts.map(({name, text, notes}) => [name, `${escapeHtml(text)}${marks(notes)}`] as const),
    ...links.map((link) => [link.relation, linkText(link)] as const),
    ...urls.map((url) => ['See', anchorTo(url)] as const),
  ];
  if (items.length === 0) return [];
  return [
    '<dl>',
    ...items.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd dir="auto">${text}</dd>`),
    '</dl>',
  ];
}

function linkText({target, targetTitle, by, notes}: OutlineLink): string {
  return `<a href="#${anchor('event', target)}">${escapeHtml(targetTitle)}</a> (${escapeHtml(by)})${marks(notes)}`;
}

function fieldLines({name, isContested, accounts}: OutlineField): string[] {
  const differ = isContested ? ' <span class="contested">The accounts differ.</span>' : '';
  return [
    `<h4 dir="auto">${escapeHtml(name)}${differ}</h4>`,
    '<div class="accounts">',
    ...accounts.map(accountLine),
    '</div>',
  ];
}

function accountLine({claimId, who, says, words, asides, notes}: OutlineAccount): string {
  const quote =
    words === undefined ? '' : `<blockquote dir="auto">“${escapeHtml(words)}”</blockquote>`;
  const label =
    words === undefined ? '' : `<span class="soft">${escapeHtml(EDITOR_LABEL)}:</span> `;
  const said = says === '' ? '' : `<p dir="auto">${label}${escapeHtml(says)}</p>`;
  const aside = asides.map((text) => `<p class="soft" dir="auto">${escapeHtml(text)}</p>`).join('');
  return `<div class="account" id="${anchor('claim', claimId)}"><p class="who" dir="auto">${escapeHtml(who)}${marks(notes)}</p>${quote}${said}${aside}</div>`;
}

function sourceLine({number, text, url}: OutlineSource): string {
  const address = url === undefined ? '' : ` ${anchorTo(url)}`;
  return `<li id="source-${number}"><span dir="auto">${escapeHtml(text)}</span>${address}</li>`;
}

function noteLine({label, source, place, exact}: OutlineNote): string {
  const quoted = exact.map((words) => ` <span dir="auto">“${escapeHtml(words)}”</span>`).join('');
  return `<li id="note-${label}"><a href="#source-${source}">${escapeHtml(place)}</a>${quoted}</li>`;
}

function marks(notes: readonly OutlineNote[]): string {
  return notes.map(({label, mark}) => `<sup><a href="#note-${label}">[${mark}]</a></sup>`).join('');
}

function anchorTo(url: string): string {
  const safe = toSafeUrl(url);
  if (safe === undefined) return escapeHtml(url);
  return `<a href="${escapeHtml(safe)}" rel="noopener noreferrer">${escapeHtml(safe)}</a>`;
}

/** An id as an anchor: its letters and digits, everything else as its code. */
function anchor(kind: string, id: string): string {
  return `${kind}-${id.replace(/[^A-Za-z0-9_-]/g, (char) => `_${char.codePointAt(0)?.toString(16) ?? ''}_`)}`;
}

/** @returns a text that HTML shows as it is, in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
