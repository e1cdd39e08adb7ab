import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {choiceTitle} from './schemaParts.ts'
import {type Shown} from './shown.ts'
import {webAddress} from './works.ts'
import {Passage, Words} from './Words.tsx'

/** A text, number or tick. Choices read as in the form. */
export function PrimitiveView({type, after, before, comparing}: Shown) {
  const {t} = useTranslation(namespace)
  const words = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'reading.yes' : 'reading.no')
    if (value === null || value === undefined) return t('reading.empty')
    if (value === '') return t('reading.emptyText')
    return choiceTitle(type, value) ?? String(value)
  }
  const written = typeof after === 'string' && choiceTitle(type, after) === null
  const was = comparing && before !== undefined ? before : after
  return (
    <Text size={written ? 2 : 1} style={prose} muted={after === null || after === ''}>
      {written ? (
        <Linked address={was === after ? after : null}>
          <Words
            before={typeof was === 'string' ? was : words(was)}
            after={after || words(after)}
          />
        </Linked>
      ) : words(was) === words(after) ? (
        words(after)
      ) : (
        <>
          <Passage kind="removed">{words(was)}</Passage>{' '}
          <Passage kind="added">{words(after)}</Passage>
        </>
      )}
    </Text>
  )
}

/** The lines of the text as they were written, and no word wider than the page. */
const prose = {whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '46rem'} as const

function Linked({
  address,
  children,
}: {
  readonly address: string | null
  readonly children: React.ReactNode
}) {
  const href = address !== null && !/\s/.test(address) ? webAddress(address) : null
  return href === null ? (
    children
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
