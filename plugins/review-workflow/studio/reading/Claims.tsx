import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {ClaimCard} from './ClaimCard.tsx'
import {citationsInText, claimProblems, claimsIn} from './claims.ts'
import {useSurroundings} from './ReadingContext.ts'
import {UseCard} from './UseCard.tsx'
import {workOf} from './works.ts'

/** Every claim of the page beside the studies that it rests on, the worrying ones pointed out first. */
export function Claims() {
  const {t} = useTranslation(namespace)
  const {document, shared} = useSurroundings()
  const claims = claimsIn(document)
  const inText = citationsInText(document)
  const workAt = (id: string) => {
    const found = shared.get(id)
    return found === undefined ? null : workOf(found.document)
  }
  const rows = claims.map((claim) => ({claim, problems: claimProblems(claim, workAt)}))
  const wanting = rows.filter(({problems}) => problems.length > 0).length
  return (
    <>
      <PageSection
        title={t('reading.claims.title', {count: claims.length})}
        lead={t('reading.claims.lead')}
      >
        {claims.length === 0 && (
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
        <Stack as="ol" gap={4} padding={0} margin={0}>
          {rows.map(({claim, problems}, index) => (
            <ClaimCard key={index} claim={claim} problems={problems} />
          ))}
        </Stack>
      </PageSection>
      {inText.length > 0 && (
        <PageSection
          title={t('reading.inText.title', {count: inText.length})}
          lead={t('reading.inText.lead')}
        >
          <Stack as="ul" gap={3} padding={0} margin={0}>
            {inText.map(({quote, use}, index) => (
              <Card as="li" key={index} border radius={2} padding={3} style={{listStyle: 'none'}}>
                <Stack gap={3}>
                  {quote !== '' && (
                    <Text size={1} weight="medium">
                      “{quote}”
                    </Text>
                  )}
                  <UseCard use={use} />
                </Stack>
              </Card>
            ))}
          </Stack>
        </PageSection>
      )}
    </>
  )
}
