import {useSchema} from 'sanity'
import {pathOf} from '../reading/paths.ts'
import {pathTitle} from './pathTitle.ts'

/** A field, or a place within one, by the titles that its editors know. */
export function useFieldTitle(type: string): (path: string) => string {
  const schemaType = useSchema().get(type)
  return (path) => pathTitle(schemaType, pathOf(path)) || path
}
