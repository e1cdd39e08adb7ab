import {Box, Checkbox, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {decide} from '../../policy/index.ts'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {useCommand} from '../useCommand.ts'
import {useKept} from '../useKept.ts'
import {namespace} from '../words.ts'
import {type Path, pathText} from './paths.ts'
import {useSurroundings} from './ReadingContext.ts'
import {useReturnFocus} from './useReturnFocus.ts'

/** What somebody is about to comment on. */
export interface Spot {
  readonly path: Path
  readonly quote: string
}

export function RemarkForm({spot, onClose}: {readonly spot: Spot; readonly onClose: () => void}) {
  const {t} = useTranslation(namespace)
  const {documentId, facts, refresh} = useSurroundings()
  const [remark, setRemark, forgetRemark] = useKept(
    `comment ${documentId} ${pathText(spot.path)} ${spot.quote}`,
    {text: '', blocking: false},
  )
  const {text, blocking} = remark
  const id = useId()
  const mayBlock =
    facts !== null && decide(facts, {type: 'comment', text: '…', blocking: true}).allowed
  useReturnFocus()
  const {run, busy, refusals, forget} = useCommand('comment', documentId, () => {
    forgetRemark()
    onClose()
    refresh()
  })
  return (
    <Dialog
      id={id}
      header={t('comment.header')}
      width={1}
      onClose={onClose}
      __unstable_autoFocus={false}
    >
      <Box padding={4}>
        <DialogForm
          refusals={refusals}
          busy={busy}
          missing={text.trim() === '' ? t('comment.missing') : null}
          tone="primary"
          submitLabel={t('comment.confirm')}
          onEdit={forget}
          onSubmit={() => void run({path: pathText(spot.path), quote: spot.quote, text, blocking})}
          onCancel={onClose}
        >
          {spot.quote !== '' && (
            <Box as="blockquote" margin={0} paddingLeft={3} style={edge}>
              <Text size={1} muted>
                “{spot.quote}”
              </Text>
            </Box>
          )}
          <Field
            field={{name: 'text', kind: 'lines', required: true}}
            label={t('comment.text')}
            value={text}
            onChange={(given) => setRemark({...remark, text: given})}
            autoFocus
            disabled={busy}
          />
          {mayBlock && (
            <Flex as="label" gap={3} htmlFor={`${id}-blocking`} align="flex-start">
              <Checkbox
                id={`${id}-blocking`}
                checked={blocking}
                disabled={busy}
                aria-describedby={`${id}-blocking-hint`}
                onChange={(event) => setRemark({...remark, blocking: event.currentTarget.checked})}
              />
              <Stack gap={2} flex={1}>
                <Text size={1} weight="medium">
                  {t('comment.blocking')}
                </Text>
                <Text size={1} muted id={`${id}-blocking-hint`}>
                  {t('comment.blockingHint')}
                </Text>
              </Stack>
            </Flex>
          )}
        </DialogForm>
      </Box>
    </Dialog>
  )
}

const edge = {borderInlineStart: '3px solid var(--card-border-color)'}
