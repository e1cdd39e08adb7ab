import {Flex, Stack, Text} from '@sanity/ui'
import {useSchema} from 'sanity'
import {type CitationUse} from './claims.ts'
import {ObjectView} from './ObjectView.tsx'
import {choiceTitle, fieldType} from './schemaParts.ts'
import {type Shown} from './shown.ts'
import {Stance} from './Stance.tsx'
import {isFields, isSame, refOf, textOf} from './values.ts'
import {WorkName} from './WorkName.tsx'

/** One study and what it is said to say, in a line; field by field where that changed. */
export function CitationUseView(shown: Shown) {
  const {after, before, comparing} = shown
  if (!isFields(after)) return null
  const work = refOf(after['citation'])
  if (work === null) return <ObjectView {...shown} />
  if (comparing && !isSame(before, after)) {
    return (
      <Stack gap={3}>
        <Flex gap={2} wrap="wrap" align="center" data-aside>
          <WorkName id={work} />
        </Flex>
        <ObjectView {...shown} />
      </Stack>
    )
  }
  const {_type, _ref, ...others} = isFields(after['citation']) ? after['citation'] : {}
  const plain = Object.keys(others).length === 0
  return (
    <Stack gap={3}>
      <Flex gap={2} wrap="wrap" align="center" data-aside>
        <WorkName id={work} />
        <Stance value={textOf(after['stance'])} />
      </Flex>
      <Matches use={after} />
      <ObjectView {...shown} without={plain ? inLine : inLine.slice(1)} />
    </Stack>
  )
}

const inLine = ['citation', 'stance', 'outcomeMatch', 'populationMatch', 'measurement']

type Matched = {
  readonly [name in 'outcomeMatch' | 'populationMatch' | 'measurement']?: unknown
}

/** How near the study is to the sentence, in the words of the form. */
export function Matches({use}: {readonly use: Matched | CitationUse}) {
  const type = useSchema().get('citationUse')
  const parts = (['outcomeMatch', 'populationMatch', 'measurement'] as const).flatMap((name) => {
    const value = use[name]
    if (value === undefined || value === null) return []
    const field = fieldType(type, name)
    return [{name, title: field?.title ?? name, answer: choiceTitle(field, value) ?? String(value)}]
  })
  if (parts.length === 0) return null
  return (
    <Stack as="ul" gap={2} padding={0} margin={0} data-aside>
      {parts.map(({name, title, answer}) => (
        <Text as="li" key={name} size={1} style={{listStyle: 'none'}}>
          <span style={{color: 'var(--card-muted-fg-color)'}}>{title}</span> {answer}
        </Text>
      ))}
    </Stack>
  )
}
