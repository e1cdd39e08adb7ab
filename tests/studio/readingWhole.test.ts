import {LayerProvider, ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {createElement, type ReactNode} from 'react'
// @ts-expect-error: nothing else of ours needs its types
import {renderToStaticMarkup} from 'react-dom/server'
import {createSchema, type SchemaType} from 'sanity'
import {expect, test, vi} from 'vitest'
import {publishedForm} from '../../plugins/review-workflow/policy/index.ts'
import {ObjectView} from '../../plugins/review-workflow/studio/reading/ObjectView.tsx'
import {choiceTitle, fieldParts} from '../../plugins/review-workflow/studio/reading/schemaParts.ts'
import {claimsIn} from '../../plugins/review-workflow/studio/reading/claims.ts'
import {valueAt} from '../../plugins/review-workflow/studio/reading/paths.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {starterContent} from '../support/starterContent.ts'

const schema = createSchema({name: 'restwell', types: schemaTypes})

vi.mock('sanity', async (original) => ({
  ...(await original<typeof import('sanity')>()),
  useSchema: () => schema,
  useTranslation: () => ({t: (key: string) => key}),
  useDocumentType: () => ({documentType: undefined, isLoaded: true}),
}))

function htmlOf(page: ReactNode): string {
  const inLayer = createElement(LayerProvider, {children: page})
  return renderToStaticMarkup(
    createElement(ThemeProvider, {theme: buildTheme(), children: inLayer}),
  )
}

/** Each text as it stands in an element of its own. */
function textsOn(page: ReactNode): readonly string[] {
  return htmlOf(page)
    .split(/<[^>]*>/)
    .map((text) =>
      text.replace(/&(#x27|amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? ''),
    )
}

const entities: Record<string, string> = {
  '#x27': "'",
  'amp': '&',
  'lt': '<',
  'gt': '>',
  'quot': '"',
}

const view = (name: string, after: unknown) =>
  createElement(ObjectView, {
    type: schema.get(name),
    after,
    before: undefined,
    comparing: false,
    path: [],
  })

/** Every text and number below a value, apart from names of types, keys and marks. */
function leaves(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([field, inner]) =>
      ['_type', '_key', '_id', 'marks', 'style', 'listItem', 'level'].includes(field)
        ? []
        : leaves(inner),
    )
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}

interface Choice {
  readonly value: string
  readonly title: string
}

/** Every choice of every list below a type, as it is stored and as it reads. */
function choicesIn(type: SchemaType, seen: ReadonlySet<SchemaType> = new Set()): readonly Choice[] {
  if (seen.has(type)) return []
  const inner: readonly SchemaType[] = [
    ...fieldParts(type).map((field) => field.type),
    ...('of' in type && Array.isArray(type.of) ? type.of : []),
  ]
  const list: unknown = type.options && 'list' in type.options ? type.options.list : []
  const own = (Array.isArray(list) ? list : []).flatMap(({value}: {value?: unknown}) => {
    const title = choiceTitle(type, value)
    return title === null ? [] : [{value: String(value), title}]
  })
  return [...own, ...inner.flatMap((each) => choicesIn(each, new Set([...seen, type])))]
}

const choices = schema.getTypeNames().flatMap((name) => {
  const type = schema.get(name)
  return type === undefined ? [] : choicesIn(type)
})

const content = starterContent()
const governed = content.filter(({_type}) => ['article', 'faqEntry', 'technique'].includes(_type))

/** As it would be published, with something that no form knows. */
const formOf = (document: (typeof content)[number]) =>
  publishedForm({
    ...document,
    _id: `drafts.${document._id}`,
    hiddenFromForms: {deep: ['unknown to every form', 4711]},
  })

const rendered = new Map<string, readonly string[]>()

/** What of a page is on screen, and in claims folded away until somebody asks for it. */
function shownOf(document: (typeof content)[number]): readonly string[] {
  const form = formOf(document)
  const texts = rendered.get(document._id) ?? [
    ...textsOn(view(document._type, form)),
    ...claimsIn(form).flatMap(({path}) => textsOn(view('claim', valueAt(form, path)))),
  ]
  rendered.set(document._id, texts)
  return texts
}

test.each(governed.map((each) => [each._id, each] as const))(
  'everything that a signature covers of %s is on the page',
  (_, document) => {
    const shown = shownOf(document).join('')
    const missing = leaves(formOf(document)).filter(
      (text) =>
        !shown.includes(text) &&
        !choices.some(({value, title}) => value === text && shown.includes(title)),
    )
    expect(missing).toEqual([])
  },
)

test('nothing that is chosen from a list is shown as it is stored', () => {
  const codes = choices
    .map(({value}) => value)
    .filter((value) => /[a-z][A-Z]|[A-Z]-[A-Z]/.test(value))
  const oneOfEach = [...Map.groupBy(content, ({_type}) => _type).values()].flatMap(
    (each) => each[0] ?? [],
  )
  const shown = new Set([...governed, ...oneOfEach].flatMap(shownOf))
  expect(codes.filter((code) => shown.has(code))).toEqual([])
})
