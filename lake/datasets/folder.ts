import {existsSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type DatasetPolicy} from '../dataset.ts'
import {LakeError} from '../errors.ts'
import {makeFolder} from '../store/folder.ts'
import {openStore} from '../store/store.ts'

/** `private`: nothing in it is readable without a token. */
export type AclMode = 'public' | 'private'

export interface NewDataset {
  readonly name: string
  readonly policy: DatasetPolicy
  readonly aclMode: AclMode
}

export interface DatasetInfo extends NewDataset {
  /** ISO 8601 UTC. */
  readonly createdAt: string
}

/** The dataset that readers are served from: always governed. */
export const servedDataset = 'production'
/** Source: Sanity's dataset name rules. */
const datasetName = /^(~?[a-z0-9][-_a-z0-9]{0,63})$/
const extensionName = '.sqlite'
const partName = '.part'
/** Of the dataset beside a dataset that holds its comments and tasks. Source: Sanity's add-on datasets. */
const addOnSuffix = '-comments'

export interface DatasetFolder {
  /** What is stored, by name. */
  stored(): readonly DatasetInfo[]
  has(name: string): boolean
  fileOf(name: string): string
  assetsOf(name: string): string
  /** Where a file is prepared before it takes its name: what is left there counts for nothing. */
  partOf(name: string): string
  create(info: DatasetInfo): void
  setAclMode(name: string, aclMode: AclMode): void
  /** Whether it began as a copy of another. */
  isCopy(name: string): boolean
  remove(name: string): void
}

/** The datasets of a data folder as files: one of SQLite's each, and a folder of assets. */
export function datasetFolder(dir: string): DatasetFolder {
  const folder = join(dir, 'datasets')
  makeFolder(folder)
  for (const file of readdirSync(folder)) {
    if (file.includes(partName)) rmSync(join(folder, file), {force: true})
  }
  const fileOf = (name: string) => join(folder, name + extensionName)
  const assetsOf = (name: string) => join(dir, 'assets', name)
  return {
    fileOf,
    assetsOf,
    partOf: (name) => join(folder, name + partName),
    has: (name) => existsSync(fileOf(name)),
    stored: () =>
      readdirSync(folder)
        .filter((file) => file.endsWith(extensionName))
        .sort()
        .map((file) => infoOf(fileOf(file.slice(0, -extensionName.length)), file)),
    create({name, policy, aclMode, createdAt}) {
      const store = openStore(fileOf(name))
      store.transaction(() => {
        store.setMeta('policy', policy)
        store.setMeta('aclMode', aclMode)
        store.setMeta('createdAt', createdAt)
      })
      store.close()
    },
    setAclMode(name, aclMode) {
      const store = openStore(fileOf(name))
      store.setMeta('aclMode', aclMode)
      store.close()
    },
    isCopy(name) {
      const store = openStore(fileOf(name))
      const source = store.meta('copyOf')
      store.close()
      return source !== null
    },
    remove(name) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(fileOf(name) + suffix, {force: true})
      rmSync(assetsOf(name), {recursive: true, force: true})
    },
  }
}

function infoOf(file: string, fileName: string): DatasetInfo {
  const name = fileName.slice(0, -extensionName.length)
  const store = openStore(file)
  const policy = store.meta('policy')
  const aclMode = store.meta('aclMode') === 'private' ? 'private' : 'public'
  const createdAt = store.meta('createdAt') ?? statSync(file).birthtime.toISOString()
  store.close()
  // Whatever does not say that it is open is governed; an interrupted creation is governed and empty.
  const info = {name, policy: policy === 'open' ? 'open' : 'reviewed', aclMode, createdAt} as const
  if (info.name === servedDataset && info.policy === 'open') {
    throw new LakeError(
      'unsupported',
      `"${servedDataset}" in this folder is an open dataset; it cannot be served.`,
    )
  }
  return info
}

/** What may be made under that name. What people say about drafts is as private as the drafts. */
export function checkedDataset(wanted: NewDataset): NewDataset {
  const {name, policy} = wanted
  if (!datasetName.test(name)) {
    throw new LakeError(
      'malformedRequest',
      `"${name.slice(0, 80)}" cannot be a dataset: use up to 64 lower-case letters, digits, "-" and "_", beginning with a letter or digit.`,
    )
  }
  if (name === servedDataset && policy !== 'reviewed') {
    throw new LakeError(
      'malformedRequest',
      `"${servedDataset}" serves readers, so its policy can only be "reviewed".`,
    )
  }
  return isAddOn(name) ? {...wanted, aclMode: 'private'} : wanted
}

export function isAddOn(name: string): boolean {
  return name.endsWith(addOnSuffix)
}
