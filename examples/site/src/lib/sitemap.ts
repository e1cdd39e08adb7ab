import {nextById, sitemapQuery, verifySite} from '../../../../queries/index.ts'
import {type SitemapQueryResult} from '../../../../sanity.types.ts'
import {today} from './days.ts'
import {lake} from './lake.ts'
import {isOverdue} from './marks.ts'
import {pathOf} from './paths.ts'
import {here, settings} from './settings.ts'

const others = ['/', '/articles', '/questions', '/techniques', '/topics', '/changes', '/reviewers']

/** Only what may be listed, verifies, and is not overdue on this very day. */
export async function sitemap(now: Date): Promise<string> {
  const listable = new Set<string>()
  for await (const verdict of verifySite((query, params) => lake.fetch(query, params))) {
    if (verdict.valid && !isOverdue(verdict, today(now))) listable.add(verdict.id)
  }
  const rows = (await everyRow()).filter(({_id}) => listable.has(_id))
  const urls = [
    ...others.map((path) => urlElement(path, null)),
    ...rows.flatMap((row) => {
      const path = pathOf(row)
      return path === null ? [] : [urlElement(path, row.lastChangedAt)]
    }),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

async function everyRow(): Promise<SitemapQueryResult> {
  const all: SitemapQueryResult = []
  let cursor: {readonly afterId: string} | null = {afterId: ''}
  while (cursor !== null) {
    const rows: SitemapQueryResult = await lake.fetch(sitemapQuery, {...here, ...cursor})
    all.push(...rows)
    cursor = nextById(rows)
  }
  return all
}

function urlElement(path: string, changedAt: string | null): string {
  const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`
  return `<url><loc>${escaped(settings.siteUrl + path)}</loc>${changed}</url>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
