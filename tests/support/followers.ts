import {type ListenEvent} from '../../lake/listener.ts'
import {type Follower} from '../../lake/listenerGroup.ts'

/** A follower that puts every event into a list. */
export function into(events: ListenEvent[]): Follower {
  return {send: (all) => void events.push(...all), end: () => {}}
}
