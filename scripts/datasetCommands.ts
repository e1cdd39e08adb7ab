import {once} from 'node:events'
import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {finished} from 'node:stream/promises'
import {type CopyJob} from '../lake/datasets/copyJobs.ts'
import {type JsonObject, type LakeDocument} from '../lake/document.ts'
import {LakeError} from '../lake/errors.ts'
import {type Command, counted, done, operator, required, word} from './command.ts'
import {landing, releasing, replacing} from './landing.ts'

/** What is kept, by dataset. */
export const datasetCommands: {readonly [name: string]: Command} = {
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
  'dataset copy': {
    usage: 'dataset copy NAME NEW_NAME   (a governed one stays governed, and is private)',
    doing: 'Copying',
    run: async (lake, input, say) => {
      const source = word(input, 2, 'the name of the dataset')
      const target = word(input, 3, 'the name of the copy')
      const {id} = lake.copyDataset({source, target, skipHistory: false, skipReleases: false})
      const {state, message} = await new Promise<CopyJob>((resolve) => {
        lake.copies.follow(id, (job) => {
          say(`${job.progress}%`)
          if (job.state !== 'pending') resolve(job)
        })
      })
      const text = state === 'completed' ? `Copied ${source} to ${target}.` : (message ?? state)
      return {text, json: {source, target, state}, failed: state === 'failed'}
    },
  },
  'dataset delete': {
    usage: 'dataset delete NAME --sure NAME   (for good, with everything in it; never production)',
    run: async (lake, input) => {
      const name = word(input, 2, 'the name of the dataset')
      lake.dataset(name)
      if (required(input, 'sure') !== name) {
        throw new LakeError('malformedRequest', `To delete it for good, add --sure ${name}.`)
      }
      await lake.deleteDataset(name)
      return done(`Deleted ${name}.`, {name})
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
      const releases = releasing(read)
      if (releases.length > 0) await dataset.act(operator, {actions: releases, dryRun: true})
      // One transaction: all of it or nothing, and references may point anywhere within it.
      await dataset.mutate(operator, {mutations: replacing(documents)})
      if (releases.length > 0) await dataset.act(operator, {actions: releases})
      const count = documents.length + releases.length
      const sentences = [
        `Imported ${counted(count, 'document')}${asDrafts(drafts)}.`,
        ...(published === 0 ? [] : [`Published on sign-offs that stand here: ${published}.`]),
        ...(leftOut === 0 ? [] : [`Left out, since the file has drafts of them: ${leftOut}.`]),
      ]
      return done(sentences.join(' '), {count, drafts, published, leftOut})
    },
  },
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
