import {type Sentence} from '../dashboard/summaries.ts'
import {type RecordEvent} from '../reads.ts'

/** Who did it: by the printed name, or as what acted where there is none. */
export function who({name, actor}: Pick<RecordEvent, 'name' | 'actor'>): string | Sentence {
  if (name === 'the review policy') return {key: 'record.who.policy', values: {}}
  if (name !== null && name !== '') return name
  if (actor === 'clock') return {key: 'record.who.clock', values: {}}
  if (actor === 'operator') return {key: 'record.who.operator', values: {}}
  return {key: 'record.who.gone', values: {}}
}
