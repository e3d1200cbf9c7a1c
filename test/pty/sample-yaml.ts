/** An event of a chronology written by hand. */
export type SampleEvent = {readonly id: string; readonly title: string};

/** @returns a chronology that checks clean: one event a day of January 2024, each with a source. */
export function sampleYaml(events: readonly SampleEvent[], title = "A file of one's own"): string {
  const rows = events.map(
    (event, at) => `  - id: ${event.id}
    title: ${event.title}
    when: {edtf: '2024-01-${String(at + 1).padStart(2, '0')}', basis: stated}
`,
  );
  const claims = events.map(
    ({id}) => `  - id: ${id}-when
    about: {event: ${id}, field: when}
    said_by: null
    voice: reporter
    value: the day of ${id}
    citations: [{source: paper, paragraph: 1}]
`,
  );
  return `chronology: 1
title: ${title}
timezone: UTC
sources:
  - {id: paper, headline: A paper}
events:
${rows.join('')}claims:
${claims.join('')}`;
}

/** Two events. */
export const TWO_EVENTS: readonly SampleEvent[] = [
  {id: 'first', title: 'The first'},
  {id: 'second', title: 'The second'},
];
