import {describe, expect, test} from 'vitest'
import {AnswerCache} from '../../lake/query/answerCache.ts'
import {tagsOfReads} from '../../lake/query/syncTags.ts'

const stamp = {_rev: 't', _createdAt: '', _updatedAt: ''}
const article = {...stamp, _id: 'a', _type: 'article'}

function answer(size = 2) {
  return {json: new Uint8Array(size), ms: 1, etag: 'e', isFresh: true}
}

function tagsOf(types: readonly string[], ids: readonly string[] = []) {
  return tagsOfReads({types, ids, everything: false, followed: new Map(), isLayered: false})
}

/** As somebody who asks twice. */
function putTwice(cache: AnswerCache, ...put: Parameters<AnswerCache['put']>) {
  const [key, kept, ...rest] = put
  cache.put(key, {...kept}, ...rest)
  cache.put(key, kept, ...rest)
}

describe('answers that are kept', () => {
  test('are those that were asked for before', () => {
    const cache = new AnswerCache()
    const [first, second, other] = [answer(), answer(), answer()]
    cache.put('people', first, tagsOf(['person']), 1)
    cache.put('articles', other, tagsOf(['article']), 1)
    const once = [cache.get('people'), first.isFresh]
    cache.put('people', second, tagsOf(['person']), 1)
    expect([once, cache.get('people'), second.isFresh, cache.get('articles')]).toEqual([
      [null, false],
      second,
      true,
      null,
    ])
    expect(first.isFresh).toBe(false)
  })

  test('go with what they rest on, and with nothing else', () => {
    const cache = new AnswerCache()
    const [articles, people, one] = [answer(), answer(), answer()]
    putTwice(cache, 'articles', articles, tagsOf(['article']), 1)
    putTwice(cache, 'people', people, tagsOf(['person']), 1)
    putTwice(cache, 'b', one, tagsOf([], ['b']), 1)
    cache.tell({seq: 2, changes: [change(article)]})
    expect([cache.get('articles'), cache.get('people'), cache.get('b')]).toEqual([
      null,
      people,
      one,
    ])
    expect([articles.isFresh, people.isFresh, one.isFresh]).toEqual([false, true, true])
    cache.clear()
    expect([cache.get('people'), people.isFresh]).toEqual([null, false])
  })

  test('are none that were worked out before the last commit', () => {
    const cache = new AnswerCache()
    const late = answer()
    cache.tell({seq: 5, changes: []})
    putTwice(cache, 'late', late, tagsOf(['person']), 4)
    expect([cache.get('late'), late.isFresh]).toEqual([null, false])
  })

  test('are as many as there is room for, the last ones first', () => {
    const cache = new AnswerCache()
    for (let n = 0; n < 40; n++) putTwice(cache, `${n}`, answer(990_000), tagsOf(['person']), 1)
    putTwice(cache, 'large', answer(1_000_001), tagsOf(['person']), 1)
    expect(['7', '8', '39', 'large'].map((key) => cache.get(key) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('take room with what was asked and with their tags, however short they are', () => {
    const cache = new AnswerCache()
    const query = 'x'.repeat(1_000_000)
    for (let n = 0; n < 40; n++) putTwice(cache, `${n} ${query}`, answer(), tagsOf(['person']), 1)
    expect([`8 ${query}`, `39 ${query}`].map((key) => cache.get(key) !== null)).toEqual([
      false,
      true,
    ])
    const ids = Array.from({length: 200}, (_, n) => `id${n}`)
    for (let n = 0; n < 1000; n++) putTwice(cache, `${n}`, answer(), tagsOf([], ids), 1)
    expect(['0', '999'].map((key) => cache.get(key) !== null)).toEqual([false, true])
  })
})

function change(after: typeof article) {
  const effects = {apply: [], revert: []}
  return {id: after._id, before: null, after, wasWithheld: false, mutations: [], effects}
}
