import {topics} from '../plugins/review-workflow/policy/topics.ts'

/** What a topic is called in a sentence; a topic that we do not know keeps its id. */
export function topicTitle(topic: string): string {
  const rules: {readonly [topic: string]: {readonly title: string}} = topics
  return Object.hasOwn(rules, topic) ? (rules[topic]?.title ?? topic) : topic
}
