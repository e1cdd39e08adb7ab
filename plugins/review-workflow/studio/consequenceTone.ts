import {type Consequence} from '../policy/index.ts'

/** How grave a consequence looks, in the words of `Badge`. */
export const consequenceTone = {
  none: 'default',
  mark: 'primary',
  deindex: 'caution',
  withdraw: 'critical',
} as const satisfies {readonly [consequence in Consequence]: string}
