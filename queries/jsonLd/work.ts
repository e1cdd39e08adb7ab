import {type Organization, type Person, type ScholarlyArticle} from 'schema-dts'
import {type ArticleQueryResult} from '../../sanity.types.ts'

type Claim = NonNullable<NonNullable<ArticleQueryResult>['sections'][number]['claims']>[number]

/** A cited work, as the queries give it. */
export type Work = NonNullable<NonNullable<Claim['citations']>[number]['work']>

/** Every work that an answer cites, each once, in the order in which the page comes to it. */
export function worksIn(answer: unknown): readonly Work[] {
  const found = new Map<string, Work>()
  const visit = (value: unknown, name: string) => {
    if (typeof value !== 'object' || value === null) return
    if (name === 'work' && '_id' in value && 'csl' in value) {
      const work = value as Work
      if (!found.has(work._id)) found.set(work._id, work)
      return
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, key)
  }
  visit(answer, '')
  return [...found.values()]
}

export function isRetracted({retraction: {status}}: Work): boolean {
  return status === 'retracted' || status === 'withdrawn'
}

/** A work. One that was retracted says so; it stands in nobody's `citation`. */
export function scholarlyArticle(work: Work): ScholarlyArticle {
  const {csl, identifiers, retraction} = work
  const doi = identifiers?.doi ?? null
  return {
    '@type': 'ScholarlyArticle',
    'name': csl.title,
    'author': csl.author.flatMap(writer),
    'datePublished': day(csl.issued),
    ...(csl.page === null ? {} : {pagination: csl.page}),
    ...(csl.containerTitle === null ? {} : {isPartOf: placeOf(csl.containerTitle, csl)}),
    ...(csl.publisher === null
      ? {}
      : {publisher: {'@type': 'Organization', 'name': csl.publisher}}),
    'identifier': identifiersOf(work),
    ...(doi === null ? {} : {sameAs: doiAddress(doi)}),
    ...(isRetracted(work) ? {creativeWorkStatus: 'Retracted'} : {}),
    ...(isRetracted(work) && retraction.noticeDoi !== null
      ? {correction: doiAddress(retraction.noticeDoi)}
      : {}),
  }
}

function writer({
  family,
  given,
  literal,
}: Work['csl']['author'][number]): readonly (Person | Organization)[] {
  if (family === null) return literal === null ? [] : [{'@type': 'Organization', 'name': literal}]
  const name = given === null ? family : `${given} ${family}`
  const givenName = given === null ? {} : {givenName: given}
  return [{'@type': 'Person', name, 'familyName': family, ...givenName}]
}

function placeOf(title: string, {volume, issue}: Work['csl']) {
  const periodical = {'@type': 'Periodical', 'name': title} as const
  if (volume === null) return periodical
  const inVolume = {
    '@type': 'PublicationVolume',
    'volumeNumber': volume,
    'isPartOf': periodical,
  } as const
  return issue === null
    ? inVolume
    : ({'@type': 'PublicationIssue', 'issueNumber': issue, 'isPartOf': inVolume} as const)
}

function identifiersOf({identifiers}: Work) {
  const {doi, pmid, pmcid} = identifiers ?? {}
  return Object.entries({doi, pmid, pmcid}).flatMap(([propertyID, value]) =>
    value ? [{'@type': 'PropertyValue', propertyID, value} as const] : [],
  )
}

function day({year, month, day: date}: Work['csl']['issued']): string {
  const parts = [year, ...(month === null ? [] : [month, ...(date === null ? [] : [date])])]
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi)}`
