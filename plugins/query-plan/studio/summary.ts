import {type Lookup, type Plan} from './plan.ts'

/** Words with what is to be filled in. */
export interface Said {
  readonly key: string
  readonly values: {readonly [name: string]: string | number}
}

export interface Summary {
  readonly said: Said
  /** What would make it quicker, if anything is worth the trouble. */
  readonly advice: Said | null
}

/** Fewer are quick however they are found. */
const many = 100

/** A plan in a sentence: that of the place where most documents are looked at. */
export function summaryOf({lookups, stored, evaluatedBy}: Plan): Summary {
  const most = lookups.toSorted((a, b) => b.documents - a.documents)[0]
  if (most === undefined) return {said: {key: 'says.nothing', values: {}}, advice: null}
  const {way, documents} = most
  return {
    said: {key: `says.${way}`, values: {count: documents, stored}},
    advice: documents < many ? null : evaluatedBy === 'groq-js' ? groqJs : adviceOn(most),
  }
}

const groqJs: Said = {key: 'advice.groqJs', values: {}}

function adviceOn({way, documents, kept, times, notIndexed}: Lookup): Said | null {
  // As many as are looked at are wanted: there is nothing to be saved.
  if (kept === null || kept * 2 > documents) return null
  if (times > 1) return {key: 'advice.within', values: {count: times}}
  if (notIndexed.length > 0)
    return {key: 'advice.notIndexed', values: {parts: notIndexed.join(' && ')}}
  return way === 'everything' ? {key: 'advice.type', values: {}} : null
}

/** Whether one can be glad of it. */
export function isByIndex({way}: Lookup): boolean {
  return way !== 'everything' && way !== 'type' && way !== 'field'
}
