import {Card, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {decide, policySubject} from '../../policy/index.ts'
import {Bullets} from '../Bullets.tsx'
import {type PolicyRead} from '../reads.ts'
import {ReviewLink} from '../tool/ReviewLink.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {policyDifference} from './policyDifference.ts'
import {usePolicyWords} from './usePolicyWords.ts'

/** Tells whoever may decide on a proposal that one waits for them, and nobody else. */
export function ProposalPointer() {
  const policy = useRead('policy', policySubject)
  return policy.status === 'ready' ? <Pointer read={policy.read} /> : null
}

const mostChanges = 3

function Pointer({read: {facts, policy}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  const words = usePolicyWords()
  const id = useId()
  const {proposal} = facts
  if (proposal === null) return null
  const {hash, byName, reason} = proposal
  if (!decide(facts, {type: 'adoptPolicy', hash, factors: ['password']}).allowed) return null
  const changes = policyDifference(policy, proposal.policy)
  const left = changes.length - mostChanges
  return (
    <Card as="section" border radius={3} padding={4} tone="caution" aria-labelledby={id}>
      <Stack gap={4}>
        <Text as="h2" id={id} size={1} weight="medium">
          {t('policyPage.pointer', {name: byName})}
        </Text>
        <Text size={1} style={{overflowWrap: 'anywhere', whiteSpace: 'pre-wrap'}}>
          “{reason}”
        </Text>
        <Bullets
          items={[
            ...changes.slice(0, mostChanges).map(words.change),
            ...(left > 0 ? [t('policyPage.pointer.more', {count: left})] : []),
          ]}
        />
        <Text size={1}>
          <ReviewLink place="policy">{t('policyPage.pointer.look')}</ReviewLink>
        </Text>
      </Stack>
    </Card>
  )
}
