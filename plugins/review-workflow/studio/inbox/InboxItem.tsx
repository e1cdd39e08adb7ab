import {Box, Card, Flex, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {DocumentPreview} from '../DocumentPreview.tsx'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {type groupNames, type InboxRow} from './groups.ts'

export function InboxItem({
  row,
  group,
}: {
  readonly row: InboxRow
  readonly group: (typeof groupNames)[number]
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {subject, subjectType, submittedAt, signedAt, nextReviewDue} = row
  const when = {
    toSign: submittedAt && t('inbox.submitted', {date: day(submittedAt)}),
    needsChanges: submittedAt && t('inbox.submitted', {date: day(submittedAt)}),
    readyToPublish: signedAt && t('inbox.signed', {date: day(signedAt)}),
    due: nextReviewDue && t('inbox.dueOn', {date: day(nextReviewDue)}),
  }[group]
  return (
    <Box as="li">
      <Card
        as={IntentLink}
        intent="edit"
        params={{id: subject, type: subjectType}}
        radius={2}
        padding={2}
        data-as="a"
      >
        <Flex gap={3} align="center" wrap="wrap">
          <Box flex={1} style={{minWidth: '12rem'}}>
            <DocumentPreview id={subject} type={subjectType} />
          </Box>
          {when !== null && when !== '' && (
            <Text size={1} muted>
              {when}
            </Text>
          )}
        </Flex>
      </Card>
    </Box>
  )
}
