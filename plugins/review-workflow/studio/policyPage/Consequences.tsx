import {Badge, Box, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {consequenceTone} from '../consequenceTone.ts'
import {type PolicyRead} from '../reads.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {riskClasses} from '../tool/riskClasses.ts'
import {namespace} from '../words.ts'
import {consequences, triggers} from './policyDifference.ts'

/** What becomes of a live page when something that it rests on turns out badly. */
export function Consequences({read: {policy}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  return (
    <PageSection title={t('policyPage.consequences')} lead={t('policyPage.consequences.lead')}>
      <DataTable
        align="middle"
        caption={t('policyPage.consequences')}
        columns={[
          {header: t('policyPage.what'), minWidth: '13rem'},
          ...riskClasses.map((riskClass) => ({
            header: t(`risk.${riskClass}.name`),
            minWidth: '6rem',
          })),
        ]}
        rows={triggers.map((trigger) => ({
          key: trigger,
          cells: [
            t(`policyPage.trigger.${trigger}`),
            ...riskClasses.map((riskClass) => {
              const consequence = policy.consequences[trigger][riskClass]
              return (
                <Badge key={riskClass} tone={consequenceTone[consequence]}>
                  {t(`policyPage.consequence.${consequence}`)}
                </Badge>
              )
            }),
          ],
        }))}
      />
      <Stack as="ul" gap={3} padding={0} margin={0}>
        {consequences.map((consequence) => (
          <Flex as="li" key={consequence} gap={3} align="center" wrap="wrap">
            <Box style={{minWidth: '6rem'}}>
              <Badge tone={consequenceTone[consequence]}>
                {t(`policyPage.consequence.${consequence}`)}
              </Badge>
            </Box>
            <Text size={1} muted>
              {t(`policyPage.consequence.${consequence}.meaning`)}
            </Text>
          </Flex>
        ))}
      </Stack>
    </PageSection>
  )
}
