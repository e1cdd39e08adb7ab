import {useTranslation} from 'sanity'
import {spelledOut} from '../tool/useReason.ts'
import {namespace} from '../words.ts'

/** What somebody tried, as the server names it: a command of ours by its button, anything else by what it does. */
export function useDoor(): (door: string) => string {
  const {t} = useTranslation(namespace)
  return (door) => {
    const name = door.slice(door.lastIndexOf('.') + 1)
    const key = door.startsWith('review.action.') ? `${name}.label` : `record.door.${name}`
    return t(key, {defaultValue: spelledOut(name)})
  }
}
