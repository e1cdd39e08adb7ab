import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {type Lake} from '../../lake/lake.ts'
import {password} from './openTestLake.ts'

/** Somebody with an account who may write. */
export async function addEditor(lake: Lake): Promise<Actor> {
  const {id, personId} = await lake.accounts.add({
    email: 'ed@example.org',
    name: 'Ed',
    role: 'editor',
    password,
  })
  return {kind: 'person', userId: id, personId, name: 'Ed', roles: ['editor']}
}

/** What is done to a release, `r1` unless the fields say otherwise. */
export const release = (verb: string, fields: JsonObject = {}): JsonObject => ({
  actionType: `sanity.action.release.${verb}`,
  releaseId: 'r1',
  ...fields,
})

/** What is done to a version of a document. */
export const version = (verb: string, fields: JsonObject): JsonObject => ({
  actionType: `sanity.action.document.version.${verb}`,
  ...fields,
})
