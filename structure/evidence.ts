import {BarChartIcon} from '@sanity/icons/BarChart'
import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {SearchIcon} from '@sanity/icons/Search'
import {ThListIcon} from '@sanity/icons/ThList'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {type ComponentType} from 'react'
import {
  type ListItemBuilder,
  type StructureBuilder,
  type StructureResolverContext,
} from 'sanity/structure'
import {apiVersion} from './governed.ts'

const byKey = [{field: 'citeKey.current', direction: 'asc' as const}]

/** Citations that need somebody's attention, and why. */
const concerns: readonly {id: string; title: string; icon: ComponentType; filter: string}[] = [
  {
    id: 'doubt',
    title: 'Retracted or in doubt',
    icon: WarningOutlineIcon,
    filter: 'retraction.status in ["retracted", "withdrawn", "expressionOfConcern"]',
  },
  {
    id: 'unchecked',
    title: 'Retraction unchecked',
    icon: SearchIcon,
    filter:
      '!defined(retraction.checkedOn) || dateTime(retraction.checkedOn + "T00:00:00Z") < dateTime(now()) - 60*60*24*90',
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
    params: Record<string, string> = {},
  ) =>
    S.documentList()
      .id(id)
      .title(title)
      .schemaType('researchCitation')
      .apiVersion(apiVersion)
      .filter(`_type == "researchCitation" && (${filter})`)
      .params(params)
      .defaultOrdering(byKey)
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
                .defaultOrdering(byKey),
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
                      .child(citations(value, title, 'studyDesign == $design', {design: value})),
                  ),
                ),
            ),
          ...concerns.map(({id, title, icon, filter}) =>
            S.listItem()
              .id(id)
              .title(title)
              .icon(icon)
              .child(citations(id, title, filter)),
          ),
        ]),
    )
}

interface Choice {
  readonly value: string
  readonly title: string
}

interface WithFields {
  readonly fields?: readonly {
    readonly name: string
    readonly type: {readonly options?: {readonly list?: readonly Choice[]}}
  }[]
}

/** The choices of a field, read from the compiled schema, so that lists and forms cannot differ. */
function choicesOf(type: unknown, field: string): readonly Choice[] {
  const {fields = []} = (type ?? {}) as WithFields
  return fields.find(({name}) => name === field)?.type.options?.list ?? []
}
