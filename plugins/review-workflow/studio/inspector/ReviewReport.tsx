import {Badge, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {stageAsAsked} from '../../policy/index.ts'
import {type ReviewRead} from '../reads.ts'
import {stageTone} from '../stageColor.ts'
import {stageTitle} from '../stageTitle.ts'
import {ReadLink, RecordLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'
import {isWriter} from '../writers.ts'
import {Blockers} from './Blockers.tsx'
import {Comments} from './Comments.tsx'
import {Dates} from './Dates.tsx'
import {Marks} from './Marks.tsx'
import {Objection} from './Objection.tsx'
import {Recusals} from './Recusals.tsx'
import {Request} from './Request.tsx'
import {Schedule} from './Schedule.tsx'
import {Section} from './Section.tsx'
import {SignOffs} from './SignOffs.tsx'
import {Withdrawn} from './Withdrawn.tsx'

/** Where a document stands, what holds it up, who can change that, and who signed what. */
export function ReviewReport({read}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const {facts} = read
  const {draft, live, id} = facts.subject
  if (draft === null && live === null) {
    return (
      <Text size={1} muted>
        {t(isWriter(facts) ? 'inspector.new' : 'inspector.new.reader')}
      </Text>
    )
  }
  const stage = stageAsAsked(facts)
  return (
    <Stack gap={5}>
      <Section title={t('inspector.stage')}>
        <Stack gap={3}>
          <Flex>
            <Badge tone={stageTone[stage]}>{t(`stage.${stage}.label`)}</Badge>
          </Flex>
          <Text size={1} muted>
            {t(stageTitle(facts))}
          </Text>
          <Text size={1}>
            <ReadLink documentId={id}>{t('inspector.read')}</ReadLink>
          </Text>
        </Stack>
      </Section>
      <Marks facts={facts} />
      {facts.objection !== null && (
        <Objection objection={facts.objection} actor={facts.actor} next={t('objection.next')} />
      )}
      <Withdrawn facts={facts} />
      <Schedule facts={facts} />
      <Request facts={facts} />
      <Blockers read={read} />
      <Comments facts={facts} />
      <Section title={t('inspector.signOffs')}>
        <SignOffs facts={facts} />
      </Section>
      <Recusals facts={facts} />
      <Dates facts={facts} />
      <Text size={1}>
        <RecordLink documentId={id}>{t('inspector.record')}</RecordLink>
      </Text>
    </Stack>
  )
}
