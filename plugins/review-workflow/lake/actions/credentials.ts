import {type JsonObject} from '../../../../lake/document.ts'
import {type LedgerEntry} from '../../../../lake/guard.ts'
import {type Trigger} from '../../policy/index.ts'
import {befalls, type Blow} from '../consequences.ts'
import {pagesOn} from '../pages.ts'
import {type Allowed, type Definition, record, text} from './definition.ts'

/** Keeping reviewers' credentials. Bad news about one takes effect on the pages that rest on it, in the same commit. */
export const credentialActions: {readonly [name: string]: Definition} = {
  verifyCredential: {
    fields: {needs: {digest: 'text', method: 'text', sourceUrl: 'text', checkedOn: 'text'}},
    command: (action) => ({
      type: 'verifyCredential',
      digest: text(action, 'digest'),
      method: text(action, 'method'),
      sourceUrl: text(action, 'sourceUrl'),
      checkedOn: text(action, 'checkedOn'),
    }),
    entries: (given) => [
      ...record(given, 'credentialVerified', {
        digest: given.facts.subject.live?.digest ?? null,
        method: text(given.action, 'method'),
        sourceUrl: text(given.action, 'sourceUrl'),
        checkedOn: text(given.action, 'checkedOn'),
      }),
      ...pagesOn(given.context, given.subject).map((page) => unmarked(page, given.subject)),
    ],
  },
  suspendCredential: {
    fields: {needs: {reason: 'text'}},
    command: (action) => ({type: 'suspendCredential', reason: text(action, 'reason')}),
    entries: (given) => [
      ...record(given, 'credentialSuspended', {reason: text(given.action, 'reason')}),
      ...blows(given, 'credentialSuspended').flatMap(({entries}) => entries),
    ],
    mutations: (given) => blows(given, 'credentialSuspended').flatMap(({mutations}) => mutations),
  },
  revokeCredential: {
    fields: {needs: {reason: 'text'}},
    command: (action) => ({type: 'revokeCredential', reason: text(action, 'reason')}),
    entries: (given) => [
      ...record(given, 'credentialRevoked', {reason: text(given.action, 'reason')}),
      ...blows(given, 'credentialRevoked').flatMap(({entries}) => entries),
    ],
    mutations: (given) => blows(given, 'credentialRevoked').flatMap(({mutations}) => mutations),
  },
}

function blows({context, subject}: Allowed, trigger: Trigger): readonly Blow[] {
  return pagesOn(context, subject).map((page) => befalls(context, page, trigger, subject))
}

function unmarked(subject: string, about: string): LedgerEntry {
  const body: JsonObject = {about}
  return {kind: 'unmarked', subject, body}
}
