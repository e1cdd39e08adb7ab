import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

interface BenchReport {
  readonly reading: readonly {readonly question: string}[]
  readonly start: readonly object[]
}

test('the bench asks everybody the same, and tells it as a table, as JSON and as a chart', async () => {
  const out = mkdtempSync(join(tmpdir(), 'bench-out-'))
  const small = ['--articles', '100', '--documents', '700', '--pages', '5']
  const options = [...small, '--rounds', '1', '--requests', '3', '--out', out]
  const {stdout} = await promisify(execFile)(process.execPath, ['scripts/bench.ts', ...options])
  const report = JSON.parse(readFileSync(join(out, 'bench.json'), 'utf8')) as BenchReport
  const questions = [
    'article by slug, with joins',
    'newest 20 of a category',
    'FAQ by keyword',
    'count of reviews due before a date',
  ]
  expect(report.reading.map(({question}) => question)).toEqual(questions)
  expect(report.start).toMatchObject([{articles: 100, documents: 470}])
  for (const question of questions) {
    expect(stdout).toContain(question)
    expect(readFileSync(join(out, 'bench.svg'), 'utf8')).toContain(question)
  }
  expect(stdout).toMatch(/npm start with 700 documents, 5 of them signed pages, .+ \(bar 2000\)/)
  expect(stdout).toMatch(/through the gate, among 100: [\d.]+/)
  expect(stdout).toMatch(
    /What is typed in a second is kept after [\d.]+ ms .* while 50 people type/,
  )
  expect(stdout).toMatch(/200 streams heard of a commit after [\d.]+/)
  rmSync(out, {recursive: true})
}, 240_000)
