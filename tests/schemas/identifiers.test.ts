import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  doi,
  doiIsUsual,
  isbn,
  issn,
  npi,
  orcid,
  pmcid,
  pmid,
  sameDoi,
  type Scheme,
  trialId,
} from '../../schemas/identifiers.ts'
import {place} from '../../schemas/places.ts'

interface Vectors {
  readonly scheme: Scheme
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
}

const schemes: Readonly<Record<string, Vectors>> = {
  'DOI': {
    scheme: doi,
    valid: [
      '10.1016/S1389-9457(00)00065-4',
      '10.7326/0003-4819-149-6-200809160-00003',
      '10.1002/14651858.CD005038.pub3',
      'https://doi.org/10.1016/j.jbmt.2010.06.001',
      'doi:10.1016/j.jbmt.2010.06.001',
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    ],
    invalid: ['10.12/x', 'doi.org/10.1000', '10.1016/j.jbmt 2010', '1001016/j.jbmt', ''],
  },
  'PMID': {
    scheme: pmid,
    valid: ['9656043', '39008297'],
    invalid: ['0123', 'PMC3107905', '123456789', ''],
  },
  'PMCID': {scheme: pmcid, valid: ['PMC3107905'], invalid: ['3107905', 'PMC0107905', 'PMC']},
  'ORCID': {
    scheme: orcid,
    valid: ['0000-0002-1825-0097', '0000-0002-1694-233X', 'https://orcid.org/0000-0002-1825-0097'],
    invalid: [
      '0000-0002-1825-0098',
      '0000-0002-1825-0079',
      '0000-0002-1825',
      'X000-0002-1825-0097',
    ],
  },
  'NPI': {
    scheme: npi,
    valid: ['1234567893', '1993999998'],
    invalid: ['1234567890', '3234567893', '1993999989', '123456789'],
  },
  'ISSN': {
    scheme: issn,
    valid: ['2049-3630', '2434-561X', '1550-9397'],
    invalid: ['2049-3631', '2049-363', '2049 36301'],
  },
  'ISBN': {
    scheme: isbn,
    valid: ['978-0-306-40615-7', '978-1-4939-6418-5', '1-85775-310-0'],
    invalid: ['978-0-306-40615-8', '978-1-85775-310-0', '1-85775-310-1', '123'],
  },
  'trial number': {
    scheme: trialId,
    valid: ['NCT01337713', 'NCT06781866', 'ISRCTN12345678', 'ACTRN12605000000000'],
    invalid: ['NCT1337713', 'NCT013377131', '01337713'],
  },
  'place': {
    scheme: place,
    valid: ['US-CA', 'CA-ON', 'GB', 'GB-SCT', 'NZ', 'DE-BY'],
    invalid: ['US-California', 'US-ZZ', 'XX', 'UK', 'California', ''],
  },
}

const cases = (pick: (vectors: Vectors) => readonly string[]) =>
  Object.entries(schemes).flatMap(([name, vectors]) =>
    pick(vectors).map((text) => [name, text, vectors.scheme] as const),
  )

describe('identifiers', () => {
  test.each(cases(({valid}) => valid))('%s %s is accepted', (_name, text, scheme) => {
    expect(scheme.check(text)).toBe(true)
  })

  test.each(cases(({invalid}) => invalid))(
    '%s %j is refused with a sentence',
    (_name, text, scheme) => {
      expect(scheme.check(text)).toMatch(/^[A-Z].{20,}\.$/)
    },
  )

  test.each(cases(({valid}) => valid))('%s %s is plain once normalised', (_name, text, scheme) => {
    const plain = scheme.normalise(text)
    expect(scheme.normalise(plain)).toBe(plain)
    expect(scheme.check(plain)).toBe(true)
  })
})

describe('a DOI', () => {
  test.each([
    ['https://doi.org/10.1000/abc.', '10.1000/abc'],
    ['10.1000/abc;,', '10.1000/abc'],
    ['10.1000/abc)', '10.1000/abc'],
    ['10.1016/S1389-9457(00)', '10.1016/S1389-9457(00)'],
    [' DOI: 10.1000/abc ', '10.1000/abc'],
  ])('%j is plainly %s', (text, plain) => {
    expect(doi.normalise(text)).toBe(plain)
  })

  test('is the same in any case', () => {
    expect(sameDoi('10.1000/ABC', 'https://doi.org/10.1000/abc')).toBe(true)
    expect(sameDoi('10.1000/abc', '10.1000/abd')).toBe(false)
  })

  test('with old-style characters is accepted with a warning', () => {
    expect(doiIsUsual('10.1000/abc')).toBe(true)
    expect(doiIsUsual('10.1002/(SICI)1097<1661::AID>3.0')).toMatch(/old-style/)
  })
})

const others = (digit: string) => [...'0123456789'].filter((other) => other !== digit)

/** Every text that differs from this one in exactly one digit. */
const misread = (text: string) =>
  [...text].flatMap((digit, at) =>
    /\d/.test(digit)
      ? others(digit).map((other) => text.slice(0, at) + other + text.slice(at + 1))
      : [],
  )

const digits = (length: number) =>
  fc
    .array(fc.integer({min: 0, max: 9}), {minLength: length, maxLength: length})
    .map((list) => list.join(''))

/** A valid identifier with this body, by trying every check digit. */
function completed(body: string, scheme: Scheme): string[] {
  return [...'0123456789X']
    .map((check) => body + check)
    .filter((text) => scheme.check(text) === true)
}

describe('check digits', () => {
  test.each<[string, Scheme, fc.Arbitrary<string>]>([
    ['an ORCID iD', orcid, digits(15)],
    ['an NPI', npi, digits(8).map((text) => `1${text}`)],
    ['an ISSN', issn, digits(7)],
    ['an ISBN-10', isbn, digits(9)],
    ['an ISBN-13', isbn, digits(9).map((text) => `978${text}`)],
  ])('of %s: exactly one fits, and one wrong digit is always found', (_name, scheme, body) => {
    fc.assert(
      fc.property(body, (text) => {
        const fitting = completed(text, scheme)
        expect(fitting).toHaveLength(1)
        const wrong = misread(fitting[0] ?? '').filter((other) => scheme.check(other) === true)
        expect(wrong).toEqual([])
      }),
      {seed: 20261123, numRuns: 60},
    )
  })
})
