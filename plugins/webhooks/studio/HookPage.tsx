import {ArrowLeftIcon} from '@sanity/icons/ArrowLeft'
import {Box, Button} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useTranslation} from 'sanity'
import {StateLink, useRouter} from 'sanity/router'
import {DeleteButton} from './DeleteButton.tsx'
import {DeliveryLog} from './DeliveryLog.tsx'
import {Answered, Frame, Section} from './Frame.tsx'
import {HookForm} from './HookForm.tsx'
import {type HookSettings} from './hooksApi.ts'
import {useAnswer, useHooksApi} from './useAnswer.ts'
import {namespace} from './words.ts'

export function NewHookPage() {
  const {t} = useTranslation(namespace)
  const api = useHooksApi()
  const router = useRouter()
  const datasets = useAnswer(api.datasets)
  const save = async (settings: HookSettings) => {
    const {id} = await api.create(settings)
    router.navigate({hook: id})
  }
  return (
    <Frame title={t('new')} above={<BackLink />}>
      <Section title={t('settings')}>
        <Answered answer={datasets}>
          {(names) => (
            <HookForm hook={null} datasets={names} submitLabel={t('create')} save={save} />
          )}
        </Answered>
      </Section>
    </Frame>
  )
}

export function HookPage({id}: {readonly id: string}) {
  const {t} = useTranslation(namespace)
  const api = useHooksApi()
  const toast = useToast()
  const ask = useCallback(async () => {
    const [hook, datasets] = await Promise.all([api.find(id), api.datasets()])
    return {hook, datasets}
  }, [api, id])
  const answer = useAnswer(ask)
  const save = async (settings: HookSettings) => {
    await api.update(id, settings)
    toast.push({status: 'success', title: t('saved')})
    answer.refresh()
  }
  return (
    <Frame
      title={answer.status === 'ready' ? answer.value.hook.name : t('title')}
      above={<BackLink />}
    >
      <Answered answer={answer}>
        {({hook, datasets}) => (
          <>
            <Section title={t('settings')} actions={<DeleteButton id={id} />}>
              <HookForm hook={hook} datasets={datasets} submitLabel={t('save')} save={save} />
            </Section>
            <DeliveryLog id={id} enabled={!hook.isDisabledByUser} />
          </>
        )}
      </Answered>
    </Frame>
  )
}

function BackLink() {
  const {t} = useTranslation(namespace)
  return (
    <Box>
      <Button
        as={StateLink}
        state={{}}
        data-as="a"
        mode="bleed"
        icon={ArrowLeftIcon}
        text={t('back')}
      />
    </Box>
  )
}
