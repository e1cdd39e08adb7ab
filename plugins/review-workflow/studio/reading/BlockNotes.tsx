import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {alignment} from './alignment.ts'
import {quoteOf} from './claims.ts'
import {useSurroundings} from './ReadingContext.ts'
import {besides, runs} from './runs.ts'
import {fieldType, memberType} from './schemaParts.ts'
import {type Shown} from './shown.ts'
import {type Fields, isFields, isSame, keyOf, listOf} from './values.ts'
import {ValueView} from './ValueView.tsx'

/** What hangs on the words of a block: citations, links, terms, and whatever else is stored with them. */
export function BlockNotes({type, after, before, comparing}: Shown) {
  const {t} = useTranslation(namespace)
  const {onlyChanges} = useSurroundings()
  if (!isFields(after)) return null
  const markTypes = fieldType(type, 'markDefs')
  const was = comparing && isFields(before) ? before : after
  const marks = alignment(listOf(was['markDefs']), listOf(after['markDefs'])).filter(
    (mark) => !(onlyChanges && comparing && isSame(mark.before, mark.after)),
  )
  const others = alignment(besides(was), besides(after))
  const reformatted = comparing && isFields(before) && reformattedOnly(before, after)
  if (marks.length === 0 && others.length === 0 && !reformatted) return null
  return (
    <Stack gap={4} data-aside paddingLeft={3} style={edge}>
      {reformatted && (
        <Text size={1} muted>
          {t('reading.block.marks')}
        </Text>
      )}
      {marks.map((mark) => {
        const value = mark.after ?? mark.before
        const block = mark.after === undefined ? before : after
        return (
          <Stack key={mark.id} gap={2}>
            <Text size={1} muted>
              {t('reading.quoted', {quote: quoteOf(block, keyOf(value) ?? '')})}
            </Text>
            <ValueView
              type={memberType(markTypes, value)}
              after={mark.after}
              before={mark.before}
              comparing={comparing}
              path={null}
            />
          </Stack>
        )
      })}
      {others.map((other) => (
        <ValueView
          key={other.id}
          type={undefined}
          after={other.after}
          before={other.before}
          comparing={comparing}
          path={null}
        />
      ))}
    </Stack>
  )
}

const edge = {borderInlineStart: '1px solid var(--card-border-color)'}

/** The words are the same and something about how they look is not. */
function reformattedOnly(before: Fields, after: Fields): boolean {
  const marks = (block: Fields) => runs(block).map((run) => [run.text, run.marks])
  const text = (block: Fields) =>
    runs(block)
      .map((run) => run.text)
      .join('')
  return text(before) === text(after) && !isSame(marks(before), marks(after))
}
