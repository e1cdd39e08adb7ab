import {Text} from '@sanity/ui'
import {Preview, useSchema} from 'sanity'

/** A document as lists show it; by its id where the Studio does not know the type. */
export function DocumentPreview({
  id,
  type,
  compact,
}: {
  readonly id: string
  readonly type: string | null
  readonly compact?: boolean
}) {
  const schemaType = useSchema().get(type ?? '')
  if (schemaType === undefined) return <Text size={1}>{id}</Text>
  return (
    <Preview
      value={{_type: type, _id: id, _ref: id}}
      schemaType={schemaType}
      layout={compact === true ? 'compact' : 'default'}
    />
  )
}
