import {bundleOf, type LakeDocument, publishedId} from '../document.ts'
import {matches} from '../grants.ts'
import {isPublishedOnly, layerOf, type Perspective} from './perspective.ts'
import {type QueryDocuments, type Stored} from './documents.ts'

/** Who asks, as far as the answer depends on it. */
export interface Reader {
  readonly identity: string
  /** GROQ filters of what may be read, or `public` for whoever has no token. */
  readonly grants: readonly string[] | 'public'
}

export type Seer = Reader & {readonly perspective: Perspective}

/** What one reader sees in one perspective. */
export interface Sight {
  /** As the perspective shows what is stored under this id; null when something else stands there, or nothing. */
  show(storedId: string): LakeDocument | null
  byId(id: string): LakeDocument | null
  /** Ids that documents may be stored under which the perspective shows under this one. */
  storedIds(id: string): readonly string[]
  /** Only documents of these scopes can be seen. */
  readonly lowestScope: 0 | 1 | 2
  /** Everything of those scopes is seen, as it is stored, except what is withheld. */
  readonly seesAll: boolean
  /** Documents are shown under the ids that they are stored under. */
  readonly keepsIds: boolean
  readonly hidesWithheld: boolean
  /** Of what their scopes let through, the grants of the reader hide some. */
  readonly hidesByGrant: boolean
  /** Documents that are to be deleted are not shown. */
  readonly hidesDeleted: boolean
}

/** Grants that let everything through. */
const unlimited: ReadonlySet<string> = new Set(['true', '_id in path("**")'])
const judged = new Map<string, WeakMap<LakeDocument, boolean>>()
const mostJudged = 200

export function sightOf(documents: QueryDocuments, seer: Seer): Sight {
  const {perspective, grants} = seer
  const isPublic = grants === 'public'
  const isRaw = perspective.kind === 'raw'
  const hidesWithheld = isPublic || !isRaw
  const hasAllGrants = isPublic || grants.some((filter) => unlimited.has(filter))
  const publishedOnly = isPublishedOnly(perspective)
  const hidesVersions = isRaw && perspective.hidesVersions === true

  function visible(id: string): Stored | null {
    const stored = documents.get(id)
    if (stored === null || (hidesWithheld && documents.isWithheld(id))) return null
    if (isPublic && stored.scope < 2) return null
    return hasAllGrants || allowed(stored.document, seer) ? stored : null
  }

  const common = {
    lowestScope: isPublic ? 2 : publishedOnly ? 1 : 0,
    seesAll: hasAllGrants && !hidesVersions && (isRaw || publishedOnly),
    hidesWithheld,
    hidesByGrant: !hasAllGrants,
    hidesDeleted: !isRaw,
  } as const

  if (perspective.kind === 'raw') {
    const show = (id: string) =>
      hidesVersions && bundleOf(id).kind === 'version' ? null : (visible(id)?.document ?? null)
    return {...common, keepsIds: true, show, byId: show, storedIds: (id) => [id]}
  }

  const {layers} = perspective
  const idIn = (layer: string, base: string): string | null => {
    const id =
      layer === 'published'
        ? base
        : layer === 'drafts'
          ? `drafts.${base}`
          : `versions.${layer}.${base}`
    return layerOf(id) === layer && publishedId(id) === base ? id : null
  }
  const winner = (base: string): Stored | null => {
    for (const layer of layers) {
      const id = idIn(layer, base)
      const stored = id === null ? null : visible(id)
      if (stored !== null) return stored
    }
    return null
  }
  return {
    ...common,
    keepsIds: publishedOnly,
    show(storedId) {
      const layer = layerOf(storedId)
      if (layer === null || !layers.includes(layer)) return null
      const stored = winner(publishedId(storedId))
      return stored?.document._id === storedId ? stored.shown : null
    },
    byId: (id) => winner(id)?.shown ?? null,
    storedIds: (id) => layers.flatMap((layer) => idIn(layer, id) ?? []),
  }
}

function allowed(document: LakeDocument, {grants, identity}: Seer): boolean {
  return grants !== 'public' && grants.some((filter) => passes(filter, document, identity))
}

function passes(filter: string, document: LakeDocument, identity: string): boolean {
  if (filter.includes('now(')) return matches(filter, document, identity)
  const key = filter.includes('identity(') ? `${identity}\n${filter}` : filter
  if (judged.size > mostJudged) judged.clear()
  const answers = judged.get(key) ?? new WeakMap<LakeDocument, boolean>()
  judged.set(key, answers)
  const answer = answers.get(document) ?? matches(filter, document, identity)
  answers.set(document, answer)
  return answer
}
