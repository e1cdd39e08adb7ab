import {type SchemaType} from 'sanity'
import {type Path} from './paths.ts'

/** A value of the document beside what it was. */
export interface Shown {
  readonly type: SchemaType | undefined
  readonly after: unknown
  readonly before: unknown
  /** Nothing is compared inside what is new or gone as a whole, and where nobody has signed before. */
  readonly comparing: boolean
  /** `null` where no remark can stand: in other documents, and in what is gone. */
  readonly path: Path | null
}

export function below(path: Path | null, ...segments: Path): Path | null {
  return path === null ? null : [...path, ...segments]
}
