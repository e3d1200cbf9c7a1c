import type {Chronology} from '../core/events/chronology.js';
import {lossesOutside} from './export-losses.js';
import {
  type Outline,
  type OutlineEvent,
  type OutlineField,
  outlineChronology,
  EDITOR_LABEL,
} from './export-outline.js';
import type {OutlineNote, OutlineSource} from './export-notes.js';
import type {Format, WriteResult} from './format.js';

/**
Markdown: a chronology to paste into a draft.

Events stand under date headings in plain sentences, accounts of one question side by side in a
table, and every cited paragraph is a footnote, its source told once at the end. Foreign text is escaped, so that it can neither mark
anything up nor break a table.
Source: CommonMark 0.31 §2.4 (backslash escapes); GitHub Flavored Markdown (tables); footnotes as
GitHub, Pandoc and Obsidian read them.
*/
export const markdownFormat: Format = {
  id: 'md',
  name: 'Markdown',
  write: (chronology) => Promise.resolve(writeMarkdown(chronology)),
};

function writeMarkdown(chronology: Chronology): WriteResult {
  const outline = outlineChronology(chronology);
  const lines: string[] = [`# ${escapeMarkdown(outline.title)}`, ''];
  if (outline.summary !== undefined) lines.push(escapeMarkdown(outline.summary), '');
  lines.push(
    `Times are those of ${escapeMarkdown(outline.timezone)} unless another zone is named.`,
    '',
  );
  for (const {heading, events} of outline.days) {
    lines.push(`## ${escapeMarkdown(heading)}`, '');
    for (const event of events) lines.push(...eventLines(event));
  }
  lines.push(...sourceLines(outline));
  return {
    text: `${lines.join('\n').trimEnd()}\n`,
    losses: lossesOutside(chronology, {
      format: 'Markdown',
      events: [
        ...['title', 'summary', 'where', 'actors', 'deaths', 'injuries', 'count', 'urls', 'note'],
        ...[
          'when.edtf',
          'when.stated',
          'when.basis',
          'when.reason',
          'when.part_of_day',
          'id',
          'when.timezone',
          'side',
        ],
      ],
      whole: ['title', 'summary', 'timezone', 'claims', 'links', 'fields', 'language', 'opens_at'],
    }),
  };
}

function eventLines(event: OutlineEvent): string[] {
  const lines = [`### ${escapeMarkdown(event.title)}`, ''];
  const stated = event.stated === undefined ? '' : ` (stated: “${escapeMarkdown(event.stated)}”)`;
  const lane = event.lane === undefined ? '' : ` · ${escapeMarkdown(event.lane)}`;
  lines.push(`*${escapeMarkdown(event.when)}*${stated}${lane}`, '');
  if (event.inferred !== undefined)
    lines.push(`The date is inferred: ${sentence(event.inferred)}`, '');
  if (event.summary !== undefined)
    lines.push(`${sentence(event.summary)}${marks(event.notes)}`, '');
  else if (event.notes.length > 0) lines.push(`${sentence(event.title)}${marks(event.notes)}`, '');
  const facts = event.facts.map(
    ({name, text, notes}) => `- ${name}: ${escapeMarkdown(text)}${marks(notes)}`,
  );
  const links = event.links.map(
    ({relation, targetTitle, by, notes}) =>
      `- ${relation} “${escapeMarkdown(targetTitle)}” (${escapeMarkdown(by)})${marks(notes)}`,
  );
  const urls = event.urls.map((url) => `- See <${url.replace(/[<>\\]/g, '')}>`);
  const list = [...facts, ...links, ...urls];
  if (list.length > 0) lines.push(...list, '');
  for (const field of event.fields) lines.push(...fieldLines(field));
  if (event.note !== undefined) lines.push(`Note: ${sentence(event.note)}`, '');
  return lines;
}

/** The accounts of one question, side by side: a table, whoever is first in the file first. */
function fieldLines({name, isContested, accounts}: OutlineField): string[] {
  const differ = isContested ? ' The accounts differ.' : '';
  const rows = accounts.map(({who, says, words, asides, notes}) => {
    const quote = words === undefined ? '' : `“${escapeMarkdown(words)}”`;
    const aside = asides.map((text) => `(${escapeMarkdown(text)})`);
    const told = quote === '' || says === '' ? says : `${EDITOR_LABEL}: ${says}`;
    const said = [quote, escapeMarkdown(told), ...aside].filter((part) => part !== '').join('<br>');
    return `| ${escapeMarkdown(who)} | ${said}${marks(notes)} |`;
  });
  return [
    `**${escapeMarkdown(name)}**${differ}`,
    '',
    '| Who | What is said |',
    '| --- | --- |',
    ...rows,
    '',
  ];
}

/** Every source once, then a footnote for each paragraph that is cited. */
function sourceLines({sources, notes}: Outline): string[] {
  if (sources.length === 0) return [];
  return ['## Sources', '', ...sources.map(sourceLine), '', ...notes.map(noteLine)];
}

function sourceLine({number, text, url}: OutlineSource): string {
  return `${number}. ${sentence(text)}${url === undefined ? '' : ` <${url.replace(/[<>\\]/g, '')}>`}`;
}

function noteLine({label, place, exact}: OutlineNote): string {
  const quoted = exact.map((words) => ` “${escapeMarkdown(words)}”`).join('');
  return `[^${label}]: ${place}.${quoted}`;
}

function marks(notes: readonly OutlineNote[]): string {
  return notes.map(({label}) => `[^${label}]`).join('');
}

/** Escaped text that ends as a sentence does. */
function sentence(text: string): string {
  const escaped = escapeMarkdown(text.trim());
  return /[.!?…]["”’)]?$/.test(text.trim()) ? escaped : `${escaped}.`;
}

/**
@returns a text that Markdown shows as it is: every character that could mark something up escaped,
line breaks as blanks, and nothing at its beginning that could start a list or a heading.
*/
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~#&$^]/g, '\\$&')
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}\\.`)
    .replace(/\b(https?|ftp|mailto|xmpp):/gi, '$1\\:');
}
