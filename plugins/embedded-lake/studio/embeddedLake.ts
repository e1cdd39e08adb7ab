import {type SourceOptions} from 'sanity'
import {lakeClient} from './lakeClient.ts'
import {lakeOrigin} from './lakeOrigin.ts'
import {installFetchGuard} from './fetchGuard.ts'
import {nameSchedules, timelineWords} from './timelineWords.ts'

type LakeSource = Pick<
  SourceOptions,
  'projectId' | 'dataset' | 'apiHost' | 'auth' | 'beta' | 'i18n' | 'unstable_clientFactory'
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
  nameSchedules()
  return {
    projectId,
    dataset,
    apiHost: origin,
    unstable_clientFactory: lakeClient,
    // The lake tells what was added to a release and discarded from it.
    beta: {eventsAPI: {releases: true}},
    i18n: {bundles: [timelineWords]},
    auth: {
      loginMethod: 'token',
      redirectOnSingle: true,
      providers: [{name: 'local', title: 'Restwell account', url: `${origin}/login`}],
    },
  }
}
