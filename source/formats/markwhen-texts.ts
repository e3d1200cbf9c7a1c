import {toSafeUrl} from './html-to-text.js';

/** What the words of an entry say, markup taken out. */
export type MarkwhenTexts = {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly urls: readonly string[];
  readonly places: readonly string[];
  /** `!id` in the words, as notes of 2023 give it. */
  readonly id: string | undefined;
  readonly lost: readonly string[];
};

/**
Read the words of an entry: the rest of its first line, then the lines below its properties.

Tags (`#Travel`) are taken out at the end of the title and keep their word elsewhere; links keep
their text; a check box becomes a tag.
Source: docs.markwhen.com, "Event descriptions", "Tags".
*/
export function readTexts(first: string, below: readonly string[]): MarkwhenTexts {
  const tags: string[] = [];
  const urls: string[] = [];
  const places: string[] = [];
  const lost: string[] = [];
  let id: string | undefined;
  const box = /^\s*\[([xX ]?)\](?!\()\s*/.exec(first);
  if (box !== null) tags.push(/x/i.test(box[1] ?? '') ? 'done' : 'not done');

  const plain = (line: string): string =>
    line
      .replace(
        /(!?)\[([^\][\n]{0,500})\]\(([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)\)/g,
        (_, image: string, words: string, target: string) => {
          if (target === 'location' || target === 'map') {
            places.push(words);
            return words;
          }
          const url = toUrl(target);
          if (url === undefined)
            lost.push(`an address that cannot be kept: ${target.slice(0, 60)}`);
          else urls.push(url);
          return image === '!' && words === '' ? '' : words;
        },
      )
      .replace(/\(([^()\n]{1,200})\)\[(?:map|location)\]/g, (_, place: string) => {
        places.push(place);
        return place;
      })
      .replace(/(^|\s)#(?!\d+(?:\s|$))([\p{L}\p{N}_]+)/gu, (_, space: string, tag: string) => {
        tags.push(tag);
        return `${space}#${tag}`;
      });

  let title = plain(first.slice(box?.[0].length ?? 0));
  title = title.replace(/(^|\s)!([\w-]+)(?=\s|$)/, (_, space: string, found: string) => {
    id = found;
    return space;
  });
  const words = title.trim().split(/\s+/);
  while (/^#(?!\d+$)[\p{L}\p{N}_]+$/u.test(words.at(-1) ?? '')) words.pop();
  title = words.join(' ');
  const clean = (text: string) => text.replace(/(^|\s)#(?!\d+(?:\s|$))(?=[\p{L}\p{N}_])/gu, '$1');
  return {
    title: clean(title).trim(),
    summary: below
      .map((line) => clean(plain(line)).trim())
      .filter((line) => line !== '')
      .join('\n'),
    tags: [...new Set(tags)],
    urls,
    places,
    id,
    lost,
  };
}

/** @returns an address written with or without its scheme, or undefined. */
export function toUrl(target: string): string | undefined {
  return (
    toSafeUrl(target) ??
    (/^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(target)
      ? toSafeUrl(`https://${target}`)
      : undefined)
  );
}

/** @returns the words of a property value, its quotes and brackets taken off. */
export function plainValue(value: string): string {
  const trimmed = value.trim();
  return (/^(["'])(.*)\1$/s.exec(trimmed)?.[2] ?? trimmed).trim();
}

/** @returns the items of a value: `[a, "b, c"]` has two, any other text is one. */
export function listValue(value: string): string[] {
  const inner = /^\[(.*)\]$/s.exec(value.trim())?.[1];
  if (inner === undefined) return plainValue(value) === '' ? [] : [plainValue(value)];
  return (inner.match(/"[^"]*"|'[^']*(?:'(?!\s*(?:,|$))[^']*)*'|[^,]+/g) ?? [])
    .map((item) => plainValue(item))
    .filter((item) => item !== '');
}
