import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useDocumentPane} from 'sanity/structure'
import {decide, newWords} from '../../policy/index.ts'
import {Disclosure} from '../Disclosure.tsx'
import {probe} from '../probe.ts'
import {isOutOfReach, reasons, reasonsOfDocument} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type ReviewRead} from '../reads.ts'
import {useFormErrors} from '../useFormErrors.ts'
import {useWhyUnable} from '../useWhyUnable.ts'
import {LookUpLink} from '../works/LookUpLink.tsx'
import {WhoMustSign} from '../WhoMustSign.tsx'
import {namespace} from '../words.ts'
import {hasUnchecked, lacksSignature, withoutObjection} from './denials.ts'
import {Section} from './Section.tsx'

/** What stands between the draft and readers, and the names of people who can do something about it. */
export function Blockers({read}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const publish = decide(read.facts, {type: 'publish'})
  const signOff = decide(read.facts, probe('signOff', read))
  const lacking = reasonsOfDocument(withoutObjection(publish))
  const said = lacking.map(({message}) => message)
  const missing = reasons(withoutObjection(signOff)).filter(({message}) => !said.includes(message))
  const hasWords = newWords(read.facts.subject) !== null
  const form = useFormErrors(read.facts.subject.id, read.facts.subject.type)
  const isKnown = lacking.length > 0 || publish.allowed || isOutOfReach(publish)
  return (
    <>
      {hasWords && (isKnown || form.count > 0) && (
        <Section title={t('inspector.blockers')}>
          {lacking.length === 0 && form.count === 0 ? (
            <Text size={1}>{t(form.checking ? 'form.checking' : 'inspector.ready')}</Text>
          ) : (
            <Stack gap={3}>
              {form.count > 0 && <InTheForm count={form.count} />}
              <ReasonList reasons={lacking} tone="caution" />
              {hasUnchecked(publish) && (
                <Text size={1}>
                  <LookUpLink documentId={read.facts.subject.id} />
                </Text>
              )}
              {lacksSignature(publish) && <Signers read={read} />}
            </Stack>
          )}
        </Section>
      )}
      {hasWords && missing.length > 0 && !isOutOfReach(signOff) && (
        <Section title={t('inspector.signing')}>
          <ReasonList reasons={missing} tone="caution" />
        </Section>
      )}
    </>
  )
}

/** What *Publish* waits for beside signatures; Sanity's own panel has it one by one. */
function InTheForm({count}: {readonly count: number}) {
  const {t} = useTranslation(namespace)
  const {openInspector} = useDocumentPane()
  return (
    <Card padding={3} radius={2} tone="caution" border>
      <Stack gap={3}>
        <Text size={1}>{t('form.errors', {count})}</Text>
        <Flex>
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            text={t('form.show')}
            onClick={() => openInspector('sanity/structure/validation')}
          />
        </Flex>
      </Stack>
    </Card>
  )
}

/** By name: who could sign these words now, and why the others could not. */
function Signers({read: {signers, facts}}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const whyUnable = useWhyUnable()
  const able = signers.filter((signer) => signer.able)
  const unable = signers.filter((signer) => !signer.able)
  return (
    <Stack gap={3}>
      <Text size={1}>
        {able.length === 0
          ? t('inspector.nobodyCanSign')
          : t('inspector.canSign', {names: able.map(({name}) => name).join(', ')})}
      </Text>
      <WhoMustSign facts={facts} />
      {unable.length > 0 && (
        <Disclosure summary={t('person.unable', {count: unable.length})}>
          <Stack as="ul" gap={3} paddingLeft={4} margin={0}>
            {unable.map(({personId, name, denials}) => (
              <Text as="li" key={personId} size={1} muted>
                {name}: {whyUnable(denials)}
              </Text>
            ))}
          </Stack>
        </Disclosure>
      )}
    </Stack>
  )
}
