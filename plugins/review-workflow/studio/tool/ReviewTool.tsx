import {Box, Flex} from '@sanity/ui'
import {useRouterState} from 'sanity/router'
import {Inbox} from '../inbox/Inbox.tsx'
import {later} from '../later.tsx'
import {reviewPlace, type ReviewPlace} from './places.ts'
import {ReviewNav} from './ReviewNav.tsx'

const Credentials = later(async () => (await import('../credentials/Credentials.tsx')).Credentials)
const Dashboard = later(async () => (await import('../dashboard/Dashboard.tsx')).Dashboard)
const PolicyPage = later(async () => (await import('../policyPage/PolicyPage.tsx')).PolicyPage)
const Reading = later(async () => (await import('../reading/Reading.tsx')).Reading)
const RecordPage = later(async () => (await import('../record/RecordPage.tsx')).RecordPage)
const Works = later(async () => (await import('../works/Works.tsx')).Works)

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
