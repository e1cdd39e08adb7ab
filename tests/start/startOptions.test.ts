import {resolve} from 'node:path'
import {expect, test} from 'vitest'
import {startOptions, UsageError} from '../../scripts/startOptions.ts'

const byDefault = {
  port: 3333,
  host: '127.0.0.1',
  data: resolve('.lake'),
  demo: true,
  studio: true,
  previewUrl: null,
}

test('without options, everything has a default', () => {
  expect(startOptions([], {})).toEqual(byDefault)
})

test('the environment stands in for options', () => {
  expect(startOptions([], {PORT: '8080', HOST: '0.0.0.0', LAKE_DATA: '/data'})).toEqual({
    ...byDefault,
    port: 8080,
    host: '0.0.0.0',
    data: '/data',
  })
})

test('an option wins over the environment', () => {
  const argv = ['--port=0', '--data', '/mine', '--no-demo', '--no-studio']
  expect(startOptions(argv, {PORT: '8080', LAKE_DATA: '/data'})).toEqual({
    ...byDefault,
    port: 0,
    data: '/mine',
    demo: false,
    studio: false,
  })
})

test('help is asked for, not started', () => {
  expect(startOptions(['--help'], {})).toBe(null)
})

test.each([
  [['--prot', '1']],
  [['3333']],
  [['--port', 'http']],
  [['--port', '70000']],
  [['--port', '-1']],
  [['--port', '']],
  [['--port']],
  [['--host', '']],
  [['--data=']],
  [['--no-demo=yes']],
  [['--demo']],
])('%j is refused in a sentence', (argv) => {
  const wrong = () => startOptions(argv, {})
  expect(wrong).toThrow(UsageError)
  expect(wrong).toThrow(/^[^\n]+\.$/)
})

test('the site to show drafts in comes from the environment, and must be an address', () => {
  const env = {SANITY_STUDIO_PREVIEW_URL: 'http://localhost:4321'}
  expect(startOptions([], env)).toEqual({...byDefault, previewUrl: 'http://localhost:4321'})
  expect(() => startOptions([], {SANITY_STUDIO_PREVIEW_URL: 'localhost'})).toThrow(UsageError)
})
