import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {citationsInText, type CitationUse} from './claims.ts'
import {useSurroundings} from './ReadingContext.ts'
import {UseCard} from './UseCard.tsx'
import {useIsFolded} from './useIsFolded.ts'
import {workOf} from './works.ts'

/** Studies that hang on words outside the claims. */
export function CitationsInText() {
  const {t} = useTranslation(namespace)
  const {document, shared} = useSurroundings()
  const isFolded = useIsFolded()
  const all = citationsInText(document)
  // What a work has become is news, wherever it is cited.
  const isAlarming = ({work}: CitationUse) =>
    ['gone', 'doubted'].includes(workOf(shared.get(work ?? '')?.document).standing)
  const shown = all.filter(({use}) => !isFolded(use.path) || isAlarming(use))
  if (all.length === 0) return null
  return (
    <PageSection
      title={t('reading.inText.title', {count: all.length})}
      lead={t('reading.inText.lead')}
    >
      {shown.length > 0 && (
        <Stack as="ul" gap={3} padding={0} margin={0} style={columns}>
          {shown.map(({quote, use}, index) => (
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
      )}
      {shown.length < all.length && (
        <Text size={1} muted>
          {t('reading.inText.unchanged', {count: all.length - shown.length})}
        </Text>
      )}
    </PageSection>
  )
}

const columns = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
}
