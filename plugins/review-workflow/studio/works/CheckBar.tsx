import {Button, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {type CSSProperties, useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {type DenialMessage} from '../../policy/index.ts'
import {ReasonList} from '../ReasonList.tsx'
import {namespace} from '../words.ts'
import {isRegister, type Register, registers} from './registers.ts'

/** Where somebody looked, and the button. It stays in sight while the list scrolls. */
export function CheckBar({
  count,
  busy,
  refusals,
  onRecord,
}: {
  readonly count: number
  readonly busy: boolean
  readonly refusals: readonly DenialMessage[]
  readonly onRecord: (source: Register) => void
}) {
  const {t} = useTranslation(namespace)
  const id = useId()
  const [source, setSource] = useState('')
  return (
    <Card
      as="form"
      border
      radius={3}
      padding={[3, 4]}
      style={sticky}
      onSubmit={(event) => {
        event.preventDefault()
        if (isRegister(source)) onRecord(source)
      }}
    >
      <Stack gap={4}>
        {refusals.length > 0 && <ReasonList reasons={refusals} tone="critical" alert />}
        <Flex gap={3} align="center" justify="space-between" wrap="wrap">
          <Flex gap={3} align="center" wrap="wrap">
            <Text as="label" htmlFor={id} size={1} weight="medium">
              {t('works.source')}
            </Text>
            <Select
              id={id}
              fontSize={1}
              value={source}
              disabled={busy}
              onChange={(event) => setSource(event.currentTarget.value)}
            >
              <option value="">{t('works.source.choose')}</option>
              {registers.map((register) => (
                <option key={register} value={register}>
                  {t(`works.source.${register}`)}
                </option>
              ))}
            </Select>
          </Flex>
          <Button
            type="submit"
            tone="primary"
            text={t('works.record', {count})}
            disabled={busy || count === 0 || !isRegister(source)}
            loading={busy}
          />
        </Flex>
        <Text size={1} muted>
          {t('works.honestly')}
        </Text>
      </Stack>
    </Card>
  )
}

/** Nothing of the list shows below it, where the page has its margin. */
const sticky: CSSProperties = {
  bottom: 0,
  boxShadow: '0 3rem 0 var(--card-bg-color)',
  position: 'sticky',
  zIndex: 1,
}
