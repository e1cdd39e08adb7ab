import {type ArticleQueryResult} from '../../../../sanity.types.ts'
import {type Footnote} from '../lib/footnotes.ts'
import {certainties, comparisonBases, said} from '../lib/words.ts'
import {Cite} from './Cite.tsx'
import {Claims} from './Claims.tsx'
import {Text} from './Text.tsx'

interface PeopleAndComparisonsProps {
  readonly page: NonNullable<ArticleQueryResult>
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** What an article says about groups of people, about other treatments, and about bodies of evidence. */
export function PeopleAndComparisons({page, footnotes}: PeopleAndComparisonsProps) {
  const {populations, comparisons, evidenceSummaries} = page
  return (
    <>
      {populations !== null && (
        <section aria-labelledby="people">
          <h2 id="people">For different people</h2>
          {populations.map(({_key, population, whatWeKnow, cautions, claims}) => (
            <section key={_key}>
              <h3>{population?.name}</h3>
              <Text value={whatWeKnow} footnotes={footnotes} />
              <Text value={cautions} footnotes={footnotes} />
              <Claims claims={claims} footnotes={footnotes} />
            </section>
          ))}
        </section>
      )}
      {comparisons !== null && (
        <section aria-labelledby="comparisons">
          <h2 id="comparisons">Compared with other ways</h2>
          {comparisons.map(({_key, alternative, basis, summary, citations}) => (
            <section key={_key}>
              <h3>{alternative?.name}</h3>
              <p className="quiet">{said(comparisonBases, basis)}</p>
              <p>
                {summary}
                {(citations ?? []).map((use) => (
                  <Cite key={use._key} use={use} footnotes={footnotes} />
                ))}
              </p>
            </section>
          ))}
        </section>
      )}
      {evidenceSummaries !== null && (
        <section aria-labelledby="evidence">
          <h2 id="evidence">What the evidence adds up to</h2>
          {evidenceSummaries.map(({_id, question, plainStatement, certainty, citations}) => (
            <section key={_id}>
              <h3>{question}</h3>
              <p>
                {plainStatement}
                {(citations ?? []).map((use) => (
                  <Cite key={use._key} use={use} footnotes={footnotes} />
                ))}
              </p>
              <p className="quiet">{said(certainties, certainty)}</p>
            </section>
          ))}
        </section>
      )}
    </>
  )
}
