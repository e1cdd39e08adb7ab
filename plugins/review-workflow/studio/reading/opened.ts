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

/** Documents that were not opened: those with words to read by kind, and those that only name something. */
export interface LeftByKind {
  readonly kinds: readonly {readonly type: string | null; readonly ids: readonly string[]}[]
  readonly names: readonly {readonly type: string; readonly id: string}[]
}

export function leftByKind(ids: readonly string[], closure: ReviewRead['closure']): LeftByKind {
  const documents = ids.map((id) => ({
    id,
    type: closure.find((entry) => entry.id === id)?.type ?? null,
  }))
  const isName = ({type}: {readonly type: string | null}) => nameTypes.includes(type ?? '')
  const byType = Map.groupBy(
    documents.filter((each) => !isName(each)),
    ({type}) => type,
  )
  return {
    kinds: [...byType].map(([type, all]) => ({type, ids: all.map(({id}) => id)})),
    names: documents.flatMap(({id, type}) => (type !== null && isName({type}) ? [{id, type}] : [])),
  }
}

/** What the page calls things and people: a line each, that says little more than the name. */
const nameTypes = ['glossaryTerm', 'outcomeMeasure', 'person', 'population', 'treatment']

/** A part counts once both of its ends have been on screen: the beginning of a long text is not the text. */
export interface Ends {
  readonly start: boolean
  readonly end: boolean
}

export function openedParts(ends: ReadonlyMap<string, Ends>): readonly string[] {
  return [...ends].filter(([, {start, end}]) => start && end).map(([id]) => id)
}
