import type {Chronology, Claim, Source} from './chronology.js';

/**
Make two imports comparable.

The chronology of an imported file is called as the file is, and each row of the file is cited by its number. A
copy under another name, and a row that moved because another was put before it, say the same as before.

@returns both, the older with the file's name that the newer has, and neither with numbers of rows; both
as they are when one of them is no import.
*/
export function alignImports(
  older: Chronology,
  newer: Chronology,
): readonly [older: Chronology, newer: Chronology] {
  const [before, after] = [fileOf(older), fileOf(newer)];
  if (before === undefined || after === undefined) return [older, newer];
  const isNamedAlike = isNamedFor(older, before) && isNamedFor(newer, after);
  const renamed = {
    ...unnumbered(older, before.id, after.id),
    ...(isNamedAlike && {title: newer.title}),
    sources: older.sources.map((source) =>
      source === before ? {...source, id: after.id, headline: after.headline} : source,
    ),
  };
  return [renamed, unnumbered(newer, after.id, after.id)];
}

/** @returns the file as a source, which every claim of an import cites first; undefined for other chronologies. */
function fileOf({sources, claims}: Chronology): Source | undefined {
  const [file] = sources;
  const isImport =
    file?.type === 'Dataset' && claims.every(({citations}) => citations[0]?.source === file.id);
  return isImport ? file : undefined;
}

function isNamedFor({title}: Chronology, {headline}: Source): boolean {
  return headline.endsWith(title);
}

function unnumbered(chronology: Chronology, file: string, name: string): Chronology {
  const claims = chronology.claims.map((claim): Claim => ({
    ...claim,
    citations: claim.citations.map((citation) => {
      if (citation.source !== file) return citation;
      const {paragraph: _, ...rest} = citation;
      return {...rest, source: name};
    }),
  }));
  return {...chronology, claims};
}
