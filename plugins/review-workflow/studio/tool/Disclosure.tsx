import {Box, Text} from '@sanity/ui'
import {type ReactNode} from 'react'

/** Something that is there for who asks for it. */
export function Disclosure({
  summary,
  children,
  ...props
}: {
  readonly 'summary': string
  readonly 'children': ReactNode
  readonly 'data-as-kept'?: string
}) {
  return (
    <details {...props}>
      <summary style={{color: 'var(--card-muted-fg-color)', cursor: 'pointer', fontSize: 13}}>
        <Box display="inline-block" paddingY={2} paddingLeft={1} style={{verticalAlign: 'middle'}}>
          <Text size={1} muted>
            {summary}
          </Text>
        </Box>
      </summary>
      <Box paddingTop={2}>{children}</Box>
    </details>
  )
}
