import {getCliClient} from 'sanity/cli'

/** What `sanity exec` runs in the contract test of the command line. */
const client = getCliClient({
  apiVersion: '2026-06-01',
  apiHost: process.env['SANITY_STUDIO_API_HOST'],
  useProjectHostname: false,
}).withConfig({dataset: 'made'})
const {role} = await client.request<{role: string}>({url: '/users/me'})
console.log(`${role} counts ${await client.fetch<number>('count(*[_type == "note"])')}`)
