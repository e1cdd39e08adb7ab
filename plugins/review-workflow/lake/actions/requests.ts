import {type JsonObject} from '../../../../lake/document.ts'
import {type Assignee, type Facts} from '../../policy/index.ts'
import {misplaced} from '../places.ts'
import {texts} from '../records.ts'
import {type Allowed, type Definition, record, text, voids} from './definition.ts'

/** Asking for review, taking it on, and saying no. */
export const requests: {readonly [name: string]: Definition} = {
  submit: {
    fields: {needs: {}, takes: {to: 'text', due: 'text', note: 'text', shared: 'ids'}},
    command: (action) => ({
      type: 'submit',
      to: text(action, 'to') || null,
      due: text(action, 'due') || null,
      note: text(action, 'note'),
      shared: texts(action['shared']),
    }),
    entries: (given) =>
      record(given, 'submitted', {
        digest: (given.facts.subject.draft ?? given.facts.subject.live)?.digest ?? null,
        note: text(given.action, 'note'),
        to: assignee(given),
        due: text(given.action, 'due') || null,
        shared: [...texts(given.action['shared'])],
        answers: given.facts.objection?.seq ?? null,
      }),
  },
  cancelRequest: {
    fields: {needs: {}},
    command: () => ({type: 'cancelRequest'}),
    entries: (given) => record(given, 'requestCancelled', {}),
  },
  claim: {
    fields: {needs: {}},
    command: () => ({type: 'claim'}),
    entries: (given) => record(given, 'claimed', {}),
  },
  delegate: {
    fields: {needs: {to: 'text'}},
    command: (action) => ({type: 'delegate', to: text(action, 'to')}),
    entries: (given) => record(given, 'delegated', {to: assignee(given)}),
  },
  requestChanges: {
    fields: {needs: {note: 'text'}},
    command: (action) => ({type: 'requestChanges', note: text(action, 'note')}),
    entries: (given) => [
      ...record(given, 'changesRequested', {note: text(given.action, 'note')}),
      ...voids(given, 'changesRequested'),
    ],
  },
  refuse: {
    fields: {needs: {reason: 'text'}},
    command: (action) => ({type: 'refuse', reason: text(action, 'reason')}),
    entries: (given) => [
      ...record(given, 'refusedToSign', {note: text(given.action, 'reason')}),
      ...voids(given, 'refused'),
    ],
  },
  recuse: {
    fields: {needs: {reason: 'text'}},
    command: (action) => ({type: 'recuse', reason: text(action, 'reason')}),
    entries: (given) => [
      ...record(given, 'recused', {reason: text(given.action, 'reason')}),
      ...voids(given, 'recused'),
    ],
  },
  comment: {
    fields: {needs: {text: 'text', blocking: 'boolean'}, takes: {path: 'text', quote: 'text'}},
    command: (action) => ({
      type: 'comment',
      text: text(action, 'text'),
      blocking: action['blocking'] === true,
    }),
    misfit: ({action, context, subject}) =>
      misplaced(context, subject, text(action, 'path'), text(action, 'quote')),
    entries: (given) =>
      record(given, 'commented', {
        path: text(given.action, 'path'),
        quote: text(given.action, 'quote'),
        text: text(given.action, 'text'),
        blocking: given.action['blocking'] === true,
      }),
  },
  resolveComment: {
    fields: {needs: {comment: 'number'}, takes: {answer: 'text'}},
    command: (action) => ({
      type: 'resolveComment',
      comment: Number(action['comment']),
      answer: text(action, 'answer'),
    }),
    entries: (given) =>
      record(given, 'commentResolved', {
        comment: Number(given.action['comment']),
        answer: text(given.action, 'answer'),
      }),
  },
}

function assignee({action, facts}: Allowed): JsonObject | null {
  const found = personNamed(facts, text(action, 'to'))
  return found === null ? null : {...found}
}

function personNamed({reviewers}: Facts, id: string): Assignee | null {
  const found = reviewers.find(({personId}) => personId === id)
  return found === undefined ? null : {personId: found.personId, name: found.name}
}
