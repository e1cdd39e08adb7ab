import {Stack} from '@sanity/ui'
import {useSchema} from 'sanity'
import {ObjectView} from './ObjectView.tsx'
import {type SharedDocument} from './useSharedDocuments.ts'

/** The words of a document shown with the page; beside an earlier form of it, with what changed. */
export function SharedWords({
  shared: {type, document},
  before,
}: {
  readonly shared: SharedDocument
  readonly before?: unknown
}) {
  const schema = useSchema()
  return (
    <Stack gap={4}>
      <ObjectView
        type={schema.get(type)}
        after={document}
        before={before}
        comparing={before !== undefined}
        path={null}
      />
    </Stack>
  )
}
