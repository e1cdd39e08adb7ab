import {type TechniqueQueryResult} from '../../../../sanity.types.ts'
import {type Footnote} from '../lib/footnotes.ts'
import {pressures, providers, said} from '../lib/words.ts'
import {Cite} from './Cite.tsx'

interface SessionProps {
  readonly page: NonNullable<TechniqueQueryResult>
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** The facts of a session, as far as they are told. */
export function Session({page, footnotes}: SessionProps) {
  const {pressure, sessionLength, typicalCourse, oils, alternateNames} = page
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['Also called', alternateNames?.join(', ')],
    ['Done by', said(providers, page.deliveredBy)],
    ['Training to look for', page.practitionerRequirement?.extraTraining?.join(', ')],
    [
      'Pressure',
      pressure && range(said(pressures, pressure.min), said(pressures, pressure.max), ''),
    ],
    [
      'A session',
      sessionLength && range(sessionLength.minMinutes, sessionLength.maxMinutes, ' minutes'),
    ],
    [
      'Usual course',
      typicalCourse && (
        <>
          {[
            typicalCourse.sessions === null ? '' : `${typicalCourse.sessions} sessions`,
            typicalCourse.perWeek === null ? '' : `${typicalCourse.perWeek} a week`,
            typicalCourse.weeks === null ? '' : `for ${typicalCourse.weeks} weeks`,
          ]
            .filter((part) => part !== '')
            .join(', ')}
          <Cite use={typicalCourse} footnotes={footnotes} />
        </>
      ),
    ],
    ['Clothes', page.clothing],
    ['Position', page.position],
    ['Equipment', page.equipment],
    ['Oils', oils?.map(({name}) => name).join(', ')],
    [
      'You may be allergic to',
      [...new Set((oils ?? []).flatMap(({allergens}) => allergens ?? []))].join(', '),
    ],
  ]
  return (
    <dl className="pairs">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function range(from: string | number, to: string | number, unit: string): string {
  return from === to ? `${from}${unit}` : `${from} to ${to}${unit}`
}
