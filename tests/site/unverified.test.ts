import {createServer, type Server} from 'node:http'
import {type AddressInfo} from 'node:net'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {openSiteWorld, type SiteWorld} from './support/siteWorld.ts'

/** Somebody between the lake and the site, who changes words on their way. */
async function meddler(): Promise<{
  readonly url: string
  meet(lake: string): void
  server: Server
}> {
  let lake = ''
  const server = createServer((request, response) => {
    void fetch(lake + request.url)
      .then((answer) => answer.text())
      .then((text) => {
        const changed = text.replaceAll('a padded chair', 'a healing chair')
        response.writeHead(200, {'Content-Type': 'application/json'}).end(changed)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return {url: `http://127.0.0.1:${port}`, meet: (url) => void (lake = url), server}
}

describe.skipIf(!inject('siteIsBuilt'))('a page whose words are not those that were signed', () => {
  let world: SiteWorld
  let between: Awaited<ReturnType<typeof meddler>>
  beforeAll(async () => {
    between = await meddler()
    world = await openSiteWorld({
      lakeSeen: (url) => {
        between.meet(url)
        return between.url
      },
    })
  })
  afterAll(async () => {
    await world?.close()
    between?.server.close()
  })

  test('is not served, and the site says why', async () => {
    const response = await world.get('/techniques/chair')
    const html = await response.text()
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '300'])
    expect(html).toContain('We cannot show this page now')
    expect(html).toContain('These are not the words that were signed')
    expect(html).not.toContain('healing')
    expect(html).toContain('<meta name="robots" content="noindex">')
  })

  test('is in no sitemap, while the others are', async () => {
    const sitemap = await world.text('/sitemap.xml')
    expect([sitemap.includes('/techniques/chair'), sitemap.includes('massage-tonight')]).toEqual([
      false,
      true,
    ])
  })
})
