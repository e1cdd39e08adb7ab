import {BoltIcon} from '@sanity/icons/Bolt'
import {lazy} from 'react'
import {type Tool} from 'sanity'
import {route} from 'sanity/router'

export const webhooksTool: Tool = {
  name: 'webhooks',
  title: 'Webhooks',
  icon: BoltIcon,
  component: lazy(async () => ({default: (await import('./WebhooksTool.tsx')).WebhooksTool})),
  router: route.create('/', [route.create('/:hook')]),
}
