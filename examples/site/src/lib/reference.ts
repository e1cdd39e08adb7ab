import {type Work} from './footnotes.ts'

/** `Chang A-M, Aeschbach D, Duffy JF et al.`, or nothing where nobody is named. */
export function authorsOf({csl}: Work): string {
  const names = (csl?.author ?? []).map(({family, given, literal}) =>
    literal !== null ? literal : [family, initials(given)].filter(Boolean).join(' '),
  )
  if (names.length === 0) return ''
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} et al.` : `${names.join(', ')}.`
}

/** `Family Practice 2018; 35(4): 365-375` */
export function placeOf({csl}: Work): string {
  if (csl === null) return ''
  const {containerTitle, publisher, issued, volume, issue, page} = csl
  const year = issued?.year ?? null
  const where = [containerTitle ?? publisher, year].filter(Boolean).join(' ')
  const number = [volume, issue === null ? '' : `(${issue})`].filter(Boolean).join('')
  return [where, [number, page].filter(Boolean).join(': ')].filter(Boolean).join('; ')
}

export function addressOf({identifiers}: Work): string | null {
  if (identifiers === null) return null
  const {doi, pmid, url} = identifiers
  if (doi !== null) return `https://doi.org/${doi}`
  return pmid !== null ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : url
}

/** `Anne-Marie` as `A-M`, `Charles A.` as `CA`. */
function initials(given: string | null): string {
  if (given === null) return ''
  return given
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .map((part) => part.charAt(0))
        .join('-'),
    )
    .join('')
}
