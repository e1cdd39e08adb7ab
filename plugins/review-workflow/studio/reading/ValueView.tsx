import {useSchema} from 'sanity'
import {BlockView} from './BlockView.tsx'
import {Change} from './Change.tsx'
import {CitationUseView} from './CitationUseView.tsx'
import {ClaimView} from './ClaimView.tsx'
import {ImageView} from './ImageView.tsx'
import {ListView} from './ListView.tsx'
import {ObjectView} from './ObjectView.tsx'
import {PrimitiveView} from './PrimitiveView.tsx'
import {ReferenceView} from './ReferenceView.tsx'
import {type Shown} from './shown.ts'
import {TableView} from './TableView.tsx'
import {isFields, isSame, listOf, textOf, typeOf} from './values.ts'

/** Any value of any document, as a reader would rather see it than as it is stored; nothing of it is left out. */
export function ValueView(shown: Shown) {
  const {after, before, comparing} = shown
  const alone = {...shown, comparing: false, before: undefined}
  if (comparing && !isSame(before, after)) {
    if (after === undefined) {
      return (
        <Change kind="removed">
          <ValueView {...alone} after={before} path={null} />
        </Change>
      )
    }
    if (before === undefined) {
      return (
        <Change kind="added">
          <ValueView {...alone} />
        </Change>
      )
    }
    if (kindOf(before) !== kindOf(after)) {
      return (
        <>
          <ValueView {...shown} after={undefined} />
          <ValueView {...shown} before={undefined} />
        </>
      )
    }
  }
  if (Array.isArray(after)) return <ListView {...shown} after={after} before={listOf(before)} />
  return isFields(after) ? <ObjectKind {...shown} /> : <PrimitiveView {...shown} />
}

function ObjectKind(shown: Shown) {
  const schema = useSchema()
  const name = typeOf(shown.after)
  const type = shown.type ?? schema.get(name ?? '')
  const typed = {...shown, type}
  if (name === 'block') return <BlockView {...typed} />
  if (name === 'claim') return <ClaimView {...typed} />
  if (name === 'citationUse') return <CitationUseView {...typed} />
  if (name === 'table') return <TableView {...typed} />
  if (isFields(shown.after)) {
    if (typeof shown.after['_ref'] === 'string') return <ReferenceView {...typed} />
    if (isFields(shown.after['asset'])) return <ImageView {...typed} />
    if (name === 'slug') {
      return (
        <ObjectView {...typed} bare={textOf(shown.after['current']) === null ? [] : ['current']} />
      )
    }
  }
  return <ObjectView {...typed} />
}

/** Values of one kind can be told word by word, others only side by side. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (!isFields(value)) return typeof value
  const ref = textOf(value['_ref'])
  return ref === null ? `object ${typeOf(value) ?? ''}` : `reference ${ref}`
}
