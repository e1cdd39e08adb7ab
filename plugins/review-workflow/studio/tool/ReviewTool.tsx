import {Box, Flex} from '@sanity/ui'
import {useRouterState} from 'sanity/router'
import {Credentials} from '../credentials/Credentials.tsx'
import {Dashboard} from '../dashboard/Dashboard.tsx'
import {Inbox} from '../inbox/Inbox.tsx'
import {PolicyPage} from '../policyPage/PolicyPage.tsx'
import {Reading} from '../reading/Reading.tsx'
import {RecordPage} from '../record/RecordPage.tsx'
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
    case 'dashboard':
      return <Dashboard />
    case 'credentials':
      return <Credentials />
    case 'policy':
      return <PolicyPage />
  }
  return 'record' in place ? (
    <RecordPage key={place.record} documentId={place.record} />
  ) : (
    <Reading key={place.read} documentId={place.read} />
  )
}
