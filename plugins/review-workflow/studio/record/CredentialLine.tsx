import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useDay} from '../useDay.ts'
import {usePlace} from '../usePlace.ts'
import {namespace} from '../words.ts'
import {type CredentialAsSigned} from './details.ts'

/** A credential as it stood when it was signed on, whatever has become of it since. */
export function CredentialLine({credential}: {readonly credential: CredentialAsSigned}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const place = usePlace()
  const {label, jurisdiction, issued, expires} = credential
  return (
    <Text size={1}>
      {[
        label,
        jurisdiction && place(jurisdiction),
        issued && t('record.credential.issued', {date: day(issued)}),
        expires && t('record.credential.expires', {date: day(expires)}),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </Text>
  )
}
