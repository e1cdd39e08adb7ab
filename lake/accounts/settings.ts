import {type Json} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type AccountsStore} from './store.ts'

/** What the Studio keeps for somebody, such as the columns of a list. */
export interface Settings {
  keyValues(userId: string, keys: readonly string[]): readonly KeyValue[]
  setKeyValues(userId: string, values: readonly KeyValue[]): void
}

interface KeyValue {
  readonly key: string
  readonly value: Json
}

const longestKey = 200
const longestValue = 100_000
const mostKeys = 500

export function keepSettings(store: AccountsStore): Settings {
  return {
    keyValues: (userId, keys) =>
      keys.flatMap((key) => {
        const value = store.keyValue(userId, key)
        return value === null ? [] : [{key, value: JSON.parse(value) as Json}]
      }),
    setKeyValues: (userId, values) =>
      store.transaction(() => {
        for (const {key, value} of values) {
          const text = JSON.stringify(value)
          if (key.length > longestKey || text.length > longestValue) {
            throw new LakeError(
              'tooLarge',
              `The setting "${key.slice(0, longestKey)}" is too large to keep.`,
            )
          }
          store.setKeyValue(userId, key, text)
        }
        if (store.countKeyValues(userId) > mostKeys) {
          throw new LakeError('tooLarge', 'This account keeps too many settings.')
        }
      }),
  }
}
