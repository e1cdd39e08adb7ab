import {Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {policySubject} from '../../policy/index.ts'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {RefreshButton} from '../tool/RefreshButton.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {Attestation} from './Attestation.tsx'
import {Consequences} from './Consequences.tsx'
import {CredentialTypes} from './CredentialTypes.tsx'
import {Decisions} from './Decisions.tsx'

import {ThePromise} from './ThePromise.tsx'
import {Propose} from './Propose.tsx'
import {RiskClasses} from './RiskClasses.tsx'
import {StandingProposal} from './StandingProposal.tsx'
import {Topics} from './Topics.tsx'

/** What holds, for everybody to read, and how two people change it. */
export function PolicyPage() {
  const {t} = useTranslation(namespace)
  const policy = useRead('policy', policySubject)
  return (
    <Page title={t('policyPage.title')} actions={<RefreshButton {...policy} />}>
      <Answer of={policy}>
        {(read) => (
          <Stack gap={4}>
            {read.facts.proposal !== null && (
              <StandingProposal
                read={read}
                proposal={read.facts.proposal}
                onDone={policy.refresh}
              />
            )}
            <ThePromise read={read} />
            <RiskClasses read={read} />
            <Consequences read={read} />
            <Propose read={read} onDone={policy.refresh} />
            <Topics read={read} />
            <CredentialTypes read={read} />
            <Attestation read={read} />
            <Decisions read={read} />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}
