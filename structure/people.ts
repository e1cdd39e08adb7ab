import {AddIcon} from '@sanity/icons/Add'
import {ClockIcon} from '@sanity/icons/Clock'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {UsersIcon} from '@sanity/icons/Users'
import {type ListItemBuilder, type StructureBuilder} from 'sanity/structure'
import {apiVersion} from './governed.ts'
import {NewCredential} from './NewCredential.tsx'

const endOf = 'dateTime(expires + "T23:59:59Z")'

export function peopleItem(S: StructureBuilder): ListItemBuilder {
  /** Without a plus sign: a credential needs a private id, which "Add a credential" gives it. */
  const credentials = (id: string, title: string, filter: string) =>
    S.documentList()
      .id(id)
      .title(title)
      .schemaType('reviewerCredential')
      .apiVersion(apiVersion)
      .filter(`_type == "reviewerCredential" && ${filter}`)
      .defaultOrdering([{field: 'expires', direction: 'asc'}])
      .initialValueTemplates([])
  return S.listItem()
    .id('people')
    .title('People & credentials')
    .icon(UsersIcon)
    .child(
      S.list()
        .id('people')
        .title('People & credentials')
        .items([
          S.documentTypeListItem('person').title('People'),
          S.divider(),
          S.listItem()
            .id('credentials')
            .title('All credentials')
            .icon(CreditCardIcon)
            .child(credentials('credentials', 'All credentials', 'true')),
          S.listItem()
            .id('expiring')
            .title('Expire within 60 days')
            .icon(ClockIcon)
            .child(
              credentials(
                'expiring',
                'Expire within 60 days',
                `${endOf} >= dateTime(now()) && ${endOf} < dateTime(now()) + 60*60*24*60`,
              ),
            ),
          S.listItem()
            .id('expired')
            .title('Expired')
            .icon(CloseCircleIcon)
            .child(credentials('expired', 'Expired credentials', `${endOf} < dateTime(now())`)),
          S.listItem()
            .id('new-credential')
            .title('Add a credential')
            .icon(AddIcon)
            .child(S.component(NewCredential).id('new-credential').title('Add a credential')),
        ]),
    )
}
