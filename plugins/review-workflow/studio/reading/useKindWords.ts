import {useListFormat, useTranslation} from 'sanity'
import {familyTitle, topics} from '../../policy/index.ts'
import {namespace} from '../words.ts'
import {type Kind} from './stillToCome.ts'

/** Who may sign as one of a kind, what for, and whether anybody here could. */
export function useKindWords(): (of: 'signatures' | 'part.signed', kind: Kind) => string {
  const {t} = useTranslation(namespace)
  const either = useListFormat({type: 'disjunction'})
  return (of, {anyOf, about, isHere}) =>
    t(`reading.${of}.kind${isHere ? '' : '.nobody'}`, {
      who: either.format(anyOf.map(familyTitle)),
      about: about.map((topic) => topics[topic].title).join('; '),
    })
}
