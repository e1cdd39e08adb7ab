import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useSchema, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {decide, stageOf} from '../../policy/index.ts'
import {probe} from '../probe.ts'
import {isOutOfReach, reasons, reasonsOfDocument} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type ReviewRead} from '../reads.ts'
import {stageTone} from '../stageColor.ts'
import {projectionId} from '../useProjection.ts'
import {namespace} from '../words.ts'
import {Dates} from './Dates.tsx'
import {Section} from './Section.tsx'
import {SignOffs} from './SignOffs.tsx'

/** Where a document stands, what holds it up, who can change that, and who signed what. */
export function ReviewReport({read}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const schema = useSchema()
  const {facts} = read
  const {draft, live, id} = facts.subject
  if (draft === null && live === null) {
    return (
      <Text size={1} muted>
        {t('inspector.new')}
      </Text>
    )
  }
  const stage = stageOf(facts)
  return (
    <Stack gap={5}>
      <Section title={t('inspector.stage')}>
        <Stack gap={3}>
          <Flex>
            <Badge tone={stageTone[stage]}>{t(`stage.${stage}.label`)}</Badge>
          </Flex>
          <Text size={1} muted>
            {t(`stage.${stage}.title`)}
          </Text>
        </Stack>
      </Section>
      {facts.changesRequested !== null && (
        <Note
          title={t('inspector.changes', {name: facts.changesRequested.name})}
          text={facts.changesRequested.note}
        />
      )}
      {facts.withdrawn !== null && (
        <Note
          title={t('inspector.withdrawn', {name: facts.withdrawn.by})}
          text={facts.withdrawn.reason}
        />
      )}
      <Blockers read={read} />
      <Section title={t('inspector.signOffs')}>
        <SignOffs facts={facts} />
      </Section>
      <Dates facts={facts} />
      {schema.get('review') !== undefined && live !== null && (
        <Text size={1}>
          <IntentLink intent="edit" params={{id: projectionId(id), type: 'review'}}>
            {t('inspector.record')}
          </IntentLink>
        </Text>
      )}
    </Stack>
  )
}

function Blockers({read}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const publish = decide(read.facts, {type: 'publish'})
  const signOff = decide(read.facts, probe('signOff', read))
  const lacking = reasonsOfDocument(publish)
  return (
    <>
      {read.facts.subject.draft !== null && (
        <Section title={t('inspector.blockers')}>
          {lacking.length === 0 ? (
            <Text size={1}>{t('inspector.ready')}</Text>
          ) : (
            <ReasonList reasons={lacking} tone="caution" />
          )}
        </Section>
      )}
      {!signOff.allowed && !isOutOfReach(signOff) && (
        <Section title={t('inspector.signing')}>
          <ReasonList reasons={reasons(signOff)} tone="caution" />
        </Section>
      )}
    </>
  )
}

function Note({title, text}: {readonly title: string; readonly text: string}) {
  return (
    <Card padding={3} radius={2} tone="caution" border>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
          {text}
        </Text>
      </Stack>
    </Card>
  )
}
