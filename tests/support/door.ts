import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {type ReviewedLake} from './reviewedLake.ts'

export type Target = JsonObject & {readonly _id: string; readonly _type: string}

/** One way of getting a document to stand under its id with these words. */
export interface Door {
  readonly name: string
  readonly enter: (house: ReviewedLake, who: Actor, wanted: Target) => Promise<unknown>
}
