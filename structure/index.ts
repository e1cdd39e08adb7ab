import {BookIcon} from '@sanity/icons/Book'
import {ComposeIcon} from '@sanity/icons/Compose'
import {type StructureResolver} from 'sanity/structure'
import {evidenceItem} from './evidence.ts'
import {governed, governedItem, stagesItem} from './governed.ts'
import {peopleItems} from './people.ts'

export {newDocumentOptions} from './newDocuments.ts'
export {PageLayout} from './PageLayout.tsx'

/** The desk: pages and where they stand, what they rest on, and who answers for them. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .title('Content')
    .items([
      ...governed.map((type) => governedItem(S, type)),
      S.divider(),
      stagesItem(S),
      S.divider(),
      evidenceItem(S, context),
      S.listItem()
        .id('vocabulary')
        .title('Vocabulary')
        .icon(BookIcon)
        .child(
          S.list()
            .id('vocabulary')
            .title('Vocabulary')
            .items([
              S.documentTypeListItem('contraindication').title('Contraindications'),
              S.documentTypeListItem('glossaryTerm').title('Glossary'),
              S.documentTypeListItem('population').title('Groups of people'),
              S.documentTypeListItem('outcomeMeasure').title('Outcomes'),
              S.documentTypeListItem('treatment').title('Other treatments'),
            ]),
        ),
      ...peopleItems(S, context),
      S.listItem()
        .id('furniture')
        .title('Standing texts')
        .icon(ComposeIcon)
        .child(
          S.list()
            .id('furniture')
            .title('Standing texts')
            .items([
              S.documentTypeListItem('disclaimer').title('Disclaimers'),
              S.documentTypeListItem('emergencyNotice').title('Emergency notices'),
              S.documentTypeListItem('site').title('Sites'),
            ]),
        ),
    ])
