import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {askServer, runCommand, serveCommands} from '../../scripts/control.ts'
import {type CommandInput} from '../../scripts/command.ts'
import {
  article,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
})
afterEach(() => house.close())

function run(words: string, options: Record<string, string> = {}, input = '') {
  const command: CommandInput = {words: words.split(' '), options, input}
  const name =
    words.startsWith('verify') || words.startsWith('backup')
      ? words.split(' ')[0]
      : words.split(' ').slice(0, 2).join(' ')
  return runCommand(house.lake, name ?? '', command)
}

async function publishedPage(): Promise<void> {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {mutations: [{create: article('drafts.page')}]})
  await signOff(house, people.therapist, 'page')
  await dataset.act(people.editor, {actions: [publishAction('page')]})
}

test('an added user can sign in', async () => {
  const options = {email: 'new@example.org', name: 'New', role: 'editor'}
  expect(await run('user add', options, 'a long enough password\n')).toMatchObject({
    output: {text: 'new@example.org can sign in as editor.', failed: false},
  })
  const {account} = await house.lake.accounts.login('new@example.org', 'a long enough password')
  expect(account.role).toBe('editor')
})

test('an account changes its role and its password, is closed and opened again', async () => {
  const {accounts} = house.lake
  const email = 'editor@example.org'
  const says = async (words: string, input = '') => {
    const answer = await run(words, {}, input)
    return 'error' in answer ? answer.error : answer.output.text
  }
  expect(await says(`user role ${email} viewer`)).toBe(`${email} is viewer now.`)
  expect(accounts.findByEmail(email)?.role).toBe('viewer')
  expect(await says(`user password ${email}`, 'a long enough password\n')).toBe(
    `${email} has a new password.`,
  )
  expect((await accounts.login(email, 'a long enough password')).account.email).toBe(email)
  expect(await says(`user close ${email}`)).toBe(`${email} can no longer sign in.`)
  expect(accounts.findByEmail(email)?.active).toBe(false)
  expect(await says(`user open ${email}`)).toBe(`${email} can sign in again.`)
  expect(accounts.findByEmail(email)?.active).toBe(true)
  expect(await says('user close nobody@example.org')).toBe(
    'There is no account for nobody@example.org.',
  )
})

test('a token is listed, and ends when it is deleted', async () => {
  const {accounts} = house.lake
  const {id, token} = accounts.createToken({label: 'site', role: 'viewer'})
  expect(await run('token list')).toMatchObject({
    output: {text: expect.stringContaining(`${id}\tviewer\tsite`)},
  })
  expect(await run(`token delete ${id}`)).toMatchObject({output: {failed: false}})
  expect(accounts.isLive(token)).toBe(false)
})

test('a dataset is copied, and the copy deleted by whoever is sure', async () => {
  await publishedPage()
  expect(await run('dataset copy production staging')).toEqual({
    output: {
      text: 'Copied production to staging.',
      json: {source: 'production', target: 'staging', state: 'completed'},
      failed: false,
    },
  })
  const {seq = 0, hash = ''} = house.dataset.store.ledgerHead() ?? {}
  expect(await run('verify')).toMatchObject({
    output: {failed: false, json: {heads: {staging: {seq, hash}}}},
  })
  expect(await run('dataset delete staging')).toEqual({error: 'The option --sure is missing.'})
  expect(await run('dataset delete staging', {sure: 'production'})).toEqual({
    error: 'To delete it for good, add --sure staging.',
  })
  expect(await run('dataset delete staging', {sure: 'staging'})).toMatchObject({
    output: {text: 'Deleted staging.'},
  })
  expect(await run('dataset delete production', {sure: 'production'})).toEqual({
    error: '"production" serves readers and cannot be deleted.',
  })
})

test.each([
  ['user add', {name: 'New', role: 'editor'}, 'The option --email is missing.'],
  ['dataset create', {policy: 'open'}, 'The command needs the name of the dataset.'],
  ['dataset create scratch', {policy: 'free'}, '--policy is "reviewed" or "open", not "free".'],
  [
    'dataset create production',
    {policy: 'open'},
    '"production" serves readers, so its policy can only be "reviewed".',
  ],
])('%s with %o is told what is wrong', async (words, options, error) => {
  expect(await run(words, options)).toEqual({error})
})

