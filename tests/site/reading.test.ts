import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {readingGrade} from '../support/readability.ts'
import {everyKind} from './support/everyKind.ts'
import {eventually, openSiteWorld, type SiteWorld} from './support/siteWorld.ts'

describe.skipIf(!inject('siteIsBuilt'))('reading the site', () => {
  let world: SiteWorld
  beforeAll(async () => {
    world = await openSiteWorld()
  })
  afterAll(() => world?.close())

  test.each(everyKind)(
    '%s is served whole: light, without a script, every anchor in place',
    async (path) => {
      const response = await world.get(path)
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(scriptsIn(html)).toEqual([])
      expect(lostAnchors(html)).toEqual([])
      const sheets = await Promise.all(sheetsIn(html).map(world.text))
      expect(Buffer.byteLength(html + sheets.join(''))).toBeLessThan(100_000)
    },
  )

  test('an article says who signed it, as the record has it, to people and to machines', async () => {
    const html = await world.text('/articles/a-calmer-evening')
    const signedOn = new Date().toISOString().slice(0, 10)
    expect(html).toContain('href="/reviewers/demo-sleep"')
    expect(html).toContain('Board Certified in Sleep Medicine, an ABMS member board')
    expect(html).toContain(`<time dateTime="${signedOn}">`)
    const [page] = structuredData(html)['@graph']
    expect(page).toMatchObject({
      '@type': 'MedicalWebPage',
      'url': `${world.siteUrl}/articles/a-calmer-evening`,
      'lastReviewed': signedOn,
      'reviewedBy': [{'@type': 'Person', 'name': 'Demo sleep'}],
    })
  })

  test('footnotes say what a study says of the words, where it is not plainly for them', async () => {
    const html = await world.text('/questions/massage-tonight')
    expect(html).toMatch(/Study <\/span>2<span class="aside"> (<!-- -->)?mixed<\/span>/)
    expect(html).toContain('<span class="tag stance-mixed">Points both ways.</span>')
  })

  test('the sitemap lists what may be listed, and robots find it', async () => {
    const addresses = [...(await world.text('/sitemap.xml')).matchAll(/<loc>([^<]+)/g)]
      .map(([, address = '']) => new URL(address).pathname)
      .filter((path) => path.split('/').length > 2)
    expect(addresses).toEqual([
      '/articles/a-calmer-evening',
      '/articles/first-massage-session',
      '/questions/after-evening-massage',
      '/questions/massage-tonight',
      '/techniques/chair',
    ])
    expect(await world.text('/robots.txt')).toContain(`Sitemap: ${world.siteUrl}/sitemap.xml`)
  })

  test('what is not there is 404, and nothing that is marked up as a page', async () => {
    const paths = ['/articles/nope', '/techniques/swedish', '/topics/nope', '/reviewers/nope', '/x']
    const answers = await Promise.all(paths.map((path) => world.get(path)))
    expect(answers.map(({status}) => status)).toEqual(paths.map(() => 404))
    expect(await answers[0]?.text()).toContain('There is no such page')
  })

  test.each(['/', '/how-we-check', '/nope'])('the words of %s are for grade 8', async (path) => {
    const html = await world.text(path)
    const main = /<main[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? ''
    const text = main.replace(/<\/(p|h\d|li)>/g, '\n').replace(/<[^>]+>/g, '')
    expect(readingGrade(text)).toBeLessThanOrEqual(8)
  })

  test('whoever has a page asks for it again and hears that it is the same', async () => {
    const first = await world.get('/articles/a-calmer-evening')
    const again = await world.get('/articles/a-calmer-evening', {
      'If-None-Match': first.headers.get('ETag') ?? '',
    })
    expect([first.headers.get('Cache-Control'), again.status]).toEqual(['public, no-cache', 304])
    const from = await world.get('/articles/a-calmer-evening?utm_source=elsewhere')
    expect(from.headers.get('ETag')).toBe(first.headers.get('ETag'))
  })

  test('no script can come in, and no site can put this one into a frame', async () => {
    const {headers} = await world.get('/articles/a-calmer-evening')
    expect(headers.get('Content-Security-Policy')).toContain(
      "default-src 'none'; script-src 'self';",
    )
    expect(headers.get('Content-Security-Policy')).toContain(
      `frame-ancestors 'self' ${world.lakeUrl}`,
    )
  })

  test('search treats whatever is typed as words', async () => {
    const html = await world.text(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(html).not.toContain('"><script>')
    expect(html).toContain('We found nothing for “&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;”')
    expect(await world.text('/search?q=chair')).toContain('href="/techniques/chair"')
  })

  test('who follows a page gets the one script that there is, and hears of changes', async () => {
    const html = await world.text('/articles/a-calmer-evening?follow')
    expect(scriptsIn(html)).toEqual(['<script type="module" src="/follow.js">'])
    const hangUp = new AbortController()
    const stream = await fetch(`${world.siteUrl}/api/changes`, {signal: hangUp.signal})
    let heard = ''
    const listening = (async () => {
      for await (const chunk of stream.body ?? []) heard += new TextDecoder().decode(chunk)
    })().catch(() => {})
    await eventually(
      async () => heard,
      (text) => text !== '',
    )
    const editor = await world.client('editor')
    await editor.createOrReplace({_id: 'glossary-new', _type: 'glossaryTerm', term: 'New'})
    expect(
      await eventually(
        async () => heard,
        (text) => text.includes('changed'),
      ),
    ).toContain('event: changed\ndata: {}\n\n')
    hangUp.abort()
    await listening
  })
})

const scriptsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('application/ld+json'))

const sheetsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)

function lostAnchors(html: string): readonly string[] {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  return [...html.matchAll(/ href="#([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => !ids.has(id))
}

function structuredData(html: string): {readonly '@graph': readonly unknown[]} {
  const text = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '{}'
  return JSON.parse(text) as {'@graph': readonly unknown[]}
}
