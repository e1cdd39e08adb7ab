import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {ObjectView} from './ObjectView.tsx'
import {type Shown} from './shown.ts'
import {isFields, isSame, textOf} from './values.ts'
import {Words} from './Words.tsx'

/** A claim among the words: its sentence, and on request what is stored with it. Evidence has a part of its own. */
export function ClaimView(shown: Shown) {
  const {t} = useTranslation(namespace)
  const {after, before, comparing} = shown
  const changed = comparing && !isSame(before, after)
  const [open, setOpen] = useState(changed)
  const id = useId()
  if (!isFields(after)) return null
  const statement = textOf(after['statement']) ?? ''
  const was = comparing && isFields(before) ? (textOf(before['statement']) ?? '') : undefined
  return (
    <Card border radius={2} padding={3}>
      <Stack gap={3}>
        <Flex data-aside gap={2} align="center" wrap="wrap">
          <Badge fontSize={0} tone="primary">
            {t('reading.claims.claim')}
          </Badge>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            style={plainButton}
            onClick={() => setOpen(!open)}
          >
            <Text size={1} accent>
              {t(open ? 'reading.claims.fold' : 'reading.claims.unfold')}
            </Text>
          </button>
        </Flex>
        <Text size={2} style={{overflowWrap: 'anywhere'}}>
          <Words after={statement} {...(was === undefined ? {} : {before: was})} />
        </Text>
        <Box id={id} hidden={!open}>
          {open && <ObjectView {...shown} without={['statement']} />}
        </Box>
      </Stack>
    </Card>
  )
}

const plainButton = {
  background: 'none',
  border: 0,
  padding: '0.25rem 0',
  cursor: 'pointer',
  font: 'inherit',
  color: 'inherit',
}
