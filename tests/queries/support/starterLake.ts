import {randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Actor} from '../../../lake/actor.ts'
import {type Dataset} from '../../../lake/dataset.ts'
import {type Json, type JsonObject} from '../../../lake/document.ts'
import {type Lake, openLake, servedDataset} from '../../../lake/lake.ts'
import {reviewExtension} from '../../../plugins/review-workflow/lake/index.ts'
import {type DemoPerson, loadStarterContent} from '../../../scripts/starter-content.ts'

export interface StarterLake {
  readonly lake: Lake
  readonly dataset: Dataset
  readonly people: {readonly [name in 'editor' | 'therapist' | 'sleep' | 'registrar']: DemoPerson}
  readonly editor: Actor
  /** What a query gives readers; `previewed`: an editor, drafts on top. */
  read(query: string, params?: JsonObject): Promise<Json>
  previewed(query: string, params?: JsonObject): Promise<Json>
  close(): Promise<void>
}

/** The starter content as a first run leaves it: some pages live, some under way. */
export async function openStarterLake(): Promise<StarterLake> {
  const dir = mkdtempSync(join(tmpdir(), 'starter-'))
  const lake = await openLake({
    dir,
    now: () => new Date('2026-11-24T09:00:00.000Z'),
    newId: randomUUID,
    extension: reviewExtension,
  })
  const dataset = lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})
  const add = async (word: string, role: string): Promise<DemoPerson> => {
    const password = randomUUID()
    const personId = `person-demo-${word}`
    const email = `${word}@example.org`
    const name = `Demo ${word}`
    const {id: userId} = await lake.accounts.add({email, name, role, password, personId})
    return {userId, personId, name, role, password}
  }
  const people = {
    editor: await add('editor', 'editor'),
    therapist: await add('therapist', 'reviewer'),
    sleep: await add('sleep', 'reviewer'),
    registrar: await add('registrar', 'registrar'),
  }
  await loadStarterContent({lake, people, progress: () => {}})
  const {userId, personId, name, role} = people.editor
  const editor: Actor = {kind: 'person', userId, personId, name, roles: [role]}
  const ask =
    (actor: Actor, perspective: string) =>
    async (query: string, params: JsonObject = {}) =>
      (await dataset.query(actor, {query, params, perspective})).result
  return {
    lake,
    dataset,
    people,
    editor,
    read: ask({kind: 'anonymous'}, 'published'),
    previewed: ask(editor, 'drafts'),
    async close() {
      await lake.close()
      rmSync(dir, {recursive: true})
    },
  }
}
