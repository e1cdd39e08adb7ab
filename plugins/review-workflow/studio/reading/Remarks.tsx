import {Button, Flex, Stack, Text} from '@sanity/ui'
import {AddCommentIcon} from '@sanity/icons/AddComment'
import {useTranslation} from 'sanity'
import {isOpen, type ReviewComment} from '../../policy/index.ts'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {anchorOf, pathOf, pathText} from './paths.ts'
import {useSurroundings} from './ReadingContext.ts'
import {RemarkCard} from './RemarkCard.tsx'

/** All remarks in one list, open ones first, with the way to their words. */
export function Remarks({
  comments,
  onGo,
}: {
  readonly comments: readonly ReviewComment[]
  readonly onGo: (path: string) => void
}) {
  const {t} = useTranslation(namespace)
  const {document, remark} = useSurroundings()
  const open = comments.filter(isOpen)
  const done = comments.filter((comment) => !isOpen(comment))
  return (
    <PageSection
      title={t('reading.remarks.title', {count: open.length})}
      lead={t('reading.remarks.lead')}
    >
      {comments.length === 0 && (
        <Text size={1} muted>
          {t('reading.remarks.none')}
        </Text>
      )}
      <Stack as="ul" gap={3} padding={0} margin={0}>
        {[...open, ...done].map((comment) => {
          const place = pathText(anchorOf(document, pathOf(comment.path)))
          return (
            <RemarkCard
              key={comment.seq}
              comment={comment}
              place={
                place === '' ? undefined : (
                  <Button
                    mode="bleed"
                    fontSize={1}
                    padding={2}
                    text={t('reading.remark.go')}
                    onClick={() => onGo(place)}
                  />
                )
              }
            />
          )
        })}
      </Stack>
      {remark !== null && (
        <Flex>
          <Button
            mode="ghost"
            fontSize={1}
            icon={AddCommentIcon}
            text={t('reading.remarks.add')}
            onClick={() => remark([], '')}
          />
        </Flex>
      )}
    </PageSection>
  )
}
