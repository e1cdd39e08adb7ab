import {Box, Button, Card, Flex, Stack} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {useSurroundings} from './ReadingContext.ts'
import {SharedWords} from './SharedWords.tsx'
import {type SharedDocument} from './useSharedDocuments.ts'

/** Opens the words of a document that is shown with the page; that counts as having looked at it. */
export function SharedToggle({
  shared,
  before,
}: {
  readonly shared: SharedDocument
  readonly before?: unknown
}) {
  const {t} = useTranslation(namespace)
  const {open} = useSurroundings()
  const [opened, setOpened] = useState(false)
  const id = useId()
  const toggle = () => {
    if (!opened) open(shared.id)
    setOpened(!opened)
  }
  return (
    <Stack gap={3}>
      <Flex>
        <Button
          mode="ghost"
          fontSize={1}
          padding={2}
          text={t(opened ? 'reading.shared.close' : 'reading.shared.openAll')}
          aria-expanded={opened}
          aria-controls={id}
          onClick={toggle}
        />
      </Flex>
      <Box id={id} hidden={!opened}>
        {opened && (
          <Card radius={2} padding={3} border>
            <SharedWords shared={shared} {...(before === undefined ? {} : {before})} />
          </Card>
        )}
      </Box>
    </Stack>
  )
}
