import {Box, Card, useMediaIndex} from '@sanity/ui'
import {type ActiveToolLayoutProps} from 'sanity'
import {type RouterState, useRouterState} from 'sanity/router'
import {later} from '../later.tsx'

const Inbox = later(async () => (await import('../inbox/Inbox.tsx')).Inbox)

const desk = 'structure'
/** Of the desk's first list, which Sanity does not let anybody resize while it stands alone. */
const listWidth = 351
/** Of Sanity's screens the fourth: below, the list needs all the room. */
const wide = 3

/** Beside a desk on which nothing lies yet: what waits for whoever sits down at it. */
export function DeskLanding(props: ActiveToolLayoutProps) {
  const isBare = useRouterState(isBareDesk)
  const isWide = useMediaIndex() >= wide
  return (
    <Box height="fill" style={{position: 'relative', isolation: 'isolate'}}>
      {props.renderDefault(props)}
      {props.activeTool.name === desk && isBare && isWide && (
        <Card style={{position: 'absolute', inset: `0 0 0 ${listWidth}px`, zIndex: 1}}>
          <Inbox />
        </Card>
      )}
    </Box>
  )
}

/** True where nothing is open, nor about to be. */
function isBareDesk({panes, intent}: RouterState): boolean {
  return (
    intent === undefined && (panes === undefined || (Array.isArray(panes) && panes.length === 0))
  )
}
