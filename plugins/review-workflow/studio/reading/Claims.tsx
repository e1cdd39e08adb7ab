import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {ClaimCard} from './ClaimCard.tsx'
import {claimProblems, claimsIn} from './claims.ts'
import {useSurroundings} from './ReadingContext.ts'
import {useIsFolded} from './useIsFolded.ts'
import {workOf} from './works.ts'

/** Every claim of the page beside the studies that it rests on, with what is worrying about it. */
export function Claims() {
  const {t} = useTranslation(namespace)
  const {document, shared} = useSurroundings()
  const isFolded = useIsFolded()
  const workAt = (id: string) => {
    const found = shared.get(id)
    return found === undefined ? null : workOf(found.document)
  }
  const rows = claimsIn(document).map((claim) => ({
    claim,
    problems: claimProblems(claim, workAt),
  }))
  const wanting = rows.filter(({problems}) => problems.length > 0).length
  const shown = rows.filter(({claim, problems}) => problems.length > 0 || !isFolded(claim.path))
  const hidden = rows.length - shown.length
  return (
    <PageSection
      title={t('reading.claims.title', {count: rows.length})}
      lead={t('reading.claims.lead')}
    >
      {rows.length === 0 && (
        <Text size={1} muted>
          {t('reading.claims.none')}
        </Text>
      )}
      {wanting > 0 && (
        <Card tone="caution" radius={2} padding={3} border>
          <Text size={1} weight="medium">
            {t('reading.claims.wanting', {count: wanting})}
          </Text>
        </Card>
      )}
      {shown.length > 0 && (
        <Stack as="ol" gap={4} padding={0} margin={0}>
          {shown.map(({claim, problems}, index) => (
            <ClaimCard key={index} claim={claim} problems={problems} />
          ))}
        </Stack>
      )}
      {hidden > 0 && (
        <Text size={1} muted>
          {t('reading.claims.unchanged', {count: hidden})}
        </Text>
      )}
    </PageSection>
  )
}
