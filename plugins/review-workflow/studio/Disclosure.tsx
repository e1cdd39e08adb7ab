import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Text} from '@sanity/ui'
import {type ReactNode, useState} from 'react'

/** Details for who wants to know, folded away by the browser's own means. */
export function Disclosure({
  summary,
  open,
  children,
  ...props
}: {
  readonly 'summary': string
  readonly 'open'?: boolean
  readonly 'children': ReactNode
  /** For the print style: the raw form of what stands above it anyway. */
  readonly 'data-as-kept'?: string
}) {
  const [shown, setShown] = useState(open === true)
  return (
    <details {...props} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary
        style={{
          alignItems: 'center',
          cursor: 'pointer',
          display: 'flex',
          gap: 4,
          listStyle: 'none',
        }}
      >
        <Text as="span" size={1} muted aria-hidden>
          {shown ? <ChevronDownIcon /> : <ChevronRightIcon />}
        </Text>
        <Text as="span" size={1}>
          {summary}
        </Text>
      </summary>
      <Box paddingTop={3}>{children}</Box>
    </details>
  )
}
