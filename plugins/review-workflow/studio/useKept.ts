import {useState} from 'react'
import {useCurrentUser} from 'sanity'
import {keptTyping} from './keptTyping.ts'

/**
 * State of a dialog that is there again after the dialog was closed, by Escape for instance: until it is sent
 * (`forget`), or the Studio is left. Never for passwords.
 */
export function useKept<Value>(
  name: string,
  initial: Value,
): readonly [value: Value, keep: (value: Value) => void, forget: () => void] {
  const key = `${useCurrentUser()?.id ?? ''} ${name}`
  const [value, setValue] = useState(() => keptTyping.get(key, initial))
  const keep = (next: Value) => {
    keptTyping.keep(key, next)
    setValue(next)
  }
  return [value, keep, () => keptTyping.forget(key)]
}
