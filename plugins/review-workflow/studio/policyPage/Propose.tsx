import {Button, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {decide} from '../../policy/index.ts'
import {isOutOfReach, reasons} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type PolicyRead} from '../reads.ts'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {proposal} from './proposal.ts'
import {ProposeForm} from './ProposeForm.tsx'

/** How the policy is changed, and the way to start for who may. */
export function Propose({read, onDone}: {readonly read: PolicyRead; readonly onDone: () => void}) {
  const {t} = useTranslation(namespace)
  const [open, setOpen] = useState(false)
  const {graceDays} = read.policy
  // Any sound change will do, to learn whether this user could propose one at all.
  const changed = {...read.policy, graceDays: graceDays === 0 ? 1 : graceDays - 1}
  const decision = decide(read.facts, proposal(read.policy, changed, '…'))
  return (
    <PageSection title={t('policyPage.propose')} lead={t('policyPage.propose.lead')}>
      {!open && decision.allowed && (
        <Flex>
          <Button
            type="button"
            mode="ghost"
            text={t('proposePolicy.label')}
            onClick={() => setOpen(true)}
          />
        </Flex>
      )}
      {!open && !decision.allowed && !isOutOfReach(decision) && (
        <ReasonList reasons={reasons(decision)} tone="caution" />
      )}
      {!open && isOutOfReach(decision) && (
        <Text size={1} muted>
          {t('policyPage.propose.others')}
        </Text>
      )}
      {open && (
        <ProposeForm
          read={read}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            onDone()
          }}
        />
      )}
    </PageSection>
  )
}
