import {createSchema} from 'sanity'
import {expect, test} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'

const schema = createSchema({name: 'restwell', types: schemaTypes})

test('the schema compiles without a problem', () => {
  const problems = (schema._validation ?? []).flatMap(({path, problems: list}) =>
    list.map(({severity, message}) => `${severity} ${JSON.stringify(path)} ${message}`),
  )
  expect(problems).toEqual([])
})
