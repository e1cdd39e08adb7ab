import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts} from '../../policy/index.ts'
import {stageTitle} from '../stageTitle.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {ownPart} from './ownPart.ts'
import {useSurroundings} from './ReadingContext.ts'
import {stillToCome} from './stillToCome.ts'
import {useKindWords} from './useKindWords.ts'

/** How things stand for whoever reads, in a line. What was done here ends here, also for the keyboard. */
export function OwnPartLine({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {landing} = useSurroundings()
  const part = ownPart(facts)
  return (
    <Stack ref={landing} tabIndex={-1} paddingY={1} gap={3}>
      <Text size={1} weight="medium">
        {part.kind === 'none'
          ? t(stageTitle(facts))
          : t(`reading.part.${part.kind}`, {
              name: 'name' in part ? part.name : '',
              date: 'at' in part ? day(part.at) : '',
            })}
      </Text>
      {part.kind === 'signed' && <Others facts={facts} />}
    </Stack>
  )
}

/** Whose signature is wanted beside the one that is there; who are more than fit here stand at the top. */
function Others({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const {who} = useKindWords()
  const coming = stillToCome(facts)
  if (coming === null) return null
  const {kinds, anotherPerson} = coming
  const [kind, ...more] = kinds
  if (kind === undefined) {
    return anotherPerson && <Text size={1}>{t('reading.part.signed.anotherPerson')}</Text>
  }
  return (
    <Text size={1}>
      {anotherPerson || more.length > 1
        ? t('reading.part.signed.others')
        : more.length === 1
          ? t('reading.part.signed.kinds', {kinds: kinds.map(who).join('; ')})
          : t(`reading.part.signed.kind${kind.isHere ? '' : '.nobody'}`, {who: who(kind)})}
    </Text>
  )
}
