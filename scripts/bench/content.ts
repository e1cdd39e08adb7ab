import {type LakeDocument} from '../../lake/document.ts'

/** What every server of the bench is filled with: articles of about 5 KB, and what they are joined with. */
export interface BenchContent {
  readonly articles: number
  readonly faqs: number
  readonly citations: number
  documents(): Generator<LakeDocument>
}

export const categories = 20
const people = 50
/** As many questions have a keyword in common, whatever the size. */
const faqsOfKeyword = 20
const stamp = {
  _rev: 'bench',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
}

const vocabulary =
  'pressure massage sleep rest neck back shoulder night evening breath muscle session therapist light warm'.split(
    ' ',
  )

export function benchContent(articles: number): BenchContent {
  const faqs = Math.max(100, articles / 5)
  const citations = Math.max(100, articles / 3) | 0
  return {
    articles,
    faqs,
    citations,
    *documents() {
      for (let n = 0; n < people; n++)
        yield {...stamp, _id: `person-${n}`, _type: 'person', name: `Reviewer ${n}`}
      for (let n = 0; n < categories; n++)
        yield {...stamp, _id: `category-${n}`, _type: 'category', title: `Category ${n}`}
      for (let n = 0; n < citations; n++) {
        const doi = `10.1000/${n}`
        yield {...stamp, _id: `citation-${n}`, _type: 'citation', title: words(n, 9), doi}
      }
      for (let n = 0; n < faqs; n++) {
        const question = `${words(n, 6)} ${keywordOf(n, faqs)}?`
        yield {...stamp, _id: `faq-${n}`, _type: 'faqEntry', question, shortAnswer: words(n, 20)}
      }
      for (let n = 0; n < articles; n++) {
        yield article(n, articles, citations)
        yield review(n)
      }
    },
  }
}

export function keywordOf(n: number, faqs: number): string {
  return `keyword${n % Math.max(1, (faqs / faqsOfKeyword) | 0)}`
}

function article(n: number, articles: number, citations: number): LakeDocument {
  const references = (ids: readonly string[]) => ids.map((_ref) => ({_key: _ref, _ref}))
  return {
    ...stamp,
    _id: `article-${n}`,
    _type: 'article',
    title: words(n, 7),
    slug: {_type: 'slug', current: `article-${n}`},
    language: 'en',
    category: {_ref: `category-${(n * 7) % categories}`},
    publishedAt: day(n * 31),
    reviewer: {_ref: `person-${n % people}`},
    citations: references([0, 1, 2].map((at) => `citation-${(n * 3 + at * 11) % citations}`)),
    related: references([1, 2].map((at) => `article-${(n + at * 13) % articles}`)),
    sections: Array.from({length: 5}, (_, at) => ({
      _key: `s${at}`,
      heading: words(n + at, 4),
      body: [
        {
          _key: `b${at}`,
          _type: 'block',
          style: 'normal',
          children: [{_key: 'c', _type: 'span', marks: [], text: words(n * 5 + at, 115)}],
        },
      ],
    })),
  }
}

/** One in a hundred is due in the first year. */
function review(n: number): LakeDocument {
  return {
    ...stamp,
    _id: `review-article-${n}`,
    _type: 'review',
    subject: {_ref: `article-${n}`},
    live: true,
    riskClass: n % 3,
    lastReviewed: day(n),
    nextReviewDue: n % 100 === 0 ? day(n) : `2030-${day(n).slice(5)}`,
  }
}

function day(n: number): string {
  const second = (n * 7919) % 86_400
  return new Date(Date.UTC(2025, 0, 1 + (n % 360), 0, 0, second)).toISOString()
}

function words(seed: number, count: number): string {
  let state = (seed * 2_654_435_761) >>> 0
  return Array.from({length: count}, () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    const word = vocabulary[(state >>> 8) % vocabulary.length] ?? ''
    return (state >>> 20) % 7 === 0 ? `${word}${(state >>> 12) % 500}` : word
  }).join(' ')
}
