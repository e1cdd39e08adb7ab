import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type EvaluationJob} from '../../lake/hooks/evaluation.ts'
import {createEvaluator, type Evaluator} from '../../lake/hooks/evaluator.ts'
import {Hooks} from '../../lake/hooks/hooks.ts'
import {keepHooks} from '../../lake/hooks/keepHooks.ts'
import {HookRunner} from '../../lake/hooks/runner.ts'
import {type OutgoingRequest, type SendResult} from '../../lake/hooks/send.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'robot', userId: 'robot', label: 'robot', roles: ['administrator']}
const delivered: SendResult = {kind: 'answered', status: 204, body: '', retryAfter: null}

let opened: TestLake
let evaluator: Evaluator
let sent: OutgoingRequest[]
let ids = 0

beforeEach(async () => {
  opened = await openTestLake({datasets: ['other']})
  evaluator = createEvaluator({budgetMs: 500})
  sent = []
})
afterEach(async () => {
  await evaluator.close()
  await opened.close()
})

function runner(
  send = (request: OutgoingRequest): Promise<SendResult> => {
    sent.push(request)
    return Promise.resolve(delivered)
  },
  thread = evaluator,
): HookRunner {
  const {lake} = opened
  return new HookRunner({
    lake,
    projectId: 'restwell',
    evaluator: thread,
    now: () => new Date(lake.now()),
    newId: () => `attempt${(ids += 1)}`,
    send,
    log: (line) => expect.fail(line),
  })
}

async function settle(of = runner()): Promise<void> {
  await of.scan()
  await of.deliver()
}

const make = (rule: object, more: object = {}) =>
  opened.lake.hooks.create(
    {name: 'Site', url: 'https://example.org', rule: rule as never, ...more},
    {projectId: 'restwell', userId: 'ada'},
  )
const create = (id: string, dataset = 'production', fields: object = {}) =>
  opened.lake
    .dataset(dataset)
    .mutate(editor, {mutations: [{create: {_id: id, _type: 'article', ...fields}}]})
const bodies = () => sent.map(({body}) => JSON.parse(body) as unknown)

test('what was committed while nothing was delivered is delivered in order, once', async () => {
  make({projection: '{_id, "dataset": sanity::dataset()}'})
  await create('a')
  await create('b')
  await create('c', 'other')
  await settle()
  await settle()
  expect(bodies()).toEqual([
    {_id: 'a', dataset: 'production'},
    {_id: 'b', dataset: 'production'},
    {_id: 'c', dataset: 'other'},
  ])
})

test('comments go only to those who ask for them by name', async () => {
  opened.lake.createDataset({name: 'production-comments', policy: 'open', aclMode: 'private'})
  make({projection: '"all"'})
  make({projection: '"comments"'}, {dataset: 'production-comments'})
  await create('c', 'production-comments')
  await settle()
  expect(bodies()).toEqual(['comments'])
})

test('each change is told as it was then, not as the document is now', async () => {
  make({projection: '{"before": before(){n, _rev}, "after": after(){n, _rev}}'})
  const dataset = opened.lake.dataset('production')
  const patch = (n: number) =>
    dataset.mutate(editor, {
      transactionId: `t${n}`,
      mutations: [{patch: {id: 'a', set: {n}}}],
    })
  await dataset.mutate(editor, {
    transactionId: 't1',
    mutations: [{create: {_id: 'a', _type: 'article', n: 1}}],
  })
  await patch(2)
  await patch(3)
  await dataset.mutate(editor, {mutations: [{delete: {id: 'a'}}]})
  await settle()
  expect(bodies()).toEqual([
    {before: null, after: {n: 1, _rev: 't1'}},
    {before: {n: 1, _rev: 't1'}, after: {n: 2, _rev: 't2'}},
    {before: {n: 2, _rev: 't2'}, after: {n: 3, _rev: 't3'}},
    {before: {n: 3, _rev: 't3'}, after: null},
  ])
})

test('what was under way when the server stopped is sent again, under the same key', async () => {
  const {id} = make({projection: '_id'})
  await create('a')
  const stopped = runner(() => new Promise(() => {}))
  await stopped.scan()
  void stopped.deliver()
  const [message] = opened.lake.hooks.messages(id, {limit: 10, offset: 0})
  expect(message?.status).toBe('sending')
  opened.lake.hooks.queue.takeUpAgain()
  await settle()
  expect(sent.map(({headers}) => headers['idempotency-key'])).toEqual([message?.id])
  expect(opened.lake.hooks.attempts(id, {limit: 10, offset: 0})).toMatchObject([
    {isFailure: false, resultCode: 204},
    {isFailure: true, failureReason: 'other', inProgress: false},
  ])
})

test('a crash between looking and keeping loses nothing and sends nothing twice', async () => {
  const {id} = make({projection: '_id'})
  await create('a')
  const forgetful: Evaluator = {
    run: async (job: EvaluationJob) => {
      await evaluator.run(job)
      return {kind: 'failed', reason: 'crash'}
    },
    close: () => Promise.resolve(),
  }
  await expect(settle(runner(undefined, forgetful))).rejects.toThrow('crash')
  await settle()
  expect(bodies()).toEqual(['a'])
  expect(opened.lake.hooks.messages(id, {limit: 10, offset: 0})).toHaveLength(1)
})

