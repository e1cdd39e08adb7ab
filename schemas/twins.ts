import {type CustomValidator, getPublishedId} from 'sanity'
import {asking} from './asking.ts'
import {isBlank} from './rules.ts'

interface Other {
  readonly _id: string
  readonly _createdAt: string
  readonly said: string
}

/** Words in lower case with single spaces between them and none around. */
const plainWords = (text: string) => `lower(array::join(string::split(${text}, " ")[@ != ""], " "))`

/**
 * Who says the same in another document, and how old this one is, whichever of its versions came first. Who says the
 * same has the same words: by those it is found without a look at all the others.
 */
const twinsOf = (field: string) => `{
  "since": *[sanity::versionOf($self)] | order(_createdAt asc) [0]._createdAt,
  "others": *[_type == $type && !sanity::versionOf($self) && ${field} match $words
    && ${plainWords(field)} == ${plainWords('$said')}] | order(_createdAt asc, _id asc)
    {_id, _createdAt, "said": ${field}}
}`

/**
 * Keeps a document from saying what an older one says already. The newer of the two is told, with the words and the id
 * of the other: the older may be live and has done nothing wrong.
 */
export function noTwin(
  field: string,
  message: (said: string, id: string) => string,
): CustomValidator<string | undefined> {
  const query = twinsOf(field)
  return async (said, {document, getClient}) => {
    if (isBlank(said) || document === undefined) return true
    const self = getPublishedId(document._id)
    const words = String(said).replaceAll('*', ' ')
    const {since, others} = await asking(getClient, 'raw').fetch<{
      since: string | null
      others: readonly Other[]
    }>(query, {self, type: document._type, said, words})
    const own = since ?? document._createdAt
    const twin = others.find((other) => isOlder(other, {_id: self, _createdAt: own}))
    return twin === undefined || message(twin.said.trim(), getPublishedId(twin._id))
  }
}

/** What has not been saved yet has no age, and is newer than anything that has. */
export function isOlder(
  one: {readonly _id: string; readonly _createdAt: string},
  other: {readonly _id: string; readonly _createdAt: string | undefined},
): boolean {
  if (other._createdAt === undefined || one._createdAt < other._createdAt) return true
  return one._createdAt === other._createdAt && getPublishedId(one._id) < other._id
}
