import {Card, Stack, Text} from '@sanity/ui'
import {type StringInputProps} from 'sanity'
import {credentialCheck, kindTitles} from './credentialChecks.ts'

/** The choice of a credential, and below it how to check the one that is chosen. */
export function CredentialTypeInput(props: StringInputProps) {
  const check = credentialCheck(props.value)
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      <div role="status">
        {check !== null && (
          <Card padding={3} radius={2} border>
            <Stack gap={3}>
              <Text size={1}>
                {kindTitles[check.kind]}. Issued by: {check.issuingBody}.
              </Text>
              <Text size={1}>
                Verify at: {check.register}
                {check.registerAddress !== undefined && (
                  <>
                    ,{' '}
                    <a href={`https://${check.registerAddress}`} target="_blank" rel="noreferrer">
                      {check.registerAddress}
                    </a>
                  </>
                )}
                .
              </Text>
              {check.note !== undefined && (
                <Text size={1} weight="medium">
                  {check.note}
                </Text>
              )}
            </Stack>
          </Card>
        )}
      </div>
    </Stack>
  )
}
