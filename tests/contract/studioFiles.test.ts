import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {studioFile} from '../../lake/http/studioFiles.ts'
import {packFiles} from '../../scripts/packFiles.ts'

const dir = mkdtempSync(join(tmpdir(), 'studio-'))
const script = `export default ${JSON.stringify('moon '.repeat(1000))}`
const page = `<!doctype html><title>Studio</title><!--${' '.repeat(2000)}--></head>`
const built = '/static/sanity-Cx3kP0aB.js'

beforeAll(async () => {
  mkdirSync(join(dir, 'static'))
  writeFileSync(join(dir, 'index.html'), page)
  writeFileSync(join(dir, built), script)
  writeFileSync(join(dir, 'static', 'small-Cx3kP0aC.js'), 'export {}')
  writeFileSync(join(dir, 'static', 'apple-touch-icon.png'), 'a picture')
  await packFiles(join(dir, 'static'))
})
afterAll(() => rmSync(dir, {recursive: true}))

async function asked(path: string, headers: Record<string, string> = {}, previewUrl?: string) {
  const request = new Request(`http://localhost:3333${path}`, {headers})
  const response = await studioFile({dir, previewUrl: previewUrl ?? null}, request)
  if (response === null) throw new Error(`${path} is not there`)
  return response
}

describe('a file of the Studio', () => {
  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    ['br', 'gzip;q=0.5, br;q=1', brotliDecompressSync],
  ])('is sent as %s to whoever takes "%s"', async (encoding, accept, unpack) => {
    const response = await asked(built, {'accept-encoding': accept})
    const body = Buffer.from(await response.arrayBuffer())
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'vary': 'Accept-Encoding',
      'content-length': String(body.length),
    })
    expect(unpack(body).toString()).toBe(script)
    expect(body.length).toBeLessThan(script.length / 10)
  })

  test.each([
    ['to whoever takes nothing else', built, {}],
    ['when it is short', '/static/small-Cx3kP0aC.js', {'accept-encoding': 'br'}],
  ])('is sent as it is %s', async (_, path, headers) => {
    const response = await asked(path, headers)
    expect(response.headers.get('content-encoding')).toBe(null)
    expect(await response.text()).toMatch(/^export/)
  })

  test('is kept for good only if its name tells its content', async () => {
    const icon = await asked('/static/apple-touch-icon.png')
    expect(icon.headers.get('cache-control')).toBe('no-cache')
  })

  test('is not sent again to whoever has it', async () => {
    const etag = (await asked(built)).headers.get('etag') ?? ''
    const again = await asked(built, {'if-none-match': etag})
    expect([again.status, await again.text()]).toEqual([304, ''])
    utimesSync(join(dir, built), new Date(), new Date('2026-01-01'))
    expect((await asked(built, {'if-none-match': etag})).status).toBe(200)
  })
})

describe('the page of the Studio', () => {
  const html = {accept: 'text/html'}

  test('is sent packed, and asked about every time', async () => {
    const response = await asked('/structure', {...html, 'accept-encoding': 'br'})
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe(page)
  })

  test('is not sent again until it says something else', async () => {
    const etag = (await asked('/', html)).headers.get('etag') ?? ''
    const known = {...html, 'if-none-match': etag}
    const again = await asked('/review', known)
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('content-security-policy')).toContain("frame-src 'self';")
    expect((await asked('/', known, 'http://localhost:4321')).status).toBe(200)
    writeFileSync(join(dir, 'index.html'), '<title>Newly built</title></head>')
    expect((await asked('/', known)).status).toBe(200)
  })
})
