import {type ActionOutcome, type RegisteredAction} from '../../../../lake/guard.ts'
import {decide} from '../../policy/index.ts'
import {refused} from '../denials.ts'
import {factsOf} from '../facts.ts'
import {remembered} from '../remembered.ts'
import {credentialActions} from './credentials.ts'
import {complaint, type Definition, text} from './definition.ts'
import {policyActions} from './policy.ts'
import {publishing} from './publishing.ts'
import {requests} from './requests.ts'
import {sharedIn, signing} from './signing.ts'

const definitions: {readonly [name: string]: Definition} = {
  ...requests,
  ...signing,
  ...publishing,
  ...credentialActions,
  ...policyActions,
}

/** Every review command, by the name that the Actions endpoint knows it by. */
export const reviewActions: {readonly [actionType: string]: RegisteredAction} = Object.fromEntries(
  Object.entries(definitions).map(([name, definition]) => [
    `review.action.${name}`,
    registered(name, definition),
  ]),
)

function registered(
  name: string,
  {fields, command, misfit, entries, mutations}: Definition,
): RegisteredAction {
  return {
    malformed: (action) => complaint(name, action, fields),
    subject: (action) => text(action, 'publishedId'),
    password: (action) => text(action, 'password') || null,
    run: (action, state): ActionOutcome => {
      const context = remembered(state)
      const subject = text(action, 'publishedId')
      const facts = factsOf(context, context.actor, subject, sharedIn(action))
      const decision = decide(facts, command(action, context))
      if (!decision.allowed) return refused(decision.denials, subject)
      const allowed = {action, context, facts, decision, subject}
      const malformed = misfit?.(allowed) ?? null
      if (malformed !== null) return {allowed: false, malformed}
      return {allowed: true, entries: entries(allowed), mutations: mutations?.(allowed) ?? []}
    },
  }
}
