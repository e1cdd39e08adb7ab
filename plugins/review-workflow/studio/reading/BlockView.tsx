import {Box, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {type SchemaType, useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {BlockNotes} from './BlockNotes.tsx'
import {ObjectView} from './ObjectView.tsx'
import {type Run, runs} from './runs.ts'
import {choiceTitle, fieldType} from './schemaParts.ts'
import {type Shown} from './shown.ts'
import {SourceMark} from './SourceMark.tsx'
import {type Fields, isFields, keyOf, listOf, refOf, textOf} from './values.ts'
import {webAddress} from './works.ts'
import {Passage} from './Words.tsx'

/** A paragraph, heading, quote or item as readers get it, and under it what its marks lead to. */
export function BlockView(shown: Shown) {
  const {t} = useTranslation(namespace)
  const {type, after, before, comparing} = shown
  if (!isFields(after)) return null
  const was = comparing && isFields(before) ? before : undefined
  const marks = listOf(after['markDefs'])
  const all = runs(after, was)
  const words = all.map((run, index) => (
    <Passage key={index} kind={run.kind}>
      <Marked
        run={run}
        next={all[index + 1]}
        marks={run.kind === 'removed' ? listOf(was?.['markDefs']) : marks}
      />
    </Passage>
  ))
  const style = textOf(after['style'])
  const look = lookOf(type, after)
  const oldLook = was === undefined ? look : lookOf(type, was)
  return (
    <Stack gap={3}>
      <Styled block={after}>{words}</Styled>
      {oldLook !== look && (
        <Text size={1} muted data-aside>
          {t('reading.block.style', {before: oldLook, after: look})}
        </Text>
      )}
      {style !== null && !knownStyles.includes(style) && (
        <Text size={1} muted data-aside>
          {t('reading.block.unknownStyle', {style: look})}
        </Text>
      )}
      <BlockNotes {...shown} />
      <ObjectView {...shown} without={drawn} />
    </Stack>
  )
}

const drawn = ['style', 'listItem', 'level', 'children', 'markDefs']
/** Its style, and the kind of list that it is an item of, as the form calls them. */
function lookOf(type: SchemaType | undefined, block: Fields): string {
  return ['style', 'listItem']
    .flatMap((name) => choiceTitle(fieldType(type, name), block[name]) ?? textOf(block[name]) ?? [])
    .join(', ')
}

const knownStyles = ['normal', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']

function Styled({
  block,
  children,
}: {
  readonly block: {readonly [field: string]: unknown}
  readonly children: ReactNode
}) {
  const style = textOf(block['style']) ?? 'normal'
  const text = {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: 1.6,
    maxWidth: '46rem',
  } as const
  if (/^h[1-6]$/.test(style)) {
    // Below the headings of this page, whatever they are on the page of the readers.
    return (
      <Text as={style === 'h4' ? 'h5' : 'h4'} size={style === 'h4' ? 2 : 3} weight="semibold">
        {children}
      </Text>
    )
  }
  if (style === 'blockquote') {
    return (
      <Box as="blockquote" margin={0} paddingLeft={3} style={quoteEdge}>
        <Text size={2} style={text}>
          {children}
        </Text>
      </Box>
    )
  }
  const list = textOf(block['listItem'])
  const level = typeof block['level'] === 'number' ? block['level'] : 1
  if (list === null) {
    return (
      <Text as="p" size={2} style={text}>
        {children}
      </Text>
    )
  }
  const List = list === 'number' ? 'ol' : 'ul'
  return (
    <List style={{margin: 0, paddingInlineStart: `${Math.min(level, 6) * 1.5}rem`}}>
      <li style={{listStyleType: list === 'number' ? 'decimal' : 'disc'}}>
        <Text size={2} style={text}>
          {children}
        </Text>
      </li>
    </List>
  )
}

const quoteEdge = {borderInlineStart: '3px solid var(--card-border-color)'}

/** A citation has its number once, where the words end that carry it. */
function Marked({
  run,
  next,
  marks,
}: {
  readonly run: Run
  readonly next: Run | undefined
  readonly marks: readonly unknown[]
}) {
  return run.marks.reduce<ReactNode>((inner, mark) => {
    if (mark === 'strong') return <strong>{inner}</strong>
    if (mark === 'em') return <em>{inner}</em>
    if (mark === 'code') return <code>{inner}</code>
    const definition = marks.find((each) => keyOf(each) === mark)
    if (!isFields(definition)) return <span title={mark}>{inner}</span>
    return (
      <>
        <Hung mark={definition}>{inner}</Hung>
        {next?.marks.includes(mark) !== true && (
          <sup style={{lineHeight: 0}}>
            <SourceMark id={refOf(definition['citation'])} />
          </sup>
        )}
      </>
    )
  }, run.text)
}

/** Links lead where the words lead; everything else is told below. */
function Hung({mark, children}: {readonly mark: Fields; readonly children: ReactNode}) {
  const href = webAddress(textOf(mark['href']) ?? '')
  return href === null ? (
    <span style={hung}>{children}</span>
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

const hung = {
  textDecoration: 'underline dotted',
  textUnderlineOffset: '0.25em',
}
