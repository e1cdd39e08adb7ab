import {type ValidationContext} from 'sanity'

/** Whom a rule asks about other documents: `raw` of all their versions, `published` of what readers see. */
export const asking = (
  getClient: ValidationContext['getClient'],
  perspective: 'raw' | 'published',
) => getClient({apiVersion: '2025-02-19'}).withConfig({perspective})
