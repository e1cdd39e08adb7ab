import {type DocumentActionComponent, type DocumentActionsContext} from 'sanity'
import {expect, test} from 'vitest'
import {reviewWorkflow} from '../../plugins/review-workflow/index.ts'
import {documentActions} from '../../plugins/review-workflow/studio/actions/documentActions.ts'

const sanityPublish: DocumentActionComponent = Object.assign(() => null, {
  action: 'publish',
} as const)
const sanityUnpublish: DocumentActionComponent = Object.assign(() => null, {
  action: 'unpublish',
} as const)
const sanityDelete: DocumentActionComponent = Object.assign(() => null, {action: 'delete'} as const)
const previous = [sanityPublish, sanityUnpublish, sanityDelete]

function actionsOf(schemaType: string) {
  return documentActions(previous, {schemaType} as DocumentActionsContext)
}

const name = ({action, displayName, name}: DocumentActionComponent) => displayName ?? action ?? name

test('the plugin is exactly this', () => {
  const {name, tools, document, i18n} = reviewWorkflow()
  expect(name).toBe('review-workflow')
  expect(Array.isArray(tools) && tools.map((tool) => tool.name)).toEqual(['review'])
  expect(Object.keys(document ?? {})).toEqual(['actions', 'badges', 'inspectors'])
  expect(Array.isArray(i18n?.bundles) && i18n.bundles.map(({namespace}) => namespace)).toEqual([
    'review-workflow',
    'structure',
  ])
})

test.each(['article', 'faqEntry', 'technique'])(
  '%s has every command, and no unpublish',
  (type) => {
    expect(actionsOf(type).map(name)).toEqual([
      'useSubmitFirstAction',
      'SignedPublishAction',
      'useSignAction',
      'useSubmitAction',
      'useRequestChangesAction',
      'useRevokeAction',
      'useWithdrawAction',
      'delete',
    ])
  },
)

test('a credential is verified and suspended', () => {
  expect(actionsOf('reviewerCredential').map(name)).toEqual([
    'useVerifyFirstAction',
    'ShownPublishAction',
    'useVerifyCredentialAction',
    'useSuspendCredentialAction',
    'unpublish',
    'delete',
  ])
})

test('other types keep their actions, and say why publishing was refused', () => {
  expect(actionsOf('citation').map(name)).toEqual(['ShownPublishAction', 'unpublish', 'delete'])
})

test('wrapping is stable: the Studio tells actions apart by identity', () => {
  expect(actionsOf('article')[1]).toBe(actionsOf('article')[1])
  expect(actionsOf('article')[1]).not.toBe(actionsOf('citation')[0])
})
