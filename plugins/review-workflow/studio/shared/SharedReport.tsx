import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {type Consequence} from '../../policy/index.ts'
import {Disclosure} from '../Disclosure.tsx'
import {Note} from '../inspector/Note.tsx'
import {Section} from '../inspector/Section.tsx'
import {useMe} from '../me.ts'
import {type RenderingRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {PageStates} from './PageStates.tsx'
import {
  areAllSigned,
  askers,
  type PageState,
  type SharedPage,
  signedCount,
  unasked,
} from './pages.ts'

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
  const waits = read.draft && !news
  return (
    <Stack gap={5}>
      <WhatToDo states={states} draft={read.draft} news={news} />
      {count > 0 && (
        <Section title={t('shared.livePages', {count})}>
          {waits ? <PageStates states={states} /> : <PageList pages={live} />}
        </Section>
      )}
      {type === 'researchCitation' && count > 0 && <Retraction pages={live} />}
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
}: {
  readonly states: readonly PageState[]
  readonly draft: boolean
  readonly news: boolean
}) {
  const {t} = useTranslation(namespace)
  const {roles} = useMe()
  const count = states.length
  if (count === 0) return <Text size={1}>{t('shared.nowhere')}</Text>
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

function PageList({pages}: {readonly pages: readonly SharedPage[]}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
      {pages.map(({id, type, title, riskClass}) => (
        <Text as="li" key={id} size={1} style={{overflowWrap: 'anywhere'}}>
          <IntentLink intent="edit" params={{id, type}}>
            {title}
          </IntentLink>{' '}
          · {t(`risk.${riskClass}`)}
        </Text>
      ))}
    </Stack>
  )
}

const consequences: readonly Consequence[] = ['withdraw', 'deindex', 'mark', 'none']

/** What the policy does to each page the moment the work is marked as retracted. */
function Retraction({pages}: {readonly pages: readonly SharedPage[]}) {
  const {t} = useTranslation(namespace)
  return (
    <Section title={t('shared.retraction')}>
      <Stack gap={4}>
        <Text size={1} muted>
          {t('shared.retractionLead')}
        </Text>
        {consequences.map((consequence) => {
          const touched = pages.filter(({onRetraction}) => onRetraction === consequence)
          return touched.length === 0 ? null : (
            <Stack key={consequence} gap={3}>
              <Text as="h3" size={1} weight="medium">
                {t(`shared.consequence.${consequence}`, {count: touched.length})}
              </Text>
              <PageList pages={touched} />
            </Stack>
          )
        })}
      </Stack>
    </Section>
  )
}
