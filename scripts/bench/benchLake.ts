import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {type Actor} from '../../lake/actor.ts'
import {type Extension} from '../../lake/guard.ts'
import {type Lake, openLake} from '../../lake/lake.ts'

export const operator: Actor = {kind: 'operator', userId: 'operator', roles: ['administrator']}
/** What every write says of itself. */
export const request = {dryRun: false}

const everything = '_id in path("**")'

/** Nobody's rules, so that what is measured is the lake. */
const nobodysRules: Extension = {
  guards: [],
  actions: {},
  reads: {},
  roles: [
    {
      name: 'administrator',
      title: 'Administrator',
      description: 'Everything',
      grants: [
        {filter: everything, permissions: ['read', 'history', 'create', 'update', 'manage']},
      ],
    },
  ],
  privateTypes: {},
  due: () => [],
  vouches: {types: [], stands: () => () => true},
}

/** A lake in a folder, with an empty dataset when it is new. */
export async function benchLake(dir: string, extension = nobodysRules): Promise<Lake> {
  const isNew = !existsSync(join(dir, 'accounts.sqlite'))
  const lake = await openLake({
    dir,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    extension,
  })
  if (isNew) lake.createDataset({name: 'production', policy: 'reviewed', aclMode: 'public'})
  return lake
}
