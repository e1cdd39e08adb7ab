import {Box, Flex, Radio, Stack, Text} from '@sanity/ui'
import {useId} from 'react'

export interface Choice {
  readonly value: string
  readonly label: string
  /** What it means, or why it cannot be chosen. */
  readonly note?: string
  readonly disabled?: boolean
}

/** One of a few, all in sight. Those that cannot be chosen say why. */
export function ChoiceField({
  label,
  hint,
  choices,
  value,
  onChange,
  disabled,
}: {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly disabled: boolean
}) {
  const name = useId()
  return (
    <Stack
      gap={3}
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={hint === undefined ? undefined : `${name}-hint`}
    >
      <Text id={`${name}-label`} size={1} weight="medium">
        {label}
      </Text>
      {hint !== undefined && (
        <Text id={`${name}-hint`} size={1} muted>
          {hint}
        </Text>
      )}
      <ChoiceList
        name={name}
        choices={choices}
        value={value}
        onChange={onChange}
        disabled={disabled}
      />
    </Stack>
  )
}

export function ChoiceList({
  name,
  choices,
  value,
  onChange,
  disabled,
}: {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly disabled: boolean
}) {
  return choices.map((choice) => {
    const id = `${name}-${choice.value}`
    return (
      <Flex key={choice.value} as="label" gap={3} align="flex-start" htmlFor={id}>
        <Box flex="none">
          <Radio
            id={id}
            name={name}
            value={choice.value}
            checked={value === choice.value}
            disabled={disabled || choice.disabled === true}
            aria-describedby={choice.note === undefined ? undefined : `${id}-note`}
            onChange={() => onChange(choice.value)}
          />
        </Box>
        <Stack gap={2} paddingTop={1}>
          <Text size={1} muted={choice.disabled === true}>
            {choice.label}
          </Text>
          {choice.note !== undefined && (
            <Text id={`${id}-note`} size={1} muted>
              {choice.note}
            </Text>
          )}
        </Stack>
      </Flex>
    )
  })
}
