import {type ArticleQueryResult} from '../../../../sanity.types.ts'
import {type Footnote} from '../lib/footnotes.ts'
import {hedges, said} from '../lib/words.ts'
import {Cite} from './Cite.tsx'

type Article = NonNullable<ArticleQueryResult>
type Section = NonNullable<Article['sections']>[number]
export type Claim = NonNullable<Section['claims']>[number]

interface ClaimsProps {
  readonly claims: readonly Claim[] | null
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** What a part of a page asserts, how sure we are, and what that rests on. Folds away without a script. */
export function Claims({claims, footnotes}: ClaimsProps) {
  if (claims === null || claims.length === 0) return null
  return (
    <details className="claims">
      <summary>What this rests on</summary>
      <ul>
        {claims.map((claim) => (
          <li key={claim._key}>
            <p>
              {claim.statement}
              {(claim.citations ?? []).map((use) => (
                <Cite key={use._key} use={use} footnotes={footnotes} />
              ))}
            </p>
            <p className="quiet">
              {[
                said(hedges, claim.hedge),
                claim.population === null ? '' : `About: ${claim.population.name}`,
                claim.outcome === null ? '' : `Measured: ${claim.outcome.name}`,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
