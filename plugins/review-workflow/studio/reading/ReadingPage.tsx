import {AddCommentIcon} from '@sanity/icons/AddComment'
import {Box, Button, Card, Container, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useRef, useState} from 'react'
import {useSchema, useTranslation} from 'sanity'
import {decide, digest, type Facts, hashOf, type ReviewComment} from '../../policy/index.ts'
import {type ReviewRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {ActionBar} from './ActionBar.tsx'
import {CitationsInText} from './CitationsInText.tsx'
import {Claims} from './Claims.tsx'
import {jump} from './jump.ts'
import {memoryKey} from './openedMemory.ts'
import {PageWords} from './PageWords.tsx'
import {anchorOf, pathOf, pathText} from './paths.ts'
import {ReadingContext, type ReadingSurroundings} from './ReadingContext.ts'
import {ReadingHeader} from './ReadingHeader.tsx'
import {RemarkForm, type Spot} from './RemarkForm.tsx'
import {Remarks} from './Remarks.tsx'
import {offers} from './reviewerCommands.ts'
import {SharedDocuments} from './SharedDocuments.tsx'
import {SinceBar} from './SinceBar.tsx'
import {SkipLink} from './SkipLink.tsx'
import {sourceNumbers} from './sources.ts'
import {useComparison} from './useComparison.ts'
import {useKeptFocus} from './useKeptFocus.ts'
import {useOpened} from './useOpened.ts'
import {useSelectedWords} from './useSelectedWords.ts'
import {useSharedDocuments} from './useSharedDocuments.ts'
import {type Fields, textOf, wordFields} from './values.ts'

export function ReadingPage({
  read,
  words,
  documentId,
  fresh,
  refresh,
}: {
  readonly read: ReviewRead
  readonly words: Fields
  readonly documentId: string
  readonly fresh: boolean
  readonly refresh: () => void
}) {
  const {t} = useTranslation(namespace)
  const schema = useSchema()
  const page = useRef<HTMLElement>(null)
  const landing = useRef<HTMLDivElement>(null)
  const {facts, closure} = read
  const [spot, setSpot] = useState<Spot | null>(null)
  const comparison = useComparison(read, words)
  const {earlier, onlyChanges, show} = comparison
  const {documents: shared, failure} = useSharedDocuments(closure)
  const stamps = useMemo(() => stampsOf(words, read), [words, read])
  const opened = useOpened(stamps, memoryKey(readerOf(facts), documentId))
  const selected = useSelectedWords(page, words)
  const before = earlier.status === 'ready' ? earlier.document : null
  // Signing is for what is on screen: not for words that the server has and this page does not show yet.
  const same = useMemo(() => digest(words) === read.digest, [words, read.digest])
  const mayRemark = decide(facts, {type: 'comment', text: '…', blocking: false}).allowed
  const remarks = useMemo(() => placed(facts.comments, words), [facts.comments, words])
  const numbers = useMemo(() => {
    const works = closure.filter(({type}) => type === 'researchCitation').map(({id}) => id)
    return sourceNumbers(
      words,
      (name) => schema.get(name),
      (id) => works.includes(id),
    )
  }, [words, closure, schema])
  const offered = offers(read)
  const {open, saw} = opened
  useKeptFocus(landing)
  const surroundings = useMemo(
    (): ReadingSurroundings => ({
      documentId,
      facts,
      document: words,
      before,
      onlyChanges,
      shared,
      numbers,
      remarks,
      remark: mayRemark ? (path, quote) => setSpot({path, quote}) : null,
      open,
      saw,
      landing,
      refresh,
    }),
    [
      documentId,
      facts,
      words,
      before,
      onlyChanges,
      shared,
      numbers,
      remarks,
      mayRemark,
      open,
      saw,
      refresh,
    ],
  )

  function go(path: string): void {
    show(false)
    // After everything is on the page.
    setTimeout(() => jump(page.current?.querySelector(`[data-path="${CSS.escape(path)}"]`)), 50)
  }

  return (
    <ReadingContext value={surroundings}>
      <Flex direction="column" height="fill" overflow="hidden" style={{position: 'relative'}}>
        {offered.length > 0 && <SkipLink />}
        <Box
          as="main"
          ref={page}
          flex={1}
          overflow="auto"
          padding={[3, 4, 5]}
          style={{minHeight: 0}}
        >
          <Container width={3}>
            <Stack gap={[4, 5]} paddingBottom={5}>
              <ReadingHeader read={read} title={titleOf(words) ?? documentId} />
              <SinceBar comparison={comparison} isSigned={read.changed.since !== null} />
              <Stack as="section" gap={3} aria-label={t('reading.words.title')}>
                <Text as="h2" size={2} weight="semibold">
                  {t('reading.words.title')}
                </Text>
                <PageWords
                  key={`${comparison.basis?.at} ${before === null}`}
                  type={facts.subject.type}
                  stamps={stamps}
                  differsElsewhere={(comparison.differing?.shared ?? []).length > 0}
                />
              </Stack>
              <Claims />
              <CitationsInText />
              <SharedDocuments {...{closure, comparison, failure}} opened={opened.ids} />
              <Remarks comments={facts.comments} onGo={go} />
            </Stack>
          </Container>
        </Box>
        {selected !== null && mayRemark && (
          <Card borderTop tone="primary" padding={2}>
            <Flex justify="center">
              <Button
                mode="ghost"
                tone="primary"
                fontSize={1}
                padding={3}
                icon={AddCommentIcon}
                text={t('reading.remark.selection', {quote: shortened(selected.quote)})}
                // Keeps the selection until the form is open.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setSpot(selected)}
              />
            </Flex>
          </Card>
        )}
        {offered.length > 0 && (
          <ActionBar
            {...{read, documentId}}
            offers={offered}
            opened={opened.ids}
            fresh={fresh && same}
            onDone={refresh}
          />
        )}
      </Flex>
      {spot !== null && <RemarkForm spot={spot} onClose={() => setSpot(null)} />}
    </ReadingContext>
  )
}

function readerOf({actor}: Facts): string {
  return actor.kind === 'person' ? (actor.personId ?? actor.userId) : ''
}

function stampsOf(words: Fields, {closure, changed}: ReviewRead): ReadonlyMap<string, string> {
  // Fields that are gone, too: their going can be seen.
  const fields = [...wordFields(words), ...changed.fields]
  return new Map([
    ...closure.map(({id, digest: stamp}) => [id, stamp ?? ''] as const),
    ...fields.map((name) => [name, hashOf(words[name] ?? null) ?? ''] as const),
  ])
}

function placed(
  comments: readonly ReviewComment[],
  words: Fields,
): ReadonlyMap<string, readonly ReviewComment[]> {
  const places = comments.map((comment) => pathText(anchorOf(words, pathOf(comment.path))))
  return new Map(
    [...new Set(places)]
      .filter((place) => place !== '')
      .map((place) => [place, comments.filter((_, index) => places[index] === place)]),
  )
}

function titleOf(words: Fields): string | null {
  return textOf(words['title']) ?? textOf(words['question']) ?? textOf(words['name'])
}

function shortened(quote: string): string {
  return quote.length > 40 ? `${quote.slice(0, 40)}…` : quote
}
