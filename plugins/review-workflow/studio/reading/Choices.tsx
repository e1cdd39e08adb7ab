import {Button, Flex} from '@sanity/ui'

/** One of a few ways to look at the page. */
export function Choices<Value>({
  label,
  choices,
  value,
  onChoose,
  quiet,
}: {
  readonly label: string
  readonly choices: readonly {readonly value: Value; readonly label: string}[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  /** Beside a choice that matters more. */
  readonly quiet?: boolean
}) {
  return (
    <Flex gap={1} wrap="wrap" role="group" aria-label={label}>
      {choices.map((choice) => (
        <Button
          key={choice.label}
          mode={choice.value !== value ? 'bleed' : quiet === true ? 'ghost' : 'default'}
          fontSize={1}
          padding={3}
          text={choice.label}
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        />
      ))}
    </Flex>
  )
}
