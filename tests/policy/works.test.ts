import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  citedWork,
  type News,
  newsOf,
  type RetractionStatus,
} from '../../plugins/review-workflow/policy/index.ts'
import {retractionStatuses, uncheckedWorks} from '../../plugins/review-workflow/policy/works.ts'
import {now, trial, version} from '../support/facts.ts'

type Json = {readonly [field: string]: unknown}

/** A citation whose work was looked up, and found to stand. */
const citation = (retraction: Json = {}, others: Json = {}): Json => ({
  _id: 'trial',
  _type: 'researchCitation',
  title: 'Massage and sleep',
  csl: {title: 'Massage and sleep', author: [{_key: 'a', family: 'Moyer'}]},
  identifiers: {doi: '10.1000/182'},
  retraction: {
    _type: 'retractionCheck',
    status: 'noneFound',
    checkedOn: '2026-05-01',
    ...retraction,
  },
  ...others,
})
const without = (document: Json, field: string): Json =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== field))
const halfPair = '\ud800'

describe('what a citation says of its work', () => {
  const doi = {id: 'trial', checkedOn: '2026-05-01'}
  test.each<[string, unknown, unknown]>([
    ['as it was found', citation(), {...doi, status: 'noneFound'}],
    [
      'not checked, when it says nothing',
      without(citation(), 'retraction'),
      trial('notChecked', null),
    ],
    [
      'not checked, when nobody knows the word',
      citation({status: 'RETRACTED'}),
      {...doi, status: 'notChecked'},
    ],
    ['on no day, when it is none', citation({checkedOn: '2026-02-30'}), trial('noneFound', null)],
    ['on no day, when it is a moment', citation({checkedOn: now}), trial('noneFound', null)],
    [
      'not checked, when it is text',
      citation({}, {retraction: 'retracted'}),
      trial('notChecked', null),
    ],
    ['nothing, when it is no citation', {...citation(), _type: 'person'}, null],
    ['nothing, when it is no document', [citation()], null],
  ])('%s', (_name, document, work) => {
    expect(citedWork(document)).toEqual(work)
  })
})

describe('works that nobody has looked up lately', () => {
  test.each<[ReturnType<typeof trial>, boolean]>([
    [trial('noneFound', '2026-06-01'), false],
    [trial('noneFound', '2026-05-25'), false],
    [trial('noneFound', '2026-05-24'), true],
    [trial('noneFound', '2026-06-02'), true],
    [trial('corrected', '2026-05-31'), false],
    [trial('expressionOfConcern', '2026-05-31'), false],
    [trial('reinstated', '2026-05-31'), false],
    [trial('notChecked', '2026-05-31'), true],
    [trial('noneFound', null), true],
    [trial('retracted', null), false],
    [trial('withdrawn', null), false],
  ])('%j: %s', (work, unchecked) => {
    const works = version({works: [work]})
    expect(uncheckedWorks(works, now, 7)).toEqual(unchecked ? ['trial'] : [])
  })

  test('are all of them, by a clock that does not tell', () => {
    expect(uncheckedWorks(version({works: [trial()]}), 'soon', 7)).toEqual(['trial'])
  })
})

const clean: RetractionStatus[] = ['notChecked', 'noneFound', 'corrected', 'reinstated']
const taken: RetractionStatus[] = ['retracted', 'withdrawn']

/** What a change of status alone is, looked up on the next day. */
function expected(from: RetractionStatus, to: RetractionStatus): News | null {
  if (!taken.includes(from) && taken.includes(to)) return 'workRetracted'
  if (clean.includes(from) && to === 'expressionOfConcern') return 'workDoubted'
  if (from === to || (from === 'notChecked' && to === 'noneFound')) return 'workChecked'
  return null
}

