import {Box, Button, Card, Flex} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {type ReviewPage, reviewPages, type ReviewPlace} from './places.ts'
import {ReviewLink} from './ReviewLink.tsx'

/** The bar of the tool. On a phone it takes more lines, so that every page is in sight. */
export function ReviewNav({place}: {readonly place: ReviewPlace}) {
  const {t} = useTranslation(namespace)
  return (
    <Card as="nav" borderBottom aria-label={t('tool.pages')}>
      <Box paddingX={[2, 3, 4]} paddingY={2}>
        <Flex as="ul" gap={1} wrap="wrap" padding={0} margin={0} style={{listStyle: 'none'}}>
          {reviewPages.map((page) => (
            <Box as="li" key={page} flex="none">
              <Button
                as={ReviewLink}
                place={page}
                data-as="a"
                mode="bleed"
                selected={isWithin(page, place)}
                text={t(`tool.${page}`)}
                aria-current={isWithin(page, place) ? 'page' : undefined}
              />
            </Box>
          ))}
        </Flex>
      </Box>
    </Card>
  )
}

/** The works of one page stand below those of all of them. */
function isWithin(page: ReviewPage, place: ReviewPlace): boolean {
  return place === page || (page === 'works' && typeof place !== 'string' && 'worksOf' in place)
}
