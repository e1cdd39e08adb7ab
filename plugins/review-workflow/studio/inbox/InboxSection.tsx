import {Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {useMe} from '../me.ts'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {type InboxGroup, soonDays} from './groups.ts'
import {InboxItem} from './InboxItem.tsx'
import {type InboxRow} from './inboxRow.ts'

export function InboxSection({group: {name, rows, elsewhere}}: {readonly group: InboxGroup}) {
  const {t} = useTranslation(namespace)
  const {personId} = useMe()
  const [onlyMine, setOnlyMine] = useState(false)
  const mine = (row: InboxRow) => personId !== null && row.liveSigners.includes(personId)
  const filters = name === 'due' && rows.some(mine) && !rows.every(mine)
  const shown = filters && onlyMine ? rows.filter(mine) : rows
  return (
    <PageSection
      title={`${t(`inbox.${name}.title`)} (${shown.length})`}
      lead={
        elsewhere > 0
          ? t(`inbox.${name}.elsewhere`, {count: elsewhere})
          : t(`inbox.${name}.${rows.length === 0 ? 'empty' : 'lead'}`, {days: soonDays})
      }
    >
      {filters && <OnlyMine checked={onlyMine} onChange={setOnlyMine} />}
      {shown.length > 0 && (
        <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
          {shown.map((row) => (
            <InboxItem key={row._id} row={row} group={name} />
          ))}
        </Stack>
      )}
    </PageSection>
  )
}

function OnlyMine({
  checked,
  onChange,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const {t} = useTranslation(namespace)
  const id = useId()
  return (
    <Flex as="label" gap={3} align="center" htmlFor={id}>
      <Checkbox id={id} checked={checked} onChange={() => onChange(!checked)} />
      <Text size={1}>{t('inbox.onlyMine')}</Text>
    </Flex>
  )
}
