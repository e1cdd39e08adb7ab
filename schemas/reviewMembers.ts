import {defineArrayMember} from 'sanity'
import {choices} from './choices.ts'
import {dayInWords} from './dayInWords.ts'
import {choice, moment, text, texts} from './serverFields.ts'

/** Members of the lists in a review record. Without names: the server writes them without a type. */

const triggers = choices({
  workRetracted: 'A cited work was retracted',
  workDoubted: 'A cited work is in doubt',
  credentialSuspended: 'A credential was suspended',
  credentialRevoked: 'A credential was revoked',
  credentialExpired: 'A credential has expired',
  reviewOverdue: 'The review is overdue',
})

const consequences = choices({mark: 'Readers are told', deindex: 'Told, and out of lists'})

export const markMember = defineArrayMember({
  type: 'object',
  fields: [
    choice('trigger', 'News', 'Such as a cited work that was retracted.', triggers),
    choice('consequence', 'Consequence', 'Marked, or out of lists as well.', consequences),
    moment('at', 'Since', 'By the server’s clock.'),
  ],
  preview: {
    select: {trigger: 'trigger', at: 'at'},
    prepare: ({trigger, at}) => ({
      title: triggers.find(({value}) => value === trigger)?.title ?? String(trigger),
      subtitle: at && dayInWords(String(at)),
    }),
  },
})

export const closureMember = defineArrayMember({
  type: 'object',
  fields: [text('id', 'Document', 'Its id.')],
  preview: {select: {title: 'id'}},
})

export const publicationMember = defineArrayMember({
  type: 'object',
  fields: [
    moment('at', 'Published', 'By the server’s clock.'),
    text('digest', 'Digest', 'SHA-256 of the words.'),
    texts('changed', 'Changed', 'The fields that differ from the words before. None: the first.'),
  ],
  preview: {select: {title: 'at'}},
})

export const signOffMember = defineArrayMember({type: 'reviewSignOff'})
