import {type ArticleQueryResult} from '../../../../sanity.types.ts'
import {type Footnote} from '../lib/footnotes.ts'
import {pathOf} from '../lib/paths.ts'
import {Text} from './Text.tsx'

interface QuestionsProps {
  readonly faqs: NonNullable<NonNullable<ArticleQueryResult>['faqs']>
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** Questions with their whole answers, in the page that they belong to. */
export function Questions({faqs, footnotes}: QuestionsProps) {
  if (faqs.length === 0) return null
  return (
    <section className="questions" aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      {faqs.map((faq) => (
        <section key={faq._id}>
          <h3>{faq.question}</h3>
          <p>{faq.shortAnswer}</p>
          <Text value={faq.longAnswer} footnotes={footnotes} />
          {faq.safetyNote !== null && <p className="caution">{faq.safetyNote}</p>}
          <p className="quiet">
            <a href={pathOf(faq) ?? '/questions'}>This question on its own page</a>
          </p>
        </section>
      ))}
    </section>
  )
}
