import {Box, Dialog, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {type ReviewComment} from '../../policy/index.ts'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {useCommand} from '../useCommand.ts'
import {useKept} from '../useKept.ts'
import {namespace} from '../words.ts'
import {useSurroundings} from './ReadingContext.ts'
import {useReturnFocus} from './useReturnFocus.ts'

/** A remark is closed with an answer, never silently. */
export function ResolveForm({
  comment,
  onClose,
}: {
  readonly comment: ReviewComment
  readonly onClose: () => void
}) {
  const {t} = useTranslation(namespace)
  const {documentId, refresh} = useSurroundings()
  useReturnFocus()
  const [answer, setAnswer, forgetAnswer] = useKept(`resolve ${documentId} ${comment.seq}`, '')
  const {run, busy, refusals, forget} = useCommand('resolveComment', documentId, () => {
    forgetAnswer()
    onClose()
    refresh()
  })
  return (
    <Dialog
      id={useId()}
      header={t('resolveComment.header', {name: comment.name})}
      width={1}
      __unstable_autoFocus={false}
      onClose={onClose}
    >
      <Box padding={4}>
        <DialogForm
          refusals={refusals}
          busy={busy}
          missing={answer.trim() === '' ? t('resolveComment.missing') : null}
          tone="primary"
          submitLabel={t('resolveComment.confirm')}
          onEdit={forget}
          onSubmit={() => void run({comment: comment.seq, answer})}
          onCancel={onClose}
        >
          <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
            {comment.text}
          </Text>
          <Field
            field={{name: 'answer', kind: 'lines', required: true}}
            label={t('resolveComment.answer')}
            value={answer}
            onChange={setAnswer}
            autoFocus
            disabled={busy}
          />
        </DialogForm>
      </Box>
    </Dialog>
  )
}
