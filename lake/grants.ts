import {evaluateSync, parse} from 'groq-js'
import {type Actor, actorId, type Grant, type Permission, type Role, rolesOf} from './actor.ts'
import {type LakeDocument} from './document.ts'
import {type Condition, conditionOf} from './groq/condition.ts'

const clockGrants: readonly Grant[] = [{filter: 'true', permissions: ['read', 'history']}]

/** Everything that the actor's roles grant, in the form of Sanity's `/acl`. A role that nobody defined grants nothing. */
export function aclOf(roles: readonly Role[], actor: Actor): readonly Grant[] {
  if (actor.kind === 'clock') return clockGrants
  const held = new Set(rolesOf(actor))
  return roles.filter((role) => held.has(role.name)).flatMap((role) => role.grants)
}

/** True when one of the actor's grants covers the permission and the document. Nothing else allows. */
export function allows(
  roles: readonly Role[],
  actor: Actor,
  permission: Permission,
  document: LakeDocument,
): boolean {
  const held = rolesOf(actor)
  const given = (grants: readonly Grant[]) =>
    grants.some(
      (grant) =>
        grant.permissions.includes(permission) && matches(grant.filter, document, actorId(actor)),
    )
  if (actor.kind === 'clock') return given(clockGrants)
  return roles.some((role) => held.includes(role.name) && given(role.grants))
}

/** The filters of what an actor may read; `public` for those who did not say who they are. */
export function readFilters(roles: readonly Role[], actor: Actor): readonly string[] | 'public' {
  if (actor.kind === 'anonymous') return 'public'
  const grants = aclOf(roles, actor).filter((grant) => grant.permissions.includes('read'))
  return [...new Set(grants.map((grant) => grant.filter))].sort()
}

const conditions = new Map<string, Condition>()

/** Judges one document by a GROQ filter, as the Studio does with the same grants. */
export function matches(filter: string, document: LakeDocument, identity: string): boolean {
  const condition = conditions.get(filter) ?? readCondition(filter)
  conditions.set(filter, condition)
  return condition(document, identity)
}

function readCondition(filter: string): Condition {
  const tree = parse(`*[${filter}]`)
  const condition = tree.type === 'Filter' ? conditionOf(tree.expr) : null
  if (condition !== null) return condition
  return (document, identity) => {
    const result: unknown = evaluateSync(tree, {dataset: [document], identity}).data
    return Array.isArray(result) && result.length > 0
  }
}

/** True when a filter may say something else for somebody else. */
export function asksWho(filter: string): boolean {
  return filter.includes('identity')
}
