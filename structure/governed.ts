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
import {type ComponentType} from 'react'
import {type ListItemBuilder, type StructureBuilder} from 'sanity/structure'

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
  readonly filter: string
}

/** A draft shares its review with the published document, so the ids are compared without their prefix. */
const reviewed = (condition: string) =>
  `string::split(_id, "drafts.")[-1] in *[_type == "review" && ${condition}].subject._ref`

/** From the public records that the server derives with every commit. */
const stageLists: readonly StageList[] = [
  {
    id: 'drafts',
    title: 'In progress',
    icon: EditIcon,
    filter: `!(${reviewed('stage != "draft"')})`,
  },
  {
    id: 'waiting',
    title: 'Waiting for review',
    icon: InboxIcon,
    filter: reviewed('stage == "inReview"'),
  },
  {
    id: 'changes',
    title: 'Needs changes',
    icon: UndoIcon,
    filter: reviewed('stage == "changesRequested"'),
  },
  {
    id: 'signed',
    title: 'Signed, ready to publish',
    icon: CheckmarkCircleIcon,
    filter: reviewed('stage == "signed"'),
  },
  {
    id: 'live',
    title: 'Published',
    icon: EyeOpenIcon,
    filter: reviewed('live'),
  },
  {
    id: 'due',
    title: 'Review due or expired',
    icon: ClockIcon,
    filter: reviewed('stage in ["reviewDue", "expired"]'),
  },
  {
    id: 'withdrawn',
    title: 'Withdrawn',
    icon: RemoveCircleIcon,
    filter: reviewed('stage == "withdrawn"'),
  },
]

/** One type: all of it, then stage by stage. */
export function governedItem(
  S: StructureBuilder,
  {type, title, icon, order}: Governed,
): ListItemBuilder {
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
            .title(`All ${title.toLowerCase()}`)
            .icon(icon)
            .child(
              S.documentTypeList(type)
                .id('all')
                .title(`All ${title.toLowerCase()}`)
                .defaultOrdering([order]),
            ),
          S.divider(),
          ...stageLists.map((stage) =>
            S.listItem()
              .id(stage.id)
              .title(stage.title)
              .icon(stage.icon)
              .child(
                S.documentList()
                  .id(stage.id)
                  .title(`${title}: ${stage.title.toLowerCase()}`)
                  .schemaType(type)
                  .apiVersion(apiVersion)
                  .filter(`_type == $type && ${stage.filter}`)
                  .params({type})
                  .defaultOrdering([order])
                  .initialValueTemplates(
                    stage.id === 'drafts' ? [S.initialValueTemplateItem(type)] : [],
                  ),
              ),
          ),
        ]),
    )
}

/** Every type together, for people who look for work rather than for a page. */
export function stagesItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('stages')
    .title('All pages by stage')
    .icon(StackIcon)
    .child(
      S.list()
        .id('stages')
        .title('All pages by stage')
        .items(
          stageLists.map((stage) =>
            S.listItem()
              .id(stage.id)
              .title(stage.title)
              .icon(stage.icon)
              .child(
                S.documentList()
                  .id(stage.id)
                  .title(stage.title)
                  .apiVersion(apiVersion)
                  .filter(`_type in $types && ${stage.filter}`)
                  .params({types: governed.map(({type}) => type)})
                  .defaultOrdering([{field: '_updatedAt', direction: 'desc'}])
                  .initialValueTemplates([]),
              ),
          ),
        ),
    )
}