test('a dataset of comments is private, whoever makes it', async () => {
  await run('dataset create production-comments', {policy: 'open'})
  const made = house.lake.datasets().find(({name}) => name === 'production-comments')
  expect(made).toMatchObject({policy: 'open', aclMode: 'private'})
})

test('a token is printed alone', async () => {
  const answer = await run('token create', {label: 'site', role: 'viewer'})
  if ('error' in answer) throw new Error(answer.error)
  expect(house.lake.accounts.authenticate(answer.output.text)).toMatchObject({
    kind: 'robot',
    roles: ['viewer'],
  })
})

test('pages that are imported land as drafts, and no record of a review comes along', async () => {
  await publishedPage()
  const file = join(house.dir, 'export.ndjson')
  await run(`dataset export production ${file}`)
  expect(readFileSync(file, 'utf8')).toContain('"_id":"review-page"')

  expect(await run('dataset create copy', {policy: 'reviewed'})).toMatchObject({
    output: {failed: false},
  })
  const answer = await run(`dataset import copy ${file}`)
  if ('error' in answer) throw new Error(answer.error)
  expect(answer.output.json).toMatchObject({drafts: 1})
  const copy = house.lake.dataset('copy').store
  expect(copy.document('page')).toBeNull()
  expect(copy.document('drafts.page')?.['title']).toBe('A calm evening')
  expect(copy.document('review-page')).toMatchObject({stage: 'draft', live: false, signOffs: []})
})

/** A page with live words, written to a file and then unpublished: the sign-offs of its words stand. */
async function signedFile(): Promise<string> {
  await publishedPage()
  const file = join(house.dir, 'export.ndjson')
  await run(`dataset export production ${file}`)
  await house.dataset.act(house.people.editor, {
    actions: [
      {
        actionType: 'sanity.action.document.unpublish',
        publishedId: 'page',
        draftId: 'drafts.page',
      },
    ],
  })
  expect(house.dataset.store.document('page')).toBeNull()
  return file
}

test('a page whose sign-offs stand here is published by its import', async () => {
  const file = await signedFile()
  expect(await run(`dataset import production ${file}`)).toMatchObject({
    output: {json: {drafts: 0, published: 1, leftOut: 0}},
  })
  expect(house.dataset.store.document('page')?.['title']).toBe('A calm evening')
  expect(await run('verify')).toMatchObject({output: {failed: false}})
})

test('a page whose words somebody changed in the file is a draft again', async () => {
  const file = await signedFile()
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replaceAll('A calm evening', 'Massage cures everything'))
  expect(await run(`dataset import production ${file}`)).toMatchObject({
    output: {json: {drafts: 1, published: 0, leftOut: 0}},
  })
  expect(house.dataset.store.document('page')).toBeNull()
  expect(house.dataset.store.document('drafts.page')?.['title']).toBe('Massage cures everything')
})

test('a published page does not overwrite the draft that comes with it', async () => {
  const file = join(house.dir, 'both.ndjson')
  const lines = [article('drafts.page', 'A calmer evening'), article('page'), article('new')]
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(await run(`dataset import production ${file}`)).toEqual({
    output: {
      text: 'Imported 2 documents, 1 of them as a draft. Left out, since the file has drafts of them: 1.',
      json: {count: 2, drafts: 1, published: 0, leftOut: 1},
      failed: false,
    },
  })
  expect(house.dataset.store.document('drafts.page')?.['title']).toBe('A calmer evening')
})

test('releases come along with their versions, and wait to be scheduled again', async () => {
  await house.dataset.mutate(house.people.editor, {
    mutations: [{create: article('versions.r1.page')}],
  })
  const release = {releaseId: 'r1', metadata: {title: 'Spring', releaseType: 'scheduled'}}
  await house.dataset.act(house.people.editor, {
    actions: [
      {actionType: 'sanity.action.release.create', ...release},
      {
        actionType: 'sanity.action.release.schedule',
        releaseId: 'r1',
        publishAt: '2030-01-01T00:00:00.000Z',
      },
    ],
  })
  const file = join(house.dir, 'releases.ndjson')
  await run(`dataset export production ${file}`)
  await run('dataset create copy', {policy: 'reviewed'})
  expect(await run(`dataset import copy ${file}`)).toMatchObject({output: {failed: false}})
  const copy = house.lake.dataset('copy').store
  expect(copy.document('_.releases.r1')).toMatchObject({
    state: 'active',
    publishAt: null,
    metadata: release.metadata,
  })
  expect(copy.document('versions.r1.page')).toMatchObject({title: 'A calm evening'})
})

