import {createContext, use} from 'react'
import {type Facts, type ReviewComment} from '../../policy/index.ts'
import {type Path} from './paths.ts'
import {type SharedDocument} from './useSharedDocuments.ts'
import {type Fields} from './values.ts'

/** What every part of the page needs to know, however deep it stands. */
export interface ReadingSurroundings {
  readonly documentId: string
  readonly facts: Facts | null
  /** The words as they would be published. */
  readonly document: unknown
  /** The words signed last; `null` where nobody has signed any, or until they are there. */
  readonly before: Fields | null
  /** What did not change is folded away. */
  readonly onlyChanges: boolean
  /** Documents shown with the page, by id. */
  readonly shared: ReadonlyMap<string, SharedDocument>
  /** By the path beside which they stand. */
  readonly remarks: ReadonlyMap<string, readonly ReviewComment[]>
  /** Opens the form for a remark; `null` where this user may not make any. */
  readonly remark: ((path: Path, quote: string) => void) | null
  /** Notes that a document shown with the page has been opened. */
  readonly open: (id: string) => void
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
  remarks: new Map(),
  remark: null,
  open: () => undefined,
  refresh: () => undefined,
}

export const ReadingContext = createContext(surroundings)

export function useSurroundings(): ReadingSurroundings {
  return use(ReadingContext)
}
