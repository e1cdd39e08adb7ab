import {type FilterDefault} from '@sanity/client/stega'

/** The fields that are shown as they are. Codes, dates and addresses would break with invisible marks in them. */
const prose: readonly unknown[] = [
  'title',
  'heading',
  'summary',
  'aims',
  'text',
  'question',
  'shortAnswer',
  'safetyNote',
  'name',
  'statement',
  'caption',
  'body',
  'whyPlain',
  'whatToDo',
  'sign',
  'reason',
  'why',
  'effect',
]

export const isProse: FilterDefault = (props) => {
  const last = props.sourcePath.findLast((step) => typeof step === 'string')
  return (
    (prose.includes(last) || props.sourcePath.includes('keyPoints')) && props.filterDefault(props)
  )
}
