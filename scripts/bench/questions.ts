import {type BenchContent, categories, keywordOf} from './content.ts'

export interface Question {
  readonly name: string
  /** In the floor's address. */
  readonly path: string
  readonly query: string
  /** Other values each time, so that nobody answers from what was just asked. */
  params(turn: number, content: BenchContent): Readonly<Record<string, string>>
}

export const questions: readonly Question[] = [
  {
    name: 'article by slug, with joins',
    path: 'article',
    query: `*[_type == "article" && slug.current == $slug][0]{
      _id, title, publishedAt, sections,
      "reviewer": reviewer->{_id, name},
      "citations": citations[]->{_id, title, doi},
      "related": related[]->{_id, title, "slug": slug.current},
      "review": *[_type == "review" && _id == "review-" + ^._id][0]{
        riskClass, lastReviewed, nextReviewDue
      }
    }`,
    params: (turn, {articles}) => ({slug: `article-${spread(turn, articles)}`}),
  },
  {
    name: 'newest 20 of a category',
    path: 'newest',
    query: `*[_type == "article" && category._ref == $category]
      | order(publishedAt desc, _id asc)[0...20]{
        _id, title, "slug": slug.current, publishedAt, "reviewer": reviewer->name
      }`,
    params: (turn) => ({category: `category-${turn % categories}`}),
  },
  {
    name: 'FAQ by keyword',
    path: 'faq',
    query: `*[_type == "faqEntry" && question match $word] | order(_id asc)[0...20]{
      _id, question, shortAnswer
    }`,
    params: (turn, {faqs}) => ({word: keywordOf(spread(turn, faqs), faqs)}),
  },
  {
    name: 'count of reviews due before a date',
    path: 'due',
    query: `count(*[_type == "review" && nextReviewDue < $date])`,
    params: (turn) => ({date: `2025-0${1 + (turn % 9)}-15T00:00:00.000Z`}),
  },
]

function spread(turn: number, of: number): number {
  return (turn * 7919) % of
}
