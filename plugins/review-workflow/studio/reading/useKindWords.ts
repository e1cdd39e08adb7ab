import {useListFormat, useTranslation} from 'sanity'
import {familyTitle, topics} from '../../policy/index.ts'
import {namespace} from '../words.ts'
import {type Kind} from './stillToCome.ts'

interface KindWords {
  /** Who may sign as one. */
  readonly who: (kind: Kind) => string
  /** The same with what for, and whether anybody here could. */
  readonly line: (kind: Kind) => string
}

export function useKindWords(): KindWords {
  const {t} = useTranslation(namespace)
  const either = useListFormat({type: 'disjunction'})
  const who = ({anyOf}: Kind) => either.format(anyOf.map(familyTitle))
  return {
    who,
    line: (kind) =>
      t(`reading.signatures.kind${kind.isHere ? '' : '.nobody'}`, {
        who: who(kind),
        about: kind.about.map((topic) => topics[topic].title).join('; '),
      }),
  }
}
