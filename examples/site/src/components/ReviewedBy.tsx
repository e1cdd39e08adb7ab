import {type Verified} from '../../../../queries/index.ts'
import {dayInWords} from '../lib/days.ts'
import {reviewerPath} from '../lib/paths.ts'

interface ReviewedByProps {
  readonly verdict: Verified
  readonly lastChangedAt: string | null
}

/** Who signed exactly these words, as the record says it. Nothing else may say that a page was reviewed. */
export function ReviewedBy({verdict, lastChangedAt}: ReviewedByProps) {
  const {signOffs, lastReviewed, nextReviewDue, digest, id} = verdict
  return (
    <section className="reviewed" aria-labelledby="reviewed">
      <h2 id="reviewed">Checked by</h2>
      <ul>
        {signOffs.map((signOff) => (
          <li key={`${signOff.personId} ${signOff.signedAt}`}>
            <Name {...signOff} />
            {(signOff.credentials ?? []).map(({label, jurisdiction}) => (
              <span key={label} className="quiet block">
                {label}
                {jurisdiction === null ? '' : ` (${jurisdiction})`}
              </span>
            ))}
            {signOff.conflictStatement !== null && (
              <span className="quiet block">Disclosed interest: {signOff.conflictStatement}</span>
            )}
          </li>
        ))}
      </ul>
      <dl>
        <div>
          <dt>Last checked</dt>
          <dd>
            <time dateTime={lastReviewed}>{dayInWords(lastReviewed)}</time>
          </dd>
        </div>
        {lastChangedAt !== null && (
          <div>
            <dt>Last changed</dt>
            <dd>
              <time dateTime={lastChangedAt.slice(0, 10)}>{dayInWords(lastChangedAt)}</time>
            </dd>
          </div>
        )}
        {nextReviewDue !== null && (
          <div>
            <dt>Next check by</dt>
            <dd>
              <time dateTime={nextReviewDue}>{dayInWords(nextReviewDue)}</time>
            </dd>
          </div>
        )}
      </dl>
      <details>
        <summary>Signed word for word</summary>
        <p>
          They signed exactly these words. This site worked out the fingerprint of the page again
          before it showed it to you, and it fits.
        </p>
        <p className="fingerprint">
          {id} <code>{digest}</code>
        </p>
        <p>
          <a href="/how-we-check">How we check our pages</a>
        </p>
      </details>
    </section>
  )
}

function Name({name, profile}: Verified['signOffs'][number]) {
  const slug = profile?.slug ?? null
  return slug === null ? <strong>{name}</strong> : <a href={reviewerPath(slug)}>{name}</a>
}
