import {Box, Card, Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import {useSchema, useTranslation, useValuePreview} from 'sanity'
import {IntentLink} from 'sanity/router'
import {partsOf, type Reason, whoBesides} from './reasons.ts'
import {namespace} from './words.ts'
import {checkField} from './works/checkField.ts'

/** Why not, and who can change that. */
export function ReasonList({
  reasons,
  tone,
  alert,
  id,
}: {
  readonly reasons: readonly Reason[]
  readonly tone: 'caution' | 'critical'
  /** Read out at once: the answer to something that the user has just done. */
  readonly alert?: boolean
  /** For the field that it is about. */
  readonly id?: string | undefined
}) {
  const {t} = useTranslation(namespace)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (alert !== true) return
    list.current?.scrollIntoView({block: 'nearest'})
    // The button that was pressed could not keep it while the server was asked.
    if (document.activeElement === document.body) list.current?.focus()
  }, [alert, reasons])
  return (
    <Box id={id} ref={list} tabIndex={-1} role={alert === true ? 'alert' : undefined}>
      <Stack as="ul" gap={2} padding={0} margin={0}>
        {reasons.map(({message, who, works = []}, index) => {
          const besides = whoBesides({message, who})
          return (
            <Card as="li" key={`${index} ${message}`} padding={3} radius={2} tone={tone} border>
              <Stack gap={3}>
                <Text size={1} style={{overflowWrap: 'anywhere'}}>
                  {works.length === 0 ? message : <WithTitles message={message} works={works} />}
                </Text>
                {besides !== null && besides !== t('who.you') && (
                  <Text size={1} muted>
                    {t('who', {who: besides})}
                  </Text>
                )}
              </Stack>
            </Card>
          )
        })}
      </Stack>
    </Box>
  )
}

function WithTitles({
  message,
  works,
}: {
  readonly message: string
  readonly works: readonly string[]
}) {
  return partsOf(message, works).map((part, index) =>
    'id' in part ? <WorkLink key={index} id={part.id} /> : part.text,
  )
}

/** Beside what the user is doing, which may be half filled in. */
function WorkLink({id}: {readonly id: string}) {
  const schemaType = useSchema().get('researchCitation')
  const value = {_type: 'researchCitation', _id: id, _ref: id}
  const preview = useValuePreview({...(schemaType && {schemaType}), value}).value
  return (
    <IntentLink intent="edit" params={checkField(id)} target="_blank" rel="noopener">
      “{preview?.title ?? id}”
    </IntentLink>
  )
}
