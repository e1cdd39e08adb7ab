import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {decide, policySubject} from '../../policy/index.ts'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {reasons} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type PolicyRead} from '../reads.ts'
import {useCommand} from '../useCommand.ts'
import {namespace} from '../words.ts'
import {DifferenceTable} from './DifferenceTable.tsx'
import {policyDifference} from './policyDifference.ts'
import {PolicyEditor} from './PolicyEditor.tsx'
import {proposal} from './proposal.ts'

/** Nothing is sent before it has been shown, value by value, next to what holds now. */
export function ProposeForm({
  read,
  onDone,
  onCancel,
}: {
  readonly read: PolicyRead
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const [inForce] = useState(read.policy)
  const [edited, setEdited] = useState(read.policy)
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const {run, busy, refusals} = useCommand('proposePolicy', policySubject, onDone)

  const changes = policyDifference(inForce, edited)
  const command = proposal(inForce, edited, reason)
  // While nothing is filled in, a list of what is missing would only be in the way.
  const decision = decide(read.facts, {...command, reason: reason.trim() === '' ? '…' : reason})
  const filledIn = changes.length > 0 && reason.trim() !== '' && password !== ''

  function propose(): void {
    void run({policy: {...command.policy}, reason, password}).then(() => setPassword(''))
  }

  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      disabled={!decision.allowed || !filledIn}
      tone="primary"
      submitLabel={t('proposePolicy.confirm')}
      onSubmit={propose}
      onCancel={onCancel}
    >
      <PolicyEditor policy={edited} onChange={setEdited} disabled={busy} />
      <Stack gap={3}>
        <Flex align="center" justify="space-between" gap={3} wrap="wrap">
          <Text as="h3" size={1} weight="semibold">
            {t('policyPage.difference')}
          </Text>
          {policyDifference(edited, read.defaults).length > 0 && (
            <Button
              type="button"
              mode="bleed"
              fontSize={1}
              text={t('policyPage.useDefaults')}
              onClick={() => setEdited({...read.defaults, revision: inForce.revision})}
            />
          )}
        </Flex>
        <div role="status">
          <DifferenceTable caption={t('policyPage.difference')} before={inForce} after={edited} />
        </div>
      </Stack>
      {changes.length > 0 && !decision.allowed && (
        <ReasonList reasons={reasons(decision)} tone="caution" />
      )}
      <Field
        field={{name: 'reason', kind: 'lines', required: true}}
        label={t('proposePolicy.reason')}
        value={reason}
        onChange={setReason}
        disabled={busy}
      />
      <Field
        field={{name: 'password', kind: 'password', required: true}}
        label={t('policyPage.password')}
        hint={t('policyPage.passwordHint')}
        value={password}
        onChange={setPassword}
        disabled={busy}
      />
    </DialogForm>
  )
}
