import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts} from '../../policy/index.ts'
import {Bullets} from '../Bullets.tsx'
import {Note} from '../inspector/Note.tsx'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {stillToCome} from './stillToCome.ts'
import {useKindWords} from './useKindWords.ts'

/** What a signature here is worth: nothing is said where one that somebody here could give settles it. */
export function SignaturesNote({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {line} = useKindWords()
  const coming = stillToCome(facts)
  if (coming === null) return null
  const {needed, signed, kinds, anotherPerson, lacksPeople} = coming
  if (needed === 1 && kinds.length < 2 && !lacksPeople) return null
  const lines = [
    ...kinds.map(line),
    ...(anotherPerson ? [t('reading.signatures.anotherPerson')] : []),
  ]
  return (
    <Note
      tone={lacksPeople ? 'caution' : 'transparent'}
      title={t('reading.signatures.title')}
      text={needed > 1 ? t('person.needed', {needed}) : ''}
    >
      <Stack gap={4} paddingTop={1}>
        {signed.length > 0 && (
          <Text size={1}>
            {t('reading.signatures.signed', {
              names: signed
                .toReversed()
                .map(({name, at}) => `${name} (${day(at)})`)
                .join('; '),
            })}
          </Text>
        )}
        <Stack gap={3}>
          <Text size={1}>
            {t(lines.length === 0 ? 'reading.signatures.all' : 'reading.signatures.lacking')}
          </Text>
          {lines.length > 0 && <Bullets items={lines} />}
        </Stack>
        {lacksPeople && <Text size={1}>{t('person.lackingNext')}</Text>}
      </Stack>
    </Note>
  )
}
