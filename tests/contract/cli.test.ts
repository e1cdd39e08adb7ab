import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'cli-'))
const file = (name: string) => join(folder, name)

let house: TestServer
let token: string

beforeAll(async () => {
  house = await startTestServer()
  token = (await house.signIn('administrator')).token
  const notes = [
    {_id: 'a', _type: 'note', title: 'Breathe'},
    {_id: 'b', _type: 'note', to: {_type: 'reference', _ref: 'a'}},
  ]
  writeFileSync(file('notes.ndjson'), notes.map((note) => JSON.stringify(note)).join('\n'))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Sanity's own command line, as `npm run sanity -- <words>`; gives what it prints. */
function sanity(...words: readonly string[]): Promise<string> {
  const env = {...process.env, SANITY_STUDIO_API_HOST: house.url, SANITY_AUTH_TOKEN: token}
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/sanity.ts', ...words],
      {cwd: root, env},
      (_error, stdout, stderr) => resolve(stripVTControlCharacters(stdout + stderr)),
    )
  })
}

/** In their order: each builds on those before it. */
const commands: readonly (readonly [words: readonly string[], says: string])[] = [
  [['projects', 'list'], 'Restwell Studio'],
  [['users', 'list'], 'The administrator'],
  [['dataset', 'create', 'made', '--visibility', 'public'], 'Dataset created successfully'],
  [['dataset', 'list'], 'production\nmade'],
  [
    ['dataset', 'import', file('notes.ndjson'), '--dataset', 'made'],
    'Imported 2 documents to dataset "made"',
  ],
  [['documents', 'query', '*[_id == "a"].title', '--dataset', 'made'], '"Breathe"'],
  [['documents', 'get', 'b', '--dataset', 'made'], '"_ref": "a"'],
  [['dataset', 'export', 'made', file('made.tar.gz')], 'Export finished'],
  [
    ['dataset', 'import', file('made.tar.gz'), '--dataset', 'made', '--replace'],
    'Imported 2 documents to dataset "made"',
  ],
  [['exec', 'tests/support/cliScript.ts', '--with-user-token'], 'administrator counts 2'],
  [['dataset', 'visibility', 'set', 'made', 'private'], 'Dataset visibility changed'],
  [['dataset', 'visibility', 'get', 'made'], 'private'],
  [['dataset', 'copy', 'made', 'copied'], 'Copy finished.'],
  [['dataset', 'copy', '--list'], 'completed'],
  [['dataset', 'delete', 'copied', '--force'], 'Dataset deleted successfully'],
  [['dataset', 'delete', 'production', '--force'], '"production" serves readers'],
  [['cors', 'add', 'https://a.example.org', '--credentials'], 'CORS origin added'],
  [['cors', 'list'], 'https://a.example.org'],
  [['cors', 'delete', 'https://a.example.org'], 'Origin deleted'],
  [['tokens', 'create', 'site', '--role', 'viewer', '--yes'], 'API token created'],
  [['tokens', 'list'], 'site'],
  [['hook', 'list'], ''],
]

test.each(commands)(
  'sanity %j says %s',
  async (words, says) => {
    expect(await sanity(...words)).toContain(says)
  },
  60_000,
)

test('the commands of the readme are understood', {timeout: 120_000}, async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const lines = [...readme.matchAll(/^npm run --silent sanity -- (.*?)(?:\s+#.*)?$/gm)]
  const shown = lines.map(([, words = '']) => words).filter((words) => words !== 'login')
  expect(shown).toHaveLength(7)
  for (const words of shown) {
    const split = words.replace('content.tar.gz', file('content.tar.gz')).match(/"[^"]*"|\S+/g)
    const said = await sanity(...(split ?? []).map((word) => word.replaceAll('"', '')))
    expect([words, said]).toEqual([words, expect.not.stringContaining('Error')])
  }
  const made = house.lake.datasets().map(({name, aclMode}) => [name, aclMode])
  expect(made).toContainEqual(['sandbox', 'private'])
  expect(made).toContainEqual(['staging', 'private'])
})

test('and nothing that it asked for was unknown', () => {
  expect([...house.app.unknownRoutes]).toEqual([])
})
