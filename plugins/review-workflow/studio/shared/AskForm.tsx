import {Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {type DenialMessage} from '../../policy/index.ts'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {apiVersion} from '../reads.ts'
import {namespace} from '../words.ts'
import {askForSignOffs} from './askForSignOffs.ts'
import {PageStates} from './PageStates.tsx'
import {type PageState, unasked} from './pages.ts'

/** Asks for signatures of every page that shows the document, on its draft as it will be, in one go. */
export function AskForm({
  documentId,
  states,
  onDone,
  onCancel,
}: {
  readonly documentId: string
  readonly states: readonly PageState[]
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const client = useClient({apiVersion})
  const toast = useToast()
  const [note, setNote] = useState('')
  const [due, setDue] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly DenialMessage[]>([])
  const pages = unasked(states).map(({page}) => page.id)

  async function ask(): Promise<void> {
    setBusy(true)
    const answer = await askForSignOffs(client, {shared: documentId, pages, note, due})
    setBusy(false)
    setRefusals(answer)
    if (answer.length > 0) return
    toast.push({status: 'success', title: t('shared.asked', {count: pages.length})})
    onDone()
  }

  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      disabled={pages.length === 0}
      tone="primary"
      submitLabel={t('shared.ask.confirm', {count: pages.length})}
      onSubmit={() => void ask()}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t('shared.ask.explanation')}
      </Text>
      <PageStates states={states} />
      <Field
        field={{name: 'note', kind: 'lines', required: false}}
        label={t('shared.ask.note')}
        hint={t('shared.ask.noteHint')}
        value={note}
        onChange={setNote}
        autoFocus
        disabled={busy}
      />
      <Field
        field={{name: 'due', kind: 'date', required: false}}
        label={t('submit.due')}
        value={due}
        onChange={setDue}
        disabled={busy}
      />
    </DialogForm>
  )
}
