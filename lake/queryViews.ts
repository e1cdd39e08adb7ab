import {type LakeDocument} from './document.ts'
import {matches} from './grants.ts'
import {overlay, type Perspective} from './perspective.ts'
import {type Candidates} from './queryPlan.ts'

/** Who asks, as far as the answer depends on it. */
export interface Reader {
  readonly identity: string
  /** GROQ filters of what may be read, or `public` for whoever has no token. */
  readonly grants: readonly string[] | 'public'
}

/** The documents that one reader sees in one perspective. */
export interface View {
  readonly documents: readonly LakeDocument[]
  readonly byId: ReadonlyMap<string, LakeDocument>
  readonly byType: ReadonlyMap<string, readonly LakeDocument[]>
}

type Seer = Reader & {readonly perspective: Perspective}

const rememberedViews = 32
/** No filter looks like this. */
const publicPrefix = '\0public'

/** All documents of a dataset in memory, and what each reader sees of them. */
export class QueryViews {
  readonly #documents = new Map<string, LakeDocument>()
  readonly #public = new Set<string>()
  #withheld: ReadonlySet<string> = new Set()
  readonly #views = new Map<string, View>()
  readonly #visible = new Map<string, WeakMap<LakeDocument, boolean>>()

  put(document: LakeDocument, isPublic: boolean): void {
    this.#changed(document._id, isPublic)
    this.#documents.set(document._id, document)
    if (isPublic) this.#public.add(document._id)
    else this.#public.delete(document._id)
  }

  remove(id: string): void {
    this.#changed(id, false)
    this.#documents.delete(id)
    this.#public.delete(id)
  }

  /** Documents that only those who sign in get to see, and only as they are stored. */
  withhold(ids: ReadonlySet<string>): void {
    if (ids.size === this.#withheld.size && [...ids].every((id) => this.#withheld.has(id))) return
    this.#withheld = ids
    this.#views.clear()
  }

  view({perspective, grants, identity}: Seer): View {
    const filters = grants === 'public' ? publicPrefix : grants.join('\n')
    const key = [
      filters,
      filters.includes('identity(') ? identity : '',
      JSON.stringify(perspective),
    ].join('\0')
    const known = filters.includes('now(') ? undefined : this.#views.get(key)
    const view =
      known ?? viewOf(overlay(this.#servedTo({perspective, grants, identity}), perspective))
    this.#views.delete(key)
    this.#views.set(key, view)
    const oldest = this.#views.keys().next()
    if (this.#views.size > rememberedViews && !oldest.done) this.#views.delete(oldest.value)
    return view
  }

  #changed(id: string, isPublic: boolean): void {
    const touchesPublic = isPublic || this.#public.has(id)
    for (const key of this.#views.keys()) {
      if (touchesPublic || !key.startsWith(publicPrefix)) this.#views.delete(key)
    }
  }

  #servedTo({perspective, grants, identity}: Seer): readonly LakeDocument[] {
    const seen = this.#seenBy(grants, identity)
    if (grants !== 'public' && perspective.kind === 'raw') return seen
    return seen.filter(({_id}) => !this.#withheld.has(_id))
  }

  /** Ordered by id, so that answers without `order()` do not depend on the order of writes. */
  #seenBy(grants: Reader['grants'], identity: string): readonly LakeDocument[] {
    const seen =
      grants === 'public'
        ? [...this.#public].flatMap((id) => this.#documents.get(id) ?? [])
        : [...this.#documents.values()].filter((document) =>
            grants.some((filter) => this.#matches(filter, document, identity)),
          )
    return seen.sort((a, b) => (a._id < b._id ? -1 : 1))
  }

  #matches(filter: string, document: LakeDocument, identity: string): boolean {
    if (filter.includes('now(')) return matches(filter, document, identity)
    const key = filter.includes('identity(') ? `${identity}\n${filter}` : filter
    const answers = this.#visible.get(key) ?? new WeakMap<LakeDocument, boolean>()
    this.#visible.set(key, answers)
    const answer = answers.get(document) ?? matches(filter, document, identity)
    answers.set(document, answer)
    return answer
  }
}

function viewOf(documents: readonly LakeDocument[]): View {
  const byType = new Map<string, LakeDocument[]>()
  for (const document of documents) {
    const sameType = byType.get(document._type)
    if (sameType === undefined) byType.set(document._type, [document])
    else sameType.push(document)
  }
  return {documents, byId: new Map(documents.map((document) => [document._id, document])), byType}
}

export function candidatesIn(view: View, {by, values}: Candidates): readonly LakeDocument[] {
  const found = [...new Set(values)].flatMap((value) =>
    by === '_id' ? (view.byId.get(value) ?? []) : (view.byType.get(value) ?? []),
  )
  return values.length === 1 ? found : found.sort((a, b) => (a._id < b._id ? -1 : 1))
}
