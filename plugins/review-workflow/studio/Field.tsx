import {Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {type Ref, useId} from 'react'
import {type Choice, ChoiceField} from './ChoiceField.tsx'

export interface FieldDefinition {
  readonly name: string
  readonly kind: 'line' | 'lines' | 'url' | 'password' | 'date' | 'datetime' | 'choice'
  readonly required: boolean
  /** Of a `choice`. */
  readonly choices?: readonly Choice[]
  /** Of a `date` or `datetime`: the earliest and the latest that make sense, as the field writes them. */
  readonly min?: string
  readonly max?: string
}

const inputType = {
  line: 'text',
  url: 'url',
  password: 'password',
  date: 'date',
  datetime: 'datetime-local',
} as const

export function Field({
  field,
  label,
  hint,
  value,
  onChange,
  autoFocus,
  disabled,
  problem,
  input: ref,
}: {
  readonly field: FieldDefinition
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  /** The id of what is said to be wrong with it; `null` where nothing is. */
  readonly problem?: string | null
  /** Of a line. */
  readonly input?: Ref<HTMLInputElement>
}) {
  const id = useId()
  if (field.kind === 'choice') {
    return (
      <ChoiceField
        label={label}
        hint={hint}
        choices={field.choices ?? []}
        value={value}
        onChange={onChange}
        disabled={disabled ?? false}
      />
    )
  }
  const describedBy = [hint === undefined ? null : `${id}-hint`, problem].filter(Boolean).join(' ')
  const input = {
    id,
    value,
    'autoFocus': autoFocus ?? false,
    'disabled': disabled ?? false,
    // Not `required`: the browser would mark it as wrong before anybody has typed.
    'aria-required': field.required,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': problem == null ? undefined : true,
  }
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {hint !== undefined && (
        <Text id={`${id}-hint`} size={1} muted>
          {hint}
        </Text>
      )}
      {field.kind === 'lines' ? (
        <TextArea {...input} rows={4} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <TextInput
          {...input}
          {...(ref !== undefined && {ref})}
          type={inputType[field.kind]}
          min={field.min}
          max={field.max}
          autoComplete={field.kind === 'password' ? 'current-password' : 'off'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Stack>
  )
}
