import {Card, Stack, Text} from '@sanity/ui'
import {type DenialMessage} from '../policy/index.ts'

/** Why not, and who can change that. */
export function ReasonList({
  reasons,
  tone,
  alert,
}: {
  readonly reasons: readonly DenialMessage[]
  readonly tone: 'caution' | 'critical'
  /** Read out at once: the answer to something that the user has just done. */
  readonly alert?: boolean
}) {
  return (
    <Stack as="ul" gap={2} padding={0} margin={0} role={alert ? 'alert' : 'list'}>
      {reasons.map(({message, who}) => (
        <Card as="li" key={message} padding={3} radius={2} tone={tone} border>
          <Stack gap={3}>
            <Text size={1}>{message}</Text>
            {who !== '' && (
              <Text size={1} muted>
                {who}
              </Text>
            )}
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
