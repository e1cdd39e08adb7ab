import {defaultPolicy, type Trigger} from '../policy/index.ts'

/** Whether the policy took a page down, by itself; its reason is then a trigger and no sentence of anybody's. */
export function isTrigger(reason: string): reason is Trigger {
  return Object.hasOwn(defaultPolicy.consequences, reason)
}
