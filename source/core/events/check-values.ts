import {cameoCode} from './cameo.js';
import type {Report} from './check-report.js';
import type {Chronology} from './chronology.js';
import type {Path} from './path-problem.js';

/**
Check values that fit the schema and may still mean nothing: addresses that no reader can open,
languages and codes that there are not. All are warnings: the lists they are looked up in grow.

@param report - called for each fault.
*/
export function checkValues(chronology: Chronology, report: Report): void {
  const warn = (path: Path, message: string, fix: string): void => {
    report(path, message, fix, {severity: 'warning'});
  };
  const checkUrl = (url: string | undefined, path: Path): void => {
    if (url === undefined || /^(?:https?:\/\/|mailto:)\S/iu.test(url)) return;
    warn(path, `\`${cut(url)}\` is no address of the web`, 'begin it with https://');
  };
  const checkLanguage = (language: string | undefined, path: Path): void => {
    if (language === undefined || isLanguage(language)) return;
    const code = codeOfName(language);
    const fix =
      code === undefined
        ? 'use a BCP 47 tag, such as en, ar or zh-Hans'
        : `did you mean \`${code}\`?`;
    warn(path, `no language \`${language}\``, fix);
  };
  checkLanguage(chronology.language, ['language']);
  for (const [position, {url, language}] of chronology.sources.entries()) {
    checkUrl(url, ['sources', position, 'url']);
    checkLanguage(language, ['sources', position, 'language']);
  }
  for (const section of ['actors', 'places'] as const) {
    for (const [position, {other_names: names = []}] of chronology[section].entries()) {
      for (const [item, {language}] of names.entries()) {
        checkLanguage(language, [section, position, 'other_names', item, 'language']);
      }
    }
  }
  for (const [position, {urls = [], kind}] of chronology.events.entries()) {
    const path: Path = ['events', position];
    for (const [item, url] of urls.entries()) checkUrl(url, [...path, 'urls', item]);
    const code = kind?.cameo;
    if (code !== undefined && cameoCode(code) === undefined) {
      warn([...path, 'kind', 'cameo'], `no CAMEO code \`${code}\``, 'look it up, or leave it out');
    }
  }
}

/**
@returns whether a tag begins with a language. Codes of two letters are all known; of three letters there are
thousands, and none is refused; longer ones have never been registered.
Source: RFC 5646 §2.2.1.
*/
function isLanguage(tag: string): boolean {
  const [code = ''] = tag.split('-');
  return code.length === 3 || (code.length === 2 && nameOf(code.toLowerCase()) !== undefined);
}

/** @returns the code of a language by its English name. */
function codeOfName(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((code) => nameOf(code)?.toLowerCase() === wanted);
}

let names: Intl.DisplayNames | undefined;

/** @returns the English name of a language; its list is opened when the first one is asked for. */
function nameOf(code: string): string | undefined {
  names ??= new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'});
  return names.of(code);
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
