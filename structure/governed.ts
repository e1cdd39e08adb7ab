import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {HeartIcon} from '@sanity/icons/Heart'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {StackIcon} from '@sanity/icons/Stack'
import {type ComponentType} from 'react'
import {
  type DocumentBuilder,
  type ListItemBuilder,
  type StructureBuilder,
  type StructureResolverContext,
} from 'sanity/structure'
import {apiVersion} from './apiVersion.ts'
import {StageList, type StageListOptions} from './StageList.tsx'
import {type StageFilter, stageFilters} from './stages.ts'

interface Governed {
  readonly type: string
  readonly title: string
  readonly icon: ComponentType
  readonly order: {readonly field: string; readonly direction: 'asc' | 'desc'}
}

/** The types that readers get only once they are signed. */
export const governed: readonly Governed[] = [
  {
    type: 'article',
    title: 'Articles',
    icon: DocumentTextIcon,
    order: {field: 'title', direction: 'asc'},
  },
  {
    type: 'faqEntry',
    title: 'Questions and answers',
    icon: HelpCircleIcon,
    order: {field: 'order', direction: 'asc'},
  },
  {
    type: 'technique',
    title: 'Techniques',
    icon: HeartIcon,
    order: {field: 'name', direction: 'asc'},
  },
]

/** Pages at one stage, those that have waited longest first. */
function stageItem(
  S: StructureBuilder,
  {id, title, icon, filter}: StageFilter,
  types: readonly string[],
  listTitle: string,
): ListItemBuilder {
  const options: StageListOptions = {title: listTitle, types, filter}
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child((_id, context) => ({
      ...S.component(StageList)
        .id(id)
        .title(listTitle)
        .options(options)
        .child((pageId, {structureContext}) => pageOf(S, structureContext, pageId, types))
        .serialize(context.serializeOptions),
      // As wide as the Studio's own lists.
      minWidth: 320,
      currentMaxWidth: 350,
      maxWidth: 640,
    }))
}

/** What opens from a list is the page itself, whatever its type. */
async function pageOf(
  S: StructureBuilder,
  {getClient}: Pick<StructureResolverContext, 'getClient'>,
  pageId: string,
  types: readonly string[],
): Promise<DocumentBuilder> {
  const type =
    types.length === 1
      ? types[0]
      : await getClient({apiVersion}).fetch<string | null>(
          '*[_id == "progress." + $pageId][0].subjectType',
          {pageId},
          {perspective: 'raw', tag: 'structure.page'},
        )
  return S.document()
    .id(pageId)
    .documentId(pageId)
    .schemaType(type ?? 'article')
}

/** One type: all of it, then stage by stage. */
export function governedItem(
  S: StructureBuilder,
  {type, title, icon, order}: Governed,
): ListItemBuilder {
  const all = `All ${title.toLowerCase()}`
  return S.listItem()
    .id(type)
    .title(title)
    .icon(icon)
    .child(
      S.list()
        .id(type)
        .title(title)
        .items([
          S.listItem()
            .id('all')
            .title(all)
            .icon(icon)
            .child(S.documentTypeList(type).id('all').title(all).defaultOrdering([order])),
          S.divider(),
          ...stageFilters.map((stage) =>
            stageItem(S, stage, [type], `${title}: ${stage.title.toLowerCase()}`),
          ),
        ]),
    )
}

/** Every type together, for people who look for work rather than for a page. */
export function stagesItem(S: StructureBuilder): ListItemBuilder {
  const types = governed.map(({type}) => type)
  return S.listItem()
    .id('stages')
    .title('All pages by stage')
    .icon(StackIcon)
    .child(
      S.list()
        .id('stages')
        .title('All pages by stage')
        .items(stageFilters.map((stage) => stageItem(S, stage, types, stage.title))),
    )
}
