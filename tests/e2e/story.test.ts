import {type Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launchBrowser, openWindow, picture, signIn, type Visit} from './support/browser.ts'
import {chromiumPath} from './support/chromium.ts'
import {documentPane, openDocument, openReviewPanel} from './support/desk.ts'
import {type RunningServer, startServer} from './support/server.ts'

const title = 'A quiet hour before bed'
const livePage = `*[_type == "article" && title match "A quiet hour*"][0]{_id, title}`

describe.skipIf(chromiumPath === null)('from words to readers', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let reviewer: Visit
  let id: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await openWindow(browser, server)
    reviewer = await openWindow(browser, server)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('an editor signs in and writes an article', async () => {
    const {page} = editor
    await signIn(page, server.signIns.editor)
    await page.goto('/intent/create/type=article')
    await page.getByTestId('field-title').getByRole('textbox').fill(title)

    const client = server.client(await server.token('editor')).withConfig({perspective: 'raw'})
    const draft = `*[_type == "article" && title == $title][0]._id`
    await expect.poll(() => client.fetch(draft, {title}), {timeout: 30_000}).toMatch(/^drafts\./)
    const draftId: string = await client.fetch(draft, {title})
    id = draftId.slice('drafts.'.length)

    // The rest of the words come by script, as from somebody's text editor; the open form follows.
    const {
      _id,
      _rev,
      _type,
      _createdAt,
      _updatedAt,
      title: _,
      slug,
      ...words
    } = await client.fetch('*[_id == "article-a-calmer-evening"][0]')
    await client
      .patch(draftId)
      .set({...words, slug: {_type: 'slug', current: 'a-quiet-hour'}})
      .commit()
  })

  test('is told why it cannot be published before asking for it', async () => {
    const {page} = editor
    await openDocument(page, 'article', id)
    await openReviewPanel(page)
    await page.getByText(/^These words need a sign-off/).waitFor()
    await picture(page, 'blocked')
    await page.getByTestId('action-menu-button').click()
    expect(await page.getByRole('menuitem', {name: 'Publish'}).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
  })

  test('is refused by the server, too', async () => {
    const client = server.client(await server.token('editor'))
    const publish = client.action({
      actionType: 'sanity.action.document.publish',
      publishedId: id,
      draftId: `drafts.${id}`,
    })
    await expect(publish).rejects.toMatchObject({statusCode: 403})
    expect(await server.client().fetch(livePage)).toBe(null)
  })

  test('the editor asks for review', async () => {
    const {page} = editor
    await page.getByRole('button', {name: 'Submit for review'}).click()
    await page.getByRole('dialog').getByRole('button', {name: 'Submit for review'}).click()
    await page.getByText('Submitted for review').waitFor()
  })

  test('a sleep specialist finds it in the inbox and signs exactly these words', async () => {
    const {page} = reviewer
    await signIn(page, server.signIns.sleep)
    await page.goto('/review')
    await page.getByText(title).first().waitFor()
    await picture(page, 'inbox')
    await openDocument(page, 'article', id)
    await page.getByRole('button', {name: 'Sign', exact: true}).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('None').check()
    await dialog.getByLabel('Your password').fill(server.signIns.sleep.password)
    await picture(page, 'signing')
    await dialog.getByRole('button', {name: 'Sign these words'}).click()
    await dialog.waitFor({state: 'detached'})
  })

  test('the editor publishes, and a front end without a token reads it', async () => {
    const {page} = editor
    await openDocument(page, 'article', id)
    const publish = documentPane(page).getByTestId('action-publish')
    await expect.poll(() => publish.isEnabled(), {timeout: 30_000}).toBe(true)
    await publish.click()
    await expect
      .poll(() => server.client().fetch(livePage), {timeout: 30_000})
      .toEqual({_id: id, title})
    await openReviewPanel(page)
    await picture(page, 'published')
  })

  test('one more word ends the sign-off, and readers keep what was signed', async () => {
    const {page} = editor
    await page.getByTestId('field-title').getByRole('textbox').fill(`${title}, every day`)
    await page.getByText(/^These words need a sign-off/).waitFor()
    const client = server.client(await server.token('editor'))
    await expect(
      client.action({
        actionType: 'sanity.action.document.publish',
        publishedId: id,
        draftId: `drafts.${id}`,
      }),
    ).rejects.toMatchObject({statusCode: 403})
    expect(await server.client().fetch(livePage)).toEqual({_id: id, title})
  })

  test('nobody asked for anything outside, and nothing broke on screen', () => {
    for (const {outside, complaints} of [editor, reviewer]) {
      expect({outside, complaints}).toEqual({outside: [], complaints: []})
    }
  })
})
