/**
Replace what stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->`.

@param document - text with both marks once for each name.
@param blocks - new text by name.
@returns the document with the new blocks, each between blank lines.
@throws Error when a mark is missing or stands there twice.
*/
export function replaceBlocks(document, blocks) {
  let text = document;
  for (const [name, block] of Object.entries(blocks)) {
    const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
    const parts = [text.split(begin), text.split(end)];
    if (parts.some((part) => part.length !== 2))
      throw new Error(`the marks of ${name} are not there once`);
    text = `${parts[0][0]}${begin}\n\n${block.trimEnd()}\n\n${end}${parts[1][1]}`;
  }
  return text;
}

/** @returns a block of Markdown that is shown as it is. */
export function fenced(text, language = 'text') {
  return `\`\`\`${language}\n${text.replace(/\n+$/, '')}\n\`\`\``;
}

/** @returns the fields of a query as a Markdown table, with an example of each. */
export function queryMarkdown(fields) {
  const rows = fields.map(({name, example, summary}) => `| \`${name}:${example}\` | ${summary} |`);
  return ['| Term | Events by |', '| --- | --- |', ...rows].join('\n');
}

/** @returns the formats as a Markdown table: what is read, what is written. */
export async function formatsMarkdown(registry) {
  const rows = [];
  for (const {id, name, endings, load} of registry) {
    const format = await load();
    const can = [format.read && 'read', format.write && 'written'].filter(Boolean).join(', ');
    rows.push(
      `| \`${id}\` | ${name} | ${endings.map((ending) => `\`${ending}\``).join(' ')} | ${can} |`,
    );
  }
  return ['| name | format | file names | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
