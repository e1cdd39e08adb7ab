import {isBlank} from './rules.ts'

/** What a preview says: the text, or what stands in for it where nothing is written. */
export const orElse = (text: unknown, instead: string): string =>
  isBlank(text) ? instead : String(text)
