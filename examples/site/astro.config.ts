import node from '@astrojs/node'
import react from '@astrojs/react'
import sanity from '@sanity/astro'
import {defineConfig} from 'astro/config'

export default defineConfig({
  output: 'server',
  adapter: node({mode: 'standalone'}),
  integrations: [
    // Where the lake is, is told when the site starts: src/lib/settings.ts.
    sanity({projectId: 'restwell', dataset: 'production', apiVersion: '2026-06-01', useCdn: false}),
    react(),
  ],
  build: {inlineStylesheets: 'never'},
  devToolbar: {enabled: false},
  // A webhook comes from another origin; its signature is what is checked.
  security: {checkOrigin: false},
})