describe('news', () => {
  test.each(
    retractionStatuses.flatMap((from) => retractionStatuses.map((to) => [from, to] as const)),
  )('from %s to %s', (from, to) => {
    const after = citation({status: to, checkedOn: '2026-05-02'})
    expect(newsOf(citation({status: from}), after)).toBe(expected(from, to))
  })

  test.each<[string, Json, Json, News | null]>([
    [
      'a retraction with all that belongs to it',
      citation(),
      citation({
        status: 'retracted',
        checkedOn: '2026-05-31',
        source: 'retractionWatch',
        noticeDoi: '10.1371/journal.pone.0251194',
        noticeDate: '2026-05-30',
      }),
      'workRetracted',
    ],
    ['a retraction without a day', citation(), citation({status: 'retracted'}), 'workRetracted'],
    [
      'a retraction of a work that says nothing yet',
      without(citation(), 'retraction'),
      citation({status: 'retracted'}),
      'workRetracted',
    ],
    [
      'what the lake stamps is no change',
      citation({}, {_rev: 'a', _updatedAt: '2026-05-01', _createdAt: '2026-04-01'}),
      citation({checkedOn: '2026-05-02'}, {_rev: 'b', _updatedAt: now, _system: {base: {}}}),
      'workChecked',
    ],
    [
      'the order of fields is no change',
      citation(),
      Object.fromEntries(Object.entries(citation()).reverse()),
      'workChecked',
    ],
    ['a check at another register', citation(), citation({source: 'pubmed'}), 'workChecked'],
    ['a check of no day', citation(), citation({checkedOn: undefined}), null],
    ['a check of an earlier day', citation(), citation({checkedOn: '2026-04-30'}), null],
    ['a check that brings a notice', citation(), citation({noticeDoi: '10.1000/183'}), null],
    ['a check that brings the date of one', citation(), citation({noticeDate: '2026-05-01'}), null],
    [
      'a check that takes a notice away',
      citation({status: 'retracted', noticeDoi: '10.1000/183'}),
      citation({status: 'retracted', checkedOn: '2026-05-02'}),
      null,
    ],
    ['that the work was never looked up', citation(), without(citation(), 'retraction'), null],
    [
      'a retraction in place of words',
      citation({}, {retraction: 'It stands, says the author'}),
      citation({status: 'retracted'}),
      null,
    ],
    [
      'a retraction in place of a list',
      citation({}, {retraction: ['It stands']}),
      citation({status: 'retracted'}),
      null,
    ],
    ['of another document', citation(), citation({status: 'retracted'}, {_id: 'other'}), null],
    ['of another type', citation(), citation({status: 'retracted'}, {_type: 'person'}), null],
    [
      'of what has no canonical form, with other words',
      citation({}, {title: halfPair}),
      citation({status: 'retracted'}, {title: `${halfPair}Buy our oil`}),
      null,
    ],
  ])('%s: %#', (_name, before, after, news) => {
    expect(newsOf(before, after)).toBe(news)
  })

  test.each([null, [], '', 7, true])(
    'is none where %j stood in place of a finding',
    (retraction) => {
      const after = citation({}, {retraction: {status: 'retracted'}})
      expect(newsOf(citation({}, {retraction}), after)).toBe(null)
    },
  )

  test('is nothing that begins or ends', () => {
    const retracted = citation({status: 'retracted'})
    expect([newsOf(null, retracted), newsOf(retracted, null), newsOf([], {})]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('is none of what is nested without end', () => {
    let deep: unknown = 'Buy our oil'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    const retracted = citation({status: 'retracted'}, {deep})
    expect(newsOf(citation({}, {deep: ['x']}), retracted)).toBe(null)
    expect(newsOf(citation({}, {deep: [deep]}), retracted)).toBe(null)
  })
})

const dois = {
  usual: [
    '10.1016/j.jbmt.2019.05.001',
    '10.1371/journal.pone.0251194',
    '10.1002/14651858.CD001929.pub4',
    '10.1136/bmj.n71',
    '10.1001/jamanetworkopen.2021.1234',
    '10.1177/0269216319860073',
  ],
  telling: [
    'see our shop',
    '10.1000/massage-cures-cancer-2026',
    '10.1000/Stop_taking_your_pills.1',
    '10.1000/nothing',
    '10.1000/',
    '10.1000/182 and buy our oil',
    '10.1000/182\nBuy our oil',
    '10.1000/182\n',
    'https://doi.org/10.1000/182',
    '10.1000/182<b>',
    '10.1000/182?buy=oil',
    '10.1000/１８２',
    `10.1000/${'1'.repeat(81)}`,
    '10.10/182',
  ],
}

describe('a notice', () => {
  const told = (noticeDoi: unknown) =>
    newsOf(citation(), citation({status: 'retracted', noticeDoi}))

  test.each(dois.usual)('is named by %s', (doi) => {
    expect(told(doi)).toBe('workRetracted')
  })

  test.each([...dois.telling, null, 182, true, ['10.1000/182'], {doi: '10.1000/182'}])(
    'is not named by %j',
    (doi) => {
      expect(told(doi)).toBe(null)
    },
  )
})

const bad = citation({status: 'retracted', checkedOn: '2026-05-31'})
const checked = citation({checkedOn: '2026-05-31'})
const plain = {
  status: retractionStatuses,
  source: ['crossref', 'pubmed', 'retractionWatch', 'publisher'],
}
/** Anything at all, and what looks nearly like something that may be said. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.string(),
  fc.constantFrom<unknown>(
    ...[null, true, 'Retracted', 'retracted ', 'crossref: buy our oil', '2026-05-31T00:00:00Z'],
    ...['2026-05-31 Buy our oil', '2026-02-30', ['2026-05-31'], {}, '10.1000/182 '],
  ),
)

/** Whether a value says nothing beyond a choice, a day or a number. */
function isTerse(field: string, value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (field === 'checkedOn' || field === 'noticeDate') return /^\d{4}-\d\d-\d\d$/.test(value)
  if (field === 'noticeDoi') return /^10\.\d+\/\S+$/.test(value)
  return plain[field as keyof typeof plain].some((each) => each === value)
}

/** The same, with one change somewhere outside what news is about: something set, taken away, or put beside. */
const elsewhere = fc
  .tuple(
    fc.constantFrom(bad, checked),
    fc.constantFrom<readonly string[]>(
      ['title'],
      ['csl'],
      ['csl', 'title'],
      ['csl', 'author'],
      ['csl', 'author', '0'],
      ['csl', 'author', '0', 'family'],
      ['identifiers', 'doi'],
      ['_id'],
      ['_type'],
      ['more'],
      ['status'],
      ['checkedOn'],
      ['__proto__'],
      ['csl', 'more'],
      ['retraction', '_type'],
      ['retraction', 'reason'],
      ['retraction', 'Status'],
      ['retraction', '__proto__'],
      ['retraction', '_key'],
    ),
    fc.oneof(anything, fc.constant(undefined)),
  )
  .map(([document, path, value]) => ({document, after: put(document, path, value)}))

function put(value: unknown, [field, ...rest]: readonly string[], inner: unknown): unknown {
  if (field === undefined) return inner
  if (Array.isArray(value))
    return value.map((item, at) => (`${at}` === field ? put(item, rest, inner) : item))
  const others = Object.entries((value ?? {}) as Json).filter(([name]) => name !== field)
  const old = Object.entries((value ?? {}) as Json).find(([name]) => name === field)?.[1]
  const changed = put(old, rest, inner)
  return Object.fromEntries(changed === undefined ? others : [...others, [field, changed]])
}

const same = (one: unknown, other: unknown) =>
  fc.stringify(sorted(one)) === fc.stringify(sorted(other))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)])
}

