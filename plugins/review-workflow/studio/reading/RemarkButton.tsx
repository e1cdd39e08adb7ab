import {AddCommentIcon} from '@sanity/icons/AddComment'
import {Box, Button} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {type Path} from './paths.ts'
import {useSurroundings} from './ReadingContext.ts'
import {wordsAt} from './quotes.ts'

/** For who comments without selecting words. */
export function RemarkButton({path}: {readonly path: Path}) {
  const {t} = useTranslation(namespace)
  const {document, remark} = useSurroundings()
  if (remark === null) return null
  const words = wordsAt(document, path).trim().slice(0, 40)
  return (
    <Box data-aside>
      <Button
        mode="bleed"
        padding={2}
        fontSize={1}
        muted
        icon={AddCommentIcon}
        aria-label={t('reading.remark.on', {words})}
        title={t('comment.label')}
        onClick={() => remark(path, '')}
      />
    </Box>
  )
}
