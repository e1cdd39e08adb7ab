import {type Browser, type Locator, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {chromiumPath} from '../../scripts/chromium.ts'
import {launchBrowser, openWindow, picture, signIn, type Visit} from './support/browser.ts'
import {documentPane, openDocument, openReviewPanel} from './support/desk.ts'
import {type RunningServer, startServer} from './support/server.ts'

const title = 'A quiet hour before bed'
const livePage = `*[_type == "article" && title match "A quiet hour*"][0]{_id, title}`

describe.skipIf(chromiumPath === null)('from words to readers', () => {
  let server: RunningServer
  let browser: Browser
  let editor: Visit
  let reviewer: Visit
  let therapist: Visit
  let registrar: Visit
  let id: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    editor = await openWindow(browser, server)
    reviewer = await openWindow(browser, server)
    therapist = await openWindow(browser, server)
    registrar = await openWindow(browser, server)
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
    // While it fades away it takes the next Escape for its own, and the focus with it.
    await page.getByRole('menu').waitFor({state: 'detached'})
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
    const submit = page.getByRole('button', {name: 'Submit for review'})
    await submit.click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => hasFocus(submit), {timeout: 10_000}).toBe(true)
    await submit.click()
    await page.getByRole('dialog').getByRole('button', {name: 'Submit for review'}).click()
    await page.getByText('Submitted for review').waitFor()
  })

  test('a sleep specialist claims it in the inbox, and reads it beside its evidence', async () => {
    const {page} = reviewer
    await signIn(page, server.signIns.sleep)
    await page.goto('/review')
    await page.getByRole('link', {name: title}).waitFor()
    await picture(page, 'inbox')
    await card(page, title).getByRole('button', {name: 'Claim'}).click()
    await page.getByText('This review is with you').waitFor()
    await page.getByRole('link', {name: title}).click()
    await page.getByRole('heading', {level: 1, name: title}).waitFor()
    await page.getByText('Nobody has signed this page yet').waitFor()
    await page.getByRole('heading', {name: /^Claims and their evidence/}).waitFor()
    await picture(page, 'reading')
  })

  test('comments on the words, and asks for changes', async () => {
    const {page} = reviewer
    await page
      .getByRole('button', {name: `Comment on: ${title}`})
      .first()
      .click()
    const comment = page.getByRole('dialog')
    await comment.getByLabel('Your comment').fill('Whose hour? Say it in the title.')
    await comment.getByLabel('Publishing waits for it').check()
    await comment.getByRole('button', {name: 'Comment', exact: true}).click()
    await comment.waitFor({state: 'detached'})
    await page.getByText('Whose hour? Say it in the title.').first().waitFor()
    await page.getByRole('button', {name: 'Request changes'}).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What should change, and why?').fill('Please answer the comment.')
    await dialog.getByRole('button', {name: 'Request changes'}).click()
    await dialog.waitFor({state: 'detached'})
  })

  test('the editor finds that in the inbox, answers, and asks again', async () => {
    const {page} = editor
    await page.goto('/review')
    await card(page, title).getByText('Please answer the comment.').waitFor()
    await openDocument(page, 'article', id)
    await page.getByRole('button', {name: 'Submit for review'}).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Your answer').fill('Yours: the reader’s. The summary says so.')
    await picture(page, 'answering')
    await dialog.getByRole('button', {name: 'Submit for review'}).click()
    await page.getByText('Submitted for review').waitFor()
  })

  test('the specialist resolves the comment and signs exactly these words', async () => {
    const {page} = reviewer
    await page.goto(`/review/read/${id}`)
    await page.getByText(/^You asked for changes on /).waitFor()
    await page.getByText('“Yours: the reader’s. The summary says so.”').waitFor()
    await page.getByRole('button', {name: 'Resolve'}).first().click()
    const answer = page.getByRole('dialog')
    await answer.getByLabel('Your answer (kept in the record)').fill('Fine.')
    await answer.getByRole('button', {name: 'Resolve'}).click()
    await answer.waitFor({state: 'detached'})
    await sign(page, 'Sign', server.signIns.sleep.password)
    await page.getByText(/^You signed this on /).waitFor()
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

  test('a therapist sees what changed since it was signed, and signs that', async () => {
    const {page} = therapist
    await signIn(page, server.signIns.therapist)
    await page.goto(`/review/read/${id}`)
    await page.getByText(/^Compared with what .* signed/).waitFor()
    expect(await page.locator('ins').first().innerText()).toContain('every day')
    await picture(page, 'changes')
    await sign(page, 'Sign', server.signIns.therapist.password)
  })

  test('a registrar suspends a credential, and readers are told at once', async () => {
    const {page} = registrar
    await signIn(page, server.signIns.registrar)
    await page.goto('/review/credentials')
    await page.getByText('Silas Demo-Sleep-Physician').waitFor()
    await picture(page, 'credentials')
    await page.goto('/intent/edit/id=credential.demo-sleep;type=reviewerCredential')
    // The menu holds what the registrar may do only once that has been asked.
    await documentPane(page).getByText('Verified', {exact: true}).waitFor()
    await page.waitForLoadState('networkidle', {timeout: 5_000}).catch(() => {})
    await documentPane(page).getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Suspend'}).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason (kept in the record)').fill('The board told us.')
    await dialog.getByRole('button', {name: 'Suspend'}).click()
    await dialog.waitFor({state: 'detached'})
    const record = `*[_type == "review" && subject._ref == $id][0]{marks[]{trigger, consequence}, indexed}`
    await expect
      .poll(() => server.client().fetch(record, {id}), {timeout: 30_000})
      .toEqual({
        marks: [{trigger: 'credentialSuspended', consequence: 'mark'}],
        indexed: true,
      })
  })

  test('the dashboard counts nothing live without a sign-off, and the record tells it all', async () => {
    const {page} = editor
    await page.goto('/review/dashboard')
    await page.getByText('Live without a valid sign-off').waitFor()
    await picture(page, 'dashboard')
    await page.goto(`/review/record/${id}`)
    await page.getByRole('heading', {level: 1, name: 'Review record'}).waitFor()
    await page.getByText(/entries, oldest first$/).waitFor()
    await picture(page, 'record')
    const records = await recordOf(server, id)
    expect(records).toEqual([
      'refused',
      'submitted',
      'claimed',
      'commented',
      'changesRequested',
      'submitted',
      'commentResolved',
      'signedOff',
      'published',
      'refused',
      'signedOff',
      'marked',
    ])
  })

  test('nobody asked for anything outside, and nothing broke on screen', () => {
    for (const {outside, complaints} of [editor, reviewer, therapist, registrar]) {
      expect({outside, complaints}).toEqual({outside: [], complaints: []})
    }
  })
})

/** A page in the inbox. */
function card(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({has: page.getByRole('link', {name})})
}

/** Answers everything that the signing dialog asks. */
async function sign(page: Page, button: string, password: string): Promise<void> {
  await page.getByRole('button', {name: button, exact: true}).click()
  const dialog = page.getByRole('dialog')
  for (const yes of await dialog.getByLabel('Yes', {exact: true}).all()) await yes.check()
  await dialog.getByLabel('Approved', {exact: true}).check()
  await dialog.getByLabel('None').check()
  await dialog.getByLabel('Your password').fill(password)
  await picture(page, 'signing')
  await dialog.getByRole('button', {name: 'Sign these words'}).click()
  await dialog.waitFor({state: 'detached'})
}

function hasFocus(button: Locator): Promise<boolean> {
  return button.evaluate((element) => element === document.activeElement)
}

async function recordOf(server: RunningServer, id: string): Promise<readonly string[]> {
  const response = await fetch(`${server.url}/v1/data/reads/production/record/${id}`, {
    headers: {authorization: `Bearer ${await server.token('editor')}`},
  })
  const {events} = (await response.json()) as {events: readonly {kind: string}[]}
  return events.map(({kind}) => kind)
}
