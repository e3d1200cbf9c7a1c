import type {
  Actor,
  Chronology,
  Citation,
  Claim,
  Link,
  Source,
  TimelineEvent,
} from '../core/events/chronology.js';
import {parseStrictEdtf} from '../core/time/edtf.js';
import {lossesOutside} from './export-losses.js';
import {claimedWords, indexForExport, type ExportIndex} from './export-words.js';
import type {Format, WriteResult} from './format.js';

/**
W3C PROV as JSON-LD: where each claim comes from, for programs that follow provenance.

Sources, cited paragraphs, claims and events are entities, speakers are agents. A claim is
attributed to its speaker (to the voice of the source when it has none) and derived from what it
cites; an event is derived from the claims about it. A relation between events is an entity of its
own, derived from the claims that assert it, because PROV would state it as a fact.
Source: PROV-O (W3C Recommendation 30 April 2013); JSON-LD 1.1; Web Annotation (`oa:exact`).
*/
export const provFormat: Format = {
  id: 'prov',
  name: 'W3C PROV (JSON-LD)',
  write: (chronology) => Promise.resolve(writeProv(chronology)),
};

const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  item: 'urn:ticktock:item:',
  term: 'urn:ticktock:term:',
  label: 'rdfs:label',
  comment: 'rdfs:comment',
  about: {'@id': 'schema:about', '@type': '@id'},
  isPartOf: {'@id': 'schema:isPartOf', '@type': '@id'},
  attributedTo: {'@id': 'prov:wasAttributedTo', '@type': '@id'},
  derivedFrom: {'@id': 'prov:wasDerivedFrom', '@type': '@id'},
  quotedFrom: {'@id': 'prov:wasQuotedFrom', '@type': '@id'},
  memberOf: {'@id': 'schema:memberOf', '@type': '@id'},
  url: {'@id': 'schema:url', '@type': '@id'},
  date: {'@id': 'term:date', '@type': 'edtf:EDTF'},
  dateBasis: 'term:dateBasis',
  dateReason: 'term:dateReason',
  dateStated: 'term:dateStated',
  value: 'prov:value',
  exact: 'oa:exact',
  paragraph: {'@id': 'term:paragraph', '@type': 'xsd:integer'},
  field: 'term:field',
  voice: 'term:voice',
  office: 'schema:jobTitle',
  linkType: 'term:linkType',
  from: {'@id': 'term:from', '@type': '@id'},
  to: {'@id': 'term:to', '@type': '@id'},
} as const;

function writeProv(chronology: Chronology): WriteResult {
  const index = indexForExport(chronology);
  const voices = new Set(
    chronology.claims
      .filter(({said_by: speaker}) => speaker === null)
      .flatMap(({citations}) => citations[0]?.source ?? []),
  );
  const citations: Citations = new Map();
  const graph = [
    ...chronology.sources.flatMap((source) => sourceNodes(source, voices.has(source.id))),
    ...chronology.actors.map(agentNode),
    ...chronology.events.map((event) => eventNode(event, index)),
    ...chronology.claims.map((claim) => claimNode(claim, index, citations)),
    ...chronology.links.map(linkNode),
    ...citations.values(),
  ];
  const document = {'@context': CONTEXT, '@graph': graph};
  const losses = lossesOutside(chronology, {
    format: 'PROV',
    events: ['id', 'title', 'summary', 'when.edtf', 'when.stated', 'when.basis', 'when.reason'],
    whole: ['claims', 'links'],
  });
  for (const [at, {when}] of chronology.events.entries()) {
    if (!parseStrictEdtf(when.edtf).ok)
      losses.push({row: at + 1, field: 'when.edtf', what: 'beyond EDTF: written as plain text'});
  }
  return {text: `${JSON.stringify(document, undefined, 2)}\n`, losses};
}

/** The context types dates as EDTF; what only a chronology file takes is plain text. */
function dateValue(edtf: string): unknown {
  return parseStrictEdtf(edtf).ok ? edtf : {'@value': edtf, '@type': 'xsd:string'};
}

/** The name of an item as an IRI; what follows a slash is not an id of the chronology. */
function iri(id: string, part?: string): string {
  return `item:${encodeURIComponent(id)}${part === undefined ? '' : `/${part}`}`;
}

