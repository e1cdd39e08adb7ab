import {refusal} from '../runCommand.ts'
import {type Source, source} from '../source.ts'
import {latestOnly} from './latestOnly.ts'

export type ReadState<Read> =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  | {readonly status: 'ready'; readonly read: Read}

/** `busy` while the server is being asked, for the first time or again. */
export type Asked<Read> = ReadState<Read> & {readonly busy: boolean}

export interface ReadSource<Read> extends Source<Asked<Read>> {
  readonly refresh: () => void
}

/** However much happens, the server is asked at most this often. */
const pause = 3000

/** What the server says, asked for once however many look at it, and again when something changes. */
export function readSource<Read>(
  read: () => Promise<Read>,
  onChange: (changed: () => void) => () => void,
): ReadSource<Read> {
  const initial: Asked<Read> = {status: 'loading', busy: true}
  let refresh = () => {}
  const shared = source<Asked<Read>>(initial, (show) => {
    const say = (state: ReadState<Read>) => show({...state, busy: false})
    const asking = latestOnly(
      read,
      (answer) => say({status: 'ready', read: answer}),
      (error) => say({status: 'failed', message: refusal(error)[0]?.message ?? ''}),
      (busy) => show({...shared.current(), busy}),
      pause,
    )
    refresh = asking.ask
    asking.ask()
    const stop = onChange(asking.askSoon)
    return () => {
      stop()
      asking.stop()
      refresh = () => {}
      // Nobody was told of what changed meanwhile: who looks next waits for a fresh answer.
      show(initial)
    }
  })
  return {...shared, refresh: () => refresh()}
}
