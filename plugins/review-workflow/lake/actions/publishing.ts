import {type JsonObject} from '../../../../lake/document.ts'
import {type Definition, type Allowed, record, takenDown, text, voids} from './definition.ts'

/** When words go in front of readers, and how they come down again. */
export const publishing: {readonly [name: string]: Definition} = {
  schedule: {
    fields: {needs: {at: 'text'}},
    command: (action) => ({type: 'schedule', at: text(action, 'at')}),
    entries: (given) =>
      record(given, 'scheduled', {
        publishAt: text(given.action, 'at'),
        digest: given.facts.subject.draft?.digest ?? null,
      }),
  },
  unschedule: {
    fields: {needs: {}},
    command: () => ({type: 'unschedule'}),
    entries: (given) => record(given, 'unscheduled', {}),
  },
  revoke: {
    fields: {needs: {reason: 'text'}, takes: {signOff: 'number'}},
    command: (action) => ({
      type: 'revoke',
      reason: text(action, 'reason'),
      signOff: typeof action['signOff'] === 'number' ? action['signOff'] : null,
    }),
    entries: (given) =>
      given.decision.signOffs.flatMap((signOff) =>
        record(given, 'revoked', {signOff, reason: text(given.action, 'reason')}),
      ),
    mutations: (given) => (endsLiveSignOff(given) ? downNow(given) : []),
  },
  withdraw: {
    fields: {needs: {reason: 'text'}},
    command: (action) => ({type: 'withdraw', reason: text(action, 'reason')}),
    entries: (given) => [
      ...record(given, 'withdrawn', {reason: text(given.action, 'reason')}),
      ...voids(given, 'withdrawn'),
    ],
    mutations: downNow,
  },
}

/** A page whose own words lose a sign-off does not stay up. */
function endsLiveSignOff({facts, decision}: Allowed): boolean {
  const ended = facts.signOffs.filter(({seq}) => decision.signOffs.includes(seq))
  return ended.some(({digest}) => digest === facts.subject.live?.digest)
}

function downNow({context, subject}: Allowed): readonly JsonObject[] {
  return takenDown(context.read(subject))
}
