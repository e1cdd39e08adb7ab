import type {ReviewRead} from '../reads.ts'

/** What a reviewer has to have looked at before signing: fields of the page, and documents shown with it. */
export interface Novelties {
  readonly fields: readonly string[]
  readonly shared: readonly string[]
}

/** What differs from the words signed last; everything where nobody has signed any. */
export function novelties(
  {changed, closure}: Pick<ReviewRead, 'changed' | 'closure'>,
  fields: readonly string[],
): Novelties {
  return changed.since === null
    ? {fields, shared: closure.map(({id}) => id)}
    : {
        fields: changed.fields,
        // What is shown no more cannot be opened.
        shared: changed.shared.filter((shown) => closure.some(({id}) => id === shown)),
      }
}

export function unopened({fields, shared}: Novelties, opened: readonly string[]): Novelties {
  const missing = (id: string) => !opened.includes(id)
  return {fields: fields.filter(missing), shared: shared.filter(missing)}
}

/** A part counts once both of its ends have been on screen: the beginning of a long text is not the text. */
export interface Ends {
  readonly start: boolean
  readonly end: boolean
}

export function openedParts(ends: ReadonlyMap<string, Ends>): readonly string[] {
  return [...ends].filter(([, {start, end}]) => start && end).map(([id]) => id)
}
