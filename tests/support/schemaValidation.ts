import type {SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import {createSchema, validateDocument} from 'sanity'
import type {SchemaTypeDefinition} from 'sanity'
import type {Starter} from './starterContent.ts'

type Workspace = Parameters<typeof validateDocument>[0]['workspace']

/** A client that can only ask, and asks the documents given. */
function clientOver(dataset: readonly Starter[]): SanityClient {
  const client = {
    withConfig: () => client,
    fetch: async (query: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
      (await evaluate(parse(query, {params}), {dataset, params})).get(),
  }
  return client as unknown as SanityClient
}

/** What the Studio would say about a document: `error path: message`. */
export function schemaValidator(types: SchemaTypeDefinition[], dataset: readonly Starter[]) {
  const client = clientOver(dataset)
  const ids = new Set(dataset.map(({_id}) => _id))
  const workspace = {
    schema: createSchema({name: 'default', types}),
    getClient: () => client,
    currentUser: null,
  } as unknown as Workspace
  return async (document: Starter): Promise<readonly string[]> => {
    const times = {_rev: 'r', _createdAt: '2026-11-23T00:00:00Z', _updatedAt: '2026-11-23T00:00:00Z'}
    const markers = await validateDocument({
      document: {...times, ...document},
      workspace,
      getDocumentExists: async ({id}) => ids.has(id),
    })
    return markers.map(({level, path, message}) => `${level} ${pathText(path)}: ${message}`)
  }
}

const pathText = (path: readonly unknown[]): string =>
  path
    .map((segment) =>
      typeof segment === 'object' && segment !== null && '_key' in segment ? `[${segment._key}]` : String(segment),
    )
    .join('.')
