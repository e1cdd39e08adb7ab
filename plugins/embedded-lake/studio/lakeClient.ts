import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'
import {lakeFetch} from './lakeFetch.ts'

/** Every client that the Studio makes: no project in the host name, event streams through the tunnel. */
export function lakeClient(config: ClientConfig): SanityClient {
  return createClient({...config, useProjectHostname: false, resolveFetch: () => lakeFetch})
}
