import {type Plugin} from 'vite'

/** Takes every address of an outside host out of what the CLI serves and builds. */
export function ownOriginBuild({favicon}: {favicon: string}): Plugin {
  const page = (html: string) => withoutOutsideHosts(withFavicon(html, favicon))
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
        if (file.type === 'asset' && /\.(html|css)$/.test(file.fileName)) {
          file.source = page(String(file.source))
        }
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
