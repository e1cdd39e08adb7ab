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

/** Whose signature is wanted beside the one that is there. */
function Others({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const inWords = useKindWords()
  const coming = stillToCome(facts)
  if (coming === null) return null
  const {kinds, anotherPerson} = coming
  const [kind] = kinds
  if (kind === undefined && !anotherPerson) return null
  return (
    <Text size={1}>
      {kind === undefined
        ? t('reading.part.signed.anotherPerson')
        : kinds.length > 1 || anotherPerson
          ? t('reading.part.signed.others')
          : inWords('part.signed', kind)}
    </Text>
  )
}
