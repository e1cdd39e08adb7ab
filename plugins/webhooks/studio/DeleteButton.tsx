import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import {Problem} from './Frame.tsx'
import {messageOf} from './hooksApi.ts'
import {useHooksApi} from './useAnswer.ts'
import {namespace} from './words.ts'

/** Asks once more before the webhook goes. */
export function DeleteButton({id}: {readonly id: string}) {
  const {t} = useTranslation(namespace)
  const dialogId = useId()
  const api = useHooksApi()
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    try {
      await api.remove(id)
      toast.push({status: 'success', title: t('deleted')})
      router.navigate({})
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <>
      <Button
        type="button"
        mode="bleed"
        tone="critical"
        icon={TrashIcon}
        text={t('delete')}
        onClick={() => setAsking(true)}
      />
      {isAsking && (
        <Dialog
          id={dialogId}
          header={t('delete.header')}
          width={1}
          onClose={() => setAsking(false)}
        >
          <Box padding={4}>
            <Stack gap={5}>
              <Text size={1}>{t('delete.explanation')}</Text>
              {problem !== null && <Problem>{problem}</Problem>}
              <Flex gap={2} justify="flex-end" wrap="wrap">
                <Button
                  type="button"
                  mode="bleed"
                  text={t('cancel')}
                  onClick={() => setAsking(false)}
                />
                <Button
                  type="button"
                  tone="critical"
                  text={t('delete')}
                  onClick={() => void remove()}
                />
              </Flex>
            </Stack>
          </Box>
        </Dialog>
      )}
    </>
  )
}
