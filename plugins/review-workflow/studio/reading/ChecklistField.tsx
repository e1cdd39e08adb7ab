import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Checklist, checklistItems} from '../../policy/index.ts'
import {namespace} from '../words.ts'
import {AnswersField} from './AnswersField.tsx'

/** What a reviewer looked at, one plain question each. */
export function ChecklistField({
  value,
  onChange,
  disabled,
}: {
  readonly value: Checklist
  readonly onChange: (value: Checklist) => void
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  const answers = (['yes', 'no', 'notApplicable'] as const).map((answer) => ({
    answer,
    label: t(`signOff.checklist.${answer}`),
  }))
  return (
    <Stack as="section" gap={4}>
      <Text as="h3" size={1} weight="medium">
        {t('signOff.checklist')}
      </Text>
      <Card border radius={2} padding={4}>
        <Stack gap={5}>
          {checklistItems.map((item) => (
            <AnswersField
              key={item}
              question={t(`signOff.checklist.item.${item}`)}
              answers={answers}
              value={value[item] ?? null}
              onChange={(answer) => onChange({...value, [item]: answer})}
              disabled={disabled}
            />
          ))}
        </Stack>
      </Card>
    </Stack>
  )
}
