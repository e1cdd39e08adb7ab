import {once} from 'node:events'
import {createWriteStream, createReadStream, existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {finished} from 'node:stream/promises'
import {type Actor} from '../lake/actor.ts'
import {type Json, type JsonObject, type LakeDocument} from '../lake/document.ts'
import {LakeError} from '../lake/errors.ts'
import {type Lake} from '../lake/lake.ts'
import {backUp} from './backup.ts'
import {hookCommands} from './hookCommands.ts'
import {landing, replacing} from './landing.ts'
import {verification} from './verification.ts'

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

export interface Command {
  readonly usage: string
  /** What is being done, of commands that take their time. */
  readonly doing?: string
  readonly run: (
    lake: Lake,
    input: CommandInput,
    say: (doing: string) => void,
  ) => Promise<CommandOutput>
}

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
export const commands: {readonly [name: string]: Command} = {
  ...hookCommands,
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
        ({email, role, name, active}) => `${email}\t${role}\t${name}${active ? '' : '\t(closed)'}`,
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
    doing: 'Exporting',
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
      return done(`Wrote ${counted(count, 'document')} to ${file}.`, {count, file})
    },
  },
  'dataset import': {
    usage:
      'dataset import NAME FILE.ndjson   (pages of a reviewed dataset land as drafts, unless sign-offs of them stand there)',
    doing: 'Importing',
    run: async (lake, input, say) => {
      const dataset = lake.dataset(word(input, 2, 'the name of the dataset'))
      say('reading')
      const read = await readNdjson(resolve(word(input, 3, 'the file to read')))
      say(`looking for sign-offs of ${counted(read.length, 'document')}`)
      const {documents, drafts, published, leftOut} = await landing(dataset, operator, read)
      say(`writing ${counted(documents.length, 'document')}`)
      // One transaction: all of it or nothing, and references may point anywhere within it.
      await dataset.mutate(operator, {mutations: replacing(documents)})
      const count = documents.length
      const sentences = [
        `Imported ${counted(count, 'document')}${asDrafts(drafts)}.`,
        ...(published === 0 ? [] : [`Published on sign-offs that stand here: ${published}.`]),
        ...(leftOut === 0 ? [] : [`Left out, since the file has drafts of them: ${leftOut}.`]),
      ]
      return done(sentences.join(' '), {count, drafts, published, leftOut})
    },
  },
  'backup': {
    usage: 'backup FOLDER   (datasets, accounts and assets, into a new folder)',
    doing: 'Backing up',
    run: async (lake, input, say) => {
      const folder = resolve(word(input, 1, 'the folder to write'))
      const {heads, madeAt} = await backUp(lake, folder, say)
      const count = Object.keys(heads).length
      return done(
        `Backed up ${counted(count, 'dataset')}, the accounts and all assets to ${folder}.`,
        {
          folder,
          madeAt,
          datasets: Object.keys(heads),
        },
      )
    },
  },
  'verify': {
    usage:
      'verify   (fails and names every published page without a usable sign-off, and every broken record)',
    doing: 'Verifying',
    run: async (lake) => {
      const {problems, lines, json} = verification(lake)
      return {text: lines.join('\n'), json, failed: problems.length > 0}
    },
  },
}

export function word({words}: CommandInput, index: number, what: string): string {
  const value = words[index]
  if (value !== undefined) return value
  throw new LakeError('malformedRequest', `The command needs ${what}.`)
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function asDrafts(drafts: number): string {
  if (drafts === 0) return ''
  return `, ${drafts} of them as ${drafts === 1 ? 'a draft' : 'drafts'}`
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
