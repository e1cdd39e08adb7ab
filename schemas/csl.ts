import {type Json, type JsonObject, isObject} from './json.ts'

/** The part of a research citation that other software exchanges as CSL-JSON. */
export interface Bibliography {
  readonly citeKey?: {readonly _type: 'slug'; readonly current: string}
  readonly csl?: JsonObject
  readonly identifiers?: JsonObject
}

/** Field names cannot hold hyphens: ours on the left, the keys of CSL-JSON 1.0 on the right. */
const plainKeys = {
  type: 'type',
  title: 'title',
  containerTitle: 'container-title',
  containerTitleShort: 'container-title-short',
  volume: 'volume',
  issue: 'issue',
  page: 'page',
  edition: 'edition',
  publisher: 'publisher',
  language: 'language',
} as const

const identifierKeys = {doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', isbn: 'ISBN', url: 'URL'} as const

const nameKeys = {
  family: 'family',
  given: 'given',
  literal: 'literal',
  suffix: 'suffix',
  nonDroppingParticle: 'non-dropping-particle',
  droppingParticle: 'dropping-particle',
} as const

const people = ['author', 'editor'] as const

/** A citation as reference managers read it. */
export function toCsl({citeKey, csl = {}, identifiers = {}}: Bibliography): JsonObject {
  const issn = strings(identifiers['issn'])
  return {
    ...(citeKey === undefined ? {} : {id: citeKey.current}),
    ...renamed(csl, plainKeys),
    ...listed(csl, (name) => renamed(name, nameKeys)),
    ...(isObject(csl['issued']) ? {issued: dateParts(csl['issued'])} : {}),
    ...renamed(identifiers, identifierKeys),
    // CSL-JSON has one string for it; journals have one for print and one for the screen.
    ...(issn.length === 0 ? {} : {ISSN: issn.join(', ')}),
  }
}

/** The fields of a citation from a CSL-JSON item. Keys that we have no field for are left out. */
export function fromCsl(item: JsonObject): Bibliography {
  const issued = item['issued']
  const issn = typeof item['ISSN'] === 'string' ? item['ISSN'].split(/[,;\s]+/).filter(Boolean) : []
  const identifiers = {
    ...renamed(item, swapped(identifierKeys)),
    ...(issn.length === 0 ? {} : {issn}),
  }
  return {
    ...(typeof item['id'] === 'string' ? {citeKey: {_type: 'slug', current: item['id']}} : {}),
    csl: {
      _type: 'cslItem',
      ...renamed(item, swapped(plainKeys)),
      ...listed(item, (name, index) => ({
        _key: `name${index}`,
        _type: 'cslName',
        ...renamed(name, swapped(nameKeys)),
      })),
      ...(isObject(issued) ? {issued: cslDate(issued)} : {}),
    },
    ...(Object.keys(identifiers).length === 0
      ? {}
      : {identifiers: {_type: 'citationIdentifiers', ...identifiers}}),
  }
}

function dateParts({year, month, day}: JsonObject): JsonObject {
  const parts = [year, month, day].filter((part) => typeof part === 'number')
  return {'date-parts': [parts]}
}

function cslDate(issued: JsonObject): JsonObject {
  const ranges = issued['date-parts']
  const first = Array.isArray(ranges) ? ranges[0] : undefined
  const [year, month, day] = (Array.isArray(first) ? first : []).map(Number)
  return {
    _type: 'cslDate',
    ...(year === undefined ? {} : {year}),
    ...(month === undefined ? {} : {month}),
    ...(day === undefined ? {} : {day}),
  }
}

/** The lists of people of an item, each person translated. */
function listed(
  item: JsonObject,
  translate: (name: JsonObject, index: number) => JsonObject,
): JsonObject {
  return Object.fromEntries(
    people.flatMap((role) => {
      const names = item[role]
      return Array.isArray(names) ? [[role, names.filter(isObject).map(translate)]] : []
    }),
  )
}

function renamed(from: JsonObject, keys: Readonly<Record<string, string>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(keys).flatMap(([old, fresh]) => {
      const value = from[old]
      return value === undefined || value === null || value === '' ? [] : [[fresh, value]]
    }),
  )
}

const swapped = (keys: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(keys).map(([ours, theirs]) => [theirs, ours]))

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
