import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {randomUUID} from 'node:crypto'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Lake, openLake, servedDataset} from '../../lake/lake.ts'
import {reviewExtension} from '../../plugins/review-workflow/lake/index.ts'
import {runCommand} from '../../scripts/control.ts'
import {type DemoPerson, loadStarterContent} from '../../scripts/starter-content.ts'

let dir: string
let lake: Lake

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'starter-'))
  lake = await openLake({dir, now: () => new Date(), newId: randomUUID, extension: reviewExtension})
  lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})
})

afterEach(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

async function demo(word: string, role: string): Promise<DemoPerson> {
  const password = randomUUID()
  const personId = `person-demo-${word}`
  const account = await lake.accounts.add({
    email: `${word}@example.org`,
    name: `Demo ${word}`,
    role,
    password,
    personId,
  })
  return {userId: account.id, personId, name: account.name, role, password}
}

const stages = `*[_type == "review"] | order(_id asc) {"id": subject._ref, stage, live}`
const readers = {kind: 'anonymous'} as const

test('starter content arrives in several stages, and only what is signed is published', async () => {
  const people = {
    editor: await demo('editor', 'editor'),
    therapist: await demo('therapist', 'reviewer'),
    sleep: await demo('sleep', 'reviewer'),
    registrar: await demo('registrar', 'registrar'),
  }
  const shares: number[] = []
  await loadStarterContent({lake, people, progress: (done) => shares.push(done)})

  const dataset = lake.dataset(servedDataset)
  const viewer = {kind: 'person', userId: 'v', personId: 'v', name: 'v', roles: ['viewer']} as const
  const {result} = await dataset.query(viewer, {query: stages, params: {}, perspective: 'raw'})
  const byStage = Object.groupBy(
    result as unknown as readonly {id: string; stage: string}[],
    ({stage}) => stage,
  )
  expect(
    Object.fromEntries(
      Object.entries(byStage).map(([stage, rows]) => [stage, rows?.map(({id}) => id)]),
    ),
  ).toEqual({
    changesRequested: ['faq-best-type'],
    draft: expect.arrayContaining(['technique-deep-tissue']),
    inReview: ['article-massage-and-sleep', 'faq-side-effects', 'technique-swedish'],
    published: [
      'article-a-calmer-evening',
      'article-first-massage-session',
      'faq-after-evening-massage',
      'faq-massage-tonight',
      'technique-chair',
    ],
    signed: ['faq-how-often'],
  })

  const pages = `*[_type in ["article", "faqEntry", "technique"]] | order(_id asc)._id`
  const seen = await dataset.query(readers, {query: pages, params: {}, perspective: 'published'})
  expect(seen.result).toEqual(byStage['published']?.map(({id}) => id))
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  const head = dataset.store.ledgerHead()
  expect(await runCommand(lake, 'verify', {words: ['verify'], options: {}, input: ''})).toEqual({
    output: {
      text: `Every published page is signed, and every record holds.\nproduction: record ${head?.seq}, hash ${head?.hash}`,
      json: {ok: true, problems: [], heads: {production: head}},
      failed: false,
    },
  })
})

test('without people, nothing is published but shared documents', async () => {
  await loadStarterContent({lake, people: null, progress: () => {}})
  const dataset = lake.dataset(servedDataset)
  const types = await dataset.query(readers, {
    query: `array::unique(*[]._type)`,
    params: {},
    perspective: 'published',
  })
  expect(types.result).not.toContain('article')
  expect(types.result).toContain('researchCitation')
})
