import {OkHandIcon} from '@sanity/icons/OkHand'
import {Button, Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {ReasonList} from '../ReasonList.tsx'
import {useCommand} from '../useCommand.ts'
import {namespace} from '../words.ts'

/** Takes a page on, with one press; the list follows by itself. */
export function ClaimButton({subject, title}: {readonly subject: string; readonly title: string}) {
  const {t} = useTranslation(namespace)
  const {run, busy, refusals} = useCommand('claim', subject, () => undefined)
  return (
    <Stack gap={3}>
      <Button
        type="button"
        mode="ghost"
        icon={OkHandIcon}
        text={t('claim.label')}
        aria-label={t('inbox.claim', {title})}
        loading={busy}
        disabled={busy}
        onClick={() => void run({})}
      />
      {refusals.length > 0 && <ReasonList reasons={refusals} tone="critical" alert />}
    </Stack>
  )
}
