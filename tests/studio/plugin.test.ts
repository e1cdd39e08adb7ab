import {
  type DocumentActionComponent,
  type DocumentActionsContext,
  type DocumentCommentsEnabledContext,
} from 'sanity'
import {expect, test} from 'vitest'
import {reviewWorkflow} from '../../plugins/review-workflow/index.ts'
import {documentActions} from '../../plugins/review-workflow/studio/actions/documentActions.ts'
import {isShared} from '../../plugins/review-workflow/studio/shared/isShared.ts'

const sanityPublish: DocumentActionComponent = Object.assign(() => null, {
  action: 'publish',
} as const)
const sanityUnpublish: DocumentActionComponent = Object.assign(() => null, {
  action: 'unpublish',
} as const)
const sanityDelete: DocumentActionComponent = Object.assign(() => null, {action: 'delete'} as const)
const previous = [sanityPublish, sanityUnpublish, sanityDelete]

function actionsOf(schemaType: string, ...roles: readonly string[]) {
  const currentUser = {id: 'u', name: 'U', roles: roles.map((name) => ({name, title: name}))}
  return documentActions(previous, {schemaType, currentUser} as unknown as DocumentActionsContext)
}

const name = ({action, displayName, name}: DocumentActionComponent) => displayName ?? action ?? name

test('the plugin is exactly this', () => {
  const {name, tools, document, i18n} = reviewWorkflow()
  expect(name).toBe('review-workflow')
  expect(Array.isArray(tools) && tools.map((tool) => tool.name)).toEqual(['review'])
  expect(Object.keys(document ?? {})).toEqual(['actions', 'badges', 'inspectors', 'comments'])
  expect(Array.isArray(i18n?.bundles) && i18n.bundles.map(({namespace}) => namespace)).toEqual([
    'review-workflow',
    'structure',
  ])
})

test('a page has comments of its review alone, anything else those of the Studio', () => {
  const enabled = reviewWorkflow().document?.comments?.enabled
  const has = (documentType: string) =>
    typeof enabled === 'function' && enabled({documentType} as DocumentCommentsEnabledContext)
  expect(['article', 'faqEntry', 'technique'].map(has)).toEqual([false, false, false])
  expect(['researchCitation', 'person'].map(has)).toEqual([true, true])
})

test.each(['article', 'faqEntry', 'technique'])(
  '%s has every command, and no unpublish',
  (type) => {
    expect(actionsOf(type).map(name)).toEqual([
      'useSubmitFirstAction',
      'SignedPublishAction',
      'useSignAction',
      'useRenewAction',
      'claim',
      'useSubmitAction',
      'useScheduleAction',
      'unschedule',
      'requestChanges',
      'refuse',
      'useDelegateAction',
      'recuse',
      'cancelRequest',
      'revoke',
      'withdraw',
      'delete',
    ])
  },
)

test('a credential is verified, suspended and revoked', () => {
  expect(actionsOf('reviewerCredential').map(name)).toEqual([
    'useVerifyFirstAction',
    'ShownPublishAction',
    'useVerifyCredentialAction',
    'suspendCredential',
    'revokeCredential',
    'unpublish',
    'delete',
  ])
})

test('what pages show asks for their sign-offs, and says what it waits for', () => {
  expect(actionsOf('researchCitation').map(name)).toEqual([
    'useAskForSignOffsAction',
    'SharedPublishAction',
    'unpublish',
    'delete',
  ])
})

test('what reviews keep themselves has the actions of any document', () => {
  expect(actionsOf('review').map(name)).toEqual(['ShownPublishAction', 'unpublish', 'delete'])
})

test.each<[string, boolean]>([
  ['researchCitation', true],
  ['contraindication', true],
  ['disclaimer', true],
  ['person', true],
  ['evidenceSummary', true],
  ['article', false],
  ['reviewerCredential', false],
  ['review', false],
  ['reviewProgress', false],
  ['reviewPolicy', false],
  ['sanity.imageAsset', false],
  ['comment', false],
])('%s is shared by pages: %s', (type, expected) => {
  expect(isShared(type)).toBe(expected)
})

test('wrapping is stable: the Studio tells actions apart by identity', () => {
  expect(actionsOf('article')[1]).toBe(actionsOf('article')[1])
  expect(actionsOf('article')[1]).not.toBe(actionsOf('researchCitation')[1])
})

test('whoever only reads is not shown what others do with documents', () => {
  const has = (...roles: readonly string[]) =>
    actionsOf('article', ...roles).some(({action}) => action === 'delete')
  expect(has('editor')).toBe(true)
  expect(has('reviewer')).toBe(true)
  expect(has('viewer')).toBe(false)
})
