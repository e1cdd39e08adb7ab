import {LayerProvider, ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {createElement} from 'react'
// @ts-expect-error: nothing else of ours needs its types
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'
import {type Facts} from '../../plugins/review-workflow/policy/index.ts'
import {ProposalPointer} from '../../plugins/review-workflow/studio/policyPage/ProposalPointer.tsx'
import {ada, edith, policyFacts, proposal, rita, tess, vic} from '../support/facts.ts'

const told = vi.hoisted(() => ({facts: null as Facts | null}))

vi.mock('sanity', async (original) => ({
  ...(await original<typeof import('sanity')>()),
  useTranslation: () => ({
    t: (key: string, values?: object) => [key, ...Object.values(values ?? {})].join(' '),
  }),
}))
vi.mock('../../plugins/review-workflow/studio/tool/useRead.ts', () => ({
  useRead: () =>
    told.facts === null
      ? {status: 'loading'}
      : {status: 'ready', read: {facts: told.facts, policy: told.facts.policy}},
}))
vi.mock('../../plugins/review-workflow/studio/tool/ReviewLink.tsx', () => ({
  ReviewLink: ({place, ...props}: {readonly place: string}) =>
    createElement('a', {...props, href: place}),
}))

function pointer(facts: Facts | null): string {
  told.facts = facts
  return renderToStaticMarkup(
    createElement(ThemeProvider, {
      theme: buildTheme(),
      children: createElement(LayerProvider, {children: createElement(ProposalPointer)}),
    }),
  )
}

const isShown = (facts: Facts | null) => pointer(facts).includes('<section')

test('a proposal is told to whoever may decide on it, and to nobody else', () => {
  const open = {proposal: proposal()}
  const shownTo = [rita, tess, ada, edith, vic].filter((actor) =>
    isShown(policyFacts({actor, ...open})),
  )
  expect(shownTo).toEqual([rita, tess])
})

test('without a proposal, or before the server has answered, there is nothing', () => {
  expect([policyFacts({proposal: null}), null].map(isShown)).toEqual([false, false])
})

test('it says who proposes what and why, and leads there', () => {
  const html = pointer(policyFacts({proposal: proposal({reason: 'Two see more.'})}))
  const texts = html.split(/<[^>]*>/).filter((text) => text !== '')
  expect(texts).toEqual([
    'policyPage.pointer ada',
    '“Two see more.”',
    '•',
    'policyPage.change policyPage.graceDays policyPage.graceDays.value 90 policyPage.graceDays.value 30',
    'policyPage.pointer.look',
  ])
  expect(html).toContain('href="policy"')
})
