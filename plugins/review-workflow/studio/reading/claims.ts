import {type Path} from './paths.ts'
import {type Fields, isFields, keyOf, listOf, refOf, textOf, typeOf} from './values.ts'
import {type Work} from './works.ts'

/** One study, and what the document says that it says. */
export interface CitationUse {
  readonly path: Path
  readonly work: string | null
  readonly stance: string | null
  readonly outcomeMatch: string | null
  readonly populationMatch: string | null
  readonly measurement: string | null
  readonly locator: string | null
  readonly note: string | null
}

export interface Claim {
  readonly path: Path
  readonly statement: string
  readonly claimType: string | null
  readonly hedge: string | null
  readonly topics: readonly string[]
  readonly about: readonly string[]
  readonly uses: readonly CitationUse[]
  readonly acknowledged: boolean
  readonly acknowledgement: string | null
}

/** Every claim of a document, wherever it stands, in the order of the page. */
export function claimsIn(document: unknown): readonly Claim[] {
  return found(document, 'claim').map(({path, value}) => ({
    path,
    statement: textOf(value['statement']) ?? '',
    claimType: textOf(value['claimType']),
    hedge: textOf(value['hedge']),
    topics: texts(value['topics']),
    about: ['population', 'outcome', 'evidenceSummary'].flatMap((name) => refOf(value[name]) ?? []),
    uses: found(value, 'citationUse').map((use) => useOf([...path, ...use.path], use.value)),
    acknowledged: value['counterEvidenceAcknowledged'] === true,
    acknowledgement: textOf(value['counterEvidenceText']),
  }))
}

/** Citations outside claims, with the words that they hang on. */
export function citationsInText(
  document: unknown,
): readonly {readonly quote: string; readonly use: CitationUse}[] {
  const claims = found(document, 'claim').map(({path}) => path)
  return found(document, 'citationUse')
    .filter(({path}) => !claims.some((claim) => startsWith(path, claim)))
    .map(({path, value, owner}) => ({
      quote: quoteOf(owner, keyOf(value) ?? ''),
      use: useOf(path, value),
    }))
}

export type ClaimProblem =
  'workGone' | 'citationMissing' | 'counterEvidenceSilent' | 'otherOutcomeOnly' | 'workDoubted'

/** The gravest first. The schema asks authors for the same; a reviewer must see where they did not listen. */
export function claimProblems(
  {claimType, uses, acknowledged}: Claim,
  workAt: (id: string) => Work | null,
): readonly ClaimProblem[] {
  const standings = uses.map(({work}) => (work === null ? null : (workAt(work)?.standing ?? null)))
  const supporters = uses.filter(({stance}) => inFavour.includes(stance ?? ''))
  const problems: readonly (readonly [ClaimProblem, boolean])[] = [
    ['workGone', standings.includes('gone')],
    ['citationMissing', uses.length === 0 && !needsNoCitation.includes(claimType ?? '')],
    ['counterEvidenceSilent', uses.some(isAgainst) && !acknowledged],
    [
      'otherOutcomeOnly',
      claimType === 'efficacy' &&
        supporters.length > 0 &&
        supporters.every(({outcomeMatch}) => outcomeMatch !== 'same'),
    ],
    ['workDoubted', standings.includes('doubted')],
  ]
  return problems.filter(([, is]) => is).map(([problem]) => problem)
}

const needsNoCitation = ['regulatory', 'serviceDescription', 'opinion']
const inFavour = ['supports', 'partiallySupports']

export function isAgainst({stance}: Pick<CitationUse, 'stance'>): boolean {
  return stance === 'null' || stance === 'contradicts'
}

interface Found {
  readonly path: Path
  readonly value: Fields
  /** The object or block in which it stands. */
  readonly owner: unknown
}

function found(value: unknown, type: string, path: Path = [], owner: unknown = null): Found[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const key = keyOf(item)
      return found(item, type, [...path, key === null ? index : {_key: key}], owner)
    })
  }
  if (!isFields(value)) return []
  const own = typeOf(value) === type && path.length > 0 ? [{path, value, owner}] : []
  const inner = Object.entries(value).flatMap(([field, each]) =>
    found(each, type, [...path, field], value),
  )
  return [...own, ...inner]
}

function useOf(path: Path, value: Fields): CitationUse {
  const text = (name: string) => textOf(value[name])
  return {
    path,
    work: refOf(value['citation']),
    stance: text('stance'),
    outcomeMatch: text('outcomeMatch'),
    populationMatch: text('populationMatch'),
    measurement: text('measurement'),
    locator: text('locator'),
    note: text('note'),
  }
}

/** The words of a block that carry a mark. */
export function quoteOf(block: unknown, mark: string): string {
  if (!isFields(block)) return ''
  return listOf(block['children'])
    .flatMap((child) =>
      isFields(child) && listOf(child['marks']).includes(mark) ? [textOf(child['text']) ?? ''] : [],
    )
    .join('')
}

function startsWith(path: Path, prefix: Path): boolean {
  return JSON.stringify(path.slice(0, prefix.length)) === JSON.stringify(prefix)
}

function texts(value: unknown): readonly string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? [])
}
