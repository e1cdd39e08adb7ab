import {Flex, Select, Switch, Text, TextInput} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {consequences, type PolicyPlace, type PolicyValue} from './policyDifference.ts'

/** One value of the policy. A number that cannot be read is `NaN`, which `decide` does not take. */
export function ValueInput({
  label,
  place,
  value,
  invalid,
  onChange,
  disabled,
}: {
  readonly label: string
  readonly place: PolicyPlace
  readonly value: PolicyValue
  /** The policy would make no sense with it. */
  readonly invalid: boolean
  readonly onChange: (value: PolicyValue) => void
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  switch (typeof value) {
    case 'boolean':
      return (
        <Flex as="label" gap={3} align="center">
          <Switch
            aria-label={label}
            checked={value}
            disabled={disabled}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <Text size={1}>{t(value ? 'policyPage.yes' : 'policyPage.no')}</Text>
        </Flex>
      )
    case 'string':
      return (
        <Select
          aria-label={label}
          aria-invalid={invalid}
          customValidity={invalid ? label : ''}
          fontSize={1}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = consequences.find((each) => each === event.currentTarget.value)
            if (chosen !== undefined) onChange(chosen)
          }}
        >
          {consequences.map((consequence) => (
            <option key={consequence} value={consequence}>
              {t(`policyPage.consequence.${consequence}`)}
            </option>
          ))}
        </Select>
      )
    default: {
      const optional = place.field === 'workCheckDays'
      return (
        <TextInput
          aria-label={label}
          type="number"
          aria-invalid={invalid}
          customValidity={invalid ? label : ''}
          fontSize={1}
          min={0}
          step={1}
          value={value === null || Number.isNaN(value) ? '' : String(value)}
          placeholder={optional ? t('policyPage.unneeded.short') : undefined}
          disabled={disabled}
          onChange={(event) => onChange(numberOf(event.currentTarget.value, optional))}
        />
      )
    }
  }
}

export function numberOf(text: string, optional: boolean): number | null {
  if (text.trim() === '') return optional ? null : Number.NaN
  return Number(text)
}
