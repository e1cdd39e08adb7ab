import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  articlePage,
  articleQuery,
  breadcrumbs,
  faqEntryPage,
  faqEntryQuery,
  jsonLdScript,
  medicalTherapy,
  pagesToVerifyQuery,
  type PageToVerify,
  person,
  personQuery,
  scholarlyArticle,
  type Site,
  techniquePage,
  techniqueQuery,
  type Unverified,
  type Verdict,
  verify,
  type Work,
  worksIn,
} from '../../queries/index.ts'
import {
  type ArticleQueryResult,
  type FaqEntryQueryResult,
  type PersonQueryResult,
  type TechniqueQueryResult,
} from '../../sanity.types.ts'
import {openStarterLake, type StarterLake} from './support/starterLake.ts'

let lake: StarterLake

beforeAll(async () => {
  lake = await openStarterLake()
})
afterAll(() => lake.close())

const site: Site = {
  name: 'Restwell',
  url: 'https://restwell.example',
  correctionsPolicy: 'https://restwell.example/corrections',
  address: ({_type, slug}) => `https://restwell.example/${_type}/${slug}`,
}

async function asked<T>(query: string, slug: string): Promise<NonNullable<T>> {
  const answer = await lake.read(query, {slug, site: null})
  if (answer === null) throw new Error(`nothing at ${slug}`)
  return answer as NonNullable<T>
}
const article = () => asked<ArticleQueryResult>(articleQuery, 'a-calmer-evening')
const faqEntry = () => asked<FaqEntryQueryResult>(faqEntryQuery, 'massage-tonight')
const technique = () => asked<TechniqueQueryResult>(techniqueQuery, 'chair')

async function verdictOn(id: string): Promise<Verdict> {
  const rows = await lake.read(pagesToVerifyQuery, {ids: [id]})
  return verify((rows as unknown as readonly PageToVerify[])[0])
}

const unverified: Unverified = {
  valid: false,
  id: 'article-a-calmer-evening',
  problems: [{code: 'recordMissing'}],
}

const silas = {
  '@type': 'Person',
  'name': 'Demo sleep',
  'url': 'https://restwell.example/person/demo-sleep',
  'hasCredential': [
    {
      '@type': 'EducationalOccupationalCredential',
      'name': expect.any(String),
      'credentialCategory': expect.any(String),
      'recognizedBy': {'@type': 'Organization', 'name': expect.any(String)},
      'validIn': {'@type': 'AdministrativeArea', 'name': expect.any(String)},
      'expires': expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    },
  ],
}

describe('the page of an article', () => {
  test('says who reviewed it, and keeps the dates of words and of reviews apart', async () => {
    const page = await article()
    const verdict = await verdictOn(page._id)
    const {mainEntity, ...node} = articlePage(page, verdict, site)
    expect(node).toEqual({
      '@type': 'MedicalWebPage',
      'url': 'https://restwell.example/article/a-calmer-evening',
      'inLanguage': 'en',
      'publisher': {
        '@type': 'Organization',
        'name': 'Restwell',
        'url': 'https://restwell.example',
        'correctionsPolicy': 'https://restwell.example/corrections',
      },
      'datePublished': '2026-11-24T09:00:00.000Z',
      'dateModified': '2026-11-24T09:00:00.000Z',
      'lastReviewed': '2026-11-24',
      'reviewedBy': [silas],
      'name': page.title,
      'description': page.summary,
      'medicalAudience': {'@type': 'MedicalAudience', 'audienceType': 'public'},
    })
    expect(mainEntity).toMatchObject({'@type': 'Article', 'headline': page.title})
  })

  test.each<[string, () => Promise<Verdict>, object]>([
    ['without a valid record', async () => unverified, {}],
    ['with the verdict on another page', () => verdictOn('article-first-massage-session'), {}],
    [
      'with a verdict on other words',
      () => verdictOn('article-a-calmer-evening'),
      {digest: 'of earlier words'},
    ],
    [
      'with a verdict on another view of the words',
      () => verdictOn('article-a-calmer-evening'),
      {closureDigest: 'of what was shown before'},
    ],
  ])('says nothing of a review %s', async (_, verdictOf, fields) => {
    const page = await article()
    const {review} = page
    if (review === null) throw new Error('no record')
    const node = articlePage({...page, review: {...review, ...fields}}, await verdictOf(), site)
    const entity = node.mainEntity as object
    const said = JSON.stringify({...node, mainEntity: {...entity, citation: []}})
    expect(
      ['reviewedBy', 'lastReviewed', 'hasCredential', 'datePublished', 'dateModified'].filter(
        (word) => said.includes(word),
      ),
    ).toEqual([])
  })

  test('cites no retracted work', async () => {
    const page = (await lake.previewed(articleQuery, {
      slug: 'massage-and-sleep',
      site: null,
    })) as unknown as NonNullable<ArticleQueryResult>
    const [first, ...others] = worksIn(page)
    if (first === undefined) throw new Error('it cites nothing')
    first.retraction.status = 'retracted'
    const {mainEntity} = articlePage(page, unverified, site)
    const cited = (mainEntity as {readonly citation: readonly {readonly name: string}[]}).citation
    expect(cited.map(({name}) => name)).toEqual(others.map(({csl}) => csl.title))
  })
})

test('the page of a question has one answer, as readers see it', async () => {
  const page = await faqEntry()
  const node = faqEntryPage(page, await verdictOn(page._id), site)
  expect(node.mainEntity).toEqual({
    '@type': 'FAQPage',
    'mainEntity': [
      {
        '@type': 'Question',
        'name': page.question,
        'acceptedAnswer': {'@type': 'Answer', 'text': expect.stringMatching(/\S\n\n\S/)},
      },
    ],
  })
  expect(node.lastReviewed).toBe('2026-11-24')
})

