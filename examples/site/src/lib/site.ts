import {type Linked} from '../../../../queries/index.ts'
import {pathOf, reviewerPath} from './paths.ts'
import {settings} from './settings.ts'

const absolute = (path: string): string => settings.siteUrl + path

/** The site as structured data knows it. */
export const site = {
  name: settings.name,
  url: absolute('/'),
  publishingPrinciples: absolute('/how-we-check'),
  correctionsPolicy: absolute('/changes'),
  address: ({_type, slug}: Linked): string =>
    absolute(_type === 'person' ? reviewerPath(slug) : (pathOf({_type, slug}) ?? '/')),
}

/** The steps from the first page of the site to a page. */
export function trail(
  ...steps: readonly {readonly name: string; readonly path: string}[]
): readonly {readonly name: string; readonly url: string}[] {
  return [{name: 'Home', path: '/'}, ...steps].map(({name, path}) => ({name, url: absolute(path)}))
}
