import {defineQuery} from 'groq'

/** Everybody whose signature holds for some page that readers can find. */
export const reviewersQuery = defineQuery(/* groq */ `
  *[
    _type == "person"
      && _id in array::unique(
        *[_type == "review" && live == true && indexed == true].signOffs[].reviewer.personId
      )
  ] | order(name asc, _id asc)[0...500]{_id, name, "slug": slug.current}
`)

export type ReviewersQueryResult = readonly {
  readonly _id: string
  readonly name: string
  readonly slug: string | null
}[]
