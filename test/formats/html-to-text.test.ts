import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {htmlToText, toSafeUrl} from '../../source/formats/html-to-text.js';

describe('HTML as plain text', () => {
  test('paragraphs and breaks become lines, inline tags nothing', () => {
    expect(htmlToText('<p>One <b>two</b></p><p>three<br/>four</p>').text).toBe(
      'One two\nthree\nfour',
    );
  });

  test('links keep their address and their words', () => {
    expect(htmlToText('See <a href="https://example.org/a?b=1&amp;c=2">this</a>.')).toEqual({
      text: 'See this.',
      urls: ['https://example.org/a?b=1&c=2'],
    });
  });

  test('an address with another scheme is not kept', () => {
    const html = `<a href="javascript:alert(1)">x</a><a href='data:text/html,1'>y</a><a href="#top">z</a>`;
    expect(htmlToText(html)).toEqual({text: 'xyz', urls: []});
  });

  test('scripts, styles and comments say nothing', () => {
    expect(htmlToText('a<script>if (1 < 2) b()</script><!-- c --><style>p{}</style>d').text).toBe(
      'ad',
    );
  });

  test('references become characters once, not twice', () => {
    expect(
      htmlToText('&lt;b&gt; &amp;lt; &eacute;&#8217;&#x2014; &#146; &unknown; AT&T').text,
    ).toBe('<b> &lt; é’— ’ &unknown; AT&T');
  });

  test('a less-than sign that begins no tag is text', () => {
    expect(htmlToText('a < b and 3 <4').text).toBe('a < b and 3 <4');
  });

  test('an unclosed tag or quote ends with the text', () => {
    expect(htmlToText('before<a href="https://example.org').text).toBe('before');
  });

  test('list items are marked', () => {
    expect(htmlToText('<ul><li>one<li>two</ul>').text).toBe('- one\n- two');
  });

  test('text without markup stays as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9,.]{1,20}( [A-Za-z0-9,.]{1,20}){0,9}$/), (text) => {
        expect(htmlToText(text)).toEqual({text, urls: []});
      }),
      {seed: 1, numRuns: 200},
    );
  });

  test('any text is read without failing, and no tag of a kept element survives', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '#',
      '</p',
      '<p>',
      '<a href=',
      '<!--',
      '-->',
      'x',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
        const {text} = htmlToText(pieces.join(''));
        expect(text).not.toContain('<p>');
        expect(text).toBe(text.trim());
      }),
      {seed: 2, numRuns: 300},
    );
  });

  test('many unclosed comments and quotes take no long time', () => {
    const text = htmlToText('<a x="'.repeat(50_000)).text;
    expect(text).toBe('');
    expect(htmlToText('<'.repeat(200_000)).text).toHaveLength(200_000);
  });
});

describe('addresses', () => {
  test('only the web and mail are links; a missing scheme is https', () => {
    expect(toSafeUrl('//example.org/x')).toBe('https://example.org/x');
    expect(toSafeUrl('mailto:a@example.org')).toBe('mailto:a@example.org');
    for (const bad of [
      'ftp://example.org',
      'javascript:1',
      '/static/a.jpg',
      'https://a b',
      'https://a"b',
      '',
    ]) {
      expect(toSafeUrl(bad)).toBeUndefined();
    }
  });
});
