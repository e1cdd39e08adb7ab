import {SrOnly} from '@sanity/ui'
import {type CSSProperties, type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {wordDiff} from './wordDiff.ts'

/** A text; beside an earlier form of it, with what was removed and added. */
export function Words({before, after}: {readonly before?: string; readonly after: string}) {
  if (before === undefined || before === after) return after
  return wordDiff(before, after).map(({kind, text}, index) => (
    <Passage key={index} kind={kind}>
      {text}
    </Passage>
  ))
}

/** Struck through and underlined, so that it does not take colour to see it, and said to who cannot see it. */
export function Passage({
  kind,
  children,
}: {
  readonly kind: 'same' | 'removed' | 'added'
  readonly children: ReactNode
}) {
  const {t} = useTranslation(namespace)
  if (kind === 'same') return children
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark style={passageStyle[kind]}>
      <Aside>{t(`reading.change.${kind}Words`)}</Aside>
      {children}
    </Mark>
  )
}

/** Words for screen readers that are not words of the document: nobody quotes them. */
export function Aside({children}: {readonly children: ReactNode}) {
  return (
    <span data-aside>
      <SrOnly as="span">{children} </SrOnly>
    </span>
  )
}

const passage: CSSProperties = {
  borderRadius: 2,
  padding: '0 0.1em',
  boxDecorationBreak: 'clone',
  WebkitBoxDecorationBreak: 'clone',
}

const passageStyle: {readonly [kind in 'removed' | 'added']: CSSProperties} = {
  added: {
    ...passage,
    color: 'var(--card-badge-positive-fg-color)',
    background: 'var(--card-badge-positive-bg-color)',
    textDecoration: 'underline',
    textUnderlineOffset: '0.2em',
  },
  removed: {
    ...passage,
    color: 'var(--card-badge-critical-fg-color)',
    background: 'var(--card-badge-critical-bg-color)',
    textDecoration: 'line-through',
  },
}
