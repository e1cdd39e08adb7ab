import {type JsonObject} from '../../../lake/document.ts'
import {type LedgerEntry, type View} from '../../../lake/guard.ts'
import {consequenceOf, isStanding, type Trigger} from '../policy/index.ts'
import {takenDown} from './actions/definition.ts'
import {factsOf} from './facts.ts'

/** What bad news does to one live page: records, and mutations where it comes down. */
export interface Blow {
  readonly entries: readonly LedgerEntry[]
  readonly mutations: readonly JsonObject[]
}

const nothing: Blow = {entries: [], mutations: []}

/** What the policy does to a live page at this news, ready to be committed. */
export function befalls(view: View, page: string, trigger: Trigger, about: string): Blow {
  const live = view.read(page)
  if (live === null) return nothing
  const facts = factsOf(view, {kind: 'anonymous'}, page)
  const consequence = consequenceOf(facts, trigger, about)
  // That a work was retracted stays on record where nothing follows from it, too.
  if (consequence === 'none' && trigger !== 'workRetracted') return nothing
  if (consequence !== 'withdraw') {
    return {
      entries: [{kind: 'marked', subject: page, body: {trigger, about, consequence}}],
      mutations: [],
    }
  }
  const standing = facts.signOffs.filter(isStanding)
  return {
    entries: [
      {
        kind: 'withdrawn',
        subject: page,
        body: {trigger, about, reason: trigger, personId: null, name: 'the review policy'},
      },
      ...standing.map(({seq}) => ({
        kind: 'voided',
        subject: page,
        body: {signOff: seq, reason: 'withdrawn'},
      })),
    ],
    mutations: takenDown(live),
  }
}