describe('a technique', () => {
  test('that is marked as no therapy is none', async () => {
    const page = {...(await technique()), schemaType: 'none' as const}
    expect('mainEntity' in techniquePage(page, await verdictOn(page._id), site)).toBe(false)
  })

  test.each([
    ['MedicalTherapy', 'massageTherapist', 'MedicalTherapy'],
    ['PhysicalTherapy', 'physiotherapist', 'PhysicalTherapy'],
    ['PhysicalTherapy', 'massageTherapist', 'MedicalTherapy'],
  ] as const)('marked as %s and given by a %s is a %s', async (schemaType, deliveredBy, type) => {
    const therapy = medicalTherapy({...(await technique()), schemaType, deliveredBy})
    expect(therapy?.['@type']).toBe(type)
  })

  test('names its cautions as things, not as text', async () => {
    const page = await technique()
    expect(medicalTherapy({...page, schemaType: 'MedicalTherapy'})).toEqual({
      '@type': 'MedicalTherapy',
      'name': page.name,
      'alternateName': page.alternateNames ?? [],
      'description': page.definitionText,
      'howPerformed': page.howPerformedText,
      'bodyLocation': page.bodyRegions?.join(', '),
      'contraindication': page.safety?.contraindications?.map(({name}) => ({
        '@type': 'MedicalContraindication',
        name,
      })),
      'adverseOutcome': (page.safety?.adverseEffects ?? []).map(({effect}) => ({
        '@type': 'MedicalEntity',
        'name': effect,
      })),
      'code': [],
    })
  })
})

describe('somebody’s profile', () => {
  test('has credentials from a verified page that they signed', async () => {
    const profile = await asked<PersonQueryResult>(personQuery, 'demo-sleep')
    const verdict = await verdictOn(profile.lastSigned?.page ?? '')
    expect(person(profile, verdict, site)).toEqual({...silas, name: profile.name})
  })

  test('has none from a page that somebody else signed, or that does not verify', async () => {
    const profile = await asked<PersonQueryResult>(personQuery, 'demo-sleep')
    const other = await verdictOn('technique-chair')
    const none = {'@type': 'Person', 'name': profile.name, 'url': silas.url}
    expect(person(profile, other, site)).toEqual(none)
    expect(person(profile, unverified, site)).toEqual(none)
  })
})

const pottie: Work = {
  _id: 'citation-x',
  citeKey: 'x-2018',
  publicationType: 'journalArticle',
  studyDesign: 'rct',
  csl: {
    title: 'A trial',
    author: [
      {family: 'Doe', given: 'J.', literal: null},
      {family: null, given: null, literal: 'The Group'},
    ],
    containerTitle: 'Journal of Trials',
    publisher: null,
    issued: {year: 2018, month: 5, day: null},
    volume: '7',
    issue: '2',
    page: '1-9',
  },
  identifiers: {doi: '10.1000/x', pmid: '123', pmcid: null, url: null},
  mainOutcome: 'Nothing changed.',
  retraction: {
    status: 'retracted',
    checkedOn: '2026-11-01',
    noticeDoi: '10.1000/y',
    noticeDate: null,
  },
}

test('a retracted work says so, with its notice', () => {
  expect(scholarlyArticle(pottie)).toEqual({
    '@type': 'ScholarlyArticle',
    'name': 'A trial',
    'author': [
      {'@type': 'Person', 'name': 'J. Doe', 'familyName': 'Doe', 'givenName': 'J.'},
      {'@type': 'Organization', 'name': 'The Group'},
    ],
    'datePublished': '2018-05',
    'pagination': '1-9',
    'isPartOf': {
      '@type': 'PublicationIssue',
      'issueNumber': '2',
      'isPartOf': {
        '@type': 'PublicationVolume',
        'volumeNumber': '7',
        'isPartOf': {'@type': 'Periodical', 'name': 'Journal of Trials'},
      },
    },
    'identifier': [
      {'@type': 'PropertyValue', 'propertyID': 'doi', 'value': '10.1000/x'},
      {'@type': 'PropertyValue', 'propertyID': 'pmid', 'value': '123'},
    ],
    'sameAs': 'https://doi.org/10.1000/x',
    'creativeWorkStatus': 'Retracted',
    'correction': 'https://doi.org/10.1000/y',
  })
})

test('no words end the script that they stand in, and all of them come back', () => {
  const name = '</script><!-- & \u2028 \u2029 \\u003c'
  const text = jsonLdScript([{'@type': 'Article', 'headline': name}])
  expect(text).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{'@type': 'Article', 'headline': name}],
  })
})

test('breadcrumbs are numbered from the first page', () => {
  expect(breadcrumbs([{name: 'Home', url: 'https://x.example/'}])).toEqual({
    '@type': 'BreadcrumbList',
    'itemListElement': [
      {'@type': 'ListItem', 'position': 1, 'name': 'Home', 'item': 'https://x.example/'},
    ],
  })
})

/** SDO-02, 05, 06, 07 and 08: what markup of ours never says, whatever the page. */
test('nothing is said that the vocabulary does not have, or has replaced', async () => {
  const nodes = [
    articlePage(await article(), await verdictOn('article-a-calmer-evening'), site),
    faqEntryPage(await faqEntry(), await verdictOn('faq-massage-tonight'), site),
    techniquePage(await technique(), await verdictOn('technique-chair'), site),
  ]
  const names = new Set(jsonLdScript(nodes).match(/"[A-Za-z]+":/g))
  const banned = ['aspect', 'conflictOfInterest', 'retracted', 'evidenceLevel', 'specialty']
  expect(banned.filter((name) => names.has(`"${name}":`))).toEqual([])
})
