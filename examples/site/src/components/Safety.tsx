import {type ArticleQueryResult} from '../../../../sanity.types.ts'
import {type Footnote} from '../lib/footnotes.ts'
import {contraindicationKinds, frequencies, redFlagActions, said} from '../lib/words.ts'
import {Cite} from './Cite.tsx'

interface SafetyProps {
  readonly safety: NonNullable<ArticleQueryResult>['safety']
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** When to wait, what to watch for, and whom to call. */
export function Safety({safety, footnotes}: SafetyProps) {
  if (safety === null) return null
  const {contraindications, redFlags, whoShouldAskFirst, adverseEffects, emergencyLine} = safety
  return (
    <section className="safety" aria-labelledby="safety">
      <h2 id="safety">Stay safe</h2>
      {emergencyLine !== null && (
        <div className="emergency">
          <h3>In an emergency: {emergencyLine.number}</h3>
          <p>{emergencyLine.text}</p>
        </div>
      )}
      {redFlags !== null && (
        <>
          <h3>Signs to act on</h3>
          <dl className="pairs">
            {redFlags.map(({_key, sign, action}) => (
              <div key={_key} className={`flag-${action ?? ''}`}>
                <dt>{sign}</dt>
                <dd>{said(redFlagActions, action)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {contraindications !== null && (
        <>
          <h3>When to wait or take care</h3>
          <ul>
            {contraindications.map(({_id, name, kind, whyPlain, whatToDo}) => (
              <li key={_id}>
                <strong>{name}</strong>{' '}
                <span className="tag">{said(contraindicationKinds, kind)}</span>
                <br />
                {whyPlain} {whatToDo}
              </li>
            ))}
          </ul>
        </>
      )}
      {whoShouldAskFirst !== null && (
        <p>
          <strong>Ask a professional first:</strong>{' '}
          {whoShouldAskFirst.map(({name}) => name).join('; ')}.
        </p>
      )}
      {adverseEffects !== null && (
        <>
          <h3>Side effects</h3>
          <ul>
            {adverseEffects.map((each) => (
              <li key={each._key}>
                {each.effect}: {said(frequencies, each.frequency)}
                <Cite use={each} footnotes={footnotes} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
