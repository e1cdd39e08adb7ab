import {BoltIcon} from '@sanity/icons/Bolt'
import {type Tool} from 'sanity'
import {route} from 'sanity/router'
import {WebhooksTool} from './WebhooksTool.tsx'

export const webhooksTool: Tool = {
  name: 'webhooks',
  title: 'Webhooks',
  icon: BoltIcon,
  component: WebhooksTool,
  router: route.create('/', [route.create('/:hook')]),
}
