import {type Candidates} from './queryPlan.ts'

/** How a query was answered. */
export interface Evidence {
  /** All that the reader sees in the perspective. */
  readonly documents: number
  readonly lookups: readonly (Omit<Candidates, 'name'> & {readonly documents: number})[]
  /** A part of the query that no lookup narrows down went through all documents. */
  readonly scansEverything: boolean
  /** How many different documents references led to. */
  readonly followed: number
}

/** The same in lines, which is how Sanity's API has it: as a text. */
export function explained({documents, lookups, scansEverything, followed}: Evidence): string {
  return [
    `documents in view: ${documents}`,
    ...lookups.map(
      (lookup) =>
        `looked up by ${lookup.by} ${JSON.stringify(lookup.values).slice(0, 500)}: ${lookup.documents}`,
    ),
    `went through all documents: ${scansEverything ? 'yes' : 'no'}`,
    `references followed: ${followed}`,
  ].join('\n')
}
