import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type RecordRead} from '../reads.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'

/** The bad news that stands against the live page: what it is, about what, and what readers see of it. */
export function MarkLines({read: {subject, marks, titles}}: {readonly read: RecordRead}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  return (
    <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
      {marks.map(({trigger, about, at, consequence}) => (
        <Text as="li" key={`${trigger} ${about} ${at}`} size={1} style={{overflowWrap: 'anywhere'}}>
          {[
            t(`mark.${trigger}`, {date: day(at)}),
            ...(about === subject ? [] : [`: “${titles[about] ?? about}”`]),
            '. ',
            t(`mark.consequence.${consequence}`),
          ].join('')}
        </Text>
      ))}
    </Stack>
  )
}
