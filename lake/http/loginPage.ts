import {LakeError} from '../errors.ts'
import {readBytes} from './body.ts'
import {type AppConfig, type Call, originOf} from './call.ts'
import {isTrustedOrigin} from './cors.ts'
import {renderings} from './errors.ts'

/** Where the Studio sends people to sign in. Works without JavaScript. */
export function loginPage(call: Call): Response {
  const target = targetOf(call, call.url.searchParams.get('origin'))
  if (target === null) return page(call.config, {error: wrongTarget, status: 400})
  return page(call.config, {target: target.href, type: typeOf(call.url.searchParams.get('type'))})
}

export async function submitLogin(call: Call): Promise<Response> {
  const {lake, request, config} = call
  const from = request.headers.get('origin')
  if (from !== null && !isTrustedOrigin(from, request.headers.get('host'), config)) {
    return page(config, {error: 'This form was sent from another site. Sign in here.', status: 403})
  }
  const bytes = await readBytes(request, 16 * 1024, 'The form is too large.')
  const form = new URLSearchParams(new TextDecoder().decode(bytes))
  const email = form.get('email') ?? ''
  const target = targetOf(call, form.get('origin'))
  const type = typeOf(form.get('type'))
  if (target === null) return page(config, {error: wrongTarget, status: 400})
  try {
    const account = await lake.accounts.checkPassword(email, form.get('password') ?? '')
    const sid = lake.accounts.createSid(account.id)
    if (type === 'token') {
      target.searchParams.set('url', `${originOf(call)}/v1/auth/fetch?sid=${sid}`)
    } else target.hash = `sid=${sid}`
    return new Response(null, {status: 303, headers: {...pageHeaders(), Location: target.href}})
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    const {status} = renderings[error.code]
    return page(config, {target: target.href, type, email, error: error.message, status})
  }
}

/** How the ticket goes back: to a page behind `#`, to the command line (`token`) as an address to ask. */
function typeOf(type: string | null): LoginType {
  return type === 'token' ? 'token' : 'page'
}

type LoginType = 'page' | 'token'

const wrongTarget =
  'This link would send you to an address that the Studio does not know. Open the Studio and sign in from there.'

/** The page to go back to, if it is one of ours: a ticket must not be carried to strangers. */
function targetOf({request, url, config}: Call, origin: string | null): URL | null {
  const target = URL.parse(origin === null || origin === '' ? '/' : origin, url.origin)
  if (!target || target.username !== '' || target.password !== '') return null
  return isTrustedOrigin(target.origin, request.headers.get('host') ?? url.host, config)
    ? target
    : null
}

function pageHeaders(target?: string): Record<string, string> {
  const goesTo = target === undefined ? '' : ` ${new URL(target).origin}`
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'${goesTo}; base-uri 'none'; frame-ancestors 'none'`,
  }
}

interface PageState {
  readonly target?: string
  readonly type?: LoginType
  readonly email?: string
  readonly error?: string
  readonly status?: number
}

function page(
  {title}: AppConfig,
  {target, type, email = '', error, status = 200}: PageState,
): Response {
  const form =
    target === undefined
      ? ''
      : `<form method="post" action="/login">
  <input type="hidden" name="origin" value="${escaped(target)}">
  <input type="hidden" name="type" value="${type === 'token' ? 'token' : ''}">
  <label for="email">E-mail</label>
  <input id="email" name="email" type="email" autocomplete="username" required value="${escaped(email)}"${email === '' ? ' autofocus' : ''}>
  <label for="password">Password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required${email === '' ? '' : ' autofocus'}${error ? ' aria-describedby="error"' : ''}>
  <button type="submit">Sign in</button>
</form>`
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign in to ${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="house">${escaped(title)}</p>
<h1>Sign in</h1>
${error ? `<p id="error" class="error" role="alert">${escaped(error)}</p>` : ''}
${form}
<p class="note">Accounts live on this machine. An administrator can set a new password for you.</p>
</main>
</body>
</html>`
  return new Response(html, {status, headers: pageHeaders(target)})
}

const style = `
:root { --ground: #f3f4ef; --card: #fff; --ink: #1d2a28; --soft: #53625f; --line: #8b9996; --accent: #1f5f56; --on: #fff; --bad: #9c2115; --bad-ground: #fdeeec }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101716; --card: #182221; --ink: #e6eeec; --soft: #a4b4b0; --line: #6d7f7b; --accent: #7fcdbf; --on: #0c1413; --bad: #ffb4a8; --bad-ground: #3a1a16 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { width: 100%; max-width: 24rem; padding: 2.25rem 2rem 1.75rem; background: var(--card); border-radius: 14px; box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 12px 32px rgb(0 0 0 / .08) }
h1 { margin: .15rem 0 1.25rem; font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em }
.house { margin: 0; color: var(--accent); font-weight: 600; font-size: .9rem }
label { display: block; margin: 0 0 .3rem; font-weight: 600; font-size: .9rem }
input { width: 100%; margin: 0 0 1rem; padding: .65rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 8px }
button { width: 100%; margin-top: .25rem; padding: .75rem; font: inherit; font-weight: 600; color: var(--on); background: var(--accent); border: 0; border-radius: 8px; cursor: pointer }
button:hover { filter: brightness(1.08) }
input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.error { margin: 0 0 1.25rem; padding: .7rem .85rem; color: var(--bad); background: var(--bad-ground); border-left: 4px solid; border-radius: 6px }
.note { margin: 1.25rem 0 0; color: var(--soft); font-size: .85rem }
`

function escaped(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character)
}
