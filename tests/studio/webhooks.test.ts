import {type ConfigContext, type Tool} from 'sanity'
import {expect, test} from 'vitest'
import {webhooks} from '../../plugins/webhooks/index.ts'
import {formValues, settingsOf} from '../../plugins/webhooks/studio/formValues.ts'
import {type Hook} from '../../plugins/webhooks/studio/hooksApi.ts'

const hook: Hook = {
  id: 'h',
  name: 'Site',
  description: null,
  url: 'https://example.org',
  dataset: '*',
  httpMethod: 'PUT',
  includeDrafts: true,
  includeAllVersions: false,
  headers: {'Authorization': 'Bearer: x', 'X-Site': 'one'},
  secret: 's',
  rule: {on: ['create', 'delete'], filter: '_type == "article"', projection: null},
  isDisabledByUser: true,
}

test('the form says what the hook is, and gives it back unchanged', () => {
  const {id, ...settings} = hook
  expect(formValues(hook).headers).toBe('Authorization: Bearer: x\nX-Site: one')
  expect(settingsOf(formValues(hook))).toEqual({settings})
})

test('a line that is no header is named', () => {
  expect(settingsOf({...formValues(null), headers: 'X-A: 1\n\nBearer x'})).toEqual({
    invalidHeader: 'Bearer x',
  })
})

test.each([
  ['administrator', ['structure', 'webhooks']],
  ['editor', ['structure']],
])('a person who is %s has the tools %s', (name, expected) => {
  const {tools} = webhooks()
  if (typeof tools !== 'function') return expect.fail('it depends on who asks')
  const context = {currentUser: {roles: [{name, title: name}]}} as unknown as ConfigContext
  expect(tools([{name: 'structure'} as Tool], context).map((tool) => tool.name)).toEqual(expected)
})
