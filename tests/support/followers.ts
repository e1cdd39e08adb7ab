import {type Follower} from '../../lake/listenerGroup.ts'
import {type ListenEvent} from '../../lake/listener.ts'

/** A follower that puts every event into a list, and takes it as a failure when it is told to go. */
export function into(events: ListenEvent[]): Follower {
  return {
    send: (all) => void events.push(...all),
    end: (reason) => {
      throw reason
    },
  }
}
