import {Box, Flex, Stack} from '@sanity/ui'
import {type ReactNode} from 'react'
import {type Path, pathText} from './paths.ts'
import {useSurroundings} from './ReadingContext.ts'
import {RemarkButton} from './RemarkButton.tsx'
import {RemarkCard} from './RemarkCard.tsx'

/** A place that remarks can be about, with those that are. */
export function Anchor({
  path,
  button,
  children,
}: {
  readonly path: Path | null
  /** With a button to make one, for who does not select text. */
  readonly button?: boolean
  readonly children: ReactNode
}) {
  const {remarks} = useSurroundings()
  if (path === null) return children
  const text = pathText(path)
  const here = remarks.get(text) ?? []
  return (
    <Box data-path={text} style={{minWidth: 0}}>
      {button === true ? (
        <Flex gap={2} align="flex-start">
          <Box flex={1} style={{minWidth: 0}}>
            {children}
          </Box>
          <RemarkButton path={path} />
        </Flex>
      ) : (
        children
      )}
      {here.length > 0 && (
        <Stack as="ul" gap={2} padding={0} margin={0} marginTop={3} data-aside>
          {here.map((comment) => (
            <RemarkCard key={comment.seq} comment={comment} />
          ))}
        </Stack>
      )}
    </Box>
  )
}

export function useHasRemarks(path: Path | null): boolean {
  const remarked = useRemarked()
  return path !== null && remarked(pathText(path))
}

/** Whether anything at a place, or inside it, has a remark that nobody has answered. */
export function useRemarked(): (path: string) => boolean {
  const {remarks} = useSurroundings()
  return (path) =>
    [...remarks].some(
      ([place, here]) =>
        (place === path || place.startsWith(`${path}.`) || place.startsWith(`${path}[`)) &&
        here.some(({resolved}) => resolved === null),
    )
}
