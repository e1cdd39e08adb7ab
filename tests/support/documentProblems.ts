import {evaluate, parse} from 'groq-js'
import {createSchema, type SanityDocument, validateDocument, type Workspace} from 'sanity'
import {schemaTypes} from '../../schemas/index.ts'

export const schema = createSchema({name: 'restwell', types: schemaTypes})

/** What the Studio would say about a document, as `level path: sentence`, were these all the documents there are. */
export async function documentProblems(
  document: SanityDocument,
  dataset: readonly SanityDocument[],
): Promise<readonly string[]> {
  const fetch = async (query: string, params: Record<string, unknown> = {}) => {
    const value = await evaluate(parse(query, {params}), {dataset: [...dataset], params})
    return value.get() as unknown
  }
  const client = {fetch, withConfig: () => client}
  const markers = await validateDocument({
    document,
    workspace: {schema, getClient: () => client} as unknown as Workspace,
    getDocumentExists: async ({id}) => dataset.some(({_id}) => _id === id),
  })
  return markers
    .filter(({level}) => level !== 'info')
    .map(({level, path, message}) => `${level} ${pathText(path)}: ${message}`)
    .sort()
}

const pathText = (path: readonly unknown[]): string =>
  path
    .map((step) =>
      typeof step === 'object' && step !== null && '_key' in step
        ? `[${String(step._key)}]`
        : String(step),
    )
    .join('.')
