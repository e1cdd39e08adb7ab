import {type Actor} from '../lake/actor.ts'
import {type Dataset} from '../lake/dataset.ts'
import {draftId, isPublished, type JsonObject, type LakeDocument} from '../lake/document.ts'
import {LakeError} from '../lake/errors.ts'
import {isSystemId, releaseType} from '../lake/releases/release.ts'
import {isSignedAs} from '../plugins/review-workflow/lake/facts.ts'
import {isServerType} from '../plugins/review-workflow/lake/serverTypes.ts'
import {isGoverned} from '../plugins/review-workflow/policy/index.ts'

export interface Landing {
  readonly documents: readonly LakeDocument[]
  /** Pages that were published where they come from and are drafts here. */
  readonly drafts: number
  /** Pages that are published here, too, on sign-offs that stand here. */
  readonly published: number
  /** Published pages that stay out, since the file brings a draft of them that would be overwritten. */
  readonly leftOut: number
}

/** How the documents of a file would come into a dataset: pages as drafts, except where sign-offs of them stand here. */
export async function landing(
  dataset: Dataset,
  actor: Actor,
  brought: readonly LakeDocument[],
): Promise<Landing> {
  // What the lake keeps itself comes in by actions, or not at all.
  const documents = brought.filter(({_id}) => !isSystemId(_id))
  if (dataset.policy === 'open') return {documents, drafts: 0, published: 0, leftOut: 0}
  const view = dataset.view(actor)
  const signed = documents.filter((each) => isPage(each) && isSignedAs(view, each))
  for (let live = new Set(signed.map(({_id}) => _id)); ;) {
    const landed = landedWith(documents, live)
    const refused = live.size === 0 ? [] : await refusedPages(dataset, actor, landed.documents)
    if (refused.length === 0) return landed
    // The guard sees the whole file, shared documents too, and has the last word.
    const named = refused.filter((id) => live.has(id))
    live = named.length === 0 ? new Set() : new Set([...live].filter((id) => !named.includes(id)))
  }
}

function landedWith(documents: readonly LakeDocument[], live: ReadonlySet<string>): Landing {
  const ids = new Set(documents.map(({_id}) => _id))
  const asDrafts = documents.filter((each) => isPage(each) && !live.has(each._id))
  const leftOut = new Set(asDrafts.filter(({_id}) => ids.has(draftId(_id))))
  const drafts = new Set(asDrafts.filter((each) => !leftOut.has(each)))
  return {
    // The record of a review is the server's own: it cannot be brought along.
    documents: documents
      .filter((each) => !isServerType(each._type) && !leftOut.has(each))
      .map((each) => (drafts.has(each) ? {...each, _id: draftId(each._id)} : each)),
    drafts: drafts.size,
    published: live.size,
    leftOut: leftOut.size,
  }
}

function isPage({_id, _type}: LakeDocument): boolean {
  return isGoverned(_type) && isPublished(_id)
}

/** Which documents the guards would turn away; a trial is not recorded. */
async function refusedPages(
  dataset: Dataset,
  actor: Actor,
  documents: readonly LakeDocument[],
): Promise<readonly string[]> {
  try {
    await dataset.mutate(actor, {mutations: replacing(documents), dryRun: true})
    return []
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    if (error.code !== 'refused' && error.code !== 'stale') throw error
    const denials = error.details['denials'] as readonly JsonObject[]
    return denials.map(({documentId}) => (typeof documentId === 'string' ? documentId : ''))
  }
}

/** The actions that bring the releases of a file along. Those that are here already stay as they are. */
export function releasing(documents: readonly LakeDocument[]): readonly JsonObject[] {
  return documents
    .filter(({_id, _type}) => isSystemId(_id) && _type === releaseType)
    .map((release) => ({
      actionType: 'sanity.action.release.import',
      releaseId: release['name'],
      attributes: release,
      ifExists: 'ignore',
    }))
}

export function replacing(documents: readonly LakeDocument[]): readonly JsonObject[] {
  return documents.map((document) => ({createOrReplace: document}))
}
