/**
Turn a line of vCalendar 1.0 into one of iCalendar: text in quoted-printable is decoded, from the
encoding that the line names.

@param line - unfolded, its soft line breaks joined.
@returns the line itself when nothing in it is encoded so.
Source: vCalendar 1.0 (Internet Mail Consortium, 1996), §2.1.3; RFC 2045 §6.7.
*/
export function modernizeLine(line: string): string {
  const [, head = '', parameters = '', value = ''] = HEAD.exec(line) ?? [];
  if (!PRINTABLE.test(parameters)) return line;
  const charset = /;CHARSET=([\w.-]{1,40})/i.exec(parameters)?.[1] ?? 'utf-8';
  const kept = parameters.replace(/;(?:ENCODING=)?QUOTED-PRINTABLE|;CHARSET=[^;]*/gi, '');
  const escaped = decodeQuotedPrintable(value, charset)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\n|\r/g, '\\n');
  return `${head}${kept}:${escaped}`;
}

/** @returns whether a line is quoted-printable: one that ends in `=` goes on in the next. */
export function isQuotedPrintable(line: string): boolean {
  return PRINTABLE.test(HEAD.exec(line)?.[2] ?? '');
}

const PRINTABLE = /;(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)/i;
const HEAD = /^([A-Za-z0-9-]{1,60})((?:;[^:]{0,1000})?):(.*)$/s;

function decodeQuotedPrintable(text: string, charset: string): string {
  // What stands unencoded beyond ASCII was decoded with the file, and stays as it is.
  return text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const bytes = Buffer.from(run.replaceAll('=', ''), 'hex');
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return bytes.toString('utf8');
    }
  });
}
