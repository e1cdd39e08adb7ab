import {isPublished, type LakeDocument} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {projectionType} from './serverTypes.ts'

/** The public records of the pages that are live, as the server last wrote them. */
export function liveProjections(view: View): readonly LakeDocument[] {
  return view.ofType(projectionType).filter(isLive)
}

export function isLive({live}: LakeDocument): boolean {
  return live === true
}

export function subjectOf(projection: LakeDocument): string {
  const subject = projection['subject']
  return typeof subject === 'object' && subject !== null && '_ref' in subject
    ? String(subject._ref)
    : ''
}

/** The live pages that rest on a sign-off with this credential. */
export function pagesOn(view: View, credential: string): readonly string[] {
  return liveProjections(view)
    .filter((projection) => credentialsIn(projection).some(({id}) => id === credential))
    .map(subjectOf)
    .filter((id) => isPublished(id) && view.read(id) !== null)
}

export interface SignedOn {
  readonly id: string
  readonly expires: string | null
  readonly jurisdiction: string | null
}

/** The credentials that a live page rests on, as they were signed with. */
export function credentialsIn({signOffs}: LakeDocument): readonly SignedOn[] {
  const list = Array.isArray(signOffs) ? signOffs : []
  return list.flatMap((signOff) => {
    const held: unknown =
      typeof signOff === 'object' && signOff !== null ? Reflect.get(signOff, 'credentials') : null
    return Array.isArray(held) ? held.flatMap(signedOn) : []
  })
}

function signedOn(credential: unknown): readonly SignedOn[] {
  if (typeof credential !== 'object' || credential === null) return []
  const field = (name: string) => {
    const value: unknown = Reflect.get(credential, name)
    return typeof value === 'string' ? value : null
  }
  const id = field('_key')
  return id === null ? [] : [{id, expires: field('expires'), jurisdiction: field('jurisdiction')}]
}
