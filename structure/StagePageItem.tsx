import {Flex} from '@sanity/ui'
import {type HTMLProps, useMemo} from 'react'
import {
  DocumentPreviewPresence,
  DocumentVersionsStatus,
  DocumentVersionsStatusIndicator,
  PreviewCard,
  SanityDefaultPreview,
  useDocumentPresence,
  useDocumentVersions,
  useSchema,
} from 'sanity'
import {usePaneRouter} from 'sanity/structure'
import {choicesOf} from './choicesOf.ts'
import {type StagePage} from './useStagePages.ts'

/** A page in a list by stage, with the dots of the page itself: its draft, and what readers have. */
export function StagePageItem({
  page: {id, type, title, stage, riskClass},
  isOpen,
  isPressed,
}: {
  readonly page: StagePage
  readonly isOpen: boolean
  readonly isPressed: boolean
}) {
  const schema = useSchema()
  const {ChildLink} = usePaneRouter()
  const {versions} = useDocumentVersions({documentId: id})
  const presence = useDocumentPresence(id)
  const Link = useMemo(
    () =>
      function Link(props: HTMLProps<HTMLAnchorElement>) {
        return <ChildLink {...props} childId={id} />
      },
    [ChildLink, id],
  )
  const stageTitle = choicesOf(schema.get('reviewProgress'), 'stage').find(
    ({value}) => value === stage,
  )?.title
  return (
    <PreviewCard
      as={Link}
      data-as="a"
      data-testid={`stage-page-${id}`}
      radius={2}
      selected={isOpen}
      pressed={isPressed}
      sizing="border"
      tabIndex={-1}
      tone="inherit"
    >
      <SanityDefaultPreview
        layout="default"
        icon={schema.get(type)?.icon}
        title={title || 'No title'}
        subtitle={[stageTitle, riskClass].filter(Boolean).join(' · ')}
        tooltip={<DocumentVersionsStatus documentGroupId={id} />}
        status={
          <Flex align="center" gap={3}>
            {presence.length > 0 && <DocumentPreviewPresence presence={presence} />}
            <DocumentVersionsStatusIndicator documentVersions={versions} />
          </Flex>
        }
      />
    </PreviewCard>
  )
}
