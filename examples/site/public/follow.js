// Asked for by whoever follows a page: shows it anew when its words change.
const known = fetch(location.pathname, {method: 'HEAD'}).then(fingerprint)

new EventSource('/api/changes').addEventListener('changed', async () => {
  const now = fingerprint(await fetch(location.pathname, {method: 'HEAD', cache: 'no-cache'}))
  if (now !== (await known)) location.reload()
})

function fingerprint(response) {
  return response.headers.get('ETag')
}
