import {Box, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts, stageAsAsked} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {ownPart} from './ownPart.ts'
import {useSurroundings} from './ReadingContext.ts'

/** How things stand for whoever reads, in a line. What was done here ends here, also for the keyboard. */
export function OwnPartLine({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {landing} = useSurroundings()
  const part = ownPart(facts)
  return (
    <Box ref={landing} tabIndex={-1} paddingY={1}>
      <Text size={1} weight="medium">
        {part.kind === 'none'
          ? t(`stage.${stageAsAsked(facts)}.title`)
          : t(`reading.part.${part.kind}`, {
              name: part.kind === 'heldByOther' ? part.name : '',
              date: 'at' in part ? day(part.at) : '',
            })}
      </Text>
    </Box>
  )
}
