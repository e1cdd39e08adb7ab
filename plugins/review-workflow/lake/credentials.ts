import {type Actor, rolesOf} from '../../../lake/actor.ts'
import {isPublished, type LakeDocument} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {type Credential, credentialTypeOf} from '../policy/index.ts'
import {digestOf} from './remembered.ts'

export const credentialType = 'reviewerCredential'

/** Whose business credentials are: what is on record about one is for them alone. */
export function keepsCredentials(actor: Actor): boolean {
  return rolesOf(actor).some((role) => role === 'registrar' || role === 'administrator')
}

/** Every credential that is on file, as it stands now. */
export function credentials(view: View): readonly Credential[] {
  const documents = view.ofType(credentialType).filter(({_id}) => isPublished(_id))
  const holders = Map.groupBy(documents, entryOf)
  return documents.map((document) =>
    credentialOf(view, document, holders.get(entryOf(document)) ?? []),
  )
}

/** Active only as it read when somebody verified it: any change puts it back to pending. Revoked is for good. */
function credentialOf(
  view: View,
  document: LakeDocument,
  sameEntry: readonly LakeDocument[],
): Credential {
  const decisions = view.ledger(document._id).filter(({kind}) => kind.startsWith('credential'))
  const last = decisions.at(-1)
  const revoked = decisions.some(({kind}) => kind === 'credentialRevoked')
  const verified = last?.kind === 'credentialVerified' && last.body['digest'] === digestOf(document)
  const suspended = last?.kind === 'credentialSuspended'
  const personId = last?.body['personId']
  return {
    id: document._id,
    holder: holderOf(document) ?? '',
    typeCode: text(document['credentialType']) ?? '',
    jurisdiction: text(document['jurisdiction']),
    discipline: text(document['discipline']),
    issued: text(document['issued']),
    expires: text(document['expires']),
    noExpiryReason: text(document['noExpiryReason']),
    state: revoked ? 'revoked' : verified ? 'active' : suspended ? 'suspended' : 'pending',
    verifiedBy:
      verified && last !== undefined
        ? {userId: last.actor, personId: typeof personId === 'string' ? personId : null}
        : null,
    verifiedOn: verified ? (text(last?.body['checkedOn']) ?? null) : null,
    // The same number of the same register, on somebody else's name: one of the two is not theirs.
    numberTaken: sameEntry.some((other) => holderOf(other) !== holderOf(document)),
  }
}

/** The number in the register that has it. Whoever has none is entered nowhere, and shares that with nobody. */
function entryOf(document: LakeDocument): string {
  const number = plainNumber(document['number'])
  return number === ''
    ? document._id
    : JSON.stringify([document['credentialType'], keptIn(document), number])
}

/** Which of the registers of its type has it: a body that certifies everywhere, or a whole country, keeps one. */
function keptIn(document: LakeDocument): string {
  const place = text(document['jurisdiction']) ?? ''
  const country = place.split('-')[0] ?? ''
  const places = credentialTypeOf(text(document['credentialType']) ?? '')?.jurisdictions ?? 'any'
  if (places === 'unneeded') return ''
  return places !== 'any' && places.includes(country) ? country : place
}

function plainNumber(value: unknown): string {
  return (typeof value === 'number' ? String(value) : (text(value) ?? ''))
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}

export function holderOf(document: LakeDocument): string | null {
  const holder = document['holder']
  return typeof holder === 'object' && holder !== null && '_ref' in holder
    ? text(holder._ref)
    : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
