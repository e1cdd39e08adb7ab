import {Box, Flex} from '@sanity/ui'
import {useRouterState} from 'sanity/router'
import {Credentials} from '../credentials/Credentials.tsx'
import {Dashboard} from '../dashboard/Dashboard.tsx'
import {Inbox} from '../inbox/Inbox.tsx'
import {PolicyPage} from '../policyPage/PolicyPage.tsx'
import {Reading} from '../reading/Reading.tsx'
import {RecordPage} from '../record/RecordPage.tsx'
import {Works} from '../works/Works.tsx'
import {reviewPlace, type ReviewPlace} from './places.ts'
import {ReviewNav} from './ReviewNav.tsx'

/** One address for everything about reviews: what waits, how it goes, who may sign, what holds, what was done. */
export function ReviewTool() {
  const place = reviewPlace(useRouterState())
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <ReviewNav place={place} />
      <Box flex={1} overflow="auto" style={{minHeight: 0}}>
        <Place place={place} />
      </Box>
    </Flex>
  )
}

function Place({place}: {readonly place: ReviewPlace}) {
  switch (place) {
    case 'inbox':
      return <Inbox />
    case 'works':
      return <Works />
    case 'dashboard':
      return <Dashboard />
    case 'credentials':
      return <Credentials />
    case 'policy':
      return <PolicyPage />
  }
  if ('record' in place) return <RecordPage key={place.record} documentId={place.record} />
  if ('read' in place) return <Reading key={place.read} documentId={place.read} />
  return <Works key={place.worksOf} pageId={place.worksOf} />
}
