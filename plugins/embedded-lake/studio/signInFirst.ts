/**
 * For the head of the page: whoever has no session goes on to sign in before the Studio is fetched, which would lead
 * there too. The key is the one under which the Studio (6.16) keeps its session.
 */
export function signInFirst(projectId: string): string {
  const key = JSON.stringify(`__studio_auth_token_${projectId}`)
  return (
    `<script>try{if(!localStorage.getItem(${key})&&!location.hash){` +
    `stop();location.replace("/login?"+new URLSearchParams({origin:location.href}))}}catch{}</script>`
  )
}
