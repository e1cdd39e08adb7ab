import {type Footnote} from '../lib/footnotes.ts'
import {addressOf, authorsOf, placeOf} from '../lib/reference.ts'
import {designs, retractions, said, stanceSentences} from '../lib/words.ts'

interface StudiesProps {
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** The studies behind a page: what each found, and whether it speaks for or against what the page says. */
export function Studies({footnotes}: StudiesProps) {
  if (footnotes.size === 0) return null
  return (
    <section aria-labelledby="studies" className="studies">
      <h2 id="studies">Studies</h2>
      <p className="quiet">We list studies that speak against what we say, too.</p>
      <ol>
        {[...footnotes.values()].map((note) => (
          <Study key={note.work._id} {...note} />
        ))}
      </ol>
    </section>
  )
}

function Study({number, work, stances}: Footnote) {
  const address = addressOf(work)
  const status = work.retraction?.status ?? ''
  return (
    <li id={`study-${number}`}>
      {Object.hasOwn(retractions, status) && <p className="warning">{said(retractions, status)}</p>}
      <p>
        <strong>{work.csl?.title}</strong>
      </p>
      <p className="quiet">
        {authorsOf(work)} <cite>{placeOf(work)}</cite>
        {address !== null && (
          <>
            {' '}
            <a href={address}>Read the study</a>
          </>
        )}
      </p>
      <p>
        {work.studyDesign !== null && (
          <span className="tag">{said(designs, work.studyDesign)}</span>
        )}
        {stances.map((stance) => (
          <span key={stance} className={`tag stance-${stance}`}>
            {said(stanceSentences, stance)}
          </span>
        ))}
      </p>
      {work.mainOutcome !== null && <p>{work.mainOutcome}</p>}
    </li>
  )
}
