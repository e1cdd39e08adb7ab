import {Box, Card, useMediaIndex} from '@sanity/ui'
import {type ActiveToolLayoutProps} from 'sanity'
import {useRouterState} from 'sanity/router'
import {later} from '../later.tsx'

const Inbox = later(async () => (await import('../inbox/Inbox.tsx')).Inbox)

const desk = 'structure'
/** Of the desk's first list, which Sanity does not let anybody resize while it stands alone. */
const listWidth = 351
/** Of Sanity's screens the fourth: below, the list needs all the room. */
const wide = 3

/** Beside a desk on which nothing lies yet: what waits for whoever sits down at it. */
export function DeskLanding(props: ActiveToolLayoutProps) {
  const isOpen = useRouterState((state) => panesIn(state[desk]).length > 0)
  const isWide = useMediaIndex() >= wide
  const isLanding = props.activeTool.name === desk && !isOpen && isWide
  return (
    <Box height="fill" style={{position: 'relative', isolation: 'isolate'}}>
      {props.renderDefault(props)}
      {isLanding && (
        <Card style={{position: 'absolute', inset: `0 0 0 ${listWidth}px`, zIndex: 1}}>
          <Inbox />
        </Card>
      )}
    </Box>
  )
}

function panesIn(state: unknown): readonly unknown[] {
  const panes =
    typeof state === 'object' && state !== null && 'panes' in state ? state.panes : undefined
  return Array.isArray(panes) ? panes : []
}
