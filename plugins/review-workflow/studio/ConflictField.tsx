import {Flex, Radio, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {type Command} from '../policy/index.ts'
import {Field} from './Field.tsx'
import {namespace} from './words.ts'

export type Conflict = Extract<Command, {type: 'signOff'}>['conflictOfInterest']

const answers: readonly Conflict[] = ['none', 'disclosed', 'mustRecuse']

/** Nothing is chosen beforehand: the answer is part of the record. */
export function ConflictField({
  value,
  onChange,
  statement,
  onStatement,
  disabled,
}: {
  readonly value: Conflict | null
  readonly onChange: (value: Conflict) => void
  readonly statement: string
  readonly onStatement: (statement: string) => void
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  const name = useId()
  return (
    <Stack gap={3} role="radiogroup" aria-labelledby={`${name}-label`}>
      <Text id={`${name}-label`} size={1} weight="medium">
        {t('signOff.conflict')}
      </Text>
      {answers.map((answer) => (
        <Flex key={answer} as="label" gap={3} align="center" htmlFor={`${name}-${answer}`}>
          <Radio
            id={`${name}-${answer}`}
            name={name}
            value={answer}
            checked={value === answer}
            disabled={disabled}
            required
            onChange={() => onChange(answer)}
          />
          <Text size={1}>{t(`signOff.conflict.${answer}`)}</Text>
        </Flex>
      ))}
      {value === 'disclosed' && (
        <Field
          field={{name: 'conflictStatement', kind: 'lines', required: true}}
          label={t('signOff.conflictStatement')}
          value={statement}
          onChange={onStatement}
          autoFocus
          disabled={disabled}
        />
      )}
    </Stack>
  )
}
