import {type Json} from '../../../lake/document.ts'
import {type LedgerRecord} from '../../../lake/guard.ts'
import {type SignOff, type Version} from '../policy/index.ts'
import {text} from './records.ts'

/** A sign-off as readers may know it: no notes, no checklist, nothing of how somebody proved to be who they are. */
export function publicSignOff(
  signOff: SignOff,
  {closureDigest}: Pick<Version, 'closureDigest'>,
  records: readonly LedgerRecord[],
): Json {
  const body =
    records.find(({kind, seq}) => kind === 'signedOff' && seq === signOff.seq)?.body ?? {}
  // The form asks what readers should know of a conflict.
  const statement = text(body, 'conflictStatement')
  return {
    _key: `s${signOff.seq}`,
    _type: 'reviewSignOff',
    reviewer: {name: signOff.name, personId: signOff.personId},
    credentials: signOff.credentials.map((credential) => ({
      _key: credential.id,
      label: credential.label,
      typeCode: credential.typeCode,
      families: [...credential.families],
      jurisdiction: credential.jurisdiction,
      expires: credential.expires,
    })),
    meaning: signOff.meaning,
    attestation: text(body, 'attestation'),
    conflictOfInterest: text(body, 'conflictOfInterest'),
    ...(statement === '' ? {} : {conflictStatement: statement}),
    signedAt: signOff.at,
    digest: signOff.digest,
    closureDigest: signOff.closureDigest,
    // Over news alone, which changed what is shown and no words of it.
    ...(closureDigest === signOff.closureDigest ? {} : {carriedTo: closureDigest}),
    policyVersion: signOff.policyVersion,
  }
}
