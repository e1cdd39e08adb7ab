import {topics} from '../../policy/index.ts'

/** A topic in the words of the policy; one that it does not know by its code. */
export function topicTitle(topic: string): string {
  return Object.entries(topics).find(([known]) => known === topic)?.[1].title ?? topic
}
