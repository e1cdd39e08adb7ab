import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {checkedDataset, type DatasetFolder, datasetFolder} from '../../lake/datasets/folder.ts'

let dir: string
let folder: DatasetFolder

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dataset-folder-'))
  folder = datasetFolder(dir)
})
afterEach(() => rmSync(dir, {recursive: true}))

const createdAt = '2026-03-01T09:00:00.000Z'

test('what is made is stored, and gone when it is removed', () => {
  const info = {name: 'notes', policy: 'open', aclMode: 'public', createdAt} as const
  folder.create(info)
  expect([folder.has('notes'), folder.stored()]).toEqual([true, [info]])
  folder.setAclMode('notes', 'private')
  expect(folder.stored()).toEqual([{...info, aclMode: 'private'}])
  folder.remove('notes')
  expect([folder.has('notes'), folder.stored()]).toEqual([false, []])
})

test('what an interrupted copy left behind is no dataset, and goes', () => {
  writeFileSync(folder.partOf('half'), 'not all of it')
  expect(folder.stored()).toEqual([])
  datasetFolder(dir)
  expect(readdirSync(join(dir, 'datasets'))).toEqual([])
})

test('what people say about drafts is as private as the drafts', () => {
  const wanted = {name: 'notes-comments', policy: 'open', aclMode: 'public'} as const
  expect(checkedDataset(wanted)).toEqual({...wanted, aclMode: 'private'})
})

test.each(['', 'Notes', '../up', 'a b', '-a', 'a'.repeat(65)])('"%s" is no name', (name) => {
  expect(() => checkedDataset({name, policy: 'open', aclMode: 'public'})).toThrow(
    expect.objectContaining({code: 'malformedRequest'}),
  )
})
