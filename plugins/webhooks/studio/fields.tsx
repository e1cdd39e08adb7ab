import {Box, Checkbox, Flex, Select, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {type ReactNode, useId} from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: string
}

/** A line of text, or with `rows` several; `code` where every character counts. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  rows,
  code = false,
  isSecret = false,
  required = false,
}: FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly code?: boolean
  readonly isSecret?: boolean
  readonly required?: boolean
}) {
  const id = useId()
  const input = {
    id,
    value,
    'autoComplete': isSecret ? 'new-password' : 'off',
    'spellCheck': !code,
    'aria-required': required,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    'style': code ? {fontFamily: 'monospace'} : undefined,
  }
  return (
    <Labelled id={id} label={label} hint={hint}>
      {rows === undefined ? (
        <TextInput
          {...input}
          type={isSecret ? 'password' : 'text'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <TextArea
          {...input}
          rows={rows}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Labelled>
  )
}

export function SelectField({
  label,
  hint,
  value,
  options,
  onChange,
}: FieldProps & {
  readonly value: string
  readonly options: readonly {readonly value: string; readonly title: string}[]
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <Select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </Select>
    </Labelled>
  )
}

export function CheckField({
  label,
  hint,
  checked,
  onChange,
}: FieldProps & {readonly checked: boolean; readonly onChange: (checked: boolean) => void}) {
  const id = useId()
  return (
    <Flex gap={3} align="flex-start">
      <Checkbox
        id={id}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Stack gap={3} flex={1} paddingTop={1}>
        <Text as="label" htmlFor={id} size={1} weight="medium">
          {label}
        </Text>
        {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      </Stack>
    </Flex>
  )
}

/** Several check boxes that belong together. */
export function FieldGroup({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Stack gap={3} role="group" aria-labelledby={id}>
      <Text id={id} size={1} weight="medium">
        {label}
      </Text>
      <Flex gap={4} wrap="wrap">
        {children}
      </Flex>
    </Stack>
  )
}

function Labelled({
  id,
  label,
  hint,
  children,
}: FieldProps & {readonly id: string; readonly children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <Box>{children}</Box>
    </Stack>
  )
}

function Hint({id, children}: {readonly id: string; readonly children: string}) {
  return (
    <Text id={id} size={1} muted style={{overflowWrap: 'anywhere'}}>
      {children}
    </Text>
  )
}
