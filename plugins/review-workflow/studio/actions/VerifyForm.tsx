import {Card, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {credentialTypes} from '../../policy/index.ts'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {useCommand} from '../useCommand.ts'
import {namespace} from '../words.ts'
import {localTimeOf} from './localTime.ts'
import {type DialogContext} from './useCommandAction.tsx'

const methods = ['publicRegister', 'emailIssuer', 'documentOnly', 'demonstration'] as const

/** How, where and when a registrar looked. What they saw when the dialog opened is what they vouch for. */
export function VerifyForm({read, documentId, onDone, onCancel}: DialogContext) {
  const {t} = useTranslation(namespace)
  const [digest] = useState(read.digest)
  const code = read.facts.credentials.find(({id}) => id === documentId)?.typeCode ?? ''
  const type = Object.hasOwn(credentialTypes, code) ? credentialTypes[code] : undefined
  const address = type?.registerAddress ?? null
  const latest = latestDay(read.facts.now)
  const [method, setMethod] = useState('')
  const isDemonstration = method === 'demonstration'
  const [typed, setTyped] = useState<string | null>(null)
  // Where somebody says that they looked in the register, it is known where that is.
  const known = method === 'publicRegister' && address !== null ? `https://${address}` : ''
  const sourceUrl = typed ?? known
  const [checkedOn, setCheckedOn] = useState(latest)
  const {run, busy, refusals, forget} = useCommand('verifyCredential', documentId, onDone)
  const missing = whatIsMissing({method, sourceUrl, checkedOn})

  function verify(): void {
    if (!isDemonstration) {
      void run({digest, method, sourceUrl: sourceUrl.trim(), checkedOn})
      return
    }
    // The command asks for both. Nobody looked anywhere: the address is that of the record which says so.
    const record = new URL(`/review/record/${documentId}`, window.location.href).href
    void run(
      {digest, method, sourceUrl: record, checkedOn: latest},
      'verifyCredential.done.demonstration',
    )
  }

  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      missing={missing && t(missing)}
      tone="positive"
      submitLabel={t(`verifyCredential.confirm${isDemonstration ? '.demonstration' : ''}`)}
      onEdit={forget}
      onSubmit={verify}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t(`verifyCredential.explanation${isDemonstration ? '.demonstration' : ''}`)}
      </Text>
      {type !== undefined && !isDemonstration && (
        <Card padding={3} radius={2} tone="primary" border>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {t('verifyCredential.where', {register: type.register})}
            </Text>
            {type.note !== null && <Text size={1}>{type.note}</Text>}
          </Stack>
        </Card>
      )}
      <Field
        field={{
          name: 'method',
          kind: 'choice',
          required: true,
          choices: methods.map((value) => ({
            value,
            label: t(`verifyCredential.method.${value}`),
            note: t(`verifyCredential.method.${value}.note`),
          })),
        }}
        label={t('verifyCredential.method')}
        value={method}
        onChange={setMethod}
        disabled={busy}
      />
      {!isDemonstration && (
        <>
          <Field
            field={{name: 'sourceUrl', kind: 'url', required: true}}
            label={t('verifyCredential.sourceUrl')}
            hint={t('verifyCredential.sourceUrlHint')}
            value={sourceUrl}
            onChange={setTyped}
            disabled={busy}
          />
          <Field
            field={{
              name: 'checkedOn',
              kind: 'date',
              required: true,
              max: latest,
            }}
            label={t('verifyCredential.checkedOn')}
            value={checkedOn}
            onChange={setCheckedOn}
            disabled={busy}
          />
        </>
      )}
    </DialogForm>
  )
}

/** East of Greenwich it may be tomorrow already: the server counts days in UTC. */
function latestDay(now: string): string {
  const today = localTimeOf(new Date(now)).slice(0, 10)
  return [today, now.slice(0, 10)].sort()[0] ?? today
}

/** The words for what is still to be filled in; of a look that there was none of, nothing. */
function whatIsMissing(look: Readonly<Record<'method' | 'sourceUrl' | 'checkedOn', string>>) {
  if (look.method === '') return 'verifyCredential.missing'
  if (look.method === 'demonstration') return null
  if (look.sourceUrl.trim() === '') return 'verifyCredential.missing.sourceUrl'
  return look.checkedOn === '' ? 'verifyCredential.missing.checkedOn' : null
}
