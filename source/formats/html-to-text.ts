/** What a piece of HTML says, without its markup. */
export type PlainText = {
  /** Paragraphs and list items each on their own line; never empty lines at the ends. */
  readonly text: string;
  /** Addresses of links, images and frames, in order, each once; only http, https and mailto. */
  readonly urls: readonly string[];
};

/** The named entities that writers of HTML use by hand; others stay as they are written. */
const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    middot: '·',
    bull: '•',
    deg: '°',
    copy: '©',
    reg: '®',
    trade: '™',
    sect: '§',
    para: '¶',
    dagger: '†',
    times: '×',
    plusmn: '±',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    iexcl: '¡',
    iquest: '¿',
    larr: '←',
    rarr: '→',
    minus: '−',
    shy: '',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '\u200c',
    zwj: '\u200d',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oslash: 'ø',
    Oslash: 'Ø',
    aring: 'å',
    Aring: 'Å',
    oelig: 'œ',
    OElig: 'Œ',
    eth: 'ð',
    ETH: 'Ð',
    thorn: 'þ',
    THORN: 'Þ',
  }),
);

/** Entities of accented letters are a letter and the name of a mark: `eacute`, `Uuml`. */
const MARKS = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    caron: '\u030c',
  }),
);

/** Windows-1252 characters that HTML reads numeric references 128 to 159 as (HTML Standard §13.2.5.80). */
const WINDOWS_1252 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

const BREAKING = new Set(
  (
    'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr iframe li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'head']);

/**
Make plain text of HTML, keeping its links.

Reads in one pass, in time that grows with the length of the text. A `<` that does not begin a tag
is text, an unclosed tag ends with the input, and scripts and styles say nothing.

@param html - a fragment or a page; text without markup comes back as it is, its white space folded.
*/
export function htmlToText(html: string): PlainText {
  if (!/[<&]/.test(html)) return {text: html.replace(/[\s\u00a0]+/g, ' ').trim(), urls: []};
  const urls = new Set<string>();
  const pieces: string[] = [];
  let silentUntil: string | undefined;
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    const end = open === -1 ? html.length : open;
    if (silentUntil === undefined) pieces.push(foldSpace(html.slice(position, end)));
    if (open === -1) break;
    const tag = readTag(html, open);
    if (tag === undefined) {
      if (silentUntil === undefined) pieces.push('<');
      position = open + 1;
      continue;
    }
    position = tag.end;
    if (silentUntil !== undefined) {
      if (tag.isClosing && tag.name === silentUntil) silentUntil = undefined;
      continue;
    }
    if (SILENT.has(tag.name) && !tag.isClosing) silentUntil = tag.name;
    else if (tag.name === 'li' && !tag.isClosing) pieces.push('\n- ');
    else if (BREAKING.has(tag.name)) pieces.push('\n');
    for (const address of tag.addresses) {
      const url = toSafeUrl(decodeEntities(address));
      if (url !== undefined) urls.add(url);
    }
  }
  const text = decodeEntities(pieces.join(''))
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');
  return {text, urls: [...urls]};
}

/**
@returns an address that may be shown as a link, or undefined when it is not one: only `http`,
`https` and `mailto`; an address without a scheme (`//host/path`) is taken to be `https`.
*/
export function toSafeUrl(address: string): string | undefined {
  const trimmed = address.trim();
  const withScheme = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (
    withScheme.length > 4000 ||
    !/^(?:https?:\/\/|mailto:)[^\s<>"\\^`{|}\p{C}]+$/iu.test(withScheme)
  ) {
    return undefined;
  }
  return withScheme;
}

type Tag = {
  readonly name: string;
  readonly isClosing: boolean;
  readonly end: number;
  readonly addresses: readonly string[];
};

/** Reads the tag, comment or declaration at a `<`; undefined when there is none. */
function readTag(html: string, open: number): Tag | undefined {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 4);
    return {
      name: '!',
      isClosing: false,
      end: close === -1 ? html.length : close + 3,
      addresses: [],
    };
  }
  const match = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})|^<[!?]/.exec(html.slice(open, open + 50));
  if (match === null) return undefined;
  const end = endOfTag(html, open + match[0].length);
  const attributes = html.slice(open + match[0].length, Math.min(end, open + 8192));
  return {
    name: (match[2] ?? '!').toLowerCase(),
    isClosing: match[1] === '/',
    end,
    addresses: match[1] === '' ? addressesIn(attributes) : [],
  };
}

function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let index = from; index < html.length; index += 1) {
    const char = html[index] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && html[index - 1] === '=') quote = char;
    else if (char === '>') return index + 1;
  }
  return html.length;
}

function addressesIn(attributes: string): string[] {
  const found: string[] = [];
  const pattern =
    /(?:^|[\s"'/])(?:href|src|cite)\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
  for (const match of attributes.matchAll(pattern)) {
    found.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return found;
}

function foldSpace(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

/** Turns character references into characters (HTML Standard §13.5); what is none stays as written. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,11}));?/g,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        if (!whole.endsWith(';') && !['amp', 'lt', 'gt', 'quot', 'nbsp'].includes(name))
          return whole;
        return ENTITIES.get(name) ?? accented(name) ?? whole;
      }
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] ?? '�';
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '�';
      return String.fromCodePoint(code);
    },
  );
}

function accented(name: string): string | undefined {
  const mark = MARKS.get(name.slice(1));
  return mark === undefined ? undefined : `${name[0] ?? ''}${mark}`.normalize('NFC');
}
