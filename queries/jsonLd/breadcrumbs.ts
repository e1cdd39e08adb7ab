import {type BreadcrumbList} from 'schema-dts'

/** The way to a page, from the first page of the site to itself. */
export function breadcrumbs(
  steps: readonly {readonly name: string; readonly url: string}[],
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    'itemListElement': steps.map(({name, url}, index) => ({
      '@type': 'ListItem',
      'position': index + 1,
      name,
      'item': url,
    })),
  }
}
