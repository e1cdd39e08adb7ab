import {type Plugin, type Rolldown} from 'vite'

/**
 * What the Studio begins with in two files, ours and everybody else's, which the page names: the lake speaks HTTP/1.1,
 * over which a browser asks for six files at a time, and would ask for two hundred, finding them one from another.
 */
export function fewFiles(): Plugin {
  const vendor = {name: 'vendor', test: /[\\/]node_modules[\\/]/, tags: ['$initial']} as const
  return {
    name: 'embedded-lake/few-files',
    enforce: 'post',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {codeSplitting: {groups: [{...vendor, tags: [...vendor.tags]}]}},
        },
      },
    }),
    generateBundle(_options, bundle) {
      const links = [...importedFrom(bundle)].map(
        (file) => `<link rel="modulepreload" href="/${file}"/>`,
      )
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.html')) {
          file.source = String(file.source).replace('</head>', () => `${links.join('')}</head>`)
        }
      }
    },
  }
}

/** Everything that the entry cannot begin without. */
function importedFrom(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const found = new Set<string>()
  const follow = (file: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined) => {
    if (file?.type !== 'chunk') return
    for (const name of file.imports) {
      if (found.has(name)) continue
      found.add(name)
      follow(bundle[name])
    }
  }
  Object.values(bundle)
    .filter((file) => file.type === 'chunk' && file.isEntry)
    .forEach(follow)
  return found
}
