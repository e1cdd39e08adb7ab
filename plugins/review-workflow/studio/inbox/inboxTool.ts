import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {type Tool} from 'sanity'
import {Inbox} from './Inbox.tsx'

export const inboxTool: Tool = {
  name: 'review',
  title: 'Review',
  icon: ClipboardIcon,
  component: Inbox,
}
