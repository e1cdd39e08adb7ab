import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Actor} from '../../lake/actor.ts'
import {Dataset} from '../../lake/dataset.ts'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {openLake, servedDataset} from '../../lake/lake.ts'
import {reviewExtension} from '../../plugins/review-workflow/lake/index.ts'
import {addDemoPeople} from '../firstPeople.ts'
import {type DemoPerson, loadStarterContent} from '../starter-content.ts'
import {benchContent} from './content.ts'

export interface LivedIn {
  readonly documents: number
  /** Governed and live, each on a sign-off of its words. */
  readonly pages: number
}

const template = 'article-a-calmer-evening'
/** The most that one transaction takes. */
const together = 100

/** A data folder as years of use leave it: starter content, signed pages with their records, and much besides. */
export async function fillLivedIn(dir: string, {documents, pages}: LivedIn): Promise<void> {
  const lake = await openLake({
    dir,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    extension: reviewExtension,
  })
  lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})
  const people = await addDemoPeople(lake.accounts)
  await loadStarterContent({lake, people, progress: () => {}})
  const {accounts} = lake
  const {store, assetsDir} = lake.dataset(servedDataset)
  // The gate as it is, less the time that a password takes on purpose.
  const dataset = new Dataset({
    name: servedDataset,
    policy: 'reviewed',
    file: store.file,
    assetsDir,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    extension: reviewExtension,
    directory: {
      personOf: (userId) => accounts.personOf(userId),
      people: () => accounts.people(),
      actorOf: (userId) => accounts.actorOf(userId),
    },
    verifyPassword: () => Promise.resolve(true),
    isClosed: () => false,
    log: console.error,
  })
  for (let from = 0; from < pages; from += together) {
    const ids = Array.from({length: Math.min(together, pages - from)}, (_, at) => from + at)
    await signedAndLive(dataset, ids, {
      editor: actorOf(people.editor),
      reviewer: actorOf(people.sleep),
    })
  }
  await dataset.close()
  const stored = [...store.documents()].length
  store.transaction(() => {
    const seq = store.addTransaction('bench', 'bench', new Date().toISOString())
    for (const document of besides(documents - stored)) store.put(document, seq, true)
  })
  await lake.close()
}

async function signedAndLive(
  dataset: Dataset,
  numbers: readonly number[],
  {editor, reviewer}: {readonly editor: Actor; readonly reviewer: Actor},
): Promise<void> {
  const page = pageTemplate()
  const ids = numbers.map((n) => `page-${n}`)
  await dataset.mutate(editor, {
    mutations: numbers.map((n) => ({
      create: {
        ...page,
        _id: `drafts.page-${n}`,
        title: `${String(page['title'])} (${n})`,
        slug: {_type: 'slug', current: `page-${n}`},
      },
    })),
  })
  const signatures = ids.map((publishedId) => {
    const shown = dataset.read(reviewer, 'review', publishedId) as JsonObject
    return {
      actionType: 'review.action.signOff',
      publishedId,
      digest: shown['digest'],
      closureDigest: shown['closureDigest'],
      attestation: (shown['attestation'] as JsonObject)['id'],
      conflictOfInterest: 'none',
      password: 'not asked for',
    }
  })
  await dataset.act(reviewer, {actions: signatures})
  await dataset.act(editor, {
    actions: ids.map((id) => ({
      actionType: 'sanity.action.document.publish',
      publishedId: id,
      draftId: `drafts.${id}`,
    })),
  })
}

function pageTemplate(): JsonObject {
  const file = join(import.meta.dirname, '..', '..', 'content', 'articles.ndjson')
  const pages = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject)
  const page = pages.find(({_id}) => _id === template)
  if (page === undefined) throw new Error(`There is no ${template}.`)
  return page
}

function actorOf({userId, personId, name, role}: DemoPerson): Actor {
  return {kind: 'person', userId, personId, name, roles: [role]}
}

/** What the bench is filled with elsewhere, as types that nobody signs. */
function* besides(count: number): Generator<LakeDocument> {
  let left = count
  for (const document of benchContent(Math.ceil(count / 2.5)).documents()) {
    if (left-- <= 0) return
    yield {...document, _id: `b-${document._id}`, _type: `bench-${document._type}`}
  }
}
