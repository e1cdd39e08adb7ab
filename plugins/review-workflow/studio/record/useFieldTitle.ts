import {useSchema} from 'sanity'
import {spelledOut} from '../tool/useReason.ts'

/** A field by the title that its editors know. */
export function useFieldTitle(type: string): (field: string) => string {
  const schemaType = useSchema().get(type)
  const fields = schemaType?.jsonType === 'object' ? schemaType.fields : []
  return (field) => fields.find(({name}) => name === field)?.type.title ?? spelledOut(field)
}
