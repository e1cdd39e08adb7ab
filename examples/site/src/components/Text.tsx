import {
  PortableText,
  type PortableTextComponents,
  type PortableTextProps,
} from '@portabletext/react'
import {type Footnote} from '../lib/footnotes.ts'
import {calloutTones, said} from '../lib/words.ts'
import {Cite, type Cited} from './Cite.tsx'
import {Picture, type PictureSource} from './Picture.tsx'

interface TextProps {
  readonly value: unknown
  readonly footnotes?: ReadonlyMap<string, Footnote>
}

/** Portable Text of a page: citations become footnotes, terms lead to the glossary. */
export function Text({value, footnotes = new Map()}: TextProps) {
  if (!Array.isArray(value) || value.length === 0) return null
  return (
    <PortableText
      value={value as PortableTextProps['value']}
      components={componentsWith(footnotes)}
      onMissingComponent={false}
    />
  )
}

interface Callout {
  readonly tone: string | null
  readonly heading: string | null
  readonly body: string | null
}

interface Table {
  readonly caption: string | null
  readonly columns: readonly string[] | null
  readonly rows: readonly {readonly _key: string; readonly cells: readonly string[] | null}[] | null
}

interface Term {
  readonly term: {readonly _id: string; readonly plainDefinition: string | null} | null
}

function componentsWith(footnotes: ReadonlyMap<string, Footnote>): PortableTextComponents {
  return {
    marks: {
      link: ({value, children}: {value?: {href?: string | null}; children?: React.ReactNode}) =>
        isSafeHref(value?.href) ? <a href={value?.href ?? ''}>{children}</a> : <>{children}</>,
      citationUse: ({value, children}: {value?: Cited; children?: React.ReactNode}) => (
        <>
          {children}
          <Cite use={value} footnotes={footnotes} />
        </>
      ),
      glossary: ({value, children}: {value?: Term; children?: React.ReactNode}) =>
        value?.term ? (
          <a
            className="term"
            href={`/glossary#${value.term._id}`}
            title={value.term.plainDefinition ?? undefined}
          >
            {children}
          </a>
        ) : (
          <>{children}</>
        ),
    },
    types: {
      callout: ({value}: {value: Callout}) => (
        <aside className={`callout ${value.tone ?? 'note'}`}>
          <p className="label">{said(calloutTones, value.tone ?? 'note')}</p>
          {value.heading !== null && <h3>{value.heading}</h3>}
          <p>{value.body}</p>
        </aside>
      ),
      table: ({value}: {value: Table}) => (
        <div className="scroll" tabIndex={0} role="region" aria-label={value.caption ?? 'Table'}>
          <table>
            {value.caption !== null && <caption>{value.caption}</caption>}
            <thead>
              <tr>
                {(value.columns ?? []).map((column, index) => (
                  <th key={index} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(value.rows ?? []).map(({_key, cells}) => (
                <tr key={_key}>
                  {(cells ?? []).map((cell, index) =>
                    index === 0 ? (
                      <th key={index} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={index}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ),
      imageWithAlt: ({value}: {value: PictureSource}) => <Picture image={value} />,
    },
  }
}

/** Content is signed, and still no way into the page for scripts. */
function isSafeHref(href: string | null | undefined): boolean {
  return /^(https?:|mailto:|tel:|\/|#)/i.test(href ?? '')
}
