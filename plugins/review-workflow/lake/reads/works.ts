import {draftId, type LakeDocument} from '../../../../lake/document.ts'
import {type NamedRead, type View} from '../../../../lake/guard.ts'
import {type CitedWork, isRetracted, riskClassOf, uncheckedWorks} from '../../policy/index.ts'
import {pagesRendering, versionOf} from '../closure.ts'
import {policyInForce} from '../policies.ts'
import {progressType, subjectOfProgress} from '../serverTypes.ts'
import {titleOf} from '../title.ts'

/** All there are, rather than those of one page. */
const everyPage = 'all'

/** The cited works and when each was looked up: of one page all of them, else those that wait for somebody to look. */
export const worksRead: NamedRead = (view, id) => {
  const pages =
    id === everyPage ? view.ofType(progressType).map(({_id}) => subjectOfProgress(_id)) : [id]
  const lines = [...citations(view, pages)]
    .filter(([, {work}]) => !isRetracted(work))
    .map(([, cited]) => line(view, cited))
  const page = id === everyPage ? null : (view.read(draftId(id)) ?? view.read(id))
  return {
    page: page === null ? null : {id, type: page._type, title: titleOf(page)},
    works: lines
      .filter(({need}) => id !== everyPage || need !== 'none')
      .sort(
        (one, other) =>
          needs.indexOf(one.need) - needs.indexOf(other.need) ||
          (one.checkedOn ?? '').localeCompare(other.checkedOn ?? '') ||
          one.title.localeCompare(other.title),
      ),
  }
}

interface Cited {
  readonly work: CitedWork
  /** For how many days a look counts where it counts shortest; `null` where no page asks for one. */
  readonly days: number | null
}

function citations(view: View, pages: readonly string[]): ReadonlyMap<string, Cited> {
  const {workCheckDays} = policyInForce(view)
  const cited = new Map<string, Cited>()
  for (const page of pages) {
    for (const version of [view.read(draftId(page)), view.read(page)]) {
      const words = versionOf(view, version)
      const days = words === null ? null : workCheckDays[riskClassOf(words.topics)]
      for (const work of words?.works ?? []) {
        cited.set(work.id, {work, days: shorter(cited.get(work.id)?.days ?? null, days)})
      }
    }
  }
  return cited
}

function shorter(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

/** `wanted`: a page cannot go live without it. `never`: nobody has looked, and no page asks. */
const needs = ['wanted', 'never', 'none'] as const

function line(view: View, {work, days}: Cited) {
  const document = view.read(work.id)
  const wanted = days !== null && uncheckedWorks({works: [work]}, view.now, days).length > 0
  const never = work.status === 'notChecked' || work.checkedOn === null
  const need: (typeof needs)[number] = wanted ? 'wanted' : never ? 'never' : 'none'
  return {
    id: work.id,
    title: titleOf(document),
    doi: textIn(document, 'identifiers', 'doi'),
    pmid: textIn(document, 'identifiers', 'pmid'),
    url: textIn(document, 'identifiers', 'url'),
    status: work.status,
    checkedOn: work.checkedOn,
    source: textIn(document, 'retraction', 'source'),
    revision: document?._rev ?? '',
    draft: view.read(draftId(work.id)) !== null,
    pages: pagesRendering(view, work.id).length,
    days,
    need,
  }
}

function textIn(document: LakeDocument | null, object: string, field: string): string {
  const fields: unknown = document?.[object]
  const value: unknown =
    typeof fields === 'object' && fields !== null ? Reflect.get(fields, field) : null
  return typeof value === 'string' ? value : ''
}
