import {resolve} from 'node:path'
import {expect, test} from 'vitest'
import {siteOptions} from '../../scripts/siteOptions.ts'
import {UsageError} from '../../scripts/startOptions.ts'

const byDefault = {port: 4321, lake: null, lakePort: 3333, data: resolve('.lake')}

test('without options the site starts a lake of its own', () => {
  expect(siteOptions([])).toEqual(byDefault)
})

test('options say where everything is', () => {
  const argv = ['--port', '80', '--lake', 'http://localhost:3700/', '--data', '/data']
  expect(siteOptions([...argv, '--lake-port=3700'])).toEqual({
    port: 80,
    lake: 'http://localhost:3700',
    lakePort: 3700,
    data: '/data',
  })
})

test('help is asked for', () => {
  expect(siteOptions(['--help'])).toBe(null)
})

test.each([
  [['--port', '0'], '"0" is not a port: give a number from 1 to 65535.'],
  [['--lake', 'localhost'], '"localhost" is not an address.'],
  [['--host', 'x'], "Unknown option '--host'."],
])('%j is refused in words', (argv, sentence) => {
  expect(() => siteOptions(argv)).toThrow(new UsageError(sentence))
})
