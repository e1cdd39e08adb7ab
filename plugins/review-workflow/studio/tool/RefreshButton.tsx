import {SyncIcon} from '@sanity/icons/Sync'
import {Button} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'

export function RefreshButton({
  refresh,
  busy,
}: {
  readonly refresh: () => void
  readonly busy: boolean
}) {
  const {t} = useTranslation(namespace)
  return (
    <Button
      type="button"
      mode="ghost"
      icon={SyncIcon}
      text={t('tool.refresh')}
      aria-busy={busy}
      onClick={refresh}
    />
  )
}
