import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Consequence} from '../../policy/index.ts'
import {Section} from '../inspector/Section.tsx'
import {namespace} from '../words.ts'
import {PageList} from './PageList.tsx'
import {type SharedPage} from './pages.ts'

const consequences: readonly Consequence[] = ['withdraw', 'deindex', 'mark', 'none']

/** What the policy does to each page the moment the work is entered as retracted, or what it has done. */
export function Retraction({
  pages,
  fate,
  words,
}: {
  readonly pages: readonly SharedPage[]
  readonly fate: (page: SharedPage) => Consequence | null
  readonly words: 'retraction' | 'retracted'
}) {
  const {t} = useTranslation(namespace)
  const isTouched = pages.some((page) => fate(page) !== null)
  return (
    <Section title={t(`shared.${words}`)}>
      <Stack gap={4}>
        <Text size={1} muted>
          {t(isTouched ? `shared.${words}Lead` : 'shared.retractedNowhere')}
        </Text>
        {consequences.map((consequence) => {
          const touched = pages.filter((page) => fate(page) === consequence)
          return touched.length === 0 ? null : (
            <Stack key={consequence} gap={3}>
              <Text as="h3" size={1} weight="medium">
                {t(`shared.consequence.${consequence}`, {count: touched.length})}
              </Text>
              <PageList pages={touched} />
            </Stack>
          )
        })}
      </Stack>
    </Section>
  )
}
