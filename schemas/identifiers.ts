/** An identifier scheme: `normalise` gives the plain form, `check` gives true or says what is wrong. */
export interface Scheme {
  readonly normalise: (text: string) => string
  readonly check: (text: string) => true | string
}

const trimmed = (text: string): string => text.trim()
const digitsOf = (text: string): number[] =>
  [...text].map((digit) => (digit === 'X' ? 10 : Number(digit)))
const weighted = (digits: readonly number[], weight: (index: number) => number): number =>
  digits.reduce((sum, digit, index) => sum + digit * weight(index), 0)

const doiPrefix = /^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i
const usualDoi = /^10\.\d{4,9}\/[-._;()/:A-Z0-9]+$/i
const oldDoi = /^10\.\d{4,9}\/[-._;()/:<>[\]A-Z0-9]+$/i

/** Copied DOIs often carry the end of the sentence; a closing bracket is part of it only if it was opened. */
function withoutSentenceEnd(text: string): string {
  const unbalanced = text.endsWith(')') && text.split(')').length > text.split('(').length
  return /[.,;]$/.test(text) || unbalanced ? withoutSentenceEnd(text.slice(0, -1)) : text
}

export const doi: Scheme = {
  normalise: (text) => withoutSentenceEnd(text.trim().replace(doiPrefix, '')),
  check: (text) =>
    oldDoi.test(doi.normalise(text)) ||
    'A DOI starts with 10., then digits, a slash and a suffix without spaces, such as 10.1016/j.jbmt.2010.06.001.',
}

/** DOIs with angle or square brackets exist, but are rare and easily miscopied. */
export const doiIsUsual = (text: string): true | string =>
  usualDoi.test(doi.normalise(text)) ||
  doi.check(text) !== true ||
  'This DOI uses old-style characters. Open https://doi.org/ with it once to be sure.'

/** DOIs are the same when they differ only in case. */
export const sameDoi = (one: string, other: string): boolean =>
  doi.normalise(one).toLowerCase() === doi.normalise(other).toLowerCase()

export const pmid: Scheme = {
  normalise: (text) =>
    text
      .trim()
      .replace(/^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)\/?$/, '$1')
      .replace(/^PMID:?\s*/i, ''),
  check: (text) =>
    /^[1-9]\d{0,7}$/.test(pmid.normalise(text)) ||
    'A PMID is a number of up to eight digits that does not start with 0. A number after PMC belongs in the PMCID field.',
}

export const pmcid: Scheme = {
  normalise: (text) => text.trim().toUpperCase(),
  check: (text) =>
    /^PMC[1-9]\d{0,8}$/.test(pmcid.normalise(text)) ||
    'A PMCID is PMC followed by up to nine digits, such as PMC3107905.',
}

/** ISO 7064 MOD 11-2. */
function orcidCheckDigit(digits: readonly number[]): number {
  const total = digits.reduce((sum, digit) => (sum + digit) * 2, 0)
  return (12 - (total % 11)) % 11
}

export const orcid: Scheme = {
  normalise: (text) => {
    const plain = text
      .trim()
      .toUpperCase()
      .replace(/^HTTPS?:\/\/ORCID\.ORG\//, '')
      .replace(/[-\s]/g, '')
    return plain.replace(/^(.{4})(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4')
  },
  check: (text) => {
    const plain = orcid.normalise(text)
    if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(plain)) {
      return 'An ORCID iD is four groups of four digits, such as 0000-0002-1825-0097; the last may be X.'
    }
    const digits = digitsOf(plain.replaceAll('-', ''))
    return (
      orcidCheckDigit(digits.slice(0, 15)) === digits[15] ||
      'The last digit of this ORCID iD does not fit the others, so at least one digit is wrong.'
    )
  },
}

/** Luhn, over the number with the prefix 80840 that health cards carry (worth 24). */
function luhn(digits: readonly number[]): number {
  return digits.toReversed().reduce((sum, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 24)
}

export const npi: Scheme = {
  normalise: (text) => text.replace(/[-\s]/g, ''),
  check: (text) => {
    const plain = npi.normalise(text)
    if (!/^[12]\d{9}$/.test(plain)) return 'An NPI is ten digits and starts with 1 or 2.'
    return (
      luhn(digitsOf(plain)) % 10 === 0 ||
      'The last digit of this NPI does not fit the others, so at least one digit is wrong.'
    )
  },
}

export const issn: Scheme = {
  normalise: (text) =>
    trimmed(text)
      .toUpperCase()
      .replace(/^ISSN:?\s*/, '')
      .replace(/^(\d{4})\s?(\d{3}[\dX])$/, '$1-$2'),
  check: (text) => {
    const plain = issn.normalise(text)
    if (!/^\d{4}-\d{3}[\dX]$/.test(plain)) {
      return 'An ISSN is two groups of four digits, such as 2049-3630; the last may be X.'
    }
    return (
      weighted(digitsOf(plain.replace('-', '')), (index) => 8 - index) % 11 === 0 ||
      'The last digit of this ISSN does not fit the others, so at least one digit is wrong.'
    )
  },
}

export const isbn: Scheme = {
  normalise: (text) =>
    trimmed(text)
      .toUpperCase()
      .replace(/^ISBN(-1[03])?:?\s*/, '')
      .replace(/[-\s]/g, ''),
  check: (text) => {
    const plain = isbn.normalise(text)
    const digits = digitsOf(plain)
    const wrong =
      'The last digit of this ISBN does not fit the others, so at least one digit is wrong.'
    if (/^\d{9}[\dX]$/.test(plain))
      return weighted(digits, (index) => 10 - index) % 11 === 0 || wrong
    if (/^97[89]\d{10}$/.test(plain))
      return weighted(digits, (index) => (index % 2 ? 3 : 1)) % 10 === 0 || wrong
    return 'An ISBN has ten digits (the last may be X), or thirteen that start with 978 or 979.'
  },
}

export const trialId: Scheme = {
  normalise: (text) => text.trim().toUpperCase(),
  check: (text) =>
    /^(NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})$/.test(trialId.normalise(text)) ||
    'A trial number is NCT or ISRCTN followed by 8 digits, or ACTRN followed by 14 digits.',
}
