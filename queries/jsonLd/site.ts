import {type Organization} from 'schema-dts'

/** Who answers for a site, and where its pages are. */
export interface Site {
  readonly name: string
  readonly url: string
  readonly logo?: string
  /** Absolute addresses of the pages that say how the site works. */
  readonly publishingPrinciples?: string
  readonly correctionsPolicy?: string
  readonly ethicsPolicy?: string
  readonly ownershipFundingInfo?: string
  /** The absolute address of a page, or of somebody's profile. */
  readonly address: (page: Linked) => string
}

export interface Linked {
  readonly _type: 'article' | 'faqEntry' | 'technique' | 'person'
  readonly slug: string
}

export function organization(site: Site): Exclude<Organization, string> {
  const {name, url, logo, address: _, ...policies} = site
  return {'@type': 'Organization', name, url, ...(logo === undefined ? {} : {logo}), ...policies}
}
