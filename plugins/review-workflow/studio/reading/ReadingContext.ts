import {createContext, type RefObject, use} from 'react'
import {type Facts, type ReviewComment} from '../../policy/index.ts'
import {type Ends} from './opened.ts'
import {type Path} from './paths.ts'
import {type SharedDocument} from './useSharedDocuments.ts'
import {type Fields} from './values.ts'

/** What every part of the page needs to know, however deep it stands. */
export interface ReadingSurroundings {
  readonly documentId: string
  readonly facts: Facts | null
  /** The words as they would be published. */
  readonly document: unknown
  /** The words to compare with; `null` where there are none, or until they are there. */
  readonly before: Fields | null
  /** What did not change is folded away. */
  readonly onlyChanges: boolean
  /** Documents shown with the page, by id. */
  readonly shared: ReadonlyMap<string, SharedDocument>
  /** Of the works that the page cites, in the order in which it does. */
  readonly numbers: ReadonlyMap<string, number>
  /** By the path beside which they stand. */
  readonly remarks: ReadonlyMap<string, readonly ReviewComment[]>
  /** Opens the form for a remark; `null` where this user may not make any. */
  readonly remark: ((path: Path, quote: string) => void) | null
  /** Notes that a document shown with the page has been opened. */
  readonly open: (id: string) => void
  /** Notes that an end of a part has been on screen. */
  readonly saw: (id: string, stamp: string, end: keyof Ends) => void
  /** Where whoever has nowhere else to go is left. */
  readonly landing: RefObject<HTMLDivElement | null>
  /** Asks the server anew, after something was done. */
  readonly refresh: () => void
}

const surroundings: ReadingSurroundings = {
  documentId: '',
  facts: null,
  document: null,
  before: null,
  onlyChanges: false,
  shared: new Map(),
  numbers: new Map(),
  remarks: new Map(),
  remark: null,
  open: () => undefined,
  saw: () => undefined,
  landing: {current: null},
  refresh: () => undefined,
}

export const ReadingContext = createContext(surroundings)

export function useSurroundings(): ReadingSurroundings {
  return use(ReadingContext)
}
