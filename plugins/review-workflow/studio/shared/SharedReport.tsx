import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {Note} from '../inspector/Note.tsx'
import {Section} from '../inspector/Section.tsx'
import {useMe} from '../me.ts'
import {type RenderingRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {PageList} from './PageList.tsx'
import {PageStates} from './PageStates.tsx'
import {areAllSigned, askers, type PageState, signedCount, unasked} from './pages.ts'
import {Retraction} from './Retraction.tsx'

/** Before anybody changes it: which live pages would need new signatures, and what bad news about it would do. */
export function SharedReport({
  read,
  states,
  type,
  news,
}: {
  readonly read: RenderingRead
  readonly states: readonly PageState[]
  readonly type: string
  /** The draft says nothing but how the work stands. */
  readonly news: boolean
}) {
  const {t} = useTranslation(namespace)
  const live = read.pages.filter((page) => page.live)
  const drafts = read.pages.filter((page) => !page.live)
  const count = states.length
  // A look without news leaves signatures as they are.
  const signedDrafts = news ? 0 : read.pages.filter((page) => page.signedDraft).length
  const isWork = type === 'researchCitation'
  const cost =
    signedDrafts === 0
      ? null
      : [
          t('shared.signedDrafts', {count: signedDrafts}),
          ...(isWork ? [t('shared.checksKeep')] : []),
        ].join(' ')
  const waits = read.draft && !news
  return (
    <Stack gap={5}>
      <WhatToDo states={states} draft={read.draft} news={news} signedDrafts={cost} />
      {count > 0 && cost !== null && <Text size={1}>{cost}</Text>}
      {count > 0 && (
        <Section title={t('shared.livePages', {count})}>
          {waits ? <PageStates states={states} /> : <PageList pages={live} />}
        </Section>
      )}
      {isWork && !read.retracted && count > 0 && (
        <Retraction pages={live} fate={({onRetraction}) => onRetraction} words="retraction" />
      )}
      {read.retracted && (
        <Retraction pages={read.pages} fate={({retraction}) => retraction} words="retracted" />
      )}
      {drafts.length > 0 && (
        <Disclosure summary={t('shared.drafts', {count: drafts.length})}>
          <PageList pages={drafts} />
        </Disclosure>
      )}
    </Stack>
  )
}

/** How far the draft is from readers, and the next step for whoever looks. */
function WhatToDo({
  states,
  draft,
  news,
  signedDrafts,
}: {
  readonly states: readonly PageState[]
  readonly draft: boolean
  readonly news: boolean
  /** What a change costs drafts that are signed. */
  readonly signedDrafts: string | null
}) {
  const {t} = useTranslation(namespace)
  const {roles} = useMe()
  const count = states.length
  if (count === 0) {
    return signedDrafts === null ? (
      <Text size={1}>{t('shared.nowhere')}</Text>
    ) : (
      <Note tone="caution" title={t('shared.nowhereLive')} text={signedDrafts} />
    )
  }
  if (!draft) {
    return (
      <Note
        tone="primary"
        title={t('shared.before', {count})}
        text={t('shared.whatHappens', {count})}
      />
    )
  }
  if (news) return <Note tone="primary" title={t('shared.news')} text={t('shared.newsNext')} />
  const signed = areAllSigned(states)
  const left = unasked(states).length
  const next = signed
    ? t('shared.ready', {count})
    : left === 0
      ? t('shared.asking')
      : roles.some((role) => askers.includes(role))
        ? t('shared.ask.next')
        : t('shared.ask.others')
  return (
    <Note
      tone={signed ? 'primary' : 'caution'}
      title={t('shared.progress', {count, signed: signedCount(states)})}
      text={signed ? next : `${t('shared.draftWaits')} ${next}`}
    />
  )
}
