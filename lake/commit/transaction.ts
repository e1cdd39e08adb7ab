import {type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Change} from '../guard.ts'
import {checkDocumentId, checkValue, type Mutation, type Selection} from './mutation.ts'
import {applyPatches} from './patch.ts'
import {lockOn, systemOf} from '../releases/release.ts'
import {type Workspace} from './workspace.ts'

export interface MutationResult {
  readonly id: string
  readonly operation: 'create' | 'update' | 'delete' | 'none'
}

/** On whose behalf something is written: `release` is a client's release action, which alone writes what releases keep. */
export type Writer = Change['by'] | 'release'

/** Applies one mutation to the workspace. Ids for a query selection come from `select`. */
export function applyMutation(
  workspace: Workspace,
  mutation: Mutation,
  writer: Writer,
  select: (selection: Exclude<Selection, {ids: unknown}>) => readonly string[],
): readonly MutationResult[] {
  const by = writer === 'server' ? 'server' : 'client'
  const unlocked = (id: string): string => {
    workspace.timeLeft()
    const lock = writer === 'client' ? lockOn((each) => workspace.read(each), id) : null
    if (lock !== null) throw lock
    return id
  }
  workspace.timeLeft()
  switch (mutation.type) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace': {
      const id = unlocked(checkDocumentId(mutation.document._id))
      const existing = workspace.read(id)
      if (existing !== null && mutation.type === 'createIfNotExists')
        return [{id, operation: 'none'}]
      if (existing !== null && mutation.type === 'create') {
        throw new LakeError(
          'documentAlreadyExists',
          `A document with the id "${id}" already exists.`,
          {id},
        )
      }
      const {_system, ...given} = mutation.document
      const system = systemOf(id, _system)
      const document = {...given, ...(system === null ? {} : {_system: system})}
      workspace.write(id, document, [{[mutation.type]: document}], by)
      return [{id, operation: existing === null ? 'create' : 'update'}]
    }
    case 'delete':
      return idsOf(mutation.selection, select).map((id) => {
        const existing = workspace.read(unlocked(id))
        if (existing === null) return {id, operation: 'none'}
        checkRevision(existing, mutation.ifRevisionId)
        workspace.write(id, null, [{delete: {id}}], by)
        return {id, operation: 'delete'}
      })
    case 'patch':
      return idsOf(mutation.selection, select).map((id) => {
        const existing = workspace.read(unlocked(id))
        if (existing === null) {
          throw new LakeError(
            'documentNotFound',
            `There is no document with the id "${id}" to patch.`,
            {id},
          )
        }
        checkRevision(existing, mutation.ifRevisionId)
        const patched = applyPatches(existing, mutation.patches, workspace.timeLeft())
        // The path of a patch makes fields, too.
        checkValue(patched, 0)
        const wire = mutation.patches.map((patch) => ({patch: {id, ...patch}}))
        workspace.write(id, patched, wire, by)
        return {id, operation: 'update'}
      })
  }
}

function idsOf(
  selection: Selection,
  select: (selection: Exclude<Selection, {ids: unknown}>) => readonly string[],
): readonly string[] {
  return 'ids' in selection ? selection.ids : select(selection)
}

export function checkRevision(document: LakeDocument, expected: string | undefined): void {
  if (expected === undefined || expected === document._rev) return
  throw new LakeError(
    'revisionDoesNotMatch',
    `"${document._id}" is at revision "${document._rev}", not at "${expected}". Reload it and try again.`,
    {id: document._id, expectedRevisionID: expected, currentRevisionID: document._rev},
  )
}
