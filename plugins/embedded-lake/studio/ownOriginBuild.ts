import {type Plugin} from 'vite'
import {signInFirst} from './signInFirst.ts'

interface OwnOrigin {
  readonly projectId: string
  readonly favicon: string
}

/** Takes every address of an outside host out of what the CLI serves and builds, and asks who it is first. */
export function ownOriginBuild({projectId, favicon}: OwnOrigin): Plugin {
  const page = (html: string) =>
    withoutOutsideHosts(withSignIn(withFavicon(html, favicon), projectId))
  return {
    name: 'embedded-lake/own-origin',
    enforce: 'post',
    transformIndexHtml: {order: 'post', handler: page},
    transform(code, id) {
      return fontHost.test(code) && /\.(css|m?[jt]sx?)(\?|$)/.test(id)
        ? {code: withLocalFonts(code), map: null}
        : null
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset') continue
        if (file.fileName.endsWith('.html')) file.source = page(String(file.source))
        if (file.fileName.endsWith('.css')) file.source = withLocalFonts(String(file.source))
      }
    },
  }
}

const fontHost = /https:\/\/(?:studio|design-system)-static\.sanity\.io/
const fontSource = /url\(\s*["']?https:\/\/(?:studio|design-system)-static\.sanity\.io\/[^)]*\)/g
const bridgeScript = /<script[^>]*data-sanity-core[^>]*>\s*<\/script>\s*/g
const iconLink = /<link[^>]*rel="(?:icon|apple-touch-icon|manifest)"[^>]*>/g

function withLocalFonts(code: string): string {
  return code.replace(fontSource, "local('Inter')")
}

export function withoutOutsideHosts(html: string): string {
  return withLocalFonts(html).replace(bridgeScript, '')
}

function withFavicon(html: string, favicon: string): string {
  const link = `<link rel="icon" type="image/svg+xml" href="${favicon}">`
  return html.replace(iconLink, '').replace('</head>', `${link}</head>`)
}

function withSignIn(html: string, projectId: string): string {
  return html.replace('<head>', () => `<head>${signInFirst(projectId)}`)
}
