/**
 * What the Studio asks of a lake, on the types and fields of the random datasets: previews, searches, lists, releases,
 * referrers, whether a slug is free, the inbox of the Review tool. Seen on the wire of a walk through the Studio.
 */
export const studioQueries: Readonly<Record<string, string>> = {
  versionsOf: `*[sanity::versionOf($id)][0]._type`,
  versionsOfSeveral: `[*[sanity::versionOf("a")]._id, *[sanity::versionOf("review-a")]._id]`,
  byIds: `*[_id in $ids]`,
  preview: `[*[_id in ["a", "drafts.b", "none"]][0...3]{_id, _rev, _type, _type, t, o, _system}][0...1]`,
  releases: `*[_type == "system.release" && _id in path("_.releases.*")]{
    _id, n,
    // Only where there is one.
    "o": coalesce(o, {"k": "", "current": "undecided",}),
    ...select(length(o.k) > 0 => {l}, {}),
  } | order(_createdAt desc)`,
  inRelease: `*[sanity::partOfRelease("r1")]._id`,
  inReleases: `{
    "r1": *[sanity::partOfRelease("r1")]{_updatedAt, "docId": string::split(_id, ".")[2]} | order(_updatedAt desc),
    "r2": *[sanity::partOfRelease("r2")]{_updatedAt, "docId": string::split(_id, ".")[2]} | order(_updatedAt desc),
  }{"first": {"updatedAt": r1[0]._updatedAt, "documentIds": r1[].docId}, "others": r2[].docId}`,
  slugIsFree: `!defined(*[_type == $type && !sanity::versionOf($id) && o.current == $v][0]._id)`,
  byTitle: `*[_type == $type && t == $v][0]._id`,
  retracted: `*[_type == "x" && _id in $ids && o.k in ["x", "a"]]._id`,
  list: `*[_type in $types && ([@, _id] match text::query($words) || references($id)) && (_type == $type)]{
    _type, _id, _originalId, "orderings": [t]
  } | order(lower(orderings[0]) asc)[0...$limit]`,
  everyList: `*[_type in $types && ([@, _id] match text::query("*") || references("")) && (_type == $type)]{
    _type, _id, "orderings": [n, t]
  } | order(orderings[0] desc, orderings[1] asc)[0...$limit]`,
  search: `*[_type in $types] | score(
    boost(_type in ["x", "y"] && t match text::query($words), 10),
    boost(_type in ["x"] && o.k match text::query($words), 5),
    ([@, _id] match text::query($words) || references($id))
  )[_score > 0]{_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc, _id)[0...$limit]`,
  referred: `*[(_type == "x" && t match text::query($words))][0...1000]._id`,
  referrers: `{
    "references": *[references($id) && _system.group._ref != $id][0...100]{_id, _type},
    "totalCount": count(*[references($id) && _system.group._ref != $id])
  }`,
  inbox: `*[_type == "x" && (t in ["x", "a"] || defined(o) || defined(r) || n > 1 || count(l) > 0 ||
    (s == true && t <= $v))] | order(n asc, _id asc)[0...1000]{
    _id, "subject": r._ref, "title": coalesce(t, r._ref),
    "request": select(defined(o) => {"by": o.k, "note": coalesce(o.current, "")}, null),
    "marks": coalesce(l[]{x, o}, [])
  }`,
  comments: `*[_type == "y" && r._ref == $id]{_id, ...} | order(_createdAt desc)`,
  first: `*[0]._id`,
  all: `count(*)`,
}

export const studioParams = {
  id: 'a',
  ids: ['a', 'drafts.a', 'versions.r1.a', 'none'],
  type: 'x',
  types: ['x', 'review'],
  v: 'x',
  words: 'sleep*',
  limit: 5,
}
