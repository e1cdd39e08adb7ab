/**
 * What a tab of the Studio asks for after each commit to the article that is open in it, recorded from Sanity Studio
 * 6.16 with this Studio's plugins: its list, previews, checks of references, validation and the review.
 */
export function questionsOfTab(articleId: string): readonly string[] {
  const draftId = `drafts.${articleId}`
  const shown = ['disclaimer-general', 'emergency-general', 'citation-1', 'citation-2', 'person-1']
  const availability = shown.map((id) => `drafts.${id}`).join(',')
  return [
    query('drafts', listed, {
      __types: ['article'],
      __limit: 101,
      __query: '*',
      __rawQuery: '',
      type: 'article',
    }),
    query('raw', `[*[sanity::versionOf("${articleId}")]._id]`),
    query('raw', fieldsOf(draftId, '_id,_rev,_type,_type')),
    query('raw', fieldsOf(draftId, '_id,_rev,_type,_type,_rev,_createdAt,_updatedAt,_system')),
    query('drafts', fieldsOf(articleId, '_id,_rev,_type,image')),
    query(
      'drafts',
      fieldsOf(articleId, '_id,_rev,_type,title,summary,image,_createdAt,_updatedAt'),
    ),
    `doc/production/${availability}?excludeContent=true`,
    query('published', retracted, {ids: ['citation-1', 'citation-2']}),
    query('raw', isUnique, {docType: 'article', published: articleId, slug: articleId}),
    `reads/production/review/${articleId}`,
  ]
}

const listed =
  '*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) && (_type == $type)]' +
  ' {_type, _id, _originalId, "orderings": [title]} | order(lower(orderings[0]) asc) [0...$__limit]'

const retracted =
  '*[_type == "researchCitation" && _id in $ids && retraction.status in ["retracted", "withdrawn"]]._id'

const isUnique =
  '!defined(*[_type == $docType && !sanity::versionOf($published) && slug.current == $slug][0]._id)'

function fieldsOf(id: string, fields: string): string {
  return `[*[_id in ["${id}"]][0...1]{${fields}}][0...1]`
}

function query(perspective: string, groq: string, params: Readonly<Record<string, unknown>> = {}) {
  const given = Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])
  const search = new URLSearchParams([['query', groq], ...given, ['perspective', perspective]])
  return `query/production?${search}&returnQuery=false`
}
