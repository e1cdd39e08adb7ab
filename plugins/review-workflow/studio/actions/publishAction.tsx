import {type DocumentActionComponent, useTranslation} from 'sanity'
import {decide, isGoverned} from '../../policy/index.ts'
import {isOutOfReach, reasonsText} from '../reasons.ts'
import {isShared} from '../shared/isShared.ts'
import {useWaiting} from '../shared/useWaiting.ts'
import {useInstant} from '../useInstant.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'
import {useRefusalDialog} from './useRefusalDialog.tsx'

/** Sanity's publish. For governed types it is held back, with the reasons, while the words lack a sign-off. */
export function publishAction(
  publish: DocumentActionComponent,
  type: string,
): DocumentActionComponent {
  if (isGoverned(type)) return signedPublish(publish)
  return isShared(type) ? sharedPublish(publish) : shownPublish(publish)
}

const signedPublish = onceFor('SignedPublishAction', (usePublish) => (props) => {
  const {t} = useTranslation(namespace)
  const instant = useInstant()
  const publish = usePublish(props)
  const review = useReview(props.id, props.type)
  const dialog = useRefusalDialog(props.id, props.type)
  if (publish === null) return null
  if (review.status === 'failed') {
    return {...publish, disabled: true, title: t('publish.unknown', {message: review.message})}
  }
  if (review.status === 'loading') return {...publish, disabled: true, title: t('publish.checking')}
  const {facts} = review.read
  const decision = decide(facts, {type: 'publish'})
  if (isOutOfReach(decision)) return null
  const shown = {...publish, dialog: dialog ?? publish.dialog}
  // Without a draft, Sanity's own words say when it was published.
  if (props.draft === null) return shown
  if (!review.fresh) return {...shown, disabled: true, title: t('publish.checking')}
  if (!decision.allowed) {
    return {...shown, disabled: true, title: reasonsText(decision, t)}
  }
  const {schedule} = facts
  return schedule === null
    ? shown
    : {
        ...shown,
        label: t('publish.now'),
        title: t('publish.scheduled', {at: instant(schedule.at), name: schedule.byName}),
      }
})

/** For what live pages show: it says which of them wait for a signature, and the server judges. */
const sharedPublish = onceFor('SharedPublishAction', (usePublish) => (props) => {
  const publish = usePublish(props)
  const dialog = useRefusalDialog(props.id, props.type)
  const waiting = useWaiting(props)
  if (publish === null) return null
  const shown = {...publish, dialog: dialog ?? publish.dialog}
  return waiting === null ? shown : {...shown, disabled: true, title: waiting}
})

const shownPublish = onceFor('ShownPublishAction', (usePublish) => (props) => {
  const publish = usePublish(props)
  const dialog = useRefusalDialog(props.id, props.type)
  return publish && {...publish, dialog: dialog ?? publish.dialog}
})

/** The Studio tells actions apart by identity: wrapping the same one must give the same one. */
function onceFor(
  displayName: string,
  wrap: (action: DocumentActionComponent) => DocumentActionComponent,
): (action: DocumentActionComponent) => DocumentActionComponent {
  const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  return (action) => {
    const known = wrapped.get(action)
    if (known !== undefined) return known
    const made = Object.assign(wrap(action), {
      action: 'publish',
      displayName,
    } as const)
    wrapped.set(action, made)
    return made
  }
}
