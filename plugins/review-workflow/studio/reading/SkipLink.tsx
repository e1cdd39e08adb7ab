import {Box, Button} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {useSurroundings} from './ReadingContext.ts'

/** The way past the whole page to what can be done about it: there for the keyboard, out of sight for everybody else. */
export function SkipLink() {
  const {t} = useTranslation(namespace)
  const {landing} = useSurroundings()
  const [shown, setShown] = useState(false)
  return (
    <Box padding={2} style={shown ? over : away}>
      <Button
        fontSize={1}
        padding={3}
        text={t('reading.skip')}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onClick={() => landing.current?.focus()}
      />
    </Box>
  )
}

const over = {position: 'absolute', insetBlockStart: 0, insetInlineStart: 0, zIndex: 1} as const
const away = {...over, clipPath: 'inset(50%)', pointerEvents: 'none'} as const
