import {AddIcon} from '@sanity/icons/Add'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {UsersIcon} from '@sanity/icons/Users'
import {
  type ListItemBuilder,
  type StructureBuilder,
  type StructureResolverContext,
} from 'sanity/structure'
import {CheckCredentials} from './CheckCredentials.tsx'
import {apiVersion} from './apiVersion.ts'
import {NewCredential} from './NewCredential.tsx'

/** Everybody else would find empty lists: the lake serves credentials to these roles only. */
const keepers = ['registrar', 'administrator']

export function peopleItems(
  S: StructureBuilder,
  {currentUser}: StructureResolverContext,
): ListItemBuilder[] {
  const people = S.documentTypeListItem('person').title('People').icon(UsersIcon)
  const keepsCredentials = currentUser?.roles.some(({name}) => keepers.includes(name)) === true
  return keepsCredentials ? [people, credentialsItem(S)] : [people]
}

const endOfLastDay = 'dateTime(expires + "T23:59:59Z")'

function credentialsItem(S: StructureBuilder): ListItemBuilder {
  /** Without a plus sign: a credential needs a private id, which "Add a credential" gives it. */
  const credentials = (id: string, title: string, filter: string) =>
    S.documentList()
      .id(id)
      .title(title)
      .schemaType('reviewerCredential')
      .apiVersion(apiVersion)
      .filter(`_type == "reviewerCredential" && (${filter})`)
      .defaultOrdering([{field: 'expires', direction: 'asc'}])
      .initialValueTemplates([])
  return S.listItem()
    .id('credentials')
    .title('Credentials')
    .icon(CreditCardIcon)
    .child(
      S.list()
        .id('credentials')
        .title('Credentials')
        .items([
          S.listItem()
            .id('all')
            .title('All credentials')
            .icon(CreditCardIcon)
            .child(credentials('all', 'All credentials', 'true')),
          S.listItem()
            .id('next')
            .title('Next to expire')
            .icon(ClockIcon)
            .child(credentials('next', 'Next to expire', `${endOfLastDay} >= dateTime(now())`)),
          S.listItem()
            .id('expired')
            .title('Expired')
            .icon(CloseCircleIcon)
            .child(credentials('expired', 'Expired', `${endOfLastDay} < dateTime(now())`)),
          S.divider(),
          S.listItem()
            .id('check')
            .title('Check and renew')
            .icon(CheckmarkCircleIcon)
            .child(S.component(CheckCredentials).id('check').title('Check and renew')),
          S.listItem()
            .id('add')
            .title('Add a credential')
            .icon(AddIcon)
            .child(S.component(NewCredential).id('add').title('Add a credential')),
        ]),
    )
}
