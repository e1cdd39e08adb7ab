import {webAddress} from '../reading/works.ts'
import {type WorksRead} from '../reads.ts'

export type CitedWorkLine = WorksRead['works'][number]

/** Where retractions are announced, by the codes of the citation's own field. */
export const registers = ['crossref', 'pubmed', 'retractionWatch', 'publisher'] as const

export type Register = (typeof registers)[number]

export function isRegister(value: string): value is Register {
  return registers.some((each) => each === value)
}

/** The page on which somebody looks a work up; `null` where this register could not know it. */
export function registerLink(
  register: Register,
  {doi, pmid, url, title}: Pick<CitedWorkLine, 'doi' | 'pmid' | 'url' | 'title'>,
): string | null {
  const term = encodeURIComponent(doi || title)
  switch (register) {
    case 'crossref':
      return `https://search.crossref.org/search/works?q=${term}&from_ui=yes`
    case 'pubmed':
      return pmid === ''
        ? `https://pubmed.ncbi.nlm.nih.gov/?term=${term}`
        : `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`
    // Its form takes no search from an address.
    case 'retractionWatch':
      return 'https://retractiondatabase.org/RetractionSearch.aspx'
    case 'publisher':
      if (doi !== '') return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`
      return webAddress(url)
  }
}
