import {Box, Card, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {type Choice, ChoiceList} from './ChoiceField.tsx'
import {Disclosure} from './Disclosure.tsx'
import {type ReviewRead} from './reads.ts'
import {useWhyUnable} from './useWhyUnable.ts'
import {namespace} from './words.ts'

type Signers = ReviewRead['signers']

/** Who is to sign: those who could, then, out of the way, those who could not and why. */
export function PersonField({
  label,
  signers,
  anybody,
  value,
  onChange,
  disabled,
}: {
  readonly label: string
  readonly signers: Signers
  /** What to call the choice of nobody in particular; without it somebody must be named. */
  readonly anybody?: string
  readonly value: string
  readonly onChange: (personId: string) => void
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  const whyUnable = useWhyUnable()
  const name = useId()
  const able = signers.filter((signer) => signer.able)
  const unable = signers.filter((signer) => !signer.able)
  const choices: readonly Choice[] = [
    ...(anybody === undefined ? [] : [{value: '', label: anybody}]),
    ...able.map(({personId, name: label}) => ({value: personId, label})),
  ]
  return (
    <Stack gap={3} role="radiogroup" aria-labelledby={`${name}-label`}>
      <Text id={`${name}-label`} size={1} weight="medium">
        {label}
      </Text>
      <Box style={{maxHeight: '14rem', overflowY: 'auto'}}>
        <Stack gap={3} padding={1}>
          <ChoiceList
            name={name}
            choices={choices}
            value={value}
            onChange={onChange}
            disabled={disabled}
          />
        </Stack>
      </Box>
      {able.length === 0 && (
        <Card padding={3} radius={2} tone="caution" border>
          <Text size={1}>{t(anybody === undefined ? 'person.nobodyElse' : 'person.nobody')}</Text>
        </Card>
      )}
      {unable.length > 0 && (
        <Disclosure summary={t('person.unable', {count: unable.length})} open={able.length === 0}>
          <Box style={{maxHeight: '12rem', overflowY: 'auto'}} tabIndex={0}>
            <Stack gap={3} padding={1}>
              <ChoiceList
                name={name}
                choices={unable.map(({personId, name: label, denials}) => ({
                  value: personId,
                  label,
                  note: whyUnable(denials),
                  disabled: true,
                }))}
                value={value}
                onChange={onChange}
                disabled
              />
            </Stack>
          </Box>
        </Disclosure>
      )}
    </Stack>
  )
}
