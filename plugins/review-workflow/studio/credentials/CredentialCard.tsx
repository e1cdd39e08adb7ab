import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {type CredentialsRead} from '../reads.ts'
import {useDay} from '../useDay.ts'
import {usePlace} from '../usePlace.ts'
import {namespace} from '../words.ts'
import {type CredentialLine, daysLeft} from './credentialGroups.ts'
import {hiddenProblem} from './hiddenProblem.ts'
import {PagesHeld} from './PagesHeld.tsx'
import {standingTone} from './standingTone.ts'

/** One credential as its keeper sees it: whose, how it stands, what is wrong with it, and which pages rest on it. */
export function CredentialCard({
  line,
  mayVerify,
  me,
}: {
  readonly line: CredentialLine
  readonly mayVerify: boolean
  readonly me: CredentialsRead['me']
}) {
  const {t} = useTranslation(namespace)
  const own = line.holder.personId === me.personId
  const verifies = mayVerify && !own && (line.standing === 'pending' || isStale(line))
  return (
    <CredentialFacts line={line} title={line.holder.name || t('credentials.noHolder')}>
      <Text size={1}>
        <IntentLink intent="edit" params={{id: line.id, type: 'reviewerCredential'}}>
          {t(verifies ? 'credentials.openToVerify' : 'credentials.open')}
        </IntentLink>
        {own && mayVerify && ` · ${t('credentials.own')}`}
      </Text>
    </CredentialFacts>
  )
}

export function CredentialFacts({
  line,
  title,
  children,
}: {
  readonly line: CredentialLine
  readonly title: string
  readonly children?: ReactNode
}) {
  const {t} = useTranslation(namespace)
  const place = usePlace()
  const {label, jurisdiction, standing, problem} = line
  const subtitle = [label === title ? null : label, jurisdiction && place(jurisdiction)]
    .filter(Boolean)
    .join(' · ')
  return (
    <Card as="li" border radius={2} padding={3}>
      <Stack gap={3}>
        <Flex gap={3} align="center" justify="space-between" wrap="wrap">
          <Text size={1} weight="semibold">
            {title}
          </Text>
          {hiddenProblem(problem) === null ? (
            <Badge tone={standingTone[standing]}>{t(`standing.${standing}.label`)}</Badge>
          ) : (
            <Badge tone="critical">{t('credentials.countsForNothing')}</Badge>
          )}
        </Flex>
        {subtitle !== '' && <Text size={1}>{subtitle}</Text>}
        <Validity line={line} />
        {problem !== null && problem !== 'pending' && (
          <Text size={1} weight="medium">
            {t('credentials.problem', {problem: t(`credential.problem.${problem}`)})}
          </Text>
        )}
        <PagesHeld pages={line.pages} />
        {children}
      </Stack>
    </Card>
  )
}

function Validity({
  line: {expires, verifiedOn, verifiedBy, standing},
}: {
  readonly line: CredentialLine
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const left = expires === null ? null : daysLeft(expires, new Date())
  const until =
    expires === null || left === null
      ? standing === 'lifetime'
        ? t('credentials.forLife')
        : t('credentials.noDate')
      : left < 0
        ? t('credentials.endedOn', {date: day(expires), count: -left})
        : t('credentials.until', {date: day(expires), count: left})
  const checked =
    verifiedOn === null
      ? t('credentials.unchecked')
      : t('credentials.checked', {date: day(verifiedOn), name: verifiedBy ?? '?'})
  return (
    <Text size={1} muted>
      {until} {checked}
    </Text>
  )
}

function isStale({problem}: CredentialLine): boolean {
  return problem === 'verificationStale'
}
