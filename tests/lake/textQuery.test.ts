import {evaluateSync, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {searchable, withText} from '../../lake/groq/textQuery.ts'

function stored(_id: string, fields: object): LakeDocument {
  return {_id, _type: 'article', _rev: 't', _createdAt: 'c', _updatedAt: 'u', ...fields}
}

const block = (text: string) => ({
  _key: 'k',
  _type: 'block',
  children: [{_key: 's', _type: 'span', text}],
})
const documents = [
  stored('deep', {title: 'Deep pressure and sleep', tags: ['touch', 'night rest']}),
  stored('swedish', {
    title: 'Swedish massage',
    body: [block('Long strokes.'), block('Not deep, little pressure.')],
  }),
  stored('nap', {title: 'Napping', nested: {list: [['Sleeping well']]}}),
]

function find(query: string, params: Record<string, unknown> = {}): unknown {
  const {tree, readsText} = searchable(parse(query, {params}))
  const dataset = readsText ? documents.map(withText) : documents
  return evaluateSync(tree, {dataset, params, identity: 'tester'}).data
}

describe('text::query', () => {
  test.each([
    ['sleep', ['deep']],
    ['sleep*', ['deep', 'nap']],
    ['SLEEP PRESSURE', ['deep']],
    ['deep pressure', ['deep', 'swedish']],
    ['"deep pressure"', ['deep']],
    ['"Deep  Pressure" and', ['deep']],
    ['deep -strokes', ['deep']],
    ['pressure -"deep pressure"', ['swedish']],
    ['-deep', ['nap']],
    ['pressure"', ['deep', 'swedish']],
    ['block', []],
    ['article', []],
    ['? ! -', []],
    ['', []],
  ])('%s over whole documents', (query, ids) => {
    expect(find('*[[@, _id] match text::query($query)]._id', {query})).toEqual(ids)
    expect(find('*[@ match text::query($query)]._id', {query})).toEqual(ids)
  })

  test.each([
    ['title match text::query("massage")', ['swedish']],
    ['tags match text::query("rest")', ['deep']],
    ['tags match text::query("\\"night rest\\"")', ['deep']],
    ['[title, tags] match text::query("sleep touch")', ['deep']],
    ['body match text::query("strok* \\"not deep\\"")', ['swedish']],
    ['title match text::query(null)', []],
    ['title match text::query(title)', ['deep', 'swedish', 'nap']],
  ])('in fields: %s', (filter, ids) => {
    expect(find(`*[${filter}]._id`)).toEqual(ids)
  })

  test('ids count in the search of the Studio', () => {
    expect(find('*[[@, _id] match text::query("nap")]._id')).toEqual(['nap'])
  })

  test('scores, so that the better answer comes first', () => {
    const query =
      '*[_type in $types] | score(boost(_type in ["article"] && title match text::query($q), 10),' +
      ' ([@, _id] match text::query($q) || references($raw)))[_score > 0]{_id} | order(_score desc)[0...$limit]'
    const params = {types: ['article'], q: 'deep*', raw: 'deep', limit: 10}
    expect(find(query, params)).toEqual([{_id: 'deep'}, {_id: 'swedish'}])
  })

  test('leaves no trace in what is returned', () => {
    expect(find('*[@ match text::query("nap*")]{...}')).toEqual([documents[2]])
    expect(JSON.stringify(find('*[@ match text::query("nap*")]'))).toBe(
      JSON.stringify([documents[2]]),
    )
  })
})

describe('match', () => {
  test('with @ looks into the whole document', () => {
    expect(find('*[[@, _id] match "strokes"]._id')).toEqual(['swedish'])
    expect(find('*[@ match $words]._id', {words: ['deep', 'sleep']})).toEqual(['deep'])
  })

  test.each([
    ['[tags, title] match "touch"', ['deep']],
    ['[title, tags] match ["rest", "deep"]', ['deep']],
    ['["Napping", title] match "napping"', ['deep', 'swedish', 'nap']],
    ['[...tags, title] match "night"', ['deep']],
    ['[rank, body[].children[].text] match "strokes"', ['swedish']],
  ])('looks into lists within a list: %s', (filter, ids) => {
    expect(find(`*[${filter}]._id`)).toEqual(ids)
  })

  test('of a field is left to groq-js', () => {
    const tree = parse('*[title match "sleep"]')
    expect(searchable(tree)).toEqual({tree, readsText: false})
  })
})
