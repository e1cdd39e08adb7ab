import {getPublishedId, type Rule, type SlugRule, type ValidationContext} from 'sanity'
import {asking} from './asking.ts'
import {isBlank} from './rules.ts'

/** What an editor is told about the slug of a document. */
interface Sentences {
  readonly missing: string
  readonly misshapen: string
  readonly taken: string
}

/** Leaves out the rules that Sanity gives every slug. Its types show `reset` on the rule of any type alone. */
const withoutSanitys = (rule: SlugRule): SlugRule =>
  (rule as unknown as Rule).reset() as unknown as SlugRule

/** What Sanity asks for it. */
const isFree = (field: string) =>
  `!defined(*[_type == $docType && !sanity::versionOf($published) && ${field}.current == $slug][0]._id)`

/**
 * The rules of a slug, with one sentence at a time. Sanity's own would add theirs: that of its type, which `reset` takes
 * away, and that of the text in it, which is asked only of what is required. So it is required only where no document is
 * at hand, which is where types are generated.
 */
export const slugRule =
  (shape: RegExp, most: number, {missing, misshapen, taken}: Sentences) =>
  (rule: SlugRule, context?: ValidationContext): SlugRule =>
    context === undefined
      ? rule.required()
      : withoutSanitys(rule).custom(async (value, {document, getClient, path, signal}) => {
          const slug = value?.current
          if (slug === undefined || isBlank(slug)) return missing
          if (!shape.test(slug)) return misshapen
          if (slug.length > most) return `${slug.length} characters. Keep it to ${most} or fewer.`
          if (document === undefined) return true
          const free = await asking(getClient, 'raw').fetch<boolean>(
            isFree(String(path?.at(-1))),
            {docType: document._type, published: getPublishedId(document._id), slug},
            {signal},
          )
          return free || taken
        })
