import {AddIcon} from '@sanity/icons/Add'
import {Button, Card, Heading, Stack, Text} from '@sanity/ui'
import {createPublishedId} from '@sanity/id-utils'
import {useRouter} from 'sanity/router'

/** Opens a new credential under a dotted id: whatever is stored there is never served to readers. */
export function NewCredential() {
  const {navigateIntent} = useRouter()
  const create = () =>
    navigateIntent('create', {type: 'reviewerCredential', id: `credential.${createPublishedId()}`})
  return (
    <Card padding={4}>
      <Stack gap={4}>
        <Heading as="h2" size={1}>
          A credential is private
        </Heading>
        <Text>
          Number, dates and restrictions stay inside the Studio. A sign-off shows readers the
          credential, its issuer and where it is valid.
        </Text>
        <Text>
          Fill in what the certificate says. A registrar, who must be somebody else, then checks it
          with the issuer. Only a credential checked as it reads now can sign, and editing it ends
          the check.
        </Text>
        <Text>The holder has to be listed under People first.</Text>
        <Button icon={AddIcon} onClick={create} text="Add a credential" tone="primary" />
      </Stack>
    </Card>
  )
}
