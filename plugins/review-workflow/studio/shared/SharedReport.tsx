import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {type Consequence} from '../../policy/index.ts'
import {Disclosure} from '../Disclosure.tsx'
import {Note} from '../inspector/Note.tsx'
import {Section} from '../inspector/Section.tsx'
import {type RenderingRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {PageStates} from './PageStates.tsx'
import {areAllSigned, type PageState, type SharedPage, signedCount} from './pages.ts'

/** Before anybody changes it: which live pages would need new signatures, and what bad news about it would do. */
export function SharedReport({
  read,
  states,
  type,
}: {
  readonly read: RenderingRead
  readonly states: readonly PageState[]
  readonly type: string
}) {
  const {t} = useTranslation(namespace)
  const live = read.pages.filter((page) => page.live)
  const drafts = read.pages.filter((page) => !page.live)
  const count = states.length
  return (
    <Stack gap={5}>
      {count === 0 ? (
        <Text size={1}>{t('shared.nowhere')}</Text>
      ) : read.draft ? (
        <Note
          tone={areAllSigned(states) ? 'primary' : 'caution'}
          title={t('shared.progress', {count, signed: signedCount(states)})}
          text={areAllSigned(states) ? t('shared.ready') : t('shared.draftWaits')}
        />
      ) : (
        <Note tone="primary" title={t('shared.before', {count})} text={t('shared.whatHappens')} />
      )}
      {count > 0 && (
        <Section title={t('shared.livePages', {count})}>
          {read.draft ? <PageStates states={states} /> : <PageList pages={live} />}
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