const often = {seed: 20261124, numRuns: 4000}

describe('whatever else changes', () => {
  test('there is news to be refused', () => {
    expect([newsOf(citation(), bad), newsOf(citation(), checked)]).toEqual([
      'workRetracted',
      'workChecked',
    ])
  })

  test('is no news', () => {
    fc.assert(
      fc.property(elsewhere, ({document, after}) => {
        fc.pre(!same(document, after))
        expect(newsOf(citation(), after)).toBe(null)
      }),
      often,
    )
  })

  test('is no news when it goes the other way either', () => {
    fc.assert(
      fc.property(elsewhere, ({document, after}) => {
        fc.pre(!same(document, after))
        const before = put(
          put(after, ['retraction', 'status'], 'noneFound'),
          ['retraction', 'checkedOn'],
          '2026-05-01',
        )
        fc.pre(!same(before, citation()))
        expect(newsOf(before, document)).toBe(null)
      }),
      often,
    )
  })

  test('there is no news of which any field says something of its own', () => {
    const field = fc.constantFrom('status', 'checkedOn', 'source', 'noticeDoi', 'noticeDate')
    fc.assert(
      fc.property(fc.constantFrom(bad, checked), field, anything, (document, name, value) => {
        const after = put(document, ['retraction', name], value)
        if (newsOf(citation(), after) !== null) expect(isTerse(name, value)).toBe(true)
      }),
      often,
    )
  })

  test('no status gets better by itself', () => {
    const gravity = (status: RetractionStatus) =>
      taken.includes(status) ? 2 : status === 'expressionOfConcern' ? 1 : 0
    const status = fc.constantFrom(...retractionStatuses)
    const day = fc.constantFrom(undefined, '2026-04-30', '2026-05-01', '2026-06-01')
    fc.assert(
      fc.property(status, status, day, day, (from, to, was, is) => {
        fc.pre(gravity(to) < gravity(from))
        const before = citation({status: from, checkedOn: was})
        expect(newsOf(before, citation({status: to, checkedOn: is}))).toBe(null)
      }),
      often,
    )
  })
})
