import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {namespace} from '../words.ts'
import {type SharedPage} from './pages.ts'

/** Pages by name, each with its risk, and whether signatures on its draft would end with a change. */
export function PageList({pages}: {readonly pages: readonly SharedPage[]}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
      {pages.map(({id, type, title, riskClass, signedDraft}) => (
        <Text as="li" key={id} size={1} style={{overflowWrap: 'anywhere'}}>
          <IntentLink intent="edit" params={{id, type}}>
            {title}
          </IntentLink>{' '}
          · {t(`risk.${riskClass}`)}
          {signedDraft && ` · ${t('shared.signedDraft')}`}
        </Text>
      ))}
    </Stack>
  )
}
