import {once} from 'node:events'
import {createWriteStream, createReadStream, existsSync, mkdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {finished} from 'node:stream/promises'
import {type Actor} from '../lake/actor.ts'
import {
  draftId,
  isPublished,
  type Json,
  type JsonObject,
  type LakeDocument,
} from '../lake/document.ts'
import {LakeError} from '../lake/errors.ts'
import {brokenRecords} from '../lake/ledger.ts'
import {type Lake} from '../lake/lake.ts'
import {factsOf} from '../plugins/review-workflow/lake/facts.ts'
import {isGoverned, standsSigned} from '../plugins/review-workflow/policy/index.ts'

/** What a command was told: words in order, options by name, and what stood on standard input. */
export interface CommandInput {
  readonly words: readonly string[]
  readonly options: {readonly [name: string]: string}
  readonly input: string
}

export interface CommandOutput {
  readonly text: string
  readonly json: Json
  readonly failed: boolean
}

type Command = (lake: Lake, input: CommandInput) => Promise<CommandOutput>

const operator: Actor = {kind: 'operator', userId: 'operator', roles: ['administrator']}

function done(text: string, json: Json): CommandOutput {
  return {text, json, failed: false}
}

function required({options}: CommandInput, name: string): string {
  const value = options[name]
  if (value !== undefined && value !== '') return value
  throw new LakeError('malformedRequest', `The option --${name} is missing.`)
}

/** Every command of `npm run lake`. They run inside the server when one is running, and by themselves when not. */
export const commands: {readonly [name: string]: {readonly usage: string; readonly run: Command}} =
  {
    'user add': {
      usage: 'user add --email E --name N --role R [--person ID]   (password on standard input)',
      run: async (lake, input) => {
        const {person} = input.options
        const account = await lake.accounts.add({
          email: required(input, 'email'),
          name: required(input, 'name'),
          role: required(input, 'role'),
          password: input.input.replace(/\r?\n$/, ''),
          ...(person === undefined ? {} : {personId: person}),
        })
        return done(`${account.email} can sign in as ${account.role}.`, {...account})
      },
    },
    'user list': {
      usage: 'user list',
      run: async (lake) => {
        const accounts = lake.accounts.list()
        const rows = accounts.map(
          ({email, role, name, active}) =>
            `${email}\t${role}\t${name}${active ? '' : '\t(closed)'}`,
        )
        return done(
          rows.join('\n'),
          accounts.map((account) => ({...account})),
        )
      },
    },
    'token create': {
      usage: 'token create --label L --role editor|viewer   (prints only the token)',
      run: async (lake, input) => {
        const created = lake.accounts.createToken({
          label: required(input, 'label'),
          role: required(input, 'role'),
        })
        return done(created.token, {...created})
      },
    },
    'dataset create': {
      usage: 'dataset create NAME --policy reviewed|open',
      run: async (lake, input) => {
        const name = word(input, 2, 'the name of the dataset')
        const policy = required(input, 'policy')
        if (policy !== 'reviewed' && policy !== 'open') {
          throw new LakeError(
            'malformedRequest',
            `--policy is "reviewed" or "open", not "${policy}".`,
          )
        }
        lake.createDataset({name, policy, aclMode: 'public'})
        return done(`Created the ${policy} dataset ${name}.`, {name, policy})
      },
    },
    'dataset export': {
      usage: 'dataset export NAME FILE.ndjson',
      run: async (lake, input) => {
        const dataset = lake.dataset(word(input, 2, 'the name of the dataset'))
        const file = resolve(word(input, 3, 'the file to write'))
        const stream = createWriteStream(file)
        let count = 0
        for (const document of dataset.export(operator)) {
          count += 1
          if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain')
        }
        stream.end()
        await finished(stream)
        return done(`Wrote ${count} documents to ${file}.`, {count, file})
      },
    },
    'dataset import': {
      usage: 'dataset import NAME FILE.ndjson   (pages of a reviewed dataset land as drafts)',
      run: async (lake, input) => {
        const dataset = lake.dataset(word(input, 2, 'the name of the dataset'))
        const documents = await readNdjson(resolve(word(input, 3, 'the file to read')))
        const reviewed = dataset.policy === 'reviewed'
        // The record of a review is the server's own: it cannot be brought along.
        const landing = documents
          .filter(({_type}) => !reviewed || _type !== 'review')
          .map((document) => landed(document, reviewed))
        // One transaction: all of it or nothing, and references may point anywhere within it.
        await dataset.mutate(operator, {
          mutations: landing.map((document) => ({createOrReplace: document})),
        })
        const drafts = landing.filter(({_id}, index) => _id !== documents[index]?._id).length
        return done(`Imported ${landing.length} documents, ${drafts} of them as drafts.`, {
          count: landing.length,
          drafts,
        })
      },
    },
    'backup': {
      usage: 'backup FOLDER',
      run: async (lake, input) => {
        const folder = resolve(word(input, 1, 'the folder to write'))
        if (existsSync(folder))
          throw new LakeError(
            'alreadyExists',
            `${folder} exists already; a backup makes a new folder.`,
          )
        mkdirSync(folder, {recursive: true, mode: 0o700})
        for (const {name} of lake.datasets())
          lake.dataset(name).store.backup(join(folder, `${name}.sqlite`))
        return done(`Backed up ${lake.datasets().length} datasets to ${folder}.`, {folder})
      },
    },
    'verify': {
      usage:
        'verify   (fails and names every published page without a usable sign-off, and every broken record)',
      run: async (lake) => {
        const problems = lake
          .datasets()
          .filter(({policy}) => policy === 'reviewed')
          .flatMap(({name}) => verifyDataset(lake, name))
        const text =
          problems.length === 0
            ? 'Every published page is signed, and every record holds.'
            : problems.join('\n')
        return {text, json: {ok: problems.length === 0, problems}, failed: problems.length > 0}
      },
    },
  }

function verifyDataset(lake: Lake, name: string): readonly string[] {
  const dataset = lake.dataset(name)
  const view = dataset.view(operator)
  const unsigned = [...dataset.store.documents()]
    .filter(({_id, _type}) => isPublished(_id) && isGoverned(_type))
    .filter(({_id}) => !standsSigned(factsOf(view, operator, _id)))
    .map(({_id, _type}) => `${name}: ${_type} "${_id}" is published without a usable sign-off`)
  const broken = brokenRecords(dataset.store.wholeLedger()).map(
    (seq) => `${name}: record ${seq} of the ledger is broken`,
  )
  return [...unsigned, ...broken]
}

function word({words}: CommandInput, index: number, what: string): string {
  const value = words[index]
  if (value !== undefined) return value
  throw new LakeError('malformedRequest', `The command needs ${what}.`)
}

async function readNdjson(file: string): Promise<readonly LakeDocument[]> {
  if (!existsSync(file)) throw new LakeError('notFound', `There is no file ${file}.`)
  const documents: LakeDocument[] = []
  let line = 0
  for await (const text of createInterface({input: createReadStream(file)})) {
    line += 1
    if (text.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw new LakeError(
        'malformedRequest',
        `Line ${line} of ${file} is not JSON. Nothing was imported.`,
      )
    }
    const {_id, _type} = (value ?? {}) as JsonObject
    if (typeof _id !== 'string' || typeof _type !== 'string') {
      throw new LakeError(
        'malformedRequest',
        `Line ${line} of ${file} has no "_id" and "_type". Nothing was imported.`,
      )
    }
    documents.push(value as LakeDocument)
  }
  return documents
}

function landed(document: LakeDocument, reviewed: boolean): LakeDocument {
  const page = reviewed && isGoverned(document._type) && isPublished(document._id)
  return page ? {...document, _id: draftId(document._id)} : document
}
