import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts, isBlocking, isOpen} from '../../policy/index.ts'
import {ReadLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'
import {Section} from './Section.tsx'

/** How many remarks are open; they are read where the words are. */
export function Comments({facts: {comments, subject}}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  if (comments.length === 0) return null
  const open = comments.filter(isOpen)
  const blocking = comments.filter(isBlocking).length
  return (
    <Section title={t('inspector.comments')}>
      <Text size={1}>
        {open.length === 0
          ? t('inspector.commentsResolved', {count: comments.length})
          : t('inspector.commentsOpen', {count: open.length})}{' '}
        {blocking > 0 && t('inspector.commentsBlocking', {count: blocking})}
      </Text>
      <Text size={1}>
        <ReadLink documentId={subject.id}>{t('inspector.commentsLink')}</ReadLink>
      </Text>
    </Section>
  )
}
