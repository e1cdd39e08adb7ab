/** What the site is told when it starts. */
export const settings = {
  lakeUrl: process.env['LAKE_URL'] ?? 'http://localhost:3333',
  /** Where readers find the site, for canonical addresses and the sitemap. */
  siteUrl: (process.env['SITE_URL'] ?? 'http://localhost:4321').replace(/\/$/, ''),
  studioUrl: process.env['STUDIO_URL'] ?? process.env['LAKE_URL'] ?? 'http://localhost:3333',
  /** Signs webhooks. Without it none is believed. */
  webhookSecret: process.env['SANITY_WEBHOOK_SECRET'] ?? null,
  /** A viewer token, for drafts. Without it there is no preview. */
  readToken: process.env['SANITY_API_READ_TOKEN'] ?? null,
  /** The id of the site document that this site is; null where the lake serves but one. */
  site: process.env['SITE_ID'] ?? null,
  language: 'en',
  name: 'Restwell',
} as const

/** What every query of pages is asked with. */
export const here = {site: settings.site, language: settings.language} as const
