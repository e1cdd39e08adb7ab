import {type Topic} from './vocabulary.ts'

/** What a journal says of a work, and when somebody last looked. */
export interface CitedWork {
  readonly id: string
  readonly status: RetractionStatus
  /** A day; `null` = nobody has looked. */
  readonly checkedOn: string | null
}

export type RetractionStatus =
  | 'notChecked'
  | 'noneFound'
  | 'corrected'
  | 'expressionOfConcern'
  | 'retracted'
  | 'withdrawn'
  | 'reinstated'

/** One state of a document: the words as they would be published, or as they are. */
export interface Version {
  /** `digest(document)`; `null` when the document has no canonical form, so nobody can sign it. */
  readonly digest: string | null
  /** `closureDigest(...)` of what a page renders together with it. */
  readonly closureDigest: string | null
  /** `documentTopics(document)`. */
  readonly topics: readonly Topic[]
  /** `namedAuthors(document)`: person ids. */
  readonly authors: readonly string[]
  /** The cited works in the closure. */
  readonly works: readonly CitedWork[]
}

export interface Subject {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly draft: Version | null
  readonly live: Version | null
}
