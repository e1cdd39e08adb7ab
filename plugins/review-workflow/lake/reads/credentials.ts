import {type Json} from '../../../../lake/document.ts'
import {type NamedRead, type View} from '../../../../lake/guard.ts'
import {
  assess,
  consequenceOf,
  type Credential,
  credentialLabel,
  credentialStanding,
} from '../../policy/index.ts'
import {credentials, keepsCredentials} from '../credentials.ts'
import {factsOf, policyActor} from '../facts.ts'
import {pagesOn} from '../pages.ts'
import {policyInForce} from '../policies.ts'
import {pageLine} from './pageLine.ts'
import {titleOf} from '../title.ts'

/** The credentials that somebody may see, or one of them: all for those who keep them, their own for everybody else. */
export const credentialsRead: NamedRead = (view, id) => {
  const actor = policyActor(view.actor)
  const roles = actor.kind === 'anonymous' ? [] : actor.roles
  const personId = actor.kind === 'person' ? actor.personId : null
  const keeps = keepsCredentials(view.actor)
  const all = credentials(view)
  return {
    mayVerify: roles.includes('registrar'),
    me: {personId, name: actor.kind === 'person' ? actor.name : '', roles: [...roles]},
    credentials: all
      .filter((credential) => id === 'all' || id === credential.id)
      .filter(({holder}) => keeps || (personId !== null && holder === personId))
      .map((credential) => line(view, credential, all)),
  }
}

function line(view: View, credential: Credential, all: readonly Credential[]): Json {
  const policy = policyInForce(view)
  const {problem} = assess(credential, all, view.now, policy.verificationMonths.R1)
  const {id, holder, typeCode, jurisdiction, issued, expires, verifiedOn, verifiedBy} = credential
  const checker = view.people().find(({userId}) => userId === verifiedBy?.userId)
  return {
    id,
    holder: {personId: holder, name: titleOf(view.read(holder))},
    typeCode,
    label: credentialLabel(credential),
    jurisdiction,
    standing: credentialStanding(credential, view.now, policy),
    problem,
    issued,
    expires,
    verifiedOn,
    verifiedBy: checker?.name ?? null,
    pages: pagesOn(view, id).map((page) => {
      const facts = factsOf(view, {kind: 'anonymous'}, page)
      return {
        ...pageLine(view, page, facts),
        onSuspend: consequenceOf(facts, 'credentialSuspended', id),
        onRevoke: consequenceOf(facts, 'credentialRevoked', id),
        onExpiry: consequenceOf(facts, 'credentialExpired', id),
      }
    }),
  }
}
