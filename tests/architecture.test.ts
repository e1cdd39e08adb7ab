import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {expect, test} from 'vitest'

const root = resolve(import.meta.dirname, '..')

/**
 * Who may import whom, of our own files: the first matching row counts. `type` in front of a folder allows its types
 * alone. Only composition roots know both faces of a plugin.
 */
const table: readonly {
  readonly of: RegExp
  readonly may: readonly RegExp[]
  readonly types?: readonly RegExp[]
}[] = [
  {of: /^plugins\/[^/]+\/policy\//, may: [/^plugins\/[^/]+\/policy\//]},
  {of: /^lake\/http\//, may: [/^lake\//]},
  {of: /^lake\//, may: [/^lake\/(?!http\/)/]},
  {
    of: /^plugins\/[^/]+\/lake\//,
    // Of the lake: its words for documents, and what is worked out of them; never a store or a dataset.
    may: [/^plugins\/[^/]+\/(policy|lake)\//, /^lake\/(document|references|actor|onceEach)\.ts$/],
    types: [/^lake\/(?!http\/)/],
  },
  {of: /^plugins\/brand\//, may: [/^plugins\/brand\//]},
  {
    of: /^plugins\/[^/]+\/(studio\/|index\.ts)/,
    may: [/^plugins\/[^/]+\/(policy|studio)\//, /^plugins\/[^/]+\/index\.ts$/],
  },
  {
    of: /^queries\//,
    may: [/^queries\//, /^plugins\/review-workflow\/policy\//],
    types: [/^sanity\.types\.ts$/],
  },
  {of: /^schemas\//, may: [/^schemas\//]},
  {of: /^structure\//, may: [/^structure\//]},
  {of: /^(sanity\.config\.tsx?|sanity\.cli\.ts|scripts\/.*|tests\/.*)$/, may: [/.*/]},
]

interface Import {
  readonly from: string
  readonly to: string
  readonly typesOnly: boolean
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (/^(node_modules|dist|\..*|examples|coverage)$/.test(entry.name)) return []
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.types.ts') ? [path] : []
  })
}

function importsOf(from: string): readonly Import[] {
  const text = readFileSync(join(root, from), 'utf8')
  const statement =
    /^(?:import|export(?=\s+(?:type\s+)?[{*]))\s+(type\s+)?([^'";=]*?)\s*(?:from\s*)?['"](\.[^'"]+)['"]/gm
  const later = [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, target = '']) => ({
    from,
    to: relative(root, resolve(root, dirname(from), target)),
    typesOnly: false,
  }))
  const atOnce = [...text.matchAll(statement)].map(([, type, names = '', target = '']) => {
    const path = relative(root, resolve(root, dirname(from), target))
    const each = names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const typesOnly =
      type !== undefined || (each.length > 0 && each.every((name) => name.startsWith('type ')))
    return {from, to: path, typesOnly}
  })
  return [...atOnce, ...later]
}

const all = sources('.').flatMap(importsOf)

test('every file stands in the table', () => {
  expect(sources('.').filter((file) => !table.some(({of}) => of.test(file)))).toEqual([])
})

test('nothing imports what its place forbids', () => {
  const wrong = all.filter(({from, to, typesOnly}) => {
    const row = table.find(({of}) => of.test(from))
    const may = [...(row?.may ?? []), ...(typesOnly ? (row?.types ?? []) : [])]
    return !may.some((allowed) => allowed.test(to))
  })
  expect(wrong.map(({from, to}) => `${from} imports ${to}`)).toEqual([])
})

test('imports name files that exist, with their endings', () => {
  expect(
    all.filter(({to}) => !existsSync(join(root, to))).map(({from, to}) => `${from} imports ${to}`),
  ).toEqual([])
})

test('only the store writes documents, and only commit asks it to', () => {
  const writers = sources('lake').filter((file) =>
    /\bstore\.(put|remove|addRevision|addTransaction)\(/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  )
  expect(writers).toEqual(['lake/commit/commit.ts'])
})
