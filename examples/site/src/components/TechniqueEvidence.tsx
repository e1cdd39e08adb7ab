import {type TechniqueQueryResult} from '../../../../sanity.types.ts'
import {type Footnote} from '../lib/footnotes.ts'
import {certainties, ratings, said, verdicts} from '../lib/words.ts'
import {Cite} from './Cite.tsx'
import {Text} from './Text.tsx'

interface TechniqueEvidenceProps {
  readonly page: NonNullable<TechniqueQueryResult>
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** What is known about a technique, and for whom it is. "No good evidence" is said as plainly as the rest. */
export function TechniqueEvidence({page, footnotes}: TechniqueEvidenceProps) {
  return (
    <>
      <section aria-labelledby="evidence">
        <h2 id="evidence">What the evidence shows</h2>
        <dl className="pairs">
          {(page.evidenceVerdicts ?? []).map(({_key, outcome, verdict, why}) => (
            <div key={_key}>
              <dt>{outcome?.name}</dt>
              <dd>
                <strong>{said(verdicts, verdict)}.</strong> {why}
              </dd>
            </div>
          ))}
        </dl>
        <Text value={page.evidenceNotes} footnotes={footnotes} />
        {(page.evidence ?? []).map(({_id, plainStatement, certainty, citations}) => (
          <p key={_id}>
            {plainStatement} <span className="tag">{said(certainties, certainty)}</span>
            {(citations ?? []).map((use) => (
              <Cite key={use._key} use={use} footnotes={footnotes} />
            ))}
          </p>
        ))}
      </section>
      <section aria-labelledby="people">
        <h2 id="people">Who it is for</h2>
        <dl className="pairs">
          {(page.suitability ?? []).map((each) => (
            <div key={each._key}>
              <dt>{each.population?.name}</dt>
              <dd>
                <strong>{said(ratings, each.rating)}.</strong> {each.reason}
                <Cite use={each} footnotes={footnotes} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
