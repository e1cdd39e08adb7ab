import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {familiesOf, type Topic} from '../../policy/index.ts'
import {type PolicyRead} from '../reads.ts'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {signable} from './signable.ts'

/** What the policy lets the user sign on one of their credentials today. */
export function Scope({credentialId}: {readonly credentialId: string}) {
  const state = useRead('policy', 'reviewPolicy')
  return state.status === 'ready' ? <Topics read={state.read} credentialId={credentialId} /> : null
}

function Topics({read, credentialId}: {readonly read: PolicyRead; readonly credentialId: string}) {
  const {t} = useTranslation(namespace)
  const {credentials, now} = read.facts
  const credential = credentials.find(({id}) => id === credentialId)
  if (credential === undefined) return null
  const families = familiesOf(credential, credentials, now, read.policy.verificationMonths.R1)
  const {alone, together} = signable(families, read.topics)
  const titles = (topics: readonly Topic[]) =>
    topics
      .map((topic) => read.topics.find((each) => each.topic === topic)?.title ?? topic)
      .join('; ')
  if (families.length === 0) return <Text size={1}>{t('credentials.signsNothing')}</Text>
  return (
    <Stack gap={3}>
      {alone.length > 0 && <Text size={1}>{t('credentials.signs', {topics: titles(alone)})}</Text>}
      {together.length > 0 && (
        <Text size={1} muted>
          {t('credentials.signsTogether', {topics: titles(together)})}
        </Text>
      )}
    </Stack>
  )
}
