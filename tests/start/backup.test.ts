import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {uploadAsset} from '../../lake/assets/assets.ts'
import {type Extension} from '../../lake/guard.ts'
import {type Lake, openLake} from '../../lake/lake.ts'
import {runCommand} from '../../scripts/control.ts'
import {type CommandInput} from '../../scripts/command.ts'
import {restore} from '../../scripts/restore.ts'
import {withheldLines} from '../../scripts/withheld.ts'
import {openTestLake, password, permissive, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}
const email = 'ed@example.org'

/** Every change of the page is recorded, and a page that says too much does not verify. */
const extension: Extension = {
  ...permissive,
  guards: [
    ({changes}) => ({
      allowed: true,
      derived: [],
      entries: changes.map(({id}) => ({kind: 'changed', subject: id, body: {}})),
    }),
  ],
  vouches: {
    types: ['article'],
    stands: (view) => (id) => view.read(id)?.['title'] !== 'Massage cures everything',
  },
}

let house: TestLake
let backup: string
let dir: string
const said: string[] = []
const say = (doing: string) => void said.push(doing)

beforeEach(async () => {
  said.length = 0
  house = await openTestLake({extension, datasets: ['scratch']})
  backup = join(house.dir, 'backup')
  dir = join(house.dir, 'restored', 'data')
  const {accounts} = house.lake
  await accounts.add({email, name: 'Ed', role: 'editor', password})
  await house.lake.dataset('scratch').mutate(editor, {mutations: [{create: {_type: 'note'}}]})
  const dataset = house.lake.dataset('production')
  await dataset.mutate(editor, {
    mutations: [{create: {_id: 'page', _type: 'article', title: 'A calm evening'}}],
  })
  await uploadAsset(dataset, editor, {
    kind: 'files',
    bytes: [new TextEncoder().encode('how to sleep')],
    extract: [],
    filename: 'sleep.txt',
    arrived: () => {},
    baseUrl: 'http://localhost/files',
    projectId: 'restwell',
  })
})
afterEach(() => house.close())

async function backedUp(): Promise<void> {
  const input: CommandInput = {words: ['backup', backup], options: {}, input: ''}
  expect(await runCommand(house.lake, 'backup', input, say)).toEqual({
    output: {
      text: `Backed up 2 datasets, the accounts and all assets to ${backup}.`,
      json: {
        folder: backup,
        madeAt: '2026-03-01T09:00:00.000Z',
        datasets: ['production', 'scratch'],
      },
      failed: false,
    },
  })
}

function open(): Promise<Lake> {
  return openLake({
    dir,
    now: () => new Date('2026-03-02T09:00:00.000Z'),
    newId: () => 'other',
    extension,
  })
}

const restored = () => restore({backup, dir, open, say})

test('a backup of a lake in use holds everything, and nothing of it changes afterwards', async () => {
  const {token} = await house.lake.accounts.login(email, password)
  await backedUp()
  const production = house.lake.dataset('production')
  const head = production.store.ledgerHead()
  await production.mutate(editor, {mutations: [{patch: {id: 'page', set: {title: 'Later'}}}]})

  const line = `production: record ${head?.seq}, hash ${head?.hash}`
  expect(await restored()).toEqual({
    text: [
      `Restored the backup of 2026-03-01T09:00:00.000Z to ${dir}. Everybody has to sign in again.`,
      'Every published page is signed, and every record holds.',
      line,
    ].join('\n'),
    json: {
      ok: true,
      problems: [],
      heads: {production: {...head}},
      dir,
      madeAt: '2026-03-01T09:00:00.000Z',
    },
    failed: false,
  })
  expect(said).toEqual([
    'images of production',
    'files of production',
    'images of scratch',
    'files of scratch',
    'copying accounts.sqlite',
    'copying hooks.sqlite',
    'copying assets',
    'copying datasets',
    'verifying',
  ])

  const lake = await open()
  expect(lake.datasets()).toEqual(house.lake.datasets())
  expect(lake.dataset('production').store.document('page')?.['title']).toBe('A calm evening')
  expect([...lake.dataset('production').store.wholeLedger()]).toEqual(
    [...production.store.wholeLedger()].slice(0, head?.seq),
  )
  expect(lake.accounts.list()).toEqual(house.lake.accounts.list())
  expect([lake.accounts.authenticate(token), house.lake.accounts.isLive(token)]).toEqual([
    null,
    true,
  ])
  expect((await lake.accounts.login(email, password)).account.email).toBe(email)
  const files = join(dir, 'assets', 'production', 'files')
  expect(readdirSync(files).map((name) => readFileSync(join(files, name), 'utf8'))).toEqual([
    'how to sleep',
  ])
  await lake.close()
})

test('what was changed in the backup is named, and withheld from readers', async () => {
  await backedUp()
  const database = new DatabaseSync(join(backup, 'datasets', 'production.sqlite'))
  database.exec(`
    update documents set body = replace(body, 'A calm evening', 'Massage cures everything');
    drop trigger ledger_is_not_shortened;
    delete from ledger where seq = 2`)
  database.close()

  const {failed, json} = await restored()
  expect([failed, json]).toEqual([
    true,
    expect.objectContaining({
      ok: false,
      problems: [
        'production: the ledger does not end where it did when the backup was made',
        'production: article "page" is published without a usable sign-off, and withheld from readers',
      ],
    }),
  ])
  const lake = await open()
  await lake.dataset('production').serving.settle()
  expect(withheldLines(lake)).toEqual([
    'WITHHELD  production: article "page" does not verify, so no reader is served it. Publish it again through review, or restore a backup.',
  ])
  await lake.close()
})

test.each([
  [
    'a folder in use',
    () => {
      mkdirSync(dir, {recursive: true})
      writeFileSync(join(dir, 'notes.txt'), '')
    },
    () => `${dir} is not empty. A backup is restored into a new folder: name it with --data.`,
  ],
  [
    'a backup that was cut short',
    () => rmSync(join(backup, 'backup.json')),
    () => `${backup} is not a backup, or not a whole one: it has no backup.json.`,
  ],
  [
    'a backup of a newer version',
    () => writeFileSync(join(backup, 'backup.json'), '{"version":2}'),
    () => `${backup} was made by a newer version. Update Restwell Studio first.`,
  ],
])('%s is left alone', async (_name, prepare, message) => {
  await backedUp()
  prepare()
  await expect(restored()).rejects.toMatchObject({message: message()})
  expect(existsSync(join(dir, 'datasets'))).toBe(false)
})

test('a restoration that was interrupted begins again', async () => {
  await backedUp()
  mkdirSync(join(dir, 'restoring', 'datasets'), {recursive: true})
  expect((await restored()).failed).toBe(false)
  expect(readdirSync(dir).sort()).toEqual(
    ['accounts.sqlite', 'assets', 'datasets', 'hooks.sqlite', 'lock.sqlite'].sort(),
  )
})
