/** The fields that a filter pane counts, in its order. */
export const FACET_FIELDS = ['side', 'actor', 'kind', 'place', 'source', 'is'] as const;

export type FacetField = (typeof FACET_FIELDS)[number];

/** How many documents have a value. */
export type FacetCount = {readonly value: string; readonly label: string; readonly count: number};

export type FacetCounts = {readonly [field in FacetField]: readonly FacetCount[]};
