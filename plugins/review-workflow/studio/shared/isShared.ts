import {isGoverned} from '../../policy/index.ts'

/** Kept by the lake and by reviews themselves: no page shows them. */
const apart = ['reviewerCredential', 'review', 'reviewProgress', 'reviewPolicy']

/** Of a type that pages show together with their own words, so that a change of it needs their signatures. */
export function isShared(type: string): boolean {
  return (
    !isGoverned(type) && !apart.includes(type) && !/^(sanity|system|tasks)\.|^comment$/.test(type)
  )
}
