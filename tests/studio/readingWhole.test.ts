import {LayerProvider, ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {createElement, type ReactNode} from 'react'
// @ts-expect-error: nothing else of ours needs its types
import {renderToStaticMarkup} from 'react-dom/server'
import {createSchema} from 'sanity'
import {expect, test, vi} from 'vitest'
import {publishedForm} from '../../plugins/review-workflow/policy/index.ts'
import {ObjectView} from '../../plugins/review-workflow/studio/reading/ObjectView.tsx'
import {choiceTitle, fieldType} from '../../plugins/review-workflow/studio/reading/schemaParts.ts'
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

function textOn(page: ReactNode): string {
  const inLayer = createElement(LayerProvider, {children: page})
  const html: string = renderToStaticMarkup(
    createElement(ThemeProvider, {theme: buildTheme(), children: inLayer}),
  )
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x27|amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
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

/** Every choice of every list, as it is stored and as it reads. */
const choices = new Set(
  schema.getTypeNames().flatMap((name) => {
    const type = schema.get(name)
    const fields = type !== undefined && 'fields' in type ? type.fields : []
    return fields.flatMap((field: {name: string}) => {
      const each = fieldType(type, field.name)
      const list: unknown = each?.options && 'list' in each.options ? each.options.list : []
      return (Array.isArray(list) ? list : []).flatMap((choice: {value?: unknown}) => {
        const title = choiceTitle(each, choice.value)
        return title === null ? [] : [`${String(choice.value)} ${title}`]
      })
    })
  }),
)

const governed = starterContent().filter(({_type}) =>
  ['article', 'faqEntry', 'technique'].includes(_type),
)

test.each(governed.map((each) => [each._id, each] as const))(
  'everything that a signature covers of %s is on the page',
  (_, document) => {
    const words = {...document, hiddenFromForms: {deep: ['unknown to every form', 4711]}}
    const shown = [
      textOn(view(document._type, publishedForm({...words, _id: `drafts.${document._id}`}))),
      // Folded away until somebody asks for it.
      ...claimsIn(words).map(({path}) => textOn(view('claim', valueAt(words, path)))),
    ].join('\n')
    const form = publishedForm({...words, _id: `drafts.${document._id}`})
    const missing = leaves(form).filter(
      (text) =>
        !shown.includes(text) &&
        ![...choices].some(
          (choice) =>
            choice.startsWith(`${text} `) && shown.includes(choice.slice(text.length + 1)),
        ),
    )
    expect(missing).toEqual([])
  },
)
