import {CalendarIcon} from '@sanity/icons/Calendar'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {HeartIcon} from '@sanity/icons/Heart'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {InboxIcon} from '@sanity/icons/Inbox'
import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {StackIcon} from '@sanity/icons/Stack'
import {UndoIcon} from '@sanity/icons/Undo'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {type ComponentType} from 'react'
import {
  type DocumentBuilder,
  type ListItemBuilder,
  type StructureBuilder,
  type StructureResolverContext,
} from 'sanity/structure'

export const apiVersion = '2025-02-19'

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

interface StageList {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /** On the worklist document that the server keeps for each page. */
  readonly filter: string
}

/** From the worklist that the server derives with every commit: one small document a page, in the order of waiting. */
const stageLists: readonly StageList[] = [
  {id: 'drafts', title: 'In progress', icon: EditIcon, filter: 'stage == "draft"'},
  {id: 'waiting', title: 'Waiting for review', icon: InboxIcon, filter: 'stage == "inReview"'},
  {id: 'changes', title: 'Needs changes', icon: UndoIcon, filter: 'stage == "changesRequested"'},
  {
    id: 'signed',
    title: 'Signed, ready to publish',
    icon: CheckmarkCircleIcon,
    filter: 'stage == "signed"',
  },
  {id: 'scheduled', title: 'Scheduled', icon: CalendarIcon, filter: 'defined(schedule)'},
  {id: 'live', title: 'Published', icon: EyeOpenIcon, filter: 'live == true'},
  {
    id: 'marked',
    title: 'Live, with bad news',
    icon: WarningOutlineIcon,
    filter: 'live == true && count(marks) > 0',
  },
  {
    id: 'due',
    title: 'Review due or expired',
    icon: ClockIcon,
    filter: 'stage in ["reviewDue", "expired"]',
  },
  {id: 'withdrawn', title: 'Withdrawn', icon: RemoveCircleIcon, filter: 'stage == "withdrawn"'},
]

const worklistType = 'reviewProgress'
const worklistPrefix = 'progress.'

/** Pages at one stage, those that have waited longest first. What opens is the page itself. */
function stageItem(
  S: StructureBuilder,
  {id, title, icon, filter}: StageList,
  types: readonly string[],
  listTitle: string,
): ListItemBuilder {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(
      S.documentList()
        .id(id)
        .title(listTitle)
        .schemaType(worklistType)
        .apiVersion(apiVersion)
        .filter(`_type == $worklist && subjectType in $types && (${filter})`)
        .params({worklist: worklistType, types})
        .defaultOrdering([{field: 'stageSince', direction: 'asc'}])
        .initialValueTemplates([])
        .canHandleIntent(() => false)
        .child((worklistId, {structureContext}) => pageOf(S, structureContext, worklistId, types)),
    )
}

/** The page that a worklist document is about. */
async function pageOf(
  S: StructureBuilder,
  {getClient}: Pick<StructureResolverContext, 'getClient'>,
  worklistId: string,
  types: readonly string[],
): Promise<DocumentBuilder> {
  const documentId = worklistId.slice(worklistPrefix.length)
  const type =
    types.length === 1
      ? types[0]
      : await getClient({apiVersion}).fetch<string | null>(
          '*[_id == $worklistId][0].subjectType',
          {worklistId},
          {perspective: 'raw', tag: 'structure.page'},
        )
  return S.document()
    .id(worklistId)
    .documentId(documentId)
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
          ...stageLists.map((stage) =>
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
        .items(stageLists.map((stage) => stageItem(S, stage, types, stage.title))),
    )
}
