import {join} from 'node:path'
import {createContext, runInContext} from 'node:vm'
import {build} from 'vite'
import {expect, test} from 'vitest'

const entry = join(import.meta.dirname, '../../queries/index.ts')

/** The contract as one script, with everything that it imports. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {entry, name: 'contract', formats: ['iife']},
      rolldownOptions: {external: []},
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  return outputs.map((each) => (each.type === 'chunk' ? each.code : '')).join('\n')
}

test(
  'the contract runs where there is nothing of Node, and is small',
  {timeout: 60_000},
  async () => {
    const script = await bundled()
    const world = createContext({TextEncoder})
    const verdict: unknown = runInContext(
      `${script};JSON.stringify(contract.verify({review: null, proof: {document: {_id: 'a', _type: 'article'}, shown: []}}))`,
      world,
    )
    expect(JSON.parse(String(verdict))).toEqual({
      valid: false,
      id: 'a',
      problems: [{code: 'recordMissing'}],
    })
    expect(script.length).toBeLessThan(100_000)
  },
)
