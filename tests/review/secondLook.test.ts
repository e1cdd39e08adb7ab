import {afterEach, beforeEach, expect, test} from 'vitest'
import {
  article,
  command,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  const {dataset, people} = house
  await dataset.mutate(people.editor, {mutations: [{create: article('drafts.page')}]})
  await command(house, people.editor, 'submit', 'page')
})
afterEach(() => house.close())

const answeredNow = () =>
  (house.dataset.read(house.people.sleep, 'review', 'page') as {answered: readonly unknown[]})
    .answered

const bySleep = {
  kind: 'changesRequested',
  personId: 'person-sleep',
  name: 'sleep',
  at: '2026-06-01T12:00:00.000Z',
  note: 'Name the trial.',
  answer: {name: 'editor', at: '2026-06-02T12:00:00.000Z', note: 'Named in the second part.'},
}

async function objectedAndAnswered(): Promise<void> {
  const {people, clock} = house
  await command(house, people.sleep, 'requestChanges', 'page', {note: 'Name the trial.'})
  clock.time = '2026-06-02T12:00:00.000Z'
  await command(house, people.editor, 'submit', 'page', {note: 'Named in the second part.'})
}

test('before anybody has objected there is nothing to answer', () => {
  expect(answeredNow()).toEqual([])
})

test('while an objection stands it is among the facts, and nobody has answered', async () => {
  await command(house, house.people.sleep, 'refuse', 'page', {reason: 'It promises a cure.'})
  expect(answeredNow()).toEqual([])
})

test('a second look is told what was asked for, and what was answered', async () => {
  await objectedAndAnswered()
  expect(answeredNow()).toEqual([bySleep])
})

test('each reviewer who asked for something finds their own, with its answer', async () => {
  const {people, clock} = house
  await objectedAndAnswered()
  clock.time = '2026-06-03T12:00:00.000Z'
  await command(house, people.therapist, 'requestChanges', 'page', {note: 'And the dose.'})
  expect(answeredNow()).toEqual([bySleep])
  clock.time = '2026-06-04T12:00:00.000Z'
  await command(house, people.editor, 'submit', 'page', {note: 'Ten minutes.'})
  expect(answeredNow()).toEqual([
    bySleep,
    {
      kind: 'changesRequested',
      personId: 'person-therapist',
      name: 'therapist',
      at: '2026-06-03T12:00:00.000Z',
      note: 'And the dose.',
      answer: {name: 'editor', at: '2026-06-04T12:00:00.000Z', note: 'Ten minutes.'},
    },
  ])
})

test('the answer is the one that was given first, however often is asked again', async () => {
  const {dataset, people} = house
  await objectedAndAnswered()
  const before = answeredNow()
  const set = {title: 'A calmer evening'}
  await dataset.mutate(people.editor, {mutations: [{patch: {id: 'drafts.page', set}}]})
  await command(house, people.editor, 'submit', 'page', {note: 'The title, too.'})
  expect(answeredNow()).toEqual(before)
})

test('once the page is live the exchange is history', async () => {
  const {dataset, people} = house
  await objectedAndAnswered()
  await signOff(house, people.therapist, 'page')
  await dataset.act(people.editor, {actions: [publishAction('page')]})
  expect(answeredNow()).toEqual([])
})
