import {type ContentSourceMap, parseJsonPath, resolveMapping, walkMap} from '@sanity/client/csm'
import {describe, expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {testDataset} from '../support/queryEngine.ts'
import {tracedByGroqJs} from '../support/tracedByGroqJs.ts'

const stamp = {_rev: 't', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

const documents: readonly LakeDocument[] = [
  {
    ...stamp,
    '_id': 'drafts.sleep',
    '_type': 'article',
    'title': 'Sleep, in the works',
    'rank': 3,
    'tags': ['sleep', 'night', 'sleep'],
    'reviewer': {_type: 'reference', _ref: 'silas'},
    'body': [
      {
        _key: 'b1',
        _type: 'block',
        children: [
          {_key: 's1', _type: 'span', text: 'Sleep well. '},
          {_key: 's2', _type: 'span', text: 'And long.'},
        ],
      },
      {
        _key: 'b2',
        _type: 'note',
        tone: 'kind',
        parts: [{_key: 'p1', label: 'first'}, {label: 'x'}],
      },
    ],
    "it's": {'a\\b': 'odd names'},
  },
  {
    ...stamp,
    _id: 'nap',
    _type: 'article',
    title: 'Napping',
    rank: 1,
    tags: ['nap'],
    reviewer: {_type: 'reference', _ref: 'nobody'},
    others: [
      {_key: 'o1', _ref: 'sleep'},
      {_key: 'o2', _ref: 'silas'},
    ],
    body: [],
  },
  {...stamp, _id: 'silas', _type: 'person', name: 'Silas', motto: null, age: 41},
  {...stamp, _id: 'mona', _type: 'person', name: 'Mona', slug: {_type: 'slug', current: 'mona'}},
]

const engine = testDataset(documents).engine()
const reader = {identity: 'ada', grants: ['true']}
const drafts = {kind: 'layers', layers: ['drafts', 'published']} as const

async function mapped(query: string, sourceMap: 'key' | 'index' = 'key') {
  const answer = await engine.run({...reader, query, params: {}, perspective: drafts, sourceMap})
  return {result: answer.result, map: answer.resultSourceMap as unknown as ContentSourceMap}
}

describe('a source map', () => {
  test('says of each value which document and which path it came from', async () => {
    expect(
      await mapped(
        '*[_id == "sleep"][0]{_id, title, "name": reviewer->name, "one": 1, "n": count(tags)}',
      ),
    ).toEqual({
      result: {_id: 'sleep', title: 'Sleep, in the works', name: 'Silas', one: 1, n: 3},
      map: {
        documents: [
          {_id: 'drafts.sleep', _type: 'article'},
          {_id: 'silas', _type: 'person'},
        ],
        paths: ["$['_id']", "$['title']", "$['name']"],
        mappings: {
          "$['_id']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}},
          "$['title']": {type: 'value', source: {type: 'documentValue', document: 0, path: 1}},
          "$['name']": {type: 'value', source: {type: 'documentValue', document: 1, path: 2}},
          "$['one']": {type: 'value', source: {type: 'literal'}},
          "$['n']": {type: 'value', source: {type: 'unknown'}},
        },
      },
    })
  })

  test('names items of lists by key or by place', async () => {
    const query = '*[_id == "sleep"][0].body[_type == "note"][0].parts[]{"of": label}'
    expect((await mapped(query)).map.paths).toEqual([
      "$['body'][?(@._key=='b2')]['parts'][?(@._key=='p1')]['label']",
      "$['body'][?(@._key=='b2')]['parts'][1]['label']",
    ])
    expect((await mapped(query, 'index')).map.paths).toEqual([
      "$['body'][1]['parts'][0]['label']",
      "$['body'][1]['parts'][1]['label']",
    ])
  })

  test('tells what came along as a whole in one mapping, and what is not there in none', async () => {
    const {map} = await mapped(
      '*[_id == "silas"]{"all": *[_id == "sleep"][0].body, missing, motto}',
    )
    expect(map).toEqual({
      documents: [{_id: 'drafts.sleep', _type: 'article'}],
      paths: ["$['body']"],
      mappings: {
        "$[0]['all']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}},
      },
    })
  })

  test('is empty where the query compares documents', async () => {
    expect((await mapped('diff::changedAny({"a": 1}, {"a": 2}, a)')).map).toEqual({
      documents: [],
      paths: [],
      mappings: {},
    })
  })
})

const queries = [
  '*',
  '*[0]',
  '*._id',
  '*[_type == "article"]{title, rank}',
  '*[_type == "article"] | order(rank asc){title, "reviewer": reviewer->{name, age}}',
  '*[_type == "article"] | order(rank desc, title)[0...1].title',
  '*[_type == "article"] | order(lower(title) desc)[0].title',
  '*[_type == "article"] | score(title match "nap*", rank > 0){title, _score}',
  '*[_type == "article"] | score(@ match text::query("well"))  | order(_score desc){title}',
  '*[_id == "sleep"][0]{...}',
  '*[_id == "sleep"][0]{..., "title": upper(title)}',
  '*[_id == "sleep"][0]{"body": body[]{..., "texts": children[].text}}',
  '*[_id == "sleep"][0].body[].children[].text',
  '*[_id == "sleep"][0].body[_type == "block"].children[].text',
  '*[_id == "sleep"][0].body[-1].parts[-1].label',
  '*[_id == "sleep"][0].body[0..1]{_type, "n": ^.title}',
  '*[_id == "sleep"][0].tags[1..-1]',
  '*[_id == "sleep"][0].tags[-2...-1]',
  '*[_id == "sleep"][0].tags[@ match "s*"]',
  'array::unique(*[_id == "sleep"][0].tags)',
  'array::compact(*[_type == "person"].motto)',
  '*[_id == "sleep"][0]["it\'s"]["a\\\\b"]',
  '*[_id == "sleep"][0]{"t": pt::text(body), "j": array::join(tags, ",")}',
  '*[_type == "article"]{"name": coalesce(reviewer->name, "Nobody"), "x": coalesce(no, title)}',
  '*[_type == "article"]{"kind": select(rank > 2 => title, rank > 0 => "low", _id)}',
  '*[_type == "article"]{rank > 2 => {title}, rank <= 2 => {"t": tags}}',
  '*[_type == "article"]{..., reviewer->}',
  '*[_type == "article"]{reviewer->{name}}',
  '*[_id == "nap"][0].others[]->{title, name}',
  '*[_id == "nap"][0]{others[]{_key, "to": @->title}}',
  '*[_type == "article"].others[]->name',
  '*[_type == "person"]{name, "pages": *[_type == "article" && reviewer._ref == ^._id]{title, "by": ^.name}}',
  '*[_type == "person"]{"a": {"b": {"c": ^.name, "d": ^.^.name, "e": name}}}',
  '*[_type == "article"]{"x": tags[@ != ^.title], "y": body[]{"z": parts[]{"w": ^.^.title, "v": ^._key}}}',
  '*[_type == "article"]{"x": tags[]{"a": @}, "y": body[].parts[label == ^.^.title || label == "first"].label}',
  '{"people": *[_type == "person"].name, "first": *[_type == "article"][0].title, "n": 1}',
  '[*[_id == "nap"][0].title, "literal", ...*[_type == "person"].name]',
  '*[_type == "person"].name + *[_type == "article"].title',
  '*[_id == "mona"][0].slug + {"x": 1}',
  '*[_id == "mona"][0]{"slug": slug.current, "link": "/" + slug.current}',
  'count(*)',
  'now()',
  '*[_type == "article"][rank == 1][0]',
  '*[references("silas")]{title}',
  '*[_type in ["person"]]{name}[name == "Mona"]',
  '*[_type == "person"]{"n": name}.n',
  '*[_type == "person"] | order(coalesce(age, 0) desc){name, age}',
  '*[dateTime(_createdAt) < dateTime(now())]{_id, "when": dateTime(_createdAt)}',
  '*[_type == "person"]{"all": *[_type == ^._type && _id != ^._id]{_id, "me": ^.name}}',
]

describe('following a query', () => {
  const dataset = documents.map((document) =>
    document._id === 'drafts.sleep'
      ? {...document, _id: 'sleep', _originalId: 'drafts.sleep'}
      : document,
  )
  test.each(queries)('gives what groq-js gives: %s', (query) => {
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown
    const {result, traced} = tracedByGroqJs(query, dataset, {now: new Date('2026-02-01T00:00:00Z')})
    expect(plain(traced.value)).toEqual(plain(result))
  })

  test.each(queries)('leads every value back to where it stands: %s', async (query) => {
    const {result, map} = await mapped(query)
    walkMap(result, (value, path) => {
      if (value === null || value === undefined) return value
      const found = resolveMapping(path, map)
      expect(found, JSON.stringify(path)).toBeDefined()
      const source = found?.mapping.source
      if (found === undefined || source?.type !== 'documentValue') return value
      const document = documents.find(({_id}) => _id === map.documents[source.document]?._id)
      expect(document?._type).toBe(map.documents[source.document]?._type)
      const shown = document && {
        ...document,
        _originalId: document._id,
        _id: document._id.replace('drafts.', ''),
      }
      const place = parseJsonPath(`${map.paths[source.path]}${found.pathSuffix}`)
      const stands = place.reduce<unknown>((at, step) => {
        if (typeof step !== 'object') return (at as never)[step]
        return (at as {_key?: string}[]).find(({_key}) => _key === step._key)
      }, shown)
      expect(stands).toEqual(value)
      return value
    })
  })
})

describe('with a source map', () => {
  const articles = Array.from({length: 400}, (_, at): LakeDocument => {
    return {...stamp, _id: `a${at}`, _type: 'article', rank: at, title: `Title ${at}`}
  })
  const reviews = articles.map(({_id}, at): LakeDocument => {
    return {...stamp, _id: `r${at}`, _type: 'review', subject: {_ref: _id}, says: `Says ${at}`}
  })
  const last = '*[_type == "article"] | order(rank desc)[0...2]'

  test.each([
    {
      name: 'a join',
      query: `${last}{title, "reviews": *[_type == "review" && subject._ref == ^._id]{says}}`,
      result: [
        {title: 'Title 399', reviews: [{says: 'Says 399'}]},
        {title: 'Title 398', reviews: [{says: 'Says 398'}]},
      ],
      read: 4,
    },
    {
      name: 'a count of what refers to a row',
      query: `${last}{title, "n": count(*[references(^._id)])}`,
      result: [
        {title: 'Title 399', n: 1},
        {title: 'Title 398', n: 1},
      ],
      read: 2,
    },
    {
      name: 'an order after a projection',
      query: '*[_type == "article"]{title, "r": rank} | order(r desc)[0...1]{title}',
      result: [{title: 'Title 399'}],
      read: 1,
    },
  ])('$name reads only the rows that it needs', async ({query, result, read}) => {
    const large = testDataset([...articles, ...reviews]).engine(0)
    const request = {...reader, params: {}, perspective: {kind: 'raw'}, sourceMap: 'key'} as const
    // The first list of a shape makes its index.
    await large.run({...request, query: `${last}{_id}`})
    const answer = await large.run({...request, query, explain: true})
    expect(answer.result).toEqual(result)
    expect(answer.explain?.read).toBe(read)
  })
})
