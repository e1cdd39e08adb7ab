import {type ListenEvent} from '../../lake/listen/listener.ts'
import {type Follower} from '../../lake/listen/listenerGroup.ts'

/** A follower that puts every event into a list. */
export function into(events: ListenEvent[]): Follower {
  return {send: (all) => void events.push(...all), end: () => {}}
}
