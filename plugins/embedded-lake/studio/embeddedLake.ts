import {type SourceOptions} from 'sanity'
import {lakeClient} from './lakeClient.ts'
import {lakeOrigin} from './lakeOrigin.ts'
import {installFetchGuard} from './fetchGuard.ts'

type LakeSource = Pick<
  SourceOptions,
  'projectId' | 'dataset' | 'apiHost' | 'auth' | 'unstable_clientFactory'
>

/**
 * The part of a workspace that says where its documents live: on the origin that served the page.
 * A function rather than a plugin, because a plugin cannot choose the API host or the way to sign in.
 */
export function embeddedLake({
  projectId,
  dataset,
}: {
  projectId: string
  dataset: string
}): LakeSource {
  const origin = lakeOrigin()
  installFetchGuard(origin)
  return {
    projectId,
    dataset,
    apiHost: origin,
    unstable_clientFactory: lakeClient,
    auth: {
      loginMethod: 'token',
      redirectOnSingle: true,
      providers: [{name: 'local', title: 'Restwell account', url: `${origin}/login`}],
    },
  }
}
