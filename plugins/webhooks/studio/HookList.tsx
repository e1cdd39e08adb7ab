import {AddIcon} from '@sanity/icons/Add'
import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {StateLink} from 'sanity/router'
import {Answered, Frame} from './Frame.tsx'
import {type Hook} from './hooksApi.ts'
import {useAnswer, useHooksApi} from './useAnswer.ts'
import {namespace} from './words.ts'

export function HookList() {
  const {t} = useTranslation(namespace)
  const answer = useAnswer(useHooksApi().list)
  return (
    <Frame
      title={t('title')}
      actions={
        <Button
          as={StateLink}
          state={{hook: 'new'}}
          data-as="a"
          icon={AddIcon}
          text={t('new')}
          mode="ghost"
        />
      }
    >
      <Text size={1} muted>
        {t('lead')}
      </Text>
      <Answered answer={answer}>
        {(hooks) =>
          hooks.length === 0 ? (
            <Text size={1}>{t('none')}</Text>
          ) : (
            <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
              {hooks.map((hook) => (
                <HookCard key={hook.id} hook={hook} />
              ))}
            </Stack>
          )
        }
      </Answered>
    </Frame>
  )
}

function HookCard({hook: {id, name, url, dataset, rule, isDisabledByUser}}: {readonly hook: Hook}) {
  const {t} = useTranslation(namespace)
  return (
    <li>
      <Card as={StateLink} state={{hook: id}} data-as="a" border radius={3} padding={4}>
        <Stack gap={3}>
          <Flex gap={2} wrap="wrap" align="center">
            <Text weight="semibold" style={{overflowWrap: 'anywhere'}}>
              {name}
            </Text>
            {isDisabledByUser && <Badge tone="caution">{t('off')}</Badge>}
          </Flex>
          <Text size={1} muted style={{overflowWrap: 'anywhere'}}>
            {url}
          </Text>
          <Flex gap={2} wrap="wrap">
            <Badge>{dataset === '*' ? t('everyDataset') : dataset}</Badge>
            {rule.on.map((operation) => (
              <Badge key={operation}>{t(`on.${operation}`)}</Badge>
            ))}
          </Flex>
        </Stack>
      </Card>
    </li>
  )
}