test('a rule that does not end is recorded, and holds up neither others nor what comes after', async () => {
  const endless = make({
    filter: '_type == "article"',
    projection:
      'select(_id == "heavy" => count(n[@ in ^.n[@ in ^.^.n[@ in ^.^.^.n]]]), _id == "light" => _id)',
  })
  make({projection: '_id'}, {name: 'simple'})
  await create('heavy', 'production', {n: Array.from({length: 800}, (_, index) => index)})
  await create('light')
  await settle()
  expect(bodies().sort()).toEqual(['heavy', 'light', 'light'])
  expect(opened.lake.hooks.messages(endless.id, {limit: 10, offset: 0})).toMatchObject([
    {documentId: 'light', status: 'success'},
    {documentId: 'heavy', status: 'failure'},
  ])
  expect(opened.lake.hooks.attempts(endless.id, {limit: 10, offset: 0})).toMatchObject([
    {isFailure: false},
    {
      failureReason: 'other',
      resultBody: 'The rule took too long for this document. Make it simpler.',
    },
  ])
})

test('a body that is too large, or cannot be evaluated, is recorded and not sent', async () => {
  const large = make({filter: '_id == "large"'})
  const broken = make({filter: '_id == "large"', projection: 'geo::distance(1, 2)'})
  await create('large', 'production', {text: 'x'.repeat(1_000_001)})
  await settle()
  expect(sent).toEqual([])
  for (const {id} of [large, broken]) {
    expect(opened.lake.hooks.messages(id, {limit: 10, offset: 0})).toMatchObject([
      {status: 'failure', resultCode: null},
    ])
  }
})

test('a dataset that comes with a past, and one that came anew, start from now', async () => {
  const {hooks} = opened.lake
  make({projection: '_id'})
  await create('old', 'other')
  const other = opened.lake.dataset('other')
  hooks.forget('other')
  hooks.watch(other)
  await create('new', 'other')
  await settle()
  expect(bodies()).toEqual(['new'])
})

test('nothing is told of a document that is withheld, before or after', async () => {
  make({projection: '{"before": before().title, "after": after().title}'})
  const {store} = opened.lake.dataset('production')
  await create('a', 'production', {title: 'tampered with'})
  store.withholdAlso(['a'])
  await settle()
  expect(bodies()).toEqual([])
  await opened.lake
    .dataset('production')
    .mutate(editor, {mutations: [{patch: {id: 'a', set: {title: 'sound'}}}]})
  await settle()
  expect(bodies()).toEqual([{before: null, after: 'sound'}])
})

test('one who does not answer holds up nobody else', async () => {
  make({projection: '"slow"'}, {url: 'https://slow.example.org'})
  make({projection: '"quick"'})
  await create('a')
  await create('b')
  const both = runner((request) => {
    sent.push(request)
    return request.url.includes('slow') ? new Promise(() => {}) : Promise.resolve(delivered)
  })
  await both.scan()
  void both.deliver()
  await expect.poll(() => bodies().length).toBe(3)
  // One request at a time of each hook.
  expect(bodies().sort()).toEqual(['quick', 'quick', 'slow'])
  expect(both.nextDue()).toBe(null)
})

test('a commit wakes the keeper, and stopping it ends everything', async () => {
  make({projection: '_id'})
  const stop = keepHooks(opened.lake.hooks, runner(), {
    now: () => new Date(opened.lake.now()),
    log: (line) => expect.fail(line),
  })
  await create('a')
  await expect.poll(bodies, {timeout: 5000}).toEqual(['a'])
  stop()
  await create('b')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(bodies()).toEqual(['a'])
})

test('a copy for a backup has nothing left to send', async () => {
  const {id} = make({projection: '_id'})
  await create('a')
  await settle()
  await create('b')
  await runner().scan()
  const {hooks} = opened.lake
  const file = join(opened.dir, 'copy.sqlite')
  hooks.backup(file)
  const copy = new Hooks({file, now: () => new Date(opened.lake.now()), newId: () => 'new'})
  expect(copy.list()).toEqual(hooks.list())
  expect(copy.messages(id, {limit: 10, offset: 0}).map(({documentId}) => documentId)).toEqual(['a'])
  expect(hooks.messages(id, {limit: 10, offset: 0})).toHaveLength(2)
  copy.close()
})

test('a document that changed thousands of times is caught up with in time', async () => {
  make({filter: 'n == 3000', projection: '{"was": before().n, "is": n}'})
  const dataset = opened.lake.dataset('production')
  await create('a', 'production', {n: 0})
  for (let n = 1; n <= 3000; n += 1) {
    await dataset.mutate(editor, {mutations: [{patch: {id: 'a', inc: {n: 1}}}]})
  }
  await settle()
  expect(bodies()).toEqual([{was: 2999, is: 3000}])
}, 60_000)
