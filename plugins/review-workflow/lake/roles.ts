import {type Permission, type Role} from '../../../lake/actor.ts'
import {progressType, projectionType} from './serverTypes.ts'
import {credentialType} from './credentials.ts'

const read: readonly Permission[] = ['read', 'history']
const write: readonly Permission[] = ['read', 'history', 'create', 'update']
const inProgress = `_id in path("drafts.**") || _id in path("versions.**.*")`
const projected = `_type == "${projectionType}"`
/** What the server writes, and what only registrars and administrators keep. */
const reserved = `_type in ["${projectionType}", "${progressType}", "${credentialType}"]`

/**
 * Who may do what, as Sanity's grants: GROQ filters that the Studio evaluates to grey things out and the lake to
 * refuse them. The sign-off stands above all of this: no role skips it.
 */
export const roles: readonly Role[] = rolesWith(projected)

/** Without a guard there is no record to protect: an administrator may bring one in, to look at it. */
export const openRoles: readonly Role[] = rolesWith('false')

function rolesWith(beyondAdministrators: string): readonly Role[] {
  return [
    {
      name: 'administrator',
      title: 'Administrator',
      description:
        'Keeps accounts and datasets, and enters credentials for a registrar to check. Cannot sign, and cannot publish what nobody signed.',
      grants: [
        {filter: 'true', permissions: [...read, 'manage']},
        {filter: `!(${beyondAdministrators})`, permissions: write},
      ],
    },
    {
      name: 'registrar',
      title: 'Registrar',
      description: 'Checks reviewers’ credentials with the issuers, never their own.',
      grants: [
        {filter: 'true', permissions: read},
        {filter: `_type in ["${credentialType}", "person"]`, permissions: write},
      ],
    },
    {
      name: 'editor',
      title: 'Editor',
      description: 'Writes and updates, asks for review, publishes what is signed.',
      grants: [
        {filter: `_type != "${credentialType}"`, permissions: read},
        {filter: `!(${reserved})`, permissions: write},
      ],
    },
    {
      name: 'reviewer',
      title: 'Reviewer',
      description:
        'Signs medical accuracy or asks for changes, with a verified credential. May suggest words in drafts.',
      grants: [
        {filter: `_type != "${credentialType}"`, permissions: read},
        {filter: `(${inProgress}) && !(${reserved})`, permissions: write},
        {filter: `_type in ["comment", "tasks.task"]`, permissions: write},
      ],
    },
    {
      name: 'viewer',
      title: 'Viewer',
      description: 'Reads drafts and published content.',
      grants: [{filter: `_type != "${credentialType}"`, permissions: read}],
    },
  ]
}
