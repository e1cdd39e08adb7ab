import {type ComponentType, type ReactNode} from 'react'
import {type DocumentActionDescription, type DocumentActionProps, useTranslation} from 'sanity'
import {type CommandType, decide, type DenialCode} from '../../policy/index.ts'
import {probe} from '../probe.ts'
import {isBesideThePoint, isOutOfReach, reasonsText} from '../reasons.ts'
import {type ReviewRead} from '../reads.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'
import {useActionDialog} from './useActionDialog.ts'

export interface DialogContext {
  readonly read: ReviewRead
  readonly documentId: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

interface CommandAction {
  readonly command: CommandType
  /** Where its label, header and explanation stand among the words; under its own name else. */
  readonly words?: string
  readonly icon: ComponentType
  readonly tone: 'primary' | 'positive' | 'caution' | 'critical'
  readonly dialog: (context: DialogContext) => ReactNode
  /** Reasons for which there is nothing to offer: the menu holds what could be done, and why not yet. */
  readonly hiddenBy?: readonly DenialCode[]
  /** Why it has to wait although the policy would allow it; `null` = it need not. */
  readonly waits?: string | null
}

/** Facts, then `decide`, then the description of a button that opens a dialog. */
export function useCommandAction(
  {id, type}: DocumentActionProps,
  {command, words = command, icon, tone, dialog, hiddenBy = [], waits = null}: CommandAction,
): DocumentActionDescription | null {
  const {t} = useTranslation(namespace)
  const review = useReview(id, type)
  const {open, show, close} = useActionDialog()
  if (review.status !== 'ready') return null
  const decision = decide(review.read.facts, probe(command, review.read))
  const hidden = isOutOfReach(decision) || isBesideThePoint(decision, hiddenBy)
  if (hidden && !open) return null
  const done = () => {
    close()
    review.refresh()
  }
  return {
    label: t(`${words}.label`),
    icon,
    tone,
    disabled: !decision.allowed || waits !== null,
    title: decision.allowed ? (waits ?? t(`${words}.explanation`)) : reasonsText(decision, t),
    onHandle: show,
    dialog: open && {
      type: 'dialog',
      header: t(`${words}.header`),
      width: 'medium',
      onClose: close,
      content: dialog({read: review.read, documentId: id, onDone: done, onCancel: close}),
    },
  }
}
