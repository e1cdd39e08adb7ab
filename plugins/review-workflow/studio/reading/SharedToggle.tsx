import {Box, Button, Card, Flex, Stack} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {useSurroundings} from './ReadingContext.ts'
import {Seen} from './Seen.tsx'
import {SharedWords} from './SharedWords.tsx'
import {type SharedDocument} from './useSharedDocuments.ts'

/** Opens the words of a document that is shown with the page; that counts as having looked at it. */
export function SharedToggle({
  shared,
  before,
  startsOpen = false,
}: {
  readonly shared: SharedDocument
  readonly before?: unknown
  /** What differs is there to be read; having it on screen counts as having looked at it. */
  readonly startsOpen?: boolean
}) {
  const {t} = useTranslation(namespace)
  const {open, saw} = useSurroundings()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const opened = chosen ?? startsOpen
  const id = useId()
  const toggle = () => {
    if (!opened) open(shared.id)
    setChosen(!opened)
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
            <Seen id={shared.id} stamp={shared.digest} saw={saw}>
              <SharedWords shared={shared} {...(before === undefined ? {} : {before})} />
            </Seen>
          </Card>
        )}
      </Box>
    </Stack>
  )
}
