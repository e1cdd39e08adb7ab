import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {type DocumentActionComponent, useTranslation} from 'sanity'
import {later} from '../later.tsx'
import {useActionDialog} from '../actions/useActionDialog.ts'
import {useMe} from '../me.ts'
import {namespace} from '../words.ts'
import {askers, signedCount, unasked} from './pages.ts'
import {useRendering} from './useRendering.ts'
import {useWaiting} from './useWaiting.ts'

const AskForm = later(async () => (await import('./AskForm.tsx')).AskForm)

/** Comes first while the draft waits for signatures of the pages that show it. */
export const useAskForSignOffsAction: DocumentActionComponent = (props) => {
  const {t} = useTranslation(namespace)
  const {roles} = useMe()
  const rendering = useRendering(props.id, props.type)
  const waiting = useWaiting(props)
  const {open, show, close} = useActionDialog()
  if (waiting === null && !open) return null
  if (!roles.some((role) => askers.includes(role))) return null
  const {states} = rendering
  const left = unasked(states).length
  return {
    label:
      left > 0
        ? t('shared.ask.label')
        : t('shared.progress', {signed: signedCount(states), count: states.length}),
    icon: CheckmarkCircleIcon,
    tone: 'primary',
    disabled: left === 0,
    title: waiting ?? t('shared.ask.explanation'),
    onHandle: show,
    dialog: open && {
      type: 'dialog',
      header: t('shared.ask.header'),
      width: 'medium',
      onClose: close,
      content: (
        <AskForm
          documentId={props.id}
          states={states}
          onDone={() => {
            close()
            rendering.refresh()
          }}
          onCancel={close}
        />
      ),
    },
  }
}
