import {Badge, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {checkField} from './checkField.ts'
import {type CitedWorkLine, isRegister, registerLink, registers} from './registers.ts'

/** One work: what is known of it, where to look it up, and a tick for whoever has. */
export function WorkLine({
  work,
  ticked,
  onTick,
  disabled,
}: {
  readonly work: CitedWorkLine
  readonly ticked: boolean
  /** `null` for whoever may not record anything. */
  readonly onTick: ((ticked: boolean) => void) | null
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  const id = useId()
  const {title, doi, need, draft, pages} = work
  return (
    <Card as="li" border radius={2} padding={3}>
      <Flex gap={3} align="flex-start">
        {onTick !== null && (
          <Checkbox
            id={id}
            checked={ticked && !draft}
            disabled={disabled || draft}
            aria-describedby={`${id}-known`}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
        )}
        <Stack gap={3} flex={1} style={{minWidth: 0}}>
          <Flex gap={3} align="flex-start" justify="space-between" wrap="wrap">
            <Text size={1} weight="medium" style={{flex: '1 1 14rem', overflowWrap: 'anywhere'}}>
              {onTick === null ? title : <label htmlFor={id}>{title}</label>}
            </Text>
            {need === 'wanted' && <Badge tone="caution">{t('works.wanted')}</Badge>}
          </Flex>
          <Text id={`${id}-known`} size={1} muted style={{overflowWrap: 'anywhere'}}>
            <Known work={work} /> {t('works.pages', {count: pages})} {doi !== '' && `DOI ${doi}`}
          </Text>
          <Flex as="ul" gap={3} wrap="wrap" padding={0} margin={0} style={{listStyle: 'none'}}>
            {registers.map((register) => {
              const href = registerLink(register, work)
              return href === null ? null : (
                <Text as="li" key={register} size={1}>
                  <a href={href} target="_blank" rel="noreferrer">
                    {t(`works.source.${register}`)}
                  </a>
                </Text>
              )
            })}
            {onTick !== null && (
              <Text as="li" size={1}>
                <IntentLink
                  intent="edit"
                  params={checkField(work.id)}
                  target="_blank"
                  rel="noopener"
                >
                  {t('works.form')}
                </IntentLink>
              </Text>
            )}
          </Flex>
          {draft && (
            <Text size={1} muted>
              {t('works.draft')}
            </Text>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}

function Known({work: {status, checkedOn, source, need, days}}: {readonly work: CitedWorkLine}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  if (status === 'notChecked' || checkedOn === null) return t('works.never')
  const looked = t('works.looked', {
    date: day(checkedOn),
    finding: t(`works.finding.${status}`),
    at: isRegister(source) ? t('works.at', {source: t(`works.source.${source}`)}) : '',
  })
  return need === 'wanted' && days !== null ? `${looked} ${t('works.old', {count: days})}` : looked
}
