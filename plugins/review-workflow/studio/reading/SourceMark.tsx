import {Text} from '@sanity/ui'
import {useSurroundings} from './ReadingContext.ts'

/** The number of a work on this page; nothing for one that only something shown with the page cites. */
export function SourceMark({id}: {readonly id: string | null}) {
  const number = useSurroundings().numbers.get(id ?? '')
  return number === undefined ? null : <span data-aside>[{number}]</span>
}

/** The same beside a preview of the work. */
export function SourceNumber({id}: {readonly id: string}) {
  const {numbers} = useSurroundings()
  return numbers.has(id) ? (
    <Text size={1} muted style={{paddingInlineStart: '0.5rem', flex: 'none'}}>
      <SourceMark id={id} />
    </Text>
  ) : null
}
