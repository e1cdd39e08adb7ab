import {Stack} from '@sanity/ui'
import {useRef, useState} from 'react'
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
import {Propose} from './Propose.tsx'
import {RiskClasses} from './RiskClasses.tsx'
import {StandingProposal} from './StandingProposal.tsx'
import {ThePromise} from './ThePromise.tsx'
import {Topics} from './Topics.tsx'

/** What holds, for everybody to read, and how two people change it. */
export function PolicyPage() {
  const {t} = useTranslation(namespace)
  const policy = useRead('policy', policySubject)
  const top = useRef<HTMLDivElement>(null)
  /** The proposal that stood when whoever looks made one of their own; 0 = none did. */
  const [proposedAfter, setProposedAfter] = useState<number | null>(null)
  return (
    <Page title={t('policyPage.title')} actions={<RefreshButton {...policy} />}>
      <Answer of={policy}>
        {(read) => (
          <Stack gap={4} ref={top} tabIndex={-1} style={{outline: 'none'}}>
            {read.facts.proposal !== null && (
              <StandingProposal
                key={read.facts.proposal.seq}
                read={read}
                proposal={read.facts.proposal}
                arrived={proposedAfter !== null && read.facts.proposal.seq > proposedAfter}
                onDone={() => {
                  top.current?.focus()
                  policy.refresh()
                }}
              />
            )}
            <ThePromise read={read} />
            <RiskClasses read={read} />
            <Consequences read={read} />
            <Propose
              read={read}
              onDone={() => {
                setProposedAfter(read.facts.proposal?.seq ?? 0)
                policy.refresh()
              }}
            />
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
