import {Flex, Radio, Text} from '@sanity/ui'
import {useId} from 'react'

/** One question and one of a few answers; nothing is chosen beforehand. */
export function AnswersField<Answer extends string>({
  question,
  answers,
  value,
  onChange,
  disabled,
}: {
  readonly question: string
  readonly answers: readonly {readonly answer: Answer; readonly label: string}[]
  readonly value: Answer | null
  readonly onChange: (answer: Answer) => void
  readonly disabled: boolean
}) {
  const name = useId()
  return (
    <Flex
      direction="column"
      gap={3}
      role="radiogroup"
      aria-labelledby={`${name}-question`}
      aria-required
    >
      <Text id={`${name}-question`} size={1} weight="medium">
        {question}
      </Text>
      <Flex gap={4} wrap="wrap">
        {answers.map(({answer, label}) => (
          <Flex key={answer} as="label" gap={2} align="center" htmlFor={`${name}-${answer}`}>
            <Radio
              id={`${name}-${answer}`}
              name={name}
              value={answer}
              checked={value === answer}
              disabled={disabled}
              onChange={() => onChange(answer)}
            />
            <Text size={1}>{label}</Text>
          </Flex>
        ))}
      </Flex>
    </Flex>
  )
}
