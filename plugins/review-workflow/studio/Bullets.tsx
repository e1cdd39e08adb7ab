import {Flex, Stack, Text} from '@sanity/ui'

/** A list of sentences. */
export function Bullets({
  items,
  size = 1,
}: {
  readonly items: readonly string[]
  readonly size?: 1 | 2
}) {
  return (
    <Stack as="ul" gap={size + 2} padding={0} margin={0} style={{listStyle: 'none'}}>
      {items.map((item) => (
        <Flex as="li" key={item} gap={3}>
          <Text aria-hidden size={size}>
            •
          </Text>
          <Text size={size} style={{overflowWrap: 'anywhere'}}>
            {item}
          </Text>
        </Flex>
      ))}
    </Stack>
  )
}
