import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useSchema, useTranslation} from 'sanity'
import {DocumentPreview} from '../DocumentPreview.tsx'
import {namespace} from '../words.ts'
import {ObjectView} from './ObjectView.tsx'
import {useSurroundings} from './ReadingContext.ts'
import {type Shown} from './shown.ts'
import {SharedWords} from './SharedWords.tsx'
import {SourceNumber} from './SourceMark.tsx'
import {useDocumentTypeOf} from './useDocumentTypeOf.ts'
import {isFields, refOf} from './values.ts'

/** Another document: which one and of what kind, and its words where they are part of what is signed. */
export function ReferenceView(shown: Shown) {
  const {t} = useTranslation(namespace)
  const schema = useSchema()
  const {shared, open} = useSurroundings()
  const [opened, setOpened] = useState(false)
  const {after} = shown
  const id = refOf(after) ?? ''
  const document = shared.get(id)
  const type = useDocumentTypeOf(id, document?.type)
  const toggle = () => {
    if (!opened) open(id)
    setOpened(!opened)
  }
  return (
    <Stack gap={3}>
      <Card border radius={2} padding={1} data-aside>
        <Flex gap={2} align="center">
          <SourceNumber id={id} />
          <Box flex={1} style={{minWidth: 0}}>
            <DocumentPreview id={id} type={type} compact />
          </Box>
          <Badge fontSize={0}>
            {schema.get(type ?? '')?.title ?? type ?? t('reading.missing')}
          </Badge>
          {document !== undefined && (
            <Button
              mode="bleed"
              fontSize={1}
              padding={2}
              text={t(opened ? 'reading.shared.close' : 'reading.shared.open')}
              aria-expanded={opened}
              onClick={toggle}
            />
          )}
        </Flex>
      </Card>
      {isFields(after) && after['_weak'] === true && (
        <Text size={1} muted data-aside>
          {t('reading.weak')}
        </Text>
      )}
      {opened && document !== undefined && (
        <Card radius={2} padding={3} tone="transparent" border data-aside>
          <SharedWords shared={document} />
        </Card>
      )}
      <ObjectView {...shown} without={isFields(after) && after['_weak'] === true ? weak : strong} />
    </Stack>
  )
}

const strong = ['_ref']
const weak = ['_ref', '_weak']
