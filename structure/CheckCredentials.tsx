import {Button, Card, Heading, Stack, Text} from '@sanity/ui'
import {useWorkspace} from 'sanity'
import {useRouter} from 'sanity/router'

/** Leads to the page of the review tool: which credential stands how is not in its document. */
export function CheckCredentials() {
  const {navigateUrl} = useRouter()
  const {basePath} = useWorkspace()
  const open = () => navigateUrl({path: `${basePath.replace(/\/$/, '')}/review/credentials`})
  return (
    <Card padding={4}>
      <Stack gap={4}>
        <Heading as="h2" size={1}>
          Which to check next
        </Heading>
        <Text>
          Whether a credential is verified, about to lapse or suspended is on record, not in its
          form. The review tool lists them by what is to be done, with the live pages that rest on
          each and what would become of them.
        </Text>
        <Button onClick={open} text="Open Credentials" tone="primary" />
      </Stack>
    </Card>
  )
}
