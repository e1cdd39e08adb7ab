import {SearchIcon} from '@sanity/icons/Search'
import {Box, Flex, Text, TextInput} from '@sanity/ui'
import {type ComponentProps, useMemo, useState} from 'react'
import {CommandList, LoadingBlock} from 'sanity'
import {type UserComponent} from 'sanity/structure'
import {StagePageItem} from './StagePageItem.tsx'
import {mostPages, type StagePage, useStagePages} from './useStagePages.ts'

export interface StageListOptions {
  readonly [name: string]: unknown
  readonly title: string
  readonly types: readonly string[]
  readonly filter: string
}

/**
 * Pages at one stage. It is no list of documents: the Studio would put the dots of the worklist's documents beside
 * them, which are always published, and not those of the pages.
 */
export function StageList({options, childItemId, isActive}: ComponentProps<UserComponent>) {
  const {title, types, filter} = options as StageListOptions
  const found = useStagePages(types, filter)
  const [search, setSearch] = useState('')
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const all = found.status === 'ready' ? found.pages : none
  const pages = useMemo(() => matching(all, search), [all, search])
  return (
    <Flex direction="column" height="fill">
      <Box paddingX={3} paddingBottom={2}>
        <TextInput
          ref={setInput}
          aria-label={`Search ${title}`}
          autoComplete="off"
          border={false}
          fontSize={[2, 2, 1]}
          icon={SearchIcon}
          padding={2}
          placeholder="Search list"
          radius={2}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Box>
      {found.status === 'loading' && <LoadingBlock />}
      {found.status === 'failed' && (
        <Note>The list did not come through. Reload the page to try again.</Note>
      )}
      {found.status === 'ready' && pages.length === 0 && (
        <Note>{search === '' ? 'No page is here now.' : 'No page here has these words.'}</Note>
      )}
      {all.length === mostPages && (
        <Note>These are the first {mostPages}. Search the Studio for the others.</Note>
      )}
      {pages.length > 0 && (
        <Box flex={1} style={{minHeight: 0, position: 'relative'}}>
          <CommandList
            activeItemDataAttr="data-hovered"
            ariaLabel={title}
            canReceiveFocus
            inputElement={input}
            itemHeight={55}
            items={[...pages]}
            onlyShowSelectionWhenActive
            overscan={10}
            paddingBottom={1}
            paddingX={3}
            renderItem={(page: StagePage) => (
              <Box paddingBottom={1}>
                <StagePageItem
                  page={page}
                  isOpen={isActive !== true && page.id === childItemId}
                  isPressed={isActive === true && page.id === childItemId}
                />
              </Box>
            )}
          />
        </Box>
      )}
    </Flex>
  )
}

const none: readonly StagePage[] = []

function matching(pages: readonly StagePage[], search: string): readonly StagePage[] {
  const words = search.toLowerCase().split(/\s+/)
  return pages.filter(({title}) => words.every((word) => title.toLowerCase().includes(word)))
}

function Note({children}: {readonly children: React.ReactNode}) {
  return (
    <Box padding={4}>
      <Text size={1} muted>
        {children}
      </Text>
    </Box>
  )
}
