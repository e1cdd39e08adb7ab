import {afterEach, beforeEach, expect, test} from 'vitest'
import {createEvaluator, type Evaluator} from '../../lake/hooks/evaluator.ts'
import {HookRunner} from '../../lake/hooks/runner.ts'
import {runCommand} from '../../scripts/control.ts'
import {
  article,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake
let evaluator: Evaluator
let sent: unknown[]

beforeEach(async () => {
  house = await openReviewedLake()
  evaluator = createEvaluator()
  sent = []
})
afterEach(async () => {
  await evaluator.close()
  await house.close()
})

async function settle(): Promise<void> {
  let ids = 0
  const {lake} = house
  const runner = new HookRunner({
    lake,
    projectId: 'restwell',
    evaluator,
    now: () => new Date(lake.now()),
    newId: () => `attempt${(ids += 1)}`,
    send: ({body}) => {
      sent.push(JSON.parse(body))
      return Promise.resolve({kind: 'answered', status: 200, body: 'thanks', retryAfter: null})
    },
    log: (line) => expect.fail(line),
  })
  await runner.scan()
  await runner.deliver()
}

test('what a hook hears of governed words is what readers get, when they get it', async () => {
  const {dataset, people, lake} = house
  lake.hooks.create(
    {
      name: 'Site',
      url: 'https://example.org',
      rule: {filter: '_type == "article"', projection: '{_id, title, "now": delta::operation()}'},
    },
    {projectId: 'restwell', userId: 'ada'},
  )
  await dataset.mutate(people.editor, {mutations: [{create: article('drafts.page')}]})
  await expect(
    dataset.act(people.editor, {actions: [publishAction('page')]}),
  ).rejects.toMatchObject({code: 'refused'})
  await settle()
  expect(sent).toEqual([])
  await signOff(house, people.therapist, 'page')
  await dataset.act(people.editor, {actions: [publishAction('page')]})
  await settle()
  expect(sent).toEqual([{_id: 'page', title: article('page').title, now: 'create'}])
})

test('the command line lists hooks and shows the log, without secrets', async () => {
  const {lake, dataset, people} = house
  const run = (words: string) =>
    runCommand(lake, words.split(' ').slice(0, 2).join(' '), {
      words: words.split(' '),
      options: {},
      input: '',
    })
  expect(await run('hooks log')).toEqual({error: 'Name one of the webhooks: none.'})
  const {id} = lake.hooks.create(
    {
      name: 'Site',
      url: 'https://example.org',
      secret: 'between us',
      headers: {Authorization: 'Bearer site'},
      includeDrafts: true,
      rule: {filter: '_id == "drafts.page"'},
    },
    {projectId: 'restwell', userId: 'ada'},
  )
  const list = await run('hooks list')
  expect(list).toMatchObject({output: {text: `${id}\tSite\t*\thttps://example.org`}})
  expect(JSON.stringify(list)).not.toMatch(/between us|Bearer site/)
  await dataset.mutate(people.editor, {mutations: [{create: article('drafts.page')}]})
  await settle()
  expect(await run('hooks log Site')).toMatchObject({
    output: {text: expect.stringMatching(/\tdelivered\t200\t\d+ ms\t[0-9a-f]{32}\t$/) as string},
  })
  expect(await run('hooks log Shop')).toEqual({error: 'Name one of the webhooks: Site.'})
})
