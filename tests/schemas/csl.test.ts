import {describe, expect, test} from 'vitest'
import {fromCsl, toCsl} from '../../schemas/csl.ts'

const article = {
  'id': 'moyer-2011',
  'type': 'article-journal',
  'title': 'Does massage therapy reduce cortisol? A comprehensive quantitative review',
  'author': [
    {family: 'Moyer', given: 'Christopher A.'},
    {family: 'Seefeldt', given: 'Lacey'},
  ],
  'container-title': 'Journal of Bodywork and Movement Therapies',
  'container-title-short': 'J Bodyw Mov Ther',
  'issued': {'date-parts': [[2011]]},
  'volume': '15',
  'issue': '1',
  'page': '3-14',
  'DOI': '10.1016/j.jbmt.2010.06.001',
  'PMID': '21147413',
  'URL': 'https://doi.org/10.1016/j.jbmt.2010.06.001',
}

const withoutDoi = {
  'id': 'pottie-2018',
  'type': 'article-journal',
  'title':
    'Deprescribing benzodiazepine receptor agonists: evidence-based clinical practice guideline',
  'author': [{family: 'Pottie', given: 'Kevin'}],
  'container-title': 'Canadian Family Physician',
  'issued': {'date-parts': [[2018, 5]]},
  'volume': '64',
  'issue': '5',
  'page': '339-351',
  'PMID': '29760253',
  'PMCID': 'PMC5951648',
}

const book = {
  id: 'made-up-1999',
  type: 'book',
  title: 'A book that exists in this test alone',
  author: [
    {literal: 'A Group of Authors'},
    {'family': 'Berg', 'given': 'A.', 'non-dropping-particle': 'van den', 'suffix': 'Jr.'},
  ],
  editor: [{'family': 'Humboldt', 'given': 'W.', 'dropping-particle': 'von'}],
  issued: {'date-parts': [[1999, 12, 31]]},
  edition: '2',
  publisher: 'Nobody',
  language: 'en',
  ISBN: '978-0-306-40615-7',
  ISSN: '2049-3630, 2434-561X',
}

describe('a bibliographic record', () => {
  test.each([
    ['of an article', article],
    ['without a DOI', withoutDoi],
    ['of a book with particles and groups', book],
  ])('%s comes back as it was', (_name, item) => {
    expect(toCsl(fromCsl(item))).toEqual(item)
  })

  test('is stored in fields without hyphens', () => {
    expect(fromCsl(withoutDoi)).toEqual({
      citeKey: {_type: 'slug', current: 'pottie-2018'},
      csl: {
        _type: 'cslItem',
        type: 'article-journal',
        title: withoutDoi.title,
        author: [{_key: 'name0', _type: 'cslName', family: 'Pottie', given: 'Kevin'}],
        containerTitle: 'Canadian Family Physician',
        issued: {_type: 'cslDate', year: 2018, month: 5},
        volume: '64',
        issue: '5',
        page: '339-351',
      },
      identifiers: {_type: 'citationIdentifiers', pmid: '29760253', pmcid: 'PMC5951648'},
    })
  })

  test('leaves out what is empty', () => {
    expect(fromCsl({type: 'webpage', title: 'A page', DOI: null, volume: ''})).toEqual({
      csl: {_type: 'cslItem', type: 'webpage', title: 'A page'},
    })
  })
})
