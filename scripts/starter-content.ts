import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Actor} from '../lake/actor.ts'
import {type Dataset} from '../lake/dataset.ts'
import {draftId, type Json, type JsonObject, type LakeDocument} from '../lake/document.ts'
import {servedDataset, type Lake} from '../lake/lake.ts'
import {isGoverned} from '../plugins/review-workflow/policy/index.ts'

/** A person of the demonstration, with the password that was made for this folder. */
export interface DemoPerson {
  readonly userId: string
  readonly personId: string
  readonly name: string
  readonly role: string
  readonly password: string
}

export interface StarterPeople {
  readonly editor: DemoPerson
  readonly therapist: DemoPerson
  readonly sleep: DemoPerson
  readonly registrar: DemoPerson
}

const folder = join(import.meta.dirname, '..', 'content')
const files = ['people', 'vocabulary', 'citations', 'evidence', 'techniques', 'faqs', 'articles']

/** How far each page gets. Nothing here can skip the gate: each step is the action that a person would take. */
const stages: readonly {
  readonly id: string
  readonly signs?: 'therapist' | 'sleep'
  readonly asksForChanges?: string
  readonly publish?: true
}[] = [
  {id: 'technique-chair', signs: 'therapist', publish: true},
  {id: 'article-first-massage-session', signs: 'therapist', publish: true},
  {id: 'faq-after-evening-massage', signs: 'sleep', publish: true},
  {id: 'article-a-calmer-evening', signs: 'sleep', publish: true},
  {id: 'faq-massage-tonight', signs: 'sleep', publish: true},
  {id: 'faq-how-often', signs: 'therapist'},
  {
    id: 'faq-best-type',
    asksForChanges:
      'Please say in the first line which sleep outcome the trials measured, or that they measured none.',
  },
  {id: 'technique-swedish'},
  {id: 'faq-side-effects'},
  {id: 'article-massage-and-sleep'},
]

/**
 * Fills an empty dataset: shared documents are published, pages arrive as drafts, and with `people` some of them go
 * through review. `progress` gets the share done, 0 to 1, and what is being done.
 */
export async function loadStarterContent({
  lake,
  people,
  progress,
}: {
  readonly lake: Lake
  readonly people: StarterPeople | null
  readonly progress: (done: number, doing: string) => void
}): Promise<void> {
  const dataset = lake.dataset(servedDataset)
  const documents = files.flatMap(readDocuments)

  const governed = new Set(documents.flatMap(({_id, _type}) => (isGoverned(_type) ? [_id] : [])))
  const operator: Actor = {kind: 'operator', userId: 'operator', roles: ['administrator']}
  const author = people === null ? operator : actorOf(people.editor)

  progress(0, 'loading shared documents')
  await create(
    dataset,
    operator,
    documents.filter(({_id}) => !governed.has(_id)).map((each) => softened(each, governed)),
  )
  progress(0.3, 'loading drafts')
  const drafts = documents.filter(({_id}) => governed.has(_id))
  for (const draft of drafts) {
    await create(dataset, author, [{...softened(draft, governed), _id: draftId(draft._id)}])
  }
  if (people === null) return progress(1, 'done')

  progress(0.5, 'verifying demo credentials')
  const credentials = readDocuments('credentials')
  await create(dataset, operator, credentials)
  for (const {_id} of credentials.filter(({_id}) => _id !== 'credential.demo-pending')) {
    const registrar = actorOf(people.registrar)
    const {digest} = dataset.read(registrar, 'review', _id) as JsonObject
    await act(dataset, registrar, 'verifyCredential', _id, {
      digest,
      method: 'demonstration',
      sourceUrl: 'https://example.org/demo-register',
      checkedOn: dataset.now().slice(0, 10),
    })
  }
  for (const [index, stage] of stages.entries()) {
    progress(0.5 + (0.5 * index) / stages.length, `taking ${stage.id} through review`)
    await review(dataset, people, stage)
  }
  progress(1, 'done')
}

async function review(
  dataset: Dataset,
  people: StarterPeople,
  stage: (typeof stages)[number],
): Promise<void> {
  const {id, signs, asksForChanges, publish} = stage
  await act(dataset, actorOf(people.editor), 'submit', id, {note: 'Starter content: please check.'})
  if (asksForChanges !== undefined) {
    await act(dataset, actorOf(people.sleep), 'requestChanges', id, {note: asksForChanges})
  }
  if (signs === undefined) return
  const reviewer = people[signs]
  const shown = dataset.read(actorOf(reviewer), 'review', id) as JsonObject
  await act(dataset, actorOf(reviewer), 'signOff', id, {
    digest: shown['digest'],
    closureDigest: shown['closureDigest'],
    attestation: (shown['attestation'] as JsonObject)['id'],
    conflictOfInterest: 'none',
    password: reviewer.password,
  })
  if (publish === undefined) return
  await dataset.act(actorOf(people.editor), {
    actions: [
      {actionType: 'sanity.action.document.publish', publishedId: id, draftId: draftId(id)},
    ],
  })
}

async function act(
  dataset: Dataset,
  actor: Actor,
  name: string,
  id: string,
  fields: JsonObject,
): Promise<void> {
  await dataset.act(actor, {
    actions: [{actionType: `review.action.${name}`, publishedId: id, ...fields}],
  })
}

async function create(
  dataset: Dataset,
  actor: Actor,
  documents: readonly JsonObject[],
): Promise<void> {
  await dataset.mutate(actor, {mutations: documents.map((document) => ({create: document}))})
}

function actorOf({userId, personId, name, role}: DemoPerson): Actor {
  return {kind: 'person', userId, personId, name, roles: [role]}
}

function readDocuments(name: string): readonly LakeDocument[] {
  const lines = readFileSync(join(folder, `${name}.ndjson`), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LakeDocument)
}

/** References from page to page are weak: a page may go live before, or stay up after, one that it points to. */
function softened<T extends Json | undefined>(value: T, governed: ReadonlySet<string>): T {
  if (Array.isArray(value))
    return value.map((item: Json) => softened(item, governed)) as unknown as T
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, softened(item as Json, governed)]),
  ) as Record<string, Json>
  const target = fields['_ref']
  if (typeof target !== 'string' || !governed.has(target)) return fields as T
  const {_strengthenOnPublish, ...reference} = fields
  return {...reference, _weak: true} as unknown as T
}
