import {isFields, listOf, textOf} from './values.ts'

/** A cited work as a reviewer needs it to tell which one it is and whether it still stands. */
export interface Work {
  readonly authors: string
  readonly year: string
  readonly title: string
  readonly container: string
  readonly links: readonly {readonly label: string; readonly href: string}[]
  /** A key of the schema's list; `notChecked` where nobody has looked. */
  readonly retraction: string
  readonly standing: 'stands' | 'unchecked' | 'doubted' | 'gone'
}

export function workOf(document: unknown): Work {
  const csl = fields(document, 'csl')
  const ids = fields(document, 'identifiers')
  const retraction = textOf(fields(document, 'retraction')['status']) ?? 'notChecked'
  const year = fields(csl, 'issued')['year']
  return {
    authors: authorsOf(csl['author']),
    year: typeof year === 'number' ? String(year) : '',
    title: textOf(csl['title']) ?? '',
    container: textOf(csl['containerTitle']) ?? textOf(csl['publisher']) ?? '',
    links: links(ids),
    retraction,
    standing: standings[retraction] ?? 'unchecked',
  }
}

const standings: {readonly [status: string]: Work['standing']} = {
  noneFound: 'stands',
  corrected: 'stands',
  reinstated: 'stands',
  expressionOfConcern: 'doubted',
  retracted: 'gone',
  withdrawn: 'gone',
}

/** Three names tell a work from the next; the record has them all. */
function authorsOf(value: unknown): string {
  const names = listOf(value).map((author) => {
    if (!isFields(author)) return ''
    const given = textOf(author['given']) ?? ''
    const initials = given.match(/\p{L}+/gu)?.map((name) => `${name.slice(0, 1)}.`) ?? []
    const particle = textOf(author['nonDroppingParticle'])
    const family = [particle, textOf(author['family']), initials.join(' ')]
    return textOf(author['literal']) ?? family.filter(Boolean).join(' ')
  })
  const named = names.filter((name) => name !== '')
  return named.length > 3 ? `${named.slice(0, 3).join(', ')} et al.` : named.join(', ')
}

function links(ids: {readonly [field: string]: unknown}): Work['links'] {
  const [doi, pmid, pmcid, url] = ['doi', 'pmid', 'pmcid', 'url'].map((name) => textOf(ids[name]))
  return [
    ...(doi ? [{label: `DOI ${doi}`, href: `https://doi.org/${encodeURI(doi)}`}] : []),
    ...(pmid
      ? [{label: `PMID ${pmid}`, href: `https://pubmed.ncbi.nlm.nih.gov/${encodeURI(pmid)}/`}]
      : []),
    ...(pmcid
      ? [{label: pmcid, href: `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURI(pmcid)}/`}]
      : []),
    ...(!doi && !pmid && url && webAddress(url) !== null ? [{label: url, href: url}] : []),
  ]
}

/** What a link may lead to: a document's text is not trusted with anything but the web. */
export function webAddress(text: string): string | null {
  return /^https?:\/\//i.test(text) ? text : null
}

function fields(value: unknown, name: string): {readonly [field: string]: unknown} {
  const inner = isFields(value) ? value[name] : null
  return isFields(inner) ? inner : {}
}