function sourceNodes(source: Source, hasVoice: boolean): unknown[] {
  const {id, headline, url, author, publisher} = source;
  return [
    {
      '@id': iri(id),
      '@type': ['prov:Entity', `schema:${source.type ?? 'NewsArticle'}`],
      label: headline,
      ...(url !== undefined && /^https?:/i.test(url) && {url}),
      ...(source.date_published !== undefined && {
        date: dateValue(source.date_published),
      }),
      ...(source.date_basis !== undefined && {dateBasis: source.date_basis}),
      ...(hasVoice && {attributedTo: iri(id, 'voice')}),
    },
    ...(hasVoice
      ? [
          {
            '@id': iri(id, 'voice'),
            '@type': 'prov:Agent',
            label: author ?? publisher ?? `The voice of: ${headline}`,
          },
        ]
      : []),
  ];
}

function agentNode(actor: Actor): unknown {
  const kind =
    actor.kind === 'person'
      ? 'prov:Person'
      : actor.kind === undefined
        ? undefined
        : 'prov:Organization';
  return {
    '@id': iri(actor.id),
    '@type': kind === undefined ? ['prov:Agent'] : ['prov:Agent', kind],
    label: actor.name,
    ...(actor.office !== undefined && {office: actor.office}),
    ...(actor.part_of !== undefined && {memberOf: actor.part_of.map((id) => iri(id))}),
  };
}

function eventNode(event: TimelineEvent, index: ExportIndex): unknown {
  const claims = index.claimsAbout.get(event.id) ?? [];
  return {
    '@id': iri(event.id),
    '@type': ['prov:Entity', 'schema:Event'],
    label: event.title,
    ...(event.summary !== undefined && {comment: event.summary}),
    date: dateValue(event.when.edtf),
    dateBasis: event.when.basis,
    ...(event.when.stated !== undefined && {dateStated: event.when.stated}),
    ...(event.when.reason !== undefined && {dateReason: event.when.reason}),
    ...(claims.length > 0 && {derivedFrom: claims.map(({id}) => iri(id))}),
  };
}

function claimNode(claim: Claim, index: ExportIndex, citations: Citations): unknown {
  const first = claim.citations[0]?.source;
  const speaker =
    claim.said_by === null
      ? first === undefined
        ? undefined
        : iri(first, 'voice')
      : iri(claim.said_by);
  const isQuote = claim.voice === 'quote';
  return {
    '@id': iri(claim.id),
    '@type': ['prov:Entity', isQuote ? 'schema:Quotation' : 'schema:Claim'],
    about: iri(claim.about.event),
    field: claim.about.field,
    voice: claim.voice,
    value: claim.words ?? claimedWords(claim, index),
    ...(claim.words !== undefined && {comment: claimedWords(claim, index)}),
    ...(speaker !== undefined && {attributedTo: speaker}),
    ...(claim.office !== undefined && {office: claim.office}),
    ...(claim.said_at !== undefined && {
      date: dateValue(claim.said_at.edtf),
      dateBasis: claim.said_at.basis,
    }),
    [isQuote ? 'quotedFrom' : 'derivedFrom']: claim.citations.map((one) =>
      citationIri(one, citations),
    ),
  };
}

/** Cited paragraphs, each once; the same paragraph with other words is another entity. */
type Citations = Map<string, {readonly '@id': string} & Readonly<Record<string, unknown>>>;

function citationIri({source, paragraph, exact}: Citation, known: Citations): string {
  const key = JSON.stringify([source, paragraph, exact]);
  const before = known.get(key);
  if (before !== undefined) return before['@id'];
  const node = {
    '@id': iri(source, `citation-${known.size + 1}`),
    '@type': 'prov:Entity',
    isPartOf: iri(source),
    ...(paragraph !== undefined && {paragraph}),
    ...(exact !== undefined && {exact}),
  };
  known.set(key, node);
  return node['@id'];
}

function linkNode(link: Link, at: number): unknown {
  return {
    '@id': `urn:ticktock:link:${at + 1}`,
    '@type': ['prov:Entity', 'term:Link'],
    linkType: link.type,
    from: iri(link.from),
    to: iri(link.to),
    ...(link.claimed_by.length > 0 && {derivedFrom: link.claimed_by.map((id) => iri(id))}),
    ...(link.reason !== undefined && {comment: link.reason}),
  };
}
