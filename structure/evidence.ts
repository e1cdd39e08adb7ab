import {BarChartIcon} from '@sanity/icons/BarChart'
import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {SearchIcon} from '@sanity/icons/Search'
import {ThListIcon} from '@sanity/icons/ThList'
import {UnknownIcon} from '@sanity/icons/Unknown'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {type ComponentType} from 'react'
import {
  type ListItemBuilder,
  type StructureBuilder,
  type StructureResolverContext,
} from 'sanity/structure'
import {choicesOf} from './choicesOf.ts'
import {apiVersion} from './apiVersion.ts'

type Ordering = readonly {readonly field: string; readonly direction: 'asc' | 'desc'}[]

const byKey: Ordering = [{field: 'citeKey.current', direction: 'asc'}]

interface Concern {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  readonly filter: string
  readonly order?: Ordering
}

/** Citations that need somebody's attention, and why. How long a look counts is for the policy to say. */
const concerns: readonly Concern[] = [
  {
    id: 'doubt',
    title: 'Retracted or in doubt',
    icon: WarningOutlineIcon,
    filter: 'retraction.status in ["retracted", "withdrawn", "expressionOfConcern"]',
  },
  {
    id: 'unchecked',
    title: 'Never checked for retraction',
    icon: UnknownIcon,
    filter: '!defined(retraction.checkedOn)',
  },
  {
    id: 'checks',
    title: 'Retraction checks, oldest first',
    icon: SearchIcon,
    filter: 'defined(retraction.checkedOn) && !(retraction.status in ["retracted", "withdrawn"])',
    order: [{field: 'retraction.checkedOn', direction: 'asc'}],
  },
  {
    id: 'unverified',
    title: 'With unverified facts',
    icon: HelpCircleIcon,
    filter: 'count(unverifiedFields) > 0',
  },
]

export function evidenceItem(
  S: StructureBuilder,
  {schema}: StructureResolverContext,
): ListItemBuilder {
  const citations = (
    id: string,
    title: string,
    filter: string,
    {params = {}, order = byKey}: {params?: Record<string, string>; order?: Ordering} = {},
  ) =>
    S.documentList()
      .id(id)
      .title(title)
      .schemaType('researchCitation')
      .apiVersion(apiVersion)
      .filter(`_type == "researchCitation" && (${filter})`)
      .params(params)
      .defaultOrdering([...order])
      .initialValueTemplates([])
  return S.listItem()
    .id('evidence')
    .title('Evidence')
    .icon(BarChartIcon)
    .child(
      S.list()
        .id('evidence')
        .title('Evidence')
        .items([
          S.documentTypeListItem('evidenceSummary').title('Evidence summaries'),
          S.divider(),
          S.listItem()
            .id('citations')
            .title('All citations')
            .icon(BookmarkIcon)
            .child(
              S.documentTypeList('researchCitation')
                .id('citations')
                .title('All citations')
                .defaultOrdering([...byKey]),
            ),
          S.listItem()
            .id('designs')
            .title('Citations by design')
            .icon(ThListIcon)
            .child(
              S.list()
                .id('designs')
                .title('Citations by design')
                .items(
                  choicesOf(schema.get('researchCitation'), 'studyDesign').map(({value, title}) =>
                    S.listItem()
                      .id(value)
                      .title(title)
                      .icon(BookmarkIcon)
                      .child(
                        citations(value, title, 'studyDesign == $design', {
                          params: {design: value},
                        }),
                      ),
                  ),
                ),
            ),
          ...concerns.map(({id, title, icon, filter, order = byKey}) =>
            S.listItem()
              .id(id)
              .title(title)
              .icon(icon)
              .child(citations(id, title, filter, {order})),
          ),
        ]),
    )
}
