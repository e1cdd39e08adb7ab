import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {studioFile} from '../../lake/http/studioFiles.ts'

async function served(previewUrl: string | null) {
  const dir = mkdtempSync(join(tmpdir(), 'studio-'))
  writeFileSync(join(dir, 'index.html'), '<head><title>Studio</title></head>')
  const request = new Request('http://localhost:3333/', {headers: {accept: 'text/html'}})
  const response = await studioFile({dir, previewUrl}, request)
  rmSync(dir, {recursive: true})
  return {
    html: await response?.text(),
    frames: /frame-src [^;]*/.exec(response?.headers.get('Content-Security-Policy') ?? '')?.[0],
  }
}

test('the Studio is told of the site that it shows drafts in, and may frame it alone', async () => {
  expect(await served('http://localhost:4321/a?b=1&c="x"')).toEqual({
    html: '<head><title>Studio</title><meta name="preview-url" content="http://localhost:4321/a?b=1&amp;c=&quot;x&quot;"/></head>',
    frames: "frame-src 'self' http://localhost:4321",
  })
})

test('where no site is known, it frames nothing but itself', async () => {
  expect(await served(null)).toEqual({
    html: '<head><title>Studio</title></head>',
    frames: "frame-src 'self'",
  })
})
