import {Box, Grid, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Policy, type PolicyProblem, policyProblems} from '../../policy/index.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {riskClasses} from '../tool/riskClasses.ts'
import {namespace} from '../words.ts'
import {
  fieldsByRisk,
  type PolicyPlace,
  policyValue,
  policyWith,
  singleFields,
  triggers,
} from './policyDifference.ts'
import {usePolicyWords} from './usePolicyWords.ts'
import {ValueInput} from './ValueInput.tsx'

/** Every value that two people may change, to change. */
export function PolicyEditor({
  policy,
  onChange,
  disabled,
}: {
  readonly policy: Policy
  readonly onChange: (policy: Policy) => void
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  const words = usePolicyWords()
  const problems = policyProblems(policy)
  const input = (place: PolicyPlace) => (
    <ValueInput
      key={[place.field, place.trigger, place.riskClass].join(' ')}
      label={words.place(place)}
      place={place}
      value={policyValue(policy, place)}
      invalid={problems.some((problem) => isAt(place, problem))}
      onChange={(value) => onChange(policyWith(policy, place, value))}
      disabled={disabled}
    />
  )
  const classColumns = riskClasses.map((riskClass) => ({
    header: t(`risk.${riskClass}.name`),
    minWidth: '7.5rem',
  }))
  return (
    <Stack gap={5}>
      <DataTable
        align="middle"
        caption={t('policyPage.risk.edit')}
        columns={[{header: t('policyPage.what'), minWidth: '11rem'}, ...classColumns]}
        rows={fieldsByRisk.map((field) => ({
          key: field,
          cells: [
            t(`policyPage.${field}.edit`),
            ...riskClasses.map((riskClass) => input({field, trigger: null, riskClass})),
          ],
        }))}
      />
      <Grid gridTemplateColumns={[1, 2]} gap={4}>
        {singleFields.map((field) => (
          <Stack key={field} gap={3}>
            <Text size={1} weight="medium">
              {t(`policyPage.${field}.edit`)}
            </Text>
            <Box>{input({field, trigger: null, riskClass: null})}</Box>
          </Stack>
        ))}
      </Grid>
      <DataTable
        align="middle"
        caption={t('policyPage.consequences.edit')}
        columns={[{header: t('policyPage.consequences'), minWidth: '11rem'}, ...classColumns]}
        rows={triggers.map((trigger) => ({
          key: trigger,
          cells: [
            t(`policyPage.trigger.${trigger}`),
            ...riskClasses.map((riskClass) => input({field: 'consequences', trigger, riskClass})),
          ],
        }))}
      />
    </Stack>
  )
}

function isAt(place: PolicyPlace, problem: PolicyProblem): boolean {
  return (
    place.field === problem.field &&
    place.trigger === problem.trigger &&
    place.riskClass === problem.riskClass
  )
}
