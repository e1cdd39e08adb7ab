import {type NewDocumentOptionsResolver} from 'sanity'

/** Not offered by "New document": the server writes reviews, and credentials need a private id. */
const madeElsewhere = ['review', 'reviewProgress', 'reviewPolicy', 'reviewerCredential']

/** What "New document" offers to whoever is signed in. */
export const newDocumentOptions: NewDocumentOptionsResolver = (options, {currentUser}) => {
  const roles = currentUser?.roles.map(({name}) => name) ?? []
  return options.filter(
    ({templateId}) => !madeElsewhere.includes(templateId) && mayMake(templateId, roles),
  )
}

/** As the lake's grants have it: a list of nothing but grey entries helps nobody. */
export function mayMake(type: string, roles: readonly string[]): boolean {
  return (
    roles.some((role) => makers.includes(role)) ||
    (type === 'person' && roles.includes('registrar'))
  )
}

const makers = ['administrator', 'editor', 'reviewer']