test.each([
  [1, 'Imported 1 document.', 'Wrote 1 document to'],
  [2, 'Imported 2 documents.', 'Wrote 2 documents to'],
])('%i documents are counted in words that fit', async (count, imported, wrote) => {
  await run('dataset create scratch', {policy: 'open'})
  const file = join(house.dir, 'notes.ndjson')
  const notes = Array.from({length: count}, (_, index) => ({_id: `note-${index}`, _type: 'note'}))
  writeFileSync(file, notes.map((note) => JSON.stringify(note)).join('\n'))
  expect(await run(`dataset import scratch ${file}`)).toEqual({
    output: {text: imported, json: {count, drafts: 0, published: 0, leftOut: 0}, failed: false},
  })
  expect(await run(`dataset export scratch ${file}`)).toEqual({
    output: {text: `${wrote} ${file}.`, json: {count, file}, failed: false},
  })
})

test('one dataset is backed up as one', async () => {
  const folder = join(house.dir, 'backup')
  expect(await run(`backup ${folder}`)).toMatchObject({
    output: {text: `Backed up 1 dataset, the accounts and all assets to ${folder}.`},
  })
})

test('a file with one bad line imports nothing', async () => {
  const file = join(house.dir, 'bad.ndjson')
  writeFileSync(file, '{"_id":"a","_type":"note"}\nnot json\n')
  expect(await run(`dataset import production ${file}`)).toEqual({
    error: `Line 2 of ${file} is not JSON. Nothing was imported.`,
  })
  expect(house.dataset.store.document('a')).toBeNull()
})

test('verify passes an honest folder, and says where its ledger ends', async () => {
  await publishedPage()
  const {seq = 0, hash = ''} = house.dataset.store.ledgerHead() ?? {}
  expect(await run('verify')).toEqual({
    output: {
      failed: false,
      text: [
        'Every published page is signed, and every record holds.',
        `production: record ${seq}, hash ${hash}`,
      ].join('\n'),
      json: {ok: true, problems: [], heads: {production: {seq, hash}}},
    },
  })
})

test('verify names a page that somebody slipped past the lake, and a record that was changed', async () => {
  await publishedPage()
  const database = new DatabaseSync(join(house.dir, 'datasets', 'production.sqlite'))
  database.exec(`
    update documents set body = replace(body, 'A calm evening', 'Massage cures everything') where id = 'page';
    drop trigger ledger_is_not_rewritten;
    update ledger set body = replace(body, 'approved', 'adored') where kind = 'signedOff';`)
  database.close()
  const seq = house.dataset.store.ledger('page').find(({kind}) => kind === 'signedOff')?.seq
  const answer = await run('verify')
  if ('error' in answer) throw new Error(answer.error)
  expect(answer.output).toEqual({
    failed: true,
    text: expect.any(String),
    json: {
      ok: false,
      problems: [
        'production: article "page" is published without a usable sign-off, and withheld from readers',
        `production: record ${seq} of the ledger is broken`,
      ],
      heads: {production: {...house.dataset.store.ledgerHead()}},
    },
  })
  expect(house.dataset.serving.withheld()).toEqual(['page'])
})

test('a running server carries out commands for those who can read its folder', async () => {
  const stop = await serveCommands(house.lake)
  const input: CommandInput = {words: ['user', 'list'], options: {}, input: ''}
  expect(await askServer(house.dir, 'user list', input)).toMatchObject({output: {failed: false}})
  const {port} = JSON.parse(readFileSync(join(house.dir, 'control.json'), 'utf8')) as {port: number}
  const stranger = await fetch(`http://127.0.0.1:${port}/`, {method: 'POST', body: '{}'})
  expect(stranger.status).toBe(401)
  await stop()
  expect(await askServer(house.dir, 'user list', input)).toBeNull()
})
