import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Chronology} from '../../source/core/events/chronology.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {htmlFormat, escapeHtml} from '../../source/formats/html.js';
import {htmlToText} from '../../source/formats/html-to-text.js';
import {escapeMarkdown, markdownFormat} from '../../source/formats/markdown.js';
import {madeChronology, madeText} from './made-chronology.js';

const bundled = (() => {
  const path = new URL('../../data/washington-baghdad.yaml', import.meta.url);
  const {chronology} = readChronology('bundled', readFileSync(path, 'utf8'));
  if (chronology === undefined) throw new Error('the bundled chronology is not read');
  return chronology;
})();

async function markdown(chronology: Chronology): Promise<string> {
  return (await markdownFormat.write?.(chronology))?.text ?? '';
}

async function html(chronology: Chronology): Promise<string> {
  return (await htmlFormat.write?.(chronology))?.text ?? '';
}

describe('Markdown', () => {
  test('every mark of a footnote has its note, and every note its mark', async () => {
    const text = await markdown(bundled);
    const notes = new Set([...text.matchAll(/^\[\^(\w+)\]: /gm)].map((match) => match[1]));
    const marks = new Set([...text.matchAll(/[^\n]\[\^(\w+)\]/g)].map((match) => match[1]));
    expect([...marks].sort()).toEqual([...notes].sort());
    expect(notes.size).toBeGreaterThan(10);
  });

  test('the source is told once, and each cited paragraph has one note', async () => {
    const text = await markdown(bundled);
    const [source] = bundled.sources;
    const ends = text.slice(text.indexOf('## Sources'));
    expect(ends).toMatch(/^## Sources\n\n1\. Report on the strikes of 24 January 2024, .+\.\n\n\[/);
    expect(ends.split(source?.headline ?? '?')).toHaveLength(2);
    const notes = [...ends.matchAll(/^\[\^p\d+\]: (.+)$/gm)].map((match) => match[1]);
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes.length).toBeLessThanOrEqual(source?.paragraphs?.length ?? 0);
    for (const note of notes) expect(note).toMatch(/^Paragraph \d+\./);
  });

  test('with several sources each note names its own', async () => {
    const [first] = bundled.claims;
    if (first === undefined) throw new Error('no claim');
    const two = {
      ...bundled,
      sources: [...bundled.sources, {id: 'other', headline: 'Another', url: 'https://a.example'}],
      claims: [
        ...bundled.claims,
        {...first, id: 'new', citations: [{source: 'other', paragraph: 2}]},
      ],
    };
    const text = await markdown(two);
    expect(text).toMatch(/^\d\. Another\. <https:\/\/a\.example\/?>$/m);
    expect(text).toMatch(/^\[\^s(\d)p2\]: Source \1, paragraph 2\.$/m);
  });

  test('a note is called by its paragraph, so that there is one numbering', async () => {
    for (const [, label, paragraph] of (await markdown(bundled)).matchAll(
      /^\[\^p(\d+)\]: Paragraph (\d+)\./gm,
    ))
      expect(label).toBe(paragraph);
    const page = await html(bundled);
    for (const [, label, mark] of page.matchAll(/href="#note-p(\d+)">\[([^\]]*)\]/g))
      expect(mark).toBe(`¶${label}`);
    expect(page).toContain('<li id="note-p1"><a href="#source-1">Paragraph 1</a>');
  });

  test('each event says in which lane it stands', async () => {
    expect(await markdown(bundled)).toMatch(/^\*Wed 24 Jan 2024, pre-dawn\*.* · U\.S\.$/m);
    expect(await html(bundled)).toContain(' · <span dir="auto">U.S.</span></p>');
  });

  test('a number is told as the screen tells it', async () => {
    const text = await markdown(bundled);
    expect(text).toContain('How many: more than 150 attacks');
    expect(text).toContain('How many: roughly 2,500 U.S. troops');
    expect(text).toMatch(/Killed: at least 2\[/);
    expect(text).not.toMatch(/at least 150|stated: roughly/);
  });

  test('an editor’s words under a quotation are labelled, and left out where they repeat it', async () => {
    const text = await markdown(bundled);
    for (const row of text.split('\n').filter((line) => /^\|.*“.*<br>(?!\()/.test(line))) {
      expect(row).toContain('<br>Editor’s summary: ');
    }
    expect(text).toMatch(/“the bases of an Iraqi national body”\[\^p\d+\] \|/);
    expect(text).not.toContain('summary: A flagrant violation');
    expect(await html(bundled)).toContain('<span class="soft">Editor’s summary:</span>');
  });

  test('events stand in the order of the screen', async () => {
    for (const text of [await markdown(bundled), await html(bundled)]) {
      const view = createMemoryStore(bundled).view('');
      if ('message' in view) throw new Error(view.message);
      const titles = view.rows(0, view.count).map(({title}) => title);
      const places = titles.map((title) => {
        const markup = text.startsWith('#')
          ? `### ${escapeMarkdown(title)}`
          : `${escapeHtml(title)}</h3>`;
        return text.indexOf(markup);
      });
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(places).not.toContain(-1);
    }
  });

  test('every event, claim of a speaker and exact quotation of the bundled chronology is there', async () => {
    const text = await markdown(bundled);
    for (const {title} of bundled.events) expect(text).toContain(`### ${escapeMarkdown(title)}`);
    for (const {words, voice} of bundled.claims) {
      if (voice === 'quote' && words !== undefined)
        expect(text).toContain(`“${escapeMarkdown(words)}”`);
    }
  });

  test('events that begin together stand as in the file, which is how the screen has them', async () => {
    const when = (edtf: string) => ({edtf, basis: 'stated'}) as const;
    const text = await markdown({
      ...bundled,
      claims: [],
      links: [],
      events: [
        {id: 'later', title: 'Later', when: when('2024-02')},
        {id: 'long', title: 'Long', when: when('2024-01-01/2024-03-01')},
        {id: 'short', title: 'Short', when: when('2024-01-01')},
      ],
    });
    expect([...text.matchAll(/^### (.*)$/gm)].map((match) => match[1])).toEqual([
      'Long',
      'Short',
      'Later',
    ]);
  });

  test('accounts that differ stand side by side, attributed, and an inferred date says why', async () => {
    const text = await markdown(bundled);
    expect(text).toMatch(
      /\*\*What was struck\?\*\* The accounts differ\.\n\n\| Who \| What is said \|\n\| --- \| --- \|\n(\| .+ \|\n){2,}/,
    );
    expect(text).toMatch(
      /### Pre-dawn U\.S\. strikes in Iraq\n\n\*Wed 24 Jan 2024, pre-dawn\*.*\n\nThe date is inferred: /,
    );
    expect(text).toContain('“(Israeli)” is the source’s insertion');
  });

  test('tables keep their columns and headings their number, whatever the texts say', async () => {
    await fc.assert(
      fc.asyncProperty(madeChronology, async (chronology) => {
        const lines = (await markdown(chronology)).split('\n');
        for (const line of lines.filter((one) => one.startsWith('|'))) {
          expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
        }
        expect(lines.filter((line) => line.startsWith('### '))).toHaveLength(
          chronology.events.length,
        );
        expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1);
        expect(lines.some((line) => /(?<!\\)<(?!br>|https?:|mailto:)/.test(line))).toBe(false);
      }),
      {seed: 9, numRuns: 60},
    );
  });

  test('escaped text starts no list, heading, quotation or rule', () => {
    for (const text of [
      '- a',
      '+ a',
      '* a',
      '1. a',
      '12) a',
      '# a',
      '> a',
      '=== ',
      '--- ',
      '    code',
      '~~~',
      '```',
      '| a |',
    ]) {
      expect(escapeMarkdown(text)).not.toMatch(/^\s*(?:[-+*#>=|~`]|\d+[.)])/);
    }
    expect(escapeMarkdown('a\nb')).toBe('a b');
    // Not CommonMark, but common: footnotes, superscripts, formulas and strikethrough.
    expect(escapeMarkdown('a[^1] x^2^ $y$ ~~z~~')).toBe(
      'a\\[\\^1\\] x\\^2\\^ \\$y\\$ \\~\\~z\\~\\~',
    );
  });

  test('taking the backslashes off gives the text back', () => {
    fc.assert(
      fc.property(madeText, (text) => {
        expect(escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text);
      }),
      {seed: 10, numRuns: 200},
    );
  });
});

describe('the HTML page', () => {
  test('loads nothing, runs nothing, and every inner link has its target', async () => {
    const page = await html(bundled);
    expect(page).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|form|base)\b|@import|url\(|\son\w+=/i,
    );
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('has light, dark and print', async () => {
    const page = await html(bundled);
    expect(page).toContain('prefers-color-scheme:dark');
    expect(page).toContain('@media print');
    expect(page).toContain('<html lang="en">');
  });

  test('no text of a chronology becomes markup, and no link leaves http, https and mailto', async () => {
    const tags = (page: string) =>
      [...page.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map((match) => match[1] ?? '');
    const allowed = new Set(tags(await html(bundled)).map((tag) => tag.replace('/', '')));
    await fc.assert(
      fc.asyncProperty(madeChronology, async (chronology) => {
        const page = await html(chronology);
        for (const tag of tags(page)) expect(allowed).toContain(tag.replace('/', ''));
        for (const [, href] of page.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(?:#|https?:|mailto:)/);
        for (const {title} of chronology.events) expect(htmlToText(page).text).toContain(title);
      }),
      {seed: 11, numRuns: 40},
    );
  });

  test('an address with another scheme is shown nowhere as a link', async () => {
    const [first] = bundled.events;
    if (first === undefined) throw new Error('no event');
    const page = await html({
      ...bundled,
      events: [{...first, urls: ['javascript:alert(1)', 'https://example.org/"onload=x']}],
    });
    expect(page).not.toContain('javascript:');
    expect(page).not.toContain('onload');
  });

  test('escaping covers text and attributes', () => {
    expect(escapeHtml(`<a href="x" b='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;',
    );
  });
});
