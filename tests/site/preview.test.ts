import {randomUUID} from 'node:crypto'
import {createClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {openSiteWorld, type SiteWorld} from './support/siteWorld.ts'

const draftPath = '/techniques/swedish'

describe.skipIf(!inject('siteIsBuilt'))('the preview of drafts', () => {
  let world: SiteWorld
  beforeAll(async () => {
    world = await openSiteWorld()
  })
  afterAll(() => world?.close())

  /** What the Presentation tool does: writes a secret into the lake, and opens the site with it. */
  async function enter(secret: string): Promise<Response> {
    const params = new URLSearchParams({
      'sanity-preview-secret': secret,
      'sanity-preview-pathname': draftPath,
    })
    return world.get(`/api/draft/enable?${params}`)
  }
  const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? ''

  async function secretOf(who: 'editor' | 'therapist'): Promise<string> {
    const client = await world.client(who)
    const {secret} = await createPreviewSecret(client, 'test', world.lakeUrl, who)
    return secret
  }

  test.each(['editor', 'therapist'] as const)(
    'opens for who may write (%s), and shows words that nobody signed',
    async (who) => {
      const entered = await enter(await secretOf(who))
      expect([entered.status, entered.headers.get('Location')]).toEqual([307, draftPath])
      const page = await world.get(draftPath, {Cookie: cookieOf(entered)})
      const html = await page.text()
      expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'private, no-store'])
      expect(html).toContain('You see drafts')
      expect(html).toContain('Not checked yet')
      expect(html).toContain('noindex')
      expect(html).not.toMatch(/application\/ld\+json|Checked by/)
      expect((await world.get(draftPath)).status).toBe(404)
    },
  )

  test('marks words with the field that they come from, and no codes', async () => {
    const entered = await enter(await secretOf('editor'))
    const html = await (await world.get(draftPath, {Cookie: cookieOf(entered)})).text()
    const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? ''
    expect(heading).toMatch(/[\u200b\u200c\u200d\ufeff]{20}/)
    expect(html).toContain('<dt>Done by</dt><dd>a massage therapist</dd>')
  })

  test('shows a picture in the sizes that screens need, with the words that stand for it', async () => {
    const editor = await world.client('editor')
    const pixels = sharp({create: {width: 900, height: 600, channels: 3, background: 'teal'}})
    const asset = await editor.assets.upload('image', await pixels.png().toBuffer())
    const image = {
      _type: 'imageWithAlt',
      asset: {_type: 'reference', _ref: asset._id},
      alt: 'A hand on a shoulder',
    }
    await editor.patch('drafts.technique-swedish').set({image}).commit()
    const entered = await enter(await secretOf('editor'))
    const html = await (await world.get(draftPath, {Cookie: cookieOf(entered)})).text()
    const tag = /<img [^>]*>/.exec(html)?.[0] ?? ''
    expect(tag).toContain('alt="A hand on a shoulder"')
    expect(tag).toContain('width="720" height="480"')
    const source = /src="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const picture = await fetch(source, {headers: {Accept: 'image/webp'}})
    const {format, width} = await sharp(await picture.arrayBuffer()).metadata()
    expect([picture.status, format, width]).toEqual([200, 'webp', 720])
  })

  test('stays shut for a secret that nobody wrote, and for a pass that nobody gave', async () => {
    expect((await enter(randomUUID())).status).toBe(401)
    const forged = `restwell-preview=${Date.now() + 1e6}.${'a'.repeat(43)}`
    expect((await world.get(draftPath, {Cookie: forged})).status).toBe(404)
  })

  test('lets nobody in who may not write: a viewer cannot make a secret', async () => {
    const {token} = world.lake.accounts.createToken({label: 'viewer', role: 'viewer'})
    const viewer = createClient({
      projectId: 'restwell',
      dataset: 'production',
      apiVersion: '2026-06-01',
      apiHost: world.lakeUrl,
      useProjectHostname: false,
      useCdn: false,
      token,
    })
    await expect(viewer.create({_type: 'sanity.previewUrlSecret', secret: 'x'})).rejects.toThrow()
  })

  test('closes again', async () => {
    const left = await world.get('/api/draft/disable')
    expect([left.status, left.headers.get('Set-Cookie')]).toEqual([
      307,
      'restwell-preview=deleted; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ])
  })
})
