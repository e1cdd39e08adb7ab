import {encodeSignatureHeader} from '@sanity/webhook'
import {afterEach, beforeEach, describe, expect, inject, test} from 'vitest'
import {command, password, publishAction} from '../support/reviewedLake.ts'
import {eventually, openSiteWorld, type SiteWorld} from './support/siteWorld.ts'

const day = 24 * 60 * 60 * 1000
const question = '/questions/massage-tonight'
const id = 'faq-massage-tonight'

/** Each time the page is in the site's memory before something happens to it. */
describe.skipIf(!inject('siteIsBuilt'))('what happens in the lake', () => {
  let world: SiteWorld
  beforeEach(async () => {
    world = await openSiteWorld()
    for (const path of [question, '/sitemap.xml', '/questions', '/changes']) await world.get(path)
  })
  afterEach(() => world?.close())

  const statusIs = (wanted: number) =>
    eventually(
      async () => (await world.get(question)).status,
      (status) => status === wanted,
    )
  const isListed = async () =>
    [await world.text('/sitemap.xml'), await world.text('/questions')].map((text) =>
      text.includes('massage-tonight'),
    )

  test('new words are served once they are signed and published, and no word before', async () => {
    const {dataset, people} = world
    const document = dataset.store.document(id)
    if (document === null) return expect.fail('the starter content lacks the question')
    const draft = {...document, _id: `drafts.${id}`, shortAnswer: 'Perhaps. Nobody can promise it.'}
    await dataset.mutate(people.editor, {mutations: [{createOrReplace: draft}]})
    expect(await world.text(question)).not.toContain('Nobody can promise it.')
    await sign()
    await dataset.act(people.editor, {actions: [publishAction(id)]})
    const html = await eventually(
      () => world.text(question),
      (text) => text.includes('Nobody can promise it.'),
    )
    expect(html).toContain('Nobody can promise it.')
    expect(await world.text('/changes')).toContain('changed the short answer')
  })

  test('an unpublished page is gone, from the lists too', async () => {
    const unpublish = {actionType: 'sanity.action.document.unpublish', publishedId: id}
    await world.dataset.act(world.people.editor, {
      actions: [{...unpublish, draftId: `drafts.${id}`}],
    })
    expect(await statusIs(404)).toBe(404)
    expect(await isListed()).toEqual([false, false])
  })

  test('a page whose sign-off is revoked is gone', async () => {
    await command(world, world.people.sleep, 'revoke', id, {reason: 'I read it too fast.'})
    expect(await statusIs(404)).toBe(404)
    expect(await isListed()).toEqual([false, false])
  })

  test('an overdue page says so, and leaves the sitemap by itself', async () => {
    expect(await isListed()).toEqual([true, true])
    world.pass(3 * 365 * day)
    const html = await eventually(
      () => world.text(question),
      (text) => text.includes('Please note'),
    )
    expect(html).toContain('This page is past its date for a new check')
    expect((await world.text('/sitemap.xml')).includes('massage-tonight')).toBe(false)
  })

  test('news of a retracted study is on the page that cites it', async () => {
    const {dataset, people} = world
    const citation = 'citation-ntoumas-2025'
    const retraction = {'retraction.status': 'retracted', 'retraction.checkedOn': '2026-11-01'}
    await dataset.mutate(people.editor, {mutations: [{patch: {id: citation, set: retraction}}]})
    const html = await eventually(
      () => world.text(question),
      (text) => text.includes('Please note'),
    )
    expect(html).toContain('A study that this page cites has been retracted')
    expect(html).toContain('This study has been retracted. Do not rely on it.')
  })

  test('a page that moved is found at its old address', async () => {
    const {dataset, people} = world
    const document = dataset.store.document(id)
    const slug = {_type: 'slug', current: 'one-massage-tonight'}
    const draft = {...document, _id: `drafts.${id}`, _type: 'faqEntry', slug}
    await dataset.mutate(people.editor, {mutations: [{createOrReplace: draft}]})
    await sign()
    await dataset.act(people.editor, {actions: [publishAction(id)]})
    expect(await statusIs(301)).toBe(301)
    expect((await world.get(question)).headers.get('Location')).toBe(
      '/questions/one-massage-tonight',
    )
  })

  test('nobody else can make the site ask for everything again', async () => {
    const post = (signature: string) =>
      fetch(`${world.siteUrl}/api/revalidate`, {
        method: 'POST',
        headers: {'sanity-webhook-signature': signature},
        body: '{}',
      })
    const forged = await encodeSignatureHeader('{}', Date.now(), 'a guess')
    expect([(await post('')).status, (await post(forged)).status]).toEqual([401, 401])
  })

  async function sign(): Promise<void> {
    const {dataset, people} = world
    const shown = dataset.read(people.sleep, 'review', id) as {
      readonly digest: string
      readonly closureDigest: string
      readonly attestation: {readonly id: string}
    }
    const {digest, closureDigest, attestation} = shown
    const words = {digest, closureDigest, attestation: attestation.id, password}
    await command(world, people.sleep, 'signOff', id, {...words, conflictOfInterest: 'none'})
  }
})
